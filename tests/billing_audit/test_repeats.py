"""Identical denials are counted exactly from the eleventh in a minute on, deliveries from the second in an hour on."""

import dataclasses
import threading
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.db.models import Sum
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from billing_access.access.key_format import new_secret
from billing_audit.models import AuditEvent, AuditPart, AuditRepeat
from billing_audit.reading.queries import entry
from billing_audit.reading.serializers import event_body
from billing_audit.record import Actor, Target, UnregisteredEvent, record_denial, record_hourly
from billing_audit.request_context import Origin
from billing_audit.storage.partitions import make_partitions
from billing_audit.storage.retention import purge
from billing_audit.transparency.checkpoints import newest_checkpoints
from billing_audit.transparency.export import export_log
from billing_audit.verification.verify import one_moment, verify_log

KEY = Actor("api_key", "k1", "Key", Origin("req_1", "192.0.2.7", "curl"))


def _deny(actor: Actor = KEY, **changes: object) -> uuid.UUID | None:
    told = {"organization_id": "o_1", "reason_code": "org_opt_in_required", "target": Target("route", "usage")}
    return record_denial(str(changes.pop("action", "billing.usage.read")), actor=actor, **{**told, **changes})  # type: ignore[arg-type]


def _start_of_a_minute() -> None:
    """Wait until the database's minute has at least ten seconds left, because denials are counted by minute."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_sleep(CASE WHEN s > 50 THEN 60.1 - s ELSE 0 END)"
            " FROM (SELECT extract(second FROM clock_timestamp())::float s) t"
        )


def _repeats(event_id: uuid.UUID) -> int:
    found = entry("o_1", event_id, with_figures=True)
    assert found is not None
    return found.repeats


@pytest.mark.django_db
def test_ten_are_events_and_the_rest_are_counted() -> None:
    _start_of_a_minute()
    ids = [_deny() for _ in range(13)]
    assert all(ids[:10])
    assert ids[10:] == [None] * 3
    assert AuditEvent.objects.count() == AuditPart.objects.count() == 10
    assert AuditRepeat.objects.get().count == 13
    first = ids[0]
    assert first is not None
    assert _repeats(first) == 3
    assert {_repeats(each) for each in ids[1:] if each} == {0}


@pytest.mark.django_db
def test_few_denials_have_no_repeats() -> None:
    only = _deny()
    assert only is not None
    assert _repeats(only) == 0
    event = AuditEvent.objects.get(pk=only)
    assert (event.outcome, event.reason_code, event.organization_id) == ("denied", "org_opt_in_required", "o_1")


@pytest.mark.django_db
def test_one_statement_each() -> None:
    for _ in range(11):
        with CaptureQueriesContext(connection) as queries:
            _deny()
        assert len(queries) == 1


@pytest.mark.django_db
def test_what_differs_is_never_counted_together() -> None:
    variants: list[dict[str, object]] = [
        {},
        {"organization_id": "o_2"},
        {"organization_id": None},
        {"action": "billing.state.read"},
        {"reason_code": "key_revoked"},
        {"target": Target("route", "state")},
        {"target": Target("run", "usage")},
        {"details": {"route": "/v1/billing/usage"}},
        {"details": {"route": "/v1/billing/usage/summary"}},
        {"actor": dataclasses.replace(KEY, id="k2")},
        {"actor": dataclasses.replace(KEY, kind="user")},
        {"actor": dataclasses.replace(KEY, origin=Origin("req_1", "192.0.2.8", "curl"))},
    ]
    _start_of_a_minute()
    for variant in variants:
        _deny(**variant)  # type: ignore[arg-type]
    assert sorted(AuditRepeat.objects.values_list("count", flat=True)) == [1] * len(variants)


@pytest.mark.django_db
def test_the_request_and_the_user_agent_make_no_difference() -> None:
    _start_of_a_minute()
    _deny()
    _deny(dataclasses.replace(KEY, origin=Origin("req_2", "192.0.2.7", "python")))
    assert AuditRepeat.objects.get().count == 2


@pytest.mark.django_db
def test_an_unknown_key_is_counted_apart_on_each_route(api: Any) -> None:
    nobodys = new_secret()
    _start_of_a_minute()
    paths = ["/v1/billing/state", "/v1/billing/usage", "/v1/runs/r", "/v1/key"]
    for _ in range(2):
        for path in paths:
            assert api(path, nobodys).status_code == 401
    assert list(AuditRepeat.objects.values_list("count", flat=True)) == [2] * len(paths)


@pytest.mark.django_db(transaction=True)
def test_twenty_threads_of_one_denial_give_an_exact_count() -> None:
    _start_of_a_minute()
    gate = threading.Barrier(20)
    failures: list[Exception] = []

    def work() -> None:
        try:
            connection.ensure_connection()
            gate.wait(20)
            for _ in range(5):
                _deny()
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert failures == []
    assert AuditRepeat.objects.aggregate(total=Sum("count"))["total"] == 100
    assert AuditEvent.objects.count() == AuditPart.objects.count() == 10 * AuditRepeat.objects.count()


WORKER = Actor("system", "worker", "worker")
WEBHOOK = Target("webhook", "w1", "siem.example.com")


def _send(**changes: Any) -> uuid.UUID | None:
    values: dict[str, Any] = {"organization_id": "o_1", "actor": WORKER, "target": WEBHOOK}
    return record_hourly("webhook.audit_sent", **{**values, **changes})


def _start_of_an_hour() -> None:
    """Wait until the database's hour has at least ten seconds left."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_sleep(CASE WHEN s > 3590 THEN 3600.1 - s ELSE 0 END)"
            " FROM (SELECT extract(epoch FROM clock_timestamp())::numeric % 3600 AS s) t"
        )


