"""Staff leaves an organization without an active owner, to act in it while nobody there is told or can undo it."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.models import User
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Membership, Organization
from orgs.roles import Role
from orgs.services.members import change_role

SYSTEM = actors.command("tests")
# A browser sends nothing for a box that is not ticked, so this deactivates.
DEACTIVATE = {
    "reason": "Ticket 9",
    "is_staff": "",
    "billing_memberships-TOTAL_FORMS": "0",
    "billing_memberships-INITIAL_FORMS": "0",
}


def _deactivate(staff: Client, person: User) -> str:
    return staff.post(reverse("admin:billing_accounts_user_change", args=[person.pk]), DEACTIVATE).content.decode()


def test_staff_cannot_deactivate_the_last_owner(
    acme: Organization, alice: User, adam: User, dana: User, sign_in: Callable[..., Client]
) -> None:
    assert "alice@example.com is the only owner of Acme Robotics." in _deactivate(sign_in(dana), alice)
    assert User.objects.get(pk=alice.pk).is_active
    assert not AuditEvent.objects.filter(action="user.changed").exists()


def test_with_another_active_owner_it_is_possible_once(
    acme: Organization, alice: User, adam: User, dana: User, sign_in: Callable[..., Client]
) -> None:
    change_role(Membership.objects.get(user=adam), role=Role.OWNER, actor=SYSTEM)
    staff = sign_in(dana)
    _deactivate(staff, alice)
    assert not User.objects.get(pk=alice.pk).is_active
    assert "is the only owner" in _deactivate(staff, adam)
    assert User.objects.get(pk=adam.pk).is_active


@pytest.mark.parametrize("attempt", range(3))
def test_of_two_owners_deactivated_at_once_one_stays(
    transactional_db: None,
    acme: Organization,
    alice: User,
    adam: User,
    dana: User,
    sign_in: Callable[..., Client],
    attempt: int,
) -> None:
    change_role(Membership.objects.get(user=adam), role=Role.OWNER, actor=SYSTEM)
    gate = threading.Barrier(2)

    def run(staff: Client, person: User) -> None:
        gate.wait(10)
        try:
            _deactivate(staff, person)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(sign_in(dana), person)) for person in (alice, adam)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert User.objects.filter(pk__in=[alice.pk, adam.pk], is_active=True).count() == 1
