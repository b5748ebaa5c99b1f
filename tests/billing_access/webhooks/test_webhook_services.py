"""Making, changing, adopting and ending webhooks: who may, what is recorded, who is told, and what waits meanwhile."""

import json
import threading
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import connections, transaction
from django.db.models.functions import Now
from django.utils import timezone

from accounts.models import User
from billing_access.access.services import InvalidChange
from billing_access.webhooks.models import WebhookDelivery, WebhookEndpoint
from billing_access.webhooks.outbox import queue
from billing_access.webhooks.services import (
    MAX_ENDPOINTS,
    adopt_endpoint,
    change_endpoint,
    create_endpoint,
    remove_endpoint,
    send_again,
    send_test,
    turn_on_again,
)
from billing_access.webhooks.signing import decrypt
from billing_audit.models import AuditEvent
from billing_audit.record import Actor
from orgs import actors
from orgs.models import Membership
from orgs.services import members, mirror
from orgs.services.closing import close_organization
from tests.lock_waits import wait_until_it_waits_or_ends

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
URL = "https://hooks.example.com/billing"


def by(user: User) -> Actor:
    """Return the person, who has just proved who they are."""
    return actors.as_member(user, authenticated_at=timezone.now())


def make(organization: Any, user: User, *topics: str, **options: Any) -> WebhookEndpoint:
    options = {"url": URL, "topics": topics or ("alert",), **options}
    return create_endpoint(organization, actor=by(user), **options).endpoint


def waiting(endpoint: WebhookEndpoint) -> list[str]:
    return list(endpoint.deliveries.filter(state="waiting").order_by("pk").values_list("type", flat=True))


def alert(organization: Any) -> None:
    queue(organization.pk, "alert", "alert.fired", {"figure": "7"}, at=timezone.now())  # type: ignore[arg-type]


def last(action: str) -> AuditEvent:
    return AuditEvent.objects.filter(action=action).latest("id")


def test_a_webhook_begins_with_a_challenge_and_is_sent_nothing_else(acme: Any, adam: User) -> None:
    made = create_endpoint(acme, url=URL, topics=["alert"], actor=by(adam))
    endpoint = made.endpoint
    assert (endpoint.state, endpoint.holder, endpoint.topics) == ("pending", adam, ["alert"])
    assert made.secret.startswith("whsec_")
    assert decrypt(endpoint.secret) == made.secret
    assert made.secret not in repr(made) + endpoint.secret
    alert(acme)
    (challenge,) = endpoint.deliveries.all()
    body = json.loads(challenge.body)
    assert (challenge.type, body["type"]) == ("webhook.challenge", "webhook.challenge")
    assert len(body["data"]["challenge"]) > 30


def test_it_is_on_the_record_without_its_secret_and_owners_are_told(
    acme: Any, alice: User, adam: User, run_jobs: Any
) -> None:
    made = create_endpoint(acme, url=f"{URL}?token=hidden", topics=["alert", "audit.event"], actor=by(adam))
    event = last("webhook.created")
    assert (event.actor_id, event.target_id) == (str(adam.pk), str(made.endpoint.pk))
    assert event.changes == {"topics": [[], ["alert", "audit.event"]], "shape": [None, "native"]}
    assert made.secret not in event.body
    assert "hidden" not in event.body
    run_jobs()
    (told,) = [each for each in mail.outbox if each.to == ["alice@example.com"]]
    assert "hooks.example.com" in told.body
    later = "it is also sent alerts with their figures and the figures and texts in the audit log."
    assert f"Billing reads are off. Once turned on, {later}" in told.body
    assert made.secret not in told.body
    assert "hidden" not in told.body


@pytest.mark.parametrize("who", ["bella", "audrey", "bob", "charlie"])
def test_others_make_none(who: str, acme: Any, request: pytest.FixtureRequest) -> None:
    with pytest.raises(PermissionDenied):
        make(acme, request.getfixturevalue(who))
    assert not WebhookEndpoint.objects.exists()


def test_the_audit_log_needs_the_permission_to_see_it(acme: Any, adam: User) -> None:
    acme_permissions = adam.organizationuserpermission_set.filter(permission__codename="view_audit_log")
    acme_permissions.delete()
    make(acme, adam, "alert")
    with pytest.raises(PermissionDenied, match="view_audit_log"):
        make(acme, adam, "audit.event")


