"""Every page, full, empty and in error: no axe finding, nothing clipped or shifted, light, small, no complaint.

One walk for each way of looking, with one scene: a page that fails is named with what was found, and the walk goes on.
"""

import gzip
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import mail
from django.db import DatabaseError
from django.utils import timezone
from playwright.sync_api import Page

from billing_access.access.services import revoke_key, rotate_key, suspend_billing_reads, turn_on_billing_reads
from billing_access.billing.import_file import SourceRow
from billing_access.billing.import_target import OrganizationFinder
from billing_access.billing.ingest import ingest
from billing_access.billing.maintenance import add_balance_entry, mark_complete, open_account
from billing_access.billing.models import RegisteredTag
from billing_access.billing.run_input import Defaults
from billing_access.billing.tags import register_tag
from orgs import actors, invitations, services
from orgs.audit.models import AuditEvent
from orgs.models import Membership, Organization

SYSTEM = actors.command("tests")
# Whoever sees them: nobody signed in, or Alice, who owns both organizations.
SIGNED_OUT: dict[str, str] = {
    "sign-in": "/sign-in/",
    "forgotten": "/sign-in/forgotten/",
    "forgotten-sent": "/sign-in/forgotten/sent/",
    "set-password-void": "/set-password/MQ/none/",
    "invitation": "/invitations/{token}/",
    "invitation-void": "/invitations/none/",
    "error": "/errors/org_opt_in_required",
}
PAGES: dict[str, str] = {
    "organizations": "/",
    "overview": "/o/acme/overview/",
    "overview-by-week": "/o/acme/overview/?days=365",
    "overview-fault": "/o/acme/overview/?from=2027-02-30&to=2099-01-01",
    "overview-empty": "/o/bare/overview/",
    "billing-reads": "/o/acme/billing-reads/",
    "billing-reads-empty": "/o/bare/billing-reads/",
    "billing-reads-suspended": "/o/held/billing-reads/",
    "turn-on": "/o/bare/billing-reads/turn-on/",
    "change-time-limit": "/o/acme/billing-reads/turn-on/",
    "keys": "/o/acme/keys/",
    "keys-empty": "/o/bare/keys/",
    "key-create": "/o/acme/keys/new/?preset=cost-report",
    "key": "/o/acme/keys/{key}/",
    "key-revoked": "/o/acme/keys/{revoked}/",
    "key-replaced": "/o/acme/keys/{replaced}/",
    "key-from-address": "/o/acme/keys/{key}/?address=203.0.113.9",
    "key-revoke": "/o/acme/keys/{key}/revoke/",
    "key-rotate": "/o/acme/keys/{key}/rotate/",
    "key-addresses": "/o/acme/keys/{key}/addresses/",
    "readers": "/o/acme/readers/",
    "readers-empty": "/o/bare/readers/",
    "members": "/o/acme/members/",
    "member-invite": "/o/acme/members/invite/",
    "member-role": "/o/acme/members/{member}/",
    "member-remove": "/o/acme/members/{member}/remove/",
    "leave": "/o/acme/members/leave/",
    "audit-log": "/o/acme/audit-log/",
    "audit-log-empty": "/o/acme/audit-log/?action=run.read",
    "audit-log-fault": "/o/acme/audit-log/?actor=nobody&key=x&from=2027-02-30",
    "audit-event": "/o/acme/audit-log/{event}/",
    "audit-event-altered": "/o/acme/audit-log/{altered}/",
    "audit-event-unsealed": "/o/acme/audit-log/{unsealed}/",
    "settings": "/o/acme/settings/",
    "low-balance": "/o/acme/settings/low-balance/",
    "tags": "/o/acme/settings/tags/",
    "tags-empty": "/o/bare/settings/tags/",
    "account": "/account/",
    "password": "/account/password/",
    "prove": "/account/prove/",
    "second-factor": "/account/second-factor/",
    "second-factor-add": "/account/second-factor/add/",
    "not-found": "/o/nowhere/",
}
# What is typed wrongly into the page's form. A form that the browser would stop is sent all the same.
FAULTS: dict[str, dict[str, str]] = {
    "turn-on": {"[name=limit][value=other]": "check"},
    "key-create": {"[name=name]": "", "[name=lifetime_days]": "999", "[name=scopes]:checked": "uncheck"},
    "key-rotate": {"[name=lifetime_days]": "0"},
    "key-addresses": {"[name=allowed_networks]": "everywhere"},
    "member-invite": {"[name=email]": "nobody"},
    "settings": {"[name=requires_second_factor]": "check"},
    "low-balance": {"[name=threshold]": "a lot"},
    "tags": {"[name=key]:not([type=hidden])": "a:b"},
    "password": {"[name=oldpassword]": "wrong", "[name=password1]": "a", "[name=password2]": "b"},
    "prove": {"[name=password]": "wrong"},
    "second-factor-add": {"[name=code]": "000000"},
}
FAULTS_SIGNED_OUT = {
    "sign-in": {"[name=login]": "alice@example.com", "[name=password]": "wrong"},
    "forgotten": {"[name=email]": "nobody"},
}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLORS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
MOST_BYTES = 60_000
WIDE = {"width": 1280, "height": 800}


