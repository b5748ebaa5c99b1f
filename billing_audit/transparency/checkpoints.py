"""Published notes: checkpoints and statements, written outside the database, so that a later rewrite is detected.

A file of checkpoints has the newest one of each log, as one line of JSON: ``{"log": …, "size": …, "note": …}``. A file
of statements, ``statements-….ndjson``, has ``{"log": …, "event_id": …, "note": …}``. Only the signed note is trusted.
"""

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from django.db import connection

from billing_audit.signed_notes import Checkpoint, InvalidNote, Verifier
from billing_audit.transparency import object_store
from billing_audit.transparency.log_names import first_name, newest_names, number_of
from billing_audit.transparency.object_store import SCHEMES, StoreError

T = TypeVar("T")
RECORD_RESTORE: Final = (
    "If the database was restored from a backup, or failed over to a replica that lacked something, run"
    " `manage.py record_restore` (docs/operations.md). Otherwise look for who changed it."
)
_SUFFIX: Final = ".ndjson"
_STATEMENTS: Final = "statements-"
_CHECKPOINT: Final[Mapping[str, Callable[[Any], Any]]] = {"log": str, "size": int, "note": str}
_NEWEST: Final = """
SELECT t.log, c.size, c.note FROM billing_audit_tree t
CROSS JOIN LATERAL (SELECT size, note FROM billing_audit_checkpoint WHERE log = t.log ORDER BY size DESC LIMIT 1) c
WHERE %s::text IS NULL OR t.log = %s ORDER BY t.log
"""
_STORED: Final = """
SELECT log, size, note FROM billing_audit_checkpoint
WHERE (log, size) IN (SELECT * FROM unnest(%s::text[], %s::bigint[]))
"""


class NotOfThisLog(RuntimeError):
    """The database does not have what was published last, so that nothing may be published from it."""


class InvalidCheckpoints(ValueError):
    """The files could not be read, or hold no valid lines. The message names the file and line."""


@dataclass(frozen=True, slots=True)
class PublishedCheckpoint:
    """The checkpoint of one log at one size. ``note`` is the signed note."""

    log: str
    size: int
    note: str


@dataclass(frozen=True, slots=True)
class PublishedStatement:
    """The statement about one event of one log. ``note`` is the signed note."""

    log: str
    event_id: str
    note: str


