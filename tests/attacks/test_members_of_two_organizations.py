"""A person who belongs to two organizations, with other rights in each, has in each the rights of that one alone."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from accounts.models import User
from billing_access.access import services as access
from billing_access.scopes import ALL_SCOPES
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Membership, Organization
from orgs.services import members, organizations
from tests.attacks.test_removed_meanwhile import SERVICES, subjects  # noqa: F401  (subjects is a fixture)
from tests.rounds import IN_FULL
from tests.test_permission_table import PAGE_TABLE, PEOPLE, form

SYSTEM = actors.command("tests")
METHODS = ("get", "post", "head")
# The role in Acme, and in the other organization: the stronger one first and second. The other pairs: `make soak`.
ROLES = [("owner", "auditor"), ("member", "owner")]
if IN_FULL:
    ROLES += [("admin", "billing"), ("owner", "member"), ("billing", "member")]


@pytest.fixture
def petra(acme: Organization, other: Organization) -> User:
    """A person who belongs to nothing yet."""
    return User.objects.create_user("petra@example.com", name="Petra")


def join(petra: User, acme: Organization, role: str, other: Organization, other_role: str) -> None:
    members.add_member(acme, user=petra, role=role, actor=SYSTEM)
    members.add_member(other, user=petra, role=other_role, actor=SYSTEM)


@pytest.mark.soak
@pytest.mark.parametrize(("role", "other_role"), ROLES)
def test_each_page_answers_by_the_role_there(
    role: str, other_role: str, acme: Organization, other: Organization, petra: User, sign_in: Any, filled: Any,
    configure: Any, signer: Any, seal_events: Any, cells: Any,
) -> None:  # fmt: skip
    configure(AUDIT_VERIFIERS=[str(signer.verifier)])
    join(petra, acme, role, other, other_role)
    pages = {page: row for page, row in PAGE_TABLE.items() if page.startswith("o/")}
    addresses = {(page, each.pk): filled(page, each) for page in pages for each in (acme, other)}
    seal_events()
    client = sign_in(petra)
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    for organization, its_role in ((acme, role), (other, other_role)):
        for page, row in pages.items():
            for method, statuses in zip(("get", "post"), row, strict=True):
                expected = statuses[PEOPLE.index(its_role)]
                if (page, method, its_role) == ("o/<slug:slug>/members/leave/", "post", "owner"):
                    expected = 302  # Others own it too.
                with cells(role, other_role, method, page, organization.slug):
                    client = Client()
                    for name, value in cookies.items():
                        client.cookies[name] = value
                    answer = getattr(client, method)(addresses[page, organization.pk], form(page, organization))
                    assert answer.status_code == expected
    assert cells.count >= 2 * 2 * 25


# Each pair is asked through both organizations, so that one pair is asked with either role.
@pytest.mark.soak
@pytest.mark.parametrize(("role", "other_role"), ROLES if IN_FULL else ROLES[:1])
def test_an_object_is_found_in_its_own_organization_alone(
    role: str, other_role: str, acme: Organization, other: Organization, petra: User, sign_in: Any, filled: Any,
    told: Any, state: Any, organization_pages: list[str], cells: Any,
) -> None:  # fmt: skip
    join(petra, acme, role, other, other_role)
    through = [(acme, other), (other, acme)]
    addresses = {
        (page, own.slug): [filled(page, own, of=of) for of in (theirs, None)]
        for page in organization_pages
        for own, theirs in through
        if "_id>" in page
    }
    session, before = sign_in(petra).cookies, state()
    for (page, slug), (theirs, nowhere) in addresses.items():
        with cells(page, slug):
            client = Client()
            client.cookies.update(session)
            for method in METHODS:
                answer = getattr(client, method)(theirs)
                assert answer.status_code in {403, 404, 405}, method
                assert told(answer) == told(getattr(client, method)(nowhere)), method
            assert state() == before
    assert cells.count >= 20


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["member", "auditor", "billing"])
def test_no_service_takes_the_right_from_the_other_organization(
    role: str,
    acme: Organization,
    other: Organization,
    petra: User,
    subjects: Any,  # noqa: F811
    state: Any,
    cells: Any,
) -> None:
    """Petra owns the other one, and proved who she is a moment ago."""
    join(petra, acme, role, other, "owner")
    by = actors.as_member(petra, authenticated_at=timezone.now())
    before = state()
    for name, act in SERVICES.items():
        with cells(name):
            with pytest.raises(PermissionDenied):
                act(subjects, by)
            assert state() == before
            assert not AuditEvent.objects.filter(actor_id=str(petra.pk)).exists()
    assert cells.count >= 20


def test_the_log_of_one_is_not_searched_through_the_other(
    acme: Organization, other: Organization, petra: User, adam: User, sign_in: Any, make_key: Any, told: Any, cells: Any
) -> None:
    """An id, a request id or a person of Acme finds in the other's log what one that never existed finds."""
    join(petra, acme, "owner", other, "auditor")
    key = make_key(acme).key
    sign_in(adam).get("/o/acme/overview/")
    event = AuditEvent.objects.filter(organization_id=acme.public_id).latest("id")
    pairs = {
        "key": (str(key.pk), "00000000-0000-4000-8000-000000000000"),
        "request_id": (event.request_id, "req_" + "0" * (len(event.request_id) - 4)),
        "actor": ("adam@example.com", "nobody@example.com"),
    }
    for name, (theirs, nowhere) in pairs.items():
        for path in ("/o/other/audit-log/", "/o/other/audit-log/export.csv", "/o/other/audit-log/export.ndjson"):
            with cells(path, name):
                answers = []
                for value in (theirs, nowhere):
                    answer = sign_in(petra).get(path, {name: value}, follow=True)
                    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
                    assert adam.email.encode() not in body.replace(value.encode(), b"")
                    assert key.name.encode() not in body
                    answers.append((answer.status_code, len(body) - body.count(value.encode()) * len(value)))
                assert answers[0] == answers[1]
    assert cells.count == 9


