"""Voids runs: takes them out of usage, sums and balance. They move, whole, to a table of their own."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final, NamedTuple

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from billing_access.access.key_format import refuse_keys
from billing_access.billing.identifiers import stored_form
from billing_access.billing.ingest.models import Batch
from billing_access.billing.ingest.void_sql import BY_BATCH, BY_ID, LEFT, ORGANIZATIONS, STATEMENTS, UNKNOWN
from billing_access.billing.ledger.account_lock import lock_accounts
from billing_access.billing.ledger.changes import InvalidChange, record_change, stored_text
from billing_access.billing.ledger.entries import offset_late
from billing_access.billing.money import format_usd
from billing_audit.record import Actor
from orgs.access import require_platform
from orgs.models import Organization

LONGEST_REASON: Final = 500
# So many unknown run ids are listed in an error.
_LISTED_IN_ERROR: Final = 20


@dataclass(frozen=True, slots=True)
class Voided:
    """The runs of one organization that were voided, or would be. Money in US dollars; costs are less their credits.

    ``offset_usd`` is the adjustment for those charged up to the last reconciliation. ``run_ids`` are the first 1,000
    in order. ``revision`` is None if nothing was changed. ``before_count``: how many were named that were void before.
    """

    organization: Organization
    run_count: int = 0
    total_cost_usd: Decimal = Decimal(0)
    offset_usd: Decimal = Decimal(0)
    run_ids: tuple[str, ...] = ()
    revision: int | None = None
    before_count: int = 0


class LeftRun(NamedTuple):
    """A run that voiding a batch leaves as it is: its organization's slug, its id and the reason."""

    organization: str
    run_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class BatchVoid:
    """What voiding a batch did, or would do: one item for each organization with voided runs, and the runs left."""

    voided: list[Voided]
    left: list[LeftRun]


@transaction.atomic
def void_runs(
    organization: Organization, run_ids: Collection[str], *, reason: str, actor: Actor, dry_run: bool = False
) -> Voided:
    """Void an organization's runs: they leave usage, sums and balance, and move to ``VoidedRun``.

    Runs that are voided already (``before_count``) are no change; if all are, nothing is recorded. ``dry_run`` changes
    nothing and returns what would be voided. Raises InvalidChange, and then voids nothing, for an id that the
    organization never had, for no ids, for a reason that is not 1 to 500 characters or holds a key, and for an offset
    that is too large for an entry; and PermissionDenied.
    """
    require_platform(actor)
    reason = _checked_reason(reason)
    # An id that ingest refuses stays as it is, and is named as unknown.
    ids = [*dict.fromkeys(stored_form(each) or each for each in run_ids)]
    if not ids:
        raise InvalidChange("Name at least one run.")
    if not dry_run:
        lock_accounts([organization.pk], create=False)
    _refuse_unknown(organization, ids)
    voided = _voided(organization, BY_ID, {"run_ids": ids}, {"reason": reason}, actor, dry_run)
    return replace(voided, before_count=len(ids) - voided.run_count)


def void_batch(batch: Batch, *, reason: str, actor: Actor, dry_run: bool = False) -> BatchVoid:
    """Void the runs that a batch added, in one transaction for each organization; return also the runs that are left.

    Left are runs that the batch only changed, and runs that another batch has changed since. If it is interrupted, or
    the import was still running, call it again: it voids the rest. Call it outside of a transaction. Raises
    InvalidChange for the reason and the offset, as ``void_runs`` does, and PermissionDenied.
    """
    require_platform(actor)
    reason = _checked_reason(reason)
    details = {"batch": batch.pk, "reason": reason}
    with connection.cursor() as cursor:
        cursor.execute(ORGANIZATIONS, [batch.pk])
        pks = [pk for (pk,) in cursor.fetchall()]
    voided = []
    for organization in Organization.objects.filter(pk__in=pks).order_by("pk"):
        with transaction.atomic(durable=True):
            if not dry_run:
                lock_accounts([organization.pk], create=False)
            voided.append(_voided(organization, BY_BATCH, {"batch": batch.pk}, details, actor, dry_run))
    return BatchVoid([each for each in voided if each.run_count], _left(batch))


def _voided(
    organization: Organization,
    condition: str,
    parameters: Mapping[str, Any],
    details: Mapping[str, Any],
    actor: Actor,
    dry_run: bool,
) -> Voided:
    """Void the runs of a locked account that meet the condition, and record it; in a dry run, only look."""
    look, void = STATEMENTS[condition]
    with connection.cursor() as cursor:
        cursor.execute(look if dry_run else void, {"organization": organization.pk, **parameters})
        row = cursor.fetchone()
    if row is None:
        return Voided(organization)
    run_count, total_cost_usd, offset_usd, reconciled_at, run_ids, revision = row
    voided = Voided(organization, run_count, total_cost_usd, offset_usd, tuple(run_ids), revision)
    if dry_run:
        return voided
    if offset_usd:
        offset_late(organization, offset_usd, revision, reconciled_at, actor)
    counts = {"run_count": run_count, "total_cost_usd": format_usd(total_cost_usd), "revision": revision}
    record_change("runs.voided", organization, actor, details={**details, **counts, "run_ids": run_ids})
    return voided


def _left(batch: Batch) -> list[LeftRun]:
    with connection.cursor() as cursor:
        cursor.execute(LEFT, {"batch": batch.pk})
        return [
            LeftRun(slug, run_id, _reason_left(batch, added_by, changed_by))
            for slug, run_id, added_by, changed_by in cursor.fetchall()
        ]


def _reason_left(batch: Batch, added_by: int | None, changed_by: int) -> str:
    if added_by == batch.pk:
        return f"batch {changed_by} has changed it since"
    before = "an import before batches were kept" if added_by is None else f"batch {added_by}"
    return f"batch {batch.pk} only changed it; {before} added it"


def _refuse_unknown(organization: Organization, ids: list[str]) -> None:
    unknown = [each for each in ids if stored_form(each) is None]
    if not unknown:
        with connection.cursor() as cursor:
            cursor.execute(UNKNOWN, {"organization": organization.pk, "run_ids": ids})
            unknown = [run_id for (run_id,) in cursor.fetchall()]
    if unknown:
        listed = ", ".join(map(repr, unknown[:_LISTED_IN_ERROR]))
        more = len(unknown) - _LISTED_IN_ERROR
        raise InvalidChange(
            f"{organization.slug} has no run {listed}{f' and {more} more' if more > 0 else ''}. Nothing was voided."
        )


def _checked_reason(reason: str) -> str:
    reason = stored_text("reason", reason)
    if not 1 <= len(reason) <= LONGEST_REASON:
        raise InvalidChange(f"A reason has 1 to {LONGEST_REASON} characters.")
    try:
        refuse_keys(reason)
    except ValidationError as error:
        raise InvalidChange(error.messages[0]) from None
    return reason
