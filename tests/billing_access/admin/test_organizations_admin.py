"""Staff flips an organization's billing reads, with a reason, on the record as staff."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from accounts.models import User
from billing_access.access.models import OptIn
from billing_access.access.services import (
    lift_suspension,
    suspend_billing_reads,
    turn_off_billing_reads,
    turn_on_billing_reads,
)
from billing_audit.models import AuditEvent, AuditPart
from orgs import actors
from orgs.models import Organization

SYSTEM = actors.command("tests")
FLIP = "admin:billing_orgs_organization_billing_reads"
SignIn = Callable[[User], Client]


@pytest.fixture
def staff(dana: User, sign_in: SignIn) -> Client:
    """Dana's browser."""
    return sign_in(dana)


def _flip(client: Client, organization: Organization, **data: Any) -> Any:
    return client.post(reverse(FLIP, args=[organization.pk]), {"reason": "Ticket 41", **data})


def test_turn_on_and_off(staff: Client, dana: User, acme: Organization) -> None:
    page = reverse("admin:billing_orgs_organization_change", args=[acme.pk])
    answer = _flip(staff, acme, enabled="on", version=0)
    assert (answer.status_code, answer.url) == (302, page)
    opt_in = OptIn.objects.get(organization=acme)
    assert (opt_in.enabled, opt_in.reason, opt_in.changed_by_kind, opt_in.changed_by) == (
        True,
        "Ticket 41",
        "staff",
        dana,
    )
    shown = staff.get(page).content.decode()
    assert (
        "Billing reads are on. No key can read billing data: none that is accepted has a scope for it. Reason:" in shown
    )
    assert "by staff dana@example.com (Ticket 41)" in shown
    assert _flip(staff, acme, enabled="off", version=1, reason="Ticket 42").status_code == 302
    assert not OptIn.objects.get(organization=acme).enabled
    events = AuditEvent.objects.filter(organization_id=acme.public_id, action__startswith="billing_reads.")
    assert sorted((e.action, e.actor_kind, e.actor_id, e.details["reason"]) for e in events) == [
        ("billing_reads.disabled", "staff", str(dana.pk), "Ticket 42"),
        ("billing_reads.enabled", "staff", str(dana.pk), "Ticket 41"),
    ]
    assert AuditPart.objects.get(event_id=events[0].pk, kind="personal").data["address"] == "127.0.0.1"
    assert LogEntry.objects.count() == 2


@pytest.mark.parametrize("reason", ["", "   ", "\n\t"])
def test_a_reason_is_required(staff: Client, acme: Organization, reason: str) -> None:
    answer = _flip(staff, acme, enabled="on", version=0, reason=reason)
    assert answer.status_code == 200
    assert "This field is required." in answer.content.decode()
    assert not OptIn.objects.filter(enabled=True).exists()
    assert not AuditEvent.objects.filter(action="billing_reads.enabled").exists()


def test_a_stale_page_changes_nothing_and_says_what_stands(staff: Client, acme: Organization) -> None:
    turn_on_billing_reads(acme, actor=SYSTEM, reason="first")
    turn_off_billing_reads(acme, actor=SYSTEM, reason="second thoughts")
    answer = _flip(staff, acme, enabled="on", version=0)
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Nothing was changed" in shown
    assert "second thoughts" in shown
    assert 'name="version" value="2"' in shown
    assert "Ticket 41" in shown
    assert not OptIn.objects.get(organization=acme).enabled


def test_pressing_twice_flips_once(staff: Client, acme: Organization) -> None:
    for status in (302, 409):
        assert _flip(staff, acme, enabled="on", version=0).status_code == status
    opt_in = OptIn.objects.get(organization=acme)
    assert (opt_in.enabled, opt_in.version) == (True, 1)


