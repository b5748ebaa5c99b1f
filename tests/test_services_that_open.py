"""Which services open something: each of them needs a recent proof of who acts, and those that close never do.

"Open" is to give somebody or some key more than they had. Each service stands in one of three tables.
"""

from collections.abc import Callable
from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts import email_change, staff
from accounts.models import EmailChange, User
from accounts.provider_identities import tie_identity, untie_identity
from accounts.restores import end_sessions_and_links
from accounts.second_factor import remove_second_factor
from billing_access.access import services as access
from billing_access.webhooks import services as webhooks
from billing_audit.models import AuditEvent
from billing_audit.record import Actor
from orgs import actors
from orgs.access import RECENT_AUTHENTICATION, Held, ReauthenticationRequired
from orgs.mail.invitation_token import digest_of, new_token
from orgs.models import Membership, OrganizationUserPermission
from orgs.services import (
    closing,
    forgetting,
    holds,
    invitations,
    members,
    mirror,
    organizations,
    permission_repair,
    renaming,
)
from tests.services import services

SYSTEM = actors.command("tests")
# A service that opens or closes, as its arguments say, stands here with the arguments that open.
OPENS: dict[str, Callable[[dict[str, Any], Actor], object]] = {
    # It closes, but for good what keys can do, and everybody's work stops.
    "closing.close_organization": lambda s, by: closing.close_organization(s["acme"], reason="over", actor=by),
    "closing.reopen_organization": lambda s, by: closing.reopen_organization(s["closed"], reason="back", actor=by),
    # It opens nothing, but who renames an organization sends its members elsewhere.
    "renaming.rename_organization": lambda s, by: renaming.rename_organization(s["acme"], slug="acme-2", actor=by),
    "invitations.invite": lambda s, by: invitations.invite(s["acme"], email="n@example.com", role="auditor", actor=by),
    "invitations.resend": lambda s, by: invitations.resend(s["invited"], actor=by),
    "keys.change_networks": lambda s, by: access.change_networks(s["key"], actor=by, allowed_networks=[]),
    "keys.change_scopes": lambda s, by: access.change_scopes(s["key"], actor=by, scopes=["runs:read", "audit:read"]),
    "keys.issue_key": lambda s, by: access.issue_key(s["acme"], actor=by, name="New", scopes=["runs:read"]),
    "members.add_member": lambda s, by: members.add_member(s["acme"], user=s["person"], role="auditor", actor=by),
    "members.change_role": lambda s, by: members.change_role(s["bob"], role="auditor", actor=by),
    "mirror.mirror_membership": lambda s, by: mirror.mirror_membership(
        s["mirrored"], user=s["person"], role="auditor", actor=by
    ),
    "opt_in.turn_on_billing_reads": lambda s, by: access.turn_on_billing_reads(s["acme"], actor=by),
    "organizations.set_second_factor_rule": lambda s, by: organizations.set_second_factor_rule(
        s["strict"], required=False, actor=by
    ),
    "permission_repair.mend": lambda s, by: permission_repair.mend(s["acme"], actor=by),
    "platform_keys.register_platform_key": lambda s, by: access.register_platform_key(
        s["acme"],
        actor=by,
        secret="the-platform-issued-this-key",
        name="Platform",
        scopes=["runs:read"],
        expires_at=timezone.now() + timedelta(days=9),
    ),
    "rotation.cancel_rotation": lambda s, by: access.cancel_rotation(s["rotated"], actor=by),
    "rotation.rotate_key": lambda s, by: access.rotate_key(s["key"], actor=by, overlap_hours=1),
    "suspensions.lift_suspension": lambda s, by: access.lift_suspension(s["suspension"], actor=by, reason="over"),
    "provider_identities.tie_identity": lambda s, by: tie_identity(
        s["adam"].user, provider="new", uid="1", data={}, actor=by
    ),
    # It closes, but who unties all that signs a person in, and sets a password, has taken over their account.
    "provider_identities.untie_identity": lambda s, by: untie_identity(s["adam"].user, provider="tied", actor=by),
    "holds.confirm": lambda s, by: holds.confirm(s["held"], actor=by),
    "email_change.request_email_change": lambda s, by: email_change.request_email_change(
        s["adam"].user, email="adam@new.example", actor=by
    ),
    "email_change.confirm_email_change": lambda s, by: email_change.confirm_email_change(
        _waiting_change(s["adam"].user), actor=by
    ),
    "endpoints.create_endpoint": lambda s, by: webhooks.create_endpoint(
        s["acme"], url="https://hooks.example.com/new", topics=["alert"], actor=by
    ),
    "endpoints.change_endpoint": lambda s, by: webhooks.change_endpoint(
        s["webhook"], topics=["alert", "audit.event"], shape="native", actor=by
    ),
    "secrets.rotate_secret": lambda s, by: webhooks.rotate_secret(s["webhook"], overlap_hours=1, actor=by),
    "states.adopt_endpoint": lambda s, by: webhooks.adopt_endpoint(s["paused"], actor=by),
    "states.turn_on_again": lambda s, by: webhooks.turn_on_again(s["disabled"], actor=by),
    "second_factor.remove_second_factor": lambda s, by: remove_second_factor(s["dan"], reason="lost", actor=by),
    "staff.change_account": lambda s, by: staff.change_account(s["dan"], is_staff=True, reason="new", actor=by),
    "staff.send_reset_link": lambda s, by: staff.send_reset_link(s["dan"], reason="lost", actor=by),
}
CLOSES: dict[str, Callable[[dict[str, Any], Actor], object]] = {
    "forgetting.forget_person": lambda s, by: forgetting.forget_person(s["bob"].user, actor=by),
    "endpoints.change_endpoint": lambda s, by: webhooks.change_endpoint(
        s["both"], topics=["alert"], shape="native", actor=by
    ),
    "endpoints.remove_endpoint": lambda s, by: webhooks.remove_endpoint(s["webhook"], actor=by),
    "invitations.revoke": lambda s, by: invitations.revoke(s["invited"], actor=by),
    "invitations.revoke_all": lambda s, by: invitations.revoke_all(actor=by),
    "keys.revoke_key": lambda s, by: access.revoke_key(s["key"], actor=by),
    "members.leave": lambda s, by: members.leave(s["adam"], actor=by),
    "members.remove_member": lambda s, by: members.remove_member(s["bob"], actor=by),
    "opt_in.turn_off_billing_reads": lambda s, by: access.turn_off_billing_reads(s["acme"], actor=by),
    "permission_repair.mend_global": lambda s, by: permission_repair.mend_global(actor=by),
    "restores.end_sessions_and_links": lambda s, by: end_sessions_and_links(reason="x", actor=by),
    "staff.change_account": lambda s, by: staff.change_account(s["dan"], is_active=False, reason="left", actor=by),
    "suspensions.suspend_billing_reads": lambda s, by: access.suspend_billing_reads(s["acme"], actor=by, reason="x"),
}
# They give nobody access: they are about figures, names and settings. ``create_organization`` makes an organization of
# which nothing can be read yet, ``mirror_organization`` one without members, ``accept`` gives what the inviter has
# proved for, and a new person may do nothing. ``note_preset_password`` and ``make_link_to_print`` are a command's
# alone, and so is what records a restore or a failover.
NEUTRAL = {
    # An operator's command alone, as the owner of the tables: tests/orgs/management/test_delete_organization.py.
    "deletion.delete_organization",
    # An alert e-mails figures to members who may see them anyway; a muted rule is silent for that member alone.
    "services.change_rule",
    "services.create_rule",
    "services.mute_rule",
    "services.remove_rule",
    "services.send_test",
    # A test carries no figure. What is sent again goes where it was to go, and whether it may is decided again.
    "deliveries.send_again",
    "deliveries.send_test",
    # A command's: the secrets stay what they are.
    "secrets.encrypt_webhook_secrets",
    "accounts.open_account",
    "accounts.sync_organization",
    "completeness.mark_complete",
    "credits.credit_run",
    "entries.add_balance_entry",
    "figures_of_all.record_check",
    "figures_repair.repair_figures",
    "invitations.accept",
    "low_balance.set_low_balance_threshold",
    "mirror.mirror_organization",
    "organizations.create_organization",
    "organizations.identify_organization",
    "organizations.set_time_zone",
    "pipeline.ingest",
    "reconciliation.reconcile_balance",
    "restores.record_failover",
    "restores.record_restore",
    "registered.register_tag",
    "registered.unregister_tag",
    "unit_prices.set_unit_price",
    "void.void_batch",
    "void.void_runs",
    "second_factor.encrypt_second_factors",
    "staff.make_link_to_print",
    "staff.note_preset_password",
    "users.create_user",
    "users.forget_preset_password",
    "users.rename",
}
# Of the services that open or close, these are the platform's alone: no member may do them.
PLATFORMS = {
    "closing.reopen_organization",
    "forgetting.forget_person",
    "invitations.revoke_all",
    "mirror.mirror_membership",
    "restores.end_sessions_and_links",
    "permission_repair.mend",
    "permission_repair.mend_global",
    "platform_keys.register_platform_key",
    "suspensions.lift_suspension",
    "suspensions.suspend_billing_reads",
    "second_factor.remove_second_factor",
    "staff.change_account",
    "staff.send_reset_link",
}
# These are no command's either: an owner, or the person alone, does them.
PERSONS = {
    # A webhook needs a member who holds it.
    "endpoints.create_endpoint",
    "states.adopt_endpoint",
    "holds.confirm",
    "email_change.request_email_change",
    "email_change.confirm_email_change",
    "provider_identities.tie_identity",
    "provider_identities.untie_identity",
}


