"""``manage.py check_figures``: check runs, rollups, entries and totals against each other, and mend the sums."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from billing_access.billing.operators import check_figures, repair_figures
from billing_access.management.arguments import organization_argument
from orgs import actors
from orgs.models import Organization


class Command(BaseCommand):
    """Exit code 0: all agree, or do now; 1: the first difference of each organization is printed."""

    help = "Check every organization's figures, or one's, against its runs and balance entries."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organization", metavar="SLUG")
        parser.add_argument(
            "--repair", action="store_true", help="Make rollups and totals that differ anew; readers go on meanwhile."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        slug, mend = options["organization"], options["repair"]
        organizations = [organization_argument(slug)] if slug else Organization.objects.order_by("pk").iterator()
        checked, faulty = 0, 0
        for organization in organizations:
            checked += 1
            faulty += not (self._repair(organization) if mend else self._check(organization))
        if faulty:
            self.stdout.write(f"The figures of {faulty} of {checked} organization{_s(checked)} differ.")
            sys.exit(1)
        self.stdout.write(f"The figures of {checked} organization{_s(checked)} agree.")

    def _check(self, organization: Organization) -> bool:
        differences = check_figures(organization)
        if differences:
            self.stdout.write(f"{organization.slug}: {differences[0]}")
        return not differences

    def _repair(self, organization: Organization) -> bool:
        repair = repair_figures(organization, actor=actors.command("check_figures"))
        if repair.found:
            self.stdout.write(f"{organization.slug}: {repair.found[0]}")
            rows = repair.rollup_rows
            self.stdout.write(f"{organization.slug}: repaired, {rows} row{_s(rows)} of rollups made anew")
        if repair.left:
            self.stdout.write(f"{organization.slug}: cannot be repaired: {repair.left[0]}")
        return not repair.left


def _s(number: int) -> str:
    return "" if number == 1 else "s"
