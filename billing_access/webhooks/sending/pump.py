"""Sends to many endpoints at the same time, each in a thread of its own: one that hangs delays no other."""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Final, Self

from django.db import connection

from billing_access.settings import access_settings
from billing_access.webhooks.audit_log.platform_log import prepare_platform
from billing_access.webhooks.sending.deliver import NotNow, deliver_next
from billing_access.webhooks.sending.due import AuditLook, Turn, lease, release
from billing_access.webhooks.sending.refusals import drop_refused
from billing_audit import database_timeline

_logger: Final = logging.getLogger(__name__)
# How often the database is asked for what is due, in seconds.
POLL: Final = 1.0
# How often what waits for later is asked whether it may still be sent.
_DROP: Final = 20.0
# A turn goes on until a delivery fails, for this long, or for so many deliveries: then it is the next endpoint's turn.
_TURN_SECONDS: Final = 2.0
_TURN_DELIVERIES: Final = 100
_MINUTE: Final = 60.0


class Pump:
    """A pool of so many senders. ``woken`` is called from a sender's thread each time that it becomes free.

    Half of the senders never serve endpoints whose last attempt failed, so that many dead ones cannot take them all.
    Leaving its context ends after the requests under way.
    """

    def __init__(self, senders: int, woken: Callable[[], None], *, from_cron: bool = False) -> None:
        self._senders, self._woken, self._from_cron = senders, woken, from_cron
        self._pool = ThreadPoolExecutor(senders, "webhook-sender")
        self._running: dict[Future[int], Turn] = {}
        self._ends = threading.Event()
        self._prepares_at = self._drops_at = 0.0
        self._audit = AuditLook()
        self._has_started = False
        self.sent = 0

    @property
    def is_busy(self) -> bool:
        """Whether any sender is at work."""
        return bool(self._running)

    def begin(self) -> None:
        """Let the free senders begin with what is due. Raises database errors; the senders' own are logged."""
        self._reap()
        if not database_timeline.is_accepted():
            return
        if not self._has_started:
            prepare_platform(from_cron=self._from_cron)
            self._has_started = True
        if time.monotonic() >= self._prepares_at:
            self._audit.prepare()
            self._prepares_at = time.monotonic() + POLL
        if time.monotonic() >= self._drops_at:
            drop_refused()
            self._drops_at = time.monotonic() + _DROP
        while turns := self._lease():
            for turn in turns:
                future = self._pool.submit(self._work, turn)
                self._running[future] = turn
                future.add_done_callback(lambda _: self._woken())

    def _lease(self) -> list[Turn]:
        """Lease endpoints for the free senders."""
        free = self._senders - len(self._running)
        failing = (self._senders + 1) // 2 - sum(turn.fails for turn in self._running.values())
        if free == 0:
            return []
        return lease(min(free, failing)) if failing > 0 else lease(free, also_failing=False)

    def _reap(self) -> None:
        for future in [each for each in self._running if each.done()]:
            del self._running[future]
            self.sent += future.result()

    def _work(self, turn: Turn) -> int:
        """Take a turn in a sender's thread, and close the thread's connection: it may be long until its next turn."""
        try:
            return take_turn(turn, self._ends.is_set)
        finally:
            connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ends.set()
        self._pool.shutdown()
        self._reap()


def take_turn(turn: Turn, ends: Callable[[], bool] = lambda: False) -> int:
    """Send what is due to one endpoint until its turn ends, and return how many deliveries were taken by the receiver.

    An error is logged. The lease is kept then, so that nobody tries the same again at once.
    """
    until, sent = time.monotonic() + _TURN_SECONDS, 0
    try:
        while deliver_next(turn):
            sent += 1
            if sent == _TURN_DELIVERIES or time.monotonic() >= until or ends():
                break
        release(turn)
    except NotNow:
        _logger.error("Nothing is sent to webhooks: nobody has accepted the database's timeline")
    except Exception:
        _logger.exception("A delivery to the webhook %s could not be made", turn.endpoint_pk)
    return sent


def send_due(*, seconds: float, senders: int | None = None) -> int:
    """Send what is due to webhooks until nothing is, or for so many seconds; return how many deliveries were taken.

    ``senders``: how many at the same time, WEBHOOK_SENDERS by default. 1 is this thread, with its connection. Call it
    outside of a transaction. Raises database errors.
    """
    until = time.monotonic() + seconds
    senders = senders or access_settings.WEBHOOK_SENDERS
    if senders == 1:
        return _send_one_by_one(until)
    wakes: SimpleQueue[None] = SimpleQueue()
    with Pump(senders, lambda: wakes.put(None), from_cron=True) as pump:
        while time.monotonic() < until:
            pump.begin()
            if not pump.is_busy:
                break
            with suppress(Empty):
                wakes.get(timeout=max(until - time.monotonic(), 0))
    return pump.sent


def _send_one_by_one(until: float) -> int:
    sent = 0
    if database_timeline.is_accepted():
        prepare_platform(from_cron=True)
        drop_refused()
        audit = AuditLook()
        while audit.prepare():
            pass
    while database_timeline.is_accepted() and time.monotonic() < until and (turns := lease(1)):
        sent += take_turn(turns[0])
    return sent


def send_for_a_minute() -> None:
    """Send what is due, for a minute at most: what is left is for the next call of ``run_due``."""
    send_due(seconds=_MINUTE)
