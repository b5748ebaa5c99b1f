"""``manage.py void_runs``: says what it would void, voids with ``--yes``; exit code 1 where runs are left."""

import io
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from billing_access.billing.ingest.models import Batch, VoidedRun
from billing_access.billing.models import Account, Run
from billing_access.billing.operators import check_figures
from billing_audit.models import AuditEvent
from orgs.models import Organization

pytestmark = pytest.mark.django_db
CASES = Path(__file__).parents[2] / "cases"
DRY = "Nothing was changed. Add --yes to void the runs.\n"


def void(*arguments: str) -> tuple[int, str]:
    """Run the command with a reason; return its exit code and what it printed."""
    out = io.StringIO()
    try:
        call_command("void_runs", *arguments, "--reason", "Ticket 7", stdout=out)
    except SystemExit as ended:
        return int(ended.code or 0), out.getvalue()
    return 0, out.getvalue()


def import_case(name: str, *arguments: str) -> tuple[int, str]:
    """Import a file of the cases; return the exit code and what was printed."""
    out = io.StringIO()
    try:
        call_command("import_runs", str(CASES / name), *arguments, "--rejects", "/dev/null", stdout=out)
    except SystemExit as ended:
        return int(ended.code or 0), out.getvalue()
    return 0, out.getvalue()


def test_runs_by_their_ids(acme: Organization, feed: Any, run: Any) -> None:
    feed(acme, run("a"), run("b", total_cost_usd="2.50"), run("c"))
    named = ("--organization", "acme", "a", "b")
    assert void(*named) == (0, f"acme: 2 runs would be voided, cost 3.50 USD, offset 0.00 USD\n{DRY}")
    assert Run.objects.count() == 3
    done = "voided at revision 2, cost 3.50 USD, offset 0.00 USD\n"
    assert void(*named, "--yes") == (0, f"acme: 2 runs {done}")
    assert Run.objects.get().run_id == "c"
    assert void(*named, "--yes") == (0, "acme: 2 runs voided before\n")
    assert void(*named, "c") == (
        0, f"acme: 1 run would be voided, cost 1.00 USD, offset 0.00 USD\nacme: 2 runs voided before\n{DRY}"
    )  # fmt: skip
    event = AuditEvent.objects.get(action="runs.voided")
    assert (event.actor_kind, event.actor_id, event.details["reason"]) == ("system", "void_runs", "Ticket 7")


def test_an_id_that_is_named_in_two_forms_is_one_run(acme: Organization, feed: Any, run: Any) -> None:
    feed(acme, run("caf\u00e9"))
    said = void("--organization", "acme", "caf\u00e9", "cafe\u0301", "--yes")
    assert said == (0, "acme: 1 run voided at revision 2, cost 1.00 USD, offset 0.00 USD\n")


def test_an_import_that_has_not_ended_may_add_more(acme: Organization, feed: Any, run: Any) -> None:
    batch = feed(acme, run("a")).report
    Batch.objects.update(finished_at=None)
    code, said = void("--batch", str(batch.pk), "--yes")
    assert (code, f"batch {batch.pk} has not ended. If its import is still running, repeat this" in said) == (0, True)


@pytest.mark.parametrize("more", [(), ("--yes",)])
def test_an_unknown_id_voids_nothing(acme: Organization, feed: Any, run: Any, more: tuple[str, ...]) -> None:
    feed(acme, run("a"))
    with pytest.raises(CommandError, match=r"acme has no run 'b'\. Nothing was voided") as refused:
        void("--organization", "acme", "a", "b", *more)
    assert refused.value.returncode == 1
    assert not VoidedRun.objects.exists()


