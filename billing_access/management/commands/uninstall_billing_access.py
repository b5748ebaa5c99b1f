"""``manage.py uninstall_billing_access``: remove the three apps from the database, with all their data."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from billing_access.uninstall import CannotUninstall, installed, uninstall


class Command(BaseCommand):
    """Run it as the owner of the tables, before the apps are taken out of the settings."""

    help = (
        "Remove every table of billing_access, orgs and billing_audit with all rows, the audit log included, their"
        " functions, migrations, permissions and jobs. Without --database it only says what there is. This cannot be"
        " undone."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--database", metavar="NAME", default="", help="the name of the database to remove them from"
        )

    def handle(self, *args: Any, database: str, **options: Any) -> None:
        name = connection.settings_dict["NAME"]
        if not database:
            found = installed()
            self.stdout.write(f"{name}: {len(found.tables)} tables, {len(found.routines)} functions and procedures.")
            return
        if database != name:
            raise CommandError(f"The settings name the database {name}, not {database}. Nothing was removed.")
        try:
            found = uninstall()
        except CannotUninstall as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"Removed {len(found.tables)} tables, {len(found.routines)} functions and procedures.")
