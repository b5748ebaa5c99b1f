"""Promise 6: a walk sees every run of its snapshot once, and a copy misses nothing, whatever commits meanwhile.

Other connections feed and void runs; some of their transactions take a revision, wait, and commit late.
"""

import itertools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from billing_access.access.services import issue_key, turn_on_billing_reads
from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.ingest.void import void_runs
from billing_access.routes import RATES
from billing_access.scopes import ALL_SCOPES
from orgs import actors
from orgs.models import Organization
from orgs.services import organizations
from tests.properties import tried_on

pytestmark = pytest.mark.django_db(transaction=True)
SYSTEM = actors.command("tests")
START = datetime(2026, 4, 1, tzinfo=UTC)
RANGE = {"from": "2026-04-01T00:00:00Z", "to": "2026-04-02T00:00:00Z"}
GATE = 4242
# A transaction that writes runs waits at its commit while another session holds the gate.
LATE = f"""
CREATE FUNCTION wait_at_the_gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_advisory_xact_lock_shared({GATE}); RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER waits AFTER INSERT OR UPDATE OR DELETE ON billing_run DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION wait_at_the_gate()
"""
WAITING = (
    f"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = {GATE} AND NOT granted "
    "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
NUMBERS = itertools.count()


@pytest.fixture
def gate(transactional_db: None) -> Iterator[None]:
    """Make every transaction that writes runs wait at the gate before it commits."""
    with connection.cursor() as cursor:
        cursor.execute(f"RESET ROLE; {LATE}; SET ROLE billing_access_app")
    yield
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock_all(); RESET ROLE; DROP FUNCTION wait_at_the_gate CASCADE")
        cursor.execute("SET ROLE billing_access_app")


class World:
    """An organization, the runs fed into it, and a script that reads them."""

    def __init__(self, api: Callable[..., Any]) -> None:
        number = next(NUMBERS)
        owner = User.objects.create_user(f"owner{number}@example.com", "x" * 12, name="Owner")
        self.organization: Organization = organizations.create_organization(
            name=f"Org {number}", slug=f"org-{number}", owner=owner, actor=SYSTEM
        )
        turn_on_billing_reads(self.organization, actor=SYSTEM)
        self.secret = issue_key(self.organization, actor=SYSTEM, name="copy", scopes=ALL_SCOPES, lifetime_days=1).secret
        self.api = api
        self.costs: dict[str, int] = {}
        self.voided: set[str] = set()
        self.delays: dict[str, int] = {}
        self.late: threading.Thread | None = None
        self.failures: list[BaseException] = []

    def page(self, **parameters: Any) -> dict[str, Any]:
        answer = self.api("/v1/billing/usage", self.secret, **parameters)
        assert answer.status_code == 200, answer.json()
        body: dict[str, Any] = answer.json()
        return body

    @property
    def live(self) -> dict[str, int]:
        """The costs of the runs that are not voided."""
        return {run_id: cost for run_id, cost in self.costs.items() if run_id not in self.voided}

    def feed(self, *, new: int = 0, repriced: tuple[int, ...] = (), void: tuple[int, ...] = ()) -> None:
        """Feed new runs, many at the same instant, and raise the cost of some existing ones; or void some.

        A voided run that is repriced is live again, an hour later than before.
        """
        known = list(self.costs)
        if void:
            chosen = {known[place % len(known)] for place in void if known} - self.voided
            if chosen:
                void_runs(self.organization, sorted(chosen), reason="fed by mistake", actor=SYSTEM)
            self.voided |= chosen
            return
        for _ in range(new):
            self.costs[f"r{len(self.costs):03}"] = 1
        again = {known[place % len(known)] for place in repriced if known}
        for run_id in again:
            self.costs[run_id] += 1
            self.delays[run_id] = self.delays.get(run_id, 0) + (run_id in self.voided)
        self.voided -= again
        rows = [self._row(run_id) for run_id in [*again, *list(self.costs)[len(known) :]]]
        ingest(
            [SourceRow(line, row) for line, row in enumerate(rows, 1)],
            OrganizationFinder(organization=self.organization),
            actor=SYSTEM,
        )

    def _row(self, run_id: str) -> dict[str, Any]:
        started = START + timedelta(hours=int(run_id[1:]) * 7 % 3 + self.delays.get(run_id, 0))
        return {
            "run_id": run_id, "started_at": started.isoformat(), "cost_status": "accruing",
            "total_cost_usd": str(self.costs[run_id]), "status": "running",
        }  # fmt: skip

    def begin_late(self, **what: Any) -> None:
        """Feed from another connection up to the commit, which waits."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_advisory_lock({GATE})")

        def work() -> None:
            try:
                self.feed(**what)
            except BaseException as failure:
                self.failures.append(failure)
            finally:
                connection.close()

        self.late = threading.Thread(target=work)
        self.late.start()
        while self.late.is_alive():
            with connection.cursor() as cursor:
                cursor.execute(WAITING)
                if cursor.fetchone()[0]:
                    return

    def commit_late(self) -> None:
        """Let the waiting transaction commit."""
        if self.late is not None:
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT pg_advisory_unlock({GATE})")
            self.late.join(30)
            self.late = None
        assert not self.failures, self.failures

    def do(self, step: tuple[str, Any]) -> None:
        """Take one step. A waiting transaction locks the account, so any step but a page commits it first."""
        name, what = step
        if name == "commit" or (self.late is not None and name != "page"):
            self.commit_late()
        elif name == "late":
            self.begin_late(**what)
        elif name == "feed":
            self.feed(**what)


PLACES = st.lists(st.integers(0, 30), max_size=3).map(tuple)
FED = st.fixed_dictionaries({"new": st.integers(0, 3), "repriced": PLACES})
VOIDED = st.fixed_dictionaries({"void": PLACES.filter(bool)})
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("feed"), FED | VOIDED),
        st.tuples(st.just("late"), FED.filter(lambda fed: fed["new"])),
        st.just(("commit", None)),
        st.just(("page", None)),
        st.just(("page", None)),
    ),
    min_size=3,
    max_size=25,
)


@contextmanager
def interleaved(world: World, steps: list[tuple[str, Any]]) -> Iterator[Iterator[None]]:
    """Yield once for each page that is to be read, and take the other steps in between."""

    def pages() -> Iterator[None]:
        for step in steps:
            if step[0] == "page":
                yield
            else:
                world.do(step)
        while True:
            yield

    try:
        yield pages()
    finally:
        world.commit_late()


@tried_on(45)
@given(steps=STEPS, first=st.integers(0, 8), limit=st.integers(1, 4), order=st.sampled_from(["asc", "desc"]))
def test_a_walk_sees_the_runs_of_its_snapshot_once(gate, api, configure, steps, first, limit, order):
    configure(RATE_LIMITS=dict.fromkeys(RATES, 10_000))
    world = World(api)
    world.feed(new=first)
    with interleaved(world, steps) as turns:
        for _ in range(3):
            next(turns)
            there = [run["run_id"] for run in world.page(**RANGE, limit=500, order=order)["runs"]]
            body, seen = world.page(**RANGE, limit=limit, order=order), []
            first_as_of = body["as_of"]
            while True:
                seen += [run["run_id"] for run in body["runs"]]
                assert body["as_of"] == first_as_of
                if not body["has_more"]:
                    break
                next(turns)
                body = world.page(**RANGE, limit=limit, order=order, cursor=body["next_cursor"])
            assert seen == there


@tried_on(15)
@given(steps=STEPS, first=st.integers(0, 8), limit=st.integers(1, 4))
def test_a_copy_misses_nothing(gate, api, configure, steps, first, limit):
    configure(RATE_LIMITS=dict.fromkeys(RATES, 10_000))
    world = World(api)
    world.feed(new=first)
    copy: dict[str, dict[str, Any]] = {}
    since: dict[str, str] = {}

    def bring_up_to_date(turns: Iterator[None]) -> None:
        seen: list[str] = []
        body = world.page(**RANGE, limit=limit, **since)
        while True:
            seen.extend(run["run_id"] for run in body["runs"])
            for run in body["runs"]:
                copy[run["run_id"]] = run
                if run["cost_status"] == "void":
                    del copy[run["run_id"]]
            if not body["has_more"]:
                break
            next(turns)
            body = world.page(**RANGE, limit=limit, **since, cursor=body["next_cursor"])
        assert len(seen) == len(set(seen))
        since["updated_after"] = body["updated_through"]

    with interleaved(world, steps) as turns:
        for _ in range(4):
            next(turns)
            bring_up_to_date(turns)
    bring_up_to_date(itertools.repeat(None))
    whole = {run["run_id"]: run for run in world.page(**RANGE, limit=500)["runs"]}
    assert copy == whole
    assert {run_id: int(float(run["total_cost_usd"])) for run_id, run in copy.items()} == world.live
    assert world.page(**RANGE, **since)["runs"] == []


def test_a_transaction_that_commits_late_is_not_skipped(gate, api, settings):
    """A time or a sequence would skip it: it began before the walk and commits after it."""
    world = World(api)
    world.feed(new=2)
    world.begin_late(new=1, repriced=(0,))
    first = world.page(**RANGE)
    assert [run["run_id"] for run in first["runs"]] == ["r001", "r000"]
    world.commit_late()
    changed = world.page(**RANGE, updated_after=first["updated_through"])["runs"]
    assert {run["run_id"]: run["total_cost_usd"] for run in changed} == {"r000": "2.00", "r002": "1.00"}
    assert all(run["cost_updated_at"] < first["as_of"] for run in changed)


def test_a_void_that_commits_late_is_not_skipped(gate, api, settings):
    world = World(api)
    world.feed(new=2)
    world.begin_late(void=(0,))
    first = world.page(**RANGE)
    assert [run["cost_status"] for run in first["runs"]] == ["accruing", "accruing"]
    world.commit_late()
    changed = world.page(**RANGE, updated_after=first["updated_through"])["runs"]
    assert [(run["run_id"], run["cost_status"], run["total_cost_usd"]) for run in changed] == [("r000", "void", "0.00")]
