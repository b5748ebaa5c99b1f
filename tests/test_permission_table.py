"""Every route × every actor × opted in or not, with the exact status and code. A route without a row fails."""

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import cycle
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from billing_access.access.key_format import new_secret
from billing_access.access.models import OptIn
from billing_access.access.services import revoke_key, suspend_billing_reads
from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.alerts.services import create_rule
from billing_access.billing.models import Run
from billing_access.scopes import ALL_SCOPES, BILLING_SCOPES
from billing_access.webhooks.models import WebhookDelivery, WebhookEndpoint
from billing_access.webhooks.services import secret_version
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.services import invitations, members
from tests.addresses import patterns
from tests.rounds import IN_FULL

SYSTEM = actors.command("tests")
STATE, USAGE, RUNS = "billing.state:read", "billing.usage:read", "runs:read"

# A cell: a status with its code, or 200 with the code of what is withheld.
OK = (200, None)
MISSING, INVALID = (401, "missing_key"), (401, "invalid_key")
EXPIRED, REVOKED = (401, "key_expired"), (401, "key_revoked")
SCOPE, OPT_IN, NOT_FOUND = (403, "insufficient_scope"), (403, "org_opt_in_required"), (404, "not_found")
NO_COST_SCOPE, NO_COST_OPT_IN = (200, "withheld insufficient_scope"), (200, "withheld org_opt_in_required")

Cell = tuple[int, str | None]
Pair = tuple[Cell, Cell]  # not opted in, opted in


def both(cell: Cell) -> Pair:
    """Return the same cell for opted in and not."""
    return cell, cell


DEAD: dict[str, Pair] = {
    "no key": both(MISSING),
    "the owner's session": both(MISSING),
    "malformed key": both(INVALID),
    "unknown key": both(INVALID),
    "expired key": both(EXPIRED),
    "revoked key": both(REVOKED),
}
STATE_SCOPE: dict[str, Pair] = {
    **DEAD,
    "all scopes": (OPT_IN, OK),
    "state": (OPT_IN, OK),
    "usage": both(SCOPE),
    "runs": both(SCOPE),
    "usage and runs": both(SCOPE),
    "no billing scope": both(SCOPE),
    "their key": both(OK),
}
USAGE_SCOPE: dict[str, Pair] = {
    **DEAD,
    "all scopes": (OPT_IN, OK),
    "state": both(SCOPE),
    "usage": (OPT_IN, OK),
    "runs": both(SCOPE),
    "usage and runs": (OPT_IN, OK),
    "no billing scope": both(SCOPE),
    "their key": both(OK),
}
ANYONE: dict[str, Pair] = dict.fromkeys(
    [*DEAD, "all scopes", "state", "usage", "runs", "usage and runs", "no billing scope", "their key"], both(OK)
)

API_TABLE: dict[str, dict[str, Pair]] = {
    "v1/billing/state": STATE_SCOPE,
    "v1/billing/entries": STATE_SCOPE,
    "v1/billing/usage": USAGE_SCOPE,
    "v1/billing/usage/summary": USAGE_SCOPE,
    "v1/billing/estimate": {
        **DEAD,
        "all scopes": (OPT_IN, OK),
        "state": both(SCOPE),
        "usage": both(SCOPE),
        "runs": both(SCOPE),
        "usage and runs": both(SCOPE),
        "no billing scope": both(SCOPE),
        "their key": both(OK),
    },
    "v1/billing/alerts": {
        **DEAD,
        "all scopes": (OPT_IN, OK),
        "state": both(SCOPE),
        "usage": both(SCOPE),
        "runs": both(SCOPE),
        "usage and runs": both(SCOPE),
        "no billing scope": both(SCOPE),
        "their key": both(OK),
    },
    "v1/runs/<billing_run_id:run_id>": {
        **DEAD,
        "all scopes": (NO_COST_OPT_IN, OK),
        "state": both(SCOPE),
        "usage": both(SCOPE),
        "runs": both(NO_COST_SCOPE),
        "usage and runs": (NO_COST_OPT_IN, OK),
        "no billing scope": both(NO_COST_SCOPE),
        "their key": both(NOT_FOUND),
    },
    "v1/audit-events": {
        **DEAD,
        "all scopes": both(OK),
        "state": both(SCOPE),
        "usage": both(SCOPE),
        "runs": both(SCOPE),
        "usage and runs": both(SCOPE),
        "no billing scope": both(OK),
        "their key": both(OK),
    },
    "v1/key": {**ANYONE, **DEAD},
    "v1/openapi.json": ANYONE,
    "docs": ANYONE,
    "healthz": ANYONE,
    "readyz": ANYONE,
}

