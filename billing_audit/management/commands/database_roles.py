"""``manage.py database_roles --sql``: the production roles."""

import re
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing_audit.storage.postgres_roles import roles_sql


class Command(BaseCommand):
    """Prints; runs nothing."""

    help = "Print the SQL that makes the roles of the site, the sealer and the auditor, and grants each what it needs."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--sql", action="store_true", required=True, help="print the script")
        parser.add_argument("--prefix", default="billing_access", help="what the names of the roles begin with")

    def handle(self, *args: Any, prefix: str, **options: Any) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9_]{0,40}", prefix):
            raise CommandError("--prefix takes small letters, digits and underscores, a letter first, 41 at most.")
        # In one transaction: a site that runs meanwhile keeps its rights.
        self.stdout.write(f"BEGIN;\n{roles_sql(prefix)}COMMIT;")
