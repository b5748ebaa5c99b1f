"""Giving an organization another slug, its name in URLs. The old one leads its members there for 90 days."""

from datetime import timedelta
from typing import Final

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from billing_audit.record import Actor, record
from orgs.access import require, require_recent_authentication
from orgs.actors import organization_target
from orgs.mail.notify import notify
from orgs.models import FormerSlug, Organization
from orgs.names import KEPT_FOR, is_free
from orgs.roles import MANAGE_MEMBERS, Role
from orgs.services.members import lock_members

WINDOW: Final = timedelta(hours=24)
RENAMES_A_DAY: Final = 3


@transaction.atomic
def rename_organization(organization: Organization, *, slug: str, actor: Actor) -> Organization:
    """Give the organization another slug; the same changes nothing. Nobody else gets the old one for 90 days.

    Raises PermissionDenied for an actor who may not manage members, ReauthenticationRequired, and ValidationError for
    an invalid slug, for one that another organization has or had, and after three renames in 24 hours.
    """
    lock_members(organization)
    current = Organization.objects.get(pk=organization.pk)
    require(actor, current, MANAGE_MEMBERS)
    before, current.slug = current.slug, slug.strip()
    if current.slug == before:
        return current
    require_recent_authentication(actor, current)
    current.clean_fields(exclude=[field.name for field in Organization._meta.fields if field.name != "slug"])
    _require_few(current)
    if not is_free(current.slug, current):
        raise _not_available()
    try:
        with transaction.atomic():
            current.save(update_fields=["slug"])
    except IntegrityError:
        # Another organization took it, or gave it up, at the same moment.
        raise _not_available() from None
    FormerSlug.objects.create(organization=current, slug=before, given_up_at=timezone.now())
    _tell(current, before, actor)
    return current


def _require_few(organization: Organization) -> None:
    recent = FormerSlug.objects.filter(organization=organization, given_up_at__gt=timezone.now() - WINDOW)
    times = list(recent.order_by("-given_up_at").values_list("given_up_at", flat=True)[:RENAMES_A_DAY])
    if len(times) == RENAMES_A_DAY:
        free_at = (times[-1] + WINDOW).replace(second=0, microsecond=0) + timedelta(minutes=1)
        raise ValidationError(
            {"slug": f"{RENAMES_A_DAY} changes in 24 hours are the most. Try again after {free_at:%Y-%m-%d %H:%M} UTC."}
        )


def _not_available() -> ValidationError:
    # The same for a slug in use, one given up lately and one of a deleted organization: it tells of no other customer.
    return ValidationError({"slug": "This name is not available. Choose another."})


def _tell(organization: Organization, before: str, actor: Actor) -> None:
    notify(
        "orgs/email/renamed.txt",
        organization=organization,
        roles=[Role.OWNER],
        context={
            "by": actor.name if actor.kind == "user" else "The platform's staff",
            "before": before,
            "days": KEPT_FOR.days,
        },
    )
    record(
        "organization.renamed",
        organization_id=organization.public_id,
        actor=actor,
        target=organization_target(organization),
        changes={"slug": (before, organization.slug)},
    )
