"""Migration operations of this app. Migrations import them, so the path and names of this module must not change."""

from collections.abc import Sequence
from typing import Any, Final

from django.db import migrations

from billing_audit.storage.partitions import make_partitions

_FIRST_TABLES: Final = ("billing_audit_event", "billing_audit_personal", "billing_audit_repeat")


class CreatePartitionedModel(migrations.CreateModel):
    """Create a model whose table PostgreSQL partitions by ranges of the column ``partition_by``."""

    def __init__(self, *args: Any, partition_by: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partition_by = partition_by

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        name, args, kwargs = super().deconstruct()
        return name, args, {**kwargs, "partition_by": self.partition_by}

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        schema_editor.sql_create_table += f" PARTITION BY RANGE ({self.partition_by})"
        try:
            super().database_forwards(app_label, schema_editor, from_state, to_state)
        finally:
            del schema_editor.sql_create_table


class MakePartitions(migrations.RunPython):
    """Create tables' partitions of this month and the next three. The reverse is empty: dropping a table drops them.

    Without names, those of the first release's tables.
    """

    def __init__(self, *tables: str) -> None:
        self.tables = tables
        super().__init__(self._make, migrations.RunPython.noop)

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        return "MakePartitions", self.tables, {}

    def _make(self, apps: Any, schema_editor: Any) -> None:
        make_partitions(tables=self.tables or _FIRST_TABLES)
