"""Limits on run ids and tags: ingest refuses other text, and reports answer without querying PostgreSQL for it."""

import re
from typing import Final

from billing_audit.plain_text import UnusableText, storable

LONGEST_RUN_ID: Final = 100
LONGEST_TAG_KEY: Final = 64
LONGEST_TAG_VALUE: Final = 256
_REMOVED: Final = frozenset({"", ".", ".."})
# What a spreadsheet writes for a long number, with the decimal sign of its language.
_SHORTENED: Final = re.compile(r"[0-9](?:[.,][0-9]+)?[Ee]\+[0-9]+\Z")


def stored_form(text: str, longest: int | None = None) -> str | None:
    """Return the text as ingest stores it; None if ingest refuses it, so that nothing can be found by it.

    Check text before querying for it: PostgreSQL answers a NUL with an error instead of no match.
    """
    try:
        return storable(text, longest)
    except UnusableText:
        return None


def stored_run_id(text: str) -> str:
    """Return the run id as it is stored. Raises UnusableText.

    HTTP clients and proxies remove segments of a path that are empty, ``.`` or ``..``, also where they are encoded, so
    that a run with such an id could not be read by it. A number that a spreadsheet shortened has lost its last digits.
    """
    run_id = storable(text, LONGEST_RUN_ID)
    if not run_id:
        raise UnusableText("is missing")
    if run_id in _REMOVED or ("/" in run_id and not _REMOVED.isdisjoint(run_id.split("/"))):
        raise UnusableText(f"{run_id!r} cannot be in a URL: no part between slashes may be empty, . or ..")
    if "+" in run_id and _SHORTENED.match(run_id):
        raise UnusableText(f"was shortened by a spreadsheet to {run_id}; export the column as text")
    return run_id
