"""The argument ``--reason`` of commands that act on a person or open something."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError


def add_reason(parser: ArgumentParser, *, required: bool = True) -> None:
    """Add ``--reason`` to the command's arguments."""
    parser.add_argument(
        "--reason", required=required, default="", help="Recorded in the audit log, where others can read it."
    )


def reason_of(options: dict[str, Any]) -> str:
    """Return the reason. Raises CommandError for a blank one."""
    reason = str(options["reason"] or "").strip()
    if not reason:
        raise CommandError("--reason must not be empty. Name the request or ticket.")
    return reason
