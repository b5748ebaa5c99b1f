"""``manage.py add_balance_entry``: one ledger entry for each reference."""

import io
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
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
        ({"reference": "pay\u200b_1"}, r"The reference has a control or invisible character, U\+200B ZERO WIDTH SPACE"),
        ({"note": "\u202eyaM"}, r"The note has .* U\+202E"),
        (
            {"occurred_at": "2199-01-01T00:00:00Z"},
            "2199-01-01T00:00:00Z is in the future; record the entry",
        ),
        ({"occurred_at": "2026-04-01T12:00:00"}, "has no offset"),
        ({"occurred_at": "yesterday"}, "--occurred-at 'yesterday' is not a time"),
    ],
)
def test_bad_input_is_named_and_changes_nothing(acme: Organization, change: dict[str, Any], says: str) -> None:
    with pytest.raises(CommandError, match=says):
        add(**change)
    assert not BalanceEntry.objects.exists()
    assert not AuditEvent.objects.filter(action="balance_entry.added").exists()


def test_an_entry_is_at_most_five_minutes_ahead_and_its_repeat_still_returns_it(acme: Organization) -> None:
    now = datetime(2026, 4, 1, 12, tzinfo=UTC)
    with time_machine.travel(now, tick=False):
        said = add(occurred_at="2026-04-01T12:05:00Z")
        with pytest.raises(CommandError, match="is in the future"):
            add(reference="pay_2", occurred_at="2026-04-01T12:05:00.000001Z")
    with time_machine.travel(now - timedelta(hours=1), tick=False):
        assert add(occurred_at="2026-04-01T12:05:00Z") == said
    assert BalanceEntry.objects.count() == 1


def test_a_reference_is_one_in_both_spellings(acme: Organization) -> None:
    said = add(reference="Ko\u0308ln 1", note="Ko\u0308ln")
    assert add(reference="Köln 1") == said
    assert BalanceEntry.objects.values_list("reference", "note").get() == ("Köln 1", "Köln")
