"""CSV and NDJSON files in every delimiter and encoding, with any line ends, gzip, end marks and damage."""

import codecs
import csv
import gzip
import io
import json
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from billing_access.billing.ingest.columns import Columns, UnusableFile
from billing_access.billing.ingest.file_reader import RunFile, SourceRow

CSV: Final = b"run_id,total_cost_usd\na,1\nb,2"
AB: Final = [(2, {"run_id": "a", "total_cost_usd": "1"}), (3, {"run_id": "b", "total_cost_usd": "2"})]
CASES: Final = Path(__file__).parents[3] / "cases"
JSON: Final = b'{"run_id": "a", "total_cost_usd": 1}\n'
NO_COSTS: Final = Columns(without_costs=True)


def rows(data: bytes, columns: Columns = NO_COSTS) -> list[SourceRow]:
    return list(RunFile(io.BytesIO(data), columns))


def read(data: bytes, columns: Columns = NO_COSTS) -> RunFile:
    """Read the file to its end."""
    file = RunFile(io.BytesIO(data), columns)
    assert len(list(file)) == file.row_count
    return file


def utf16(data: bytes) -> bytes:
    return codecs.BOM_UTF16_LE + data.decode().encode("utf-16-le")


@pytest.mark.parametrize(
    "data",
    [CSV, CSV + b"\n", CSV.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + CSV, gzip.compress(CSV),
     gzip.compress(b"\xef\xbb\xbf" + CSV.replace(b"\n", b"\r\n")), gzip.compress(CSV[:9]) + gzip.compress(CSV[9:]),
     CSV.replace(b",", b";"), CSV.replace(b",", b"\t"), utf16(CSV), gzip.compress(utf16(CSV)),
     codecs.BOM_UTF16_BE + CSV.decode().encode("utf-16-be"), utf16(CSV.replace(b",", b"\t").replace(b"\n", b"\r\n"))],
    ids=count(),
)  # fmt: skip
def test_one_csv_in_many_forms(data: bytes) -> None:
    assert [(row.line, dict(row.fields)) for row in rows(data)] == AB


@pytest.mark.parametrize("first", [b"sep=;\r\n", b'"sep=;"\n', b"SEP=;\n", b"\n\nsep=;\n\n"], ids=count())
def test_the_line_that_excel_writes_states_the_delimiter(first: bytes) -> None:
    lines = first.count(b"\n")
    read = rows(first + CSV.replace(b",", b";"))
    assert [(row.line, dict(row.fields)) for row in read] == [(line + lines, fields) for line, fields in AB]
    (row,) = rows(b"sep=\t\nrun_id\ttotal_cost_usd\na,b\t1\n")
    assert row.fields["run_id"] == "a,b"


def test_a_stream_that_gives_byte_by_byte() -> None:
    class Trickle(io.RawIOBase):
        data = io.BytesIO(gzip.compress(b"\xef\xbb\xbf" + CSV))

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            return self.data.readinto(memoryview(buffer)[:1])

    assert len(list(RunFile(io.BufferedReader(Trickle())))) == 2


def test_lines_are_those_of_the_file() -> None:
    read = rows(b'\n\nrun_id,note\na,"two\nlines"\n\nb,x,y\nc,\xff\nd,"open\n')
    assert [(row.line, row.fault) for row in read] == [
        (4, None),
        (7, "3 fields where the header has 2"),
        (8, "not UTF-8"),
        (9, "not CSV: unexpected end of data"),
    ]


def test_ndjson_keeps_numbers_exact() -> None:
    (row,) = rows(b'{"run_id": "a", "total_cost_usd": 0.22249000000000002, "llm_tokens_in": 9007199254740993}\n')
    assert row.fields["total_cost_usd"] == Decimal("0.22249000000000002")
    assert row.fields["llm_tokens_in"] == 9007199254740993


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_ndjson_with_a_byte_order_mark_and_crlf_and_no_final_newline(pack: Any) -> None:
    read = rows(pack(b'\xef\xbb\xbf{"run_id": "a"}\r\n{"run_id": "b"}'))
    assert [(row.line, row.fields) for row in read] == [(1, {"run_id": "a"}), (2, {"run_id": "b"})]


def test_ndjson_in_utf_16_and_with_a_very_long_first_line() -> None:
    long = json.dumps({"run_id": "ä" * 200_000}, ensure_ascii=False).encode()
    for data in (long + b"\n\n" + JSON, utf16(long + b"\r\n\r\n" + JSON)):
        assert [(row.line, len(row.fields["run_id"])) for row in rows(data)] == [(1, 200_000), (3, 1)]


