"""The SQL that turns a staged row's units into its cost, at the price that stood when the run started."""

from typing import Final

# A run that was priced in units keeps its prices; only with --correct does it take those that stand now. It takes a
# price for cached units that it had none of.
_KEEPS: Final = "s.units IS NOT NULL AND r.units IS NOT NULL AND NOT %(correct)s::boolean"
# FROM items after the staged row `s` and its stored run `r`: `p` has the prices, `e` the exact cost of the units. The
# columns are null where the row has no units; `e.exact` also where a price is missing.
PRICES: Final = f"""
LEFT JOIN LATERAL (
    SELECT u.unit_price_usd, u.cached_unit_price_usd FROM billing_unit_price u
    WHERE s.units IS NOT NULL AND u.organization_id = s.organization_id
      AND u.valid_from <= coalesce(r.started_at, s.started_at)
    ORDER BY u.valid_from DESC LIMIT 1) v ON true
CROSS JOIN LATERAL (
    SELECT coalesce(CASE WHEN {_KEEPS} THEN r.unit_price_usd END, v.unit_price_usd) AS unit_price_usd,
           coalesce(CASE WHEN {_KEEPS} THEN r.cached_unit_price_usd END, v.cached_unit_price_usd)
               AS cached_unit_price_usd) p
CROSS JOIN LATERAL (
    SELECT s.units * p.unit_price_usd
           + CASE WHEN s.cached_units > 0 THEN s.cached_units * p.cached_unit_price_usd ELSE 0 END AS exact) e"""  # noqa: S608
# round() rounds half away from zero; an even last digit keeps what is below it. Costs are never negative.
_HALF_EVEN: Final = """round(e.exact, 10) - CASE WHEN e.exact - trunc(e.exact, 10) = 0.00000000005
                AND mod(trunc(e.exact, 10) * 10000000000, 2) = 0 THEN 0.0000000001 ELSE 0 END"""
# The columns of the staged row that prices change.
PRICED_COLUMNS: Final = {
    "total_cost_usd": f"coalesce(s.total_cost_usd, {_HALF_EVEN})",
    "unit_price_usd": "coalesce(s.unit_price_usd, p.unit_price_usd)",
    "cached_unit_price_usd": "p.cached_unit_price_usd",
}
# Why a row with units is refused, in the form of ``merge_sql.REFUSALS``.
_SET_IT: Final = "with manage.py sync_organization {} and --price-from, and feed the row again"
UNIT_REFUSALS: Final = {
    "no price": (
        "units IS NOT NULL AND unit_price_usd IS NULL",
        f"units have no price at the run's start; set one {_SET_IT.format('--unit-price')}",
    ),
    "no cached price": (
        "cached_units > 0 AND cached_unit_price_usd IS NULL",
        f"cached_units have no price at the run's start; set one {_SET_IT.format('--cached-unit-price')}",
    ),
    "too many units": (
        "units IS NOT NULL AND total_cost_usd >= 10000000000",
        "these units cost too much; amounts are below 10000000000",
    ),
}
_UNITS: Final = ("units", "cached_units", "unit_price_usd", "cached_unit_price_usd")
OTHER_UNITS: Final = "coalesce((units, cached_units) <> (old_units, old_cached_units), false)"


def _filled(age: str) -> str:
    return ", ".join(f"coalesce({age}{name}, -1)" for name in _UNITS)


# Whether the row's units and prices are taken: with the cost that they explain. If the same cost is fed in units and in
# US dollars, in any order, the units are kept, and without units the price.
TAKES_UNITS: Final = f"""CASE WHEN (total_cost_usd, fed_cost_status) = (old_total_cost_usd, old_cost_status)
                AND NOT (fed_cost_status = 'final' AND NOT is_stale AND {OTHER_UNITS})
           THEN ({_filled("")}) > ({_filled("old_")}) ELSE is_better END"""
UNIT_RULES: Final = {
    name: f"CASE WHEN takes_units THEN {name} ELSE old_{name} END"
    for name in ("unit_price_usd", "cached_unit_price_usd", "units", "cached_units")
}
