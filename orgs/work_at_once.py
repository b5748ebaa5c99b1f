"""Limits how many requests of one key, and of one organization, a web process answers at the same time.

Each request takes a slot of its key, and of its organization once that is known; a page, an export that is streamed and
an API request count alike. The slots are in the process's memory, as its threads are the process's own: a process that
is killed leaves none behind. A slot that is not given back, because a server never closed an answer, ends after a
while.
"""

import itertools
import threading
import time
from collections.abc import Callable
from contextvars import ContextVar
from functools import partial
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from billing_audit.request_context import origin_of
from orgs.layout import render_page
from orgs.settings import org_settings

KEY: Final = "key"
ORGANIZATION: Final = "organization"
STREAM: Final = "stream"
# An answer takes ten seconds of database time at most, and an export is sent in minutes: config/web_worker.py cuts it
# off after as long.
LEASE_SECONDS: Final = 600
RETRY_SECONDS: Final = 1
# A server may put a list here into a request's WSGI environment, and call each function that was added to it when the
# thread is free again. It may still be sending the end of an answer that it has closed.
WHEN_SENT: Final = "billing_access.when_sent"
Owner = tuple[str, str]


class TooManyAtOnce(Exception):
    """Raised when a key or an organization has ``limit`` requests at work already. ``work`` says of what kind."""

    def __init__(self, limit: int, work: str) -> None:
        super().__init__(f"{limit} {work} at this moment, which is the most.")


class TooManyStreams(Exception):
    """Raised when a quarter of the process's threads send streamed answers already."""


class Slots:
    """The slots that are taken, by owner: a number for each, and when it ends. Threads share them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._numbers = itertools.count()
        self._taken: dict[Owner, dict[int, float]] = {}

    def take(self, owner: Owner, limit: int) -> int | None:
        """Take a slot and return its number; None if the owner has ``limit`` slots."""
        now = time.monotonic()
        with self._lock:
            live = {number: end for number, end in self._taken.get(owner, {}).items() if end > now}
            if len(live) >= limit:
                return None
            number = next(self._numbers)
            self._taken[owner] = {**live, number: now + LEASE_SECONDS}
            return number

    def give_back(self, owner: Owner, number: int) -> None:
        """Give a slot back. One that has ended is gone already."""
        with self._lock:
            slots = self._taken.get(owner, {})
            slots.pop(number, None)
            if not slots:
                self._taken.pop(owner, None)

    def drop_all(self) -> None:
        """Drop every slot of every owner."""
        with self._lock:
            self._taken.clear()


_slots: Final = Slots()
# The slots of the request that this thread answers; None outside of requests.
_held: ContextVar[dict[Owner, int] | None] = ContextVar("held", default=None)


def reset() -> None:
    """Drop every slot, for tests, which do not close every answer."""
    _slots.drop_all()


def take_slot(kind: str, identifier: object) -> None:
    """Take a slot of a key or an organization for the current request, unless it has one. Raises TooManyAtOnce.

    Outside of a request, as in a command, it does nothing.
    """
    held, owner = _held.get(), (kind, str(identifier))
    if held is None or owner in held:
        return
    limit = org_settings.WORK_AT_ONCE[kind]
    number = _slots.take(owner, limit)
    if number is None:
        raise TooManyAtOnce(limit, f"requests of this {kind} are being answered")
    held[owner] = number


def take_stream_slot(organization: object) -> None:
    """Take a slot for an answer that is streamed. Call it before anything is recorded about that answer.

    A quarter of the process's threads may stream at a time, since each waits for a client as long as that reads, and
    half of them for one organization. Raises TooManyStreams, and TooManyAtOnce for the organization.
    """
    held, everybody = _held.get(), max(org_settings.WEB_THREADS // 4, 1)
    if held is None:
        return
    limits = {(STREAM, str(organization)): max(everybody // 2, 1), (STREAM, ""): everybody}
    for owner, limit in limits.items():
        number = _slots.take(owner, limit)
        if number is None:
            raise (
                TooManyStreams
                if owner[1] == ""
                else TooManyAtOnce(limit, "exports of this organization are being sent")
            )
        held[owner] = number


class WorkAtOnceMiddleware:
    """Gives back the slots of a request when its answer is made or, if it is streamed, when the server has sent it.

    A server that does not say when (``WHEN_SENT``) has sent it when it closes it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        held: dict[Owner, int] = {}
        token = _held.set(held)
        is_streamed = False
        try:
            response = self.get_response(request)
            is_streamed = response.streaming
        finally:
            _held.reset(token)
            if not is_streamed:
                _give_back(held)
        when_sent: list[Callable[[], None]] | None = request.META.get(WHEN_SENT)
        if is_streamed and when_sent is not None:
            when_sent.append(partial(_give_back, held))
        elif is_streamed:
            _give_back_when_closed(response, held)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a page that finds no slot with 429, and an export that finds no thread to stream with 503."""
        if isinstance(exception, TooManyStreams):
            text = render_to_string(
                "orgs/ui/unavailable.html", {"request_id": origin_of(request).request_id, "is_busy": True}
            )
            return HttpResponse(text, status=503, headers={"Retry-After": "5", "Cache-Control": "no-store"})
        if not isinstance(exception, TooManyAtOnce):
            return None
        page = render_page(request, "orgs/ui/too_many_at_once.html", {"reason": str(exception)}, status=429)
        page.headers["Retry-After"] = str(RETRY_SECONDS)
        return page


def _give_back(held: dict[Owner, int]) -> None:
    while held:
        _slots.give_back(*held.popitem())


def _give_back_when_closed(response: HttpResponse, held: dict[Owner, int]) -> None:
    close = response.close

    def close_and_give_back() -> None:
        try:
            close()
        finally:
            _give_back(held)

    response.close = close_and_give_back  # type: ignore[method-assign]
