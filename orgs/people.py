"""How orgs learns about people: the class that ``settings.BILLING_ACCESS["PEOPLE"]`` names.

Apart from ``get_user_model()``, orgs knows people through this class alone, and it signs nobody in. The default,
``SessionPeople``, works with any user model and Django's own sessions. Another class must have the same methods; derive
it from ``SessionPeople``.
"""

import time
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final

from django.contrib.auth import REDIRECT_FIELD_NAME, get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.signals import user_logged_in
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ValidationError
from django.db.models import Exists, Q
from django.dispatch import receiver
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.module_loading import import_string

from billing_audit.record import Actor
from orgs.models import Invitation
from orgs.settings import org_settings

_PROOF: Final = "proved_identity"


class SessionPeople:
    """People of any user model who sign in with ``django.contrib.auth.login`` and have a password."""

    def email_of(self, user: AbstractBaseUser) -> str:
        """Return the person's e-mail address; empty where there is none."""
        return str(getattr(user, user.get_email_field_name(), None) or "")

    def name_of(self, user: AbstractBaseUser) -> str:
        """Return the name to show to others: the full name, else the e-mail address, else the user name."""
        full_name = getattr(user, "get_full_name", str)()
        return str(full_name) or self.email_of(user) or user.get_username()

    def find_by_email(self, text: str) -> AbstractBaseUser | None:
        """Return the person with this address in any letter case; None if nobody or more than one person has it."""
        address = text.strip()
        if not address:
            return None
        matches = get_user_model()._default_manager.filter(**{f"{email_field()}__iexact": address})[:2]
        return matches[0] if len(matches) == 1 else None

    def active(self, prefix: str = "") -> Q:
        """Return the condition that a person may sign in; ``prefix`` is the path to the person, such as ``user__``."""
        return Q(**{f"{prefix}is_active": True})

    def staff(self, prefix: str = "") -> Q:
        """Return the condition that a person is platform staff; ``prefix`` as in ``active``."""
        return Q(**{f"{prefix}is_staff": True})

    def proved_at(self, request: HttpRequest) -> datetime | None:
        """Return when the signed-in person last proved who they are in this sign-in; None if they never did."""
        proof = request.session.get(_PROOF, {})
        is_of_this_person = request.user.is_authenticated and proof.get("user") == str(request.user.pk)
        return datetime.fromtimestamp(proof["at"], UTC) if is_of_this_person else None

    def prove_url(self, request: HttpRequest, next: str) -> str:
        """Return the URL where the signed-in person proves again who they are; it leads back to the path ``next``."""
        return f"{reverse('billing_orgs:prove-password')}?{urlencode({REDIRECT_FIELD_NAME: next})}"

    def second_factor(self, column: str) -> Exists | None:
        """Return the condition that the person whose primary key is in ``column`` has a second factor.

        It is part of the SELECT that reads a member's permissions. None means that people have no second factors here:
        no page offers to require them, and in an organization that already does, no ``manage_`` permission has effect.
        """
        return None

    def has_fixed_conditions(self) -> bool:
        """Tell whether ``active`` and ``second_factor`` return the same at any time.

        Then the gate of pages asks for them once in a process, which makes each page faster. A class that puts the
        present time into one of them must not say so.
        """
        return False

    def second_factor_url(self) -> str:
        """Return the URL where people set up their second factor; empty where people have none."""
        return ""

    def held_until(self, user: AbstractBaseUser) -> datetime | None:
        """Return until when this person may open nothing, because somebody else gave them a way to sign in.

        A time that has passed is None. An owner of an organization can confirm the person for it before. Here nobody
        is held: a host project that lets its staff reset passwords returns the time here.
        """
        return None

    def sign_up_url(self, invitation: Invitation) -> str:
        """Return the URL where a person without an account gets one; they then return to accept the invitation."""
        return redirect_to_login(reverse("billing_orgs:invitation")).url

    def create(self, email: str, actor: Actor) -> AbstractBaseUser:
        """Create a person with this address in the current transaction. Raises ValidationError where it cannot."""
        raise ValidationError({"email": f"Nobody has the address {email}. Create that person first."})

    def end_sessions_and_links(self, reason: str, actor: Actor) -> int | None:
        """End every session, and every link that lets people in, after a restore. Return the number of sessions.

        None means that this class cannot, so that the host project must.
        """
        return None


def get_people() -> SessionPeople:
    """Return an instance of the class that the settings name. Raises ImportError where there is no such class."""
    return _instance(org_settings.PEOPLE)


@cache
def _instance(path: str) -> SessionPeople:
    instance: SessionPeople = import_string(path)()
    return instance


def email_field(prefix: str = "") -> str:
    """Return the lookup path of the user model's e-mail field; ``prefix`` as in ``active``."""
    return f"{prefix}{get_user_model().get_email_field_name()}"


def has_second_factor(key: Any) -> bool:
    """Tell whether the person with this primary key has a second factor. One query."""
    condition = get_people().second_factor("pk")
    return condition is not None and get_user_model()._default_manager.filter(condition, pk=key).exists()


def proves_by_password() -> bool:
    """Tell whether people prove who they are on the password page of orgs.

    Its URL exists only then: on other sites it would be a second page to guess passwords on, without the limits of the
    site's own.
    """
    try:
        return getattr(import_string(org_settings.PEOPLE), "prove_url", None) is SessionPeople.prove_url
    except ImportError:  # The system check reports it.
        return False


def remember_proof(request: HttpRequest, user: AbstractBaseUser) -> None:
    """Store in the session that the person has proved who they are now."""
    request.session[_PROOF] = {"user": str(user.pk), "at": time.time()}


@receiver(user_logged_in)
def _remember_sign_in(sender: object, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any) -> None:
    """Count signing in as a proof.

    This is the only signal that orgs uses, since a view of the host project signs people in. ``last_login`` would not
    do: it belongs to the person, so that signing in elsewhere would also be a proof for a stolen session.
    """
    remember_proof(request, user)
