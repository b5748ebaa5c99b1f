"""Usage: pages of runs by their start, in a snapshot that holds still while the organization is fed."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, Literal

from django.db import connection

from billing_access.access.decision import Grant
from billing_access.billing.cursor import Cursor
from billing_access.billing.periods import PERIOD
from billing_access.billing.runs import RUN_COLUMNS, RunRow, is_storable, run_row

DEFAULT_LIMIT: Final = 100
MAX_LIMIT: Final = 500

# The snapshot (the account's revision) and its runs come from one statement. Each side of the range is one row
# comparison: a `started_at <` beside it would read the whole range instead of a page. No run id is empty, so
# `> (start, '')` includes the start and `< (end, '')` excludes the end.
_PAGE: Final = """
WITH head AS MATERIALIZED (
    SELECT coalesce(%(as_of)s::timestamptz, c.now) AS as_of,
           coalesce(%(revision)s::bigint, a.revision, 0) AS revision,
           coalesce(%(start)s::timestamptz, p.period_start) AS range_start,
           coalesce(%(end)s::timestamptz, p.period_end) AS range_end
    FROM (SELECT statement_timestamp() AS now) c
    LEFT JOIN billing_account a ON a.organization_id = %(organization)s::bigint
    CROSS JOIN {period}
)
SELECT h.as_of, h.revision, h.range_start, h.range_end, {columns}
FROM head h LEFT JOIN LATERAL (
    SELECT * FROM billing_run r
    WHERE r.organization_id = %(organization)s::bigint AND r.started_at IS NOT NULL
      AND (r.started_at, r.run_id) > (coalesce(%(after)s::timestamptz, h.range_start), %(after_id)s::varchar)
      AND (r.started_at, r.run_id) < (coalesce(%(before)s::timestamptz, h.range_end), %(before_id)s::varchar)
      AND r.first_revision <= h.revision{filters}
    ORDER BY r.started_at {order}, r.run_id {order}
    LIMIT %(rows)s::int) r ON true
ORDER BY r.started_at {order}, r.run_id {order}
"""


@dataclass(frozen=True, slots=True)
class UsageQuery:
    """Which runs: those started in ``[start, end)`` that match every filter.

    A side of the range that is None is the account's current period's. ``tags`` are (key, value) pairs, all of
    which must match. ``limit`` is 1 to 500.
    """

    start: datetime | None = None
    end: datetime | None = None
    limit: int = DEFAULT_LIMIT
    tags: tuple[tuple[str, str], ...] = ()
    status: str | None = None
    run_type: str | None = None
    order: Literal["desc", "asc"] = "desc"


@dataclass(frozen=True, slots=True)
class UsagePage:
    """One page of a walk. ``as_of`` and ``revision`` are those of its first page; the range is the one in force."""

    start: datetime
    end: datetime
    as_of: datetime
    revision: int
    runs: list[RunRow]
    next_cursor: Cursor | None


def read_usage(grant: Grant, query: UsageQuery, cursor: Cursor | None = None) -> UsagePage:
    """Read one page of the grant's organization in one SELECT; ``cursor`` is the previous page's ``next_cursor``.

    A walk sees every run of its snapshot once: those in usage at its revision. Prices are as they stand now.
    """
    statement, parameters = page_statement(grant.organization_pk, query, cursor)
    with connection.cursor() as database:
        database.execute(statement, parameters)
        rows = database.fetchall()
    as_of, revision, start, end = rows[0][:4]
    runs = [run_row(row[4:]) for row in rows[: query.limit] if row[4] is not None]
    following = None
    if len(rows) > query.limit and runs[-1].started_at is not None:
        following = Cursor(start, end, as_of, revision, runs[-1].started_at, runs[-1].run_id)
    return UsagePage(start, end, as_of, revision, runs, following)


def page_statement(organization_pk: int, query: UsageQuery, cursor: Cursor | None = None) -> tuple[str, dict[str, Any]]:
    """Return the page's statement and its parameters."""
    filters, parameters = _filters(query)
    descending = query.order == "desc"
    place = (cursor.started_at, cursor.run_id) if cursor else (None, "")
    parameters |= {
        "organization": organization_pk,
        "as_of": cursor.as_of if cursor else None,
        "revision": cursor.revision if cursor else None,
        "start": cursor.start if cursor else _utc(query.start),
        "end": cursor.end if cursor else _utc(query.end),
        "after": None if descending else place[0],
        "after_id": "" if descending else place[1],
        "before": place[0] if descending else None,
        "before_id": place[1] if descending else "",
        "rows": query.limit + 1,
    }
    order = "DESC" if descending else "ASC"
    return _PAGE.format(period=PERIOD, columns=RUN_COLUMNS, filters=filters, order=order), parameters


def _filters(query: UsageQuery) -> tuple[str, dict[str, Any]]:
    text, parameters = "", {}
    for column in ("status", "run_type"):
        if (value := getattr(query, column)) is not None:
            text += f" AND r.{column} = %({column})s::varchar"
            parameters[column] = value
    for number, (key, value) in enumerate(query.tags):
        if not is_storable(key + value):
            return " AND false", {}
        text += f" AND r.tags @> %(tag_{number})s::jsonb"
        parameters[f"tag_{number}"] = json.dumps({key: value})
    return text, parameters


def _utc(time: datetime | None) -> datetime | None:
    return None if time is None else time.astimezone(UTC)
