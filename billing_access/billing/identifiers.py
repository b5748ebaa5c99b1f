"""What a run's id and tags may be: ingest stores no other text, and a reader asks PostgreSQL about no other."""

import re
from typing import Final

LONGEST_RUN_ID: Final = 100
LONGEST_TAG_KEY: Final = 64
LONGEST_TAG_VALUE: Final = 256
_UNSTORABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def is_storable(text: str, longest: int | None = None) -> bool:
    """Return whether the text has no control character, nothing outside UTF-8 and at most ``longest`` characters.

    Asking PostgreSQL about other text would be an error (it takes no NUL) instead of no match.
    """
    if longest is not None and len(text) > longest:
        return False
    # No unstorable character is printable, and isprintable() takes a fraction of the time of the pattern.
    return text.isprintable() or _UNSTORABLE.search(text) is None
