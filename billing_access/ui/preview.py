"""What keys can read, and why not, as people see it: the words of ``decide``, never a logic of their own."""

from dataclasses import dataclass, replace

from billing_access.access.decision import KeyFacts, Verdict, decide, decide_key
from billing_access.access.models import ApiKey
from billing_access.routes import READABLE, Route


@dataclass(frozen=True, slots=True)
class Readable:
    """One route for one key: ``verdict`` is None where it can read."""

    route: Route
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class KeyPreview:
    """A key with what it can read now and what it could if the organization were opted in."""

    key: ApiKey
    facts: KeyFacts
    now: list[Readable]
    if_on: list[Readable]

    @property
    def status(self) -> str:
        """Active, expired or revoked."""
        if self.facts.revoked:
            return "revoked"
        return "expired" if self.facts.expired else "active"

    @property
    def reads_now(self) -> list[Route]:
        """The billing routes that the key can read now."""
        return _billing(self.now)

    @property
    def reads_if_on(self) -> list[Route]:
        """The billing routes that the key could read if the opt-in were on."""
        return _billing(self.if_on)

    @property
    def stays_refused(self) -> str:
        """Why the key reads no billing data even with the opt-in on; empty where it reads some."""
        if self.reads_if_on:
            return ""
        dead = decide_key(self.facts)
        verdict = dead or next(each.verdict for each in self.if_on if each.route.needs_opt_in)
        return verdict.refusal.title if verdict else ""


def preview(key: ApiKey, facts: KeyFacts) -> KeyPreview:
    """Ask the decision for every readable route, as things are and with the opt-in on."""
    opted_in = replace(facts, opted_in=True)
    return KeyPreview(
        key,
        facts,
        [Readable(route, decide(facts, route)) for route in READABLE],
        [Readable(route, decide(opted_in, route)) for route in READABLE],
    )


def previews(keys: list[ApiKey], facts: list[KeyFacts]) -> list[KeyPreview]:
    """Preview each key that both statements saw, in the keys' order."""
    by_id = {each.key_id: each for each in facts}
    return [preview(key, by_id[key.pk]) for key in keys if key.pk in by_id]


def _billing(rows: list[Readable]) -> list[Route]:
    return [row.route for row in rows if row.verdict is None and row.route.needs_opt_in]
