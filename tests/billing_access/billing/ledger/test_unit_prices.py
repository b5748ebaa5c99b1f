"""The prices of an account: set from an instant on, never changed, on the record, and used for the balance in units."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import User
from billing_access.billing.ledger.unit_prices import count_older_prices
from billing_access.billing.models import UnitPrice
from billing_access.billing.operators import InvalidChange, add_balance_entry, open_account, set_unit_price
from billing_access.billing.reports.state import read_state
from billing_audit.models import AuditEvent
from orgs.actors import as_member, command

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 4, 1, 12, tzinfo=UTC)
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
TESTS = command("tests")


def test_the_first_price_stands_from_the_beginning_and_is_on_the_record(acme):
    set_unit_price(acme, actor=TESTS, unit_price_usd=Decimal("0.05"))
    set_unit_price(acme, actor=TESTS, unit_price_usd=Decimal("0.05"))
    set_unit_price(acme, actor=TESTS, cached_unit_price_usd=Decimal("0"), valid_from=NOON)
    assert list(UnitPrice.objects.order_by("valid_from").values_list(
        "valid_from", "unit_price_usd", "cached_unit_price_usd"
    )) == [(BEGINNING, Decimal("0.05"), None), (NOON, Decimal("0.05"), Decimal(0))]  # fmt: skip
    first, second = AuditEvent.objects.filter(action="account.unit_price_set").order_by("id")
    assert (first.actor_id, first.organization_id) == ("tests", acme.public_id)
    assert first.details == {
        "unit_price_usd": "0.05", "cached_unit_price_usd": None, "valid_from": "1970-01-01T00:00:00Z",
    }  # fmt: skip
    assert second.details == {
        "unit_price_usd": "0.05", "cached_unit_price_usd": "0.00", "valid_from": "2026-04-01T12:00:00Z",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"unit_price_usd": Decimal("0.06")}, "A price stands from 2026-04-01T12:00:00"),
        ({"unit_price_usd": Decimal("0.06"), "valid_from": NOON}, "A price stands from 2026-04-01T12:00:00"),
        ({"unit_price_usd": Decimal(0), "valid_from": BEGINNING}, "more than zero, unlike 0"),
        ({"unit_price_usd": Decimal("0.00000000001"), "valid_from": BEGINNING}, "more than ten decimals"),
        ({"cached_unit_price_usd": Decimal(-1), "valid_from": NOON}, "zero or more, unlike -1"),
        ({"cached_unit_price_usd": Decimal(1), "valid_from": BEGINNING}, "set the unit price too"),
        ({"unit_price_usd": Decimal(1), "valid_from": datetime(2026, 1, 1)}, "has no offset"),
    ],
)
def test_what_is_refused(acme, given, reason):
    set_unit_price(acme, actor=TESTS, unit_price_usd=Decimal("0.05"), valid_from=NOON)
    with pytest.raises(InvalidChange, match=reason):
        set_unit_price(acme, actor=TESTS, **given)
    assert UnitPrice.objects.count() == AuditEvent.objects.filter(action="account.unit_price_set").count() == 1


def test_a_member_sets_no_price(acme):
    with pytest.raises(PermissionDenied):
        set_unit_price(acme, actor=as_member(User(email="owner@acme.example")), unit_price_usd=Decimal(1))


def test_runs_that_keep_an_older_price_are_counted(acme, feed, run):
    set_unit_price(acme, actor=TESTS, unit_price_usd=Decimal(1), cached_unit_price_usd=Decimal(1))
    starts = [NOON + timedelta(hours=hour) for hour in range(4)]
    feed(acme, *({"run_id": str(n), "started_at": start, "units": "1"} for n, start in enumerate(starts)), run("usd"))
    set_unit_price(acme, actor=TESTS, unit_price_usd=Decimal(3), valid_from=starts[3])
    assert count_older_prices(set_unit_price(acme, actor=TESTS, unit_price_usd=Decimal(2), valid_from=starts[1])) == 2
    cached = set_unit_price(acme, actor=TESTS, cached_unit_price_usd=Decimal(5), valid_from=starts[0])
    assert count_older_prices(cached) == 0


def test_the_balance_in_units_is_at_the_price_of_now_and_rounded_down(acme, grant_for):
    open_account(acme, actor=TESTS)
    add_balance_entry(acme, actor=TESTS, kind="top_up", amount_usd=Decimal(10), reference="a", occurred_at=NOON)
    grant = grant_for(acme)
    assert read_state(grant).current_balance_units is None
    set_unit_price(acme, actor=TESTS, unit_price_usd=Decimal(3))
    assert read_state(grant).current_balance_units == Decimal("3.3333333333")
    later = datetime.now(UTC) + timedelta(hours=1)
    set_unit_price(acme, actor=TESTS, unit_price_usd=Decimal(5), valid_from=later)
    assert read_state(grant).current_balance_units == Decimal("3.3333333333")
    add_balance_entry(acme, actor=TESTS, kind="expiry", amount_usd=Decimal(-20), reference="b", occurred_at=NOON)
    assert read_state(grant).current_balance_units == Decimal("-3.3333333334")
