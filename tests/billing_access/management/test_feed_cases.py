"""Small feeds with the right value of each, imported by the command as an operator would."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import pytest
import time_machine
from django.core.management import CommandError, call_command

from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.models import Account, BalanceEntry, Run, UsageDay
from billing_access.billing.operators import backfill_tag, check_figures, register_tag
from orgs.actors import command

pytestmark = pytest.mark.django_db
CASES: Final = Path(__file__).parents[2] / "cases"
NOW: Final = datetime(2026, 11, 29, 12, tzinfo=UTC)
Import = Callable[..., tuple[int, str]]


@pytest.fixture
def import_case(acme: Any, tmp_path: Path) -> Import:
    """Import a case into Acme; return the exit code and what was printed, or the error, and the refused rows."""

    def run(name: str, *options: str) -> tuple[int, str]:
        out, rejects = io.StringIO(), tmp_path / f"{name}.rejects.csv"
        arguments = [str(CASES / name), "--organization", "acme", "--rejects", str(rejects), *options]
        try:
            call_command("import_runs", *arguments, stdout=out, stderr=io.StringIO())
            code = 0
        except SystemExit as ended:
            code = int(str(ended.code))
        except CommandError as error:
            return 1, str(error)
        finally:
            assert check_figures(acme) == []
        return code, out.getvalue() + (rejects.read_text() if rejects.exists() else "")

    return run


def runs() -> dict[str, tuple[str, str, dict[str, str], Decimal | None, str]]:
    """Return type, status, tags, cost and cost status of each run."""
    return {
        run.run_id: (run.run_type, run.status, run.tags, run.total_cost_usd, run.cost_status)
        for run in Run.objects.all()
    }


def test_06_ids_that_a_spreadsheet_shortened_are_refused(import_case: Import) -> None:
    code, text = import_case("06-excel-sci-id.csv")
    assert code == 1
    assert "shortened by a spreadsheet" in text
    assert runs() == {}


def test_15_an_id_is_refused_or_can_be_read(
    import_case: Import, acme: Any, make_key: Any, api: Any, opt_in: Any
) -> None:
    code, text = import_case("15-slash-id.csv")
    assert (code, "'..' cannot be in a URL" in text) == (1, True)
    opt_in(acme)
    secret = make_key(acme).secret
    costs = {each: api(f"/v1/runs/{quote(each, safe='')}", secret).json()["total_cost_usd"] for each in runs()}
    assert costs == dict.fromkeys(["team/run15", "r\u00fcn?15#x", "a b", "%2F"], "1.50")


@pytest.mark.parametrize("name", ["08-typo-header.csv", "09b-case-header.csv"])
def test_08_a_misspelled_column_stops_the_import_and_the_right_one_is_named(import_case: Import, name: str) -> None:
    code, text = import_case(name, "--complete-through", "2026-11-02T00:00:00Z")
    assert code == 1
    assert "total_cost_usd" in text
    assert runs() == {}
    assert not Account.objects.exclude(usage_through=None).exists()


def test_17_a_run_of_the_future_is_refused(import_case: Import) -> None:
    with time_machine.travel(NOW):
        code, text = import_case("17-future.csv")
    assert code == 1
    assert "is in the future" in text
    assert runs() == {}


def test_31_an_older_final_does_not_come_back(import_case: Import) -> None:
    import_case("31-a.csv")
    import_case("31-b.csv", "--correct")
    code, text = import_case("31-a.csv", "--correct")
    assert code == 0
    assert "1 stale" in text
    assert Run.objects.get().total_cost_usd == 2
    assert Run.objects.get().modified_at == datetime(2026, 11, 5, 1, tzinfo=UTC)


def test_32_a_final_cost_stays_where_a_row_does_not_say_one(import_case: Import) -> None:
    import_case("31-a.csv")
    code, text = import_case("32-a.csv", "--correct")
    assert code == 0
    assert "1 unchanged" in text
    assert Run.objects.get().total_cost_usd == 1


def test_34_tags_stay_where_a_file_has_no_column_of_tags(import_case: Import) -> None:
    import_case("34-a-with-tags.csv")
    import_case("34-b-without-tags-column.csv")
    assert runs() == {"rt1": ("workflow_run", "completed", {"county": "adams"}, Decimal(1), "final")}


def test_37_a_file_of_costs_changes_costs_alone(import_case: Import) -> None:
    assert import_case("37-a-platform.csv")[0] == 1
    assert runs() == {}
    import_case("37-a-platform.csv", "--without-costs")
    import_case("37-b-biller-costs-only.csv")
    county = {"county": "adams"}
    assert runs() == {
        "rc1": ("task_v2", "failed", county, Decimal("1.25"), "final"),
        "rc2": ("task_v2", "running", county, Decimal("0.40"), "accruing"),
    }
    assert import_case("37-c-final.csv")[0] == 0
    assert runs()["rc2"] == ("task_v2", "completed", county, Decimal("0.90"), "final")


def test_38_our_own_export_is_imported_as_it_was_exported(import_case: Import) -> None:
    with time_machine.travel(datetime(2026, 11, 30, tzinfo=UTC)):
        assert import_case("38-own-export.csv")[0] == 0
        first = runs()
        code, text = import_case("38-own-export.ndjson")
    assert code == 0
    assert "0 new, 0 changed" in text
    assert runs() == first
    assert first["cc8-0722-00024-shifted"][2]["session"] == "cc8-session-0722"


def test_40_years_that_come_after_a_reconciliation_are_offset(acme: Any, import_case: Import) -> None:
    at = "2026-11-28T00:00:00Z"
    options = {"organization": "acme", "balance": "100", "observed_at": at, "reference": "st_1"}
    with time_machine.travel(NOW):
        call_command("reconcile_balance", **options, stdout=io.StringIO())
        code, text = import_case("40-backfill-3y.csv")
    account = Account.objects.get(pk=acme.pk)
    assert code == 0
    assert account.entries_total_usd - account.usage_total_usd == 100
    offsets = BalanceEntry.objects.filter(reference__startswith="late:").values_list("amount_usd", flat=True)
    assert sum(offsets) == account.usage_total_usd == Decimal("109.60")
    assert "109.60" in text


def test_45_two_spellings_are_one_tag(acme: Any, import_case: Import) -> None:
    register_tag(acme, "county", actor=command("tests"))
    import_case("45-unicode-tags.csv")
    groups = UsageDay.objects.filter(tag_key="county").values_list("tag_value", "total_cost_usd")
    assert dict(groups)["Köln"] == 3
    assert set(dict(groups)) <= {"Köln", "köln"}


def test_48_a_negative_cost_is_refused_and_says_where_refunds_go(import_case: Import) -> None:
    code, text = import_case("48-negative-refund.csv")
    assert code == 1
    assert "Record a refund with manage.py credit_run" in text
    assert runs() == {}


def test_48_a_credit_lowers_what_the_county_costs(acme: Any, import_case: Import) -> None:
    backfill_tag(register_tag(acme, "county", actor=command("tests")).pk)
    start = datetime(2026, 11, 10, 20, tzinfo=UTC)
    fields = {"run_id": "n1", "started_at": start, "total_cost_usd": "12.00", "tags": {"county": "adams"}}
    with time_machine.travel(NOW):
        ingest([SourceRow(1, fields)], OrganizationFinder(organization=acme), actor=command("tests"))
        options = {"organization": "acme", "run": "n1", "amount": "5.00", "reference": "n1-refund"}
        call_command("credit_run", **options, occurred_at="2026-11-10T22:00:00Z", stdout=io.StringIO())
        assert import_case("48-negative-refund.csv")[0] == 1
    assert UsageDay.objects.get(tag_key="county", tag_value="adams").total_cost_usd == 7
    account = Account.objects.get(pk=acme.pk)
    assert account.entries_total_usd - account.usage_total_usd == -7


def test_49_another_currency_is_refused(import_case: Import) -> None:
    code, text = import_case("49-currency-column.csv")
    assert code == 1
    assert "JPY" in text
    assert runs() == {}
