"""What may be sent to webhooks, decided when it is sent; what follows an answer; and whose turn it is."""

import json
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from queue import Empty
from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.models.functions import Now
from standardwebhooks import Webhook
from standardwebhooks.webhooks import WebhookVerificationError

from billing_access.access.services import lift_suspension, suspend_billing_reads
from billing_access.management.commands import send_webhooks
from billing_access.tasks import forget_deliveries
from billing_access.webhooks import signing
from billing_access.webhooks.health import read_webhook_health
from billing_access.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint, WebhookSender
from billing_access.webhooks.outbound import posting
from billing_access.webhooks.outbound.posting import Answer, NotSent
from billing_access.webhooks.sending import deliver, due, heartbeat, outcome, pump
from billing_access.webhooks.sending.backoff import MOST_ATTEMPTS, WAITS, wait_after
from billing_access.webhooks.sending.pump import Pump, send_due
from billing_audit.models import AuditEvent
from billing_audit.record import uuid7
from orgs.models import Organization, OrganizationUserPermission
from orgs.roles import Role
from orgs.services import members
from tests.app_settings import configured
from tests.conftest import SYSTEM

pytestmark = pytest.mark.django_db
RULE = {"id": "0190a0c0-0000-7000-8000-000000000001", "kind": "low_balance"}
OK = Answer(204, b"", 0.01)


class Receivers:
    """Stands for every receiver: keeps what is posted, and answers with ``answer``, or what it returns for the URL."""

    def __init__(self) -> None:
        self.posts: list[SimpleNamespace] = []
        self.answer: Any = OK

    def post(self, url: str, *, headers: Any, body: bytes, deadline: float) -> Answer:
        self.posts.append(SimpleNamespace(url=url, headers=dict(headers), body=body))
        answer = self.answer(url) if callable(self.answer) else self.answer
        if isinstance(answer, Exception):
            raise answer
        assert isinstance(answer, Answer)
        return answer


@pytest.fixture
def receivers(monkeypatch: pytest.MonkeyPatch) -> Receivers:
    stand_in = Receivers()
    monkeypatch.setattr(posting, "post", stand_in.post)
    return stand_in


@pytest.fixture
def secret() -> str:
    return signing.new_secret()


@pytest.fixture
def make_endpoint(acme: Organization, alice: Any, secret: str) -> Callable[..., WebhookEndpoint]:
    def make(**fields: Any) -> WebhookEndpoint:
        usual = {"organization": acme, "url": "https://hooks.example.com/in?token=t", "topics": ["alert"]}
        made = {"holder": alice, "secret": signing.encrypt(secret), "state": "active"}
        return WebhookEndpoint.objects.create(**{**usual, **made, **fields})

    return make


@pytest.fixture
def endpoint(acme: Organization, opt_in: Any, make_endpoint: Callable[..., WebhookEndpoint]) -> WebhookEndpoint:
    """Acme's, active, for alerts, held by Alice; Acme has opted in."""
    opt_in(acme)
    return make_endpoint()


def queue(endpoint: WebhookEndpoint, type: str = "alert.fired", **fields: Any) -> WebhookDelivery:
    data = {"challenge": "c-1"} if type == "webhook.challenge" else {"rule": RULE, "figure": "3.50"}
    body = json.dumps({"type": type, "timestamp": "2026-11-30T00:00:00Z", "data": data})
    return WebhookDelivery.objects.create(**{"id": uuid7(), "endpoint": endpoint, "type": type, "body": body, **fields})


def events(action: str) -> list[AuditEvent]:
    return list(AuditEvent.objects.filter(action=action).order_by("id"))


def state_of(row: Any) -> str:
    row.refresh_from_db()
    return str(row.state)


def send() -> int:
    return send_due(seconds=20, senders=1)


# One delivery


