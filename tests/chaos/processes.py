"""The processes of a site behind PgBouncer, each of which can be killed at any instant and is started again."""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

import psycopg
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from dev.postgres_paths import DATABASE, PORT, USER, EmbeddedPostgresError, place_for
from dev.postgres_server import ends_with_starter, serve
from dev.run import WEB_SERVER
from tests.conftest import ROLES, SIGNER, STATEMENT_SIGNER
from tests.poolers import PgBouncer
from tests.web_servers import GENEROUS_RATES, free_port

VICTIMS: Final = (
    "web worker", "web master", "worker", "sealer", "import", "pooler", "PostgreSQL", "a process of PostgreSQL",
)  # fmt: skip
# After these the site answers within a second, so that more changes are hit half-way: they are killed twice as often.
QUICK: Final = ("web worker", "pooler", "a process of PostgreSQL")
# As many clients as there are may be at work for one organization.
_WORK_AT_ONCE: Final = "key=8,organization=16"


class Postgres:
    """A PostgreSQL of its own, whose commits survive a crash, as ``make run`` starts it."""

    def __init__(self) -> None:
        usual = place_for("test")
        # In a short path: a socket's has 108 bytes at most.
        self._folder = Path(tempfile.mkdtemp(prefix="ba-"))
        self._folder.chmod(0o711)
        data = usual.data.parent / f"chaos-{os.getpid()}"
        self.place = replace(usual, data=data, socket=self._folder / "s", durable=True)
        self._running = ExitStack()

    def start(self) -> None:
        """Start it, as soon as the processes of a server that was killed have ended."""
        for attempt in range(3):
            try:
                self._running.enter_context(serve(self.place))
            except EmbeddedPostgresError:
                if attempt == 2:
                    raise
            else:
                return

    @property
    def postmaster(self) -> list[int]:
        """The process that starts all others of the server; none if it has ended, since its number may be another's."""
        with suppress(FileNotFoundError, ProcessLookupError):
            process = int((self.place.data / "postmaster.pid").read_text().split()[0])
            if str(self.place.data).encode() in Path(f"/proc/{process}/cmdline").read_bytes():
                return [process]
        return []

    def kill(self, rest_seconds: float = 0.0) -> None:
        """Kill the postmaster, after which its children end, and start the server again."""
        kill(*self.postmaster)
        self._running.close()
        time.sleep(rest_seconds)
        self.start()

    def kill_one(self, chance: random.Random) -> None:
        """Kill one of the server's processes, mostly a client's. The postmaster then ends the others and recovers."""
        running = [each for process in self.postmaster for each in children(process)]
        kill(*chance.sample(running, min(1, len(running))))

    def ask(self, query: str, *parameters: object) -> object:
        """Return the one value of a query; None while the server does not answer."""
        try:
            with psycopg.connect(self.place.url, autocommit=True, connect_timeout=5) as server:
                return (server.execute(query, parameters).fetchone() or [None])[0]
        except psycopg.OperationalError:
            return None

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Let Django use this server in this process, as the owner of the tables."""
        usual = dict(connection.settings_dict)
        connection.close()
        connection.settings_dict.update(HOST=str(self.place.socket), NAME=DATABASE, USER=USER, PORT=str(PORT))
        ContentType.objects.clear_cache()
        try:
            yield
        finally:
            connection.close()
            connection.settings_dict.clear()
            connection.settings_dict.update(usual)
            ContentType.objects.clear_cache()

    def end(self) -> None:
        """Stop it at once, and delete its data."""
        for process in self.postmaster:
            os.kill(process, signal.SIGQUIT)
        self._running.close()
        shutil.rmtree(self.place.data, ignore_errors=True)
        shutil.rmtree(self._folder, ignore_errors=True)
        for file in (self.place.log, self.place.lock):
            file.unlink(missing_ok=True)


class Processes:
    """Web server, worker and sealer on a PostgreSQL behind PgBouncer. Call it inside ``postgres.in_use()``."""

    def __init__(self, folder: Path, postgres: Postgres) -> None:
        self.folder, self.postgres, self.port = folder, postgres, free_port()
        self.checkpoints = folder / "published"
        self.pooler = PgBouncer(*(f"{ROLES}_{role}" for role in ("app", "worker", "sealer", "auditor")), pool=8).wait()
        web = ["-m", *WEB_SERVER, "--bind", f"127.0.0.1:{self.port}", "--workers", "2"]
        self._starts: dict[str, Callable[[], subprocess.Popen[bytes]]] = {
            "web": lambda: self._start("web", "app", *web, DJANGO_SETTINGS_MODULE="tests.server_settings"),
            "worker": lambda: self.command("worker", "procrastinate", "worker"),
            "sealer": lambda: self.command("sealer", "seal_audit", AUDIT_SIGNING_KEY=SIGNER.text()),
        }
        self.running = {name: start() for name, start in self._starts.items()}
        self.importing: subprocess.Popen[bytes] | None = None

    def command(self, role: str, *words: str, **environ: str) -> subprocess.Popen[bytes]:
        """Start a command of manage.py, whose output goes to a log that is named after it."""
        return self._start(words[0], role, "manage.py", *words, **environ)

    def import_file(self, file: Path, slug: str) -> int:
        """Import a file of runs; return the command's exit code."""
        rejects = ("--rejects", str(file.with_suffix(".rejects")))
        self.importing = self.command("worker", "import_runs", str(file), "--organization", slug, *rejects)
        return self.importing.wait(120)

    def repair(self) -> None:
        """Start again what has ended, as a supervisor does."""
        for name, process in self.running.items():
            if process.poll() is not None:
                self.running[name] = self._starts[name]()
        if self.pooler.process.poll() is not None:
            self.pooler.start()

    def repair_for(self, seconds: float, until: Callable[[], bool] = lambda: False) -> bool:
        """Let time pass, in which ended processes are started again. Tell whether ``until`` came to hold."""
        end = time.monotonic() + seconds
        while not (held := until()) and time.monotonic() < end:
            self.repair()
            time.sleep(0.1)
        return held

    def kill(self, victim: str, chance: random.Random) -> None:
        """Kill one of ``VICTIMS``, if it runs at this moment."""
        workers = children(self.running["web"].pid)
        how: dict[str, Callable[[], object]] = {
            "web worker": lambda: kill(*chance.sample(workers, min(1, len(workers)))),
            "web master": self.running["web"].kill,
            "worker": self.running["worker"].kill,
            "sealer": self.running["sealer"].kill,
            "import": self._kill_import,
            "pooler": self.pooler.process.kill,
            "PostgreSQL": lambda: self.postgres.kill(chance.random()),
            "a process of PostgreSQL": lambda: self.postgres.kill_one(chance),
        }
        how[victim]()

    def _kill_import(self) -> None:
        """Kill the import, mostly between two of its transactions: most of its time it only starts."""
        is_merging = "SELECT inserted > 0 AND finished_at IS NULL FROM billing_batch ORDER BY id DESC LIMIT 1"
        self.repair_for(15, lambda: self.postgres.ask(is_merging) is True)
        if self.importing is not None:
            self.importing.kill()

    def kill_site(self) -> None:
        """Kill all that is connected to the database."""
        kill(*children(self.running["web"].pid))
        for process in (*self.running.values(), *([self.importing] if self.importing else [])):
            process.kill()

    def end(self) -> None:
        """Kill them all."""
        self.kill_site()
        for process in self.running.values():
            process.wait()
        self.pooler.end()

    def log_of(self, name: str) -> str:
        """Return the end of a process's log."""
        return (self.folder / f"{name}.log").read_text(errors="replace")[-4000:]

    def _start(self, name: str, role: str, *words: str, **environ: str) -> subprocess.Popen[bytes]:
        values = {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATABASE_URL": self.pooler.url(f"{ROLES}_{role}"),
            "DATABASE_POOLING": "transaction",
            "AUDIT_ORIGIN": "tests",
            "AUDIT_VERIFIERS": str(SIGNER.verifier),
            "AUDIT_STATEMENT_VERIFIERS": str(STATEMENT_SIGNER.verifier),
            "AUDIT_CHECKPOINTS": str(self.checkpoints),
            "RATE_LIMITS": GENEROUS_RATES,
            "WORK_AT_ONCE": _WORK_AT_ONCE,
            "ALLOWED_HOSTS": "*",
        }
        with (self.folder / f"{name}.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, *words],
                cwd=settings.BASE_DIR, env={**os.environ, **values, **environ}, stdout=log, stderr=log,
                stdin=subprocess.DEVNULL, preexec_fn=ends_with_starter(signal.SIGTERM),
            )  # fmt: skip


def kill(*processes: int) -> None:
    """Kill processes, unless they have ended."""
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def children(process: int) -> list[int]:
    """Return the children of a process, none if it has ended."""
    with suppress(FileNotFoundError, ProcessLookupError):
        return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    return []
