"""Every page, full, empty and in error: no axe finding, nothing clipped or shifted, light, small, no complaint.

One walk, with one scene: a page that fails is named with what was found, and the walk goes on.
The pages, who sees them and what is typed wrongly into their forms: ``site_pages``.
"""

import gzip
import re
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount
from axe_playwright_python.base import AXE_SCRIPT
from django.contrib.auth.tokens import default_token_generator
from django.contrib.sessions.backends.db import SessionStore
from django.core import mail
from django.db import DatabaseError
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from playwright.sync_api import Page

from accounts.email_change import request_email_change
from accounts.models import EmailChange, User
from accounts.pending_tie import PendingTie
from accounts.staff import send_reset_link
from accounts.tasks import send_way_back
from billing_access.access.models import OptIn
from billing_access.access.services import (
    revoke_key,
    rotate_key,
    suspend_billing_reads,
    turn_off_billing_reads,
    turn_on_billing_reads,
)
from billing_access.billing.alerts.due import evaluate_due, mark_by_clock
from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.alerts.services import create_rule
from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.ingest.run_validation import Defaults
from billing_access.billing.models import Account, AlertRule, RegisteredTag
from billing_access.billing.operators import add_balance_entry, mark_complete, open_account
from billing_access.billing.tags.registered import register_tag
from billing_access.webhooks.models import WebhookDelivery, WebhookEndpoint
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Membership, Organization
from orgs.services import invitations, organizations
from orgs.services.closing import close_organization
from tests.addresses import patterns
from tests.browser.site_pages import FAULTS, NO_PAGES, NO_PAGES_BELOW, SENT_ON, WALKS
from tests.conftest import write_webhook

SYSTEM = actors.command("tests")
# Shown after a step that no address leads to: by ``test_between_the_pages`` and ``test_sign_in_by_a_provider``.
BETWEEN = {
    "sign-in/second-factor/", "sign-in/tie/", "invitation/", "invitation/account/", "account/email/confirm/",
    "account/email/undo/",
}  # fmt: skip
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
OF_COLORS = ["color-contrast", "link-in-text-block"]
COLORS = {"runOnly": {"type": "rule", "values": OF_COLORS}}
BUT_COLORS = {**RULES, "rules": {rule: {"enabled": False} for rule in OF_COLORS}}
# Only what is wrong is described, and only it is sent here: describing all that is right takes most of the time.
FINDINGS = """(rules => axe.run({...rules, resultTypes: ['violations']}).then(results => results.violations))"""
MOST_BYTES = 60_000
WIDE = {"width": 1280, "height": 800}


