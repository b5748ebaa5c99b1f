"""Parses query parameters. Anything that is not exactly as documented is refused, with a text that says what is."""

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from django.http import QueryDict

from billing_access import errors
from billing_access.api.problems import RequestRefused
from billing_access.billing.identifiers import LONGEST_TAG_KEY, stored_form
from billing_access.billing.models import RunStatus, RunType
from billing_access.billing.reports.buckets import BUCKETS
from billing_access.billing.reports.entries import EntriesQuery
from billing_access.billing.reports.estimate import MAX_RUNS, EstimateQuery
from billing_access.billing.reports.summary_query import COLUMNS, MAX_GROUPINGS, TAG
from billing_access.billing.reports.usage_query import DEFAULT_LIMIT, MAX_LIMIT, UsageQuery
from billing_audit.plain_text import composed
from billing_audit.reading.filters import NAMES as FILTER_NAMES
from billing_audit.reading.filters import Fault, Filters, read_filters
from orgs.time_zones import time_zone, time_zone_names

T = TypeVar("T")
AUDIT: Final = (*FILTER_NAMES, "order", "limit", "cursor")
ENTRIES: Final = ("from", "to", "limit", "cursor")
ESTIMATE: Final = ("runs", "tag", "run_type")
SUMMARY: Final = ("from", "to", "bucket", "timezone", "group_by")
USAGE: Final = ("from", "to", "tag", "status", "run_type", "order", "limit", "cursor", "updated_after")
MAX_TAGS: Final = 10
_REPEATABLE: Final = frozenset({"tag", "group_by"})
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)?", re.ASCII)
_LOST_PLUS: Final = re.compile(r"(\S+) (\d\d:\d\d)", re.ASCII)

_RUNS: Final = f"Send a whole number from 1 to {MAX_RUNS:,} without separators."


def refuse_unknown(query_params: QueryDict, accepted: Collection[str]) -> None:
    """Raise RequestRefused for each parameter that the route does not take, or that is repeated and may not be."""
    listed = f"Accepted: {', '.join(accepted)}." if accepted else "This route takes no parameters."
    faults = [(name, f"Unknown parameter. {listed}") for name in query_params if name not in accepted]
    faults += [
        (name, "Sent more than once. Send it once.")
        for name in query_params
        if name in accepted and name not in _REPEATABLE and len(query_params.getlist(name)) > 1
    ]
    if faults:
        raise RequestRefused(errors.INVALID_PARAMETER, tuple(faults))


class Reader:
    """Parses the parameters of one request and collects in ``faults`` each bad one: (parameter, what is accepted)."""

    def __init__(self, query_params: QueryDict, accepted: Collection[str]) -> None:
        """Raise RequestRefused for an unknown parameter, or a repeated one that may not be."""
        refuse_unknown(query_params, accepted)
        self._query_params = query_params
        self.faults: list[tuple[str, str]] = []

    def one(self, name: str, parse: Callable[[str], T]) -> T | None:
        """Return the parameter as ``parse`` returns it; None if it is missing or ``parse`` raised Fault."""
        return next(iter(self._parsed(name, self._query_params.getlist(name), parse)), None)

    def many(self, name: str, parse: Callable[[str], T]) -> tuple[T, ...]:
        """Return each value of a parameter that may be repeated."""
        return tuple(self._parsed(name, self._query_params.getlist(name), parse))

    def range(self) -> tuple[datetime | None, datetime | None]:
        """Return ``from`` and ``to``, each None if it is missing."""
        start, end = self.one("from", parse_time), self.one("to", parse_time)
        if start and end and start >= end:
            self.faults.append(("from", "It must be before `to`: the range is [from, to)."))
        return start, end

    def tags(self) -> tuple[tuple[str, str], ...]:
        """Return the tags, each once. More than MAX_TAGS different ones are a fault."""
        tags = tuple(dict.fromkeys(self.many("tag", parse_tag)))
        if len(tags) > MAX_TAGS:
            self.faults.append(("tag", f"Send {MAX_TAGS} different tags at most."))
        return tags

    def finish(self) -> None:
        """Raise RequestRefused with all faults, if there are any."""
        if self.faults:
            raise RequestRefused(errors.INVALID_PARAMETER, tuple(self.faults))

    def _parsed(self, name: str, texts: Iterable[str], parse: Callable[[str], T]) -> Iterator[T]:
        for text in texts:
            try:
                yield parse(text)
            except Fault as fault:
                self.faults.append((name, str(fault)))


@dataclass(frozen=True, slots=True)
class SummaryParameters:
    """The parameters of a summary. Where ``start`` or ``end`` is None, the current period's applies."""

    start: datetime | None
    end: datetime | None
    bucket: str
    zone: ZoneInfo
    group_by: tuple[str, ...]


def usage_query(query_params: QueryDict) -> UsageQuery:
    """Parse the parameters of ``GET /v1/billing/usage`` except ``cursor`` and ``updated_after``.

    Raises RequestRefused with all faults.
    """
    reader = Reader(query_params, USAGE)
    start, end = reader.range()
    tags = reader.tags()
    limit = reader.one("limit", parse_limit)
    status = reader.one("status", _one_of(RunStatus.values))
    run_type = reader.one("run_type", _one_of(RunType.values))
    order = reader.one("order", _one_of(["desc", "asc"]))
    if "updated_after" in query_params and "order" in query_params:
        reader.faults.append(("order", "Leave it out: with `updated_after`, runs come in the order of their changes."))
    reader.finish()
    return UsageQuery(start, end, limit or DEFAULT_LIMIT, tags, status, run_type, "asc" if order == "asc" else "desc")


