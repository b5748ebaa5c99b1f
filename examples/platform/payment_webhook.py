"""Add balance entries from a payment provider's webhook, which may deliver events twice, late or in any order."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from billing_access.billing.operators import add_balance_entry
from orgs import actors
from orgs.models import Organization

KINDS = {"payment.succeeded": ("top_up", 1), "refund.succeeded": ("refund", -1)}


def on_event(event: Mapping[str, Any]) -> bool:
    """Add the balance entry of an event; return False if its type has none.

    The caller must have verified the event's signature with the provider's library. ``event`` has id, type, created
    (Unix seconds), and in data the customer (the organization's external id) and the amount in cents. The id of the
    event is the reference, so delivering it again adds nothing.
    """
    if event["type"] not in KINDS:
        return False
    kind, sign = KINDS[event["type"]]
    add_balance_entry(
        Organization.objects.get(external_id=event["data"]["customer"]),
        kind=kind,
        amount_usd=sign * Decimal(event["data"]["amount"]) / 100,
        reference=event["id"],
        occurred_at=datetime.fromtimestamp(event["created"], UTC),
        actor=actors.command("payment webhook"),
    )
    return True
