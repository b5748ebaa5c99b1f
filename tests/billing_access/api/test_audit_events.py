"""``GET /v1/audit-events``: pages, exact filters, following without a gap, and figures only with the opt-in."""

import threading
import uuid
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connections, transaction

from billing_access.access.services import revoke_key
from billing_access.api import audit_views
from billing_access.billing.ledger.entries import add_balance_entry
from billing_audit.models import AuditEvent
from billing_audit.reading.feed import STEP
from billing_audit.reading.queries import matching
from billing_audit.record import Actor, Target, record
from billing_audit.request_context import Origin
from billing_audit.storage.partitions import first_id
from orgs import actors
from tests.event_parts import opened

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
PATH = "/v1/audit-events"


@pytest.fixture
def secret(acme, make_key) -> str:
    return str(make_key(acme, "audit:read").secret)


@pytest.fixture
def ask(api, secret):
    """Return a function that reads a page: ``ask(order="asc")``."""

    def read(**query: Any) -> Any:
        answer = api(PATH, secret, **{name.rstrip("_"): value for name, value in query.items()})
        assert answer.status_code == 200, answer.content
        return answer.json()

    return read


def note(organization, number: int = 0, **more: Any) -> str:
    actor = more.pop("actor", Actor("user", "7", "Ada", Origin("req_1", "192.0.2.7", "curl")))
    return str(
        record("billing_reads.enabled", organization_id=organization.public_id, actor=actor,
               target=Target("organization", organization.public_id), details={"reason": f"{number:03}"}, **more)
    )  # fmt: skip


def ids(page: Any) -> list[str]:
    return [event["id"] for event in page["events"]]


def walk(ask, **query: Any) -> list[str]:
    found, cursor = [], None
    while True:
        page = ask(**query, **({"cursor": cursor} if cursor else {}))
        found += ids(page)
        cursor = page["next_cursor"]
        if not page["has_more"]:
            return found


def test_newest_first_by_pages_each_once_whatever_arrives_meanwhile(acme, ask):
    noted = [note(acme, number) for number in range(25)]
    found, cursor = [], None
    while True:
        page = ask(action="billing_reads.enabled", limit=10, **({"cursor": cursor} if cursor else {}))
        found += ids(page)
        note(acme, 999)
        cursor = page["next_cursor"]
        assert page["has_more"] == (cursor is not None)
        if cursor is None:
            break
    assert found == noted[::-1]


def test_an_event_as_it_is_on_the_page(acme, ask):
    event_id = note(acme, changes={"billing_reads": ("off", "on")})
    (event,) = ask(action="billing_reads.enabled")["events"]
    found = AuditEvent.objects.get(pk=event_id)
    recorded = found.recorded_at
    parts = event.pop("parts")
    assert event == {
        "id": event_id, "recorded_at": f"{recorded:%Y-%m-%dT%H:%M:%S.%fZ}", "action": "billing_reads.enabled",
        "outcome": "allowed", "reason_code": None, "actor_kind": "user", "actor_id": "7", "actor_name": "Ada",
        "target_kind": "organization", "target_id": acme.public_id, "target_name": None, "address": "192.0.2.7",
        "user_agent": "curl", "changes": {"billing_reads": ["off", "on"]}, "details": {"reason": "000"},
        "request_id": "req_1", "repeats": 0, "place": None, "personal_data_erased": False, "texts_erased": False,
        "withheld": [], "body": found.body,
    }  # fmt: skip
    assert opened(found.body, parts) == {
        "personal": {"actor_name": "Ada", "target_name": "", "address": "192.0.2.7", "user_agent": "curl"},
        "texts": {"details": {"reason": "000"}},
    }


def test_a_look_is_on_the_record_with_its_filters_and_rows(acme, ask):
    note(acme)
    ask(actor="user:7", address="192.0.2.7", from_="2026-01-01T00:00:00+01:00", limit=5, order="desc")
    event = AuditEvent.objects.get(action="audit_log.read")
    assert event.details == {
        "route": PATH, "actor": "user:7", "by_address": True, "from": "2025-12-31T23:00:00Z", "limit": 5,
        "order": "desc", "paged": False, "rows": 1,
    }  # fmt: skip
    assert (event.organization_id, event.actor_kind) == (acme.public_id, "api_key")


@pytest.mark.parametrize("order", ["asc", "desc"])
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"outcome": "denied"}, {1}),
        ({"reason": "org_opt_in_required"}, {1}),
        ({"request_id": "req_2"}, {1}),
        ({"address": "2001:db8::1"}, {1}),
        ({"address": "2001:DB8:0:0::1", "actor": "user:8"}, {1}),
        ({"actor": "user:8", "outcome": "allowed"}, set()),
        ({"actor": "user:7"}, {0}),
        ({"key": "6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b"}, {2}),
        ({"action": "billing_reads.enabled"}, {0, 1, 2}),
        ({"from": "2020-01-01T00:00:00Z", "to": "2020-01-02T00:00:00Z"}, set()),
        ({"from": "2120-01-01T00:00:00Z"}, set()),
    ],
)
def test_each_filter_is_exact_in_both_orders(acme, api, secret, seal_events, order, query, expected):
    noted = [
        note(acme, 0),
        note(acme, 1, actor=Actor("user", "8", "Bo", Origin("req_2", "2001:db8::1")), outcome="denied",
             reason_code="org_opt_in_required"),
        note(acme, 2, actor=Actor("api_key", "6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b")),
    ]  # fmt: skip
    seal_events()
    found = ids(api(PATH, secret, **query, order=order).json())
    assert {noted.index(each) for each in found} == expected


