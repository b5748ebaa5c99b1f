"""The billing period in SQL, as every reader computes it: from a day of the month, 00:00 UTC, to the next."""

from typing import Final

# FROM-item for a statement that has `c.now` and the account `a` (which may be missing: then calendar months).
# The start day is 28 at most, so that a month added never lands on another day.
PERIOD: Final = """
LATERAL (SELECT date_trunc('month', (c.now AT TIME ZONE 'UTC') - make_interval(days => d.day)) AS month, d.day
         FROM (SELECT coalesce(a.period_start_day, 1)::int - 1 AS day) d) m,
LATERAL (SELECT (m.month + make_interval(days => m.day)) AT TIME ZONE 'UTC' AS period_start,
                (m.month + make_interval(days => m.day) + interval '1 month') AT TIME ZONE 'UTC' AS period_end) p
"""
