"""Starts a whole site, as docs/operations.md says, with two web servers: one direct, one behind nginx and PgBouncer."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from django.db import connection

from benchmarks.audit_log import sealing_environment
from benchmarks.over_http import Server, by_processes, measure, routes, send_all, tables, wait_until_sealed
from benchmarks.processes import Memory, backends_of_site, descendants, memory, postgres
from benchmarks.report import Table
from orgs.models import Organization
from tests import nginx
from tests.poolers import PGBOUNCER, PgBouncer
from tests.web_servers import WebServer, free_port

CHECKOUT: Final = Path(__file__).parent.parent
DIRECT: Final = "direct"
BEHIND: Final = "behind nginx and PgBouncer"
_COMMANDS: Final = {
    "worker": ["procrastinate", "worker"],
    "sealer": ["seal_audit"],
    "metrics": ["serve_metrics", "--port"],
}


def over_http(organizations: Sequence[Organization], *, rounds: int, times: int) -> list[Table]:
    """Measure a site with these organizations, and return the tables of results.md.

    There are none without nginx and PgBouncer, or where PostgreSQL runs on another machine.
    """
    server = postgres()
    if not (nginx.NGINX and PGBOUNCER and server):
        print(
            "… nginx, PgBouncer or a PostgreSQL on this machine is missing: nothing was measured over HTTP",
            file=sys.stderr,
        )
        return []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.chmod(0o755)
        others = {name: stack.enter_context(_command(name, folder)) for name in _COMMANDS}
        direct, web = stack.enter_context(_direct(folder, [server, others["sealer"]]))
        behind, of_proxy = stack.enter_context(_behind(folder, [server, others["sealer"]]))
        asked = routes(organizations, direct.port)
        for each in (direct, behind):
            for variants in asked.values():
                send_all(each.port, variants, 8)
        watched = {**web, **others, **of_proxy, "backend of a web process": backends_of_site()[0]}
        at_start = {name: memory(process) for name, process in watched.items()}
        costs = measure([direct, behind], asked, rounds=rounds, times=times, settle=wait_until_sealed)
        after: dict[str, tuple[Memory, Memory]] = {
            name: (at_start[name], memory(process)) for name, process in watched.items()
        }
        served = rounds * times * len(asked)
        more = by_processes(behind, asked, (1, 2, 3), times=4 * times)
    return tables(costs, after, served, more)


@contextmanager
def _command(name: str, folder: Path) -> Iterator[int]:
    """Run a process of the site that is no web server; yield its id."""
    command = [sys.executable, "manage.py", *_COMMANDS[name]]
    if name == "metrics":
        command.append(str(free_port()))
    environ = {**os.environ, **sealing_environment(), "METRICS_FOLDER": str(folder / "direct"), "PGAPPNAME": name}
    with (folder / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(command, env=environ, cwd=CHECKOUT, stdout=log, stderr=log)  # noqa: S603
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait(60)


@contextmanager
def _direct(folder: Path, also: list[int]) -> Iterator[tuple[Server, dict[str, int]]]:
    """Run gunicorn with one process, without anything before it or between it and PostgreSQL."""
    site = WebServer(folder / "direct.log", METRICS_FOLDER=str(folder / "direct"), **_usual())
    try:
        site.wait()
        processes = {"gunicorn's master": site.master, "web process": descendants(site.master)[0]}
        yield Server(DIRECT, site.port, [site.master, *also]), processes
    finally:
        site.end()


@contextmanager
def _behind(folder: Path, also: list[int]) -> Iterator[tuple[Server, dict[str, int]]]:
    """Run gunicorn behind nginx, with PgBouncer between it and PostgreSQL."""
    pooler = PgBouncer(pool=8).wait()
    user = connection.settings_dict["USER"]
    pooled = {"DATABASE_URL": pooler.url(user), "DATABASE_POOLING": "transaction", "TRUSTED_PROXIES": "1"}
    site = WebServer(
        folder / "behind.log",
        bind=f"unix:{folder}/web.sock",
        METRICS_FOLDER=str(folder / "behind"),
        **_usual(),
        **pooled,
    )
    site.port = site.connection.port = free_port()
    try:
        with nginx.running(folder, nginx.without_tls(folder, site.port)) as proxy:
            site.wait()
            processes = [site.master, proxy.pid, pooler.process.pid, *also]
            yield (
                Server(BEHIND, site.port, processes),
                {
                    "nginx's process": descendants(proxy.pid)[0],
                    "PgBouncer": pooler.process.pid,
                    "web process behind them": descendants(site.master)[0],
                },
            )
            site.end()
    finally:
        site.process.kill()
        pooler.end()


def _usual() -> dict[str, str]:
    return {**sealing_environment(), "WORK_AT_ONCE": "key=1000,organization=1000", "LOG_LEVEL": "INFO"}
