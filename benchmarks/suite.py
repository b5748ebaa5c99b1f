"""Everything that `make bench` measures, in a database of its own that is empty at first."""

import sys
import time
from pathlib import Path
from typing import Final

from django.core.management import call_command
from django.db import connection

import config.wsgi  # noqa: F401  sets up Django as a server does, before models are imported
from benchmarks import audit_log, budgets, dataset, measures, report, served_site, verification
from billing_access.access.services import issue_key, turn_on_billing_reads
from billing_access.scopes import ALL_SCOPES

RESULTS: Final = Path(__file__).parent / "results.md"
QUICK_RESULTS: Final = Path(__file__).parent.parent / ".data" / "bench" / "results.md"
STAGES: Final = (10_000, 100_000, 1_000_000, 10_000_000)
QUICK_STAGES: Final = (10_000, 50_000, 200_000)
EVENTS: Final = (10_000, 100_000, 1_000_000, 5_000_000)
QUICK_EVENTS: Final = (10_000, 100_000)
_STARTED: Final = time.monotonic()


def run(quick: bool) -> int:
    """Measure everything, write the results, and return the exit code."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    organizations = dataset.create_organizations()
    largest = organizations[0]
    turn_on_billing_reads(largest, actor=measures.FEEDER)
    key = issue_key(largest, actor=measures.FEEDER, name="Benchmark", scopes=ALL_SCOPES, lifetime_days=90)
    flat, loaded = [], 0
    for stage, runs in enumerate(QUICK_STAGES if quick else STAGES):
        dataset.load(organizations, stage, runs - loaded)
        flat.append((loaded := runs, measures.flat(key.secret)))
        _say(f"{runs:,} runs loaded")
    dataset.check(organizations[0], organizations[20], organizations[-1])
    _say("figures checked")
    dataset.add_earlier_years(largest)
    _wait_for_idle(5 if quick else 60)
    rounds, times = (7, 30) if quick else (15, 40)
    with measures.peers(largest) as theirs:
        taken = measures.interleave(measures.requests(key.secret), theirs, rounds, times)
    _say("requests measured")
    taken_by_statements = measures.in_rounds(measures.statements(key.secret), rounds // 2, 10)
    _say("statements measured")
    worst = measures.in_rounds(measures.worst_requests(key.secret), 3, 3)
    _say("the worst requests measured")
    page_times = measures.in_rounds(measures.pages(largest, "overview/", "overview/?days=365", "balance/"), 5, 5)
    findings = [
        *budgets.of_requests(taken),
        report.Finding(
            "queries for a malformed key or a bad checksum", measures.queries_of_wrong_keys(key.secret), "", 0
        ),
        report.Finding("counting one request for the metrics", measures.seconds_of_counting() * 1e6, " µs", 10),
        *budgets.of_statements(taken_by_statements, is_large=not quick),
        *budgets.of_worst_requests(worst),
        *budgets.of_ingest(*measures.feeding(organizations, 10_000 if quick else 50_000, 3)),
        *budgets.of_growth(flat),
    ]
    _say("ingest measured")
    audited = []
    audit_log.prepare()
    stages = QUICK_EVENTS if quick else EVENTS
    for before, events in zip((0, *stages), stages, strict=False):
        audit_log.grow(organizations[1], before, events)
        audited.append((events, audit_log.reads(organizations[1], events)))
        _say(f"{events:,} events of one organization")
    findings += audit_log.of_growth(audited)
    findings += verification.during_reads(organizations[1], stages[-1], key.secret)
    _say("verified during reads")
    _wait_for_idle(5 if quick else 60)
    findings += audit_log.clients(organizations[2], *((6, 1.5) if quick else (30, 2.5)))
    _say("clients measured")
    page_times |= measures.in_rounds(measures.pages(organizations[1], "audit-log/"), 5, 5)
    findings += budgets.of_pages(page_times)
    served: list[report.Table] = []

    def write() -> str:
        took = time.monotonic() - _STARTED
        text = report.page(findings, flat, audited, served, f"make bench{'-quick' if quick else ''}", took)
        (QUICK_RESULTS if quick else RESULTS).write_text(text)
        return text

    # What has been measured so far is not lost if the whole site does not start.
    write()
    served += served_site.over_http(organizations[3:11], rounds=3 if quick else 10, times=100 if quick else 250)
    _say("requests over HTTP measured")
    print(write())
    return int(not all(each.is_met for each in findings))


def _wait_for_idle(seconds: float) -> None:
    """Wait until the server has finished the work that a bulk load leaves: a checkpoint and autovacuum.

    It would slow down requests that commit, but not the ones that they are compared with.
    """
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        is_busy, ends = True, time.monotonic() + seconds  # autovacuum starts once a minute
        while is_busy or time.monotonic() < ends:
            time.sleep(1)
            cursor.execute("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE backend_type = 'autovacuum worker')")
            (is_busy,) = cursor.fetchone()
    _say("the server is idle")


def _say(what: str) -> None:
    print(f"… {time.monotonic() - _STARTED:5.0f} s  {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(run("--quick" in sys.argv[1:]))
