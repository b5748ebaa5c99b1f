"""Published checkpoints: the newest of each log, written outside the database, so that a later rewrite is detected.

A file has one line of JSON for each checkpoint: ``{"log": …, "size": …, "note": …}``. Only the signed note is trusted.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import obstore
from django.db import connection
from obstore.exceptions import BaseError
from obstore.store import from_url

# Object stores. Credentials come from each store's usual environment variables, such as AWS_ACCESS_KEY_ID.
SCHEMES: Final = ("s3://", "gs://", "az://")
_SUFFIX: Final = ".ndjson"
_NEWEST: Final = """
SELECT t.log, c.size, c.note FROM billing_audit_tree t
CROSS JOIN LATERAL (SELECT size, note FROM billing_audit_checkpoint WHERE log = t.log ORDER BY size DESC LIMIT 1) c
WHERE %s::text IS NULL OR t.log = %s ORDER BY t.log
"""


class InvalidCheckpoints(ValueError):
    """The files could not be read, or hold no valid checkpoint lines. The message names the file and line."""


@dataclass(frozen=True, slots=True)
class PublishedCheckpoint:
    """The checkpoint of one log at one size. ``note`` is the signed note."""

    log: str
    size: int
    note: str


def newest_checkpoints(log: str | None = None) -> list[PublishedCheckpoint]:
    """Return the newest checkpoint of each log, or of one log; a log without one is left out. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_NEWEST, [log, log])
        return [PublishedCheckpoint(*row) for row in cursor.fetchall()]


def write_checkpoints(checkpoints: Iterable[PublishedCheckpoint], to: str) -> str:
    """Write the checkpoints to a new file in a folder or object store, and return its name, which holds the time.

    Never overwrites a file. In a folder the new file is read-only; in an object store it is written on condition that
    no such object exists. Raises OSError or obstore's errors.
    """
    name = f"heads-{datetime.now(UTC):%Y-%m-%dT%H-%M-%S.%fZ}{_SUFFIX}"
    data = "".join(json.dumps(asdict(each), ensure_ascii=False) + "\n" for each in checkpoints).encode()
    if to.startswith(SCHEMES):
        obstore.put(_store(to), name, data, mode="create")
        return name
    folder = Path(to)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("xb") as file:
        file.write(data)
    (folder / name).chmod(0o444)
    return name


def read_checkpoints(location: str) -> list[PublishedCheckpoint]:
    """Read a file of checkpoints, or every ``*.ndjson`` of a folder or object store. Raises InvalidCheckpoints."""
    found = []
    try:
        for name, data in _files(location):
            found += _read(name, data)
    except (OSError, BaseError) as error:
        raise InvalidCheckpoints(f"{location}: {error}") from None
    if not found:
        raise InvalidCheckpoints(f"{location} holds no checkpoints")
    return found


def _files(location: str) -> Iterator[tuple[str, bytes]]:
    if location.startswith(SCHEMES):
        store = _store(location)
        names = sorted(each["path"] for batch in obstore.list(store) for each in batch)
        yield from ((name, bytes(obstore.get(store, name).bytes())) for name in names if name.endswith(_SUFFIX))
        return
    path = Path(location)
    for file in sorted(path.glob(f"*{_SUFFIX}")) if path.is_dir() else [path]:
        yield str(file), file.read_bytes()


def _read(name: str, data: bytes) -> list[PublishedCheckpoint]:
    found = []
    for number, line in enumerate(data.splitlines(), 1):
        try:
            fields = json.loads(line)
            found.append(PublishedCheckpoint(str(fields["log"]), int(fields["size"]), str(fields["note"])))
        except (ValueError, KeyError, TypeError):
            raise InvalidCheckpoints(
                f'{name}, line {number}: a checkpoint must be written as {{"log": …, "size": …, "note": …}}'
            ) from None
    return found


def _store(url: str) -> Any:
    return from_url(url, retry_config={"max_retries": 3})
