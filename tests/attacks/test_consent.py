"""What pages, the admin and e-mails say that keys can read, or could after a change, is what the API then answers.

Each situation of opt-in and suspensions is made in turn and the API asked with every key. Each sentence is held to the
answers in the situation that it speaks of, and to an oracle of what it must name, written here.
"""

import html
import re
from functools import partial
from itertools import product
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Max
from procrastinate.contrib.django.models import ProcrastinateJob

from billing_access.access import services
from billing_access.access.models import ApiKey, Suspension
from billing_access.access.readers import key_outlook
from billing_access.routes import RATES, READABLE
from billing_access.ui.preview import previews
from billing_audit.models import AuditEvent
from orgs.actors import command
from tests.attacks import test_full_matrix as matrix
from tests.rounds import IN_FULL

pytestmark = pytest.mark.soak
SYSTEM = command("tests")
STATE, USAGE, RUNS, AUDIT = "billing.state:read", "billing.usage:read", "runs:read", "audit:read"
SCOPE_SETS = [frozenset(each) for each in ({STATE}, {USAGE, RUNS}, {STATE, USAGE, AUDIT}, {RUNS, AUDIT})]
SUSPENSIONS = ("none", "organization", "platform", "both", "lifted")
# Where it is off, it matters to no text since when: it is crossed with suspensions in `make soak`.
CROSSED = matrix.OPT_INS if IN_FULL else ("off", "on", "on for a time")
SITUATIONS = [each for each in product(matrix.OPT_INS, SUSPENSIONS) if each[0] in CROSSED or each[1] == "none"]
OPEN = ("on", "none")
LET_IN = {"live", "in overlap"}
WORDS = {route: shown.reads.lower() for route, shown in zip(matrix.NEEDS, READABLE, strict=True)}
LIMITED = "on for a time"
HINT = r"bak_live_\w+…\w{4}"
KEY_TEXT = (
    r"(?:It can read: ([^.]+)\.)? ?(?:(\S.*)it can (?:also )?read: ([^.]+)\.)?"
    r"( It can read billing data only until .*)?"
)
# Which suspensions are in force once the organization's is added, or lifted.
WITH = {"platform": "both", "both": "both"}
WITHOUT = {"organization": "none", "both": "platform"}
Situation = tuple[str, str]
Reads = dict[str, frozenset[str]]


class Keys(matrix.Keys):
    """A key of each of a few sets of scopes, in each state, with a list of addresses and without."""

    def __init__(self, organization: Any) -> None:
        self.secrets, self.ids = {}, {}
        kinds = product(SCOPE_SETS, matrix.STATES, (False, True))
        ApiKey.objects.bulk_create([self._row(organization, *kind) for kind in kinds])
        self.hints = {pk: ApiKey.objects.get(pk=pk).hint for pk in self.ids}


def _answers(keys: Keys) -> Reads:
    """Return what the API serves to each key now, by the key's hint, asked from an address that the key allows."""
    api, served = matrix.Api(), {}
    for pk, kind in keys.ids.items():
        paths = matrix.PATHS if kind[1] in LET_IN else (matrix.KEY,)
        found = api.answers(paths, keys.secrets[kind], matrix.INSIDE)
        assert (found[matrix.KEY] == matrix.OK) == (kind[1] in LET_IN)
        served[keys.hints[pk]] = frozenset(word for route, word in WORDS.items() if found.get(route) == matrix.OK)
    return served


def _billing(reads: Reads) -> dict[str, frozenset[str]]:
    billing = {WORDS[route] for route in matrix.BILLING}
    return {hint: each & billing for hint, each in reads.items() if each & billing}


def _lead(situation: Situation) -> str:
    """Return what the sentence must begin with in a situation: each gate that stands, and what opens them."""
    opt_in, suspension = situation
    off = opt_in not in {"on", LIMITED}
    by, everywhere = "Suspended by the platform. ", "Suspended for all organizations of the platform. "
    stand = {"organization": by, "platform": everywhere, "both": by + everywhere}.get(suspension, "")
    is_off = "Billing reads are off. " if off else ""
    if suspension == "both":
        more = " and billing reads are turned on" if off else ""
        return f"{stand}{is_off}Once both suspensions are lifted{more}, these "
    if stand:
        return f"{stand}{is_off}Once lifted{' and turned on' if off else ''}, these "
    return f"{is_off}Once turned on, these " if off else "These "


