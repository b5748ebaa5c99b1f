"""Measures a large audit log: reading pages and following it with up to five million events of one organization, the
age of events when they are sealed, the cost of recording for sixteen clients, and how they are verified."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from django.db import connection

from benchmarks.report import Finding
from benchmarks.worker import median_seconds
from billing_audit.reading.feed import follow
from billing_audit.reading.filters import Filters
from billing_audit.reading.queries import page
from billing_audit.signed_notes import Checkpoint, Signer
from billing_audit.storage.partitions import first_id, make_partitions
from billing_audit.transparency.merkle import Edge
from billing_audit.transparency.sealer import BATCH
from billing_audit.verification.report import Verdict
from billing_audit.verification.verify import one_moment, verify_log
from orgs.models import Organization

CLIENTS: Final = 16
# Of every log that the benchmarks seal, and of the statements in it.
SIGNER: Final = Signer.generate("benchmark")
_STATEMENTS: Final = Signer.generate("benchmark")
SINCE: Final = timedelta(days=360)
# Of a hundred events 97 are reads by forty keys from 500 addresses, two are denials and one is a person's. Each stage
# also has this many changes of the opt-in by one person, so that a page of them is full at every size of the log.
_RARE: Final = 60
# They are as the site and the sealer write them, so that the log verifies.
_EVENTS: Final = """
WITH new AS (
    SELECT n, t, (lpad(to_hex((extract(epoch FROM t) * 1000)::bigint), 12, '0') || '7'
                  || substr(md5('a' || n), 1, 3) || '8' || substr(md5('b' || n), 1, 15))::uuid AS id,
           CASE WHEN n %% %(rare)s::bigint = 0 THEN 'billing_reads.enabled' WHEN n %% 100 = 1 THEN 'audit_log.viewed'
                ELSE 'billing.usage.read' END AS action,
           CASE WHEN n %% 100 IN (2, 3) THEN 'denied' ELSE 'allowed' END AS outcome,
           CASE WHEN n %% 100 = 2 THEN 'insufficient_scope' WHEN n %% 100 = 3 THEN 'org_opt_in_required'
                ELSE '' END AS reason,
           CASE WHEN n %% %(rare)s::bigint = 0 OR n %% 100 = 1 THEN 'user' ELSE 'api_key' END AS kind,
           CASE WHEN n %% %(rare)s::bigint = 0 THEN '7' WHEN n %% 100 = 1 THEN (n %% 30)::text
                ELSE '6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a' || lpad((n %% 40)::text, 2, '0') END AS actor,
           to_char(t AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS written,
           substr(sha256(n::text::bytea), 1, 16) AS salt,
           '192.0.' || n %% 500 / 250 || '.' || n %% 250 AS address
    FROM (SELECT n, %(start)s::timestamptz + (n - %(stage)s) * %(step)s::interval AS t
          FROM generate_series(%(first)s, %(last)s - 1) n) s
), described AS (
    SELECT *, format('{"actor_name":"%%s","address":"%%s","target_name":"","user_agent":"curl/8"}', actor, address)
              AS personal FROM new
), written AS (
    SELECT *, json_build_object(
           'action', action, 'actor_id', actor, 'actor_kind', kind, 'changes', '{}'::json,
           'commitments', json_build_object('personal', encode(sha256(salt || personal::bytea), 'hex')),
           'details', json_build_object('route', '/v1/billing/usage', 'rows', 100, 'from', written, 'to', written),
           'id', id, 'organization_id', %(organization)s::text, 'outcome', outcome,
           'reason_code', reason, 'recorded_at', written, 'request_id', 'req_' || md5(n::text),
           'target_id', %(organization)s::text, 'target_kind', 'organization', 'version', 2)::text AS body
    FROM described
), parts AS (
    INSERT INTO billing_audit_part (event_id, kind, organization_id, salt, data)
    SELECT id, 'personal', %(organization)s, salt, personal::jsonb FROM written
), leaves AS (
    INSERT INTO billing_audit_leaf (log, place, event_id, hash)
    SELECT %(organization)s, n, id, sha256('\\x00'::bytea || convert_to(body, 'UTF8')) FROM written
)
INSERT INTO billing_audit_event (id, organization_id, recorded_at, action, outcome, reason_code, actor_kind, actor_id,
                         target_kind, target_id, request_id, body)
SELECT id, %(organization)s, t, action, outcome, reason, kind, actor, 'organization', %(organization)s,
       'req_' || md5(n::text), body FROM written
"""
_AT_ONCE: Final = 250_000
_AGES: Final = """
SELECT extract(epoch FROM substring(c.note FROM 'sealed (\\S+)')::timestamptz - e.recorded_at)::float AS age
FROM billing_audit_event e JOIN billing_audit_leaf l ON l.event_id = e.id
CROSS JOIN LATERAL (
    SELECT note FROM billing_audit_checkpoint WHERE log = l.log AND size > l.place ORDER BY size LIMIT 1
) c
WHERE e.organization_id = %s AND e.id >= %s ORDER BY age
"""


def prepare() -> None:
    """Create the partitions of the year that the log covers."""
    month = (datetime.now(UTC) - SINCE).date().replace(day=1)
    while month < datetime.now(UTC).date():
        make_partitions(month)
        month = (month + timedelta(days=32)).replace(day=1)


def grow(organization: Organization, first: int, last: int) -> None:
    """Write the events ``first`` to ``last`` of a log, spread over the year, and seal them."""
    parameters = {
        "organization": organization.public_id,
        "start": datetime.now(UTC) - SINCE,
        "stage": first,
        "step": SINCE / (last - first),
        "rare": (last - first) // _RARE,
    }
    with connection.cursor() as cursor:
        for begin in range(first, last, _AT_ONCE):
            cursor.execute(_EVENTS, {**parameters, "first": begin, "last": min(begin + _AT_ONCE, last)})
    _seal(organization.public_id, first)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE) billing_audit_event, billing_audit_part, billing_audit_leaf")


def _seal(log: str, first: int) -> None:
    """Let the log's tree grow by the leaves from ``first`` on, with as many checkpoints as the sealer would sign.

    So the sealer can go on with it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT edge FROM billing_audit_tree WHERE log = %s", [log])
        (joined,) = cursor.fetchone() or (b"",)
    edge, notes = Edge.of(first, bytes(joined)), []
    with connection.chunked_cursor() as rows:
        rows.execute("SELECT hash FROM billing_audit_leaf WHERE log = %s AND place >= %s ORDER BY place", [log, first])
        while leaves := rows.fetchmany(BATCH):
            edge, _ = edge.extend(bytes(leaf) for (leaf,) in leaves)
            notes.append((log, edge.size, Checkpoint(log, edge.size, edge.root).note(SIGNER)))
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO billing_audit_tree (log, size, edge) VALUES (%s, %s, %s)"
            " ON CONFLICT (log) DO UPDATE SET size = excluded.size, edge = excluded.edge",
            [log, edge.size, b"".join(edge.hashes)],
        )
        cursor.executemany("INSERT INTO billing_audit_checkpoint (log, size, note) VALUES (%s, %s, %s)", notes)


