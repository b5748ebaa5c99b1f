"""Heads: the newest checkpoint of each log, handed to a place outside the database to compare with later.

One line of JSON each: ``{"log": …, "size": …, "note": …}``, where the signed note is what counts.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage
from django.db import connection

_NEWEST: Final = """
SELECT t.log, c.size, c.note FROM audit_tree t
CROSS JOIN LATERAL (SELECT size, note FROM audit_checkpoint WHERE log = t.log ORDER BY size DESC LIMIT 1) c
WHERE %s::text IS NULL OR t.log = %s ORDER BY t.log
"""


class InvalidHeads(ValueError):
    """What was given holds no heads; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Head:
    """A log's checkpoint at one size."""

    log: str
    size: int
    note: str


def newest_heads(log: str | None = None) -> list[Head]:
    """Return the newest checkpoint of each log, or of one. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_NEWEST, [log, log])
        return [Head(*row) for row in cursor.fetchall()]


def write_heads(heads: Iterable[Head], to: Storage) -> str:
    """Write the heads to a new file of the storage, named by the time, and return its name. Overwrites nothing."""
    text = "".join(json.dumps(asdict(head), ensure_ascii=False) + "\n" for head in heads)
    return to.save(f"heads-{datetime.now(UTC):%Y-%m-%dT%H-%M-%SZ}.ndjson", ContentFile(text.encode()))


def storage_at(folder: str) -> Storage:
    """Return the storage of a folder. Files are readable by all and written once."""
    return FileSystemStorage(location=folder, file_permissions_mode=0o444)


def read_heads(path: Path) -> list[Head]:
    """Read a file of heads, or every ``*.ndjson`` of a folder. Raises InvalidHeads."""
    files: Collection[Path] = sorted(path.glob("*.ndjson")) if path.is_dir() else [path]
    found = []
    for file in files:
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise InvalidHeads(f"{file}: {error}") from None
        for number, line in enumerate(lines, 1):
            try:
                said = json.loads(line)
                found.append(Head(str(said["log"]), int(said["size"]), str(said["note"])))
            except (ValueError, KeyError, TypeError):
                raise InvalidHeads(
                    f'{file}, line {number}: a head is written {{"log": …, "size": …, "note": …}}'
                ) from None
    if not found:
        raise InvalidHeads(f"{path} holds no heads")
    return found
