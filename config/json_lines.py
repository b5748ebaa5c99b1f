"""A log line as JSON. It imports nothing of the site, so that gunicorn's master process can use it too.

What that process imports is not read again when it restarts its web processes (SIGHUP).
"""

import json
import logging
from datetime import UTC, datetime
from typing import Any


class JsonFormatter(logging.Formatter):
    """Formats a record as one line: an object with time (UTC), level, logger, message and, of a fault, traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line. JSON writes control characters as escapes, so a client's text cannot begin another line."""
        return json.dumps(self.fields(record), default=str)

    def fields(self, record: logging.LogRecord) -> dict[str, Any]:
        """Return the object."""
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        fields = {"time": time, "level": record.levelname, "logger": record.name, "message": record.getMessage()}
        if record.exc_info and record.exc_info[0]:
            fields["traceback"] = self.formatException(record.exc_info)
        if record.stack_info:
            fields["stack"] = record.stack_info
        return fields
