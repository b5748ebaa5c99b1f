"""``manage.py record_restore``: state what a restore from a backup lost, and close what it revived."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing_access.access.services.restores import record_restore
from billing_audit.settings import audit_settings
from billing_audit.signed_notes import InvalidNote
from billing_audit.transparency.checkpoints import InvalidCheckpoints, read_checkpoints
from billing_audit.transparency.statements import CannotState, StatementWriter
from orgs import actors


class Command(BaseCommand):
    """Run it as the owner of the tables after a restore, before the sealer and the site start."""

    help = (
        "State in each audit log what a restore from a backup lost, and let the log go on under its next name. Suspends"
        " billing reads of every organization until staff lift it, and ends sessions, invitations, mailed links and"
        " recovery codes. Needs AUDIT_STATEMENT_KEY and AUDIT_CHECKPOINTS, where a signed statement is published first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--reason", required=True, help="a ticket number; not a name, because the reason stays in the audit log"
        )
        parser.add_argument(
            "--against",
            required=True,
            metavar="CHECKPOINTS",
            help="all checkpoints that were published: a folder or an object store",
        )

    def handle(self, *args: Any, reason: str, against: str, **options: Any) -> None:
        if not reason.strip():
            raise CommandError("--reason must not be empty.")
        if not audit_settings.verifiers:
            raise CommandError("AUDIT_VERIFIERS is not set. Set it to the public keys of the checkpoints' signers.")
        try:
            recorded = record_restore(
                actor=actors.command("record_restore"),
                statements=StatementWriter.from_settings(reason.strip()),
                published=read_checkpoints(against),
                verifiers=audit_settings.verifiers,
            )
        except (CannotState, InvalidCheckpoints) as error:
            raise CommandError(str(error)) from None
        except InvalidNote as error:
            raise CommandError(f"A published checkpoint does not count: {error}. Nothing was changed.") from None
        for restore in recorded.restores:
            for log, remains in restore.logs.items():
                self.stdout.write(f"{log}: {remains.description}; the log goes on as {restore.log}")
        ended = "no session could be ended: end them all" if recorded.sessions is None else f"{recorded.sessions} ended"
        self.stdout.write(
            f"Suspended billing reads of {recorded.suspended} organizations. Invitations revoked:"
            f" {recorded.invitations}. Sessions: {ended}."
        )
        if recorded.restores:
            self.stdout.write(
                f"Nothing is known after {recorded.restores[0].known_until}. Id of the restore:"
                f" {recorded.restores[0].id}"
            )
