"""Rotating a key and going back: one successor, its secret shown once."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from billing_access.access import key_format
from billing_access.access.models import ApiKey
from billing_access.access.services import issue_key, revoke_key, rotate_key
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Membership, Organization
from orgs.roles import Role
from orgs.services import members

SYSTEM = actors.command("tests")
FORM = {"overlap_hours": "24", "lifetime_days": "30"}


def _page(key: ApiKey) -> str:
    return f"/o/acme/keys/{key.pk}/rotate/"


def _cancel(key: ApiKey) -> str:
    return f"/o/acme/keys/{key.pk}/cancel-rotation/"


def _secrets(answer: Any) -> list[str]:
    return re.findall(key_format.PATTERN.pattern.removesuffix(r"\Z"), answer.content.decode())


@pytest.mark.parametrize(("hours", "old_key_reads"), [(0, False), (1, True), (24, True), (168, True)])
def test_the_successor_is_shown_once_and_the_old_key_works_as_long_as_was_chosen(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, api: Any, hours: int, old_key_reads: bool
) -> None:
    old = make_key(acme, "runs:read", name="Nightly")
    answer = sign_in(alice).post(_page(old.key), {**FORM, "overlap_hours": hours})
    (secret,) = _secrets(answer)
    assert "no-store" in answer.headers["Cache-Control"]
    new = ApiKey.objects.get(predecessor=old.key)
    assert bytes(new.digest) == key_format.digest(secret)
    assert (new.name, new.scopes, new.expires_at - new.created_at) == ("Nightly", ["runs:read"], timedelta(days=30))
    old.key.refresh_from_db()
    assert old.key.revoked_at is not None
    assert abs(old.key.revoked_at - timezone.now() - timedelta(hours=hours)) < timedelta(minutes=1)
    assert api("/v1/key", secret).status_code == 200
    assert (api("/v1/key", old.secret).status_code == 200) == old_key_reads


def test_a_form_sent_twice_makes_one_successor(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any
) -> None:
    old = make_key(acme, name="Nightly").key
    client = sign_in(alice)
    assert len(_secrets(client.post(_page(old), FORM))) == 1
    again = client.post(_page(old), FORM)
    assert again.status_code == 400
    assert "The key was rotated already. Rotate its successor, or cancel the rotation first." in words(again)
    assert _secrets(again) == []
    assert ApiKey.objects.count() == 2
    assert AuditEvent.objects.filter(action="api_key.rotated").count() == 1


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"overlap_hours": ""}, "The old key: Choose how long the old key keeps working."),
        ({"overlap_hours": "2"}, "The old key: "),
        ({"lifetime_days": "0"}, "Expires after (days): "),
        ({"lifetime_days": "367"}, "Expires after (days): "),
    ],
)
def test_a_fault_is_named_and_no_successor_is_made(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any, changed: dict[str, str], fault: str
) -> None:
    key = make_key(acme).key
    answer = sign_in(alice).post(_page(key), {**FORM, **changed})
    assert answer.status_code == 400
    assert f"There is a problem {fault}" in words(answer)
    key.refresh_from_db()
    assert (ApiKey.objects.count(), key.revoked_at) == (1, None)


def test_a_revoked_key_is_not_rotated(acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any) -> None:
    key = make_key(acme).key
    revoke_key(key, actor=SYSTEM)
    answer = sign_in(alice).post(_page(key), FORM)
    assert answer.status_code == 400
    assert "The key is revoked. Create a new key instead." in words(answer)
    assert ApiKey.objects.count() == 1


def test_a_demoted_creator_does_not_rotate_the_key(acme: Organization, alice: User, adam: User, sign_in: Any) -> None:
    key = issue_key(
        acme, actor=actors.as_member(adam, authenticated_at=timezone.now()), name="Nightly", scopes=["runs:read"]
    ).key
    owner = actors.as_member(alice, authenticated_at=timezone.now())
    members.change_role(Membership.objects.get(user=adam, organization=acme), role=Role.BILLING, actor=owner)
    client = sign_in(adam)
    for answer in (client.get(_page(key)), client.post(_page(key), FORM), client.post(_cancel(key))):
        assert answer.status_code == 403
    assert ApiKey.objects.count() == 1


def test_going_back_keeps_the_old_key_and_ends_the_new_one(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any, api: Any
) -> None:
    old = make_key(acme)
    new = rotate_key(old.key, actor=SYSTEM, overlap_hours=24)
    client = sign_in(alice)
    answer = client.post(_cancel(old.key), follow=True)
    assert answer.redirect_chain == [(f"/o/acme/keys/{old.key.pk}/", 302)]
    assert f"The rotation is canceled: {old.key.hint} keeps working, the new key is revoked." in words(answer)
    assert api("/v1/key", old.secret).status_code == 200
    assert api("/v1/key", new.secret).json()["code"] == "key_revoked"
    again = client.post(_cancel(old.key), follow=True)
    assert "There is no rotation to cancel: the key is not in an overlap." in words(again)
    assert AuditEvent.objects.filter(action="api_key.rotation_canceled").count() == 1


def test_rotating_is_offered_where_it_is_done_and_nowhere_else(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any
) -> None:
    old = make_key(acme).key
    client = sign_in(alice)
    new = rotate_key(old, actor=SYSTEM, overlap_hours=24).key
    why = "The key that this one replaced still works. Revoke it, or wait until its overlap ends."
    for page in (_page(new).removesuffix("rotate/"), _page(new)):
        answer = client.get(page)
        assert why in words(answer)
        assert "Rotate…" not in words(answer)
        assert "Rotate key" not in words(answer)
    assert why in words(client.post(_page(new), FORM))
    revoke_key(old, actor=SYSTEM)
    assert "Rotate…" in words(client.get(_page(new).removesuffix("rotate/")))
    assert "Rotate key" in words(client.get(_page(new)))
    for over in (old, make_key(acme, lifetime_days=5).key):
        ApiKey.objects.filter(pk=over.pk).update(
            created_at=timezone.now() - timedelta(days=2), expires_at=timezone.now() - timedelta(days=1)
        )
        assert "Rotate key" not in words(client.get(_page(over)))
    platform_key = make_key(acme).key
    ApiKey.objects.filter(pk=platform_key.pk).update(is_platform_key=True)
    assert "The platform issued this key and rotates it" in words(client.get(_page(platform_key)))
    assert "Rotate key" not in words(client.get(_page(platform_key)))


@pytest.mark.parametrize("successor_is", ["revoked", "rotated"])
def test_going_back_is_offered_while_the_successor_can_be_ended(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any, successor_is: str
) -> None:
    old = make_key(acme).key
    new = rotate_key(old, actor=SYSTEM, overlap_hours=24).key
    client, page = sign_in(alice), f"/o/acme/keys/{old.pk}/"
    assert "Cancel the rotation" in words(client.get(page))
    if successor_is == "revoked":
        revoke_key(new, actor=SYSTEM)
    else:
        ApiKey.objects.filter(pk=new.pk).update(revoked_at=timezone.now() + timedelta(hours=1))
    said = words(client.get(page))
    assert "Cancel the rotation" not in said
    why = "The successor has been revoked or rotated itself. Create a new key instead."
    assert why in said
    assert why in words(client.post(_cancel(old), follow=True))


def test_going_back_needs_a_fresh_proof(acme: Organization, alice: User, make_key: Any, sign_in: Any) -> None:
    old = make_key(acme).key
    new = rotate_key(old, actor=SYSTEM, overlap_hours=24).key
    answer = sign_in(alice, minutes_ago=16).post(_cancel(old))
    assert answer.headers["Location"].startswith("/account/prove/")
    new.refresh_from_db()
    assert new.revoked_at is None


def test_at_most_eight_queries(
    acme: Organization, alice: User, many_keys: Any, sign_in: Any, django_assert_max_num_queries: Any
) -> None:
    keys = many_keys(acme, 12)
    client = sign_in(alice)
    with django_assert_max_num_queries(8):
        assert client.get(_page(keys[0])).status_code == 200