# Pages: the status for each person, for GET and for POST, whether opted in or not. An anonymous visitor is sent
# to sign in wherever `public` does not say otherwise; a superuser who is no member (staff) is an outsider here.
PEOPLE = ("owner", "admin", "billing", "auditor", "member", "outsider", "staff")
Statuses = tuple[int, ...]
NO_METHOD: Statuses = (405,) * 7
ANY_PERSON: Statuses = (200,) * 7
BAD_FORM: Statuses = (200,) * 7  # the form again, with its errors
NOT_THERE: Statuses = (404,) * 7
SENT_ON: Statuses = (302,) * 7
MEMBERS_SENT_ON: Statuses = (302, 302, 302, 302, 200, 404, 404)
VIEW_BILLING: Statuses = (200, 200, 200, 403, 403, 404, 404)
VIEW_LOG: Statuses = (200, 200, 200, 200, 403, 404, 404)
VIEW_LOG_SENT_ON: Statuses = (302, 302, 302, 302, 403, 404, 404)
MANAGE: Statuses = (200, 200, 403, 403, 403, 404, 404)
MANAGE_SENT_ON: Statuses = (302, 302, 403, 403, 403, 404, 404)
ANY_MEMBER: Statuses = (200, 200, 200, 200, 200, 404, 404)
# The only owner is told why not.
LEAVES: Statuses = (400, 302, 302, 302, 302, 404, 404)
KEY_PATH = "o/<slug:slug>/keys/<uuid:key_id>/"
RULE_PATH = "o/<slug:slug>/alerts/<uuid:rule_id>/"
WEBHOOK_PATH = "o/<slug:slug>/webhooks/<uuid:webhook_id>/"
MEMBER_PATH = "o/<slug:slug>/members/<int:membership_id>/"
INVITATION_PATH = "o/<slug:slug>/members/invitations/<int:invitation_id>/"

