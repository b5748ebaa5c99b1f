"""The audit log through the sender: what is withheld is decided each time; no refusal and no failure leaves a gap."""

import json
from typing import Any

import pytest

from billing_access.access.services import suspend_billing_reads, turn_off_billing_reads, turn_on_billing_reads
from billing_access.webhooks import signing
from billing_access.webhooks.models import WebhookDelivery, WebhookEndpoint
from billing_access.webhooks.outbound import posting
from billing_access.webhooks.sending.pump import send_due
from billing_audit.models import AuditEvent
from billing_audit.record import record
from orgs import actors
from orgs.mail.notify import silence
from orgs.models import Membership, Organization
from orgs.roles import Role
from orgs.services.members import change_role
from tests.billing_access.webhooks.audit_push import check, make_endpoint, places, store

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")


class Siem:
    """A receiver in this process, which answers with ``status``."""

    def __init__(self) -> None:
        self.status, self.ids, self.messages = 200, [], []

    def post(self, url: str, *, headers: Any, body: bytes, deadline: float) -> posting.Answer:
        self.ids.append(headers["webhook-id"])
        if self.status == 200:
            self.messages.append(json.loads(body))
        return posting.Answer(self.status, b"", 0.1)


@pytest.fixture
def siem(monkeypatch: pytest.MonkeyPatch) -> Siem:
    stand_in = Siem()
    monkeypatch.setattr(posting, "post", stand_in.post)
    return stand_in


@pytest.fixture
def endpoint(acme: Organization, adam: Any, seal_events: Any) -> WebhookEndpoint:
    """Acme's endpoint, which Adam holds, from the beginning of the log."""
    seal_events()
    return make_endpoint(acme, acme.public_id, holder=adam, secret=signing.encrypt(signing.new_secret()))


@pytest.fixture
def spend(acme: Organization, seal_events: Any) -> Any:
    """Record an event with this figure, have it sealed and sent."""

    def run(figure: str) -> None:
        details = {"total_cost_usd": figure}
        record("runs.imported", organization_id=acme.public_id, actor=SYSTEM, details=details)
        seal_events()
        send_due(seconds=20, senders=1)

    return run


def test_figures_go_with_the_opt_in_and_end_with_it(endpoint, acme, siem, spend, tmp_path):
    """Also with a suspension. The events go on, and all of it verifies."""
    spend("902101.77")
    with silence():
        turn_on_billing_reads(acme, actor=SYSTEM)
        spend("902102.77")
        turn_off_billing_reads(acme, actor=SYSTEM)
        spend("902103.77")
        turn_on_billing_reads(acme, actor=SYSTEM)
        suspend_billing_reads(acme, actor=SYSTEM, reason="x")
        spend("902104.77")
    text = json.dumps(siem.messages)
    assert [figure in text for figure in ("902101.77", "902102.77", "902103.77", "902104.77")] == [
        False,
        True,
        False,
        False,
    ]
    assert [message["data"]["withheld"] != [] for message in siem.messages] == [True, False, True, True]
    assert places(siem.messages) == list(range(siem.messages[-1]["data"]["next_leaf"]))
    code, said = check(store(tmp_path / "x", siem.messages), acme.public_id)
    assert (code, "the figures of 3 events is withheld" in said) == (0, True), said


def test_what_was_queued_is_decided_when_it_is_sent(endpoint, acme, siem, spend):
    """Refused by the receiver while billing reads were on, and sent after they were turned off."""
    with silence():
        turn_on_billing_reads(acme, actor=SYSTEM)
        siem.status = 500
        spend("902105.77")
        turn_off_billing_reads(acme, actor=SYSTEM)
    siem.status = 200
    WebhookEndpoint.objects.update(rests_until="2020-01-01T00:00:00Z")
    WebhookDelivery.objects.update(attempt_at="2020-01-01T00:00:00Z")
    spend("902106.77")
    assert "902105.77" not in json.dumps(siem.messages)
    # The same delivery under the same id, and then what came meanwhile.
    assert (len(siem.ids), siem.ids[0] == siem.ids[1] != siem.ids[2]) == (3, True)
    assert places(siem.messages) == list(range(siem.messages[-1]["data"]["next_leaf"]))
    # The one with figures, which was refused, and those without.
    events = AuditEvent.objects.filter(action="webhook.audit_sent").order_by("pk")
    assert [each.details["withheld"] for each in events] == [False, True]


def test_a_pause_keeps_the_place_in_the_log(endpoint, acme, adam, alice, siem, spend):
    spend("902101.77")
    with silence():
        change_role(Membership.objects.get(user=adam), role=Role.BILLING, actor=SYSTEM)
    spend("902102.77")
    endpoint.refresh_from_db()
    assert (endpoint.state, len(siem.messages)) == ("paused", 1)
    spend("902103.77")
    assert len(siem.messages) == 1
    # Alice adopts it.
    WebhookEndpoint.objects.update(state="active", holder=alice)
    spend("902104.77")
    assert places(siem.messages) == list(range(siem.messages[-1]["data"]["next_leaf"]))
    actions = [event["action"] for message in siem.messages for event in message["data"]["events"]]
    assert (actions.count("runs.imported"), actions.count("webhook.paused")) == (4, 1)
