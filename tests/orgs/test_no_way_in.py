"""Only the permission rows of a membership open the pages of an organization: every page is tried."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.test import Client
from guardian.shortcuts import assign_perm

from accounts.models import User
from billing_access.access.services import IssuedKey
from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.alerts.services import create_rule
from billing_access.webhooks.models import WebhookDelivery, WebhookEndpoint
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Membership, Organization
from orgs.roles import PERMISSIONS, Role
from orgs.services import invitations, members
from tests.addresses import patterns
from tests.rounds import IN_FULL

SYSTEM = actors.command("tests")
SignIn = Callable[[User], Client]


PAGES = sorted({path for path in patterns() if "<slug:slug>" in path})


@pytest.fixture
def address(
    acme: Organization, make_key: Callable[..., IssuedKey], make_webhook: Callable[..., WebhookEndpoint]
) -> Callable[[str], str]:
    """Return the path of a URL pattern with Acme's ids in it."""
    subject = User.objects.create_user("subject@example.com")
    membership = members.add_member(acme, user=subject, role=Role.MEMBER, actor=SYSTEM)
    invitation = invitations.invite(acme, email="ada@example.com", role=Role.MEMBER, actor=SYSTEM)
    webhook = make_webhook(acme, None)
    delivery = WebhookDelivery.objects.create(id=uuid4(), endpoint=webhook, type="alert.fired", body="{}")
    values = {
        "<slug:slug>": "acme",
        "<uuid:key_id>": str(make_key(acme).key.pk),
        "<uuid:webhook_id>": str(webhook.pk),
        "<uuid:delivery_id>": str(delivery.pk),
        "<uuid:rule_id>": str(create_rule(acme, Parameters("stale_feed", number=9), actor=SYSTEM).pk),
        "<int:membership_id>": str(membership.pk),
        "<int:invitation_id>": str(invitation.pk),
        "<uuid:event_id>": str(AuditEvent.objects.filter(organization_id=acme.public_id).latest("id").pk),
    }

    def fill(pattern: str) -> str:
        for placeholder, value in values.items():
            pattern = pattern.replace(placeholder, value)
        assert "<" not in pattern, "a new placeholder needs a value here"
        return f"/{pattern}"

    return fill


def _widen(person: User, organization: Organization) -> None:
    """Give the person every power that Django and guardian have, except a membership's own rows."""
    group = Group.objects.create(name="everything")
    person.groups.add(group)
    ours = Permission.objects.filter(content_type__app_label="billing_orgs", content_type__model="organization")
    for permission in ours:
        person.user_permissions.add(permission)
        group.permissions.add(permission)
        assign_perm(permission.codename, group, organization)
    person.user_permissions.add(
        *Permission.objects.filter(content_type__app_label__in=("billing_access", "billing_audit"))
    )
    person.is_staff = person.is_superuser = True
    person.save()
    person = User.objects.get(pk=person.pk)
    assert all(person.has_perm(f"orgs.{codename}") for codename, _ in PERMISSIONS)
    assert all(person.has_perm(f"orgs.{codename}", organization) for codename, _ in PERMISSIONS)


def _answers(client: Client, path: str) -> tuple[int, int]:
    """Return the answers to a GET and a POST; what they change is rolled back."""
    statuses = []
    for method in ("get", "post"):
        with transaction.atomic():
            statuses.append(getattr(client, method)(path).status_code)
            transaction.set_rollback(True)
    return statuses[0], statuses[1]


def test_there_are_pages_to_walk() -> None:
    assert len(PAGES) >= 28
    assert "o/<slug:slug>/members/" in PAGES


def test_an_outsider_with_every_other_power_passes_no_page(
    acme: Organization, dana: User, sign_in: SignIn, address: Callable[[str], str], cells: Any
) -> None:
    _widen(dana, acme)
    client = sign_in(dana)
    for pattern in PAGES:
        with cells(pattern):
            assert set(_answers(client, address(pattern))) <= {404, 405}


# Bob's role opens nothing, so each page that one of the other powers opens is found by him. The others: `make soak`.
@pytest.mark.soak
@pytest.mark.parametrize("who", ["bob", "audrey", "bella"] if IN_FULL else ["bob"])
def test_a_member_with_every_other_power_passes_what_the_role_opens_and_no_more(
    acme: Organization,
    sign_in: SignIn,
    address: Callable[[str], str],
    request: pytest.FixtureRequest,
    cells: Any,
    who: str,
) -> None:
    person = request.getfixturevalue(who)
    client = sign_in(person)
    before = {}
    for pattern in PAGES:
        with cells("before", pattern):
            before[pattern] = _answers(client, address(pattern))
    _widen(person, acme)
    for pattern in PAGES:
        with cells(pattern):
            assert _answers(client, address(pattern)) == before[pattern]


def test_an_open_session_ends_at_the_door_with_the_membership(
    acme: Organization, adam: User, sign_in: SignIn, address: Callable[[str], str], cells: Any
) -> None:
    session = sign_in(adam).cookies
    for pattern in PAGES:
        with cells(pattern):
            client = Client()
            client.cookies.update(session)
            path = address(pattern)
            assert set(_answers(client, path)) - {404, 405}
            members.remove_member(Membership.objects.get(user=adam), actor=SYSTEM)
            assert set(_answers(client, path)) <= {404, 405}


def test_every_page_needs_somebody(acme: Organization, address: Callable[[str], str]) -> None:
    for pattern in PAGES:
        answers: Any = _answers(Client(), address(pattern))
        assert set(answers) <= {302, 405}, pattern
