"""Reads the beginning of a CSV file: Excel's line ``sep=;``, the delimiter, and the names of the columns."""

import csv
from collections import Counter
from typing import IO, Final

from billing_access.billing.ingest.columns import UnusableFile, listed
from billing_access.billing.ingest.end_marks import CSV_MARK
from billing_access.billing.ingest.text_encoding import ENCODINGS, is_utf8

_DELIMITERS: Final = ",;\t"
_ACCEPTED: Final = "Accepted delimiters: comma, semicolon and tab."
# Tried only to name the delimiter of a file that is refused.
_OTHERS: Final = "|:^~\x1f "
_LONGEST_LINE: Final = 100_000


def first_line(text: IO[str]) -> tuple[str, int]:
    """Read up to the first line that is not blank; return it and its number. Raises UnusableFile if there is none."""
    number = 0
    while line := text.readline(_LONGEST_LINE):
        number += 1
        if line.strip():
            return line, number
    raise UnusableFile(
        'The file is empty. An export without rows is a header alone or, in NDJSON, the line {"end": true, "rows": 0}.'
    )


def find_header(first: str, number: int, text: IO[str]) -> tuple[str, int, str]:
    """Return the line with the header, its number, and the delimiter; ``first`` is the file's first line.

    Raises UnusableFile if the delimiter is not accepted or the line is too long.
    """
    delimiter = _stated_delimiter(first)
    if delimiter is not None:
        first, lines = first_line(text)
        number += lines
    if len(first) >= _LONGEST_LINE:
        raise UnusableFile(f"The first line has {_LONGEST_LINE} characters or more, which no CSV header has.")
    return first, number, delimiter or _delimiter_of(first)


def check_header(names: list[str]) -> None:
    """Raise UnusableFile for a header in another encoding or with a name twice."""
    if not all(map(is_utf8, names)):
        raise UnusableFile(f"The header is not UTF-8. {ENCODINGS}")
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise UnusableFile(f"The header has {listed(twice)} twice.")


def _split(line: str, delimiter: str) -> list[str]:
    return [cell.strip() for cells in csv.reader([line], delimiter=delimiter) for cell in cells]


def _is_header(cells: list[str]) -> bool:
    return "run_id" in cells or cells[:1] == [CSV_MARK]


def _stated_delimiter(line: str) -> str | None:
    """Return the delimiter that Excel's line ``sep=;`` states; None for another line."""
    plain = line.rstrip("\r\n").strip('"')
    if not plain.lower().startswith("sep="):
        return None
    delimiter = plain[len("sep=") :]
    if delimiter not in tuple(_DELIMITERS):
        raise UnusableFile(f"The first line states the delimiter {delimiter[:10]!a}. {_ACCEPTED}")
    return delimiter


def _delimiter_of(line: str) -> str:
    """Return the delimiter that splits this line into cells of which one is run_id or the first is an end mark."""
    found = [delimiter for delimiter in _DELIMITERS if _is_header(_split(line, delimiter))]
    if len(found) > 1 and len(_split(line, ",")) > 1:
        raise UnusableFile(f"The delimiter may be {' or '.join(map(repr, found))}. Quote the names that have one.")
    if found:
        return found[0]
    for delimiter in _OTHERS:
        if _is_header(_split(line, delimiter)):
            raise UnusableFile(f"The header is delimited by {delimiter!r}. {_ACCEPTED}")
    # There is no run_id, which the caller refuses; it shows the names as the most probable delimiter splits them.
    return max(_DELIMITERS, key=lambda delimiter: len(_split(line, delimiter)))
