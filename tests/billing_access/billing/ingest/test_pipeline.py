"""Ingest: what is stored, what is refused, how the figures change, and that feeding again changes nothing."""

from decimal import Decimal
from itertools import permutations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.models import Batch, StagedRun
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.models import Account, Run, UsageDay, UsageQuarterHour
from billing_access.billing.operators import check_figures, register_tag
from billing_audit.models import AuditEvent
from orgs.actors import as_member

pytestmark = pytest.mark.django_db


def stored(organization, run_id="wr_1"):
    return Run.objects.get(organization=organization, run_id=run_id)


def day(organization, **filters):
    return UsageDay.objects.get(organization=organization, **{"tag_key": "", **filters})


def figures(organization):
    """Return all rows that a feed may change, without times of changes, ids and revisions."""
    drop = {"id", "cost_updated_at", "first_revision", "revision", "batch_id"}
    runs = Run.objects.filter(organization=organization).order_by("run_id").values()
    tables = [runs, *(model.objects.filter(organization=organization).order_by("bucket_start", "tag_key", "tag_value")
                      .values() for model in (UsageDay, UsageQuarterHour))]  # fmt: skip
    return [[{k: v for k, v in row.items() if k not in drop} for row in rows] for rows in tables]


def test_a_run_lands_in_usage_rollups_and_totals(acme, feed, run):
    report = feed(acme, run(llm_tokens_in="10", llm_tokens_out="2", total_cost_usd="0.5")).report
    assert (report.inserted, report.usage_moved_usd) == (1, Decimal("0.5"))
    account = Account.objects.get(pk=acme.pk)
    assert (account.revision, account.usage_total_usd) == (1, Decimal("0.5"))
    assert account.fed_at is not None
    landed = stored(acme)
    assert (landed.first_revision, landed.revision, landed.cost_status) == (1, 1, "final")
    for model in (UsageDay, UsageQuarterHour):
        row = model.objects.get(organization=acme)
        assert (row.run_count, row.total_cost_usd, row.llm_tokens_in, row.tag_value) == (1, Decimal("0.5"), 10, None)
    assert UsageDay.objects.get().bucket_start.isoformat() == "2026-04-01T00:00:00+00:00"
    assert UsageQuarterHour.objects.get().bucket_start.isoformat() == "2026-04-01T12:00:00+00:00"
    assert check_figures(acme) == []


def test_feeding_makes_no_temporary_table(acme, feed, run):
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_database_privilege(current_database(), 'TEMPORARY')")
        assert cursor.fetchone() == (False,)
    assert feed(acme, run(), run("wr_2"), run("wr_2")).report.inserted == 2


def test_cached_tokens_are_a_part_of_those_that_went_in(acme, feed, run):
    """What one row says is checked in the row, what two rows say together in the merge."""
    feed(acme, run(llm_tokens_in="10", llm_tokens_out="2", llm_tokens_cached="7"))
    for model in (UsageDay, UsageQuarterHour):
        row = model.objects.get(organization=acme)
        assert (row.llm_tokens_in, row.llm_tokens_out, row.llm_tokens_cached) == (10, 2, 7)
    imported = feed(acme, run(llm_tokens_in="6"), correct=True)
    assert [each.reason for each in imported.refusals] == [
        "llm_tokens_cached is more than llm_tokens_in, of which it is a part"
    ]
    assert (stored(acme).llm_tokens_in, stored(acme).llm_tokens_cached) == (10, 7)
    feed(acme, run(llm_tokens_in="6", llm_tokens_cached="0"), correct=True)
    assert (stored(acme).llm_tokens_in, stored(acme).llm_tokens_cached) == (6, 0)
    assert UsageDay.objects.get(organization=acme).llm_tokens_cached == 0
    assert check_figures(acme) == []


def test_fed_again_nothing_changes(acme, feed, run):
    runs = [run(f"r{n}", tags=f"k={n % 3}") for n in range(7)]
    feed(acme, *runs, batch_size=3)
    before, revision = figures(acme), Account.objects.get(pk=acme.pk).revision
    updated = list(Run.objects.values_list("cost_updated_at"))
    events = AuditEvent.objects.count()
    report = feed(acme, *runs, batch_size=3).report
    assert (report.inserted, report.updated, report.unchanged) == (0, 0, 7)
    assert report.total_cost_usd == 7
    assert report.usage_moved_usd == 0
    assert figures(acme) == before
    assert list(Run.objects.values_list("cost_updated_at")) == updated
    assert Account.objects.get(pk=acme.pk).revision == revision
    assert AuditEvent.objects.count() == events


