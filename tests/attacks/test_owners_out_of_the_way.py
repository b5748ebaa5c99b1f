"""An insider puts an owner out of the way while they open something: the owner is told all the same, for 30 days."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from billing_access.access import services
from billing_audit.storage.erasure import erase_personal_data
from orgs import actors
from orgs.models import Membership, Organization
from orgs.roles import Role
from orgs.services import members
from tests.sent_mail import sent_to_each

SYSTEM = actors.command("tests")


@pytest.fixture
def oscar(acme: Organization) -> User:
    """The other owner of Acme, so that Alice may be deactivated."""
    person = User.objects.create_user("oscar@example.com", "x")
    members.add_member(acme, user=person, role=Role.OWNER, actor=SYSTEM)
    return person


@pytest.mark.parametrize("how", ["deactivated", "demoted", "removed"])
@pytest.mark.parametrize("what", ["reads on", "suspension lifted", "key", "wider key", "looser key", "rotated key"])
def test_putting_an_owner_out_of_the_way_does_not_keep_it_from_them(
    acme: Organization, oscar: User, alice: User, make_key: Any, run_jobs: Any, what: str, how: str
) -> None:
    """Before the worker has sent what an owner is told, or just before the change."""
    key = make_key(acme, "runs:read", name="Secret plan").key
    services.change_networks(key, actor=SYSTEM, allowed_networks=["192.0.2.0/24"])
    suspension = services.suspend_billing_reads(acme, actor=SYSTEM, reason="Incident")
    opening: dict[str, Callable[[], object]] = {
        "reads on": lambda: services.turn_on_billing_reads(acme, actor=SYSTEM),
        "suspension lifted": lambda: services.lift_suspension(suspension, actor=SYSTEM, reason="Over"),
        "key": lambda: services.issue_key(acme, actor=SYSTEM, name="Secret plan", scopes=["runs:read"]),
        "wider key": lambda: services.change_scopes(key, actor=SYSTEM, scopes=["runs:read", "billing.state:read"]),
        "looser key": lambda: services.change_networks(key, actor=SYSTEM, allowed_networks=[]),
        "rotated key": lambda: services.rotate_key(key, actor=SYSTEM, overlap_hours=1),
    }
    membership = Membership.objects.get(user=alice)
    putting: dict[str, Callable[[], object]] = {
        "deactivated": lambda: User.objects.filter(pk=alice.pk).update(is_active=False),
        "demoted": lambda: members.change_role(membership, role=Role.MEMBER, actor=SYSTEM),
        "removed": lambda: members.remove_member(membership, actor=SYSTEM),
    }
    run_jobs()
    for first, second in ((opening[what], putting[how]), (putting[how], opening[what])):
        point = transaction.savepoint()
        first()
        second()
        told = sent_to_each(run_jobs)
        opened = told["alice@example.com"].partition("Access to Acme Robotics was widened")[2]
        assert opened
        assert "Secret plan" not in opened
        assert "Access to Acme Robotics was widened" not in told["oscar@example.com"]
        transaction.savepoint_rollback(point)


def test_owners_are_told_for_30_days_and_others_never(
    acme: Organization, oscar: User, alice: User, bella: User, run_jobs: Any
) -> None:
    members.remove_member(Membership.objects.get(user=bella), actor=SYSTEM)
    members.remove_member(Membership.objects.get(user=alice), actor=SYSTEM)
    run_jobs()
    services.turn_on_billing_reads(acme, actor=SYSTEM)
    assert set(sent_to_each(run_jobs)) == {"oscar@example.com", "alice@example.com"}
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=True):
        services.turn_on_billing_reads(acme, actor=SYSTEM, days=9)
        assert set(sent_to_each(run_jobs)) == {"oscar@example.com"}


def test_who_was_erased_is_nottold(
    acme: Organization, oscar: User, alice: User, run_jobs: Any, as_role: Any, statements: Any
) -> None:
    members.remove_member(Membership.objects.get(user=alice), actor=SYSTEM)
    run_jobs()
    with as_role("owner"):
        erase_personal_data(actor=SYSTEM, statements=statements, user_id=str(alice.pk))
    services.turn_on_billing_reads(acme, actor=SYSTEM)
    assert set(sent_to_each(run_jobs)) == {"oscar@example.com"}
