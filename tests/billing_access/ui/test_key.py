"""The page of one key: what it can read and why not, and other scopes for it."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from billing_access.access.models import ApiKey
from billing_access.access.services import change_networks, issue_key, revoke_key, rotate_key, suspend_billing_reads
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Membership, Organization
from orgs.services import members

SYSTEM = actors.command("tests")
STATE, USAGE, RUNS = "billing.state:read", "billing.usage:read", "runs:read"


def _page(key: ApiKey) -> str:
    return f"/o/acme/keys/{key.pk}/"


def test_each_route_says_yes_or_the_refusal_that_the_api_gives(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any, opt_in: Any
) -> None:
    key = make_key(acme, STATE, RUNS).key
    client = sign_in(alice)
    said = words(client.get(_page(key)))
    assert "GET /v1/billing/state org_opt_in_required: " in said
    assert f"GET /v1/billing/usage insufficient_scope: it lacks {USAGE}." in said
    opt_in(acme)
    said = words(client.get(_page(key)))
    assert "org_opt_in_required" not in said
    assert "GET /v1/billing/state No" in said
    suspend_billing_reads(acme, actor=SYSTEM, reason="Leak")
    assert "GET /v1/billing/state billing_reads_suspended: " in words(client.get(_page(key)))
    revoke_key(key, actor=SYSTEM)
    said = words(client.get(_page(key)))
    assert "It can read nothing: every request with it gets 401 key_revoked." in said
    assert "GET /v1" not in said


def test_asked_from_an_address(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any, opt_in: Any
) -> None:
    opt_in(acme)
    key = make_key(acme, STATE).key
    change_networks(key, actor=SYSTEM, allowed_networks=["203.0.113.0/24"])
    client = sign_in(alice)
    assert "ip_not_allowed" not in words(client.get(_page(key)))
    assert "ip_not_allowed" not in words(client.get(_page(key), {"address": "203.0.113.9"}))
    said = words(client.get(_page(key), {"address": " 198.51.100.9 "}))
    assert "What this key can read now, from 198.51.100.9" in said
    assert "ip_not_allowed: " in said
    for bad in ("everywhere", "203.0.113.0/24", "<b>"):
        answer = client.get(_page(key), {"address": bad})
        assert answer.status_code == 400
        assert "is not an IP address. Example: 203.0.113.7." in words(answer)
        assert "<b>" not in answer.content.decode()


def test_other_scopes_are_saved_with_the_reason(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any
) -> None:
    key = make_key(acme, STATE, USAGE).key
    answer = sign_in(alice).post(_page(key), {"scopes": [STATE, RUNS], "reason": "Ticket 9"}, follow=True)
    assert answer.redirect_chain == [(_page(key), 302)]
    assert f"Test key now has the scopes {STATE}, {RUNS}." in words(answer)
    key.refresh_from_db()
    assert sorted(key.scopes) == [STATE, RUNS]
    event = AuditEvent.objects.get(action="api_key.scopes_changed")
    assert (event.actor_id, event.details) == (str(alice.pk), {"reason": "Ticket 9"})
    assert event.changes == {"scopes": [[STATE, USAGE], [STATE, RUNS]]}


def test_the_same_scopes_change_nothing(acme: Organization, alice: User, make_key: Any, sign_in: Any) -> None:
    key = make_key(acme, STATE, RUNS).key
    client = sign_in(alice)
    for _ in range(2):
        assert client.post(_page(key), {"scopes": [RUNS, STATE]}).status_code == 302
    assert not AuditEvent.objects.filter(action="api_key.scopes_changed").exists()


def test_narrowing_asks_for_no_fresh_proof(acme: Organization, alice: User, make_key: Any, sign_in: Any) -> None:
    key = make_key(acme, STATE, RUNS).key
    client = sign_in(alice, minutes_ago=600)
    assert client.post(_page(key), {"scopes": [RUNS]}).headers["Location"] == _page(key)
    assert client.post(_page(key), {"scopes": [RUNS, STATE]}).headers["Location"].startswith("/account/prove/")
    assert ApiKey.objects.get().scopes == [RUNS]


@pytest.mark.parametrize(
    ("scopes", "fault"),
    [
        ([], "Scopes: Choose at least one scope."),
        (["runs:write"], "Scopes: runs:write is not a scope. Choose from the list."),
        ([RUNS, "RUNS:READ"], "Scopes: RUNS:READ is not a scope."),
    ],
)
def test_a_fault_is_named_and_changes_nothing(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any, scopes: list[str], fault: str
) -> None:
    key = make_key(acme, STATE).key
    answer = sign_in(alice).post(_page(key), {"scopes": scopes})
    assert answer.status_code == 400
    assert fault in words(answer)
    assert ApiKey.objects.get().scopes == [STATE]


def test_a_key_that_ended_meanwhile_keeps_its_scopes_and_the_page_says_so(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any
) -> None:
    key = make_key(acme, STATE, USAGE).key
    client = sign_in(alice)
    assert "Save scopes" in words(client.get(_page(key)))
    revoke_key(key, actor=SYSTEM)
    answer = client.post(_page(key), {"scopes": [STATE]})
    assert answer.status_code == 400
    assert "Save scopes" not in words(answer)
    assert "Revoked" in words(answer)
    key.refresh_from_db()
    assert sorted(key.scopes) == [STATE, USAGE]


def test_a_key_that_is_over_says_the_code_that_the_api_answers(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any, api: Any
) -> None:
    issued = make_key(acme, STATE)
    revoke_key(issued.key, actor=SYSTEM)
    client = sign_in(alice)
    for code, state in (("key_revoked", "revoked"), ("key_expired", "expired")):
        assert api("/v1/key", issued.secret).json()["code"] == code
        said = words(client.get(_page(issued.key)))
        assert f"It can read nothing: every request with it gets 401 {code}." in said
        assert state.capitalize() in words(client.get("/o/acme/keys/"))
        assert "Revoke…" not in said
        assert "This key is already revoked." in words(client.get(f"{_page(issued.key)}revoke/"))
        now = timezone.now()
        ApiKey.objects.update(created_at=now - timedelta(days=2), expires_at=now - timedelta(days=1))


def test_a_key_in_its_overlap_leads_to_its_successor_and_back(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any
) -> None:
    old = make_key(acme, STATE).key
    new = rotate_key(old, actor=SYSTEM, overlap_hours=24).key
    client = sign_in(alice)
    page = client.get(_page(old))
    assert f"Being replaced It works alongside the new key {new.hint} until" in words(page)
    assert _page(new) in page.content.decode()
    assert "Rotate…" not in words(page)
    page = client.get(_page(new))
    assert f"Replaces {old.hint}" in words(page)
    assert _page(old) in page.content.decode()


def test_a_creator_who_left_is_said_and_the_key_keeps_working(
    acme: Organization, alice: User, adam: User, sign_in: Any, words: Any, opt_in: Any, api: Any
) -> None:
    opt_in(acme)
    issued = issue_key(
        acme, actor=actors.as_member(adam, authenticated_at=timezone.now()), name="Nightly", scopes=[STATE]
    )
    owner = actors.as_member(alice, authenticated_at=timezone.now())
    members.remove_member(Membership.objects.get(user=adam, organization=acme), actor=owner)
    said = words(sign_in(alice).get(_page(issued.key)))
    assert "The person who created it has left the organization. The key keeps working." in said
    assert api("/v1/billing/state", issued.secret).status_code == 200


def test_no_such_key(acme: Organization, other: Organization, alice: User, make_key: Any, sign_in: Any) -> None:
    client = sign_in(alice)
    for key_id in (uuid.uuid4(), make_key(other).key.pk):
        assert client.get(f"/o/acme/keys/{key_id}/").status_code == 404
        assert client.post(f"/o/acme/keys/{key_id}/", {"scopes": [RUNS]}).status_code == 404


def test_at_most_eight_queries(
    acme: Organization, alice: User, many_keys: Any, sign_in: Any, django_assert_max_num_queries: Any
) -> None:
    keys = many_keys(acme, 12)
    client = sign_in(alice)
    for key in keys[:4]:
        with django_assert_max_num_queries(8):
            assert client.get(_page(key)).status_code == 200
