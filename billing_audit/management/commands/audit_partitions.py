"""``manage.py audit_partitions``: make the record's partitions ahead of time."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError

from billing_audit.storage.partitions import alarms, make_partitions


class Command(BaseCommand):
    """For the owner of the tables, once a day; exits 1 with what is wrong."""

    help = "Make the record's partitions of this month and the three to come; exit 1 where rows lie outside of all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="make nothing, only look")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        if not check:
            try:
                made = make_partitions()
            except IntegrityError as error:
                raise CommandError(f"A month cannot be made while the rest holds rows of it: {error}") from None
            self.stdout.write(f"Made: {', '.join(made) or 'none, all were there'}.")
        if wrong := list(alarms()):
            raise CommandError("\n".join(wrong))
