"""``manage.py remove_second_factor``: for a person who has lost their authenticator app and recovery codes."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from accounts.second_factor import remove_second_factor
from orgs import actors
from orgs.management.reasons import add_reason, reason_of


class Command(BaseCommand):
    """Removes it and records that. Until they set up another, the person signs in with the password alone."""

    help = (
        "Remove a person's second factor and recovery codes. First make sure that the request comes from that person. "
        "For 24 hours they then open nothing. It is on the log of each of their organizations and told to the owners."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="The e-mail address with which the person signs in.")
        add_reason(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        person = User.objects.filter(email=options["email"].strip().lower()).first()
        if person is None:
            raise CommandError(f"Nobody has the e-mail address {options['email']}.")
        actor = actors.command("remove_second_factor")
        if not remove_second_factor(person, reason=reason_of(options), actor=actor):
            raise CommandError(f"{person.email} has no second factor.")
        self.stdout.write(f"The second factor of {person.email} is removed.")
