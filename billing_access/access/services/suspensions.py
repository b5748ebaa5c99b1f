"""Suspends billing reads for one organization or all, and lifts suspensions. Only platform staff may."""

from typing import Final

from django.db import transaction
from django.db.models.functions import Now
from procrastinate.contrib.django import app

from billing_access.access.models import Suspension
from billing_access.access.readers import organizations_with_readers, readers_of
from billing_access.access.services.audit_fields import reason_details
from billing_access.access.services.exceptions import InvalidChange
from billing_access.access.services.opening import end_what_waited
from billing_access.errors import BILLING_READS_SUSPENDED
from billing_audit.record import Actor, Json, Target, record
from orgs.access import require_platform, require_recent_authentication
from orgs.actors import organization_target
from orgs.mail.notify import notify
from orgs.models import Organization
from orgs.roles import Role

# The job is queued by its name: importing it from billing_access/tasks.py would be a circle.
TELL_OF_LIFTING: Final = "billing_access.tell_of_lifting"


@transaction.atomic
def suspend_billing_reads(organization: Organization | None, *, actor: Actor, reason: str) -> Suspension:
    """Refuse billing reads with keys until the suspension is lifted: for one organization, or with None for all.

    If they are suspended already, changes nothing. Raises PermissionDenied unless the actor is platform staff or a
    command, and InvalidChange without a reason.
    """
    require_platform(actor)
    if not reason.strip():
        raise InvalidChange("A suspension needs a reason.")
    # If two calls run at once, the unique constraint makes the second insert wait; it then finds the first one's row.
    suspension, is_new = Suspension.objects.get_or_create(
        organization=organization, lifted_at=None, defaults={"reason": reason.strip()}
    )
    if is_new:
        _record("billing_reads.suspended", suspension, actor, reason, (False, True))
    return suspension


@transaction.atomic
def lift_suspension(suspension: Suspension, *, actor: Actor, reason: str) -> Suspension:
    """End a suspension. Keys may then read what the other conditions allow. If it is lifted, changes nothing.

    Raises PermissionDenied unless the actor is platform staff or a command, ReauthenticationRequired, and InvalidChange
    without a reason.
    """
    locked = Suspension.objects.select_for_update(of=("self",)).select_related("organization").get(pk=suspension.pk)
    require_platform(actor)
    if not reason.strip():
        raise InvalidChange("Lifting a suspension needs a reason.")
    if locked.lifted_at is not None:
        return locked
    require_recent_authentication(actor, locked.organization)
    Suspension.objects.filter(pk=locked.pk).update(lifted_at=Now(), lifted_reason=reason.strip())
    locked.refresh_from_db(fields=["lifted_at", "lifted_reason"])
    end_what_waited(locked.organization, BILLING_READS_SUSPENDED, actor)
    _record("billing_reads.unsuspended", locked, actor, reason, (True, False))
    if locked.organization is None:
        app.configure_task(TELL_OF_LIFTING, allow_unknown=False).defer()
    return locked


@transaction.atomic
def tell_of_lifting() -> None:
    """Tell the owners of every organization with a key that can read, that no suspension of the platform stops it.

    The worker does it: there may be many organizations. Nothing while the platform is suspended again.
    """
    for organization in Organization.objects.filter(pk__in=organizations_with_readers()).order_by("pk"):
        _tell(
            organization, "", readers_of(organization).text, "The platform lifted its suspension of all billing reads."
        )


def _tell(organization: Organization, reason: str, readers: str, opened: str) -> None:
    name = "billing_reads_unsuspended" if opened else "billing_reads_suspended"
    notify(
        f"billing_access/email/{name}.txt",
        organization=organization,
        roles=(Role.OWNER,),
        context={"reason": reason.strip(), "readers": readers},
        opened=opened,
    )


def _record(action: str, suspension: Suspension, actor: Actor, reason: str, change: tuple[bool, bool]) -> None:
    """Record the change and, unless the suspension is for all organizations, e-mail the owners."""
    organization = suspension.organization
    details: dict[str, Json] = {**reason_details(reason)}
    if organization is not None:
        readers = readers_of(organization)
        details |= readers.details
        opened = "" if change[1] else "The platform lifted its suspension of billing reads."
        _tell(organization, reason, readers.text, opened)
    record(
        action,
        organization_id=organization.public_id if organization else None,
        actor=actor,
        target=organization_target(organization) if organization else Target("platform", ""),
        changes={"suspended": change},
        details=details,
    )
