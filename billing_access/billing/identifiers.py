"""Limits on run ids and tags: ingest refuses other text, and reports answer without querying PostgreSQL for it."""

import re
from typing import Final

LONGEST_RUN_ID: Final = 100
LONGEST_TAG_KEY: Final = 64
LONGEST_TAG_VALUE: Final = 256
_UNSTORABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def is_storable(text: str, longest: int | None = None) -> bool:
    """Return whether the text is valid UTF-8 without control characters and has at most ``longest`` characters.

    Check text before querying for it: PostgreSQL answers a NUL with an error instead of no match.
    """
    if longest is not None and len(text) > longest:
        return False
    # Printable text has none of these characters, and isprintable() is much faster than the pattern.
    return text.isprintable() or _UNSTORABLE.search(text) is None
