"""`make manage ARGS="..."`: run a management command with the settings of the running `make run` of this checkout."""

import json
import os
import sys
from typing import Final

import psycopg
from django.core.management import execute_from_command_line

from dev.run import ENVIRONMENT_FILE, STATEMENT_KEY_FILE

# These commands sign statements about the audit log. The site's environment does not have the key.
NEED_STATEMENT_KEY: Final = (["purge_audit"], ["erase_personal_data"], ["record_restore"])


def main(arguments: list[str]) -> int:
    """Run the management command. Returns 1 if `make run` is not running."""
    try:
        environ = json.loads(ENVIRONMENT_FILE.read_text())
        # A `make run` that was killed leaves its file behind, but no server.
        psycopg.connect(environ["DATABASE_URL"], connect_timeout=5).close()
    except (FileNotFoundError, psycopg.OperationalError):
        print(
            "make manage: `make run` is not running in this checkout. Start it in another terminal, then repeat this.",
            file=sys.stderr,
        )
        return 1
    os.environ.update(environ)
    if arguments[:1] in NEED_STATEMENT_KEY:
        os.environ.setdefault("AUDIT_STATEMENT_KEY", f"file:{STATEMENT_KEY_FILE}")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    execute_from_command_line(["manage.py", *arguments])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
