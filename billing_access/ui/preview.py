"""What each key can read, and why not, for the pages. Every answer comes from ``decide``; nothing is decided here."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

from django.utils import timezone

from billing_access import errors
from billing_access.access.decision import KeyFacts, Verdict, decide, decide_key
from billing_access.access.models import EXPIRY_NOTICES, ApiKey
from billing_access.access.reader_sentences import Readers
from billing_access.access.readers import billing_reads, keys_with_facts, opened, readers_of
from billing_access.access.services import permissions_to_issue
from billing_access.routes import READABLE, Route
from orgs.models import Membership, Organization

EXPIRES_SOON: Final = timedelta(days=EXPIRY_NOTICES[0])
_STATUSES: Final[dict[errors.Refusal | None, str]] = {
    errors.INVALID_KEY: "not accepted",
    errors.KEY_EXPIRED: "expired",
    errors.KEY_REVOKED: "revoked",
}


@dataclass(frozen=True, slots=True)
class Readable:
    """One route for one key. ``verdict`` is None if the key can read it."""

    route: Route
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class KeyPreview:
    """A key, what it can read now, and what it could read if no suspension and no missing opt-in stopped it.

    ``creator`` says that the person who created it has left or may no longer create such keys; else it is empty.
    """

    key: ApiKey
    facts: KeyFacts
    now: list[Readable]
    once_open: list[Readable]
    creator: str = ""

    @property
    def status(self) -> str:
        """``active``, ``replaced`` (rotated, and still working until the overlap ends), or why the API refuses it.

        That is ``not accepted`` (a platform key while PLATFORM_KEYS is off), ``expired`` or ``revoked``.
        """
        return _STATUSES.get(self.refusal) or ("active" if self.key.revoked_at is None else "replaced")

    @property
    def is_living(self) -> bool:
        """Whether the key can still be changed: it is neither revoked nor expired."""
        return not (self.facts.revoked or self.facts.expired)

    @property
    def refusal(self) -> errors.Refusal | None:
        """The refusal that every request with the key gets; None if the answer depends on the request."""
        verdict = decide_key(self.facts)
        return verdict.refusal if verdict else None

    @property
    def ends_soon(self) -> bool:
        """Whether the key is active and so close to its expiry that the first e-mail about it is due."""
        return self.status == "active" and self.key.expires_at <= timezone.now() + EXPIRES_SOON

    @property
    def reads_now(self) -> list[Route]:
        """The billing routes that the key can read now."""
        return billing_reads(self.facts)

    @property
    def reads_if_off(self) -> list[Route]:
        """The billing routes that the key could read if the organization had opted out."""
        return billing_reads(replace(self.facts, opted_in=False))

    @property
    def reads_once_open(self) -> list[Route]:
        """The billing routes that the key could read if nothing of the organization or the platform stopped it."""
        return billing_reads(opened(self.facts))

    @property
    def why_not(self) -> str:
        """Why the key reads no billing data now: the title of the one refusal that explains it best."""
        return _nearest_refusal(self.now)

    @property
    def stays_refused(self) -> str:
        """Why the key could read no billing data even if nothing of the organization stopped it; else empty."""
        return "" if self.reads_once_open else _nearest_refusal(self.once_open)


def preview(key: ApiKey, facts: KeyFacts) -> KeyPreview:
    """Return what the decision says about every readable route: now, and with the gates of the organization open."""
    return KeyPreview(key, facts, readable(facts), readable(opened(facts)))


def readable(facts: KeyFacts) -> list[Readable]:
    """Return what the decision says about every readable route."""
    return [Readable(route, decide(facts, route)) for route in READABLE]


def previews(
    organization: Organization,
    members: Sequence[tuple[Membership, frozenset[str]]] | None = None,
    *,
    key_id: uuid.UUID | None = None,
    address: str | None = None,
) -> list[KeyPreview]:
    """Return a preview of each key of the organization, newest first; with ``key_id``, of that key only.

    With ``members``, fill in ``creator``. ``key_id`` and ``address``: as for ``keys_with_facts``.
    """
    permissions_of = {membership.user_id: permissions for membership, permissions in members or ()}
    return [
        replace(preview(key, facts), creator=_creator(key, permissions_of) if members is not None else "")
        for key, facts in keys_with_facts(organization, key_id=key_id, address=address)
    ]


def readers_among(
    organization: Organization,
    shown: Sequence[KeyPreview],
    *,
    opted_in: bool | None = None,
    webhooks: Sequence[Mapping[str, Any]] | None = None,
) -> Readers:
    """Return who of these could read if the opt-in were as given; None: as it is. They are all of its keys.

    ``webhooks``: as for ``readers_of``.
    """
    pairs = [(each.key, each.facts) for each in shown]
    return readers_of(organization, pairs, opted_in=opted_in, webhooks=webhooks)


def _creator(key: ApiKey, permissions_of: Mapping[Any, frozenset[str]]) -> str:
    if key.created_by_kind != "user":
        return ""
    if key.created_by_id is None or key.created_by_id not in permissions_of:
        return "The person who created it has left the organization."
    may_issue = permissions_to_issue(key.scopes) <= permissions_of[key.created_by_id]
    return "" if may_issue else "The person who created it may no longer create such keys."


def _nearest_refusal(rows: list[Readable]) -> str:
    """Return the title of the refusal that explains best why the key reads no billing; empty if none is refused.

    The billing routes differ only in the scopes that they need. A refusal for another reason therefore holds for every
    route whose scopes the key has, and is preferred; a missing scope is the answer only if every route lacks one.
    """
    verdicts = [each.verdict for each in rows if each.route.needs_opt_in and each.verdict]
    nearest = min(verdicts, key=lambda verdict: bool(verdict.missing_scopes), default=None)
    return nearest.refusal.title if nearest else ""
