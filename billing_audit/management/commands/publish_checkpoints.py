"""``manage.py publish_checkpoints``: hand the newest checkpoints outside."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from billing_audit.record import Actor, record
from billing_audit.transparency.checkpoints import newest_heads, write_heads


class Command(BaseCommand):
    """The worker does it every hour; this is for a place that a program of one's own writes to."""

    help = "Write the newest checkpoint of every log to a new file of AUDIT_HEADS, or to standard output."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--stdout", dest="shown", action="store_true", help="to standard output, one line of JSON each"
        )

    def handle(self, *args: Any, shown: bool, **options: Any) -> None:
        if not shown and not settings.AUDIT_HEADS:
            raise CommandError("AUDIT_HEADS is not set. Name a folder or an object store in it, or use --stdout.")
        heads = newest_heads()
        if shown:
            name = "standard output"
            for head in heads:
                self.stdout.write(json.dumps(asdict(head), ensure_ascii=False))
        else:
            name = write_heads(heads, settings.AUDIT_HEADS)
            self.stdout.write(f"{len(heads)} heads: {name}")
        actor = Actor("system", "publish_checkpoints", "manage.py publish_checkpoints")
        record("audit_heads.published", organization_id=None, actor=actor, details={"logs": len(heads), "to": name})
