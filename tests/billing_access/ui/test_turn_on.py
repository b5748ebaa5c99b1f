"""The page that asks before it opens: what becomes readable, for how long, and what another did in between."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from billing_access.access.models import ApiKey, OptIn
from billing_access.access.services import change_networks, revoke_key, suspend_billing_reads, turn_on_billing_reads
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Organization
from orgs.services.forgetting import forget_person

SYSTEM = actors.command("tests")
PAGE = "/o/acme/billing-reads/"
TURN_ON = f"{PAGE}turn-on/"


def test_it_names_the_keys_that_become_readable_and_what_each_reads(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any
) -> None:
    make_key(acme, "billing.state:read", name="State alone")
    listed = make_key(acme, "billing.usage:read", name="Listed").key
    change_networks(listed, actor=SYSTEM, allowed_networks=["203.0.113.0/24"])
    make_key(acme, "runs:read", name="Runs alone")
    revoke_key(make_key(acme, name="Revoked long ago").key, actor=SYSTEM)
    expired = make_key(acme, name="Expired").key
    past = timezone.now() - timedelta(days=1)
    ApiKey.objects.filter(pk=expired.pk).update(created_at=past - timedelta(days=1), expires_at=past)
    said = words(sign_in(alice).get(TURN_ON))
    assert "Turn on programmatic billing reads?" in said
    gaining, unchanged = said.split("This key still cannot read billing data: ")
    assert "These 2 keys can read billing data:" in gaining
    assert "State alone bak_live_" in gaining
    assert "(only from 203.0.113.0/24)" in gaining
    assert re.match(r"Runs alone bak_live_\S+: The API key lacks a scope\.", unchanged)
    for over in ("Revoked long ago", "Expired"):
        assert over not in said


@pytest.mark.parametrize(
    ("everywhere", "gate"),
    [(False, "Suspended by the platform"), (True, "Suspended for all organizations of the platform")],
)
def test_while_suspended_it_names_the_keys_that_can_read_once_that_is_lifted(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any, everywhere: bool, gate: str
) -> None:
    for name in ("Dashboard", "Nightly", "Export"):
        make_key(acme, name=name)
    make_key(acme, "runs:read", name="Runs alone")
    suspend_billing_reads(None if everywhere else acme, actor=SYSTEM, reason="Leak")
    client = sign_in(alice)
    listed, refused = words(client.get(TURN_ON)).split("This key still cannot read billing data: ")
    assert f"What keys can read later {gate}. Once lifted, these 3 keys can read billing data: Export bak_" in listed
    assert refused.startswith("Runs alone bak_")
    done = words(client.post(TURN_ON, {"version": 0}, follow=True))
    assert f"Programmatic billing reads are on. {gate}. Once lifted, 3 keys can read billing data." in done


def test_at_most_twenty_keys_are_named(acme: Organization, alice: User, many_keys: Any, sign_in: Any) -> None:
    many_keys(acme, 32)
    page = sign_in(alice).get(TURN_ON).content.decode()
    assert "These 24 keys can read billing data:" in page
    assert page.count("<li><strong>") == 20
    assert "And 4 more keys" in page


@pytest.mark.parametrize(
    ("sent", "days"),
    [
        ({}, None),
        ({"limit": "none"}, None),
        ({"limit": "30"}, 30),
        ({"limit": "90", "days": "7"}, 90),
        ({"limit": "other", "days": "1"}, 1),
        ({"limit": "other", "days": "366"}, 366),
    ],
)
def test_turned_on_for_as_long_as_was_chosen(
    acme: Organization, alice: User, sign_in: Any, words: Any, sent: dict[str, str], days: int | None
) -> None:
    answer = sign_in(alice).post(TURN_ON, {"version": 0, "reason": "Ticket 4711", **sent}, follow=True)
    assert answer.redirect_chain == [(PAGE, 302)]
    opt_in = OptIn.objects.get(organization=acme)
    assert (opt_in.is_on, opt_in.reason, opt_in.changed_by) == (True, "Ticket 4711", alice)
    if days is None:
        assert opt_in.enabled_until is None
        assert "Programmatic billing reads are on. No key can read billing data: none that is accepted" in words(answer)
    else:
        assert opt_in.enabled_until is not None
        assert abs(opt_in.enabled_until - timezone.now() - timedelta(days=days)) < timedelta(minutes=1)
        assert f"are on until {opt_in.enabled_until:%Y-%m-%d %H:%M} UTC." in words(answer)
    assert AuditEvent.objects.filter(action="billing_reads.enabled", actor_id=str(alice.pk)).count() == 1


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        ({"limit": "other"}, "Custom number of days: Enter a number of days from 1 to 366."),
        ({"limit": "other", "days": "0"}, "Custom number of days: "),
        ({"limit": "other", "days": "367"}, "Custom number of days: "),
        ({"limit": "other", "days": "many"}, "Custom number of days: "),
        ({"limit": "31"}, "For how long: "),
        ({"version": ""}, "Version: "),
        ({"version": "-1"}, "Version: "),
        ({"reason": "x" * 501}, "Reason: "),
    ],
)
def test_a_fault_is_named_and_opens_nothing(
    acme: Organization, alice: User, sign_in: Any, words: Any, sent: dict[str, str], fault: str
) -> None:
    answer = sign_in(alice).post(TURN_ON, {"version": 0, **sent})
    assert answer.status_code == 400
    assert f"There is a problem {fault}" in words(answer)
    assert not OptIn.objects.exists()


def test_a_conflict_shows_what_the_other_did_and_keeps_what_was_typed(
    acme: Organization, alice: User, adam: User, sign_in: Any, words: Any, field: Any
) -> None:
    client = sign_in(alice)
    seen = field(client.get(TURN_ON), "version")
    turn_on_billing_reads(
        acme, actor=actors.as_member(adam, authenticated_at=timezone.now()), reason="For the audit", days=30
    )
    sent = {"version": seen, "limit": "other", "days": "41", "reason": "Ticket 4711"}
    answer = client.post(TURN_ON, sent)
    assert answer.status_code == 409
    said = words(answer)
    assert "Since you opened this page, billing reads were turned on until" in said
    assert "by Adam," in said
    assert "Reason: For the audit" in said
    assert (field(answer, "days"), field(answer, "reason")) == ("41", "Ticket 4711")
    assert OptIn.objects.get(organization=acme).reason == "For the audit"
    # Sent again as it was, it conflicts again; with what was shown, it is taken.
    assert client.post(TURN_ON, sent).status_code == 409
    assert client.post(TURN_ON, {**sent, "version": field(answer, "version")}).status_code == 302
    assert OptIn.objects.get(organization=acme).reason == "Ticket 4711"


def _chosen(answer: Any) -> list[str]:
    """The time limits that are chosen on the page."""
    tags = re.findall(r'<input[^>]*name="limit"[^>]*>', answer.content.decode())
    return [value for tag in tags if "checked" in tag for value in re.findall(r'value="(\w+)"', tag)]


def test_the_limit_of_who_was_faster_is_not_lifted_by_what_nobody_chose(
    acme: Organization, alice: User, adam: User, sign_in: Any, words: Any, field: Any
) -> None:
    client = sign_in(alice)
    page = client.get(TURN_ON)
    turn_on_billing_reads(acme, actor=actors.as_member(adam, authenticated_at=timezone.now()), days=30)
    assert _chosen(page) == ["none"]
    answer = client.post(TURN_ON, {"version": field(page, "version"), "limit": "none"})
    assert (answer.status_code, _chosen(answer)) == (409, [])
    again = client.post(TURN_ON, {"version": field(answer, "version")})
    assert again.status_code == 400
    assert "There is a problem For how long: " in words(again)
    assert OptIn.objects.get(organization=acme).enabled_until is not None


@pytest.mark.parametrize("in_between", [False, True])
def test_nor_by_what_waited_while_they_proved_who_they_are(
    acme: Organization, alice: User, adam: User, sign_in: Any, in_between: bool
) -> None:
    another = actors.as_member(adam, authenticated_at=timezone.now())
    turn_on_billing_reads(acme, actor=another, days=60)
    client = sign_in(alice, minutes_ago=16)
    sent = {"version": OptIn.objects.get().version, "limit": "none", "reason": "Ticket 4711"}
    assert client.post(TURN_ON, sent).headers["Location"].startswith("/account/prove/")
    if in_between:
        turn_on_billing_reads(acme, actor=another, days=30)
    proof = {"password": "correct horse battery staple", "next": TURN_ON}
    page = client.post("/account/prove/", proof, follow=True)
    assert page.request["PATH_INFO"] == TURN_ON
    assert "Ticket 4711" in page.content.decode()
    assert _chosen(page) == ([] if in_between else ["none"])


@pytest.mark.parametrize(("who", "said"), [("staff", "by platform staff,"), ("gone", "by a former member,")])
def test_a_conflict_names_staff_as_such_and_nobody_who_was_deleted(
    acme: Organization, alice: User, adam: User, dana: User, sign_in: Any, words: Any, who: str, said: str
) -> None:
    client = sign_in(alice)
    if who == "staff":
        staff = actors.Actor("staff", str(dana.pk), dana.email, authenticated_at=timezone.now())
        turn_on_billing_reads(acme, actor=staff, reason="Asked for by telephone")
    else:
        turn_on_billing_reads(acme, actor=actors.as_member(adam, authenticated_at=timezone.now()))
        forget_person(adam, actor=SYSTEM)
        adam.delete()
    answer = client.post(TURN_ON, {"version": 0})
    assert answer.status_code == 409
    assert said in words(answer)
    assert "Dana" not in answer.content.decode()


def test_sent_twice_it_is_turned_on_once(acme: Organization, alice: User, sign_in: Any) -> None:
    client = sign_in(alice)
    assert client.post(TURN_ON, {"version": 0}).status_code == 302
    assert client.post(TURN_ON, {"version": 0}).status_code == 409
    assert AuditEvent.objects.filter(action="billing_reads.enabled").count() == 1
    assert OptIn.objects.get(organization=acme).version == 1


def test_while_on_it_changes_the_time_limit(
    acme: Organization, alice: User, sign_in: Any, words: Any, field: Any, opt_in: Any
) -> None:
    opt_in(acme)
    client = sign_in(alice)
    page = client.get(TURN_ON)
    assert "Change the time limit of billing reads" in words(page)
    assert "What stays readable" in words(page)
    assert client.post(TURN_ON, {"version": field(page, "version"), "limit": "30"}).status_code == 302
    assert OptIn.objects.get(organization=acme).enabled_until is not None


@pytest.mark.parametrize("number", [1, 24])
def test_at_most_eight_queries_whatever_the_number_of_keys(
    acme: Organization, alice: User, many_keys: Any, sign_in: Any, django_assert_max_num_queries: Any, number: int
) -> None:
    many_keys(acme, number)
    client = sign_in(alice)
    with django_assert_max_num_queries(8):
        assert client.get(TURN_ON).status_code == 200


def test_while_on_no_limit_is_chosen_beforehand_and_none_is_lifted_unasked(
    acme: Organization, alice: User, sign_in: Any, words: Any
) -> None:
    turn_on_billing_reads(acme, actor=SYSTEM, days=30)
    before = OptIn.objects.get()
    client = sign_in(alice)
    page = client.get(TURN_ON)
    assert "checked" not in page.content.decode()
    assert f"It is on now until {before.enabled_until:%-d %b %Y, %H:%M} UTC" in words(page)
    refused = client.post(TURN_ON, {"version": before.version, "reason": "Ticket 4712"})
    assert refused.status_code == 400
    assert "For how long: Choose for how long from now." in words(refused)
    assert 'href="#id_limit_0"' in refused.content.decode()
    assert OptIn.objects.get().enabled_until == before.enabled_until
    assert client.post(TURN_ON, {"version": before.version, "limit": "none"}).status_code == 302
    assert OptIn.objects.get().enabled_until is None
