"""The demo's people, whose password is published. Outside the demo they cannot sign in."""

from collections.abc import Sequence
from typing import Any, Final

from allauth.account.auth_backends import AuthenticationBackend
from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import HttpRequest

from accounts.models import User

PASSWORD: Final = "demo-reads-billing"  # noqa: S105
# Every person of the demo has an address below this domain, which nobody can register (RFC 2606).
DOMAIN: Final = ".example"


def is_refused(user: Any) -> bool:
    """Tell whether this is a person of the demo on a site that is not the demo."""
    return not settings.DEMO and user.email.endswith(DOMAIN)


class SignInBackend(AuthenticationBackend):
    """allauth's backend. With DEMO=off it refuses the demo's people, and ends their sessions at the next request.

    It must come first: raising PermissionDenied keeps Django from asking the backends after it.
    """

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> Any:
        # The password is refused to everybody, since a person of the demo may have got another address.
        if not settings.DEMO and credentials.get("password") == PASSWORD:
            raise PermissionDenied("The published password of the demo signs nobody in.")
        user = super().authenticate(request, **credentials)
        if user is not None and is_refused(user):
            raise PermissionDenied("A person of the demo does not sign in outside it.")
        return user

    def get_user(self, user_id: Any) -> Any:
        user = super().get_user(user_id)
        return None if user is not None and is_refused(user) else user


@register(Tags.security, deploy=True)
def check_demo_people(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check, for ``check --deploy``, that the demo's people are not in the database. One query."""
    try:
        found = User.objects.filter(email__endswith=DOMAIN).order_by("email").values_list("email", flat=True)[:1]
        emails = list(found)
    except DatabaseError:
        # The check of the demo's figures reports it.
        return []
    fault = f"The database contains people of the demo, such as {emails[0]}." if emails else ""
    hint = "Use a new database. With DEMO=off these people cannot sign in."
    return [Error(fault, hint=hint, id="accounts.E001")] if fault else []
