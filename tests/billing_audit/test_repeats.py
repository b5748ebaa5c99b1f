"""From the eleventh identical denial in a minute on, denials are counted exactly."""

import dataclasses
import threading
import uuid
from typing import Any

import pytest
from django.db import connection, connections
from django.db.models import Sum
from django.test.utils import CaptureQueriesContext

from billing_access.access.key_format import new_secret
from billing_audit.models import AuditEvent, AuditPart, AuditRepeat
from billing_audit.reading.queries import entry
from billing_audit.record import Actor, Target, record_denial
from billing_audit.request_context import Origin

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