@pytest.mark.parametrize("kind", ["system", "staff"])
def test_only_a_member_holds_one(kind: str, acme: Any, dana: User, make_webhook: Any) -> None:
    actor = SYSTEM if kind == "system" else Actor("staff", str(dana.pk), "Dana", authenticated_at=timezone.now())
    with pytest.raises(PermissionDenied, match="Only a member"):
        create_endpoint(acme, url=URL, topics=["alert"], actor=actor)
    with pytest.raises(PermissionDenied, match="Only a member"):
        adopt_endpoint(make_webhook(acme, None, state="paused"), actor=actor)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"url": "http://hooks.example.com/"}, "https"),
        ({"url": "https://127.0.0.1/"}, "not sent to this host"),
        ({"topics": []}, "at least one topic"),
        ({"topics": ["everything"]}, "'everything' is not a topic"),
        ({"shape": "xml"}, "'xml' is not a form of events"),
        ({"topics": ["audit.event"], "start": timezone.now() + timedelta(days=1)}, "in the future"),
    ],
)
def test_what_is_not_accepted_is_said(options: Any, says: str, acme: Any, adam: User) -> None:
    with pytest.raises(InvalidChange, match=says):
        make(acme, adam, **options)
    assert not WebhookEndpoint.objects.exists()


def test_no_second_with_the_same_address_and_topics(acme: Any, adam: User) -> None:
    make(acme, adam, "alert")
    with pytest.raises(InvalidChange, match="already"):
        make(acme, adam, "alert", url="HTTPS://hooks.example.com:443/billing")
    other = make(acme, adam, "audit.event")
    with pytest.raises(InvalidChange, match="already"):
        change_endpoint(other, topics=["alert"], shape="native", actor=by(adam))


def test_at_most_twenty(acme: Any, adam: User, make_webhook: Any) -> None:
    for number in range(MAX_ENDPOINTS):
        make_webhook(acme, adam, url=f"{URL}/{number}")
    with pytest.raises(InvalidChange, match="20 webhooks, which is the most"):
        make(acme, adam)


def test_the_audit_log_begins_where_it_is_told_to(acme: Any, adam: User, seal_events: Any) -> None:
    seal_events()
    sealed = AuditEvent.objects.filter(organization_id=acme.public_id).count()
    now = make(acme, adam, "audit.event")
    beginning = make(acme, adam, "audit.event", url=f"{URL}/2", from_beginning=True)
    assert (now.log, now.next_leaf) == (acme.public_id, sealed)
    assert (beginning.log, beginning.next_leaf) == (acme.public_id, 0)
    long_ago = timezone.now() - timedelta(days=9)
    assert make(acme, adam, "audit.event", url=f"{URL}/3", start=long_ago).next_leaf == 0
    alerts = make(acme, adam, "alert", url=f"{URL}/4")
    assert alerts.next_leaf is None
    assert change_endpoint(alerts, topics=["audit.event"], shape="native", actor=by(adam)).next_leaf == sealed


def test_a_topic_less_needs_no_proof_and_drops_what_waits(acme: Any, adam: User, make_webhook: Any) -> None:
    endpoint = make_webhook(acme, adam, "alert", "audit.event")
    alert(acme)
    WebhookDelivery.objects.create(id=uuid.uuid4(), endpoint=endpoint, type="audit.event", first_leaf=0, next_leaf=1)
    changed = change_endpoint(endpoint, topics=["audit.event"], shape="ocsf", actor=actors.as_member(adam))
    assert (changed.topics, changed.shape) == (["audit.event"], "ocsf")
    assert waiting(endpoint) == ["audit.event"]
    assert last("webhook.changed").changes == {
        "topics": [["alert", "audit.event"], ["audit.event"]], "shape": ["native", "ocsf"],
    }  # fmt: skip
    dropped = last("webhook.dropped")
    assert (dropped.outcome, dropped.reason_code, dropped.details["deliveries"]) == ("denied", "topic_removed", 1)
    before = AuditEvent.objects.count()
    change_endpoint(endpoint, topics=["audit.event"], shape="ocsf", actor=actors.as_member(adam))
    assert AuditEvent.objects.count() == before


def test_a_removed_one_is_gone_with_its_deliveries(acme: Any, adam: User, make_webhook: Any) -> None:
    endpoint = make_webhook(acme, adam)
    alert(acme)
    remove_endpoint(endpoint, actor=actors.as_member(adam))
    assert not WebhookEndpoint.objects.exists()
    assert not WebhookDelivery.objects.exists()
    assert last("webhook.removed").target_id == str(endpoint.pk)
    with pytest.raises(WebhookEndpoint.DoesNotExist):
        remove_endpoint(endpoint, actor=by(adam))


