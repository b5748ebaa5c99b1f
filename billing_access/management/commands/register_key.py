"""``manage.py register_key``: register a key that the platform issued, so that it is accepted here."""

import sys
from argparse import SUPPRESS, ArgumentParser
from datetime import datetime, timedelta
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from billing_access.access.key_format import Secret
from billing_access.access.services import InvalidChange, register_platform_key
from billing_access.management.arguments import organization_argument
from billing_access.scopes import UnknownScope
from orgs import actors
from orgs.access import OrganizationClosed
from orgs.management.reasons import add_reason, reason_of

_SURPLUS: Final = (
    "Pass a secret on standard input, never as an argument: it is now in the shell's history and in the list of "
    "processes. Treat it as leaked."
)


class Command(BaseCommand):
    """Reads the secret on standard input and stores its SHA-256; needs ``PLATFORM_KEYS=on``."""

    help = "Register a key that the platform issued. Its secret is read from standard input and never stored."

    def add_arguments(self, parser: ArgumentParser) -> None:
        # Accepted only so that `handle` can refuse it: argparse's own error would print the secret.
        parser.add_argument("surplus", nargs="*", help=SUPPRESS)
        parser.add_argument("--organization", required=True, metavar="SLUG")
        parser.add_argument("--name", required=True)
        parser.add_argument(
            "--scopes", required=True, help="Separated by commas, for example billing.state:read,runs:read."
        )
        add_reason(parser)
        parser.add_argument(
            "--expires", required=True, metavar="DAYS|TIME", help="For example 90, or 2026-04-14T16:36:43Z."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["surplus"]:
            raise CommandError(_SURPLUS)
        organization = organization_argument(options["organization"])
        try:
            key = register_platform_key(
                organization,
                actor=actors.command("register_key"),
                secret=Secret(sys.stdin.read().strip()),
                name=options["name"],
                scopes=[scope.strip() for scope in options["scopes"].split(",") if scope.strip()],
                expires_at=_time(options["expires"]),
                reason=reason_of(options),
            )
        except (InvalidChange, UnknownScope, OrganizationClosed) as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"registered: {key.pk} {key.name} ({key.hint}) of {organization.slug}")


def _time(text: str) -> datetime:
    if text.isdecimal():
        return timezone.now() + timedelta(days=int(text[:6]))
    try:
        time = datetime.fromisoformat(text)
        if time.tzinfo is None:
            raise ValueError("no offset")
    except ValueError:
        raise CommandError(
            f"--expires {text!r} is neither a number of days nor a time with its offset such as 2026-04-14T16:36:43Z."
        ) from None
    return time