def test_a_delivery_is_signed_recorded_and_stored(endpoint, receivers, secret, acme):
    delivery = queue(endpoint)
    assert send() == 1
    (post,) = receivers.posts
    assert post.url == endpoint.url
    assert post.headers["webhook-id"] == f"msg_{delivery.pk}"
    assert Webhook(secret).verify(post.body, post.headers) == json.loads(delivery.body)
    assert state_of(delivery) == "delivered"
    assert (delivery.attempts, delivery.ended_at is not None) == (1, True)
    (event,) = events("webhook.alert_sent")
    assert (event.organization_id, event.actor_id, event.target_id) == (acme.public_id, "worker", str(endpoint.pk))
    assert event.details == {
        "delivery": str(delivery.pk), "attempt": 1, "type": "alert.fired", "rule": RULE["id"], "kind": RULE["kind"],
    }  # fmt: skip
    endpoint.refresh_from_db()
    assert (endpoint.lease, endpoint.failures, endpoint.last_success_at is not None) == (None, 0, True)
    assert send() == 0


def test_a_customers_webhook_with_the_address_of_the_operators_siem_stays_a_customers(endpoint, receivers, monkeypatch):
    """The platform's own log may be sent to a receiver inside, and an organization's data not."""
    monkeypatch.setattr(posting, "post_for_operators", None)
    queue(endpoint)
    with configured(AUDIT_PUSH_URL=endpoint.url, AUDIT_PUSH_SECRET=signing.new_secret()):
        (turn,) = due.lease(1)
        assert deliver.deliver_next(turn)
    assert [post.url for post in receivers.posts] == [endpoint.url]


def test_the_platforms_own_webhook_at_another_address_than_the_settings_is_checked(
    make_endpoint, receivers, monkeypatch
):
    """Such as a row that somebody wrote past the settings."""
    monkeypatch.setattr(posting, "post_for_operators", None)
    endpoint = make_endpoint(organization=None, holder=None, topics=["audit.event"], url="https://other.example.com/")
    queue(endpoint, "webhook.test")
    with configured(AUDIT_PUSH_URL="https://siem.example.com/", AUDIT_PUSH_SECRET=signing.new_secret()):
        (turn,) = due.lease(1)
        assert deliver.deliver_next(turn)
    assert [post.url for post in receivers.posts] == [endpoint.url]


def test_the_event_is_there_before_the_first_byte(endpoint, receivers):
    receivers.answer = lambda url: Answer(200 + len(events("webhook.alert_sent")), b"", 0.01)
    queue(endpoint)
    send()
    assert WebhookAttempt.objects.get().status == 201


def test_nothing_is_sent_and_nothing_dropped_while_the_record_takes_no_event(endpoint, receivers, as_role):
    delivery = queue(endpoint)
    with connection.cursor() as cursor:
        for role in ("RESET ROLE", "SET ROLE billing_access_app"):
            if role == "RESET ROLE":
                cursor.execute(role)
                cursor.execute("REVOKE EXECUTE ON PROCEDURE billing_audit_record FROM billing_access_app")
            else:
                cursor.execute(role)
    assert send() == 0
    assert (receivers.posts, state_of(delivery), delivery.attempts) == ([], "waiting", 0)


def test_nothing_is_sent_and_nothing_dropped_on_a_timeline_that_nobody_accepted(endpoint, receivers, monkeypatch):
    delivery = queue(endpoint)
    (turn,) = due.lease(1)
    monkeypatch.setattr("billing_audit.database_timeline.is_accepted", lambda: False)
    assert send() == 0
    with pytest.raises(deliver.NotNow):
        deliver.deliver_next(turn)
    assert (receivers.posts, state_of(delivery)) == ([], "waiting")


@pytest.mark.parametrize(("overlap", "number"), [(timedelta(hours=1), 2), (timedelta(hours=-1), 1)])
def test_the_former_secret_signs_too_during_the_overlap_of_a_rotation(endpoint, receivers, secret, overlap, number):
    new = signing.new_secret()
    WebhookEndpoint.objects.update(
        secret=signing.encrypt(new), former_secret=signing.encrypt(secret), former_secret_until=Now() + overlap
    )
    queue(endpoint)
    send()
    (post,) = receivers.posts
    assert len(post.headers["webhook-signature"].split()) == number
    Webhook(new).verify(post.body, post.headers)
    if number == 2:
        Webhook(secret).verify(post.body, post.headers)
    else:
        with pytest.raises(WebhookVerificationError):
            Webhook(secret).verify(post.body, post.headers)


# What may be sent


