"""The overview: balance, spend by day and by tag in a chosen range, the opt-in; each look on the record."""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import User
from billing_access import routes
from billing_access.access.decision import authorize_member
from billing_access.access.models import ApiKey
from billing_access.access.services import suspend_billing_reads
from billing_access.billing.models import Account, RegisteredTag
from billing_access.billing.operators import add_balance_entry, mark_complete, open_account
from billing_access.billing.tags.registered import register_tag
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.access import Access
from orgs.models import Organization

SYSTEM = actors.command("tests")
PAGE = "/o/acme/overview/"
NOW = datetime(2026, 4, 21, 15, 30, tzinfo=UTC)


@pytest.fixture
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page's own clock stands on April 21, 2026; the database's does not."""
    monkeypatch.setattr("billing_access.ui.overview.timezone.now", lambda: NOW)


@pytest.fixture
def spent(acme: Organization, feed: Any, run: Any, at_noon: None) -> None:
    """Two days of runs with a tag, a top-up of 100 dollars, and one run without a price."""
    open_account(acme, low_balance_threshold_usd=Decimal(90), actor=SYSTEM)
    register_tag(acme, "county", actor=SYSTEM)
    feed(
        acme,
        run("a", started_at="2026-04-19T10:00:00Z", total_cost_usd="1.50", tags={"county": "Kern"}, llm_tokens_in=1200),
        run("b", started_at="2026-04-19T23:30:00Z", total_cost_usd="2.25", tags={"county": "Mono"}),
        run("c", started_at="2026-04-21T01:00:00Z", total_cost_usd="6.25", tags={"county": "Kern"}),
        {"run_id": "d", "started_at": "2026-04-20T00:00:00Z"},
    )
    add_balance_entry(
        acme,
        kind="top_up",
        amount_usd=Decimal(100),
        reference="t",
        occurred_at=datetime(2026, 4, 1, tzinfo=UTC),
        actor=SYSTEM,
    )


def rows(answer: Any, label: str) -> list[list[str]]:
    """Read a table of the page by its name: each row's cells."""
    table = answer.content.decode().split(f'aria-label="{label}" tabindex="0"', 1)[1].split("</table>", 1)[0]
    return [
        [re.sub(r"<[^>]+>|\s+", " ", cell).strip() for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
        for row in re.findall(r"<tr>(.*?)</tr>", table, re.S)[1:]
    ]


def test_the_figures_are_those_of_the_runs(
    acme: Organization, spent: None, alice: User, sign_in: Any, words: Any
) -> None:
    answer = sign_in(alice).get(f"{PAGE}?from=2026-04-19&to=2026-04-21")
    said = words(answer)
    assert "Balance $90.00 Low" in said
    assert "Low at $90.00" in said
    assert "Spent, 3 days $10.00" in said or "Spent, last 3 days $10.00" in said
    assert "1 unpriced: cost not known yet, so not in the sums." in said
    assert [row[:3] for row in rows(answer, "Spend by day")] == [
        ["19 Apr 2026", "$3.75", "2"], ["20 Apr 2026", "$0.00", "1"], ["21 Apr 2026", "$6.25", "1"],
        ["Total", "$10.00", "4"],
    ]  # fmt: skip
    assert rows(answer, "Cost by county") == [
        ["Kern", "$7.75", "77.5 %", "2"], ["Mono", "$2.25", "22.5 %", "1"], ["No tag", "$0.00", "0.0 %", "1"],
        ["Total", "$10.00", "", "4"],
    ]  # fmt: skip
    assert "$10.00 in total. The highest, $6.25, on 21 Apr." in answer.content.decode()


def test_days_are_those_of_the_organizations_zone(
    acme: Organization, spent: None, alice: User, sign_in: Any, feed: Any, run: Any
) -> None:
    # A quarter past midnight of April 19 there, and the last minute of April 21.
    feed(acme, run("e", started_at="2026-04-18T18:30:00Z"), run("f", started_at="2026-04-21T18:14:00Z"))
    feed(acme, run("g", started_at="2026-04-18T18:14:00Z"), run("h", started_at="2026-04-21T18:15:00Z"))
    Organization.objects.update(time_zone="Asia/Kathmandu")
    answer = sign_in(alice).get(f"{PAGE}?from=2026-04-19&to=2026-04-21")
    assert [row[:2] for row in rows(answer, "Spend by day")][:3] == [
        ["19 Apr 2026", "$2.50"], ["20 Apr 2026", "$2.25"], ["21 Apr 2026", "$7.25"],
    ]  # fmt: skip
    details = AuditEvent.objects.get(action="billing.viewed").details
    assert (details["from"], details["to"]) == ("2026-04-18T18:15:00Z", "2026-04-21T18:15:00Z")


@pytest.mark.parametrize(
    ("query", "first", "last", "unit"),
    [("", "23 Mar 2026", "21 Apr 2026", "day"), ("days=7", "15 Apr 2026", "21 Apr 2026", "day"),
     ("from=2026-04-20", "20 Apr 2026", "21 Apr 2026", "day"), ("days=90", "22 Jan 2026", "21 Apr 2026", "day"),
     ("days=365", "22 Apr 2025 to 27 Apr", "20 Apr 2026 to 21 Apr", "week"),
     ("from=2025-04-21&to=2026-04-21", "21 Apr 2025 to 27 Apr", "20 Apr 2026 to 21 Apr", "week")],
)  # fmt: skip
def test_ranges(spent: None, alice: User, sign_in: Any, query: str, first: str, last: str, unit: str) -> None:
    shown = rows(sign_in(alice).get(f"{PAGE}?{query}"), f"Spend by {unit}")
    assert (shown[0][0], shown[-2][0], shown[-1][1]) == (
        first,
        last,
        "$10.00" if "2026-04-20" not in query else "$6.25",
    )


@pytest.mark.parametrize(
    ("query", "says"),
    [("from=2026-04-40", "From: Enter a day such as 2026-11-23."),
     ("to=2026-04-22", "Enter a day from 2000-01-01 to today, 2026-04-21."),
     ("to=1999-12-31", "Enter a day from 2000-01-01 to today"),
     ("to=0001-01-02", "Enter a day from 2000-01-01 to today"),
     ("from=2026-04-20&to=2026-04-19", "Enter a day from 2000-01-01 to 2026-04-19, the last day of the range."),
     ("from=1999-12-31&to=2000-01-02", "Enter a day from 2000-01-01 to 2000-01-02, the last day of the range."),
     ("from=2025-04-20", "A range has at most 366 days. Enter 2025-04-21 or later."),
     ("days=8", "The last 8 days are not offered. Choose one of: 7, 30, 90, 365."),
     ("days=x", "The last x days are not"),
     ("from=%00", "Enter a day")],
)  # fmt: skip
def test_a_faulty_range_is_named_and_the_last_30_days_are_shown(
    spent: None, alice: User, sign_in: Any, words: Any, query: str, says: str
) -> None:
    answer = sign_in(alice).get(f"{PAGE}?{query}")
    assert answer.status_code == 400
    assert says in words(answer)
    assert len(rows(answer, "Spend by day")) == 31


def test_another_tag_is_chosen_and_an_unknown_one_named(
    acme: Organization, spent: None, alice: User, sign_in: Any, words: Any
) -> None:
    client = sign_in(alice)
    RegisteredTag.objects.create(organization=acme, key="batch")
    assert "batch is being backfilled from existing runs" in words(client.get(f"{PAGE}?tag=batch"))
    said = words(client.get(f"{PAGE}?tag=nothing&days=7"))
    assert "nothing is not a registered tag" in said
    answer = client.get(f"{PAGE}?tag=nothing&days=7").content.decode()
    assert '<input type="hidden" name="days" value="7">' in answer
    assert '<a href="?days=90&amp;tag=nothing">90 days</a>' in answer


def test_a_tag_with_too_many_values_is_not_added_up_and_the_rest_is_shown(
    acme: Organization, spent: None, alice: User, sign_in: Any, words: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("billing_access.billing.reports.summary_sql.MAX_DAY_ROLLUPS", 1)
    answer = sign_in(alice).get(f"{PAGE}?from=2026-04-19&to=2026-04-21")
    assert answer.status_code == 200
    assert "county has too many values in this range to add up. Choose a shorter range." in words(answer)
    assert len(rows(answer, "Spend by day")) == 4


def test_more_than_ten_values_are_folded(
    acme: Organization, at_noon: None, feed: Any, run: Any, alice: User, sign_in: Any
) -> None:
    register_tag(acme, "county", actor=SYSTEM)
    feed(acme, *[run(f"r{n}", total_cost_usd=str(n), tags={"county": f"C{n}"}) for n in range(1, 14)])
    shown = rows(sign_in(alice).get(PAGE), "Cost by county")
    assert [row[0] for row in shown[:2]] == ["C13", "C12"]
    assert shown[-2:] == [["3 more values", "$6.00", "", "3"], ["Total", "$91.00", "", "13"]]


def test_nothing_fed_is_unknown_and_never_zero(acme: Organization, alice: User, sign_in: Any, words: Any) -> None:
    said = words(sign_in(alice).get(PAGE))
    assert "Balance Unknown The platform has not reported any usage or balance of this account yet." in said
    assert "The platform has not reported any run yet." in said
    assert "$" not in said


def test_an_invoiced_account_has_no_balance(
    acme: Organization, spent: None, alice: User, sign_in: Any, words: Any
) -> None:
    open_account(acme, billing_mode="postpaid", actor=SYSTEM)
    assert "Balance None This account is invoiced" in words(sign_in(alice).get(PAGE))


def test_how_long_it_lasts_and_how_fresh_it_is(
    acme: Organization, alice: User, feed: Any, run: Any, sign_in: Any, words: Any
) -> None:
    yesterday = datetime.now(UTC) - timedelta(days=1)
    feed(acme, run(started_at=yesterday.isoformat(), total_cost_usd="70"))
    add_balance_entry(acme, kind="top_up", amount_usd=Decimal(170), reference="t", occurred_at=yesterday, actor=SYSTEM)
    assert "The platform has not reported until when the figures are complete." in words(sign_in(alice).get(PAGE))
    mark_complete(acme, yesterday.replace(hour=0, minute=0, second=0, microsecond=0), actor=SYSTEM)
    said = words(sign_in(alice).get(PAGE))
    assert re.search(r"Lasts (9|10) more days at the pace of the last 7 days", said)
    assert f"Figures are complete until {yesterday.day} {yesterday:%b %Y}, 00:00 UTC" in said


def test_the_opt_in_and_keys_that_end_soon(
    acme: Organization, alice: User, bella: User, sign_in: Any, words: Any, opt_in: Any, make_key: Any
) -> None:
    for number in range(5):
        make_key(acme, name=f"Soon {number}", lifetime_days=10 + number)
    make_key(acme, name="Later", lifetime_days=15)
    gone = make_key(acme, name="Revoked", lifetime_days=1).key
    ApiKey.objects.filter(pk=gone.pk).update(revoked_at=datetime.now(UTC))
    said = words(sign_in(alice).get(PAGE))
    assert "Off Never turned on. Review the setting" in said
    assert re.findall(r"Soon \d|Later|Revoked", said) == ["Soon 0", "Soon 1", "Soon 2"]
    assert "and more" in said
    opt_in(acme)
    assert "On Turned on by the platform" in words(sign_in(alice).get(PAGE))
    suspend_billing_reads(acme, actor=SYSTEM, reason="Disputed")
    answer = sign_in(bella).get(PAGE)
    assert "Programmatic billing reads Suspended" in words(answer)
    assert "See what keys can read" in words(answer)
    assert "/o/acme/keys/" not in answer.content.decode()


def test_the_look_is_on_the_record(acme: Organization, spent: None, bella: User, sign_in: Any) -> None:
    sign_in(bella).get(f"{PAGE}?from=2026-04-19&to=2026-04-21")
    event = AuditEvent.objects.get(action="billing.viewed")
    assert (event.actor_kind, event.actor_id, event.outcome) == ("user", str(bella.pk), "allowed")
    assert event.details == {
        "route": "/o/{slug}/overview/",
        "from": "2026-04-19T00:00:00Z",
        "to": "2026-04-22T00:00:00Z",
        "timezone": "UTC",
        "bucket": "day",
        "group_by": ["tag:county"],
        "rows": 1 + 3 + 3,
    }


@pytest.mark.parametrize("held", [frozenset(), frozenset({"view_audit_log", "manage_api_keys"})])
def test_promise_1_a_member_without_the_permission_gets_no_grant(acme: Organization, held: frozenset[str]) -> None:
    with pytest.raises(PermissionDenied):
        authorize_member(Access(acme, "owner", held), routes.BILLING_STATE)


def test_runs_without_a_price_are_listed_too(
    acme: Organization, at_noon: None, feed: Any, alice: User, sign_in: Any, words: Any
) -> None:
    feed(acme, {"run_id": "a", "started_at": "2026-04-20T00:00:00Z"})
    answer = sign_in(alice).get(f"{PAGE}?days=7")
    assert ["20 Apr 2026", "$0.00", "1", "1"] in [row[:4] for row in rows(answer, "Spend by day")]
    assert "1 run" in words(answer)


def test_one_day_is_no_days(acme: Organization, alice: User, sign_in: Any, words: Any) -> None:
    today = datetime.now(acme.zone).date()
    assert "Spent, last 1 day " in words(sign_in(alice).get(f"{PAGE}?from={today}&to={today}"))


def test_the_first_day_of_all(acme: Organization, spent: None, alice: User, sign_in: Any) -> None:
    assert sign_in(alice).get(f"{PAGE}?to=2000-01-02").status_code == 200
    assert sign_in(alice).get(f"{PAGE}?from=2000-01-01&to=2000-01-01").status_code == 200


@pytest.mark.parametrize(
    ("query", "days", "total"),
    [("days=7", 7, "10.00"), ("from=2026-04-19&to=2026-04-20", 2, "3.75"), ("from=2026-04-19&to=2026-04-19", 1, "3.75"),
     ("days=365", 365, "10.00"), ("from=2026-04-21", 1, "6.25")],
)  # fmt: skip
def test_the_average_a_day_is_the_total_by_the_days_that_are_named(
    spent: None, alice: User, sign_in: Any, words: Any, query: str, days: int, total: str
) -> None:
    said = words(sign_in(alice).get(f"{PAGE}?{query}"))
    named = re.search(r"Spent, (?:last )?(\d+) days? \$([\d.]+) .*?, \$([\d.]+) a day on average", said)
    assert named, said
    assert (int(named[1]), named[2]) == (days, total)
    assert f"{Decimal(named[2]) / days:.2f}" == named[3]


def test_a_years_chart_names_months_with_their_year_to_the_last_bar(spent: None, alice: User, sign_in: Any) -> None:
    answer = sign_in(alice).get(f"{PAGE}?days=365").content.decode()
    axis = answer.split('<ul class="dates"')[1].split("</ul>")[0]
    assert re.findall(r"<span[^>]*>([^<]*)</span>", axis) == [
        "Apr 2025",
        "Jul 2025",
        "Oct 2025",
        "Jan 2026",
        "Apr 2026",
    ]
    assert axis.rstrip().endswith("Apr 2026</span></li>")


def test_stale_figures_are_called_stale_and_never_low(
    acme: Organization, spent: None, alice: User, sign_in: Any, words: Any
) -> None:
    assert "Balance $90.00 Low" in words(sign_in(alice).get(PAGE))
    open_account(acme, low_balance_threshold_usd=Decimal(90), stale_after_hours=24, actor=SYSTEM)
    said = words(sign_in(alice).get(PAGE))
    assert "Balance $90.00 Stale" in said
    assert "These figures are stale: the platform has not reported until when they are complete." in said
    Account.objects.update(usage_through=datetime.now(UTC) - timedelta(hours=25))
    said = words(sign_in(alice).get(PAGE))
    assert re.search(r"These figures are stale: they are complete only until .*, more than 24 hours ago\.", said)
    Account.objects.update(usage_through=datetime.now(UTC) - timedelta(hours=23))
    said = words(sign_in(alice).get(PAGE))
    assert "Balance $90.00 Low" in said
    assert "stale" not in said.lower()
