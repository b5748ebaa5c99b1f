"""An admin is removed while their change waits: the right is read after the organization's lock, so nothing changes."""

import threading
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connections, transaction
from django.utils import timezone

from accounts import staff, users
from accounts.models import User
from accounts.second_factor import remove_second_factor
from billing_access.access import services as access
from billing_access.billing.alerts import services as alerts
from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.ledger.low_balance import set_low_balance_threshold
from billing_access.billing.models import Account, RegisteredTag
from billing_access.billing.tags.registered import register_tag, unregister_tag
from billing_access.webhooks import services as webhooks
from billing_access.webhooks.models import WebhookDelivery
from billing_audit.models import AuditEvent
from billing_audit.record import Actor
from orgs import actors
from orgs.models import Membership
from orgs.services import closing, holds, invitations, members, organizations, renaming
from tests.lock_waits import wait_until_it_waits_or_ends
from tests.services import services

SYSTEM = actors.command("tests")


def day_spend(amount: int) -> Parameters:
    return Parameters("day_spend", amount_usd=Decimal(amount))


# Each acts on what ``subjects`` made: the organization, keys, a membership, an invitation and a person.
SERVICES: dict[str, Callable[[dict[str, Any], Any], object]] = {
    "closing.close_organization": lambda s, by: closing.close_organization(s["acme"], actor=by),
    "renaming.rename_organization": lambda s, by: renaming.rename_organization(s["acme"], slug="acme-2", actor=by),
    "invitations.invite": lambda s, by: invitations.invite(s["acme"], email="n@example.com", role="member", actor=by),
    "invitations.resend": lambda s, by: invitations.resend(s["invited"], actor=by),
    "invitations.revoke": lambda s, by: invitations.revoke(s["invited"], actor=by),
    "holds.confirm": lambda s, by: holds.confirm(s["held"], actor=by),
    "keys.change_networks": lambda s, by: access.change_networks(s["key"], actor=by, allowed_networks=["192.0.2.0/24"]),
    "keys.change_scopes": lambda s, by: access.change_scopes(s["key"], actor=by, scopes=["billing.state:read"]),
    "keys.issue_key": lambda s, by: access.issue_key(s["acme"], actor=by, name="New", scopes=["runs:read"]),
    "keys.revoke_key": lambda s, by: access.revoke_key(s["key"], actor=by),
    "low_balance.set_low_balance_threshold": lambda s, by: set_low_balance_threshold(s["acme"], Decimal(5), actor=by),
    "members.add_member": lambda s, by: members.add_member(s["acme"], user=s["person"], role="member", actor=by),
    "members.change_role": lambda s, by: members.change_role(s["member"], role="auditor", actor=by),
    "members.remove_member": lambda s, by: members.remove_member(s["member"], actor=by),
    "opt_in.turn_off_billing_reads": lambda s, by: access.turn_off_billing_reads(s["acme"], actor=by),
    "opt_in.turn_on_billing_reads": lambda s, by: access.turn_on_billing_reads(s["acme"], actor=by, days=9),
    "organizations.set_second_factor_rule": lambda s, by: organizations.set_second_factor_rule(
        s["acme"], required=False, actor=by
    ),
    "organizations.set_time_zone": lambda s, by: organizations.set_time_zone(s["acme"], "Asia/Tokyo", actor=by),
    "registered.register_tag": lambda s, by: register_tag(s["acme"], "state", actor=by),
    "registered.unregister_tag": lambda s, by: unregister_tag(s["acme"], "county", actor=by),
    "rotation.cancel_rotation": lambda s, by: access.cancel_rotation(s["rotated"], actor=by),
    "rotation.rotate_key": lambda s, by: access.rotate_key(s["key"], actor=by, overlap_hours=1),
    "services.change_rule": lambda s, by: alerts.change_rule(s["rule"], day_spend(9), actor=by),
    "services.create_rule": lambda s, by: alerts.create_rule(s["acme"], day_spend(7), actor=by),
    "services.remove_rule": lambda s, by: alerts.remove_rule(s["rule"], actor=by),
    "services.send_test": lambda s, by: alerts.send_test(s["rule"], actor=by),
    "endpoints.create_endpoint": lambda s, by: webhooks.create_endpoint(
        s["acme"], url="https://hooks.example.com/new", topics=["alert"], actor=by
    ),
    "endpoints.change_endpoint": lambda s, by: webhooks.change_endpoint(
        s["webhook"], topics=["alert", "audit.event"], shape="native", actor=by
    ),
    "endpoints.remove_endpoint": lambda s, by: webhooks.remove_endpoint(s["webhook"], actor=by),
    "secrets.rotate_secret": lambda s, by: webhooks.rotate_secret(s["webhook"], overlap_hours=1, actor=by),
    "states.adopt_endpoint": lambda s, by: webhooks.adopt_endpoint(s["paused"], actor=by),
    "states.turn_on_again": lambda s, by: webhooks.turn_on_again(s["disabled"], actor=by),
    "deliveries.send_test": lambda s, by: webhooks.send_test(s["webhook"], actor=by),
    "deliveries.send_again": lambda s, by: webhooks.send_again(s["delivery"], actor=by),
}


