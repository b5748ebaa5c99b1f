"""The command behind `make manage ARGS="..."`: a management command with the database, secret, keys and address of the
`make run` that is running in this checkout."""

import json
import os
import sys

import psycopg
from django.core.management import execute_from_command_line

from dev.run import ENVIRONMENT_FILE


def main(arguments: list[str]) -> int:
    """Run the command; 1 where `make run` is not running."""
    try:
        environ = json.loads(ENVIRONMENT_FILE.read_text())
        # A `make run` that was killed has left its file.
        psycopg.connect(environ["DATABASE_URL"], connect_timeout=5).close()
    except (FileNotFoundError, psycopg.OperationalError):
        print(
            "make manage: `make run` is not running in this checkout. Start it in another terminal, then repeat this.",
            file=sys.stderr,
        )
        return 1
    os.environ.update(environ)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    execute_from_command_line(["manage.py", *arguments])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
