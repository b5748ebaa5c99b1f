"""examples/cost_by_tag.py: a CSV and an SVG chart whose figures are the API's."""

import csv
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from billing_access.billing.models import Account
from billing_access.billing.operators import mark_complete, register_tag
from billing_access.billing.tags.backfill import backfill_tag

pytestmark = pytest.mark.django_db(transaction=True)
APRIL = ("--from", "2026-04-01T00:00:00Z", "--to", "2026-05-01T00:00:00Z")
PRICED = ("--max-unpriced", "1")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def secret(acme, opt_in, feed, run, system, make_key):
    """A key of Acme, which has runs of two counties, one of them with a name that a spreadsheet would compute."""
    opt_in(acme)
    register_tag(acme, "county", actor=system)
    feed(
        acme,
        run("a", total_cost_usd="0.1", tags={"county": "adams & <sons>"}),
        run("b", total_cost_usd="0.2", tags={"county": "adams & <sons>"}),
        run("c", total_cost_usd="0.0000000001", tags={"county": "=1+1"}, started_at="2026-04-02T00:00:00Z"),
        run("d", total_cost_usd="7", started_at="2026-04-02T00:00:00Z"),
        run("e", total_cost_usd="", started_at="2026-04-02T00:00:00Z"),
    )
    mark_complete(acme, datetime(2026, 5, 1, tzinfo=UTC), actor=system)
    return make_key(acme, "billing.usage:read").secret


def test_the_files_hold_the_figures(secret, example, tmp_path):
    done = example("cost_by_tag", secret, "county", *APRIL, *PRICED, "--bucket", "day")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "$7.3000000001 in total, 1 without a price: cost_by_county.csv (rows: 3) and .svg\n"
    with (tmp_path / "cost_by_county.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["value"], row["total_cost_usd"], row["run_count"]) for row in rows] == [
        ("adams & <sons>", "0.30", "2"),
        ("(without the tag)", "7.00", "2"),
        ("'=1+1", "0.0000000001", "1"),
    ]
    assert sum(Decimal(row["total_cost_usd"]) for row in rows) == Decimal("7.3000000001")
    drawn = ElementTree.parse(tmp_path / "cost_by_county.svg").getroot()
    titles = [title.text for title in drawn.iterfind(f".//{SVG}rect/{SVG}title")]
    assert titles == [
        "2026-04-01 adams & <sons>: $0.30",
        "2026-04-02 (without the tag): $7.00",
        "2026-04-02 =1+1: $0.0000000001",
    ]
    tall = [Decimal(bar.get("height")) for bar in drawn.iterfind(f"{SVG}rect") if bar.find(f"{SVG}title") is not None]
    assert tall[1] > 20 * tall[0] > 0


def test_a_refusal_says_what_to_do_and_writes_nothing(secret, example, tmp_path):
    done = example("cost_by_tag", secret, "town", *APRIL)
    assert (done.returncode, done.stderr) == (2, "")
    assert done.stdout.startswith("unknown: 400 ")
    assert "Registered: tag:county" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_drawn_is_said_and_writes_nothing(secret, example, tmp_path, other, opt_in, make_key, system):
    opt_in(other)
    register_tag(other, "county", actor=system)
    done = example("cost_by_tag", make_key(other, "billing.usage:read").secret, "county")
    assert (done.returncode, done.stdout) == (2, "unknown: the account has no data yet\n")
    done = example("cost_by_tag", secret, "county", url="http://127.0.0.1:9")
    assert (done.returncode, done.stdout.startswith("unknown: URLError")) == (2, True)
    done = example("cost_by_tag", None, "county", url=None)
    assert (done.returncode, done.stdout) == (2, "unknown: set BILLING_URL and BILLING_KEY in the environment\n")
    assert list(tmp_path.iterdir()) == []


def test_a_tag_that_is_no_file_name(secret, example, tmp_path, acme, system):
    backfill_tag(register_tag(acme, "a/../b", actor=system).pk)
    done = example("cost_by_tag", secret, "a/../b", *APRIL, *PRICED)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["cost_by_a_.._b.csv", "cost_by_a_.._b.svg"]


def test_an_empty_range_is_a_chart_of_nothing(secret, example, tmp_path):
    done = example("cost_by_tag", secret, "county", "--from", "2025-04-01T00:00:00Z", "--to", "2025-05-01T00:00:00Z")
    assert done.returncode == 0
    assert len((tmp_path / "cost_by_county.csv").read_text().splitlines()) == 1
    ElementTree.parse(tmp_path / "cost_by_county.svg")


def test_a_range_of_the_past_is_complete_once_the_feed_reached_its_end(secret, example, acme, system, tmp_path):
    asked = ("cost_by_tag", secret, "county", *APRIL, *PRICED)
    assert example(*asked).returncode == 0
    mark_complete(acme, datetime(2026, 4, 30, 21, tzinfo=UTC), actor=system, move_back=True)
    done = example(*asked)
    assert (done.returncode, "lack 3.0 hours of the range; --max-age is 2" in done.stdout) == (2, True)
    assert example(*asked, "--max-age", "3").returncode == 0
    Account.objects.update(usage_through=None)
    done = example(*asked, "--max-age", "9999")
    assert (done.returncode, "has not confirmed" in done.stdout) == (2, True)


def test_the_current_period_is_complete_while_the_feed_is_fresh(secret, example, acme, system):
    mark_complete(acme, timezone.now() - timedelta(hours=1), actor=system)
    assert example("cost_by_tag", secret, "county").returncode == 0
    assert example("cost_by_tag", secret, "county", "--max-age", "0.9").returncode == 2


def test_runs_without_a_price_are_unknown(secret, example, tmp_path):
    done = example("cost_by_tag", secret, "county", *APRIL)
    assert (done.returncode, done.stdout) == (2, "unknown: runs without a price yet: 1; --max-unpriced is 0\n")
    assert list(tmp_path.iterdir()) == []


def test_case_43_figures_of_28_days_ago_are_unknown(acme, opt_in, import_case, make_key, example, system, tmp_path):
    opt_in(acme)
    register_tag(acme, "county", actor=system)
    import_case("43-stale-feed.csv", datetime(2026, 11, 1, 12, tzinfo=UTC))
    start = (timezone.now() - timedelta(days=60)).isoformat()
    done = example("cost_by_tag", make_key(acme, "billing.usage:read").secret, "county", "--from", start)
    assert (done.returncode, done.stdout.startswith("unknown: the figures are complete until ")) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_the_documented_line(secret, described, acme, system, feed, run, tmp_path):
    (line,) = (each for each in described.lines("cost_by_tag") if each.startswith("cost_by_tag.py"))
    mark_complete(acme, datetime(2026, 7, 1, tzinfo=UTC), actor=system)
    feed(acme, run("e", total_cost_usd="1", started_at="2026-04-02T00:00:00Z"))
    done = described.run(line, secret)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["cost_by_county.csv", "cost_by_county.svg"]
