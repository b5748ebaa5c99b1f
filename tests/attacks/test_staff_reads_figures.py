"""Staff who may view the audit log, and nothing else, try to read an organization's balance from its events."""

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from billing_access.billing.ledger.entries import add_balance_entry
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Organization

LIST = "admin:billing_audit_auditevent_changelist"
PAGE = "admin:billing_audit_auditevent_change"
AMOUNTS = ["25.00", "17.31", "-4.05"]


@pytest.fixture
def staff_with(sign_in: Callable[[User], Client], db: None) -> Callable[..., Client]:
    """A function that signs in as staff with these permissions alone."""

    def erin(*codenames: str) -> Client:
        user = User.objects.create_user("erin@example.com", "x", is_staff=True)
        permissions = Permission.objects.filter(content_type__app_label="billing_audit", codename__in=codenames)
        assert len(permissions) == len(codenames)
        user.user_permissions.set(permissions)
        return sign_in(user)

    return erin


@pytest.fixture
def entries(acme: Organization) -> None:
    for number, amount in enumerate(AMOUNTS):
        kind = "top_up" if Decimal(amount) > 0 else "adjustment"
        add_balance_entry(
            acme,
            actor=actors.command("tests"),
            kind=kind,
            amount_usd=Decimal(amount),
            reference=f"pay_{number}",
            occurred_at=timezone.now(),
        )


def _read_all(client: Client) -> str:
    """Everything that the admin shows of the entries' events."""
    shown = client.get(reverse(LIST), {"action": "balance_entry.added"}).content.decode()
    for event in AuditEvent.objects.filter(action="balance_entry.added"):
        shown += client.get(reverse(PAGE, args=[event.pk])).content.decode()
    return shown


def _sum(shown: str) -> Decimal:
    return sum((Decimal(amount) for amount in re.findall(r"amount_usd: (-?[0-9.]+)", shown)), Decimal(0))


def test_the_log_alone_does_not_sum_to_the_balance(entries: None, staff_with: Callable[..., Client]) -> None:
    shown = _read_all(staff_with("view_auditevent"))
    assert "pay_0" in shown
    assert "amount_usd" in shown, "the page names what it withholds"
    assert _sum(shown) == 0
    assert not [amount for amount in AMOUNTS if amount in shown]


def test_staff_who_may_view_figures_see_them(entries: None, staff_with: Callable[..., Client]) -> None:
    assert _sum(_read_all(staff_with("view_auditevent", "view_figures"))) == Decimal("38.26")


def test_figures_without_the_log_open_nothing(entries: None, staff_with: Callable[..., Client]) -> None:
    client = staff_with("view_figures")
    event = AuditEvent.objects.filter(action="balance_entry.added").latest("id")
    assert [client.get(path).status_code for path in (reverse(LIST), reverse(PAGE, args=[event.pk]))] == [403, 403]
