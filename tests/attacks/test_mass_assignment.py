"""Mass assignment: every field of every model is posted with a form's own fields; only the form's own change."""

import re
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.hashers import check_password
from django.contrib.auth.tokens import default_token_generator
from django.db import models, transaction
from django.test import Client
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlencode, urlsafe_base64_encode

from accounts.models import EmailChange, User
from accounts.pending_tie import PendingTie
from accounts.staff import send_reset_link
from billing_access.access.models import ApiKey, OptIn, Suspension
from billing_access.access.services import rotate_key
from billing_access.billing.models import Account, AlertMute, AlertRule, RegisteredTag
from billing_access.billing.tags.registered import register_tag
from billing_access.scopes import ALL_SCOPES
from billing_access.webhooks.models import WebhookEndpoint
from billing_access.webhooks.services import secret_version
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.mail.invitation_token import digest_of
from orgs.models import Invitation, Membership, Organization, OrganizationUserPermission
from orgs.services import invitations, members

PASSWORD = "correct horse battery staple"
ANOTHER = "an entirely different phrase"
HOSTILE_PASSWORD = "the attacker's own phrase"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SYSTEM = actors.command("tests")
KEY = "o/<slug:slug>/keys/<uuid:key_id>/"
RULE = "o/<slug:slug>/alerts/<uuid:rule_id>/"
WEBHOOK = "o/<slug:slug>/webhooks/<uuid:webhook_id>/"
MEMBER = "o/<slug:slug>/members/<int:membership_id>/"
INVITATION = "o/<slug:slug>/members/invitations/<int:invitation_id>/"
PASSWORDS = {"oldpassword": PASSWORD, "password1": ANOTHER, "password2": ANOTHER}

