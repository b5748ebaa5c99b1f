"""Reads pages of runs, ordered by start or by change; a walk through pages is not affected by what is fed meanwhile."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from django.db import connection

from billing_access.access.decision import Grant
from billing_access.billing.reports.account_snapshot import (
    SNAPSHOT_FROM,
    SNAPSHOT_SELECT,
    AccountSnapshot,
    parse_snapshot,
    parse_time,
    snapshot_json,
)
from billing_access.billing.reports.run import run_filters
from billing_access.billing.reports.usage_query import Bookmark, Cursor, UsageQuery, WalkEnded

# The columns of a run that usage returns.
USAGE_COLUMNS: Final = (
    "run_id", "run_type", "status", "started_at", "finished_at", "total_cost_usd", "cost_status", "llm_tokens_in",
    "llm_tokens_out", "tags", "cost_updated_at",
)  # fmt: skip
_SELECTED: Final = (*USAGE_COLUMNS, "revision", "snapshot")

# What a page adds to the account snapshot: the revision that the whole walk reads at, whether the walk can go on, and
# its range.
_PINNED: Final = {name: f"s.{name}" for name in ("seen", "stands", "range_start", "range_end")}
# The account snapshot and the runs come from one statement. A cursor pins the revision and the range of the first page;
# `pinned` has them. The cursor or bookmark stands while its revision, `known`, has its token; revision 0 has none and
# always stands.
_PAGE: Final = f"""
WITH snapshot AS MATERIALIZED (
    SELECT {SNAPSHOT_SELECT} FROM {SNAPSHOT_FROM}
), pinned AS MATERIALIZED (
    SELECT s.*, coalesce(%(revision)s::bigint, s.revision) AS seen,
           %(known)s::bigint = 0 OR EXISTS (
               SELECT FROM billing_revision v
               WHERE v.organization_id = %(organization)s::bigint AND v.revision = %(known)s::bigint
                 AND v.token = %(token)s::uuid AND v.revision <= s.revision) AS stands,
           coalesce(%(start)s::timestamptz, s.period_start) AS range_start,
           coalesce(%(end)s::timestamptz, s.period_end) AS range_end
    FROM snapshot s
), encoded AS MATERIALIZED (
    SELECT {snapshot_json(_PINNED)} AS snapshot FROM pinned s
)
SELECT {", ".join(_SELECTED)}
FROM encoded s LEFT JOIN (
    SELECT r.* FROM pinned s CROSS JOIN LATERAL (
        SELECT * FROM billing_run r
        WHERE r.organization_id = %(organization)s::bigint AND r.started_at IS NOT NULL
          {{keyset}}{{filters}}
        ORDER BY {{order}}
        LIMIT %(rows)s::int) r) r ON true
