"""The plans of frequent queries use an index, without sequential scans or sorts of an organization's whole history.

The tables are analyzed and large enough to show the difference; the largest organization has most of the runs.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection, transaction

from billing_access import routes
from billing_access.access.decision import authorize, facts_for_organization, facts_for_secret
from billing_access.access.models import ApiKey
from billing_access.access.services import issue_key, turn_on_billing_reads
from billing_access.billing.ingest.merge import merge_options, merge_rows
from billing_access.billing.ingest.models import Batch
from billing_access.billing.ingest.run_validation import Defaults, read_run_input
from billing_access.billing.ingest.staging import CheckedRow, Piece, clear_staging, stage
from billing_access.billing.ledger.account_lock import lock_accounts, move_totals
from billing_access.billing.models import Account, Revision
from billing_access.billing.operators import backfill_tag, register_tag
from billing_access.billing.reports import estimate_sql, summary_query, summary_sql, usage_sql
from billing_access.billing.reports.account_snapshot import read_snapshot
from billing_access.billing.reports.balance_history import read_balance_history
from billing_access.billing.reports.buckets import bucket_edges
from billing_access.billing.reports.entries import EntriesCursor, EntriesQuery, read_entries
from billing_access.billing.reports.estimate import EstimateQuery, read_estimate
from billing_access.billing.reports.run import read_run
from billing_access.billing.reports.state import read_state
from billing_access.billing.reports.summary import read_summary
from billing_access.billing.reports.summary_query import RangeTooWide, SummaryQuery
from billing_access.billing.reports.usage import read_usage
from billing_access.billing.reports.usage_query import Bookmark, Cursor, UsageQuery
from billing_access.billing.reports.usage_sql import USAGE_COLUMNS
from billing_access.billing.rollups import BUCKETS, RUNS, move
from billing_access.scopes import ALL_SCOPES
from orgs import actors
from orgs.models import Organization
from orgs.time_zones import time_zone
from tests.billing_access.billing.plans import nodes, planning

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
# The year up to today, so that the current period and the last thirty days have their share of the runs.
_TODAY = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
YEAR = (_TODAY - timedelta(days=365), _TODAY)
TEN_YEARS = (_TODAY - timedelta(days=3652), _TODAY)
LARGE, SMALL, SMALL_ONES = 20_000, 1_500, 4
BIG_TABLES = (
    "billing_run", "billing_usage_day", "billing_usage_quarter_hour", "billing_account", "billing_api_key",
    "billing_revision", "billing_voided_run", "billing_balance_entry",
)  # fmt: skip
# One run each half hour of the year, in 40 counties; each tenth revision brings a hundred.
_RUNS = """
INSERT INTO billing_run (organization_id, run_id, run_type, status, created_at, modified_at, started_at, finished_at,
    total_cost_usd, cost_status, cost_updated_at, llm_tokens_in, llm_tokens_out, tags, first_revision, revision)
SELECT %(organization)s, 'r' || n, 'task_v2', 'completed', t, t, t, t, 0.01 * (n %% 97), 'final', t, n, n,
       jsonb_build_object('county', 'c' || n %% 40, 'batch', n::text), n / 100 + 1, n / 100 + 1
FROM (SELECT n, %(start)s::timestamptz + n * (interval '365 days' / %(runs)s) AS t
      FROM generate_series(0, %(runs)s::int - 1) n) s
"""
_REVISIONS = """
INSERT INTO billing_revision (organization_id, revision, token)
SELECT o, n, gen_random_uuid()
FROM unnest(%(organizations)s::bigint[]) o CROSS JOIN generate_series(1, %(revisions)s::int) n
"""
_ENTRIES = """
INSERT INTO billing_balance_entry
    (organization_id, kind, amount_usd, reference, occurred_at, note, revision, created_at)
SELECT o, 'top_up', 1, n::text, %(start)s::timestamptz + n * (interval '365 days' / 3000), '', 1 + n / 100, now()
FROM unnest(%(organizations)s::bigint[]) o CROSS JOIN generate_series(0, 2999) n
"""
# How many runs were voided at which revision: many small voids and a large one long ago, and two after all live runs
# were fed.
LARGE_VOID = LARGE // 100 + 3
VOIDS = {**dict.fromkeys(range(20, 120), 1), 120: 4_000, LARGE_VOID: 4_000, LARGE_VOID + 1: 1}
_VOIDED = """
INSERT INTO billing_voided_run (organization_id, run_id, run_type, status, created_at, modified_at, started_at,
    finished_at, total_cost_usd, cost_status, cost_updated_at, tags, first_revision, revision, void_revision)
