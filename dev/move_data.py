"""``python -m dev.move_data FOLDER``: move the data of `make run` from an earlier PostgreSQL to the installed one.

FOLDER has the programs of the PostgreSQL that made the data. Its server is dumped into a new one. The old data are kept
under another name.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from dev.postgres_paths import CHECKOUT, EmbeddedPostgresError, Place, place_for
from dev.postgres_server import serve, version_of_data, version_of_programs


def main(arguments: list[str]) -> int:
    """Move the data. Returns 1 if they cannot be moved, and then leaves them as they are."""
    if len(arguments) != 1:
        print("usage: python -m dev.move_data FOLDER (of the earlier PostgreSQL's programs)", file=sys.stderr)
        return 2
    try:
        print(move(place_for("data"), Path(arguments[0]).resolve()))
    except EmbeddedPostgresError as error:
        print(f"dev.move_data: {error}", file=sys.stderr)
        return 1
    return 0


def move(place: Place, programs: Path) -> str:
    """Move the data of a place that has no server now, and return what was done."""
    if not (place.data / "PG_VERSION").exists():
        raise EmbeddedPostgresError(f"{place.data} has no data. `make run` makes them.")
    version, installed = version_of_data(place), version_of_programs(place)
    if version == installed:
        return f"{place.data} was made by PostgreSQL {installed}, the installed one. Nothing was changed."
    old = replace(place, binaries=programs.parent)
    if (given := version_of_programs(old)) != version:
        raise EmbeddedPostgresError(f"{programs} has PostgreSQL {given}, but PostgreSQL {version} made {place.data}.")
    kept = place.data.with_name(f"{place.data.name}-{version}")
    if kept.exists():
        raise EmbeddedPostgresError(f"{kept} exists. Move it away: the data of PostgreSQL {version} are to go there.")
    new = replace(place, data=place.data.with_name(f"{place.data.name}-{installed}"))
    try:
        _dump_into(old, new)
        place.data.rename(kept)
        new.data.rename(place.data)
    finally:
        shutil.rmtree(new.data, ignore_errors=True)
        for leftover in (new.log, new.lock):
            leftover.unlink(missing_ok=True)
    return f"PostgreSQL {installed} has the data now: `make run`. Those of PostgreSQL {version} are kept in {kept}."


def _dump_into(old: Place, new: Place) -> None:
    """Copy the database into a new server, one server after the other, and accept it as the one that the site knows."""
    with tempfile.TemporaryDirectory(dir=old.data.parent) as folder:
        dump = str(Path(folder) / "dump")
        with serve(old) as url:
            # Without rights: the roles of `database_roles` are not in the database. Run it again if you use it.
            _run(new.binaries / "bin" / "pg_dump", "--format=custom", "--no-acl", f"--file={dump}", f"--dbname={url}")
        with serve(new, fresh=True) as url:
            _run(new.binaries / "bin" / "pg_restore", "--exit-on-error", f"--dbname={url}", dump)
            _accept(url)


def _accept(url: str) -> None:
    """Record that nothing was lost: a new server has another identifier, with which keys do not read."""
    environ = {"DJANGO_SETTINGS_MODULE": "config.settings", "SECRET_KEY": "only-to-move-data" * 3, "DEMO": "on"}
    for command in (["migrate", "--verbosity=0"], ["record_failover", "--nothing-lost", "--reason=dev.move_data"]):
        _run(sys.executable, "-m", "django", *command, **environ, DATABASE_URL=url)


def _run(program: str | Path, *arguments: str, **environ: str) -> None:
    usual = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    done = subprocess.run([program, *arguments], cwd=CHECKOUT, env={**usual, **environ}, capture_output=True, text=True)
    if done.returncode:
        raise EmbeddedPostgresError(f"{program} {arguments[0]} failed:\n{(done.stdout + done.stderr).strip()[-1500:]}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