@pytest.mark.parametrize(
    ("query", "parameter", "says"),
    [
        ({"action": "nothing"}, "action", "There is no such action."),
        ({"action": ""}, "action", "There is no such action."),
        ({"actor": "7"}, "actor", "An actor is kind:id"),
        ({"outcome": "Denied"}, "outcome", "Accepted: allowed, denied."),
        ({"key": "k"}, "key", "A key is named by its id"),
        ({"address": "192.0.2.0/24"}, "address", "not an IP address"),
        ({"from": "2026-03-01"}, "from", "Send 2026-03-01T00:00:00Z"),
        ({"from": "2026-03-02T00:00:00Z", "to": "2026-03-01T00:00:00Z"}, "from", "It must be before `to`"),
        ({"order": "up"}, "order", "Accepted: desc, asc."),
        ({"limit": "501"}, "limit", "from 1 to 500"),
        ({"before": "x"}, "before", "Unknown parameter."),
        ({"request_id": "\x00"}, "request_id", "A request id is"),
    ],
)
def test_what_is_not_understood_is_named(api, secret, query, parameter, says):
    answer = api(PATH, secret, **query)
    assert answer.status_code == 400
    (fault,) = answer.json()["errors"]
    assert (fault["parameter"], says in fault["detail"]) == (parameter, True)


def test_a_cursor_is_of_its_organization_filters_and_order(acme, other, make_key, api, ask, seal_events):
    for number in range(3):
        note(acme, number)
    seal_events()
    cursor = ask(limit=1)["next_cursor"]
    rising = ask(limit=1, order="asc")["next_cursor"]
    theirs = make_key(other, "audit:read").secret
    mine = make_key(acme, "audit:read").secret
    refused = [
        (theirs, {"cursor": cursor}),
        (mine, {"cursor": cursor, "outcome": "allowed"}),
        (mine, {"cursor": cursor, "address": "192.0.2.7"}),
        (mine, {"cursor": cursor, "order": "asc"}),
        (mine, {"cursor": rising}),
        (mine, {"cursor": cursor[:-1] + ("A" if cursor[-1] != "A" else "B")}),
        (mine, {"cursor": ""}),
        (mine, {"cursor": "x"}),
        (mine, {"cursor": "é"}),
        (mine, {"cursor": "a" * 3000}),
    ]
    for secret, query in refused:
        answer = api(PATH, secret, **query)
        assert (answer.status_code, answer.json()["code"]) == (400, "invalid_cursor"), query
    assert api(PATH, mine, cursor=cursor).status_code == 200


def test_no_other_organizations_event(acme, other, ask, seal_events):
    note(other)
    record("user.created", organization_id=None, actor=SYSTEM, target=Target("user", "7"))
    seal_events()
    ours = set(map(str, AuditEvent.objects.filter(organization_id=acme.public_id).values_list("pk", flat=True)))
    assert set(walk(ask)) <= ours
    assert set(walk(ask, order="asc")) <= ours


# Following


def test_followed_from_the_first_event_in_the_order_of_the_seal_and_on_later(acme, ask, seal_events):
    noted = [note(acme, number) for number in range(25)]
    seal_events()
    note(acme, 99)
    first = walk(ask, order="asc", limit=10)
    assert [each for each in first if each in noted] == noted
    cursor = ask(order="asc", limit=500)["next_cursor"]
    page = ask(order="asc", cursor=cursor)
    assert (page["events"], page["has_more"], bool(page["next_cursor"])) == ([], False, True)
    late = note(acme, 100)
    seal_events()
    page = ask(order="asc", cursor=page["next_cursor"])
    assert late in ids(page)
    assert not set(ids(page)) & set(first)
    places = [event["place"] for event in page["events"]]
    assert places == list(range(len(first), len(first) + len(places)))


@pytest.mark.django_db(transaction=True)
def test_an_event_whose_transaction_ends_late_is_not_missed(acme, ask, seal_events):
    """Its id is older than those of events that were read before it, but its index in the order of the seal is not."""
    written, may_end = threading.Event(), threading.Event()
    late = []

    def slow() -> None:
        with transaction.atomic():
            late.append(note(acme, 1))
            written.set()
            may_end.wait(30)
        connections.close_all()

    thread = threading.Thread(target=slow)
    thread.start()
    assert written.wait(30)
    early = note(acme, 2)
    seal_events()
    page = ask(order="asc")
    assert early in ids(page)
    assert late[0] not in ids(page)
    may_end.set()
    thread.join()
    assert late[0] < early
    seal_events()
    assert late[0] in ids(ask(order="asc", cursor=page["next_cursor"]))


