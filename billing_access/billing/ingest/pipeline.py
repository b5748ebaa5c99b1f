"""Ingest, the one way in for runs: check, stage, merge. Killed at any instant and run again, it ends the same."""

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
    drop_staging,
    forget_refused,
    settle_staging,
    stage,
    staged_sums,
)
from billing_access.billing.ledger.account_lock import lock_accounts
from billing_access.billing.money import format_usd
from billing_audit.record import Actor, Target, record, record_for_each
from orgs.access import require_platform

BATCH_SIZE: Final = 1000
# So many rows are checked, and their organizations looked up in one query, before they are copied.
_CHUNK: Final = 5000
_ORGANIZATIONS: Final = """
SELECT DISTINCT o.id, o.public_id FROM staged_run s JOIN billing_orgs_organization o ON o.id = s.organization_id
WHERE s.position BETWEEN %s::bigint AND %s::bigint
"""


@dataclass(slots=True)
class IngestReport:
    """What came of an import: ``read`` = ``inserted`` + ``updated`` + ``unchanged`` + ``repeated`` + ``refused``.

    The sums are over the accepted runs, exact, in US dollars and tokens; ``usage_moved_usd`` is what they added to
    usage. ``rounded`` counts costs that had more than ten decimals, ``corrected`` the replaced finals (also in
    ``updated``).
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
    """What a caller is told while an import runs: each refused row, and how many of how many runs are merged."""

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
    batch is a transaction of its own: runs, rollups, totals and one ``runs.imported`` event for each organization
    that it changed. A bad row is refused and told to ``watch``; the good ones land. Must be called outside of a
    transaction, by platform staff or a command (PermissionDenied). Errors of ``rows`` pass through.
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
        settled = settle_staging()
        report.repeated = settled.repeated
        for refusal in settled.refused:
            refuse(refusal)
        for first in range(1, settled.runs + 1, batch_size):
            last = min(first + batch_size - 1, settled.runs)
            batch = _merge(first, last, actor, correct)
            _count(report, batch)
            for refusal in batch.refused:
                refuse(refusal)
            if batch.refused:
                forget_refused([refusal.line for refusal in batch.refused])
            watch.merged(last, settled.runs)
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
    # The database takes one block in while the next is checked.
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