@pytest.mark.django_db
def test_of_what_is_recorded_by_the_hour_the_first_is_an_event_and_the_rest_are_counted() -> None:
    """Whatever the details say: the count is of the actor, the action and the target."""
    _start_of_an_hour()
    first, *others = [_send(details={"delivery": f"d{each}"}) for each in range(13)]
    assert first is not None
    assert others == [None] * 12
    assert AuditEvent.objects.get().details == {"delivery": "d0"}
    assert AuditRepeat.objects.get().count == 13
    assert _repeats(first) == 12


@pytest.mark.django_db
def test_the_detail_that_keeps_them_apart_is_told_of_each() -> None:
    _start_of_an_hour()
    for withheld in (True, True, False, True, False):
        _send(details={"withheld": withheld, "first_leaf": int(withheld)}, apart="withheld")
    assert [event.details["withheld"] for event in AuditEvent.objects.order_by("id")] == [True, False]
    assert sorted(AuditRepeat.objects.values_list("count", flat=True)) == [2, 3]


@pytest.mark.django_db
def test_one_that_is_recorded_by_the_hour_has_no_repeats() -> None:
    only = _send()
    assert only is not None
    assert _repeats(only) == 0
    assert (AuditEvent.objects.get().outcome, AuditEvent.objects.get().organization_id) == ("allowed", "o_1")


@pytest.mark.django_db
def test_the_next_hour_has_an_event_of_its_own(changed_procedure: Any) -> None:
    _start_of_an_hour()
    now, later = "statement_timestamp(), 'UTC'", "statement_timestamp() + interval '1 hour', 'UTC'"
    first, *_ = _send(), _send(), _send()
    with changed_procedure("billing_audit_record_hourly", now, later):
        second, *_ = _send(), _send()
    assert first is not None
    assert second is not None
    assert (_repeats(first), _repeats(second)) == (2, 1)


@pytest.mark.django_db
def test_different_webhooks_logs_and_actors_are_not_counted_together() -> None:
    _start_of_an_hour()
    variants: list[dict[str, Any]] = [
        {},
        {"organization_id": "o_2"},
        {"organization_id": None},
        {"target": Target("webhook", "w2", "siem.example.com")},
        {"actor": Actor("system", "other", "other")},
    ]
    for variant in variants:
        assert _send(**variant) is not None
    # What is recorded by the hour has nothing in common with denials.
    assert _deny(WORKER, action="webhook.audit_sent", reason_code="", target=WEBHOOK) is not None
    assert sorted(AuditRepeat.objects.values_list("count", flat=True)) == [1] * (len(variants) + 1)


@pytest.mark.django_db
def test_it_takes_one_statement_and_is_undone_with_its_transaction() -> None:
    _start_of_an_hour()
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            _send()
        assert len(queries) == 1
    with transaction.atomic():
        _send()
        transaction.set_rollback(True)
    assert AuditRepeat.objects.get().count == 2


@pytest.mark.django_db
def test_what_is_not_registered_is_neither_counted_nor_written() -> None:
    with pytest.raises(UnregisteredEvent):
        _send(details={"amount": "1"})
    assert not AuditRepeat.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_senders_at_once_write_one_event_and_an_exact_count() -> None:
    """Each over its own connection, as two processes."""
    _start_of_an_hour()
    gate = threading.Barrier(2)
    failures: list[Exception] = []

    def work() -> None:
        try:
            connection.ensure_connection()
            gate.wait(20)
            for _ in range(50):
                _send()
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert failures == []
    assert (AuditEvent.objects.count(), AuditRepeat.objects.get().count) == (1, 100)


@pytest.mark.django_db
def test_counting_changes_nothing_that_is_sealed(seal_events: Any, signer: Any) -> None:
    """The event verifies, alone and in an export; the number stands next to it."""
    _start_of_an_hour()
    first = _send()
    assert first is not None
    seal_events()
    for _ in range(4):
        _send()
    with one_moment():
        report = verify_log("o_1", verifiers=[signer.verifier], published=newest_checkpoints())
        exported = list(export_log("o_1", verifiers=[signer.verifier], statement_verifiers=[]))
    assert (report.verdict, report.sealed, len(exported)) == ("intact", 1, 2)
    found = entry("o_1", first, with_figures=True)
    assert found is not None
    assert (found.altered, event_body(found)["repeats"]) == ((), 4)


@pytest.mark.django_db
def test_the_count_of_an_hour_goes_with_its_month(
    at_another_time: Any, changed_procedure: Any, as_role: Any, seal_events: Any, statements: Any
) -> None:
    old = timezone.now() - timedelta(days=500)
    with as_role("owner"):
        make_partitions(old.date())
    then = f"'{old.isoformat()}'::timestamptz, 'UTC'"
    with at_another_time(old), changed_procedure("billing_audit_record_hourly", "statement_timestamp(), 'UTC'", then):
        _send()
        _send()
    _send()
    seal_events()
    assert sorted(AuditRepeat.objects.values_list("count", flat=True)) == [1, 2]
    with as_role("owner"):
        ((_, number),) = purge(timedelta(days=400), actor=WORKER, statements=statements)
    assert number == 1
    assert AuditRepeat.objects.get().count == 1
