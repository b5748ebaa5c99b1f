"""How gunicorn serves the site: ``gunicorn --config python:config.web_server config.wsgi:application``.

The environment variable WEB_CONCURRENCY says how many processes it starts, and WEB_THREADS how many threads each has.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from dotenv import dotenv_values

from config.environment import DOTENV

worker_class = "config.web_worker.BufferedWorker"
_variables = {**dotenv_values(DOTENV), **os.environ}
_named = _variables.get("WEB_THREADS") or "16"
# As orgs/settings.py has it, which is read later.
if not _named.isdecimal() or not 4 <= int(_named) <= 1000:
    raise SystemExit(f"WEB_THREADS: {_named!r} is not accepted. Accepted: a whole number from 4 to 1000.")
threads = int(_named)
# The site writes its own access log, which has no token of a link (config/access_log.py).
accesslog = None
loglevel = "warning"
control_socket_disable = True
if _variables.get("LOG_FORMAT") == "json":
    # gunicorn's own lines, such as that a process was killed. It writes them itself, before the site is loaded.
    logconfig_dict = {
        "formatters": {"json": {"()": "config.json_lines.JsonFormatter"}},
        "handlers": {"json": {"class": "logging.StreamHandler", "formatter": "json", "stream": "ext://sys.stderr"}},
        "root": {"level": "WARNING", "handlers": ["json"]},
        "loggers": {"gunicorn.error": {"level": "WARNING", "handlers": ["json"], "propagate": False}},
    }
if _variables.get("METRICS_FOLDER"):
    # prometheus_client reads this name when config/metrics.py imports it, in each web process.
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = _variables["METRICS_FOLDER"] or ""


# The number of each web process. A later one takes it over, and goes on counting in its files.
_numbers: dict[Any, int] = {}


def on_starting(server: Any) -> None:
    """Delete what was counted under masters that have ended. Prometheus notices that counts begin again.

    During an upgrade of the code (SIGUSR2) the master before still serves, and its processes count on.
    """
    if folder := os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        for file in Path(folder).glob("*.db"):
            master = file.stem.rpartition("_")[2].partition("-")[0]
            # In a container each master has the same process id.
            if master == str(os.getpid()) or not _runs(master):
                file.unlink()


def _runs(process: str) -> bool:
    with suppress(PermissionError):
        try:
            os.kill(int(process), 0)
        except (ValueError, ProcessLookupError):
            return False
    return True


def pre_fork(server: Any, worker: Any) -> None:
    """Give the process that is about to start the lowest number that no living one has."""
    _numbers[worker] = min(set(range(len(_numbers) + 1)) - set(_numbers.values()))


def post_fork(server: Any, worker: Any) -> None:
    """Name the files of this process by its master and its number (config/metrics.py)."""
    os.environ["METRICS_PROCESS"] = f"{os.getppid()}-{_numbers[worker]}"


def child_exit(server: Any, worker: Any) -> None:
    """Free the number of a process that has ended."""
    _numbers.pop(worker, None)
