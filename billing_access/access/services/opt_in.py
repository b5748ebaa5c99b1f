"""Turns an organization's programmatic billing reads on and off."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now
from django.utils import timezone

from billing_access.access.models import OptIn
from billing_access.access.readers import readers_of
from billing_access.access.services.audit_fields import actor_name, reason_details, sentence_start
from billing_access.access.services.exceptions import ChangeConflict, InvalidChange
from billing_access.access.services.opening import end_what_waited
from billing_access.errors import ORG_OPT_IN_REQUIRED
from billing_audit.record import Actor, Json, record
from orgs import actors
from orgs.access import require, require_recent_authentication
from orgs.actors import person_key
from orgs.mail.notify import notify
from orgs.models import Membership, Organization
from orgs.people import get_people
from orgs.roles import MANAGE_BILLING_ACCESS, Role
from orgs.services.ownerless import lacks_owner

LONGEST_DAYS: Final = 366


@transaction.atomic
def turn_on_billing_reads(
    organization: Organization,
    *,
    actor: Actor,
    reason: str = "",
    expected_version: int | None = None,
    days: int | None = None,
) -> OptIn:
    """Opt the organization in, for 1 to 366 days or, without ``days``, until someone turns it off.

    Changes nothing if it is on without a time limit and none is asked for. Raises PermissionDenied,
    ReauthenticationRequired, ChangeConflict if the opt-in's version is not ``expected_version``, and InvalidChange for
    another number of days and for a mirrored organization without an active owner.
    """
    opt_in = _locked(organization, actor, expected_version)
    require_recent_authentication(actor, organization)
    if lacks_owner(opt_in.organization):
        raise InvalidChange(f"{organization.name} has no active owner. Without one billing reads stay off.")
    if days is not None and not 1 <= days <= LONGEST_DAYS:
        raise InvalidChange(
            f"The time limit must be 1 to {LONGEST_DAYS} days, not {days}. Leave it empty for no limit."
        )
    if opt_in.is_on and opt_in.enabled_until is None and days is None:
        return opt_in
    until = timezone.now() + timedelta(days=days) if days is not None else None
    if not opt_in.is_on:
        end_what_waited(opt_in.organization, ORG_OPT_IN_REQUIRED, actor)
    return _change(opt_in, True, until, actor, reason)


@transaction.atomic
def turn_off_billing_reads(
    organization: Organization, *, actor: Actor, reason: str = "", expected_version: int | None = None
) -> OptIn:
    """Opt the organization out now. If it is off already, changes nothing.

    Raises PermissionDenied, and ChangeConflict if the opt-in's version is not ``expected_version``.
    """
    opt_in = _locked(organization, actor, expected_version)
    if not opt_in.enabled:
        return opt_in
    return _change(opt_in, False, None, actor, reason)


def end_opt_in(organization: Organization, actor: Actor, reason: str) -> None:
    """Opt a locked organization out, for an actor whose right to do so was checked."""
    if opt_in := OptIn.objects.filter(organization=organization, enabled=True).first():
        opt_in.organization = organization
        _change(opt_in, False, None, actor, reason)


def end_opt_in_without_owner(organization: Organization, actor: Actor) -> None:
    """Opt a locked organization out that has no active owner any more."""
    end_opt_in(organization, actor, "The organization has no active owner.")


def note_ended_opt_ins() -> int:
    """Turn off each opt-in whose time limit has passed, with its event and e-mail. Return how many there were.

    The decision has refused reads since the time limit; this only makes the end visible. It also turns off those of
    mirrored organizations without an active owner: a host project deactivates people without telling anybody here.
    """
    owners = Membership.objects.filter(
        get_people().active("user__"), organization=OuterRef("organization"), role=Role.OWNER
    )
    ownerless = Q(organization__mirror__isnull=False) & ~Exists(owners)
    ended = OptIn.objects.filter(Q(enabled_until__lte=Now()) | ownerless, enabled=True)
    return sum(_note_end(organization_pk) for organization_pk in list(ended.values_list("organization_id", flat=True)))


@transaction.atomic
def _note_end(organization_pk: int) -> bool:
    organization = _lock(organization_pk)
    enabled = OptIn.objects.filter(organization=organization, enabled=True)
    if enabled.filter(enabled_until__lte=Now()).exists():
        end_opt_in(organization, actors.command("opt_in_time_limit"), "The time limit has passed.")
        return True
    if lacks_owner(organization) and enabled.exists():
        end_opt_in_without_owner(organization, actors.command("opt_in_without_owner"))
        return True
    return False


def _locked(organization: Organization, actor: Actor, expected_version: int | None) -> OptIn:
    # This locks the organization's row, since an organization's first opt-in has no row yet that could be locked. The
    # actor's permission is read after the lock, since a change of the actor's role takes the same lock.
    organization = _lock(organization.pk)
    require(actor, organization, MANAGE_BILLING_ACCESS)
    stored = OptIn.objects.filter(organization=organization).select_related("changed_by").first()
    opt_in = stored or OptIn(organization=organization)
    opt_in.organization = organization
    if expected_version is not None and opt_in.version != expected_version:
        raise ChangeConflict(opt_in)
    return opt_in


def _lock(organization_pk: int) -> Organization:
    return Organization.objects.select_for_update(no_key=True).get(pk=organization_pk)


def _change(opt_in: OptIn, enabled: bool, until: datetime | None, actor: Actor, reason: str) -> OptIn:
    changes: dict[str, tuple[Json, Json]] = {"billing_reads": (_word(opt_in.is_on), _word(enabled))}
    if until or (opt_in.enabled_until and enabled):
        changes["until"] = (opt_in.enabled_until, until)
    opt_in.enabled, opt_in.enabled_until = enabled, until
    opt_in.version += 1
    opt_in.reason = reason.strip()
    opt_in.changed_at = timezone.now()
    opt_in.changed_by_kind, opt_in.changed_by_id = actor.kind, person_key(actor)
    opt_in.save()
    organization = opt_in.organization
    readers = readers_of(organization)
    notify(
        "billing_access/email/billing_reads_on.txt" if enabled else "billing_access/email/billing_reads_off.txt",
        organization=organization,
        roles=(Role.OWNER, Role.BILLING),
        context={
            "by": actor_name(actor),
            "reason": reason.strip(),
            "until": until,
            "readers": readers.text,
        },
        opened=f"{sentence_start(actor)} turned on programmatic billing reads." if enabled else "",
    )
    record(
        "billing_reads.enabled" if enabled else "billing_reads.disabled",
        organization_id=organization.public_id,
        actor=actor,
        target=actors.organization_target(organization),
        changes=changes,
        details={**reason_details(reason), **readers.details},
    )
    return opt_in


def _word(is_on: bool) -> str:
    return "on" if is_on else "off"
