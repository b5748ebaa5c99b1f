"""An identity of the provider that waits in the session until the person has proved that it may sign them in."""

import time
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any, Final

from allauth.socialaccount.models import SocialLogin
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from accounts.models import User
from accounts.provider_identities import provider_name, tie_identity
from billing_audit.request_context import origin_of
from orgs import actors
from orgs.people import get_people

_PENDING: Final = "provider_to_tie"
_LIFETIME: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class PendingTie:
    """An identity, and the person that it names. ``agreed``: on the page that asks, as a sign-in elsewhere is not."""

    person: str
    provider: str
    uid: str
    data: dict[str, Any]
    next: str
    at: float
    agreed: bool = False


def hold(request: HttpRequest, person: User, sociallogin: SocialLogin) -> None:
    """Keep the identity in the session for ten minutes."""
    account = sociallogin.account
    _store(
        request,
        PendingTie(
            person=str(person.pk),
            provider=account.provider,
            uid=account.uid,
            data=account.extra_data,
            next=sociallogin.state.get("next") or "",
            at=time.time(),
        ),
    )


def pending(request: HttpRequest) -> tuple[PendingTie, User] | None:
    """Return the identity that waits in the current session, and the person; None if there is none, or no longer."""
    stored = request.session.get(_PENDING)
    if stored is None or time.time() - stored["at"] >= _LIFETIME / timedelta(seconds=1):
        return None
    person = User.objects.filter(pk=stored["person"], is_active=True).first()
    return None if person is None else (PendingTie(**stored), person)


def agree(request: HttpRequest, tie: PendingTie) -> None:
    """Let the sign-in that follows tie the identity, once it is complete."""
    _store(request, PendingTie(**{**asdict(tie), "agreed": True}))


def complete(request: HttpRequest, person: User) -> None:
    """Tie the identity to the person who has just signed in, if it waits for them and they agreed. Forget it if not."""
    waiting = pending(request)
    request.session.pop(_PENDING, None)
    if waiting is None or waiting[1] != person or not waiting[0].agreed:
        return
    tie = waiting[0]
    actor = actors.as_member(person, origin_of(request), get_people().proved_at(request))
    try:
        tie_identity(person, provider=tie.provider, uid=tie.uid, data=tie.data, actor=actor)
    except PermissionDenied as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"From now on {provider_name()} signs you in.")


def _store(request: HttpRequest, tie: PendingTie) -> None:
    request.session[_PENDING] = asdict(tie)
