"""``manage.py create_organization``: how a real site begins."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from accounts import users
from orgs import actors
from orgs.models import Organization, User
from orgs.services import organizations
from orgs.settings import org_settings


class Command(BaseCommand):
    """Creates an organization; an owner nobody knows yet is created too and gets a link to set a password."""

    help = "Create an organization. An unknown owner is created, and a link to set a password is printed once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--name", required=True, help="The organization's name.")
        parser.add_argument("--slug", required=True, help="Its part of addresses: a-z, 0-9, single dashes.")
        parser.add_argument("--owner", required=True, metavar="EMAIL", help="The first owner's e-mail address.")
        parser.add_argument("--external-id", help="The platform's own id for the organization.")
        parser.add_argument("--time-zone", default="UTC", help="An IANA time zone such as Europe/Berlin.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            organization, owner = _create(options)
        except ValidationError as error:
            raise CommandError(_explain(error)) from error
        self.stdout.write(f"Created {organization.name}: {organization.public_id}, slug {organization.slug}.")
        self.stdout.write(f"Owner: {owner.email}.")
        if not owner.has_usable_password():
            self.stdout.write("The owner sets a password here, once, within three days. Hand it over safely:")
            self.stdout.write(_password_link(owner))


@transaction.atomic
def _create(options: dict[str, Any]) -> tuple[Organization, User]:
    actor = actors.command("create_organization")
    email = options["owner"].strip().lower()
    owner = User.objects.filter(email=email).first()
    if owner is not None and not owner.is_active:
        raise ValidationError({"owner": f"{email} is deactivated; name another owner."})
    if owner is None:
        owner = users.create_user(email=email, actor=actor)
    organization = organizations.create_organization(
        name=options["name"],
        slug=options["slug"],
        owner=owner,
        actor=actor,
        external_id=options["external_id"],
        time_zone=options["time_zone"],
    )
    return organization, owner


def _explain(error: ValidationError) -> str:
    """Name the option at fault for each message, as it is typed."""
    options = {"email": "owner"}
    return "\n".join(
        f"--{options.get(field, field).replace('_', '-')}: {message}"
        for field, messages in error.message_dict.items()
        for message in messages
    )


def _password_link(user: User) -> str:
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    path = reverse("set-password", kwargs={"uidb64": uid, "token": default_token_generator.make_token(user)})
    return f"{org_settings.BASE_URL.rstrip('/')}{path}"
