"""Takes the measurements: what is compared is measured in interleaved rounds, and medians are used."""

import json
import os
import statistics
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, Final

from django.db import connection
from django.test import Client

from accounts.models import User
from benchmarks.dataset import DAYS, TAG, TAG_OF_FEW, feed, usage_query, year
from benchmarks.worker import get, median_seconds
from billing_access.access.decision import authorize, facts_for_secret
from billing_access.api import base_views, rate_limits
from billing_access.billing.ingest import merge
from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.merge_sql import ROLLUPS
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.models import Revision
from billing_access.billing.reports.account_snapshot import read_snapshot
from billing_access.billing.reports.estimate import EstimateQuery, read_estimate
from billing_access.billing.reports.state import read_state
from billing_access.billing.reports.summary import read_summary
from billing_access.billing.reports.summary_query import MAX_DAYS_OF_LONG_BUCKETS, SummaryQuery
from billing_access.billing.reports.usage import read_usage
from billing_access.billing.reports.usage_query import Bookmark, Cursor, UsageQuery
from billing_access.routes import BILLING_USAGE
from config.metrics import count_request
from config.wsgi import application
from orgs import actors
from orgs.models import Organization
from orgs.roles import Role
from orgs.services.members import add_member
from orgs.time_zones import time_zone

PEERS: Final = Path(__file__).parent.parent / ".data" / "bench" / "venv" / "bin" / "python"
FEEDER: Final = actors.command("benchmarks")
Actions = dict[str, Callable[[], object]]
_RAW: Final = """
SELECT date_trunc('day', started_at, 'UTC'), sum(total_cost_usd), count(*), sum(llm_tokens_in), sum(llm_tokens_out)
FROM billing_run WHERE organization_id = %s AND started_at >= %s AND started_at < %s GROUP BY 1 ORDER BY 1
"""