@pytest.fixture
def scene(
    acme, alice, adam, audrey, bob, charlie, make_key, api, run_jobs, configure, signer, seal_events, as_superuser
) -> dict[str, str]:
    """Keys in each state, runs of a month, an invitation, reads on the record, and a sealed event that was altered."""
    configure(AUDIT_VERIFIERS=[str(signer.verifier)])
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
    as_superuser("UPDATE billing_audit_event SET reason_code = 'altered' WHERE id = %s", [altered.pk])
    replaced = make_key(acme, "billing.state:read", name="Invoicing").key
    rotate_key(replaced, actor=SYSTEM, overlap_hours=24)
    _feed(acme)
    rule = _fire(acme)
    webhook, paused = _webhooks(acme, alice)
    RegisteredTag.objects.create(organization=acme, key="batch", filled_through="2026-04-01T12:00:00Z")
    for email in ("ada@example.com", charlie.email):
        invitations.invite(acme, email=email, role="auditor", actor=SYSTEM)
    TOTP.activate(adam, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(adam)
    SocialAccount.objects.create(user=adam, provider="platform", uid="42", extra_data={})
    charlie.set_unusable_password()
    charlie.save()
    for slug in ("bare", "held", "low", "stale", "closed"):
        organizations.create_organization(name=slug.title(), slug=slug, owner=alice, actor=SYSTEM)
    _run_low(Organization.objects.get(slug="low"))
    held = Organization.objects.get(slug="held")
    _feed(held, billing_mode="postpaid")
    make_key(held, "billing.state:read", name="Invoicing")
    make_key(held, "runs:read", name="Nightly run export")
    _feed(Organization.objects.get(slug="stale"), low_balance_threshold_usd=Decimal(5000), stale_after_hours=1)
    Account.objects.filter(organization__slug="stale").update(usage_through=timezone.now() - timedelta(days=3))
    make_key(Organization.objects.get(slug="closed"), "runs:read", name="Nightly run export")
    close_organization(Organization.objects.get(slug="closed"), actor=SYSTEM, reason="The customer left")
    suspend_billing_reads(held, actor=SYSTEM, reason="An invoice is disputed")
    send_reset_link(bob, reason="Ticket 9", actor=SYSTEM)
    _change_addresses(alice, audrey)
    run_jobs()
    return {
        "event": str(read.pk),
        "altered": str(altered.pk),
        "unsealed": str(AuditEvent.objects.filter(organization_id=acme.public_id).latest("id").pk),
        "key": str(finance.key.pk),
        "revoked": str(revoked.key.pk),
        "replaced": str(replaced.pk),
        "rule": str(rule.pk),
        "webhook": str(webhook.pk),
        "paused": str(paused.pk),
        "member": str(Membership.objects.get(user=bob).pk),
        "owner": str(Membership.objects.get(user=alice, organization=acme).pk),
        "confirm_email": _token_in("account/email/confirm", "alice@new.example"),
        "undo_email": _token_in("account/email/undo", "audrey@old.example"),
        "token": _token_sent_to("ada@example.com"),
        "to_charlie": _token_sent_to(charlie.email),
        "last_month": f"{timezone.now().replace(day=1) - timedelta(days=1):%Y-%m}",
        "reset": f"{urlsafe_base64_encode(force_bytes(bob.pk))}/{default_token_generator.make_token(bob)}",
    }


def _fire(organization: Organization) -> AlertRule:
    """Have an alert fire for values of a tag, others not, and one be unknown."""
    create_rule(organization, Parameters("day_spike", Decimal(10), factor=Decimal(3)), actor=SYSTEM)
    create_rule(organization, Parameters("stale_feed", number=48), actor=SYSTEM)
    rule = create_rule(organization, Parameters("day_spend", Decimal(1), tag_key="county"), actor=SYSTEM)
    AlertRule.objects.update(begins_at=timezone.now() - timedelta(days=9))
    mark_by_clock()
    evaluate_due(seconds=60)
    create_rule(organization, Parameters("runs_out", number=7), actor=SYSTEM)
    return rule


def _webhooks(organization: Organization, holder: User) -> tuple[WebhookEndpoint, WebhookEndpoint]:
    """Make one that fails and is tried again, with deliveries in each state, one that is paused, and one disabled."""
    now = timezone.now()
    webhook = write_webhook(organization, holder, "alert", "audit.event", url="https://billing-hooks.example.com/in")
    WebhookEndpoint.objects.filter(pk=webhook.pk).update(
        failing_since=now, failures=3, last_success_at=now, last_failure_at=now, former_secret_until=now
    )
    for kind, state in (("webhook.challenge", "delivered"), ("alert.fired", "failed"), ("alert.fired", "waiting"),
                        ("alert.resolved", "dropped"), ("audit.event", "waiting")):  # fmt: skip
        delivery = WebhookDelivery.objects.create(
            id=uuid.uuid4(), endpoint=webhook, type=kind, state=state, body="{}" if kind != "audit.event" else None,
            reason_code="billing_reads_suspended" if state == "dropped" else "",
        )  # fmt: skip
        delivery.tries.create(milliseconds=1234, status=500, answer='{"error": "' + "no room " * 30 + '"}')
        delivery.tries.create(milliseconds=15000, error="timed_out")
    paused = write_webhook(organization, None, url="https://other.example.com/", state="paused")
    write_webhook(organization, holder, url="https://gone.example.com/", state="disabled")
    return webhook, paused


def _token_sent_to(email: str) -> str:
    return _token_in("invitations", email)


def _token_in(path: str, email: str) -> str:
    (sent,) = (each for each in mail.outbox if each.to == [email] and f"/{path}/" in each.body)
    return re.findall(rf"/{path}/([^/\s]+)/", sent.body)[0]


def _change_addresses(waiting: User, changed: User) -> None:
    """Have one person wait for the link to another address, and let another one have changed theirs."""
    now = timezone.now()
    request_email_change(waiting, email="alice@new.example", actor=actors.as_member(waiting, authenticated_at=now))
    change = EmailChange.objects.create(
        user=changed, old_email="audrey@old.example", new_email=changed.email, requested_at=now, confirmed_at=now
    )
    send_way_back.defer(message=str(uuid.uuid4()), change_id=change.pk)


def _run_low(organization: Organization) -> None:
    """Leave little of its balance, let its opt-in run out, and put it where the day is another one than in UTC."""
    Organization.objects.filter(pk=organization.pk).update(time_zone="Pacific/Kiritimati")
    _feed(organization, low_balance_threshold_usd=Decimal(5000))
    turn_on_billing_reads(organization, actor=SYSTEM, days=1)
    OptIn.objects.filter(organization=organization).update(enabled_until=timezone.now() - timedelta(hours=1))


def _feed(organization: Organization, **settings: Any) -> None:
    if settings:
        open_account(organization, actor=SYSTEM, **settings)
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
    ingest(rows, OrganizationFinder(organization=organization), actor=SYSTEM, defaults=Defaults())
    if settings.get("billing_mode") != "postpaid":
        entry = {"kind": "top_up", "amount_usd": Decimal(2500), "reference": "t", "occurred_at": now}
        add_balance_entry(organization, actor=SYSTEM, **entry)
    mark_complete(organization, now.replace(hour=0, minute=0, second=0, microsecond=0), actor=SYSTEM)


@pytest.fixture
def walk(scene, request, live_server, sign_in, settings) -> Callable[..., Iterator[tuple[str, Page]]]:
    """Open every page in turn, as who sees it, and once more with its form sent wrongly. ``make`` opens a browser."""

    def open_each(make: Callable[..., Page], **options: Any) -> Iterator[tuple[str, Page]]:
        for each in WALKS:
            page = make(viewport=WIDE, **options)
            page.add_init_script(AXE_SCRIPT)
            if each.person:
                cookie = sign_in(request.getfixturevalue(each.person)).cookies[settings.SESSION_COOKIE_NAME].value
                page.context.add_cookies(
                    [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
                )
            for name, path in each.pages.items():
                page.goto(path.format(**scene))
                yield name, page
                if name in FAULTS:
                    page.goto(path.format(**scene))
                    _send_wrongly(page, FAULTS[name])
                    yield f"{name}-wrong", page

    return open_each


def test_every_address_is_walked(scene):
    """A page that is new has to be in one of the walks, or be named as none."""
    walked = {path.format(**scene).split("?")[0] for each in WALKS for path in each.pages.values()}
    unseen = {
        pattern
        for pattern in patterns() - SENT_ON - NO_PAGES - BETWEEN
        if not pattern.startswith(NO_PAGES_BELOW)
        and not any(re.fullmatch(re.sub(r"<[^>]+>", "[^/]+", f"/{pattern}"), path) for path in walked)
    }
    assert unseen == set()


def test_shown_in_full_small_large_and_plain_and_accessible(walk, open_page, shoot):
    """At 1280: nothing clipped, no shift of the layout while it loads, 60 kB in all, packed. Then, as it is, resized:

    320 px, 200 % text, forced colors, reduced motion, dark: nothing scrolls sideways, nothing is lost. Axe finds
    nothing, on the page and with its form sent wrongly, in light and in dark; each fault leads to its field. Its rules
    on colors, which take most of its time, look at a page where text looks in a way that they have not seen yet.
    """
    found: list[str] = []
    sizes: dict[str, int] = {}
    loaded: dict[str, int] = {}
    light: set[str] = set()
    dark: set[str] = set()
    for name, page in walk(open_page):
        seen = page.evaluate(SEEN)
        if shift := seen["shift"]:
            # On a busy machine a page may be painted before all of it is there. What is wrong with it shifts each time.
            page.reload()
            seen = page.evaluate(SEEN)
            if again := seen["shift"]:
                found.append(f"{name}: shifts by {shift}, and again by {again}")
        if seen["clipped"]:
            found.append(f"{name}: clipped {seen['clipped']}")
        shoot(page, f"{name}-light")
        sizes[name] = _packed(page, seen, loaded)
        if sizes[name] > MOST_BYTES:
            found.append(f"{name}: {sizes[name]} bytes")
        page.emulate_media(reduced_motion="reduce")
        rules = RULES if _looks_new(page, light) else BUT_COLORS
        found += _told(f"{name}, light", page.evaluate(FINDINGS, rules))
        found += _faults_otherwise(page, name, shoot, dark)
        if name.endswith("-wrong"):
            found += [f"{name}: {fault}" for fault in page.evaluate(LEADS_NOWHERE)]
    assert found == []
    assert min(sizes.values()) > 1000


def test_where_it_goes_wrong(acme, alice, bob, open_page, sign_in_at, shoot, monkeypatch, settings):
    """403 to a member, 404, 500 and 503: each with a way on."""
    settings.DEBUG_PROPAGATE_EXCEPTIONS = False
    page = open_page(viewport=WIDE)
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


@pytest.fixture
def examine(shoot) -> Iterator[Callable[[Page, str], None]]:
    """Look at a page: whether all of it shows, wide and on a phone, and what axe finds."""
    found = []

    def look(page: Page, name: str) -> None:
        shoot(page, f"{name}-light")
        if clipped := _clipped(page):
            found.append(f"{name}: clipped {clipped}")
        page.set_viewport_size({"width": 320, "height": 700})
        shoot(page, f"{name}-phone")
        if (width := page.evaluate(WIDTH)) > 320:
            found.append(f"{name}: {width} px wide on a phone")
        page.set_viewport_size(WIDE)
        found.extend(_axe(page, name))

    yield look
    assert found == []


def test_between_the_pages(acme, alice, adam, open_page, examine, sign_in_at, settings):
    """The second step of signing in, new secrets, a preview and an outdated form: looked at like the pages."""
    _feed(acme)
    TOTP.activate(adam, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    page = open_page(viewport=WIDE, reduced_motion="reduce")
    page.goto("/sign-in/")
    page.get_by_label("E-mail address").fill(adam.email)
    page.get_by_label("Password").fill("correct horse battery staple")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/sign-in/second-factor/")
    examine(page, "second-step")
    _send_wrongly(page, {"[name=code]": "000000"})
    examine(page, "second-step-wrong")
    page = open_page(viewport=WIDE, reduced_motion="reduce")
    sign_in_at(page, alice.email)
    page.goto("/o/acme/keys/new/?preset=cost-of-runs")
    page.get_by_role("button", name="Create key").click()
    page.get_by_label("API key", exact=True).wait_for()
    examine(page, "key-reveal")
    page.goto("/o/acme/webhooks/new/")
    page.get_by_label("Address", exact=True).fill("https://hooks.example.com/billing")
    page.get_by_label("Alerts").check()
    page.get_by_role("button", name="Add the webhook").click()
    page.get_by_label("Secret", exact=True).wait_for()
    examine(page, "webhook-reveal")
    page.goto("/o/acme/alerts/new/?kind=day_spend")
    page.get_by_label("Amount in US dollars").fill("20")
    page.get_by_role("button", name="Preview").click()
    page.get_by_role("img", name="with the threshold").wait_for()
    examine(page, "alert-preview")
    page.goto("/o/acme/keys/new/?preset=cost-of-runs")
    page.context.clear_cookies(name=settings.CSRF_COOKIE_NAME)
    page.get_by_role("button", name="Create key").click()
    page.get_by_role("heading", name="The form is out of date").wait_for()
    examine(page, "form-out-of-date")


def test_where_another_was_faster(acme, alice, adam, open_page, examine, sign_in_at):
    """What was changed since the page was opened is shown before anything is changed, both ways."""
    another = actors.as_member(adam, authenticated_at=timezone.now())
    page = open_page(viewport=WIDE, reduced_motion="reduce")
    sign_in_at(page, alice.email)
    page.goto("/o/acme/billing-reads/turn-on/")
    turn_on_billing_reads(acme, actor=another, reason="The auditors ask for it", days=7)
    page.get_by_role("button", name="Turn on").click()
    page.get_by_role("heading", name="Someone else changed this first").wait_for()
    assert "The auditors ask for it" in page.get_by_role("alert").inner_text()
    examine(page, "turn-on-conflict")
    page.goto("/o/acme/billing-reads/")
    turn_off_billing_reads(acme, actor=another, reason="They are done")
    page.get_by_role("button", name="Turn off").click()
    page.get_by_role("heading", name="Someone else changed this first").wait_for()
    examine(page, "turn-off-conflict")


def test_too_many_attempts(acme, alice, open_page, examine, sign_in_at):
    page = open_page(viewport=WIDE, reduced_motion="reduce")
    sign_in_at(page, alice.email)
    for _ in range(20):
        page.goto("/account/password/")
        _send_wrongly(page, FAULTS["password"])
        if page.get_by_role("heading", name="Too many attempts").count():
            break
    assert page.locator("main a").count() >= 1
    examine(page, "too-many-attempts")


def test_sign_in_by_a_provider(acme, alice, charlie, open_page, examine, settings, configure, sign_in, live_server):
    """The button, the step between, what a person sees whom the provider turned away, proving it there, tying it."""
    configure(OIDC={"id": "platform", "name": "Example ID"})
    app = {"provider_id": "platform", "name": "Example ID", "client_id": "client", "secret": "s" * 32}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    SocialAccount.objects.create(user=charlie, provider="platform", uid="42", extra_data={})
    charlie.set_unusable_password()
    charlie.save()

    def take_session(page: Page, session_key: str | None) -> None:
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": str(session_key), "url": live_server.url}])

    page = open_page(viewport=WIDE, reduced_motion="reduce")
    page.goto("/sign-in/")
    page.get_by_role("button", name="Sign in with Example ID").wait_for()
    examine(page, "sign-in-with-provider")
    page.goto("/sign-in/oidc/platform/login/")
    page.get_by_role("heading", name="Sign in with Example ID?").wait_for()
    examine(page, "provider-step")
    page.goto("/sign-in/oidc/platform/login/callback/?error=access_denied")
    page.get_by_text("Signing in with the provider did not work. Try again.").wait_for()
    examine(page, "provider-turned-away")
    waiting = SessionStore()
    waiting["provider_to_tie"] = asdict(PendingTie(str(alice.pk), "platform", "43", {}, next="", at=time.time()))
    waiting.create()
    take_session(page, waiting.session_key)
    page.goto("/sign-in/tie/")
    page.get_by_text("An account at Example ID asks to sign in as alice@example.com.").wait_for()
    examine(page, "tie-provider")
    _send_wrongly(page, {"[name=password]": "wrong"})
    examine(page, "tie-provider-wrong")
    take_session(page, sign_in(charlie).session.session_key)
    page.goto("/account/prove/provider/?next=/account/")
    page.get_by_role("button", name="Continue at Example ID").wait_for()
    examine(page, "prove-at-provider")
    page.goto("/account/")
    examine(page, "account-tied")
    page.goto("/account/provider/untie/")
    page.get_by_text("Set a password first").wait_for()
    examine(page, "untie-provider-refused")


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


def test_a_chart_that_arrives_in_parts_does_not_shift(scene, alice, open_page, sign_in_at):
    """Cut where the dates below the bars are half there: those that are shown stay where they are."""
    page = open_page(viewport=WIDE)
    sign_in_at(page, alice.email)
    page.goto("/o/acme/overview/?days=365")
    whole = page.content()
    start = whole.index('<ul class="dates"')
    cut = whole.index("<li", (start + whole.index("</ul>", start)) // 2)
    assert page.evaluate(ARRIVES_IN_PARTS, [whole[:cut], whole[cut:]]) == 0


def _faults_otherwise(page: Page, name: str, shoot: Callable[[Page, str], None], dark: set[str]) -> Iterator[str]:
    """Look at the page in dark, in forced colors, on a phone and with large text; leave it light, wide and moving."""
    page.emulate_media(color_scheme="dark")
    shoot(page, f"{name}-dark")
    if _looks_new(page, dark):
        yield from _told(f"{name}, dark", page.evaluate(FINDINGS, COLORS))
    if moving := page.evaluate(MOVING):
        yield f"{name}: moves {moving}"
    page.emulate_media(color_scheme="light", forced_colors="active")
    yield from (f"{name}: {lost}" for lost in page.evaluate(LOST_IN_FORCED_COLORS))
    page.emulate_media(forced_colors="none")
    page.set_viewport_size({"width": 320, "height": 700})
    width, cut_off, wide_lists = page.evaluate(ON_A_PHONE)
    shoot(page, f"{name}-phone")
    if width > 320:
        yield f"{name}: {width} px wide on a phone"
    yield from (f"{name}: cuts off on a phone: {which}" for which in cut_off)
    yield from (f"{name}: is no list on a phone: {which}" for which in wide_lists)
    page.set_viewport_size(WIDE)
    width, clipped = page.evaluate(WITH_LARGE_TEXT)
    if width > 1280 or clipped:
        yield f"{name}: at 200 % text {width} px wide, clipped {clipped}"
    page.emulate_media(reduced_motion="no-preference")


def _looks_new(page: Page, known: set[str]) -> bool:
    """Tell whether text of the page looks in a way that is not known yet, and add what it looks like to the known.

    Text in a box that may lie over others is always new: what is behind it is not known.
    """
    looks = set(page.evaluate(LOOKS))
    is_new = not looks <= known
    known |= {each for each in looks if OVER not in each}
    return is_new


def _axe(page: Page, name: str) -> list[str]:
    """What axe finds in light, and in dark of what depends on colors."""
    light = _axe_light(page, name)
    page.emulate_media(color_scheme="dark")
    dark = _told(f"{name}, dark", page.evaluate(FINDINGS, COLORS))
    page.emulate_media(color_scheme="light")
    return light + dark


def _axe_light(page: Page, name: str) -> list[str]:
    """Load axe, and say what it finds on the page as it is."""
    return _told(f"{name}, light", page.evaluate(f"{AXE_SCRIPT};\n{FINDINGS}", RULES))


def _told(where: str, violations: list[dict[str, Any]]) -> list[str]:
    return [f"{where}: {each['id']} {each['nodes'][0]['html'][:160]}" for each in violations]


def _send_wrongly(page: Page, typed: dict[str, str]) -> None:
    for selector, value in typed.items():
        for field in page.locator(f"main form[method=post] {selector}").all():
            field.check() if value == "check" else field.uncheck() if value == "uncheck" else field.fill(value)
    with page.expect_navigation():
        page.evaluate(
            """() => { const form = document.querySelector("main form.card[method=post]");
                       form.noValidate = true; form.requestSubmit(); }"""
        )


def _packed(page: Page, seen: dict[str, Any], known: dict[str, int]) -> int:
    """The page and all that it loads, each packed by itself, as a server sends it; ``known`` keeps what was loaded."""
    loaded = set(seen["loaded"])
    for address in loaded - known.keys():
        known[address] = len(gzip.compress(page.request.get(address).body()))
    return len(gzip.compress(seen["html"].encode())) + sum(map(known.__getitem__, loaded))


def _clipped(page: Page) -> list[str]:
    return page.evaluate(CLIPPED)


CLIPPED = """() => [...document.querySelectorAll('main *')]
    .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible'
                 && !['INPUT', 'SELECT'].includes(e.tagName) && !e.matches('[role=region]'))
    .map(e => e.outerHTML.slice(0, 120))"""
WIDTH = "document.documentElement.scrollWidth"
# Cells and labels of figures that are not whole inside the box that scrolls or ends them.
CUT_OFF = """() => [...document.querySelectorAll(
        '.figures :is(tbody, tfoot) :is(th, td), .figure, .dates span, .ticks li')]
    .filter(e => {
        if (!e.checkVisibility()) return false;
        const box = e.closest('.scroll, .card').getBoundingClientRect();
        const words = document.createRange();
        words.selectNodeContents(e);
        return [...words.getClientRects()].some(each => each.right > box.right + 0.5 || each.left < box.left - 0.5);
    })
    .map(e => e.outerHTML.slice(0, 120))"""
# Tables that are lists on a phone: none is wider than it, and each cell leaves room for its label.
WIDE_LISTS = """() => [...document.querySelectorAll('.scroll:has(> .stack)')]
    .filter(e => e.scrollWidth > e.clientWidth + 1 || [...e.querySelectorAll('td')].some(
        td => td.innerText && (!td.dataset.label || parseFloat(getComputedStyle(td).paddingLeft) < 80)))
    .map(e => e.getAttribute('aria-label'))"""
# A summary of faults that is missing, or its links that focus no control.
LEADS_NOWHERE = """() => !document.querySelector('[role=alert]') ? ['no summary of what is wrong'] :
    [...document.querySelectorAll('[role=alert] a[href^="#"]')].map(link => {
        link.click();
        const there = document.getElementById(link.hash.slice(1));
        if (there) there.focus();
        return there && document.activeElement === there ? '' : `leads nowhere: ${link.outerHTML}`;
    }).filter(Boolean)"""
SHIFT = """() => new Promise(done => {
    const shifts = [];
    const box = rect => [rect.x, rect.y, rect.width, rect.height].map(Math.round).join(' ');
    const name = node => node && (node.outerHTML || node.data).slice(0, 60);
    const told = source => `${name(source.node)} from ${box(source.previousRect)} to ${box(source.currentRect)}`;
    new PerformanceObserver(list => {
        for (const each of list.getEntries()) shifts.push(`${each.value}: ${each.sources.map(told).join('; ')}`);
    }).observe({type: 'layout-shift', buffered: true});
    requestAnimationFrame(() => setTimeout(() => done(shifts.join(' | ')), 30));
})"""
OVER = "over others"
# How each text looks, and the grounds behind it: all that axe's rules on colors know of it.
LOOKS = f"""() => {{
    const grounds = new Map();
    const ground = e => {{
        if (!e) return '';
        if (!grounds.has(e)) {{
            const s = getComputedStyle(e), isOver = ['absolute', 'fixed', 'sticky'].includes(s.position);
            const own = [s.backgroundColor, s.backgroundImage, s.opacity, s.filter, isOver ? '{OVER}' : ''].join();
            grounds.set(e, `${{ground(e.parentElement)}} ${{own === 'rgba(0, 0, 0, 0),none,1,none,' ? '' : own}}`);
        }}
        return grounds.get(e);
    }};
    const looks = new Set();
    for (const e of document.body.querySelectorAll('*')) {{
        const says = e.matches('input, select, textarea') ||
            [...e.childNodes].some(each => each.nodeType === Node.TEXT_NODE && each.data.trim());
        const {{right, bottom}} = e.getBoundingClientRect();
        if (!says || !e.checkVisibility() || right <= 0 || bottom <= 0) continue;
        const s = getComputedStyle(e), around = getComputedStyle(e.parentElement);
        looks.add([ground(e).trim(), s.color, s.fontSize, s.fontWeight, s.textShadow, e.matches(':disabled'),
            e.matches('a') && [s.textDecorationLine, s.borderBottomWidth, around.color, around.fontWeight]].join('|'));
    }}
    return [...looks];
}}"""
# Each look at a page is one call: a call to the browser takes milliseconds by itself.
SEEN = f"""async () => ({{
    shift: await ({SHIFT})(), clipped: ({CLIPPED})(), html: document.documentElement.outerHTML,
    loaded: performance.getEntriesByType('resource').map(each => each.name),
}})"""
ON_A_PHONE = f"""() => {{
    document.querySelectorAll('main details').forEach(each => each.open = true);
    return [{WIDTH}, ({CUT_OFF})(), ({WIDE_LISTS})()];
}}"""
WITH_LARGE_TEXT = f"""() => {{
    document.documentElement.style.fontSize = '200%';
    return [{WIDTH}, ({CLIPPED})()];
}}"""
ARRIVES_IN_PARTS = """async ([first, rest]) => {
    const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)));
    let sum = 0;
    document.open();
    document.write(first);
    await painted();
    await painted();
    new PerformanceObserver(list => { for (const each of list.getEntries()) sum += each.value; })
        .observe({type: 'layout-shift'});
    document.write(rest);
    document.close();
    await painted();
    await painted();
    return sum;
}"""
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
