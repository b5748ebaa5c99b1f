"""Promise 10 after a failover: the primary is killed, and a replica takes over that lacks its last commits, or none.

A rehearsal of what docs/operations.md says, with its own lines, on a primary and a replica of its own.
"""

import io
import os
import re
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import psycopg
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.models import User
from billing_access.access.models import Suspension
from billing_access.access.services import issue_key, lift_suspension, revoke_key, turn_on_billing_reads
from billing_audit.models import AuditEvent
from dev.postgres_paths import PORT, USER, place_for
from orgs import actors
from orgs.services import organizations
from tests.app_settings import configured
from tests.conftest import PASSWORD, SIGNER, statement_settings
from tests.shell_lines import blocks, lines_of

pytestmark = pytest.mark.django_db(transaction=True)
SYSTEM = actors.command("tests")
PLACE = place_for("test")
LINES = [line for block in blocks(settings.BASE_DIR / "docs" / "operations.md") for line in lines_of(block)]
STATE = "/v1/billing/state"


def documented(begins: str, **replaced: str) -> list[str]:
    """Return the words of the line of docs/operations.md that begins so, with texts replaced."""
    (line,) = [line for line in LINES if line.startswith(begins)]
    return [_replace(word, replaced) for word in shlex.split(line)]


def _replace(word: str, replaced: dict[str, str]) -> str:
    for name, text in replaced.items():
        word = word.replace(f"${name}", text)
    return word


def run(*command: str) -> None:
    """Run one of PostgreSQL's programs as the account that may run the server."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    account = PLACE.account
    subprocess.run(
        [PLACE.binaries / "bin" / command[0], *command[1:]],
        check=True, capture_output=True, cwd="/", env=environ,
        user=account.pw_uid if account else None, group=account.pw_gid if account else None,
    )  # fmt: skip


class Server:
    """A PostgreSQL of its own below a folder, which only the server's account may enter. Its host is a socket."""

    def __init__(self, folder: Path) -> None:
        self.data, self.socket = folder / "data", folder
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"postgresql://{USER}@{quote(str(self.socket), safe='')}:{PORT}/postgres"

    def start(self) -> None:
        account = PLACE.account
        options = {"unix_socket_directories": str(self.socket), "listen_addresses": "", "port": str(PORT)}
        options |= {"fsync": "off", "wal_level": "replica", "jit": "off", "max_connections": "20"}
        words = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        self.process = subprocess.Popen(
            [PLACE.binaries / "bin" / "postgres", "-D", str(self.data), *words],
            cwd="/", stderr=subprocess.DEVNULL, env={"LC_ALL": "C"},
            user=account.pw_uid if account else None, group=account.pw_gid if account else None,
        )  # fmt: skip
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                return psycopg.connect(self.url, connect_timeout=5).close()
            except psycopg.OperationalError:
                time.sleep(0.05)
        raise AssertionError("PostgreSQL did not start")

    def ask(self, query: str) -> Any:
        with psycopg.connect(self.url, autocommit=True) as server:
            answer = server.execute(query)
            return (answer.fetchone() or [None])[0] if answer.description else None

    def end(self, signal: int) -> None:
        """End the server: 2 in order, 9 at once, as a machine that loses power."""
        if self.process is not None:
            self.process.send_signal(signal)
            self.process.wait(60)
            self.process = None

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Let the site use this server."""
        usual = dict(connection.settings_dict)
        connection.close()
        connection.settings_dict.update(HOST=str(self.socket), NAME="postgres", USER=USER, PORT=str(PORT))
        try:
            yield
        finally:
            connection.close()
            connection.settings_dict.clear()
            connection.settings_dict.update(usual)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A private folder of the server's account, whose path is short enough for a socket."""
    made = Path(tempfile.mkdtemp(prefix="failover-", dir="/tmp"))
    for name in ("", "one", "two"):
        (made / name).mkdir(exist_ok=True, mode=0o700)
        if PLACE.account is not None:
            shutil.chown(made / name, PLACE.account.pw_uid, PLACE.account.pw_gid)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def servers(folder: Path) -> Iterator[tuple[Server, Server]]:
    """A primary with the schema of the site, and a replica that has caught up with it."""
    primary, replica = Server(folder / "one"), Server(folder / "two")
    own = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    dump = str(folder / "site.dump")
    try:
        run("initdb", "-D", str(primary.data), "-U", USER, "-A", "trust", "--no-sync", "--no-instructions")
        primary.start()
        run(*documented("pg_dump ", OWNER_DATABASE_URL=own)[:-1], f"--file={dump}")
        # The roles to which the dump grants something are another server's.
        run(*documented("pg_restore ", OWNER_DATABASE_URL=primary.url)[:-1], "--no-privileges", dump)
        words = documented("pg_basebackup ", OWNER_DATABASE_URL=primary.url)
        run(*[f"--pgdata={replica.data}" if word.startswith("--pgdata") else word for word in words], "-R")
        replica.start()
        yield primary, replica
    finally:
        primary.end(9)
        replica.end(9)


