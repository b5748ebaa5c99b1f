"""``manage.py audit_partitions``: create the audit log's partitions ahead of time."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError

from billing_audit.storage.partitions import alarms, make_partitions


class Command(BaseCommand):
    """Run it once a day as the owner of the tables. It exits with 1 and a list of faults if there are any."""

    help = (
        "Create the audit log's partitions for this month and the next three."
        " Exit code 1 if a partition is missing or a default partition holds rows."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="only check; create nothing")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        if not check:
            try:
                created = make_partitions()
            except IntegrityError as error:
                text = "A partition cannot be created while the default partition holds rows of its month"
                raise CommandError(f"{text}: {error}") from None
            self.stdout.write(f"Created: {', '.join(created) or 'none, all partitions exist'}.")
        if faults := list(alarms()):
            raise CommandError("\n".join(faults))
