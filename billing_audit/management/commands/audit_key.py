"""``manage.py audit_key``: generate the key that signs checkpoints."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing_audit.signed_notes import InvalidKey, Signer


class Command(BaseCommand):
    """Prints the signing key once and stores it nowhere."""

    help = (
        "Generate a key pair for the audit log and print it: AUDIT_SIGNING_KEY, which only the sealer needs, and"
        " AUDIT_VERIFIERS, the public key to verify with."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--name", default="billing-access", help="the key's name, such as billing.example.com")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        try:
            signer = Signer.generate(name)
        except InvalidKey as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"AUDIT_SIGNING_KEY={signer.text()}\nAUDIT_VERIFIERS={signer.verifier}")
