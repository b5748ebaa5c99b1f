from django.db import migrations


class Migration(migrations.Migration):
    """The table of Django's database cache, as `manage.py createcachetable` would make it."""

    dependencies = [("billing_accounts", "0001_initial")]

    operations = [
        migrations.RunSQL(
            """
            CREATE TABLE billing_accounts_cache (
                cache_key varchar(255) NOT NULL PRIMARY KEY,
                value text NOT NULL,
                expires timestamp with time zone NOT NULL
            );
            CREATE INDEX billing_accounts_cache_expires ON billing_accounts_cache (expires);
            """,
            "DROP TABLE billing_accounts_cache",
        )
    ]
