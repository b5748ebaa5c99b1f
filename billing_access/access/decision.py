"""The only yes or no: may this key read what this route returns?

One SELECT reads everything a decision needs (key, organization, opt-in, suspensions) at the database's statement
time; nothing is cached. A ``Grant`` comes from here alone and is the only ticket to billing data, also to what the
same SELECT read ``Beside`` the facts.
"""

import uuid
from collections.abc import Collection
from dataclasses import InitVar, dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db import connection

from billing_access import errors, scopes
from billing_access.access import key_format, networks
from billing_access.errors import Refusal
from billing_access.routes import Route
from billing_access.settings import access_settings
from orgs.access import Access
from orgs.roles import VIEW_BILLING

# The opt-in and the suspensions are looked at whatever the key's scopes: the statement is the same for every key.
_ORGANIZATION: Final = """o.id AS organization_pk, o.public_id, o.name, o.slug,
       coalesce(i.enabled AND (i.enabled_until IS NULL OR i.enabled_until > statement_timestamp()), false) AS opted_in,
       EXISTS (SELECT FROM billing_reads_suspension s
               WHERE s.lifted_at IS NULL AND (s.organization_id = o.id OR s.organization_id IS NULL)) AS suspended"""
# A row for the key only. `<=` makes the instant of expiry expired.
_FACTS: Final = f"""
SELECT k.id, k.name, k.scopes, k.created_at, k.expires_at,
       k.expires_at <= statement_timestamp() AS expired,
       k.revoked_at IS NOT NULL AND k.revoked_at <= statement_timestamp() AS revoked,
       {_ORGANIZATION},
       coalesce(k.allowed_networks = '{{{{}}}}' OR %s::inet <<= ANY (k.allowed_networks), %s) AS address_allowed,
       k.last_used_at IS NULL OR k.last_used_at < statement_timestamp() - interval '10 minutes' AS use_is_stale
FROM api_key k
JOIN orgs_organization o ON o.id = k.organization_id
LEFT JOIN billing_reads_opt_in i ON i.organization_id = o.id
WHERE {{where}}
"""  # noqa: S608 (constants only)
_BY_DIGEST: Final = _FACTS.format(where="k.digest = %s AND k.is_platform_key = %s")
_BY_ORGANIZATION: Final = _FACTS.format(where="k.organization_id = %s ORDER BY k.created_at DESC, k.id")
# A key that is not made yet: asked from any address, never used.
_NEW: Final = f"""
SELECT {_ORGANIZATION}, true, true, statement_timestamp()
FROM orgs_organization o LEFT JOIN billing_reads_opt_in i ON i.organization_id = o.id WHERE o.id = %s
"""  # noqa: S608 (constants only)

# The columns of _FACTS.
_FACTS_WIDTH: Final = 15
ORGANIZATION: Final = "facts.organization_pk"

_MINT: Final = object()


@dataclass(frozen=True, slots=True)
class Beside:
    """Figures to be read in the decision's own statement: one snapshot, one way to the database and back.

    ``select`` is a SELECT of one row of the organization ``ORGANIZATION``, made of constants, its first column never
    NULL.
    """

    select: str


class Sealed:
    """The row that was read beside the facts of a key. ``authorize`` opens it, nobody else."""

    __slots__ = ("_beside", "_row")

    def __init__(self, beside: Beside, row: tuple[Any, ...]) -> None:
        self._beside = beside
        self._row = row

    def open(self, mint: object) -> tuple[Beside, tuple[Any, ...]]:
        """Return what was read and its row. Raises TypeError for whoever does not mint grants."""
        if mint is not _MINT:
            raise TypeError("what was read beside a decision comes with its Grant alone")
        return self._beside, self._row


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
    sealed: Sealed | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """The ticket to one organization's billing data, minted by ``authorize`` and ``authorize_member`` alone.

    Functions of ``billing/`` that serve a request take it first and take the organization from it.
    """

    organization_pk: int
    organization_id: str
    route: Route
    mint: InitVar[object]
    read: tuple[Beside, tuple[Any, ...]] | None = field(default=None, repr=False)

    def __post_init__(self, mint: object) -> None:
        if mint is not _MINT:
            raise TypeError("a Grant comes from authorize and authorize_member of billing_access.access.decision alone")

    def row_of(self, beside: Beside) -> tuple[Any, ...] | None:
        """Return the row of these figures as of the decision, where its statement read them."""
        return self.read[1] if self.read is not None and self.read[0] is beside else None


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


