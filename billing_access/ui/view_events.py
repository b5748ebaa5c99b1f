"""Records that a member has viewed billing data on a page."""

from django.db import transaction
from django.http import HttpRequest

from billing_audit.record import Json, record
from orgs import actors
from orgs.models import Organization


@transaction.atomic
def record_view(request: HttpRequest, organization: Organization, **details: Json) -> None:
    """Record a view on the organization's log. Call it before answering, so that nothing is shown without its event."""
    record(
        "billing.viewed",
        organization_id=organization.public_id,
        actor=actors.viewer(request),
        target=actors.organization_target(organization),
        details=details,
    )