def test_ndjson_lines_at_fault() -> None:
    read = rows(
        b'{"run_id": "a"}\r\n\n[1]\n{"a": NaN}\n{"a": 1, "a": 2}\n{"a": "\xff"}\n{"a"\n{"n": ' + b"9" * 5000 + b"}\n"
    )
    assert [row.line for row in read if row.fault] == [3, 4, 5, 6, 7, 8]
    assert [row.line for row in read if not row.fault] == [1]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\n\n", "empty"),
        (b"\n" * 200_000, "empty"),
        (gzip.compress(b""), "empty"),
        (codecs.BOM_UTF16_LE, "empty"),
        (b'[{"run_id": "a"}]', "JSON array"),
        (b"id,cost\n1,2\n", r"id \(did you mean run_id\?\), cost \(did you mean total_cost_usd\?\)"),
        (b"Run ID;Total\n1;2\n", r"Run ID \(did you mean run_id\?\)"),
        (b"name,model\n1,2\n", r"The header lacks run_id\. It has: name, model\."),
        (b"name;mo,del\n1;2\n", r"It has: name;mo, del\."),
        (b"run_id,run_id\n1,2\n", "has run_id twice"),
        (b"run_id,,\n1,2\n", "has '' twice"),
        (b"run_id|total_cost_usd\na|1\n", r"delimited by '\|'\. Accepted delimiters: comma, semicolon and tab"),
        (b"run_id:model\na:1\n", "delimited by ':'"),
        (b"run_id,x;run_id\n1,2\n", "may be ',' or ';'"),
        (b"sep=|\nrun_id|total_cost_usd\na|1\n", r"states the delimiter '\|'\. Accepted"),
        (b"sep=\nrun_id\na\n", "states the delimiter ''"),
        (b"sep=;\n", "empty"),
        (b"sep=;\nrun_id,total_cost_usd\n", r"lacks run_id\. It has: run_id,total_cost_usd\."),
        (b"run_id," + b"x" * 100_000 + b"\n", "100000 characters"),
        (b"sep=;\nrun_id," + b"x" * 100_000 + b"\n", "100000 characters"),
        (b'"run_id\n1', "not a CSV header|lacks run_id"),
        (b"run_id,gr\xf6\xdfe\na,1\n", "The header is not UTF-8. Accepted encodings: UTF-8, and UTF-16 with"),
        (CSV.decode().encode("utf-16-le"), "begins like UTF-16 without a byte-order mark"),
        (CSV.decode().encode("utf-16-be"), "begins like UTF-16"),
        (CSV.decode().encode("utf-32"), "UTF-32"),
        (utf16(CSV)[:-1], "ends early"),
        (utf16(CSV) + b"\x00\xd8\x0a\x00", "not UTF-16"),
        (gzip.compress(CSV * 100)[:-9], "ends early"),
        (b"\x1f\x8bnonsense", "damaged"),
    ],
    ids=count(),
)  # fmt: skip
def test_unusable_files_are_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnusableFile, match=reason):
        rows(data)


def test_a_column_that_options_name_is_missing() -> None:
    with pytest.raises(UnusableFile, match=r"lacks org\. It has: run_id, total_cost_usd"):
        rows(CSV, Columns(named=("org",)))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("08-typo-header.csv", r"total_cost \(did you mean total_cost_usd\?\), llm_token_in \(did you mean llm_tok"),
        ("09b-case-header.csv", r"Total_Cost_USD \(did you mean total_cost_usd\?\)"),
        ("49-currency-column.csv", r"Line 2: the currency is 'JPY'\. Accepted: costs in USD"),
    ],
)
def test_cases_that_are_refused(name: str, reason: str) -> None:
    with pytest.raises(UnusableFile, match=reason):
        rows((CASES / name).read_bytes(), Columns())


def test_case_38_the_usage_export_is_read_as_it_was_exported() -> None:
    exported = rows((CASES / "38-own-export.csv").read_bytes(), Columns())
    listed = rows((CASES / "38-own-export.ndjson").read_bytes(), Columns())
    assert len(exported) == len(listed) > 3
    for cells, values in zip(exported, listed, strict=True):
        assert (cells.fault, values.fault) == (None, None)
        texts = {name: "" if value is None else str(value) for name, value in values.fields.items() if name != "tags"}
        assert {**cells.fields, "tags": json.loads(cells.fields["tags"])} == {**texts, "tags": values.fields["tags"]}
    file = read((CASES / "38-own-export.csv").read_bytes(), Columns())
    assert file.foreign == []


