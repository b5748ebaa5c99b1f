"""Every page, light and dark, normal and in error: no axe finding, nothing clipped, no complaint of the browser."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import mail
from playwright.sync_api import Page

from billing_access.access.services import revoke_key, rotate_key, suspend_billing_reads
from billing_access.billing.models import RegisteredTag
from billing_access.billing.tags import register_tag
from orgs import actors, invitations
from orgs.audit.models import AuditEvent
from orgs.models import Membership

SYSTEM = actors.command("tests")
PAGES: dict[str, str] = {
    "sign-in": "/sign-in/",
    "billing-reads": "/o/acme/billing-reads/",
    "turn-on": "/o/acme/billing-reads/turn-on/",
    "keys": "/o/acme/keys/",
    "key-create": "/o/acme/keys/new/",
    "key": "/o/acme/keys/{key}/",
    "key-revoked": "/o/acme/keys/{revoked}/",
    "key-revoke": "/o/acme/keys/{key}/revoke/",
    "members": "/o/acme/members/",
    "member-invite": "/o/acme/members/invite/",
    "member-role": "/o/acme/members/{member}/",
    "member-remove": "/o/acme/members/{member}/remove/",
    "leave": "/o/acme/members/leave/",
    "invitation": "/invitations/{token}/",
    "invitation-void": "/invitations/none/",
    "audit-log": "/o/acme/audit-log/",
    "audit-log-empty": "/o/acme/audit-log/?action=run.read",
    "audit-log-fault": "/o/acme/audit-log/?actor=nobody&key=x",
    "audit-event": "/o/acme/audit-log/{event}/",
    "audit-event-altered": "/o/acme/audit-log/{altered}/",
    "audit-event-unsealed": "/o/acme/audit-log/{unsealed}/",
    "key-rotate": "/o/acme/keys/{key}/rotate/",
    "key-addresses": "/o/acme/keys/{key}/addresses/",
    "key-from-address": "/o/acme/keys/{key}/?address=203.0.113.9",
    "key-replaced": "/o/acme/keys/{replaced}/",
    "readers": "/o/acme/readers/",
    "settings": "/o/acme/settings/",
    "tags": "/o/acme/settings/tags/",
    "account": "/account/",
    "password": "/account/password/",
    "prove": "/account/prove/",
    "second-factor": "/account/second-factor/",
    "second-factor-add": "/account/second-factor/add/",
    "forgotten": "/sign-in/forgotten/",
    "not-found": "/o/nowhere/",
    "error": "/errors/org_opt_in_required",
}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def scene(acme, bob, make_key, api, run_jobs, settings, signer, seal_events, as_superuser) -> dict[str, str]:
    """Keys in each state, an invitation, a few reads on the record, and a sealed event that somebody altered."""
    settings.AUDIT_VERIFIERS = [signer.verifier]
    finance = make_key(acme, name="Finance dashboard")
    make_key(acme, "runs:read", name="Nightly run export")
    revoked = make_key(acme, "billing.usage:read", name="Old Grafana panel")
    for path in ("/v1/billing/state", "/v1/billing/usage", "/v1/runs/wr_1"):
        api(path, finance.secret)
    revoke_key(revoked.key, actor=SYSTEM)
    seal_events()
    read, altered = AuditEvent.objects.filter(organization_id=acme.public_id)[:2]
    as_superuser("UPDATE audit_event SET reason_code = 'altered' WHERE id = %s", [altered.pk])
    replaced = make_key(acme, "billing.state:read", name="Invoicing").key
    rotate_key(replaced, actor=SYSTEM, overlap_hours=24)
    register_tag(acme, "county", actor=SYSTEM)
    RegisteredTag.objects.create(organization=acme, key="batch", filled_through="2026-04-01T12:00:00Z")
    invitations.invite(acme, email="ada@example.com", role="auditor", actor=SYSTEM)
    run_jobs()
    return {
        "event": str(read.pk),
        "altered": str(altered.pk),
        "unsealed": str(AuditEvent.objects.filter(organization_id=acme.public_id).latest("id").pk),
        "key": str(finance.key.pk),
        "revoked": str(revoked.key.pk),
        "replaced": str(replaced.pk),
        "member": str(Membership.objects.get(user=bob).pk),
        "token": re.findall(r"/invitations/([^/\s]+)/", mail.outbox[-1].body)[0],
    }


@pytest.fixture
def axe_is_clean() -> Callable[[Page], None]:
    """Fail with what axe finds. It runs last on a page: it logs complaints of its own."""

    def check(page: Page) -> None:
        found = Axe().run(page, options={**RULES})
        assert found.violations_count == 0, found.generate_report()

    return check


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_page(acme, alice, scene, open_page, sign_in_at, shoot, axe_is_clean, name, scheme):
    page = open_page(color_scheme=scheme, viewport={"width": 1280, "height": 800}, bypass_csp=False)
    if name not in {"sign-in", "forgotten"}:
        sign_in_at(page, alice.email)
    page.goto(PAGES[name].format(**scene))
    shoot(page, f"{name}-{scheme}")
    assert _clipped(page) == []
    axe_is_clean(page)


@pytest.mark.parametrize("name", PAGES)
def test_page_on_a_phone(acme, alice, scene, open_page, sign_in_at, shoot, name):
    page = open_page(viewport={"width": 320, "height": 700})
    if name not in {"sign-in", "forgotten"}:
        sign_in_at(page, alice.email)
    page.goto(PAGES[name].format(**scene))
    shoot(page, f"{name}-phone")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_errors_stand_in_a_summary_and_beside_the_field(acme, alice, open_page, sign_in_at, shoot, axe_is_clean):
    page = open_page()
    sign_in_at(page, alice.email)
    page.goto("/o/acme/keys/new/")
    page.get_by_label("Key name").fill("Nightly")
    page.get_by_role("button", name="Create key").click()
    alert = page.get_by_role("alert")
    assert "Choose at least one scope" in alert.inner_text()
    assert page.get_by_label("Key name").input_value() == "Nightly"
    alert.get_by_role("link").click()
    assert page.evaluate("document.activeElement.name") == "scopes"
    shoot(page, "key-create-fault")
    axe_is_clean(page)


def test_revealed_and_suspended_pages(acme, alice, open_page, sign_in_at, shoot, axe_is_clean):
    page = open_page()
    sign_in_at(page, alice.email)
    page.goto("/o/acme/keys/new/")
    page.get_by_label("Key name").fill("Nightly")
    page.locator("input[name=scopes]").first.check()
    page.get_by_role("button", name="Create key").click()
    shoot(page, "key-reveal")
    axe_is_clean(page)
    suspend_billing_reads(acme, actor=SYSTEM, reason="An invoice is disputed")
    suspended = open_page()
    sign_in_at(suspended, alice.email)
    suspended.goto("/o/acme/billing-reads/")
    shoot(suspended, "billing-reads-suspended")
    assert "An invoice is disputed" in suspended.content()
    axe_is_clean(suspended)


def _clipped(page: Page) -> list[str]:
    return page.evaluate(
        """() => [...document.querySelectorAll('main *')]
            .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible'
                         && !['INPUT', 'SELECT'].includes(e.tagName))
            .map(e => e.outerHTML.slice(0, 120))"""
    )
