"""``manage.py sync_organization``: set an organization's names and account to the platform's values."""

from argparse import ArgumentParser
from decimal import Decimal
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from billing_access.billing.ledger.unit_prices import count_older_prices
from billing_access.billing.models import MAX_STALE_HOURS, BillingMode, UnitPrice
from billing_access.billing.money import InvalidMoney, exact_usd, format_usd
from billing_access.billing.operators import UNSET, InvalidChange, set_unit_price, sync_organization
from billing_access.management.arguments import organization_argument, time_argument
from orgs import actors
from orgs.management.counts import counted
from orgs.models import Organization

_NONE: Final = "none"


class Command(BaseCommand):
    """Equal values change and record nothing. It opens an account if needed, but never creates an organization."""

    help = (
        "Set an organization's external id, name, tier, mode, threshold, period, when its figures are stale and what "
        "its units cost; other values stay as they are."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organization", required=True, metavar="SLUG")
        parser.add_argument("--external-id", metavar="ID", help="The platform's id for the organization.")
        parser.add_argument("--name", help="The organization's name.")
        parser.add_argument("--tier", help="For example pro; readers see it as billing_tier.")
        parser.add_argument("--mode", choices=BillingMode.values)
        parser.add_argument(
            "--threshold", metavar="USD", help=f"A balance at or below it is low: for example 10.00, or {_NONE}."
        )
        parser.add_argument(
            "--period-start-day", type=int, metavar="DAY", help="1 to 31, at 00:00 UTC; in shorter months the last day."
        )
        parser.add_argument("--unit-price", metavar="USD", help="What a unit costs; a feed's `units` are priced by it.")
        parser.add_argument("--cached-unit-price", metavar="USD", help="What one of a feed's `cached_units` costs.")
        parser.add_argument(
            "--price-from",
            metavar="TIME",
            help="The prices are for runs that start then or later. Not needed for the first price.",
        )
        parser.add_argument(
            "--stale-after",
            metavar="HOURS",
            help=f"Figures that are complete only until longer ago are stale: 1 to {MAX_STALE_HOURS}, or {_NONE}.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        organization = organization_argument(options["organization"])
        values = {
            "external_id": options["external_id"],
            "name": options["name"],
            "billing_tier": options["tier"],
            "billing_mode": options["mode"],
            "period_start_day": options["period_start_day"],
        }
        try:
            with transaction.atomic():
                account = sync_organization(
                    organization,
                    actor=actors.command("sync_organization"),
                    low_balance_threshold_usd=_threshold(options["threshold"]),
                    stale_after_hours=_hours(options["stale_after"]),
                    **{field: value for field, value in values.items() if value is not None},
                )
                price = _set_price(organization, options)
        except (InvalidChange, InvalidMoney) as error:
            raise CommandError(str(error)) from None
        threshold, hours = account.low_balance_threshold_usd, account.stale_after_hours
        self.stdout.write(
            f"{organization.slug}: tier {account.billing_tier}, {account.billing_mode}, threshold "
            f"{_NONE if threshold is None else format_usd(threshold) + ' USD'}, periods from day "
            f"{account.period_start_day}, stale after {_NONE if hours is None else counted(hours, 'hour')}."
        )
        if price is not None:
            self.stdout.write(_price_line(price))


def _set_price(organization: Organization, options: dict[str, Any]) -> UnitPrice | None:
    """Set the prices that were given; None without any."""
    given = {f"{name}_usd": options[name] for name in ("unit_price", "cached_unit_price")}
    prices = {name: exact_usd(text) for name, text in given.items() if text is not None}
    start = options["price_from"]
    if not prices:
        if start is not None:
            raise InvalidChange("--price-from says from when on, so it needs --unit-price or --cached-unit-price.")
        return None
    return set_unit_price(
        organization,
        actor=actors.command("sync_organization"),
        valid_from=None if start is None else time_argument("--price-from", start),
        **prices,
    )


def _price_line(price: UnitPrice) -> str:
    cached = price.cached_unit_price_usd
    older = count_older_prices(price)
    kept = f" {counted(older, 'run')} since then: an older price, which --correct replaces." if older else ""
    return (
        f"From {price.valid_from.isoformat()} on a unit costs {format_usd(price.unit_price_usd)} USD, a cached one "
        f"{_NONE if cached is None else format_usd(cached) + ' USD'}.{kept}"
    )


def _threshold(text: str | None) -> Any:
    if text is None:
        return UNSET
    return None if text == _NONE else exact_usd(text, allow_negative=True) or Decimal(0)


def _hours(text: str | None) -> Any:
    if text is None:
        return UNSET
    try:
        return None if text == _NONE else int(text)
    except ValueError:
        raise InvalidChange(f"--stale-after {text!r} is not a number of hours. Example: 24, or {_NONE}.") from None
