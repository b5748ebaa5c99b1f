"""The only yes or no: may this key read what this route returns?

One SELECT reads everything a decision needs (key, organization, opt-in, suspensions) at the database's statement
time; nothing is cached. A ``Grant`` comes from here alone and is the only ticket to billing data: each figure is read
after the decision, by the function of ``billing/`` that owns it.
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
from billing_audit.request_context import plain_address
from orgs.access import Access
from orgs.roles import VIEW_BILLING

# What the SELECT returns, by the field of ``KeyFacts``. It reads the opt-in and the suspensions whatever scopes the key
# has, so that every key gets the same statement.
_OF_ORGANIZATION: Final = {
    "organization_pk": "o.id",
    "organization_id": "o.public_id",
    "organization_name": "o.name",
    "organization_slug": "o.slug",
    "opted_in": "coalesce(i.enabled AND (i.enabled_until IS NULL OR i.enabled_until > statement_timestamp()), false)",
    "suspended": """EXISTS (SELECT FROM billing_reads_suspension s
               WHERE s.lifted_at IS NULL AND (s.organization_id = o.id OR s.organization_id IS NULL))""",
}
# With `<=` a key is expired at the instant of its expiry.
_OF_KEY: Final = {
    "key_id": "k.id",
    "key_name": "k.name",
    "scopes": "k.scopes",
    "created_at": "k.created_at",
    "expires_at": "k.expires_at",
    "expired": "k.expires_at <= statement_timestamp()",
    "revoked": "k.revoked_at IS NOT NULL AND k.revoked_at <= statement_timestamp()",
    "address_allowed": "coalesce(k.allowed_networks = '{}' OR %s::inet <<= ANY (k.allowed_networks), %s)",
    "use_is_stale": "k.last_used_at IS NULL OR k.last_used_at < statement_timestamp() - interval '10 minutes'",
}
_FACTS: Final = {**_OF_KEY, **_OF_ORGANIZATION}
_FROM_KEY: Final = f"""
SELECT {", ".join(_FACTS.values())}
FROM billing_api_key k
JOIN billing_orgs_organization o ON o.id = k.organization_id
LEFT JOIN billing_reads_opt_in i ON i.organization_id = o.id
"""  # noqa: S608 (constants only)
_BY_DIGEST: Final = f"{_FROM_KEY} WHERE k.digest = %s AND k.is_platform_key = %s"
_BY_ORGANIZATION: Final = f"{_FROM_KEY} WHERE k.organization_id = %s ORDER BY k.created_at DESC, k.id"
_NOW_FOR_ORGANIZATION: Final = f"""
SELECT {", ".join(_OF_ORGANIZATION.values())}, statement_timestamp()
FROM billing_orgs_organization o LEFT JOIN billing_reads_opt_in i ON i.organization_id = o.id WHERE o.id = %s
"""  # noqa: S608 (constants only)

_MINT: Final = object()


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """What one statement saw of a key and its organization. Never holds the secret or its digest."""

    key_id: uuid.UUID
    key_name: str
    scopes: frozenset[str]
    created_at: datetime
    expires_at: datetime
    expired: bool
    revoked: bool
    organization_pk: int
    organization_id: str
    organization_name: str
    organization_slug: str
    opted_in: bool
    suspended: bool
    address_allowed: bool
    use_is_stale: bool
    address: str | None


@dataclass(frozen=True, slots=True)
class Grant:
    """The ticket to one organization's billing data, minted by ``authorize`` and ``authorize_member`` alone.

    Functions of ``billing/`` that serve a request take it first and take the organization from it.
    """

    organization_pk: int
    organization_id: str
    route: Route
    mint: InitVar[object]

    def __post_init__(self, mint: object) -> None:
        if mint is not _MINT:
            raise TypeError("a Grant comes from authorize and authorize_member of billing_access.access.decision alone")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why not: the refusal, and the scopes that are missing or the address that is outside the list."""

    refusal: Refusal
    missing_scopes: tuple[str, ...] = ()
    address: str | None = None

    @property
    def detail(self) -> str:
        """What the reader does next, with the missing scopes or the address named."""
        if self.missing_scopes:
            return f"The key lacks {' and '.join(self.missing_scopes)}. {self.refusal.detail}"
        if self.address:
            return f"The request came from {self.address}. {self.refusal.detail}"
        return self.refusal.detail


class Refused(Exception):
    """The answer is no. ``facts`` is None where no key is known."""

    def __init__(self, verdict: Verdict, facts: KeyFacts | None = None) -> None:
        super().__init__(verdict.refusal.code)
        self.verdict = verdict
        self.facts = facts