def statements(secret: str) -> Actions:
    """Return actions that execute and fetch each report's SQL statement, without what Python makes of the rows."""
    grant = authorize(facts_for_secret(secret), BILLING_USAGE)
    start, end = year()
    snapshot = read_snapshot(grant)
    # Half the days of the last stage, each of which is a revision.
    half = Revision.objects.get(organization_id=grant.organization_pk, revision=snapshot.revision - DAYS // 2)

    def page(fraction: float | None = None, **more: Any) -> Callable[[], object]:
        cursor = None
        if fraction is not None:
            position = start + (end - start) * fraction
            cursor = Cursor(start, end, end, snapshot.revision, snapshot.revision_token, position, "")
        return lambda: read_usage(grant, UsageQuery(start, end, **more), cursor)

    def summary(bucket: str, zone: str, *group_by: str, since: datetime = start) -> Callable[[], object]:
        return lambda: read_summary(grant, SummaryQuery(since, end, bucket, time_zone(zone), group_by))

    ten_years_ago = end - timedelta(days=MAX_DAYS_OF_LONG_BUCKETS)
    reads = {
        "state": lambda: read_state(grant),
        "page, first": page(),
        "page, half way": page(0.5),
        "page, at the end": page(0.001),
        "page of one county": page(tags=((TAG, "c31"),)),
        "page of changes, half way": page(updated_after=Bookmark(start, end, half.revision, str(half.token))),
        "year by day": summary("day", "UTC"),
        "year by day elsewhere": summary("day", "America/New_York"),
        "year by day and pipeline": summary("day", "UTC", f"tag:{TAG_OF_FEW}"),
        "year by day and county": summary("day", "UTC", f"tag:{TAG}"),
        "year by county": summary("none", "UTC", f"tag:{TAG}"),
        "ten years by month": summary("month", "UTC", since=ten_years_ago),
        "ten years by month elsewhere": summary("month", "America/New_York", since=ten_years_ago),
        "month by day and type": summary("day", "UTC", "run_type", since=end - timedelta(days=30)),
        "estimate": lambda: read_estimate(grant, EstimateQuery(runs=500)),
        # The rarest county: its sample is not full before every run that may be read was read.
        "estimate of one county": lambda: read_estimate(grant, EstimateQuery(runs=500, tags=((TAG, "c59"),))),
    }
    actions = {name: _executing(*_statement_of(read)) for name, read in reads.items()}
    return actions | {"raw": _executing(_RAW, [grant.organization_pk, start, end])}


def requests(secret: str) -> Actions:
    """Return actions that request our own site."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE benchmark_commit (number int)")
    key = {"x-api-key": secret}
    state, page = "/v1/billing/state", f"/v1/billing/usage?{usage_query()}"
    summary = f"/v1/billing/usage/summary?bucket=day&{usage_query()}"
    actions: Actions = {
        "state": get(application, state, key),
        "state unrecorded": _recording_by(lambda *_: None, get(application, state, key)),
        "page unrecorded": _recording_by(lambda *_: None, get(application, page, key)),
        "state row": _recording_by(_commit_a_row, get(application, state, key)),
        "page row": _recording_by(_commit_a_row, get(application, page, key)),
    }
    for name, path in (("state", state), ("page", page), ("summary", summary)):
        actions[name] = full = get(application, path, key)
        actions[f"{name} 304"] = get(application, path, {**key, "if-none-match": full()["ETag"]}, expect=304)
    return actions


def worst_requests(secret: str) -> Actions:
    """Return actions that request what costs the most among all that a key may ask: what matches nothing, and sums
    that are close to their limits."""
    end = year()[1]
    usage, estimate = f"/v1/billing/usage?{usage_query()}", "/v1/billing/estimate?runs=500"
    ten_tags = "".join(f"&tag=k{n}:v" for n in range(10))

    def summary(days: int, *group_by: str, bucket: str = "hour", zone: str = "UTC") -> str:
        groups = "".join(f"&group_by={each}" for each in group_by)
        since = usage_query(end - timedelta(days=days))
        return f"/v1/billing/usage/summary?{since}&bucket={bucket}&timezone={zone}{groups}"

    paths = {
        "usage of a tag that no run has": f"{usage}&tag={TAG}:none",
        "the same, oldest first": f"{usage}&tag={TAG}:none&order=asc",
        "usage of ten tags": f"{usage}{ten_tags}",
        "usage of a status that no run has": f"{usage}&status=paused",
        "usage of a type that no run has": f"{usage}&run_type=task_v1",
        "estimate of ten tags": f"{estimate}{ten_tags}",
        "estimate of a type that no run has": f"{estimate}&run_type=task_v1",
        "month by hour and type": summary(31, "run_type"),
        "eleven days by hour and two tags": summary(11, f"tag:{TAG}", f"tag:{TAG_OF_FEW}"),
        "41 days by hour and county": summary(41, f"tag:{TAG}"),
        "year by day and county elsewhere": summary(DAYS, f"tag:{TAG}", bucket="day", zone="America/New_York"),
    }
    return {name: get(application, path, {"x-api-key": secret}) for name, path in paths.items()}


def pages(organization: Organization, *paths: str) -> Actions:
    """Return actions that load pages of an organization as its owner."""
    owner, _ = User.objects.get_or_create(email=f"owner-of-{organization.pk}@example.com")
    add_member(organization, user=owner, role=Role.OWNER, actor=FEEDER)
    client = Client(SERVER_NAME="localhost")
    client.force_login(owner, "django.contrib.auth.backends.ModelBackend")

    def load(path: str) -> Callable[[], object]:
        def do() -> object:
            answer = client.get(f"/o/{organization.slug}/{path}")
            if answer.status_code != 200:
                raise RuntimeError(f"{path}: {answer.status_code}")
            return answer

        return do

    return {path: load(path) for path in paths}


def queries_of_wrong_keys(secret: str) -> int:
    """Return how many SQL statements a malformed key and one with a wrong checksum cause."""
    seen: list[str] = []
    wrong = secret[:20] + ("A" if secret[20] != "A" else "B") + secret[21:]

    def count(execute: Any, statement: str, *rest: Any) -> Any:
        seen.append(statement)
        return execute(statement, *rest)

    with connection.execute_wrapper(count):
        for key in ("nonsense", wrong):
            get(application, "/v1/billing/state", {"x-api-key": key}, expect=401)()
    return len(seen)


def seconds_of_counting() -> float:
    """Return how long it takes to count one request for the metrics, in files."""
    route, times = "/v1/billing/state", 1000

    def count_many() -> None:
        for _ in range(times):
            count_request("GET", route, 200, 0.003)

    return median_seconds(count_many, 20) / times


@contextmanager
def peers(organization: Organization) -> Iterator[Callable[[str, int], float]]:
    """Start the peers; yield a function that runs one of their actions and returns the median seconds."""
    at = connection.connection.info
    database = {
        "BENCH_NAME": at.dbname,
        "BENCH_HOST": at.host,
        "BENCH_PORT": str(at.port),
        "BENCH_USER": at.user,
        "BENCH_PASSWORD": at.password,
    }
    child = subprocess.Popen(  # noqa: S603
        [str(PEERS), str(Path(__file__).parent / "peers.py"), usage_query()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **database, "BENCH_ORGANIZATION": str(organization.pk)},
    )
    if child.stdin is None or child.stdout is None:
        raise RuntimeError("no pipes")
    orders, answers = child.stdin, child.stdout
    if not answers.readline():
        raise RuntimeError("the peers did not start; their error is printed above")

    def do(name: str, times: int) -> float:
        orders.write(json.dumps({"do": name, "times": times}) + "\n")
        orders.flush()
        return float(json.loads(answers.readline()))

    try:
        yield do
    finally:
        orders.close()
        child.wait(10)


def interleave(ours: Actions, theirs: Callable[[str, int], float], rounds: int, times: int) -> dict[str, list[float]]:
    """Return the median seconds of every action in each round; those of peers are named `peer <name>`.

    Each round has an order of its own: the first requests after long ones take longer, whatever they are.
    """
    measures = {name: partial(median_seconds, action, times) for name, action in ours.items()}
    measures |= {f"peer {name}": partial(theirs, name, times) for name in ("bare", "api-key", "knox", "oauth", "runs")}
    taken: dict[str, list[float]] = {name: [] for name in measures}
    for number in range(rounds):
        for name in Random(number).sample(list(measures), len(measures)):  # noqa: S311 (no secret)
            rate_limits.reset()
            taken[name].append(measures[name]())
    return taken


def in_rounds(actions: Actions, rounds: int, times: int) -> dict[str, list[float]]:
    """Return the median seconds of every action in each round; the slow raw sum runs once in each of three rounds."""
    taken: dict[str, list[float]] = {}
    for number in range(rounds):
        for name, action in actions.items():
            if name != "raw" or number < 3:
                taken.setdefault(name, []).append(median_seconds(action, 1 if name == "raw" else times))
    return taken


def flat(secret: str) -> dict[str, float]:
    """Return the median seconds of reports that must not slow down as the number of runs grows."""
    actions = statements(secret)
    names = ("state", "year by day", "year by day elsewhere", "year by day and county")
    return {name: median_seconds(actions[name], 10) for name in names}


def ratio(taken: dict[str, list[float]], one: str, other: str) -> float:
    """Return the median over the rounds of the ratio within a round."""
    return statistics.median(a / b for a, b in zip(taken[one], taken[other], strict=True))


def feeding(organizations: list[Organization], rows: int, rounds: int) -> tuple[float, float]:
    """Return the rows a second of ingest, and its ratio to ingest without rollups. Raises if a repeat adds rows."""
    with_rollups, without = [], []
    for number in range(rounds):
        fed = feed(organizations, f"with-{number}", rows)
        with_rollups.append(_seconds_of_ingest(fed, inserted=rows))
        if number == 0:
            _seconds_of_ingest(fed, inserted=0)
        original, merge.MERGE = merge.MERGE, merge.MERGE.replace(f",\n{ROLLUPS}", "")
        without.append(_seconds_of_ingest(feed(organizations, f"without-{number}", rows), inserted=rows))
        merge.MERGE = original
    part = statistics.median(b / a for a, b in zip(with_rollups, without, strict=True))
    return rows / statistics.median(with_rollups), part


def _seconds_of_ingest(rows: list[dict[str, object]], *, inserted: int) -> float:
    source = [SourceRow(n, fields) for n, fields in enumerate(rows, 1)]
    reports = []
    seconds = median_seconds(
        lambda: reports.append(ingest(source, OrganizationFinder(column="org"), actor=FEEDER)), times=1
    )
    if (reports[0].inserted, reports[0].refused) != (inserted, 0):
        raise RuntimeError(f"ingest did not insert {inserted} rows: {vars(reports[0])}")
    return seconds


def _recording_by(record_read: Callable[..., None], request: Callable[[], object]) -> Callable[[], object]:
    """Return the request with this in the place of the record."""

    def do() -> object:
        original, base_views.record_read = base_views.record_read, record_read
        try:
            return request()
        finally:
            base_views.record_read = original

    return do


def _commit_a_row(*_: object) -> None:
    """Commit one short row: what any durable record costs at least, on this machine."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO benchmark_commit VALUES (1)")


def _statement_of(read: Callable[[], object]) -> tuple[str, Any]:
    seen: list[tuple[str, Any]] = []

    def note(execute: Any, statement: str, parameters: Any, *rest: Any) -> Any:
        seen.append((statement, parameters))
        return execute(statement, parameters, *rest)

    with connection.execute_wrapper(note):
        read()
    return seen[-1]


def _executing(statement: str, parameters: Any) -> Callable[[], object]:
    def execute() -> object:
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            return cursor.fetchall()

    return execute
