"""A server of PostgreSQL that is in recovery."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from dev.postgres_paths import place_for
from dev.postgres_server import serve


@pytest.fixture
def standby() -> Iterator[str]:
    """A server of its own that is in recovery, with the table of migrations; its socket's folder."""
    usual = place_for("test")
    socket = Path(tempfile.mkdtemp(prefix="ba-")) / "s"
    socket.parent.chmod(0o711)
    place = replace(usual, data=usual.data.parent / f"standby-{os.getpid()}", socket=socket)
    try:
        with serve(place, fresh=True) as url, psycopg.connect(url) as server:
            server.execute("CREATE TABLE django_migrations (app text, name text)")
            server.execute("CREATE ROLE billing_access_app")
            server.execute("GRANT SELECT ON django_migrations TO billing_access_app")
        (place.data / "standby.signal").touch()
        with serve(place):
            yield str(socket)
    finally:
        shutil.rmtree(place.data, ignore_errors=True)
        shutil.rmtree(socket.parent, ignore_errors=True)
        for name in ("log", "lock"):
            place.data.with_name(f"{place.data.name}.{name}").unlink(missing_ok=True)
