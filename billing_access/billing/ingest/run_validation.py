"""Checks the fields of one run in an import, and says exactly why a run is refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final, NamedTuple

import orjson

from billing_access.billing.identifiers import LONGEST_RUN_ID, is_storable
from billing_access.billing.models import CostStatus, RunStatus, RunType
from billing_access.billing.money import InvalidMoney, exact_usd, is_plain_usd, price_units, round_usd
from billing_access.billing.tags.tag_validation import InvalidTags, read_tags

UNSETTLED: Final = frozenset({RunStatus.CREATED, RunStatus.QUEUED, RunStatus.RUNNING, RunStatus.PAUSED})
# A run with one of these has started; it is refused without `started_at`, since it would never count as usage.
STARTED: Final = frozenset({RunStatus.RUNNING, RunStatus.PAUSED, RunStatus.COMPLETED})
_TIME: Final = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d)?(?:\.(\d{1,12}))?\s?([Zz]|[+-]\d\d(?::?\d\d)?)?\Z", re.ASCII
)
# The most common forms of these times, which datetime.fromisoformat() reads unchanged.
_ISO_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3}|\.\d{6})?(?:Z|[+-]\d\d:\d\d)\Z", re.ASCII)
_TOKENS: Final = re.compile(r"([0-9]{1,19})(?:\.0{1,6})?\Z")
# Kept here since Django computes `values` on each access. Each accepted text maps to itself.
_STATUSES: Final = {value: value for value in RunStatus.values}
_RUN_TYPES: Final = {value: value for value in RunType.values}
_COST_STATUSES: Final = {value: value for value in CostStatus.values}
_ACCRUING, _FINAL, _UNPRICED = CostStatus.ACCRUING.value, CostStatus.FINAL.value, CostStatus.UNPRICED.value
_EARLIEST: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST: Final = datetime(2200, 1, 1, tzinfo=UTC)


class InvalidRun(ValueError):
    """The run is refused; the message names the field, its value and what is accepted."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """How an import reads rows: values for missing fields, which fields are tags, times and units.

    ``tag_columns`` maps fields to tag keys. ``naive_times_are_utc`` accepts times without an offset, as UTC. With
    ``unit_price_usd`` the field ``total_cost_usd`` counts units of that price. Raises ValueError for a price that is
    not more than zero or has more than ten decimals.
    """

    run_type: str = RunType.WORKFLOW_RUN
    status: str = RunStatus.COMPLETED
    tag_columns: Mapping[str, str] = field(default_factory=dict)
    naive_times_are_utc: bool = False
    unit_price_usd: Decimal | None = None

    def __post_init__(self) -> None:
        price = self.unit_price_usd
        if price is not None and not (price.is_finite() and price > 0 and round_usd(price) == price):
            raise ValueError(f"A unit price is more than zero and has ten decimals at most, unlike {price}.")


class RunInput(NamedTuple):
    """A checked run of an import. The fields are columns of the model ``Run``; staging has the same columns.

    The cost has at most ten decimals and is None if it is unknown. ``unit_price_usd`` is the price at which units were
    converted; None if the cost was given in US dollars or is unknown. ``tags`` is the JSON text of an object.
    """

    run_id: str
    run_type: str
    status: str
    created_at: datetime
    modified_at: datetime
    queued_at: datetime | None
    started_at: datetime | None
    finished_at: datetime | None
    total_cost_usd: Decimal | None
    unit_price_usd: Decimal | None
    cost_status: str
    llm_tokens_in: int | None
    llm_tokens_out: int | None
    tags: str


def read_run_input(fields: Mapping[str, Any], defaults: Defaults) -> tuple[RunInput, bool]:
    """Check the fields of one run; return the run and whether its cost was rounded to ten decimals.

    Values are text; NDJSON and Python may also give numbers, datetimes and a mapping of tags. An empty or missing field
    means unknown, never zero. Raises InvalidRun.
    """
    created = _time(fields, "created_at", defaults)
    modified = _time(fields, "modified_at", defaults)
    queued = _time(fields, "queued_at", defaults)
    started = _time(fields, "started_at", defaults)
    finished = _time(fields, "finished_at", defaults)
    status = _choice(fields, "status", defaults.status, _STATUSES)
    cost, was_rounded = _cost(fields, defaults.unit_price_usd)
    created = created or queued or started
    if created is None:
        raise InvalidRun("started_at is missing, and there is no created_at or queued_at either")
    # Positional arguments take half the time of named ones. Their order decides which of several faults is reported.
    run = RunInput(
        _run_id(fields),
        _choice(fields, "run_type", defaults.run_type, _RUN_TYPES),
        status,
        created,
        modified or finished or started or created,
        queued,
        started,
        finished,
        cost,
        None if cost is None else defaults.unit_price_usd,
        _cost_status(fields, cost, status),
        _tokens(fields, "llm_tokens_in"),
        _tokens(fields, "llm_tokens_out"),
        _tags(fields, defaults),
    )
    _check_times(run)
    return run, was_rounded


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    if type(value) is str:
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)):
        raise InvalidRun(f"{name} is {type(value).__name__}, which is not accepted here")
    return str(value).strip()


def _run_id(fields: Mapping[str, Any]) -> str:
    run_id = _text(fields, "run_id")
    if not run_id:
        raise InvalidRun("run_id is missing")
    if not is_storable(run_id, LONGEST_RUN_ID):
        raise InvalidRun(f"run_id is longer than {LONGEST_RUN_ID} characters or has a control character")
    return run_id


def _choice(fields: Mapping[str, Any], name: str, default: str, accepted: Mapping[str, str]) -> str:
    value = _text(fields, name) or default
    known = accepted.get(value)
    if known is None:
        raise InvalidRun(f"{name} {value[:40]!r} is not known; accepted: {', '.join(accepted)}")
    return known


def _time(fields: Mapping[str, Any], name: str, defaults: Defaults) -> datetime | None:
    value = fields.get(name)
    if value is None:
        return None
    instant = value if isinstance(value, datetime) else _parsed_time(name, _text(fields, name))
    if instant is None:
        return None
    if instant.tzinfo is None:
        if not defaults.naive_times_are_utc:
            raise InvalidRun(f"{name} {value} has no offset; add Z or one such as -07:00, or import with --naive-times")
        instant = instant.replace(tzinfo=UTC)
    if not _EARLIEST <= instant < _LATEST:
        raise InvalidRun(f"{name} {value} is not between 1970 and 2200")
    return instant.astimezone(UTC)


def _parsed_time(name: str, text: str) -> datetime | None:
    if not text:
        return None
    iso = text if _ISO_TIME.match(text) else _iso_time(name, text)
    try:
        return datetime.fromisoformat(iso)
    except ValueError as error:
        raise InvalidRun(f"{name} {text!r} does not exist: {error}") from None


def _iso_time(name: str, text: str) -> str:
    """Complete an RFC 3339 time. Digits after microseconds are cut: rounding could move a run into a later bucket."""
    match = _TIME.match(text)
    if match is None:
        raise InvalidRun(f"{name} {text[:40]!r} is not a time; write it like 2026-04-14T16:36:43Z")
    day, minute, second, fraction, offset = match.groups()
    return f"{day}T{minute}{second or ':00'}.{(fraction or '0')[:6].ljust(6, '0')}{(offset or '').upper()}"


def _check_times(run: RunInput) -> None:
    if run.started_at is None and (run.status in STARTED or run.total_cost_usd is not None):
        why = f"the status {run.status}" if run.status in STARTED else "a cost"
        raise InvalidRun(f"started_at is missing; a run with {why} needs it")
    if run.started_at and run.finished_at and run.finished_at < run.started_at:
        raise InvalidRun("finished_at is before started_at")


def _cost(fields: Mapping[str, Any], unit_price_usd: Decimal | None) -> tuple[Decimal | None, bool]:
    text = _text(fields, "total_cost_usd")
    if not text:
        return None, False
    if unit_price_usd is None and is_plain_usd(text):
        return Decimal(text), False
    try:
        exact = exact_usd(text) if unit_price_usd is None else price_units(text, unit_price_usd)
        rounded = round_usd(exact)
    except InvalidMoney as error:
        raise InvalidRun(f"total_cost_usd: {error}") from None
    return rounded, rounded != exact


def _cost_status(fields: Mapping[str, Any], cost: Decimal | None, status: str) -> str:
    expected = _ACCRUING if status in UNSETTLED else _FINAL
    stated = _choice(fields, "cost_status", _UNPRICED if cost is None else expected, _COST_STATUSES)
    if (stated == _UNPRICED) != (cost is None):
        shown = "missing" if cost is None else round_usd(cost)
        raise InvalidRun(f"cost_status is {stated}, but total_cost_usd is {shown}")
    return stated


def _tokens(fields: Mapping[str, Any], name: str) -> int | None:
    text = _text(fields, name)
    if not text:
        return None
    match = _TOKENS.match(text)
    if match is None or (count := int(match[1])) >= 2**63:
        raise InvalidRun(f"{name} {text[:40]!r} is not a count; accepted: a whole number from 0 to 2^63 - 1")
    return count


def _tags(fields: Mapping[str, Any], defaults: Defaults) -> str:
    columns = defaults.tag_columns.items()
    from_columns = {key: text for column, key in columns if (text := _text(fields, column))} if columns else {}
    try:
        return orjson.dumps(read_tags(fields.get("tags"), from_columns)).decode()
    except InvalidTags as error:
        raise InvalidRun(f"tags: {error}") from None
