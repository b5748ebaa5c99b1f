"""Merges staged rows into the stored runs, the rollups and the accounts' totals, by the rules of ``merge_sql``.

The caller holds the accounts' locks (``lock_accounts``) and commits everything in one transaction.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, NamedTuple

import orjson
from django.db import connection

from billing_access.billing.ingest.merge_sql import MERGE, REFUSALS
from billing_access.billing.ingest.run_validation import Defaults
from billing_access.billing.ingest.staging import Piece, Refusal

# PostgreSQL caches plans. One made while the tables were almost empty would scan them for each run of a large import,
# so the merge is planned for its own values.
_CUSTOM_PLANS: Final = "SET LOCAL plan_cache_mode = force_custom_plan"
# At the commit PostgreSQL checks the foreign key of each new row; with custom plans it would plan each of these checks.
_DEFAULT_PLANS: Final = "SET LOCAL plan_cache_mode TO DEFAULT"


class Finding(NamedTuple):
    """A row that was refused, or whose final figures replaced stored ones (``old_``). Money in US dollars.

    ``verdict`` is ``corrected`` or one of REFUSALS.
    """

    line: int
    run_id: str
    verdict: str
    old_started_at: str | None
    old_total_cost_usd: Decimal | None
    total_cost_usd: Decimal | None
    old_units: Decimal | None
    units: Decimal | None
    old_cached_units: Decimal | None
    cached_units: Decimal | None
    old_llm_tokens_in: int | None
    llm_tokens_in: int | None
    old_llm_tokens_out: int | None
    llm_tokens_out: int | None
    old_llm_tokens_cached: int | None
    llm_tokens_cached: int | None


@dataclass(slots=True)
class Merged:
    """What was merged in one organization; the counts and sums are those of ``Batch``.

    ``revision`` is None if nothing changed. The offset belongs to the instant ``reconciled_at``.
    """

    organization_pk: int
    counts: dict[str, Any]
    offset_usd: Decimal
    reconciled_at: datetime | None
    findings: list[Finding]
    revision: int | None

    @property
    def refusals(self) -> list[Refusal]:
        """The refused rows, with the reason of each."""
        return [
            Refusal(each.line, each.run_id, REFUSALS[each.verdict][1].format_map(each._asdict()))
            for each in self.findings
            if each.verdict in REFUSALS
        ]

    @property
    def corrections(self) -> list[Finding]:
        """The rows that replaced final figures."""
        return [each for each in self.findings if each.verdict == "corrected"]


def merge_options(defaults: Defaults, *, correct: bool, again: bool) -> dict[str, Any]:
    """Return the options of a merge.

    ``correct`` lets final figures replace other final ones; ``again`` accepts rows that equal a voided run. The run
    type and status of ``defaults`` are those of new runs whose rows say none.
    """
    return {"run_type": str(defaults.run_type), "status": str(defaults.status), "correct": correct, "again": again}


def merge_rows(batch_id: int, piece: Piece, options: Mapping[str, Any]) -> list[Merged]:
    """Merge staged rows, at most one of each run; return what was done in each organization, ordered by their keys.

    ``options`` are those of ``merge_options``.
    """
    with connection.cursor() as cursor:
        cursor.execute(_CUSTOM_PLANS)
        cursor.execute(MERGE, {"batch": batch_id, "lines": piece.lines, **options})
        names = [column.name for column in cursor.description]
        merged = [_merged(dict(zip(names, row, strict=True)), piece.is_repeat) for row in cursor.fetchall()]
        cursor.execute(_DEFAULT_PLANS)
    return merged


def _merged(row: dict[str, Any], is_repeat: bool) -> Merged:
    findings = [_finding(each) for each in orjson.loads(row.pop("findings") or "[]")]
    known = {name: row.pop(name) for name in ("organization_id", "reconciled_at", "revision", "is_changed")}
    if is_repeat:
        # An earlier row of the run was counted as unchanged or changed.
        row["repeated"] = row.pop("unchanged")
    return Merged(known["organization_id"], row, row["offset_usd"], known["reconciled_at"], findings, known["revision"])


def _finding(values: dict[str, Any]) -> Finding:
    exact = {
        name: Decimal(text) for name, text in values.items() if name.endswith(("_usd", "units")) and text is not None
    }
    return Finding(**values | exact)
