"""The marks: one evaluation for many, by one worker, without anybody waiting; a failure loses nothing."""

import threading
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core import mail
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from billing_access.billing.alerts import due, evaluation
from billing_access.billing.alerts.due import evaluate_due, mark_by_clock
from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.alerts.services import create_rule
from billing_access.billing.models import AlertDue, AlertFiring, AlertRule
from billing_access.billing.operators import mark_complete, void_runs
from billing_access.tasks import evaluate_alerts
from billing_audit.models import AuditEvent
from orgs import actors

SYSTEM = actors.command("tests")


def day_rule(acme: Any, amount: int = 100) -> AlertRule:
    rule = create_rule(acme, Parameters("day_spend", amount_usd=Decimal(amount)), actor=SYSTEM)
    AlertDue.objects.all().delete()
    return rule


def some_runs(number: int) -> list[dict[str, Any]]:
    now = timezone.now().isoformat()
    return [{"run_id": f"wr_{each}", "started_at": now, "total_cost_usd": "1"} for each in range(number)]


@pytest.fixture
def counted(monkeypatch: Any) -> list[int]:
    """The organizations that are evaluated, one for each evaluation."""
    done: list[int] = []

    def evaluate(organization_pk: int) -> int:
        done.append(organization_pk)
        return evaluation.evaluate(organization_pk)

    monkeypatch.setattr(due, "evaluate", evaluate)
    return done


@pytest.mark.django_db
def test_an_import_costs_one_evaluation_and_not_one_statement_more(acme: Any, feed: Any, counted: list[int]) -> None:
    feed(acme, {**some_runs(1)[0], "run_id": "first", "total_cost_usd": "0"})
    with CaptureQueriesContext(connection) as without:
        feed(acme, *some_runs(30), batch_size=1)
    day_rule(acme)
    void_runs(acme, [f"wr_{each}" for each in range(30)], reason="Again", actor=SYSTEM)
    AlertDue.objects.all().delete()
    with CaptureQueriesContext(connection) as with_a_rule:
        feed(acme, *({**run, "total_cost_usd": "4"} for run in some_runs(30)), batch_size=1)
    assert AlertDue.objects.count() == 30
    assert len(with_a_rule) == len(without)
    assert evaluate_due(seconds=30) == 1
    assert counted == [acme.pk]
    assert AlertFiring.objects.get().figure == 120
    assert evaluate_due(seconds=30) == AlertDue.objects.count() == 0


@pytest.mark.soak
@pytest.mark.django_db
def test_an_import_of_100_000_runs_costs_one_evaluation(acme: Any, feed: Any, counted: list[int]) -> None:
    day_rule(acme)
    fed = feed(acme, *some_runs(100_000))
    assert (fed.report.inserted, AlertDue.objects.count()) == (100_000, 100)
    assert evaluate_due(seconds=30) == 1
    assert counted == [acme.pk]
    assert AlertFiring.objects.get().figure == 100_000


@pytest.mark.django_db
def test_without_rules_nothing_is_marked(acme: Any, feed: Any) -> None:
    feed(acme, *some_runs(2))
    mark_complete(acme, timezone.now(), actor=SYSTEM)
    mark_by_clock()
    assert not AlertDue.objects.exists()


@pytest.mark.django_db
def test_the_clock_marks_what_time_alone_may_change_once_an_hour_at_most(acme: Any, feed: Any) -> None:
    rule = day_rule(acme)
    feed(acme, *some_runs(1))
    evaluate_alerts(timestamp=0)
    mark_by_clock()
    assert not AlertDue.objects.exists()
    rule.refresh_from_db()
    assert timezone.now() < rule.evaluate_at <= timezone.now() + timedelta(hours=1)
    AlertRule.objects.update(evaluate_at=timezone.now())
    mark_by_clock()
    mark_by_clock()
    assert AlertDue.objects.count() == 1


@pytest.mark.django_db
def test_old_firings_are_forgotten_but_not_what_still_fires(acme: Any) -> None:
    rule = day_rule(acme)
    old = timezone.now() - timedelta(days=91)
    for number, (start, resolved) in enumerate([(old, None), (None, old), (None, None)]):
        AlertFiring.objects.create(
            rule=rule, bucket_start=start, resolved_at=resolved, figure=number, threshold=0, fired_at=old
        )
    mark_by_clock()
    assert AlertFiring.objects.get().figure == 2


