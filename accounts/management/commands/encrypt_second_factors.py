"""``manage.py encrypt_second_factors``: encrypt all second factors again with the first of MFA_ENCRYPTION_KEYS."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from accounts.second_factor import encrypt_second_factors
from orgs import actors
from orgs.management.counts import counted


class Command(BaseCommand):
    """Encrypts all of them in one transaction, or none."""

    help = (
        "Encrypt every second factor again, with the first key of MFA_ENCRYPTION_KEYS. Afterwards you can remove the "
        "other keys."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = encrypt_second_factors(actor=actors.command("encrypt_second_factors"))
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"Encrypted with the first key: {counted(count, 'second factor')}.")
