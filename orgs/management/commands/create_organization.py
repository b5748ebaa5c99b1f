"""``manage.py create_organization``: create an organization and its first owner."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from orgs import actors
from orgs.models import Membership, Organization
from orgs.people import get_people
from orgs.services import organizations


class Command(BaseCommand):
    """Where nobody has the owner's address, ``create`` of the class that ``PEOPLE`` names creates them or refuses."""

    help = "Create an organization with its first owner. If it exists with these values, nothing changes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--name", required=True, help="The organization's name.")
        parser.add_argument("--slug", required=True, help="Its name in URLs: a-z, 0-9, single dashes.")
        parser.add_argument("--owner", required=True, metavar="EMAIL", help="The first owner's e-mail address.")
        parser.add_argument("--external-id", help="The platform's own id for the organization.")
        parser.add_argument("--time-zone", help="An IANA time zone such as Europe/Berlin. Default: UTC.")

    def handle(self, *args: Any, **options: Any) -> None:
        existed = Organization.objects.filter(slug=options["slug"].strip()).exists()
        try:
            organization = organizations.create_organization(
                name=options["name"],
                slug=options["slug"],
                owner=options["owner"],
                actor=actors.command("create_organization"),
                external_id=options["external_id"],
                time_zone=options["time_zone"],
            )
        except ValidationError as error:
            raise CommandError(_explain(error)) from error
        if existed:
            self.stdout.write(f"{organization.slug} exists with these values. Nothing was changed.")
            return
        self.report(organization, Membership.objects.select_related("user").get(organization=organization).user)

    def report(self, organization: Organization, owner: AbstractBaseUser) -> None:
        """Print what was created."""
        self.stdout.write(f"Created {organization.name}: {organization.public_id}, slug {organization.slug}.")
        self.stdout.write(f"Owner: {get_people().email_of(owner)}.")


def _explain(error: ValidationError) -> str:
    """Return each message after the option that it is about, as that is typed."""
    options = {"email": "owner"}
    return "\n".join(
        f"--{options.get(field, field).replace('_', '-')}: {message}"
        for field, messages in error.message_dict.items()
        for message in messages
    )
