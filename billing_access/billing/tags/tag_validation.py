"""Reads and checks the tags of a row in an import: ``k=v;k=v``, a JSON object as text, or a mapping."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

from billing_access.billing.identifiers import LONGEST_TAG_KEY, LONGEST_TAG_VALUE
from billing_audit.plain_text import UnusableText, storable, storable_name

MOST_TAGS: Final = 50


class InvalidTags(ValueError):
    """The tags are refused; the message names the tag and the reason."""


def read_tags(value: Any, from_columns: Mapping[str, str]) -> tuple[dict[str, str] | None, dict[str, str] | None]:
    """Return the tags in ``value`` and those from columns, each None if the row has none; ``{}`` is an empty set.

    Raises InvalidTags, also for a key with two values in this row.
    """
    pairs = _pairs(value)
    tags = None if pairs is None else _checked(pairs)
    columns = _checked(from_columns.items()) if from_columns else None
    if tags and columns:
        _checked([*tags.items(), *columns.items()])
    return tags, columns


# Every run of an import has the same few keys, so accepted ones are remembered; a refused key is checked each time.
@lru_cache(maxsize=1000)
def check_tag_key(key: str) -> str:
    """Return the key as it is stored. Raises InvalidTags for a key that is not accepted.

    No colon, since the filter ``tag=key:value`` splits on the first one.
    """
    try:
        stored = storable_name(key)
    except UnusableText as error:
        raise InvalidTags(f"the key {key[:LONGEST_TAG_KEY]!r} is not accepted: it {error}") from None
    if not 1 <= len(stored) <= LONGEST_TAG_KEY or ":" in stored:
        raise InvalidTags(
            f"the key {stored[:LONGEST_TAG_KEY]!r} is not accepted: 1 to {LONGEST_TAG_KEY} characters, no colon"
        )
    return stored


def _checked(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    tags: dict[str, str] = {}
    for given_key, given_text in pairs:
        key = check_tag_key(given_key)
        # Most texts need no more than this, and it takes a third of the time of the full check.
        is_plain = given_text.isascii() and given_text.isprintable() and len(given_text) <= LONGEST_TAG_VALUE
        text = given_text if is_plain else _stored_value(key, given_text)
        if tags.setdefault(key, text) != text:
            raise InvalidTags(f"{key} is given twice, as {tags[key]!r} and as {text!r}")
    if len(tags) > MOST_TAGS:
        raise InvalidTags(f"there are {len(tags)}, more than {MOST_TAGS}")
    return tags


def _stored_value(key: str, text: str) -> str:
    try:
        return storable(text, LONGEST_TAG_VALUE)
    except UnusableText as error:
        raise InvalidTags(f"{key} {error}") from None


def _pairs(value: Any) -> list[tuple[str, str]] | None:
    """Return the keys and texts, the same key perhaps twice; None if the row does not give its tags."""
    if value is None or value == "":
        return None
    if isinstance(value, Mapping):
        return [(str(key).strip(), _value(str(key), each)) for key, each in value.items()]
    if not isinstance(value, str):
        raise InvalidTags("write them as k=v;k=v or as an object")
    if value.lstrip().startswith("{"):
        return [(key.strip(), _value(key, each)) for key, each in _json_pairs(value)]
    pairs = []
    for part in value.split(";"):
        key, equals, text = part.partition("=")
        if equals:
            pairs.append((key.strip(), text.strip()))
        elif part.strip():
            raise InvalidTags(f"{part.strip()[:LONGEST_TAG_KEY]!r} is not key=value")
    return pairs or None


def _json_pairs(text: str) -> list[tuple[str, Any]]:
    # As pairs, since a dict would silently keep the last value of a key that occurs twice.
    try:
        pairs: list[tuple[str, Any]] = json.loads(text, object_pairs_hook=list)
    except (ValueError, RecursionError) as error:
        raise InvalidTags(f"they begin with {{ and are not a JSON object: {error}") from None
    return pairs


def _value(key: str, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise InvalidTags(f"{key} is neither text nor a whole number")
    return str(value).strip()
