"""Decides whether a key, a member or a webhook may read what a route returns. Nothing else decides it.

For a key, one SELECT reads everything the decision needs (key, organization, opt-in, suspensions) at the database's
statement time; nothing is cached. Only this module makes a ``Grant``, and every function of ``billing/`` that reads
billing data for a request needs one. So each figure is read after the decision.
"""

import uuid
from collections.abc import Collection
from dataclasses import InitVar, dataclass
from datetime import datetime
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db import connection

from billing_access import errors, scopes
from billing_access.access import key_format
from billing_access.errors import Refusal
from billing_access.routes import Route
from billing_access.settings import access_settings
from billing_audit import database_timeline
from billing_audit.request_context import plain_address
from orgs.access import Access, permissions_of
from orgs.models import Organization
from orgs.roles import VIEW_BILLING

_SUSPENSION: Final = "EXISTS (SELECT FROM billing_reads_suspension s WHERE s.lifted_at IS NULL AND s.organization_id"
# The columns of the SELECT, each by the field of ``KeyFacts`` that it fills. It reads the opt-in and the suspensions
# whatever scopes the key has, so that every key gets the same statement.
_ORGANIZATION_COLUMNS: Final = {
    "organization_pk": "o.id",
    "organization_id": "o.public_id",
    "organization_name": "o.name",
    "opted_in": "coalesce(i.enabled AND (i.enabled_until IS NULL OR i.enabled_until > statement_timestamp()), false)",
    "opted_in_until": "i.enabled_until",
    "organization_suspended": f"{_SUSPENSION} = o.id)",
    "platform_suspended": f"{_SUSPENSION} IS NULL)",
}
# `<=`: a key is expired from the instant of `expires_at` on.
_KEY_COLUMNS: Final = {
    "key_id": "k.id",
    "key_name": "k.name",
    "is_platform_key": "k.is_platform_key",
    "scopes": "k.scopes",
    "created_at": "k.created_at",
    "expires_at": "k.expires_at",
    "expired": "k.expires_at <= statement_timestamp()",
    "revoked": "k.revoked_at IS NOT NULL AND k.revoked_at <= statement_timestamp()",
    "address_allowed": "coalesce(k.allowed_networks = '{}' OR %s::inet <<= ANY (k.allowed_networks), %s)",
    "use_is_stale": "k.last_used_at IS NULL OR k.last_used_at < statement_timestamp() - interval '10 minutes'",
}
_COLUMNS: Final = {**_KEY_COLUMNS, **_ORGANIZATION_COLUMNS}
_FROM_KEY: Final = f"""
SELECT {", ".join(_COLUMNS.values())}
FROM billing_api_key k
JOIN billing_orgs_organization o ON o.id = k.organization_id
LEFT JOIN billing_reads_opt_in i ON i.organization_id = o.id
"""  # noqa: S608 (constants only)
_BY_DIGEST: Final = f"{_FROM_KEY} WHERE k.digest = %s AND k.is_platform_key = %s"
_BY_ORGANIZATION: Final = f"{_FROM_KEY} WHERE k.organization_id = %s ORDER BY k.created_at DESC, k.id"
_OF_OPTED_IN: Final = f"""
{_FROM_KEY} WHERE {_ORGANIZATION_COLUMNS["opted_in"]} ORDER BY o.name, o.id, k.created_at DESC, k.id
"""
_NOW_FOR_ORGANIZATION: Final = f"""
SELECT {", ".join(_ORGANIZATION_COLUMNS.values())}, statement_timestamp()
FROM billing_orgs_organization o LEFT JOIN billing_reads_opt_in i ON i.organization_id = o.id WHERE o.id = %s
"""  # noqa: S608 (constants only)

_OF_ENDPOINT: Final = f"""
SELECT {", ".join(_ORGANIZATION_COLUMNS.values())}, e.holder_id
FROM billing_webhook_endpoint e JOIN billing_orgs_organization o ON o.id = e.organization_id
LEFT JOIN billing_reads_opt_in i ON i.organization_id = o.id WHERE e.id = %s
"""  # noqa: S608 (constants only)

_MINT: Final = object()


@dataclass(frozen=True, slots=True)
class OrganizationFacts:
    """An organization with its opt-in and suspensions, as one statement read them.

    ``opted_in_until``: the time limit of the opt-in, passed or not; None if it has none.
    """

    organization_pk: int
    organization_id: str
    organization_name: str
    opted_in: bool
    opted_in_until: datetime | None
    organization_suspended: bool
    platform_suspended: bool

    @property
    def suspended(self) -> bool:
        """Whether billing reads are suspended, for the organization or for the whole platform."""
        return self.organization_suspended or self.platform_suspended


