"""Measures the site as it is served: processor time and requests a second by route, and the memory of its processes.

Requests a second on one core are 1 / the processor time that one request costs all processes of the site: web server,
proxy, pooler, sealer and PostgreSQL. Unlike what a clock says that depends little on what else the machine does, and
not on the client, which runs on the same machine.
"""

import http.client
import os
import signal
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from django.db import connection

from benchmarks.dataset import usage_query
from benchmarks.processes import Memory, cpu_seconds, descendants
from benchmarks.report import Table
from billing_access.access.key_format import new_secret
from billing_access.access.services import issue_key, turn_on_billing_reads
from billing_access.billing.models import Run
from billing_access.scopes import ALL_SCOPES, RUNS_READ
from orgs import actors
from orgs.models import Organization

CLIENTS: Final = 4
_ACTOR: Final = actors.command("benchmarks")
_SETTLED_SECONDS: Final = 30.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, and the status that it is answered with."""

    path: str
    headers: Mapping[str, str]
    status: int = 200


# The requests of a route: one of each organization.
Routes = Mapping[str, Sequence[Asked]]


@dataclass(frozen=True, slots=True)
class Server:
    """A way to serve: where it listens, and the processes that serve, whose descendants count too."""

    name: str
    port: int
    processes: Sequence[int]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one request of a route costs in processor seconds, and how many a second were answered."""

    cpu_seconds: float
    a_second: float


def routes(organizations: Iterable[Organization], port: int) -> Routes:
    """Make keys of these organizations, and return what they ask. The server on ``port`` says the ETag of each page."""
    found: dict[str, list[Asked]] = {}
    for each in organizations:
        turn_on_billing_reads(each, actor=_ACTOR)
        full, narrow = (
            {"x-api-key": issue_key(each, actor=_ACTOR, name=name, scopes=scopes, lifetime_days=90).secret}
            for name, scopes in (("Full", ALL_SCOPES), ("Narrow", [RUNS_READ]))
        )
        run = Run.objects.filter(organization=each).order_by("-started_at").values_list("run_id", flat=True)[0]
        state, page = "/v1/billing/state", f"/v1/billing/usage?{usage_query()}"
        _, tag = send(http.client.HTTPConnection("127.0.0.1", port, timeout=60), Asked(page, full))
        for name, asked in {
            "state": Asked(state, full),
            "page of 100 runs": Asked(page, full),
            "summary of a year by day": Asked(f"/v1/billing/usage/summary?bucket=day&{usage_query()}", full),
            "one run": Asked(f"/v1/runs/{run}", full),
            "304 (page)": Asked(page, {**full, "if-none-match": tag}, 304),
            "401 (malformed key)": Asked(state, {"x-api-key": "nonsense"}, 401),
            "401 (unknown key)": Asked(state, {"x-api-key": new_secret()}, 401),
            "403 (scope is missing)": Asked(state, narrow, 403),
        }.items():
            found.setdefault(name, []).append(asked)
    return found


def measure(
    servers: Sequence[Server], asked: Routes, *, rounds: int, times: int, settle: Callable[[], object]
) -> dict[str, dict[str, Cost]]:
    """Return the median cost of each route by server, over interleaved rounds of ``times`` requests each.

    ``settle`` waits until the processes have done what the requests left to do, such as sealing, which counts too.
    """
    taken: dict[str, dict[str, list[Cost]]] = {}
    for _ in range(rounds):
        for name, variants in asked.items():
            for server in servers:
                settle()
                before = cpu_seconds(server.processes)
                seconds = send_all(server.port, variants, times)
                settle()
                cost = Cost((cpu_seconds(server.processes) - before) / times, times / seconds)
                taken.setdefault(name, {}).setdefault(server.name, []).append(cost)
    return {name: {server: _median(costs) for server, costs in found.items()} for name, found in taken.items()}


