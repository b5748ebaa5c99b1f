"""JSON out, and CSV where a route has rows."""

import json
from datetime import datetime
from typing import Any, Final

import orjson
from django.http.request import MediaType
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer

from billing_access.api.bodies import format_time
from billing_audit.reading.serializers import defuse_formula

QUOTE: Final = '"'


class JsonRenderer(BaseRenderer):
    """Writes JSON. Money and ids arrive as strings; a float would be an error of ours."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(self, data: Any, accepted_media_type: str | None = None, renderer_context: Any = None) -> bytes:
        """Return the JSON bytes; no data is no bytes."""
        if data is None:
            return b""
        try:
            return orjson.dumps(data, option=orjson.OPT_UTC_Z)
        except TypeError:
            # orjson stops at 64 bits; a sum of tokens does not.
            text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_as_orjson)
            return text.encode()


class CsvRenderer(BaseRenderer):
    """Writes what a view's ``table`` makes of its body: RFC 4180, UTF-8, a header line first.

    An empty cell is null and ``""`` an empty text. A text that a spreadsheet would take for a formula gets an
    apostrophe before it.
    """

    media_type = "text/csv"
    format = "csv"
    charset = "utf-8"

    def render(self, data: Any, accepted_media_type: str | None = None, renderer_context: Any = None) -> bytes:
        """Return the CSV bytes; no data is no bytes."""
        if data is None:
            return b""
        lines = renderer_context["view"].table(data)
        return "".join(",".join(map(_cell, line)) + "\r\n" for line in lines).encode()


class Negotiation(BaseContentNegotiation):
    """Chooses JSON, or CSV where the route has it and the client prefers it; reads no body."""

    def select_parser(self, request: Any, parsers: Any) -> None:
        """Keys only read: a body is never parsed."""
        return

    def select_renderer(self, request: Any, renderers: Any, format_suffix: Any = None) -> tuple[Any, str]:
        """Return the first renderer that the Accept header prefers; the first of all where it takes none."""
        if len(renderers) == 1:
            return renderers[0], renderers[0].media_type
        try:
            accepted = [MediaType(each) for each in request.META.get("HTTP_ACCEPT", "*/*").split(",")]
        except (LookupError, ValueError):
            accepted = []  # a parameter in an encoding that nobody knows
        chosen = max(renderers, key=lambda each: _preference(accepted, each.media_type))
        return chosen, chosen.media_type


def _as_orjson(value: datetime | orjson.Fragment) -> Any:
    """Return for the standard library what orjson writes by itself."""
    return format_time(value) if isinstance(value, datetime) else orjson.loads(orjson.dumps(value))


def _preference(accepted: list[MediaType], media_type: str) -> tuple[float, int, int]:
    """Rank a type by the narrowest range that names it: its quality, its narrowness, its place (RFC 9110, 12.5.1).

    Parameters of a range are not compared: charset=UTF-8 is what is sent, whatever its case.
    """
    main, _, sub = media_type.partition("/")
    names = [("*", "*"), (main, "*"), (main, sub)]
    ranks = [
        (names.index(name), -place, each.quality)
        for place, each in enumerate(accepted)
        if (name := (each.main_type.lower(), each.sub_type.lower())) in names
    ]
    narrowness, place, quality = max(ranks, default=(0, 0, 0.0))
    return (quality, narrowness, place) if quality else (0.0, 0, 0)


def _cell(value: str | int | bool | datetime | None) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return format_time(value)
    if not isinstance(value, str):
        return str(value).lower()
    text = defuse_formula(value)
    return f'"{text.replace(QUOTE, QUOTE * 2)}"' if not text or set(text) & set(',"\r\n') else text
