"""The form of every log line: with the id of its request, without raw control characters or the token of a link."""

import logging
from copy import copy
from typing import Any

from django.http import HttpRequest

from billing_audit.request_context import current_request_id, origin_of
from config.access_log import route_of


class LineFormatter(logging.Formatter):
    """Formats a record as one line, followed by the lines of a traceback, each of which begins with ``  | ``.

    What clients write cannot look like another line. A record that Django made of a request names its route instead of
    its path.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, or lines."""
        shown, request = copy(record), getattr(record, "request", None)
        shown.args = _without_path(record.args, request)
        # Django writes about an answer when the request is over.
        own_id = origin_of(request).request_id if isinstance(request, HttpRequest) else None
        shown.request_id = getattr(record, "request_id", None) or own_id or current_request_id() or "-"
        shown.exc_info = shown.exc_text = shown.stack_info = None
        line = printable(super().format(shown))
        more = [self.formatException(record.exc_info)] if record.exc_info and record.exc_info[0] else []
        more += [record.stack_info] if record.stack_info else []
        return "\n".join([line, *(f"  | {printable(each)}" for text in more for each in text.split("\n"))])


def printable(text: str) -> str:
    """Return the text with every character that is not printable written as Python writes it, such as ``\\x1b``."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)


def _without_path(args: Any, request: Any) -> Any:
    if not isinstance(request, HttpRequest) or not isinstance(args, tuple):
        return args
    return tuple(route_of(request) if each == request.path else each for each in args)