# By URL: (GET, POST). `staff` belongs to no organization; everybody else in the cast to exactly one.
PAGE_TABLE: dict[str, tuple[Statuses, Statuses]] = {
    "": ((302, 302, 302, 302, 302, 302, 200), NO_METHOD),
    "account/": (ANY_PERSON, SENT_ON),
    "account/email/": (ANY_PERSON, SENT_ON),
    "account/email/confirm/": (NOT_THERE, NOT_THERE),
    "account/password/": (ANY_PERSON, BAD_FORM),
    "account/prove/": (ANY_PERSON, BAD_FORM),
    "account/prove/second-factor/": (SENT_ON, SENT_ON),
    "account/provider/untie/": (NOT_THERE, NOT_THERE),
    "account/prove/provider/": (SENT_ON, SENT_ON),  # everybody here has a password to prove it with
    "account/second-factor/": (ANY_PERSON, NO_METHOD),
    "account/second-factor/add/": (ANY_PERSON, BAD_FORM),
    "account/second-factor/link/": (NO_METHOD, SENT_ON),
    "account/second-factor/link/<str:token>/": (SENT_ON, NO_METHOD),
    "account/second-factor/qr.svg": (NOT_THERE, NO_METHOD),
    "account/second-factor/remove/": (NOT_THERE, NOT_THERE),
    "account/recovery-codes/": (NOT_THERE, NO_METHOD),
    "account/recovery-codes/new/": (ANY_PERSON, BAD_FORM),
    "o/<slug:slug>/settings/": (MANAGE, MANAGE_SENT_ON),
    "o/<slug:slug>/settings/url/": (MANAGE, MANAGE_SENT_ON),
    # Only an owner closes it.
    "o/<slug:slug>/settings/close/": (MANAGE, (302, 403, 403, 403, 403, 404, 404)),
    "o/<slug:slug>/settings/low-balance/": (MANAGE, MANAGE_SENT_ON),
    "o/<slug:slug>/settings/tags/": (MANAGE, MANAGE_SENT_ON),
    "o/<slug:slug>/overview/": (VIEW_BILLING, NO_METHOD),
    "o/<slug:slug>/balance/": (VIEW_BILLING, NO_METHOD),
    "o/<slug:slug>/alerts/": (VIEW_BILLING, NO_METHOD),
    "o/<slug:slug>/alerts/new/": (MANAGE, MANAGE_SENT_ON),
    RULE_PATH: (MANAGE, MANAGE_SENT_ON),
    f"{RULE_PATH}remove/": (NO_METHOD, MANAGE_SENT_ON),
    f"{RULE_PATH}mute/": (NO_METHOD, (302, 302, 302, 403, 403, 404, 404)),
    f"{RULE_PATH}test/": (NO_METHOD, MANAGE_SENT_ON),
    "o/<slug:slug>/webhooks/": (VIEW_BILLING, NO_METHOD),
    "o/<slug:slug>/webhooks/new/": (MANAGE, MANAGE),
    WEBHOOK_PATH: (VIEW_BILLING, NO_METHOD),
    f"{WEBHOOK_PATH}change/": (MANAGE, MANAGE_SENT_ON),
    f"{WEBHOOK_PATH}rotate/": (MANAGE, MANAGE),
    f"{WEBHOOK_PATH}remove/": (MANAGE, MANAGE_SENT_ON),
    f"{WEBHOOK_PATH}adopt/": (MANAGE_SENT_ON, MANAGE_SENT_ON),
    f"{WEBHOOK_PATH}turn-on/": (MANAGE_SENT_ON, MANAGE_SENT_ON),
    f"{WEBHOOK_PATH}test/": (NO_METHOD, MANAGE_SENT_ON),
    f"{WEBHOOK_PATH}deliveries/<uuid:delivery_id>/send-again/": (NO_METHOD, MANAGE_SENT_ON),
    "o/<slug:slug>/settings/tags/remove/": (MANAGE_SENT_ON, MANAGE_SENT_ON),
    "o/<slug:slug>/": (MEMBERS_SENT_ON, NO_METHOD),
    "o/<slug:slug>/audit-log/": (VIEW_LOG, VIEW_LOG_SENT_ON),
    "o/<slug:slug>/audit-log/export.csv": (VIEW_LOG, NO_METHOD),
    "o/<slug:slug>/audit-log/export.ndjson": (VIEW_LOG, NO_METHOD),
    "o/<slug:slug>/audit-log/proofs.ndjson": (VIEW_LOG, NO_METHOD),
    "o/<slug:slug>/audit-log/verify_audit_export.py": (VIEW_LOG, NO_METHOD),
    "o/<slug:slug>/audit-log/keys.txt": (VIEW_LOG, NO_METHOD),
    "o/<slug:slug>/audit-log/<uuid:event_id>/": (VIEW_LOG, NO_METHOD),
    "o/<slug:slug>/billing-reads/": (VIEW_BILLING, NO_METHOD),
    "o/<slug:slug>/billing-reads/turn-on/": (MANAGE, MANAGE_SENT_ON),
    "o/<slug:slug>/billing-reads/turn-off/": (NO_METHOD, MANAGE_SENT_ON),
    "o/<slug:slug>/keys/": (MANAGE, NO_METHOD),
    "o/<slug:slug>/keys/new/": (MANAGE, MANAGE),
    KEY_PATH: (MANAGE, MANAGE_SENT_ON),
    f"{KEY_PATH}addresses/": (MANAGE, MANAGE_SENT_ON),
    f"{KEY_PATH}rotate/": (MANAGE, MANAGE),
    f"{KEY_PATH}cancel-rotation/": (MANAGE_SENT_ON, MANAGE_SENT_ON),
    f"{KEY_PATH}revoke/": (MANAGE, MANAGE_SENT_ON),
    "o/<slug:slug>/readers/": (VIEW_LOG, NO_METHOD),
    "o/<slug:slug>/members/": (VIEW_LOG, NO_METHOD),
    "o/<slug:slug>/members/invite/": (MANAGE, MANAGE_SENT_ON),
    "o/<slug:slug>/members/leave/": (ANY_MEMBER, LEAVES),
    MEMBER_PATH: (MANAGE, MANAGE_SENT_ON),
    f"{MEMBER_PATH}remove/": (MANAGE, MANAGE_SENT_ON),
    f"{MEMBER_PATH}confirm/": (MANAGE, (302, 403, 403, 403, 403, 404, 404)),
    f"{INVITATION_PATH}resend/": (MANAGE_SENT_ON, MANAGE_SENT_ON),
    f"{INVITATION_PATH}revoke/": (NO_METHOD, MANAGE_SENT_ON),
}
# URLs that answer everybody: (GET, POST) for an anonymous visitor.
PUBLIC_TABLE: dict[str, tuple[int, int]] = {
    "sign-in/": (200, 200),
    "sign-in/second-factor/": (302, 302),
    "sign-in/tie/": (302, 302),
    "sign-in/canceled/": (302, 405),
    "sign-in/oidc/<slug:provider_id>/login/": (404, 404),  # without settings there is no provider
    "sign-in/oidc/<slug:provider_id>/login/callback/": (404, 404),
    "sign-in/forgotten/": (200, 302),
    "sign-in/forgotten/sent/": (200, 405),
    "sign-out/": (405, 302),
    "set-password/<uidb64>/<token>/": (200, 200),
    "errors/<slug:code>": (200, 200),
    "invitations/<str:token>/": (404, 405),
    "account/email/confirm/<str:token>/": (404, 405),
    "account/email/undo/<str:token>/": (404, 405),
    "account/email/undo/": (404, 404),
    "invitation/": (404, 404),
    "invitation/account/": (404, 404),
    "^v1(?:/[\\s\\S]*)?\\Z": (404, 404),
}
FORMS: dict[str, dict[str, Any]] = {
    "o/<slug:slug>/settings/": {"time_zone": "UTC"},
    "o/<slug:slug>/settings/url/": {"slug": "acme-2"},
    "o/<slug:slug>/settings/close/": {"name": "Acme Robotics"},
    "o/<slug:slug>/keys/new/": {
        "name": "Nightly",
        "lifetime_days": 90,
        "scopes": [STATE],
        "form_token": "6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b",
    },
    KEY_PATH: {"scopes": [RUNS]},
    f"{KEY_PATH}addresses/": {"allowed_networks": "203.0.113.0/24"},
    f"{KEY_PATH}rotate/": {"overlap_hours": 24, "lifetime_days": 90},
    "o/<slug:slug>/settings/tags/": {"key": "county"},
    "o/<slug:slug>/alerts/new/": {"kind": "day_spend", "amount": "500"},
    RULE_PATH: {"amount": "600"},
    "o/<slug:slug>/webhooks/new/": {
        "url": "https://hooks.example.com/new",
        "topics": ["alert"],
        "form_token": "6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b",
    },
    f"{WEBHOOK_PATH}change/": {"topics": ["alert", "audit.event"]},
    f"{WEBHOOK_PATH}rotate/": {"overlap_hours": 24, "version": "<version>"},
    "sign-in/": {"login": "nobody@example.com", "password": "wrong"},
    "sign-in/forgotten/": {"email": "nobody@example.com"},
    "account/": {"name": "Somebody"},
    "account/email/": {"email": "somebody@new.example"},
    "o/<slug:slug>/members/invite/": {"email": "new@example.com", "role": "admin"},
    MEMBER_PATH: {"role": "billing"},
}


