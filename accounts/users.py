"""Creating people and changing their names. Each service is atomic, checks its actor and records its event."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from accounts.addresses import address_taken, lock_addresses, require_free
from accounts.link_salt import password_links
from accounts.models import User
from accounts.person_events import record_person, record_sign_in_change
from accounts.staff_rights import lock_to_add
from billing_audit.plain_text import composed
from billing_audit.record import Actor
from billing_audit.request_context import Origin
from orgs import actors
from orgs.fields import typed_field
from orgs.models import Invitation, Membership
from orgs.services import invitations
from orgs.settings import org_settings


@transaction.atomic
def create_user(*, email: str, password: str | None = None, name: str = "", reason: str = "", actor: Actor) -> User:
    """Create a person, who is told by e-mail. Without a password they cannot sign in until they set one.

    A password that is given here is preset: the person replaces it when they first sign in.

    Raises ValidationError for an address that is malformed or in use (in any letter case), and PermissionDenied unless
    the actor is a command or staff who may add users.
    """
    lock_to_add(actor)
    user = _new_user(email=email, password=password, name=name, is_preset=password is not None)
    where = f"{org_settings.BASE_URL}{reverse('forgotten')}"
    what = f"An account was made for you. To sign in for the first time, ask for a link to set a password: {where}"
    record_sign_in_change("user.created", user, actor, what=what, reason=reason)
    return user


@transaction.atomic
def accept_as_new_person(invitation: Invitation, *, name: str, password: str, origin: Origin) -> Membership:
    """Create an account for the invited address and make it a member. People cannot create an account in another way.

    Raises InvitationVoid, and ValidationError for a weak password or an address that has an account.
    """
    current = invitations.lock_usable(invitation)
    validate_password(password, User(email=current.email, name=name))
    user = _new_user(email=current.email, password=password, name=name)
    record_person("user.created", user, actors.as_member(user, origin))
    return invitations.use(current, user, actors.as_member(user, origin))


@transaction.atomic
def rename(person: User, *, name: str, actor: Actor) -> User:
    """Change the person's own name, which others see. The event does not contain it. The same name changes nothing.

    Raises PermissionDenied for any other actor, and ValidationError for a name that is too long.
    """
    if (actor.kind, actor.id) != ("user", str(person.pk)):
        raise PermissionDenied("Only the person can change their own name.")
    current = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    name = composed(name.strip())
    if current.name == name:
        return current
    current.name = name
    current.full_clean(exclude=["password"])
    current.save(update_fields=["name"])
    record_person("user.renamed", current, actor)
    return current


@transaction.atomic
def forget_preset_password(person: User, *, actor: Actor) -> User:
    """Make a password that somebody else chose unusable, since the person signs in at the provider.

    Nothing changes for another password. Raises PermissionDenied unless the actor is the person.
    """
    if (actor.kind, actor.id) != ("user", str(person.pk)):
        raise PermissionDenied("A preset password ends when the person signs in.")
    current = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    if current.password_is_preset:
        current.set_password(None)
        current.save(update_fields=["password", "password_is_preset"])
        what = "The password that somebody else had set for you does not work any more: you sign in at the provider."
        record_sign_in_change("user.password_removed", current, actor, what=what)
    return current


def _new_user(*, email: str, password: str | None, name: str, is_preset: bool = False) -> User:
    """Create a person. Raises ValidationError for an address that is malformed or in use."""
    user = User(email=typed_field("email", email.lower()), name=name.strip())
    user.set_password(password)
    user.password_is_preset = is_preset
    lock_addresses(user.email)
    require_free(user.email)
    user.full_clean()
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as error:
        raise address_taken(user.email) from error
    return user


def signed_in(request: HttpRequest) -> User:
    """Return the signed-in person. Raises TypeError for an anonymous visitor."""
    if not isinstance(request.user, User):
        raise TypeError("an anonymous visitor has no account")
    return request.user


def password_path(user: User) -> str:
    """Return the path of a new link to set the person's password. It works once, within three days."""
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return reverse("set-password", args=[uid, password_links.make_token(user)])
