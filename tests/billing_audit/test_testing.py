"""A project's own tests may empty the append-only tables; nothing else may, and afterwards nobody."""

from typing import Any

import pytest
from django.core import mail
from django.core.management.color import no_style
from django.db import IntegrityError, connection, transaction

from billing_audit.models import AuditEvent
from billing_audit.testing import truncate_allowed
from orgs.models import Organization

GUARDS = "SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2"

TIMELINES = "SELECT system, timeline FROM billing_audit_timeline"


def _flush() -> None:
    """Empty every table as Django's ``flush`` does at the end of a TransactionTestCase."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), tables, allow_cascade=False))


def _rows(query: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


@pytest.mark.django_db(transaction=True)
def test_django_empties_all_tables_inside_the_block_alone(acme: Organization, as_role: Any) -> None:
    with as_role("owner"), transaction.atomic():
        before, timelines = _rows(GUARDS), _rows(TIMELINES)
        with pytest.raises(IntegrityError, match="refuses TRUNCATE"), transaction.atomic():
            _flush()
        with truncate_allowed():
            _flush()
            assert not AuditEvent.objects.exists()
            assert not Organization.objects.exists()
            # The database is still known: otherwise no key would read in the tests that follow.
            assert _rows(TIMELINES) == timelines != []
            with pytest.raises(IntegrityError, match="refuses"), transaction.atomic():
                _rows("DELETE FROM billing_audit_timeline RETURNING 1")
        assert _rows(GUARDS) == before
        with pytest.raises(IntegrityError, match="refuses TRUNCATE"), transaction.atomic():
            _flush()
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_outside_of_tests_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(mail, "outbox")
    with pytest.raises(RuntimeError, match="for tests alone"), truncate_allowed():
        pass
