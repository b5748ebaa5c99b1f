"""A database of a kept release, or of an earlier state of this one, is whole after `migrate`.

`make keep-release` keeps what each release makes and writes. Here it is restored, migrated and checked: the schema, the
figures, the audit log, the permissions, the rights of the roles, and what the API answers.
"""

import hashlib
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from billing_audit.storage.postgres_roles import lacking_rights_sql
from billing_audit.transparency.checkpoints import newest_checkpoints, write_checkpoints
from billing_audit.transparency.sealer import seal_batch
from dev.management.commands import keep_release
from dev.management.commands.keep_release import RELEASES, version
from dev.release_rows import answer_to
from tests.app_settings import configured
from tests.conftest import ROLES, SIGNER
from tests.database_roles import make_roles
from tests.kept_releases import catalog, database_of, differences, kept_answers, restore

pytestmark = pytest.mark.django_db(transaction=True)
OURS = ("billing_audit", "billing_orgs", "billing_access", "billing_accounts")
CURRENT = RELEASES / version()
KEPT = sorted(each for each in RELEASES.iterdir() if each.is_dir())
RELEASED = (RELEASES / "released.sha256").read_text().splitlines()
# How many migrations of each app are undone and applied again.
STEPS_BACK = 2
Schema = dict[tuple[str, str], str]


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: Any) -> Schema:
    """The schema of the tests' own database, which migrations and ``database_roles`` have made."""
    with django_db_blocker.unblock():
        found = catalog()
        connection.close()
    return found


@pytest.fixture
def site(made: Schema, db: None) -> Iterator[Callable[[Path], None]]:
    """Restore a kept release into a database that the site uses until the end of the test: ``site(folder)``."""
    with database_of(f"upgrade_{os.getpid()}"):
        yield restore


def is_released(folder: Path) -> bool:
    return any(f"  {folder.name}/" in line for line in RELEASED)


def how_to_keep() -> str:
    """Return what to do when the kept schema of this version is not what its migrations make."""
    if is_released(CURRENT):
        return f"{version()} is out, and is never kept again. Raise the version, then run `make keep-release`."
    return "Run `make keep-release`, read what has changed in tests/releases, and commit it."


def test_what_migrations_make_is_kept(made: Schema, site: Callable[[Path], None]) -> None:
    assert CURRENT in KEPT, how_to_keep()
    site(CURRENT)
    found = differences(catalog(), made)
    assert not found, "\n".join([how_to_keep(), *found])


def test_a_release_that_is_out_is_never_kept_again() -> None:
    files = [each for folder in KEPT if folder != CURRENT or is_released(folder) for each in sorted(folder.iterdir())]
    digests = [f"{hashlib.sha256(each.read_bytes()).hexdigest()}  {each.relative_to(RELEASES)}" for each in files]
    assert sorted(digests) == sorted(RELEASED), "Restore the files, or add the digests of a release that is now out."


def test_the_command_keeps_no_release_that_is_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "released.sha256").write_text(f"{'0' * 64}  {version()}/schema.sql\n")
    monkeypatch.setattr(keep_release, "RELEASES", tmp_path)
    with pytest.raises(CommandError, match="is out, and is never kept again"):
        call_command("keep_release")
    assert [each.name for each in tmp_path.iterdir()] == ["released.sha256"]


def ran(name: str, *arguments: str) -> tuple[int, str]:
    """Run a command; return its exit code and what it printed."""
    out = io.StringIO()
    try:
        call_command(name, *arguments, stdout=out)
    except SystemExit as ended:
        return int(ended.code or 0), out.getvalue()
    except CommandError as error:
        return 1, f"{out.getvalue()}{error}"
    return 0, out.getvalue()


@contextmanager
def as_the_site() -> Iterator[None]:
    """Use the role with which the site serves requests."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {ROLES}_app")
        yield
        cursor.execute("RESET ROLE")


def upgrade() -> None:
    """Do what docs/operations.md says between stopping and starting the site."""
    call_command("migrate", verbosity=0)
    make_roles()


def lacks(kept: Any, now: Any) -> bool:
    """Return whether an answer lacks something that it had, or has it with another value. It may have more."""
    if isinstance(kept, dict) and isinstance(now, dict):
        return any(name not in now or lacks(value, now[name]) for name, value in kept.items())
    if isinstance(kept, list) and isinstance(now, list):
        return len(kept) != len(now) or any(map(lacks, kept, now))
    return bool(kept != now)


def check(folder: Path, made: Schema, published: Path) -> None:
    """Check that a kept release, which has been upgraded, is whole."""
    kept = kept_answers(folder)
    assert differences(catalog(), made) == []
    for command in ("check_figures", "check_permissions"):
        code, said = ran(command)
        assert code == 0, said
    with as_the_site():
        with connection.cursor() as cursor:
            cursor.execute(lacking_rights_sql("app"))
            assert cursor.fetchall() == []
        for name, answers in kept["answers"].items():
            for path, answer in answers.items():
                now = answer_to(path, kept["keys"][name])
                assert not lacks(answer, now), f"{name} {path}: {answer} was answered, and now {now}"
    while seal_batch(SIGNER, []):
        pass
    with configured(AUDIT_VERIFIERS=[kept["verifier"], str(SIGNER.verifier)]):
        code, said = ran("verify_audit", "--against", str(published))
        assert code == 0, said


@pytest.mark.parametrize("folder", KEPT, ids=lambda folder: folder.name)
def test_a_kept_release_is_whole_after_an_upgrade(
    folder: Path, made: Schema, site: Callable[[Path], None], tmp_path: Path
) -> None:
    site(folder)
    write_checkpoints(newest_checkpoints(), str(tmp_path))
    upgrade()
    check(folder, made, tmp_path)


def test_a_database_that_lacks_the_last_migrations_is_whole_after_an_upgrade(
    made: Schema, site: Callable[[Path], None], tmp_path: Path
) -> None:
    site(CURRENT)
    write_checkpoints(newest_checkpoints(), str(tmp_path))
    # One app after another: undoing those of an app may undo later ones of an app that depends on it, too.
    for app in reversed(OURS):
        executor = MigrationExecutor(connection)
        names = sorted(name for label, name in executor.loader.disk_migrations if label == app)
        executor.migrate([(app, names[-1 - STEPS_BACK])])
    assert ran("migrate", "--check")[0] == 1
    assert differences(catalog(), made) != []
    upgrade()
    check(CURRENT, made, tmp_path)
