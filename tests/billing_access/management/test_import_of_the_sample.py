"""Imports the whole real sample: the totals are exact, and importing it again changes nothing."""

import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from django.core.management import call_command
from django.db import connection

from billing_access.billing.ingest.models import Batch
from billing_access.billing.models import Account, Run, UsageDay, UsageQuarterHour
from billing_access.billing.operators import register_tag
from billing_audit.models import AuditEvent
from orgs.actors import command
from orgs.models import Organization

SAMPLE: Final = Path(__file__).parents[3] / "sample_data"
# Decimals are in strings, so that they are exact.
EXPECTED: Final = json.loads(
    (SAMPLE / "expected.json").read_text(),
    object_hook=lambda each: {**each, "total_cost_usd": Decimal(each["total_cost_usd"])} if "rows" in each else each,
)
_SUMS: Final = """
SELECT {group}, count(*), sum(llm_tokens_in), sum(llm_tokens_out), sum(total_cost_usd),
       count(*) FILTER (WHERE total_cost_usd IS NULL)
FROM billing_run WHERE organization_id = %s GROUP BY 1 ORDER BY 1
"""
_ROLLUPS: Final = """
SELECT {group}, sum(run_count), sum(llm_tokens_in), sum(llm_tokens_out), sum(total_cost_usd), sum(unpriced_run_count)
FROM {table} WHERE organization_id = %s AND tag_key = %s GROUP BY 1 ORDER BY 1
"""


@pytest.fixture
def sample(acme: Organization) -> Organization:
    """Acme with the whole file imported; its sessions and models are registered tags."""
    for tag in ("session", "model"):
        register_tag(acme, tag, actor=command("tests"))
    assert import_sample() == (
        f"Batch {Batch.objects.get().pk}: read 18719 rows: 18719 new, 0 changed, 0 unchanged, 0 repeated, 0 stale, "
        "0 refused.\n"
        "Accepted rows: cost 11630.9509675 USD, 2631576247 tokens in, 8188655 tokens out, 0 cached, 0 without a cost.\n"
        "Usage changed by 11630.9509675 USD. 0 costs rounded to ten decimals, 0 final runs corrected.\n"
        "Ignored columns: dataset, cost_basis, time_basis.\n"
    )
    return acme


def import_sample() -> str:
    out = io.StringIO()
    tags = ["--tag-column", "org=session", "--tag-column", "model=model"]
    call_command("import_runs", str(SAMPLE / "claude_code_dev.csv.gz"), "--organization", "acme", *tags, stdout=out)
    return out.getvalue()


def test_it_gives_the_exact_totals_and_again_it_changes_nothing(sample: Organization) -> None:
    total = {"all": EXPECTED["total"]}
    assert summed(sample, "'all'") == total
    assert summed(sample, "tags ->> 'session'") == EXPECTED["by_org"]
    assert summed(sample, "tags ->> 'model'") == EXPECTED["by_model"]
    assert summed(sample, utc("started_at", "YYYY-MM-DD")) == EXPECTED["by_utc_day"]
    assert summed(sample, utc("started_at", "YYYY-MM")) == EXPECTED["by_utc_month"]
    for table in ("billing_usage_day", "billing_usage_quarter_hour"):
        assert rolled_up(sample, table, "'all'") == total
        assert rolled_up(sample, table, utc("bucket_start", "YYYY-MM-DD")) == EXPECTED["by_utc_day"]
        assert rolled_up(sample, table, utc("bucket_start", "YYYY-MM")) == EXPECTED["by_utc_month"]
        assert rolled_up(sample, table, "tag_value", "session") == EXPECTED["by_org"]
        assert rolled_up(sample, table, "tag_value", "model") == EXPECTED["by_model"]

    before = everything(sample)
    assert "18719 rows: 0 new, 0 changed, 18719 unchanged, 0 repeated, 0 stale, 0 refused" in import_sample()
    assert everything(sample) == before


def utc(column: str, form: str) -> str:
    return f"to_char({column} AT TIME ZONE 'UTC', '{form}')"


def summed(organization: Organization, group: str) -> dict[str, dict[str, Any]]:
    return _fetched(_SUMS.format(group=group), organization.pk)


def rolled_up(organization: Organization, table: str, group: str, tag: str = "") -> dict[str, dict[str, Any]]:
    return _fetched(_ROLLUPS.format(group=group, table=table), organization.pk, tag)


def _fetched(statement: str, *parameters: Any) -> dict[str, dict[str, Any]]:
    names = ("rows", "llm_tokens_in", "llm_tokens_out", "total_cost_usd", "rows_without_cost")
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return {group: dict(zip(names, sums, strict=True)) for group, *sums in cursor.fetchall()}


def everything(organization: Organization) -> list[Any]:
    """Return all rows that an import may change, with revisions and times, and the number of events."""
    tables = (Account, Run, UsageDay, UsageQuarterHour)
    rows = [list(table.objects.filter(organization=organization).order_by("pk").values()) for table in tables]
    return [*rows, AuditEvent.objects.count()]
