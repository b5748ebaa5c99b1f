"""What a rule of each kind is made of, what is accepted, and how pages and e-mails say it."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final, NamedTuple

from billing_access.billing.identifiers import LONGEST_TAG_VALUE, stored_form
from billing_access.billing.ledger.changes import InvalidChange, event_value, exact_amount
from billing_access.billing.models import AlertKind, AlertRule
from billing_access.billing.money import format_units, format_usd, usd_text

# The percentages of the amount at which a period's spend fires.
STEPS: Final = (50, 80, 100)
SPEND: Final = frozenset({AlertKind.DAY_SPEND, AlertKind.DAY_SPIKE, AlertKind.PERIOD_SPEND})
OF_DAYS: Final = frozenset({AlertKind.DAY_SPEND, AlertKind.DAY_SPIKE})
OF_PERIODS: Final = frozenset({AlertKind.PERIOD_SPEND, AlertKind.UNPRICED_RUNS})
LARGEST_FACTOR: Final = 1000
_UNITS: Final = {AlertKind.RUNS_OUT: "day", AlertKind.STALE_FEED: "hour", AlertKind.UNPRICED_RUNS: "run"}


class Number(NamedTuple):
    """The range of a rule's whole number."""

    least: int
    most: int


# The kinds that have a whole number: days, hours and runs.
NUMBERS: Final = {
    AlertKind.RUNS_OUT: Number(1, 365),
    AlertKind.STALE_FEED: Number(1, 8760),
    AlertKind.UNPRICED_RUNS: Number(0, 1_000_000),
}


@dataclass(frozen=True, slots=True)
class Parameters:
    """The kind of a rule and its values. Money in US dollars; what a kind does not have is None, or an empty text.

    ``amount_usd``: of spend; of a spike its floor. ``number``: days, hours or runs. ``factor``: of a spike, times the
    median. ``tag_key``: watch each value of this tag, or ``tag_value`` alone.
    """

    kind: str
    amount_usd: Decimal | None = None
    number: int | None = None
    factor: Decimal | None = None
    tag_key: str = ""
    tag_value: str | None = None


def parameters_of(rule: AlertRule) -> Parameters:
    """Return the rule's parameters."""
    return Parameters(rule.kind, rule.amount_usd, rule.number, rule.factor, rule.tag_key, rule.tag_value)


def checked(given: Parameters) -> Parameters:
    """Return the parameters as they are stored. Raises InvalidChange for what the kind does not have or accept."""
    if given.kind not in AlertKind.values or given.kind == AlertKind.LOW_BALANCE:
        kinds = ", ".join(kind for kind in AlertKind.values if kind != AlertKind.LOW_BALANCE)
        raise InvalidChange(f"Unknown kind of rule {given.kind!r}. Accepted: {kinds}.")
    kind = AlertKind(given.kind)
    return replace(
        given,
        kind=kind.value,
        amount_usd=_amount(kind, given.amount_usd),
        number=_number(kind, given.number),
        factor=_factor(kind, given.factor),
        tag_value=_tag_value(kind, given),
    )


def event_fields(given: Parameters) -> dict[str, Any]:
    """Return the parameters as an event has them, by the names of its fields; without the kind."""
    return {
        "amount_usd": event_value(given.amount_usd),
        "number": given.number,
        "factor": None if given.factor is None else format_units(given.factor),
        "tag": given.tag_key or None,
        "value": given.tag_value,
    }


def unit_of(kind: str) -> str:
    """Return the unit of the kind's figure and threshold: usd, days, hours or runs."""
    return f"{_UNITS[AlertKind(kind)]}s" if kind in _UNITS else "usd"


def plain_figure(kind: str, figure: Decimal) -> str:
    """Return a figure without its unit, as events and the API have it: ``612.00``, ``2.5``, ``26``."""
    return format_units(figure) if kind in _UNITS else format_usd(figure)


def figure_text(kind: str, figure: Decimal) -> str:
    """Return a figure with its unit: ``$612.00``, ``2.5 days``, ``1 hour``."""
    if kind not in _UNITS:
        return usd_text(figure)
    return f"{format_units(figure)} {_UNITS[AlertKind(kind)]}{'' if figure == 1 else 's'}"


def sentence_of(given: Parameters, low_balance_threshold_usd: Decimal | None = None) -> str:
    """Return what the rule watches, in plain words without a full stop: ``Spend of a day over $500.00``."""
    amount = "" if given.amount_usd is None else usd_text(given.amount_usd)
    number = 0 if given.number is None else given.number
    count = f"{number:,} {_UNITS.get(AlertKind(given.kind), '')}{'' if number == 1 else 's'}"
    factor = "" if given.factor is None else format_units(given.factor)
    threshold = low_balance_threshold_usd
    steps = f"{', '.join(map(str, STEPS[:-1]))} and {STEPS[-1]} %"
    return {
        AlertKind.LOW_BALANCE: "Balance at or below "
        + ("the threshold (none is set)" if threshold is None else usd_text(threshold)),
        AlertKind.RUNS_OUT: f"Balance runs out within {count}",
        AlertKind.DAY_SPEND: f"Spend of a day over {amount}",
        AlertKind.DAY_SPIKE: f"Spend of a day over {factor} times the median of the 14 days before, and over {amount}",
        AlertKind.PERIOD_SPEND: f"Spend of the period at {steps} of {amount}",
        AlertKind.STALE_FEED: f"Figures complete until more than {count} ago",
        AlertKind.UNPRICED_RUNS: f"More than {count} without a price in the period",
    }[AlertKind(given.kind)] + _of_tag(given)


def _of_tag(given: Parameters) -> str:
    if not given.tag_key:
        return ""
    if given.tag_value is None:
        return f", for each {given.tag_key}"
    return f", for {given.tag_key} {given.tag_value}"


def _amount(kind: AlertKind, amount: Decimal | None) -> Decimal | None:
    if kind not in SPEND:
        _nothing(kind, "amount", amount)
        return None
    stored = None if amount is None else exact_amount(amount)
    if stored is None or stored <= 0:
        raise InvalidChange("Enter an amount of more than zero.")
    return stored


def _number(kind: AlertKind, number: int | None) -> int | None:
    accepted = NUMBERS.get(kind)
    if accepted is None:
        _nothing(kind, "number", number)
        return None
    if number is None or not accepted.least <= number <= accepted.most:
        raise InvalidChange(f"Enter a whole number from {accepted.least} to {accepted.most:,}.")
    return number


def _factor(kind: AlertKind, factor: Decimal | None) -> Decimal | None:
    if kind != AlertKind.DAY_SPIKE:
        _nothing(kind, "factor", factor)
        return None
    if factor is None or not factor.is_finite() or not 1 <= factor <= LARGEST_FACTOR or factor != round(factor, 2):
        raise InvalidChange(f"Enter a factor from 1 to {LARGEST_FACTOR}, with two decimals at most.")
    return factor


def _tag_value(kind: AlertKind, given: Parameters) -> str | None:
    if kind not in SPEND:
        _nothing(kind, "tag", given.tag_key or None)
    if given.tag_value is None:
        return None
    value = stored_form(given.tag_value, LONGEST_TAG_VALUE)
    if value is None or not given.tag_key:
        raise InvalidChange("Enter a value that the tag has in your runs, or leave it empty for each of its values.")
    return value


def _nothing(kind: AlertKind, name: str, value: object) -> None:
    """Raise InvalidChange if there is a value that the kind does not have."""
    if value is not None:
        raise InvalidChange(f"A rule of the kind {kind.value} has no {name}.")