def test_a_dearer_accruing_cost_wins_and_a_cheaper_one_does_not(acme, feed, run):
    for cost, tokens in (("2", "20"), ("5", "50"), ("3", "30")):
        feed(acme, run(status="running", total_cost_usd=cost, llm_tokens_in=tokens))
    assert (stored(acme).total_cost_usd, stored(acme).llm_tokens_in) == (5, 50)
    assert (day(acme).total_cost_usd, day(acme).accruing_run_count) == (5, 1)
    assert check_figures(acme) == []


def test_final_beats_accruing_in_either_order(acme, other, feed, run):
    final, accruing = run(status="completed", total_cost_usd="3"), run(status="running", total_cost_usd="5")
    for organization, order in ((acme, (final, accruing)), (other, (accruing, final))):
        for each in order:
            feed(organization, each)
        assert (stored(organization).total_cost_usd, stored(organization).cost_status) == (3, "final")
        assert (day(organization).total_cost_usd, day(organization).accruing_run_count) == (3, 0)
        assert check_figures(organization) == []


def test_a_different_final_is_refused_and_nothing_of_its_row_lands(acme, feed, run):
    feed(acme, run())
    before = figures(acme)
    fed = feed(acme, run(total_cost_usd="2", tags="a=b"), run("wr_2"))
    assert [(refusal.line, refusal.run_id) for refusal in fed.refusals] == [(1, "wr_1")]
    assert "--correct" in fed.refusals[0].reason
    assert (fed.report.refused, fed.report.inserted, fed.report.total_cost_usd) == (1, 1, 1)
    Run.objects.filter(run_id="wr_2").delete()
    assert figures(acme)[0] == before[0]


def test_corrected_where_asked_and_on_the_record(acme, feed, run):
    feed(acme, run(llm_tokens_in="5"))
    first = stored(acme)
    fed = feed(acme, run(total_cost_usd="0.25", llm_tokens_in="6"), correct=True)
    assert (fed.report.corrected, fed.report.updated, fed.report.usage_moved_usd) == (1, 1, Decimal("-0.75"))
    corrected = stored(acme)
    assert corrected.total_cost_usd == Decimal("0.25")
    assert corrected.cost_updated_at > first.cost_updated_at
    event = AuditEvent.objects.get(action="run.corrected")
    assert event.changes == {"total_cost_usd": ["1.00", "0.25"], "llm_tokens_in": [5, 6]}
    assert event.details == {"run_id": "wr_1"}
    assert event.organization_id == acme.public_id
    assert check_figures(acme) == []


def test_different_final_token_counts_are_different_finals(acme, feed, run):
    feed(acme, run(llm_tokens_in="5"))
    assert feed(acme, run(llm_tokens_in="6")).report.refused == 1
    assert feed(acme, run()).report.unchanged == 1
    assert feed(acme, run(llm_tokens_in="5", llm_tokens_out="1")).report.updated == 1
    assert (stored(acme).llm_tokens_in, stored(acme).llm_tokens_out) == (5, 1)
    assert check_figures(acme) == []


def test_two_differing_finals_in_one_file_are_both_refused(acme, feed, run):
    fed = feed(acme, run(), run("other"), run(total_cost_usd="2"), correct=True)
    assert [refusal.line for refusal in fed.refusals] == [1, 3]
    assert all("different final costs" in refusal.reason for refusal in fed.refusals)
    assert list(Run.objects.values_list("run_id", flat=True)) == ["other"]


def test_equal_repeats_in_one_file_count_once(acme, feed, run):
    report = feed(acme, run(), run(), run(total_cost_usd="1.000")).report
    assert (report.inserted, report.repeated, report.total_cost_usd, report.usage_moved_usd) == (1, 2, 3, 1)
    assert day(acme).run_count == 1


