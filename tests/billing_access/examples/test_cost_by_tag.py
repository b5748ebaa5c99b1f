"""examples/cost_by_tag.py: a CSV and an SVG chart whose figures are the API's."""

import csv
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from billing_access.billing.operators import register_tag
from billing_access.billing.tags.backfill import backfill_tag

pytestmark = pytest.mark.django_db(transaction=True)
APRIL = ("--from", "2026-04-01T00:00:00Z", "--to", "2026-05-01T00:00:00Z")
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
    return make_key(acme, "billing.usage:read").secret


def test_the_files_hold_the_figures(secret, example, tmp_path):
    done = example("cost_by_tag", secret, "county", *APRIL, "--bucket", "day")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "3 rows, $7.3000000001 in total: cost_by_county.csv and .svg\n"
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
    assert done.returncode == 1
    assert "Registered: tag:county" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_drawn_is_said_and_writes_nothing(secret, example, tmp_path, other, opt_in, make_key, system):
    opt_in(other)
    register_tag(other, "county", actor=system)
    done = example("cost_by_tag", make_key(other, "billing.usage:read").secret, "county")
    assert (done.returncode, "no data yet" in done.stderr) == (1, True)
    done = example("cost_by_tag", secret, "county", url="http://127.0.0.1:9")
    assert (done.returncode, done.stderr.splitlines()[0][:10]) == (1, "No answer:")
    assert list(tmp_path.iterdir()) == []


def test_a_tag_that_is_no_file_name(secret, example, tmp_path, acme, system):
    backfill_tag(register_tag(acme, "a/../b", actor=system).pk)
    done = example("cost_by_tag", secret, "a/../b", *APRIL)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["cost_by_a_.._b.csv", "cost_by_a_.._b.svg"]


def test_an_empty_range_is_a_chart_of_nothing(secret, example, tmp_path):
    done = example("cost_by_tag", secret, "county", "--from", "2025-04-01T00:00:00Z", "--to", "2025-05-01T00:00:00Z")
    assert done.returncode == 0
    assert len((tmp_path / "cost_by_county.csv").read_text().splitlines()) == 1
    ElementTree.parse(tmp_path / "cost_by_county.svg")
