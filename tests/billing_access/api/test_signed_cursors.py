"""Cursors: read back as they were written, refused by everybody else."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest
from django.core import signing

from billing_access.api.signed_cursors import Cursor, InvalidCursor, decode, encode
from billing_access.billing.reports.usage import UsageQuery

TIME = datetime(2026, 4, 1, 12, 0, 0, 123456, tzinfo=UTC)
CURSOR = Cursor(TIME, TIME, TIME, 7, TIME, "wr/1;é")
QUERY = UsageQuery(TIME, TIME, tags=(("a", "b"), ("c", "d")))


def text(query=QUERY):
    return encode(CURSOR, organization_id="o_1", query=query)


def test_read_back():
    assert decode(text(), organization_id="o_1", query=QUERY) == CURSOR
    assert decode(text(UsageQuery()), organization_id="o_1", query=UsageQuery()) == CURSOR
    assert all(character.isalnum() or character in "-_:" for character in text())


def test_the_limit_and_the_order_of_tags_may_differ():
    query = replace(QUERY, limit=3, tags=QUERY.tags[::-1])
    assert decode(text(), organization_id="o_1", query=query) == CURSOR


@pytest.mark.parametrize(
    "change",
    [{"start": None}, {"end": None}, {"tags": ()}, {"tags": (("a", "b"),)}, {"status": "failed"},
     {"run_type": "task_v1"}, {"order": "asc"}, {"start": TIME.replace(microsecond=0)}],
)  # fmt: skip
def test_another_query_refuses_it(change):
    with pytest.raises(InvalidCursor):
        decode(text(), organization_id="o_1", query=replace(QUERY, **change))


def test_another_organization_refuses_it():
    with pytest.raises(InvalidCursor):
        decode(text(), organization_id="o_2", query=QUERY)


def test_every_changed_character_is_refused():
    whole = text()
    for place in range(len(whole)):
        changed = whole[:place] + ("A" if whole[place] != "A" else "B") + whole[place + 1 :]
        with pytest.raises(InvalidCursor):
            decode(changed, organization_id="o_1", query=QUERY)


@pytest.mark.parametrize(
    "forged",
    ["", "x", ":::", "é", "\x00", "\ud800", "A" * 100_000, text()[:-1], text() + " ", text() + "\n",
     signing.dumps([1], salt="another"), signing.dumps({"revision": 7})],
    ids=count(),
)  # fmt: skip
def test_forged(forged):
    with pytest.raises(InvalidCursor):
        decode(forged, organization_id="o_1", query=QUERY)