# All fields of each form. A form must not change any other.
OWN: dict[str, dict[str, Any]] = {
    "account/": {"name": "Alice L."},
    "account/email/": {"email": "alice@new.example"},
    "account/email/confirm/": {},
    "account/email/undo/": {},
    "account/password/": PASSWORDS,
    "account/prove/": {"password": PASSWORD},
    "account/prove/second-factor/": {"code": "<code>"},
    "account/second-factor/add/": {"code": "<code>"},
    "account/second-factor/link/": {},
    "account/prove/provider/": {},
    "account/provider/untie/": {},
    "account/second-factor/remove/": {},
    "account/recovery-codes/new/": {},
    "invitation/": {"invitation": "<invitation>"},
    "invitation/account/": {"invitation": "<invitation>", "name": "Ivy", "password": ANOTHER, "again": ANOTHER},
    "set-password/<uidb64>/<token>/": {"new_password1": ANOTHER, "new_password2": ANOTHER},
    "sign-in/": {"login": "alice@example.com", "password": PASSWORD},
    "sign-in/forgotten/": {"email": "alice@example.com"},
    "sign-in/tie/": {"password": PASSWORD},
    "sign-in/second-factor/": {"code": "<code>"},
    "sign-out/": {},
    "o/<slug:slug>/settings/": {"requires_second_factor": "on", "time_zone": "Europe/Berlin"},
    "o/<slug:slug>/settings/low-balance/": {"threshold": "500"},
    "o/<slug:slug>/alerts/new/": {"kind": "day_spike", "factor": "3", "amount": "500", "tag": "", "value": ""},
    RULE: {"amount": "600", "tag": "", "value": ""},
    f"{RULE}remove/": {},
    f"{RULE}mute/": {"muted": "on"},
    f"{RULE}test/": {},
    "o/<slug:slug>/webhooks/new/": {
        "url": "https://hooks.example.com/new",
        "topics": ["alert"],
        "shape": "native",
        "start": "now",
        "day": "",
        "form_token": "6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b",
    },
    f"{WEBHOOK}change/": {"topics": ["audit.event"], "shape": "ocsf", "start": "beginning", "day": ""},
    f"{WEBHOOK}rotate/": {"overlap_hours": "24", "version": "<version>"},
    f"{WEBHOOK}adopt/": {},
    f"{WEBHOOK}turn-on/": {},
    f"{WEBHOOK}test/": {},
    f"{WEBHOOK}remove/": {},
    f"{WEBHOOK}deliveries/<uuid:delivery_id>/send-again/": {},
    "o/<slug:slug>/settings/tags/": {"key": "county"},
    "o/<slug:slug>/settings/tags/remove/": {"key": "pipeline"},
    "o/<slug:slug>/settings/url/": {"slug": "acme-2"},
    "o/<slug:slug>/settings/close/": {"name": "Acme Robotics"},
    "o/<slug:slug>/billing-reads/turn-on/": {"limit": "other", "days": "9", "reason": "Ticket 9", "version": "0"},
    "o/<slug:slug>/billing-reads/turn-off/": {"reason": "Ticket 9", "version": "1"},
    "o/<slug:slug>/keys/new/": {
        "name": "Nightly",
        "lifetime_days": "30",
        "scopes": ["runs:read"],
        "allowed_networks": "192.0.2.0/24",
        "form_token": "6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b",
    },
    KEY: {"scopes": ["runs:read"], "reason": "Ticket 9"},
    f"{KEY}addresses/": {"allowed_networks": "192.0.2.0/24", "reason": "Ticket 9"},
    f"{KEY}rotate/": {"overlap_hours": "24", "lifetime_days": "30"},
    f"{KEY}cancel-rotation/": {},
    f"{KEY}revoke/": {"reason": "Ticket 9"},
    "o/<slug:slug>/members/invite/": {"email": "new@example.com", "role": "billing"},
    "o/<slug:slug>/members/leave/": {},
    MEMBER: {"role": "billing"},
    f"{MEMBER}remove/": {},
    f"{MEMBER}confirm/": {},
    f"{INVITATION}resend/": {},
    f"{INVITATION}revoke/": {},
}
# Forms that change only sessions or jobs.
CHANGES_NO_ROW = {
    "account/prove/",
    "account/prove/provider/",
    "account/second-factor/link/",
    "sign-in/forgotten/",
    "sign-out/",
    f"{RULE}test/",
    # Only a delivery, and not even that while the webhook is disabled.
    f"{WEBHOOK}test/",
    f"{WEBHOOK}deliveries/<uuid:delivery_id>/send-again/",
}
# Pages that accept no POST, answer it like a GET, or redirect it to a GET with the same filters.
READ_ONLY = {"errors/<slug:code>", "o/<slug:slug>/audit-log/"}
MODELS: tuple[type[models.Model], ...] = (
    ApiKey, OptIn, Suspension, Organization, Membership, Invitation, OrganizationUserPermission, User, Authenticator,
    RegisteredTag, Account, SocialAccount, EmailChange, AlertRule, AlertMute,
    WebhookEndpoint,
)  # fmt: skip
# The table that a column points to, among those that are compared.
POINTS_TO = {
    (model.__name__, field.attname): field.related_model.__name__
    for model in MODELS
    for field in model._meta.concrete_fields
    if field.related_model in MODELS
}
# Made anew at random by the right code too.
RANDOM = {
    "revision_token",
    "digest",
    "first_characters",
    "last_characters",
    "token_digest",
    "password",
    "public_id",
    "data",
    "secret",
    "former_secret",
}
TEXT = {
    "role": "owner", "email": "evil@example.com", "slug": "evil", "password": HOSTILE_PASSWORD,
    "time_zone": "Asia/Tokyo",
    "digest": "00" * 32, "scopes": sorted(ALL_SCOPES), "allowed_networks": "0.0.0.0/0",
    "last_used_address": "192.0.2.66", "changed_by_kind": "staff", "created_by_kind": "staff",
}  # fmt: skip


