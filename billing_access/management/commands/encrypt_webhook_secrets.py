"""``manage.py encrypt_webhook_secrets``: encrypt webhooks' secrets again with the first of WEBHOOK_ENCRYPTION_KEYS."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from billing_access.webhooks.services import encrypt_webhook_secrets
from orgs import actors
from orgs.management.counts import counted


class Command(BaseCommand):
    """Encrypts all of them in one transaction, or none."""

    help = (
        "Encrypt the secret of every webhook again, with the first key of WEBHOOK_ENCRYPTION_KEYS. Afterwards you can "
        "remove the other keys."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = encrypt_webhook_secrets(actor=actors.command("encrypt_webhook_secrets"))
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"Encrypted with the first key: the secrets of {counted(count, 'webhook')}.")
