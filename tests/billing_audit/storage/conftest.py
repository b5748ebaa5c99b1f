"""Fixtures of the tests of months: events of another day, and a second session of the site."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import connection

from billing_audit.storage import table_locks


@pytest.fixture
def at(at_another_time: Callable[[datetime], Any], write_events: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """A function that writes events with ids of another day: ``at("2025-03-05", 3)`` writes three."""

    def write(day: str, number: int, log: str | None = "o_1") -> list[str]:
        with at_another_time(datetime.fromisoformat(f"{day}T12:00:00+00:00")):
            return write_events(number, log)

    return write


@pytest.fixture
def second_connection(db: None) -> Iterator[psycopg.Connection]:
    """A session of the site's role, which waits 200 ms for a lock. It sees nothing that the test has not committed."""
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    with psycopg.connect(url, application_name="a long report") as session:
        session.execute("SET ROLE billing_access_app")
        session.execute("SET lock_timeout = 200")
        session.commit()
        yield session
        session.rollback()


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Attempts without pauses."""
    monkeypatch.setattr(table_locks, "PAUSE", 0.01)
