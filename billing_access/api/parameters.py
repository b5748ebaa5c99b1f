"""Query parameters: strict, each fault named with what is accepted, and nothing guessed."""

import re
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from typing import Final, TypeVar

from django.http import QueryDict

from billing_access import errors
from billing_access.api.problems import RequestRefused
from billing_access.billing.models import RunStatus, RunType
from billing_access.billing.usage import DEFAULT_LIMIT, MAX_LIMIT, UsageQuery

T = TypeVar("T")
USAGE: Final = ("from", "to", "tag", "status", "run_type", "order", "limit", "cursor", "updated_after")
_REPEATABLE: Final = frozenset({"tag"})
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)?", re.ASCII)
_LOST_PLUS: Final = re.compile(r"(\S+) (\d\d:\d\d)", re.ASCII)


class Fault(ValueError):
    """One parameter's fault; the message says what is accepted."""


def refuse_unknown(sent: QueryDict, accepted: Collection[str]) -> None:
    """Raise RequestRefused naming each parameter that the route does not take or that is sent twice."""
    listed = f"Accepted: {', '.join(accepted)}." if accepted else "This route takes no parameters."
    faults = [(name, f"Unknown parameter. {listed}") for name in sent if name not in accepted]
    faults += [
        (name, "Sent more than once. Send it once.")
        for name in sent
        if name in accepted and name not in _REPEATABLE and len(sent.getlist(name)) > 1
    ]
    if faults:
        raise RequestRefused(errors.INVALID_PARAMETER, tuple(faults))


def usage_query(sent: QueryDict) -> UsageQuery:
    """Read the parameters of ``GET /v1/billing/usage`` (but its cursor and updated_after).

    Raises RequestRefused with every fault.
    """
    refuse_unknown(sent, USAGE)
    faults: list[tuple[str, str]] = []

    def read(name: str, parse: Callable[[str], T]) -> T | None:
        if name not in sent:
            return None
        try:
            return parse(str(sent[name]))
        except Fault as fault:
            faults.append((name, str(fault)))
            return None

    start, end = read("from", parse_time), read("to", parse_time)
    if start and end and start >= end:
        faults.append(("from", "It must be before `to`: the range is [from, to)."))
    tags = []
    for text in sent.getlist("tag"):
        try:
            tags.append(parse_tag(text))
        except Fault as fault:
            faults.append(("tag", str(fault)))
    limit = read("limit", parse_limit)
    status = read("status", _one_of(RunStatus.values))
    run_type = read("run_type", _one_of(RunType.values))
    order = read("order", _one_of(["desc", "asc"]))
    if "updated_after" in sent and "order" in sent:
        faults.append(("order", "With `updated_after` runs come in the order of their change. Leave it out."))
    if faults:
        raise RequestRefused(errors.INVALID_PARAMETER, tuple(faults))
    return UsageQuery(
        start, end, limit or DEFAULT_LIMIT, tuple(tags), status, run_type, "asc" if order == "asc" else "desc"
    )


def parse_time(text: str) -> datetime:
    """Read an RFC 3339 time with its offset. Raises Fault with the corrected value where there is one."""
    if _DATE.fullmatch(text):
        raise Fault(f"A date is not a time. Send {text}T00:00:00Z for its start in UTC.")
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
        raise Fault("There is no such time. Send one such as 2026-09-01T00:00:00Z.") from None


def parse_tag(text: str) -> tuple[str, str]:
    """Split a tag on its first colon: ``county:adams``."""
    key, colon, value = text.partition(":")
    if not key or not colon:
        raise Fault("It is not key:value, such as county:adams.")
    return key, value


def parse_limit(text: str) -> int:
    """Read a page size."""
    if not re.fullmatch(r"[0-9]{1,3}", text) or not 1 <= int(text) <= MAX_LIMIT:
        raise Fault(f"It is not a whole number from 1 to {MAX_LIMIT}.")
    return int(text)


def _one_of(accepted: Collection[str]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in accepted:
            raise Fault(f"Accepted: {', '.join(accepted)}.")
        return text

    return parse