@pytest.fixture
def scene(acme, alice, bob, make_key, api, run_jobs, settings, signer, seal_events, as_superuser) -> dict[str, str]:
    """Keys in each state, runs of a month, an invitation, reads on the record, and a sealed event that was altered."""
    settings.AUDIT_VERIFIERS = [signer.verifier]
    open_account(acme, low_balance_threshold_usd=Decimal(100), actor=SYSTEM)
    register_tag(acme, "county", actor=SYSTEM)
    finance = make_key(acme, name="Finance dashboard", lifetime_days=9)
    make_key(acme, "runs:read", name="Nightly run export")
    revoked = make_key(acme, "billing.usage:read", name="Old Grafana panel")
    for path in ("/v1/billing/state", "/v1/billing/usage", "/v1/runs/wr_1"):
        api(path, finance.secret)
    revoke_key(revoked.key, actor=SYSTEM)
    turn_on_billing_reads(acme, actor=SYSTEM, reason="The finance dashboard needs it", days=90)
    seal_events()
    read, altered = AuditEvent.objects.filter(organization_id=acme.public_id)[:2]
    as_superuser("UPDATE audit_event SET reason_code = 'altered' WHERE id = %s", [altered.pk])
    replaced = make_key(acme, "billing.state:read", name="Invoicing").key
    rotate_key(replaced, actor=SYSTEM, overlap_hours=24)
    _feed(acme)
    RegisteredTag.objects.create(organization=acme, key="batch", filled_through="2026-04-01T12:00:00Z")
    invitations.invite(acme, email="ada@example.com", role="auditor", actor=SYSTEM)
    for slug in ("bare", "held"):
        services.create_organization(name=slug.title(), slug=slug, owner=alice, actor=SYSTEM)
    suspend_billing_reads(Organization.objects.get(slug="held"), actor=SYSTEM, reason="An invoice is disputed")
    run_jobs()
    return {
        "event": str(read.pk),
        "altered": str(altered.pk),
        "unsealed": str(AuditEvent.objects.filter(organization_id=acme.public_id).latest("id").pk),
        "key": str(finance.key.pk),
        "revoked": str(revoked.key.pk),
        "replaced": str(replaced.pk),
        "member": str(Membership.objects.get(user=bob).pk),
        "token": next(
            re.findall(r"/invitations/([^/\s]+)/", each.body)[0] for each in mail.outbox if "/invitations/" in each.body
        ),
    }


