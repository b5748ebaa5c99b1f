"""Processes of their own on the tests' database, and waiting for what they do."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start Python on the tests' database; what still runs afterwards is killed."""
    started: list[subprocess.Popen[str]] = []
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    environ = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings"}
    environ["PYTHONPATH"] = str(settings.BASE_DIR)
    pipe = subprocess.PIPE

    def start_it(*arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=settings.BASE_DIR, env=environ, stdin=pipe, stdout=pipe, stderr=pipe, text=True,
        )  # fmt: skip
        started.append(process)
        return process

    yield start_it
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def within() -> Callable[[float, Callable[[], bool]], bool]:
    """Wait until something holds: ``within(seconds, holds)``."""

    def wait(seconds: float, holds: Callable[[], bool]) -> bool:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if holds():
                return True
            time.sleep(0.05)
        return False

    return wait
