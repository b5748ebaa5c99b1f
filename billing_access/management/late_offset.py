"""Says that what a command recorded was offset, because it occurred by the last reconciliation."""

from billing_access.billing.ledger.entries import LATE
from billing_access.billing.models import BalanceEntry
from billing_access.billing.money import format_usd
from billing_audit.canonical_json import write_time
from orgs.models import Organization


def late_offset(organization: Organization, revision: int) -> str | None:
    """Return a sentence about the adjustment that offsets what was recorded at this revision; None without one."""
    offset = BalanceEntry.objects.filter(organization=organization, reference=f"{LATE}{revision}").first()
    if offset is None:
        return None
    return (
        f"It occurred by the last reconciliation ({write_time(offset.occurred_at)}), so an adjustment of "
        f"{format_usd(offset.amount_usd)} USD (reference {offset.reference}) keeps the reported balance."
    )
