"""``manage.py erase_personal_data``: erase the personal data of one person or address from the audit log."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing_audit.command_actor import command
from billing_audit.request_context import plain_address
from billing_audit.storage.erasure import erase_personal_data
from billing_audit.transparency.event_check import NotAsSealed
from billing_audit.transparency.statements import CannotState, StatementWriter


class Command(BaseCommand):
    """Run it as the owner of the tables. It erases parts of events; the events stay, and still verify."""

    help = (
        "Erase names, IP addresses and user agents of all events of one person or one address. This cannot be undone."
        " Needs AUDIT_STATEMENT_KEY and AUDIT_CHECKPOINTS, where a signed statement is published first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        whose = parser.add_mutually_exclusive_group(required=True)
        whose.add_argument("--user", metavar="ID", help="the id of a person, as in the actor of an event")
        whose.add_argument("--address", help="an IP address")
        parser.add_argument(
            "--with-texts",
            action="store_true",
            help="also erase what was typed in these events: reasons, names of organizations, searches",
        )
        parser.add_argument(
            "--reason", required=True, help="a ticket number; not a name, because the reason stays in the audit log"
        )

    def handle(
        self, *args: Any, user: str | None, address: str | None, reason: str, with_texts: bool, **options: Any
    ) -> None:
        if not (user or address or "").strip() or not reason.strip():
            raise CommandError("--reason, and --user or --address, must not be empty.")
        plain = plain_address((address or "").strip())
        if address and not plain:
            raise CommandError(f"--address takes an IP address, such as 192.0.2.7, and not {address!r}.")
        try:
            erased = erase_personal_data(
                actor=command("erase_personal_data"),
                statements=StatementWriter.from_settings(reason.strip()),
                user_id=(user or "").strip(),
                address=plain,
                with_texts=with_texts,
            )
        except (NotAsSealed, CannotState) as error:
            raise CommandError(str(error)) from None
        for log, rows in erased.items():
            self.stdout.write(f"{log or 'platform'}: {rows} parts of events")
        if not erased:
            self.stdout.write("Nothing to erase.")
