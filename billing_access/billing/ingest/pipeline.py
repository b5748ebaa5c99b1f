"""Ingest, the only way in which runs are stored: it checks, stages and merges the rows of an import.

An import that was killed at any instant can be repeated, with the same result.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Final

from django.db import connection, transaction

from billing_access.billing.identifiers import LONGEST_RUN_ID
from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.merge import Contradiction, Merged, MergedBatch, merge_batch
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.run_validation import Defaults, InvalidRun, read_run_input
from billing_access.billing.ingest.staging import (
    Refusal,
    StagedRun,
    create_staging,
    deduplicate_staging,
    drop_staging,
    forget_refused,
    stage,
    staged_sums,
)
from billing_access.billing.ledger.account_lock import lock_accounts
from billing_access.billing.money import format_usd
from billing_audit.record import Actor, Target, record, record_for_each
from orgs.access import require_platform

BATCH_SIZE: Final = 1000
# Rows are checked and staged in chunks of this size; the organizations of a chunk are looked up in one query.
_CHUNK: Final = 5000
_ORGANIZATIONS: Final = """
SELECT DISTINCT o.id, o.public_id FROM staged_run s JOIN billing_orgs_organization o ON o.id = s.organization_id
WHERE s.position BETWEEN %s::bigint AND %s::bigint
"""


@dataclass(slots=True)
class IngestReport:
    """The result of an import: ``read`` = ``inserted`` + ``updated`` + ``unchanged`` + ``repeated`` + ``refused``.

    The sums are exact and over the accepted runs, in US dollars and tokens; ``usage_moved_usd`` is what they added to
    usage. ``rounded`` counts the costs that had more than ten decimals. ``corrected`` counts the runs whose final
    figures were replaced; they are also in ``updated``.
    """

    read: int = 0
    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    repeated: int = 0
    refused: int = 0
    corrected: int = 0
    rounded: int = 0
    unpriced: int = 0
    total_cost_usd: Decimal = Decimal(0)
    llm_tokens_in: int = 0
    llm_tokens_out: int = 0
    usage_moved_usd: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Watch:
    """Callbacks during an import: one for each refused row, one with the number of merged runs and of all runs."""

    refused: Callable[[Refusal], object] = lambda refusal: None
    merged: Callable[[int, int], object] = lambda done, total: None


def ingest(
    rows: Iterable[SourceRow],
    organizations: OrganizationFinder,
    *,
    actor: Actor,
    defaults: Defaults = Defaults(),  # noqa: B008 (frozen)
    correct: bool = False,
    batch_size: int = BATCH_SIZE,
    watch: Watch = Watch(),
) -> IngestReport:
    """Merge runs into their organizations' figures; idempotent by (organization, run id).

    All rows are checked and staged before the first is merged, so an error while reading changes nothing. Then each
    batch is one transaction with its runs, rollups, totals and a ``runs.imported`` event for each organization that it
    changed. A bad row is refused and passed to ``watch.refused``; the others are imported. Call it outside of a
    transaction. Raises PermissionDenied unless the actor is platform staff or a command, and whatever ``rows`` raises.
    """
    require_platform(actor)
    report = IngestReport()

    def refuse(refusal: Refusal) -> None:
        report.refused += 1
        watch.refused(refusal)

    create_staging()
    try:
        for chunk in _chunks(rows):
            _stage_checked(chunk, organizations, defaults, report, refuse)
        staged = deduplicate_staging()
        report.repeated = staged.repeated
        for refusal in staged.refused:
            refuse(refusal)
        for first in range(1, staged.runs + 1, batch_size):
            last = min(first + batch_size - 1, staged.runs)
            batch = _merge(first, last, actor, correct)
            _count(report, batch)
            for refusal in batch.refused:
                refuse(refusal)
            if batch.refused:
                forget_refused([refusal.line for refusal in batch.refused])
            watch.merged(last, staged.runs)
        _sum_up(report)
    finally:
        drop_staging()
    return report


def _chunks(rows: Iterable[SourceRow]) -> Iterator[list[SourceRow]]:
    remaining = iter(rows)
    while chunk := list(islice(remaining, _CHUNK)):
        yield chunk


def _stage_checked(
    chunk: list[SourceRow],
    organizations: OrganizationFinder,
    defaults: Defaults,
    report: IngestReport,
    refuse: Callable[[Refusal], None],
) -> None:
    refused = []

    def checked() -> Iterator[StagedRun]:
        for row in chunk:
            try:
                if row.fault is not None:
                    raise InvalidRun(row.fault)
                run, was_rounded = read_run_input(row.fields, defaults)
                yield StagedRun(row.line, organizations.pk_of(row.fields), run)
            except InvalidRun as error:
                refused.append(Refusal(row.line, str(row.fields.get("run_id") or "")[:LONGEST_RUN_ID], str(error)))
            else:
                report.rounded += was_rounded

    report.read += len(chunk)
    organizations.look_up(row.fields for row in chunk)
    # The rows are checked while they are copied, so that the database stores one block while the next is checked.
    stage(checked())
    for refusal in refused:
        refuse(refusal)


@transaction.atomic(durable=True)
def _merge(first: int, last: int, actor: Actor, correct: bool) -> MergedBatch:
    with connection.cursor() as cursor:
        cursor.execute(_ORGANIZATIONS, [first, last])
        public_ids: dict[int, str] = dict(cursor.fetchall())
    lock_accounts(public_ids)
    batch = merge_batch(first, last, correct=correct)
    for correction in batch.corrected:
        _record_correction(public_ids[correction.organization_id], correction, actor)
    changed = {public_ids[each.organization_pk]: each for each in batch.organizations if each.revision is not None}
    if changed:
        record_for_each("runs.imported", {name: _details(each) for name, each in changed.items()}, actor=actor)
    return batch


def _details(merged: Merged) -> dict[str, str | int | None]:
    return {
        "read": merged.read,
        "inserted": merged.inserted,
        "updated": merged.updated,
        "unchanged": merged.unchanged,
        "refused": merged.refused,
        "total_cost_usd": format_usd(merged.usage_moved_usd),
        "revision": merged.revision,
    }


def _record_correction(organization_id: str, run: Contradiction, actor: Actor) -> None:
    changes: Mapping[str, tuple[str | int | None, str | int | None]] = {
        "total_cost_usd": (format_usd(run.old_total_cost_usd), format_usd(run.total_cost_usd)),
        "llm_tokens_in": (run.old_llm_tokens_in, run.llm_tokens_in),
        "llm_tokens_out": (run.old_llm_tokens_out, run.llm_tokens_out),
    }
    record(
        "run.corrected",
        organization_id=organization_id,
        actor=actor,
        target=Target("run", run.run_id),
        changes={name: pair for name, pair in changes.items() if pair[0] != pair[1]},
        details={"run_id": run.run_id},
    )


def _count(report: IngestReport, batch: MergedBatch) -> None:
    report.corrected += len(batch.corrected)
    for merged in batch.organizations:
        report.inserted += merged.inserted
        report.updated += merged.updated
        report.unchanged += merged.unchanged
        report.usage_moved_usd += merged.usage_moved_usd


def _sum_up(report: IngestReport) -> None:
    sums = staged_sums()
    report.total_cost_usd, report.unpriced = sums.total_cost_usd, sums.unpriced
    report.llm_tokens_in, report.llm_tokens_out = sums.llm_tokens_in, sums.llm_tokens_out
