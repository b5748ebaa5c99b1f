"""The form of every log line: with the id of its request, without raw control characters or the token of a link."""

import logging
from copy import copy
from typing import Any

from django.http import HttpRequest

from billing_audit.request_context import current_key_id, current_request_id, origin_of
from config.json_lines import JsonFormatter
from config.repeated_faults import RepeatedFaults
from config.request_route import route_of


class LineFormatter(logging.Formatter):
    """Formats a record as one line, followed by the lines of a traceback, each of which begins with ``  | ``.

    What clients write cannot look like another line. A record that Django made of a request names its route instead of
    its path. Of a fault that repeats, the traceback is written once a minute, and the others are counted.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._repeated = RepeatedFaults()

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, or lines."""
        shown = _completed(record)
        shown.request_id = shown.request_id or "-"
        error, repeats = _repeats(self._repeated, shown)
        shown.exc_info = shown.exc_text = shown.stack_info = None
        line = super().format(shown)
        if repeats:
            line += f" ({type(error).__name__} again, {repeats} since its traceback)"
        more = [self.formatException(record.exc_info)] if record.exc_info and error and not repeats else []
        more += [record.stack_info] if record.stack_info else []
        return "\n".join([printable(line), *(f"  | {printable(each)}" for text in more for each in text.split("\n"))])


class JsonLineFormatter(JsonFormatter):
    """Formats a record as one line of JSON, with the same facts, and those of the access log as fields."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._repeated = RepeatedFaults()

    def fields(self, record: logging.LogRecord) -> dict[str, Any]:
        """Return the object; ``repeats`` instead of ``traceback`` if that was written within the last minute."""
        shown = _completed(record)
        _, repeats = _repeats(self._repeated, shown)
        if repeats:
            shown.exc_info = None
        fields = super().fields(shown)
        # The access log's fields.
        answer = getattr(record, "answer", {})
        facts = {"request_id": shown.request_id, "key_id": shown.key_id, **answer, "repeats": repeats}
        return {**fields, **{name: value for name, value in facts.items() if value}}


def printable(text: str) -> str:
    """Return the text with every character that is not printable written as Python writes it, such as ``\\x1b``."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)


def _completed(record: logging.LogRecord) -> Any:
    """Return a copy with the ids of the record's request and key, and with the route instead of the path."""
    shown, request = copy(record), getattr(record, "request", None)
    shown.args = _without_path(record.args, request)
    # Django writes about an answer when the request is over.
    own_id = origin_of(request).request_id if isinstance(request, HttpRequest) else None
    shown.request_id = getattr(record, "request_id", None) or own_id or current_request_id()
    shown.key_id = getattr(record, "key_id", None) or current_key_id()
    return shown


def _repeats(repeated: RepeatedFaults, record: logging.LogRecord) -> tuple[BaseException | None, int]:
    """Return the record's exception, and which one since its last traceback it is; 0: that is to be written."""
    error = record.exc_info[1] if record.exc_info else None
    return error, repeated.count(error) if error else 0


def _without_path(args: Any, request: Any) -> Any:
    if not isinstance(request, HttpRequest) or not isinstance(args, tuple):
        return args
    return tuple(route_of(request) if each == request.path else each for each in args)
