"""Reads and checks the tags of a run in an import: ``k=v;k=v`` or a mapping."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from billing_access.billing.identifiers import LONGEST_TAG_KEY, LONGEST_TAG_VALUE, is_storable

MOST_TAGS: Final = 50


class InvalidTags(ValueError):
    """The tags are refused; the message names the tag and the reason."""


def read_tags(value: Any, from_columns: Mapping[str, str]) -> dict[str, str]:
    """Return the tags in ``value`` and those from columns. Raises InvalidTags, also for a key with two values."""
    tags: dict[str, str] = {}
    pairs = _pairs(value)
    if from_columns:
        pairs += from_columns.items()
    for key, text in pairs:
        check_tag_key(key)
        if not is_storable(text, LONGEST_TAG_VALUE):
            raise InvalidTags(f"{key} is longer than {LONGEST_TAG_VALUE} characters or has a control character")
        if tags.setdefault(key, text) != text:
            raise InvalidTags(f"{key} is given twice, as {tags[key]!r} and as {text!r}")
    if len(tags) > MOST_TAGS:
        raise InvalidTags(f"there are {len(tags)}, more than {MOST_TAGS}")
    return tags


# Every run of an import has the same few keys, so accepted ones are remembered; a refused key is checked each time.
@lru_cache(maxsize=1000)
def check_tag_key(key: str) -> None:
    """Raise InvalidTags for a key that is not accepted.

    No colon, since the filter ``tag=key:value`` splits on the first one.
    """
    if not key or ":" in key or not is_storable(key, LONGEST_TAG_KEY):
        raise InvalidTags(
            f"the key {key[:LONGEST_TAG_KEY]!r} is not accepted: 1 to {LONGEST_TAG_KEY} characters, no colon"
        )


def _pairs(value: Any) -> list[tuple[str, str]]:
    if value is None:
        return []
    if isinstance(value, Mapping):
        return [(str(key).strip(), _value(str(key), each)) for key, each in value.items()]
    if not isinstance(value, str):
        raise InvalidTags("write them as k=v;k=v or as an object")
    pairs = []
    for part in value.split(";"):
        key, equals, text = part.partition("=")
        if equals:
            pairs.append((key.strip(), text.strip()))
        elif part.strip():
            raise InvalidTags(f"{part.strip()[:LONGEST_TAG_KEY]!r} is not key=value")
    return pairs


def _value(key: str, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise InvalidTags(f"{key} is neither text nor a whole number")
    return str(value).strip()
