"""Text in the one form in which it is stored and searched, without characters that nobody can see."""

import re
import unicodedata
from typing import Final

# Control characters, surrogates, controls of the writing direction (which show other text than is stored), and three
# characters without width. U+200C and U+200D, which also have none, stay: words and emoji are written with them.
_REFUSED: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
# Line ends in Unicode that longer texts, such as tag values, may hold.
_LINE_ENDS: Final = re.compile("[\u2028\u2029]")


class UnusableText(ValueError):
    """The text is refused. The message continues a sentence that begins with what the text is."""


def composed(text: str) -> str:
    """Return the text in Unicode's composed form (NFC): an "ö" is one character, however it was typed."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def storable(text: str, longest: int | None = None) -> str:
    """Return the text as it is stored: composed, with at most ``longest`` characters.

    Raises UnusableText if it is longer or has a control or invisible character.
    """
    if not (text.isascii() and text.isprintable()):
        _refuse(_REFUSED, text)
        text = unicodedata.normalize("NFC", text)
    if longest is not None and len(text) > longest:
        raise UnusableText(f"is longer than {longest} characters")
    return text


def storable_name(text: str) -> str:
    """Return a name as ``storable`` does. Also refuses U+2028 and U+2029: a name is one line wherever it is shown."""
    _refuse(_LINE_ENDS, text)
    return storable(text)


def _refuse(characters: re.Pattern[str], text: str) -> None:
    refused = characters.search(text)
    if refused is not None:
        character = f"U+{ord(refused[0]):04X} {unicodedata.name(refused[0], '')}".rstrip()
        raise UnusableText(f"has a control or invisible character, {character}")