@pytest.mark.parametrize("data", [{}, {"enabled": "on"}, {"version": "0"}, {"enabled": "x", "version": "y"}])
def test_a_forged_form_changes_nothing(staff: Client, acme: Organization, data: dict[str, str]) -> None:
    assert _flip(staff, acme, **data).status_code == 200
    assert not OptIn.objects.filter(enabled=True).exists()


def test_get_changes_nothing_and_lists_the_keys_that_gain(
    staff: Client, acme: Organization, make_key: Callable[..., Any]
) -> None:
    make_key(acme, "billing.state:read", name="Dashboard")
    make_key(acme, "runs:read", name="Watcher")
    shown = staff.get(reverse(FLIP, args=[acme.pk])).content.decode()
    assert "Now: Billing reads are off. Once turned on, 1 key can read billing data." in shown
    assert "If you turn billing reads on: This key can read billing data:" in shown
    assert re.search(
        r"Dashboard \(bak_\S+\): balance, tier and this period&#x27;s usage; entries of the balance\.", shown
    )
    assert "Watcher" not in shown
    assert not OptIn.objects.exists()


@pytest.mark.parametrize("term", ["Acme Rob", "acme", "acct-77", "PUBLIC"])
def test_search(staff: Client, acme: Organization, other: Organization, term: str) -> None:
    Organization.objects.filter(pk=acme.pk).update(external_id="acct-77")
    wanted = acme.public_id if term == "PUBLIC" else term
    address = reverse("admin:billing_orgs_organization_changelist")
    shown = staff.post(address, {"q": wanted}, follow=True).content.decode()
    assert "Acme Robotics" in shown
    assert "Other Industries" not in shown


def test_the_list_shows_the_state(staff: Client, acme: Organization, other: Organization) -> None:
    shown = staff.get(reverse("admin:billing_orgs_organization_changelist")).content.decode()
    assert '<td class="field-billing_reads">On</td>' in shown
    assert '<td class="field-billing_reads">Off</td>' in shown


def test_an_opt_in_that_ran_out_is_off(staff: Client, other: Organization) -> None:
    OptIn.objects.filter(organization=other).update(enabled_until="2026-01-01T00:00:00Z")
    shown = staff.get(reverse(FLIP, args=[other.pk])).content.decode()
    assert "Turn on billing reads for Other Industries" in shown


def test_a_suspension_in_force_is_shown(staff: Client, acme: Organization) -> None:
    page = reverse("admin:billing_orgs_organization_change", args=[acme.pk])
    before = staff.get(page).content.decode()
    assert '<div class="readonly">No</div>' in before
    assert '<div class="readonly">Never</div>' in before
    suspension = suspend_billing_reads(None, actor=SYSTEM, reason="leak under way")
    assert "leak under way" in staff.get(page).content.decode()
    lift_suspension(suspension, actor=SYSTEM, reason="settled")
    after = staff.get(page).content.decode()
    assert "leak under way" not in after
    assert '<div class="readonly">No</div>' in after


def test_an_unknown_organization_is_404(staff: Client) -> None:
    for wrong in ("0", "999999", "nonsense"):
        assert staff.get(reverse(FLIP, args=[wrong])).status_code == 404


@pytest.mark.parametrize(
    ("permissions", "status"),
    [((), 403), (("view_organization",), 403), (("view_organization", "view_optin"), 403), (("change_optin",), 200)],
)
def test_staff_flips_only_with_the_permission(
    sign_in: SignIn, bob: User, acme: Organization, permissions: tuple[str, ...], status: int
) -> None:
    User.objects.filter(pk=bob.pk).update(is_staff=True)
    bob.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = sign_in(User.objects.get(pk=bob.pk))
    assert client.get(reverse(FLIP, args=[acme.pk])).status_code == status
    answer = _flip(client, acme, enabled="on", version=0)
    assert answer.status_code == (302 if status == 200 else 403)
    assert OptIn.objects.filter(enabled=True).exists() == (status == 200)


