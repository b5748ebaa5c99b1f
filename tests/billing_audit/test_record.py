"""``record``, the only writer of the audit log."""

import hashlib
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection, connections, transaction
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from billing_audit.canonical_json import canonical
from billing_audit.models import AuditEvent, AuditPart, AuditRepeat, AuditUnsealed
from billing_audit.record import Actor, Target, UnregisteredEvent, record, record_denial, record_for_each, uuid7
from billing_audit.request_context import Origin

ALICE = Actor("user", "7", "alice@example.com", Origin("req_1", "192.0.2.7", "curl/8 ünï"))


def test_one_statement_writes_the_event_and_its_personal_data(db: None) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        event_id = record(
            "billing_reads.enabled",
            organization_id="o_1",
            actor=ALICE,
            target=Target("organization", "o_1", "Acme"),
            changes={"billing_reads": ("off", "on")},
            details={"reason": "asked by phone"},
        )
        event = AuditEvent.objects.get(pk=event_id)
    assert len(queries) == 2
    assert (event.actor_kind, event.actor_id, event.outcome, event.request_id) == ("user", "7", "allowed", "req_1")
    assert (event.changes, event.details) == ({"billing_reads": ["off", "on"]}, {"reason": "asked by phone"})
    personal = AuditPart.objects.get(event_id=event_id, kind="personal")
    assert personal.data == {
        "actor_name": "alice@example.com",
        "target_name": "Acme",
        "address": "192.0.2.7",
        "user_agent": "curl/8 ünï",
    }


def test_one_event_for_each_organization_is_what_one_by_one_would_be(db: None) -> None:
    details = {"o_1": {"read": 1}, "o_2": {"read": 2}}
    with CaptureQueriesContext(connection) as queries:
        record_for_each("runs.imported", details, actor=ALICE)
    assert len(queries) == 1
    for organization_id, said in details.items():
        target = Target("organization", organization_id)
        alone = record("runs.imported", organization_id=organization_id, actor=ALICE, target=target, details=said)
        pair = list(AuditEvent.objects.filter(organization_id=organization_id).order_by("id"))
        assert pair[1].pk == alone
        differing = {"id", "recorded_at", "commitments"}
        first, second = ({name: each.content[name] for name in each.content if name not in differing} for each in pair)
        assert first == second
        assert pair[0].parts == pair[1].parts
        assert pair[0].parts.keys() == {"personal", "figures"}
        assert AuditUnsealed.objects.filter(organization_id=organization_id).count() == 2


def test_one_unregistered_detail_and_none_of_the_events_is_written(db: None) -> None:
    with pytest.raises(UnregisteredEvent):
        record_for_each("runs.imported", {"o_1": {"read": 1}, "o_2": {"surprise": 1}}, actor=ALICE)
    assert not AuditEvent.objects.exists()


def test_the_event_holds_only_the_commitment_of_the_personal_data(db: None) -> None:
    event = AuditEvent.objects.get(pk=record("user.created", organization_id=None, actor=ALICE))
    personal = AuditPart.objects.get(event_id=event.pk, kind="personal")
    expected = hashlib.sha256(bytes(personal.salt) + canonical(personal.data).encode()).hexdigest()
    assert event.content["commitments"] == {"personal": expected}
    assert len(bytes(personal.salt)) == 16
    text = " ".join(str(getattr(event, field.attname)) for field in AuditEvent._meta.concrete_fields)
    assert "alice" not in text
    assert "192.0.2.7" not in text


