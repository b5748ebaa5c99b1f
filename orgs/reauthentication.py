"""When the person behind a session last proved who they are."""

from datetime import UTC, datetime
from typing import Any, Final

from django.http import HttpRequest

# django-allauth's list of the proofs given in this session: sign-in, second factor, re-authentication.
METHODS: Final = "account_authentication_methods"


def authenticated_at(request: HttpRequest) -> datetime | None:
    """Return the time of the last proof in this session, None where there is none."""
    times = [float(method["at"]) for method in request.session.get(METHODS, ()) if "at" in method]
    return datetime.fromtimestamp(max(times), UTC) if times else None


def typed(request: HttpRequest) -> dict[str, Any]:
    """Return what was typed into this page's form before the person had to prove who they are, once."""
    return {}
