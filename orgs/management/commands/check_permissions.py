"""``manage.py check_permissions``: compare the permission rows in the database with the members' roles."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from orgs import actors
from orgs.management.reasons import add_reason, reason_of
from orgs.models import Organization
from orgs.services.permission_repair import Difference, differences, global_differences, mend, mend_global


class Command(BaseCommand):
    """Prints every difference. ``--mend`` removes them, with one transaction and one event for each organization."""

    help = "Compare members' permissions with their roles. Exit code 1 where they differ, unless --mend corrects them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--mend", action="store_true", help="Correct every permission that differs from the roles. Needs --reason."
        )
        add_reason(parser, required=False)

    def handle(self, *args: Any, **options: Any) -> None:
        found = [*differences(), *global_differences()]
        organizations = Organization.objects.in_bulk({each.organization_id for each in found if each.organization_id})
        if options["mend"]:
            how: Any = {"actor": actors.command("check_permissions"), "reason": reason_of(options)}
            found = [each for _, organization in sorted(organizations.items()) for each in mend(organization, **how)]
            found += mend_global(**how)
        for each in found:
            self.stdout.write(_line(each, organizations))
        if not found:
            self.stdout.write("All permissions match the roles.")
        elif options["mend"]:
            self.stdout.write(f"Corrected: {len(found)}.")
        else:
            raise CommandError(
                f"{len(found)} permissions differ from the roles. "
                "To correct them, run `manage.py check_permissions --mend --reason REASON`."
            )


def _line(each: Difference, organizations: dict[int, Organization]) -> str:
    where = organizations[each.organization_id].slug if each.organization_id else "all organizations"
    return f"{where}: {each.codename} {each.kind}: {each.holder_kind} {each.holder_id} ({each.holder})"
