"""Add balance entries from a payment provider's webhook, which may deliver events twice, late or in any order.

For a Django project in which this site is installed, or for any process with this site's environment, such as
DATABASE_URL and SECRET_KEY: importing this module sets Django up if nothing else did.
"""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import django
from asgiref.sync import sync_to_async
from django.apps import apps

if not apps.ready:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()

# Models can be imported only once Django is set up.
from billing_access.billing.operators import add_balance_entry
from orgs import actors
from orgs.models import Organization

KINDS = {"payment.succeeded": ("top_up", 1), "refund.succeeded": ("refund", -1)}


class UnknownCustomer(LookupError):
    """No organization has this external id. Answer the provider with an error, so that it delivers the event again."""


def on_event(event: Mapping[str, Any]) -> bool:
    """Add the balance entry of an event; return False if its type has none. Raises UnknownCustomer.

    The caller must have verified the event's signature with the provider's library. ``event`` has id, type, created
    (Unix seconds), and in data the customer (the organization's external id) and the amount in cents. The id of the
    event is the reference, so delivering it again adds nothing.
    """
    if event["type"] not in KINDS:
        return False
    kind, sign = KINDS[event["type"]]
    customer = event["data"]["customer"]
    organization = Organization.objects.filter(external_id=customer).first()
    if organization is None:
        raise UnknownCustomer(
            f"No organization has the external id {customer!r}; sync_organization --external-id sets it."
        )
    add_balance_entry(
        organization,
        kind=kind,
        amount_usd=sign * Decimal(event["data"]["amount"]) / 100,
        reference=event["id"],
        occurred_at=datetime.fromtimestamp(event["created"], UTC),
        actor=actors.command("payment webhook"),
    )
    return True


async def on_event_async(event: Mapping[str, Any]) -> bool:
    """Do what ``on_event`` does from an async handler: in a thread, since Django refuses database calls in a loop."""
    return await sync_to_async(on_event)(event)
