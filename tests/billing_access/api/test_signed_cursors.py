"""Signed cursors can be read back, and every other text is refused."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest
from django.core import signing

from billing_access.api.parameters import AuditParameters
from billing_access.api.problems import RequestRefused
from billing_access.api.signed_cursors import (
    decode_audit_cursor,
    decode_bookmark,
    decode_entries_cursor,
    decode_usage_cursor,
    encode_audit_cursor,
    encode_bookmark,
    encode_entries_cursor,
    encode_usage_cursor,
)
from billing_access.billing.reports.entries import EntriesCursor, EntriesQuery
from billing_access.billing.reports.usage_query import Bookmark, Cursor, UsageQuery
from billing_audit.reading.filters import Filters

TIME = datetime(2026, 4, 1, 12, 0, 0, 123456, tzinfo=UTC)
TOKEN = "0b4e2f4e-9d0c-4f0b-8a52-5b0c4f3d2e1a"
CURSOR = Cursor(TIME, TIME, TIME, 7, TOKEN, TIME, "wr/1;é")
BOOKMARK = Bookmark(TIME, TIME, 7, TOKEN)
QUERY = UsageQuery(TIME, TIME, tags=(("a", "b"), ("c", "d")))
ENTRIES_CURSOR = EntriesCursor(TIME, 7, TOKEN, TIME, 35)
ENTRIES = EntriesQuery(TIME, TIME)
AUDIT = AuditParameters(Filters(action="run.read", address="192.0.2.7", start=TIME), is_ascending=False, limit=100)
EVENT = "0199a1b2-0000-7000-8000-000000000001"


def text(query=QUERY):
    return encode_usage_cursor(CURSOR, organization_id="o_1", query=query)


def bookmark(query=QUERY):
    return encode_bookmark(BOOKMARK, organization_id="o_1", query=query)


def entries(query=ENTRIES):
    return encode_entries_cursor(ENTRIES_CURSOR, organization_id="o_1", query=query)


def audit(query=AUDIT):
    return encode_audit_cursor(EVENT, organization_id="o_1", query=query)


def read_usage(sent, owner="o_1"):
    return decode_usage_cursor(sent, organization_id=owner, query=QUERY)


def read_bookmark(sent, owner="o_1"):
    return decode_bookmark(sent, organization_id=owner, query=QUERY)


def read_entries(sent, owner="o_1"):
    return decode_entries_cursor(sent, organization_id=owner, query=ENTRIES)


def read_audit(sent, owner="o_1"):
    return decode_audit_cursor(sent, organization_id=owner, query=AUDIT)


KINDS = {
    "usage": (text(), CURSOR, read_usage),
    "bookmark": (bookmark(), BOOKMARK, read_bookmark),
    "entries": (entries(), ENTRIES_CURSOR, read_entries),
    "audit": (audit(), EVENT, read_audit),
}
ANOTHER = "It was made for another organization or query."
CHANGED = "It was changed, or was not issued by this API."


def refused(read, sent, *owner):
    """Return the parameter and the detail with which a text is refused."""
    with pytest.raises(RequestRefused) as refusal:
        read(sent, *owner)
    assert refusal.value.refusal.code == "invalid_cursor"
    (fault,) = refusal.value.faults
    return fault


@pytest.mark.parametrize(("sent", "content", "read"), KINDS.values(), ids=KINDS)
def test_read_back(sent, content, read):
    assert read(sent) == content
    assert all(character.isalnum() or character in "-_:" for character in sent)


def test_a_place_in_a_walk_through_changes_or_in_the_seal_is_a_number():
    query = replace(QUERY, updated_after=BOOKMARK)
    cursor = replace(CURSOR, position=8)
    sent = encode_usage_cursor(cursor, organization_id="o_1", query=query)
    assert decode_usage_cursor(sent, organization_id="o_1", query=query) == cursor
    assert refused(read_usage, sent) == ("cursor", ANOTHER)
    audit_query = replace(AUDIT, is_ascending=True)
    sent = encode_audit_cursor(35, organization_id="o_1", query=audit_query)
    assert decode_audit_cursor(sent, organization_id="o_1", query=audit_query) == 35
    assert refused(read_audit, sent) == ("cursor", ANOTHER)


def test_without_a_range_or_filters_too():
    assert decode_usage_cursor(text(UsageQuery()), organization_id="o_1", query=UsageQuery()) == CURSOR
    assert decode_bookmark(bookmark(UsageQuery()), organization_id="o_1", query=UsageQuery()) == BOOKMARK


def test_the_limit_and_the_order_of_tags_may_differ():
    query = replace(QUERY, limit=3, tags=QUERY.tags[::-1])
    assert decode_usage_cursor(text(), organization_id="o_1", query=query) == CURSOR
    assert decode_bookmark(bookmark(), organization_id="o_1", query=query) == BOOKMARK
    assert decode_audit_cursor(audit(), organization_id="o_1", query=replace(AUDIT, limit=3)) == EVENT


def test_a_bookmark_brings_its_own_range_and_order():
    query = replace(QUERY, start=None, end=None, order="asc")
    assert decode_bookmark(bookmark(), organization_id="o_1", query=query) == BOOKMARK


FILTERS = [{"tags": ()}, {"tags": (("a", "b"),)}, {"status": "failed"}, {"run_type": "task_v1"}]
WALK = [{"start": None}, {"end": None}, {"order": "asc"}, {"start": TIME.replace(microsecond=0)},
        {"updated_after": BOOKMARK}, {"updated_after": replace(BOOKMARK, token=None)}]  # fmt: skip


@pytest.mark.parametrize("change", [*FILTERS, *WALK])
def test_another_query_refuses_a_cursor(change):
    with pytest.raises(RequestRefused):
        decode_usage_cursor(text(), organization_id="o_1", query=replace(QUERY, **change))


@pytest.mark.parametrize("change", FILTERS)
def test_other_filters_refuse_a_bookmark(change):
    with pytest.raises(RequestRefused):
        decode_bookmark(bookmark(), organization_id="o_1", query=replace(QUERY, **change))


@pytest.mark.parametrize("change", [{"start": None}, {"end": None}, {"end": TIME.replace(microsecond=0)}])
def test_another_range_refuses_a_cursor_of_entries(change):
    assert decode_entries_cursor(entries(), organization_id="o_1", query=replace(ENTRIES, limit=3)) == ENTRIES_CURSOR
    with pytest.raises(RequestRefused):
        decode_entries_cursor(entries(), organization_id="o_1", query=replace(ENTRIES, **change))


@pytest.mark.parametrize("change", [{"is_ascending": True}, {"filters": Filters()}])
def test_another_order_or_other_filters_refuse_a_cursor_of_the_audit_log(change):
    with pytest.raises(RequestRefused):
        decode_audit_cursor(audit(), organization_id="o_1", query=replace(AUDIT, **change))


@pytest.mark.parametrize("change", [{"action": ""}, {"address": ""}, {"address": "192.0.2.8"}, {"start": None}])
def test_every_filter_of_the_audit_log_is_bound(change):
    query = replace(AUDIT, filters=replace(AUDIT.filters, **change))
    with pytest.raises(RequestRefused):
        decode_audit_cursor(audit(), organization_id="o_1", query=query)


@pytest.mark.parametrize("kind", KINDS)
def test_another_organization_refuses_it(kind):
    sent, _, read = KINDS[kind]
    assert refused(read, sent, "o_2") == ("updated_after" if kind == "bookmark" else "cursor", ANOTHER)


@pytest.mark.parametrize("kind", KINDS)
def test_another_kind_is_forged(kind):
    sent, _, _ = KINDS[kind]
    for other in KINDS.keys() - {kind}:
        assert refused(KINDS[other][2], sent)[1] == CHANGED


@pytest.mark.parametrize("kind", KINDS)
def test_every_changed_character_is_refused(kind):
    whole, _, read = KINDS[kind]
    for place in range(len(whole)):
        changed = whole[:place] + ("A" if whole[place] != "A" else "B") + whole[place + 1 :]
        assert refused(read, changed)[1] == CHANGED


@pytest.mark.parametrize(
    "forged",
    ["", "x", ":::", "é", "\x00", "\ud800", "A" * 100_000, text()[:-1], text() + " ", text() + "\n",
     signing.dumps([1], salt="another"), signing.dumps({"revision": 7})],
    ids=count(),
)  # fmt: skip
@pytest.mark.parametrize("kind", KINDS)
def test_forged(kind, forged):
    fault = "It was not issued by this API." if not forged.isascii() or len(forged) > 2000 else CHANGED
    assert refused(KINDS[kind][2], forged)[1] == fault
