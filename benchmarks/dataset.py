"""Generates millions of runs from a seed: with the costs, tokens and durations of real runs; the rest is random.

Each stage spreads its runs over the whole year and all organizations, day by day, like a feed. Rollups are built with
the statements of ingest.
"""

import csv
import gzip
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from django.db import connection, transaction

from billing_access.billing.ledger.figures_check import check_figures
from billing_access.billing.models import Account, RegisteredTag
from billing_access.billing.rollups import BUCKETS, RUNS, SUM_NAMES, move
from orgs.models import Organization

SAMPLE: Final = Path(__file__).parent.parent / "sample_data" / "claude_code_dev.csv.gz"
ORGANIZATIONS: Final = 200
LARGEST: Final = 0.3
DAYS: Final = 365
COUNTIES: Final = 60
# One tag with sixty values and one with seven; the tags of the real runs have two to five.
TAG: Final = "county"
TAG_OF_FEW: Final = "pipeline"
PIPELINES: Final = 7
UNPRICED: Final = 0.02
RUN_TYPES: Final = ("workflow_run", "workflow_run", "task_v2", "openai_cua")
STATUSES: Final = ("completed",) * 17 + ("failed", "terminated", "timed_out")
# The revisions of a stage start at a multiple of this, so that stages do not overlap.
_STAGE: Final = 1000
_CLOCK: Final = [f"{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}" for n in range(86_400)]
_COPY: Final = """COPY billing_run (organization_id, run_id, run_type, status, created_at, modified_at, started_at,
    finished_at, cost_updated_at, total_cost_usd, cost_status, llm_tokens_in, llm_tokens_out, tags, first_revision,
    revision) FROM STDIN"""
_OF_STAGE: Final = RUNS.replace("organization_id = %(organization)s::bigint", "revision > %(after)s::bigint")
_ADD_REVISIONS: Final = """
INSERT INTO billing_revision (organization_id, revision, token)
SELECT organization_id, n, gen_random_uuid()
FROM billing_account CROSS JOIN generate_series(%(first)s::bigint, %(last)s::bigint) n
"""
_SET_TOTALS: Final = """
UPDATE billing_account a SET revision = %(last)s, fed_at = coalesce(fed_at, statement_timestamp()),
    revision_token = (SELECT token FROM billing_revision v
        WHERE v.organization_id = a.organization_id AND v.revision = %(last)s),
    usage_total_usd = coalesce((SELECT sum(total_cost_usd) FROM billing_usage_day u
        WHERE u.organization_id = a.organization_id AND u.tag_key = ''), 0)
"""


def year() -> tuple[datetime, datetime]:
    """Return the start and end of the year that ends with today's UTC day."""
    end = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return end - timedelta(days=DAYS), end


def usage_query(since: datetime | None = None) -> str:
    """Return the query parameters of the year, or of its part since then."""
    start, end = year()
    start = since or start
    return urlencode({"from": f"{start:%Y-%m-%dT%H:%M:%SZ}", "to": f"{end:%Y-%m-%dT%H:%M:%SZ}"})


def create_organizations() -> list[Organization]:
    """Create the organizations with accounts, the largest first. Every tenth has a registered tag, the largest two."""
    organizations = Organization.objects.bulk_create(
        [Organization(name=f"Customer {n}", slug=f"customer-{n}") for n in range(ORGANIZATIONS)]
    )
    Account.objects.bulk_create([Account(organization=each, billing_tier="pro") for each in organizations])
    RegisteredTag.objects.bulk_create(
        [
            RegisteredTag(organization=each, key=key, ready_at=datetime.now(UTC))
            for each, key in ((organizations[0], TAG_OF_FEW), *((each, TAG) for each in organizations[::10]))
        ]
    )
    return organizations


def shares() -> list[float]:
    """Return each organization's share of the runs: 0.3 for the first, less and less for the others."""
    weights = [1 / (n + 8) for n in range(ORGANIZATIONS - 1)]
    return [LARGEST, *((1 - LARGEST) * weight / sum(weights) for weight in weights)]


def load(organizations: list[Organization], stage: int, runs: int) -> None:
    """Add a stage of so many runs, with their rollups and totals, and let PostgreSQL know what is there."""
    generator = random.Random(stage)  # noqa: S311 (no secret)
    start, _ = year()
    real = _real_runs()
    for day in range(DAYS):
        with transaction.atomic(), connection.cursor() as cursor, cursor.copy(_COPY) as copy:
            for organization, share in zip(organizations, shares(), strict=True):
                first, last = (int(runs * share * each / DAYS) for each in (day, day + 1))
                lines = _day(generator, real, start + timedelta(days=day), last - first)
                prefix, revision = f"{organization.pk}\twr_{stage}_", stage * _STAGE + day + 1
                copy.write("".join(f"{prefix}{first + n}\t{line}\t{revision}\t{revision}\n" for n, line in lines))
    _roll_up(stage)


