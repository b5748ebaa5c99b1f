"""``manage.py remove_second_factor``: let in a person who has lost the authenticator app and the recovery codes."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from accounts.second_factor import remove_second_factor
from orgs import actors


class Command(BaseCommand):
    """The password alone signs the person in from then on, until they set up another second factor."""

    help = "Remove a person's second factor and recovery codes, on the record. Make sure first who asks."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="The address with which the person signs in.")

    def handle(self, *args: Any, **options: Any) -> None:
        person = User.objects.filter(email=options["email"].strip().lower()).first()
        if person is None:
            raise CommandError(f"Nobody signs in as {options['email']}.")
        if not remove_second_factor(person, actor=actors.command("remove_second_factor")):
            raise CommandError(f"{person.email} has no second factor.")
        self.stdout.write(f"The second factor of {person.email} is removed.")
