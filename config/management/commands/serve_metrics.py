"""``manage.py serve_metrics``: the process that Prometheus reads."""

import signal
import threading
from argparse import ArgumentParser
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.multiprocess import MultiProcessCollector

from config.database_metrics import DatabaseCollector

PORT: Final = 9464


class Command(BaseCommand):
    """Anyone who reaches its port reads it: numbers of the whole site, without names or ids of anybody."""

    help = (
        "Serve metrics to Prometheus until SIGTERM or SIGINT: what the web processes count in METRICS_FOLDER, and what"
        " the database says. Start one for each machine that has web processes."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--address", default="127.0.0.1", help="listen on this address; 127.0.0.1 by default")
        parser.add_argument("--port", type=int, default=PORT, help=f"listen on this port; {PORT} by default")

    def handle(self, *args: Any, address: str, port: int, **options: Any) -> None:
        folder = settings.METRICS_FOLDER
        if not folder:
            raise CommandError("METRICS_FOLDER is not set. Set it to the same folder for this and for gunicorn.")
        Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        registry, database = CollectorRegistry(), DatabaseCollector()
        MultiProcessCollector(registry, path=folder)  # type: ignore[no-untyped-call]
        registry.register(database)
        # Unlike a threading.Event, whose lock may be held when the signal comes, it may be used in a signal handler.
        stops: SimpleQueue[None] = SimpleQueue()
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, lambda *_: stops.put(None))
        try:
            server, _ = start_http_server(port, address, registry)
        except OSError as error:
            raise CommandError(f"cannot listen on {address}:{port} ({error.strerror}). Use another --port.") from None
        # A daemon, since a read may wait for a database that does not answer.
        threading.Thread(target=database.keep_reading, args=[threading.Event()], daemon=True).start()
        self.stdout.write(f"Metrics on http://{address}:{port}/metrics")
        self.stdout.flush()
        stops.get()
        server.shutdown()