@pytest.fixture
def manage(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Run a documented command, found by its name, with the settings of the site; return its exit code and output."""

    def call(name: str, *more: str) -> tuple[int, str]:
        out, place = io.StringIO(), tmp_path / "checkpoints"
        found = [line for line in LINES if f"manage.py {name} " in line and "/mnt" not in line]
        words = [_replace(word, {"AUDIT_CHECKPOINTS": str(place)}) for line in found for word in shlex.split(line)[3:]]
        values = {**statement_settings(place), "AUDIT_VERIFIERS": str(SIGNER.verifier)}
        if name != "record_restore":
            values |= {"AUDIT_STATEMENT_KEY": "", "AUDIT_SIGNING_KEY": SIGNER.text()}
        if name == "verify_audit":
            words = ["--against", str(place)]
        with configured(**values):
            try:
                # publish_checkpoints has an option of its own that is called stdout.
                call_command(name, *words, *more, **({} if name == "publish_checkpoints" else {"stdout": out}))
            except SystemExit as end:
                return int(str(end.code)), out.getvalue()
        return 0, out.getvalue()

    return call


def caught_up(primary: Server) -> bool:
    """Tell whether the replica has applied all that was committed on the primary."""
    query = "SELECT coalesce(bool_and(replay_lsn = pg_current_wal_lsn()), false) FROM pg_stat_replication"
    return bool(primary.ask(query))


def test_a_revocation_that_a_failover_lost_does_not_read(servers, manage, api, sign_in, within):
    primary, replica = servers
    with primary.serving():
        # The dump comes from another server.
        manage("record_failover")
        alice = User.objects.create_user("alice@example.com", PASSWORD)
        acme = organizations.create_organization(name="Acme", slug="acme", owner=alice, actor=SYSTEM)
        turn_on_billing_reads(acme, actor=SYSTEM)
        kept, revoked = (issue_key(acme, actor=SYSTEM, name=name, scopes=["billing.state:read"]) for name in "ab")
        browser = sign_in(alice)
        assert {api(STATE, each.secret).status_code for each in (kept, revoked) for _ in range(5)} == {200}
        manage("seal_audit", "--once")
        manage("publish_checkpoints")
    assert within(60, lambda: caught_up(primary))
    replica.end(2)
    with primary.serving():
        revoke_key(revoked.key, actor=SYSTEM)
        assert api(STATE, revoked.secret).status_code == 401
        assert {api(STATE, kept.secret).status_code for _ in range(5)} == {200}
        manage("seal_audit", "--once")
        manage("publish_checkpoints")
    primary.end(9)
    replica.start()
    assert replica.ask("SELECT pg_promote()")
    with replica.serving():
        # Nobody has looked yet: nothing reads, and nothing is sealed or published as if nothing were lost.
        assert [api(STATE, each.secret).status_code for each in (kept, revoked)] == [503, 503]
        for command in ("seal_audit --once", "publish_checkpoints"):
            with pytest.raises(CommandError, match="record_restore"):
                manage(*command.split())
        code, said = manage("record_restore")
        assert (code, "Suspended billing reads of 1 organizations." in said) == (0, True)
        assert re.search(rf"{acme.public_id}: the events at places \d+ to \d+ are lost", said)
        restore = said.split()[-1]
        manage("seal_audit", "--once")
        manage("publish_checkpoints")
        assert [api(STATE, each.secret).status_code for each in (kept, revoked)] == [403, 403]
        assert browser.get("/o/acme/").status_code == 302
        code, said = manage("verify_audit")
        assert (code, f"The id of the restore is {restore}" in said) == (15, True), said
        code, said = manage("verify_audit", "--accept-restore", restore)
        assert code == 0, said
        # Its owner revokes the key again; then staff let the organization read.
        revoke_key(revoked.key, actor=SYSTEM)
        lift_suspension(Suspension.objects.get(lifted_at=None), actor=SYSTEM, reason="Checked with Alice")
        assert [api(STATE, each.secret).status_code for each in (kept, revoked)] == [200, 401]
        assert AuditEvent.objects.filter(action="audit_log.restored", organization_id=acme.public_id).exists()


def test_a_synchronous_replica_lost_nothing_and_needs_nobody(servers, manage, api, within):
    primary, replica = servers
    primary.ask("ALTER SYSTEM SET synchronous_standby_names = '*'")
    primary.ask("SELECT pg_reload_conf()")
    assert within(60, lambda: primary.ask("SELECT sync_state FROM pg_stat_replication") == "sync")
    with primary.serving():
        manage("record_failover")
        alice = User.objects.create_user("alice@example.com", PASSWORD)
        acme = organizations.create_organization(name="Acme", slug="acme", owner=alice, actor=SYSTEM)
        turn_on_billing_reads(acme, actor=SYSTEM)
        kept, revoked = (issue_key(acme, actor=SYSTEM, name=name, scopes=["billing.state:read"]) for name in "ab")
        assert {api(STATE, each.secret).status_code for each in (kept, revoked)} == {200}
        manage("seal_audit", "--once")
        manage("publish_checkpoints")
        revoke_key(revoked.key, actor=SYSTEM)
        before = AuditEvent.objects.count()
    primary.end(9)
    assert replica.ask("SELECT pg_promote()")
    with replica.serving(), configured(DATABASE_FAILOVER="synchronous"):
        assert AuditEvent.objects.count() == before
        assert [api(STATE, each.secret).status_code for each in (kept, revoked)] == [200, 401]
        assert AuditEvent.objects.filter(action="database.timeline_accepted", actor_id="database_failover").count() == 1
        manage("seal_audit", "--once")
        manage("publish_checkpoints")
        assert manage("verify_audit")[0] == 0
