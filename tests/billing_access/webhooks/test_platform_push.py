"""The platform's own log, sent where AUDIT_PUSH_URL says."""

import base64
import json
import threading
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, connections
from django.utils import timezone
from standardwebhooks import Webhook

from billing_access.settings import AccessSettings
from billing_access.webhooks.audit_log.platform_log import ENDPOINT_ID, prepare_platform
from billing_access.webhooks.models import WebhookDelivery, WebhookEndpoint
from billing_access.webhooks.outbound import posting
from billing_access.webhooks.sending import pump
from billing_access.webhooks.sending.pump import Pump, send_due
from billing_access.webhooks.signing import decrypt
from billing_audit.models import AuditEvent, AuditRepeat
from billing_audit.record import Actor, record
from tests.app_settings import configured
from tests.billing_access.webhooks.audit_push import check, deliver, deliver_all, places, store

pytestmark = pytest.mark.django_db
SECRET = "whsec_" + base64.b64encode(b"s" * 32).decode()
SETTINGS = {"AUDIT_PUSH_URL": "https://siem.example.com/hook?token=hidden", "AUDIT_PUSH_SECRET": SECRET}


def _actions() -> list[str]:
    events = AuditEvent.objects.filter(organization_id=None, action__startswith="webhook.")
    return list(events.order_by("id").values_list("action", flat=True))


def test_without_the_setting_nothing_is_made(configure):
    assert prepare_platform() is None
    assert not WebhookEndpoint.objects.exists()


def test_the_log_is_sent_from_its_first_event_and_verifies(configure, write_events, seal_events, tmp_path):
    write_events(5, None)
    seal_events()
    configure(**SETTINGS)
    prepare_platform()
    endpoint = WebhookEndpoint.objects.get()
    assert (endpoint.organization, endpoint.holder, endpoint.state) == (None, None, "active")
    assert decrypt(endpoint.secret) == SECRET
    seal_events()
    messages = deliver_all(endpoint)
    sent = [event for message in messages for event in message["data"]["events"]]
    assert places(messages) == list(range(6))
    assert {event["body"].partition('"organization_id":')[2][:4] for event in sent} == {"null"}
    code, said = check(store(tmp_path / "x", messages), "platform")
    assert (code, "6 sealed events of platform" in said) == (0, True), said
    # What is recorded of the sending is on the platform's log, and wakes nothing.
    seal_events()
    assert deliver(endpoint) is None
    assert _actions() == ["webhook.created", "webhook.audit_sent"]


def test_other_organizations_events_are_not_sent(configure, acme, write_events, seal_events):
    write_events(2, None)
    write_events(3, acme.public_id)
    seal_events()
    configure(**SETTINGS)
    messages = deliver_all(prepare_platform())
    assert places(messages) == [0, 1]


def test_the_address_is_a_text_of_its_event_and_its_host_the_name(configure):
    configure(**SETTINGS)
    prepare_platform()
    event = AuditEvent.objects.get(organization_id=None)
    assert "hidden" not in event.body
    assert (event.details["url"], event.target_id) == (SETTINGS["AUDIT_PUSH_URL"], str(ENDPOINT_ID))
    assert event.parts["personal"]["target_name"] == "siem.example.com"


def test_a_sender_makes_it_when_it_starts_and_sends(configure, write_events, seal_events, monkeypatch, tmp_path):
    """Signed with the setting's secret, without an opt-in, with figures; `run_due` does the same."""
    bodies = []

    def post(url: str, *, headers: Any, body: bytes, deadline: float) -> posting.Answer:
        Webhook(SECRET).verify(body.decode(), dict(headers))
        bodies.append((url, json.loads(body)))
        return posting.Answer(200, b"", 0.1)

    # Not by `post`, which would not reach a SIEM inside.
    monkeypatch.setattr(posting, "post_for_operators", post)
    write_events(3, None)
    record("runs.imported", organization_id=None, actor=Actor("system", "x"), details={"total_cost_usd": "4017.25"})
    seal_events()
    configure(**SETTINGS)
    assert send_due(seconds=20, senders=1) == 1
    ((url, message),) = bodies
    assert url == SETTINGS["AUDIT_PUSH_URL"]
    assert (message["data"]["log"], places([message]), message["data"]["withheld"]) == ("platform", [0, 1, 2, 3], [])
    assert check(store(tmp_path / "x", [message]), "platform")[0] == 0
    # The event about its making is next, and then it rests.
    for expected in (1, 0, 0):
        seal_events()
        assert send_due(seconds=20, senders=1) == expected
    assert AuditRepeat.objects.get(organization_id=None).count == 2


def test_a_pump_makes_it_once(configure, monkeypatch):
    made = []
    monkeypatch.setattr(pump, "prepare_platform", lambda **options: made.append(prepare_platform(**options)))
    configure(**SETTINGS)
    with Pump(1, lambda: None) as running:
        running.begin()
        running.begin()
    assert made == [WebhookEndpoint.objects.get()]


