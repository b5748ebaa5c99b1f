"""``manage.py create_organization``: that of organizations, with a link for an owner who has no password yet."""

from django.contrib.auth.base_user import AbstractBaseUser

from accounts.models import User
from accounts.users import password_path
from orgs.management.commands import create_organization
from orgs.models import Organization
from orgs.settings import org_settings


class Command(create_organization.Command):
    """An owner nobody knows yet is created and gets a link to set a password."""

    help = "Create an organization. An unknown owner is created, and a link to set a password is printed once."

    def report(self, organization: Organization, owner: AbstractBaseUser) -> None:
        super().report(organization, owner)
        if isinstance(owner, User) and not owner.has_usable_password():
            self.stdout.write("The owner sets a password here, once, within three days. Hand it over safely:")
            self.stdout.write(f"{org_settings.BASE_URL.rstrip('/')}{password_path(owner)}")
