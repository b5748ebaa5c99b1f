"""The page of the setting: what stands, since when, by whom and why; and turning off, in one step."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from billing_access.access.models import OptIn
from billing_access.access.services import (
    revoke_key,
    suspend_billing_reads,
    turn_off_billing_reads,
    turn_on_billing_reads,
)
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Organization

SYSTEM = actors.command("tests")
PAGE = "/o/acme/billing-reads/"
TURN_OFF = f"{PAGE}turn-off/"


def _as(user: User) -> Any:
    return actors.as_member(user, authenticated_at=timezone.now())


def test_never_turned_on(acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any) -> None:
    make_key(acme, "runs:read", name="Runs alone")
    make_key(acme, name="Dashboard")
    said = words(sign_in(alice).get(PAGE))
    assert "Current state: Off Never turned on." in said
    assert "403 org_opt_in_required" in said
    assert "Turn on…" in said
    assert "Turn off" not in said
    assert "Dashboard bak_live_" in said
    assert "Nothing. " in said.split("Runs alone")[1]


def test_on_says_since_when_by_whom_and_why(
    acme: Organization, alice: User, adam: User, sign_in: Any, words: Any
) -> None:
    turn_on_billing_reads(acme, actor=_as(adam), reason="Ticket 4711", days=30)
    said = words(sign_in(alice).get(PAGE))
    assert "Current state: On Turned on by Adam," in said
    assert "Reason: Ticket 4711" in said
    assert "Then this turns off automatically" in said
    turn_off_billing_reads(acme, actor=_as(adam), reason="Ended early")
    said = words(sign_in(alice).get(PAGE))
    assert "Current state: Off Turned off by Adam," in said
    assert "Ended early" in said
    assert "Ticket 4711" not in said.split("History")[0]


def test_a_time_limit_that_passed_reads_as_off(acme: Organization, alice: User, sign_in: Any, words: Any) -> None:
    turn_on_billing_reads(acme, actor=SYSTEM, days=1)
    OptIn.objects.update(enabled_until=timezone.now() - timedelta(seconds=1))
    said = words(sign_in(alice).get(PAGE))
    assert "Current state: Off Turned off automatically at the end of its time limit," in said
    assert "Turn on…" in said


@pytest.mark.parametrize("everywhere", [False, True])
def test_a_suspension_is_shown_with_its_reason_and_reads_can_still_be_turned_off(
    acme: Organization, other: Organization, alice: User, sign_in: Any, words: Any, opt_in: Any, everywhere: bool
) -> None:
    opt_in(acme)
    suspend_billing_reads(None if everywhere else acme, actor=SYSTEM, reason="Keys were leaked")
    suspend_billing_reads(other, actor=SYSTEM, reason="Nobody else's to know")
    client = sign_in(alice)
    said = words(client.get(PAGE))
    assert "Suspended by the platform No key can read billing data" in said
    assert ("of any organization" in said) == everywhere
    assert "Reason: Keys were leaked" in said
    assert "Nobody else's" not in said
    assert client.post(TURN_OFF, {"version": 1}).status_code == 302
    assert not OptIn.objects.get(organization=acme).enabled


def test_who_may_only_look_finds_no_button(
    acme: Organization, bella: User, make_key: Any, sign_in: Any, opt_in: Any
) -> None:
    key = make_key(acme, name="Dashboard").key
    for flip in (lambda: None, lambda: opt_in(acme)):
        flip()
        page = sign_in(bella).get(PAGE).content.decode()
        assert "Dashboard" in page
        for offered in ("turn-on", "turn-off", str(key.pk)):
            assert offered not in page


def test_turning_off_is_one_step_with_an_old_proof_too(
    acme: Organization, alice: User, sign_in: Any, words: Any, field: Any, opt_in: Any
) -> None:
    opt_in(acme)
    client = sign_in(alice, minutes_ago=600)
    version = field(client.get(PAGE), "version")
    answer = client.post(TURN_OFF, {"version": version, "reason": " Quarter closed "}, follow=True)
    assert answer.redirect_chain == [(PAGE, 302)]
    assert "Billing reads are off. Once turned on, still no key can read billing data: none that" in words(answer)
    assert OptIn.objects.get(organization=acme).reason == "Quarter closed"
    event = AuditEvent.objects.get(action="billing_reads.disabled")
    assert (event.actor_kind, event.actor_id) == ("user", str(alice.pk))
    assert event.details == {"reason": "Quarter closed", "closed_by": ["org_opt_in_required"], "key_count": 0}


def test_without_a_version_it_is_turned_off_whatever_stands(
    acme: Organization, alice: User, sign_in: Any, opt_in: Any
) -> None:
    opt_in(acme)
    turn_on_billing_reads(acme, actor=SYSTEM, days=30)
    assert sign_in(alice).post(TURN_OFF).status_code == 302
    assert not OptIn.objects.get(organization=acme).enabled


def test_a_conflict_shows_what_the_other_did_and_the_second_try_works(
    acme: Organization, alice: User, adam: User, sign_in: Any, words: Any, field: Any, opt_in: Any
) -> None:
    opt_in(acme)
    client = sign_in(alice)
    seen = field(client.get(PAGE), "version")
    turn_on_billing_reads(acme, actor=_as(adam), reason="Until the audit ends", days=30)
    answer = client.post(TURN_OFF, {"version": seen, "reason": "Not needed"})
    assert answer.status_code == 409
    said = words(answer)
    assert "Someone else changed this first Since you opened this page, billing reads were turned on until" in said
    assert "by Adam," in said
    assert "Reason: Until the audit ends" in said
    assert "Your change was not made." in said
    assert OptIn.objects.get(organization=acme).enabled
    assert not AuditEvent.objects.filter(action="billing_reads.disabled").exists()
    assert field(answer, "reason") == "Not needed"
    assert client.post(TURN_OFF, {"version": field(answer, "version"), "reason": "Not needed"}).status_code == 302
    assert not OptIn.objects.get(organization=acme).enabled


@pytest.mark.parametrize(("sent", "fault"), [({"reason": "x" * 501}, "Reason: "), ({"version": "one"}, "Version: ")])
def test_a_fault_is_named_and_changes_nothing(
    acme: Organization, alice: User, sign_in: Any, words: Any, opt_in: Any, sent: dict[str, str], fault: str
) -> None:
    opt_in(acme)
    answer = sign_in(alice).post(TURN_OFF, sent)
    assert answer.status_code == 400
    assert f"There is a problem {fault}" in words(answer)
    assert OptIn.objects.get(organization=acme).enabled


def test_hostile_names_and_reasons_are_text(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, opt_in: Any
) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    make_key(acme, name=hostile)
    turn_on_billing_reads(acme, actor=SYSTEM, reason=hostile)
    suspend_billing_reads(acme, actor=SYSTEM, reason=hostile)
    page = sign_in(alice).get(PAGE).content.decode()
    assert "<img" not in page
    assert page.count("&lt;img") == 5


@pytest.mark.parametrize("number", [1, 24])
def test_at_most_eight_queries_whatever_the_number_of_keys(
    acme: Organization, alice: User, many_keys: Any, sign_in: Any, opt_in: Any,
    django_assert_max_num_queries: Any, number: int,
) -> None:  # fmt: skip
    opt_in(acme)
    many_keys(acme, number)
    client = sign_in(alice)
    with django_assert_max_num_queries(8):
        assert client.get(PAGE).status_code == 200


def test_its_history_says_who_what_and_why_newest_first(
    acme: Organization, alice: User, adam: User, other: Organization, sign_in: Any, words: Any
) -> None:
    assert "History" not in words(sign_in(alice).get(PAGE))
    turn_on_billing_reads(acme, actor=_as(adam), reason="Ticket 1")
    suspend_billing_reads(acme, actor=actors.command("x"), reason="Disputed")
    for number in range(4):
        turn_off_billing_reads(acme, actor=_as(alice), reason=f"Off {number}")
        turn_on_billing_reads(acme, actor=_as(adam))
    answer = sign_in(alice).get(PAGE)
    said = words(answer).split("History")[1]
    assert said.count("Billing reads turned o") == 5
    assert said.index("Off 3") < said.index("Off 2")
    assert "Billing reads turned on adam@example.com None given" in said
    assert "Billing reads turned off alice@example.com Off 3" in said
    assert ("Off 1" in said, "Disputed" in said) == (False, False)
    newest = AuditEvent.objects.filter(action="billing_reads.enabled", organization_id=acme.public_id).latest("id")
    assert f"/o/acme/audit-log/{newest.pk}/" in answer.content.decode()


def test_history_without_the_name_that_was_erased_and_with_a_spoilt_event(
    acme: Organization, alice: User, sign_in: Any, words: Any, as_superuser: Any
) -> None:
    turn_on_billing_reads(acme, actor=_as(alice), reason="Ticket 1")
    turn_off_billing_reads(acme, actor=_as(alice), reason="Ticket 2")
    as_superuser("UPDATE billing_audit_event SET body = '{' WHERE action = 'billing_reads.disabled'")
    as_superuser("UPDATE billing_audit_part SET data = NULL, salt = NULL, erased_by = event_id WHERE kind = 'personal'")
    said = words(sign_in(alice).get(PAGE)).split("History")[1]
    assert "Billing reads turned off A former member Ticket 2" in said
    assert "Billing reads turned on A former member Ticket 1" in said


def test_each_living_key_says_what_it_reads_now_and_if_changed(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any, opt_in: Any
) -> None:
    make_key(acme, "billing.state:read", name="Dashboard")
    make_key(acme, "runs:read", name="Runs alone")
    revoke_key(make_key(acme, name="Long dead").key, actor=SYSTEM)
    client = sign_in(alice)
    said = words(client.get(PAGE))
    assert "Reads billing now If turned on" in said
    assert re.search(r"Dashboard bak_live_\S+ Nothing Balance, tier and this period's usage", said)
    assert re.search(r"Runs alone bak_live_\S+ Nothing Nothing. The API key lacks a scope.", said)
    assert "Long dead" not in said
    assert "1 expired or revoked key: cannot read anything in either case." in said
    opt_in(acme)
    said = words(client.get(PAGE))
    assert "Reads billing now If turned off" in said
    readable = "Balance, tier and this period's usage Entries of the balance"
    assert re.search(rf"Dashboard bak_live_\S+ {readable} Nothing", said)
    assert re.search(r"Runs alone bak_live_\S+ Nothing. The API key lacks a scope. Nothing", said)


@pytest.mark.parametrize("is_on", [False, True])
def test_while_suspended_it_names_the_refusal_that_the_api_gives(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any, opt_in: Any, api: Any, is_on: bool
) -> None:
    secret = make_key(acme, "billing.state:read").secret
    if is_on:
        opt_in(acme)
    suspend_billing_reads(acme, actor=SYSTEM, reason="Leak")
    said = words(sign_in(alice).get(PAGE))
    code = api("/v1/billing/state", secret).json()["code"]
    assert f"gets 403 {code}" in said
    assert "org_opt_in_required" not in said
    assert "Once lifted, 1 key can read billing data." in said or not is_on
    assert "Once lifted and turned on, 1 key can read billing data." in said or is_on