def sealing_environment() -> dict[str, str]:
    """Return the variables of the audit log for processes of the site."""
    return {
        "AUDIT_ORIGIN": "benchmark",
        "AUDIT_SIGNING_KEY": SIGNER.text(),
        "AUDIT_VERIFIERS": str(SIGNER.verifier),
        "AUDIT_STATEMENT_VERIFIERS": str(_STATEMENTS.verifier),
    }


def reads(organization: Organization, events: int) -> dict[str, float]:
    """Return the median seconds of each way to read the log."""
    log = organization.public_id
    start = datetime.now(UTC) - SINCE
    half, a_day = start + SINCE / 2, timedelta(days=1)

    def shown(before: Any = None, **filters: Any) -> Callable[[], object]:
        return lambda: page(log, Filters(**filters), with_figures=True, before=before)

    actions: dict[str, Callable[[], object]] = {
        "page": shown(),
        "half way": shown(first_id(half)),
        "one action": shown(action="billing_reads.enabled"),
        "one person": shown(actor="user:7"),
        "denied": shown(outcome="denied"),
        "one reason": shown(reason="insufficient_scope"),
        "one key": shown(key="6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a07"),
        "one address": shown(address="192.0.1.7"),
        "one request": shown(request_id="req_none"),
        "one day": shown(start=half, end=half + a_day),
        "a key's denials of a day": shown(
            key="6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a02", outcome="denied", start=half, end=half + a_day
        ),
        "followed": lambda: follow(log, Filters(), with_figures=True, leaf_index=events // 2, size=50),
    }
    return {name: median_seconds(action, 15) for name, action in actions.items()}


def of_growth(flat: Sequence[tuple[int, dict[str, float]]]) -> list[Finding]:
    """Return how much slower reads are with all events than with the first ten thousand."""
    first, last = flat[0][1], flat[-1][1]
    growth = {name: last[name] / first[name] for name in first}
    worst = max(growth, key=growth.__getitem__)
    return [
        Finding(f"page of the log: with {flat[-1][0]:,} events against with {flat[0][0]:,}", growth["page"], "×", 2),
        Finding(f"slowest growth of a filter ({worst})", growth[worst], "×", 3),
        Finding("slowest page of the log", max(last.values()) * 1000, " ms"),
    ]


def clients(organization: Organization, rounds: int, seconds: float) -> list[Finding]:
    """Compare sixteen clients that change keys of one organization, recorded and sealed, with the same unrecorded."""
    environ = {**os.environ, **sealing_environment()}
    sealer = subprocess.Popen([sys.executable, "-m", "django", "seal_audit"], env=environ)
    client = [sys.executable, "-m", "benchmarks.audit_client", organization.public_id, str(seconds)]
    started = [
        subprocess.Popen(client, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
        for _ in range(CLIENTS)
    ]
    try:
        for each in started:
            _ask(each, "warm up")
        [_answer(each) for each in started]
        ratios, began = [], datetime.now(UTC)
        for number in range(rounds):
            found = {}
            # Either mode goes first in turn, so that a drift of the machine affects both alike.
            for mode in ("unrecorded", "recorded")[:: 1 - number % 2 * 2]:
                for each in started:
                    _ask(each, mode)
                found[mode] = sum(_answer(each) for each in started)
            ratios.append(found["recorded"] / found["unrecorded"])
        time.sleep(3)
        ages = _seal_ages(organization, began)
    finally:
        for each in (*started, sealer):
            each.terminate()
            each.wait(30)
    return [
        Finding(f"changes by {CLIENTS} clients, recorded and sealed, against unrecorded",
                statistics.median(ratios), "", 0.88, ">="),
        Finding("changes a second, recorded", found["recorded"] / seconds),
        Finding("age of an event when it is sealed, p50", ages[len(ages) // 2], " s"),
        Finding("age of an event when it is sealed, p99", ages[len(ages) * 99 // 100], " s"),
        # The budget is one million events in a minute.
        Finding("events verified", _verified(organization), " a second", 1_000_000 / 60, ">="),
    ]  # fmt: skip


def _verified(organization: Organization) -> float:
    """Return how many events a second are verified, in the log that the clients wrote."""
    begun = time.perf_counter()
    with one_moment():
        report = verify_log(organization.public_id, verifiers=[SIGNER.verifier])
    if report.verdict != Verdict.NO_OUTSIDE_HEAD:
        raise RuntimeError(f"the log is {report.verdict}: {report.findings[:3]}")
    return report.sealed / (time.perf_counter() - begun)


def _ask(client: "subprocess.Popen[str]", mode: str) -> None:
    if client.stdin is None:
        raise RuntimeError("no pipe")
    client.stdin.write(mode + "\n")
    client.stdin.flush()


def _answer(client: "subprocess.Popen[str]") -> int:
    if client.stdout is None:
        raise RuntimeError("no pipe")
    return int(client.stdout.readline())


def _seal_ages(organization: Organization, since: datetime) -> list[float]:
    with connection.cursor() as cursor:
        cursor.execute(_AGES, [organization.public_id, first_id(since)])
        return [age for (age,) in cursor.fetchall()]
