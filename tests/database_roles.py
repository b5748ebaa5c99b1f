"""The PostgreSQL roles of production in a test's database."""

from django.db import connection

from billing_audit.storage.postgres_roles import roles_sql


def make_roles(prefix: str = "billing_access") -> None:
    """Create the roles and grant their rights: run ``roles_sql``."""
    with connection.cursor() as cursor:
        cursor.execute(roles_sql(prefix).replace("%", "%%"), [])
