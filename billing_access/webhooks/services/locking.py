"""Locks a webhook for a change, and checks that its actor may make it."""

from collections.abc import Collection

from django.core.exceptions import PermissionDenied

from billing_access.routes import WEBHOOK_TOPICS
from billing_access.webhooks.models import WebhookEndpoint
from billing_audit.record import Actor
from orgs.access import require
from orgs.models import Organization
from orgs.roles import MANAGE_BILLING_ACCESS
from orgs.services.members import lock_members


def lock_endpoint(endpoint: WebhookEndpoint, actor: Actor, topics: Collection[str] = ()) -> WebhookEndpoint:
    """Lock the members of the webhook's organization, then its row, until the transaction ends. Returns it re-read.

    Raises PermissionDenied for an actor who may not manage billing access or have these topics, OrganizationClosed, and
    WebhookEndpoint.DoesNotExist for a webhook that was removed meanwhile, and for the platform's own.
    """
    organization = endpoint.organization
    if organization is None:
        raise WebhookEndpoint.DoesNotExist("The platform's own webhook is a setting.")
    lock_members(organization)
    require_topics(actor, organization, topics)
    rows = WebhookEndpoint.objects.select_for_update(of=("self",), no_key=True).select_related("organization", "holder")
    return rows.get(pk=endpoint.pk, organization=organization)


def require_topics(actor: Actor, organization: Organization, topics: Collection[str]) -> None:
    """Raise PermissionDenied unless the actor may manage billing access there, and may have these topics sent."""
    require(actor, organization, MANAGE_BILLING_ACCESS)
    for permission in sorted(permissions_for(topics) - {MANAGE_BILLING_ACCESS}):
        require(actor, organization, permission)


def permissions_for(topics: Collection[str]) -> frozenset[str]:
    """Return the permissions that a member needs to hold a webhook with these topics."""
    return frozenset({MANAGE_BILLING_ACCESS}).union(*(WEBHOOK_TOPICS[each].permissions for each in topics))


def require_member(actor: Actor) -> None:
    """Raise PermissionDenied unless the actor is a member: a webhook needs one whose rights it has."""
    if actor.kind != "user":
        raise PermissionDenied("Only a member holds a webhook. A command or platform staff cannot.")