def add_earlier_years(organization: Organization) -> None:
    """Give the organization nine more years of ungrouped rollups before its year, without their runs.

    Afterwards its figures no longer pass ``check``.
    """
    start, end = year()
    with connection.cursor() as cursor:
        for table in BUCKETS:
            columns = ", ".join(SUM_NAMES)
            cursor.execute(
                f"""INSERT INTO {table} (organization_id, bucket_start, tag_key, {columns})
                SELECT organization_id, bucket_start - n * interval '{24 * DAYS} hours', tag_key, {columns}
                FROM {table} CROSS JOIN generate_series(1, 9) n
                WHERE organization_id = %s AND tag_key = '' AND bucket_start >= %s AND bucket_start < %s""",  # noqa: S608
                [organization.pk, start, end],
            )
            cursor.execute(f"ANALYZE {table}")


def feed(organizations: list[Organization], name: str, runs: int) -> list[dict[str, object]]:
    """Return rows for ingest: one day of all organizations, the day before yesterday, so that none is in the future."""
    generator = random.Random(name)  # noqa: S311 (no secret)
    _, end = year()
    real, chosen = _real_runs(), generator.choices(organizations, shares(), k=runs)
    rows: list[dict[str, object]] = []
    for n, organization in enumerate(chosen):
        at = end - timedelta(days=3) + timedelta(seconds=86_000 * n / runs)
        seconds, cost, tokens_in, tokens_out = generator.choice(real)
        rows.append(
            {
                "run_id": f"{name}-{n}",
                "org": organization.slug,
                "status": "completed",
                "started_at": at.isoformat(),
                "finished_at": (at + timedelta(seconds=seconds)).isoformat(),
                "total_cost_usd": cost,
                "llm_tokens_in": tokens_in,
                "llm_tokens_out": tokens_out,
                "tags": f"{TAG}=c{generator.randrange(COUNTIES)};{TAG_OF_FEW}=p{n % PIPELINES};batch=b{n // 50}",
            }
        )
    return rows


def check(*organizations: Organization) -> None:
    """Raise RuntimeError if the figures of one of the organizations do not agree."""
    for organization in organizations:
        if differences := check_figures(organization):
            raise RuntimeError(f"the figures of {organization} differ: {differences[0]}")


def _real_runs() -> list[tuple[int, str, str, str]]:
    """Return the duration in seconds, cost, tokens in and tokens out of every real run."""
    with gzip.open(SAMPLE, "rt", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["started_at"] and row["finished_at"]]
    return [
        (
            min(int((_time(row["finished_at"]) - _time(row["started_at"])).total_seconds()), 3600),
            f"{Decimal(row['total_cost_usd']):f}",
            row["llm_tokens_in"],
            row["llm_tokens_out"],
        )
        for row in rows
    ]


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _day(
    generator: random.Random, real: list[tuple[int, str, str, str]], day: datetime, count: int
) -> Iterator[tuple[int, str]]:
    """Yield one organization's runs of a day in the order of their start: a number and the columns for COPY."""
    dates = f"{day:%Y-%m-%d} ", f"{day + timedelta(days=1):%Y-%m-%d} "
    pick, how_many = generator.random, len(real)
    for n in range(count):
        second = (n + pick()) * 86_399 / count
        seconds, cost, tokens_in, tokens_out = real[int(pick() * how_many)]
        late = int(second) + seconds
        micros = f".{int(second % 1 * 1e6):06}+00"
        started = dates[0] + _CLOCK[int(second)] + micros
        finished = dates[late >= 86_400] + _CLOCK[late % 86_400] + micros
        price = "\\N\tunpriced" if pick() < UNPRICED else cost + "\tfinal"
        # The square gives some counties many more runs than others.
        tags = (
            f'{{"county": "c{int(pick() ** 2 * COUNTIES)}", "{TAG_OF_FEW}": "p{n % PIPELINES}", "batch": "b{n // 50}"}}'
        )
        kind = f"{RUN_TYPES[n % 4]}\t{STATUSES[int(pick() * 20)]}"
        yield (
            n,
            f"{kind}\t{started}\t{finished}\t{started}\t{finished}\t{finished}\t{price}\t{tokens_in}\t{tokens_out}\t{tags}",
        )


def _roll_up(stage: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE billing_run")
        cursor.execute("SET work_mem = '128MB'")
        cursor.execute(f"WITH {move(_OF_STAGE)} SELECT", {"after": stage * _STAGE})
        cursor.execute("RESET work_mem")
        revisions = {"first": stage * _STAGE + 1, "last": stage * _STAGE + DAYS}
        cursor.execute(_ADD_REVISIONS, revisions)
        cursor.execute(_SET_TOTALS, revisions)
        cursor.execute("VACUUM ANALYZE")