def test_alerts_that_wait_when_billing_reads_are_turned_off_are_dropped_on_the_record(
    endpoint, receivers, acme, opt_out, opt_in
):
    waiting = [queue(endpoint), queue(endpoint, "alert.resolved"), queue(endpoint, "alert.test")]
    test = queue(endpoint, "webhook.test")
    opt_out(acme)
    assert send() == 1
    assert [post.headers["webhook-id"] for post in receivers.posts] == [f"msg_{test.pk}"]
    assert [(state_of(each), each.reason_code) for each in waiting] == [("dropped", "org_opt_in_required")] * 3
    (event,) = events("webhook.dropped")
    assert (event.outcome, event.reason_code) == ("denied", "org_opt_in_required")
    assert event.details == {"type": ["alert.fired", "alert.resolved", "alert.test"], "deliveries": 3}
    assert state_of(endpoint) == "active"
    opt_in(acme)
    assert send() == 0


def test_alerts_are_dropped_while_billing_reads_are_suspended(endpoint, receivers, acme):
    for organization in (acme, None):
        delivery = queue(endpoint)
        suspension = suspend_billing_reads(organization, actor=SYSTEM, reason="incident")
        send()
        assert (receivers.posts, state_of(delivery)) == ([], "dropped")
        assert delivery.reason_code == "billing_reads_suspended"
        lift_suspension(suspension, actor=SYSTEM, reason="over")
    queue(endpoint)
    assert send() == 1


# The services that remove a member and close an organization pause or remove webhooks themselves. So what they write is
# written here without them: the decision at sending does not rely on them.
def _removed(acme: Organization, alice: Any) -> None:
    acme.memberships.filter(user=alice).delete()


def _demoted(acme: Organization, alice: Any) -> None:
    members.change_role(acme.memberships.get(user=alice), role=Role.AUDITOR, actor=SYSTEM)


def _deactivated(acme: Organization, alice: Any) -> None:
    alice.is_active = False
    alice.save()


def _closed(acme: Organization, alice: Any) -> None:
    Organization.objects.update(closed_at=Now())


def _gone(acme: Organization, alice: Any) -> None:
    WebhookEndpoint.objects.update(holder=None)


# A member who leaves, and closing, pause and remove webhooks at once: test_webhook_services.py.
@pytest.mark.parametrize("loses", [_removed, _demoted, _deactivated, _closed, _gone])
def test_a_webhook_whose_holder_loses_the_right_is_paused(endpoint, receivers, acme, alice, adam, loses):
    members.change_role(acme.memberships.get(user=adam), role=Role.OWNER, actor=SYSTEM)
    delivery = queue(endpoint)
    loses(acme, alice)
    assert send() == 0
    assert (receivers.posts, state_of(endpoint)) == ([], "paused")
    assert (state_of(delivery), delivery.reason_code) == ("dropped", "webhook_paused")
    (event,) = events("webhook.paused")
    assert event.details == {"because": "its holder lacks manage_billing_access"}
    assert event.changes == {"state": ["active", "paused"]}
    assert len(events("webhook.dropped")) == 1


def test_owners_and_the_holder_are_told_that_a_webhook_is_paused(endpoint, receivers, acme, alice, adam, run_jobs):
    WebhookEndpoint.objects.update(holder=adam)
    queue(endpoint)
    members.change_role(acme.memberships.get(user=adam), role=Role.MEMBER, actor=SYSTEM)
    run_jobs()
    mail.outbox.clear()
    send()
    run_jobs()
    assert sorted(to for each in mail.outbox for to in each.to) == ["adam@example.com", "alice@example.com"]
    assert "hooks.example.com paused" in mail.outbox[0].subject
    assert not any("token" in each.body for each in mail.outbox)


def test_what_waits_of_a_topic_that_was_removed_is_dropped(endpoint, receivers):
    delivery = queue(endpoint)
    WebhookEndpoint.objects.update(topics=["audit.event"])
    send()
    assert (receivers.posts, state_of(delivery), delivery.reason_code) == ([], "dropped", "topic_removed")


def test_a_test_needs_no_opt_in_and_is_no_read(make_endpoint, receivers):
    queue(make_endpoint(), "webhook.test")
    assert send() == 1
    assert events("webhook.alert_sent") == []


