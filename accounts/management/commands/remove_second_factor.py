"""``manage.py remove_second_factor``: for a person who has lost their authenticator app and recovery codes."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from accounts.second_factor import remove_second_factor
from orgs import actors


class Command(BaseCommand):
    """Removes it and records that. Until they set up another, the person signs in with the password alone."""

    help = (
        "Remove a person's second factor and recovery codes; this is recorded. First make sure that the request comes "
        "from that person."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="The e-mail address with which the person signs in.")

    def handle(self, *args: Any, **options: Any) -> None:
        person = User.objects.filter(email=options["email"].strip().lower()).first()
        if person is None:
            raise CommandError(f"Nobody has the e-mail address {options['email']}.")
        if not remove_second_factor(person, actor=actors.command("remove_second_factor")):
            raise CommandError(f"{person.email} has no second factor.")
        self.stdout.write(f"The second factor of {person.email} is removed.")