def _waiting_change(person: User) -> EmailChange:
    return EmailChange.objects.create(
        user=person,
        old_email=person.email,
        new_email="adam@new.example",
        requested_at=timezone.now(),
        confirm_digest=digest_of(new_token()),
    )


@pytest.fixture
def subjects(acme: Any, adam: User, bob: User, make_key: Any, make_webhook: Any, configure: Any) -> dict[str, Any]:
    """What the services act on: each gets a copy, since it changes it. One of Adam's permissions is to be mended."""
    configure(PLATFORM_KEYS=True)
    key = make_key(acme, "runs:read").key
    access.change_networks(key, actor=SYSTEM, allowed_networks=["192.0.2.0/24"])
    rotated = make_key(acme, "runs:read").key
    access.rotate_key(rotated, actor=SYSTEM, overlap_hours=24)
    strict = organizations.create_organization(name="Strict", slug="strict", owner=adam, actor=SYSTEM)
    organizations.set_second_factor_rule(strict, required=True, actor=SYSTEM)
    adam.authenticator_set.create(type="totp", data={})
    closed = organizations.create_organization(name="Closed", slug="closed", owner=adam, actor=SYSTEM)
    closing.close_organization(closed, reason="over", actor=SYSTEM)
    SocialAccount.objects.create(user=adam, provider="tied", uid="1")
    of_adam = OrganizationUserPermission.objects.filter(content_object=acme, user=adam)
    of_adam.filter(permission__codename="view_billing").delete()
    dan = User.objects.create_user("dan@example.com")
    dan.authenticator_set.create(type="totp", data={})
    staff.send_reset_link(
        members.add_member(acme, user=dan, role="member", actor=SYSTEM).user, reason="x", actor=SYSTEM
    )
    return {
        "acme": acme,
        "strict": strict,
        "closed": closed,
        "mirrored": mirror.mirror_organization(external_id="team-7", name="Blue Team", slug="blue", actor=SYSTEM),
        "key": key,
        "webhook": make_webhook(acme, adam),
        "both": make_webhook(acme, adam, "alert", "audit.event", url="https://hooks.example.com/both"),
        "paused": make_webhook(acme, None, url="https://hooks.example.com/paused", state="paused"),
        "disabled": make_webhook(acme, adam, url="https://hooks.example.com/disabled", state="disabled"),
        "rotated": rotated,
        "adam": Membership.objects.get(organization=acme, user=adam),
        "bob": Membership.objects.get(organization=acme, user=bob),
        "invited": invitations.invite(acme, email="invited@example.com", role="billing", actor=SYSTEM),
        "person": User.objects.create_user("person@example.com"),
        "dan": dan,
        "held": Membership.objects.get(organization=acme, user=dan),
        "suspension": access.suspend_billing_reads(None, actor=SYSTEM, reason="incident"),
    }


