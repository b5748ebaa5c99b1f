"""Builds the one SELECT of a page of usage: live runs, and those that were voided while readers still know them.

The first page of a walk by start reads at the newest revision, so no voided run belongs to it. Later pages, and all
pages of a copy (``updated_after``), read voided runs too.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from billing_access.billing.reports.account_snapshot import SNAPSHOT_FROM, SNAPSHOT_SELECT, STANDS, snapshot_json
from billing_access.billing.reports.run import run_filters
from billing_access.billing.reports.usage_query import Cursor, UsageQuery
from billing_access.billing.rollups import NET_COST
from billing_access.billing.tokens import TOKEN_COUNTS

# The columns of a run that usage returns.
USAGE_COLUMNS: Final = (
    "run_id", "run_type", "status", "started_at", "finished_at", "total_cost_usd", "credited_usd", "cost_status",
    "units", "cached_units", *TOKEN_COUNTS, "tags", "cost_updated_at",
)  # fmt: skip
# The cost status of a voided run.
VOID: Final = "void"
# What usage returns of a run instead of its own columns, and of a voided one.
_AS_LIVE: Final = {"total_cost_usd": NET_COST.format(run="r")}
_AS_VOID: Final = {
    "total_cost_usd": "0::numeric",
    "credited_usd": "0::numeric",
    "cost_status": f"'{VOID}'::varchar",
    "units": "NULL::numeric",
    "cached_units": "NULL::numeric",
    **dict.fromkeys(TOKEN_COUNTS, "NULL::bigint"),
    "cost_updated_at": "r.voided_at",
}
# The columns of a statement's rows.
SELECTED: Final = (*USAGE_COLUMNS, "revision", "matches", "ends", "snapshot")
# A statement examines at most this many runs of each side, however few of them match the filters. If it stops there,
# the last one that it examined is a row too: it `ends` the page, and the next page starts after it.
EXAMINED: Final = 100_000
# What a page adds to the account snapshot: the revision that the whole walk reads at, whether the walk can go on, and
# its range.
PINNED: Final = {name: f"s.{name}" for name in ("seen", "stands", "range_start", "range_end")}

_OF_ORGANIZATION: Final = "r.organization_id = %(organization)s::bigint AND r.started_at IS NOT NULL"
_NEXT_VOID: Final = f"""
    SELECT (SELECT min(r.void_revision) FROM billing_voided_run r
            WHERE {_OF_ORGANIZATION} AND r.void_revision > {{0}}) AS revision"""  # noqa: S608 (constants only)
# The account snapshot and the runs come from one statement. A cursor pins the revision and the range of the first page;
# `pinned` has them.
_PAGE: Final = f"""
WITH RECURSIVE snapshot AS MATERIALIZED (
    SELECT {SNAPSHOT_SELECT} FROM {SNAPSHOT_FROM}
), pinned AS MATERIALIZED (
    SELECT s.*, coalesce(%(revision)s::bigint, s.revision) AS seen,
           {STANDS} AS stands,
           coalesce(%(start)s::timestamptz, s.period_start) AS range_start,
           coalesce(%(end)s::timestamptz, s.period_end) AS range_end
    FROM snapshot s
), encoded AS MATERIALIZED (
    SELECT {snapshot_json(PINNED)} AS snapshot FROM pinned s
){{voids}}
SELECT {", ".join(SELECTED)}
FROM encoded s LEFT JOIN ({{runs}}) r ON true
ORDER BY {{order}}
"""  # noqa: S608 (constants only)
# The revisions after the walk's at which runs were voided, and at last a null.
_VOIDS: Final = f""", voids AS ({_NEXT_VOID.format("s.seen")} FROM pinned s
    UNION ALL{_NEXT_VOID.format("v.revision")} FROM voids v WHERE v.revision IS NOT NULL
)"""
# Each side of the range is a single row comparison: with an additional `started_at < ...` PostgreSQL would read the
# whole range for one page. No run id is empty, so `> (start, '')` includes the start, and `< (end, '')` excludes the
# end.
_BY_START: Final = """(r.started_at, r.run_id)
          > (coalesce(%(after)s::timestamptz, s.range_start), %(after_id)s::varchar)
      AND (r.started_at, r.run_id) < (coalesce(%(before)s::timestamptz, s.range_end), %(before_id)s::varchar)"""
_SEEN: Final = "r.first_revision <= s.seen"
# A run that changes again during the walk gets a revision after `seen`, and is in the next copy.
_BY_CHANGE: Final = "(r.{0}, r.run_id) > (%(after)s::bigint, %(after_id)s::varchar) AND r.{0} <= s.seen"
_IN_RANGE: Final = "r.started_at >= s.range_start AND r.started_at < s.range_end"
# How many runs of a side are examined. Voids are many sides.
_MOST: Final = "(SELECT %(examined)s::int)"
_OF_EACH_VOID: Final = "(SELECT 1 + %(examined)s::int / count(*)::int FROM voids)"


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
        "examined": EXAMINED,
    }
    if query.updated_after is not None:
        copied = query.updated_after.revision
        after, after_id = (cursor.position, cursor.run_id) if cursor else (copied + 1, "")
        parameters |= {"copied": copied, "after": after, "after_id": after_id}
        walk, matches, order = _BY_CHANGE.format("revision"), _IN_RANGE + filters, "r.revision, r.run_id"
        sides = [_live(walk, matches, order), _voided_since(walk, matches, order), _voided_until(walk, matches)]
        return _merged(sides, order), parameters
    descending = query.order == "desc"
    last = (cursor.position, cursor.run_id) if cursor else (None, "")
    parameters |= {
        "after": None if descending else last[0],
        "after_id": "" if descending else last[1],
        "before": last[0] if descending else None,
        "before_id": last[1] if descending else "",
    }
    order = "r.started_at DESC, r.run_id DESC" if descending else "r.started_at, r.run_id"
    matches = _SEEN + filters
    if cursor is None:
        return _PAGE.format(voids="", runs=_live(_BY_START, matches, order), order=order), parameters
    return _merged([_live(_BY_START, matches, order), _voided_since(_BY_START, matches, order)], order), parameters


def _live(walk: str, matches: str, order: str) -> str:
    """Return a SELECT of live runs.

    ``walk`` is the SQL of the rest of the walk, which an index on ``order`` serves, and ``matches`` that of the runs in
    it that the page is of.
    """
    return _side("pinned s", "billing_run", walk, matches, order, _AS_LIVE)


def _voided_since(walk: str, matches: str, order: str) -> str:
    """Return a SELECT of the runs that were voided after the walk's revision; they keep their place in the walk.

    Each void is read on its own, in order and with a limit. With one condition for all voids, PostgreSQL would read
    every run that was voided since, or every run that ever was.
    """
    context, in_void = "pinned s CROSS JOIN voids v", f"r.void_revision = v.revision AND {walk}"
    return _side(context, "billing_voided_run", in_void, matches, order, _AS_VOID, _OF_EACH_VOID)


def _voided_until(walk: str, matches: str) -> str:
    """Return a SELECT of the runs that were voided up to the walk's revision, each at the revision of its void.

    Of those that the copy knows; a run that was fed again is left out if it comes later in this walk.
    """
    # PostgreSQL may plan an EXISTS as a join that reads all runs, so these are scalar subqueries. It expects hardly any
    # row where one IS NULL, and would then sort them all, so they are in a coalesce. No index serves the difference:
    # through the index on voids PostgreSQL would look for the run in all that came since.
    again = f"""SELECT true FROM billing_run r
        WHERE r.run_id = examined_id AND {_OF_ORGANIZATION} AND {walk} AND {matches}"""  # noqa: S608 (constants only)
    gone_again = f"{again.replace('billing_run', 'billing_voided_run')} AND r.void_revision - s.seen > 0"
    known = f"""{matches} AND r.first_revision <= %(copied)s::bigint
      AND NOT coalesce(({again} LIMIT 1), ({gone_again} LIMIT 1), false)"""
    columns = _AS_VOID | {"revision": "r.void_revision"}
    by_void = _BY_CHANGE.format("void_revision")
    return _side("pinned s", "billing_voided_run", by_void, known, "r.void_revision, r.run_id", columns)


def _side(
    context: str, table: str, walk: str, matches: str, order: str, replaced: Mapping[str, str], most: str = _MOST
) -> str:
    """Return a SELECT of at most a page's rows, of at most ``most`` runs of the walk, with some columns replaced."""
    # The statistics are about all voids: where most are small, PostgreSQL would expect less than a page, and read and
    # sort all of a large one. It cannot plan for a limit that is in a SELECT, and then reads in order.
    limit = "(SELECT %(rows)s::int)" if replaced is not _AS_LIVE else "%(rows)s::int"
    columns = ", ".join(f"{replaced.get(name, f'r.{name}')} AS {name}" for name in (*USAGE_COLUMNS, "revision"))
    return f"""
    SELECT r.* FROM {context} CROSS JOIN LATERAL (
        SELECT {columns}, w.matches, r.number = {most} AS ends
        FROM (SELECT r.*, r.run_id AS examined_id, row_number() OVER (ORDER BY {order}) AS number FROM {table} r
              WHERE {_OF_ORGANIZATION} AND {walk}
              ORDER BY {order} LIMIT {most}) r
        CROSS JOIN LATERAL (SELECT coalesce({matches}, false) AS matches) w
        WHERE w.matches OR r.number = {most}
        ORDER BY {order}
        LIMIT {limit}) r"""  # noqa: S608 (constants only)


def _merged(sides: Sequence[str], order: str) -> str:
    """Return the statement of a page with runs of several sides.

    A run that was voided and fed again can be in two of them at one place, and match in one. That row comes first: the
    page may end at the other, and the next one starts after both.
    """
    order = f"{order}, r.matches DESC"
    runs = f"SELECT r.* FROM ({' UNION ALL '.join(sides)}) r ORDER BY {order} LIMIT %(rows)s::int"  # noqa: S608
    return _PAGE.format(voids=_VOIDS, runs=runs, order=order)


def _utc(time: datetime | None) -> datetime | None:
    return None if time is None else time.astimezone(UTC)
