"""Waits in tests of races until the other side waits too."""

import threading
import time

from django.db import connection


def wait_until_it_waits_or_ends(thread: threading.Thread) -> None:
    """Return when a session of this database waits for a lock, or the thread has ended; after 20 seconds at most."""
    deadline = time.monotonic() + 20
    with connection.cursor() as cursor:
        while thread.is_alive() and time.monotonic() < deadline:
            cursor.execute("SELECT pg_sleep(0.01), pg_stat_clear_snapshot()")
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
            )
            if cursor.fetchone()[0]:
                return