def test_runs_from_cron_turn_on_what_answered_gone_once_a_day(configure, write_events, seal_events, monkeypatch):
    """Each run of ``run_due`` is no start of a sender: it would be disabled again each minute, with an e-mail."""
    monkeypatch.setattr(posting, "post_for_operators", lambda *_, **__: posting.Answer(410, b"", 0.1))
    write_events(1, None)
    seal_events()
    configure(**SETTINGS)
    for _ in range(3):
        send_due(seconds=20, senders=1)
        WebhookDelivery.objects.update(attempt_at=timezone.now())
    assert _actions() == ["webhook.created", "webhook.audit_sent", "webhook.disabled"]
    WebhookEndpoint.objects.update(state_since=timezone.now() - timedelta(hours=25))
    send_due(seconds=20, senders=1)
    assert _actions()[3:] == ["webhook.enabled", "webhook.disabled"]


CHANGES: dict[str, tuple[dict[str, str], str]] = {
    "address": ({"AUDIT_PUSH_URL": "https://other.example.com/"}, "webhook.changed"),
    "shape": ({"AUDIT_PUSH_SHAPE": "ocsf"}, "webhook.changed"),
    "secret": ({"AUDIT_PUSH_SECRET": "whsec_" + base64.b64encode(b"t" * 24).decode()}, "webhook.secret_rotated"),
    "unset": ({"AUDIT_PUSH_URL": ""}, "webhook.disabled"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_setting_is_taken_over_on_the_record(configure, write_events, seal_events, change):
    """The cursor stays, and what had failed is tried again; starting again without a change writes nothing."""
    write_events(3, None)
    seal_events()
    configure(**SETTINGS)
    endpoint = prepare_platform()
    deliver_all(endpoint)
    before = WebhookEndpoint.objects.get()
    failed = {"failures": 9, "failing_since": timezone.now(), "rests_until": timezone.now() + timedelta(hours=9)}
    WebhookEndpoint.objects.update(**failed)
    values, action = CHANGES[change]
    configure(**values)
    prepare_platform()
    after = WebhookEndpoint.objects.get()
    assert _actions()[2:] == [action]
    assert (after.failures, after.failing_since, after.rests_until <= timezone.now()) == (0, None, True)
    assert (after.log, after.next_leaf) == (before.log, before.next_leaf) == ("platform", 3)
    assert after.state == ("disabled" if change == "unset" else "active")
    assert change != "secret" or decrypt(after.secret) == values["AUDIT_PUSH_SECRET"]
    prepare_platform()
    assert _actions()[2:] == [action]


def test_a_start_turns_on_what_was_disabled(configure):
    configure(**SETTINGS)
    prepare_platform()
    WebhookEndpoint.objects.update(state="disabled", failures=50)
    prepare_platform()
    assert (WebhookEndpoint.objects.get().state, WebhookEndpoint.objects.get().failures) == ("active", 0)
    assert _actions()[1:] == ["webhook.enabled"]
    assert AuditEvent.objects.get(action="webhook.enabled").changes == {"state": ["disabled", "active"]}


def test_a_secret_whose_encryption_key_is_gone_is_encrypted_again(configure):
    configure(**SETTINGS, WEBHOOK_ENCRYPTION_KEYS="k" * 32)
    prepare_platform()
    configure(WEBHOOK_ENCRYPTION_KEYS="l" * 32)
    prepare_platform()
    assert decrypt(WebhookEndpoint.objects.get().secret) == SECRET


@pytest.mark.django_db(transaction=True)
def test_two_senders_that_start_at_once_make_one():
    gate = threading.Barrier(2)
    failures: list[Exception] = []

    def work() -> None:
        try:
            connection.ensure_connection()
            gate.wait(20)
            prepare_platform()
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    with configured(**SETTINGS):
        threads = [threading.Thread(target=work) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
    assert failures == []
    assert WebhookEndpoint.objects.count() == 1
    assert _actions() == ["webhook.created"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("AUDIT_PUSH_URL", "http://siem.example.com/"),
        ("AUDIT_PUSH_URL", "ftp://siem.example.com/"),
        ("AUDIT_PUSH_URL", "siem.example.com"),
        ("AUDIT_PUSH_URL", "https://"),
        ("AUDIT_PUSH_SECRET", SECRET.removeprefix("whsec_")),
        ("AUDIT_PUSH_SECRET", "whsec_" + base64.b64encode(b"s" * 23).decode()),
        ("AUDIT_PUSH_SECRET", "whsec_" + base64.b64encode(b"s" * 65).decode()),
        ("AUDIT_PUSH_SECRET", "whsec_???"),
        ("AUDIT_PUSH_SHAPE", "cef"),
    ],
)
def test_what_is_malformed_stops_the_start_and_is_not_repeated(settings: Any, name: str, value: str) -> None:
    settings.BILLING_ACCESS = {**settings.BILLING_ACCESS, name: value}
    with pytest.raises(ImproperlyConfigured, match=name) as raised:
        AccessSettings().read_all()
    assert name == "AUDIT_PUSH_SHAPE" or value not in str(raised.value)


def test_an_address_without_a_secret_stops_the_start(settings: Any) -> None:
    settings.BILLING_ACCESS = {**settings.BILLING_ACCESS, "AUDIT_PUSH_URL": "https://siem.example.com/"}
    with pytest.raises(ImproperlyConfigured, match="AUDIT_PUSH_SECRET is not"):
        AccessSettings().check_audit_push()