def test_who_adopts_a_paused_one_has_its_address_challenged_again(
    acme: Any, alice: User, adam: User, make_webhook: Any, run_jobs: Any
) -> None:
    endpoint = make_webhook(acme, None, state="paused")
    adopted = adopt_endpoint(endpoint, actor=by(adam))
    assert (adopted.state, adopted.holder) == ("pending", adam)
    assert waiting(endpoint) == ["webhook.challenge"]
    assert last("webhook.adopted").changes == {"holder": [None, str(adam.pk)], "state": ["paused", "pending"]}
    run_jobs()
    assert any("adopted a webhook" in each.body for each in mail.outbox if each.to == ["alice@example.com"])


def test_who_adopts_an_active_one_leaves_it_active(acme: Any, alice: User, adam: User, make_webhook: Any) -> None:
    endpoint = make_webhook(acme, adam)
    adopted = adopt_endpoint(endpoint, actor=by(alice))
    assert (adopted.state, adopted.holder, waiting(endpoint)) == ("active", alice, [])
    before = AuditEvent.objects.count()
    adopt_endpoint(endpoint, actor=actors.as_member(alice))
    assert AuditEvent.objects.count() == before


def test_a_disabled_one_is_turned_on_by_a_new_challenge(acme: Any, adam: User, make_webhook: Any) -> None:
    endpoint = make_webhook(acme, adam, state="disabled")
    WebhookEndpoint.objects.update(failures=9, failing_since=timezone.now(), rests_until=timezone.now() + timedelta(9))
    again = turn_on_again(endpoint, actor=by(adam))
    assert (again.state, again.failures, again.failing_since) == ("pending", 0, None)
    assert again.rests_until <= timezone.now()
    assert waiting(endpoint) == ["webhook.challenge"]
    turn_on_again(endpoint, actor=by(adam))
    assert waiting(endpoint) == ["webhook.challenge"]
    assert endpoint.deliveries.filter(state="dropped", reason_code="replaced").count() == 1


def test_a_paused_one_is_adopted_instead(acme: Any, adam: User, make_webhook: Any) -> None:
    with pytest.raises(InvalidChange, match="Adopt it"):
        turn_on_again(make_webhook(acme, adam, state="paused"), actor=by(adam))


def test_a_test_waits_once_and_carries_no_figure(acme: Any, adam: User, make_webhook: Any) -> None:
    endpoint = make_webhook(acme, adam)
    assert send_test(endpoint, actor=by(adam)) == send_test(endpoint, actor=by(adam))
    (delivery,) = endpoint.deliveries.all()
    assert json.loads(delivery.body)["data"] == {"test": True, "webhook": str(endpoint.pk)}
    assert last("webhook.tested").details == {"delivery": str(delivery.pk)}


def test_sent_again_it_has_the_same_id_and_body(acme: Any, adam: User, make_webhook: Any) -> None:
    endpoint = make_webhook(acme, adam)
    alert(acme)
    delivery = endpoint.deliveries.get()
    body = delivery.body
    send_again(delivery, actor=by(adam))
    assert not AuditEvent.objects.filter(action="webhook.sent_again").exists()
    WebhookDelivery.objects.update(state="failed", attempts=10, ended_at=timezone.now())
    again = send_again(delivery, actor=by(adam))
    assert (again.pk, again.body) == (delivery.pk, body)
    assert (again.state, again.attempts, again.ended_at) == ("waiting", 0, None)
    assert last("webhook.sent_again").details == {"delivery": str(delivery.pk), "type": "alert.fired"}


def test_what_somebody_asks_for_is_tried_at_once_also_where_the_webhook_rests(
    acme: Any, adam: User, make_webhook: Any
) -> None:
    endpoint = make_webhook(acme, adam)
    alert(acme)
    delivery = endpoint.deliveries.get()

    def rests() -> bool:
        return WebhookEndpoint.objects.filter(pk=endpoint.pk, rests_until__gt=Now()).exists()

    for ask in (lambda: send_test(endpoint, actor=by(adam)), lambda: send_again(delivery, actor=by(adam))):
        WebhookDelivery.objects.filter(pk=delivery.pk).update(state="failed")
        WebhookEndpoint.objects.update(rests_until=timezone.now() + timedelta(hours=10))
        assert rests()
        ask()
        assert not rests()


