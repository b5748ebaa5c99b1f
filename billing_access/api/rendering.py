"""JSON out, nothing negotiated: the API speaks one format."""

import json
from typing import Any

import orjson
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer


class JsonRenderer(BaseRenderer):
    """Writes JSON. Money, times and ids arrive as strings; a float would be an error of ours."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(self, data: Any, accepted_media_type: str | None = None, renderer_context: Any = None) -> bytes:
        """Return the JSON bytes; no data is no bytes."""
        if data is None:
            return b""
        try:
            return orjson.dumps(data)
        except TypeError:
            # orjson stops at 64 bits; a sum of tokens does not.
            return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


class JsonOnly(BaseContentNegotiation):
    """Chooses JSON whatever the client accepts, and reads no body."""

    def select_parser(self, request: Any, parsers: Any) -> None:
        """Keys only read: a body is never parsed."""
        return

    def select_renderer(self, request: Any, renderers: Any, format_suffix: Any = None) -> tuple[Any, str]:
        """Return the one renderer."""
        return renderers[0], renderers[0].media_type
