"""The only writer of the audit log."""

import hashlib
import json
import os
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, Final, Literal, NamedTuple

from django.db import Error, OperationalError, connection, transaction
from psycopg.pq import TransactionStatus

from billing_audit.canonical_json import VERSION, canonical, commitment, storable
from billing_audit.counting import count
from billing_audit.event_parts import SALT_BYTES, split_fields
from billing_audit.event_types import BY_ACTION
from billing_audit.request_context import Origin

ActorKind = Literal["user", "api_key", "staff", "system", "anonymous"]
Outcome = Literal["allowed", "denied"]
Json = str | int | bool | None | datetime | list[str] | list[datetime]
Changes = Mapping[str, tuple[Json, Json]]

# So many identical denials within one minute are written as events; further ones are only counted.
DENIALS_A_MINUTE: Final = 10

_TIME: Final = "recorded_at"
_NO_TIME: Final = f'"{_TIME}":""'
# The columns of an event and its body, in the order of the procedures' first parameters (migration 0005). They have no
# casts, whose types a search_path could replace; the parameters' types are the procedures'.
_EVENT: Final = (
    "id", "organization_id", "action", "outcome", "reason_code", "actor_kind", "actor_id", "target_kind", "target_id",
    "request_id", "before", "after",
)  # fmt: skip
_RECORD: Final = "public.billing_audit_record("
_RECORD_HOURLY: Final = "public.billing_audit_record_hourly(NULL, %(fingerprint)s, "
_RECORD_DENIAL: Final = f"public.billing_audit_record_denial(NULL, %(fingerprint)s, {DENIALS_A_MINUTE}, "


class UnregisteredEvent(ValueError):
    """The action is not registered, or its event type does not list one of the details or changes."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. ``id`` is the user's or key's id; ``name`` is their name now, which is stored with the personal data.

    ``authenticated_at`` is when the person last entered a password or other proof of identity; None if there is none.
    """

    kind: ActorKind
    id: str = ""
    name: str = ""
    origin: Origin = field(default_factory=Origin)
    authenticated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What is acted on: its kind (``api_key``, ``organization``, ``user``, ...), id and current name."""

    kind: str
    id: str
    name: str = ""


_NO_TARGET: Final = Target("", "")


def uuid7() -> uuid.UUID:
    """Return a version 7 UUID (RFC 9562): Unix milliseconds, 12 bits of the millisecond's fraction, 62 random bits.

    The fraction (RFC 9562, section 6.2, method 3) orders events within one millisecond, to 244 ns.
    """
    milliseconds, nanoseconds = divmod(time.time_ns(), 1_000_000)
    value = milliseconds << 80 | 0x7 << 76 | (nanoseconds * 4096 // 1_000_000) << 64
    return uuid.UUID(int=value | 0x2 << 62 | int.from_bytes(os.urandom(8), "big") >> 2)


def record(
    action: str,
    *,
    organization_id: str | None,
    actor: Actor,
    target: Target = _NO_TARGET,
    outcome: Outcome = "allowed",
    reason_code: str = "",
    changes: Changes | None = None,
    details: Mapping[str, Json] | None = None,
) -> uuid.UUID:
    """Write one event in the current transaction with one statement, and return its id.

    Datetimes in ``changes`` and ``details`` are written as RFC 3339 in UTC (``write_time``). ``organization_id`` is
    the public id, None for the platform's own log. Raises UnregisteredEvent before anything is written, and database
    errors, such as OperationalError if this machine's clock is more than a day from the database's: a caller that
    cannot record must neither make the change nor send the answer.
    """
    event = _new_event(action, organization_id, actor, target, outcome, reason_code, changes, details)
    with _unprepared() as cursor:
        cursor.execute(_call(event.kinds), event.parameters)
    return event.id


def record_for_each(action: str, details: Mapping[str, Mapping[str, Json]], *, actor: Actor) -> None:
    """Write one event for each organization in ``details`` (keyed by public id), with the organization as target.

    For a change of many organizations in one transaction: one batch instead of a call of ``record`` for each, or one
    for each set of parts that the events have. Raises the same errors as ``record``.
    """
    batches: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for each, event_details in details.items():
        event = _new_event(action, each, actor, Target("organization", each), "allowed", "", None, event_details)
        batches.setdefault(event.kinds, []).append(event.parameters)
    with _unprepared() as cursor:
        for kinds, parameters in batches.items():
            cursor.executemany(_call(kinds), parameters)


def record_denial(
    action: str,
    *,
    organization_id: str | None,
    actor: Actor,
    reason_code: str,
    target: Target = _NO_TARGET,
    details: Mapping[str, Json] | None = None,
) -> uuid.UUID | None:
    """Write one denial with one statement. From the eleventh identical one in a minute on, only count it: returns None.

    Denials are identical if organization, actor, action, route, reason, target and address are the same, whatever the
    other details say: a client cannot write more events by asking for other ids. Raises the same errors as ``record``.
    """
    event = _new_event(action, organization_id, actor, target, "denied", reason_code, None, details)
    route = (details or {}).get("route")
    address = actor.origin.address
    identity = [organization_id, actor.kind, actor.id, action, reason_code, target.kind, target.id, address]
    identity.append(route if isinstance(route, str) else "")
    with _unprepared() as cursor:
        return _counted(cursor, event, identity, _RECORD_DENIAL)


def record_hourly(
    action: str,
    *,
    organization_id: str | None,
    actor: Actor,
    target: Target,
    details: Mapping[str, Json] | None = None,
    apart: str = "",
) -> uuid.UUID | None:
    """Write the first such event of an hour with one statement, and only count further ones: returns None.

    For what a machine does again and again, each time allowed: the same actor, action and target, whatever the details
    say, except for the detail that ``apart`` names. Raises the same errors as ``record``.
    """
    event = _new_event(action, organization_id, actor, target, "allowed", "", None, details)
    identity = ["hourly", organization_id, actor.kind, actor.id, action, target.kind, target.id]
    identity += [json.dumps((details or {}).get(apart))] if apart else []
    with _unprepared() as cursor:
        return _counted(cursor, event, identity, _RECORD_HOURLY)


def _counted(cursor: Any, event: "_NewEvent", identity: Sequence[str | None], procedure: str) -> uuid.UUID | None:
    """Have the procedure write the event, or only count it, and return its id if it was written."""
    fingerprint = hashlib.sha256(canonical(identity).encode()).hexdigest()
    cursor.execute(_call(event.kinds, procedure), {**event.parameters, "fingerprint": f"\\x{fingerprint}"})
    (is_written,) = cursor.fetchone()
    return event.id if is_written else None


class _NewEvent(NamedTuple):
    """A new event's id, the kinds of its parts, and the parameters of its INSERT."""

    id: uuid.UUID
    kinds: tuple[str, ...]
    parameters: dict[str, Any]


