"""The only writer of the record."""

import hashlib
import os
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

from django.db import connection

from billing_audit.canonical_json import canonical, commitment, storable
from billing_audit.event_types import BY_ACTION
from billing_audit.request_context import Origin

ActorKind = Literal["user", "api_key", "staff", "system", "anonymous"]
Outcome = Literal["allowed", "denied"]
Json = str | int | bool | None | datetime | list[str] | list[datetime]
Changes = Mapping[str, tuple[Json, Json]]

# Identical denials within one minute are events of their own up to here; the rest are counted.
DENIALS_A_MINUTE: Final = 10

_VERSION: Final = 1
_TIME: Final = "recorded_at"
_NO_TIME: Final = f'"{_TIME}":""'
# `recorded_at` is the table's own default (the database's clock); this statement cannot set it, and writes the same
# instant into the body.
_EVENT: Final = """
INSERT INTO billing_audit_event (id, organization_id, action, outcome, reason_code, actor_kind, actor_id,
                         target_kind, target_id, request_id, body)
SELECT %(id)s::uuid, %(organization_id)s, %(action)s, %(outcome)s, %(reason_code)s, %(actor_kind)s, %(actor_id)s,
       %(target_kind)s, %(target_id)s, %(request_id)s,
       %(before)s || to_char(statement_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || %(after)s
"""
_PERSONAL: Final = """
INSERT INTO billing_audit_personal (event_id, organization_id, salt, data)
SELECT %(id)s::uuid, %(organization_id)s, decode(%(salt)s, 'hex'), %(personal)s::jsonb
"""
_QUEUE: Final = (
    "INSERT INTO billing_audit_unsealed (event_id, organization_id) SELECT %(id)s::uuid, %(organization_id)s"
)
_INSERT: Final = f"WITH personal AS ({_PERSONAL}), queued AS ({_QUEUE}) {_EVENT}"
# The tally's row lock puts simultaneous denials in order, so the count is exact and none is dropped.
_INSERT_DENIAL: Final = f"""
WITH tally AS (
    INSERT INTO billing_audit_repeat AS r (fingerprint, minute, organization_id, first_event_id, count)
    VALUES (%(fingerprint)s, date_trunc('minute', statement_timestamp(), 'UTC'), %(organization_id)s, %(id)s::uuid, 1)
    ON CONFLICT (fingerprint, minute) DO UPDATE SET count = r.count + 1
    RETURNING r.count
), shown AS (
    SELECT 1 FROM tally WHERE tally.count <= {DENIALS_A_MINUTE}
), personal AS ({_PERSONAL} FROM shown), queued AS ({_QUEUE} FROM shown)
{_EVENT} FROM shown
"""  # noqa: S608 (constants only)


class UnregisteredEvent(ValueError):
    """An action outside the registry, or a detail or a change that its type does not list."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. ``id`` is the user's or key's id; ``name`` is kept as it was, with the personal data.

    ``authenticated_at``: when the person last proved who they are; None where nobody did.
    """

    kind: ActorKind
    id: str = ""
    name: str = ""
    origin: Origin = field(default_factory=Origin)
    authenticated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What is acted on: its kind (``api_key``, ``organization``, ``user``, ...), id and name as it was."""

    kind: str
    id: str
    name: str = ""


_NO_TARGET: Final = Target("", "")


def uuid7() -> uuid.UUID:
    """Return a version 7 UUID (RFC 9562): Unix milliseconds, 12 bits of their fraction, then 62 random bits.

    The fraction (its section 6.2, method 3) keeps the events of one millisecond in their order, to 244 ns.
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
    """Write one event in the current transaction and return its id, in one statement.

    Times in ``changes`` and ``details`` are given as datetimes and written as RFC 3339 in UTC (``write_time``).
    ``organization_id`` is the public id, None for the platform's own log. Raises UnregisteredEvent before
    anything is written, and the database's errors: a caller that cannot record must neither act nor answer.
    """
    event_id, parameters = _parameters(action, organization_id, actor, target, outcome, reason_code, changes, details)
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, parameters)
    return event_id


def record_for_each(action: str, details: Mapping[str, Mapping[str, Json]], *, actor: Actor) -> None:
    """Write one event for each organization of ``details``, by its public id and about itself, in one go.

    What ``record`` would write, for a change of many organizations in one transaction. Raises as it does.
    """
    parameters = [
        _parameters(action, each, actor, Target("organization", each), "allowed", "", None, said)[1]
        for each, said in details.items()
    ]
    with connection.cursor() as cursor:
        cursor.executemany(_INSERT, parameters)


def record_denial(
    action: str,
    *,
    organization_id: str | None,
    actor: Actor,
    reason_code: str,
    target: Target = _NO_TARGET,
    details: Mapping[str, Json] | None = None,
) -> uuid.UUID | None:
    """Write one denial, in one statement; past ten identical ones a minute, count it instead and return None.

    Identical: the same organization, actor, action, route, reason, target and address. Raises as ``record`` does.
    """
    event_id, parameters = _parameters(action, organization_id, actor, target, "denied", reason_code, None, details)
    route = (details or {}).get("route")
    same = [organization_id, actor.kind, actor.id, action, reason_code, target.kind, target.id, actor.origin.address]
    same.append(route if isinstance(route, str) else "")
    fingerprint = hashlib.sha256(canonical(same).encode()).digest()
    with connection.cursor() as cursor:
        cursor.execute(_INSERT_DENIAL, {**parameters, "fingerprint": fingerprint})
        return event_id if cursor.rowcount else None


def _parameters(
    action: str,
    organization_id: str | None,
    actor: Actor,
    target: Target,
    outcome: Outcome,
    reason_code: str,
    changes: Changes | None,
    details: Mapping[str, Json] | None,
) -> tuple[uuid.UUID, dict[str, Any]]:
    """Return the event's id and the parameters of its statement."""
    event_type = BY_ACTION.get(action)
    if event_type is None or not (
        event_type.details.issuperset(details or ()) and event_type.changes.issuperset(changes or ())
    ):
        said = sorted([*(details or ()), *(changes or ())])
        raise UnregisteredEvent(f"{action!r} with {said} is no registered event type")
    personal = canonical(
        {
            "actor_name": actor.name,
            "target_name": target.name,
            "address": actor.origin.address,
            "user_agent": actor.origin.user_agent,
        }
    )
    salt = os.urandom(16)
    event_id = uuid7()
    event = {
        "action": action,
        "actor_id": storable(actor.id),
        "actor_kind": actor.kind,
        "changes": changes or {},
        "details": details or {},
        "id": str(event_id),
        "organization_id": organization_id,
        "outcome": outcome,
        "personal_commitment": commitment(salt, personal),
        "reason_code": reason_code,
        _TIME: "",
        "request_id": storable(actor.origin.request_id),
        "target_id": storable(target.id),
        "target_kind": target.kind,
        "version": _VERSION,
    }
    # The database's clock goes into the last such place: what an event says of itself stands before, or in quotes.
    before, _, after = canonical(event).rpartition(_NO_TIME)
    body = {"before": f'{before}"{_TIME}":"', "after": f'"{after}'}
    return event_id, {**event, **body, "salt": salt.hex(), "personal": personal}
