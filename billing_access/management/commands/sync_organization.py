"""``manage.py sync_organization``: bring an organization's names and account to what the platform says."""

from argparse import ArgumentParser
from decimal import Decimal
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError

from billing_access.billing.models import BillingMode
from billing_access.billing.money import InvalidMoney, exact_usd, format_usd
from billing_access.billing.operators import KEEP, InvalidChange, sync_organization
from billing_access.management.arguments import organization_argument
from orgs import actors

_NONE: Final = "none"


class Command(BaseCommand):
    """Run again, it changes and records nothing. It makes an account and never an organization."""

    help = "Set an organization's external id, name, tier, mode, threshold and period; what is not given stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organization", required=True, metavar="SLUG")
        parser.add_argument("--external-id", metavar="ID", help="The platform's own id for the organization.")
        parser.add_argument("--name", help="The organization's name.")
        parser.add_argument("--tier", help="Such as pro; readers see it as billing_tier.")
        parser.add_argument("--mode", choices=BillingMode.values)
        parser.add_argument("--threshold", metavar="USD", help=f"The balance that is low, such as 10.00, or {_NONE}.")
        parser.add_argument("--period-start-day", type=int, metavar="DAY", help="1 to 28, at 00:00 UTC.")

    def handle(self, *args: Any, **options: Any) -> None:
        organization = organization_argument(options["organization"])
        given = {
            "external_id": options["external_id"],
            "name": options["name"],
            "billing_tier": options["tier"],
            "billing_mode": options["mode"],
            "period_start_day": options["period_start_day"],
        }
        try:
            account = sync_organization(
                organization,
                actor=actors.command("sync_organization"),
                low_balance_threshold_usd=_threshold(options["threshold"]),
                **{field: value for field, value in given.items() if value is not None},
            )
        except (InvalidChange, InvalidMoney) as error:
            raise CommandError(str(error)) from None
        threshold = account.low_balance_threshold_usd
        self.stdout.write(
            f"{organization.slug}: tier {account.billing_tier}, {account.billing_mode}, threshold "
            f"{_NONE if threshold is None else format_usd(threshold) + ' USD'}, periods from day "
            f"{account.period_start_day}."
        )


def _threshold(text: str | None) -> Any:
    if text is None:
        return KEEP
    return None if text == _NONE else exact_usd(text, allow_negative=True) or Decimal(0)
