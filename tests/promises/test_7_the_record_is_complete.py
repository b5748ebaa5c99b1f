"""Promise 7: every way to change or read anything records exactly the events listed here, and no secret in them.

Each page, admin page, API route, command and job is listed and really used once; a new one that is not listed fails
the test. None may record an event too many or too few, an event without an actor, or a secret in any field.
"""

import io
import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.core import mail
from django.core.management import CommandError, call_command, get_commands
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django import app

from accounts.models import User
from accounts.staff import send_reset_link
from billing_access.access.services import rotate_key, suspend_billing_reads, turn_on_billing_reads
from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.alerts.services import create_rule
from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.models import VoidedRun
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.ingest.run_validation import Defaults
from billing_access.billing.models import BalanceEntry, Run
from billing_access.billing.operators import add_balance_entry, open_account, void_runs
from billing_access.billing.tags.registered import register_tag
from billing_access.routes import ROUTES
from billing_access.webhooks.models import WebhookDelivery
from billing_access.webhooks.services import secret_version
from billing_audit.event_types import BY_ACTION
from billing_audit.models import AuditEvent, AuditPart
from config.site_views import SITE_ROUTES
from orgs import actors
from orgs.mail.notify import silence
from orgs.models import Membership
from orgs.services import invitations, members
from orgs.services.closing import close_organization
from tests.addresses import OUR_APPS, patterns
from tests.conftest import statement_settings
from tests.sent_mail import sent_to_each

PASSWORD = "correct horse battery staple"
NEW = "an entirely new password"
SYSTEM = actors.command("tests")
LOG = "o/<slug:slug>/audit-log/"
KEY = "o/<slug:slug>/keys/<uuid:key_id>/"
RULE = "o/<slug:slug>/alerts/<uuid:rule_id>/"
WEBHOOK = "o/<slug:slug>/webhooks/<uuid:webhook_id>/"
MEMBER = "o/<slug:slug>/members/<int:membership_id>/"
INVITED = "o/<slug:slug>/members/invitations/<int:invitation_id>/"