def webhooks_of(organization: Any, holder: User | None, make_webhook: Any) -> dict[str, Any]:
    """Webhooks in each state that a service changes, and a delivery that can be sent again."""
    webhook = make_webhook(organization, holder)
    return {
        "webhook": webhook,
        "paused": make_webhook(organization, None, url="https://hooks.example.com/paused", state="paused"),
        "disabled": make_webhook(organization, holder, url="https://hooks.example.com/disabled", state="disabled"),
        "delivery": WebhookDelivery.objects.create(
            id=uuid4(), endpoint=webhook, type="alert.fired", body="{}", state="failed"
        ),
    }


# These need no right in the organization: they are the platform's alone, or a person's own. What staff do to
# people is attacked below.
OTHERS = {
    "accounts.open_account",
    "accounts.sync_organization",
    "closing.reopen_organization",
    "completeness.mark_complete",
    "entries.add_balance_entry",
    "figures_of_all.record_check",
    "figures_repair.repair_figures",
    "forgetting.forget_person",
    "invitations.accept",
    "invitations.revoke_all",
    "members.leave",
    "mirror.mirror_membership",
    "mirror.mirror_organization",
    "organizations.create_organization",
    "organizations.identify_organization",
    "permission_repair.mend",
    "permission_repair.mend_global",
    "credits.credit_run",
    "deletion.delete_organization",
    "email_change.confirm_email_change",
    "email_change.request_email_change",
    "pipeline.ingest",
    "platform_keys.register_platform_key",
    "reconciliation.reconcile_balance",
    "restores.end_sessions_and_links",
    "restores.record_failover",
    "restores.record_restore",
    # A member's own: tests/attacks/test_alert_rules.py.
    "services.mute_rule",
    "suspensions.lift_suspension",
    "suspensions.suspend_billing_reads",
    "unit_prices.set_unit_price",
    "void.void_batch",
    "void.void_runs",
    "provider_identities.tie_identity",
    "provider_identities.untie_identity",
    "second_factor.encrypt_second_factors",
    "secrets.encrypt_webhook_secrets",
    "staff.make_link_to_print",
    "staff.note_preset_password",
    "users.forget_preset_password",
    "users.rename",
}
# What staff do to people; each acts on ``person``.
STAFF: dict[str, Callable[[User, Actor], object]] = {
    "second_factor.remove_second_factor": lambda person, by: remove_second_factor(person, reason="Lost", actor=by),
    "staff.change_account": lambda person, by: staff.change_account(person, is_active=False, reason="Left", actor=by),
    "staff.send_reset_link": lambda person, by: staff.send_reset_link(person, reason="Lost", actor=by),
    "users.create_user": lambda person, by: users.create_user(email="new@example.com", actor=by),
}


@pytest.fixture
def subjects(acme: Any, alice: User, adam: User, bob: User, make_key: Any, make_webhook: Any) -> dict[str, Any]:
    """What the services act on, read before the removal."""
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
        "rule": alerts.create_rule(acme, day_spend(5), actor=SYSTEM),
        "rotated": rotated,
        "member": Membership.objects.get(organization=acme, user=bob),
        "invited": invitations.invite(acme, email="invited@example.com", role="member", actor=SYSTEM),
        "person": User.objects.create_user("person@example.com"),
        **webhooks_of(acme, alice, make_webhook),
    }


def test_every_service_that_needs_a_right_is_attacked() -> None:
    assert {*SERVICES} | OTHERS | {*STAFF} == {*services()}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", SERVICES)
def test_a_removed_admin_changes_nothing(acme: Any, adam: User, subjects: Any, state: Any, name: str) -> None:
    if name == "organizations.set_second_factor_rule":
        type(acme).objects.update(requires_second_factor=True)
        adam.authenticator_set.create(type="totp", data={})
    if name in {"holds.confirm", "closing.close_organization"}:
        Membership.objects.filter(organization=acme, user=adam).update(role="owner")
    by = actors.as_member(adam, authenticated_at=timezone.now())
    with transaction.atomic():
        members.remove_member(Membership.objects.get(organization=acme, user=adam), actor=SYSTEM)
        before = _everything(state)
        ended = _start(lambda: SERVICES[name](subjects, by))
    assert type(ended()) is PermissionDenied
    assert _everything(state) == before
    assert not AuditEvent.objects.filter(actor_id=str(adam.pk), actor_kind="user").exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", STAFF)
def test_staff_who_lose_their_right_meanwhile_change_nobody(
    acme: Any, dana: User, bob: User, state: Any, name: str
) -> None:
    bob.authenticator_set.create(type="totp", data={})
    by = Actor("staff", str(dana.pk), dana.email, authenticated_at=timezone.now())
    with transaction.atomic():
        staff.change_account(dana, is_superuser=False, reason="Left", actor=SYSTEM)
        before = _everything(state)
        ended = _start(lambda: STAFF[name](bob, by))
    assert type(ended()) is PermissionDenied
    assert _everything(state) == before
    assert not AuditEvent.objects.filter(actor_kind="staff").exists()


def _start(act: Callable[[], object]) -> Callable[[], object]:
    """Start it in a thread, and return once it waits for a lock or has ended. Its outcome is that of the returned."""
    outcome: list[object] = []

    def run() -> None:
        try:
            outcome.append(act())
        except Exception as error:
            outcome.append(error)
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    wait_until_it_waits_or_ends(thread)
    return lambda: (thread.join(30), *outcome)[1]


def _everything(state: Any) -> dict[str, Any]:
    tables = {model.__name__: list(model.objects.order_by("pk").values()) for model in (RegisteredTag, Account)}
    return {**state(), **tables}