def test_the_runs_that_an_import_added(acme: Organization, other: Organization, feed: Any, run: Any) -> None:
    first = feed(acme, run("old", status="running")).report
    second = feed(acme, run("old", status="running", total_cost_usd="2"), run("new")).report
    left = f"acme: left old: batch {second.pk} only changed it; batch {first.pk} added it\n"
    number = ("--batch", str(second.pk))
    assert void(*number) == (1, f"acme: 1 run would be voided, cost 1.00 USD, offset 0.00 USD\n{left}{DRY}")
    assert Run.objects.count() == 2
    code, printed = void(*number, "--yes")
    assert (code, printed) == (1, f"acme: 1 run voided at revision 3, cost 1.00 USD, offset 0.00 USD\n{left}")
    assert void(*number, "--yes") == (1, f"batch {second.pk} has no runs to void.\n{left}")
    fresh = feed(other, run("x")).report
    assert void("--batch", str(fresh.pk), "--yes")[0] == 0
    assert void("--batch", str(fresh.pk), "--yes") == (0, f"batch {fresh.pk} has no runs to void.\n")


def test_what_cannot_be_meant_is_refused(acme: Organization, feed: Any, run: Any) -> None:
    batch = feed(acme, run("a")).report
    for arguments, words in (
        (("--organization", "acme"), "Name at least one run"),
        (("--organization", "nobody", "a"), "no organization with the slug"),
        (("--batch", "999999"), "There is no batch 999999. manage.py list_imports"),
        (("--batch", str(batch.pk), "a"), "or --batch alone"),
        (("--batch", str(batch.pk), "--organization", "acme"), "not allowed with"),
        (("a",), "one of the arguments --organization --batch is required"),
    ):
        with pytest.raises(CommandError, match=words):
            void(*arguments, "--yes")
    with pytest.raises(CommandError, match="the following arguments are required: --reason"):
        call_command("void_runs", "--organization", "acme", "a")
    with pytest.raises(CommandError, match="A reason has 1 to 500 characters"):
        call_command("void_runs", "--organization", "acme", "a", "--reason", " ")
    assert not VoidedRun.objects.exists()
    assert Account.objects.get().revision == 1


def test_46_a_file_for_another_organization_is_taken_back(acme: Organization, other: Organization) -> None:
    assert import_case("46-wrong-organization.csv", "--organization", "other")[0] == 0
    (batch,) = set(Run.objects.values_list("batch", flat=True))
    assert void("--batch", str(batch), "--yes")[0] == 0
    assert (Run.objects.count(), Account.objects.get(pk=other.pk).usage_total_usd) == (0, 0)
    # A feed that is repeated does not bring them back; the right organization takes them.
    assert import_case("46-wrong-organization.csv", "--organization", "other")[0] == 1
    assert import_case("46-wrong-organization.csv", "--organization", "acme")[0] == 0
    assert not Run.objects.filter(organization=other).exists()
    assert Account.objects.get(pk=acme.pk).usage_total_usd == Decimal(100)
    assert check_figures(acme) == check_figures(other) == []


def test_47_a_wrong_start_is_corrected_by_voiding_and_feeding_again(acme: Organization) -> None:
    to_acme = ("--organization", "acme")
    assert import_case("47-naive-local.csv", *to_acme, "--naive-times", "UTC")[0] == 0
    assert import_case("47-fixed.csv", *to_acme)[0] == 1
    assert void(*to_acme, "n1", "--yes")[0] == 0
    assert import_case("47-fixed.csv", *to_acme)[0] == 0
    assert Run.objects.get().started_at == datetime(2026, 11, 11, 5, tzinfo=UTC)
    assert import_case("47-naive-local.csv", *to_acme, "--naive-times", "UTC")[0] == 1
    assert Account.objects.get().usage_total_usd == Decimal(5)
    assert check_figures(acme) == []


def test_32_a_final_cost_becomes_unknown_only_by_a_void(acme: Organization) -> None:
    to_acme = ("--organization", "acme")
    import_case("31-a.csv", *to_acme)
    import_case("32-a.csv", *to_acme, "--correct")
    run = Run.objects.get()
    assert (run.cost_status, run.total_cost_usd is None) == ("final", False)
    assert void(*to_acme, run.run_id, "--yes")[0] == 0
    import_case("32-a.csv", *to_acme, "--again")
    assert (Run.objects.get().cost_status, Account.objects.get().usage_total_usd) == ("unpriced", 0)
