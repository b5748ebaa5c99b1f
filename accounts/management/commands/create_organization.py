"""``manage.py create_organization``: the command of orgs, which also prints a link for an owner without a password."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser

from accounts.models import User
from accounts.staff import make_link_to_print
from orgs import actors
from orgs.management.commands import create_organization
from orgs.models import Organization
from orgs.settings import org_settings


class Command(create_organization.Command):
    """Creates an organization, its first owner if nobody has that address, and a link to set the owner's password."""

    help = (
        "Create an organization with its first owner. If nobody has the owner's address, that person is created, and a "
        "link to set a password is printed once; for 24 hours after its use they open nothing. If the organization "
        "exists with these values, nothing changes."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--no-link", action="store_true", help="Print no link: the owner asks for one by e-mail.")

    def handle(self, *args: Any, **options: Any) -> None:
        # Nobody gets a link to the account of a person who was there before.
        is_new_owner = not User.objects.filter(email=options["owner"].strip().lower()).exists()
        self._prints_link = is_new_owner and not options["no_link"]
        super().handle(*args, **options)

    def report(self, organization: Organization, owner: AbstractBaseUser) -> None:
        super().report(organization, owner)
        if isinstance(owner, User) and self._prints_link:
            self.stdout.write(
                "With this link the owner sets a password. It works once, within three days. Send it over a secure "
                "channel. For 24 hours after that they can give nobody access, turn billing reads on or create keys:"
            )
            path = make_link_to_print(owner, actor=actors.command("create_organization"))
            self.stdout.write(f"{org_settings.BASE_URL.rstrip('/')}{path}")
