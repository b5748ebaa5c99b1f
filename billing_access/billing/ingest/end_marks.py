"""Reads the end mark, the last record of an export, which states how many rows the export has written.

It tells an export that ended from one that was cut off: ``#end,N`` in CSV, ``{"end": true, "rows": N}`` in NDJSON.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from billing_access.billing.ingest.columns import UnusableFile

CSV_MARK: Final = "#end"
_ROWS: Final = re.compile(r"[0-9]{1,18}")


def csv_end_mark(line: int, cells: list[str]) -> int | None:
    """Return the number of rows that a record states; None if it is no end mark. Raises UnusableFile if malformed.

    A spreadsheet fills the record up with empty cells, which are accepted.
    """
    first = cells[0].strip().lower()
    if first != CSV_MARK and not (len(cells) == 1 and first.startswith(CSV_MARK)):
        return None
    rows, *rest = (cell.strip() for cell in (*cells[1:], ""))
    if cells[0] != CSV_MARK or not _ROWS.fullmatch(rows) or any(rest):
        raise UnusableFile(f"Line {line} is not a valid end mark. Write it as {CSV_MARK},N, where N counts the rows.")
    return int(rows)


def json_end_mark(line: int, value: Mapping[str, Any]) -> int | None:
    """Return the number of rows that an object states; None if it is no end mark. Raises UnusableFile if malformed."""
    if "end" not in value or "run_id" in value:
        return None
    rows = value.get("rows")
    if len(value) != 2 or value["end"] is not True or type(rows) is not int or rows < 0:
        raise UnusableFile(
            f'Line {line} is not a valid end mark. Write it as {{"end": true, "rows": N}}, where N counts the rows.'
        )
    return rows
