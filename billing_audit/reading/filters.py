"""The filters of the audit log's page, its exports and its API route, parsed from query parameters."""

import ipaddress
import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from typing import Final, TypeVar, get_args
from zoneinfo import ZoneInfo

from billing_audit.event_types import BY_ACTION
from billing_audit.record import ActorKind, Outcome

T = TypeVar("T")
ACTOR_KINDS: Final[tuple[str, ...]] = get_args(ActorKind)
NAMES: Final = ("action", "actor", "outcome", "reason", "key", "address", "request_id", "from", "to")
OUTCOMES: Final[tuple[str, ...]] = get_args(Outcome)
# Ids are printable ASCII. PostgreSQL would raise an error for a parameter that contains NUL.
# A key is named by its id, which is shorter than its secret: filters are recorded.
_ACTOR: Final = re.compile(rf"(?!api_key:.{{41}})({'|'.join(ACTOR_KINDS)}):([ -~]{{0,100}})")
_REASON: Final = re.compile(r"[a-z_]{1,64}")
_REQUEST: Final = re.compile(r"req_[!-~]{0,96}")
_REQUEST_ACCEPTED: Final = "A request id is the value of an X-Request-ID header, such as req_…."
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Fault(ValueError):
    """A parameter is malformed. The message says what is accepted."""


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of one query. An empty field does not filter.

    ``actor`` is ``kind:id``. ``key`` is the id of a key that is the actor or the target. The range is ``[start, end)``.
    """

    action: str = ""
    actor: str = ""
    outcome: str = ""
    reason: str = ""
    key: str = ""
    address: str = ""
    request_id: str = ""
    start: datetime | None = None
    end: datetime | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


def read_filters(
    sent: Mapping[str, str], parse_time: Callable[[str], datetime] | None = None, zone: ZoneInfo | None = None
) -> tuple[Filters, list[tuple[str, str]]]:
    """Return the filters, and the faults as pairs of a parameter and what it accepts. A malformed filter stays empty.

    ``parse_time`` parses the times. Without it, a date in ``zone`` is accepted too, and then ``to`` includes that day.
    """
    faults: list[tuple[str, str]] = []

    # A browser's form sends its empty fields too, so they are ignored; in an API request an empty value is a fault.
    is_strict = parse_time is not None

    def read(name: str, parse: Callable[[str], T], default: T) -> T:
        text = sent.get(name, "").strip()
        try:
            return parse(text) if text or (name in sent and is_strict) else default
        except Fault as fault:
            faults.append((name, str(fault)))
            return default

    start = read("from", parse_time or (lambda text: _time(text, zone, 0)), None)
    end = read("to", parse_time or (lambda text: _time(text, zone, 1)), None)
    if start and end and start >= end:
        faults.append(("from", "It must be before `to`."))
    filters = Filters(
        action=read("action", _passing(BY_ACTION.__contains__, "There is no such action."), ""),
        actor=read("actor", _passing(_ACTOR.fullmatch, "An actor is kind:id, such as user:1."), ""),
        outcome=read("outcome", _passing(OUTCOMES.__contains__, f"Accepted: {', '.join(OUTCOMES)}."), ""),
        reason=read("reason", _passing(_REASON.fullmatch, "A reason is a code, such as invalid_request."), ""),
        key=read("key", _key, ""),
        address=read("address", _address, ""),
        request_id=read("request_id", _passing(_REQUEST.fullmatch, _REQUEST_ACCEPTED), ""),
        start=start,
        end=end,
    )
    return filters, faults


def filters_for_audit(filters: Filters) -> dict[str, str | bool | datetime]:
    """Return the filters as an event about reading the log records them.

    An address is personal data: the event records that there was such a filter, but not the address.
    """
    names = ("action", "actor", "outcome", "reason", "key", "request_id")
    details = {name: getattr(filters, name) for name in names}
    details |= {"by_address": bool(filters.address), "from": filters.start, "to": filters.end}
    return {name: value for name, value in details.items() if value}


def _key(text: str) -> str:
    try:
        return str(uuid.UUID(text))
    except ValueError:
        raise Fault("A key is named by its id, such as 6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b.") from None


def _address(text: str) -> str:
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        raise Fault("It is not an IP address, such as 192.0.2.7.") from None


def _passing(test: Callable[[str], object], accepted: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if not test(text):
            raise Fault(accepted)
        return text

    return parse


def _time(text: str, zone: ZoneInfo | None, days: int) -> datetime:
    try:
        time = datetime.fromisoformat(text)
        if _DATE.fullmatch(text):
            return (time + timedelta(days=days)).replace(tzinfo=zone or UTC).astimezone(UTC)
        if time.tzinfo is None:
            raise ValueError
        return time.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Fault("It is not a day such as 2026-03-01, nor a time such as 2026-03-01T00:00:00Z.") from None