def test_the_time_is_the_databases(db: None) -> None:
    event_id = record("user.created", organization_id=None, actor=ALICE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp() - recorded_at FROM billing_audit_event WHERE id = %s", [event_id])
        assert timedelta(0) <= cursor.fetchone()[0] < timedelta(seconds=30)


@pytest.mark.parametrize(
    ("action", "details"),
    [("no.such.action", {}), ("api_key.revoked", {"secret": "x"}), ("", {}), ("user.created", {"body": "x"})],
)
def test_an_unregistered_event_is_refused(db: None, action: str, details: dict[str, str]) -> None:
    with pytest.raises(UnregisteredEvent):
        record(action, organization_id=None, actor=ALICE, details=details)
    with pytest.raises(UnregisteredEvent):
        record_denial(action, organization_id=None, actor=ALICE, details=details, reason_code="x")
    assert not AuditEvent.objects.exists()
    assert not AuditPart.objects.exists()


def test_a_rollback_takes_event_and_personal_data_with_it(db: None) -> None:
    with transaction.atomic():
        record("user.created", organization_id=None, actor=ALICE)
        assert AuditEvent.objects.count() == AuditPart.objects.count() == 1
        transaction.set_rollback(True)
    assert AuditEvent.objects.count() == AuditPart.objects.count() == 0


def test_a_savepoint_rolled_back_takes_its_own_events_alone(db: None) -> None:
    with transaction.atomic():
        kept = [record("user.created", organization_id=None, actor=ALICE)]
        with transaction.atomic():
            record("user.created", organization_id=None, actor=ALICE)
            transaction.set_rollback(True)
        kept.append(record("user.created", organization_id=None, actor=ALICE))
    assert list(AuditEvent.objects.order_by("id").values_list("pk", flat=True)) == kept


@pytest.mark.django_db(transaction=True)
def test_an_event_is_seen_by_others_when_its_transaction_commits_and_outside_one_at_once() -> None:
    with closing(connections.create_connection("default")) as other, other.cursor() as cursor:

        def seen() -> int:
            cursor.execute("SELECT count(*) FROM billing_audit_event")
            return int(cursor.fetchone()[0])

        with transaction.atomic():
            record("user.created", organization_id=None, actor=ALICE)
            assert seen() == 0
        assert seen() == 1
        record("user.created", organization_id=None, actor=ALICE)
        assert seen() == 2


def test_in_a_broken_transaction_nothing_is_recorded(db: None) -> None:
    with transaction.atomic():
        transaction.set_rollback(True)
        with pytest.raises(TransactionManagementError):
            record("user.created", organization_id=None, actor=ALICE)


def test_a_tracer_around_statements_sees_the_record_too(db: None) -> None:
    traced: list[str] = []

    def trace(execute: Any, statement: str, *rest: Any) -> Any:
        traced.append(statement)
        return execute(statement, *rest)

    with connection.execute_wrapper(trace):
        for _ in range(8):  # psycopg prepares a statement that is repeated
            record("user.created", organization_id=None, actor=ALICE)
    assert sum("CALL public.billing_audit_record(" in statement for statement in traced) == 8


@pytest.fixture
def clock_off(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Set this machine's clock so many hours ahead of the database's."""

    def change(hours: int) -> None:
        now = time.time_ns() + hours * 3600 * 10**9
        monkeypatch.setattr("billing_audit.record.time.time_ns", lambda: now)

    return change


@pytest.mark.parametrize("hours", [-25, 25, -24 * 365, 24 * 365 * 50])
@pytest.mark.parametrize("write", [record, record_denial])
def test_an_id_further_than_a_day_from_the_databases_time_is_refused(
    db: None, clock_off: Callable[[int], None], write: Any, hours: int
) -> None:
    """A machine with a wrong clock fills no months to come, and puts nothing among the events of old ones."""
    clock_off(hours)
    with pytest.raises(OperationalError, match="more than a day from the database's time"), transaction.atomic():
        write("user.created", organization_id=None, actor=ALICE, reason_code="x")
    assert not any(model.objects.exists() for model in (AuditEvent, AuditPart, AuditUnsealed, AuditRepeat))


@pytest.mark.parametrize("hours", [-23, 23])
def test_with_a_clock_that_is_less_than_a_day_off_events_are_recorded(
    db: None, clock_off: Callable[[int], None], hours: int
) -> None:
    clock_off(hours)
    record("user.created", organization_id=None, actor=ALICE)
    assert AuditEvent.objects.count() == 1


def test_ids_are_uuid7_and_rise_with_time() -> None:
    ids = [uuid7() for _ in range(50)]
    assert all(each.version == 7 and each.variant == "specified in RFC 4122" for each in ids)
    milliseconds = [each.int >> 80 for each in ids]
    assert milliseconds == sorted(milliseconds)
    assert len(set(ids)) == 50


def test_ids_of_one_millisecond_are_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    instants = [1_795_000_000_000_000_000 + each * 1_000 for each in range(1000)]
    clock = iter(instants)
    monkeypatch.setattr("billing_audit.record.time.time_ns", lambda: next(clock))
    ids = [uuid7() for _ in instants]
    assert ids == sorted(ids)
    assert {each.int >> 80 for each in ids} == {1_795_000_000_000}