@pytest.mark.parametrize("state", ["paused", "disabled", "pending"])
def test_nothing_but_a_challenge_is_sent_to_a_webhook_that_is_not_active(endpoint, receivers, state):
    WebhookEndpoint.objects.update(state=state)
    for type in ("alert.fired", "webhook.test"):
        queue(endpoint, type)
    assert (send(), receivers.posts) == (0, [])


# The challenge


def test_the_right_answer_to_the_challenge_makes_a_webhook_active(make_endpoint, receivers, acme, opt_in):
    opt_in(acme)
    endpoint = make_endpoint(state="pending")
    alert = queue(endpoint, attempt_at=Now() - timedelta(minutes=1))
    queue(endpoint, "webhook.challenge")
    receivers.answer = Answer(200, b'{"challenge": "c-1", "more": 1}', 0.01)
    assert send() == 2
    assert [json.loads(post.body)["type"] for post in receivers.posts] == ["webhook.challenge", "alert.fired"]
    assert state_of(alert) == "delivered"
    assert state_of(endpoint) == "active"
    (event,) = events("webhook.activated")
    assert event.changes == {"state": ["pending", "active"]}


@pytest.mark.parametrize(
    "answer",
    [b"", b'{"challenge": "c-2"}', b'"c-1"', b'["challenge", "c-1"]', b"c-1", b"\xff", b"[" * 60_000],
    ids=["none", "another", "text", "list", "no JSON", "no text", "deep"],
)
def test_another_answer_to_the_challenge_leaves_it_pending(make_endpoint, receivers, answer):
    endpoint = make_endpoint(state="pending")
    delivery = queue(endpoint, "webhook.challenge")
    receivers.answer = Answer(200, answer, 0.01)
    assert send() == 0
    assert (state_of(endpoint), state_of(delivery)) == ("pending", "waiting")
    assert WebhookAttempt.objects.get().error == "wrong_challenge"


# What follows an answer


@pytest.mark.parametrize(
    ("answer", "rests"),
    [
        (Answer(500, b"", 0.1), True), (Answer(503, b"", 0.1), True), (Answer(429, b"", 0.1), True),
        (NotSent("timed_out"), True), (NotSent("not_allowed"), True),
        (Answer(400, b"", 0.1), False), (Answer(404, b"", 0.1), False), (Answer(301, b"", 0.1), False),
    ],
)  # fmt: skip
def test_a_failure_waits_and_the_webhook_rests_if_it_is_about_the_receiver(endpoint, receivers, answer, rests):
    first, second = queue(endpoint), queue(endpoint)
    receivers.answer = answer
    assert send() == 0
    # A webhook that does not rest has its other delivery tried in the next turn.
    assert len(receivers.posts) == (1 if rests else 2)
    endpoint.refresh_from_db()
    first.refresh_from_db()
    now = datetime.now(UTC)
    assert (endpoint.rests_until > now) == rests
    assert timedelta(seconds=3) < first.attempt_at - now < timedelta(seconds=7)
    assert (first.state, first.attempts, endpoint.failures) == ("waiting", 1, len(receivers.posts))
    assert endpoint.failing_since is not None
    assert second.pk == WebhookDelivery.objects.latest("id").pk


@pytest.mark.parametrize(("seconds", "rest"), [(1, 5), (600, 600), (10**8, 3600)])
def test_a_receiver_may_ask_for_a_rest_of_up_to_an_hour(endpoint, receivers, seconds, rest):
    queue(endpoint)
    receivers.answer = Answer(429, b"", 0.1, seconds)
    send()
    endpoint.refresh_from_db()
    assert abs((endpoint.rests_until - datetime.now(UTC)).total_seconds() - rest) < 3


def test_each_attempt_has_the_same_id_and_is_on_the_record(endpoint, receivers):
    delivery = queue(endpoint)
    for answer in (NotSent("tls"), Answer(500, b"no\x00 \x1b[2J\xe2\x80\xae\xc3\xa4" + b"x" * 3000, 0.2), OK):
        receivers.answer = answer
        send()
        WebhookEndpoint.objects.update(rests_until=Now())
        WebhookDelivery.objects.update(attempt_at=Now())
    assert {post.headers["webhook-id"] for post in receivers.posts} == {f"msg_{delivery.pk}"}
    assert [event.details["attempt"] for event in events("webhook.alert_sent")] == [1, 2, 3]
    tries = list(WebhookAttempt.objects.order_by("id"))
    assert [(each.status, each.error) for each in tries] == [(None, "tls"), (500, ""), (204, "")]
    assert tries[1].answer == "no [2J" + "ä" + "x" * (1024 - 13)
    assert tries[1].milliseconds == 200


