"""Promise 5 for summaries: exact sums of any runs, fed, repriced, credited and voided, in any order, zone and grouping.

The expected sum of each bucket is computed here from the runs alone, by what the zone's clock showed at each start.
"""

from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from billing_access.access.services import issue_key, turn_on_billing_reads
from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.ingest.void import void_runs
from billing_access.billing.operators import credit_run, register_tag
from billing_access.billing.tags.backfill import backfill_step, backfill_tag
from billing_access.routes import RATES
from billing_access.scopes import ALL_SCOPES
from orgs import actors
from orgs.time_zones import time_zone, time_zone_names
from tests.conftest import acting_as
from tests.properties import tried_on

pytestmark = pytest.mark.django_db(transaction=True)
SYSTEM = actors.command("tests")
ZONES = sorted(time_zone_names())
# Around both clock changes of 2026 in both hemispheres, close enough that runs share buckets.
ANCHORS = [
    datetime(2026, 3, 8, 7, tzinfo=UTC),
    datetime(2026, 4, 4, 15, tzinfo=UTC),
    datetime(2026, 11, 1, 6, tzinfo=UTC),
]
GROUPINGS = [(), ("tag:county",), ("run_type",), ("status", "tag:county"), ("tag:county", "run_type")]
BUCKETS = ["hour", "day", "week", "month", "none"]
SUMS = ("total_cost_usd", "run_count", "unpriced_run_count", "llm_tokens_in")


def fields(number: int, drawn: dict[str, Any], cost: Decimal | None) -> dict[str, Any]:
    """Return one row of a feed."""
    return {
        "run_id": f"r{number}", "started_at": drawn["start"].isoformat(), "run_type": drawn["run_type"],
        "status": drawn["status"], "total_cost_usd": "" if cost is None else str(cost),
        "cost_status": "unpriced" if cost is None else "accruing",
        "tags": {} if drawn["county"] is None else {"county": drawn["county"]},
        "llm_tokens_in": "" if drawn["tokens"] is None else str(drawn["tokens"]),
    }  # fmt: skip


def expected_sums(runs: list[dict[str, Any]], group_by: tuple[str, ...], zone: ZoneInfo, bucket: str) -> Any:
    """Sum the runs by bucket, as the zone's clock shows it, and by group."""
    found: dict[Any, Counter[str]] = defaultdict(Counter)
    for run in runs:
        values = {"tag:county": run["county"], "run_type": run["run_type"], "status": run["status"]}
        sums = found[label(run["start"], zone, bucket), tuple(values[each] for each in group_by)]
        sums["run_count"] += 1
        sums["unpriced_run_count"] += run["paid"] is None
        sums["total_cost_usd"] += run["paid"] or Decimal(0)  # type: ignore[assignment]
        sums["llm_tokens_in"] += run["tokens"] or 0
    return {where: tuple(sums[name] for name in SUMS) for where, sums in found.items()}


def label(time: datetime, zone: ZoneInfo, bucket: str) -> str:
    """Return the bucket of an instant by the zone's clock. The offset tells apart an hour that comes twice."""
    local = time.astimezone(zone)
    if bucket == "week":
        return "{}-{}".format(*local.isocalendar()[:2])
    return local.strftime({"hour": "%Y%m%d%H%z", "day": "%Y%m%d", "month": "%Y%m", "none": ""}[bucket])


def drawn_runs(random: Random, anchor: datetime) -> list[dict[str, Any]]:
    """Return runs around the anchor: some at the same instant or on an edge, some repriced, some without a price."""
    return [
        {
            "start": anchor + shift(random),
            "costs": [random.choice([None, Decimal(random.randrange(10**16)) / 10**10]) for _ in range(2)],
            "county": random.choice([None, "adams", "boone", "", "é"]),
            "run_type": random.choice(["task_v1", "workflow_run"]),
            "status": random.choice(["running", "completed"]),
            "tokens": random.choice([None, random.randrange(2**62)]),
        }
        for _ in range(random.randrange(1, 15))
    ]


def shift(random: Random) -> timedelta:
    """Return up to nine days in either direction, often whole quarter hours."""
    quarters = timedelta(minutes=15 * random.randrange(-864, 864))
    return random.choice([quarters, quarters, timedelta(seconds=random.uniform(-9, 9) * 86_400)])