SELECT %(organization)s, format('v%%s-%%s', %(revision)s::int, n), 'task_v2', 'completed', t, t, t, t, 0.01, 'final', t,
       jsonb_build_object('county', 'c' || n %% 40), first, first, %(revision)s::int
FROM (SELECT n, %(start)s::timestamptz + n * (interval '365 days' / %(runs)s) AS t,
             1 + n * least(%(revision)s::int - 1, 199) / %(runs)s AS first
      FROM generate_series(0, %(runs)s::int - 1) n) s
"""


@pytest.fixture(scope="module")
def seeded(django_db_setup, django_db_blocker):
    """The large organization and the secret of its key, in a transaction that is rolled back after the last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        with connection.cursor() as cursor:
            # Dead rows of other tests must not affect the plans.
            cursor.execute(f"RESET ROLE; TRUNCATE {', '.join(BIG_TABLES[:3])} CASCADE; SET ROLE billing_access_app")
        organizations = Organization.objects.bulk_create(
            [Organization(name=f"Plan {n}", slug=f"plan-{n}") for n in range(1000)]
        )
        large = organizations[0]
        Account.objects.bulk_create([Account(organization=each) for each in organizations])
        for organization in organizations[: SMALL_ONES + 1]:
            _fill(organization, LARGE if organization is large else SMALL)
        _fill_revisions(organizations[SMALL_ONES + 1 :], 20)
        _void(large)
        with connection.cursor() as cursor:
            cursor.execute(_ENTRIES, {"organizations": [each.pk for each in organizations[:9]], "start": YEAR[0]})
        turn_on_billing_reads(large, actor=SYSTEM)
        secret = issue_key(large, actor=SYSTEM, name="Plan", scopes=ALL_SCOPES, lifetime_days=90).secret
        _fill_keys(organizations[1:])
        # Deferred foreign keys are checked once here, not after each test.
        connection.check_constraints()
        with connection.cursor() as cursor:
            cursor.execute(f"RESET ROLE; ANALYZE {', '.join(BIG_TABLES)}; SET ROLE billing_access_app")
        yield large, secret
        transaction.set_rollback(True)


