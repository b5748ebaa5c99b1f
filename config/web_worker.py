"""gunicorn's worker for this site: a slow client costs a socket, and no thread.

gunicorn starts, watches and replaces the processes; in each of them waitress reads requests and sends answers in one
loop, whatever their clients' speed. A thread is taken once a request has arrived as a whole, and given back when its
answer is made, or nearly sent where that is streamed. Clients that take too long are cut off. /healthz and /readyz have
a thread each, and answer whatever the others wait for.
"""

import os
import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Final

from gunicorn.workers.base import Worker
from waitress import create_server, wasyncore
from waitress.channel import HTTPChannel
from waitress.task import ThreadedTaskDispatcher

from orgs.work_at_once import WHEN_SENT

PROBES: Final = ("/healthz", "/readyz")
# How long a client may take to send one request.
RECEIVE_SECONDS: Final = 60
# How long one answer may take, sent or not: as long as the request's slots are kept (orgs/work_at_once.py).
ANSWER_SECONDS: Final = 600
# How long a client may take none of an answer that is ready.
STALLED_SECONDS: Final = 60
# How long a connection stays open without a request.
IDLE_SECONDS: Final = 75
# A body beyond the site's own limit of half as much gets the site's answer, and a larger one the server's.
MOST_BODY_BYTES: Final = 2 * 1024 * 1024
MOST_HEADER_BYTES: Final = 64 * 1024
_TURN_SECONDS: Final = 1.0
_LIMITS: Final[dict[str, Any]] = {
    "asyncore_use_poll": True,
    "channel_timeout": IDLE_SECONDS,
    # Each process; a connection beyond them waits in the listening socket's queue.
    "connection_limit": 500,
    "max_request_header_size": MOST_HEADER_BYTES,
    "max_request_body_size": MOST_BODY_BYTES,
    # Larger than any body and any answer that is not streamed, since waitress writes what is larger to the disk.
    "inbuf_overflow": 4 * 1024 * 1024,
    "outbuf_overflow": 64 * 1024 * 1024,
    # A streamed answer is made at the client's speed once this much of it waits.
    "outbuf_high_watermark": 1024 * 1024,
    # The application reads them itself, as far as TRUSTED_PROXIES says.
    "clear_untrusted_proxy_headers": False,
    "log_socket_errors": False,
    "ident": "",
}


class _Task:
    """A client's next request, for waitress's threads. Sending can take a thread longer than making the answer."""

    def __init__(self, client: HTTPChannel, thread: threading.local) -> None:
        self._client, self._thread = client, thread

    def service(self) -> None:
        """Answer the request, and then call what the site has asked for."""
        when_sent: list[Callable[[], None]] = []
        self._thread.when_sent = when_sent
        try:
            self._client.service()
        finally:
            for call in when_sent:
                call()

    def cancel(self) -> None:
        """Answer nothing: the server ends."""
        self._client.cancel()


class BufferedWorker(Worker):
    """Serves the sockets that it inherits until gunicorn ends it; then it answers what has begun, and ends.

    Of gunicorn's settings for threads and connections only ``threads`` and ``graceful_timeout`` count.
    """

    def run(self) -> None:
        """Serve until SIGTERM, or until gunicorn's master is gone."""
        self._channels: dict[int, Any] = {}
        # What each connection is doing, as an object that changes with it, and since when.
        self._doing: dict[HTTPChannel, tuple[object, float]] = {}
        # ``when_sent``: what the site wants to be called once the thread is through with its request.
        self._thread = threading.local()
        # Its threads begin here, in the process that uses them.
        self._probes = {path: ThreadedTaskDispatcher() for path in PROBES}
        for each in self._probes.values():
            each.set_thread_count(1)
        create_server(
            self._application,
            map=self._channels,
            sockets=[listener.sock for listener in self.sockets],
            threads=self.cfg.threads,
            **_LIMITS,
        )
        for listener in self._listeners():
            listener.add_task = partial(self._add_task, listener.add_task)
        swept = 0.0
        while self.alive and os.getppid() == self.ppid:
            self._turn()
            if time.monotonic() - swept >= _TURN_SECONDS:
                swept = time.monotonic()
                self._cut_off_slow_clients()
        if os.getppid() == self.ppid:
            self._finish()

    def _add_task(self, add_task: Callable[[HTTPChannel], None], client: HTTPChannel) -> None:
        """Have a thread answer the client's first request that has none."""
        task, probes = _Task(client, self._thread), self._probes.get(client.requests[0].path)
        if probes:
            probes.add_task(task)
        else:
            add_task(task)

    def _application(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ[WHEN_SENT] = self._thread.when_sent
        return self.wsgi(environ, start_response)  # type: ignore[no-any-return]

    def _turn(self) -> None:
        """Read and write what is ready, within a second, and tell the master that this process lives."""
        self.notify()
        wasyncore.loop(_TURN_SECONDS, use_poll=True, map=self._channels, count=1)

    def _listeners(self) -> list[Any]:
        return [each for each in self._channels.values() if each.accepting]

    def _clients(self) -> list[HTTPChannel]:
        return [each for each in self._channels.values() if isinstance(each, HTTPChannel)]

    def _cut_off_slow_clients(self) -> None:
        """Close connections that have been sending one request, or taking one answer, for too long.

        A thread that waits for such a client to take more of a streamed answer goes on, and closes that answer.
        """
        before, self._doing, now = self._doing, {}, time.monotonic()
        for client in self._clients():
            doing = client.requests[0] if client.requests else client.request
            known, since = before.get(client, (None, now))
            self._doing[client] = (doing, since if doing is known else now)
            took = now - self._doing[client][1]
            is_slow = doing is not None and took > (ANSWER_SECONDS if client.requests else RECEIVE_SECONDS)
            is_stalled = client.total_outbufs_len and time.time() - client.last_activity > STALLED_SECONDS
            if is_slow or is_stalled:
                client.handle_close()

    def _finish(self) -> None:
        """Accept no more connections, answer the requests that have begun, and close each connection after its own."""
        for listener in self._listeners():
            del self._channels[listener.socket.fileno()]
        begun = time.monotonic()
        while time.monotonic() - begun < self.cfg.graceful_timeout and os.getppid() == self.ppid:
            clients = self._clients()
            for client in clients:
                for request in client.requests:
                    request.headers["CONNECTION"] = "close"
            # A client that keeps its connection may have sent its next request a moment ago.
            if time.monotonic() - begun > _TURN_SECONDS:
                for client in clients:
                    if not (client.requests or client.request or client.total_outbufs_len):
                        client.handle_close()
                if not clients:
                    return
            self._turn()