def facts_for_secret(secret: str, address: str = "", reading: tuple[Route, Beside] | None = None) -> KeyFacts:
    """Find a key by its secret, asked from this address: no query for a malformed one, else one.

    The same query reads these figures for this route, for a Grant to carry.
    Raises Refused with ``invalid_key``, as UnknownKey for a well-formed one. An expired or revoked key is found:
    the right secret earns the true reason. An address that is none is outside every list.
    """
    is_platform_key = access_settings.PLATFORM_KEYS and key_format.may_be_platform_key(secret)
    if not is_platform_key and not key_format.is_well_formed(secret):
        raise Refused(Verdict(errors.INVALID_KEY))
    where: list[Any] = [key_format.digest(secret), is_platform_key]
    if reading is None:
        rows = _select(_BY_DIGEST, address, False, *where)
    else:
        route, beside = reading
        rows = _select(_with(beside, route.scopes), address, False, *where, beside=beside)
    if not rows:
        raise UnknownKey
    return rows[0]


def facts_for_organization(organization_pk: int, address: str | None = None) -> list[KeyFacts]:
    """Return every key of an organization, newest first, as the API would see each now. One query.

    With an address, as seen from there; without one, as from an address on each key's list.
    """
    return _select(_BY_ORGANIZATION, address or "", address is None, organization_pk)


def facts_for_new_key(organization_pk: int, scopes: Collection[str]) -> KeyFacts:
    """Return what the API would see of a key of the organization with these scopes, were it made now. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_NEW, [organization_pk])
        *organization, now = cursor.fetchone()
    return KeyFacts(uuid.UUID(int=0), "", frozenset(scopes), now, now, False, False, *organization, None)  # type: ignore[call-arg]


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
    read = facts.sealed.open(_MINT) if facts.sealed is not None else None
    return Grant(facts.organization_pk, facts.organization_id, route, _MINT, read)


def authorize_member(access: Access, route: Route) -> Grant:
    """Mint the Grant for a member's own look at what a route reads. The opt-in is about keys and says nothing here.

    Raises PermissionDenied for one who may not see billing.
    """
    if VIEW_BILLING not in access.permissions:
        raise PermissionDenied(f"This needs the permission {VIEW_BILLING}.")
    return Grant(access.organization.pk, access.organization.public_id, route, _MINT)


def _in_registry_order(names: Collection[str]) -> tuple[str, ...]:
    return tuple(scope.name for scope in scopes.SCOPES if scope.name in names)


@cache
def _with(beside: Beside, needed: frozenset[str]) -> str:
    """Not one figure is read for a key that ``decide`` refuses where an opt-in is needed; this is a second lock.

    Without the scopes a refusal would take longer where the organization has opted in, which is not for the key to
    learn. They are names of ours, and stand in the statement as they are.
    """
    names = ",".join(sorted(needed))
    return f"""
WITH facts AS MATERIALIZED ({_BY_DIGEST})
SELECT * FROM facts LEFT JOIN LATERAL (
    SELECT * FROM ({beside.select}) figures
    WHERE NOT facts.expired AND NOT facts.revoked AND facts.address_allowed
      AND facts.scopes @> '{{{names}}}'::varchar[] AND NOT facts.suspended AND facts.opted_in
) beside ON true
"""  # noqa: S608 (constants only)


def _select(
    statement: str, address: str, any_address: bool, *where: Any, beside: Beside | None = None
) -> list[KeyFacts]:
    """Read the facts as asked from an address; text that is none is outside every list."""
    try:
        plain = str(networks.plain_address(address))
    except ValueError:
        plain = None
    with connection.cursor() as cursor:
        cursor.execute(statement, [plain, any_address, *where])
        return [_facts(row, plain, beside) for row in cursor.fetchall()]


def _facts(row: tuple[Any, ...], address: str | None, beside: Beside | None) -> KeyFacts:
    found, figures = row[:_FACTS_WIDTH], row[_FACTS_WIDTH:]
    # All NULL where the statement read nothing.
    sealed = Sealed(beside, figures) if beside is not None and figures[0] is not None else None
    return KeyFacts(found[0], found[1], frozenset(found[2]), *found[3:], address, sealed)  # type: ignore[call-arg]
