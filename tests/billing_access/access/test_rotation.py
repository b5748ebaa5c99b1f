"""Rotation: the successor, the overlap, and canceling."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from accounts.models import User
from billing_access.access.models import ApiKey
from billing_access.access.services import (
    InvalidChange,
    IssuedKey,
    cancel_rotation,
    change_networks,
    revoke_key,
    rotate_key,
)
from billing_access.scopes import AUDIT_READ, RUNS_READ
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.access import ReauthenticationRequired
from orgs.models import Membership, Organization
from orgs.roles import Role
from orgs.services import members

SYSTEM = actors.command("tests")
Api = Callable[..., Any]
Make = Callable[..., IssuedKey]


def _end_overlap(key: ApiKey) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE billing_api_key SET revoked_at = statement_timestamp() WHERE id = %s", [key.pk])


def _status(api: Api, issued: IssuedKey) -> tuple[int, str]:
    answer = api("/v1/key", issued.secret)
    return answer.status_code, answer.json().get("code", "")


def test_the_successor_is_like_it_and_the_old_key_works_until_the_overlap_ends(
    acme: Organization, make_key: Make, api: Api
) -> None:
    old = make_key(acme, RUNS_READ, name="Nightly")
    change_networks(old.key, actor=SYSTEM, allowed_networks=["127.0.0.0/8"])
    new = rotate_key(old.key, actor=SYSTEM, overlap_hours=24, lifetime_days=30)
    assert new.secret != old.secret
    assert (new.key.name, new.key.scopes, new.key.predecessor_id) == ("Nightly", [RUNS_READ], old.key.pk)
    assert list(map(str, new.key.allowed_networks)) == ["127.0.0.0/8"]
    assert timedelta(days=29, hours=23) < new.key.expires_at - timezone.now() <= timedelta(days=30)
    old.key.refresh_from_db()
    assert old.key.revoked_at is not None
    assert timedelta(hours=23, minutes=59) < old.key.revoked_at - timezone.now() <= timedelta(hours=24)
    assert (_status(api, old), _status(api, new)) == ((200, ""), (200, ""))
    _end_overlap(old.key)
    assert (_status(api, old), _status(api, new)) == ((401, "key_revoked"), (200, ""))


def test_no_overlap_ends_the_old_key_at_once(acme: Organization, make_key: Make, api: Api) -> None:
    old = make_key(acme)
    new = rotate_key(old.key, actor=SYSTEM, overlap_hours=0)
    assert (_status(api, old), _status(api, new)) == ((401, "key_revoked"), (200, ""))


def test_an_old_key_expires_within_its_overlap_too(acme: Organization, make_key: Make, api: Api) -> None:
    old = make_key(acme)
    rotate_key(old.key, actor=SYSTEM, overlap_hours=168)
    ApiKey.objects.filter(pk=old.key.pk).update(expires_at=timezone.now())
    assert _status(api, old) == (401, "key_expired")


@pytest.mark.parametrize("hours", [-1, 2, 23, 169])
def test_another_overlap_is_refused(acme: Organization, make_key: Make, hours: int) -> None:
    with pytest.raises(InvalidChange, match="0, 1, 24, 168 hours"):
        rotate_key(make_key(acme).key, actor=SYSTEM, overlap_hours=hours)
    assert ApiKey.objects.count() == 1


def _rotated(key: ApiKey) -> None:
    rotate_key(key, actor=SYSTEM, overlap_hours=1)


def _revoked(key: ApiKey) -> None:
    revoke_key(key, actor=SYSTEM)


def _expired(key: ApiKey) -> None:
    ApiKey.objects.filter(pk=key.pk).update(expires_at=timezone.now())


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (_rotated, "was rotated already. Rotate its successor, or cancel"),
        (_revoked, "is revoked. Create a new key"),
        (_expired, "is expired. Create a new key"),
    ],
)
def test_what_cannot_be_rotated_says_why(
    acme: Organization, make_key: Make, before: Callable[[ApiKey], None], words: str
) -> None:
    key = make_key(acme).key
    before(key)
    count = ApiKey.objects.count()
    with pytest.raises(InvalidChange, match=words):
        rotate_key(key, actor=SYSTEM, overlap_hours=1)
    assert ApiKey.objects.count() == count


def test_a_successor_waits_until_its_predecessor_is_over(acme: Organization, make_key: Make) -> None:
    old = make_key(acme).key
    new = rotate_key(old, actor=SYSTEM, overlap_hours=24).key
    with pytest.raises(InvalidChange, match="still works"):
        rotate_key(new, actor=SYSTEM, overlap_hours=24)
    _end_overlap(old)
    newest = rotate_key(new, actor=SYSTEM, overlap_hours=24).key
    assert newest.predecessor_id == new.pk
    assert ApiKey.objects.filter(revoked_at=None).get() == newest


def test_the_database_holds_one_living_successor(acme: Organization, make_key: Make) -> None:
    old, other = make_key(acme).key, make_key(acme).key
    rotate_key(old, actor=SYSTEM, overlap_hours=24)
    with pytest.raises(IntegrityError, match="billing_api_key_has_one_successor_at_most"), transaction.atomic():
        ApiKey.objects.filter(pk=other.pk).update(predecessor=old)


def test_cancelling_brings_the_old_key_back_and_ends_the_new_one(acme: Organization, make_key: Make, api: Api) -> None:
    old = make_key(acme)
    new = rotate_key(old.key, actor=SYSTEM, overlap_hours=1)
    cancel_rotation(old.key, actor=SYSTEM)
    assert (_status(api, old), _status(api, new)) == ((200, ""), (401, "key_revoked"))
    assert ApiKey.objects.get(pk=old.key.pk).revoked_at is None
    again = rotate_key(old.key, actor=SYSTEM, overlap_hours=1)
    assert again.key.predecessor_id == old.key.pk


def _never_rotated(key: ApiKey) -> None:
    return


def _over(key: ApiKey) -> None:
    _rotated(key)
    _end_overlap(key)


def _successor_revoked(key: ApiKey) -> None:
    revoke_key(rotate_key(key, actor=SYSTEM, overlap_hours=1).key, actor=SYSTEM)


@pytest.mark.parametrize("before", [_never_rotated, _over, _successor_revoked])
def test_there_is_not_always_a_way_back(acme: Organization, make_key: Make, before: Callable[[ApiKey], None]) -> None:
    key = make_key(acme).key
    before(key)
    ends = ApiKey.objects.get(pk=key.pk).revoked_at
    with pytest.raises(InvalidChange):
        cancel_rotation(key, actor=SYSTEM)
    assert ApiKey.objects.get(pk=key.pk).revoked_at == ends


def test_revoking_in_the_overlap_ends_the_old_key_at_once(acme: Organization, make_key: Make, api: Api) -> None:
    old = make_key(acme)
    rotate_key(old.key, actor=SYSTEM, overlap_hours=168)
    revoke_key(old.key, actor=SYSTEM)
    assert _status(api, old) == (401, "key_revoked")


def test_one_who_could_not_issue_it_does_not_rotate_it(acme: Organization, alice: User, make_key: Make) -> None:
    key = make_key(acme, AUDIT_READ).key
    actor = actors.as_member(alice, authenticated_at=timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM billing_orgs_organizationuserpermission WHERE user_id = %s AND permission_id = "
            "(SELECT id FROM auth_permission WHERE codename = 'view_audit_log' AND content_type_id = "
            "(SELECT id FROM django_content_type WHERE app_label = 'billing_orgs' AND model = 'organization'))",
            [alice.pk],
        )
        assert cursor.rowcount == 1
    with pytest.raises(PermissionDenied):
        rotate_key(key, actor=actor, overlap_hours=1)
    assert ApiKey.objects.count() == 1


@pytest.mark.parametrize("minutes", [15, 16, None])
def test_rotating_and_going_back_ask_who_is_there(
    acme: Organization, alice: User, make_key: Make, minutes: int | None
) -> None:
    key = make_key(acme).key
    proved = timezone.now() - timedelta(minutes=minutes) if minutes else None
    stale = actors.as_member(alice, authenticated_at=proved)
    with pytest.raises(ReauthenticationRequired):
        rotate_key(key, actor=stale, overlap_hours=1)
    rotate_key(key, actor=SYSTEM, overlap_hours=1)
    with pytest.raises(ReauthenticationRequired):
        cancel_rotation(key, actor=stale)
    assert ApiKey.objects.filter(revoked_at=None).count() == 1


def test_a_key_outlives_the_rights_of_its_creator(
    acme: Organization, adam: User, make_key: Make, api: Api, sign_in: Any, alice: User
) -> None:
    issued = make_key(acme, name="Left behind")
    ApiKey.objects.update(created_by=adam, created_by_kind="user")
    page = f"/o/acme/keys/{issued.key.pk}/"
    assert "may no longer" not in sign_in(alice).get(page).content.decode()
    membership = Membership.objects.get(user=adam)
    members.change_role(membership, role=Role.MEMBER, actor=SYSTEM)
    assert "The person who created it may no longer create such keys." in sign_in(alice).get(page).content.decode()
    members.remove_member(membership, actor=SYSTEM)
    assert "The person who created it has left the organization." in sign_in(alice).get(page).content.decode()
    assert _status(api, issued) == (200, "")


def test_both_halves_are_on_the_record(acme: Organization, make_key: Make) -> None:
    old = make_key(acme).key
    new = rotate_key(old, actor=SYSTEM, overlap_hours=1).key
    event = AuditEvent.objects.get(action="api_key.rotated")
    assert (event.target_id, event.changes["successor"]) == (str(old.pk), [None, str(new.pk)])
    assert AuditEvent.objects.filter(action="api_key.created", target_id=str(new.pk)).count() == 1
    cancel_rotation(old, actor=SYSTEM)
    assert AuditEvent.objects.filter(action="api_key.rotation_canceled", target_id=str(old.pk)).count() == 1
    assert AuditEvent.objects.filter(action="api_key.revoked", target_id=str(new.pk)).count() == 1
