"""Renders answers as JSON or CSV, and chooses which by the Accept header."""

import json
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

import orjson
from django.http.request import MediaType
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer

from billing_access.api.bodies import format_time
from billing_access.billing.money import format_usd
from billing_audit.reading.serializers import defuse_formula

QUOTE: Final = '"'


class JsonRenderer(BaseRenderer):
    """Renders JSON. Money must be strings already: a float would lose digits."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(self, data: Any, accepted_media_type: str | None = None, renderer_context: Any = None) -> bytes:
        """Return the JSON bytes; none without data."""
        if data is None:
            return b""
        try:
            return orjson.dumps(data, option=orjson.OPT_UTC_Z)
        except TypeError:
            # orjson refuses integers over 64 bits, and a sum of tokens can be larger.
            text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_as_orjson)
            return text.encode()


class CsvRenderer(BaseRenderer):
    """Renders the lines that the view's ``table`` makes of its body as CSV: RFC 4180, UTF-8, a header line first.

    Null is an empty cell, an empty text is ``""``. A text that a spreadsheet would take for a formula gets an
    apostrophe in front.
    """

    media_type = "text/csv"
    format = "csv"
    charset = "utf-8"

    def render(self, data: Any, accepted_media_type: str | None = None, renderer_context: Any = None) -> bytes:
        """Return the CSV bytes; none without data."""
        if data is None:
            return b""
        lines = renderer_context["view"].table(data)
        return "".join(",".join(map(_cell, line)) + "\r\n" for line in lines).encode()


class Negotiation(BaseContentNegotiation):
    """Chooses CSV if the route has it and the client prefers it, else JSON. Chooses no parser, so no body is read."""

    def select_parser(self, request: Any, parsers: Any) -> None:
        """Return no parser: every route only reads, so bodies are ignored."""
        return

    def select_renderer(self, request: Any, renderers: Any, format_suffix: Any = None) -> tuple[Any, str]:
        """Return the renderer that the Accept header prefers, the first of equals; the first if it accepts none."""
        if len(renderers) == 1:
            return renderers[0], renderers[0].media_type
        try:
            accepted = [MediaType(each) for each in request.META.get("HTTP_ACCEPT", "*/*").split(",")]
        except (LookupError, ValueError):
            accepted = []  # the header has a parameter in an encoding that Python does not know
        chosen = max(renderers, key=lambda each: _preference(accepted, each.media_type))
        return chosen, chosen.media_type


def _as_orjson(value: datetime | orjson.Fragment) -> Any:
    """Convert the values that orjson writes natively, for ``json.dumps``."""
    return format_time(value) if isinstance(value, datetime) else orjson.loads(orjson.dumps(value))


def _preference(accepted: list[MediaType], media_type: str) -> tuple[float, int, int]:
    """Rank a media type by the most specific range of the Accept header that matches it (RFC 9110, 12.5.1).

    The rank is that range's quality, then how specific it is, then its position, earlier first. Parameters of a range,
    such as charset, are not compared: every answer is UTF-8.
    """
    main, _, sub = media_type.partition("/")
    names = [("*", "*"), (main, "*"), (main, sub)]
    ranks = [
        (names.index(name), -position, each.quality)
        for position, each in enumerate(accepted)
        if (name := (each.main_type.lower(), each.sub_type.lower())) in names
    ]
    specificity, position, quality = max(ranks, default=(0, 0, 0.0))
    return (quality, specificity, position) if quality else (0.0, 0, 0)


def _cell(value: str | int | bool | datetime | Decimal | None) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format_usd(value)
    if isinstance(value, datetime):
        return format_time(value)
    if not isinstance(value, str):
        return str(value).lower()
    text = defuse_formula(value)
    return f'"{text.replace(QUOTE, QUOTE * 2)}"' if not text or set(text) & set(',"\r\n') else text