@pytest.fixture
def hostile(other: Organization, charlie: User, make_key: Any) -> dict[str, Any]:
    """A value for every field of every model, each different from the one that the test data has."""
    related = {Organization: other.pk, User: charlie.pk, ApiKey: make_key(other).key.pk}

    def value(field: Any) -> Any:
        if field.is_relation:
            return str(related.get(field.related_model, 1))
        if field.name in TEXT:
            return TEXT[field.name]
        if isinstance(field, models.BooleanField):
            return "false" if field.default is True else "on"
        if isinstance(field, models.DateTimeField):
            return "2099-01-01T00:00:00Z"
        if isinstance(field, models.UUIDField):
            return "11111111-1111-4111-8111-111111111111"
        return "77" if isinstance(field, models.IntegerField) else "evil"

    found: dict[str, Any] = {}
    for model in MODELS:
        for field in [*model._meta.concrete_fields, *model._meta.many_to_many]:
            for name in (field.name, getattr(field, "attname", field.name), f"{model._meta.model_name}-{field.name}"):
                found.setdefault(name, value(field))
    found |= {"pk": "77", "is_on": "on", "kind": "system", "actor": "system", "user": str(charlie.pk)}
    assert {"is_superuser", "created_by_id", "organization", "enabled_until", "requires_second_factor"} <= set(found)
    return found


@pytest.fixture
def ready(
    alice: User, acme: Organization, bob: User, sign_in: Any, filled: Any, opt_in: Any
) -> Callable[[str], tuple[Client, str, dict[str, Any]]]:
    """A browser at the point where the form of this page can be sent, its address, and the form's own fields."""
    addresses = {page: filled(page, acme) for page in OWN}

    def prepare(page: str) -> tuple[Client, str, dict[str, Any]]:
        address, own = addresses[page], dict(OWN[page])
        secret = SECRET
        if page in {"account/prove/second-factor/", "account/second-factor/remove/", "account/recovery-codes/new/",
                    "sign-in/second-factor/", "o/<slug:slug>/settings/"}:  # fmt: skip
            TOTP.activate(alice, SECRET)
        client = sign_in(bob if page.endswith("leave/") else alice)
        if page.startswith(("sign-in/", "set-password/", "invitation/account/")):
            client = Client()
        if page == "sign-in/second-factor/":
            client.post("/sign-in/", {"login": alice.email, "password": PASSWORD})
        if page == "sign-in/tie/":
            tie = PendingTie(str(alice.pk), "platform", "42", {}, next="", at=time.time())
            session = client.session
            session["provider_to_tie"] = asdict(tie)
            session.save()
        if page in {"account/email/confirm/", "account/email/undo/"}:
            _open_link(client, alice, page)
        if page == "account/provider/untie/":
            SocialAccount.objects.create(user=alice, provider="platform", uid="42", extra_data={})
        if page == "account/second-factor/add/":
            secret = re.search(r"<code>([A-Z2-7]{32})</code>", client.get(address).content.decode())[1]  # type: ignore[index]
        if page.endswith("tags/remove/"):
            register_tag(acme, "pipeline", actor=SYSTEM)
        if page.startswith("set-password/"):
            uid, token = urlsafe_base64_encode(force_bytes(alice.pk)), default_token_generator.make_token(alice)
            address = client.get(f"/set-password/{uid}/{token}/").headers["Location"]
        if page == "invitation/":
            client = sign_in(User.objects.create_user("ivy@example.com"))
        if page.startswith("invitation/"):
            invited = invitations.invite(acme, email="ivy@example.com", role="member", actor=SYSTEM)
            Invitation.objects.filter(pk=invited.pk).update(token_digest=digest_of("token"))
            client.get("/invitations/token/")
            own["invitation"] = str(invited.pk)
        if own.get("version") == "<version>":
            own["version"] = secret_version(WebhookEndpoint.objects.get(organization=acme))
        if page.endswith("turn-off/"):
            opt_in(acme)
        if page.endswith("confirm/"):
            send_reset_link(User.objects.get(email="subject@acme.example"), reason="Ticket 9", actor=SYSTEM)
        if page.endswith("cancel-rotation/"):
            rotate_key(ApiKey.objects.get(organization=acme), actor=SYSTEM, overlap_hours=24, lifetime_days=30)
        if "code" in own:
            own["code"] = str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
        return client, address, own

    return prepare


def _open_link(client: Client, person: User, page: str) -> None:
    """Open the link behind which the page is: to confirm another address, or to take it back."""
    name = "confirm_digest" if page.endswith("confirm/") else "undo_digest"
    times = {"requested_at": timezone.now(), **({} if page.endswith("confirm/") else {"confirmed_at": timezone.now()})}
    change = {"user": person, "old_email": person.email, "new_email": "alice@new.example", name: digest_of("token")}
    EmailChange.objects.create(**change, **times)
    if name == "undo_digest":
        EmailChange.objects.update(old_email="alice@old.example")
    client.get(f"/{page}token/")


