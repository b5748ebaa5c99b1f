"""``manage.py seal_audit``: the process that seals new events."""

import logging
import signal
import time
from argparse import ArgumentParser
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError
from django.db import Error, connection

from billing_audit import database_timeline
from billing_audit.database_timeline import UnknownTimeline
from billing_audit.heartbeat import SEALER, beat
from billing_audit.settings import audit_settings
from billing_audit.signed_notes import Signer
from billing_audit.transparency.checkpoints import RECORD_RESTORE, InvalidCheckpoints, contradictions
from billing_audit.transparency.sealer import BATCH, seal_batch, sign_restored_logs

log = logging.getLogger(__name__)
# After a database error the wait doubles each time, up to this many seconds.
_LONGEST_WAIT: Final = 60.0
# How often it stores that it works.
_BEAT_SECONDS: Final = 10.0


class Command(BaseCommand):
    """One process seals thousands of events a second. Several may run at once; they share the work."""

    help = "Seal new events of the audit log, about every second, until SIGTERM or SIGINT. Needs AUDIT_SIGNING_KEY."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="seal the waiting events and exit")
        parser.add_argument(
            "--interval",
            type=float,
            default=1.0,
            metavar="SECONDS",
            help="how often to look for new events; 1 by default",
        )

    def handle(self, *args: Any, once: bool, interval: float, **options: Any) -> None:
        if audit_settings.AUDIT_SIGNING_KEY is None:
            raise CommandError("AUDIT_SIGNING_KEY is not set. `manage.py audit_key` makes a key.")
        if audit_settings.AUDIT_STATEMENT_KEY is not None:
            raise CommandError("AUDIT_STATEMENT_KEY is set. The sealer must not have it: unset it for this process.")
        if not audit_settings.AUDIT_STATEMENT_VERIFIERS:
            raise CommandError(
                "AUDIT_STATEMENT_VERIFIERS is not set. Without it the sealer can accept no purge and no erasure;"
                " `manage.py audit_key` makes a key."
            )
        if not 0.01 <= interval <= 3600:
            raise CommandError("--interval takes 0.01 to 3600 seconds.")
        if once:
            _begin(audit_settings.AUDIT_SIGNING_KEY)
            sealed = 0
            while batch := seal_batch(audit_settings.AUDIT_SIGNING_KEY, audit_settings.AUDIT_STATEMENT_VERIFIERS):
                sealed += batch
            self.stdout.write(f"Sealed {sealed} events.")
            return
        # Unlike a threading.Event, whose lock may be held when the signal comes, it may be used in a signal handler.
        stops: SimpleQueue[None] = SimpleQueue()
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, lambda *_: stops.put(None))
        wait, has_begun, beat_at = interval, False, 0.0
        while True:
            try:
                if not has_begun:
                    _begin(audit_settings.AUDIT_SIGNING_KEY)
                    has_begun = True
                sealed = seal_batch(audit_settings.AUDIT_SIGNING_KEY, audit_settings.AUDIT_STATEMENT_VERIFIERS)
                if time.monotonic() - beat_at >= _BEAT_SECONDS:
                    beat(SEALER)
                    beat_at = time.monotonic()
                wait = 0.0 if sealed == BATCH else interval
            except Error:
                log.exception("The sealer got a database error and will try again")
                connection.close()
                has_begun = False
                wait = min(max(wait, interval) * 2, _LONGEST_WAIT)
            with suppress(Empty):
                stops.get(timeout=wait)
                break


def _begin(signer: Signer) -> None:
    """Check that the database is the one that was sealed, and sign the logs that begin with a restore.

    Also called after an error, which a failover may have caused. Raises CommandError if the database is behind what was
    published, or on a timeline that nobody has accepted. Sealing on would make other leaves than those that were
    published, and later look like a rewritten log.
    """
    to = audit_settings.AUDIT_CHECKPOINTS
    try:
        database_timeline.require_accepted()
        faults = contradictions(to, audit_settings.verifiers) if to else []
    except (UnknownTimeline, InvalidCheckpoints) as error:
        raise CommandError(str(error)) from None
    if faults:
        raise CommandError(f"{faults[0]} Nothing is sealed. {RECORD_RESTORE}")
    sign_restored_logs(signer, audit_settings.AUDIT_STATEMENT_VERIFIERS)
