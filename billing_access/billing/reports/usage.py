"""Reads pages of runs, ordered by start or by change; a walk through pages is not affected by what is fed meanwhile."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import connection

from billing_access.access.decision import Grant
from billing_access.billing.reports.account_snapshot import AccountSnapshot, parse_snapshot, parse_time
from billing_access.billing.reports.usage_query import Bookmark, Cursor, UsageQuery, WalkEnded
from billing_access.billing.reports.usage_sql import PINNED, SELECTED, page_statement

_MATCHES: Final = SELECTED.index("matches")
_ENDS: Final = SELECTED.index("ends")


@dataclass(frozen=True, slots=True)
class UsagePage:
    """One page of a walk; ``as_of``, ``revision``, its ``token`` and the range are those of the walk's first page.

    Each run is a row that starts with the values of ``USAGE_COLUMNS``. The cost is in US dollars, None if it is
    unpriced; token counts are None if they are unknown; tags are the JSON text of an object. A run that was voided has
    the cost status VOID, a cost of 0 and no token counts; its cost was updated when it was voided.
    A page has fewer runs than its limit, or none, and a next page, if it has examined ``usage_sql.EXAMINED`` runs of
    which few match. ``snapshot`` is the account when this page was read.
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

    A walk returns exactly once every run that was in usage at its revision, at the prices when each page is read, as
    void if it was voided since. With ``updated_after`` it returns those that changed after the bookmark's revision, but
    not those that change again after the walk's, and also as void the runs of the bookmark's revision that were voided
    up to the walk's and not fed again. A copy that applies the rows in order and drops each void run has exactly the
    live runs after a walk that begins after the last change.

    Raises WalkEnded if the cursor's revision, or without a cursor that of ``updated_after``, no longer has its token.
    """
    statement, parameters = page_statement(grant.organization_pk, query, cursor)
    with connection.cursor() as database:
        database.execute(statement, parameters)
        rows = database.fetchall()
    first = dict(zip(SELECTED, rows[0], strict=True))
    snapshot, pinned = parse_snapshot(first["snapshot"], PINNED)
    if not pinned["stands"]:
        raise WalkEnded
    revision, start, end = pinned["seen"], parse_time(pinned["range_start"]), parse_time(pinned["range_end"])
    as_of, token = (cursor.as_of, cursor.token) if cursor else (snapshot.as_of, snapshot.revision_token)
    runs, last = _cut(rows, query.limit)
    next_cursor = None
    if last is not None:
        row = dict(zip(SELECTED, last, strict=True))
        position = row["revision" if query.updated_after else "started_at"]
        next_cursor = Cursor(start, end, as_of, revision, token, position, row["run_id"])
    return UsagePage(snapshot, start, end, as_of, revision, token, runs, next_cursor)


def _cut(rows: list[tuple[Any, ...]], limit: int) -> tuple[list[tuple[Any, ...]], tuple[Any, ...] | None]:
    """Return the page's runs, and the row after which the next page starts; None if this is the last page."""
    end = next((n for n, row in enumerate(rows) if row[_ENDS]), None)
    examined = rows if end is None else rows[: end + 1]
    # A page without runs is one row that holds the account snapshot alone, and does not match either.
    runs = [row for row in examined if row[_MATCHES]]
    if len(runs) > limit:
        return runs[:limit], runs[limit - 1]
    return runs, None if end is None else rows[end]