def test_a_range_begins_at_its_first_event_and_ends_without_a_walk_to_the_end(acme, ask, seal_events, monkeypatch):
    monkeypatch.setattr("billing_audit.reading.feed.STEP", 10)
    noted = [note(acme, number) for number in range(60)]
    seal_events()

    def at(number: int) -> datetime:
        """The millisecond in the event's id, by which ranges select."""
        milliseconds = uuid.UUID(noted[number]).int >> 80
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)

    def later(number: int) -> set[str]:
        return {each for each in noted if each >= str(first_id(at(number)))}

    first = ask(order="asc", from_=at(30).isoformat(), limit=5)["events"][0]
    assert first["place"] >= 25
    assert set(walk(ask, order="asc", from_=at(30).isoformat())) >= later(30)
    steps, cursor, found = 0, None, []
    while True:
        page = ask(
            order="asc", from_=at(0).isoformat(), to=at(12).isoformat(), **({"cursor": cursor} if cursor else {})
        )
        found += ids(page)
        cursor, steps = page["next_cursor"], steps + 1
        if not page["has_more"]:
            break
    assert set(found) & set(noted) == later(0) - later(12)
    assert steps <= 4


def test_few_that_match_come_with_empty_pages_between(acme, ask, seal_events, monkeypatch):
    monkeypatch.setattr("billing_audit.reading.feed.STEP", 10)
    first = note(acme, 1)
    for number in range(45):
        note(acme, number, outcome="denied", reason_code="insufficient_scope")
    last = note(acme, 2)
    seal_events()
    assert walk(ask, order="asc", action="billing_reads.enabled", outcome="allowed") == [first, last]
    assert STEP == 5000


def test_filters_that_take_too_long_together_are_refused_within_a_second(acme, api, secret, monkeypatch):
    def slowly(*filters: Any) -> Any:
        return matching(*filters).extra(where=["pg_sleep(2) IS NOT NULL"])

    note(acme)
    monkeypatch.setattr("billing_audit.reading.queries.matching", slowly)
    monkeypatch.setattr(audit_views, "WITHIN_MS", 100)
    answer = api(PATH, secret, action="billing_reads.enabled", outcome="allowed")
    assert (answer.status_code, answer.json()["code"]) == (400, "range_too_wide")
    assert "from and to" in answer.json()["errors"][0]["detail"]
    assert AuditEvent.objects.filter(outcome="denied", reason_code="range_too_wide").count() == 1


# Figures


def test_no_figure_without_the_billing_scopes_and_the_opt_in(acme, funded_entry, make_key, api, opt_in, seal_events):
    seal_events()
    narrow = make_key(acme, "audit:read").secret
    half = make_key(acme, "audit:read", "billing.state:read").secret
    broad = make_key(acme).secret

    def figures(secret: str) -> Any:
        (event,) = api(PATH, secret, action="balance_entry.added").json()["events"]
        (followed,) = api(PATH, secret, action="balance_entry.added", order="asc").json()["events"]
        assert followed == event
        return event["details"].get("amount_usd"), event["withheld"]

    withheld = (None, ["amount_usd"])
    assert [figures(secret) for secret in (narrow, half, broad)] == [withheld] * 3
    opt_in(acme)
    assert [figures(secret) for secret in (narrow, half, broad)] == [withheld, withheld, ("25.00", [])]


def test_no_figure_on_the_auditors_page_nor_in_her_files(acme, funded_entry, audrey, bella, sign_in, seal_events):
    seal_events()
    event = AuditEvent.objects.get(action="balance_entry.added")
    log = "/o/acme/audit-log/"
    paths = [log, f"{log}{event.pk}/", f"{log}export.csv", f"{log}export.ndjson"]

    def shown(person: Any) -> list[bool]:
        client = sign_in(person)
        answers = [client.get(path) for path in paths]
        assert {answer.status_code for answer in answers} == {200}
        return ["25.00" in answer.getvalue().decode() for answer in answers]

    assert shown(audrey) == [False] * 4
    assert shown(bella) == [True] * 4


@pytest.fixture
def funded_entry(acme):
    """A top-up of 25 dollars."""
    add_balance_entry(
        acme, actor=SYSTEM, kind="top_up", amount_usd=Decimal("25.00"), reference="pay_1",
        occurred_at=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip


def test_a_key_that_was_revoked_is_found_by_its_id(acme, make_key, ask):
    issued = make_key(acme, "runs:read")
    revoke_key(issued.key, actor=SYSTEM)
    found = ask(key=str(issued.key.pk))["events"]
    assert [event["action"] for event in found] == ["api_key.revoked", "api_key.created"]
