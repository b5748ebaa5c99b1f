"""``manage.py database_roles --sql``: print the SQL that creates, or removes, the PostgreSQL roles of production."""

import re
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing_audit.storage.postgres_roles import remove_roles_sql, roles_sql


class Command(BaseCommand):
    """Prints SQL; does not run it."""

    help = (
        "Print the SQL that creates the roles of the site, its worker, the sealer and the auditor, with their rights."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--sql", action="store_true", required=True, help="print the script")
        parser.add_argument("--remove", action="store_true", help="print the script that removes the roles instead")
        parser.add_argument("--prefix", default="billing_access", help="prefix of the roles' names")

    def handle(self, *args: Any, prefix: str, remove: bool = False, **options: Any) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9_]{0,40}", prefix):
            raise CommandError(
                "--prefix takes lower-case letters, digits and underscores. It must begin with a letter; 41 at most."
            )
        # One transaction, so that a site that runs meanwhile never lacks its rights. Without ON_ERROR_STOP psql would
        # go on after an error, and exit with 0.
        self.stdout.write(
            f"\\set ON_ERROR_STOP on\nBEGIN;\n{(remove_roles_sql if remove else roles_sql)(prefix)}COMMIT;"
        )
