"""``manage.py check_figures``: check runs, rollups, entries and totals against each other."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing_access.billing.maintenance import check_figures
from orgs.models import Organization


class Command(BaseCommand):
    """Exit code 0: all agree; 1: the first difference is printed."""

    help = "Check every organization's figures, or one's, against its runs and balance entries."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organization", metavar="SLUG")

    def handle(self, *args: Any, **options: Any) -> None:
        organizations = Organization.objects.order_by("pk")
        if options["organization"]:
            organizations = organizations.filter(slug=options["organization"])
            if not organizations:
                raise CommandError(f"There is no organization with the slug {options['organization']!r}.")
        checked = 0
        for organization in organizations.iterator():
            differences = check_figures(organization)
            if differences:
                self.stdout.write(f"{organization.slug}: {differences[0]}")
                sys.exit(1)
            checked += 1
        self.stdout.write(f"The figures of {checked} organization{'' if checked == 1 else 's'} agree.")