@tried_on(80)
@given(seed=st.integers(0, 2**64))
def test_any_summary_is_the_sum_of_its_runs(acme, api, configure, seed):
    configure(RATE_LIMITS=dict.fromkeys(RATES, 10_000))
    # Drawn from a seed: what hypothesis draws by itself repeats itself too much to reach the corners of a calendar.
    random = Random(seed)
    anchor, zone_name = random.choice(ANCHORS), random.choice(ZONES)
    bucket, group_by = random.choice(BUCKETS), random.choice(GROUPINGS)
    drawn = drawn_runs(random, anchor)
    turn_on_billing_reads(acme, actor=SYSTEM)
    secret = issue_key(acme, actor=SYSTEM, name="sum", scopes=ALL_SCOPES, lifetime_days=1).secret
    _empty(acme)
    for each in drawn:
        each["paid"] = max((cost for cost in each["costs"] if cost is not None), default=None)
    rows = [fields(n, each, cost) for n, each in enumerate(drawn) for cost in each["costs"]]
    random.shuffle(rows)
    tag_at, batch = random.randrange(3), random.randrange(1, 6)
    for place in range(3):
        if place == tag_at:
            tag = register_tag(acme, "county", actor=SYSTEM)
            # Runs come in while it is half filled in.
            backfill_step(tag.pk, runs_per_step=random.randrange(1, 9))
        part = rows[place * len(rows) // 3 : (place + 1) * len(rows) // 3]
        source = [SourceRow(line, row) for line, row in enumerate(part, 1)]
        ingest(source, OrganizationFinder(organization=acme), actor=SYSTEM, batch_size=batch)
    # Some are voided while the tag is half filled in, and of those some are fed again.
    gone = random.sample(range(len(drawn)), random.randrange(len(drawn) + 1) // 2)
    again = [n for n in gone if random.random() < 0.5]
    if gone:
        void_runs(acme, [f"r{n}" for n in gone], reason="fed by mistake", actor=SYSTEM)
    for n in again:
        drawn[n] |= {"start": anchor + shift(random), "paid": Decimal(random.randrange(10**16)) / 10**10}
    source = [SourceRow(n, fields(n, drawn[n], drawn[n]["paid"])) for n in again]
    ingest(source, OrganizationFinder(organization=acme), actor=SYSTEM, again=True)
    for n, each in enumerate(drawn):
        if each["paid"] and n not in gone and random.random() < 0.3:
            amount = each["paid"] / random.choice([1, 2])
            amount = amount.quantize(Decimal("1e-10")) or each["paid"]
            final = fields(n, each, each["paid"]) | {"cost_status": "final"}
            ingest([SourceRow(1, final)], OrganizationFinder(organization=acme), actor=SYSTEM)
            credit_run(acme, f"r{n}", amount_usd=amount, reference=f"c{n}", occurred_at=anchor, actor=SYSTEM)
            each["paid"] -= amount
    drawn = [each for n, each in enumerate(drawn) if n not in gone or n in again]
    call_command("check_figures", organization="acme", verbosity=0)
    backfill_tag(tag.pk, runs_per_step=random.randrange(1, 9))
    call_command("check_figures", organization="acme", verbosity=0)
    start, end = anchor - abs(shift(random)), anchor + max(abs(shift(random)), timedelta(microseconds=1))
    zone = time_zone(zone_name)
    body = api(
        "/v1/billing/usage/summary", secret, bucket=bucket, timezone=zone_name, group_by=list(group_by),
        **{"from": start.isoformat(), "to": end.isoformat()},
    ).json()  # fmt: skip
    inside = [each for each in drawn if start <= each["start"] < end]
    found = {
        (
            label(datetime.fromisoformat(each["start"]), zone, bucket),
            tuple(group["key"][name] for name in group_by),
        ): tuple(Decimal(group[name]) if name == "total_cost_usd" else group[name] for name in SUMS)
        for each in body["buckets"]
        for group in each["groups"]
        if group["run_count"]
    }
    if bucket != "hour" or not _moves_by_half_hours(zone, start, end):
        assert found == expected_sums(inside, group_by, zone, bucket)
    for name in SUMS:
        assert Decimal(body["totals"][name]) == sum(
            (Decimal(group[name]) for each in body["buckets"] for group in each["groups"]), Decimal(0)
        )
    assert body["totals"]["run_count"] == len(inside)
    assert Decimal(body["totals"]["total_cost_usd"]) == sum((each["paid"] or 0 for each in inside), Decimal(0))
    assert body["buckets"][0]["start"] == _wire(start)
    assert body["buckets"][-1]["end"] == _wire(end)


def _moves_by_half_hours(zone: ZoneInfo, start: datetime, end: datetime) -> bool:
    """Tell whether the zone's clock moves by half an hour, where an hour's label does not name one bucket."""
    offsets = {(start + (end - start) * n / 40).astimezone(zone).utcoffset() for n in range(41)}
    return len({offset.seconds % 3600 for offset in offsets if offset is not None}) > 1


def _wire(time: datetime) -> str:
    return time.isoformat().replace("+00:00", "Z")


def _empty(organization: Any) -> None:
    """Delete what the last example fed: hypothesis runs many examples in one test."""
    from billing_access.billing.ingest.models import VoidedRun
    from billing_access.billing.models import Account, RegisteredTag, Run, RunCredit, UsageDay, UsageQuarterHour

    with acting_as("owner"), transaction.atomic():
        for model in (Run, VoidedRun, RunCredit, UsageDay, UsageQuarterHour, RegisteredTag, Account):
            model.objects.filter(organization=organization).delete()
