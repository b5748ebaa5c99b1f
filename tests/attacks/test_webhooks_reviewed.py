"""Attacks on webhooks: on when something may be sent, by whose clock, and on what pages, logs and reports show."""

import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.db.models.functions import Now
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.views.debug import ExceptionReporter
from procrastinate.contrib.django.models import ProcrastinateJob

from billing_access.access.models import OptIn
from billing_access.access.services import (
    lift_suspension,
    suspend_billing_reads,
    turn_off_billing_reads,
    turn_on_billing_reads,
)
from billing_access.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from billing_access.webhooks.outbound import posting
from billing_access.webhooks.outbound.posting import Answer
from billing_access.webhooks.sending import due
from billing_access.webhooks.sending.pump import send_due
from billing_access.webhooks.services import create_endpoint, rotate_secret
from billing_access.webhooks.signing import decrypt
from billing_audit.models import AuditEvent, AuditPart
from billing_audit.record import uuid7
from orgs import actors
from orgs.models import Organization
from orgs.roles import Role
from orgs.services import members
from tests.conftest import SYSTEM

pytestmark = pytest.mark.django_db
OK = Answer(204, b"", 0.01)
REFUSED = Answer(500, b"", 0.01)


class Posts(list[dict[str, Any]]):
    """What is posted, instead of sending it. ``answers`` is called with each body, and returns or raises the answer."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: Callable[[dict[str, Any]], Answer] = lambda body: OK

    def post(self, url: str, *, headers: Any, body: bytes, deadline: float) -> Answer:
        self.append(json.loads(body) | {"headers": dict(headers)})
        return self.answers(self[-1])


@pytest.fixture
def posts(monkeypatch: pytest.MonkeyPatch) -> Posts:
    found = Posts()
    monkeypatch.setattr(posting, "post", found.post)
    return found


@pytest.fixture
def endpoint(acme: Organization, alice: Any, opt_in: Any, make_webhook: Any) -> WebhookEndpoint:
    """Acme's, active, for alerts, held by Alice; Acme has opted in."""
    opt_in(acme)
    return make_webhook(acme, alice)


def queue(endpoint: WebhookEndpoint, type: str = "alert.fired", **fields: Any) -> WebhookDelivery:
    body = json.dumps({"type": type, "timestamp": "2026-11-30T00:00:00Z", "data": {"figure": "3.50"}})
    return WebhookDelivery.objects.create(**{"id": uuid7(), "endpoint": endpoint, "type": type, "body": body, **fields})


def send() -> int:
    return send_due(seconds=20, senders=1)


def reasons(endpoint: WebhookEndpoint) -> list[tuple[str, str]]:
    return list(endpoint.deliveries.order_by("pk").values_list("state", "reason_code"))


def sent_events() -> list[AuditEvent]:
    return list(AuditEvent.objects.filter(action="webhook.audit_sent").order_by("pk"))


# When something may be sent


def test_no_figure_leaves_after_the_opt_out_in_the_middle_of_a_turn(endpoint, posts, acme, opt_out):
    """The sender has the endpoint to itself and goes on with what waits: each delivery is decided for itself."""

    def answers(body: Any) -> Answer:
        opt_out(acme)
        return OK

    queue(endpoint), queue(endpoint)
    posts.answers = answers
    assert send() == 1
    assert reasons(endpoint) == [("delivered", ""), ("dropped", "org_opt_in_required")]


