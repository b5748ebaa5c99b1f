"""Processes that begin with Django loaded: forked, in milliseconds, where a new interpreter takes a second to load it.

``ForkServer`` runs this file as a process, which loads Django once and forks for each command. Settings are read when
Django is loaded, so commands with another environment need a server of their own.
"""

import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Final, Self

import django

_MOST_BYTES: Final = 65_536


class Forked:
    """A started process, with as much of ``subprocess.Popen`` as tests use; killed at the end of its context."""

    def __init__(self, stdin: int, stdout: int, stderr: int, state: int) -> None:
        self.stdin: IO[str] = os.fdopen(stdin, "w")
        self.stdout, self.stderr, self._state = os.fdopen(stdout), os.fdopen(stderr), os.fdopen(state)
        self.pid = int(self._state.readline())
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Return the exit code, -n if signal n ended it, or None while it runs."""
        try:
            return self.wait(0)
        except subprocess.TimeoutExpired:
            return None

    def wait(self, timeout: float | None = None) -> int:
        """Return the exit code once it has ended; after ``timeout`` seconds raise ``subprocess.TimeoutExpired``."""
        if self.returncode is None:
            if not select.select([self._state], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
            self.returncode = int(self._state.readline())
        return self.returncode

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """Close its input, read its output to the end and wait. It is killed if that takes longer than ``timeout``."""
        with suppress(BrokenPipeError):
            self.stdin.close()
        late = threading.Timer(timeout or threading.TIMEOUT_MAX, self.kill)
        errors: list[str] = []
        reader = threading.Thread(target=lambda: errors.append(self.stderr.read()))
        late.start()
        reader.start()
        output = self.stdout.read()
        reader.join()
        late.cancel()
        self.wait()
        return output, errors[0]

    def send_signal(self, number: int) -> None:
        """Send a signal, unless the process has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Send SIGTERM."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """Send SIGKILL."""
        self.send_signal(signal.SIGKILL)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.kill()
        self.wait()
        for each in (self.stdin, self.stdout, self.stderr, self._state):
            with suppress(BrokenPipeError):
                each.close()


class ForkServer:
    """A process that forks for each command, all with one environment. It ends when it is closed, or with its user."""

    def __init__(self, folder: Path, environ: Mapping[str, str]) -> None:
        self._requests, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.forks", str(theirs.fileno())],
                cwd=folder, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
            )  # fmt: skip

    def start(self, *arguments: str) -> Forked:
        """Start what ``python ARGUMENTS`` would: a file, or the code after ``-c``."""
        stdin, stdout, stderr, state = (os.pipe() for _ in range(4))
        theirs = [stdin[0], stdout[1], stderr[1], state[1]]
        socket.send_fds(self._requests, [json.dumps(arguments).encode()], theirs)
        for each in theirs:
            os.close(each)
        return Forked(stdin[1], stdout[0], stderr[0], state[0])

    def close(self) -> None:
        """End the server. Processes that it has started go on."""
        self._requests.close()
        self._process.wait()


def _take_request(requests: socket.socket) -> tuple[list[str], list[int]]:
    """Fork for each request until there are no more. Return only in the forked processes, with what is asked of them.

    Each has a parent of its own, which waits for it and tells its id and its exit code.
    """
    # So nobody need wait for these parents.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        message, files, _, _ = socket.recv_fds(requests, _MOST_BYTES, 4)
        if not message:
            os._exit(0)
        if os.fork() == 0:
            break
        for each in files:
            os.close(each)
    requests.close()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    *streams, state = files
    if child := os.fork():
        for each in streams:
            os.close(each)
        os.write(state, f"{child}\n".encode())
        os.write(state, f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n".encode())
        os._exit(0)
    os.close(state)
    return json.loads(message), streams


def _become(arguments: list[str], streams: list[int]) -> None:
    """Run the command with these standard streams, as a new interpreter would."""
    for number, each in enumerate(streams):
        os.dup2(each, number)
        os.close(each)
    first, *rest = arguments
    if first == "-c":
        code, *rest = rest
        sys.argv = ["-c", *rest]
        exec(compile(code, "<string>", "exec"), {"__name__": "__main__"})  # noqa: S102
    else:
        sys.argv = [first, *rest]
        runpy.run_path(first, run_name="__main__")


if __name__ == "__main__":
    django.setup()
    _become(*_take_request(socket.socket(fileno=int(sys.argv[1]))))
