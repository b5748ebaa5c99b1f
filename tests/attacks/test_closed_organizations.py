"""Changing a closed organization: by every service, by its owner and by a command, and while it is being closed."""

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections, transaction
from django.test import Client
from django.utils import timezone

from accounts import staff
from accounts.models import User
from billing_access.access import services as access
from billing_access.access.models import ApiKey
from billing_access.billing.alerts.services import create_rule
from billing_access.billing.tags.registered import register_tag
from billing_access.webhooks.models import WebhookEndpoint
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.access import OrganizationClosed
from orgs.models import Invitation, Membership, Organization
from orgs.services import closing, invitations, members, permission_repair
from tests.attacks.test_removed_meanwhile import SERVICES, day_spend, webhooks_of
from tests.lock_waits import wait_until_it_waits_or_ends
from tests.services import services

SYSTEM = actors.command("tests")
Act = Callable[[dict[str, Any], Any], object]
# Each is refused in a closed organization, to everybody. Those above need a right there.
REFUSED: dict[str, Act] = {
    **{name: act for name, act in SERVICES.items() if name != "closing.close_organization"},
    "platform_keys.register_platform_key": lambda s, by: access.register_platform_key(
        s["acme"], actor=SYSTEM, secret="the-platform-issued-this-key", name="Late", scopes=["runs:read"],
        expires_at=timezone.now() + timedelta(days=9),
    ),
}  # fmt: skip
# What a closed organization still allows. The platform goes on with its books, since the last runs are still to be
# billed, and may stop what is stopped already; a member may leave; permissions are made as the roles say.
STILL = {
    "accounts.open_account",
    "accounts.sync_organization",
    "closing.close_organization",
    "closing.reopen_organization",
    "completeness.mark_complete",
    "credits.credit_run",
    "deletion.delete_organization",
    "entries.add_balance_entry",
    "figures_repair.repair_figures",
    "forgetting.forget_person",
    "members.leave",
    # It takes away, and refuses to give: tests/orgs/services/test_mirror.py.
    "mirror.mirror_membership",
    "mirror.mirror_organization",
    "organizations.identify_organization",
    "permission_repair.mend",
    "pipeline.ingest",
    "reconciliation.reconcile_balance",
    # Closed, it is not evaluated: what is muted changes nothing.
    "services.mute_rule",
    "suspensions.lift_suspension",
    "suspensions.suspend_billing_reads",
    "unit_prices.set_unit_price",
    "void.void_batch",
    "void.void_runs",
}
# They do nothing to an organization that is there. No invitation of a closed one can be accepted: all are revoked.
ELSEWHERE = {
    "email_change.confirm_email_change",
    "email_change.request_email_change",
    "figures_of_all.record_check",
    "invitations.accept",
    "invitations.revoke_all",
    "organizations.create_organization",
    "permission_repair.mend_global",
    "provider_identities.tie_identity",
    "provider_identities.untie_identity",
    "restores.end_sessions_and_links",
    "restores.record_failover",
    "restores.record_restore",
    "second_factor.encrypt_second_factors",
    "secrets.encrypt_webhook_secrets",
    "second_factor.remove_second_factor",
    "staff.change_account",
    "staff.make_link_to_print",
    "staff.note_preset_password",
    "staff.send_reset_link",
    "users.create_user",
    "users.forget_preset_password",
    "users.rename",
}


@pytest.fixture
def subjects(
    acme: Organization, alice: User, adam: User, bob: User, make_key: Any, make_webhook: Any, configure: Any
) -> dict[str, Any]:
    """What the services act on, read before the closing."""
    configure(PLATFORM_KEYS=True)
    access.turn_on_billing_reads(acme, actor=SYSTEM)
    register_tag(acme, "county", actor=SYSTEM)
    rotated = make_key(acme, "runs:read").key
    access.rotate_key(rotated, actor=SYSTEM, overlap_hours=24)
    held = User.objects.create_user("held@example.com")
    members.add_member(acme, user=held, role="member", actor=SYSTEM)
    staff.send_reset_link(held, reason="Lost", actor=SYSTEM)
    return {
        "acme": acme,
        "held": Membership.objects.get(organization=acme, user=held),
        "key": make_key(acme, "runs:read").key,
        "rule": create_rule(acme, day_spend(5), actor=SYSTEM),
        "rotated": rotated,
        "member": Membership.objects.get(organization=acme, user=bob),
        "invited": invitations.invite(acme, email="invited@example.com", role="member", actor=SYSTEM),
        "person": User.objects.create_user("person@example.com"),
        **webhooks_of(acme, alice, make_webhook),
    }


