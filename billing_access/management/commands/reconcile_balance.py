"""``manage.py reconcile_balance``: adjust a balance to the one of an external biller."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing_access.billing.models import Account
from billing_access.billing.money import InvalidMoney, exact_usd, format_usd
from billing_access.billing.operators import InvalidChange, reconcile_balance
from billing_access.management.arguments import organization_argument, time_argument
from orgs import actors


class Command(BaseCommand):
    """A reference that is recorded already changes nothing. With another balance or an older time it is refused."""

    help = "Record an external biller's balance at a time, and append an adjustment by its difference to our own."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organization", required=True, metavar="SLUG")
        parser.add_argument("--balance", required=True, metavar="USD", help="Such as 41.23, or --balance=-5.")
        parser.add_argument("--observed-at", required=True, metavar="TIME", help="RFC 3339 with an offset.")
        parser.add_argument("--reference", required=True, help="Unique in the organization, such as a statement's id.")
        parser.add_argument("--note", default="", help="Kept with the adjustment.")

    def handle(self, *args: Any, **options: Any) -> None:
        organization = organization_argument(options["organization"])
        observed_at = time_argument("--observed-at", options["observed_at"])
        try:
            done = reconcile_balance(
                organization,
                balance_usd=exact_usd(options["balance"], allow_negative=True),
                observed_at=observed_at,
                reference=options["reference"],
                note=options["note"],
                actor=actors.command("reconcile_balance"),
            )
        except (InvalidChange, InvalidMoney) as error:
            raise CommandError(str(error)) from None
        self.stdout.write(
            f"Recorded a balance of {format_usd(done.balance_usd)} USD at {options['observed_at']}, adjusted by "
            f"{format_usd(done.difference_usd)} USD (reference {done.reference}, revision {done.revision})."
        )
        through = Account.objects.get(pk=organization.pk).usage_through
        if through is not None and through < observed_at:
            self.stdout.write(
                f"The feed is complete only until {through:%Y-%m-%dT%H:%M:%SZ}: what is fed later for a time before "
                f"{options['observed_at']} is offset, so that the balance of that time stays as reported."
            )
