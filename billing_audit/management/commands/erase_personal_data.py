"""``manage.py erase_personal_data``: erase one person, e-mail address or IP address from every table."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from billing_audit.command_actor import command
from billing_audit.request_context import plain_address
from billing_audit.storage.erasure import erase_personal_data
from billing_audit.transparency.event_check import NotAsSealed
from billing_audit.transparency.statements import CannotState, StatementWriter


class Command(BaseCommand):
    """Run it as the owner of the tables. Of the audit log it erases parts of events, which stay and still verify."""

    help = (
        "Erase one person, e-mail address or IP address: names, IP addresses and user agents of events, and everything"
        " outside of the audit log (the account, memberships, invitations, jobs, sessions). This cannot be undone."
        " Needs AUDIT_STATEMENT_KEY and AUDIT_CHECKPOINTS, where a signed statement is published first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        whose = parser.add_mutually_exclusive_group(required=True)
        whose.add_argument(
            "--user", metavar="ID", help="the id of a person, as in the actor of an event; deletes the account"
        )
        whose.add_argument("--email", help="the e-mail address of somebody who has no account")
        whose.add_argument("--address", help="an IP address")
        parser.add_argument(
            "--with-texts",
            action="store_true",
            help="also erase what was typed in these events (reasons, searches), and typed texts that name the person",
        )
        parser.add_argument(
            "--reason", required=True, help="a ticket number; not a name, because the reason stays in the audit log"
        )

    def handle(
        self,
        *args: Any,
        user: str | None,
        email: str | None,
        address: str | None,
        reason: str,
        with_texts: bool,
        **options: Any,
    ) -> None:
        if not (user or email or address or "").strip() or not reason.strip():
            raise CommandError("--reason, and --user, --email or --address, must not be empty.")
        plain = plain_address((address or "").strip())
        if address and not plain:
            raise CommandError(f"--address takes an IP address, such as 192.0.2.7, and not {address!r}.")
        try:
            erased = erase_personal_data(
                actor=command("erase_personal_data"),
                statements=StatementWriter.from_settings(reason.strip()),
                user_id=(user or "").strip(),
                email=(email or "").strip(),
                address=plain,
                with_texts=with_texts,
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        except (NotAsSealed, CannotState, ValueError) as error:
            raise CommandError(str(error)) from None
        for log, rows in erased.parts.items():
            self.stdout.write(f"{log or 'platform'}: {rows} parts of events")
        for what, rows in erased.rows.items():
            self.stdout.write(f"{what}: {rows}")
        if not erased.parts and not erased.rows:
            self.stdout.write("Nothing to erase.")