def _close(acme: Organization) -> None:
    closing.close_organization(acme, actor=SYSTEM, reason="Ticket 7")


def test_every_service_says_what_it_does_in_a_closed_organization() -> None:
    assert sorted([*REFUSED, *STILL, *ELSEWHERE]) == sorted(services())


@pytest.mark.parametrize("who", ["owner", "command"])
def test_no_service_changes_it(acme: Any, alice: User, subjects: Any, state: Any, who: str, cells: Any) -> None:
    _close(acme)
    owner = actors.as_member(alice, authenticated_at=timezone.now())
    before, events = state(), AuditEvent.objects.count()
    for name, act in REFUSED.items():
        # Confirming a member is an owner's alone.
        with cells(name), pytest.raises(OrganizationClosed, match=r"Acme Robotics is closed\. Its members can see"):
            act(subjects, SYSTEM if who == "command" and name != "holds.confirm" else owner)
    assert cells.count == len(REFUSED) > 20
    assert (state(), AuditEvent.objects.count()) == (before, events)


def test_a_reopened_one_can_be_changed_again(acme: Any, alice: User, subjects: Any, cells: Any) -> None:
    _close(acme)
    closing.reopen_organization(acme, actor=SYSTEM, reason="Ticket 8")
    owner = actors.as_member(alice, authenticated_at=timezone.now())
    for name, act in REFUSED.items():
        # Others are refusals of their own: the key is revoked, the invitation void, the webhook removed.
        gone = (access.InvalidChange, invitations.InvitationVoid, WebhookEndpoint.DoesNotExist)
        with cells(name), suppress(*gone):
            act(subjects, owner)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "name", ["keys.issue_key", "opt_in.turn_on_billing_reads", "invitations.invite", "members.add_member",
             "platform_keys.register_platform_key", "rotation.cancel_rotation"],
)  # fmt: skip
def test_what_waits_while_it_is_closed_is_refused(acme: Any, alice: User, subjects: Any, name: str) -> None:
    outcome: list[object] = []
    owner = actors.as_member(alice, authenticated_at=timezone.now())

    def run() -> None:
        try:
            outcome.append(REFUSED[name](subjects, owner))
        except Exception as error:
            outcome.append(error)
        finally:
            connections.close_all()

    with transaction.atomic():
        _close(acme)
        thread = threading.Thread(target=run)
        thread.start()
        wait_until_it_waits_or_ends(thread)
    thread.join(30)
    assert type(outcome[0]) is OrganizationClosed
    assert not ApiKey.objects.filter(revoked_at=None).exists()
    assert not Invitation.objects.filter(revoked_at=None).exists()


PAGES = {
    "overview/": 200, "balance/": 200, "billing-reads/": 200, "readers/": 200, "members/": 200, "audit-log/": 200,
    "members/leave/": 200, "": 302,
    "keys/": 403, "keys/new/": 403, "billing-reads/turn-on/": 403, "members/invite/": 403, "settings/": 403,
    "settings/url/": 403, "settings/close/": 403, "settings/tags/": 403, "settings/low-balance/": 403,
    "alerts/": 200, "alerts/new/": 403, "webhooks/": 200, "webhooks/new/": 403,
}  # fmt: skip


def test_its_pages_show_what_is_there_and_say_that_it_is_closed(
    acme: Any, alice: User, sign_in: Callable[[User], Client], cells: Any
) -> None:
    _close(acme)
    for page, status in PAGES.items():
        with cells(page):
            answer = sign_in(alice).get(f"/o/acme/{page}")
            assert answer.status_code == status
            if status != 302:
                assert "Acme Robotics is closed" in answer.content.decode() or (
                    "Acme Robotics has been closed since" in answer.content.decode()
                )
            assert "Only owners and admins" not in answer.content.decode()
            links = {f"/o/acme/{each}" for each, code in PAGES.items() if code == 403}
            assert not [link for link in links if f'href="{link}"' in answer.content.decode()]


def test_its_permissions_are_mended_as_the_roles_say(acme: Any) -> None:
    _close(acme)
    assert permission_repair.mend(acme, actor=SYSTEM) == []
