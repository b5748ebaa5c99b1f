"""The class through which orgs learns about the people of the stand-alone site."""

from datetime import datetime

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from accounts.models import User
from accounts.proof import proved_at
from accounts.restores import end_sessions_and_links
from accounts.users import create_user
from billing_audit.record import Actor
from orgs.models import Invitation
from orgs.people import SessionPeople


class AccountsPeople(SessionPeople):
    """People who sign in through django-allauth: by e-mail, with a second factor if they have one, or at a provider."""

    def find_by_email(self, text: str) -> User | None:
        """Return the person with this address, by the unique index: addresses are stored in lower case."""
        return User.objects.filter(email=text.strip().lower()).first()

    def proved_at(self, request: HttpRequest) -> datetime | None:
        return proved_at(request, request.user) if isinstance(request.user, User) else None

    def prove_url(self, request: HttpRequest, next: str) -> str:
        methods = get_adapter().get_reauthentication_methods(request.user)
        url = methods[0]["url"] if methods else reverse("prove-by-provider")
        return f"{url}?{urlencode({REDIRECT_FIELD_NAME: next})}"

    def second_factor(self, column: str) -> Exists:
        return Exists(Authenticator.objects.filter(user_id=OuterRef(column), type=Authenticator.Type.TOTP))

    def has_fixed_conditions(self) -> bool:
        return True

    def second_factor_url(self) -> str:
        return reverse("mfa_index")

    def held_until(self, user: AbstractBaseUser) -> datetime | None:
        until = user.held_until if isinstance(user, User) else None
        return until if until is not None and until > timezone.now() else None

    def sign_up_url(self, invitation: Invitation) -> str:
        return reverse("sign-up")

    def create(self, email: str, actor: Actor) -> User:
        """Create a person without a password. Also raises PermissionDenied, as ``create_user`` does."""
        return create_user(email=email, actor=actor)

    def end_sessions_and_links(self, reason: str, actor: Actor) -> int:
        return end_sessions_and_links(reason=reason, actor=actor)
