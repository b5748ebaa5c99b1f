"""``manage.py check_figures``: check that runs, rollups, entries and totals agree, and repair the sums."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from billing_access.billing.ledger.figures_of_all import FiguresCheck, check_further, record_check
from billing_access.billing.operators import check_figures, repair_figures
from billing_access.management.arguments import organization_argument
from orgs import actors
from orgs.management.counts import counted
from orgs.models import Organization


class Command(BaseCommand):
    """Exit code 0: all figures agree, or were repaired; 1: some differ (each organization's first one is printed).

    It is 1 too if an organization could not be checked; the others are checked even so. A check of all organizations is
    recorded on the platform's log, with how many differ.
    """

    help = "Check the figures of every organization, or of one, against its runs and balance entries."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organization", metavar="SLUG")
        parser.add_argument(
            "--repair", action="store_true", help="Rebuild rollups and totals that differ; readers do not wait."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        slug, agrees = options["organization"], self._repair if options["repair"] else self._check
        if slug:
            check = FiguresCheck(organizations=1, differing=int(not agrees(organization_argument(slug))))
        else:
            check = FiguresCheck()
            check_further(check, agrees)
            record_check(check, actor=actors.command("check_figures"))
        number = counted(check.organizations, "organization")
        if check.found_nothing:
            self.stdout.write(f"The figures of {number} agree.")
            return
        if check.unchecked:
            named = ", ".join(check.unchecked_slugs)
            self.stdout.write(f"{check.unchecked} of {number} could not be checked, as the log above says: {named}")
        if check.differing:
            self.stdout.write(f"The figures of {check.differing} of {number} differ.")
        sys.exit(1)

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
