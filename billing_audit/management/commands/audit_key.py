"""``manage.py audit_key``: generate the keys that sign checkpoints and statements."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing_audit.settings import audit_settings
from billing_audit.signed_notes import Signer


class Command(BaseCommand):
    """Prints the private keys once and stores them nowhere."""

    help = (
        "Generate two key pairs for the audit log, named AUDIT_ORIGIN, and print them: AUDIT_SIGNING_KEY, for the"
        " sealer alone, with its public key AUDIT_VERIFIERS; and AUDIT_STATEMENT_KEY, for purge_audit and"
        " erase_personal_data alone, with its public key AUDIT_STATEMENT_VERIFIERS."
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        if not audit_settings.AUDIT_ORIGIN:
            raise CommandError("AUDIT_ORIGIN is not set. Set it to the name of this deployment first.")
        for private, public in (
            ("AUDIT_SIGNING_KEY", "AUDIT_VERIFIERS"),
            ("AUDIT_STATEMENT_KEY", "AUDIT_STATEMENT_VERIFIERS"),
        ):
            signer = Signer.generate(audit_settings.AUDIT_ORIGIN)
            self.stdout.write(f"{private}={signer.text()}\n{public}={signer.verifier}")
