"""What counts as proof of who the signed-in person is, and when they last gave it in the current session."""

import time
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest

from accounts.models import User
from accounts.second_factor import second_factor_since

_REMEMBERED: Final = "proofs_of_identity"


class Proof(StrEnum):
    """How a person proved who they are. The first two are the names by which django-allauth records them."""

    PASSWORD = "password"  # noqa: S105 (a name)
    CODE = "mfa"
    AT_PROVIDER = "at_provider"
    NEW_SECOND_FACTOR = "new_second_factor"


_WITH_SECOND_FACTOR: Final = frozenset({Proof.CODE, Proof.NEW_SECOND_FACTOR})


def proved_at(request: HttpRequest, person: User) -> datetime | None:
    """Return when the person last proved who they are in the current session; None if they never did. One query.

    A person with a second factor does so with that second factor alone: by a code or recovery code, or by setting it
    up. Anybody else also does so by the password, or at the provider when the page for that led there; signing in there
    is no proof.
    """
    since = second_factor_since(person.pk)
    accepted, earliest = (frozenset(Proof), 0) if since is None else (_WITH_SECOND_FACTOR, since.timestamp())
    proofs = [*_recorded_by_allauth(request, person), *_remembered(request, person).items()]
    times = [at for proof, at in proofs if proof in accepted and at >= earliest]
    return datetime.fromtimestamp(max(times), UTC) if times else None


def remember_proof(request: HttpRequest, person: User, proof: Proof, at: float | None = None) -> None:
    """Store in the session a proof that django-allauth does not record. ``at`` is in seconds since 1970, or now."""
    at = time.time() if at is None else at
    request.session[_REMEMBERED] = {"user": str(person.pk), "at": {**_remembered(request, person), proof: at}}


def _recorded_by_allauth(request: HttpRequest, person: User) -> list[tuple[str, float]]:
    return [(record["method"], float(record["at"])) for record in get_authentication_records(request, person)]


def _remembered(request: HttpRequest, person: User) -> dict[str, float]:
    remembered = request.session.get(_REMEMBERED, {})
    return dict(remembered["at"]) if remembered.get("user") == str(person.pk) else {}
