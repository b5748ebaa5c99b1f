"""Tying an identity at the platform's OpenID Connect provider to a person, so that it signs them in, and untying it."""

from typing import Any

from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.models import User
from accounts.person_events import record_sign_in_change
from accounts.second_factor import has_second_factor
from accounts.settings import account_settings
from billing_audit.record import Actor
from orgs.access import require_recent_authentication


class IdentityTaken(PermissionDenied):
    """The person signs in with another identity of the provider, or the identity is another person's."""


class NoOtherWayIn(PermissionDenied):
    """Without this identity the person could not sign in: they have no password."""


def has_proof_of_their_own(person: User) -> bool:
    """Tell whether the person has a password or a second factor here, by which they prove who they are."""
    return person.has_usable_password() or has_second_factor(person.pk)


@transaction.atomic
def tie_identity(person: User, *, provider: str, uid: str, data: dict[str, Any], actor: Actor) -> None:
    """Let the identity ``uid`` of the provider sign the person in. ``data`` is what the provider says of it.

    Raises PermissionDenied for an actor who is not the person, IdentityTaken, and ReauthenticationRequired for a person
    with a password or a second factor who has not proved who they are by these: an administrator of the provider can
    give any identity any address. An identity that is tied already changes nothing.
    """
    current = _lock(person, actor)
    tied = SocialAccount.objects.filter(provider=provider)
    if tied.filter(user=current, uid=uid).exists():
        return
    if tied.filter(user=current).exists() or tied.filter(uid=uid).exists():
        raise IdentityTaken(f"{current.email} signs in with another account of the provider.")
    by = ""
    if has_proof_of_their_own(current):
        require_recent_authentication(actor)
    else:
        # The provider's word is all that is known: its administrator can give an identity any address.
        by = f"somebody who signed in at {provider_name()} as {current.email}"
    SocialAccount.objects.create(user=current, provider=provider, uid=uid, extra_data=data)
    what = f"An account at {provider_name()} can now sign in as you."
    record_sign_in_change("user.provider_linked", current, actor, {"provider": (None, provider)}, what=what, by=by)


@transaction.atomic
def untie_identity(person: User, *, provider: str, actor: Actor) -> bool:
    """End that the person's identity of the provider signs them in; False if there is none.

    Raises PermissionDenied for an actor who is not the person, NoOtherWayIn, and ReauthenticationRequired.
    """
    current = _lock(person, actor)
    tied = SocialAccount.objects.filter(user=current, provider=provider)
    if not tied.exists():
        return False
    if not current.has_usable_password():
        raise NoOtherWayIn("Set a password first: without it you could not sign in any more.")
    require_recent_authentication(actor)
    tied.delete()
    what = f"Your account at {provider_name()} no longer signs you in."
    record_sign_in_change("user.provider_unlinked", current, actor, {"provider": (provider, None)}, what=what)
    return True


def provider_name() -> str:
    """Return the provider's name, as on the sign-in button."""
    return account_settings.OIDC["name"] if account_settings.OIDC else "the sign-in provider"


def _lock(person: User, actor: Actor) -> User:
    if (actor.kind, actor.id) != ("user", str(person.pk)):
        raise PermissionDenied("Only the person can change how they sign in.")
    return User.objects.select_for_update(no_key=True).get(pk=person.pk, is_active=True)
