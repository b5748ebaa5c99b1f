"""Audit events as OCSF: every type is mapped, is valid by the schema, and can be matched with the sealed event."""

import base64
import json
from typing import Any

import pytest

from billing_access.webhooks.audit_log import ocsf
from billing_access.webhooks.audit_log.batches import body_of, prepare
from billing_audit.event_types import BY_ACTION
from billing_audit.models import AuditLeaf
from billing_audit.record import record
from billing_audit.transparency.merkle import leaf_hash
from tests.billing_access.webhooks.audit_push import make_endpoint, waiting
from tests.billing_access.webhooks.ocsf_events import ACTORS, STATED, every_type_as_ocsf

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(acme: Any, seal_events: Any) -> dict[str, dict[str, Any]]:
    """The event of each type, as it is sent in this shape, by its action."""
    return every_type_as_ocsf(acme, seal_events)


def test_every_type_is_sent(sent):
    assert sent.keys() == BY_ACTION.keys() - STATED


def test_it_can_be_matched_with_the_sealed_event(sent):
    for event in sent.values():
        unmapped = event["unmapped"]
        leaf = AuditLeaf.objects.get(log=unmapped["log"], place=unmapped["leaf_index"])
        assert str(leaf.event_id) == event["metadata"]["uid"]
        assert leaf_hash(event["raw_data"].encode()) == bytes(leaf.hash)
        assert event["metadata"]["sequence"] == unmapped["leaf_index"]


def test_who_what_and_from_where(sent):
    read = sent["billing.state.read"]
    assert (read["activity_name"], read["type_uid"]) == ("Read", 600302)
    users = {event["actor"]["user"]["type_id"] for event in sent.values()}
    assert users == {0, 1, 2, 3, 99}
    for event in sent.values():
        is_denied = event["status"] == "Failure"
        assert (event.get("status_code") == "org_opt_in_required") == is_denied
        assert event["severity_id"] == (2 if is_denied else 1)
    assert {event["src_endpoint"].get("ip") for event in sent.values()} == {"192.0.2.7", "2001:db8::1", None}


def test_each_action_has_an_activity_or_none_on_purpose():
    """A new event type whose end is unknown fails here."""
    activity = {each: ocsf.activity_of(each) for each in BY_ACTION}
    assert {each for each, number in activity.items() if number == 99} == {
        "alert.fired", "alert.resolved", "alert.tested", "api_key.refused", "audit_heads.published",
        "audit_log.event_missing", "audit_log.event_refused", "audit_log.restored", "audit_log.rows_moved",
        "database.timeline_accepted", "member.invitation_resent", "sessions.ended", "tag.ready",
        "user.email_change_requested", "user.password_link_printed", "user.reauthenticated",
        "user.recovery_code_used", "user.reset_link_sent", "user.sign_in_failed", "user.signed_in",
        "user.signed_out", "webhook.sent_again", "webhook.tested",
    }  # fmt: skip
    some = ("organization.created", "billing.state.read", "api_key.scopes_changed", "api_key.revoked")
    assert [activity[each] for each in some] == [1, 2, 3, 4]


def test_what_is_withheld_is_not_there_either(acme, seal_events):
    record("runs.imported", organization_id="o_1", actor=ACTORS[0], details={"total_cost_usd": "4017.25", "batch": "b"})
    record("billing_reads.enabled", organization_id="o_1", actor=ACTORS[0], details={"reason": "ask Carol"})
    seal_events()
    endpoint = make_endpoint(acme, "o_1", shape="ocsf")
    prepare(endpoint)
    whole, without = body_of(waiting(endpoint), True), body_of(waiting(endpoint), False)
    for text in (b"4017.25", b"ask Carol"):
        assert text in whole
        assert text not in without
    message = json.loads(without)
    assert message["data"]["events"][0]["unmapped"]["withheld"] == ["total_cost_usd"]
    assert message["data"]["checkpoint"].startswith("tests/o_1\n2\n")
    assert base64.b64decode(message["data"]["checkpoint"].splitlines()[2])
