"""Every combination of scopes × opt-in × suspension × state of the key × address, asked through the API.

Each answer is held to an oracle written here, never to ``decide``; and what ``GET /v1/key``, the key page's preview
and the confirm page of the opt-in say is held to what the API really answered. A key that is dead or asks from outside
its list is refused before any route is looked at: it asks for one route in turn, and `make soak` for all of them. So
does a key that asks from inside its list, unless the opt-in is on: a key without a list asks for all of them. What kind
of opt-in it is, beyond off and on, is crossed with suspensions in `make soak` too.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import chain, combinations, cycle, product
from typing import Any, NamedTuple

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from billing_access.access import key_format
from billing_access.access.decision import facts_for_organization
from billing_access.access.models import ApiKey
from billing_access.billing.ledger.entries import add_balance_entry
from billing_access.billing.models import Run
from billing_access.routes import RATES, READABLE
from billing_access.scopes import ALL_SCOPES
from billing_access.ui.preview import preview
from orgs.actors import command
from tests.rounds import IN_FULL

pytestmark = pytest.mark.soak
SCOPE_SETS = [set(each) for n in range(5) for each in combinations(sorted(ALL_SCOPES), n)]
OPT_INS = ("no row", "off", "on", "on for a time", "run out")
SUSPENSIONS = ("none", "organization", "platform", "lifted")
STATES = ("live", "expired", "revoked", "in overlap", "overlap over")
INSIDE, OUTSIDE = "203.0.113.7", "198.51.100.7"
LIST = "203.0.113.0/24"
ADDRESSES = ("no list", "inside", "outside")
OK = (200, None)

# What the oracle knows of each route, independently of routes.py: its path, scopes, and whether it is billing data.
STATE, USAGE, SUMMARY = "/v1/billing/state", "/v1/billing/usage", "/v1/billing/usage/summary"
ESTIMATE, ENTRIES, ALERTS = "/v1/billing/estimate?runs=1", "/v1/billing/entries", "/v1/billing/alerts"
RUN, COST = "/v1/runs/wr_1", "the run's cost"
AUDIT, FIGURES = "/v1/audit-events?action=balance_entry.added", "the figures in the audit log"
KEY = "/v1/key"
PATHS = (STATE, USAGE, SUMMARY, ESTIMATE, ENTRIES, ALERTS, RUN, AUDIT, KEY)
BILLING = (STATE, USAGE, SUMMARY, ESTIMATE, ENTRIES, ALERTS, COST, FIGURES)
NEEDS: dict[str, tuple[set[str], bool]] = {
    STATE: ({"billing.state:read"}, True),
    USAGE: ({"billing.usage:read"}, True),
    SUMMARY: ({"billing.usage:read"}, True),
    ESTIMATE: ({"billing.state:read", "billing.usage:read"}, True),
    ENTRIES: ({"billing.state:read"}, True),
    ALERTS: ({"billing.state:read", "billing.usage:read"}, True),
    RUN: ({"runs:read"}, False),
    COST: ({"runs:read", "billing.usage:read"}, True),
    AUDIT: ({"audit:read"}, False),
    FIGURES: ({"audit:read", "billing.state:read", "billing.usage:read"}, True),
}
ITSELF: tuple[set[str], bool] = (set(), False)
Answer = tuple[int, str | None]


class Cell(NamedTuple):
    """One key in one situation."""

    scopes: frozenset[str]
    opt_in: str
    suspension: str
    state: str
    address: str

    @property
    def gates(self) -> dict[str, bool]:
        """Which conditions hold, apart from the scopes, which depend on the route."""
        return {
            "key": self.state in {"live", "in overlap"},
            "address": self.address != "outside",
            "free": self.suspension in {"none", "lifted"},
            "opted in": self.opt_in in {"on", "on for a time"},
        }


def oracle(cell: Cell, route: str) -> Answer:
    """Return what the promises demand, in the order of the documented refusals."""
    scopes, is_billing = NEEDS.get(route, ITSELF)
    gates = cell.gates
    if not gates["key"]:
        return 401, "key_expired" if cell.state == "expired" else "key_revoked"
    if not gates["address"]:
        return 403, "ip_not_allowed"
    if not scopes <= cell.scopes:
        return 403, "insufficient_scope"
    if is_billing and not gates["free"]:
        return 403, "billing_reads_suspended"
    if is_billing and not gates["opted in"]:
        return 403, "org_opt_in_required"
    return OK


class Keys:
    """Keys of every kind in one organization, by scopes, state, and whether they have an allow-list."""

    def __init__(self, organization: Any) -> None:
        self.secrets: dict[tuple[frozenset[str], str, bool], str] = {}
        self.ids: dict[Any, tuple[frozenset[str], str, bool]] = {}
        with connection.cursor() as cursor:
            # The constraint forbids a key without scopes. It is dropped to check that such a key is refused.
            cursor.execute("RESET ROLE; SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(
                "ALTER TABLE billing_api_key DROP CONSTRAINT api_key_has_a_scope; SET ROLE billing_access_app"
            )
        rows = [
            self._row(organization, frozenset(scopes), state, listed)
            for scopes, state, listed in product(SCOPE_SETS, STATES, (False, True))
        ]
        ApiKey.objects.bulk_create(rows)

    def _row(self, organization: Any, scopes: frozenset[str], state: str, listed: bool) -> ApiKey:
        secret = key_format.new_secret()
        first, last = key_format.hint(secret)
        now = timezone.now()
        ends = {"revoked": now, "in overlap": now + timedelta(hours=1), "overlap over": now - timedelta(hours=1)}
        key = ApiKey(
            organization=organization, name=f"{state} {'listed' if listed else 'anywhere'} {' '.join(sorted(scopes))}",
            digest=key_format.digest(secret), first_characters=first, last_characters=last, scopes=sorted(scopes),
            created_at=now - timedelta(days=2), created_by_kind="system",
            expires_at=now - timedelta(days=1) if state == "expired" else now + timedelta(days=1),
            revoked_at=ends.get(state), allowed_networks=[LIST] if listed else [],
        )  # fmt: skip
        self.secrets[scopes, state, listed] = secret
        self.ids[key.pk] = (scopes, state, listed)
        return key


def situate(organization: Any, opt_in: str, suspension: str) -> None:
    """Set the opt-in and the suspension directly in the database."""
    with connection.cursor() as cursor:
        # Only the owner of the tables may.
        cursor.execute("RESET ROLE; DELETE FROM billing_reads_opt_in; DELETE FROM billing_reads_suspension")
        cursor.execute("SET ROLE billing_access_app")
        if opt_in != "no row":
            until = {"on for a time": "now() + interval '1 day'", "run out": "now() - interval '1 second'"}
            cursor.execute(
                "INSERT INTO billing_reads_opt_in (organization_id, enabled, enabled_until, version, reason,"
                f" changed_at, changed_by_kind) VALUES (%s, %s, {until.get(opt_in, 'NULL')}, 1, '', now(), 'system')",
                [organization.pk, opt_in != "off"],
            )
        concerned = {"none": [], "platform": [None], "both": [organization.pk, None]}
        for organization_pk in concerned.get(suspension, [organization.pk]):
            cursor.execute(
                "INSERT INTO billing_reads_suspension (organization_id, reason, created_at, lifted_at, lifted_reason)"
                " VALUES (%s, 'tests', now(), %s, '')",
                [organization_pk, timezone.now() if suspension == "lifted" else None],
            )


def add_figures(organization: Any) -> None:
    """Add the run and the balance entry that ``Api.answers`` asks for."""
    now = timezone.now()
    Run.objects.create(
        organization=organization, run_id="wr_1", run_type="workflow_run", status="completed", created_at=now,
        modified_at=now, started_at=now, total_cost_usd="0.5", cost_status="final", cost_updated_at=now,
        first_revision=1, revision=1,
    )  # fmt: skip
    add_balance_entry(
        organization, actor=command("tests"), kind="top_up", amount_usd=Decimal(25), reference="pay_1", occurred_at=now
    )


class Api:
    """Sends requests through the whole WSGI application."""

    def __init__(self) -> None:
        self.handler = WSGIHandler()
        self.requests = RequestFactory()
        # What ``GET /v1/key`` last said about each route.
        self.told: dict[str, Answer] = {}

    def ask(self, path: str, secret: str, address: str) -> Any:
        headers = {"x-api-key": secret}
        return self.handler.get_response(self.requests.get(path, headers=headers, REMOTE_ADDR=address))

    def answers(self, paths: tuple[str, ...], secret: str, address: str) -> dict[str, Answer]:
        """Return what each route answers, and whether the cost of a run and the figures of events come with it."""
        found = {}
        for path in paths:
            answer = self.ask(path, secret, address)
            found[path] = OK if answer.status_code == 200 else (answer.status_code, answer.data["code"])
            if path == KEY and found[path] == OK:
                rows = zip(NEEDS, answer.data["routes"], strict=True)
                self.told = {route: OK if row["readable"] else _refusal(row["code"]) for route, row in rows}
            if path == RUN:
                withheld = answer.headers.get("X-Cost-Withheld")
                found[COST] = _refusal(withheld) if withheld else found[RUN]
                assert ("total_cost_usd" in answer.data) == (found[COST] == OK)
            if path == AUDIT:
                withheld = answer.headers.get("X-Figures-Withheld")
                found[FIGURES] = _refusal(withheld) if withheld else found[AUDIT]
                if found[AUDIT] == OK:
                    (event,) = answer.data["events"]
                    assert ("amount_usd" in event["details"]) == (found[FIGURES] == OK)
        return found


def _refusal(code: str) -> Answer:
    return 401 if code in {"key_expired", "key_revoked"} else 403, code


def _previewed(organization: Any, address: str | None) -> dict[Any, dict[str, Answer]]:
    """Return what the key pages say about each route for a request from an address."""
    keys = {key.pk: key for key in ApiKey.objects.filter(organization=organization)}
    return {
        facts.key_id: {
            route: OK if row.verdict is None else _refusal(row.verdict.refusal.code)
            for route, row in zip(NEEDS, preview(keys[facts.key_id], facts).now, strict=True)
        }
        for facts in facts_for_organization(organization.pk, address)
    }


def _gaining(page: str) -> dict[str, list[str]]:
    """Return the hint of each key that the confirm page names, and what it will be able to read."""
    page, _, _ = page.partition(" still cannot read billing data:</p>")  # what follows are keys that gain nothing
    found = re.findall(r"<li><strong>.*?</strong> <code>(.*?)</code>: (.*?)</li>", page, re.S)
    return {hint: sorted(re.sub(r" \(only from .*?\)|\.\Z", "", reads).split("; ")) for hint, reads in found}


def _cells(opt_in: str, suspension: str) -> Iterator[tuple[Cell, bool, str]]:
    for scopes, state, address in product(SCOPE_SETS, STATES, ADDRESSES):
        sent_from = OUTSIDE if address in {"outside", "no list"} else INSIDE
        yield Cell(frozenset(scopes), opt_in, suspension, state, address), address != "no list", sent_from


@pytest.mark.django_db
@pytest.mark.parametrize("suspension", SUSPENSIONS)
def test_each_cell_is_answered_as_the_promises_say_and_as_every_preview_said(
    acme, alice, sign_in, configure, suspension
):
    configure(RATE_LIMITS=dict.fromkeys(RATES, 10_000))
    add_figures(acme)
    keys, api, owner = Keys(acme), Api(), sign_in(alice)
    by_kind = {kind: pk for pk, kind in keys.ids.items()}
    hints = {key.pk: key.hint for key in ApiKey.objects.all()}
    real: dict[Cell, dict[str, Answer]] = {}
    confirm_pages: dict[str, str] = {}
    turns = cycle(PATHS)
    for opt_in in OPT_INS if IN_FULL or suspension == "none" else ("off", "on"):
        situate(acme, opt_in, suspension)
        confirm_pages[opt_in] = owner.get("/o/acme/billing-reads/turn-on/").content.decode()
        previews = {address: _previewed(acme, address) for address in (INSIDE, OUTSIDE)}
        for cell, listed, sent_from in _cells(opt_in, suspension):
            kind = (cell.scopes, cell.state, listed)
            is_let_in = cell.gates["key"] and cell.gates["address"]
            # The figures need three scopes: too few cells hold them all for each situation to have its turn.
            asks_all = IN_FULL or NEEDS[FIGURES][0] <= cell.scopes
            asks_all |= is_let_in and (cell.opt_in == "on" or cell.address == "no list")
            is_told = asks_all and is_let_in
            paths = PATHS if asks_all else (next(turns),)
            real[cell] = api.answers(paths, keys.secrets[kind], sent_from)
            for route, answer in real[cell].items():
                assert answer == oracle(cell, route), (cell, route)
            for route in NEEDS:
                assert previews[sent_from][by_kind[kind]][route] == oracle(cell, route), ("preview", cell, route)
                assert not is_told or api.told[route] == real[cell][route], ("GET /v1/key", cell, route)
    _exactly_one_is_served(real)
    is_suspended = suspension in {"organization", "platform"}
    gains = {
        hints[by_kind[cell.scopes, cell.state, cell.address == "inside"]]: reads
        for cell, answers in real.items()
        if cell.opt_in == "on" and cell.address != "outside" and (reads := _billing_reads(answers))
    }
    assert len(gains) == (0 if is_suspended else 2 * 2 * 12)
    if is_suspended:
        situate(acme, "on", "none")
        gains = _gains(api, keys, hints)
    for opt_in, page in confirm_pages.items():
        named = _gaining(page)
        assert named == {hint: gains[hint] for hint in named}, f"the confirm page with the opt-in {opt_in}"
        assert len(named) == 20
        assert f"And {len(gains) - 20} more keys" in page
        assert ("Once lifted, these 48 keys can read billing data:" in page) == is_suspended
        assert ("These 48 keys can read billing data:" in page) != is_suspended


def _gains(api: Api, keys: Keys, hints: dict[Any, str]) -> dict[str, list[str]]:
    """Return what each key that is let in reads of the billing data, by its hint, as the API answers now."""
    return {
        hints[pk]: reads
        for pk, kind in keys.ids.items()
        if kind[1] in {"live", "in overlap"}
        and (reads := _billing_reads(api.answers(PATHS, keys.secrets[kind], INSIDE)))
    }


def _billing_reads(answers: dict[str, Answer]) -> list[str]:
    words = {route: shown.reads.lower() for route, shown in zip(NEEDS, READABLE, strict=True)}
    return sorted(words[route].replace("'", "&#x27;") for route in BILLING if answers.get(route) == OK)


def _exactly_one_is_served(real: dict[Cell, dict[str, Answer]]) -> None:
    """Check that each billing route is served only where every condition holds, and that all combinations occur."""
    suspended = next(iter(real)).suspension in {"organization", "platform"}
    for route in BILLING:
        served, refused = set(), set()
        for cell, answers in real.items():
            if route in answers:
                gates = (*cell.gates.values(), NEEDS[route][0] <= cell.scopes)
                (served if answers[route] == OK else refused).add(gates)
        assert served == (set() if suspended else {(True,) * 5}), route
        assert len(served | refused) == 2**4
        assert not served & refused


def test_the_walk_is_whole():
    cells = list(chain.from_iterable(_cells(*each) for each in product(OPT_INS, SUSPENSIONS)))
    assert len({cell for cell, _, _ in cells}) == 16 * 5 * 4 * 5 * 3
    assert {route: route.scopes for route in READABLE} == dict(
        zip(READABLE, (scopes for scopes, _ in NEEDS.values()), strict=True)
    )