def test_the_owner_of_an_organization_is_not_staff(sign_in: SignIn, alice: User, acme: Organization) -> None:
    for client in (sign_in(alice), Client()):
        answer = _flip(client, acme, enabled="on", version=0)
        assert answer.status_code == 302
        assert answer.url.startswith("/admin/login/")
    assert not OptIn.objects.exists()


@pytest.mark.parametrize("term", ["acme", "Robotics", "public_id", "crm-7", "bob@example", "Bob", "hint", "whole hint"])
def test_it_is_found_by_what_staff_know_of_it(
    staff: Client, acme: Organization, other: Organization, bob: User, make_key: Any, term: str
) -> None:
    Organization.objects.filter(pk=acme.pk).update(external_id="crm-7")
    key = make_key(acme).key
    terms = {"public_id": acme.public_id, "hint": key.last_characters, "whole hint": key.hint}
    page = staff.post("/admin/billing_orgs/organization/", {"q": terms.get(term, term)}, follow=True)
    found = page.context_data["cl"].result_list
    assert [each.slug for each in found] == ["acme"]


def test_its_page_leads_to_everything_of_it(staff: Client, acme: Organization, make_key: Any) -> None:
    make_key(acme, name="Nightly")
    page = staff.get(f"/admin/billing_orgs/organization/{acme.pk}/change/").content.decode()
    links = dict(re.findall(r'<li><a href="([^"]+)">([^<]+)</a></li>', page))
    named = {label: address.replace("&amp;", "&") for address, label in links.items()}
    assert {"API keys", "Runs", "Balance entries", "Events", "Members' pages (members only)"} <= {*named}
    for label in ("API keys", "Runs", "Balance entries", "Events"):
        assert staff.get(named[label]).status_code == 200
    assert "Nightly" in staff.get(named["API keys"]).content.decode()
    assert "api_key.created" in staff.get(named["Events"]).content.decode()


def test_a_time_limit_is_asked_for_turning_on_alone(staff: Client, acme: Organization, other: Organization) -> None:
    turned_on, off = other, acme
    assert 'name="days"' in staff.get(reverse(FLIP, args=[off.pk])).content.decode()
    assert 'name="days"' not in staff.get(reverse(FLIP, args=[turned_on.pk])).content.decode()
    refused = staff.post(reverse(FLIP, args=[turned_on.pk]), {"enabled": "off", "version": 1, "reason": ""})
    assert 'name="days"' not in refused.content.decode()


def test_an_app_registers_the_admin_of_its_own_models_alone() -> None:
    own = {config.name: config.label for config in apps.get_app_configs()}
    registered = {
        (model._meta.label, type(model_admin).__module__.partition(".")[0])
        for model, model_admin in admin.site._registry.items()
        if model._meta.app_label.startswith("billing_")
    }
    assert ("billing_orgs.Organization", "orgs") in registered
    assert {label for label, package in registered if label.partition(".")[0] != own[package]} == set()


def test_links_are_only_those_that_staff_may_follow(sign_in: SignIn, bob: User, acme: Organization) -> None:
    User.objects.filter(pk=bob.pk).update(is_staff=True)
    bob.user_permissions.set(Permission.objects.filter(codename__in=["view_organization", "change_optin"]))
    page = sign_in(User.objects.get(pk=bob.pk)).get(f"/admin/billing_orgs/organization/{acme.pk}/change/")
    links = re.findall(r'<li><a href="[^"]+">([^<]+)</a></li>', page.content.decode())
    assert [link for link in links if link in {"Billing reads", "Suspend billing reads", "API keys", "Runs"}] == [
        "Billing reads"
    ]


def test_the_search_names_what_it_finds_by(staff: Client) -> None:
    page = staff.get(reverse("admin:billing_orgs_organization_changelist")).content.decode()
    assert "Name, slug, id, external id, a member, or a key&#x27;s hint (the last 4 characters are enough)." in page