# Pages that record that they were viewed. All others show no billing data and record nothing.
LOOKED_AT: dict[str, list[str]] = {
    "o/<slug:slug>/overview/": ["billing.viewed"],
    "o/<slug:slug>/balance/": ["billing.viewed"],
    "o/<slug:slug>/alerts/": ["billing.viewed"],
    LOG: ["audit_log.viewed"],
    f"{LOG}<uuid:event_id>/": ["audit_log.viewed"],
    f"{LOG}export.csv": ["audit_log.export_begun", "audit_log.export_ended"],
    f"{LOG}export.ndjson": ["audit_log.export_begun", "audit_log.export_ended"],
}
# What closing the scene's organization records: for its keys, its invitation, its webhooks and itself.
CLOSING = [
    *["api_key.revoked"] * 3, "member.invitation_revoked", "organization.closed", *["webhook.removed"] * 2,
]  # fmt: skip
# Forms, by URL pattern: what is sent, and the events that it records. A change of how a person signs in stands in the
# platform's log and in that of their organization. The scene fills in names in braces.
SENT: dict[str, tuple[dict[str, Any], list[str]]] = {
    "account/": ({"name": "Alice Liddell"}, ["user.renamed"]),
    "account/email/": ({"email": "alice@new.example"}, ["user.email_change_requested"]),
    "account/password/": ({"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}, ["user.password_set"] * 2),
    "account/prove/": ({"password": PASSWORD}, ["user.reauthenticated"]),
    # It sends an e-mail, to people without a password. Nothing has changed yet.
    "account/second-factor/link/": ({}, []),
    "sign-in/": ({"login": "bob@example.com", "password": PASSWORD}, ["user.signed_in"]),
    "sign-in/forgotten/": ({"email": "bob@example.com"}, []),
    "sign-out/": ({}, ["user.signed_out"]),
    "o/<slug:slug>/settings/low-balance/": ({"threshold": "500"}, ["account.updated"]),
    "o/<slug:slug>/alerts/new/": ({"kind": "day_spend", "amount": "500"}, ["alert_rule.created"]),
    RULE: ({"amount": "600"}, ["alert_rule.changed"]),
    f"{RULE}remove/": ({}, ["alert_rule.removed"]),
    f"{RULE}mute/": ({"muted": "on"}, ["alert_rule.muted"]),
    f"{RULE}test/": ({}, ["alert.tested"]),
    "o/<slug:slug>/webhooks/new/": (
        {
            "url": "https://hooks.example.com/new",
            "topics": ["alert"],
            "form_token": "6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b",
        },
        ["webhook.created"],
    ),
    f"{WEBHOOK}change/": ({"topics": ["alert", "audit.event"]}, ["webhook.changed"]),
    f"{WEBHOOK}rotate/": ({"overlap_hours": 24, "version": "<version>"}, ["webhook.secret_rotated"]),
    f"{WEBHOOK}remove/": ({}, ["webhook.removed"]),
    f"{WEBHOOK}test/": ({}, ["webhook.tested"]),
    f"{WEBHOOK}deliveries/<uuid:delivery_id>/send-again/": ({}, ["webhook.sent_again"]),
    # These two act on the one that is disabled, and that nobody holds.
    f"{WEBHOOK}adopt/": ({}, ["webhook.adopted"]),
    f"{WEBHOOK}turn-on/": ({}, ["webhook.enabled"]),
    "o/<slug:slug>/settings/tags/": ({"key": "state"}, ["tag.registered"]),
    "o/<slug:slug>/settings/url/": ({"slug": "acme-2"}, ["organization.renamed"]),
    "o/<slug:slug>/settings/close/": ({"name": "Acme Robotics"}, CLOSING),
    "o/<slug:slug>/settings/tags/remove/": ({"key": "county"}, ["tag.unregistered"]),
    "o/<slug:slug>/billing-reads/turn-on/": ({"version": 0, "reason": "Nightly job"}, ["billing_reads.enabled"]),
    "o/<slug:slug>/billing-reads/turn-off/": ({}, ["billing_reads.disabled"]),
    "o/<slug:slug>/keys/new/": (
        {
            "name": "N",
            "lifetime_days": 90,
            "scopes": ["runs:read"],
            "form_token": "6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b",
        },
        ["api_key.created"],
    ),
    # It redirects to the filters' URL, and the view of that is recorded.
    LOG: ({"outcome": "denied"}, []),
    KEY: ({"scopes": ["runs:read"], "reason": "Less"}, ["api_key.scopes_changed"]),
    f"{KEY}addresses/": ({"allowed_networks": "203.0.113.0/24"}, ["api_key.addresses_changed"]),
    f"{KEY}rotate/": ({"overlap_hours": 24, "lifetime_days": 90}, ["api_key.created", "api_key.rotated"]),
    f"{KEY}cancel-rotation/": ({}, ["api_key.revoked", "api_key.rotation_canceled"]),
    f"{KEY}revoke/": ({"reason": "Lost"}, ["api_key.revoked"]),
    "o/<slug:slug>/members/invite/": ({"email": "new@example.com", "role": "auditor"}, ["member.invited"]),
    # Alice holds the webhook.
    "o/<slug:slug>/members/leave/": ({}, ["member.left", "webhook.paused"]),
    MEMBER: ({"role": "billing"}, ["member.role_changed"]),
    f"{MEMBER}remove/": ({}, ["member.removed"]),
    f"{MEMBER}confirm/": ({}, ["member.hold_confirmed"]),
    f"{INVITED}resend/": ({}, ["member.invitation_resent"]),
    f"{INVITED}revoke/": ({}, ["member.invitation_revoked"]),
    # These answer the same whatever the method: an error's page, and a path that is no page.
    "errors/<slug:code>": ({}, []),
    "^v1(?:/[\\s\\S]*)?\\Z": ({}, []),
}
# Forms with several steps. Each has a test of its own below.
IN_STEPS = {
    "account/second-factor/add/", "account/second-factor/remove/", "account/recovery-codes/new/",
    "account/prove/second-factor/", "account/email/confirm/", "account/email/undo/", "sign-in/second-factor/",
    "set-password/<uidb64>/<token>/", "invitation/", "invitation/account/", "o/<slug:slug>/settings/",
}  # fmt: skip
# With the platform's provider, if one is set: tests/accounts/ui/test_provider_sign_in.py,
# tests/accounts/test_sign_in_changes.py, tests/attacks/test_proof_at_the_provider.py and test_tying_a_provider.py.
BY_PROVIDER = {
    "sign-in/oidc/<slug:provider_id>/login/", "sign-in/oidc/<slug:provider_id>/login/callback/",
    "account/prove/provider/", "account/provider/untie/", "sign-in/tie/",
}  # fmt: skip


PATTERNS = patterns()
API = {route.path.removeprefix("/").replace("{run_id}", "<billing_run_id:run_id>") for route in (*ROUTES, *SITE_ROUTES)}
API -= {"v1"}
PAGES = sorted(path for path in PATTERNS - API if not path.startswith("admin/"))


# The only format of a time in an event.
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z")


class Left:
    """The events recorded since its creation. ``actions`` also checks what must hold for every event."""

    def __init__(self) -> None:
        self.known = set(AuditEvent.objects.values_list("pk", flat=True))
        self.secrets: set[str] = {PASSWORD, NEW}

    def actions(self) -> list[str]:
        """Return their actions in alphabetical order."""
        events = list(AuditEvent.objects.exclude(pk__in=self.known))
        said = [event.body for event in events]
        said += [json.dumps(each.data) for each in AuditPart.objects.filter(event_id__in=[e.pk for e in events])]
        assert len(said) == sum(1 + len(event.content["commitments"]) for event in events)
        for event in events:
            assert event.action in BY_ACTION
            assert event.actor_id or (event.actor_kind, event.outcome) == ("anonymous", "denied"), event.action
            assert (event.actor_kind == "system") == (not event.request_id), event.action
        for written in re.findall(r'"([12]\d{3}-\d\d-\d\d[T ]\d\d[^"]*)"', "\n".join(said)):
            assert RFC_3339.fullmatch(written), f"an event has a time in another spelling: {written}"
        for secret in self.secrets:
            assert not any(secret in text for text in said), secret
        return sorted(event.action for event in events)


@pytest.fixture
def left(scene) -> Left:
    """Created after all objects of the scene."""
    return scene["left"]


@pytest.fixture
def scene(acme, alice, bob, make_key, make_webhook, sign_in, run_jobs) -> dict[str, Any]:
    """One object of each kind that is acted on, and all of their secrets."""
    with silence():
        open_account(acme, actor=SYSTEM)
        members.add_member(acme, user=User.objects.create_user("olga@example.com"), role="owner", actor=SYSTEM)
        issued = make_key(acme)
        replaced = make_key(acme, name="Replaced")
        successor = rotate_key(replaced.key, actor=SYSTEM, overlap_hours=24)
        register_tag(acme, "county", actor=SYSTEM)
        rule = create_rule(acme, Parameters("day_spend", amount_usd=Decimal(5)), actor=SYSTEM)
    webhook = make_webhook(acme, alice)
    disabled = make_webhook(acme, None, url="https://hooks.example.com/disabled", state="disabled")
    delivery = WebhookDelivery.objects.create(
        id=uuid4(), endpoint=webhook, type="alert.fired", body="{}", state="failed"
    )
    invitation = invitations.invite(acme, email="ada@example.com", role="auditor", actor=SYSTEM)
    run_jobs()
    (token,) = re.findall(r"/invitations/([^/\s]+)/", mail.outbox[-1].body)
    client = sign_in(alice)
    left = Left()
    left.secrets |= {issued.secret, replaced.secret, successor.secret, token, client.session.session_key}
    return {
        "left": left, "client": client, "secret": issued.secret, "token": token, "acme": acme,
        "<slug:slug>": "acme", "<uuid:key_id>": str(issued.key.pk), "replaced": str(replaced.key.pk),
        "<uuid:rule_id>": str(rule.pk), "<uuid:webhook_id>": str(webhook.pk), "<uuid:delivery_id>": str(delivery.pk),
        "disabled": str(disabled.pk), "<version>": secret_version(webhook),
        "<int:membership_id>": str(Membership.objects.get(user=bob).pk), "<int:invitation_id>": str(invitation.pk),
        "<uuid:event_id>": str(AuditEvent.objects.filter(organization_id=acme.public_id).latest("id").pk),
        "<slug:code>": "missing_key", "<slug:provider_id>": "platform", "<str:token>": "none", "<uidb64>": "MQ",
        "<token>": "set-password", "^v1(?:/[\\s\\S]*)?\\Z": "v1/nothing",
    }  # fmt: skip


def address(pattern: str, scene: dict[str, Any]) -> str:
    """Fill the scene's values into a pattern."""
    for placeholder, value in scene.items():
        if placeholder[0] in "<^":
            pattern = pattern.replace(placeholder, value)
    assert "<" not in pattern
    return f"/{pattern}"


def read(answer: Any) -> Any:
    """Read an answer to its end, as a browser does."""
    answer.getvalue()
    return answer


# Pages


@contextmanager
def undone(scene: dict[str, Any]) -> Iterator[None]:
    """Roll back what one path did, so that the next one finds the scene unchanged."""
    client, cookies = scene["client"], scene["client"].cookies.copy()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    client.cookies = cookies


@pytest.mark.django_db
def test_looking_at_a_page(scene, left):
    found = {}
    for pattern in PAGES:
        with undone(scene):
            read(scene["client"].get(address(pattern, scene)))
            found[pattern] = left.actions()
    assert found == {pattern: LOOKED_AT.get(pattern, []) for pattern in PAGES}


@pytest.mark.django_db
def test_sending_a_form(scene, left):
    found = {}
    for pattern, (form, _) in SENT.items():
        with undone(scene):
            known = set(left.known)
            if pattern.endswith("turn-off/"):
                turn_on_billing_reads(scene["acme"], actor=SYSTEM)
                left.known |= set(AuditEvent.objects.values_list("pk", flat=True))
            if pattern.endswith("confirm/"):
                send_reset_link(User.objects.get(email="bob@example.com"), reason="Ticket 7", actor=SYSTEM)
                left.known |= set(AuditEvent.objects.values_list("pk", flat=True))
            own = {"<uuid:key_id>": scene["replaced"]} if pattern.endswith("cancel-rotation/") else {}
            if pattern.startswith(WEBHOOK) and pattern.endswith(("adopt/", "turn-on/")):
                own = {"<uuid:webhook_id>": scene["disabled"]}
            form = {name: scene["<version>"] if value == "<version>" else value for name, value in form.items()}
            client = Client() if pattern in {"sign-in/", "sign-in/forgotten/"} else scene["client"]
            answer = client.post(address(pattern, {**scene, **own}), form)
            left.secrets |= set(re.findall(r"bak_\w{30,}|whsec_[\w+/=]{40,}", answer.content.decode()))
            assert answer.status_code in {200, 302, 404}, pattern
            found[pattern] = left.actions()
            left.known = known
    assert found == {pattern: sorted(expected) for pattern, (_, expected) in SENT.items()}


@pytest.mark.django_db
def test_every_form_is_listed(scene):
    takes = set()
    for pattern in PAGES:
        with transaction.atomic():
            if scene["client"].post(address(pattern, scene)).status_code != 405:
                takes.add(pattern)
            transaction.set_rollback(True)
    assert takes - BY_PROVIDER <= set(SENT) | IN_STEPS
    assert set(SENT) | IN_STEPS <= set(PAGES)


@pytest.mark.django_db
def test_another_address_and_the_way_back(scene, left, run_jobs):
    client = scene["client"]

    def follow(address: str, *expected: str) -> None:
        (path,) = re.findall(r"http://localhost:8000(/account/email/\S+/)", sent_to_each(run_jobs)[address])
        left.secrets.add(path.split("/")[-2])
        client.post(client.get(path).headers["Location"])
        assert left.actions() == sorted(expected)
        left.known |= set(AuditEvent.objects.values_list("pk", flat=True))

    client.post("/account/email/", {"email": "alice@new.example"})
    follow("alice@new.example", "user.email_change_requested", "user.email_changed", "user.email_changed")
    follow("alice@example.com", "user.email_restored", "user.email_restored")


@pytest.mark.django_db
def test_signing_in_with_a_wrong_password_and_with_nobodys_address(scene, left):
    for login in ("bob@example.com", "nobody@example.com"):
        Client().post("/sign-in/", {"login": login, "password": "wrong wrong wrong"})
    left.secrets.add("wrong wrong wrong")
    assert left.actions() == ["user.sign_in_failed"] * 2


def code_for(secret: str, step: int = 0) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + step)))