def test_an_id_that_the_usage_export_has_defused_is_restored() -> None:
    data = b"run_id,total_cost_usd,cost_updated_at\n'=a,1,\n'b,1,\n"
    assert [row.fields["run_id"] for row in rows(data)] == ["=a", "'b"]
    assert [row.fields["run_id"] for row in rows(b"run_id,total_cost_usd\n'=a,1\n")] == ["'=a"]


def test_foreign_columns_are_listed() -> None:
    assert read(b"run_id,model,cost,total_cost_usd,cost_updated_at,note\n").foreign == ["model", "cost", "note"]
    lines = b'{"run_id": "a", "model": 1}\n{"run_id": "b", "note": 1}\n{"end": true, "rows": 2}\n'
    assert read(lines, Columns(ignored=("note",), without_costs=True)).foreign == ["model"]


def test_a_misspelled_field_of_any_ndjson_row_refuses_the_file() -> None:
    for line in (b'{"run_id": "b", "total_cost": 1}\n', b'{"id": "b", "total_cost_usd": 1}\n'):
        with pytest.raises(UnusableFile, match="did you mean"):
            rows(JSON * 3 + line)


def test_costs_are_missing_from_the_whole_file() -> None:
    for data in (b"run_id\n", b"run_id\na\n", b"run_id\n#end,0\n", b'{"run_id": "a"}\n{"run_id": "b"}\n', b"{}\n"):
        with pytest.raises(UnusableFile, match="no column total_cost_usd"):
            rows(data, Columns())
    assert read(b'{"run_id": "a"}\n' + JSON, Columns()).row_count == 2
    assert read(b'{"run_id": "a"}\n{"run_id": "b", "total_cost_usd": null}\n', Columns()).row_count == 2
    assert read(b'{"end": true, "rows": 0}\n', Columns()).row_count == 0
    assert read(b'{"broken\n', Columns()).row_count == 1


@pytest.mark.parametrize("currency", ["USD", "usd", " Usd ", "", None])
def test_accepted_currencies(currency: str | None) -> None:
    assert not rows(json.dumps({"run_id": "a", "currency": currency}).encode())[0].fault
    assert not rows(f"run_id,currency\na,{currency or ''}\n".encode())[0].fault


@pytest.mark.parametrize("currency", ["EUR", "US Dollar", "$", 1, True, ["USD"], "\ud800"])
def test_another_currency_refuses_the_file(currency: Any) -> None:
    line = json.dumps({"run_id": "b", "currency": currency}).encode()
    with pytest.raises(UnusableFile, match=r"Line 3: the currency is .*USD"):
        rows(JSON + b'{"run_id": "a", "currency": "usd"}\n' + line)
    if isinstance(currency, str) and currency.isascii():
        with pytest.raises(UnusableFile, match=r"Line 2: the currency is .*USD"):
            rows(f"run_id;currency\na;{currency}\n".encode())