def summary_parameters(query_params: QueryDict) -> SummaryParameters:
    """Parse the parameters of ``GET /v1/billing/usage/summary``. Raises RequestRefused with all faults."""
    reader = Reader(query_params, SUMMARY)
    start, end = reader.range()
    bucket = reader.one("bucket", _one_of(BUCKETS))
    zone = reader.one("timezone", parse_zone)
    group_by = reader.many("group_by", parse_grouping)
    if len(group_by) > MAX_GROUPINGS:
        reader.faults.append(("group_by", f"Send it {MAX_GROUPINGS} times at most."))
    if len(set(group_by)) < len(group_by):
        reader.faults.append(("group_by", "The same value was sent twice. Send it once."))
    reader.finish()
    return SummaryParameters(start, end, bucket or "day", zone or time_zone("UTC"), group_by)


def entries_query(query_params: QueryDict) -> EntriesQuery:
    """Parse the parameters of ``GET /v1/billing/entries`` except ``cursor``. Raises RequestRefused with all faults."""
    reader = Reader(query_params, ENTRIES)
    start, end = reader.range()
    limit = reader.one("limit", parse_limit)
    reader.finish()
    return EntriesQuery(start, end, limit or DEFAULT_LIMIT)


def estimate_query(query_params: QueryDict) -> EstimateQuery:
    """Parse the parameters of ``GET /v1/billing/estimate``. Raises RequestRefused with all faults."""
    reader = Reader(query_params, ESTIMATE)
    if "runs" not in query_params:
        reader.faults.append(("runs", f"It is missing. {_RUNS}"))
    runs = reader.one("runs", _whole(MAX_RUNS, f"It is not a valid number of runs. {_RUNS}"))
    tags = reader.tags()
    run_type = reader.one("run_type", _one_of(RunType.values))
    reader.finish()
    return EstimateQuery(runs or 1, tags, run_type)


@dataclass(frozen=True, slots=True)
class AuditParameters:
    """The parameters of the audit log except ``cursor``."""

    filters: Filters
    is_ascending: bool
    limit: int


def audit_parameters(query_params: QueryDict) -> AuditParameters:
    """Parse the parameters of ``GET /v1/audit-events`` except ``cursor``. Raises RequestRefused with all faults."""
    reader = Reader(query_params, AUDIT)
    filters, faults = read_filters({name: str(query_params[name]) for name in query_params}, parse_time)
    reader.faults += faults
    order = reader.one("order", _one_of(["desc", "asc"]))
    limit = reader.one("limit", parse_limit)
    reader.finish()
    return AuditParameters(filters, order == "asc", limit or DEFAULT_LIMIT)


def parse_time(text: str) -> datetime:
    """Parse an RFC 3339 time with its offset. Raises Fault, with the value that was probably meant if there is one."""
    if _DATE.fullmatch(text):
        raise Fault(f"It is a date without a time. Send {text}T00:00:00Z for the start of that day in UTC.")
    lost = _LOST_PLUS.fullmatch(text)
    if lost and _TIME.fullmatch(f"{lost[1]}+{lost[2]}"):
        raise Fault(f"A + in a URL means a space. Send {lost[1]}%2B{lost[2]}.")
    match = _TIME.fullmatch(text)
    if match is None:
        raise Fault("It is not an RFC 3339 time with its offset, such as 2026-09-01T00:00:00Z.")
    if match[2] is None:
        raise Fault(f"The offset is missing. Send {text}Z for UTC, or the offset of your zone.")
    try:
        return datetime.fromisoformat(text.upper()).astimezone(UTC)
    except (ValueError, OverflowError):
        raise Fault("This time does not exist. Send one such as 2026-09-01T00:00:00Z.") from None


def parse_tag(text: str) -> tuple[str, str]:
    """Parse a tag such as ``county:adams`` into key and value as they are stored, split at the first colon."""
    key, colon, value = composed(text).partition(":")
    if not key or not colon:
        raise Fault("It is not key:value, such as county:adams.")
    return key, value


def parse_zone(text: str) -> ZoneInfo:
    """Parse the name of a time zone, exactly as the IANA database spells it. Raises Fault with similar names."""
    if text in time_zone_names():
        return time_zone(text)
    lower = {name.lower(): name for name in time_zone_names()}
    close = [lower[name] for name in difflib.get_close_matches(text[:100].lower(), lower, 3, 0.7)]
    suggestion = f" Did you mean {' or '.join(close)}?" if close else ""
    raise Fault(f"It is not an IANA time zone, such as America/New_York.{suggestion}")


def parse_grouping(text: str) -> str:
    """Parse one value of ``group_by``: ``tag:county``, ``run_type`` or ``status``. Returns a key as it is stored."""
    if text in COLUMNS:
        return text
    if text.startswith(TAG) and (key := stored_form(text.removeprefix(TAG), LONGEST_TAG_KEY)):
        return f"{TAG}{key}"
    raise Fault(f"Accepted: tag:KEY of a registered tag, {', '.join(COLUMNS)}.")


def _one_of(accepted: Collection[str]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in accepted:
            raise Fault(f"Accepted: {', '.join(accepted)}.")
        return text

    return parse


def _whole(most: int, fault: str) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not re.fullmatch(rf"[0-9]{{1,{len(str(most))}}}", text) or not 1 <= int(text) <= most:
            raise Fault(fault)
        return int(text)

    return parse


parse_limit: Final = _whole(MAX_LIMIT, f"It is not a whole number from 1 to {MAX_LIMIT}.")
