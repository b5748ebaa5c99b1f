"""Ingest, the only way in which runs are stored: it checks, stages and merges the rows of an import.

An import that was killed at any instant can be repeated, with the same result.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any, Final

from django.db import connection, transaction
from django.utils import timezone

from billing_access.billing.identifiers import LONGEST_RUN_ID
from billing_access.billing.ingest.cost_validation import UNIT_COUNTS
from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.merge import Finding, Merged, merge_options, merge_rows
from billing_access.billing.ingest.models import Batch
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.row_fields import InvalidRun
from billing_access.billing.ingest.run_validation import Defaults, read_run_input
from billing_access.billing.ingest.staging import (
    CheckedRow,
    Piece,
    Refusal,
    batches,
    clear_staging,
    count_staged,
    has_repeats,
    refuse_contradictions,
    rounds,
    stage,
)
from billing_access.billing.ledger.account_lock import lock_accounts
from billing_access.billing.ledger.entries import offset_late
from billing_access.billing.money import format_units, format_usd
from billing_access.billing.tokens import TOKEN_COUNTS
from billing_audit.record import Actor, Target, record, record_for_each
from orgs.access import require_platform
from orgs.models import Organization

BATCH_SIZE: Final = 1000
# Rows are checked and staged in chunks of this size; the organizations of a chunk are looked up in one query.
_CHUNK: Final = 5000
_ORGANIZATIONS: Final = """
SELECT o.id, o.public_id FROM billing_orgs_organization o
WHERE o.id IN (SELECT organization_id FROM billing_staged_run WHERE batch_id = %s::bigint AND line = ANY(%s::bigint[]))
"""
# Of what a merge counts, the fields of an event.
_IN_EVENT: Final = ("read", "inserted", "updated", "unchanged", "repeated", "stale", "refused")


class RowsDisagree(RuntimeError):
    """The rows that were counted are not those that were staged: nothing may be declared complete on this import."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Callbacks during an import: one for each refused row, one with the number of merged rows and of all rows."""

    refused: Callable[[Refusal], object] = lambda refusal: None
    merged: Callable[[int, int], object] = lambda done, total: None


def ingest(
    rows: Iterable[SourceRow],
    organizations: OrganizationFinder,
    *,
    actor: Actor,
    defaults: Defaults = Defaults(),  # noqa: B008 (frozen)
    correct: bool = False,
    again: bool = False,
    batch_size: int = BATCH_SIZE,
    watch: Watch = Watch(),
    file: str = "",
    options: Mapping[str, Any] | None = None,
) -> Batch:
    """Merge runs into their organizations' figures; idempotent by (organization, run id). Return the import's batch.

    All rows are checked and staged before the first is merged, so an error while reading changes nothing and leaves no
    batch. Then up to ``batch_size`` rows are merged in one transaction, with their rollups, totals, offsets, the
    batch's counts and a ``runs.imported`` event for each organization that changed. A bad row is refused and passed to
    ``watch.refused``; the others are imported. ``correct`` lets final figures replace final ones, ``again`` takes rows
    that equal a voided run. ``file`` and ``options`` are kept with the batch for people to read.

    Call it outside of a transaction. Raises PermissionDenied unless the actor is platform staff or a command,
    RowsDisagree, InvalidChange for an offset that is too large for an entry, and whatever ``rows`` raises.
    """
    require_platform(actor)
    # The id and no name: who a person was then stands on the audit log, from which it can be erased.
    who = f"{actor.kind} {actor.id}".strip()
    batch = Batch.objects.create(started_by=who[:200], file=file[:255], options=dict(options or {}))

    def refuse(refusal: Refusal) -> None:
        batch.refused += 1
        watch.refused(refusal)

    try:
        with _deleted_on_error(batch):
            for chunk in _chunks(rows):
                _stage_checked(chunk, organizations, defaults, batch, refuse)
            _check_staged(batch)
        repeats = has_repeats(batch.pk)
        for refusal in refuse_contradictions(batch.pk, defaults) if repeats else ():
            refuse(refusal)
        order = rounds(batch.pk, has_repeats=repeats)
        total = sum(map(len, order))
        chosen = merge_options(defaults, correct=correct, again=again)
        done = 0
        for pieces in batches(order, batch_size):
            for refusal in _merge(batch, pieces, chosen, actor):
                refuse(refusal)
            done += sum(len(piece.lines) for piece in pieces)
            watch.merged(done, total)
        _check_counts(batch)
        batch.finished_at = timezone.now()
        batch.save()
    finally:
        clear_staging(batch.pk)
    return batch


@contextmanager
def _deleted_on_error(batch: Batch) -> Iterator[None]:
    try:
        yield
    except BaseException:
        batch.delete()
        raise


def _chunks(rows: Iterable[SourceRow]) -> Iterator[list[SourceRow]]:
    remaining = iter(rows)
    while chunk := list(islice(remaining, _CHUNK)):
        yield chunk


