"""The query plans of all ways to read the log: every filter uses an index, with no full scan and no full sort.

Twenty thousand events of one organization, in the partitions of five months, among those of others.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction

from billing_audit.reading.feed import follow
from billing_audit.reading.filters import Filters
from billing_audit.reading.integrity_summary import read_integrity_summary
from billing_audit.reading.leaf_ranges import next_range, read_range
from billing_audit.reading.queries import page
from billing_audit.reading.setting_history import read_history
from billing_audit.storage.partitions import first_id, make_partitions
from billing_audit.transparency.sealer import _TAKE, BATCH
from billing_audit.verification.verify import verify_log
from orgs.mail.owners import former_owners
from orgs.models import Organization
from tests.billing_access.billing.plans import nodes, planning

pytestmark = pytest.mark.django_db
LOG, EVENTS = "o_plans", 20_000
KEY = "6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b"
NOW = datetime.now(UTC)
SINCE = timedelta(days=150)
_EVENTS = """
WITH new AS (
    SELECT n, t, (lpad(to_hex((extract(epoch FROM t) * 1000)::bigint), 12, '0') || '7'
                  || substr(md5('a' || n), 1, 3) || '8' || substr(md5('b' || n), 1, 15))::uuid AS id,
           CASE n %% 10 WHEN 0 THEN 'o_' || n ELSE %(log)s END AS log
    FROM (SELECT n, %(start)s::timestamptz + n * %(step)s::interval AS t
          FROM generate_series(0, %(events)s::int - 1) n) s
), personal AS (
    INSERT INTO billing_audit_part (event_id, kind, organization_id, salt, data)
    SELECT id, 'personal', log, 'x', jsonb_build_object(
        'address', '192.0.2.' || n %% 250, 'user_agent', repeat(md5(n::text), 8)) FROM new
), texts AS (
    INSERT INTO billing_audit_part (event_id, kind, organization_id, salt, data)
    SELECT id, 'texts', log, 'x', '{"details": {"reason": "Ticket"}}'::jsonb FROM new WHERE n %% 5 < 2
), leaves AS (
    INSERT INTO billing_audit_leaf (log, place, event_id, hash) SELECT log, n, id, 'x' FROM new
)
INSERT INTO billing_audit_event (id, organization_id, recorded_at, action, outcome, reason_code, actor_kind, actor_id,
                         target_kind, target_id, request_id, body)
SELECT id, log, t, CASE n %% 5000 WHEN 1 THEN 'billing_reads.enabled' ELSE 'billing.usage.read' END,
       CASE n %% 50 WHEN 1 THEN 'denied' ELSE 'allowed' END, CASE n %% 50 WHEN 1 THEN 'missing_scope' ELSE '' END,
       CASE n %% 5000 WHEN 1 THEN 'user' ELSE 'api_key' END, CASE n %% 5000 WHEN 1 THEN '7' ELSE %(key)s END,
       CASE n %% 5000 WHEN 2 THEN 'api_key' ELSE 'organization' END, CASE n %% 5000 WHEN 2 THEN %(key)s ELSE log END,
       'req_' || n, repeat(md5(n::text), 20)
