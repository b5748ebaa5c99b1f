"""examples/webhook_receiver.py, against messages that the site signed: the library's own verifier takes them."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings

from billing_access.webhooks.outbox import message_body
from billing_access.webhooks.signing import new_secret, signed_headers

SECRET = new_secret()
Send = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture(scope="module")
def receiver() -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """The example in a process of its own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {"PATH": os.environ["PATH"], "WEBHOOK_SECRET": SECRET, "PORT": str(port)}
    script = settings.BASE_DIR / "examples" / "webhook_receiver.py"
    with subprocess.Popen([sys.executable, script], env=environment, stdout=subprocess.PIPE, text=True) as process:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/", process
        process.kill()


@pytest.fixture
def send(receiver: Any) -> Send:
    """Send a message as a sender does, and return the status and the JSON of the answer."""

    def post(
        type: str, data: dict[str, Any], secrets: list[str] | None = None, id: UUID | None = None, late: float = 0
    ) -> tuple[int, dict[str, Any]]:
        now = datetime.now(UTC) - timedelta(seconds=late)
        body = message_body(type, data, at=now).encode()
        headers = signed_headers(secrets or [SECRET], id or uuid4(), body, now)
        request = urllib.request.Request(receiver[0], body, headers)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refused:
            return refused.code, json.load(refused)

    return post


def test_it_answers_the_challenge(send: Send) -> None:
    assert send("webhook.challenge", {"challenge": "abc"}) == (200, {"challenge": "abc"})


def test_during_a_rotation_either_secret_verifies(send: Send) -> None:
    assert send("webhook.test", {}, [new_secret(), SECRET])[0] == 200
    assert send("webhook.test", {}, [SECRET, new_secret()])[0] == 200


def test_it_refuses_another_secret_and_what_is_old(send: Send) -> None:
    assert send("alert.fired", {}, [new_secret()])[0] == 401
    assert send("alert.fired", {}, late=301)[0] == 401


def test_it_prints_what_comes_twice_once(send: Send, receiver: Any) -> None:
    first, second = uuid4(), uuid4()
    rule = {"rule": {"sentence": "Spend of a day over $500.00"}, "figure": "612.00"}
    for each in (first, first, second):
        assert send("alert.fired", rule, id=each)[0] == 200
    assert send("alert.resolved", {**rule, "figure": "410.00"})[0] == 200
    receiver[1].kill()
    lines = [line for line in receiver[1].stdout if line.startswith("alert.")]
    said = "alert.fired Spend of a day over $500.00 612.00\n"
    assert lines == [said, said, "alert.resolved Spend of a day over $500.00 410.00\n"]
