"""A process that runs named actions on request and reports how long they took.

Uses only the standard library, since the peers run it too. Each input line is ``{"do": name, "times": n}``, each output
line the median in seconds.
"""

import io
import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any


def serve(actions: dict[str, Callable[[], object]], before: Callable[[], object] = lambda: None) -> None:
    """Serve requests until the input ends. ``before`` runs before each of them and is not timed."""
    out, sys.stdout = sys.stdout, sys.stderr
    print(json.dumps(sorted(actions)), file=out, flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        before()
        print(json.dumps(median_seconds(actions[order["do"]], order["times"])), file=out, flush=True)


def median_seconds(action: Callable[[], object], times: int) -> float:
    """Run the action so many times and return the median. With more than one, an additional first run warms up."""
    taken = []
    for _ in range(times + (times > 1)):
        started = time.perf_counter()
        action()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken[times > 1 :])


def get(application: Any, path: str, headers: dict[str, str], *, expect: int = 200) -> Callable[[], dict[str, str]]:
    """Return an action that sends one GET to the WSGI application, reads the answer and returns its headers."""
    path, _, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": path, "QUERY_STRING": query,
        "SERVER_NAME": "localhost", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "localhost",
        "REMOTE_ADDR": "127.0.0.1", "HTTP_ACCEPT": "application/json", "HTTP_USER_AGENT": "benchmark",
        "wsgi.version": (1, 0), "wsgi.url_scheme": "http", "wsgi.errors": sys.stderr, "wsgi.multithread": False,
        "wsgi.multiprocess": True, "wsgi.run_once": False,
        **{f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()},
    }  # fmt: skip

    def request() -> dict[str, str]:
        seen: list[Any] = []
        answer = application({**environ, "wsgi.input": io.BytesIO()}, lambda *response: seen.extend(response[:2]))
        body = b"".join(answer)
        answer.close()
        if not seen[0].startswith(str(expect)):
            raise RuntimeError(f"{path}: {seen[0]} {body[:300]!r}")
        return dict(seen[1])

    return request
