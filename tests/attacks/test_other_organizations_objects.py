"""Direct object references: another organization's object answers, to the byte, like one that never existed."""

from typing import Any

from orgs import actors
from orgs.models import Organization, User
from orgs.services import members

METHODS = ("get", "post", "head")


def test_another_organization_is_no_organization(
    acme: Organization,
    alice: User,
    other: Organization,
    sign_in: Any,
    filled: Any,
    told: Any,
    state: Any,
    organization_page: str,
) -> None:
    """Their organization's slug with their own objects: to an outsider it is a slug that does not exist."""
    client = sign_in(alice)
    theirs = filled(organization_page, other)
    nowhere = theirs.replace("/other/", "/no-such-organization/")
    before = state()
    for method in METHODS:
        answer = getattr(client, method)(theirs)
        assert answer.status_code in {404, 405}, method
        assert told(answer) == told(getattr(client, method)(nowhere)), method
    assert state() == before


def test_their_object_through_ones_own_organization(
    acme: Organization,
    alice: User,
    other: Organization,
    sign_in: Any,
    filled: Any,
    told: Any,
    state: Any,
    organization_page: str,
) -> None:
    """A path of one's own organization with the id of another's key, member or invitation."""
    own, theirs, nowhere = (filled(organization_page, acme, of=of) for of in (acme, other, None))
    if own == nowhere:
        return  # The path has no object.
    client = sign_in(alice)
    before = state()
    for method in METHODS:
        answer = getattr(client, method)(theirs)
        assert answer.status_code in {404, 405}, method
        assert told(answer) == told(getattr(client, method)(nowhere)), method
        # The counter-check: the own object exists.
        assert client.get(own).status_code in {200, 302, 405}
    assert state() == before


def test_a_member_of_both_meets_each_object_in_its_own_organization_only(
    acme: Organization, other: Organization, alice: User, sign_in: Any, filled: Any, told: Any, organization_page: str
) -> None:
    """A person with permissions in both organizations cannot mix them."""
    members.add_member(other, user=alice, role="owner", actor=actors.command("tests"))
    own, theirs, nowhere = (filled(organization_page, acme, of=of) for of in (acme, other, None))
    if own == nowhere:
        return
    client = sign_in(alice)
    for method in METHODS:
        assert told(getattr(client, method)(theirs)) == told(getattr(client, method)(nowhere)), method
    assert client.get(filled(organization_page, other)).status_code in {200, 302, 405}
