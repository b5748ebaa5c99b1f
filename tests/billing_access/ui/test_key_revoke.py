"""Revoking a key: asked once, done for good, without a fresh proof."""

from datetime import UTC, datetime
from typing import Any

from accounts.models import User
from billing_access.access.models import ApiKey
from billing_access.access.services import rotate_key
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Organization

SYSTEM = actors.command("tests")


def _page(key: ApiKey) -> str:
    return f"/o/acme/keys/{key.pk}/revoke/"


def test_it_says_what_stops_and_when_the_key_was_last_used(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any
) -> None:
    key = make_key(acme, name="Nightly").key
    client = sign_in(alice)
    said = words(client.get(_page(key)))
    assert "Revoke “Nightly”?" in said
    assert f"The next request with {key.hint} gets 401 key_revoked." in said
    assert "It was never used. This cannot be undone" in said
    at = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    ApiKey.objects.update(last_used_at=at, last_used_address="203.0.113.9")
    assert "It was last used 20 Nov 2026, 09:30 UTC from 203.0.113.9." in words(client.get(_page(key)))


def test_looking_revokes_nothing(acme: Organization, alice: User, make_key: Any, sign_in: Any) -> None:
    key = make_key(acme).key
    client = sign_in(alice)
    for method in ("get", "head"):
        assert getattr(client, method)(_page(key)).status_code == 200
    key.refresh_from_db()
    assert key.revoked_at is None


def test_revoked_at_once_with_the_reason_and_an_old_proof(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any, api: Any
) -> None:
    issued = make_key(acme, name="Nightly")
    answer = sign_in(alice, minutes_ago=600).post(_page(issued.key), {"reason": "Left in a log"}, follow=True)
    assert answer.redirect_chain == [(f"/o/acme/keys/{issued.key.pk}/", 302)]
    assert "Nightly is revoked. Every further request with it is refused." in words(answer)
    assert "Save scopes" not in words(answer)
    assert api("/v1/key", issued.secret).json()["code"] == "key_revoked"
    event = AuditEvent.objects.get(action="api_key.revoked")
    assert (event.actor_id, event.details) == (str(alice.pk), {"reason": "Left in a log"})


def test_sent_twice_it_is_revoked_once(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any
) -> None:
    key = make_key(acme).key
    client = sign_in(alice)
    assert client.post(_page(key)).status_code == 302
    first = ApiKey.objects.get().revoked_at
    assert client.post(_page(key)).status_code == 302
    assert ApiKey.objects.get().revoked_at == first
    assert AuditEvent.objects.filter(action="api_key.revoked").count() == 1
    assert "This key is already revoked." in words(client.get(_page(key)))


def test_a_key_in_its_overlap_can_be_ended_at_once(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, api: Any
) -> None:
    issued = make_key(acme)
    successor = rotate_key(issued.key, actor=SYSTEM, overlap_hours=168)
    assert sign_in(alice).post(_page(issued.key)).status_code == 302
    assert api("/v1/key", issued.secret).json()["code"] == "key_revoked"
    assert api("/v1/key", successor.secret).status_code == 200


def test_an_expired_key_can_be_revoked_and_the_page_promises_no_other_refusal(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any
) -> None:
    key = make_key(acme).key
    ApiKey.objects.update(created_at=datetime(2026, 1, 1, tzinfo=UTC), expires_at=datetime(2026, 1, 2, tzinfo=UTC))
    client = sign_in(alice)
    assert "Revoke…" in words(client.get(f"/o/acme/keys/{key.pk}/"))
    said = words(client.get(_page(key)))
    assert "key_revoked" not in said
    assert "This key has expired: every request with it gets 401 key_expired." in said
    assert client.post(_page(key)).status_code == 302
    assert "Revoke…" not in words(client.get(f"/o/acme/keys/{key.pk}/"))
    assert AuditEvent.objects.filter(action="api_key.revoked").count() == 1


def test_too_long_a_reason_revokes_nothing(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any
) -> None:
    key = make_key(acme).key
    answer = sign_in(alice).post(_page(key), {"reason": "x" * 501})
    assert answer.status_code == 400
    assert "Reason: " in words(answer)
    key.refresh_from_db()
    assert key.revoked_at is None


def test_at_most_eight_queries(
    acme: Organization, alice: User, many_keys: Any, sign_in: Any, django_assert_max_num_queries: Any
) -> None:
    keys = many_keys(acme, 12)
    client = sign_in(alice)
    with django_assert_max_num_queries(8):
        assert client.get(_page(keys[0])).status_code == 200