@pytest.mark.django_db
def test_one_that_fails_is_logged_and_stays_marked_and_the_others_go_on(
    acme: Any, other: Any, feed: Any, monkeypatch: Any, caplog: Any
) -> None:
    for organization in (acme, other):
        day_rule(organization)
    for organization in (acme, other):
        feed(organization, *some_runs(101))

    def evaluate(organization_pk: int) -> int:
        evaluation.evaluate(organization_pk)
        if organization_pk == acme.pk:
            raise RuntimeError("out of luck")
        return 1

    with monkeypatch.context() as patch:
        patch.setattr(due, "evaluate", evaluate)
        assert evaluate_due(seconds=30) == 1
    assert f"The alerts of the organization {acme.pk} could not be evaluated." in caplog.text
    assert [each.organization_id for each in AlertDue.objects.all()] == [acme.pk]
    assert [each.organization_id for each in AuditEvent.objects.filter(action="alert.fired")] == [other.public_id]
    assert evaluate_due(seconds=30) == 1
    assert AuditEvent.objects.filter(action="alert.fired").count() == 2


def in_thread(act: Callable[[], object]) -> tuple[threading.Thread, list[object]]:
    """Act on a connection of its own, as another worker does."""
    outcome: list[object] = []

    def run() -> None:
        try:
            outcome.append(act())
        except BaseException as error:
            outcome.append(error)
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    return thread, outcome


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_evaluate_once_and_an_import_waits_for_neither(
    acme: Any, feed: Any, monkeypatch: Any, counted: list[int], run_jobs: Any
) -> None:
    day_rule(acme)
    feed(acme, *some_runs(101), batch_size=20)
    at_work, go_on = threading.Event(), threading.Event()
    real = due.evaluate

    def slowly(organization_pk: int) -> int:
        done = real(organization_pk)
        at_work.set()
        assert go_on.wait(60)
        return done

    monkeypatch.setattr(due, "evaluate", slowly)
    first, evaluated = in_thread(lambda: evaluate_due(seconds=60))
    assert at_work.wait(60)
    # The other worker finds nothing to do, and an import of meanwhile is marked.
    assert evaluate_due(seconds=60) == 0
    feed(acme, {**some_runs(1)[0], "run_id": "meanwhile"})
    assert counted == [acme.pk]
    go_on.set()
    first.join(60)
    # That of meanwhile is evaluated next, by the worker that comes first.
    assert evaluated[0] in (1, 2)
    evaluate_due(seconds=60)
    assert counted == [acme.pk, acme.pk]
    assert not AlertDue.objects.exists()
    assert AuditEvent.objects.filter(action="alert.fired").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_has_only_begun_keeps_the_others_off_all_marks(acme: Any, feed: Any, caplog: Any) -> None:
    """Two workers that took different marks of one organization would wait for each other to delete them."""
    day_rule(acme)
    feed(acme, *some_runs(3), batch_size=1)
    has_begun, go_on = threading.Event(), threading.Event()

    def begin() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT FROM billing_alert_due ORDER BY id LIMIT 1 FOR UPDATE")
            has_begun.set()
            assert go_on.wait(60)

    thread, _ = in_thread(begin)
    assert has_begun.wait(60)
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '2s'")
        assert evaluate_due(seconds=5) == 0
        cursor.execute("RESET lock_timeout")
    go_on.set()
    thread.join(60)
    assert "could not be evaluated" not in caplog.text
    assert evaluate_due(seconds=30) == 1


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_dies_before_or_after_its_commit_loses_nothing_and_tells_once(
    acme: Any, feed: Any, monkeypatch: Any, run_jobs: Any
) -> None:
    day_rule(acme)
    feed(acme, *some_runs(101))
    ProcrastinateJob.objects.all().delete()

    def killed(organization_pk: int) -> int:
        evaluation.evaluate(organization_pk)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(due, "evaluate", killed)
        with pytest.raises(KeyboardInterrupt):
            evaluate_due(seconds=30)
    assert AlertDue.objects.exists()
    assert not AlertFiring.objects.exists()
    assert not ProcrastinateJob.objects.exists()
    assert evaluate_due(seconds=30) == 1
    # From here on the e-mail waits in the queue, whatever becomes of the worker.
    assert ProcrastinateJob.objects.filter(status="todo", task_name="orgs.send_email").count() == 1
    mail.outbox.clear()
    run_jobs()
    evaluate_due(seconds=30)
    run_jobs()
    assert [message.to for message in mail.outbox] == [["alice@example.com"]]
