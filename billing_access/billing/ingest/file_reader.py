"""Reads a file of runs, CSV with a header or NDJSON, plain or gzip, as a stream of numbered rows."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain
from typing import IO, Any, NoReturn

from billing_access.billing.ingest.columns import CURRENCY, Columns, SeenColumns, UnusableFile, listed
from billing_access.billing.ingest.cost_validation import EXPORTED
from billing_access.billing.ingest.csv_header import check_header, find_header, first_line
from billing_access.billing.ingest.end_marks import csv_end_mark, json_end_mark
from billing_access.billing.ingest.text_encoding import damage_is_unusable, is_utf8, open_text
from billing_audit.reading.serializers import restore_formula


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row: the number of its first line, from 1, and its fields by name, or why it cannot be read."""

    line: int
    fields: Mapping[str, Any] = field(default_factory=dict)
    fault: str | None = None


class RunFile:
    """The rows of a CSV or NDJSON file, gzip or not, to be iterated once; the file's beginning tells the format.

    Iterating raises UnusableFile: for a header at the first row, for anything else as soon as it is read. When it has
    ended, ``row_count`` is the number of rows, ``end_mark`` the number that the file's end mark states (None if it has
    none), and ``foreign`` are the names of the columns that an import ignores.
    """

    def __init__(self, stream: IO[bytes], columns: Columns = Columns()) -> None:  # noqa: B008 (frozen)
        self.row_count = 0
        self.end_mark: int | None = None
        self._stream = stream
        self._columns = columns
        self._seen = SeenColumns(columns)

    @property
    def foreign(self) -> list[str]:
        """The names of columns that are ignored, save those that the import was told to ignore."""
        return self._seen.foreign

    def __iter__(self) -> Iterator[SourceRow]:
        with damage_is_unusable():
            text = open_text(self._stream)
            first, number = first_line(text)
            start = first.lstrip()[0]
            if start == "[":
                raise UnusableFile(
                    "The file is a JSON array. Accepted: CSV with a header, or one JSON object on each line."
                )
            rows = self._json_rows if start == "{" else self._csv_rows
            for row in rows(first, number, text):
                if self.end_mark is not None:
                    raise UnusableFile(f"Line {row.line} is after the end mark, which must be the last record.")
                self.row_count += 1
                yield row

    def _csv_rows(self, first: str, number: int, text: IO[str]) -> Iterator[SourceRow]:
        first, number, delimiter = find_header(first, number, text)
        reader = csv.reader(chain([first], text), delimiter=delimiter, strict=True)
        header: list[str] | None = None
        while True:
            line = reader.line_num + number
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                if header is None:
                    raise UnusableFile(f"The first line is not a CSV header: {error}.") from None
                yield SourceRow(line, fault=f"not CSV: {error}")
                continue
            if not cells:
                continue
            if cells[0].lstrip()[:1] == "#" and (mark := csv_end_mark(line, cells)) is not None:
                self._end(line, mark)
            elif header is None and self.end_mark is None:
                header = self._header(cells)
            else:
                yield self._csv_row(line, header or [], cells)

    def _header(self, cells: list[str]) -> list[str]:
        header = [name.strip() for name in cells]
        check_header(header)
        self._seen.add(header)
        missing = [name for name in ("run_id", *self._columns.named) if name not in header]
        if missing:
            raise UnusableFile(f"The header lacks {listed(missing)}. It has: {listed(header)}.")
        self._seen.refuse_missing()
        return header

    def _csv_row(self, line: int, header: list[str], cells: list[str]) -> SourceRow:
        if len(cells) != len(header):
            return SourceRow(line, fault=f"{len(cells)} fields where the header has {len(header)}")
        if not is_utf8("".join(cells)):
            return SourceRow(line, fault="not UTF-8")
        fields = dict(zip(header, cells, strict=True))
        if CURRENCY in fields:
            _check_currency(line, fields[CURRENCY])
        if EXPORTED in fields:
            fields["run_id"] = restore_formula(fields["run_id"])
        return SourceRow(line, fields)

    def _json_rows(self, first: str, number: int, text: IO[str]) -> Iterator[SourceRow]:
        has_object = False
        # The first line may be longer than what was read of it.
        first += "" if first.endswith(("\r", "\n")) else text.readline()
        for line, written in enumerate(chain([first], text), start=number):
            if not written.strip():
                continue
            value = _parsed(written)
            if isinstance(value, str):
                yield SourceRow(line, fault=value)
            elif (mark := json_end_mark(line, value)) is not None:
                self._end(line, mark)
            else:
                has_object = True
                self._seen.add(value)
                _check_currency(line, value.get(CURRENCY))
                yield SourceRow(line, value)
        if has_object:
            self._seen.refuse_missing()

    def _end(self, line: int, mark: int) -> None:
        if self.end_mark is not None:
            raise UnusableFile(f"Line {line} is a second end mark.")
        self.end_mark = mark


def _check_currency(line: int, currency: object) -> None:
    if currency is not None and not (isinstance(currency, str) and currency.strip().upper() in {"", "USD"}):
        raise UnusableFile(f"Line {line}: the currency is {ascii(currency)[:40]}. Accepted: costs in USD.")


def _parsed(line: str) -> dict[str, Any] | str:
    """Return the JSON object of a line, or why there is none."""
    if not is_utf8(line):
        return "not UTF-8"
    try:
        value = json.loads(line, parse_float=Decimal, parse_constant=_refuse, object_pairs_hook=_without_duplicates)
    except (ValueError, RecursionError) as error:
        return f"not JSON: {error}"
    return value if isinstance(value, dict) else "not a JSON object"


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a number")


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a name occurs twice in one object")
    return value