def _rows() -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (model.__name__, str(row[model._meta.pk.attname])): row  # type: ignore[union-attr]
        for model in MODELS
        for row in model._default_manager.values()
    }


def _plain(model: str, name: str, value: Any, hostile: dict[str, Any], known: set[tuple[str, str]]) -> Any:
    """A value as it can be compared between two runs: times in hours from now, what is random or new as such."""
    if isinstance(value, datetime):
        return f"{round((value - timezone.now()).total_seconds() / 3600)} h"
    if name == "password":
        return "the attacker's" if check_password(HOSTILE_PASSWORD, value) else "new"
    if name in RANDOM and str(value) != hostile.get(name):
        return "random" if value else value
    points_to = POINTS_TO.get((model, name))
    if points_to and value and str(value) != hostile["pk"] and (points_to, str(value)) not in known:
        return "new"
    return str(value)


def _changes(before: dict[Any, Any], after: dict[Any, Any], hostile: dict[str, Any]) -> list[Any]:
    found: list[Any] = [("gone", key) for key in before if key not in after]
    known = set(before)
    for (model, pk), row in after.items():
        if (model, pk) not in before:
            shown = {name: _plain(model, name, value, hostile, known) for name, value in row.items()}
            found.append((model, {**shown, "id": "new" if pk != hostile["id"] else pk}))
            continue
        old = before[model, pk]
        changed = {
            name: _plain(model, name, value, hostile, known) for name, value in row.items() if value != old[name]
        }
        if changed:
            found.append((model, pk, changed))
    return sorted(found, key=repr)


def _outcome(
    client: Client, address: str, data: dict[str, Any], extras: dict[str, Any], hostile: dict[str, Any], before: Any
) -> Any:
    """Send the form, return what it changed of the rows before and who the record says did it, and roll it back."""
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    known = {pk for model, pk in before if model == "User"}
    events_before = set(AuditEvent.objects.values_list("pk", flat=True))
    with transaction.atomic():
        query = f"?{urlencode(extras, doseq=True)}" if extras else ""
        answer = client.post(address + query, {**extras, **data})
        changes = _changes(before, _rows(), hostile)
        events = [
            (
                event.action,
                event.actor_kind,
                event.actor_id if event.actor_id in known else "new",
                event.organization_id,
            )
            for event in AuditEvent.objects.exclude(pk__in=events_before).order_by("pk")
        ]
        transaction.set_rollback(True)
    client.cookies.clear()
    for name, value in cookies.items():
        client.cookies[name] = value
    return answer.status_code, changes, events


@pytest.mark.parametrize("is_in_both", [False, True], ids=["a member of one", "a member of both"])
def test_only_the_forms_own_fields_change(
    is_in_both: bool, ready: Any, hostile: dict[str, Any], cells: Any, other: Organization, alice: User, bob: User
) -> None:
    """Also where the person owns the organization whose id is posted, and could move things there."""
    for person in (alice, bob) if is_in_both else ():
        members.add_member(other, user=person, role="owner", actor=SYSTEM)
    for form in (each for each in OWN if not is_in_both or each.startswith("o/")):
        with cells(form):
            client, address, own = ready(form)
            extras = {name: value for name, value in hostile.items() if name not in own}
            before = _rows()
            plain = _outcome(client, address, own, {}, hostile, before)
            assert bool(plain[1]) == (form not in CHANGES_NO_ROW), plain
            assert _outcome(client, address, own, extras, hostile, before) == plain
    assert cells.count >= (19 if is_in_both else 32)


def test_every_page_that_takes_a_post_is_attacked(
    all_pages: list[str], acme: Organization, filled: Any, cells: Any
) -> None:
    for page, address in {page: filled(page, acme) for page in all_pages}.items():
        with cells(page):
            takes = Client().post(address).status_code != 405
            assert takes == (page in OWN or page in READ_ONLY)