ORDER BY {{order}}
"""  # noqa: S608 (constants only)
# Each side of the range is a single row comparison: with an additional `started_at < ...` PostgreSQL would read the
# whole range for one page. No run id is empty, so `> (start, '')` includes the start, and `< (end, '')` excludes the
# end.
_BY_START: Final = """
      AND (r.started_at, r.run_id) > (coalesce(%(after)s::timestamptz, s.range_start), %(after_id)s::varchar)
      AND (r.started_at, r.run_id) < (coalesce(%(before)s::timestamptz, s.range_end), %(before_id)s::varchar)
      AND r.first_revision <= s.seen"""
# A run that changes again during the walk gets a revision after `seen`, and is in the next copy. The range is a CASE,
# which no index serves: through the index on the start PostgreSQL would read and sort the whole history for each page.
_BY_CHANGE: Final = """
      AND (r.revision, r.run_id) > (%(after)s::bigint, %(after_id)s::varchar) AND r.revision <= s.seen
      AND CASE WHEN r.started_at >= s.range_start THEN r.started_at < s.range_end END"""


@dataclass(frozen=True, slots=True)
class UsagePage:
    """One page of a walk; ``as_of``, ``revision``, its ``token`` and the range are those of the walk's first page.

    Each run is a row that starts with the values of ``USAGE_COLUMNS``. The cost is in US dollars, None if it is
    unpriced; token counts are None if they are unknown; tags are the JSON text of an object.
    ``snapshot`` is the account when this page was read.
    """

    snapshot: AccountSnapshot
    start: datetime
    end: datetime
    as_of: datetime
    revision: int
    token: str | None
    runs: list[tuple[Any, ...]]
    next_cursor: Cursor | None

    @property
    def bookmark(self) -> Bookmark:
        """Where the next copy starts once this walk has ended.

        Nothing can commit later at this revision or a lower one: revisions are taken under the account's lock.
        """
        return Bookmark(self.start, self.end, self.revision, self.token)


def read_usage(grant: Grant, query: UsageQuery, cursor: Cursor | None = None) -> UsagePage:
    """Read one page of the grant's organization in one SELECT; ``cursor`` is the previous page's ``next_cursor``.

    A walk returns exactly once every run that was in usage at its revision, at the prices when each page is read.
    Raises WalkEnded if the cursor's revision, or without a cursor that of ``updated_after``, no longer has its token.
    """
    statement, parameters = page_statement(grant.organization_pk, query, cursor)
    with connection.cursor() as database:
        database.execute(statement, parameters)
        rows = database.fetchall()
    first = dict(zip(_SELECTED, rows[0], strict=True))
    snapshot, pinned = parse_snapshot(first["snapshot"], _PINNED)
    if not pinned["stands"]:
        raise WalkEnded
    revision, start, end = pinned["seen"], parse_time(pinned["range_start"]), parse_time(pinned["range_end"])
    as_of, token = (cursor.as_of, cursor.token) if cursor else (snapshot.as_of, snapshot.revision_token)
    # A page without runs is one row that holds the account snapshot alone.
    runs = rows[: query.limit] if first["run_id"] is not None else []
    next_cursor = None
    if len(rows) > query.limit:
        last = dict(zip(_SELECTED, runs[-1], strict=True))
        position = last["revision" if query.updated_after else "started_at"]
        next_cursor = Cursor(start, end, as_of, revision, token, position, last["run_id"])
    return UsagePage(snapshot, start, end, as_of, revision, token, runs, next_cursor)


def page_statement(organization_pk: int, query: UsageQuery, cursor: Cursor | None = None) -> tuple[str, dict[str, Any]]:
    """Return the SQL statement of a page and its parameters."""
    filters, parameters = run_filters(query.tags, status=query.status, run_type=query.run_type)
    pinned = cursor or query.updated_after
    parameters |= {
        "organization": organization_pk,
        "revision": cursor.revision if cursor else None,
        "known": pinned.revision if pinned else 0,
        "token": pinned.token if pinned else None,
        "start": pinned.start if pinned else _utc(query.start),
        "end": pinned.end if pinned else _utc(query.end),
        "rows": query.limit + 1,
    }
    if query.updated_after is not None:
        parameters["after"] = cursor.position if cursor else query.updated_after.revision + 1
        parameters["after_id"] = cursor.run_id if cursor else ""
        return _PAGE.format(keyset=_BY_CHANGE, filters=filters, order="r.revision, r.run_id"), parameters
    descending = query.order == "desc"
    last = (cursor.position, cursor.run_id) if cursor else (None, "")
    parameters |= {
        "after": None if descending else last[0],
        "after_id": "" if descending else last[1],
        "before": last[0] if descending else None,
        "before_id": last[1] if descending else "",
    }
    order = "r.started_at DESC, r.run_id DESC" if descending else "r.started_at, r.run_id"
    return _PAGE.format(keyset=_BY_START, filters=filters, order=order), parameters


def _utc(time: datetime | None) -> datetime | None:
    return None if time is None else time.astimezone(UTC)
