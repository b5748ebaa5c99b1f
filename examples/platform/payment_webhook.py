"""Move balances with a payment provider's webhook. It may be delivered twice, late, or in another order."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from billing_access.billing.operators import add_balance_entry
from orgs import actors
from orgs.models import Organization

KINDS = {"payment.succeeded": ("top_up", 1), "refund.succeeded": ("refund", -1)}


def on_event(event: Mapping[str, Any]) -> bool:
    """Book one event whose signature the caller has checked with the provider's library; False where it books none.

    ``event``: id, type, created (Unix seconds), and in data the customer (the organization's external id) and the
    amount in cents. The provider's id of the event is the reference: the same event again adds nothing.
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