class Held:
    """Holds texts to what the API answers in the situation that they speak of."""

    def __init__(self, real: dict[Situation, Reads]) -> None:
        self.real = real
        self.count = 0

    def hold(self, text: str, situation: Situation, *, names: bool = True, until: bool = False) -> None:
        """Check the lead, how many keys and, with ``names``, which; ``until``: that a time limit is named."""
        lead, serves = _lead(situation), _billing(self.real[situation])
        assert bool(serves) == (lead == "These "), situation
        readers = serves or _billing(self.real[OPEN])
        end = r" until \d{4}-\d\d-\d\d \d\d:\d\d UTC" if until else ""
        if not names:
            lead = lead.removesuffix("these ").removesuffix("These ")
        sentence = re.escape(f"{lead}{len(readers)} keys can read billing data") + end
        assert (found := re.search(f"{sentence}{':' if names else '[.]'}", text)), (situation, text)
        if names:
            assert set(re.findall(HINT, text[found.end() :])) == {*readers}, situation
        self.count += 1

    def hold_event(self, details: dict[str, Any], situation: Situation) -> None:
        """Check how many keys the event counts, and that it names exactly what refuses them in the situation."""
        opt_in, suspension = situation
        closed_by = ["billing_reads_suspended"] if suspension not in {"none", "lifted"} else []
        closed_by += ["org_opt_in_required"] if opt_in not in {"on", LIMITED} else []
        assert details.get("closed_by", []) == closed_by, situation
        assert details["key_count"] == len(_billing(self.real[situation if not closed_by else OPEN])), situation


def _hold_pages(held: Held, owner: Any, situation: Situation) -> None:
    opt_in, suspension = situation
    page, _, _ = _text(owner.get("/o/acme/billing-reads/turn-on/")).partition(" still cannot read billing data:")
    held.hold(page, ("on", suspension))
    held.hold(_text(owner.get("/o/acme/billing-reads/")), situation, names=False, until=opt_in == LIMITED)
    page = _text(owner.get("/o/acme/readers/"))
    serves = _billing(held.real[situation])
    assert f"and {len(serves)} API keys through the API." in page
    if not serves:
        held.hold(page, situation, names=False, until=opt_in == LIMITED)


def _hold_admin(held: Held, staff: Any, organization: Any, situation: Situation) -> None:
    opt_in, suspension = situation
    address = f"/admin/billing_orgs/organization/{organization.pk}"
    _, now, then = re.split("Now: |If you turn billing reads", _text(staff.get(f"{address}/billing-reads/")))
    held.hold(now, situation, names=False, until=opt_in == LIMITED)
    held.hold(then, ("off" if opt_in in {"on", LIMITED} else "on", suspension))
    page = _text(staff.get(f"{address}/suspend/")).partition("If you suspend: ")[2]
    held.hold(page, (opt_in, WITH.get(suspension, "organization")), until=opt_in == LIMITED)
    page = _text(staff.get("/admin/billing_access/suspension/platform/")).partition("If you suspend: ")[2]
    _hold_platform(held, page, situation, "Suspended for all organizations of the platform. Once lifted, ")
    for each in Suspension.objects.filter(lifted_at=None):
        page = _text(staff.get(f"/admin/billing_access/suspension/{each.pk}/lift/")).partition("If you lift it: ")[2]
        if each.organization_id is None:
            _hold_platform(held, page, situation, "")
        else:
            held.hold(page, (opt_in, WITHOUT[suspension]), until=opt_in == LIMITED)


def _hold_platform(held: Held, text: str, situation: Situation, lead: str) -> None:
    """Check the text on the whole platform: the keys that can read once it is not suspended, and no others."""
    opt_in, suspension = situation
    serves = _billing(held.real[opt_in, {"platform": "none", "both": "organization"}.get(suspension, suspension)])
    who = f"these {len(serves)} keys" if serves else "still no key" if lead else "no key"
    sentence = f"{lead}{who} can read billing data"
    assert text.startswith(sentence if lead else sentence.capitalize()), (situation, text[:200])
    assert set(re.findall(HINT, text)) == {*serves}, situation
    held.count += 1