@cache
def _call(kinds: tuple[str, ...], procedure: str = _RECORD) -> str:
    """Return the statement that writes an event with parts of these kinds. One that counts answers if it wrote it."""
    parts = (f"{kind}_salt => %({kind}_salt)s, {kind} => %({kind})s" for kind in kinds)
    parameters = ", ".join([*(f"%({name})s" for name in _EVENT), *parts])
    return f"CALL {procedure}{parameters})"


@contextmanager
def _unprepared() -> Iterator[Any]:
    """Give a cursor whose statements psycopg does not prepare, and whose effects are committed or the caller's own.

    A prepared statement belongs to the session: anyone who runs SQL in it can put another in its place. They can also
    begin a transaction in it and roll it back later. Raises OperationalError if one was open that Django did not begin,
    and closes the connection, which rolls it back.
    """
    try:
        with connection.cursor() as cursor:
            session = connection.connection
            threshold, session.prepare_threshold = session.prepare_threshold, None
            try:
                yield cursor
            finally:
                session.prepare_threshold = threshold
            if transaction.get_autocommit() and session.info.transaction_status != TransactionStatus.IDLE:
                connection.close()
                raise OperationalError(
                    "The event is not committed: something else began a transaction on its connection."
                )
    except Error:
        count("record_failed")
        raise


def _new_event(
    action: str,
    organization_id: str | None,
    actor: Actor,
    target: Target,
    outcome: Outcome,
    reason_code: str,
    changes: Changes | None,
    details: Mapping[str, Json] | None,
) -> _NewEvent:
    """Return what is needed to write the event. Raises UnregisteredEvent."""
    event_type = BY_ACTION.get(action)
    if event_type is None or not (
        event_type.details.issuperset(details or ()) and event_type.changes.issuperset(changes or ())
    ):
        names = sorted([*(details or ()), *(changes or ())])
        raise UnregisteredEvent(f"no registered event type has the action {action!r} and the fields {names}")
    personal = {
        "actor_name": actor.name,
        "target_name": target.name,
        "address": actor.origin.address,
        "user_agent": actor.origin.user_agent,
    }
    body, texts_and_figures = split_fields(event_type, {"changes": changes or {}, "details": details or {}})
    contents = {"personal": personal, **texts_and_figures}
    parts = {kind: (os.urandom(SALT_BYTES), canonical(content)) for kind, content in contents.items()}
    event_id = uuid7()
    event = {
        "action": action,
        "actor_id": storable(actor.id),
        "actor_kind": actor.kind,
        **body,
        "commitments": {kind: commitment(*part) for kind, part in parts.items()},
        "id": str(event_id),
        "organization_id": organization_id,
        "outcome": outcome,
        "reason_code": reason_code,
        _TIME: "",
        "request_id": storable(actor.origin.request_id),
        "target_id": storable(target.id),
        "target_kind": target.kind,
        "version": VERSION,
    }
    # The database inserts the time at the last match. A match in `changes` or `details` comes before it, and no string
    # value matches, because its quotes are escaped.
    before, _, after = canonical(event).rpartition(_NO_TIME)
    parameters: dict[str, Any] = {**event, "before": f'{before}"{_TIME}":"', "after": f'"{after}'}
    for kind, (salt, data) in parts.items():
        parameters |= {kind: data, f"{kind}_salt": f"\\x{salt.hex()}"}
    return _NewEvent(event_id, tuple(parts), parameters)
