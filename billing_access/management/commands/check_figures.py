"""``manage.py check_figures``: check that runs, rollups, entries and totals agree, and repair the sums."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from billing_access.billing.ledger.feed_health import CHECKED
from billing_access.billing.operators import check_figures, repair_figures
from billing_access.management.arguments import organization_argument
from billing_audit.record import record
from orgs import actors
from orgs.management.counts import counted
from orgs.models import Organization


class Command(BaseCommand):
    """Exit code 0: all figures agree, or were repaired; 1: some differ (each organization's first one is printed).

    A check of all organizations is recorded on the platform's log, with how many differ.
    """

    help = "Check the figures of every organization, or of one, against its runs and balance entries."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organization", metavar="SLUG")
        parser.add_argument(
            "--repair", action="store_true", help="Rebuild rollups and totals that differ; readers do not wait."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        slug, repair = options["organization"], options["repair"]
        organizations = [organization_argument(slug)] if slug else Organization.objects.order_by("pk")
        checked, faulty = 0, 0
        for organization in organizations:
            checked += 1
            faulty += not (self._repair(organization) if repair else self._check(organization))
        if not slug:
            details = {"organizations": checked, "differing": faulty}
            record(CHECKED, organization_id=None, actor=actors.command("check_figures"), details=details)
        if faulty:
            self.stdout.write(f"The figures of {faulty} of {counted(checked, 'organization')} differ.")
            sys.exit(1)
        self.stdout.write(f"The figures of {counted(checked, 'organization')} agree.")

    def _check(self, organization: Organization) -> bool:
        differences = check_figures(organization)
        if differences:
            self.stdout.write(f"{organization.slug}: {differences[0]}")
        return not differences

    def _repair(self, organization: Organization) -> bool:
        repair = repair_figures(organization, actor=actors.command("check_figures"))
        if repair.found:
            self.stdout.write(f"{organization.slug}: {repair.found[0]}")
            rebuilt = counted(repair.rollup_rows, "rollup row")
            self.stdout.write(f"{organization.slug}: repaired, {rebuilt} rebuilt")
        if repair.left:
            self.stdout.write(f"{organization.slug}: cannot be repaired: {repair.left[0]}")
        return not repair.left
