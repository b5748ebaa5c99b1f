"""``manage.py check_permissions``: are guardian's rows what the roles say?"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from orgs import actors
from orgs.models import Organization
from orgs.services.permission_repair import Difference, differences, global_differences, mend, mend_global


class Command(BaseCommand):
    """Reports every difference; with ``--mend`` it ends them, one transaction and one event for each organization."""

    help = "Compare permissions with the roles they come from. Exit code 1 where they differ and were not mended."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--mend", action="store_true", help="Make the permissions what the roles say.")

    def handle(self, *args: Any, **options: Any) -> None:
        found = [*differences(), *global_differences()]
        concerned = Organization.objects.in_bulk({each.organization_id for each in found if each.organization_id})
        if options["mend"]:
            actor = actors.command("check_permissions")
            found = [each for organization in concerned.values() for each in mend(organization, actor=actor)]
            found += mend_global(actor=actor)
        for each in found:
            self.stdout.write(_line(each, concerned))
        if not found:
            self.stdout.write("Permissions are what the roles say.")
        elif options["mend"]:
            self.stdout.write(f"Mended: {len(found)}.")
        else:
            raise CommandError(f"{len(found)} differ from the roles. `manage.py check_permissions --mend` mends them.")


def _line(each: Difference, organizations: dict[int, Organization]) -> str:
    where = organizations[each.organization_id].slug if each.organization_id else "everywhere"
    return f"{where}: {each.codename} {each.kind}: {each.holder_kind} {each.holder_id} ({each.holder})"