def newest_checkpoints(log: str | None = None) -> list[PublishedCheckpoint]:
    """Return the newest checkpoint of each log, or of one log; a log without one is left out. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_NEWEST, [log, log])
        return [PublishedCheckpoint(*row) for row in cursor.fetchall()]


def publish_newest(to: str, verifiers: Collection[Verifier]) -> tuple[str, int]:
    """Write the newest checkpoint of every log, and return the name of the file and their number.

    Raises NotOfThisLog if a log does not go on from what was published last: a restored database must not publish as if
    nothing were lost. Also raises InvalidCheckpoints, and the errors of ``write_checkpoints``.
    """
    if faults := contradictions(to, verifiers):
        raise NotOfThisLog(f"{faults[0]} {RECORD_RESTORE}")
    checkpoints = newest_checkpoints()
    return write_checkpoints(checkpoints, to), len(checkpoints)


def write_checkpoints(checkpoints: Iterable[PublishedCheckpoint], to: str) -> str:
    """Write the checkpoints to a new file in a folder or object store, and return its name, which holds the time.

    Never overwrites a file. In a folder the new file is read-only; in an object store it is written on condition that
    no such object exists. Raises OSError or StoreError.
    """
    return _write("heads-", checkpoints, to)


def write_statements(statements: Iterable[PublishedStatement], to: str) -> str:
    """Write the statements to a new file, as ``write_checkpoints`` does."""
    return _write(_STATEMENTS, statements, to)


def read_checkpoints(location: str) -> list[PublishedCheckpoint]:
    """Read a file of checkpoints, or those of a folder or object store (``*.ndjson``). Raises InvalidCheckpoints."""
    files = _files(location, lambda name: not name.startswith(_STATEMENTS))
    found = list(_read(location, files, PublishedCheckpoint, _CHECKPOINT))
    if not found:
        raise InvalidCheckpoints(f"{location} holds no checkpoints")
    return found


def contradictions(location: str, verifiers: Collection[Verifier] = ()) -> list[str]:
    """Return a sentence for each log that does not go on from its last published checkpoint in a folder or store.

    Such a database was restored from a backup, or is another one. A log that has gone on under its next name since
    then (``log_names``) is in order. With ``verifiers``, checkpoints that they have not signed are left out. Reads the
    last file alone, which has the newest checkpoint of every log. Raises InvalidCheckpoints.
    """
    if not location.startswith(SCHEMES) and not Path(location).exists():
        return []
    files = _files(location, lambda name: not name.startswith(_STATEMENTS), only_last=True)
    published = [each for each in _read(location, files, PublishedCheckpoint, _CHECKPOINT) if _counts(each, verifiers)]
    names = newest_names({first_name(each.log) for each in published})
    # A name that the database does not have yet is lost, too.
    current = [each for each in published if number_of(each.log) >= number_of(names[first_name(each.log)])]
    with connection.cursor() as cursor:
        cursor.execute(_STORED, [[each.log for each in current], [each.size for each in current]])
        stored = {(log, size): note for log, size, note in cursor.fetchall()}
    return [
        f"The log {each.log} does not have the published checkpoint of {each.size} events."
        for each in current
        # The origin, the size and the root.
        if stored.get((each.log, each.size), "").splitlines()[:3] != each.note.splitlines()[:3]
    ]


def _counts(published: PublishedCheckpoint, verifiers: Collection[Verifier]) -> bool:
    try:
        return not verifiers or Checkpoint.parse(published.note, published.log, verifiers).size == published.size
    except InvalidNote:
        return False


def read_statements(location: str) -> list[PublishedStatement]:
    """Read the statements of a folder or object store; a single file has none. Raises InvalidCheckpoints."""
    if not location.startswith(SCHEMES) and not Path(location).is_dir():
        return []
    files = _files(location, lambda name: name.startswith(_STATEMENTS))
    return list(_read(location, files, PublishedStatement, {"log": str, "event_id": str, "note": str}))


def _write(prefix: str, notes: Iterable[PublishedCheckpoint | PublishedStatement], to: str) -> str:
    name = f"{prefix}{datetime.now(UTC):%Y-%m-%dT%H-%M-%S.%fZ}{_SUFFIX}"
    data = "".join(json.dumps(asdict(each), ensure_ascii=False) + "\n" for each in notes).encode()
    if to.startswith(SCHEMES):
        object_store.put(to, name, data)
        return name
    _write_whole(Path(to), name, data)
    return name


def _write_whole(folder: Path, name: str, data: bytes) -> None:
    """Write a new file under a name that no reader takes, and give it its own once it is whole.

    So a full disk or a killed process leaves no half of a file, which would end every verification.
    """
    folder.mkdir(parents=True, exist_ok=True)
    partial = folder / f".{name}.partial"
    file = partial.open("xb")
    try:
        with file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if (folder / name).exists():
            raise FileExistsError(f"{folder / name} exists already")
        partial.chmod(0o444)
        partial.rename(folder / name)
    finally:
        partial.unlink(missing_ok=True)


def _read(
    location: str,
    files: Iterable[tuple[str, bytes]],
    kind: Callable[..., T],
    fields: Mapping[str, Callable[[Any], Any]],
) -> Iterator[T]:
    """Yield what each line of the files holds: ``kind``, made from its fields. Raises InvalidCheckpoints."""
    try:
        for name, data in files:
            for number, line in enumerate(data.splitlines(), 1):
                try:
                    found = json.loads(line)
                    yield kind(**{field: parse(found[field]) for field, parse in fields.items()})
                except (ValueError, KeyError, TypeError):
                    shape = ", ".join(f'"{field}": …' for field in fields)
                    raise InvalidCheckpoints(f"{name}, line {number}: it must be written as {{{shape}}}") from None
    except (OSError, StoreError) as error:
        raise InvalidCheckpoints(f"{location}: {error}") from None


def _files(location: str, is_read: Callable[[str], bool], *, only_last: bool = False) -> Iterator[tuple[str, bytes]]:
    if location.startswith(SCHEMES):
        names = object_store.names(location)
        names = [name for name in names if name.endswith(_SUFFIX) and is_read(name.rpartition("/")[2])]
        yield from object_store.read(location, names[-1:] if only_last else names)
        return
    path = Path(location)
    paths = [file for file in (sorted(path.glob(f"*{_SUFFIX}")) if path.is_dir() else [path]) if is_read(file.name)]
    yield from ((str(file), file.read_bytes()) for file in (paths[-1:] if only_last else paths))