FROM new
"""


@pytest.fixture(scope="module")
def seeded(django_db_setup: None, django_db_blocker: Any) -> Any:
    """The log, in a transaction that is rolled back after the last test.

    VACUUM FULL first removes the rows that other tests rolled back: autovacuum shrinks the table but not its indexes,
    and the planner then prefers a scan of the month to an index that it believes to be large.
    """
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("VACUUM FULL billing_audit_event, billing_audit_part, billing_audit_leaf")
        cursor.execute("SET ROLE billing_access_app")
    with django_db_blocker.unblock(), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
            for months in range(6):
                make_partitions((NOW - timedelta(days=30 * months)).date().replace(day=1))
            cursor.execute(
                _EVENTS,
                {"log": LOG, "key": KEY, "start": NOW - SINCE, "step": SINCE / EVENTS, "events": EVENTS},
            )
            cursor.execute("INSERT INTO billing_audit_tree (log, size, edge) VALUES (%s, %s, '')", [LOG, EVENTS])
            cursor.execute("ANALYZE billing_audit_event, billing_audit_part, billing_audit_leaf")
        yield
        transaction.set_rollback(True)


HALF = NOW - SINCE / 2
FILTERS = {
    "none": (Filters(), "organization_id_id_idx"),
    "action": (Filters(action="billing_reads.enabled"), "organization_id_action_id_idx"),
    "actor": (Filters(actor="user:7"), "organization_id_actor_kind_acto"),
    "outcome": (Filters(outcome="denied"), "organization_id_id_idx1"),
    "reason": (Filters(reason="missing_scope"), "organization_id_reason_code_id_idx"),
    "key": (Filters(key=KEY), "organization_id_target_id_id_idx"),
    "address": (Filters(address="192.0.2.7"), "billing_audit_part"),
    "request": (Filters(request_id="req_77"), "organization_id_request_id_idx"),
    "time": (Filters(start=HALF, end=HALF + timedelta(days=1)), "pkey"),
    "all at once": (
        Filters("billing.usage.read", f"api_key:{KEY}", "denied", "missing_scope", KEY, "192.0.2.1", "req_51",
                HALF, NOW),
        "organization_id",
    ),
}  # fmt: skip
BIG = ("billing_audit_event_", "billing_audit_part_", "billing_audit_leaf")


def _read_too_much(top: dict[str, Any], most: int) -> list[str]:
    """The tables that a plan scans in full or reads too many rows of, except empty partitions."""
    return [
        f"{node['Node Type']} {node.get('Relation Name')} {node['Actual Rows']} {node.get('Rows Removed by Filter', 0)}"
        for node in nodes(top)
        if str(node.get("Relation Name", "")).startswith(BIG)
        and (node["Actual Rows"] + node.get("Rows Removed by Filter", 0)) * node["Actual Loops"] > most
    ]


@pytest.mark.parametrize("before", [None, HALF + timedelta(hours=12)], ids=["first page", "half way"])
@pytest.mark.parametrize("name", FILTERS)
def test_a_page_reads_what_it_shows_and_little_more(seeded: None, name: str, before: Any) -> None:
    filters, index = FILTERS[name]
    with planning(analyze=True) as plans:
        page(LOG, filters, with_figures=True, before=before and first_id(before))
    events = [
        top for _, statement, top in plans.found if "billing_audit_event" in statement and "unnest" not in statement
    ]
    assert len(events) == 1, "planned for its values alone"
    assert _read_too_much(events[0], 120) == []
    assert any(index in used for used in plans.indexes()), plans.indexes()
    related = [top for _, statement, top in plans.found if "unnest" in statement]
    for top in related:
        assert _read_too_much(top, 120) == []


def test_a_step_of_a_copy_reads_its_places(seeded: None) -> None:
    with planning(analyze=True) as plans:
        follow(LOG, Filters(), with_figures=True, leaf_index=9_000, size=50)
    for _, _, top in plans.found:
        assert _read_too_much(top, 120) == []


def test_a_range_for_a_webhook_reads_its_leaves(seeded: None, as_role: Any) -> None:
    """Each second for each webhook: whether anything is sealed that is not passed over, and then up to where."""
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute("INSERT INTO billing_audit_checkpoint (log, size, note) VALUES (%s, %s, 'x')", [LOG, EVENTS])
    with planning(analyze=True) as plans:
        found = next_range(LOG, 9_001, unless_all="webhook.audit_sent")
        assert found is not None
        # The log's leaves have gaps, since every tenth event is another's.
        assert (found.first_leaf, found.next_leaf, found.is_purged) == (9_001, 9_010, False)
        assert len(read_range(found, with_figures=True, with_texts=True)[1]) == 9
        # Nearly at the end, where nothing but such events is left.
        assert next_range(LOG, EVENTS - 3, unless_all="billing.usage.read") is None
    for _, statement, top in plans.found:
        # Hashes are read 256 at a time.
        assert _read_too_much(top, 260 if "SELECT place, hash" in statement else 120) == []


def test_the_history_of_a_setting_reads_its_events(seeded: None) -> None:
    with planning(analyze=True) as plans:
        found = read_history(LOG, ["billing_reads.enabled", "billing_reads.disabled", "billing_reads.suspended"], 3)
    assert len(found) == 3
    for _, _, top in plans.found:
        assert _read_too_much(top, 40) == []


def test_the_beginning_of_a_range_is_found_by_its_first_events(seeded: None) -> None:
    with planning(analyze=True) as plans:
        step = follow(LOG, Filters(start=HALF), with_figures=True, leaf_index=None, size=50)
    assert step.entries[0].leaf_index == pytest.approx(EVENTS / 2, abs=2)
    for _, _, top in plans.found:
        assert _read_too_much(top, 5_000) == []


def test_the_strip_reads_one_row_of_each(seeded: None) -> None:
    with planning(analyze=True) as plans:
        read_integrity_summary(LOG)
    for _, _, top in plans.found:
        assert _read_too_much(top, 10) == []


@pytest.mark.parametrize("log", ["o_5000", "platform"])
def test_one_log_of_many_is_verified_by_its_own_rows(seeded: None, log: str) -> None:
    with planning(analyze=True) as plans:
        verify_log(log, verifiers=[])
    assert len(plans.found) >= 12, "each in two plans"
    for _, statement, top in plans.found:
        assert _read_too_much(top, 120) == [], statement


def test_the_sealer_reads_its_events_by_their_ids(seeded: None) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO billing_audit_unsealed (event_id, organization_id)"
            " SELECT id, organization_id FROM billing_audit_event ORDER BY id DESC LIMIT 300"
        )
        with planning() as plans:
            cursor.execute(_TAKE, [BATCH])
            assert len(cursor.fetchall()) == 300
        transaction.set_rollback(True)
    read = [
        node
        for _, _, top in plans.found
        for node in nodes(top)
        if str(node.get("Alias")).startswith("billing_audit_event")
    ]
    assert {node["Node Type"] for node in read if node["Plan Rows"] > 1} <= {"Index Scan", "Append"}
    assert len(read) > 10
    assert not any("Hash" in node["Node Type"] for _, _, top in plans.found for node in nodes(top))


def test_former_owners_are_found_by_their_events_of_two_months(seeded: None) -> None:
    """Every change that opens something looks for them, also in a log of millions of reads."""
    with planning(analyze=True) as plans:
        former_owners(Organization(public_id=LOG))
    assert len(plans.found) == 2
    for _, _, top in plans.found:
        assert _read_too_much(top, 20) == []
        months = {each["Relation Name"] for each in nodes(top) if "Relation Name" in each}
        assert 2 <= len(months) <= 3
