"""``manage.py erase_personal_data``: erase a person's data beside the events of the record."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing_audit.record import Actor
from billing_audit.storage.erasure import erase_personal_data


class Command(BaseCommand):
    """For the owner of the tables. The events stay, by id; names, addresses and user agents go."""

    help = "Erase names, addresses and user agents beside the events of one person or one address. Not to be undone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        whose = parser.add_mutually_exclusive_group(required=True)
        whose.add_argument("--user", metavar="ID", help="the id of a person, as actors have it on the record")
        whose.add_argument("--address", help="an IP address, as the record has it")
        parser.add_argument("--reason", required=True, help="the request's number; no name: it stays on the record")

    def handle(self, *args: Any, user: str | None, address: str | None, reason: str, **options: Any) -> None:
        if not (user or address or "").strip() or not reason.strip():
            raise CommandError("--user or --address, and --reason, must say something.")
        erased = erase_personal_data(
            actor=Actor("system", "erase_personal_data", "manage.py erase_personal_data"),
            reason=reason.strip(),
            user_id=(user or "").strip(),
            address=(address or "").strip(),
        )
        for log, rows in erased.items():
            self.stdout.write(f"{log or 'platform'}: {rows} events")
        if not erased:
            self.stdout.write("Nothing to erase.")