def _feed(acme: Organization) -> None:
    now = timezone.now()
    rows = [
        SourceRow(
            number,
            {
                "run_id": f"wr_{number}",
                "started_at": (now - timedelta(hours=9 * number)).isoformat(),
                "total_cost_usd": str(number * 7 % 11 + Decimal("0.25")),
                "tags": {"county": f"County of {number % 13}"},
            },
        )
        for number in range(1, 120)
    ]
    ingest(rows, OrganizationFinder(organization=acme), actor=SYSTEM, defaults=Defaults())
    add_balance_entry(acme, kind="top_up", amount_usd=Decimal(2500), reference="t", occurred_at=now, actor=SYSTEM)
    mark_complete(acme, now.replace(hour=0, minute=0, second=0, microsecond=0), actor=SYSTEM)


@pytest.fixture
def walk(scene, alice, open_page, sign_in_at) -> Callable[..., Iterator[tuple[str, Page]]]:
    """Open every page in turn, signed in where it needs to be."""

    def open_each(**options: Any) -> Iterator[tuple[str, Page]]:
        for pages, is_signed_in in ((SIGNED_OUT, False), (PAGES, True)):
            page = open_page(viewport=WIDE, **options)
            if is_signed_in:
                sign_in_at(page, alice.email)
            for name, path in pages.items():
                page.goto(path.format(**scene))
                yield name, page

    return open_each


def test_shown_in_full_light_and_still(walk, shoot):
    """Nothing clipped at 1280, no shift of the layout while it loads, 60 kB in all, packed."""
    found, sizes = [], {}
    for name, page in walk():
        if shift := page.evaluate(SHIFT):
            found.append(f"{name}: shifts by {shift}")
        if clipped := _clipped(page):
            found.append(f"{name}: clipped {clipped}")
        shoot(page, f"{name}-light")
        sizes[name] = _packed(page)
        if sizes[name] > MOST_BYTES:
            found.append(f"{name}: {sizes[name]} bytes")
    assert found == []
    assert min(sizes.values()) > 1000


def test_shown_small_large_and_plain(walk, shoot):
    """320 px, 200 % text, forced colors, reduced motion, dark: nothing scrolls sideways, nothing is lost."""
    found = []
    for name, page in walk():
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        shoot(page, f"{name}-dark")
        if moving := page.evaluate(MOVING):
            found.append(f"{name}: moves {moving}")
        page.emulate_media(color_scheme="light", forced_colors="active")
        found += [f"{name}: {lost}" for lost in page.evaluate(LOST_IN_FORCED_COLORS)]
        page.emulate_media(forced_colors="none")
        page.set_viewport_size({"width": 320, "height": 700})
        shoot(page, f"{name}-phone")
        if (width := page.evaluate(WIDTH)) > 320:
            found.append(f"{name}: {width} px wide on a phone")
        page.set_viewport_size(WIDE)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if (width := page.evaluate(WIDTH)) > 1280 or (clipped := _clipped(page)):
            found.append(f"{name}: at 200 % text {width} px wide, clipped {clipped}")
    assert found == []


def test_accessible(bare_page, alice, sign_in_at, scene, shoot):
    """Axe finds nothing, on the page and with its form sent wrongly, in light and in dark."""
    found = []
    for pages, faults, is_signed_in in ((SIGNED_OUT, FAULTS_SIGNED_OUT, False), (PAGES, FAULTS, True)):
        page = bare_page(viewport=WIDE, reduced_motion="reduce")
        if is_signed_in:
            sign_in_at(page, alice.email)
        for name, path in pages.items():
            page.goto(path.format(**scene))
            found += _axe(page, name)
            if name in faults:
                page.goto(path.format(**scene))
                _send_wrongly(page, faults[name])
                shoot(page, f"{name}-wrong")
                found += _axe(page, f"{name} sent wrongly")
                if not page.locator("[role=alert]").count():
                    found.append(f"{name}: no summary of what is wrong")
    assert found == []


