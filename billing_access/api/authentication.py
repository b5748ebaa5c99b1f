"""Who asks: the key in ``x-api-key`` or ``Authorization: Bearer``, and nowhere else."""

from dataclasses import replace
from typing import Any, Final

from django.http import HttpRequest
from rest_framework.authentication import BaseAuthentication

from billing_access import errors
from billing_access.access.decision import KeyFacts, Refused, Verdict, decide_key, facts_for_secret
from billing_access.access.key_format import Secret
from billing_access.access.last_use import note_use
from billing_access.api import rate_limits
from billing_access.errors import Refusal
from billing_audit.request_context import origin_of

REALM: Final = "billing"


class ApiKeyAuthentication(BaseAuthentication):
    """Finds the key of a request: ``request.auth`` becomes its facts; there is no ``request.user``.

    Raises Refused: ``missing_key`` without a credential, ``rate_limited`` after too many that failed from the same
    address, ``invalid_key`` for two of them, another scheme, a malformed or unknown key. Only a well-formed key
    costs a query; its use is noted at most once in ten minutes.
    """

    def authenticate(self, request: Any) -> tuple[None, KeyFacts]:
        """Return no user and the facts of the key."""
        api_key, authorization = _credentials(request)
        address = origin_of(request._request).address
        rate_limits.refuse_after_failures(address)
        try:
            facts = facts_for_secret(_secret(api_key, authorization), address)
        except Refused:
            rate_limits.count_failure(address)
            raise
        if decide_key(facts) is None:
            note_use(facts)
        return None, facts


def challenge(refusal: Refusal, missing_scopes: tuple[str, ...] = ()) -> str:
    """Return the WWW-Authenticate value of RFC 6750 for a refusal."""
    if refusal is errors.MISSING_KEY:
        return f'Bearer realm="{REALM}"'
    if refusal is errors.INSUFFICIENT_SCOPE:
        return f'Bearer realm="{REALM}", error="insufficient_scope", scope="{" ".join(missing_scopes)}"'
    return f'Bearer realm="{REALM}", error="invalid_token", error_description="{refusal.title}"'


def _credentials(request: HttpRequest) -> tuple[Secret, Secret]:
    """Return what was sent in ``x-api-key`` and in ``Authorization``; at least one says something."""
    api_key = Secret(request.META.get("HTTP_X_API_KEY", "").strip())
    authorization = Secret(request.META.get("HTTP_AUTHORIZATION", "").strip())
    if not api_key and not authorization:
        raise Refused(Verdict(errors.MISSING_KEY))
    return api_key, authorization


def _secret(api_key: Secret, authorization: Secret) -> Secret:
    if api_key and authorization:
        raise _invalid("Two credentials were sent. Send the key in x-api-key or in Authorization, not in both.")
    if api_key:
        return api_key
    scheme, _, secret = authorization.partition(" ")
    if scheme.lower() != "bearer":
        raise _invalid("Authorization carries another scheme. Accepted: Authorization: Bearer <key>.")
    return Secret(secret.strip())


def _invalid(detail: str) -> Refused:
    return Refused(Verdict(replace(errors.INVALID_KEY, detail=detail)))
