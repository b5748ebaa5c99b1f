"""``manage.py record_failover``: accept that a replica took over and lost nothing."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing_access.access.services.restores import record_failover
from orgs import actors


class Command(BaseCommand):
    """Run it after a failover to a replica that had every commit of the primary."""

    help = (
        "Accept the database's new timeline after a failover to a replica that had every commit, so that keys read"
        " again. If it may lack one, run record_restore instead."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--nothing-lost", action="store_true", help="the replica had every commit of the primary; required"
        )
        parser.add_argument("--reason", required=True, help="recorded on the platform's audit log")

    def handle(self, *args: Any, nothing_lost: bool, reason: str, **options: Any) -> None:
        if not nothing_lost:
            raise CommandError(
                "Say --nothing-lost if the replica had every commit of the primary. If it may lack one, run"
                " `manage.py record_restore`: a revocation may be lost."
            )
        if not reason.strip():
            raise CommandError("--reason must not be empty.")
        is_new = record_failover(actor=actors.command("record_failover"), reason=reason.strip())
        self.stdout.write("Accepted." if is_new else "It was accepted before. Nothing was changed.")
