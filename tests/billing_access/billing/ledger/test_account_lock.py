"""The revisions of an account: whatever takes one gives it a random token, which is kept."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from billing_access.billing.ledger.account_lock import lock_accounts, move_totals
from billing_access.billing.models import Account, EntryKind, Revision, UsageDay
from billing_access.billing.operators import (
    add_balance_entry,
    backfill_tag,
    reconcile_balance,
    register_tag,
    repair_figures,
    unregister_tag,
)
from orgs.actors import command
from orgs.models import Organization

SYSTEM = command("tests")
TIME = datetime(2026, 4, 2, tzinfo=UTC)


def kept(organization: Organization) -> dict[int, object]:
    """Return the tokens of an organization by revision."""
    return dict(Revision.objects.filter(organization=organization).values_list("revision", "token"))


def test_every_revision_gets_a_token_that_is_kept(acme: Organization, feed: Any, run: Any) -> None:
    steps: list[Callable[[], object]] = [
        lambda: feed(acme, run()),
        lambda: feed(acme, run(), run("b")),
        lambda: add_balance_entry(
            acme, kind=EntryKind.TOP_UP, amount_usd=Decimal(5), reference="a", occurred_at=TIME, actor=SYSTEM
        ),
        lambda: reconcile_balance(acme, balance_usd=Decimal(9), observed_at=TIME, reference="r", actor=SYSTEM),
        lambda: backfill_tag(register_tag(acme, "county", actor=SYSTEM).pk),
        lambda: unregister_tag(acme, "county", actor=SYSTEM),
        lambda: (UsageDay.objects.update(run_count=7), repair_figures(acme, actor=SYSTEM)),
    ]
    for step in steps:
        before = kept(acme)
        step()
        account = Account.objects.get(pk=acme.pk)
        assert account.revision > max(before, default=0)
        assert kept(acme)[account.revision] == account.revision_token
        assert kept(acme).items() >= before.items()
    assert sorted(kept(acme)) == list(range(1, 9))
    assert len(set(kept(acme).values())) == 8


def test_nothing_new_takes_no_revision(acme: Organization, feed: Any, run: Any) -> None:
    feed(acme, run())
    before = kept(acme)
    feed(acme, run())
    assert kept(acme) == before


def test_accounts_that_move_together_have_a_token_each(acme: Organization, other: Organization) -> None:
    with transaction.atomic():
        lock_accounts([acme.pk, other.pk])
        assert move_totals({acme.pk: Decimal(1)}, entries={other.pk: Decimal(2)}) == {acme.pk: 1, other.pk: 1}
    totals = Account.objects.order_by("pk").values_list("usage_total_usd", "entries_total_usd")
    assert list(totals) == [(1, 0), (0, 2)]
    assert kept(acme)[1] != kept(other)[1]


def test_an_account_that_was_lost_and_made_again_has_other_tokens(
    acme: Organization, feed: Any, run: Any, as_role: Any
) -> None:
    feed(acme, run())
    (before,) = kept(acme).values()
    with as_role("owner"):
        Account.objects.filter(pk=acme.pk).delete()
    repair_figures(acme, actor=SYSTEM)
    account = Account.objects.get(pk=acme.pk)
    assert (account.revision, kept(acme)) == (1, {1: account.revision_token})
    assert account.revision_token != before
