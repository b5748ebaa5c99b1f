"""The page Balance: a month's entries and daily usage, each line's balance, the plot; each look on the record."""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from accounts.models import User
from billing_access.billing.models import BalanceEntry
from billing_access.billing.operators import add_balance_entry, open_account
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Organization

SYSTEM = actors.command("tests")
PAGE = "/o/acme/balance/"
NOW = datetime(2026, 4, 21, 15, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_april(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page's own clock stands on April 21, 2026; the database's does not."""
    monkeypatch.setattr("billing_access.ui.balance.timezone.now", lambda: NOW)


@pytest.fixture
def enter(acme: Organization) -> Any:
    """Return a function that adds an entry of Acme."""

    def add(reference: str, amount: str, at: str, kind: str = "adjustment") -> BalanceEntry:
        occurred_at = datetime.fromisoformat(at)
        return add_balance_entry(
            acme, kind=kind, amount_usd=Decimal(amount), reference=reference, occurred_at=occurred_at, actor=SYSTEM
        )

    return add


@pytest.fixture
def ledger(acme: Organization, enter: Any, feed: Any, run: Any) -> None:
    """A top-up in March, with usage before and after; in April a charge during a day with usage, and a grant."""
    enter("paid", "100", "2026-03-10T12:00:00Z", "top_up")
    feed(
        acme,
        run("a", started_at="2026-03-09T10:00:00Z", total_cost_usd="5.0000000001"),
        run("b", started_at="2026-03-31T23:50:00Z", total_cost_usd="7"),
        run("c", started_at="2026-04-02T01:00:00Z", total_cost_usd="1.25"),
        run("d", started_at="2026-04-02T23:00:00Z", total_cost_usd="2"),
        run("e", started_at="2026-04-21T01:00:00Z", total_cost_usd="0.0042105"),
        {"run_id": "f", "started_at": "2026-04-20T00:00:00Z"},
    )
    enter("fee", "-20.5", "2026-04-02T12:00:00Z", "charge")
    enter("gift", "3", "2026-04-03T00:00:00Z", "grant")


def table(answer: Any) -> list[list[str]]:
    """Read the table of lines: each row's cells."""
    text = answer.content.decode().split('aria-label="Entries and usage of', 1)[1].split("</table>", 1)[0]
    return [
        [
            " ".join(re.sub(r"<[^>]+>", " ", cell).split())
            for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)
        ]
        for row in re.findall(r"<tr>(.*?)</tr>", text, re.S)[1:]
    ]


def dollars(text: str) -> Decimal:
    return Decimal(text.replace("$", "").replace(",", "").replace("−", "-"))


def test_every_line_adds_up_to_the_current_balance(
    acme: Organization, ledger: None, alice: User, sign_in: Any, words: Any
) -> None:
    answer = sign_in(alice).get(PAGE)
    shown = table(answer)
    assert [(row[0], row[1], row[2]) for row in shown] == [
        ("Usage, 21 Apr 2026 1 run, day in progress", "−$0.0042105", "$67.2457894999"),
        ("Usage, 20 Apr 2026 1 run", "$0.00", "$67.2499999999"),
        ("Grant gift 3 Apr 2026, 00:00 UTC", "$3.00", "$67.2499999999"),
        ("Usage, 2 Apr 2026 2 runs", "−$3.25", "$64.2499999999"),
        ("Charge fee 2 Apr 2026, 12:00 UTC", "−$20.50", "$67.4999999999"),
        ("At the start of April 2026", "", "$87.9999999999"),
    ]
    for newer, older in pairwise(shown):
        assert dollars(newer[2]) == dollars(older[2]) + dollars(newer[1])
    said = words(answer)
    assert "Balance $67.2457894999 Entries less usage. All entries $82.50" in said
    assert "All usage $15.2542105001" in said
    assert "The platform has not reported until when the figures are complete." in said


def test_a_month_before_begins_where_the_one_before_it_ended(
    ledger: None, alice: User, sign_in: Any, words: Any
) -> None:
    client = sign_in(alice)
    answer = client.get(f"{PAGE}?month=2026-03")
    assert [row[1:] for row in table(answer)] == [
        ["−$7.00", "$87.9999999999"], ["$100.00", "$94.9999999999"], ["−$5.0000000001", "−$5.0000000001"],
        ["", "$0.00"],
    ]  # fmt: skip
    links = re.findall(r'<a href="\?month=([^"]+)">([^<]+)</a>', answer.content.decode())
    assert links == [("2026-04", "April 2026")]
    assert ("2026-03", "March 2026") in re.findall(
        r'<a href="\?month=([^"]+)">([^<]+)</a>', client.get(PAGE).content.decode()
    )
    assert "Nothing changed the balance in this month: it was $0.00 throughout." in words(
        client.get(f"{PAGE}?month=2026-02")
    )


def test_days_are_those_of_the_organizations_zone(ledger: None, alice: User, sign_in: Any) -> None:
    Organization.objects.update(time_zone="Asia/Kathmandu")
    answer = sign_in(alice).get(PAGE)
    assert [row[0].split(" (")[0] for row in table(answer)] == [
        "Usage, 21 Apr 2026 1 run, day in progress",
        "Usage, 20 Apr 2026 1 run",
        "Usage, 3 Apr 2026 1 run",
        "Grant gift 3 Apr 2026, 05:45",
        "Usage, 2 Apr 2026 1 run",
        "Charge fee 2 Apr 2026, 17:45",
        "Usage, 1 Apr 2026 1 run",
        "At the start of April 2026",
    ]
    shown = table(answer)
    assert (shown[0][2], shown[-1][2]) == ("$67.2457894999", "$94.9999999999")
    details = AuditEvent.objects.get(action="billing.viewed").details
    assert (details["from"], details["to"]) == ("2026-03-31T18:15:00Z", "2026-04-30T18:15:00Z")


@pytest.mark.parametrize(
    "zone", ["UTC", "America/St_Johns", "Pacific/Kiritimati", "Pacific/Apia", "Australia/Lord_Howe"]
)
def test_the_months_join_in_every_zone(
    acme: Organization, enter: Any, feed: Any, run: Any, alice: User, sign_in: Any, zone: str
) -> None:
    start = datetime(2025, 12, 1, tzinfo=UTC)
    starts = [(start + timedelta(hours=19 * n)).isoformat() for n in range(170)]
    feed(acme, *(run(f"r{n}", started_at=at, total_cost_usd=f"0.{n:03}") for n, at in enumerate(starts)))
    for number in range(9):
        enter(f"e{number}", f"{number}.5", (start + timedelta(days=15 * number, hours=number)).isoformat())
    Organization.objects.update(time_zone=zone)
    client, closing = sign_in(alice), Decimal(0)
    for month in ("2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04"):
        answer = client.get(f"{PAGE}?month={month}")
        if 'aria-label="Entries and usage of' not in answer.content.decode():
            continue
        shown = table(answer)
        assert dollars(shown[-1][2]) == closing, month
        for newer, older in pairwise(shown):
            assert dollars(newer[2]) == dollars(older[2]) + dollars(newer[1])
        closing = dollars(shown[0][2])
    spent = sum((Decimal(f"0.{n:03}") for n in range(170)), Decimal(0))
    assert closing == sum((Decimal(number) + Decimal("0.5") for number in range(9)), Decimal(0)) - spent


def test_more_lines_than_a_page_holds(enter: Any, alice: User, sign_in: Any) -> None:
    for number in range(250):
        enter(f"e{number}", "1", f"2026-04-0{1 + number // 100}T12:00:00Z")
    client = sign_in(alice)
    pages = [client.get(f"{PAGE}?month=2026-04&page={number}") for number in (1, 2, 3)]
    shown = [table(page) for page in pages]
    assert [len(rows) for rows in shown] == [101, 101, 51]
    assert [rows[-1] for rows in shown] == [
        ["Before these lines", "", "$150.00"], ["Before these lines", "", "$50.00"],
        ["At the start of April 2026", "", "$0.00"],
    ]  # fmt: skip
    assert [dollars(row[2]) for rows in shown for row in rows[:-1]] == list(range(250, 0, -1))
    assert '<a class="button plain" href="?month=2026-04&amp;page=2">Older lines</a>' in pages[0].content.decode()
    assert '<a class="button plain" href="?month=2026-04&amp;page=2">Newer lines</a>' in pages[2].content.decode()
    assert ("Newer" in pages[0].content.decode(), "Older" in pages[2].content.decode()) == (False, False)
    for number in ("4", "0", "01", "-1", "x", "", "100000", "٣"):
        assert client.get(f"{PAGE}?page={number}").status_code == 404


@pytest.mark.parametrize(
    ("month", "says"),
    [("2026-13", "Month: Enter a month such as 2026-11."), ("2026-04-01", "Enter a month such as 2026-11."),
     ("x", "Enter a month such as 2026-11."), ("%00", "Null characters are not allowed"),
     ("2026-05", "Enter a month from 2000-01 to this one, 2026-04."), ("1999-12", "Enter a month from 2000-01 to"),
     ("9999-12", "Enter a month from 2000-01"), ("0001-01", "Enter a month from 2000-01")],
)  # fmt: skip
def test_a_faulty_month_is_named_and_the_current_one_is_shown(
    ledger: None, alice: User, sign_in: Any, words: Any, month: str, says: str
) -> None:
    answer = sign_in(alice).get(f"{PAGE}?month={month}")
    assert answer.status_code == 400
    assert says in words(answer)
    assert len(table(answer)) == 6


def test_the_first_month_of_all(ledger: None, alice: User, sign_in: Any) -> None:
    assert sign_in(alice).get(f"{PAGE}?month=2000-01").status_code == 200


def test_the_plot_has_a_bar_for_each_day_that_has_begun(ledger: None, alice: User, sign_in: Any) -> None:
    text = sign_in(alice).get(PAGE).content.decode()
    assert "Balance at the end of each day of April 2026: from $64.25 to $88.00. The table below has" in text
    assert re.findall(r"<title>(\d+ Apr): ([^<]+)</title>", text)[:3] == [
        ("1 Apr", "$88.00"), ("2 Apr", "$64.25"), ("3 Apr", "$67.25"),
    ]  # fmt: skip
    assert text.count("<rect") - text.count('<rect width="22"') == 21
    assert re.findall(r"<span[^>]*>(\d+ Apr)</span>", text) == ["1 Apr", "8 Apr", "15 Apr", "22 Apr"]


def test_nothing_fed_is_unknown_and_never_zero(acme: Organization, alice: User, sign_in: Any, words: Any) -> None:
    said = words(sign_in(alice).get(PAGE))
    assert "Balance Unknown The platform has not reported any usage or balance of this account yet." in said
    assert "Entries and usage appear here once the platform reports the first." in said
    assert "$" not in said


def test_an_invoiced_account_has_lines_but_no_balance(
    acme: Organization, ledger: None, alice: User, sign_in: Any, words: Any
) -> None:
    open_account(acme, billing_mode="postpaid", actor=SYSTEM)
    answer = sign_in(alice).get(PAGE)
    assert "Balance None This account is invoiced" in words(answer)
    assert [len(row) for row in table(answer)] == [2] * 5
    assert "67.24" not in answer.content.decode()
    assert 'class="bars"' not in answer.content.decode()


def test_a_reference_is_no_markup_and_a_note_is_not_shown(
    acme: Organization, enter: Any, alice: User, sign_in: Any, as_superuser: Any
) -> None:
    enter("<b>bold</b>", "5", "2026-04-02T12:00:00Z")
    as_superuser("UPDATE billing_balance_entry SET note = 'for their eyes only'")
    text = sign_in(alice).get(PAGE).content.decode()
    assert "<code>&lt;b&gt;bold&lt;/b&gt;</code>" in text
    assert "for their eyes only" not in text


def test_anothers_lines_are_not_in_it(
    acme: Organization, other: Organization, ledger: None, feed: Any, run: Any, charlie: User, sign_in: Any, words: Any
) -> None:
    feed(other, run("theirs", started_at="2026-04-05T00:00:00Z", total_cost_usd="9"))
    answer = sign_in(charlie).get("/o/other/balance/")
    assert [row[1:] for row in table(answer)] == [["−$9.00", "−$9.00"], ["", "$0.00"]]


def test_the_look_is_on_the_record(acme: Organization, ledger: None, bella: User, sign_in: Any) -> None:
    sign_in(bella).get(f"{PAGE}?month=2026-03")
    event = AuditEvent.objects.get(action="billing.viewed")
    assert (event.actor_kind, event.actor_id, event.outcome) == ("user", str(bella.pk), "allowed")
    assert event.details == {
        "route": "/o/{slug}/balance/",
        "from": "2026-03-01T00:00:00Z",
        "to": "2026-04-01T00:00:00Z",
        "timezone": "UTC",
        "bucket": "day",
        "rows": 1 + 3,
    }


def test_stale_figures_are_called_stale(
    acme: Organization, ledger: None, alice: User, sign_in: Any, words: Any
) -> None:
    assert "stale" not in words(sign_in(alice).get(PAGE)).lower()
    open_account(acme, stale_after_hours=24, actor=SYSTEM)
    lower = "The balance may be lower than shown."
    said = words(sign_in(alice).get(PAGE))
    assert f"These figures are stale: the platform has not reported until when they are complete. {lower}" in said
    open_account(acme, stale_after_hours=24, billing_mode="postpaid", actor=SYSTEM)
    said = words(sign_in(alice).get(PAGE))
    assert ("These figures are stale" in said, lower in said) == (True, False)
