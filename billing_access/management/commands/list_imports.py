"""``manage.py list_imports``: list the imports, newest first, with what each did."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Exists, OuterRef, QuerySet

from billing_access.billing.ingest.models import Batch, RunChange, VoidedRun
from billing_access.billing.models import Run
from billing_access.billing.money import format_usd
from billing_access.management.arguments import organization_argument
from billing_audit.canonical_json import write_time
from orgs.management.counts import counted
from orgs.models import Organization


class Command(BaseCommand):
    """Each batch has a number, which ``void_runs --batch`` takes. Counts and sums are over all its organizations."""

    help = "List imports, newest first: number, times, who, file, counts, sums and options."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--organization",
            metavar="SLUG",
            help="Only imports that added runs of this organization, or changed live ones.",
        )
        parser.add_argument("--limit", type=int, default=20, metavar="NUMBER", help="Default: 20.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["limit"] < 1:
            raise CommandError("--limit must be at least 1.")
        batches = Batch.objects.order_by("-pk")
        if options["organization"]:
            batches = _of(organization_argument(options["organization"]), batches)
        shown = list(batches[: options["limit"]])
        for batch in shown:
            self.stdout.write(description(batch))
        if not shown:
            self.stdout.write("There are no imports.")


def description(batch: Batch) -> str:
    """Return the lines that describe an import."""
    ended = f"finished {write_time(batch.finished_at)}" if batch.finished_at else "not finished"
    # Quoted, so that a file's name with control characters cannot act on the terminal.
    file = f", file {json.dumps(batch.file)}" if batch.file else ""
    return "\n".join(
        [
            f"Batch {batch.pk}: started {write_time(batch.started_at)}, {ended}, by {batch.started_by}{file}",
            f"  {counted(batch.read, 'row')}: {batch.inserted} new, {batch.updated} changed, {batch.unchanged} "
            f"unchanged, {batch.repeated} repeated, {batch.stale} stale, {batch.refused} refused; {batch.corrected} "
            f"corrected, {batch.rounded} rounded, {batch.unpriced} without a cost",
            f"  Accepted: cost {format_usd(batch.total_cost_usd)} USD, {counted(batch.llm_tokens_in, 'token')} in, "
            f"{counted(batch.llm_tokens_out, 'token')} out, {batch.llm_tokens_cached} cached. "
            f"Usage changed by {format_usd(batch.usage_moved_usd)} USD, offset {format_usd(batch.offset_usd)} USD",
            f"  Options: {json.dumps(batch.options, sort_keys=True)}",
        ]
    )


def _of(organization: Organization, batches: QuerySet[Batch]) -> QuerySet[Batch]:
    by = {"batch": OuterRef("pk")}
    return batches.filter(
        Exists(Run.objects.filter(organization=organization, **by))
        | Exists(VoidedRun.objects.filter(organization=organization, **by))
        | Exists(RunChange.objects.filter(run__organization=organization, **by))
    )