@pytest.mark.django_db
def test_the_second_factor_from_its_adding_to_its_removal(scene, left):
    client = scene["client"]
    page = client.get("/account/second-factor/add/").content.decode()
    (secret,) = re.findall(r"<code>([A-Z2-7]{32})</code>", page)
    left.secrets.add(secret)

    def does(*expected: str) -> None:
        assert left.actions() == sorted(expected)
        left.known |= set(AuditEvent.objects.values_list("pk", flat=True))

    client.post("/account/second-factor/add/", {"code": code_for(secret, -1)})
    does("user.second_factor_changed", "user.second_factor_changed")
    codes = re.findall(r"<li><code>(\d+)</code>", client.get("/account/recovery-codes/").content.decode())
    left.secrets |= set(codes)
    assert len(codes) == 10
    fresh = Client()
    fresh.post("/sign-in/", {"login": "alice@example.com", "password": PASSWORD})
    does()
    fresh.post("/sign-in/second-factor/", {"code": "000000"})
    does("user.sign_in_failed")
    fresh.post("/sign-in/second-factor/", {"code": codes[0]})
    does("user.recovery_code_used", "user.recovery_code_used", "user.signed_in")
    assert fresh.post("/account/prove/second-factor/", {"code": code_for(secret, 1)}).status_code == 302
    does("user.reauthenticated")
    fresh.post("/o/acme/settings/", {"requires_second_factor": "on", "time_zone": "UTC"})
    does("organization.second_factor_rule_changed")
    fresh.post("/o/acme/settings/", {"time_zone": "UTC"})
    does("organization.second_factor_rule_changed")
    fresh.post("/account/recovery-codes/new/")
    does("user.second_factor_changed", "user.second_factor_changed")
    fresh.post("/account/second-factor/remove/")
    does("user.second_factor_changed", "user.second_factor_changed")


