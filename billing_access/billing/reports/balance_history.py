"""Reads what changed a balance in some days: its entries, and the usage of each day, with the balance after each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, NamedTuple

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
from billing_access.billing.reports.buckets import DAY, round_up
from billing_access.billing.reports.entries import Totals, totals_of

MAX_LINES: Final = 100
USAGE: Final = "usage"


class Line(NamedTuple):
    """What changed the balance by ``amount_usd``, and the balance after it, in US dollars.

    Either an entry, at the time when it occurred, or what the runs cost that started on one day: ``kind`` is USAGE, the
    time is the end of that day, which is the one with this index, and ``run_count`` is not None.
    """

    at: datetime
    kind: str
    reference: str
    amount_usd: Decimal
    run_count: int | None
    day: int
    balance_usd: Decimal


@dataclass(frozen=True, slots=True)
class BalanceHistory:
    """The balance in a range of days, all of one revision. Money in US dollars.

    ``lines`` are at most MAX_LINES, newest first, of ``line_count``; each line's balance is that of the next one, which
    is older, plus its amount. ``day_ends`` are the balances at the end of each day; that of the current day is the
    current balance. ``first_at`` is when the first entry or run counts, None if there is none.
    If ``totals`` has no balance, the balances of lines and days mean nothing.
    """

    snapshot: AccountSnapshot
    totals: Totals
    lines: list[Line]
    line_count: int
    day_ends: list[Decimal]
    first_at: datetime | None


# What the statement adds to the account snapshot; amounts are texts, since JSON numbers would be parsed into floats.
_MORE: Final = {
    "entries_total": "s.entries_total_usd::text",
    "usage_total": "s.usage_total_usd::text",
    "closing": "s.closing::text",
    "first_at": "s.first_at",
    "line_count": "(SELECT count(*) FROM line)",
    "days": """(SELECT coalesce(json_agg(json_build_array(d.day, d.amount::text)), '[]')
        FROM (SELECT day, sum(amount_usd) AS amount FROM line GROUP BY day) d)""",
}
_ROLLUP: Final = "organization_id = %(organization)s::bigint AND tag_key = ''"
# The balance is counted backwards from the current one, so that no line before the range is read. The range ends at a
# midnight of any time zone: what was used since then is read by quarter hours up to the next UTC day, then by days.
_HISTORY: Final = f"""
WITH snapshot AS MATERIALIZED (
    SELECT {SNAPSHOT_SELECT}, a.entries_total_usd, a.usage_total_usd,
           a.entries_total_usd - a.usage_total_usd
           - (SELECT coalesce(sum(amount_usd), 0) FROM billing_balance_entry
              WHERE organization_id = %(organization)s::bigint AND occurred_at >= %(end)s::timestamptz)
           + (SELECT coalesce(sum(total_cost_usd), 0) FROM billing_usage_quarter_hour
              WHERE {_ROLLUP} AND bucket_start >= %(end)s::timestamptz AND bucket_start < %(end_day)s::timestamptz)
           + (SELECT coalesce(sum(total_cost_usd), 0) FROM billing_usage_day
              WHERE {_ROLLUP} AND bucket_start >= %(end_day)s::timestamptz) AS closing,
           least((SELECT min(occurred_at) FROM billing_balance_entry
                  WHERE organization_id = %(organization)s::bigint),
                 (SELECT min(bucket_start) FROM billing_usage_day WHERE {_ROLLUP})) AS first_at
    FROM {SNAPSHOT_FROM}
), line AS MATERIALIZED (
    SELECT occurred_at AS at, true AS is_entry, id AS number, kind, reference, amount_usd, NULL::bigint AS run_count,
           width_bucket(occurred_at, %(edges)s::timestamptz[]) - 1 AS day
    FROM billing_balance_entry
    WHERE organization_id = %(organization)s::bigint
      AND occurred_at >= %(start)s::timestamptz AND occurred_at < %(end)s::timestamptz
    UNION ALL
    SELECT (%(edges)s::timestamptz[])[u.day + 2], false, u.day, '{USAGE}', '', -u.cost, u.runs, u.day
    FROM (SELECT width_bucket(bucket_start, %(edges)s::timestamptz[]) - 1 AS day,
                 sum(total_cost_usd) AS cost, sum(run_count)::bigint AS runs
          FROM billing_usage_quarter_hour
          WHERE {_ROLLUP} AND bucket_start >= %(start)s::timestamptz AND bucket_start < %(end)s::timestamptz
          GROUP BY 1 HAVING sum(run_count) > 0) u
), encoded AS MATERIALIZED (
    SELECT {snapshot_json(_MORE)} AS snapshot FROM snapshot s
)
SELECT {", ".join(Line._fields)}, snapshot
FROM encoded LEFT JOIN (
    SELECT l.*, s.closing - coalesce(sum(amount_usd) OVER newer, 0) AS balance_usd
    FROM line l CROSS JOIN snapshot s
    WINDOW newer AS (ORDER BY at DESC, is_entry DESC, number DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
    ORDER BY at DESC, is_entry DESC, number DESC
    LIMIT {MAX_LINES} OFFSET %(skipped)s::bigint) l ON true
ORDER BY at DESC, is_entry DESC, number DESC
"""  # noqa: S608 (constants only)


def read_balance_history(grant: Grant, edges: Sequence[datetime], skipped: int = 0) -> BalanceHistory:
    """Read the history of the grant's organization in the days with these edges, in one SELECT.

    The newest ``skipped`` lines are left out.
    """
    parameters: dict[str, Any] = {
        "organization": grant.organization_pk,
        "edges": list(edges),
        "start": edges[0],
        "end": edges[-1],
        "end_day": round_up(edges[-1], DAY),
        "skipped": skipped,
    }
    with connection.cursor() as cursor:
        cursor.execute(_HISTORY, parameters)
        rows = cursor.fetchall()
    snapshot, more = parse_snapshot(rows[0][-1], _MORE)
    return BalanceHistory(
        snapshot=snapshot,
        totals=totals_of(snapshot, more["entries_total"], more["usage_total"]),
        # A history without lines is one row that holds the account snapshot alone.
        lines=[Line(*row[:-1]) for row in rows if row[0] is not None],
        line_count=more["line_count"],
        day_ends=_day_ends(more, len(edges) - 1),
        first_at=parse_time(more["first_at"]),
    )


def _day_ends(more: dict[str, Any], number: int) -> list[Decimal]:
    """Return the balance at the end of each day, from that at the end of the last one and what each day changed."""
    changes = {day: Decimal(amount) for day, amount in more["days"]}
    balance, backwards = Decimal(more["closing"] or 0), []
    for day in reversed(range(number)):
        backwards.append(balance)
        balance -= changes.get(day, Decimal(0))
    return backwards[::-1]
