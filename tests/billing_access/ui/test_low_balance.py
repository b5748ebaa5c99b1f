"""The page of the low-balance threshold."""

from decimal import Decimal
from typing import Any

import pytest

from accounts.models import User
from billing_access.billing.ledger.changes import InvalidChange
from billing_access.billing.ledger.low_balance import set_low_balance_threshold
from billing_access.billing.models import Account
from billing_access.billing.operators import open_account
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Organization

SYSTEM = actors.command("tests")
PAGE = "/o/acme/settings/low-balance/"


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("500", "500", "$500.00"),
        (" $99.5 ", "99.5", "$99.50"),
        ("0", "0", "$0.00"),
        ("1e-10", "0.0000000001", "$0.00000000010"),
    ],
)
def test_it_is_set_and_on_the_record(
    acme: Organization, adam: User, sign_in: Any, words: Any, field: Any, typed: str, stored: str, shown: str
) -> None:
    answer = sign_in(adam).post(PAGE, {"threshold": typed}, follow=True)
    assert answer.redirect_chain == [(PAGE, 302)]
    assert f"Saved. The balance counts as low at {shown} or less." in words(answer)
    assert Account.objects.get().low_balance_threshold_usd == Decimal(stored)
    assert Decimal(field(answer, "threshold")) == Decimal(stored)
    event = AuditEvent.objects.get(action="account.updated")
    assert (event.actor_kind, event.actor_id) == ("user", str(adam.pk))
    assert event.changes["low_balance_threshold_usd"][0] is None
    assert Decimal(event.changes["low_balance_threshold_usd"][1]) == Decimal(stored)


def test_it_is_taken_away_and_the_same_again_changes_nothing(
    acme: Organization, alice: User, sign_in: Any, words: Any
) -> None:
    open_account(acme, low_balance_threshold_usd=Decimal(500), actor=SYSTEM)
    client, before = sign_in(alice), AuditEvent.objects.count()
    assert "The balance counts as low at $500.00 or less." in words(
        client.post(PAGE, {"threshold": "500.00"}, follow=True)
    )
    assert AuditEvent.objects.count() == before
    assert "There is no low-balance threshold." in words(client.post(PAGE, {"threshold": ""}, follow=True))
    assert Account.objects.get().low_balance_threshold_usd is None


@pytest.mark.parametrize(
    ("typed", "says"),
    [("-1", "negative"), ("abc", "not a"), ("1e10", "too large"), ("0.00000000001", "more than ten decimals"),
     ("1,000", "not a"), ("٣", "not a"), ("9" * 41, "40 characters")],
)  # fmt: skip
def test_a_fault_is_named_and_kept_and_changes_nothing(
    acme: Organization, alice: User, sign_in: Any, words: Any, field: Any, typed: str, says: str
) -> None:
    answer = sign_in(alice).post(PAGE, {"threshold": typed})
    assert answer.status_code == 400
    assert says in words(answer)
    assert field(answer, "threshold") == typed
    assert not Account.objects.exists()


def test_an_invoiced_account_is_told_that_it_has_no_balance(
    acme: Organization, alice: User, sign_in: Any, words: Any
) -> None:
    open_account(acme, billing_mode="postpaid", actor=SYSTEM)
    assert "This account is invoiced and has no balance" in words(sign_in(alice).get(PAGE))


def test_the_service_refuses_a_negative_threshold_too(acme: Organization) -> None:
    with pytest.raises(InvalidChange, match="0 or more"):
        set_low_balance_threshold(acme, Decimal(-1), actor=SYSTEM)