@pytest.mark.django_db
def test_a_forgotten_password(scene, left, run_jobs):
    Client().post("/sign-in/forgotten/", {"email": "bob@example.com"})
    run_jobs()
    link = re.findall(r"http://localhost:8000(/set-password/\S+)", mail.outbox[-1].body)[0]
    left.secrets.add(link.split("/")[-2])
    client = Client()
    form = client.get(link, follow=True)
    answer = client.post(form.request["PATH_INFO"], {"new_password1": NEW, "new_password2": NEW})
    assert answer.status_code == 302
    # In the platform's log and in that of Bob's organization.
    assert left.actions() == ["user.password_set"] * 2


@pytest.mark.django_db
def test_an_invitation_that_is_accepted_by_somebody_new(scene, left):
    client = Client()
    client.get(f"/invitations/{scene['token']}/", follow=True)
    form = {"invitation": scene["<int:invitation_id>"], "name": "Ada", "password": NEW, "again": NEW}
    answer = client.post("/invitation/account/", form)
    assert answer.status_code == 302, answer.content.decode()
    assert left.actions() == ["member.added", "user.created"]


@pytest.mark.django_db
def test_an_invitation_that_is_accepted_by_somebody_known(scene, left, sign_in):
    client = sign_in(User.objects.create_user("ada@example.com"))
    client.get(f"/invitations/{scene['token']}/")
    assert client.post("/invitation/", {"invitation": scene["<int:invitation_id>"]}).status_code == 302
    assert left.actions() == ["member.added"]