@pytest.mark.parametrize(
    ("data", "row_count", "end_mark"),
    [
        (CSV, 2, None),
        (CSV + b"\n#end,2\n", 2, 2),
        (CSV + b"\n#end,3", 2, 3),
        (CSV + b'\r\n"#end", 2 \r\n\r\n', 2, 2),
        (CSV.replace(b",", b";") + b"\n#end;2;;\n", 2, 2),
        (CSV.replace(b",", b"\t") + b"\n#end\t2\n", 2, 2),
        (b"sep=;\nrun_id;total_cost_usd\n#end;0\n", 0, 0),
        (b"run_id,total_cost_usd\n#end,0\n", 0, 0),
        (b"run_id,total_cost_usd\n", 0, None),
        (b"#end,0\n", 0, 0),
        (b"#end;0", 0, 0),
        (b"#end,7\n", 0, 7),
        (b"run_id,a\nr,1,2\n\xff,2\n#end,2\n", 2, 2),
        (JSON * 2, 2, None),
        (JSON * 2 + b'{"end": true, "rows": 2}\n\n', 2, 2),
        (JSON * 2 + b'{"rows": 3, "end": true}', 2, 3),
        (b'{"end":true,"rows":0}\n', 0, 0),
        (JSON + b'[1]\n{"bad\n{"end": true, "rows": 3}\n', 3, 3),
        # A mark that was cut off is a row that cannot be read.
        (JSON + b'{"end": true, "rows": 1', 2, None),
        # These are rows.
        (b"run_id,a\n#ending,1\n#1,2\n", 2, None),
        (b'{"rows": 3}\n', 1, None),
    ],
    ids=count(),
)  # fmt: skip
def test_end_marks(data: bytes, row_count: int, end_mark: int | None) -> None:
    file = read(data)
    assert (file.row_count, file.end_mark) == (row_count, end_mark)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (CSV + b"\n#end,2\nc,3\n", "Line 5 is after the end mark"),
        (CSV + b"\n#end,2\nc,3,4\n", "Line 5 is after the end mark"),
        (CSV + b'\n#end,2\n"x\n', "Line 5 is after the end mark"),
        (CSV + b"\n#end,2\n#end,2\n", "Line 5 is a second end mark"),
        (b"#end,0\nrun_id,total_cost_usd\na,1\n", "Line 2 is after the end mark"),
        (CSV + b"\n#end\n", "Line 4 is not a valid end mark. Write it as #end,N"),
        (CSV + b"\n#end,\n", "Line 4 is not a valid"),
        (CSV + b"\n#end,two\n", "not a valid"),
        (CSV + b"\n#end,-2\n", "not a valid"),
        (CSV + b"\n#end,2.0\n", "not a valid"),
        (CSV + "\n#end,٢\n".encode(), "not a valid"),
        (CSV + b"\n#END,2\n", "not a valid"),
        (CSV + b"\n#end,2,3\n", "not a valid"),
        (CSV + b"\n#end;2\n", "not a valid"),
        (CSV + b"\n#end 2\n", "not a valid"),
        (b"#END,0\n", "not a valid"),
        (JSON + b'{"end": true, "rows": 1}\n' + JSON, "Line 3 is after the end mark"),
        (JSON + b'{"end": true, "rows": 1}\n[]', "Line 3 is after the end mark"),
        (JSON + b'{"end": true, "rows": 1}\n{"end": true, "rows": 1}\n', "Line 3 is a second end mark"),
        (JSON + b'{"end": true}\n', r'Line 2 is not a valid end mark. Write it as {"end": true, "rows": N}'),
        (JSON + b'{"end": 1, "rows": 1}\n', "not a valid"),
        (JSON + b'{"end": false, "rows": 1}\n', "not a valid"),
        (JSON + b'{"end": true, "rows": "1"}\n', "not a valid"),
        (JSON + b'{"end": true, "rows": true}\n', "not a valid"),
        (JSON + b'{"end": true, "rows": 1.0}\n', "not a valid"),
        (JSON + b'{"end": true, "rows": -1}\n', "not a valid"),
        (JSON + b'{"end": true, "rows": 1, "sum": 2}\n', "not a valid"),
    ],
    ids=count(),
)  # fmt: skip
def test_end_marks_at_fault(data: bytes, reason: str) -> None:
    with pytest.raises(UnusableFile, match=reason):
        rows(data)


@given(st.binary(max_size=200), st.sampled_from([b"", CSV + b"\n", JSON, b"run_id;x\n", b"\xff\xfe", b"sep=;\n"]))
@example(b"", b"\x1f\x8b")
def test_any_bytes_are_read_or_refused(data: bytes, before: bytes) -> None:
    for written in (before + data, gzip.compress(before + data)):
        try:
            lines = [row.line for row in rows(written)]
        except UnusableFile as error:
            lines, message = [], str(error)
            assert message.isprintable()
        assert lines == sorted(set(lines))


TEXT: Final = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(
    st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=5),
    st.sampled_from(",;\t"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
    st.booleans(),
)
def test_any_rows_come_back_from_any_form(
    written: list[tuple[str, str, str]], delimiter: str, encoding: str, newline: str, says_sep: bool, has_mark: bool
) -> None:
    # A first cell that is the end mark is one.
    written = [(f"r{first}", *rest) for first, *rest in written]
    out = io.StringIO(newline="")
    out.write(f"sep={delimiter}{newline}" if says_sep else "")
    # The writer quotes a carriage return only if it is a part of the line end.
    quoting = csv.QUOTE_ALL if newline == "\n" else csv.QUOTE_MINIMAL
    writer = csv.writer(out, delimiter=delimiter, lineterminator=newline, quoting=quoting)
    writer.writerow(["run_id", "note", "total_cost_usd"])
    writer.writerows(written)
    out.write(f"#end{delimiter}{len(written)}{newline}" if has_mark else "")
    file = RunFile(io.BytesIO(out.getvalue().encode(encoding)))
    assert [tuple(row.fields.values()) for row in file] == written
    assert file.end_mark == (len(written) if has_mark else None)
