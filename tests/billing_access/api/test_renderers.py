"""JSON: the standard library, which renders integers over 64 bits, writes the same as orjson."""

import json
from datetime import UTC, datetime, timedelta, timezone

import orjson
import pytest

from billing_access.api.renderers import JsonRenderer

BODY = {
    "whole": datetime(2027, 3, 1, tzinfo=UTC),
    "micros": datetime(2027, 3, 1, 12, 0, 0, 1, tzinfo=UTC),
    "elsewhere": datetime(2027, 3, 1, tzinfo=timezone(timedelta(hours=5, minutes=45))).astimezone(UTC),
    "tags": orjson.Fragment('{"county": "Łódź", "a": "\\u0007"}'),
    "none": None,
}


@pytest.mark.parametrize("count", [1, 2**63 - 1, 2**64])
def test_times_and_fragments_are_the_same_past_64_bits(count):
    written = json.loads(JsonRenderer().render({**BODY, "count": count}))
    assert written == {
        "whole": "2027-03-01T00:00:00Z",
        "micros": "2027-03-01T12:00:00.000001Z",
        "elsewhere": "2027-02-28T18:15:00Z",
        "tags": {"county": "Łódź", "a": "\x07"},
        "none": None,
        "count": count,
    }
