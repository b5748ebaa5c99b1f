"""``manage.py encrypt_second_factors``: write them anew under the first of MFA_ENCRYPTION_KEYS."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from accounts.second_factor import encrypt_second_factors
from orgs import actors


class Command(BaseCommand):
    """All of them in one transaction, or none."""

    help = "Encrypt every second factor under the first key of MFA_ENCRYPTION_KEYS; afterwards the others may go."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            written = encrypt_second_factors(actor=actors.command("encrypt_second_factors"))
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"Written anew under the first key: {written}.")
