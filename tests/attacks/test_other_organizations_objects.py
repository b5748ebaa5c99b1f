"""Direct object references: another organization's object answers, to the byte, like one that never existed."""

from typing import Any

from django.test import Client
from django.utils import timezone

from accounts.models import EmailChange, User
from billing_access.access.services import suspend_billing_reads
from orgs import actors
from orgs.models import Organization
from orgs.services import members
from tests.attacks.conftest import WATCHED

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


def test_what_compares_the_state_sees_a_row_of_any_watched_table_go(
    acme: Organization, alice: User, opt_in: Any, filled: Any, state: Any, as_superuser: Any, cells: Any
) -> None:
    """The counter-check of every walk that compares the state before and after."""
    filled("<uuid:key_id>", acme)
    opt_in(acme)
    suspend_billing_reads(acme, actor=actors.command("tests"), reason="An incident")
    now = timezone.now()
    EmailChange.objects.create(user=alice, old_email=alice.email, new_email="alice@new.example", requested_at=now)
    before = state()
    for table in before:
        with cells(table):
            assert as_superuser(f"DELETE FROM {table} WHERE ctid = (SELECT min(ctid) FROM {table})") == 1
            assert {name for name, rows in state().items() if rows != before[name]} == {table}
    assert cells.count == len(WATCHED)
