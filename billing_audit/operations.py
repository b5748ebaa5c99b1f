"""Migration operations of this app. Migrations import them, so the path and names of this module must not change."""

from collections.abc import Sequence
from typing import Any

from django.db import migrations

from billing_audit.storage.partitions import make_partitions


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
    """Create the partitions of this month and the next three. The reverse is empty: dropping a table drops them."""

    def __init__(self) -> None:
        super().__init__(_make_partitions, migrations.RunPython.noop)

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        return "MakePartitions", [], {}


def _make_partitions(apps: Any, schema_editor: Any) -> None:
    make_partitions()
