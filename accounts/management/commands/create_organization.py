"""``manage.py create_organization``: the command of orgs, which also prints a link for an owner without a password."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser

from accounts.models import User
from accounts.users import password_path
from orgs.management.commands import create_organization
from orgs.models import Organization
from orgs.settings import org_settings


class Command(create_organization.Command):
    """Creates an organization, its first owner if nobody has that address, and a link to set the owner's password."""

    help = (
        "Create an organization with its first owner. If nobody has the owner's address, that person is created, and a "
        "link to set a password is printed once. If the organization exists with these values, nothing changes."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        # Nobody gets a link to the account of a person who was there before.
        self._is_new_owner = not User.objects.filter(email=options["owner"].strip().lower()).exists()
        super().handle(*args, **options)

    def report(self, organization: Organization, owner: AbstractBaseUser) -> None:
        super().report(organization, owner)
        if isinstance(owner, User) and self._is_new_owner:
            self.stdout.write(
                "With this link the owner sets a password. It works once, within three days. Send it over a secure "
                "channel:"
            )
            self.stdout.write(f"{org_settings.BASE_URL.rstrip('/')}{password_path(owner)}")
