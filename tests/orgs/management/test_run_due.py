"""``run_due`` does our jobs that are due, for a project without a worker, and no job of the project itself."""

import gc
import io
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from billing_access.webhooks import signing
from billing_access.webhooks.models import Topic, WebhookEndpoint
from billing_access.webhooks.outbound import posting
from billing_access.webhooks.outbox import queue
from billing_audit.queues import QUEUES
from orgs.mail.notify import notify
from orgs.models import Organization

pytestmark = pytest.mark.django_db(transaction=True)
CONTEXT = {"by": "alice@example.com", "before": "Member", "role": "Admin"}


def _run_due() -> str:
    out = io.StringIO()
    call_command("run_due", stdout=out)
    return out.getvalue()


def _statuses(name: str) -> list[str]:
    return [*ProcrastinateJob.objects.filter(task_name=name).values_list("status", flat=True)]


@pytest.fixture(autouse=True)
def closed_connections() -> Iterator[None]:
    """Close what the jobs' threads have opened: they have ended, but their connections wait for the collector."""
    yield
    gc.collect()


@pytest.fixture
def jobs_of_the_host() -> Iterator[list[str]]:
    """A job and a periodic job of the host project, in a queue of its own. The list gets what they did."""
    did: list[str] = []

    @app.task(name="host.count", queue="email")
    def count() -> None:
        did.append("counted")

    @app.periodic(cron="* * * * *")
    @app.task(name="host.every_minute", queue="upkeep")
    def every_minute(timestamp: int) -> None:
        did.append("every minute")

    yield did
    del app.tasks["host.count"], app.tasks["host.every_minute"]
    del app.periodic_registry.periodic_tasks["host.every_minute", ""]


def test_every_job_of_ours_is_in_one_of_our_queues() -> None:
    ours = {name for name in app.tasks if name.partition(".")[0] in {"accounts", "orgs", "audit", "billing_access"}}
    assert len(ours) >= 22
    assert {app.tasks[name].queue for name in ours} == set(QUEUES)


def test_a_mail_is_sent_and_what_is_due_is_done_once(acme: Organization, bob: User) -> None:
    notify("orgs/email/role_changed.txt", organization=acme, people=[bob], context=CONTEXT)
    assert _run_due() == "Done.\n"
    assert [each.to for each in mail.outbox] == [["bob@example.com"]]
    nightly = ["orgs.forget_sent", "orgs.verify_audit", "billing_access.check_figures", "orgs.send_audit_heads"]
    assert [_statuses(name) for name in nightly] == [["succeeded"]] * 4
    _run_due()
    # What was due before is not due again, and who sends mail does so once.
    assert [_statuses(name) for name in nightly] == [["succeeded"]] * 4
    assert len(mail.outbox) == 1


def test_jobs_of_the_host_are_not_touched(acme: Organization, bob: User, jobs_of_the_host: list[str]) -> None:
    """Though it has named its queues as ours were once named."""
    app.configure_task("host.count").defer()
    _run_due()
    assert (_statuses("host.count"), _statuses("host.every_minute"), jobs_of_the_host) == (["todo"], [], [])


def test_old_and_stalled_jobs_of_the_host_stay(configure: Any) -> None:
    configure(OWN_DATABASE=False)
    old = timezone.now() - timedelta(days=60)
    job = (
        "INSERT INTO procrastinate_jobs (queue_name, task_name, status, worker_id) VALUES (%s, %s, %s, %s) RETURNING id"
    )
    with connection.cursor() as cursor:
        for queue in ("host", QUEUES[0]):
            cursor.execute(job, [queue, f"done.in.{queue}", "succeeded", None])
            event = "INSERT INTO procrastinate_events (job_id, type, at) VALUES (%s, 'succeeded', %s)"
            cursor.execute(event, [*cursor.fetchone(), old])
            cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s) RETURNING id", [old])
            cursor.execute(job, [queue, f"stalled.in.{queue}", "doing", *cursor.fetchone()])
    _run_due()
    assert (_statuses("done.in.host"), _statuses(f"done.in.{QUEUES[0]}")) == (["succeeded"], [])
    assert _statuses("stalled.in.host") == ["doing"]
    assert _statuses(f"stalled.in.{QUEUES[0]}") != ["doing"]


def test_what_failed_and_is_tried_again_is_counted(
    acme: Organization, bob: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    notify("orgs/email/role_changed.txt", organization=acme, people=[bob], context=CONTEXT)
    assert _run_due() == "Done. Failed, and waiting for the next attempt: 1.\n"


def test_what_is_due_to_webhooks_is_sent(
    acme: Organization, alice: User, opt_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    opt_in(acme)
    endpoint = WebhookEndpoint.objects.create(
        organization=acme, url="https://x.example/", topics=["alert"], holder=alice, state="active",
        secret=signing.encrypt(signing.new_secret()),
    )  # fmt: skip
    with transaction.atomic():
        queue(acme.pk, Topic.ALERT, "alert.fired", {}, at=timezone.now())
    monkeypatch.setattr(posting, "post", lambda *_, **__: posting.Answer(204, b"", 0.1))
    _run_due()
    assert endpoint.deliveries.get().state == "delivered"
