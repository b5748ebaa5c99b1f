"""What keys can read, and why not, as people see it: the words of ``decide``, never a logic of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from django.utils import timezone

from billing_access.access.decision import KeyFacts, Verdict, decide, decide_key
from billing_access.access.models import EXPIRY_NOTICES, ApiKey, key_status
from billing_access.access.services import permissions_to_issue
from billing_access.errors import Refusal
from billing_access.routes import READABLE, Route
from orgs.models import Membership

EXPIRES_SOON: Final = timedelta(days=EXPIRY_NOTICES[0])


@dataclass(frozen=True, slots=True)
class Readable:
    """One route for one key: ``verdict`` is None where it can read."""

    route: Route
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class KeyPreview:
    """A key with what it can read now and what it could if the organization were opted in.

    ``creator``: what became of the person who made it, empty where they may still make such keys.
    """

    key: ApiKey
    facts: KeyFacts
    now: list[Readable]
    if_on: list[Readable]
    creator: str = ""

    @property
    def status(self) -> str:
        """Active, replaced (in its overlap), expired or revoked."""
        return key_status(self.key, is_revoked=self.facts.revoked, is_expired=self.facts.expired)

    @property
    def is_living(self) -> bool:
        """Whether the key still works: active or replaced."""
        return not (self.facts.revoked or self.facts.expired)

    @property
    def refusal(self) -> Refusal | None:
        """What every request with the key is refused with, whatever it asks for; None where that depends."""
        verdict = decide_key(self.facts)
        return verdict.refusal if verdict else None

    @property
    def ends_at(self) -> datetime:
        """When it stops, or stopped, working: its expiry, or the end of its overlap, or its revocation."""
        return min(filter(None, (self.key.expires_at, self.key.revoked_at)))

    @property
    def ends_soon(self) -> bool:
        """Whether an active key is as near to its expiry as its people are told of by e-mail."""
        return self.status == "active" and self.key.expires_at <= timezone.now() + EXPIRES_SOON

    @property
    def reads_now(self) -> list[Route]:
        """The billing routes that the key can read now."""
        return _billing(self.now)

    @property
    def reads_if_on(self) -> list[Route]:
        """The billing routes that the key could read if the opt-in were on."""
        return _billing(self.if_on)

    @property
    def why_not(self) -> str:
        """Why the key reads no billing data now: of its routes, the refusal that is nearest to a yes."""
        return _nearest_refusal(self.now)

    @property
    def stays_refused(self) -> str:
        """Why the key reads no billing data even with the opt-in on; empty where it reads some."""
        return "" if self.reads_if_on else _nearest_refusal(self.if_on)


def preview(key: ApiKey, facts: KeyFacts) -> KeyPreview:
    """Ask the decision for every readable route, as things are and with the opt-in on."""
    return KeyPreview(key, facts, readable(facts), readable(replace(facts, opted_in=True)))


def readable(facts: KeyFacts) -> list[Readable]:
    """Ask the decision for every readable route."""
    return [Readable(route, decide(facts, route)) for route in READABLE]


def previews(
    keys: list[ApiKey],
    facts: list[KeyFacts],
    members: Sequence[tuple[Membership, frozenset[str]]] | None = None,
) -> list[KeyPreview]:
    """Preview each key that both statements saw, in the keys' order; with the members, say what became of creators."""
    by_id = {each.key_id: each for each in facts}
    held = {membership.user_id: permissions for membership, permissions in members or ()}
    return [
        replace(preview(key, by_id[key.pk]), creator=_creator(key, held) if members is not None else "")
        for key in keys
        if key.pk in by_id
    ]


def _creator(key: ApiKey, held: Mapping[Any, frozenset[str]]) -> str:
    if key.created_by_kind != "user":
        return ""
    if key.created_by_id is None or key.created_by_id not in held:
        return "Its creator has left the organization."
    may_issue = permissions_to_issue(key.scopes) <= held[key.created_by_id]
    return "" if may_issue else "Its creator may no longer make such keys."


def _nearest_refusal(rows: list[Readable]) -> str:
    """Return the title of the refusal that is nearest to a yes; empty where no billing route is refused.

    The billing routes of one key differ only in the scopes that they need. So a refusal other than a missing scope
    holds for every route that the key has the scopes of; a missing scope is the answer only where there is no other.
    """
    verdicts = [each.verdict for each in rows if each.route.needs_opt_in and each.verdict]
    nearest = min(verdicts, key=lambda verdict: bool(verdict.missing_scopes), default=None)
    return nearest.refusal.title if nearest else ""


def _billing(rows: list[Readable]) -> list[Route]:
    return [each.route for each in rows if each.route.needs_opt_in and each.verdict is None]
