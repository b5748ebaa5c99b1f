"""The names of logs: an organization's public id, or ``platform``; after a restore ``<log>#2``, then ``<log>#3``.

Each name has a Merkle tree, an origin and checkpoints of its own. Events stay those of the organization, which each
name's first part tells. So what was sealed before a restore still verifies under the name that it had then.
"""

from collections.abc import Collection
from typing import Final

from django.db import connection

PLATFORM: Final = "platform"
# The newest name is the longest one: numbers have no leading zeros. An index serves the condition.
_NEWEST: Final = """
SELECT asked.log, newest.log FROM unnest(%s::text[]) AS asked (log) CROSS JOIN LATERAL (
    SELECT log FROM billing_audit_tree WHERE split_part(log, '#', 1) = asked.log ORDER BY length(log) DESC, log DESC
    LIMIT 1
) newest
"""
_NAMES: Final = "SELECT log FROM billing_audit_tree WHERE split_part(log, '#', 1) = %s ORDER BY length(log), log"


def first_name(log: str) -> str:
    """Return the name that the log had before its first restore."""
    return log.partition("#")[0]


def number_of(log: str) -> int:
    """Return which name of its log this is: 1, or after a restore 2, 3, ...."""
    suffix = log.partition("#")[2]
    return int(suffix) if suffix.isdecimal() else 1


def next_name(log: str) -> str:
    """Return the name under which the log goes on after a restore."""
    return f"{first_name(log)}#{number_of(log) + 1}"


def organization_of(log: str) -> str | None:
    """Return the public id of the organization whose events the log holds; None for the platform's own."""
    first = first_name(log)
    return None if first == PLATFORM else first


def newest_names(logs: Collection[str]) -> dict[str, str]:
    """Return by first name the name under which each log goes on: the first one unless it was restored. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_NEWEST, [list(logs)])
        return {log: log for log in logs} | dict(cursor.fetchall())


def newest_name(log: str) -> str:
    """Return the name under which one log, given by its first name, goes on. One query."""
    return newest_names([log])[log]


def names_of(log: str) -> list[str]:
    """Return the names of a log that have a tree, the oldest first. The log is given by its first name. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_NAMES, [log])
        return [name for (name,) in cursor.fetchall()]
