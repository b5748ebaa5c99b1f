"""Direct object references: another organization's object answers, to the byte, like one that never existed."""

from typing import Any

from django.test import Client

from accounts.models import User
from orgs import actors
from orgs.models import Organization
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
    organization_pages: list[str],
    cells: Any,
) -> None:
    """Its slug, with its own objects: for another's owner it is a slug that nobody took."""
    addresses = {page: filled(page, other) for page in organization_pages}
    session, before = sign_in(alice).cookies, state()
    for page, theirs in addresses.items():
        nowhere = theirs.replace("/other/", "/no-such-organization/")
        with cells(page):
            client = Client()
            client.cookies.update(session)
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
    organization_pages: list[str],
    cells: Any,
) -> None:
    """An address of one's own organization that names another's key, member or invitation."""
    addresses = {page: [filled(page, acme, of=of) for of in (acme, other, None)] for page in organization_pages}
    session, before = sign_in(alice).cookies, state()
    for page, (own, theirs, nowhere) in addresses.items():
        if own == nowhere:
            continue  # No object in this address.
        with cells(page):
            client = Client()
            client.cookies.update(session)
            for method in METHODS:
                answer = getattr(client, method)(theirs)
                assert answer.status_code in {404, 405}, method
                assert told(answer) == told(getattr(client, method)(nowhere)), method
            assert state() == before
            # The counter-check: one's own object is there.
            assert client.get(own).status_code in {200, 302, 405}
    assert cells.count >= 10


def test_a_member_of_both_meets_each_object_in_its_own_organization_only(
    acme: Organization,
    other: Organization,
    alice: User,
    sign_in: Any,
    filled: Any,
    told: Any,
    organization_pages: list[str],
    cells: Any,
) -> None:
    """A person with permissions in both organizations cannot mix them."""
    members.add_member(other, user=alice, role="owner", actor=actors.command("tests"))
    addresses = {page: [filled(page, acme, of=of) for of in (acme, other, None)] for page in organization_pages}
    in_other = {page: filled(page, other) for page in organization_pages}
    session = sign_in(alice).cookies
    for page, (own, theirs, nowhere) in addresses.items():
        if own == nowhere:
            continue
        with cells(page):
            client = Client()
            client.cookies.update(session)
            for method in METHODS:
                assert told(getattr(client, method)(theirs)) == told(getattr(client, method)(nowhere)), method
            assert client.get(in_other[page]).status_code in {200, 302, 405}
    assert cells.count >= 10
