"""Canonical JSON: the test vectors of RFC 8785 that an event can hold, and a comparison with another implementation."""

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from billing_audit.canonical_json import canonical, write_time

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
)


def test_the_rfcs_order_of_names() -> None:
    """RFC 8785, section 3.2.3."""
    names = {"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet", "1": "One",
             "\U0001f600": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "O With Diaeresis"}  # fmt: skip
    said = [name for name, _ in json.loads(canonical(names), object_pairs_hook=list)]
    assert said == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]


def test_the_rfcs_sample_of_texts_and_literals() -> None:
    """RFC 8785, section 3.2.2, without its fractions, which no event holds."""
    value = {"string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/", "literals": [None, True, False]}
    expected = '{"literals":[null,true,false],"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    assert canonical(value) == expected


@given(VALUES)
def test_as_another_implementation_writes_it(value: object) -> None:
    assert canonical(value).encode() == rfc8785.dumps(value)
    assert canonical(json.loads(canonical(value))) == canonical(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a\x00b", '"a\ufffdb"'),
        ("\ud800", '"\ufffd"'),
        ({"\udfff": 1}, '{"\ufffd":1}'),
        (2**53, '"9007199254740992"'),
        (2**53 + 1, '"9007199254740993"'),
        (-(2**53) - 1, '"-9007199254740993"'),
        (2**53 - 1, "9007199254740991"),
        ("\u00e9", '"\u00e9"'),
        ("e\u0301", '"e\u0301"'),
    ],
)
def test_what_is_hostile_is_written_and_never_blocks(value: object, text: str) -> None:
    assert canonical(value) == text


MICROSECONDS = datetime(2026, 3, 1, 12, 30, 5, 600, tzinfo=UTC)


@pytest.mark.parametrize(
    ("time", "text"),
    [
        (datetime(2026, 3, 1, tzinfo=UTC), "2026-03-01T00:00:00Z"),
        (MICROSECONDS, "2026-03-01T12:30:05.000600Z"),
        (MICROSECONDS.astimezone(ZoneInfo("America/Los_Angeles")), "2026-03-01T12:30:05.000600Z"),
        (MICROSECONDS.astimezone(ZoneInfo("UTC")), "2026-03-01T12:30:05.000600Z"),
        (datetime(1, 1, 1, tzinfo=UTC), "0001-01-01T00:00:00Z"),
    ],
)
def test_a_time_has_one_format(time: datetime, text: str) -> None:
    """On the slow path (a NUL, or a key that is not ASCII) and on the fast one."""
    assert write_time(time) == text
    assert json.loads(canonical({"at": time})) == {"at": text}
    assert json.loads(canonical({"at": [time], "ü": "\0"})) == {"at": [text], "ü": "\ufffd"}


def test_a_time_without_an_offset_is_refused() -> None:
    with pytest.raises(TypeError, match="has no UTC offset"):
        canonical([MICROSECONDS.replace(tzinfo=None)])


@pytest.mark.parametrize("value", [1.5, float("nan"), b"x", {1, 2}, object()])
def test_what_has_no_one_spelling_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="an event cannot hold a"):
        canonical(value)
