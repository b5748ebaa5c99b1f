"""``manage.py credit_run``: credit a part of what a run cost."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from billing_access.billing.money import InvalidMoney, exact_usd, format_usd
from billing_access.billing.operators import InvalidChange, credit_run
from billing_access.management.arguments import organization_argument, time_argument
from billing_access.management.late_offset import late_offset
from orgs import actors


class Command(BaseCommand):
    """A reference that is recorded already credits nothing; with another run or amount it is refused."""

    help = "Credit a part of the cost of a final run, such as a refund. The cost that was fed stays as it is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organization", required=True, metavar="SLUG")
        parser.add_argument("--run", required=True, metavar="RUN_ID")
        parser.add_argument("--amount", required=True, metavar="USD", help="What the customer gets back, such as 5.00.")
        parser.add_argument(
            "--reference", required=True, help="Unique in the organization, also among balance entries: a refund's id."
        )
        parser.add_argument("--occurred-at", metavar="TIME", help="RFC 3339 with an offset. Default: now.")

    def handle(self, *args: Any, **options: Any) -> None:
        organization = organization_argument(options["organization"])
        occurred_at = options["occurred_at"]
        try:
            credit = credit_run(
                organization,
                options["run"],
                amount_usd=exact_usd(options["amount"], allow_negative=True),
                reference=options["reference"],
                occurred_at=timezone.now() if occurred_at is None else time_argument("--occurred-at", occurred_at),
                actor=actors.command("credit_run"),
            )
        except (InvalidChange, InvalidMoney) as error:
            raise CommandError(str(error)) from None
        self.stdout.write(
            f"Recorded a credit of {format_usd(credit.amount_usd)} USD on {credit.run_id} (reference "
            f"{credit.reference}, revision {credit.revision})."
        )
        if offset := late_offset(organization, credit.revision):
            self.stdout.write(offset)