def test_a_life_in_one_file_ends_as_its_last_state_in_any_order(acme, feed, run):
    life = [
        run(status="queued", started_at="", total_cost_usd="", modified_at="2026-04-01T11:59:00Z", tags={}),
        run(status="running", total_cost_usd="2", modified_at="2026-04-01T12:00:00Z", tags={}),
        run(
            status="completed",
            finished_at="2026-04-01T12:01:00Z",
            total_cost_usd="3",
            tags="a=b",
            modified_at="2026-04-01T12:01:00Z",
        ),
    ]
    life = [{**state, "created_at": "2026-04-01T11:59:00Z"} for state in life]
    seen = []
    for order in permutations(life):
        for pieces in ([order], [[each] for each in order]):
            for piece in pieces:
                feed(acme, *piece)
            seen.append(figures(acme))
            for model in (Run, UsageDay, UsageQuarterHour):
                model.objects.all().delete()
    assert all(each == seen[0] for each in seen)
    (landed,) = seen[0][0]
    assert (landed["status"], landed["total_cost_usd"], landed["tags"]) == ("completed", 3, {"a": "b"})


def test_a_start_never_changes_once_set(acme, feed, run):
    feed(acme, run())
    fed = feed(acme, run(started_at="2026-04-01T12:00:00.000001Z"), correct=True)
    assert "started_at never changes" in fed.refusals[0].reason
    assert feed(acme, run(started_at="2026-04-01T05:00:00-07:00")).report.unchanged == 1
    inside = feed(acme, run("two"), run("two", started_at="2026-04-01T12:00:01Z"))
    assert [refusal.line for refusal in inside.refusals] == [1, 2]


def test_a_run_enters_usage_when_it_starts(acme, feed, run):
    feed(acme, run(status="queued", started_at="", total_cost_usd="", created_at="2026-04-01T11:00:00Z"))
    assert (stored(acme).first_revision, stored(acme).revision) == (None, 1)
    assert not UsageDay.objects.exists()
    feed(acme, run())
    assert (stored(acme).first_revision, stored(acme).created_at.hour) == (2, 11)
    feed(acme, run(tags="a=b"))
    assert (stored(acme).first_revision, stored(acme).revision) == (2, 3)
    assert check_figures(acme) == []


def test_an_unpriced_run_is_counted_and_pricing_moves_the_counts(acme, feed, run):
    feed(acme, run(total_cost_usd=""), run("true-zero", total_cost_usd="0"))
    assert (day(acme).run_count, day(acme).unpriced_run_count, day(acme).total_cost_usd) == (2, 1, 0)
    feed(acme, run(total_cost_usd="4"))
    assert (day(acme).run_count, day(acme).unpriced_run_count, day(acme).total_cost_usd) == (2, 0, 4)
    feed(acme, run(total_cost_usd=""))
    assert (stored(acme).total_cost_usd, stored(acme).cost_status) == (4, "final")
    assert check_figures(acme) == []


def test_the_costs_clock_moves_with_the_cost_only(acme, feed, run):
    feed(acme, run(status="running"))
    first = stored(acme).cost_updated_at
    feed(acme, run(status="paused", tags="a=b"))
    assert stored(acme).cost_updated_at == first
    feed(acme, run(status="running", total_cost_usd="2"))
    assert stored(acme).cost_updated_at > first


def test_a_resend_that_differs_in_tags_moves_the_rollups(acme, feed, run, system):
    register_tag(acme, "county", actor=system)
    feed(acme, run(tags="county=adams"), run("bare"))
    assert day(acme, tag_key="county", tag_value="adams").run_count == 1
    assert day(acme, tag_key="county", tag_value=None).run_count == 1
    feed(acme, run(tags="county=boone"))
    values = UsageDay.objects.filter(tag_key="county").values_list("tag_value", "total_cost_usd")
    assert sorted(values, key=str) == sorted([("boone", 1), (None, 1)], key=str)
    assert day(acme).total_cost_usd == 2
    assert check_figures(acme) == []


def test_an_older_state_does_not_undo_a_newer_one(acme, feed, run):
    feed(acme, run(modified_at="2026-04-01T13:00:00Z", tags="a=new"))
    feed(acme, run(modified_at="2026-04-01T12:00:00Z", status="running", total_cost_usd="0.5", tags="a=old"))
    assert (stored(acme).status, stored(acme).tags, stored(acme).total_cost_usd) == ("completed", {"a": "new"}, 1)


def test_sums_pass_63_bits(acme, feed, run):
    feed(acme, *(run(f"r{n}", llm_tokens_in=str(2**63 - 1), total_cost_usd="9999999999.9999999999") for n in range(3)))
    assert day(acme).llm_tokens_in == 3 * (2**63 - 1)
    assert day(acme).total_cost_usd == 3 * Decimal("9999999999.9999999999")
    assert check_figures(acme) == []