@pytest.fixture
def run(acme):
    """A priced run of Acme."""
    now = timezone.now()
    return Run.objects.create(
        organization=acme, run_id="wr_1", run_type="workflow_run", status="completed", created_at=now,
        modified_at=now, started_at=now, total_cost_usd="0.5", cost_status="final", cost_updated_at=now,
        first_revision=1, revision=1,
    )  # fmt: skip


@pytest.fixture
def key_of(acme, other, make_key) -> Callable[[str], str | None]:
    """Return the secret that an actor of the table sends."""

    def expired() -> str:
        issued = make_key(acme)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE billing_api_key SET expires_at = created_at WHERE id = %s", [issued.key.pk])
        return issued.secret

    def revoked() -> str:
        issued = make_key(acme)
        revoke_key(issued.key, actor=SYSTEM)
        return issued.secret

    secrets: dict[str, Callable[[], str | None]] = {
        "no key": lambda: None,
        "the owner's session": lambda: None,
        "malformed key": lambda: "bak_live_nonsense",
        "unknown key": new_secret,
        "expired key": expired,
        "revoked key": revoked,
        "all scopes": lambda: make_key(acme).secret,
        "state": lambda: make_key(acme, STATE).secret,
        "usage": lambda: make_key(acme, USAGE).secret,
        "runs": lambda: make_key(acme, RUNS).secret,
        "usage and runs": lambda: make_key(acme, USAGE, RUNS).secret,
        "no billing scope": lambda: make_key(acme, *(ALL_SCOPES - BILLING_SCOPES)).secret,
        "their key": lambda: make_key(other).secret,
    }
    return lambda actor: secrets[actor]()


