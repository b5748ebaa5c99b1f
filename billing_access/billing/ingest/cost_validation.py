"""Checks what one row of an import says about a run's cost: the amount or the units, and whether it is settled."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from billing_access.billing.ingest.row_fields import InvalidRun, read_choice, read_text
from billing_access.billing.models import CostStatus, RunStatus
from billing_access.billing.money import InvalidMoney, NegativeAmount, exact_usd, is_plain_usd, price_units, round_usd

# A column of the usage export that an import sets itself. A file that has it is such an export.
EXPORTED: Final = "cost_updated_at"
# In such an export, what was credited on the run: the cost there is less this.
CREDITED: Final = "credited_usd"
# The cost of a run with one of these statuses still grows.
UNSETTLED: Final = frozenset({RunStatus.CREATED, RunStatus.QUEUED, RunStatus.RUNNING, RunStatus.PAUSED})
# A run that was taken back is shown as void, and so is one in our own exports.
_VOID: Final = "void"
# Each accepted text maps to itself.
_COST_STATUSES: Final = {value: value for value in (*CostStatus.values, _VOID)}
UNIT_COUNTS: Final = ("units", "cached_units")
_ACCRUING, _FINAL, _UNPRICED = CostStatus.ACCRUING.value, CostStatus.FINAL.value, CostStatus.UNPRICED.value


def read_cost(fields: Mapping[str, Any], unit_price_usd: Decimal | None) -> tuple[Decimal | None, bool]:
    """Return the cost before credits, None if the row gives none, and whether it was rounded to ten decimals.

    With ``unit_price_usd`` the field counts units of that price. Raises InvalidRun.
    """
    cost, was_rounded = _stated_cost(fields, unit_price_usd)
    if cost is not None and EXPORTED in fields and fields.get(CREDITED):
        cost = _gross(fields, cost)
    return cost, was_rounded


def read_units(fields: Mapping[str, Any], *, has_cost: bool) -> tuple[Decimal | None, Decimal | None]:
    """Return the counts of units and of cached units, both None if the row gives neither. Raises InvalidRun."""
    units, cached = (_unit_count(fields, name) for name in UNIT_COUNTS)
    # The units of our own exports explain a cost which they give in US dollars as well.
    if (units is None and cached is None) or (has_cost and fields.get(EXPORTED)):
        return None, None
    if has_cost:
        raise InvalidRun("the row has both units and total_cost_usd; give the cost in one of them")
    return units or Decimal(0), cached or Decimal(0)


def read_cost_status(fields: Mapping[str, Any], status: str | None, figure: Decimal | None, name: str) -> str | None:
    """Return the status of the cost that ``figure`` gives, the value of the field ``name``. Raises InvalidRun.

    ``status`` is the run's: without a cost status in the row, it says whether the cost is final.
    """
    stated = read_choice(fields, "cost_status", _COST_STATUSES) if fields.get("cost_status") else None
    if stated is None:
        return None if figure is None or status is None else _ACCRUING if status in UNSETTLED else _FINAL
    if stated == _VOID:
        raise InvalidRun("cost_status is void, which is not fed; manage.py void_runs takes runs back")
    if (stated == _UNPRICED) != (figure is None):
        shown = "missing" if figure is None else round_usd(figure)
        raise InvalidRun(f"cost_status is {stated}, but {name} is {shown}")
    return None if figure is None else stated


def _stated_cost(fields: Mapping[str, Any], unit_price_usd: Decimal | None) -> tuple[Decimal | None, bool]:
    text = read_text(fields, "total_cost_usd")
    if not text:
        return None, False
    if unit_price_usd is None and is_plain_usd(text):
        return Decimal(text), False
    try:
        exact = exact_usd(text) if unit_price_usd is None else price_units(text, unit_price_usd)
        rounded = round_usd(exact)
    except NegativeAmount as error:
        raise InvalidRun(
            f"total_cost_usd: {error}; a cost never is. Record a refund with manage.py credit_run"
        ) from None
    except InvalidMoney as error:
        raise InvalidRun(f"total_cost_usd: {error}") from None
    return rounded, rounded != exact


def _gross(fields: Mapping[str, Any], net_cost: Decimal) -> Decimal:
    try:
        return round_usd(net_cost + exact_usd(read_text(fields, CREDITED)))
    except InvalidMoney as error:
        raise InvalidRun(f"{CREDITED}: {error}") from None


def _unit_count(fields: Mapping[str, Any], name: str) -> Decimal | None:
    text = read_text(fields, name)
    if not text:
        return None
    try:
        exact = exact_usd(text)
        rounded = round_usd(exact)
    except InvalidMoney as error:
        raise InvalidRun(f"{name}: {error}") from None
    if rounded != exact:
        raise InvalidRun(f"{name} {text[:40]} has more than ten decimals")
    return rounded