def test_bad_rows_are_refused_by_line_and_the_good_ones_land(acme, feed, run):
    fed = feed(acme, run("a"), run("b", total_cost_usd="NaN"), run("c", started_at=""), {}, run("d"))
    assert sorted((refusal.line, refusal.run_id) for refusal in fed.refusals) == [(2, "b"), (3, "c"), (4, "")]
    assert sorted(Run.objects.values_list("run_id", flat=True)) == ["a", "d"]


def test_one_event_for_each_organization_and_transaction(acme, other, run, system):
    runs = [SourceRow(n, {**run(f"r{n}"), "org": "acme" if n % 2 else other.public_id}) for n in range(1, 9)]
    ingest(runs, OrganizationFinder(column="org"), actor=system, batch_size=8)
    events = AuditEvent.objects.filter(action="runs.imported").order_by("id")
    assert sorted(event.organization_id for event in events) == sorted([acme.public_id, other.public_id])
    assert events[0].details == {
        "batch": Batch.objects.get().pk, "read": 4, "inserted": 4, "updated": 0, "unchanged": 0, "repeated": 0,
        "stale": 0, "refused": 0, "total_cost_usd": "4.00", "revision": 1,
    }  # fmt: skip
    assert Run.objects.filter(organization=acme).count() == Run.objects.filter(organization=other).count() == 4


def test_a_batch_of_many_organizations_takes_no_more_statements_than_one_of_one(acme, other, run, system):
    """Each statement is a round trip: one for each of 200 organizations' events took longer than all the rest."""
    counts = []
    for names in (["acme"], ["acme", other.public_id]):
        runs = [SourceRow(n, {**run(f"{len(names)}-{n}"), "org": names[n % len(names)]}) for n in range(8)]
        # This creates the accounts, so that only the batch is counted.
        ingest(runs[:2], OrganizationFinder(column="org"), actor=system)
        with CaptureQueriesContext(connection) as queries:
            assert ingest(runs, OrganizationFinder(column="org"), actor=system).inserted == 8 - 2
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert AuditEvent.objects.filter(action="runs.imported").count() == 1 + 1 + 2 + 2


def test_a_row_that_names_no_organization_or_two_is_refused(acme, other, run, system):
    acme.external_id, other.external_id = "ext", "acme"
    acme.save()
    other.save()
    names = ["ext", "acme", "nobody", "", "a\x00b"]
    rows = [SourceRow(n, {**run(f"r{n}"), "org": name}) for n, name in enumerate(names)]
    report = ingest(rows, OrganizationFinder(column="org"), actor=system)
    assert (report.inserted, report.refused) == (1, 4)
    assert Run.objects.get().organization == acme


def test_an_error_while_reading_changes_nothing(acme, run, system):
    def broken():
        yield SourceRow(1, run())
        raise EOFError("ends early")

    with pytest.raises(EOFError):
        ingest(broken(), OrganizationFinder(organization=acme), actor=system)
    assert not Run.objects.exists()
    assert not Account.objects.exists()
    assert not Batch.objects.exists()
    assert not StagedRun.objects.exists()


def test_only_the_platform_feeds(acme, alice, run):
    with pytest.raises(PermissionDenied):
        ingest([SourceRow(1, run())], OrganizationFinder(organization=acme), actor=as_member(alice))


def test_a_batch_and_its_event_commit_together_or_not_at_all(acme, feed, run, monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("the record cannot be written")

    monkeypatch.setattr("billing_access.billing.ingest.pipeline.record_for_each", fail)
    with pytest.raises(RuntimeError):
        feed(acme, run())
    assert not Run.objects.exists()
    assert not UsageDay.objects.exists()


def test_each_batch_is_planned_for_the_tables_as_they_are(acme, feed, run):
    """PostgreSQL caches a plan after some calls; one made on small tables took 8 s for a batch of a large import."""
    for number in range(12):
        feed(acme, run(f"r{number}"))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(custom_plans), sum(generic_plans) FROM pg_prepared_statements "
            "WHERE statement LIKE '%INSERT INTO billing_run (%' AND statement NOT LIKE '%pg_prepared_statements%'"
        )
        custom, generic = cursor.fetchone()
    assert custom > 5
    assert generic == 0


def test_a_batch_leaves_the_foreign_keys_their_kept_plans(acme, feed, run):
    """They are checked when the batch commits; planning each check again took longer than inserting the row."""
    feed(acme, run())
    with connection.cursor() as cursor:
        cursor.execute("SHOW plan_cache_mode")
        assert cursor.fetchone() == ("auto",)