# The query parameters that a route requires.
NEEDED = {"v1/billing/estimate": "?runs=1"}


@pytest.mark.django_db
@pytest.mark.parametrize("opted_in", [False, True], ids=["opted out", "opted in"])
def test_api(acme, alice, run, key_of, opt_in, opted_in, sign_in, cells):
    if opted_in:
        opt_in(acme)
    # What a cell changes is rolled back, so these serve for all of them.
    session, secrets = sign_in(alice).cookies, {actor: key_of(actor) for actor in ANYONE}
    for route, row in API_TABLE.items():
        for actor, expected in row.items():
            with cells(route, "as", actor):
                client, secret = Client(), secrets[actor]
                if actor == "the owner's session":
                    client.cookies.update(session)
                path = "/" + route.replace("<billing_run_id:run_id>", run.run_id) + NEEDED.get(route, "")
                answer = client.get(path, headers={"x-api-key": secret} if secret else {})
                assert seen(answer) == expected[opted_in]
                assert answer.headers.get("WWW-Authenticate", "Bearer").startswith("Bearer")
                assert ("WWW-Authenticate" in answer.headers) >= (answer.status_code == 401)
    assert cells.count >= 12 * 13


def seen(answer: Any) -> Cell:
    """Return the cell that an answer amounts to."""
    if "X-Cost-Withheld" in answer.headers:
        assert not {"total_cost_usd", "cost_status", "llm_tokens_in", "llm_tokens_out"} & answer.json().keys()
        return answer.status_code, f"withheld {answer.headers['X-Cost-Withheld']}"
    if answer.status_code == 200:
        return OK
    assert answer.headers["Content-Type"] == "application/problem+json"
    return answer.status_code, answer.json()["code"]


@pytest.fixture
def person(sign_in, alice, adam, bella, audrey, bob, charlie, other, dana) -> Callable[[str], Client]:
    """Return a client in which one of the cast is signed in."""
    people = dict(zip(PEOPLE, (alice, adam, bella, audrey, bob, charlie, dana), strict=True))

    return lambda name: sign_in(people[name])


