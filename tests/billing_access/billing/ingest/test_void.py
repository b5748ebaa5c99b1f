"""Voiding runs: they leave usage, rollups and balance, move whole to a table of their own, and it is on the record."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import Sum

from accounts.models import User
from billing_access.billing.ingest import void
from billing_access.billing.ingest.models import Batch, RunChange, VoidedRun
from billing_access.billing.ingest.void import BatchVoid, LeftRun, Voided
from billing_access.billing.ledger.reconciliation import balance_at
from billing_access.billing.models import Account, BalanceEntry, Run, UsageDay, UsageQuarterHour
from billing_access.billing.operators import (
    InvalidChange,
    check_figures,
    reconcile_balance,
    register_tag,
    void_batch,
    void_runs,
)
from billing_audit.models import AuditEvent
from billing_audit.record import Actor
from orgs.actors import as_member, command
from orgs.models import Organization

pytestmark = pytest.mark.django_db
SYSTEM = command("tests")
NOON = datetime(2026, 4, 1, 12, tzinfo=UTC)
# When the biller reports a balance, after the runs of these tests have ended.
OBSERVED = datetime(2026, 4, 1, 18, tzinfo=UTC)
Feed = Callable[..., Any]


def void_ids(organization: Organization, *run_ids: str, **options: Any) -> Voided:
    """Void runs by their ids, for a reason."""
    return void_runs(organization, run_ids, **{"reason": "Ticket 7", "actor": SYSTEM, **options})


def void_import(batch: Batch, **options: Any) -> BatchVoid:
    """Void the runs that a batch added, for a reason."""
    return void_batch(batch, **{"reason": "Ticket 7", "actor": SYSTEM, **options})


def live(organization: Organization) -> list[str]:
    return list(Run.objects.filter(organization=organization).order_by("run_id").values_list("run_id", flat=True))


def voided(organization: Organization) -> list[str]:
    rows = VoidedRun.objects.filter(organization=organization)
    return list(rows.order_by("run_id", "void_revision").values_list("run_id", flat=True))


def events() -> list[dict[str, Any]]:
    """Return the details of each event about a void, oldest first."""
    return [event.details for event in AuditEvent.objects.filter(action="runs.voided").order_by("id")]


def snapshot() -> list[Any]:
    """Return all rows that a void may change."""
    tables = (Run, VoidedRun, RunChange, Account, BalanceEntry, UsageDay, UsageQuarterHour, AuditEvent)
    return [sorted(map(str, table.objects.values())) for table in tables]


def reconcile(organization: Organization, balance: str) -> None:
    reconcile_balance(
        organization, balance_usd=Decimal(balance), observed_at=OBSERVED, reference=f"st_{balance}", actor=SYSTEM
    )


def test_a_voided_run_leaves_usage_rollups_and_balance(acme: Organization, feed: Feed, run: Any) -> None:
    register_tag(acme, "county", actor=SYSTEM)
    feed(acme, run("a", tags={"county": "adams"}), run("b", total_cost_usd="2.50", tags={"county": "adams"}))
    before = Account.objects.get(pk=acme.pk)
    done = void_ids(acme, "b")
    assert (done.run_count, done.total_cost_usd, done.offset_usd) == (1, Decimal("2.50"), 0)
    assert (done.run_ids, done.revision) == (("b",), before.revision + 1)
    after = Account.objects.get(pk=acme.pk)
    assert (after.usage_total_usd, after.revision) == (Decimal("1.00"), before.revision + 1)
    assert after.revision_token not in (None, before.revision_token)
    for table in (UsageDay, UsageQuarterHour):
        totals = table.objects.filter(organization=acme, tag_key="").aggregate(Sum("total_cost_usd"), Sum("run_count"))
        assert totals == {"total_cost_usd__sum": Decimal("1.00"), "run_count__sum": 1}
    assert check_figures(acme) == []


def test_the_last_run_of_a_bucket_takes_its_rollups_with_it(acme: Organization, feed: Feed, run: Any) -> None:
    register_tag(acme, "county", actor=SYSTEM)
    feed(acme, run("a", tags={"county": "adams"}), run("b"))
    void_ids(acme, "b", "a")
    assert not UsageDay.objects.exists()
    assert not UsageQuarterHour.objects.exists()
    assert check_figures(acme) == []


def test_it_moves_whole_to_a_table_of_its_own(acme: Organization, feed: Feed, run: Any) -> None:
    feed(
        acme,
        run(
            "a", run_type="task_v2", status="failed", created_at="2026-04-01T11:00:00Z",
            queued_at="2026-04-01T11:30:00Z", finished_at="2026-04-01T13:00:00Z", modified_at="2026-04-02T00:00:00Z",
            llm_tokens_in=7, llm_tokens_out=8, tags={"county": "adams"},
        ),
    )  # fmt: skip
    (before,) = Run.objects.values()
    revision = void_ids(acme, "a").revision
    (after,) = VoidedRun.objects.values()
    assert (after.pop("void_revision"), after.pop("voided_at") is None) == (revision, False)
    assert {name: value for name, value in after.items() if name != "id"} == {
        name: value for name, value in before.items() if name != "id"
    }


def test_a_run_that_has_not_started_can_be_voided(acme: Organization, feed: Feed) -> None:
    feed(acme, {"run_id": "waiting", "created_at": "2026-04-01T12:00:00Z", "status": "queued"})
    assert void_ids(acme, "waiting").total_cost_usd == 0
    assert (live(acme), voided(acme)) == ([], ["waiting"])
    assert check_figures(acme) == []


def test_it_is_on_the_record(acme: Organization, feed: Feed, run: Any) -> None:
    batch = feed(acme, run("a"), run("b", total_cost_usd="2.50"), file="secret customers.csv").report
    void_import(batch)
    event = AuditEvent.objects.get(action="runs.voided")
    assert (event.organization_id, event.actor_kind, event.actor_id) == (acme.public_id, "system", "tests")
    assert (event.target_kind, event.target_id) == ("organization", acme.public_id)
    assert event.details == {
        "batch": batch.pk,
        "reason": "Ticket 7",
        "run_count": 2,
        "total_cost_usd": "3.50",
        "revision": Account.objects.get(pk=acme.pk).revision,
        "run_ids": ["a", "b"],
    }
    assert "secret" not in event.body


def test_an_event_lists_a_thousand_run_ids_at_most(acme: Organization, feed: Feed, run: Any) -> None:
    feed(acme, *(run(f"r{number:04}") for number in range(1001)))
    void_ids(acme, *live(acme))
    (details,) = events()
    assert (details["run_count"], len(details["run_ids"]), details["run_ids"][-1]) == (1001, 1000, "r0999")
    assert "batch" not in details


def test_again_it_changes_nothing_and_records_nothing(acme: Organization, feed: Feed, run: Any) -> None:
    batch = feed(acme, run("a"), run("b")).report
    void_ids(acme, "a", "b")
    before = snapshot()
    assert void_ids(acme, "a", "b") == Voided(acme, before_count=2)
    assert void_import(batch) == BatchVoid([], [])
    assert snapshot() == before


def test_what_is_voided_already_is_no_change_beside_what_is_not(acme: Organization, feed: Feed, run: Any) -> None:
    feed(acme, run("a"), run("b"))
    void_ids(acme, "a")
    assert void_ids(acme, "b", "a", "b").run_ids == ("b",)
    assert voided(acme) == ["a", "b"]


def test_an_unknown_id_voids_nothing(acme: Organization, other: Organization, feed: Feed, run: Any) -> None:
    feed(acme, run("a"))
    feed(other, run("theirs"))
    before = snapshot()
    with pytest.raises(InvalidChange, match=r"acme has no run 'theirs', 'b'\. Nothing was voided"):
        void_ids(acme, "theirs", "a", "b")
    with pytest.raises(InvalidChange, match=r"'x19' and 5 more\. Nothing"):
        void_ids(acme, "a", *(f"x{number}" for number in range(25)))
    for unstorable in ("a\x00", "a\n", "\ud800"):
        with pytest.raises(InvalidChange, match="has no run"):
            void_ids(acme, "a", unstorable)
    with pytest.raises(InvalidChange, match="at least one run"):
        void_ids(acme)
    assert snapshot() == before


def test_an_id_is_found_in_either_spelling(acme: Organization, feed: Feed, run: Any) -> None:
    feed(acme, run("K\u00f6ln"))
    assert void_ids(acme, "Ko\u0308ln", "K\u00f6ln").run_ids == ("K\u00f6ln",)


def test_an_organization_that_was_never_fed_has_no_runs(acme: Organization) -> None:
    with pytest.raises(InvalidChange, match="has no run 'a'"):
        void_ids(acme, "a")
    assert not Account.objects.exists()


def test_a_dry_run_says_the_same_and_changes_nothing(acme: Organization, feed: Feed, run: Any) -> None:
    batch = feed(acme, run("a", finished_at="2026-04-01T12:30:00Z"), run("b", total_cost_usd="2.50")).report
    reconcile(acme, "40")
    before = snapshot()
    by_id, by_batch = void_ids(acme, "a", dry_run=True), void_import(batch, dry_run=True)
    with pytest.raises(InvalidChange):
        void_ids(acme, "a", "x", dry_run=True)
    assert snapshot() == before
    assert by_id == Voided(acme, 1, Decimal("1.00"), Decimal("-1.00"), ("a",), None)
    done = void_import(batch).voided
    assert done[0].revision is not None
    assert by_batch.voided == [Voided(acme, 2, Decimal("3.50"), Decimal("-3.50"), ("a", "b"), None)]
    assert [(each.run_count, each.total_cost_usd, each.offset_usd) for each in done] == [
        (each.run_count, each.total_cost_usd, each.offset_usd) for each in by_batch.voided
    ]


@pytest.mark.parametrize("reason", ["", "  ", "x" * 501, "a\nb", "a\x00b", "a\u202eb"])
def test_a_reason_has_1_to_500_characters(acme: Organization, feed: Feed, run: Any, reason: str) -> None:
    batch = feed(acme, run("a")).report
    before = snapshot()
    with pytest.raises(InvalidChange):
        void_ids(acme, "a", reason=reason)
    with pytest.raises(InvalidChange):
        void_import(batch, reason=reason)
    assert snapshot() == before
    void_ids(acme, "a", reason=f"  {'x' * 500} ")
    assert events()[0]["reason"] == "x" * 500


def test_a_reason_with_a_key_in_it_is_refused(acme: Organization, feed: Feed, run: Any, make_key: Any) -> None:
    feed(acme, run("a"))
    secret = make_key(acme).secret
    with pytest.raises(InvalidChange, match="holds an API key") as refused:
        void_ids(acme, "a", reason=f"fed with {secret}")
    assert secret not in str(refused.value)


def test_only_platform_staff_and_commands_may(
    acme: Organization, alice: User, dana: User, feed: Feed, run: Any
) -> None:
    batch = feed(acme, run("a")).report
    for options in ({}, {"dry_run": True}):
        with pytest.raises(PermissionDenied):
            void_ids(acme, "a", actor=as_member(alice), **options)
        with pytest.raises(PermissionDenied):
            void_import(batch, actor=as_member(alice), **options)
    assert void_ids(acme, "a", actor=Actor("staff", str(dana.pk))).run_count == 1


def test_what_the_biller_reported_stays(acme: Organization, feed: Feed, run: Any) -> None:
    feed(
        acme,
        run("ended", finished_at="2026-04-01T13:00:00Z"),
        run("without_end", total_cost_usd="2"),
        run("ran_over", finished_at="2026-04-01T19:00:00Z", total_cost_usd="4"),
        run("running", status="running", total_cost_usd="8"),
        run("unpriced", total_cost_usd=""),
        run("free", total_cost_usd="0"),
    )
    reconcile(acme, "40")
    before = Account.objects.get(pk=acme.pk)
    done = void_ids(acme, *live(acme))
    assert (done.total_cost_usd, done.offset_usd) == (Decimal(15), Decimal(-3))
    assert balance_at(acme, OBSERVED) == Decimal(40)
    entry = BalanceEntry.objects.get(reference=f"late:{done.revision}")
    assert (entry.kind, entry.amount_usd, entry.occurred_at) == ("adjustment", Decimal(-3), OBSERVED)
    after = Account.objects.get(pk=acme.pk)
    assert after.entries_total_usd == before.entries_total_usd - 3
    # The balance of the state: what has not been charged by then is given back, what has been is not.
    assert after.entries_total_usd - after.usage_total_usd == before.entries_total_usd - before.usage_total_usd + 12
    assert check_figures(acme) == []


def test_what_was_charged_after_the_last_reconciliation_is_not_offset(acme: Organization, feed: Feed, run: Any) -> None:
    feed(acme, run("a"))
    reconcile(acme, "40")
    feed(acme, run("b", started_at="2026-04-01T20:00:00Z"))
    entries = BalanceEntry.objects.count()
    assert void_ids(acme, "b").offset_usd == 0
    assert BalanceEntry.objects.count() == entries
    assert balance_at(acme, OBSERVED) == Decimal(40)


def test_a_batch_voids_what_it_added_in_every_organization(
    acme: Organization, other: Organization, feed: Feed, run: Any
) -> None:
    feed(acme, run("before"))
    batch = feed(acme, run("a"), run("b")).report
    feed(other, run("theirs"), run("of a later batch"))
    Run.objects.filter(run_id="theirs").update(batch=batch)
    done = void_import(batch)
    assert [(each.organization, each.run_ids) for each in done.voided] == [(acme, ("a", "b")), (other, ("theirs",))]
    assert done.left == []
    assert (live(acme), live(other)) == (["before"], ["of a later batch"])
    assert (voided(acme), voided(other)) == (["a", "b"], ["theirs"])
    assert [details["run_ids"] for details in events()] == [["a", "b"], ["theirs"]]
    assert check_figures(acme) == check_figures(other) == []


def test_runs_that_a_batch_only_changed_and_those_changed_since_are_left(
    acme: Organization, feed: Feed, run: Any
) -> None:
    accruing = {"status": "running", "total_cost_usd": "1"}
    first = feed(acme, run("old", **accruing)).report
    second = feed(acme, run("old", **accruing | {"total_cost_usd": "2"}), run("new"), run("later", **accruing)).report
    third = feed(acme, run("later", **accruing | {"total_cost_usd": "3"})).report
    Run.objects.filter(run_id="old").update(batch=None)
    expected = [
        LeftRun("acme", "later", f"batch {third.pk} has changed it since"),
        LeftRun("acme", "old", f"batch {second.pk} only changed it; an import before batches were kept added it"),
    ]
    assert void_import(second, dry_run=True).left == expected
    done = void_import(second)
    assert ([each.run_ids for each in done.voided], done.left) == ([("new",)], expected)
    assert live(acme) == ["later", "old"]
    Run.objects.filter(run_id="old").update(batch=first)
    again = void_import(second)
    assert again.voided == []
    assert again.left[1] == LeftRun("acme", "old", f"batch {second.pk} only changed it; batch {first.pk} added it")
    # By their ids they can be voided.
    assert void_ids(acme, "later", "old").run_count == 2
    assert not RunChange.objects.exists()
    assert void_import(second) == BatchVoid([], [])


def test_a_batch_that_changed_its_own_run_voids_it(acme: Organization, feed: Feed, run: Any) -> None:
    accruing = {"status": "running", "total_cost_usd": "1"}
    batch = feed(acme, run("a", **accruing), run("a", **accruing | {"total_cost_usd": "2"})).report
    done = void_import(batch)
    assert (done.voided[0].total_cost_usd, done.left) == (Decimal(2), [])


def test_an_interrupted_void_of_a_batch_is_ended_by_repeating_it(
    acme: Organization, other: Organization, feed: Feed, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = feed(acme, run("a")).report
    feed(other, run("theirs"))
    Run.objects.filter(run_id="theirs").update(batch=batch)
    record_change = void.record_change

    def fail(action: str, organization: Organization, *arguments: Any, **fields: Any) -> None:
        if organization == other:
            raise ConnectionError
        record_change(action, organization, *arguments, **fields)

    with monkeypatch.context() as patched:
        patched.setattr(void, "record_change", fail)
        with pytest.raises(ConnectionError):
            void_import(batch)
    assert (live(acme), live(other), len(events())) == ([], ["theirs"], 1)
    assert check_figures(acme) == check_figures(other) == []
    assert [each.organization for each in void_import(batch).voided] == [other]
    assert (live(other), len(events())) == ([], 2)


def test_fed_again_as_before_it_is_refused_and_otherwise_it_is_new(acme: Organization, feed: Feed, run: Any) -> None:
    feed(acme, run("a"))
    void_ids(acme, "a")
    refused = feed(acme, run("a")).refusals
    assert [each.run_id for each in refused] == ["a"]
    assert "voided" in refused[0].reason
    assert feed(acme, run("a", started_at="2026-04-01T14:00:00Z")).report.inserted == 1
    assert Run.objects.get().started_at == datetime(2026, 4, 1, 14, tzinfo=UTC)
    void_ids(acme, "a")
    assert feed(acme, run("a"), again=True).report.inserted == 1
    void_ids(acme, "a")
    assert voided(acme) == ["a", "a", "a"]
    assert len(set(VoidedRun.objects.values_list("void_revision", flat=True))) == 3
    assert check_figures(acme) == []


def test_a_tag_that_is_being_backfilled_stays_right(acme: Organization, feed: Feed, run: Any) -> None:
    feed(acme, run("a", tags={"county": "adams"}), run("b", started_at="2026-05-01T12:00:00Z", tags={"county": "bond"}))
    register_tag(acme, "county", actor=SYSTEM)
    void_ids(acme, "a", "b")
    assert not UsageDay.objects.exists()
    assert check_figures(acme) == []