# The Django admin

STAFF_LOOKS = {
    "admin/billing_audit/auditevent/": "audit_log.viewed",
    "admin/billing_audit/auditevent/<path:object_id>/change/": "audit_log.viewed",
    "admin/billing_access/run/": "billing.viewed",
    "admin/billing_access/run/<path:object_id>/change/": "billing.viewed",
    "admin/billing_access/voidedrun/": "billing.viewed",
    "admin/billing_access/voidedrun/<path:object_id>/change/": "billing.viewed",
    "admin/billing_access/batch/": "billing.viewed",
    "admin/billing_access/batch/<path:object_id>/change/": "billing.viewed",
    "admin/billing_access/balanceentry/": "billing.viewed",
    "admin/billing_access/balanceentry/<path:object_id>/change/": "billing.viewed",
}
STAFF_SENT: dict[str, tuple[dict[str, Any], list[str]]] = {
    "admin/billing_orgs/organization/<path:object_id>/billing-reads/": (
        {"version": "0", "enabled": "on"},
        ["billing_reads.enabled"],
    ),
    "admin/billing_orgs/organization/<path:object_id>/suspend/": ({}, ["billing_reads.suspended"]),
    "admin/billing_orgs/organization/<path:object_id>/close/": ({}, CLOSING),
    "admin/billing_orgs/organization/<path:object_id>/reopen/": ({}, ["organization.reopened"]),
    "admin/billing_access/apikey/<path:object_id>/scopes/": ({"scopes": ["runs:read"]}, ["api_key.scopes_changed"]),
    "admin/billing_access/apikey/<path:object_id>/revoke/": ({}, ["api_key.revoked"]),
    "admin/billing_access/suspension/platform/": ({}, ["billing_reads.suspended"]),
    "admin/billing_access/suspension/<path:object_id>/lift/": ({}, ["billing_reads.unsuspended"]),
    "admin/billing_accounts/user/add/": (
        {"email": "new@example.com"},
        ["user.created"],
    ),
    "admin/billing_accounts/user/<path:object_id>/change/": (
        {"is_staff": "on", "billing_memberships-TOTAL_FORMS": "0", "billing_memberships-INITIAL_FORMS": "0"},
        # On the platform's log, and on that of each organization of the person.
        ["user.changed"] * 2,
    ),
    "admin/billing_accounts/user/<path:object_id>/reset-link/": ({}, ["user.reset_link_sent"] * 2),
    "admin/logout/": ({}, ["user.signed_out"]),
}


@pytest.fixture
def staff(scene, dana, bob, sign_in) -> dict[str, str]:
    """Sign Dana in, and return the primary keys of the rows that the admin's paths are filled in with, by table."""
    acme = scene["acme"]
    suspension = suspend_billing_reads(acme, actor=SYSTEM, reason="incident")
    now = timezone.now()
    add_balance_entry(acme, kind="top_up", amount_usd=Decimal(9), reference="t", occurred_at=now, actor=SYSTEM)
    runs = [{"run_id": name, "started_at": now.isoformat(), "total_cost_usd": "1"} for name in ("wr_1", "wr_2")]
    rows = [SourceRow(number, run) for number, run in enumerate(runs, start=1)]
    batch = ingest(rows, OrganizationFinder(organization=acme), actor=SYSTEM, defaults=Defaults())
    void_runs(acme, ["wr_2"], reason="Ticket 7", actor=SYSTEM)
    scene["client"] = sign_in(dana)
    scene["left"].known |= set(AuditEvent.objects.values_list("pk", flat=True))
    return {
        "organization": str(acme.pk), "apikey": scene["<uuid:key_id>"], "suspension": str(suspension.pk),
        "user": str(bob.pk), "membership": scene["<int:membership_id>"], "auditevent": scene["<uuid:event_id>"],
        "run": str(Run.objects.get().pk), "balanceentry": str(BalanceEntry.objects.get().pk), "batch": str(batch.pk),
        "voidedrun": str(VoidedRun.objects.get().pk),
    }  # fmt: skip


def staff_address(pattern: str, rows: dict[str, str]) -> str:
    """Fill in a URL pattern of the admin."""
    table = pattern.split("/")[2] if pattern.count("/") > 2 else ""
    path = "/" + pattern.replace("^", "").replace("(?P<url>.*)$", "nothing")
    if path in {f"/admin/billing_access/{each}/" for each in ("run", "voidedrun", "balanceentry")}:
        path += f"?organization__id__exact={rows['organization']}"
    return (
        re.sub(r"<(path:object_id|id)>", rows.get(table, "1"), path)
        .replace("(?P<app_label>", "")
        .replace("<int:content_type_id>", "1")
    )


