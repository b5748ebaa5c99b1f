"""Reads pages of runs, ordered by start or by change; a walk through pages is not affected by what is fed meanwhile."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from billing_access.access.decision import Grant
from billing_access.billing.reports.account_snapshot import AccountSnapshot, parse_snapshot, parse_time
from billing_access.billing.reports.usage_query import Bookmark, Cursor, UsageQuery, WalkEnded
from billing_access.billing.reports.usage_sql import PINNED, SELECTED, page_statement


@dataclass(frozen=True, slots=True)
class UsagePage:
    """One page of a walk; ``as_of``, ``revision``, its ``token`` and the range are those of the walk's first page.

    Each run is a row that starts with the values of ``USAGE_COLUMNS``. The cost is in US dollars, None if it is
    unpriced; token counts are None if they are unknown; tags are the JSON text of an object. A run that was voided has
    the cost status VOID, a cost of 0 and no token counts; its cost was updated when it was voided.
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
    # A page without runs is one row that holds the account snapshot alone.
    runs = rows[: query.limit] if first["run_id"] is not None else []
    next_cursor = None
    if len(rows) > query.limit:
        last = dict(zip(SELECTED, runs[-1], strict=True))
        position = last["revision" if query.updated_after else "started_at"]
        next_cursor = Cursor(start, end, as_of, revision, token, position, last["run_id"])
    return UsagePage(snapshot, start, end, as_of, revision, token, runs, next_cursor)
