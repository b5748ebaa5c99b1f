"""``manage.py reconcile_balance``: an external biller's balance at one instant, once for each reference."""

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from billing_access import routes
from billing_access.billing.ledger.reconciliation import balance_at
from billing_access.billing.models import Account, BalanceEntry, Reconciliation
from billing_access.billing.operators import (
    add_balance_entry,
    check_figures,
    open_account,
    reconcile_balance,
)
from billing_access.billing.reports.state import read_state
from billing_audit.models import AuditEvent
from orgs.actors import as_member, command
from orgs.models import Organization
from tests.properties import tried_on

SYSTEM = command("tests")
GIVEN = {"organization": "acme", "balance": "41.23", "observed_at": "2026-04-02T10:00:00Z", "reference": "st_1"}


def reconcile(**changes: str) -> str:
    out = io.StringIO()
    arguments = [f"--{name.replace('_', '-')}={value}" for name, value in {**GIVEN, **changes}.items()]
    call_command("reconcile_balance", *arguments, stdout=out)
    return out.getvalue()


def top_up(organization: Organization, amount: str, occurred_at: str = "2026-04-01T00:00:00Z") -> None:
    add_balance_entry(
        organization,
        kind="top_up",
        amount_usd=Decimal(amount),
        reference=f"pay_{occurred_at}",
        occurred_at=datetime.fromisoformat(occurred_at),
        actor=SYSTEM,
    )


def balance(organization: Organization) -> Decimal:
    account = Account.objects.get(pk=organization.pk)
    return account.entries_total_usd - account.usage_total_usd


def test_the_difference_stands_and_is_on_the_record(acme: Organization, feed: Any, run: Any, grant_for: Any) -> None:
    top_up(acme, "50")
    feed(acme, run(total_cost_usd="8.78"))
    assert reconcile(note="April") == (
        "Recorded a balance of 41.23 USD at 2026-04-02T10:00:00Z, adjusted by 0.01 USD (reference st_1, revision 3).\n"
    )
    entry = BalanceEntry.objects.get(reference="st_1")
    assert (entry.kind, entry.amount_usd, entry.note) == ("adjustment", Decimal("0.01"), "April")
    assert entry.occurred_at.isoformat() == "2026-04-02T10:00:00+00:00"
    state = read_state(grant_for(acme, routes.BILLING_STATE))
    assert state.current_balance_usd == Decimal("41.23")
    assert state.snapshot.balance_reconciled_at == entry.occurred_at
    event = AuditEvent.objects.get(action="balance.reconciled")
    assert (event.organization_id, event.actor_id) == (acme.public_id, "reconcile_balance")
    assert event.details == {"reference": "st_1", "balance_usd": "41.23", "difference_usd": "0.01"}
    assert event.changes == {"balance_reconciled_at": [None, "2026-04-02T10:00:00Z"]}
    assert AuditEvent.objects.filter(action="balance_entry.added").count() == 2
    assert check_figures(acme) == []


def test_what_was_spent_and_paid_since_then_is_not_undone(acme: Organization, feed: Any, run: Any) -> None:
    top_up(acme, "50")
    feed(acme, run("at", started_at="2026-04-02T10:00:00Z", total_cost_usd="1"))
    feed(acme, run("quarter", started_at="2026-04-02T09:50:00Z", total_cost_usd="0.1"))
    feed(acme, run("day", started_at="2026-04-02T00:00:00Z", total_cost_usd="0.01"))
    feed(acme, run("before", started_at="2026-04-01T23:59:59Z", total_cost_usd="0.001"))
    feed(acme, run("after", started_at="2026-04-02T10:00:00.000001Z", total_cost_usd="7"))
    top_up(acme, "20", "2026-04-02T11:00:00Z")
    assert balance_at(acme, datetime(2026, 4, 2, 10, tzinfo=UTC)) == Decimal("48.889")
    reconcile(balance="50")
    assert balance_at(acme, datetime(2026, 4, 2, 10, tzinfo=UTC)) == 50
    assert balance(acme) == 50 - 7 + 20


@pytest.mark.parametrize("balance", ["41.23", "40"])
def test_the_same_reference_again_changes_nothing_also_when_nothing_differed(acme: Organization, balance: str) -> None:
    top_up(acme, "41.23")
    said = reconcile(balance=balance)
    before = Account.objects.values().get(pk=acme.pk)
    top_up(acme, "1", "2026-04-02T12:00:00Z")
    assert reconcile(balance=balance, observed_at="2026-04-02T03:00:00-07:00").splitlines()[0] == (
        said.splitlines()[0].replace("2026-04-02T10:00:00Z", "2026-04-02T03:00:00-07:00")
    )
    after = Account.objects.values().get(pk=acme.pk)
    assert after.pop("revision_token") != before.pop("revision_token")
    assert after == {**before, "revision": 3, "entries_total_usd": before["entries_total_usd"] + 1}
    assert BalanceEntry.objects.filter(reference="st_1").count() == (balance != "41.23")
    assert AuditEvent.objects.filter(action="balance.reconciled").count() == 1
    for change in ({"balance": "39"}, {"observed_at": "2026-04-02T10:00:01Z"}):
        with pytest.raises(CommandError, match="'st_1' is already used: the balance was 4"):
            reconcile(**{"balance": balance, **change})