ADMIN = sorted(path for path in PATTERNS if path.startswith("admin/") and "(?P<app_label>" not in path)


@pytest.mark.django_db
def test_looking_at_an_address_of_the_admin(scene, staff, left):
    found = {}
    for pattern in ADMIN:
        with undone(scene):
            read(scene["client"].get(staff_address(pattern, staff)))
            found[pattern] = left.actions()
    assert found == {pattern: [STAFF_LOOKS[pattern]] if pattern in STAFF_LOOKS else [] for pattern in ADMIN}


@pytest.mark.django_db
def test_sending_to_an_address_of_the_admin(scene, staff, left):
    assert set(STAFF_SENT) <= set(ADMIN)
    for pattern in ADMIN:
        form, expected = STAFF_SENT.get(pattern, ({"post": "yes"}, []))
        with undone(scene):
            known = set(left.known)
            if pattern.endswith("suspend/"):
                lift = reverse("admin:billing_access_suspension_lift", args=[staff["suspension"]])
                scene["client"].post(lift, {"reason": "r"})
            if pattern.endswith("reopen/"):
                close_organization(scene["acme"], actor=SYSTEM, reason="Ticket 7")
            left.known |= set(AuditEvent.objects.values_list("pk", flat=True))
            before = _fingerprint()
            answer = scene["client"].post(staff_address(pattern, staff), {"reason": "Ticket 7", **form})
            assert answer.status_code == 302 or not expected, pattern
            looks = [STAFF_LOOKS[pattern]] if pattern in STAFF_LOOKS and answer.status_code == 200 else []
            assert left.actions() == sorted([*expected, *looks]), pattern
            assert expected or _fingerprint() == before, pattern
            left.known = known


def _fingerprint() -> dict[str, str | None]:
    """Return what staff could change: a hash of the rows of every table that the admin shows, except events."""
    from django.contrib import admin

    tables = [model._meta.db_table for model in admin.site._registry if model is not AuditEvent]
    rows = "SELECT '{0}', md5(string_agg(t::text, ' ' ORDER BY t::text)) FROM {0} t"
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(map(rows.format, tables)))
        return dict(cursor.fetchall())


# The API


@pytest.mark.django_db
@pytest.mark.parametrize("route", [route for route in ROUTES if not route.public], ids=lambda route: route.name)
def test_asking_a_route(scene, left, api, make_key, route):
    turn_on_billing_reads(scene["acme"], actor=SYSTEM)
    narrow = make_key(scene["acme"], "runs:read" if "runs:read" not in route.scopes else "audit:read").secret
    left.known |= set(AuditEvent.objects.values_list("pk", flat=True))
    left.secrets.add(narrow)
    path = route.path.replace("{run_id}", "wr_none") + ("?runs=1" if "estimate" in route.path else "")
    api(path, scene["secret"])
    expected = [route.event] if route.event else []
    assert left.actions() == expected
    if route.scopes:
        assert api(path, narrow).status_code == 403
        assert left.actions() == expected * 2
    events = AuditEvent.objects.exclude(pk__in=left.known)
    assert all(event.details["route"] == route.path for event in events)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "route", [route for route in (*ROUTES, *SITE_ROUTES) if route.public], ids=lambda route: route.name
)
def test_a_public_route_leaves_nothing(scene, left, api, route):
    api(route.path, scene["secret"])
    assert left.actions() == []


@pytest.mark.django_db
def test_keys_that_are_none_leave_what_the_promise_says(scene, left, api):
    from billing_access.access.key_format import new_secret

    unknown = new_secret()
    left.secrets.add(unknown)
    for secret in (None, "bak_live_x", unknown):
        api("/v1/billing/state", secret)
    assert left.actions() == ["api_key.refused"]


# Commands and jobs

