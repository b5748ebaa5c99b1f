"""GET /v1/billing/entries. test_query_counts.py counts its statements, test_5_figures_agree.py adds it up."""

import csv
import io
import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from billing_access.billing.models import BalanceEntry
from billing_access.billing.operators import add_balance_entry, open_account
from billing_audit.models import AuditEvent

pytestmark = pytest.mark.django_db
PATH = "/v1/billing/entries"
CONTRACT = [
    "from", "to", "as_of", "entries_total_usd", "usage_total_usd", "current_balance_usd", "has_more", "next_cursor",
    "entries",
]  # fmt: skip
FIELDS = ["kind", "amount_usd", "reference", "occurred_at", "recorded_at"]
APRIL = datetime(2026, 4, 1, tzinfo=UTC)


@pytest.fixture
def ask(acme, make_key, api, opt_in):
    """Return a function that reads the entries of Acme."""
    opt_in(acme)
    secret = make_key(acme, "billing.state:read").secret
    return lambda accept="*/*", **parameters: api(PATH, secret, headers={"accept": accept}, **parameters)


@pytest.fixture
def enter(acme, system):
    """Return a function that adds an entry of Acme, so many hours after the first of April."""

    def add(reference, amount="1", kind="adjustment", hours=0, **more):
        occurred_at = APRIL + timedelta(hours=hours)
        return add_balance_entry(
            acme, kind=kind, amount_usd=Decimal(amount), reference=reference, occurred_at=occurred_at, actor=system,
            **more,
        )  # fmt: skip

    return add


@pytest.fixture
def ledger(acme, enter, feed, run):
    """Five entries, two of them at the same instant, and a run of one dollar."""
    enter("top", "100", "top_up", note="Paid by card of Jane Roe")
    enter("grant", "0.0000000001", "grant", hours=5)
    enter("=1+1", "-2.5", hours=2)
    enter("b", "-12.345", "charge", hours=2)
    enter("expired", "-3", "expiry", hours=9)
    feed(acme, run())


def references(answer):
    assert answer.status_code == 200, answer.content
    return [entry["reference"] for entry in answer.json()["entries"]]


def walk(ask, **parameters):
    """Return every entry of a walk, and the bodies of its pages."""
    body = ask(**parameters).json()
    bodies = [body]
    while body["has_more"]:
        body = ask(**parameters, cursor=body["next_cursor"]).json()
        bodies.append(body)
    return [entry for body in bodies for entry in body["entries"]], bodies


def test_the_fields_of_the_contract_newest_first(ask, ledger):
    body = ask().json()
    assert list(body) == CONTRACT
    assert [list(entry) for entry in body["entries"]] == [FIELDS] * 5
    assert [(each["kind"], each["amount_usd"], each["reference"], each["occurred_at"]) for each in body["entries"]] == [
        ("expiry", "-3.00", "expired", "2026-04-01T09:00:00Z"),
        ("grant", "0.0000000001", "grant", "2026-04-01T05:00:00Z"),
        ("charge", "-12.345", "b", "2026-04-01T02:00:00Z"),
        ("adjustment", "-2.50", "=1+1", "2026-04-01T02:00:00Z"),
        ("top_up", "100.00", "top", "2026-04-01T00:00:00Z"),
    ]
    assert (body["from"], body["to"], body["has_more"], body["next_cursor"]) == (None, None, False, None)
    totals = body["entries_total_usd"], body["usage_total_usd"], body["current_balance_usd"]
    assert totals == ("82.1550000001", "1.00", "81.1550000001")