class UnknownKey(Refused):
    """A well-formed key that nobody has."""

    def __init__(self) -> None:
        super().__init__(Verdict(errors.INVALID_KEY))


def facts_for_secret(secret: str, address: str = "") -> KeyFacts:
    """Find a key by its secret, asked from this address: no query for a malformed one, else one.

    Raises Refused with ``invalid_key``, as UnknownKey for a well-formed one. An expired or revoked key is found:
    the right secret earns the true reason. An address that is none is outside every list.
    """
    is_platform_key = access_settings.PLATFORM_KEYS and key_format.may_be_platform_key(secret)
    if not is_platform_key and not key_format.is_well_formed(secret):
        raise Refused(Verdict(errors.INVALID_KEY))
    found = _select(_BY_DIGEST, address, False, key_format.digest(secret), is_platform_key)
    if not found:
        raise UnknownKey
    return found[0]


def facts_for_organization(organization_pk: int, address: str | None = None) -> list[KeyFacts]:
    """Return every key of an organization, newest first, as the API would see each now. One query.

    With an address, as seen from there; without one, as from an address on each key's list.
    """
    return _select(_BY_ORGANIZATION, address or "", address is None, organization_pk)


def facts_for_new_key(organization_pk: int, scopes: Collection[str]) -> KeyFacts:
    """Return what the API would see of a key of the organization with these scopes, were it made now. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_NOW_FOR_ORGANIZATION, [organization_pk])
        *organization, now = cursor.fetchone()
    return KeyFacts(
        key_id=uuid.UUID(int=0),
        key_name="",
        scopes=frozenset(scopes),
        created_at=now,
        expires_at=now,
        expired=False,
        revoked=False,
        address_allowed=True,
        use_is_stale=True,
        address=None,
        **dict(zip(_OF_ORGANIZATION, organization, strict=True)),
    )


def decide(facts: KeyFacts, route: Route) -> Verdict | None:
    """Answer for one key and route: None is yes. The first refusal in order wins; pure, no query."""
    dead = decide_key(facts)
    if dead is not None:
        return dead
    missing = route.scopes - facts.scopes
    if missing:
        return Verdict(errors.INSUFFICIENT_SCOPE, _in_registry_order(missing))
    if route.needs_opt_in and facts.suspended:
        return Verdict(errors.BILLING_READS_SUSPENDED)
    if route.needs_opt_in and not facts.opted_in:
        return Verdict(errors.ORG_OPT_IN_REQUIRED)
    return None


def decide_key(facts: KeyFacts) -> Verdict | None:
    """Answer whether the key itself may ask at all, from where it asks: None is yes."""
    if facts.expired:
        return Verdict(errors.KEY_EXPIRED)
    if facts.revoked:
        return Verdict(errors.KEY_REVOKED)
    if not facts.address_allowed:
        return Verdict(errors.IP_NOT_ALLOWED, address=facts.address)
    return None


def authorize(facts: KeyFacts, route: Route) -> Grant:
    """Mint the Grant for a key and route, or raise Refused."""
    verdict = decide(facts, route)
    if verdict is not None:
        raise Refused(verdict, facts)
    return Grant(facts.organization_pk, facts.organization_id, route, _MINT)


def authorize_member(access: Access, route: Route) -> Grant:
    """Mint the Grant for a member's own look at what a route reads. The opt-in is about keys and says nothing here.

    Raises PermissionDenied for one who may not see billing.
    """
    if VIEW_BILLING not in access.permissions:
        raise PermissionDenied(f"This needs the permission {VIEW_BILLING}.")
    return Grant(access.organization.pk, access.organization.public_id, route, _MINT)


def _in_registry_order(names: Collection[str]) -> tuple[str, ...]:
    return tuple(scope.name for scope in scopes.SCOPES if scope.name in names)


def _select(statement: str, address: str, any_address: bool, *where: Any) -> list[KeyFacts]:
    """Read the facts as asked from an address; text that is none is outside every list."""
    plain = plain_address(address) or None
    with connection.cursor() as cursor:
        cursor.execute(statement, [plain, any_address, *where])
        return [_facts(row, plain) for row in cursor.fetchall()]


def _facts(row: tuple[Any, ...], address: str | None) -> KeyFacts:
    found = dict(zip(_FACTS, row, strict=True))
    found["scopes"] = frozenset(found["scopes"])
    return KeyFacts(**found, address=address)