@pytest.mark.parametrize("closes", ["the opt-in", "its time limit", "a suspension", "the platform's suspension"])
def test_nothing_from_a_time_when_reads_were_closed_is_sent_once_they_open(
    closes, endpoint, posts, acme, other, make_webhook, charlie
):
    """Also if no sender ran meanwhile, or if it was for a moment."""
    turn_on_billing_reads(other, actor=SYSTEM)
    theirs = queue(make_webhook(other, charlie))
    before = queue(endpoint)
    suspension = None
    if closes == "the opt-in":
        turn_off_billing_reads(acme, actor=SYSTEM)
    elif closes == "its time limit":
        OptIn.objects.filter(organization=acme).update(enabled_until=Now() - timedelta(seconds=1))
    else:
        of = None if "platform" in closes else acme
        suspension = suspend_billing_reads(of, actor=SYSTEM, reason="incident")
    meanwhile = queue(endpoint)
    if suspension:
        lift_suspension(suspension, actor=SYSTEM, reason="over")
    else:
        turn_on_billing_reads(acme, actor=SYSTEM)
    after = queue(endpoint)
    is_closed_to_all = closes == "the platform's suspension"
    assert send() == 2 - is_closed_to_all
    for each, state in ((before, "dropped"), (meanwhile, "dropped"), (after, "delivered")):
        each.refresh_from_db()
        assert each.state == state
    theirs.refresh_from_db()
    assert theirs.state == ("dropped" if is_closed_to_all else "delivered")
    code = "billing_reads_suspended" if suspension else "org_opt_in_required"
    event = AuditEvent.objects.get(action="webhook.dropped", organization_id=acme.public_id)
    assert (event.outcome, event.reason_code, event.details["deliveries"]) == ("denied", code, 2)


def test_a_longer_time_limit_drops_nothing_that_waits(endpoint, posts, acme):
    waiting = queue(endpoint)
    turn_on_billing_reads(acme, actor=SYSTEM, days=30)
    assert send() == 1
    waiting.refresh_from_db()
    assert waiting.state == "delivered"


@pytest.mark.parametrize("closes", ["the opt-in", "a suspension", "the holder"])
def test_what_waits_for_a_webhook_that_rests_is_dropped_as_soon_as_it_may_not_be_sent(
    closes, endpoint, posts, acme, alice, adam, opt_in, opt_out
):
    """Or it would be sent after its rest, if billing reads are on again by then, as if they had never been off."""
    before = queue(endpoint, attempt_at=Now() + timedelta(hours=10))
    WebhookEndpoint.objects.update(rests_until=Now() + timedelta(hours=10), failures=9, failing_since=Now())
    membership = acme.memberships.get(user=alice)
    suspension = None
    if closes == "the opt-in":
        opt_out(acme)
    elif closes == "a suspension":
        suspension = suspend_billing_reads(None, actor=SYSTEM, reason="incident")
    else:
        members.change_role(acme.memberships.get(user=adam), role=Role.OWNER, actor=SYSTEM)
        members.change_role(membership, role=Role.AUDITOR, actor=SYSTEM)
    meanwhile = queue(endpoint)
    assert send() == 0
    opt_in(acme)
    if suspension:
        lift_suspension(suspension, actor=SYSTEM, reason="over")
    members.change_role(membership, role=Role.OWNER, actor=SYSTEM)
    WebhookEndpoint.objects.update(rests_until=Now())
    WebhookDelivery.objects.update(attempt_at=Now())
    assert (send(), posts) == (0, [])
    for each in (before, meanwhile):
        each.refresh_from_db()
        assert each.state == "dropped"
    (event,) = AuditEvent.objects.filter(action="webhook.dropped")
    assert (event.outcome, event.details["deliveries"]) == ("denied", 2)


def test_figures_that_are_sent_later_in_the_hour_are_on_the_record_as_such(
    acme, alice, make_webhook, posts, opt_in, write_events, seal_events
):
    """Of an hour's audit deliveries one is an event: it must not say of the others that their figures were withheld."""
    endpoint = make_webhook(acme, alice, "audit.event")
    seal_events()
    send()
    opt_in(acme)
    seal_events()
    send()
    assert [post["data"]["withheld"] for post in posts] == [["figures", "texts"], []]
    assert [event.details["withheld"] for event in sent_events()] == [True, False]
    assert endpoint.deliveries.filter(state="delivered").count() == 2


def test_a_closed_organization_is_sent_nothing_whoever_closed_it(endpoint, posts):
    """Also where a process of the release before closed it, which removes no webhook."""
    queue(endpoint), queue(endpoint, "webhook.test")
    Organization.objects.filter(pk=endpoint.organization_id).update(closed_at=Now())
    assert (send(), posts) == (0, [])
    endpoint.refresh_from_db()
    assert endpoint.state == "paused"


def test_a_member_whom_a_process_of_the_release_before_removed_holds_nothing(endpoint, posts, acme, alice):
    queue(endpoint)
    acme.memberships.filter(user=alice).delete()
    assert (send(), posts) == (0, [])
    endpoint.refresh_from_db()
    assert endpoint.state == "paused"


