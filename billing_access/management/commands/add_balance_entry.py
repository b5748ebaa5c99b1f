"""``manage.py add_balance_entry``: append an entry to an organization's ledger."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from billing_access.billing.models import EntryKind
from billing_access.billing.money import InvalidMoney, exact_usd, format_usd
from billing_access.billing.operators import InvalidChange, add_balance_entry
from billing_access.management.arguments import organization_argument, time_argument
from billing_access.management.late_offset import late_offset
from orgs import actors


class Command(BaseCommand):
    """A reference that is recorded already adds nothing; with another kind or amount it is refused."""

    help = "Add a balance entry: a positive amount adds to the balance, a negative one (--amount=-5) takes from it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organization", required=True, metavar="SLUG")
        parser.add_argument("--kind", required=True, choices=EntryKind.values)
        parser.add_argument("--amount", required=True, metavar="USD", help="Such as 25.00, or --amount=-5.")
        parser.add_argument("--reference", required=True, help="Unique in the organization, such as an invoice number.")
        parser.add_argument("--occurred-at", metavar="TIME", help="RFC 3339 with an offset. Default: now.")
        parser.add_argument("--note", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        organization = organization_argument(options["organization"])
        occurred_at = options["occurred_at"]
        try:
            entry = add_balance_entry(
                organization,
                kind=options["kind"],
                amount_usd=exact_usd(options["amount"], allow_negative=True),
                reference=options["reference"],
                occurred_at=timezone.now() if occurred_at is None else time_argument("--occurred-at", occurred_at),
                note=options["note"],
                actor=actors.command("add_balance_entry"),
            )
        except (InvalidChange, InvalidMoney) as error:
            raise CommandError(str(error)) from None
        self.stdout.write(
            f"Recorded {entry.kind} of {format_usd(entry.amount_usd)} USD (reference {entry.reference}, revision "
            f"{entry.revision})."
        )
        if offset := late_offset(organization, entry.revision):
            self.stdout.write(offset)
