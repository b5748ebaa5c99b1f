"""``manage.py publish_checkpoints``: write the newest checkpoints to a location outside the database."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing_audit.command_actor import command
from billing_audit.record import record
from billing_audit.settings import audit_settings
from billing_audit.transparency.checkpoints import (
    InvalidCheckpoints,
    NotOfThisLog,
    newest_checkpoints,
    publish_newest,
)
from billing_audit.transparency.object_store import StoreError


class Command(BaseCommand):
    """The worker publishes every hour. With ``--stdout`` another program can store the checkpoints elsewhere."""

    help = "Write the newest checkpoint of every log to a new file in AUDIT_CHECKPOINTS, or to standard output."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--stdout",
            dest="to_stdout",
            action="store_true",
            help="write to standard output, one line of JSON for each checkpoint",
        )

    def handle(self, *args: Any, to_stdout: bool, **options: Any) -> None:
        if not to_stdout and not audit_settings.AUDIT_CHECKPOINTS:
            raise CommandError("AUDIT_CHECKPOINTS is not set. Name a folder or an object store in it, or use --stdout.")
        if to_stdout:
            checkpoints = newest_checkpoints()
            name, logs = "standard output", len(checkpoints)
            for each in checkpoints:
                self.stdout.write(json.dumps(asdict(each), ensure_ascii=False))
        else:
            try:
                name, logs = publish_newest(audit_settings.AUDIT_CHECKPOINTS, audit_settings.verifiers)
            except (NotOfThisLog, InvalidCheckpoints) as error:
                raise CommandError(str(error)) from None
            except (OSError, StoreError) as error:
                raise CommandError(f"AUDIT_CHECKPOINTS, {audit_settings.AUDIT_CHECKPOINTS}: {error}") from None
            self.stdout.write(f"{logs} checkpoints: {name}")
        actor = command("publish_checkpoints")
        record("audit_heads.published", organization_id=None, actor=actor, details={"logs": logs, "to": name})
