"""Migrations are only added to: what has been applied somewhere cannot be changed there afterwards."""

import hashlib
from pathlib import Path

from django.apps import apps

OURS = ("billing_audit", "billing_orgs", "billing_access", "billing_accounts")
DIGESTS = Path(__file__).parent / "migrations.sha256"


def digests() -> list[str]:
    """Return a line for each migration, as ``sha256sum`` writes it in the project's folder."""
    root = Path(__file__).parent.parent
    files = [
        path.relative_to(root)
        for label in OURS
        for path in (Path(apps.get_app_config(label).path) / "migrations").glob("[0-9]*.py")
    ]
    return [f"{hashlib.sha256((root / path).read_bytes()).hexdigest()}  {path}" for path in sorted(files)]


def test_no_migration_is_changed_or_removed() -> None:
    kept = DIGESTS.read_text().splitlines()
    lost = sorted({*kept} - {*digests()})
    assert not lost, f"Restore these and add a new migration instead: {lost}"
    new = sorted({*digests()} - {*kept})
    assert not new, "Add these lines to tests/migrations.sha256:\n" + "\n".join(new)