@dataclass(frozen=True, slots=True)
class KeyFacts(OrganizationFacts):
    """A key and its organization, as one statement read them. Never holds the secret or its digest.

    ``address`` is the request's IP address, None if it has no valid one; ``address_allowed``: it is on the key's list,
    or the list is empty. ``use_is_stale``: no use is stored from the last ten minutes.
    """

    key_id: uuid.UUID
    key_name: str
    is_platform_key: bool
    scopes: frozenset[str]
    created_at: datetime
    expires_at: datetime
    expired: bool
    revoked: bool
    address_allowed: bool
    use_is_stale: bool
    address: str | None


@dataclass(frozen=True, slots=True)
class EndpointFacts(OrganizationFacts):
    """A webhook's organization, and what the member who holds the webhook may do in it, read before something is sent.

    ``holder_permissions`` is empty for nobody, and for a person who is no active member.
    """

    holder_permissions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grant:
    """The permission to read one organization's billing data. Only the ``authorize`` functions here make one.

    Functions of ``billing/`` that serve a request take it as their first argument and read its organization only.
    """

    organization_pk: int
    organization_id: str
    route: Route
    mint: InitVar[object]

    def __post_init__(self, mint: object) -> None:
        if mint is not _MINT:
            raise TypeError("only the authorize functions of billing_access.access.decision make a Grant")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a read is refused: the refusal, and the scopes that are missing or the address that is not on the list."""

    refusal: Refusal
    missing_scopes: tuple[str, ...] = ()
    address: str | None = None

    @property
    def detail(self) -> str:
        """The refusal's detail, after a sentence that names the missing scopes or the address."""
        if self.missing_scopes:
            return f"The key lacks {' and '.join(self.missing_scopes)}. {self.refusal.detail}"
        if self.address:
            return f"The request came from {self.address}. {self.refusal.detail}"
        return self.refusal.detail


class Refused(Exception):
    """Raised to refuse a request. ``facts`` is None if no key was found."""

    def __init__(self, verdict: Verdict, facts: KeyFacts | None = None) -> None:
        super().__init__(verdict.refusal.code)
        self.verdict = verdict
        self.facts = facts


class UnknownKey(Refused):
    """Raised for a well-formed key that does not exist."""

    def __init__(self) -> None:
        super().__init__(Verdict(errors.INVALID_KEY))


def facts_for_secret(secret: str, address: str = "") -> KeyFacts:
    """Find a key by its secret, for a request from this IP address. One query; none if the secret is malformed.

    Raises Refused with ``invalid_key`` (UnknownKey if the secret is well-formed). Expired and revoked keys are found
    too, so that a client with the right secret learns the real reason. Text that is no IP address is on no key's list.
    """
    is_platform_key = access_settings.PLATFORM_KEYS and key_format.may_be_platform_key(secret)
    if not is_platform_key and not key_format.is_well_formed(secret):
        raise Refused(Verdict(errors.INVALID_KEY))
    matches = _select(_BY_DIGEST, address, False, key_format.digest(secret), is_platform_key)
    if not matches:
        raise UnknownKey
    return matches[0]


def facts_for_organization(organization_pk: int, address: str | None = None) -> list[KeyFacts]:
    """Return the facts of every key of an organization, newest first, as a request would find them now. One query.

    ``address`` is where that request would come from; None: from an address that each key allows.
    """
    return _select(_BY_ORGANIZATION, address or "", address is None, organization_pk)


def facts_for_opted_in() -> list[KeyFacts]:
    """Return the facts of every key of every organization that has opted in, from an address it allows. One query."""
    return _select(_OF_OPTED_IN, "", True)