NOTHING_TO_CHANGE = {
    "audit_key": (), "audit_partitions": (), "doctor": (), "database_roles": ("--sql",), "check_permissions": (),
    "list_imports": (), "encrypt_second_factors": None, "encrypt_webhook_secrets": None,
    "record_failover": None, "record_restore": None,
    "seal_audit": None, "seed_demo": None, "keep_release": None, "serve_metrics": None,
    "run_due": None, "send_webhooks": None, "write_openapi": None,
    # Without --database it only looks; with it nothing is left to record in: tests/test_uninstall.py.
    "uninstall_billing_access": (),
}  # fmt: skip
WHY = ("--reason", "Ticket 7")
COMMANDS: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "create_organization": (
        ("--name", "New", "--slug", "new", "--owner", "nora@example.com"),
        # The link is on the platform's log and on the organization's.
        ["member.added", "organization.created", "user.created", *["user.password_link_printed"] * 2],
    ),
    "createsuperuser": (("--noinput", "--email", "sam@example.com", *WHY), ["user.created"]),
    # On the platform's log, and on that of each organization of the person.
    "changepassword": (("bob@example.com", *WHY), ["user.password_set"] * 2),
    # On its own log, and on the platform's.
    "delete_organization": (("--organization", "{org}", "--yes", *WHY), ["organization.deleted"] * 2),
    "revoke_key": (("--key-id", "{key}"), ["api_key.revoked"]),
    "register_key": (
        ("--organization", "acme", "--name", "P", "--scopes", "runs:read", "--expires", "90", *WHY),
        ["api_key.registered"],
    ),
    "remove_second_factor": (("alice@example.com", *WHY), ["user.second_factor_changed"] * 2),
    "import_runs": (("--organization", "acme", "{runs}"), ["runs.imported"]),
    "void_runs": (("--organization", "acme", "wr_1", "--reason", "Ticket 7", "--yes"), ["runs.voided"]),
    "credit_run": (
        ("--organization", "acme", "--run", "wr_1", "--amount", "0.1", "--reference", "ref_1"),
        ["run.credited"],
    ),
    "add_balance_entry": (
        ("--organization", "acme", "--kind", "top_up", "--amount", "25", "--reference", "pay_1"),
        ["balance_entry.added"],
    ),
    "reconcile_balance": (
        ("--organization", "acme", "--balance", "41", "--observed-at", "2026-01-02T00:00:00Z", "--reference", "st_1"),
        ["balance.reconciled", "balance_entry.added"],
    ),
    "sync_organization": (
        ("--organization", "acme", "--tier", "pro", "--unit-price", "1"),
        ["account.unit_price_set", "account.updated"],
    ),
    "erase_personal_data": (("--user", "{bob}", "--reason", "Request 7"), ["member.removed", "personal_data.erased"]),
    "verify_audit": (("--organization", "{org}"), ["audit_log.verified"]),
    "check_figures": ((), ["figures.checked"]),
    "export_audit": (
        ("--organization", "{org}", "--to", "{folder}/log.ndjson"),
        ["audit_log.export_begun", "audit_log.export_ended"],
    ),
    "publish_checkpoints": (("--stdout",), ["audit_heads.published"]),
    "purge_audit": ((), []),
}
# Where a command that changes something only in a special situation is tested for its events.
ELSEWHERE = {
    "encrypt_second_factors": "tests/accounts/management/test_second_factor_commands.py",
    "encrypt_webhook_secrets": "tests/billing_access/webhooks/test_webhook_secrets.py",
    "keep_release": "tests/test_upgrades.py",
    "record_failover": "tests/attacks/test_lost_revocations.py",
    "record_restore": "tests/attacks/test_revived_by_a_restore.py",
    "run_due": "tests/orgs/management/test_run_due.py",
    "seal_audit": "tests/billing_audit/transparency/test_sealer.py",
    "seed_demo": "tests/dev/test_seed_demo.py",
    "send_webhooks": "tests/billing_access/webhooks/test_sending.py",
    "serve_metrics": "tests/config/test_watched_site.py",
    "write_openapi": "tests/billing_access/api/test_openapi.py",
}
# Jobs, and the events that each may record. Each also has tests of its own.
JOBS: dict[str, list[str]] = {
    "accounts.forget_email_changes": [],
    "accounts.send_email_confirmation": [],
    "accounts.send_second_factor_link": [],
    "accounts.send_sign_in_change": [],
    "accounts.send_way_back": [],
    "orgs.send_email": [],
    "orgs.send_to_staff": [],
    "orgs.send_password_link": [],
    "orgs.send_invitation": [],
    "orgs.resume_stalled": [],
    "orgs.remove_old_jobs": [],
    "orgs.forget_sent": [],
    "orgs.send_audit_heads": ["audit_heads.published"],
    "orgs.verify_audit": ["audit_log.verified"],
    "audit.publish_heads": ["audit_heads.published"],
    "audit.look_at_partitions": [],
    "billing_access.note_ended_opt_ins": ["billing_reads.disabled"],
    "billing_access.tell_of_expiring": [],
    "billing_access.tell_of_lifting": [],
    "billing_access.evaluate_alerts": [],
    "billing_access.forget_deliveries": [],
    "billing_access.fill_in_tag": ["tag.ready"],
    "billing_access.resume_filling": [],
    "billing_access.check_figures": ["figures.checked"],
}


def test_every_command_is_listed():
    ours = {name for name, app in get_commands().items() if str(app).split(".")[0] in OUR_APPS}
    assert ours == {*NOTHING_TO_CHANGE, *COMMANDS}
    assert {name for name, given in NOTHING_TO_CHANGE.items() if given is None} == set(ELSEWHERE)
    assert all((settings.BASE_DIR / path).exists() for path in ELSEWHERE.values())


