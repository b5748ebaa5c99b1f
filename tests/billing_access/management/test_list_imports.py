"""``manage.py list_imports``: the imports, newest first, with counts, sums and options."""

import io
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from billing_access.billing.ingest.models import Batch
from billing_access.billing.operators import void_runs
from orgs.actors import command
from orgs.models import Organization

pytestmark = pytest.mark.django_db


def imports(*arguments: str) -> str:
    out = io.StringIO()
    call_command("list_imports", *arguments, stdout=out)
    return out.getvalue()


def numbers(*arguments: str) -> list[int]:
    """Return the numbers of the listed batches, in order."""
    lines = imports(*arguments).splitlines()
    return [int(line.split(":")[0].removeprefix("Batch ")) for line in lines if line.startswith("Batch ")]


def test_each_is_described(acme: Organization, feed: Any, run: Any) -> None:
    assert imports() == "There are no imports.\n"
    batch = feed(
        acme, run("a", llm_tokens_in=5), run("b", total_cost_usd=""), {"run_id": "c"},
        file="ru\x1bns.csv", options={"status": "completed"},
    ).report  # fmt: skip
    began, ended = datetime(2026, 4, 1, tzinfo=UTC), datetime(2026, 4, 1, 0, 1, tzinfo=UTC)
    Batch.objects.filter(pk=batch.pk).update(started_at=began, finished_at=ended)
    assert imports() == (
        f"Batch {batch.pk}: started 2026-04-01T00:00:00Z, finished 2026-04-01T00:01:00Z, by system tests, "
        'file "ru\\u001bns.csv"\n'
        "  3 rows: 2 new, 0 changed, 0 unchanged, 0 repeated, 0 stale, 1 refused; 0 corrected, 0 rounded, "
        "1 without a cost\n"
        "  Accepted: cost 1.00 USD, 5 tokens in, 0 tokens out, 0 cached. Usage changed by 1.00 USD, offset 0.00 USD\n"
        '  Options: {"status": "completed"}\n'
    )
    Batch.objects.update(finished_at=None, file="")
    assert "started 2026-04-01T00:00:00Z, not finished, by system tests\n" in imports()


def test_newest_first_of_all_or_of_one_organization(
    acme: Organization, other: Organization, feed: Any, run: Any
) -> None:
    first = feed(acme, run("a", status="running"), run("b")).report
    theirs = feed(other, run("a")).report
    changing = feed(acme, run("a", total_cost_usd="2")).report
    unchanged = feed(acme, run("a", total_cost_usd="2")).report
    taken_back = feed(acme, run("c")).report
    void_runs(acme, ["c"], reason="Ticket 7", actor=command("tests"))
    every = [each.pk for each in (taken_back, unchanged, changing, theirs, first)]
    assert numbers() == every
    assert numbers("--limit", "2") == every[:2]
    assert numbers("--organization", "acme") == [taken_back.pk, changing.pk, first.pk]
    assert numbers("--organization", "acme", "--limit", "1") == [taken_back.pk]
    assert numbers("--organization", "other") == [theirs.pk]


def test_what_cannot_be_meant_is_refused(acme: Organization) -> None:
    with pytest.raises(CommandError, match="--limit must be at least 1"):
        imports("--limit", "0")
    with pytest.raises(CommandError, match="no organization with the slug"):
        imports("--organization", "nobody")
