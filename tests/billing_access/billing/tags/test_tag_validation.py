"""The tags of a row: what it says about them, in each of the ways to write them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_access.billing.identifiers import LONGEST_TAG_KEY, LONGEST_TAG_VALUE, stored_form
from billing_access.billing.tags.tag_validation import MOST_TAGS, InvalidTags, check_tag_key, read_tags

KEYS = st.text(min_size=1, max_size=LONGEST_TAG_KEY).map(str.strip)
KEYS = KEYS.filter(lambda key: key and ":" not in key and stored_form(key, LONGEST_TAG_KEY))
VALUES = st.text(max_size=20).map(str.strip).filter(lambda text: stored_form(text, LONGEST_TAG_VALUE) is not None)


@pytest.mark.parametrize("value", [None, "", " ", ";", " ; "])
def test_nothing_is_said(value):
    assert read_tags(value, {}) == (None, None)


@pytest.mark.parametrize("value", ["{}", " { } ", {}])
def test_an_empty_object_is_said_and_clears(value):
    assert read_tags(value, {}) == ({}, None)


@pytest.mark.parametrize(
    "value",
    ["county=adams;n=3", " county = adams ; n=3; ", '{"county": "adams", "n": "3"}', '{"county":" adams ","n":3}',
     {"county": "adams", "n": 3}],
)  # fmt: skip
def test_pairs_json_and_a_mapping_say_the_same(value):
    assert read_tags(value, {}) == ({"county": "adams", "n": "3"}, None)


def test_tags_from_columns_are_apart():
    assert read_tags(None, {"session": "s1"}) == (None, {"session": "s1"})
    assert read_tags("{}", {"session": "s1"}) == ({}, {"session": "s1"})
    assert read_tags("session=s1;a=b", {"session": "s1"}) == ({"session": "s1", "a": "b"}, {"session": "s1"})
    with pytest.raises(InvalidTags, match="session is given twice, as 's2' and as 's1'"):
        read_tags("session=s2", {"session": "s1"})


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ('{"a": "1", "a": "2"}', "a is given twice"),
        ('{"a": "1", " a": "2"}', "a is given twice"),
        ({"Köln": "1", "Ko\u0308ln": "2"}, "Köln is given twice"),
        ('{"a": null}', "a is neither text nor a whole number"),
        ('{"a": 1.5}', "a is neither text nor a whole number"),
        ('{"a": true}', "a is neither text nor a whole number"),
        ('{"a": {"b": "c"}}', "a is neither text nor a whole number"),
        ('{"a": NaN}', "a is neither text nor a whole number"),
        ('{"a": "1"', "not a JSON object"),
        ('{"a": "1"} x', "not a JSON object"),
        ("{a=1}", "not a JSON object"),
        ('{"a": ' + "[" * 100_000, "not a JSON object"),
        ('{"a": ' + "1" * 5_000 + "}", "not a JSON object"),
        ('{"a\\u200b": "1"}', "U\\+200B ZERO WIDTH SPACE"),
        ("county=Köln\u200b", "county has a control or invisible character, U\\+200B"),
        ("county=\u202eadams", "U\\+202E"),
        ({"a" * 65: "1"}, "1 to 64 characters, no colon"),
        ({"a": "1" * 257}, "a is longer than 256"),
    ],
)
def test_refused_in_words(value, says):
    with pytest.raises(InvalidTags, match=says):
        read_tags(value, {})


def test_one_row_has_at_most_fifty():
    many = {f"k{n}": "v" for n in range(MOST_TAGS)}
    assert read_tags(many, {"k1": "v"})[0] == many
    with pytest.raises(InvalidTags, match="there are 51, more than 50"):
        read_tags(many, {"one more": "v"})


def test_a_key_is_returned_as_it_is_stored():
    assert check_tag_key("Ko\u0308ln") == check_tag_key("Köln") == "Köln"
    assert read_tags("Ko\u0308ln=o\u0308", {"gro\u0308sse": "u\u0308"}) == ({"Köln": "ö"}, {"grösse": "ü"})


@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_our_own_export_of_tags_reads_as_the_tags(tags):
    try:
        stored = read_tags(tags, {})[0]
    except InvalidTags:
        # Two of the keys are one key in two spellings.
        assert len({stored_form(key) for key in tags}) < len(tags)
        return
    assert read_tags(json.dumps(stored), {}) == (stored, None)
    assert read_tags(json.dumps(stored, ensure_ascii=False), {}) == (stored, None)
