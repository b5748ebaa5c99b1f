"""What organizations need to know about people, and the class that answers it.

Organizations know people through ``get_user_model()`` and this class alone; they sign nobody in.
``settings.BILLING_ACCESS["PEOPLE"]`` names the class. The default, ``SessionPeople``, works with any user model and
Django's own sessions; any other class has the same methods, and is best derived from it.
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

DEFAULT: Final = "orgs.people.SessionPeople"
_PROOF: Final = "proved_identity"


class SessionPeople:
    """People of any user model who sign in with ``django.contrib.auth.login`` and have a password."""

    def email_of(self, user: AbstractBaseUser) -> str:
        """Return the person's e-mail address; empty where there is none."""
        return str(getattr(user, user.get_email_field_name(), None) or "")

    def name_of(self, user: AbstractBaseUser) -> str:
        """Return what other people call the person: the full name, else the address, else the user name."""
        full_name = getattr(user, "get_full_name", str)()
        return str(full_name) or self.email_of(user) or user.get_username()

    def find_by_email(self, text: str) -> AbstractBaseUser | None:
        """Return the person with this address in any letter case; None if nobody or more than one person has it."""
        address = text.strip()
        if not address:
            return None
        found = get_user_model()._default_manager.filter(**{f"{email_field()}__iexact": address})[:2]
        return found[0] if len(found) == 1 else None

    def active(self, prefix: str = "") -> Q:
        """Return the condition that a person may sign in; ``prefix`` is the path to the person, such as ``user__``."""
        return Q(**{f"{prefix}is_active": True})

    def staff(self, prefix: str = "") -> Q:
        """Return the condition that a person is platform staff; ``prefix`` as in ``active``."""
        return Q(**{f"{prefix}is_staff": True})

    def proved_at(self, request: HttpRequest) -> datetime | None:
        """Return when the signed-in person last proved who they are in this session; None if they never did."""
        proof = request.session.get(_PROOF, {})
        is_theirs = request.user.is_authenticated and proof.get("user") == str(request.user.pk)
        return datetime.fromtimestamp(proof["at"], UTC) if is_theirs else None

    def prove_url(self, request: HttpRequest, next: str) -> str:
        """Return where the signed-in person proves again who they are and then returns to the path ``next``."""
        return f"{reverse('prove-password')}?{urlencode({REDIRECT_FIELD_NAME: next})}"

    def second_factor(self, column: str) -> Exists | None:
        """Return the condition that the person whose key is in ``column`` has a second factor.

        It is part of the one SELECT that reads a member's permissions. None: people have no second factors here, so no
        page offers to require them; where an organization requires them already, nobody manages anything.
        """
        return None

    def second_factor_url(self) -> str:
        """Return the page on which people set up their second factor; empty where there are none."""
        return ""

    def sign_up_url(self, invitation: Invitation) -> str:
        """Return where a person without an account goes to get one; then they return to accept the invitation."""
        return redirect_to_login(reverse("invitation")).url

    def create(self, email: str, actor: Actor) -> AbstractBaseUser:
        """Create the person with this address, in the current transaction. Raises ValidationError where it cannot."""
        raise ValidationError({"email": f"Nobody has the address {email}. Create the person first."})


def get_people() -> SessionPeople:
    """Return the instance of the class that the settings name. Raises ImportError where there is no such class."""
    return _instance(people_path())


def people_path() -> str:
    """Return the dotted path of the class that the settings name."""
    return org_settings.PEOPLE


@cache
def _instance(path: str) -> SessionPeople:
    instance: SessionPeople = import_string(path)()
    return instance


def email_field(prefix: str = "") -> str:
    """Return the path to the user model's field of addresses, to order and search by; ``prefix`` as in ``active``."""
    return f"{prefix}{get_user_model().get_email_field_name()}"


def has_second_factor(key: Any) -> bool:
    """Tell whether the person with this primary key has a second factor. One query."""
    condition = get_people().second_factor("pk")
    return condition is not None and get_user_model()._default_manager.filter(condition, pk=key).exists()


def proves_by_password() -> bool:
    """Tell whether people prove who they are on this app's own password page.

    The page exists only then: elsewhere it would be a second place to try passwords, past the limits of the first.
    """
    try:
        return getattr(import_string(people_path()), "prove_url", None) is SessionPeople.prove_url
    except ImportError:  # The system check reports it.
        return False


def remember_proof(request: HttpRequest, user: AbstractBaseUser) -> None:
    """Keep in the session that the person has proved who they are now."""
    request.session[_PROOF] = {"user": str(user.pk), "at": time.time()}


@receiver(user_logged_in)
def _remember_sign_in(sender: object, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any) -> None:
    """Count signing in as proof.

    No other signal takes part in what this app does. Here nothing else would do: a host's own view signs people in, and
    ``last_login`` belongs to the person, so a sign-in elsewhere would be a proof for a stolen session as well.
    """
    remember_proof(request, user)
