"""The sentences about which keys can read billing data and which webhooks are sent it, and what still stops them.

``readers.py`` finds the keys and webhooks; pages, the admin and e-mails show these sentences.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from billing_access import errors
from billing_access.access.models import ApiKey
from billing_access.errors import Refusal
from billing_access.routes import Route
from billing_audit.record import Json


@dataclass(frozen=True, slots=True)
class Gates:
    """What refuses every billing read of an organization, whatever the key: suspensions, and the opt-in being off.

    ``until``: the time at which the opt-in ends automatically, if it is on and has a time limit. ``refusal``: what a
    key with the scopes gets; None if no gate stands.
    """

    organization_suspended: bool = False
    platform_suspended: bool = False
    off: bool = False
    until: datetime | None = None
    refusal: Refusal | None = None

    @property
    def codes(self) -> list[str]:
        """The codes that the API gives for the gates that stand, in the order in which it refuses."""
        suspended = [errors.BILLING_READS_SUSPENDED.code] if self.is_suspended else []
        return [*suspended, errors.ORG_OPT_IN_REQUIRED.code] if self.off else suspended

    @property
    def is_suspended(self) -> bool:
        """Whether a suspension is in force."""
        return self.organization_suspended or self.platform_suspended

    @property
    def once(self) -> str:
        """What opens the gates that stand: "Once lifted and turned on"; empty if none stands."""
        if self.organization_suspended and self.platform_suspended:
            return f"Once both suspensions are lifted{' and billing reads are turned on' if self.off else ''}"
        opens = [*(["lifted"] if self.is_suspended else []), *(["turned on"] if self.off else [])]
        return f"Once {' and '.join(opens)}" if opens else ""

    @property
    def lead(self) -> str:
        """Name the gates that stand and what opens them: "Suspended by the platform. Once lifted, "; else empty."""
        stand = {
            "Suspended by the platform. ": self.organization_suspended,
            "Suspended for all organizations of the platform. ": self.platform_suspended,
            "Billing reads are off. ": self.off,
        }
        return f"{''.join(name for name, stands in stand.items() if stands)}{self.once}, " if self.once else ""

    @property
    def end(self) -> str:
        """Return " until 2026-12-01 10:00 UTC" if the opt-in has a time limit; else empty."""
        return f" until {self.until:%Y-%m-%d %H:%M} UTC" if self.until else ""


@dataclass(frozen=True, slots=True)
class Reader:
    """A key that can read billing data once the gates of its organization are open, and what it reads."""

    key: ApiKey
    reads: tuple[Route, ...]
    organization_name: str = ""

    @property
    def name(self) -> str:
        """The key's name, hint, list of addresses if it has one, and organization if that is given."""
        networks = self.key.allowed_networks
        only_from = f", only from {', '.join(map(str, networks))}" if networks else ""
        of = f" of {self.organization_name}" if self.organization_name else ""
        return f"{self.key.name} ({self.key.hint}{only_from}){of}"


@dataclass(frozen=True, slots=True)
class WebhookReader:
    """A webhook that is sent billing data once the gates of its organization are open, and what that is.

    ``is_pending``: only once its address has answered the challenge.
    """

    id: str
    host: str
    reads: tuple[Route, ...]
    is_pending: bool = False
    organization_name: str = ""

    @property
    def name(self) -> str:
        """The webhook's host, whether it is still to answer, and its organization if that is given."""
        once = ", once it answers its challenge" if self.is_pending else ""
        of = f" of {self.organization_name}" if self.organization_name else ""
        return f"webhook {self.host}{of}{once}"


# All of an organization; of the whole platform, of which there may be thousands, the first.
MOST_WEBHOOKS: Final = 20


@dataclass(frozen=True, slots=True)
class Readers:
    """The keys that can read billing data once the gates are open. ``named``: the first 20 of ``count``.

    ``why_none``: why there is none, if so. ``webhooks``: those that are sent billing data then.
    """

    gates: Gates
    count: int
    named: Sequence[Reader]
    why_none: str = "none that is accepted has a scope for it"
    webhooks: Sequence[WebhookReader] = ()

    @property
    def more(self) -> int:
        """How many keys are counted but not named."""
        return self.count - len(self.named)

    @property
    def more_webhooks(self) -> str:
        """How many webhooks are counted but not named, in words; empty if none is."""
        more = len(self.webhooks) - MOST_WEBHOOKS
        return f"{more} more webhook{'' if more == 1 else 's'}" if more > 0 else ""

    @property
    def sentence(self) -> str:
        """Say how many keys can read: "Suspended by the platform. Once lifted, 3 keys can read billing data."."""
        return f"{self._sentence('1 key' if self.count == 1 else f'{self.count} keys')}."

    @property
    def heading(self) -> str:
        """The sentence that ends before the list of the keys: "Once lifted, these 3 keys can read billing data:"."""
        these = "this key" if self.count == 1 else f"these {self.count} keys"
        return f"{self._sentence(these)}{':' if self.count or self.webhooks else '.'}"

    @property
    def text(self) -> str:
        """Return the heading with the keys' names, at most 20, and how many more there are."""
        names = [each.name for each in self.named]
        names += [f"and {self.more} more"] if self.more else []
        names += [each.name for each in self.webhooks[:MOST_WEBHOOKS]]
        names += [f"and {self.more_webhooks}"] if self.more_webhooks else []
        return f"{self.heading} {', '.join(names)}." if names else self.heading

    def _sentence(self, who: str) -> str:
        none = "still no key" if self.gates.lead else "no key"
        can = f"{who if self.count else none} can read billing data"
        sentence = f"{can}{self.gates.end}" if self.count else f"{can}: {self.why_none}"
        sentence += self._webhooks_too
        return f"{self.gates.lead}{sentence}" if self.gates.lead else sentence[0].upper() + sentence[1:]

    @property
    def _webhooks_too(self) -> str:
        """Go on after the sentence about keys with how many webhooks are sent billing data; empty if none is."""
        if not self.webhooks:
            return ""
        number = len(self.webhooks)
        are = "1 webhook is" if number == 1 else f"{number} webhooks are"
        if self.count:
            return f", and {are} sent it"
        return f". {'Then ' if self.gates.lead else ''}{are} sent billing data{self.gates.end}"

    @property
    def details(self) -> dict[str, Json]:
        """Return, for an event, how many keys can read and, if none can yet, the refusals that must end first.

        And how many webhooks are sent billing data, if any.
        """
        found: dict[str, Json] = {"key_count": self.count}
        if self.webhooks:
            found["webhook_count"] = len(self.webhooks)
        return {**found, **({"closed_by": codes} if (codes := self.gates.codes) else {})}

    @property
    def lines(self) -> list[str]:
        """Return a line for each named key and webhook, with what it reads, and one for how many more there are."""
        lines = [f"{each.name}: {listed(each.reads)}." for each in self.named]
        lines += [f"And {self.more} more."] if self.more else []
        named = self.webhooks[:MOST_WEBHOOKS]
        lines += [f"{each.name[0].upper()}{each.name[1:]}: {listed(each.reads)}." for each in named]
        return [*lines, f"And {self.more_webhooks}."] if self.more_webhooks else lines


def listed(routes: Iterable[Route]) -> str:
    """Return what the routes read, as one phrase: "the balance; usage"."""
    return "; ".join(route.reads.lower() for route in routes)