@pytest.fixture
def doer(adam: User, dana: User) -> Callable[[str], User]:
    """Return who does this service: an owner, an admin, or staff."""
    return lambda name: User.objects.get(email=_email_of_doer(name))


def _email_of_doer(name: str) -> str:
    if name in PLATFORMS:
        return "dana@example.com"
    is_owners = name in {"holds.confirm", "closing.close_organization"}
    return "alice@example.com" if is_owners else "adam@example.com"


def _acting(name: str, person: User, proved_at: Any) -> Actor:
    kind: Any = "staff" if name in PLATFORMS else "user"
    return Actor(kind, str(person.pk), person.email, authenticated_at=proved_at)


@pytest.fixture
def stale(doer: Callable[[str], User]) -> Callable[[str], Actor]:
    """Return who does this service, whose proof has just become too old."""
    return lambda name: _acting(name, doer(name), timezone.now() - RECENT_AUTHENTICATION)


@pytest.fixture
def fresh(doer: Callable[[str], User]) -> Callable[[str], Actor]:
    """Return who does this service, and has just proved who they are; a command where that may."""
    return lambda name: _acting(name, doer(name), timezone.now()) if name in PERSONS else SYSTEM


def test_each_service_stands_in_one_table() -> None:
    # A change of an account or a webhook opens or closes, as its arguments say; so do other services (see OPENS).
    assert sorted({*OPENS, *CLOSES, *NEUTRAL}) == sorted(services())
    assert {*OPENS} & {*CLOSES} == {"endpoints.change_endpoint", "staff.change_account"}
    assert not ({*OPENS} | {*CLOSES}) & NEUTRAL