def _fill(organization, runs):
    with connection.cursor() as cursor:
        lock_accounts([organization.pk])
        cursor.execute(_RUNS, {"organization": organization.pk, "start": YEAR[0], "runs": runs})
        Account.objects.filter(pk=organization.pk).update(revision=runs // 100 - 1)
        _fill_revisions([organization], runs // 100 - 1)
        move_totals({organization.pk: Decimal(0)})
        cursor.execute(f"WITH {move(RUNS)} SELECT", {"organization": organization.pk})
    backfill_tag(register_tag(organization, "county", actor=SYSTEM).pk)


def _fill_revisions(organizations, revisions):
    with connection.cursor() as cursor:
        cursor.execute(_REVISIONS, {"organizations": [each.pk for each in organizations], "revisions": revisions})


def _void(organization):
    with connection.cursor() as cursor:
        for revision, runs in VOIDS.items():
            parameters = {"organization": organization.pk, "start": YEAR[0], "runs": runs, "revision": revision}
            cursor.execute(_VOIDED, parameters)
            if revision >= LARGE_VOID:
                assert move_totals({organization.pk: Decimal(0)}) == {organization.pk: revision}


def _fill_keys(organizations):
    now = datetime.now(UTC)
    fields = {"name": "Many", "scopes": ["runs:read"], "expires_at": now + timedelta(days=9), "created_at": now}
    ApiKey.objects.bulk_create(
        ApiKey(organization=organizations[n % len(organizations)], digest=n.to_bytes(32, "big"), **fields)
        for n in range(3000)
    )


@pytest.fixture
def grant(seeded):
    _, secret = seeded
    return authorize(facts_for_secret(secret), routes.BILLING_USAGE)


def assert_hot(plans, *indexes):
    assert plans.found
    assert set(indexes) <= plans.indexes()
    assert not plans.sequential() & set(BIG_TABLES)
    assert plans.sorted_whole("billing_run") == plans.sorted_whole("billing_voided_run") == []


def rows_read(plans, table="billing_run"):
    """Return the largest number of runs that a scan read, including those that a filter removed.

    Below a window function PostgreSQL 15 reads one more than the limit asks for, which is not counted.
    """
    most = max(
        (scan["Actual Rows"] + scan.get("Rows Removed by Filter", 0)) * scan["Actual Loops"]
        for scan in plans.scans(table)
    )
    return most - (connection.pg_version < 160_000)


def test_the_decision(seeded):
    with planning() as plans:
        facts_for_secret(seeded[1])
    assert len(plans.found) == 2
    scans = plans.scans("billing_api_key")
    assert {scan["Node Type"] for scan in scans} == {"Index Scan"}
    assert all("digest" in scan["Index Cond"] for scan in scans)
    assert_hot(plans)


def test_the_keys_of_an_organization(seeded):
    with planning() as plans:
        facts_for_organization(seeded[0].pk)
    assert not plans.sequential() & {"billing_api_key"}


def test_the_account_snapshot(grant):
    with planning() as plans:
        read_snapshot(grant)
    assert_hot(plans, "billing_account_pkey")
    assert not plans.scans("billing_run")


def test_the_state_reads_day_rollups_alone(grant):
    with planning() as plans:
        read_state(grant)
    assert_hot(plans, "billing_account_pkey", "billing_usage_day_once")
    assert not plans.scans("billing_run")
    assert not plans.scans("billing_usage_quarter_hour")


def test_the_state_computes_the_period_once(grant):
    """In a step of its own, below the joins. Computing it again for each use took a sixth of the statement's time."""
    with planning() as plans:
        read_state(grant)
    for _, _, top in plans.found:
        steps = {node["Node Type"] for node in nodes(top) if "make_interval" in str(node.get("Output"))}
        assert steps & {"Result", "Subquery Scan"}, steps


def test_one_run(grant):
    with planning() as plans:
        assert read_run(grant, "r777").run_id == "r777"
    assert_hot(plans, "billing_run_once")


COST_STATUS = USAGE_COLUMNS.index("cost_status")
DEPTHS = {"first": None, "middle": LARGE // 2, "deep": LARGE - 200}


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("order", ["desc", "asc"])
def test_a_page_of_usage_reads_no_more_than_it_shows(grant, order, depth):
    with planning(analyze=True) as plans:
        page = read_usage(grant, UsageQuery(*YEAR, order=order), _cursor(grant, order, DEPTHS[depth]))
    assert len(page.runs) == 100
    assert_hot(plans, "billing_run_by_start")
    assert rows_read(plans) <= 101
    if depth == "first":
        assert not plans.scans("billing_voided_run")
    else:
        assert {row[COST_STATUS] for row in page.runs} == {"final", "void"}
        assert_hot(plans, "billing_voided_run_by_start")
        assert rows_read(plans, "billing_voided_run") <= 102


def test_the_period_as_a_range_is_read_by_the_index_too(grant):
    with planning(analyze=True) as plans:
        read_usage(grant, UsageQuery())
    assert_hot(plans, "billing_run_by_start")
    assert rows_read(plans) <= 101


@pytest.mark.parametrize("depth", DEPTHS)
def test_a_page_with_a_tag_reads_until_it_is_full(grant, depth):
    query = UsageQuery(*YEAR, tags=(("county", "c7"),), limit=4)
    with planning(analyze=True) as plans:
        assert len(read_usage(grant, query, _cursor(grant, "desc", DEPTHS[depth])).runs) == 4
    assert_hot(plans, "billing_run_by_start")
    assert rows_read(plans) <= 5 * 40


NOTHING = {
    "a tag": {"tags": (("county", "none"),)},
    "ten tags": {"tags": tuple((f"k{n}", "v") for n in range(10))},
    "a status": {"status": "paused"},
    "a type": {"run_type": "task_v1"},
}


@pytest.mark.parametrize("depth", ["first", "middle"])
@pytest.mark.parametrize("order", ["desc", "asc"])
@pytest.mark.parametrize("filters", NOTHING)
def test_a_page_that_matches_nothing_examines_a_bounded_number_of_runs(grant, order, depth, filters, monkeypatch):
    monkeypatch.setattr(usage_sql, "EXAMINED", 300)
    query = UsageQuery(*YEAR, order=order, **NOTHING[filters])
    with planning(analyze=True) as plans:
        page = read_usage(grant, query, _cursor(grant, order, DEPTHS[depth]))
    assert page.runs == []
    assert page.next_cursor is not None
    assert_hot(plans, "billing_run_by_start")
    assert rows_read(plans) <= 300
    if depth != "first":
        assert rows_read(plans, "billing_voided_run") <= 300 + 2


def test_a_walk_that_began_before_the_runs_examines_a_bounded_number_of_them(grant, monkeypatch):
    monkeypatch.setattr(usage_sql, "EXAMINED", 300)
    cursor = replace(_cursor(grant, "desc", DEPTHS["middle"]), revision=1, token=_token(grant, 1))
    with planning(analyze=True) as plans:
        page = read_usage(grant, UsageQuery(*YEAR), cursor)
    assert_hot(plans, "billing_run_by_start")
    assert page.next_cursor is not None
    assert rows_read(plans) <= 300
    assert rows_read(plans, "billing_voided_run") <= 300 + len(VOIDS)


def test_a_copy_of_a_range_without_changes_examines_a_bounded_number_of_runs(grant, monkeypatch):
    monkeypatch.setattr(usage_sql, "EXAMINED", 300)
    bookmark = Bookmark(YEAR[1] - timedelta(hours=1), YEAR[1], 1, _token(grant, 1))
    with planning(analyze=True) as plans:
        page = read_usage(grant, UsageQuery(updated_after=bookmark))
    assert (page.runs, page.next_cursor is not None) == ([], True)
    assert_hot(plans, "billing_run_by_change", "billing_voided_run_by_void")
    assert rows_read(plans) <= 300
    assert rows_read(plans, "billing_voided_run") <= 300


@pytest.mark.parametrize("revision", [0, LARGE // 200, LARGE // 100 - 2])
def test_what_changed_since_is_read_in_order_of_change(grant, revision):
    bookmark = Bookmark(*YEAR, revision, _token(grant, revision))
    with planning(analyze=True) as plans:
        page = read_usage(grant, UsageQuery(updated_after=bookmark))
    assert len(page.runs) == 100
    assert_hot(plans, "billing_run_by_change", "billing_voided_run_by_void")
    assert rows_read(plans) <= 101


def test_a_copy_reads_a_large_void_in_pages(grant):
    bookmark = Bookmark(*YEAR, LARGE_VOID - 1, _token(grant, LARGE_VOID - 1))
    with planning(analyze=True) as plans:
        first = read_usage(grant, UsageQuery(updated_after=bookmark))
        page = read_usage(grant, UsageQuery(updated_after=bookmark), first.next_cursor)
    assert {row[COST_STATUS] for row in page.runs} == {"void"}
    assert_hot(plans, "billing_voided_run_by_void", "billing_run_once", "billing_voided_run_by_id")
    assert rows_read(plans, "billing_voided_run") <= 102
    assert rows_read(plans) <= 101


def test_a_copy_that_a_large_void_overtook_reads_no_more_than_it_shows(grant):
    bookmark, seen = (Bookmark(*YEAR, n, _token(grant, n)) for n in (120, LARGE // 100))
    cursor = Cursor(*YEAR, YEAR[1], seen.revision, seen.token, 150, "u")
    with planning(analyze=True) as plans:
        page = read_usage(grant, UsageQuery(updated_after=bookmark), cursor)
    assert {row[COST_STATUS] for row in page.runs} == {"final", "void"}
    assert_hot(plans, "billing_run_by_change", "billing_voided_run_by_change")
    assert rows_read(plans, "billing_voided_run") <= 102


@pytest.mark.parametrize("of_range", [{}, {"start": YEAR[0], "end": YEAR[1]}], ids=["all", "range"])
@pytest.mark.parametrize("depth", [None, 1500, 2900])
def test_a_page_of_entries_reads_no_more_than_it_shows(grant, of_range, depth):
    cursor = None
    if depth is not None:
        at = YEAR[0] + (3000 - depth) * (timedelta(days=365) / 3000)
        cursor = EntriesCursor(YEAR[1], LARGE // 100, _token(grant, LARGE // 100), at, 10**9)
    with planning(analyze=True) as plans:
        page = read_entries(grant, EntriesQuery(**of_range), cursor)
    assert len(page.entries) == 100
    assert_hot(plans, "billing_balance_entry_by_time", "billing_account_pkey")
    assert plans.sorted_whole("billing_balance_entry") == []
    assert rows_read(plans, "billing_balance_entry") <= 101


@pytest.mark.parametrize("zone", ["UTC", "Asia/Kathmandu"])
def test_a_month_of_the_balance_reads_no_run_and_what_lies_after_by_days(grant, zone):
    start, end = (datetime(2026, month, 1, tzinfo=time_zone(zone)) for month in (3, 4))
    with planning(analyze=True) as plans:
        history = read_balance_history(grant, bucket_edges(start, end, "day", time_zone(zone)))
    assert len(history.lines) == 100
    assert_hot(plans, "billing_balance_entry_by_time", "billing_usage_quarter_hour_once", "billing_usage_day_once")
    assert not plans.scans("billing_run")
    assert rows_read(plans, "billing_usage_quarter_hour") <= 31 * 96
    assert rows_read(plans, "billing_usage_day") <= 366


def _token(grant, revision):
    found = Revision.objects.filter(organization_id=grant.organization_pk, revision=revision).first()
    return None if found is None else str(found.token)


def _cursor(grant, order, depth):
    if depth is None:
        return None
    index = LARGE - depth if order == "desc" else depth
    at = YEAR[0] + index * (timedelta(days=365) / LARGE)
    revision = LARGE // 100
    return Cursor(*YEAR, YEAR[1], revision, _token(grant, revision), at, f"r{index}")


FLAT = {
    "days": (*YEAR, "day", "UTC", ()),
    "months of another zone": (*YEAR, "month", "Asia/Kathmandu", ()),
    "days of another zone": (*YEAR, "day", "America/New_York", ()),
    "days by a registered tag": (*YEAR, "day", "UTC", ("tag:county",)),
    "the whole by a registered tag": (*YEAR, "none", "UTC", ("tag:county",)),
    "ten years by month": (TEN_YEARS[0], TEN_YEARS[1], "month", "UTC", ()),
    "ten years by month elsewhere": (TEN_YEARS[0], TEN_YEARS[1], "month", "America/New_York", ()),
    "ten years": (TEN_YEARS[0], TEN_YEARS[1], "none", "Asia/Kathmandu", ()),
    "hours": (YEAR[0], YEAR[0] + timedelta(days=30), "hour", "UTC", ()),
}


@pytest.mark.parametrize("case", FLAT)
def test_a_summary_is_read_from_rollups(grant, case):
    start, end, bucket, zone, group_by = FLAT[case]
    with planning() as plans:
        summary = read_summary(grant, SummaryQuery(start, end, bucket, time_zone(zone), group_by))
    assert summary.totals.run_count > 0
    assert not plans.scans("billing_run")
    assert not plans.sequential() & set(BIG_TABLES)


@pytest.mark.parametrize("bucket", ["day", "week"])
def test_a_summary_joins_no_cells(grant, bucket):
    # A generic plan expects only a few cells, and a join would compare each of them with every value.
    with planning() as plans:
        read_summary(grant, SummaryQuery(*YEAR, bucket, time_zone("America/New_York"), ("tag:county",)))
    every = [node for _, _, top in plans.found for node in nodes(top)]
    assert "cell" in {node.get("CTE Name") for node in every}
    joins = [node for node in every if node["Node Type"] in {"Nested Loop", "Hash Join", "Merge Join"}]
    assert not [below for join in joins for below in nodes(join) if below.get("CTE Name") in {"cell", "ranked"}]


@pytest.mark.parametrize("group_by", [("run_type",), ("status", "tag:county")])
def test_a_summary_of_runs_reads_its_range_alone(grant, group_by):
    with planning(analyze=True) as plans:
        start = YEAR[0] + timedelta(days=100)
        read_summary(grant, SummaryQuery(start, start + timedelta(days=10), "day", time_zone("UTC"), group_by))
    assert "billing_run_by_start" in plans.indexes()
    assert not plans.sequential() & set(BIG_TABLES)
    assert rows_read(plans) <= LARGE * 10 / 365 + 1


def test_a_summary_of_too_many_runs_reads_none(grant, monkeypatch):
    monkeypatch.setattr(summary_query, "MAX_RUNS", 500)
    start = YEAR[0] + timedelta(days=100)
    with planning(analyze=True) as plans, pytest.raises(RangeTooWide, match="500 runs"):
        read_summary(grant, SummaryQuery(start, start + timedelta(days=10), "day", time_zone("UTC"), ("run_type",)))
    assert {scan["Actual Loops"] for scan in plans.scans("billing_run")} == {0}
    assert not plans.sequential() & set(BIG_TABLES)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York"])
def test_a_summary_of_too_many_values_reads_an_index_alone_and_not_to_its_end(grant, zone, monkeypatch):
    monkeypatch.setattr(summary_sql, "MAX_DAY_ROLLUPS", 300)
    with planning(analyze=True) as plans, pytest.raises(RangeTooWide):
        read_summary(grant, SummaryQuery(*YEAR, "day", time_zone(zone), ("tag:county",)))
    for table in ("billing_usage_day", "billing_usage_quarter_hour"):
        read = [scan for scan in plans.scans(table) if scan["Actual Loops"]]
        assert {scan["Node Type"] for scan in read} <= {"Index Only Scan"}
        assert sum(scan["Actual Rows"] * scan["Actual Loops"] for scan in read) <= 2 * 301


@pytest.mark.parametrize("tags", [(), (("county", "c7"),)])
def test_an_estimate_reads_its_month_alone(grant, tags):
    with planning(analyze=True) as plans:
        read_estimate(grant, EstimateQuery(runs=500, tags=tags))
    assert "billing_run_by_start" in plans.indexes()
    assert not plans.sequential() & set(BIG_TABLES)
    assert rows_read(plans) <= LARGE * 31 / 365 + 1


@pytest.mark.parametrize("tags", [(), (("county", "c7"),), (("batch", "none"),)])
def test_an_estimate_reads_the_newest_runs_and_the_accruing_ones_alone(grant, tags, monkeypatch):
    monkeypatch.setattr(estimate_sql, "READ_RUNS", 400)
    monkeypatch.setattr(estimate_sql, "SAMPLE_RUNS", 100)
    with planning(analyze=True) as plans:
        estimate = read_estimate(grant, EstimateQuery(runs=500, tags=tags))
    assert estimate.sample_size == {"c7": 10, "none": 0}.get(tags[0][1] if tags else "", 100)
    assert_hot(plans, "billing_run_by_start", "billing_run_accruing", "billing_usage_day_once")
    assert rows_read(plans) <= 400 + 1


def test_a_batch_finds_its_runs_and_rollups_by_index(seeded):
    large, _ = seeded
    fields = {"status": "completed", "total_cost_usd": "0.5", "tags": "county=c1;batch=new"}
    starts = [YEAR[0] + timedelta(minutes=26 * n) for n in range(100)]
    rows = [
        CheckedRow(n, large.pk, read_run_input({**fields, "run_id": f"r{30 * n}", "started_at": at}, Defaults())[0])
        for n, at in enumerate(starts)
    ]
    batch = Batch.objects.create()
    stage(batch.pk, rows)
    with transaction.atomic():
        lock_accounts([large.pk])
        with planning() as plans:
            piece = Piece([row.line for row in rows], is_repeat=False)
            merge_rows(batch.pk, piece, merge_options(Defaults(), correct=True, again=False))
        transaction.set_rollback(True)
    clear_staging(batch.pk)
    assert {mode for mode, _, _ in plans.found} == {"force_custom_plan"}
    assert {"billing_run_once", "billing_usage_day_once", "billing_usage_quarter_hour_once"} <= plans.indexes()
    assert not plans.sequential() & {"billing_run", *BUCKETS}
    assert plans.sorted_whole("billing_run") == []
