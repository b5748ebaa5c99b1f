"""Checks what one row of an import says about a run, and says exactly why a row is refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, NamedTuple

import orjson

from billing_access.billing.identifiers import stored_run_id
from billing_access.billing.ingest.cost_validation import read_cost, read_cost_status, read_units
from billing_access.billing.ingest.row_fields import InvalidRun, read_choice, read_text
from billing_access.billing.ingest.run_times import InvalidTime, read_time
from billing_access.billing.ledger.changes import is_ahead
from billing_access.billing.models import RunStatus, RunType
from billing_access.billing.money import round_usd
from billing_access.billing.tags.tag_validation import InvalidTags, read_tags
from billing_access.billing.tokens import MORE_CACHED, TOKEN_COUNTS
from billing_audit.plain_text import UnusableText

# A run with one of these has started; without `started_at` it would never count as usage.
STARTED: Final = frozenset({RunStatus.RUNNING, RunStatus.PAUSED, RunStatus.COMPLETED})
_TOKENS: Final = re.compile(r"([0-9]{1,19})(?:\.0{1,6})?\Z")
# Kept here since Django computes `values` on each access. Each accepted text maps to itself.
_STATUSES: Final = {value: value for value in RunStatus.values}
_RUN_TYPES: Final = {value: value for value in RunType.values}


@dataclass(frozen=True, slots=True)
class Defaults:
    """How an import reads rows: values that new runs get for missing fields, which fields are tags, times and units.

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
    """What a checked row says about a run; None where the row does not say it. ``StagedRun`` has the same columns.

    The cost has at most ten decimals; ``unit_price_usd`` is the price at which units were converted to it, None if it
    was given in US dollars. ``units`` and ``cached_units`` are both given or both None; the merge turns them into a
    cost at the account's prices, so ``cached_unit_price_usd`` is None here. ``cost_status`` is None without cost and
    units, and if the row gives neither it nor a status.
    ``tags`` and ``tag_columns`` are JSON texts of objects: the first replaces all tags of the run, the second sets tags
    that have columns of their own and leaves the others.
    """

    run_id: str
    run_type: str | None
    status: str | None
    created_at: datetime | None
    modified_at: datetime | None
    queued_at: datetime | None
    started_at: datetime | None
    finished_at: datetime | None
    total_cost_usd: Decimal | None
    unit_price_usd: Decimal | None
    cached_unit_price_usd: Decimal | None
    units: Decimal | None
    cached_units: Decimal | None
    cost_status: str | None
    llm_tokens_in: int | None
    llm_tokens_out: int | None
    llm_tokens_cached: int | None
    tags: str | None
    tag_columns: str | None


def read_run_input(fields: Mapping[str, Any], defaults: Defaults) -> tuple[RunInput, bool]:
    """Check the fields of one row; return what it says and whether its cost was rounded to ten decimals.

    Values are text; NDJSON and Python may also give numbers, datetimes and a mapping of tags. A field that is empty,
    None or missing is not said, and never zero. Raises InvalidRun.
    """
    created = _time(fields, "created_at", defaults)
    modified = _time(fields, "modified_at", defaults)
    queued = _time(fields, "queued_at", defaults)
    started = _time(fields, "started_at", defaults)
    finished = _time(fields, "finished_at", defaults)
    _check_times(started, finished, modified)
    status = read_choice(fields, "status", _STATUSES)
    cost, was_rounded = read_cost(fields, defaults.unit_price_usd)
    units, cached_units = read_units(fields, has_cost=cost is not None)
    # Positional arguments take half the time of named ones. Their order decides which of several faults is reported.
    run = RunInput(
        _run_id(fields),
        read_choice(fields, "run_type", _RUN_TYPES),
        status,
        created,
        modified,
        queued,
        started,
        finished,
        cost,
        None if cost is None else defaults.unit_price_usd,
        None,
        units,
        cached_units,
        read_cost_status(
            fields, status, cost if units is None else units, "total_cost_usd" if units is None else "units"
        ),
        *_token_counts(fields),
        *_tags(fields, defaults),
    )
    return run, was_rounded


def _run_id(fields: Mapping[str, Any]) -> str:
    try:
        return stored_run_id(read_text(fields, "run_id"))
    except UnusableText as error:
        raise InvalidRun(f"run_id {error}") from None


def _time(fields: Mapping[str, Any], name: str, defaults: Defaults) -> datetime | None:
    value = fields.get(name)
    if value is None or value == "":
        return None
    try:
        time = value if isinstance(value, (str, datetime)) else read_text(fields, name)
        return read_time(time, naive_is_utc=defaults.naive_times_are_utc)
    except InvalidTime as error:
        raise InvalidRun(f"{name} {error}") from None


def _check_times(started: datetime | None, finished: datetime | None, modified: datetime | None) -> None:
    if started is not None and finished is not None and finished < started:
        raise InvalidRun("finished_at is before started_at")
    # Of a modified_at far ahead every later row would be stale.
    for name, time in (("started_at", started), ("finished_at", finished), ("modified_at", modified)):
        if time is not None and is_ahead(time):
            raise InvalidRun(f"{name} {time.isoformat()} is in the future")


def _token_counts(fields: Mapping[str, Any]) -> tuple[int | None, int | None, int | None]:
    read, written, cached = (_tokens(fields, name) for name in TOKEN_COUNTS)
    if cached is not None and read is not None and cached > read:
        raise InvalidRun(MORE_CACHED)
    return read, written, cached


def _tokens(fields: Mapping[str, Any], name: str) -> int | None:
    text = read_text(fields, name)
    if not text:
        return None
    if len(text) < 19 and text.isascii() and text.isdecimal():
        return int(text)
    match = _TOKENS.match(text)
    if match is None or (count := int(match[1])) >= 2**63:
        raise InvalidRun(f"{name} {text[:40]!r} is not a count; accepted: a whole number from 0 to 2^63 - 1")
    return count


def _tags(fields: Mapping[str, Any], defaults: Defaults) -> tuple[str | None, str | None]:
    given = fields.get("tags")
    columns = defaults.tag_columns.items()
    from_columns = {key: text for column, key in columns if (text := read_text(fields, column))} if columns else {}
    try:
        tags, tag_columns = read_tags(given, from_columns)
    except InvalidTags as error:
        raise InvalidRun(f"tags: {error}") from None
    return _json(tags), _json(tag_columns)


def _json(tags: Mapping[str, str] | None) -> str | None:
    return None if tags is None else orjson.dumps(tags).decode()
