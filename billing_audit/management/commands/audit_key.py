"""``manage.py audit_key``: make a key for the seal."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing_audit.signed_notes import InvalidKey, Signer


class Command(BaseCommand):
    """The signing key is printed once and kept nowhere."""

    help = "Make a key for the seal: what signs (AUDIT_SIGNING_KEY, the sealer's alone) and what verifies."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--name", default="billing-access", help="whose key it is, such as billing.example.com")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        try:
            signer = Signer.generate(name)
        except InvalidKey as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"AUDIT_SIGNING_KEY={signer.text()}\nAUDIT_VERIFIERS={signer.verifier}")