def test_what_is_paused_while_it_answers_waits_for_adoption_however_it_answers(
    acme, alice, adam, make_webhook, posts, seal_events
):
    """A disabled webhook is turned on again without a new holder, so nothing may lead from paused to disabled."""
    members.change_role(acme.memberships.get(user=adam), role=Role.OWNER, actor=SYSTEM)
    endpoint = make_webhook(acme, alice, "audit.event")
    seal_events()

    def answers(body: Any) -> Answer:
        members.remove_member(acme.memberships.get(user=alice), actor=SYSTEM)
        return Answer(410, b"", 0.01)

    posts.answers = answers
    send()
    endpoint.refresh_from_db()
    assert (len(posts), endpoint.state) == (1, "paused")
    assert not AuditEvent.objects.filter(action="webhook.disabled").exists()


def test_an_answer_to_another_webhooks_challenge_makes_no_webhook_active(acme, alice, make_webhook, posts):
    first, second = (make_webhook(acme, alice, state="pending", url=f"https://{each}.example.com/") for each in "ab")
    for each, value in ((first, "c-1"), (second, "c-2")):
        body = json.dumps({"type": "webhook.challenge", "data": {"challenge": value}})
        queue(each, "webhook.challenge", body=body)
    posts.answers = lambda body: Answer(200, b'{"challenge": "c-1"}', 0.01)
    send()
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("active", "pending")


def test_a_failure_of_days_ago_and_one_of_now_drop_no_alert(endpoint, posts):
    """Nothing was sent in between: an alert that a receiver's restart meets is tried again, and not dropped at once."""
    WebhookEndpoint.objects.update(failing_since=Now() - timedelta(days=4), failures=1)
    queue(endpoint)
    posts.answers = lambda body: REFUSED
    for number in range(1, 6):
        assert (len(posts), reasons(endpoint)) == (number - 1, [("waiting", "")])
        send()
        WebhookEndpoint.objects.update(rests_until=Now())
        WebhookDelivery.objects.update(attempt_at=Now())
    # After a quarter of an hour it is what failed for days.
    assert (len(posts), reasons(endpoint)) == (5, [("dropped", "webhook_disabled")])


# By whose clock


@pytest.mark.parametrize("wrong_by", [timedelta(hours=-3), timedelta(hours=3)])
@pytest.mark.parametrize(("left", "number"), [(timedelta(hours=1), 2), (timedelta(hours=-1), 1)])
def test_a_former_secret_ends_by_the_databases_clock(endpoint, posts, wrong_by, left, number):
    """Not by that of a machine whose clock is wrong, which would let a secret sign that was rotated away."""
    WebhookEndpoint.objects.update(former_secret=endpoint.secret, former_secret_until=Now() + left)
    queue(endpoint)
    with time_machine.travel(datetime.now(UTC) + wrong_by):
        send()
    (post,) = posts
    assert len(post["headers"]["webhook-signature"].split()) == number


def test_three_days_are_by_the_databases_clock(endpoint, posts):
    posts.answers = lambda body: REFUSED
    queue(endpoint)
    with time_machine.travel(datetime.now(UTC) + timedelta(days=4)):
        send()
    endpoint.refresh_from_db()
    assert (len(posts), endpoint.state) == (1, "active")


# What pages, logs and reports show


def test_an_error_report_of_the_sender_has_no_secret(endpoint, posts, caplog):
    def answers(body: Any) -> Answer:
        raise ValueError("broken")

    queue(endpoint)
    posts.answers = answers
    with caplog.at_level(logging.ERROR):
        send()
    (logged,) = [each for each in caplog.records if each.exc_info]
    report = ExceptionReporter(None, *logged.exc_info).get_traceback_html()  # type: ignore[misc]
    assert "deliver_next" in report
    assert decrypt(endpoint.secret) not in report
    for hidden in (decrypt(endpoint.secret), "3.50", endpoint.url):
        assert hidden not in caplog.text


