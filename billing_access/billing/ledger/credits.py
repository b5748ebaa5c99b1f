"""Credits runs: a customer gets back a part of what a run cost. The cost that was fed stays as it is."""

from datetime import datetime
from decimal import Decimal
from typing import Final

from django.db import connection, transaction

from billing_access.billing.identifiers import LONGEST_RUN_ID, stored_form
from billing_access.billing.ledger.account_lock import lock_accounts, move_totals
from billing_access.billing.ledger.changes import InvalidChange, check_time, exact_amount, is_ahead, record_change
from billing_access.billing.ledger.entries import check_reference, offset_late, reconciled_since
from billing_access.billing.models import BalanceEntry, CostStatus, Reconciliation, Run, RunCredit
from billing_access.billing.money import format_usd
from billing_access.billing.rollups import SUMMED_COLUMNS, move
from billing_audit.canonical_json import write_time
from billing_audit.record import Actor
from orgs.access import require_platform
from orgs.models import Organization

_OTHER_COLUMNS: Final = ", ".join(f"r.{name}" for name in SUMMED_COLUMNS if name != "credited_usd")
# The run as it was summed before its last credit, and as it is summed now.
_MOVED_RUN: Final = f"""(
    SELECT r.organization_id, {_OTHER_COLUMNS}, c.credited_usd, c.sign
    FROM billing_run r, LATERAL (VALUES (r.credited_usd - %(amount)s::numeric, -1), (r.credited_usd, 1))
        AS c(credited_usd, sign)
    WHERE r.id = %(run)s::bigint)"""  # noqa: S608 (constants only)
_MOVE_ROLLUPS: Final = f"WITH {move(_MOVED_RUN)} SELECT"
_CREDIT: Final = """
UPDATE billing_run SET credited_usd = credited_usd + %(amount)s::numeric, revision = %(revision)s::bigint,
       cost_updated_at = statement_timestamp()
WHERE id = %(run)s::bigint
"""


@transaction.atomic
def credit_run(
    organization: Organization, run_id: str, *, amount_usd: Decimal, reference: str, occurred_at: datetime, actor: Actor
) -> RunCredit:
    """Credit an amount on a final run; for a reference that is recorded already, return its credit.

    The run's cost, sums and the balance fall by the amount, and the run gets a new revision; the cost that was fed
    stays as it is. If the credit occurred by the last reconciliation, an adjustment offsets it at that instant. Raises
    InvalidChange for a run that is unknown, voided or not final, for an amount that is not positive, has more than ten
    decimals or exceeds what is left of the cost, for a time in the future, and for a reference that is recorded with
    another run or amount, as another change, or for a credit that was voided; and PermissionDenied.
    """
    require_platform(actor)
    reference = check_reference(reference)
    amount = exact_amount(amount_usd)
    if amount <= 0:
        raise InvalidChange(f"A credit is positive, not {format_usd(amount)}.")
    check_time(occurred_at)
    lock_accounts([organization.pk], create=False)
    existing = _existing(organization, reference)
    if existing is not None:
        return _repeated(existing, run_id, amount)
    if is_ahead(occurred_at):
        raise InvalidChange(f"{write_time(occurred_at)} is in the future; record the credit once it has occurred.")
    run = _creditable(organization, run_id, amount)
    late_for = reconciled_since(organization, occurred_at)
    late = Decimal(0) if late_for is None else amount
    revision = move_totals({organization.pk: -amount}, entries={organization.pk: -late})[organization.pk]
    _lower(run, amount, revision)
    credit = RunCredit.objects.create(
        organization=organization,
        run_id=run.run_id,
        amount_usd=amount,
        reference=reference,
        occurred_at=occurred_at,
        revision=revision,
    )
    details = {"run_id": run.run_id, "reference": reference, "amount_usd": format_usd(amount)}
    record_change("run.credited", organization, actor, details=details)
    if late_for is not None:
        offset_late(organization, -late, revision, late_for, actor)
    return credit


def _lower(run: Run, amount: Decimal, revision: int) -> None:
    """Lower what the run and its rollups show by the amount."""
    parameters: dict[str, int | Decimal] = {"run": run.pk, "amount": amount, "revision": revision}
    with connection.cursor() as cursor:
        cursor.execute(_CREDIT, parameters)
        cursor.execute(_MOVE_ROLLUPS, parameters)


def _existing(organization: Organization, reference: str) -> RunCredit | None:
    for model, name in ((Reconciliation, "reconciliation"), (BalanceEntry, "balance entry")):
        if model.objects.filter(organization=organization, reference=reference).exists():
            raise InvalidChange(f"The reference {reference!r} is already used by a {name}. Choose another.")
    return RunCredit.objects.filter(organization=organization, reference=reference).first()


def _repeated(existing: RunCredit, run_id: str, amount: Decimal) -> RunCredit:
    known = f"The reference {existing.reference!r} is already used by a credit of {format_usd(existing.amount_usd)}"
    if (existing.run_id, existing.amount_usd) != (stored_form(run_id, LONGEST_RUN_ID), amount):
        raise InvalidChange(
            f"{known} on the run {existing.run_id!r}; credits never change. Record another one with a new reference."
        )
    if existing.void_revision is not None:
        raise InvalidChange(
            f"{known} that was voided with its run {existing.run_id!r}. If the run was fed again and is to be credited "
            "again, choose another reference."
        )
    return existing


def _creditable(organization: Organization, run_id: str, amount: Decimal) -> Run:
    """Return the run to credit. The caller holds the account's lock, so its cost and credits stay as they are."""
    stored_id = stored_form(run_id, LONGEST_RUN_ID)
    run = None if stored_id is None else Run.objects.filter(organization=organization, run_id=stored_id).first()
    if run is None:
        raise InvalidChange(f"{organization.slug} has no run {run_id!r}, or it is void.")
    if run.cost_status != CostStatus.FINAL or run.total_cost_usd is None:
        raise InvalidChange(f"The run {run_id!r} is {run.cost_status}; only final runs are credited.")
    left = run.total_cost_usd - run.credited_usd
    if amount > left:
        raise InvalidChange(
            f"The run {run_id!r} cost {format_usd(run.total_cost_usd)} and {format_usd(run.credited_usd)} of it is "
            f"credited; {format_usd(amount)} is more than the {format_usd(left)} that is left."
        )
    return run