def test_waits_are_about_a_day_and_never_the_same():
    assert timedelta(hours=23) < timedelta(seconds=sum(WAITS)) < timedelta(hours=25)
    waits = [wait_after(3).total_seconds() for _ in range(100)]
    assert 96 <= min(waits) < max(waits) <= 144
    assert wait_after(1000) > timedelta(hours=7)


def test_an_alert_is_given_up_after_its_last_attempt(endpoint, receivers):
    delivery = queue(endpoint, attempts=MOST_ATTEMPTS - 2)
    receivers.answer = Answer(404, b"", 0.1)
    for expected in ("waiting", "failed"):
        WebhookDelivery.objects.update(attempt_at=Now())
        send()
        assert state_of(delivery) == expected
    assert delivery.ended_at is not None


def test_what_waited_for_a_day_behind_a_failing_webhook_is_given_up_too(endpoint, receivers):
    tried, old, young = queue(endpoint), queue(endpoint), queue(endpoint)
    WebhookDelivery.objects.filter(pk__in=[tried.pk, old.pk]).update(created_at=Now() - timedelta(hours=25))
    receivers.answer = NotSent("not_connected")
    send()
    assert [state_of(each) for each in (tried, old, young)] == ["waiting"] * 3
    WebhookEndpoint.objects.update(failing_since=Now() - timedelta(hours=25), rests_until=Now())
    WebhookDelivery.objects.update(attempt_at=Now())
    send()
    assert [state_of(each) for each in (tried, old, young)] == ["failed", "failed", "waiting"]


@pytest.mark.parametrize(
    ("answer", "failing_for", "because"),
    [
        (Answer(410, b"", 0.1), timedelta(), "its address answered 410 Gone"),
        (Answer(500, b"", 0.1), timedelta(days=3), "every attempt failed for three days"),
        (Answer(400, b"", 0.1), timedelta(days=3), "every attempt failed for three days"),
        (Answer(500, b"", 0.1), timedelta(days=2, hours=23), None),
    ],
)
def test_a_webhook_that_failed_for_three_days_or_is_gone_is_disabled(
    endpoint, receivers, run_jobs, answer, failing_for, because
):
    if failing_for:
        WebhookEndpoint.objects.update(failing_since=Now() - failing_for, failures=20)
    queue(endpoint, created_at=Now() - timedelta(hours=2))
    other = queue(endpoint)
    receivers.answer = answer
    send()
    if because is None:
        assert state_of(endpoint) == "active"
        return
    assert (state_of(endpoint), state_of(other), other.reason_code) == ("disabled", "dropped", "webhook_disabled")
    (event,) = events("webhook.disabled")
    assert event.details["because"] == because
    assert event.changes == {"state": ["active", "disabled"]}
    run_jobs()
    assert [each.to for each in mail.outbox] == [["alice@example.com"]]
    assert because in mail.outbox[0].body


def test_a_success_ends_the_failing(endpoint, receivers):
    WebhookEndpoint.objects.update(failing_since=Now() - timedelta(days=2), failures=9)
    queue(endpoint)
    assert send() == 1
    endpoint.refresh_from_db()
    assert (endpoint.failing_since, endpoint.failures) == (None, 0)


def test_a_webhook_that_is_removed_while_it_answers_leaves_nothing(endpoint, receivers, caplog):
    def answer(url: str) -> Answer:
        WebhookEndpoint.objects.all().delete()
        return OK

    queue(endpoint)
    receivers.answer = answer
    assert send() == 0
    assert (WebhookAttempt.objects.count(), caplog.records) == (0, [])


