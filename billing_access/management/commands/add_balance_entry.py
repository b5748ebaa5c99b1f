"""``manage.py add_balance_entry``: add a line to an organization's ledger."""

from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from billing_access.billing.maintenance import InvalidChange, add_balance_entry
from billing_access.billing.models import EntryKind
from billing_access.billing.money import InvalidMoney, exact_usd, format_usd
from orgs import actors
from orgs.models import Organization


class Command(BaseCommand):
    """The same reference again adds nothing; with another amount it is refused."""

    help = "Add a balance entry: a positive amount adds to the balance, a negative one (--amount=-5) takes from it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organization", required=True, metavar="SLUG")
        parser.add_argument("--kind", required=True, choices=EntryKind.values)
        parser.add_argument("--amount", required=True, metavar="USD", help="Such as 25.00, or --amount=-5.")
        parser.add_argument("--reference", required=True, help="Unique in the organization, such as an invoice number.")
        parser.add_argument("--occurred-at", metavar="TIME", help="RFC 3339 with an offset; now if not given.")
        parser.add_argument("--note", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        organization = Organization.objects.filter(slug=options["organization"]).first()
        if organization is None:
            raise CommandError(f"There is no organization with the slug {options['organization']!r}.")
        try:
            entry = add_balance_entry(
                organization,
                kind=options["kind"],
                amount_usd=exact_usd(options["amount"], allow_negative=True),
                reference=options["reference"],
                occurred_at=_time(options["occurred_at"]),
                note=options["note"],
                actor=actors.command("add_balance_entry"),
            )
        except (InvalidChange, InvalidMoney) as error:
            raise CommandError(str(error)) from None
        self.stdout.write(
            f"{entry.kind} of {format_usd(entry.amount_usd)} USD stands under {entry.reference} (revision "
            f"{entry.revision})."
        )


def _time(text: str | None) -> datetime:
    if text is None:
        return timezone.now()
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise CommandError(f"--occurred-at {text!r} is not a time; write it like 2026-04-14T16:36:43Z.") from None