def test_an_operators_note_stays_with_the_operators(ask, ledger):
    assert b"Jane Roe" not in ask().content
    assert b"Jane Roe" not in ask("text/csv").content


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5])
def test_pages_hold_every_entry_once(ask, ledger, limit):
    entries, bodies = walk(ask, limit=limit)
    assert [each["reference"] for each in entries] == ["expired", "grant", "b", "=1+1", "top"]
    assert len(bodies) == -(-5 // limit)
    assert len({body["as_of"] for body in bodies}) == 1
    assert {body["entries_total_usd"] for body in bodies} == {"82.1550000001"}


def test_the_range_is_half_open_and_the_totals_are_of_all(ask, ledger):
    body = ask(**{"from": "2026-04-01T02:00:00Z", "to": "2026-04-01T05:00:00Z"}).json()
    assert [entry["reference"] for entry in body["entries"]] == ["b", "=1+1"]
    assert (body["from"], body["to"]) == ("2026-04-01T02:00:00Z", "2026-04-01T05:00:00Z")
    assert body["entries_total_usd"] == "82.1550000001"
    assert references(ask(**{"from": "2026-04-01T09:00:00.000001Z"})) == []
    assert references(ask(to="2026-04-01T00:00:00.000001Z")) == ["top"]
    assert references(ask(**{"from": "2026-04-01T07:00:00+02:00"})) == ["expired", "grant"]
    entries, _ = walk(ask, limit=1, **{"from": "2026-04-01T02:00:00Z", "to": "2026-04-01T09:00:00Z"})
    assert [entry["reference"] for entry in entries] == ["grant", "b", "=1+1"]


def test_a_late_entry_does_not_disturb_a_walk(ask, ledger, enter):
    first = ask(limit=2).json()
    enter("late", "7", hours=1)
    enter("new", "8", hours=20)
    second = ask(limit=2, cursor=first["next_cursor"]).json()
    third = ask(limit=2, cursor=second["next_cursor"]).json()
    walked = [entry["reference"] for page in (first, second, third) for entry in page["entries"]]
    assert walked == ["expired", "grant", "b", "=1+1", "top"]
    # What the totals of the walk's revision were is not known any more; those of another would not add up.
    assert first["entries_total_usd"] == "82.1550000001"
    for page in (second, third):
        assert page["as_of"] == first["as_of"]
        totals = page["entries_total_usd"], page["usage_total_usd"], page["current_balance_usd"]
        assert totals == (None, None, None)
    assert references(ask()) == ["new", "expired", "grant", "b", "=1+1", "late", "top"]


def test_never_fed_is_null_and_never_zero(ask, acme, system):
    for _ in range(2):
        body = ask().json()
        totals = body["entries_total_usd"], body["usage_total_usd"], body["current_balance_usd"]
        assert (body["entries"], totals) == ([], (None, None, None))
        open_account(acme, billing_tier="pro", actor=system)


def test_an_invoiced_account_has_entries_but_no_balance(ask, ledger, acme, system):
    open_account(acme, billing_mode="postpaid", actor=system)
    body = ask().json()
    totals = body["entries_total_usd"], body["usage_total_usd"], body["current_balance_usd"]
    assert totals == ("82.1550000001", "1.00", None)
    assert len(body["entries"]) == 5


@pytest.mark.parametrize(
    ("parameters", "at_fault"),
    [
        *(({"limit": limit}, "limit") for limit in ("0", "501", "-1", "1.5", "", "all")),
        ({"from": "2026-04-01"}, "from"),
        ({"to": "2026-04-01T00:00:00"}, "to"),
        ({"from": "2026-04-02T00:00:00Z", "to": "2026-04-02T00:00:00Z"}, "from"),
        ({"kind": "top_up"}, "kind"),
        ({"limit": [1, 2]}, "limit"),
    ],
)
def test_bad_parameters_are_named(ask, parameters, at_fault):
    answer = ask(**parameters)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_parameter")
    assert [fault["parameter"] for fault in answer.json()["errors"]] == [at_fault]


@pytest.mark.parametrize(
    "change", [{"from": "2026-04-01T00:00:00Z"}, {"to": "2026-05-01T00:00:00Z"}], ids=["start", "end"]
)
def test_a_cursor_belongs_to_its_range_and_organization(ask, ledger, change, other, make_key, api):
    cursor = ask(limit=2).json()["next_cursor"]
    assert ask(limit=5, cursor=cursor).status_code == 200
    for answer in (ask(limit=2, cursor=cursor, **change), api(PATH, make_key(other).secret, cursor=cursor)):
        assert (answer.status_code, answer.json()["code"]) == (400, "invalid_cursor")


def test_a_cursor_of_usage_is_none_of_entries(ask, ledger, acme, feed, run, make_key, api):
    feed(acme, run("another"))
    april = {"from": "2026-04-01T00:00:00Z", "to": "2026-05-01T00:00:00Z"}
    page = api("/v1/billing/usage", make_key(acme).secret, limit=1, **april).json()
    assert ask(cursor=page["next_cursor"]).json()["code"] == "invalid_cursor"


def test_csv_has_the_fields_of_the_json_and_numbers_that_are_no_text(ask, ledger):
    answer = ask("text/csv", limit=3)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))
    assert list(rows[0]) == FIELDS
    body = ask(limit=3).json()
    assert [row["amount_usd"] for row in rows] == [entry["amount_usd"] for entry in body["entries"]]
    assert rows[0]["occurred_at"] == "2026-04-01T09:00:00Z"
    (url,) = re.fullmatch(rf'<http[^>]*({PATH}\?[^>]*)>; rel="next"', answer.headers["Link"]).groups()
    assert "limit=3" in url
    following = ask("text/csv", limit=3, cursor=re.search("cursor=([^&]+)", url)[1].replace("%3A", ":"))
    assert "'=1+1" in following.content.decode()
    assert "Link" not in following.headers


def test_the_read_is_on_the_record(ask, ledger):
    asked = {"from": "2026-04-01T00:00:00Z", "to": "2026-05-01T00:00:00Z"}
    cursor = ask(limit=2, **asked).json()["next_cursor"]
    ask(limit=3, cursor=cursor, **asked)
    first, second = AuditEvent.objects.filter(action="billing.entries.read").order_by("id")
    assert first.details == {"route": PATH, **asked, "limit": 2, "paged": False, "rows": 2}
    assert second.details == {"route": PATH, **asked, "limit": 3, "paged": True, "rows": 3}
    ask()
    assert AuditEvent.objects.latest("id").details["from"] is None


def test_anothers_entries_are_not_in_it(ask, ledger, other, make_key, api):
    body = api(PATH, make_key(other).secret).json()
    assert (body["entries"], body["entries_total_usd"]) == ([], None)
    assert BalanceEntry.objects.count() == 5
