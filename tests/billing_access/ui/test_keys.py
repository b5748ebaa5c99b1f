"""The list of keys: newest first, each with what it may, whether it lives, when it was used and whose it is."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from billing_access.access.models import ApiKey
from billing_access.access.services import change_networks, issue_key, revoke_key, rotate_key
from orgs import actors
from orgs.models import Membership, Organization
from orgs.services import members

SYSTEM = actors.command("tests")
PAGE = "/o/acme/keys/"


def test_without_a_key_it_offers_to_make_one(
    acme: Organization, other: Organization, alice: User, make_key: Any, sign_in: Any, words: Any
) -> None:
    make_key(other, name="Theirs")
    said = words(sign_in(alice).get(PAGE))
    assert "No key yet" in said
    assert "Create key" in said
    assert "Theirs" not in said


def test_each_key_says_what_became_of_it_newest_first(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any
) -> None:
    make_key(acme, "billing.state:read", "runs:read", name="First")
    revoke_key(make_key(acme, name="Second").key, actor=SYSTEM)
    expired = make_key(acme, name="Third").key
    ApiKey.objects.filter(pk=expired.pk).update(
        created_at=timezone.now() - timedelta(hours=2), expires_at=timezone.now() - timedelta(hours=1)
    )
    rotate_key(make_key(acme, name="Fourth").key, actor=SYSTEM, overlap_hours=24)
    used = make_key(acme, name="Fifth").key
    change_networks(used, actor=SYSTEM, allowed_networks=["203.0.113.0/24", "2001:db8::/48"])
    at = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    ApiKey.objects.filter(pk=used.pk).update(last_used_at=at, last_used_address="203.0.113.9")
    said = words(sign_in(alice).get(PAGE))
    order = [said.index(f"{name} bak_live_") for name in ("Fifth", "Fourth", "Second", "First", "Third")]
    assert order == sorted(order)
    rows = {name: said[said.index(f"{name} bak_live_") :] for name in ("First", "Second", "Third", "Fifth")}
    assert "billing.state:read runs:read Active Created by the platform Never" in rows["First"]
    assert "Revoked" in rows["Second"].split(" Never")[0]
    assert "Expired" in rows["Third"].split(" Never")[0]
    assert said.count("Fourth bak_live_") == 2
    assert said.count("Replaced") == 1
    assert "end of its overlap" in said
    assert (
        "Active Only from 2 listed addresses Created by the platform 20 Nov 2026, 09:30 UTC 203.0.113.9"
        in rows["Fifth"]
    )


def test_times_are_the_organizations_with_utc_beside_them(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any
) -> None:
    Organization.objects.filter(pk=acme.pk).update(time_zone="Asia/Kolkata")
    key = make_key(acme).key
    ApiKey.objects.filter(pk=key.pk).update(last_used_at=datetime(2026, 11, 20, 23, 0, tzinfo=UTC))
    page = sign_in(alice).get(PAGE)
    # There it is the next day already.
    assert "21 Nov 2026, 04:30 (20 Nov, 23:00 UTC)" in words(page)
    assert 'datetime="2026-11-20T23:00:00Z"' in page.content.decode()


def test_what_became_of_a_creator_is_said_of_living_keys(
    acme: Organization, alice: User, adam: User, make_key: Any, sign_in: Any, words: Any
) -> None:
    made_by_adam = actors.as_member(adam, authenticated_at=timezone.now())
    issue_key(acme, actor=made_by_adam, name="Nightly", scopes=["runs:read"])
    make_key(acme, name="By a command")
    client = sign_in(alice)
    assert "The person who created it" not in words(client.get(PAGE))
    membership = Membership.objects.get(user=adam, organization=acme)
    owner = actors.as_member(alice, authenticated_at=timezone.now())
    members.change_role(membership, role="billing", actor=owner)
    assert words(client.get(PAGE)).count("Adam. The person who created it may no longer create such keys.") == 1
    members.remove_member(Membership.objects.get(pk=membership.pk), actor=owner)
    assert words(client.get(PAGE)).count("Adam. The person who created it has left the organization.") == 1
    adam.delete()
    assert "a person who was deleted. The person who created it has left the organization." in words(client.get(PAGE))
    for key in ApiKey.objects.all():
        revoke_key(key, actor=SYSTEM)
    assert "The person who created it" not in words(client.get(PAGE))


@pytest.mark.parametrize("number", [1, 24])
def test_at_most_eight_queries_whatever_the_number_of_keys(
    acme: Organization, alice: User, many_keys: Any, sign_in: Any, django_assert_max_num_queries: Any, number: int
) -> None:
    many_keys(acme, number)
    client = sign_in(alice)
    with django_assert_max_num_queries(8):
        assert client.get(PAGE).status_code == 200


def test_a_key_says_when_it_ends_or_ended(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any
) -> None:
    make_key(acme, name="Soon", lifetime_days=9)
    make_key(acme, name="Later", lifetime_days=90)
    revoked = make_key(acme, name="Gone", lifetime_days=9).key
    revoke_key(revoked, actor=SYSTEM)
    revoked.refresh_from_db()
    said = words(sign_in(alice).get(PAGE))
    assert said.count("Ends soon") == 1
    assert "Ends soon" in said.split("Soon bak_live_")[1]
    assert f"Never {revoked.revoked_at:%-d %b %Y, %H:%M} UTC revoked" in said
