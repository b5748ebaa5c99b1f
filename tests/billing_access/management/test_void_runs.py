"""``manage.py void_runs``: says what it would void, voids with ``--yes``; exit code 1 where runs are left."""

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from billing_access.billing.ingest.models import VoidedRun
from billing_access.billing.models import Account, Run
from billing_audit.models import AuditEvent
from orgs.models import Organization

pytestmark = pytest.mark.django_db
DRY = "Nothing was changed. Add --yes to void the runs.\n"


def void(*arguments: str) -> tuple[int, str]:
    """Run the command with a reason; return its exit code and what it printed."""
    out = io.StringIO()
    try:
        call_command("void_runs", *arguments, "--reason", "Ticket 7", stdout=out)
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
