"""``manage.py delete_organization``: delete a closed organization, all but its audit log."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from orgs import actors
from orgs.management.counts import counted
from orgs.management.reasons import add_reason, reason_of
from orgs.models import Organization, Tombstone
from orgs.services.deletion import CannotDelete, delete_organization, people_without_another


class Command(BaseCommand):
    """Run it as the owner of the tables. It takes the public id alone, which is never another organization's."""

    help = (
        "Delete a closed organization: runs, balance, keys, invitations and memberships. Its audit log stays, and "
        "nobody gets its id, external id or slug again. Without --yes nothing is changed: it only counts. It cannot be "
        "undone."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organization", required=True, metavar="ID", help="Its public id, such as o_3fA….")
        add_reason(parser)
        parser.add_argument("--yes", action="store_true", help="Delete it.")

    def handle(self, *args: Any, **options: Any) -> None:
        public_id, reason = options["organization"].strip(), reason_of(options)
        organization = Organization.objects.filter(public_id=public_id).first()
        if organization is None:
            self._explain_missing(public_id)
            return
        alone = people_without_another(organization)
        try:
            counts = delete_organization(
                organization, reason=reason, actor=actors.command("delete_organization"), dry_run=not options["yes"]
            )
        except CannotDelete as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"{organization.public_id} {organization.name} (slug {organization.slug}):")
        for label, count in counts.items():
            if count:
                self.stdout.write(f"  {count} {label}")
        self.stdout.write(
            f"{counted(alone, 'member')} in no other organization: the accounts stay. Deactivate them in the admin; "
            "erase_personal_data erases what the audit log holds of them."
        )
        verb = "Deleted. Its audit log stays." if options["yes"] else "Nothing was changed. Add --yes to delete it."
        self.stdout.write(verb)

    def _explain_missing(self, public_id: str) -> None:
        buried = Tombstone.objects.filter(organization_id=public_id).first()
        if buried is None:
            raise CommandError(f"There is no organization with the id {public_id!r}. A slug is not accepted here.")
        self.stdout.write(f"{public_id} was deleted at {buried.deleted_at:%Y-%m-%d %H:%M} UTC. Nothing was changed.")
