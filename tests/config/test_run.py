"""`make run` says plainly what stops it, before it starts anything."""

import os
import socket
import subprocess
import sys

import pytest

from config.embedded_postgres import CHECKOUT


def run(**environ: str) -> subprocess.CompletedProcess[str]:
    """Start the supervisor where it must stop at once."""
    return subprocess.run(
        [sys.executable, "-m", "config.run"],
        cwd=CHECKOUT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        timeout=30,
    )


def test_a_taken_port_is_named_with_the_way_out():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = run(PORT=str(port), HOST="")
    assert ended.returncode == 1
    assert f"cannot listen on 127.0.0.1:{port}" in ended.stderr
    assert "make run PORT=8123" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("port", ["eighty", "0", "65536", "-1"])
def test_a_port_that_is_none_is_refused(port):
    ended = run(PORT=port)
    assert ended.returncode == 1
    assert "is not a port. Accepted: 1 to 65535" in ended.stderr


def test_an_address_of_another_machine_is_refused():
    ended = run(HOST="not-a-host.invalid", PORT="8123")
    assert ended.returncode == 1
    assert "is not an address of this machine" in ended.stderr
