"""Text that can be stored: one form of each, and no character that nobody can see."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_audit.plain_text import UnusableText, composed, storable

REFUSED = [
    *map(chr, (*range(0x20), *range(0x7F, 0xA0))),
    "\u061c", "\u200e", "\u200f", *map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
    "\u200b", "\u2060", "\ufeff", "\ud800", "\udbff", "\udc00", "\udfff",
]  # fmt: skip
DECOMPOSED = "Ko\u0308ln"


def is_storable(text):
    try:
        storable(text)
    except UnusableText:
        return False
    return True


@given(st.characters())
def test_a_character_is_refused_if_it_is_on_the_list_and_only_then(character):
    assert is_storable(f"a{character}b") == (character not in REFUSED)


def test_every_character_on_the_list_is_refused_wherever_it_is():
    for character in REFUSED:
        for text in (character, f"a{character}", f"{character}ö"):
            assert not is_storable(text), ascii(text)


@pytest.mark.parametrize(
    "text",
    ["\u0645\u06cc\u200c\u062e", "👩\u200d💻", "क\u094d\u200dष", "\u2028", "a\xa0b", "\U000e0020", "e\u0301"],
    ids=ascii,
)
def test_the_characters_of_words_and_emoji_stay(text):
    assert storable(text) == unicodedata.normalize("NFC", text)


def test_the_message_names_the_character():
    with pytest.raises(UnusableText, match=re.escape("U+202E RIGHT-TO-LEFT OVERRIDE")):
        storable("invoice\u202efdp")
    with pytest.raises(UnusableText, match=r"control or invisible character, U\+0007$"):
        storable("a\x07b")
    with pytest.raises(UnusableText, match="is longer than 3 characters"):
        storable("abcd", 3)


def test_both_spellings_are_one_text_and_letter_case_is_not():
    assert storable(DECOMPOSED) == composed(DECOMPOSED) == storable("Köln") == "K\xf6ln"
    assert storable("köln") != storable("Köln")


def test_the_length_is_that_of_the_stored_text():
    assert storable("o\u0308" * 100, 100) == "ö" * 100
    # U+0958 is stored as two characters.
    with pytest.raises(UnusableText, match="longer"):
        storable("\u0958" * 100, 100)


@given(st.text())
def test_what_is_stored_is_stored_the_same_again_and_found_by_every_spelling(text):
    if is_storable(text):
        stored = storable(text)
        for form in ("NFC", "NFD"):
            assert storable(unicodedata.normalize(form, text)) == stored
        assert storable(stored) == composed(text) == stored
