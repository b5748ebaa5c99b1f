"""Promise 5 through the API alone: parts of runs, corrections, credits, voids, entries, and what comes late."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from billing_access.access.services import turn_on_billing_reads
from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.ledger.reconciliation import balance_at
from billing_access.billing.models import Run
from billing_access.billing.operators import add_balance_entry, check_figures, credit_run, reconcile_balance, void_runs
from orgs import actors
from tests.properties import tried_on

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
NAMES = st.sampled_from(["a", "b", "c"])
AMOUNTS = st.decimals(min_value=0, max_value=1000, places=10)
OPERATIONS = st.one_of(
    st.tuples(st.just("row"), NAMES, st.fixed_dictionaries({}, optional={
        "total_cost_usd": AMOUNTS.map(str),
        "status": st.sampled_from(["running", "completed"]),
        "finished_at": st.integers(0, 9).map(lambda minutes: instant(minutes)),
        "modified_at": st.integers(0, 9).map(lambda minutes: instant(minutes)),
        "llm_tokens_in": st.integers(0, 9),
        "tags": st.dictionaries(NAMES, NAMES, max_size=1),
    })),
    st.tuples(st.just("credit"), NAMES, AMOUNTS.filter(bool), st.integers(0, 9)),
    st.tuples(st.just("void"), NAMES),
    st.tuples(st.just("entry"), AMOUNTS.filter(bool), st.integers(0, 9)),
    st.tuples(st.just("report"), AMOUNTS, st.integers(0, 9)),
)  # fmt: skip


def begin() -> datetime:
    """The first instant of this UTC month, the current billing period."""
    return datetime.now(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def instant(minutes: int) -> datetime:
    """So many minutes after the period's begin; earlier in its first minutes, so that no instant is in the future."""
    return begin() + minutes * min(timedelta(minutes=1), (datetime.now(UTC) - begin()) / 10)


class Feeds:
    """Applies operations to an organization; keeps what the biller reported last."""

    def __init__(self, organization: Any) -> None:
        self.organization = organization
        self.number = 0
        self.reported: tuple[datetime, Decimal] | None = None

    def apply(self, what: str, *arguments: Any) -> None:
        self.number += 1
        getattr(self, what)(*arguments)

    def row(self, name: str, fields: dict[str, Any]) -> None:
        rows = [SourceRow(1, {"run_id": name, "started_at": begin(), **fields})]
        ingest(rows, OrganizationFinder(organization=self.organization), actor=SYSTEM, correct=True, again=True)

    def credit(self, name: str, amount: Decimal, minutes: int) -> None:
        run = Run.objects.filter(run_id=name).first()
        if run is not None and run.cost_status == "final" and run.total_cost_usd > run.credited_usd:
            credit_run(
                self.organization, name, amount_usd=min(amount, run.total_cost_usd - run.credited_usd),
                reference=f"c{self.number}", occurred_at=instant(minutes), actor=SYSTEM,
            )  # fmt: skip

    def void(self, name: str) -> None:
        if Run.objects.filter(run_id=name).exists():
            void_runs(self.organization, [name], reason="fed by mistake", actor=SYSTEM)

    def entry(self, amount: Decimal, minutes: int) -> None:
        at, reference = instant(minutes), f"e{self.number}"
        add_balance_entry(
            self.organization, kind="grant", amount_usd=amount, reference=reference, occurred_at=at, actor=SYSTEM
        )

    def report(self, balance: Decimal, minutes: int) -> None:
        at = instant(minutes)
        if self.reported is None or at >= self.reported[0]:
            reconcile_balance(
                self.organization, balance_usd=balance, observed_at=at, reference=f"w{self.number}", actor=SYSTEM
            )
            self.reported = at, balance


def read(api: Any, secret: str, path: str, rows: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the first page's body and the rows of all pages."""
    first = body = api(path, secret, limit="2").json()
    found = body[rows]
    while body["has_more"]:
        body = api(path, secret, limit="2", cursor=body["next_cursor"]).json()
        found = found + body[rows]
    return first, found


@tried_on(20)
@given(operations=st.lists(OPERATIONS, min_size=1, max_size=8))
def test_whatever_is_fed_runs_sums_entries_and_balance_agree(acme, make_key, api, operations):
    turn_on_billing_reads(acme, actor=SYSTEM)
    secret = make_key(acme).secret
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT example")
    feeds = Feeds(acme)
    for operation in operations:
        feeds.apply(*operation)
    state = api("/v1/billing/state", secret).json()
    _, runs = read(api, secret, "/v1/billing/usage", "runs")
    ledger, entries = read(api, secret, "/v1/billing/entries", "entries")
    summary = api("/v1/billing/usage/summary", secret, bucket="day").json()
    usage = sum((Decimal(run["total_cost_usd"] or 0) for run in runs), Decimal(0))
    entered = sum((Decimal(entry["amount_usd"]) for entry in entries), Decimal(0))
    if state["current_balance_usd"] is not None:
        assert usage == Decimal(state["period_usage_usd"]) == Decimal(summary["totals"]["total_cost_usd"])
        assert entered == Decimal(ledger["entries_total_usd"])
        assert entered - usage == Decimal(state["current_balance_usd"]) == Decimal(ledger["current_balance_usd"])
    else:
        assert (usage, entered) == (0, 0)
    if feeds.reported is not None:
        at, balance = feeds.reported
        assert balance_at(acme, at) == balance
    assert check_figures(acme) == []
    with connection.cursor() as cursor:
        cursor.execute("ROLLBACK TO SAVEPOINT example")
