"""``manage.py add_balance_entry``: one ledger entry for each reference."""

import io
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from billing_access.billing.models import Account, BalanceEntry
from billing_audit.models import AuditEvent
from orgs.models import Organization

GIVEN = {"organization": "acme", "kind": "top_up", "amount": "25.00", "reference": "pay_1"}


def add(**changes: str) -> str:
    out = io.StringIO()
    arguments = [f"--{name.replace('_', '-')}={value}" for name, value in {**GIVEN, **changes}.items()]
    call_command("add_balance_entry", *arguments, stdout=out)
    return out.getvalue()


def test_it_stands_and_is_on_the_record(acme: Organization) -> None:
    assert add(occurred_at="2026-04-01T05:00:00-07:00", note="May") == (
        "Recorded top_up of 25.00 USD (reference pay_1, revision 1).\n"
    )
    entry = BalanceEntry.objects.get()
    assert (entry.organization, entry.kind, entry.amount_usd, entry.note) == (acme, "top_up", Decimal(25), "May")
    assert entry.occurred_at.isoformat() == "2026-04-01T12:00:00+00:00"
    assert Account.objects.get(pk=acme.pk).entries_total_usd == 25
    event = AuditEvent.objects.get(action="balance_entry.added")
    assert (event.organization_id, event.actor_kind, event.actor_id) == (acme.public_id, "system", "add_balance_entry")
    assert event.details == {"reference": "pay_1", "kind": "top_up", "amount_usd": "25.00"}


def test_the_same_reference_again_adds_nothing_and_with_another_amount_is_refused(acme: Organization) -> None:
    said = add()
    assert add(amount="25") == said
    with pytest.raises(CommandError, match=r"'pay_1' is already used by a top_up of 25\.00"):
        add(amount="26")
    with pytest.raises(CommandError, match=r"'pay_1' is already used"):
        add(kind="grant")
    assert (BalanceEntry.objects.count(), Account.objects.get(pk=acme.pk).revision) == (1, 1)
    assert AuditEvent.objects.filter(action="balance_entry.added").count() == 1


def test_one_reference_in_two_organizations_is_two_entries(acme: Organization, other: Organization) -> None:
    add()
    add(organization="other", kind="charge", amount="-0.0000000001")
    assert set(BalanceEntry.objects.values_list("organization__slug", "amount_usd")) == {
        ("acme", Decimal(25)),
        ("other", Decimal("-0.0000000001")),
    }


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"organization": "nobody"}, "no organization with the slug 'nobody'"),
        ({"kind": "gift"}, "invalid choice: 'gift'"),
        ({"amount": "0"}, "An entry of zero changes nothing"),
        ({"amount": "-5"}, "The amount of a top_up is positive, not -5.00"),
        ({"kind": "charge"}, "The amount of a charge is negative, not 25.00"),
        ({"amount": "0.00000000001"}, "more than ten decimals"),
        ({"amount": "25,00"}, "25,00"),
        ({"amount": "NaN"}, "NaN"),
        ({"amount": "1e40"}, "1e40|not an amount"),
        ({"reference": " "}, "A reference has 1 to 120 characters"),
        ({"reference": "r" * 121}, "A reference has 1 to 120 characters"),
        ({"note": "n" * 201}, "A note has 200 characters at most"),
        ({"occurred_at": "2026-04-01T12:00:00"}, "has no offset"),
        ({"occurred_at": "yesterday"}, "--occurred-at 'yesterday' is not a time"),
    ],
)
def test_bad_input_is_named_and_changes_nothing(acme: Organization, change: dict[str, Any], says: str) -> None:
    with pytest.raises(CommandError, match=says):
        add(**change)
    assert not BalanceEntry.objects.exists()
    assert not AuditEvent.objects.filter(action="balance_entry.added").exists()