@pytest.mark.parametrize("answer", [OK, Answer(500, b"", 0.1)])
def test_a_delivery_that_was_dropped_while_it_was_sent_stays_dropped(endpoint, receivers, answer):
    def late(url: str) -> Answer:
        WebhookDelivery.objects.update(state="dropped")
        return answer

    delivery = queue(endpoint)
    receivers.answer = late
    send()
    endpoint.refresh_from_db()
    assert (state_of(delivery), endpoint.failures) == ("dropped", 0)
    assert WebhookAttempt.objects.count() == 1


@pytest.mark.parametrize(("answer", "state", "failures"), [(OK, "delivered", 0), (NotSent("tls"), "waiting", 0)])
def test_a_sender_whose_lease_ended_stores_its_success_and_leaves_a_failure_to_the_next(
    endpoint, receivers, answer, state, failures
):
    def late(url: str) -> Answer:
        WebhookEndpoint.objects.update(lease=uuid.uuid4(), leased_until=Now() + timedelta(minutes=1))
        if isinstance(answer, Exception):
            raise answer
        return answer

    delivery = queue(endpoint)
    receivers.answer = late
    send()
    assert state_of(delivery) == state
    endpoint.refresh_from_db()
    assert (endpoint.failures, endpoint.lease is None) == (failures, False)
    assert WebhookAttempt.objects.count() == 1


def test_an_error_of_the_code_is_logged_and_the_others_go_on(endpoint, make_endpoint, receivers, caplog):
    other = make_endpoint(url="https://other.example.com/")
    receivers.answer = lambda url: OK if "other" in url else ValueError("broken")
    first, second = queue(endpoint), queue(other)
    assert send() == 1
    assert (state_of(first), state_of(second)) == ("waiting", "delivered")
    assert "could not be made" in caplog.text
    # Its lease lasts, so that the same is not tried again at once.
    assert send() == 0


# Whose turn it is


def test_an_endpoint_has_one_sender_at_a_time(endpoint):
    queue(endpoint)
    (turn,) = due.lease(5)
    assert due.lease(5) == []
    due.release(due.Turn(turn.endpoint_pk, uuid.uuid4(), fails=False))
    assert due.lease(5) == []
    WebhookEndpoint.objects.update(leased_until=Now() - timedelta(seconds=1))
    (second,) = due.lease(5)
    assert due.locked(turn) is None
    assert due.locked(second) == endpoint
    due.release(second)
    assert len(due.lease(5)) == 1


def test_whose_turn_was_longest_ago_is_next_however_much_waits_for_another(
    endpoint, make_endpoint, receivers, monkeypatch
):
    monkeypatch.setattr(pump, "_TURN_DELIVERIES", 5)
    others = [make_endpoint(url=f"https://{each}.example.com/") for each in "bc"]
    for _ in range(8):
        queue(endpoint)
    for each in others:
        queue(each)
    assert send() == 10
    hosts = [post.url.split("/")[2] for post in receivers.posts]
    assert {hosts.index("b.example.com"), hosts.index("c.example.com")} == {5, 6}


def test_half_of_the_senders_serve_no_webhook_that_fails(endpoint, make_endpoint):
    failing = [make_endpoint(url=f"https://{each}.example.com/", failures=1) for each in "bcdefg"]
    for each in (endpoint, *failing):
        queue(each, attempt_at=Now() - timedelta(minutes=each.failures))
    assert [turn.endpoint_pk for turn in due.lease(9, also_failing=False)] == [endpoint.pk]
    senders = Pump(4, lambda: None)
    leased: list[due.Turn] = []
    while turns := senders._lease():
        leased += turns
        senders._running |= {object(): turn for turn in turns}  # type: ignore[misc]
    assert sum(turn.fails for turn in leased) == 2


def test_a_webhook_that_rests_or_waits_has_no_turn(endpoint, make_endpoint):
    queue(endpoint, attempt_at=Now() + timedelta(seconds=5))
    queue(make_endpoint(rests_until=Now() + timedelta(seconds=5)))
    queue(make_endpoint(), state="delivered")
    assert due.lease(5) == []


# Audit events: what makes, reads and acknowledges them stands in


