"""``manage.py send_webhooks``: the process that sends to webhooks."""

import logging
import signal
import time
import uuid
from argparse import ArgumentParser
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any, Final

from django.core.management.base import BaseCommand
from django.db import Error, connection

from billing_access.settings import access_settings
from billing_access.webhooks.sending import heartbeat
from billing_access.webhooks.sending.pump import POLL, Pump, send_due

log = logging.getLogger(__name__)
# After a database error the wait doubles each time, up to this many seconds.
_LONGEST_WAIT: Final = 60.0
_ONCE_SECONDS: Final = 300.0


class Command(BaseCommand):
    """It needs a way out to the receivers, and no other process of the site does. Several may run at once."""

    help = "Send what is due to webhooks, looking for it each second, until SIGTERM or SIGINT."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="send what is due, for five minutes at most, and exit")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if once:
            self.stdout.write(f"Sent {send_due(seconds=_ONCE_SECONDS)} deliveries.")
            return
        # True: end. False: a sender is free. It may be used in a signal handler, unlike a threading.Event.
        wakes: SimpleQueue[bool] = SimpleQueue()
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, lambda *_: wakes.put(True))
        process = uuid.uuid4()
        with Pump(access_settings.WEBHOOK_SENDERS, lambda: wakes.put(False)) as pump:
            _run(pump, wakes, process)
        with suppress(Error):
            heartbeat.forget(process)


def _run(pump: Pump, wakes: SimpleQueue[bool], process: uuid.UUID) -> None:
    """Let the pump work until a signal ends it. A database that cannot be used is asked again, ever more rarely."""
    wait, beat_at = POLL, 0.0
    while True:
        try:
            pump.begin()
            if time.monotonic() - beat_at >= heartbeat.BEAT_SECONDS:
                heartbeat.beat(process)
                beat_at = time.monotonic()
            wait = POLL
        except Error:
            log.exception("The sender got a database error and will try again")
            connection.close()
            wait = min(wait * 2, _LONGEST_WAIT)
        # After an error a sender that becomes free cannot shorten the wait.
        until = time.monotonic() + wait
        with suppress(Empty):
            while not wakes.get(timeout=max(until - time.monotonic(), 0)):
                if wait == POLL:
                    break
            else:
                return
