#!/usr/bin/env python
"""Run a management command: ``python manage.py help`` lists them."""

import os
import sys

KINDS = {("procrastinate", "worker"): "worker", ("seal_audit",): "sealer", ("send_webhooks",): "webhooks"}

if __name__ == "__main__":
    # The application_name of the process's connections, unless DATABASE_URL has another.
    words = tuple(sys.argv[1:])
    kind = KINDS.get(words[:2]) or KINDS.get(words[:1]) or f"command {words[0] if words else 'help'}"
    os.environ.setdefault("PGAPPNAME", f"billing_access {kind}")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