@pytest.fixture
def address(acme, alice, make_key, make_webhook) -> Callable[[str], str]:
    """Return the path of a URL pattern with Acme's ids in it."""
    key = make_key(acme).key
    subject = User.objects.create_user("subject@example.com")
    membership = members.add_member(acme, user=subject, role="member", actor=SYSTEM)
    invitation = invitations.invite(acme, email="invited@example.com", role="member", actor=SYSTEM)
    event = AuditEvent.objects.filter(organization_id=acme.public_id).latest("id")
    rule = create_rule(acme, Parameters("day_spend", amount_usd=Decimal(5)), actor=SYSTEM)
    webhook = make_webhook(acme, alice)
    delivery = WebhookDelivery.objects.create(
        id=uuid4(), endpoint=webhook, type="alert.fired", body="{}", state="failed"
    )

    def fill(pattern: str) -> str:
        values = {"<slug:slug>": acme.slug, "<uuid:key_id>": str(key.pk), "<slug:code>": "missing_key"}
        values |= {"<uuid:rule_id>": str(rule.pk)}
        values |= {"<uuid:webhook_id>": str(webhook.pk), "<uuid:delivery_id>": str(delivery.pk)}
        values |= {"<int:membership_id>": str(membership.pk), "<int:invitation_id>": str(invitation.pk)}
        values |= {"<slug:provider_id>": "platform", "<uuid:event_id>": str(event.pk)}
        values |= {
            "<str:token>": "no-such-token",
            "<uidb64>": "MQ",
            "<token>": "used",
            "^v1(?:/[\\s\\S]*)?\\Z": "v1/nothing",
        }
        for placeholder, value in values.items():
            pattern = pattern.replace(placeholder, value)
        return "/" + pattern

    return fill


def form(pattern: str, acme: Any) -> dict[str, Any]:
    """Return what a person would submit on this page."""
    if pattern.endswith("billing-reads/turn-on/"):
        opt_in = OptIn.objects.filter(organization=acme).first()
        return {"version": opt_in.version if opt_in else 0, "limit": "none"}
    # Where a name is typed to confirm, it is the organization's.
    filled_in = {"Acme Robotics": acme.name}
    if "<uuid:webhook_id>" in pattern:
        filled_in["<version>"] = secret_version(WebhookEndpoint.objects.filter(organization=acme)[0])
    return {
        key: filled_in.get(value, value) if isinstance(value, str) else value
        for key, value in FORMS.get(pattern, {}).items()
    }


