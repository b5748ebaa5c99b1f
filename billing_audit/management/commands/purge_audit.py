"""``manage.py purge_audit``: empty and drop the months of the audit log that are older than the retention."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing_audit.command_actor import command
from billing_audit.settings import audit_settings
from billing_audit.signed_notes import InvalidNote
from billing_audit.storage.retention import LeftBehind, NotSealedYet, purge
from billing_audit.storage.table_locks import InUse
from billing_audit.transparency.event_check import NotAsSealed
from billing_audit.transparency.statements import CannotState, StatementWriter


class Command(BaseCommand):
    """Run it as the owner of the tables, once a day or once a month."""

    help = (
        "Empty and drop the months of the audit log that ended more than AUDIT_RETENTION_DAYS ago. Each log records it."
        " Needs AUDIT_STATEMENT_KEY and AUDIT_CHECKPOINTS, where a signed statement is published first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--reason", default="AUDIT_RETENTION_DAYS", help="a reference for the statement, such as a ticket number"
        )

    def handle(self, *args: Any, reason: str, **options: Any) -> None:
        retention = timedelta(days=audit_settings.AUDIT_RETENTION_DAYS)
        actor = command("purge_audit")
        try:
            purged = purge(retention, actor=actor, statements=StatementWriter.from_settings(reason))
        except (NotSealedYet, LeftBehind, NotAsSealed, InUse, CannotState) as error:
            raise CommandError(str(error)) from None
        except InvalidNote as error:
            raise CommandError(f"The statement about the last purge does not hold: {error}.") from None
        for month, events in purged:
            self.stdout.write(f"Purged {month.name}: {events} events.")
        if not purged:
            self.stdout.write(f"Nothing is older than {retention.days} days.")