def test_where_it_goes_wrong(acme, alice, bob, bare_page, sign_in_at, shoot, monkeypatch, settings):
    """403 to a member, 404, 500 and 503: each with a way on."""
    settings.DEBUG_PROPAGATE_EXCEPTIONS = False
    page = bare_page(viewport=WIDE)
    sign_in_at(page, bob.email)
    found = []

    def look(path: str, status: int) -> None:
        assert page.goto(path).status == status
        shoot(page, f"{status}-light")
        found.extend(_axe(page, path))
        assert page.locator("main a").count() >= 1, path

    look("/o/acme/keys/", 403)
    look("/o/nowhere/", 404)
    raised: list[type[Exception]] = [DatabaseError]

    def fail(*arguments: Any) -> None:
        raise raised[0]("on purpose")

    monkeypatch.setattr("orgs.ui.views.organization_for", fail)
    look("/o/acme/", 503)
    raised[0] = RuntimeError
    look("/o/acme/", 500)
    assert found == []


def test_errors_stand_in_a_summary_and_beside_the_field(acme, alice, open_page, sign_in_at):
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


def _axe(page: Page, name: str) -> list[str]:
    """What axe finds in light, and in dark of what depends on colors."""
    light = Axe().run(page, options=RULES).response["violations"]
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate("rules => axe.run(rules).then(results => results.violations)", COLORS)
    page.emulate_media(color_scheme="light")
    return [
        f"{name}, {scheme}: {each['id']} {each['nodes'][0]['html'][:160]}"
        for scheme, violations in (("light", light), ("dark", dark))
        for each in violations
    ]


def _send_wrongly(page: Page, typed: dict[str, str]) -> None:
    for selector, value in typed.items():
        for field in page.locator(f"main form[method=post] {selector}").all():
            field.check() if value == "check" else field.uncheck() if value == "uncheck" else field.fill(value)
    with page.expect_navigation():
        page.evaluate(
            """() => { const form = document.querySelector("main form.card[method=post]");
                       form.noValidate = true; form.requestSubmit(); }"""
        )


def _packed(page: Page) -> int:
    """The page and all that it loads, each packed by itself, as a server sends it."""
    loaded = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    texts = [page.content().encode(), *(page.request.get(address).body() for address in set(loaded))]
    return sum(len(gzip.compress(text)) for text in texts)


def _clipped(page: Page) -> list[str]:
    return page.evaluate(
        """() => [...document.querySelectorAll('main *')]
            .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible'
                         && !['INPUT', 'SELECT'].includes(e.tagName) && !e.matches('[role=region]'))
            .map(e => e.outerHTML.slice(0, 120))"""
    )


WIDTH = "document.documentElement.scrollWidth"
SHIFT = """() => new Promise(done => {
    let sum = 0;
    new PerformanceObserver(list => { for (const each of list.getEntries()) sum += each.value; })
        .observe({type: 'layout-shift', buffered: true});
    requestAnimationFrame(() => setTimeout(() => done(sum), 30));
})"""
MOVING = """() => [...document.querySelectorAll('*')].filter(e => {
    const style = getComputedStyle(e);
    return style.transitionDuration !== '0s' || style.animationName !== 'none';
}).map(e => e.outerHTML.slice(0, 80))"""
# Where colors are the reader's: the current page's mark, a button's and a pill's edge, and the bars.
LOST_IN_FORCED_COLORS = """() => {
    const lost = [], edge = e => getComputedStyle(e).borderLeftColor;
    const ground = getComputedStyle(document.body).backgroundColor;
    const current = document.querySelector('.side [aria-current]');
    const other = document.querySelector('.side a:not([aria-current])');
    if (current && edge(current) === edge(other)) lost.push('the current page is not marked');
    for (const e of document.querySelectorAll('main button:not([hidden]), main .button, .pill'))
        if (getComputedStyle(e).borderLeftStyle === 'none' || edge(e) === ground)
            lost.push('no edge: ' + e.outerHTML.slice(0, 80));
    for (const e of document.querySelectorAll('.bars rect:not(.running), .share rect'))
        if (getComputedStyle(e).fill === ground) { lost.push('a bar cannot be seen'); break; }
    return lost;
}"""
