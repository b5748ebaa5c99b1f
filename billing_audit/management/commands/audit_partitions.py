"""``manage.py audit_partitions``: create the audit log's partitions ahead of time."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing_audit.storage.partitions import MOST_MOVED, alarms, make_partitions
from billing_audit.storage.table_locks import InUse


class Command(BaseCommand):
    """Run it once a day as the owner of the tables. It exits with 1 and a list of faults if there are any."""

    help = (
        "Create the audit log's partitions for this month and the next three."
        " Exit code 1 if a partition is missing or a default partition holds rows."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="only check; create nothing")
        parser.add_argument(
            "--move-all",
            action="store_true",
            help=f"also move more than {MOST_MOVED} rows out of a default partition; readers wait meanwhile",
        )

    def handle(self, *args: Any, check: bool, move_all: bool, **options: Any) -> None:
        faults = []
        if not check:
            try:
                created = make_partitions(most_moved=sys.maxsize - 1 if move_all else MOST_MOVED)
                self.stdout.write(f"Created: {', '.join(created) or 'none, all partitions exist'}.")
            except InUse as error:
                faults.append(str(error))
        if faults := [*faults, *alarms()]:
            raise CommandError("\n".join(faults))
