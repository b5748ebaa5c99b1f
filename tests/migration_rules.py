"""What a migration may do while the code of the release before still runs: in a rolling restart both are at work."""

from collections.abc import Iterator
from typing import Any, Final

from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently
from django.db.migrations import Migration, operations
from django.db.models import NOT_PROVIDED

_TAKES_AWAY: Final = (
    operations.RemoveField,
    operations.DeleteModel,
    operations.RenameField,
    operations.RenameModel,
    operations.AlterModelTable,
    operations.AlterField,
)


def faults(migration: Migration) -> list[str]:
    """Return a sentence for each operation that the release before would not survive, or that would keep it waiting."""
    new = {each.name.lower() for each in migration.operations if isinstance(each, operations.CreateModel)}
    old = [each for each in migration.operations if getattr(each, "model_name", "").lower() not in new]
    return [f"{each.describe()}: {fault}" for each in old for fault in _faults(each)]


def _faults(operation: Any) -> Iterator[str]:
    if isinstance(operation, _TAKES_AWAY):
        yield "the release before may still use it. Do it one release later."
    if isinstance(operation, operations.AddField) and not _may_be_left_out(operation.field):
        yield "the release before writes rows without it. Give it null=True or db_default."
    if isinstance(operation, operations.AddIndex) and not isinstance(operation, AddIndexConcurrently):
        yield "writers wait until it is built. Use AddIndexConcurrently, with atomic = False."
    if isinstance(operation, operations.AddConstraint) and not isinstance(operation, AddConstraintNotValid):
        yield "everybody waits until all rows are checked. Use AddConstraintNotValid, and ValidateConstraint after it."


def _may_be_left_out(field: Any) -> bool:
    return bool(field.null or field.many_to_many or field.db_default is not NOT_PROVIDED)