class Batches:
    """Three batches of one event each, for one endpoint; ``bodies`` are what was read, with or without figures."""

    def __init__(self) -> None:
        self.bodies: list[bool] = []

    def prepare(self, endpoint: WebhookEndpoint) -> None:
        if (leaf := endpoint.next_leaf or 0) < 3:
            fields = {"log": "o_1", "first_leaf": leaf, "next_leaf": leaf + 1}
            WebhookDelivery.objects.create(id=uuid7(), endpoint=endpoint, type="audit.event", **fields)

    def body_of(self, delivery: WebhookDelivery, *, with_figures: bool) -> bytes:
        if delivery.body is not None:
            return delivery.body.encode()
        self.bodies.append(with_figures)
        return json.dumps({"leaf": delivery.first_leaf}).encode()

    def acknowledged(self, delivery: WebhookDelivery) -> None:
        WebhookEndpoint.objects.filter(pk=delivery.endpoint_id).update(next_leaf=delivery.next_leaf)


@pytest.fixture
def batches(monkeypatch: pytest.MonkeyPatch) -> Batches:
    stand_in = Batches()
    monkeypatch.setattr(due, "prepare", stand_in.prepare)
    monkeypatch.setattr(deliver, "body_of", stand_in.body_of)
    monkeypatch.setattr(outcome, "acknowledged", stand_in.acknowledged)
    return stand_in


BOTH = ["alert", "audit.event"]


@pytest.mark.parametrize("opted_in", [False, True])
def test_audit_events_go_on_batch_by_batch_with_figures_only_after_opting_in(
    make_endpoint, receivers, batches, acme, opt_in, opted_in
):
    if opted_in:
        opt_in(acme)
    make_endpoint(topics=BOTH)
    assert send() == 3
    assert [json.loads(post.body)["leaf"] for post in receivers.posts] == [0, 1, 2]
    assert batches.bodies == [opted_in] * 3
    # One event for all of an hour, with the details of the first.
    (event,) = events("webhook.audit_sent")
    assert event.details["withheld"] is not opted_in
    assert (event.details["first_leaf"], event.details["log"]) == (0, "o_1")
    assert send() == 0


def test_audit_events_that_fail_keep_their_id_and_are_never_given_up(make_endpoint, receivers, batches):
    endpoint = make_endpoint(topics=BOTH)
    receivers.answer = Answer(503, b"", 0.1)
    send()
    WebhookDelivery.objects.update(attempts=100, attempt_at=Now(), created_at=Now() - timedelta(days=2))
    WebhookEndpoint.objects.update(rests_until=Now(), failing_since=Now() - timedelta(days=2))
    send()
    delivery = WebhookDelivery.objects.get()
    assert delivery.state == "waiting"
    WebhookDelivery.objects.update(attempt_at=Now())
    WebhookEndpoint.objects.update(rests_until=Now(), failing_since=Now() - timedelta(days=4))
    send()
    # It goes on from there once a member turns the webhook on again.
    assert (state_of(endpoint), state_of(delivery), endpoint.next_leaf) == ("disabled", "waiting", None)
    WebhookEndpoint.objects.update(state="active", rests_until=Now())
    WebhookDelivery.objects.update(attempt_at=Now())
    receivers.answer = OK
    assert send() == 3
    assert len({post.headers["webhook-id"] for post in receivers.posts}) == 3
    assert len({post.headers["webhook-id"] for post in receivers.posts[:4]}) == 1


def test_without_the_opt_in_alerts_are_dropped_and_audit_events_go_on(make_endpoint, receivers, batches):
    alert = queue(make_endpoint(topics=BOTH))
    assert send() == 3
    assert (state_of(alert), batches.bodies) == ("dropped", [False] * 3)


def test_a_holder_who_may_not_see_the_audit_log_any_more_pauses_the_webhook(make_endpoint, receivers, batches, acme):
    OrganizationUserPermission.objects.filter(permission__codename="view_audit_log").delete()
    endpoint = make_endpoint(topics=BOTH)
    send()
    assert (receivers.posts, state_of(endpoint)) == ([], "paused")
    (event,) = events("webhook.paused")
    assert event.details == {"because": "its holder lacks view_audit_log"}
    assert WebhookDelivery.objects.get().state == "waiting"


def test_the_platforms_own_log_needs_no_opt_in_and_no_holder(make_endpoint, receivers, batches):
    make_endpoint(organization=None, holder=None, topics=["audit.event"])
    assert send() == 3
    assert batches.bodies == [True] * 3
    (event,) = events("webhook.audit_sent")
    assert event.organization_id is None


