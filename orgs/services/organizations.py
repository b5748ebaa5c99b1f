"""Creating organizations, and changing their names, ids and settings. Each service is atomic and records its event."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from billing_audit.plain_text import composed
from billing_audit.record import Actor, Changes, record
from orgs.access import require, require_platform, require_recent_authentication
from orgs.actors import organization_target, person_key
from orgs.fields import typed_field, validate_time_zone
from orgs.mail.notify import notify_of_opening
from orgs.models import Organization
from orgs.names import is_free
from orgs.people import get_people, has_second_factor
from orgs.roles import MANAGE_MEMBERS, Role
from orgs.services.members import join


class CannotRequire(ValueError):
    """The second-factor rule cannot be turned on; the message says what to do first."""


@transaction.atomic
def create_organization(
    *,
    name: str,
    slug: str,
    owner: AbstractBaseUser | str,
    actor: Actor,
    external_id: str | None = None,
    time_zone: str | None = None,
) -> Organization:
    """Create an organization with its first owner: a person, or an e-mail address. The time zone is UTC by default.

    If the organization exists with these values and this owner, it is returned and nothing changes; None is not
    compared. If nobody has the address, ``create`` of ``PEOPLE`` creates that person or refuses. Raises ValidationError
    with a message for each invalid field, and PermissionDenied unless the actor is platform staff or a command.
    """
    require_platform(actor)
    organization = new_organization(name=name, slug=slug, external_id=external_id, time_zone=time_zone)
    existing = _existing(organization, owner, is_zone_given=time_zone is not None)
    if existing is not None:
        return existing
    if isinstance(owner, str):
        owner = _owner(owner.strip().lower(), actor)
    save_new(organization, actor)
    join(organization, owner, Role.OWNER, actor)
    return organization


def new_organization(*, name: str, slug: str, external_id: str | None, time_zone: str | None) -> Organization:
    """Return an organization that is not saved. Raises ValidationError with a message for each invalid field."""
    organization = Organization(
        name=name.strip(),
        slug=slug.strip(),
        external_id=typed_field("external_id", external_id or "") or None,
        time_zone=time_zone or "UTC",
    )
    organization.full_clean(validate_unique=False)
    return organization


def save_new(organization: Organization, actor: Actor) -> None:
    """Save a new organization, on the record. Raises ValidationError for a name of another. Only for services."""
    organization.validate_unique()
    _require_free_names(organization)
    organization.save()
    fields = ("name", "slug", "external_id", "time_zone")
    _record("organization.created", organization, actor, {name: (None, getattr(organization, name)) for name in fields})


@transaction.atomic
def identify_organization(
    organization: Organization, *, name: str | None = None, external_id: str | None = None, actor: Actor
) -> Organization:
    """Change an organization's name and the platform's own id for it. None leaves either as it is; "" removes the id.

    The same values change nothing. Raises ValidationError with a message for each invalid field, also for an id that is
    another organization's external id, slug or public id, and PermissionDenied unless the actor is platform staff or a
    command.
    """
    require_platform(actor)
    current = Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    before = {"name": current.name, "external_id": current.external_id}
    if name is not None:
        current.name = composed(name.strip())
    if external_id is not None:
        current.external_id = typed_field("external_id", external_id) or None
    changes = {field: (old, getattr(current, field)) for field, old in before.items() if getattr(current, field) != old}
    if not changes:
        return current
    _check(current)
    try:
        with transaction.atomic():
            current.save(update_fields=[*changes])
    except IntegrityError:
        raise _taken(current) from None
    _record("organization.changed", current, actor, changes)
    return current


@transaction.atomic
def set_time_zone(organization: Organization, time_zone: str, *, actor: Actor) -> Organization:
    """Change the IANA time zone in which the organization's pages count days and show times. The same changes nothing.

    Raises ValidationError for an unknown zone, and PermissionDenied for an actor who may not manage members.
    """
    current = Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    require(actor, current, MANAGE_MEMBERS)
    before = current.time_zone
    if before == time_zone:
        return current
    validate_time_zone(time_zone)
    current.time_zone = time_zone
    current.save(update_fields=["time_zone"])
    _record("organization.changed", current, actor, {"time_zone": (before, time_zone)})
    return current


@transaction.atomic
def set_second_factor_rule(organization: Organization, *, required: bool, actor: Actor) -> Organization:
    """Require a second factor for ``manage_`` permissions in the organization, or stop. The same changes nothing.

    Raises PermissionDenied for an actor who may not manage members, ReauthenticationRequired, and CannotRequire for a
    member without a second factor, who would be locked out.
    """
    locked = Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    require(actor, locked, MANAGE_MEMBERS)
    if locked.requires_second_factor == required:
        return locked
    require_recent_authentication(actor, locked)
    if required and actor.kind == "user" and not has_second_factor(person_key(actor)):
        raise CannotRequire("Set up a second factor for your own account first. Then you can require it from others.")
    locked.requires_second_factor = required
    locked.save(update_fields=["requires_second_factor"])
    changes = {"requires_second_factor": (not required, required)}
    _record("organization.second_factor_rule_changed", locked, actor, changes)
    if not required:
        by = actor.name if actor.kind == "user" else "The platform's staff"
        notify_of_opening(locked, f"{by} stopped requiring a second factor from those who manage the organization.")
    return locked


def _record(action: str, organization: Organization, actor: Actor, changes: Changes) -> None:
    target = organization_target(organization)
    record(action, organization_id=organization.public_id, actor=actor, target=target, changes=changes)


def _existing(new: Organization, owner: AbstractBaseUser | str, *, is_zone_given: bool) -> Organization | None:
    """Return the organization with the values of the new one and this owner; None if there is none."""
    person = get_people().find_by_email(owner) if isinstance(owner, str) else owner
    if person is None:
        return None
    values = {"slug": new.slug, "name": new.name}
    if new.external_id is not None:
        values["external_id"] = new.external_id
    if is_zone_given:
        values["time_zone"] = new.time_zone
    return Organization.objects.filter(memberships__user=person.pk, memberships__role=Role.OWNER, **values).first()


def _owner(email: str, actor: Actor) -> AbstractBaseUser:
    person = get_people().find_by_email(email)
    if person is not None and not person.is_active:
        raise ValidationError({"owner": f"The account {email} is deactivated. Name another owner."})
    return person or get_people().create(email, actor)


def _check(organization: Organization) -> None:
    organization.full_clean(validate_unique=False)
    external_id = organization.external_id
    if external_id is None:
        return
    if not is_free(external_id, organization):
        raise _taken(organization)


def _require_free_names(organization: Organization) -> None:
    """Raise ValidationError for a slug or external id that another organization has as any of its names, or had."""
    faults = {
        field: f"{name!r} is, or was, a name of another organization. Choose another."
        for field, name in (("slug", organization.slug), ("external_id", organization.external_id))
        if name and not is_free(name, organization)
    }
    if faults:
        raise ValidationError(faults)


def _taken(organization: Organization) -> ValidationError:
    message = f"{organization.external_id!r} is already the id, slug or external id of another organization."
    return ValidationError({"external_id": [message]})