def test_what_opens_needs_a_recent_proof(subjects: Any, stale: Any, fresh: Any, cells: Any) -> None:
    for name in OPENS:
        with cells(name):
            before, some = AuditEvent.objects.count(), deepcopy(subjects)
            with pytest.raises(ReauthenticationRequired):
                OPENS[name](some, stale(name))
            assert AuditEvent.objects.count() == before
            OPENS[name](some, fresh(name))
            assert AuditEvent.objects.count() > before
    assert cells.count == len(OPENS)


def test_what_opens_is_refused_to_a_held_person(subjects: Any, doer: Any, cells: Any) -> None:
    for name in OPENS:
        with cells(name):
            staff.send_reset_link(doer(name), reason="Ticket 9", actor=SYSTEM)
            before = AuditEvent.objects.count()
            with pytest.raises(Held):
                OPENS[name](deepcopy(subjects), _acting(name, doer(name), timezone.now()))
            assert AuditEvent.objects.count() == before
    assert cells.count == len(OPENS)


def test_what_opens_is_open_to_a_held_person_whom_an_owner_confirmed(subjects: Any, doer: Any, cells: Any) -> None:
    for name in sorted({*OPENS} - PLATFORMS - PERSONS):
        with cells(name):
            staff.send_reset_link(doer(name), reason="Ticket 9", actor=SYSTEM)
            Membership.objects.filter(user=doer(name)).update(hold_confirmed_until=doer(name).held_until)
            before = AuditEvent.objects.count()
            OPENS[name](deepcopy(subjects), _acting(name, doer(name), timezone.now()))
            assert AuditEvent.objects.count() > before
    assert cells.count > 9


def test_what_closes_needs_none(subjects: Any, stale: Any, cells: Any) -> None:
    for name in CLOSES:
        with cells(name):
            CLOSES[name](deepcopy(subjects), stale(name))
    assert cells.count == len(CLOSES)


@pytest.mark.parametrize("name", ["organization", "platform"])
def test_lifting_what_is_lifted_asks_for_none(name: str, subjects: Any, acme: Any, stale: Any) -> None:
    of = acme if name == "organization" else None
    suspension = access.suspend_billing_reads(of, actor=SYSTEM, reason="incident")
    staff = stale("suspensions.lift_suspension")
    access.lift_suspension(suspension, actor=SYSTEM, reason="over")
    before = AuditEvent.objects.count()
    access.lift_suspension(suspension, actor=staff, reason="over")
    assert AuditEvent.objects.count() == before


def test_what_is_the_platforms_is_no_members(subjects: Any, adam: User, cells: Any) -> None:
    for name in sorted(PLATFORMS):
        with cells(name), pytest.raises(PermissionDenied):
            {**CLOSES, **OPENS}[name](deepcopy(subjects), actors.as_member(adam, authenticated_at=timezone.now()))
    assert cells.count == len(PLATFORMS)