def test_a_secret_and_the_address_are_in_no_job_and_the_secret_in_no_event(acme, adam, posts, caplog):
    """The address may hold a secret of the receiver's: on the log it is a text, and e-mails say the host alone."""
    actor = actors.as_member(adam, authenticated_at=timezone.now())
    with caplog.at_level(logging.DEBUG):
        made = create_endpoint(acme, url="https://hooks.example.com/in/t0ken", topics=["alert"], actor=actor)
        rotated = rotate_secret(made.endpoint, overlap_hours=1, actor=actor)
        posts.answers = lambda body: Answer(410, b"", 0.01)
        send()
    made.endpoint.refresh_from_db()
    assert made.endpoint.state == "disabled"
    jobs = json.dumps([*ProcrastinateJob.objects.values_list("args", flat=True)])
    assert jobs.count("hooks.example.com") >= 3
    sealed = " ".join(AuditEvent.objects.values_list("body", flat=True))
    parts = json.dumps([*AuditPart.objects.values_list("data", flat=True)])
    for secret in (made.secret, rotated.secret):
        assert secret not in jobs + sealed + parts + caplog.text + repr(made) + repr(rotated)
    assert "t0ken" not in jobs + sealed + caplog.text
    assert parts.count("t0ken") == 1


def test_what_a_receiver_answers_is_text_on_the_page(endpoint, posts, acme, sign_in, adam):
    delivery = queue(endpoint, state="delivered", ended_at=Now())
    WebhookAttempt.objects.create(delivery=delivery, status=200, milliseconds=1, answer="<script>a()</script>")
    page = sign_in(adam).get(f"/o/{acme.slug}/webhooks/{endpoint.pk}/").content.decode()
    assert "&lt;script&gt;a()" in page
    assert "<script>a()" not in page


def test_a_thousand_attempts_make_no_longer_page(endpoint, acme, sign_in, adam):
    """An audit delivery is never given up, and what was sent again has all its attempts once more."""
    client, path = sign_in(adam), f"/o/{acme.slug}/webhooks/{endpoint.pk}/"
    deliveries = [queue(endpoint) for _ in range(50)]
    sizes = []
    for number in (20, 180):
        WebhookAttempt.objects.bulk_create(
            WebhookAttempt(delivery=each, status=500, milliseconds=1, answer="x" * 1024)
            for each in deliveries
            for _ in range(number)
        )
        sizes.append(len(client.get(path).content))
    assert sizes[0] < 1_000_000
    assert sizes[1] == pytest.approx(sizes[0], rel=0.01)


@pytest.mark.parametrize("day", ["0001-01-01", "1582-10-15", "1969-12-31", "9999-12-31"])
def test_no_start_is_an_error_of_the_server(day, endpoint, acme, sign_in, adam):
    Organization.objects.filter(pk=acme.pk).update(time_zone="Asia/Tokyo")
    form = {"topics": ["alert", "audit.event"], "shape": "native", "start": "date", "day": day}
    response = sign_in(adam).post(f"/o/{acme.slug}/webhooks/{endpoint.pk}/change/", form)
    assert response.status_code in {302, 400}


def test_a_delivery_of_another_webhook_is_not_sent_again(endpoint, acme, other, sign_in, adam, make_webhook):
    others = [make_webhook(acme, adam, url="https://other.example.com/"), make_webhook(other, None)]
    client = sign_in(adam)
    for each in others:
        delivery = queue(each, state="failed", ended_at=Now())
        path = f"/o/{acme.slug}/webhooks/{endpoint.pk}/deliveries/{delivery.pk}/send-again/"
        assert client.post(path).status_code == 404
        delivery.refresh_from_db()
        assert delivery.state == "failed"


# What an idle sender costs


def test_looking_for_audit_events_is_one_statement_however_many_webhooks_have_had_them_all(
    acme, alice, make_webhook, posts, seal_events, write_events
):
    endpoints = [make_webhook(acme, alice, "audit.event", url=f"https://{each}.example.com/") for each in range(5)]
    seal_events()
    assert send() == 5
    seal_events()
    looked = due.AuditLook()
    looked.prepare()
    with CaptureQueriesContext(connection) as queries:
        looked.prepare()
    assert len(queries) == 1
    write_events(1, acme.public_id)
    seal_events()
    looked.prepare()
    assert all(each.deliveries.filter(state="waiting").count() == 1 for each in endpoints)
