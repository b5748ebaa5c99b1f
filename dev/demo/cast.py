"""The demo's organizations, people and settings, created if they are missing, and its keys, which are always new."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from typing import Any, Final

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from accounts import users
from accounts.demo_people import DOMAIN, PASSWORD
from accounts.models import User
from accounts.person_events import record_person
from billing_access import scopes
from billing_access.access.models import ApiKey, OptIn
from billing_access.access.services import issue_key, revoke_key, turn_on_billing_reads
from billing_access.billing.models import Account, EntryKind
from billing_access.billing.operators import add_balance_entry, mark_complete, open_account, register_tag
from billing_access.deploy_checks import DEMO_REFERENCE
from billing_audit.record import Actor
from orgs.models import Invitation, Membership, Organization
from orgs.roles import Role
from orgs.services import invitations, members, organizations

STAFF_EMAIL: Final = f"staff@platform{DOMAIN}"
REGISTERED_TAG: Final = "session"
KEYS: Final = {
    "Demo: all scopes": scopes.ALL_SCOPES,
    "Demo: state only": frozenset({scopes.BILLING_STATE_READ}),
    "Demo: usage only": frozenset({scopes.BILLING_USAGE_READ}),
    "Demo: runs only": frozenset({scopes.RUNS_READ}),
    "Demo: all but billing": scopes.ALL_SCOPES - scopes.BILLING_SCOPES,
}
KEY_LIFETIME_DAYS: Final = 365


@dataclass(frozen=True, slots=True)
class DemoOrganization:
    """One organization of the demo. ``top_up_usd`` and ``threshold_usd`` are US dollars."""

    slug: str
    name: str
    tier: str
    top_up_usd: Decimal
    threshold_usd: Decimal
    is_opted_in: bool


# Each has used about 11,600 US dollars, so the first has plenty of balance left and the second little.
ORGANIZATIONS: Final = (
    DemoOrganization("acme-robotics", "Acme Robotics", "pro", Decimal(15000), Decimal(500), True),
    DemoOrganization("borealis-labs", "Borealis Labs", "team", Decimal(11750), Decimal(100), False),
)
SLUGS: Final = tuple(each.slug for each in ORGANIZATIONS)


def is_incomplete() -> bool:
    """Tell whether the database is empty, or contains only what an interrupted ``seed_demo`` left.

    The keys are created last, in one transaction: if there is one, even revoked, the demo is complete.
    """
    has_others = Organization.objects.exclude(slug__in=SLUGS).exists()
    return not has_others and not ApiKey.objects.filter(organization__slug__in=SLUGS).exists()


def ensure_organization(demo: DemoOrganization, actor: Actor) -> Organization:
    """Create the organization, its people, account, tag and opt-in, as far as they are missing."""
    organization = Organization.objects.filter(slug=demo.slug).first()
    if organization is None:
        owner = _person(_email(demo.slug, Role.OWNER), f"{demo.name}'s owner", actor)
        organization = organizations.create_organization(name=demo.name, slug=demo.slug, owner=owner, actor=actor)
    for role in Role.values:
        user = _person(_email(demo.slug, role), f"{demo.name}'s {role}", actor)
        if not Membership.objects.filter(organization=organization, user=user).exists():
            members.add_member(organization, user=user, role=role, actor=actor)
    if not Account.objects.filter(organization=organization).exists():
        open_account(organization, billing_tier=demo.tier, low_balance_threshold_usd=demo.threshold_usd, actor=actor)
    register_tag(organization, REGISTERED_TAG, actor=actor)
    if demo.is_opted_in and not OptIn.objects.filter(organization=organization).exists():
        turn_on_billing_reads(organization, actor=actor, reason="Demo")
    # With an invitation, the members page shows one and the worker sends an e-mail.
    invited = f"new-auditor@{demo.slug}.example"
    if not demo.is_opted_in and not Invitation.objects.filter(organization=organization, email=invited).exists():
        invitations.invite(organization, email=invited, role=Role.AUDITOR, actor=actor)
    return organization


def ensure_figures(demo: DemoOrganization, organization: Organization, actor: Actor) -> None:
    """Add the top-up, and mark usage complete up to today, if that is missing. Runs are imported separately."""
    add_balance_entry(
        organization,
        kind=EntryKind.TOP_UP,
        amount_usd=demo.top_up_usd,
        reference=DEMO_REFERENCE,
        occurred_at=datetime(2026, 3, 1, tzinfo=UTC),
        note="Demo",
        actor=actor,
    )
    if not Account.objects.filter(organization=organization, usage_through__isnull=False).exists():
        today = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
        mark_complete(organization, today, actor=actor)


def ensure_staff(actor: Actor) -> dict[str, str]:
    """Create the demo's superuser if it is missing, and return the address and password."""
    user = _person(STAFF_EMAIL, "Platform staff", actor)
    if not (user.is_staff and user.is_superuser):
        with transaction.atomic():
            user.is_staff = user.is_superuser = True
            user.save(update_fields=["is_staff", "is_superuser"])
            changes = {"is_staff": (False, True), "is_superuser": (False, True)}
            record_person("user.changed", user, actor, changes)
    return {"email": STAFF_EMAIL, "password": PASSWORD}


def people_of(organization: Organization) -> list[dict[str, str]]:
    """Return the demo people who are members: address, password and current role."""
    emails = [_email(organization.slug, role) for role in Role.values]
    members = Membership.objects.filter(organization=organization, user__email__in=emails).order_by("pk")
    return [
        {"email": email, "password": PASSWORD, "role": role}
        for email, role in members.values_list("user__email", "role")
    ]


def replace_keys(organization: Organization, actor: Actor) -> list[dict[str, Any]]:
    """Revoke the demo's keys and issue new ones. Secrets are not stored, so those of the old keys cannot be printed."""
    old = ApiKey.objects.filter(organization=organization, name__in=KEYS, created_by=None, revoked_at=None)
    for key in old:
        revoke_key(key, actor=actor, reason="Replaced by seed_demo")
    issued = [
        issue_key(organization, actor=actor, name=name, scopes=key_scopes, lifetime_days=KEY_LIFETIME_DAYS)
        for name, key_scopes in KEYS.items()
    ]
    return [{"name": each.key.name, "secret": each.secret, "scopes": list(each.key.scopes)} for each in issued]


def _person(email: str, name: str, actor: Actor) -> User:
    """Find or create the person with this address, and make sure that they have the published password."""
    user = User.objects.filter(email=email).first()
    if user is None:
        with transaction.atomic():
            user = users.create_user(email=email, name=name, actor=actor)
            user.password = _password_hash()
            user.save(update_fields=["password"])
        return user
    if not user.check_password(PASSWORD):
        with transaction.atomic():
            user.set_password(PASSWORD)
            user.save(update_fields=["password"])
            record_person("user.password_set", user, actor)
    return user


@cache
def _password_hash() -> str:
    """Return the hash of the published password; cached, since hashing takes a quarter of a second."""
    return make_password(PASSWORD)


def _email(slug: str, role: str) -> str:
    return f"{role}@{slug}{DOMAIN}"
