"""Migrations are only added to: what has been applied somewhere cannot be changed there afterwards."""

import hashlib
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently, ValidateConstraint
from django.db import models
from django.db.migrations import Migration, operations
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation

from dev.management.commands.keep_release import RELEASES, version
from tests.migration_rules import faults

OURS = ("billing_audit", "billing_orgs", "billing_access", "billing_accounts")
ROOT = Path(__file__).parent.parent
DIGESTS = ROOT / "tests" / "migrations.sha256"
PAGE = ROOT / "docs" / "migrations.md"


def digests() -> list[str]:
    """Return a line for each migration, as ``sha256sum`` writes it in the project's folder."""
    files = [
        path.relative_to(ROOT)
        for label in OURS
        for path in (Path(apps.get_app_config(label).path) / "migrations").glob("[0-9]*.py")
    ]
    return [f"{hashlib.sha256((ROOT / path).read_bytes()).hexdigest()}  {path}" for path in sorted(files)]


def migrations() -> dict[str, Migration]:
    """Return the project's own migrations by label and name: ``{"billing_orgs.0001_initial": ...}``."""
    loaded = MigrationLoader(None).disk_migrations
    return {f"{label}.{name}": each for (label, name), each in sorted(loaded.items()) if label in OURS}


def test_no_migration_is_changed_or_removed() -> None:
    kept = DIGESTS.read_text().splitlines()
    lost = sorted({*kept} - {*digests()})
    assert not lost, f"Restore these and add a new migration instead: {lost}"
    new = sorted({*digests()} - {*kept})
    assert not new, "Add these lines to tests/migrations.sha256:\n" + "\n".join(new)


def test_every_migration_says_which_locks_it_takes() -> None:
    rows = re.findall(r"^\| `(\w+\.\w+)` \| ([^|]+) \|$", PAGE.read_text(), re.MULTILINE)
    said = [name for name, _ in rows]
    assert sorted(said) == sorted(migrations()), f"Each has one row in {PAGE.relative_to(ROOT)}."
    assert all(locks.strip() for _, locks in rows)


def test_the_release_before_runs_while_new_migrations_are_applied() -> None:
    """Of the first release, no code was released before that could be running."""
    folders = [each for each in RELEASES.iterdir() if each.is_dir() and each.name != version()]
    earlier = [(each / "schema.sql").read_text() for each in folders]
    for name, migration in migrations().items():
        label, _, own = name.partition(".")
        if earlier and not any(f"'{label}', '{own}'" in schema for schema in earlier):
            assert faults(migration) == [], name


TEXT = models.TextField()
CHECK = models.CheckConstraint(condition=models.Q(amount__gt=0), name="more_than_zero")
INDEX = models.Index(fields=["run"], name="by_run")
NEW = operations.CreateModel("Credit", [("run", TEXT)])


@pytest.mark.parametrize(
    ("steps", "advice"),
    [
        ([operations.RemoveField("Run", "tags")], "one release later"),
        ([operations.DeleteModel("Run")], "one release later"),
        ([operations.RenameField("Run", "tags", "labels")], "one release later"),
        ([operations.RenameModel("Run", "Job")], "one release later"),
        ([operations.AlterField("Run", "tags", TEXT)], "one release later"),
        ([operations.AddField("Run", "note", models.TextField(default=""))], "null=True or db_default"),
        ([operations.AddField("Run", "note", models.TextField(db_default=""))], ""),
        ([operations.AddField("Run", "note", models.TextField(null=True))], ""),
        ([operations.AddIndex("Run", INDEX)], "AddIndexConcurrently"),
        ([AddIndexConcurrently("Run", INDEX)], ""),
        ([operations.AddConstraint("Run", CHECK)], "AddConstraintNotValid"),
        ([AddConstraintNotValid("Run", CHECK), ValidateConstraint("Run", "more_than_zero")], ""),
        ([NEW, operations.AddIndex("credit", INDEX), operations.AddConstraint("Credit", CHECK)], ""),
        ([NEW, operations.AddIndex("Run", INDEX)], "AddIndexConcurrently"),
    ],
)
def test_what_the_release_before_would_not_survive(steps: list[Operation], advice: str) -> None:
    migration = Migration("0002_tried", "tried")
    migration.operations = steps
    found = faults(migration)
    assert len(found) == bool(advice)
    assert all(advice in each for each in found)
