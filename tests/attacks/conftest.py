"""Fixtures of attacks on pages: every page of the URL conf, its path, and the state that must not change."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.db.models import Model

from accounts.models import EmailChange, User
from billing_access.access.models import ApiKey, OptIn, Suspension
from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.alerts.services import create_rule
from billing_access.billing.models import AlertRule
from billing_access.webhooks.models import WebhookDelivery, WebhookEndpoint
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Invitation, Membership, Organization, OrganizationUserPermission
from orgs.services import invitations, members
from tests.addresses import patterns

SYSTEM = actors.command("tests")
WATCHED: tuple[type[Model], ...] = (
    ApiKey,
    OptIn,
    Suspension,
    AlertRule,
    WebhookEndpoint,
    WebhookDelivery,
    Organization,
    Membership,
    Invitation,
    User,
    EmailChange,
    OrganizationUserPermission,
)


@pytest.fixture
def all_pages() -> list[str]:
    """The address of every page: a new page is attacked without being listed here."""
    # Without settings there is none of the provider's pages (tests/accounts/ui/test_provider_sign_in.py).
    apart = ("admin/", "^v1", "v1/", "docs", "sign-in/oidc/", "healthz", "readyz")
    pages = sorted(path for path in patterns() if not path.startswith(apart))
    assert len(pages) >= 50
    return pages


@pytest.fixture
def organization_pages(all_pages: list[str]) -> list[str]:
    """The address of every page of an organization."""
    pages = [path for path in all_pages if path.startswith("o/<slug:slug>/")]
    assert len(pages) >= 28
    return pages


@pytest.fixture
def filled(make_key: Any, make_webhook: Any) -> Callable[..., str]:
    """Return a function that fills in a pattern with an organization's objects: ``filled(pattern, acme)``.

    ``of=other`` uses the objects of the organization ``other``; ``of=None`` uses ids that do not exist.
    """
    made: dict[int, dict[str, str]] = {}

    def ids(organization: Organization) -> dict[str, str]:
        member = User.objects.create_user(f"subject@{organization.slug}.example")
        membership = members.add_member(organization, user=member, role="member", actor=SYSTEM)
        invited = invitations.invite(
            organization, email=f"invited@{organization.slug}.example", role="member", actor=SYSTEM
        )
        webhook = make_webhook(organization, None, state="disabled")
        delivery = WebhookDelivery.objects.create(
            id=uuid4(), endpoint=webhook, type="alert.fired", body="{}", state="failed"
        )
        return {
            "<uuid:webhook_id>": str(webhook.pk),
            "<uuid:delivery_id>": str(delivery.pk),
            "<uuid:key_id>": str(make_key(organization, "billing.state:read", "runs:read").key.pk),
            "<int:membership_id>": str(membership.pk),
            "<int:invitation_id>": str(invited.pk),
            "<uuid:rule_id>": str(
                create_rule(organization, Parameters("day_spend", amount_usd=Decimal(5)), actor=SYSTEM).pk
            ),
            "<uuid:event_id>": str(AuditEvent.objects.filter(organization_id=organization.public_id).latest("id").pk),
        }

    def fill(pattern: str, organization: Organization, of: Organization | str | None = "same") -> str:
        owner = organization if of == "same" else of
        values = {
            "<uuid:key_id>": "00000000-0000-4000-8000-000000000000",
            "<uuid:rule_id>": "00000000-0000-4000-8000-000000000000",
            "<uuid:webhook_id>": "00000000-0000-4000-8000-000000000000",
            "<uuid:delivery_id>": "00000000-0000-4000-8000-000000000000",
            "<int:membership_id>": "2000000001",
            "<int:invitation_id>": "2000000001",
            "<uuid:event_id>": "00000000-0000-4000-8000-000000000000",
        }
        if isinstance(owner, Organization):
            values = made.get(owner.pk) or made.setdefault(owner.pk, ids(owner))
        others = {"<slug:slug>": organization.slug, "<str:token>": "no-such-token", "<uidb64>": "MQ", "<token>": "used"}
        for placeholder, value in {**values, **others, "<slug:code>": "missing_key"}.items():
            pattern = pattern.replace(placeholder, value)
        assert "<" not in pattern, f"{pattern} needs a value here"
        return "/" + pattern

    return fill


@pytest.fixture
def state() -> Callable[[], dict[str, str | None]]:
    """Return a function that reads every row that a page could change, to compare before and after.

    It returns a hash of each table's rows, which one statement reads: models would take ten times as long.
    """
    rows = "SELECT '{0}', md5(string_agg(t::text, ' ' ORDER BY t::text)) FROM {0} t"
    statement = " UNION ALL ".join(rows.format(model._meta.db_table) for model in WATCHED)

    def read() -> dict[str, str | None]:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return dict(cursor.fetchall())

    return read


@pytest.fixture
def told() -> Callable[[Any], tuple[int, bytes, dict[str, str]]]:
    """Return all that an answer tells: status, body and headers, without the CSRF token, which is new each time."""

    def without_token(answer: Any) -> tuple[int, bytes, dict[str, str]]:
        body = re.sub(rb'(name="csrfmiddlewaretoken" value=")[^"]+', rb"\1", answer.content)
        timely = {"X-Request-ID", "Expires", "Last-Modified"}
        return answer.status_code, body, {name: value for name, value in answer.items() if name not in timely}

    return without_token
