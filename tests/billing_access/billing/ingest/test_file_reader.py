"""CSV and NDJSON files with byte order marks, any line ends, gzip and damage."""

import gzip
import io
from decimal import Decimal
from itertools import count

import pytest

from billing_access.billing.ingest.file_reader import UnusableFile, read_rows

CSV = b"run_id,total_cost_usd\na,1\nb,2"


def rows(data, *needed):
    return list(read_rows(io.BytesIO(data), needed))


@pytest.mark.parametrize(
    "data",
    [CSV, CSV + b"\n", CSV.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + CSV, gzip.compress(CSV),
     gzip.compress(b"\xef\xbb\xbf" + CSV.replace(b"\n", b"\r\n")), gzip.compress(CSV[:9]) + gzip.compress(CSV[9:])],
    ids=count(),
)  # fmt: skip
def test_csv_in_every_dress(data):
    assert [(row.line, dict(row.fields)) for row in rows(data)] == [
        (2, {"run_id": "a", "total_cost_usd": "1"}),
        (3, {"run_id": "b", "total_cost_usd": "2"}),
    ]


def test_a_stream_that_gives_byte_by_byte():
    class Trickle(io.RawIOBase):
        data = io.BytesIO(gzip.compress(b"\xef\xbb\xbf" + CSV))

        def readable(self):
            return True

        def readinto(self, buffer):
            return self.data.readinto(memoryview(buffer)[:1])

    assert len(list(read_rows(io.BufferedReader(Trickle())))) == 2


def test_lines_are_those_of_the_file():
    read = rows(b'run_id,note\na,"two\nlines"\n\nb,x,y\nc,\xff\nd,"open\n')
    assert [(row.line, row.fault) for row in read] == [
        (2, None),
        (5, "3 fields where the header has 2"),
        (6, "not UTF-8"),
        (7, "not CSV: unexpected end of data"),
    ]


def test_ndjson_keeps_numbers_exact():
    (row,) = rows(b'{"run_id": "a", "total_cost_usd": 0.22249000000000002, "llm_tokens_in": 9007199254740993}\n')
    assert row.fields["total_cost_usd"] == Decimal("0.22249000000000002")
    assert row.fields["llm_tokens_in"] == 9007199254740993


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_ndjson_with_a_mark_and_crlf_and_no_final_newline(pack):
    read = rows(pack(b'\xef\xbb\xbf{"run_id": "a"}\r\n{"run_id": "b"}'))
    assert [(row.line, row.fields) for row in read] == [(1, {"run_id": "a"}), (2, {"run_id": "b"})]


def test_ndjson_lines_at_fault():
    read = rows(
        b'{"run_id": "a"}\r\n\n[1]\n{"a": NaN}\n{"a": 1, "a": 2}\n{"a": "\xff"}\n{"a"\n{"n": ' + b"9" * 5000 + b"}\n"
    )
    assert [row.line for row in read if row.fault] == [3, 4, 5, 6, 7, 8]
    assert [row.line for row in read if not row.fault] == [1]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\n\n", "empty"),
        (gzip.compress(b""), "empty"),
        (b'[{"run_id": "a"}]', "JSON array"),
        (b"id,cost\n1,2\n", "lacks run_id"),
        (b"run_id,run_id\n1,2\n", "twice"),
        (b"\xff\xfer\x00u\x00n\x00", "lacks run_id"),
        (gzip.compress(CSV * 100)[:-9], "ends early"),
        (b"\x1f\x8bnonsense", "damaged"),
    ],
    ids=count(),
)
def test_unusable_files_say_why(data, says):
    with pytest.raises(UnusableFile, match=says):
        rows(data)


def test_a_needed_column_that_is_missing():
    with pytest.raises(UnusableFile, match=r"lacks org\. It has: run_id, total_cost_usd"):
        rows(CSV, "org")