def facts_for_new_key(organization_pk: int, scopes: Collection[str]) -> KeyFacts:
    """Return the facts that a new key of the organization with these scopes would have. Creates no key. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_NOW_FOR_ORGANIZATION, [organization_pk])
        *organization, now = cursor.fetchone()
    return KeyFacts(
        key_id=uuid.UUID(int=0),
        key_name="",
        is_platform_key=False,
        scopes=frozenset(scopes),
        created_at=now,
        expires_at=now,
        expired=False,
        revoked=False,
        address_allowed=True,
        use_is_stale=True,
        address=None,
        **dict(zip(_ORGANIZATION_COLUMNS, organization, strict=True)),
    )


def decide(facts: KeyFacts, route: Route) -> Verdict | None:
    """Return why the key may not read the route, or None if it may. No query.

    If several refusals apply, returns the first in this order: the key itself, scopes, suspension, opt-in.
    """
    if key_verdict := decide_key(facts):
        return key_verdict
    if missing := route.scopes - facts.scopes:
        return Verdict(errors.INSUFFICIENT_SCOPE, tuple(each.name for each in scopes.SCOPES if each.name in missing))
    return _decide_organization(facts, route)


def decide_endpoint(facts: EndpointFacts, route: Route) -> Verdict | None:
    """Return why a webhook may not be sent what the route returns, or None if it may. No query.

    The refusals in this order: the holder's permissions, suspension, opt-in.
    """
    if not route.permissions <= facts.holder_permissions:
        return Verdict(errors.WEBHOOK_PAUSED)
    return _decide_organization(facts, route)


def decide_key(facts: KeyFacts) -> Verdict | None:
    """Return why no route accepts the key, or None if they may. No query.

    The refusals in this order: not accepted (a platform key while PLATFORM_KEYS is off), expired, revoked, address.
    """
    if facts.is_platform_key and not access_settings.PLATFORM_KEYS:
        return Verdict(errors.INVALID_KEY)
    if facts.expired:
        return Verdict(errors.KEY_EXPIRED)
    if facts.revoked:
        return Verdict(errors.KEY_REVOKED)
    if not facts.address_allowed:
        return Verdict(errors.IP_NOT_ALLOWED, address=facts.address)
    return None


def authorize(facts: KeyFacts, route: Route) -> Grant:
    """Return the Grant for a key and route. Raises Refused if the key may not read it.

    While the database's timeline is not accepted no key reads: what revoked it may be lost.
    """
    if not database_timeline.is_accepted():
        raise Refused(Verdict(errors.UNAVAILABLE), facts)
    if verdict := decide(facts, route):
        raise Refused(verdict, facts)
    return Grant(facts.organization_pk, facts.organization_id, route, _MINT)


def facts_for_endpoint(endpoint_id: uuid.UUID) -> EndpointFacts | None:
    """Return the facts of an organization's webhook as they are now; None if it is gone. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute(_OF_ENDPOINT, [endpoint_id])
        row = cursor.fetchone()
    if row is None:
        return None
    *columns, holder_id = row
    organization = dict(zip(_ORGANIZATION_COLUMNS, columns, strict=True))
    permissions = permissions_of(holder_id, Organization(pk=organization["organization_pk"])) if holder_id else ()
    return EndpointFacts(**organization, holder_permissions=frozenset(permissions))


def endpoint_facts(facts: KeyFacts, holder_permissions: frozenset[str]) -> EndpointFacts:
    """Return the facts of a webhook in the organization of a key, for pages and e-mails that say what it is sent."""
    organization = {name: getattr(facts, name) for name in _ORGANIZATION_COLUMNS}
    return EndpointFacts(**organization, holder_permissions=holder_permissions)


def authorize_endpoint(facts: EndpointFacts, route: Route) -> Grant:
    """Return the Grant to send a webhook what the route returns. Raises Refused, as ``authorize`` does."""
    if not database_timeline.is_accepted():
        raise Refused(Verdict(errors.UNAVAILABLE))
    if verdict := decide_endpoint(facts, route):
        raise Refused(verdict)
    return Grant(facts.organization_pk, facts.organization_id, route, _MINT)


def authorize_member(access: Access, route: Route) -> Grant:
    """Return the Grant for a member who looks at a route's data on a page. The opt-in does not matter: it is for keys.

    Raises PermissionDenied if the member lacks the permission ``view_billing``, and UnknownTimeline while the
    database's timeline is not accepted.
    """
    database_timeline.require_accepted()
    if VIEW_BILLING not in access.permissions:
        raise PermissionDenied(f"This needs the permission {VIEW_BILLING}.")
    return Grant(access.organization.pk, access.organization.public_id, route, _MINT)


def _decide_organization(facts: OrganizationFacts, route: Route) -> Verdict | None:
    if route.needs_opt_in and facts.suspended:
        return Verdict(errors.BILLING_READS_SUSPENDED)
    if route.needs_opt_in and not facts.opted_in:
        return Verdict(errors.ORG_OPT_IN_REQUIRED)
    return None


def _select(statement: str, address: str, any_address: bool, *where: Any) -> list[KeyFacts]:
    """Return the facts for a request from the address. ``any_address``: a missing address counts as allowed."""
    normalized = plain_address(address) or None
    with connection.cursor() as cursor:
        cursor.execute(statement, [normalized, any_address, *where])
        rows = [dict(zip(_COLUMNS, row, strict=True)) for row in cursor.fetchall()]
    return [KeyFacts(**{**row, "scopes": frozenset(row["scopes"])}, address=normalized) for row in rows]
