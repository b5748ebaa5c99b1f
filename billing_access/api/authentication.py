"""Authenticates a request by its API key, from the ``x-api-key`` or the ``Authorization`` header and nowhere else."""

from dataclasses import replace
from typing import Any, Final

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from rest_framework.authentication import BaseAuthentication

from billing_access import errors
from billing_access.access.decision import KeyFacts, Refused, UnknownKey, Verdict, decide_key, facts_for_secret
from billing_access.access.key_format import Secret
from billing_access.access.last_use import note_use
from billing_access.api import rate_limits
from billing_access.errors import Refusal
from billing_audit.counting import count
from billing_audit.request_context import note_key_id, origin_of

REALM: Final = "billing"
UNAUTHORIZED: Final = 401


class ApiKeyAuthentication(BaseAuthentication):
    """Puts the facts of the request's key into ``request.auth``. ``request.user`` is anonymous: a key is no person.

    Raises Refused: ``missing_key`` without a credential; ``rate_limited`` if too many credentials from the same address
    have failed, revoked and expired keys among them; ``invalid_key`` for two credentials, a scheme other than Bearer,
    or a malformed or unknown key. Only a well-formed key costs a query. A use is stored at most once in ten minutes.
    """

    def authenticate(self, request: Any) -> tuple[AnonymousUser, KeyFacts]:
        """Return the anonymous user, whatever session the request has, and the facts of the key."""
        api_key, authorization = _credentials(request)
        address = origin_of(request).address
        rate_limits.refuse_after_failures(address)
        try:
            facts = facts_for_secret(_secret(api_key, authorization), address)
        except Refused as error:
            count("credential_failed", "unknown" if isinstance(error, UnknownKey) else "malformed")
            rate_limits.count_failure(address)
            raise
        note_key_id(facts.key_id)
        verdict = decide_key(facts)
        if verdict is None:
            note_use(facts)
        elif verdict.refusal.status == UNAUTHORIZED:
            count("credential_failed", "ended")
            rate_limits.count_failure(address)
        return AnonymousUser(), facts


class NoAuthentication(BaseAuthentication):
    """Of public routes: looks at no credential, so that neither a key nor a session changes the answer."""

    def authenticate(self, request: Any) -> tuple[AnonymousUser, None]:
        """Return the anonymous user and no key."""
        return AnonymousUser(), None


def challenge(refusal: Refusal, missing_scopes: tuple[str, ...] = ()) -> str:
    """Return the WWW-Authenticate value of RFC 6750 for a refusal."""
    if refusal is errors.MISSING_KEY:
        return f'Bearer realm="{REALM}"'
    if refusal is errors.INSUFFICIENT_SCOPE:
        return f'Bearer realm="{REALM}", error="insufficient_scope", scope="{" ".join(missing_scopes)}"'
    return f'Bearer realm="{REALM}", error="invalid_token", error_description="{refusal.title}"'


def _credentials(request: HttpRequest) -> tuple[Secret, Secret]:
    """Return the values of ``x-api-key`` and ``Authorization``. One may be empty; raises Refused if both are."""
    api_key = Secret(request.META.get("HTTP_X_API_KEY", "").strip())
    authorization = Secret(request.META.get("HTTP_AUTHORIZATION", "").strip())
    if not api_key and not authorization:
        raise Refused(Verdict(errors.MISSING_KEY))
    return api_key, authorization


def _secret(api_key: Secret, authorization: Secret) -> Secret:
    if api_key and authorization:
        raise _invalid("Both x-api-key and Authorization were sent. Send the key in one of them only.")
    if api_key:
        return api_key
    scheme, _, secret = authorization.partition(" ")
    if scheme.lower() != "bearer":
        raise _invalid("Authorization has another scheme than Bearer. Send Authorization: Bearer <key>.")
    return Secret(secret.strip())


def _invalid(detail: str) -> Refused:
    return Refused(Verdict(replace(errors.INVALID_KEY, detail=detail)))