def _run(name: str, *arguments: str) -> None:
    with suppress(SystemExit):
        call_command(name, *arguments, stdout=io.StringIO(), stderr=io.StringIO())


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name, given in NOTHING_TO_CHANGE.items() if given is not None])
def test_a_command_that_only_looks(scene, left, as_role, configure, name):
    configure(AUDIT_ORIGIN="tests")
    with as_role("owner"):
        _run(name, *(NOTHING_TO_CHANGE[name] or ()))
    assert left.actions() == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command(scene, left, bob, signer, seal_events, configure, tmp_path, monkeypatch, as_role, name):
    runs = tmp_path / "runs.csv"
    runs.write_text(
        "run_id,run_type,status,created_at,modified_at,started_at,finished_at,total_cost_usd,cost_status,"
        "llm_tokens_in,llm_tokens_out\n"
        + ",".join(["wr_1", "workflow_run", "completed", *["2026-01-01T00:00:00Z"] * 4, "0.5", "final", "1", "1"])
        + "\n"
    )
    fills = {
        "{key}": scene["<uuid:key_id>"], "{bob}": str(bob.pk), "{org}": scene["acme"].public_id,
        "{folder}": str(tmp_path), "{runs}": str(runs),
    }  # fmt: skip
    arguments, expected = COMMANDS[name]
    for placeholder, value in fills.items():
        arguments = tuple(each.replace(placeholder, value) for each in arguments)
    configure(AUDIT_VERIFIERS=[str(signer.verifier)], PLATFORM_KEYS=True, **statement_settings(tmp_path))
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", NEW)
    monkeypatch.setattr("getpass.getpass", lambda prompt="": NEW)
    monkeypatch.setattr("sys.stdin", io.StringIO("a-platform-key-of-forty-characters-00001"))
    left.secrets.add("a-platform-key-of-forty-characters-00001")
    if name == "remove_second_factor":
        page = scene["client"].get("/account/second-factor/add/").content.decode()
        (secret,) = re.findall(r"<code>([A-Z2-7]{32})</code>", page)
        scene["client"].post("/account/second-factor/add/", {"code": code_for(secret)})
    if name in ("void_runs", "credit_run"):
        _run("import_runs", "--organization", "acme", str(runs))
    if name == "delete_organization":
        close_organization(scene["acme"], actor=SYSTEM, reason="Ticket 7")
    if name == "reconcile_balance":
        _run("add_balance_entry", *COMMANDS["add_balance_entry"][0], "--occurred-at", "2026-01-01T00:00:00Z")
    if name == "erase_personal_data":
        with transaction.atomic():
            invitations.invite(
                scene["acme"], email="i@example.com", role="member",
                actor=actors.as_member(User.objects.get(email="alice@example.com"), authenticated_at=timezone.now()),
            )  # fmt: skip
    seal_events()
    left.known |= set(AuditEvent.objects.values_list("pk", flat=True))
    with as_role("owner"):
        _run(name, *arguments)
    assert left.actions() == sorted(expected)
    new = AuditPart.objects.exclude(event_id__in=left.known).filter(kind="personal")
    by_commands = new.filter(data__actor_name__startswith="manage.py")
    assert all(", run by " in part.data["actor_name"] for part in by_commands)
    # An erasure takes the names in its own events about the person too.
    assert len(by_commands) + new.exclude(erased_by=None).count() == len(expected)


# Repairs: the command's arguments, what is broken first, the event, and what each run records besides.
REPAIRS: dict[str, tuple[tuple[str, ...], str, str, list[str]]] = {
    "check_figures": (
        ("--repair",),
        "UPDATE billing_account SET usage_total_usd = 7",
        "figures.repaired",
        ["figures.checked"],
    ),
    "check_permissions": (
        ("--mend", *WHY),
        "DELETE FROM billing_orgs_organizationuserpermission",
        "permissions.mended",
        [],
    ),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", REPAIRS)
def test_a_repair(scene, left, as_role, name):
    arguments, damage, event, looked = REPAIRS[name]
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute(damage)
        with suppress(CommandError):
            _run(name)
        assert left.actions() == looked
        _run(name, *arguments)
        assert left.actions() == sorted([event, *looked * 2])
        _run(name, *arguments)
    assert left.actions() == sorted([event, *looked * 3])


# A backfill needs committed transactions: tests/billing_access/billing/tags/test_backfill_faults.py.
TIMED = [name for name in JOBS if name.startswith(("audit.", "billing_access.", "orgs.send_audit"))]
TIMED.remove("billing_access.fill_in_tag")
TIMED.remove("billing_access.tell_of_lifting")


@pytest.mark.django_db
@pytest.mark.parametrize("name", TIMED)
def test_a_job(scene, left, configure, tmp_path, seal_events, name):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO billing_reads_opt_in (organization_id, enabled, enabled_until, version, reason, changed_at,"
            " changed_by_kind) VALUES (%s, true, now(), 1, '', now(), 'system')",
            [scene["acme"].pk],
        )
    configure(AUDIT_CHECKPOINTS=str(tmp_path))
    seal_events()
    app.tasks[name].func(timestamp=0)
    assert left.actions() == JOBS[name]


def test_every_job_is_listed():
    assert {name for name in app.tasks if not name.startswith(("builtin:", "procrastinate."))} == set(JOBS)