def test_an_older_balance_is_refused_and_a_newer_one_recorded(acme: Organization) -> None:
    reconcile()
    with pytest.raises(CommandError, match="already reconciled as of 2026-04-02T10:00:00Z; one of 2026-04-02T09:59"):
        reconcile(reference="st_0", observed_at="2026-04-02T09:59:59Z")
    reconcile(reference="st_same", balance="41")
    reconcile(reference="st_2", balance="40", observed_at="2026-04-02T10:00:01Z")
    assert balance(acme) == 40
    # A recorded reference returns its reconciliation, however old that is.
    assert "(reference st_1, " in reconcile()
    account = Account.objects.get(pk=acme.pk)
    assert account.balance_reconciled_at is not None
    assert account.balance_reconciled_at.isoformat() == "2026-04-02T10:00:01+00:00"
    assert check_figures(acme) == []


def test_reconciliations_and_entries_cannot_share_a_reference(acme: Organization) -> None:
    top_up(acme, "5")
    with pytest.raises(CommandError, match="is already used by a balance entry"):
        reconcile(reference="pay_2026-04-01T00:00:00Z")
    reconcile(balance="5")
    with pytest.raises(CommandError, match="'st_1' is already used by a reconciliation"):
        call_command("add_balance_entry", organization="acme", kind="top_up", amount="1", reference="st_1")


def test_it_warns_of_a_feed_that_is_behind_the_observed_time(acme: Organization) -> None:
    reconcile()
    Account.objects.update(usage_through=datetime(2026, 4, 2, 9, tzinfo=UTC))
    said = reconcile(reference="st_2", observed_at="2026-04-02T11:00:00Z")
    assert "The feed is complete only until 2026-04-02T09:00:00Z" in said
    Account.objects.update(usage_through=datetime(2026, 4, 2, 12, tzinfo=UTC))
    assert "complete" not in reconcile(reference="st_3", observed_at="2026-04-02T12:00:00Z")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"organization": "nobody"}, "no organization with the slug 'nobody'"),
        ({"balance": "0.00000000001"}, "more than ten decimals"),
        ({"balance": "NaN"}, "NaN"),
        ({"balance": "10000000000"}, "too large"),
        ({"reference": " "}, "A reference has 1 to 120 characters"),
        ({"note": "n" * 201}, "A note has 200 characters at most"),
        ({"observed_at": "2026-04-01T12:00:00"}, "has no offset"),
        ({"observed_at": "2026-04-01"}, "has no offset"),
        ({"observed_at": "yesterday"}, "--observed-at 'yesterday' is not a time"),
        ({"reference": "a\u2066b"}, r"The reference has .* U\+2066"),
        ({"observed_at": "2199-01-01T00:00:00Z"}, "is in the future"),
    ],
)
def test_bad_input_is_named_and_changes_nothing(acme: Organization, change: dict[str, Any], says: str) -> None:
    with pytest.raises(CommandError, match=says):
        reconcile(**change)
    assert not Reconciliation.objects.exists()
    assert not Account.objects.exists()
    assert not AuditEvent.objects.filter(action="balance.reconciled").exists()


def test_a_postpaid_account_has_no_balance_to_reconcile(acme: Organization) -> None:
    open_account(acme, billing_mode="postpaid", actor=SYSTEM)
    with pytest.raises(CommandError, match="postpaid"):
        reconcile()


def test_a_clock_a_little_ahead_is_believed(acme: Organization) -> None:
    reconcile(observed_at=(timezone.now() + timedelta(minutes=4)).isoformat())
    assert balance(acme) == Decimal("41.23")


def test_a_difference_that_no_entry_can_hold_is_refused(acme: Organization) -> None:
    reconcile(balance="-9999999999")
    with pytest.raises(CommandError, match="is too large for one entry"):
        reconcile(balance="9999999999", reference="st_2")


def test_only_the_platform_reconciles(acme: Organization, alice: User) -> None:
    with pytest.raises(PermissionDenied):
        reconcile_balance(
            acme, balance_usd=Decimal(1), observed_at=timezone.now(), reference="a", actor=as_member(alice)
        )


@pytest.mark.django_db(transaction=True)
def test_reported_by_two_at_once_it_is_recorded_once(acme: Organization) -> None:
    top_up(acme, "50")

    def say(number: int) -> Decimal:
        try:
            at = datetime(2026, 4, 2, 10, tzinfo=UTC)
            return reconcile_balance(
                acme, balance_usd=Decimal(40), observed_at=at, reference="st", actor=SYSTEM
            ).difference_usd
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(say, range(8))) == [Decimal(-10)] * 8
    assert balance(acme) == 40
    assert Reconciliation.objects.count() == 1
    assert check_figures(acme) == []


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["run", "entry", "balance"]),
        st.decimals(min_value=0, max_value=1000, places=10),
        st.integers(min_value=0, max_value=200_000),
    ),
    max_size=12,
)


@tried_on(25)
@given(steps=STEPS)
def test_whatever_came_before_the_balance_at_its_time_is_the_reported_one(
    new_organization: Any, feed: Any, run: Any, steps: list[tuple[str, Decimal, int]]
) -> None:
    organization = new_organization()
    last = datetime(2026, 4, 1, tzinfo=UTC)
    for number, (what, amount, seconds) in enumerate(steps):
        at = datetime(2026, 4, 1, tzinfo=UTC) + timedelta(seconds=seconds)
        if what == "run":
            feed(organization, run(f"r{number}", started_at=at.isoformat(), total_cost_usd=str(amount)))
        elif what == "entry" and amount:
            add_balance_entry(
                organization, kind="grant", amount_usd=amount, reference=f"e{number}", occurred_at=at, actor=SYSTEM
            )
        elif what == "balance":
            last = max(last, at)
            reconcile_balance(organization, balance_usd=amount, observed_at=last, reference=f"w{number}", actor=SYSTEM)
            assert balance_at(organization, last) == amount
    assert check_figures(organization) == []
