"""The migration to event version 2 touches no database that holds events of version 1."""

from importlib import import_module

import pytest
from django.db import OperationalError, connection, transaction

from billing_audit.record import Actor, record

MIGRATION = import_module("billing_audit.migrations.0003_parts_of_events")


@pytest.mark.django_db
def test_events_of_version_1_are_refused_with_what_to_do() -> None:
    """Any event that is there before this migration is of version 1."""
    with connection.cursor() as cursor:
        cursor.execute(MIGRATION.NO_EARLIER_EVENTS)
        record("user.created", organization_id=None, actor=Actor("system", "tests"))
        refusal = pytest.raises(OperationalError, match="holds events of version 1")
        with refusal as refused, transaction.atomic():
            cursor.execute(MIGRATION.NO_EARLIER_EVENTS)
    assert "migrate an empty one. `make run FRESH=1` deletes" in str(refused.value)
    assert MIGRATION.Migration.operations[0].sql == MIGRATION.NO_EARLIER_EVENTS, "it comes before any change"
