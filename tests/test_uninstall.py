"""Taking the apps out of a project leaves nothing of them in its database, and all of the project's own."""

import io
import os
import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.db import connection

from billing_access.uninstall import LABELS
from billing_audit.storage.postgres_roles import remove_roles_sql
from tests.database_roles import make_roles
from tests.kept_releases import catalog, database_of, differences, restore
from tests.test_upgrades import CURRENT

ROLES = "uninstalled"


@pytest.fixture
def database(django_db_setup: None, transactional_db: None) -> Iterator[str]:
    """A database in which the apps have rows, migrated to the newest, with roles of its own, used by its owner."""
    name = f"uninstall_{os.getpid()}"
    with database_of(name):
        restore(CURRENT)
        call_command("migrate", verbosity=0, stdout=io.StringIO())
        make_roles()
        make_roles(ROLES)
        yield name
        _run(remove_roles_sql(ROLES))


def _run(sql: str, *parameters: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters or None)


def _uninstall(*arguments: str) -> str:
    out = io.StringIO()
    call_command("uninstall_billing_access", *arguments, stdout=out)
    return out.getvalue()


def _roles() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolname FROM pg_roles WHERE starts_with(rolname, %s) ORDER BY 1", [ROLES])
        return [name for (name,) in cursor.fetchall()]


def test_nothing_of_the_apps_is_left_and_nothing_else_is_changed(database: str) -> None:
    before = catalog()
    assert _uninstall().startswith(f"{database}: ")
    with pytest.raises(CommandError, match=f"the database {database}, not mine. Nothing was removed"):
        _uninstall("--database", "mine")
    # A project's own table that refers to one of ours.
    _run("CREATE TABLE host_note (organization_id bigint REFERENCES billing_orgs_organization)")
    with pytest.raises(CommandError, match="host_note refers to billing_orgs_organization"):
        _uninstall("--database", database)
    _run("DROP TABLE host_note")
    assert catalog() == before
    assert "Removed" in _uninstall("--database", database)
    after = catalog()
    assert after == {key: text for key, text in before.items() if key in after}
    assert not Permission.objects.filter(content_type__app_label__in=LABELS).exists()
    gone = {model._meta.db_table for label in LABELS for model in apps.get_app_config(label).get_models()}
    named = "|".join([*LABELS, *gone, r"billing_(audit|orgs|ledger)_\w+"])
    # The catalog cuts long names of constraints, which go with their tables.
    names = [name for kind, name in after if kind != "constraint"]
    assert [name for name in names if re.search(rf"(?<!\w)({named})(?!\w)", name)] == []
    # What is left are the tables of other apps: Django's, procrastinate's, and those of the site's own app.
    kept = {model._meta.db_table for model in apps.get_models(include_auto_created=True)} - gone
    kept |= {"django_migrations", "billing_accounts_cache"}
    left = {name for kind, name in after if kind == "relation" and not name.startswith("procrastinate_")}
    assert left <= kept | {f"{table}_id_seq" for table in kept}
    assert _roles() != []
    _run(remove_roles_sql(ROLES))
    assert _roles() == []
    # Installed once more, it is whole.
    call_command("migrate", verbosity=0, stdout=io.StringIO())
    make_roles()
    make_roles(ROLES)
    assert differences(before, catalog()) == []
