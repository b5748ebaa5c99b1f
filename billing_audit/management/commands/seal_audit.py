"""``manage.py seal_audit``: the sealer."""

import logging
import signal
import threading
from argparse import ArgumentParser
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError
from django.db import Error, connection

from billing_audit.settings import audit_settings
from billing_audit.transparency.sealer import BATCH, seal_batch

log = logging.getLogger(__name__)
# After an error of the database: as long, twice as long, ... up to a minute.
_LONGEST_WAIT: Final = 60.0


class Command(BaseCommand):
    """One process is enough for thousands of events a second; two at once share the work."""

    help = "Seal new events of the record, about every second, until told to stop. Needs AUDIT_SIGNING_KEY."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="seal what there is and end")
        parser.add_argument("--interval", type=float, default=1.0, metavar="SECONDS", help="1 by default")

    def handle(self, *args: Any, once: bool, interval: float, **options: Any) -> None:
        if audit_settings.AUDIT_SIGNING_KEY is None:
            raise CommandError("AUDIT_SIGNING_KEY is not set. `manage.py audit_key` makes a key.")
        if not 0.01 <= interval <= 3600:
            raise CommandError("--interval takes 0.01 to 3600 seconds.")
        if once:
            sealed = 0
            while batch := seal_batch(audit_settings.AUDIT_SIGNING_KEY):
                sealed += batch
            self.stdout.write(f"Sealed: {sealed}.")
            return
        stop = threading.Event()
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, lambda *_: stop.set())
        wait = interval
        while not stop.is_set():
            try:
                sealed = seal_batch(audit_settings.AUDIT_SIGNING_KEY)
                wait = 0.0 if sealed == BATCH else interval
            except Error:
                log.exception("the sealer cannot reach the record")
                connection.close()
                wait = min(max(wait, interval) * 2, _LONGEST_WAIT)
            stop.wait(wait)