def _hold_keys(real: dict[Situation, Reads], keys: Keys, organization: Any, situation: Situation) -> None:
    """Check what the pages say of each key: the routes of their tables, and the text on what it reads now and later."""
    off = ("off", situation[1])
    for shown in previews(organization):
        key = shown.key
        said, now, once = key_outlook(shown.facts), real[situation][key.hint], real[OPEN][key.hint]
        for routes, then in ((shown.reads_now, situation), (shown.reads_if_off, off), (shown.reads_once_open, OPEN)):
            expected = _billing(real[then]).get(key.hint, frozenset())
            assert {route.reads.lower() for route in routes} == expected, (situation, then)
        found = re.fullmatch(KEY_TEXT, said)
        if keys.ids[key.pk][1] not in LET_IN:
            assert said.startswith("It can read nothing: every request with it gets 401 key_"), said
            continue
        assert found, said
        assert set(filter(None, (found[1] or "").split("; "))) == now, (situation, said)
        assert set(filter(None, (found[3] or "").split("; "))) == once - now, (situation, said)
        assert not found[2] or found[2] == _lead(situation).removesuffix("these "), (situation, said)
        reads_billing = bool(_billing({key.hint: once}))
        assert bool(found[4]) == (situation[0] == LIMITED and reads_billing), (situation, said)


def _hold_emails(held: Held, organization: Any, situation: Situation) -> None:
    """Make each change that sends an e-mail, hold the e-mail to the situation after it, and roll it back."""
    opt_in, suspension = situation
    changes = [
        (partial(services.turn_on_billing_reads, organization, actor=SYSTEM, days=3), (LIMITED, suspension)),
    ]
    if suspension not in {"organization", "both"}:
        suspend = partial(services.suspend_billing_reads, organization, actor=SYSTEM, reason="x")
        changes.append((suspend, (opt_in, WITH.get(suspension, "organization"))))
    if opt_in in {"off", LIMITED, "run out"}:
        changes.append((partial(services.turn_on_billing_reads, organization, actor=SYSTEM), ("on", suspension)))
    if opt_in in {"on", LIMITED, "run out"}:
        changes.append((partial(services.turn_off_billing_reads, organization, actor=SYSTEM), ("off", suspension)))
    for each in Suspension.objects.filter(organization=organization, lifted_at=None):
        changes.append(
            (partial(services.lift_suspension, each, actor=SYSTEM, reason="x"), (opt_in, WITHOUT[suspension]))
        )
    newest = ProcrastinateJob.objects.aggregate(newest=Max("id", default=0))["newest"]
    for change, after in changes:
        with transaction.atomic():
            change()
            texts = {job.args["context"]["readers"] for job in ProcrastinateJob.objects.filter(id__gt=newest)}
            event = AuditEvent.objects.filter(action__startswith="billing_reads.").latest("id")
            transaction.set_rollback(True)
        assert len(texts) == 1
        held.hold(texts.pop(), after, until=after[0] == LIMITED)
        held.hold_event(event.details, after)


def _text(answer: Any) -> str:
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


@pytest.mark.django_db
def test_every_text_says_what_the_api_then_answers(acme, alice, dana, sign_in, configure):
    configure(RATE_LIMITS=dict.fromkeys(RATES, 10_000))
    matrix.add_figures(acme)
    keys = Keys(acme)
    real: dict[Situation, Reads] = {}
    for situation in SITUATIONS:
        matrix.situate(acme, *situation)
        real[situation] = _answers(keys)
    for opt_in, suspension in product(matrix.OPT_INS, SUSPENSIONS):
        real.setdefault((opt_in, suspension), real["off", suspension])
    assert len(_billing(real[OPEN])) == 3 * 2 * 2
    held, owner, staff = Held(real), sign_in(alice), sign_in(dana)
    for situation in SITUATIONS:
        matrix.situate(acme, *situation)
        _hold_pages(held, owner, situation)
        _hold_admin(held, staff, acme, situation)
        _hold_keys(real, keys, acme, situation)
        _hold_emails(held, acme, situation)
    assert held.count > len(SITUATIONS) * 8 >= 17 * 8