def by_processes(server: Server, asked: Routes, counts: Sequence[int], *, times: int) -> list[tuple[int, float]]:
    """Return how many requests a second of the routes with figures are answered by so many web processes.

    ``counts`` are in their order, the first is 1. The server's first process is gunicorn's master.
    """
    reads = [variants for variants in asked.values() if variants[0].status == 200]
    variants = [each for requests in zip(*reads, strict=True) for each in requests]
    master, found = server.processes[0], []
    for count in counts:
        for _ in range(count - len(descendants(master))):
            _start_one_more(master)
        send_all(server.port, variants, 20 * count, clients=2 * CLIENTS)
        found.append((count, times / send_all(server.port, variants, times, clients=2 * CLIENTS)))
    return found


def send_all(port: int, variants: Sequence[Asked], times: int, *, clients: int = CLIENTS) -> float:
    """Send so many requests, over a connection of each client that stays open; return the seconds that it took."""

    def of_client(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for n in range(number, times, clients):
            send(connection, variants[n % len(variants)])
        connection.close()

    begun = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(of_client, range(clients)))
    return time.perf_counter() - begun


def send(connection: http.client.HTTPConnection, asked: Asked) -> tuple[bytes, str]:
    """Send a request, and return the body and the ETag. Raises RuntimeError at another status."""
    connection.request("GET", asked.path, headers=dict(asked.headers))
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != asked.status:
        raise RuntimeError(f"{asked.path}: {answer.status} {body[:300]!r}")
    return body, answer.headers.get("ETag", "")


def wait_until_sealed() -> None:
    """Wait until the sealer has sealed what is recorded. Raises RuntimeError if it does not."""
    ends = time.monotonic() + _SETTLED_SECONDS
    with connection.cursor() as cursor:
        while time.monotonic() < ends:
            cursor.execute("SELECT EXISTS (SELECT FROM billing_audit_unsealed)")
            if not (cursor.fetchone() or (True,))[0]:
                return
            time.sleep(0.05)
    raise RuntimeError("the sealer does not seal")


def tables(
    costs: Mapping[str, Mapping[str, Cost]],
    memories: Mapping[str, tuple[Memory, Memory]],
    served: int,
    processes: Sequence[tuple[int, float]],
) -> list[Table]:
    """Return the tables of results.md. ``memories``: of each process at its start and after ``served`` requests."""
    names = list(next(iter(costs.values())))
    header = ["route", *(f"{name}: {what}" for name in names for what in ("CPU", "a second on a core", "answered"))]
    rows = [(route, *(cell for name in names for cell in _cells(found[name]))) for route, found in costs.items()]
    of_memory = [
        (name, *(f"{each.rss / 2**20:.0f} / {each.pss / 2**20:.0f} MB" for each in pair))
        for name, pair in memories.items()
    ]
    return [
        Table(
            "Over HTTP, with the processor time of all processes of the site (web server, proxy, pooler, sealer, "
            f"PostgreSQL) for one request, what follows from it, and what {CLIENTS} clients on the same machine were "
            "answered in a second:",
            header,
            rows,
        ),
        Table(
            f"The same reads in turn from {2 * CLIENTS} clients, answered in a second, by web processes behind proxy "
            "and pooler:",
            ["web processes", "answered in a second"],
            [(str(count), f"{rate:.0f}") for count, rate in processes],
        ),
        Table(
            "Memory of the processes, RSS and PSS:",
            ["process", "at its start", f"after {served:,} requests to the site"],
            of_memory,
        ),
    ]


def _start_one_more(master: int) -> None:
    """Have gunicorn start one more process, and wait until that has loaded the site and works no more."""
    before = len(descendants(master))
    os.kill(master, signal.SIGTTIN)
    used = float("-inf")
    while len(descendants(master)) == before or cpu_seconds([master]) - used > 0.05:
        used = cpu_seconds([master])
        time.sleep(1)


def _cells(cost: Cost) -> tuple[str, str, str]:
    # The system counts processor time in hundredths of a second: a few requests may take none.
    on_a_core = f"{1 / cost.cpu_seconds:,.0f}" if cost.cpu_seconds else "too many to tell"
    return f"{cost.cpu_seconds * 1000:.2f} ms", on_a_core, f"{cost.a_second:,.0f}"


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        statistics.median(each.cpu_seconds for each in costs), statistics.median(each.a_second for each in costs)
    )