def test_a_key_that_a_member_of_both_issued_reads_one(
    acme: Organization, other: Organization, petra: User, api: Any, opt_in: Any
) -> None:
    join(petra, acme, "owner", other, "owner")
    opt_in(acme)
    by = actors.as_member(petra, authenticated_at=timezone.now())
    secrets = {each: access.issue_key(each, actor=by, name="Both", scopes=ALL_SCOPES).secret for each in (acme, other)}
    for own, secret in secrets.items():
        theirs = other if own == acme else acme
        for path in ("/v1/key", "/v1/billing/state", "/v1/audit-events"):
            answer = api(path, secret)
            assert answer.status_code == 200
            assert theirs.public_id not in answer.content.decode()
            assert own.public_id in answer.content.decode()


def test_a_second_factor_that_one_requires_is_not_asked_for_in_the_other(
    acme: Organization, other: Organization, petra: User, sign_in: Any
) -> None:
    """Nor does the other one's rule, or the lack of it, count for the first."""
    join(petra, acme, "owner", other, "owner")
    organizations.set_second_factor_rule(acme, required=True, actor=SYSTEM)
    client = sign_in(petra)
    for page in ("keys/", "members/invite/", "settings/"):
        assert client.get(f"/o/acme/{page}").status_code == 403
        assert client.get(f"/o/other/{page}").status_code == 200


def test_leaving_one_leaves_the_rights_in_the_other(
    acme: Organization, other: Organization, petra: User, sign_in: Any
) -> None:
    join(petra, acme, "admin", other, "admin")
    members.leave(Membership.objects.get(organization=acme, user=petra), actor=actors.as_member(petra))
    client = sign_in(petra)
    assert client.get("/o/acme/keys/").status_code == 404
    assert client.get("/o/other/keys/").status_code == 200


def test_the_navigation_switches_and_shows_the_links_of_the_role_there(
    acme: Organization, other: Organization, petra: User, sign_in: Any
) -> None:
    join(petra, acme, "owner", other, "auditor")
    client = sign_in(petra)
    page = client.get("/o/acme/keys/").content.decode()
    assert '<a href="/">Organizations</a>' in page
    listed = client.get("/").content.decode()
    assert [f'href="/o/{slug}/"' in listed for slug in ("acme", "other")] == [True, True]
    assert [shown in listed for shown in ("Owner", "Auditor")] == [True, True]
    theirs = client.get("/o/other/", follow=True).content.decode()
    assert "/o/other/audit-log/" in theirs
    for hidden in ("/o/other/keys/", "/o/other/overview/", "/o/acme/"):
        assert hidden not in theirs