@pytest.mark.soak
@pytest.mark.django_db
@pytest.mark.parametrize("opted_in", [False, True], ids=["opted out", "opted in"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_page(acme, person, address, make_key, opt_in, method, opted_in, cells, configure, signer, seal_events):
    """The owner is shown each page with reads on and off, the others in one of the two in turn; `make soak`: in both.

    No page's answer depends on the opt-in for one person and not for the owner, since one gate answers all.
    """
    # Without a public key and a sealed event there is no export with proofs.
    configure(AUDIT_VERIFIERS=[str(signer.verifier)])
    seal_events()
    if opted_in:
        opt_in(acme)
    # Signed in once, each asks in every cell with a new client, whose cookies no other cell has changed.
    sessions = {who: person(who).cookies[settings.SESSION_COOKIE_NAME].value for who in PEOPLE}
    secret, turns = make_key(acme).secret, cycle([opted_in, not opted_in])
    for pattern, row in PAGE_TABLE.items():
        path, data, expected = address(pattern), form(pattern, acme), row[method == "post"]
        for who, status in zip(PEOPLE, expected, strict=True):
            is_shown_to_owner = who == "owner" and status in (200, 302)
            if not (next(turns) or is_shown_to_owner or IN_FULL):
                continue
            with cells(method, pattern, "as", who):
                client = Client()
                client.cookies[settings.SESSION_COOKIE_NAME] = sessions[who]
                assert getattr(client, method)(path, data).status_code == status
        for who in ("nobody", "a key"):
            if not (next(turns) or IN_FULL):
                continue
            with cells(method, pattern, "as", who):
                headers = {"x-api-key": secret} if who == "a key" else {}
                answer = getattr(Client(), method)(path, data, headers=headers)
                if expected == NO_METHOD:
                    assert answer.status_code == 405
                else:
                    assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (302, "/sign-in/")
    assert cells.count >= 50 * (9 if IN_FULL else 4)


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_public_page(acme, address, method, cells):
    for pattern, statuses in PUBLIC_TABLE.items():
        with cells(method, pattern):
            answer = getattr(Client(), method)(address(pattern), form(pattern, acme))
            assert answer.status_code == statuses[method == "post"]
    assert cells.count >= 13


@pytest.mark.soak
@pytest.mark.django_db
def test_every_address_of_the_admin_sends_all_but_staff_to_its_sign_in(acme, person, make_key):
    """Nobody, an owner, and one of the others in turn; in `make soak` everybody asks for every address."""
    others = ("admin", "billing", "auditor", "member", "outsider", "a key")
    clients = {who: person(who) if who in PEOPLE else Client() for who in ("anonymous", "owner", *others)}
    secret, turns, tried = make_key(acme).secret, cycle(others), 0
    for pattern in sorted(path for path in patterns() if path.startswith("admin/")):
        path = "/" + re.sub(r"<[^>]+>", "1", pattern).replace("^", "")
        if "(?P" in path or path in {"/admin/login/", "/admin/logout/", "/admin/jsi18n/"}:
            continue
        for who in clients if IN_FULL else ("anonymous", "owner", next(turns)):
            headers = {"x-api-key": secret} if who == "a key" else {}
            for method in ("get", "post"):
                answer = getattr(clients[who], method)(path, {}, headers=headers)
                where = answer.headers.get("Location", "").split("?")[0]
                assert (answer.status_code, where) == (302, "/admin/login/"), (who, path)
                tried += 1
    assert tried > 3 * 40


ADMIN_ACTIONS = {
    "billing_reads": "admin:billing_orgs_organization_billing_reads",
    "scopes": "admin:billing_access_apikey_scopes",
    "revoke": "admin:billing_access_apikey_revoke",
    "suspend": "admin:billing_orgs_organization_suspend",
    "close": "admin:billing_orgs_organization_close",
    "reopen": "admin:billing_orgs_organization_reopen",
    "platform": "admin:billing_access_suspension_platform",
    "lift": "admin:billing_access_suspension_lift",
}


@pytest.mark.django_db
@pytest.mark.parametrize("opted_in", [False, True], ids=["opted out", "opted in"])
@pytest.mark.parametrize("action", ADMIN_ACTIONS)
def test_admin_action_by_staff(acme, person, make_key, opt_in, action, opted_in):
    if opted_in:
        opt_in(acme)
    targets: dict[str, Callable[[], list[Any]]] = {
        "billing_reads": lambda: [acme.pk],
        **dict.fromkeys(("suspend", "close", "reopen"), lambda: [acme.pk]),
        "platform": list,
        "lift": lambda: [suspend_billing_reads(acme, actor=SYSTEM, reason="incident").pk],
    }
    args = targets.get(action, lambda: [make_key(acme).key.pk])()
    path = reverse(ADMIN_ACTIONS[action], args=args)
    before = AuditEvent.objects.count()
    staff = person("staff")
    assert staff.get(path).status_code == 200
    assert staff.post(path, {"reason": ""}).status_code == 200  # the form again, with its errors
    assert AuditEvent.objects.count() == before


def test_every_address_of_the_site_has_a_row():
    listed = {*API_TABLE, *PAGE_TABLE, *PUBLIC_TABLE}
    found = {path for path in patterns() if not path.startswith("admin/")}
    assert found == listed