def test_one_webhook_whose_events_cannot_be_prepared_stops_no_other(
    make_endpoint, receivers, batches, monkeypatch, caplog
):
    broken, well = make_endpoint(topics=BOTH), make_endpoint(topics=BOTH)

    def prepare(endpoint: WebhookEndpoint) -> None:
        if endpoint == broken:
            raise LookupError("no such log")
        batches.prepare(endpoint)

    monkeypatch.setattr(due, "prepare", prepare)
    assert send() == 3
    well.refresh_from_db()
    assert well.next_leaf == 3
    assert "could not be prepared" in caplog.text


# The command, what operators watch, and what is deleted


def test_the_command_sends_what_is_due_once(endpoint, receivers, monkeypatch, capsys):
    monkeypatch.setattr("billing_access.management.commands.send_webhooks.send_due", lambda seconds: send())
    queue(endpoint)
    call_command("send_webhooks", "--once")
    assert capsys.readouterr().out == "Sent 1 deliveries.\n"


def test_after_a_database_error_the_sender_waits_longer_each_time_and_says_no_sign_of_life(monkeypatch, caplog):
    waits: list[float] = []

    class Wakes:
        def get(self, timeout: float) -> bool:
            waits.append(round(timeout))
            if len(waits) == 8:
                return True
            raise Empty

    def fails() -> None:
        raise OperationalError("gone")

    monkeypatch.setattr(send_webhooks, "connection", SimpleNamespace(close=lambda: None))
    send_webhooks._run(SimpleNamespace(begin=fails), Wakes(), uuid.uuid4())
    assert waits == [2, 4, 8, 16, 32, 60, 60, 60]
    assert WebhookSender.objects.count() == 0
    assert "will try again" in caplog.text


def test_a_sender_that_works_looks_each_second_and_gives_a_sign_of_life(monkeypatch):
    waits: list[float] = []

    class Wakes:
        def get(self, timeout: float) -> bool:
            waits.append(round(timeout))
            return len(waits) == 3

    send_webhooks._run(SimpleNamespace(begin=lambda: None), Wakes(), uuid.uuid4())
    assert (waits, WebhookSender.objects.count()) == ([1, 1, 1], 1)


def test_what_operators_watch(endpoint, make_endpoint, receivers):
    assert read_webhook_health().due == 0
    WebhookEndpoint.objects.update(rests_until=Now() - timedelta(hours=1))
    queue(endpoint, attempt_at=Now() - timedelta(minutes=5))
    queue(endpoint, attempt_at=Now() + timedelta(minutes=5))
    queue(make_endpoint(rests_until=Now() + timedelta(minutes=5)), attempt_at=Now() - timedelta(minutes=9))
    queue(make_endpoint(state="disabled"))
    found = read_webhook_health()
    assert (found.due, found.disabled, found.senders, found.sender_beat_at) == (1, 1, 0, None)
    assert timedelta(minutes=5) <= found.oldest_due < timedelta(minutes=6)
    process = uuid.uuid4()
    heartbeat.beat(process)
    send()
    for error in (Answer(400, b"", 0.1), NotSent("tls")):
        receivers.answer = error
        queue(endpoint)
        send()
    found = read_webhook_health()
    assert found.attempts == {"delivered": 1, "refused": 1, "unanswered": 1}
    assert (found.due, found.senders) == (0, 1)
    heartbeat.forget(process)
    assert read_webhook_health().senders == 0


def test_deliveries_are_deleted_thirty_days_after_they_ended(endpoint, receivers):
    old, young, waits = queue(endpoint), queue(endpoint), queue(endpoint, "webhook.test")
    send()
    WebhookDelivery.objects.filter(pk=waits.pk).update(state="waiting", attempt_at=Now() + timedelta(days=1))
    WebhookDelivery.objects.exclude(pk=young.pk).update(ended_at=Now() - timedelta(days=31))
    forget_deliveries(timestamp=0)
    assert set(WebhookDelivery.objects.values_list("pk", flat=True)) == {young.pk, waits.pk}
    assert set(WebhookAttempt.objects.values_list("delivery_id", flat=True)) == {young.pk, waits.pk}
    assert old.pk not in {young.pk, waits.pk}