@pytest.mark.parametrize("kind", ["webhook.challenge", "audit.event"])
def test_a_challenge_and_audit_events_are_not_sent_again(kind: str, acme: Any, adam: User, make_webhook: Any) -> None:
    body = "{}" if kind == "webhook.challenge" else None
    delivery = WebhookDelivery.objects.create(
        id=uuid.uuid4(), endpoint=make_webhook(acme, adam), type=kind, body=body, state="delivered"
    )
    with pytest.raises(InvalidChange):
        send_again(delivery, actor=by(adam))


@pytest.mark.parametrize("state", ["pending", "paused", "disabled"])
def test_one_that_is_not_active_is_sent_neither(state: str, acme: Any, adam: User, make_webhook: Any) -> None:
    endpoint = make_webhook(acme, adam)
    alert(acme)
    WebhookDelivery.objects.update(state="delivered")
    WebhookEndpoint.objects.update(state=state)
    with pytest.raises(InvalidChange, match=f"is {state}"):
        send_test(endpoint, actor=by(adam))
    with pytest.raises(InvalidChange, match=f"is {state}"):
        send_again(endpoint.deliveries.get(), actor=by(adam))


@pytest.mark.django_db(transaction=True)
def test_one_that_is_removed_while_an_alert_is_queued_fails_no_alert(acme: Any, adam: User, make_webhook: Any) -> None:
    endpoint, failures = make_webhook(acme, adam), []

    def fire() -> None:
        try:
            with transaction.atomic():
                alert(acme)
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    thread = threading.Thread(target=fire)
    with transaction.atomic():
        remove_endpoint(endpoint, actor=by(adam))
        thread.start()
        wait_until_it_waits_or_ends(thread)
    thread.join(30)
    assert (failures, WebhookDelivery.objects.count()) == ([], 0)


# What ends or pauses them


def test_who_leaves_leaves_their_webhooks_paused(
    acme: Any, alice: User, adam: User, make_webhook: Any, run_jobs: Any
) -> None:
    theirs, hers = make_webhook(acme, adam), make_webhook(acme, alice, url=f"{URL}/hers")
    disabled = make_webhook(acme, adam, url=f"{URL}/disabled", state="disabled")
    alert(acme)
    members.remove_member(Membership.objects.get(organization=acme, user=adam), actor=by(alice))
    states = {each.pk: (each.state, each.holder_id) for each in WebhookEndpoint.objects.all()}
    assert states == {theirs.pk: ("paused", None), hers.pk: ("active", alice.pk), disabled.pk: ("disabled", None)}
    event = last("webhook.paused")
    assert (event.target_id, event.actor_id) == (str(theirs.pk), str(alice.pk))
    assert (event.details, event.changes) == (
        {"because": "its holder has left the organization"},
        {"state": ["active", "paused"]},
    )
    assert (waiting(theirs), waiting(hers)) == ([], ["alert.fired"])
    assert last("webhook.dropped").reason_code == "webhook_paused"
    run_jobs()
    assert any("paused" in each.subject for each in mail.outbox if each.to == ["alice@example.com"])


def test_without_an_active_owner_those_of_a_mirrored_organization_pause(
    adam: User, charlie: User, make_webhook: Any
) -> None:
    team = mirror.mirror_organization(external_id="team-7", name="Blue Team", slug="blue", actor=SYSTEM)
    for user, role in ((charlie, "owner"), (adam, "admin")):
        mirror.mirror_membership(team, user=user, role=role, actor=SYSTEM)
    endpoint = make_webhook(team, adam)
    mirror.mirror_membership(team, user=charlie, role=None, actor=SYSTEM)
    endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.holder) == ("paused", adam)
    assert last("webhook.paused").details == {"because": "the organization has no active owner"}
    before = AuditEvent.objects.count()
    mirror.mirror_membership(team, user=charlie, role=None, actor=SYSTEM)
    assert AuditEvent.objects.count() == before


def test_closing_removes_them(acme: Any, adam: User, make_webhook: Any) -> None:
    make_webhook(acme, adam)
    close_organization(acme, actor=SYSTEM, reason="over")
    assert not WebhookEndpoint.objects.exists()
    assert last("webhook.removed").details == {"because": "the organization was closed"}


def test_nothing_of_anothers_organization_is_touched(
    acme: Any, adam: User, other: Any, charlie: User, make_webhook: Any
) -> None:
    theirs = make_webhook(other, charlie)
    make_webhook(acme, adam)
    alert(acme)
    close_organization(acme, actor=SYSTEM, reason="over")
    assert list(WebhookEndpoint.objects.values_list("pk", "state")) == [(theirs.pk, "active")]
    assert not theirs.deliveries.exists()