def _stage_checked(
    chunk: list[SourceRow],
    organizations: OrganizationFinder,
    defaults: Defaults,
    batch: Batch,
    refuse: Callable[[Refusal], None],
) -> None:
    refused = []

    def checked() -> Iterator[CheckedRow]:
        for row in chunk:
            try:
                if row.fault is not None:
                    raise InvalidRun(row.fault)
                run, was_rounded = read_run_input(row.fields, defaults)
                yield CheckedRow(row.line, organizations.pk_of(row.fields), run)
            except InvalidRun as error:
                refused.append(Refusal(row.line, str(row.fields.get("run_id") or "")[:LONGEST_RUN_ID], str(error)))
            else:
                batch.rounded += was_rounded

    batch.read += len(chunk)
    organizations.look_up(row.fields for row in chunk)
    # The rows are checked while they are copied, so that the database stores one block while the next is checked.
    stage(batch.pk, checked())
    for refusal in refused:
        refuse(refusal)


def _check_staged(batch: Batch) -> None:
    staged = count_staged(batch.pk)
    if staged != batch.read - batch.refused:
        raise RowsDisagree(
            f"{batch.read} rows were read and {batch.refused} refused, but {staged} are staged. Nothing was imported."
        )


def _check_counts(batch: Batch) -> None:
    counted = batch.inserted + batch.updated + batch.unchanged + batch.repeated + batch.stale + batch.refused
    if counted != batch.read:
        raise RowsDisagree(
            f"{batch.read} rows were read, but {counted} are counted as new, changed, unchanged, repeated, stale or "
            f"refused (batch {batch.pk}). Import the file again: that changes nothing that is right."
        )


@transaction.atomic(durable=True)
def _merge(batch: Batch, pieces: list[Piece], chosen: Mapping[str, Any], actor: Actor) -> list[Refusal]:
    with connection.cursor() as cursor:
        cursor.execute(_ORGANIZATIONS, [batch.pk, [line for piece in pieces for line in piece.lines]])
        public_ids: dict[int, str] = dict(cursor.fetchall())
    lock_accounts(public_ids)
    merged = [each for piece in pieces for each in merge_rows(batch.pk, piece, chosen)]
    for each in merged:
        if each.offset_usd and each.revision is not None and each.reconciled_at is not None:
            organization = Organization.objects.get(pk=each.organization_pk)
            offset_late(organization, each.offset_usd, each.revision, each.reconciled_at, actor)
        for correction in each.corrections:
            _record_correction(public_ids[each.organization_pk], correction, actor)
    _count(batch, merged)
    events = {public_ids[pk]: details for pk, details in _details(batch, merged).items()}
    if events:
        record_for_each("runs.imported", events, actor=actor)
    return [refusal for each in merged for refusal in each.refusals]


def _count(batch: Batch, merged: list[Merged]) -> None:
    """Add what was merged to the batch, and save it. Rows that were refused are counted one by one."""
    for each in merged:
        for name, value in each.counts.items():
            if name not in ("read", "refused"):
                setattr(batch, name, getattr(batch, name) + value)
    batch.save()


def _details(batch: Batch, merged: list[Merged]) -> dict[int, dict[str, str | int | None]]:
    """Return the event details of each organization that changed, by its primary key; its counts are summed."""
    changed = {each.organization_pk: each.revision for each in merged if each.revision is not None}
    details: dict[int, dict[str, str | int | None]] = {}
    for pk, revision in changed.items():
        counts = [each.counts for each in merged if each.organization_pk == pk]
        summed = {name: sum(each.get(name, 0) for each in counts) for name in _IN_EVENT}
        moved = sum((each["usage_moved_usd"] for each in counts), Decimal(0))
        details[pk] = {"batch": batch.pk, **summed, "total_cost_usd": format_usd(moved), "revision": revision}
    return details


def _record_correction(organization_id: str, run: Finding, actor: Actor) -> None:
    changes: Mapping[str, tuple[str | int | None, str | int | None]] = {
        "total_cost_usd": (_usd(run.old_total_cost_usd), _usd(run.total_cost_usd)),
        **{name: (_units(getattr(run, f"old_{name}")), _units(getattr(run, name))) for name in UNIT_COUNTS},
        **{name: (getattr(run, f"old_{name}"), getattr(run, name)) for name in TOKEN_COUNTS},
    }
    record(
        "run.corrected",
        organization_id=organization_id,
        actor=actor,
        target=Target("run", run.run_id),
        changes={name: pair for name, pair in changes.items() if pair[0] != pair[1]},
        details={"run_id": run.run_id},
    )


def _units(number: Decimal | None) -> str | None:
    return None if number is None else format_units(number)


def _usd(amount: Decimal | None) -> str | None:
    return None if amount is None else format_usd(amount)
