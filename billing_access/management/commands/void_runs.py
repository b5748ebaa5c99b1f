"""``manage.py void_runs``: take runs, or those that an import added, out of usage, sums and balance."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing_access.billing.ingest.models import Batch
from billing_access.billing.ingest.void import Voided
from billing_access.billing.money import format_usd
from billing_access.billing.operators import InvalidChange, void_batch, void_runs
from billing_access.management.arguments import organization_argument
from orgs import actors
from orgs.management.counts import counted


class Command(BaseCommand):
    """Exit code 0: everything named is void, or would be; 1: an id is unknown, or runs of the batch are left."""

    help = (
        "Void runs by their ids, or the runs that an import added. Without --yes nothing is changed: it only prints "
        "what would be voided. Repeating it changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("run_ids", nargs="*", metavar="RUN_ID", help="Runs of the organization.")
        target = parser.add_mutually_exclusive_group(required=True)
        target.add_argument("--organization", metavar="SLUG")
        target.add_argument("--batch", type=int, metavar="NUMBER", help="An import, as list_imports shows it.")
        parser.add_argument("--reason", required=True, help="Recorded on the audit log of each organization.")
        parser.add_argument("--yes", action="store_true", help="Void the runs.")

    def handle(self, *args: Any, **options: Any) -> None:
        void = self._void_batch if options["batch"] is not None else self._void_runs
        try:
            is_complete = void(options)
        except InvalidChange as error:
            raise CommandError(str(error)) from None
        if not options["yes"]:
            self.stdout.write("Nothing was changed. Add --yes to void the runs.")
        if not is_complete:
            sys.exit(1)

    def _void_runs(self, options: dict[str, Any]) -> bool:
        organization = organization_argument(options["organization"])
        voided = void_runs(organization, options["run_ids"], **_how(options))
        if voided.run_count:
            self._show(voided)
        if voided.before_count:
            self.stdout.write(f"{organization.slug}: {counted(voided.before_count, 'run')} voided before")
        return True

    def _void_batch(self, options: dict[str, Any]) -> bool:
        if options["run_ids"]:
            raise CommandError("Give run ids with --organization, or --batch alone.")
        batch = Batch.objects.filter(pk=options["batch"]).first()
        if batch is None:
            raise CommandError(f"There is no batch {options['batch']}. manage.py list_imports lists them.")
        done = void_batch(batch, **_how(options))
        for voided in done.voided:
            self._show(voided)
        if not done.voided:
            self.stdout.write(f"{batch} has no runs to void.")
        if batch.finished_at is None:
            self.stdout.write(f"{batch} has not ended. If its import is still running, repeat this once it has.")
        for left in done.left:
            self.stdout.write(f"{left.organization}: left {left.run_id}: {left.reason}")
        return not done.left

    def _show(self, voided: Voided) -> None:
        verb = "would be voided" if voided.revision is None else f"voided at revision {voided.revision}"
        self.stdout.write(
            f"{voided.organization.slug}: {counted(voided.run_count, 'run')} {verb}, cost "
            f"{format_usd(voided.total_cost_usd)} USD, offset {format_usd(voided.offset_usd)} USD"
        )


def _how(options: dict[str, Any]) -> dict[str, Any]:
    return {"reason": options["reason"], "actor": actors.command("void_runs"), "dry_run": not options["yes"]}
