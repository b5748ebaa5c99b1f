"""`make bench` and `make bench-quick`: load data, measure, compare with the budgets; exit code 1 if one is missed.

Creates its own database on the server of DATABASE_URL, runs ``benchmarks.suite`` on it and drops it at the end.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from typing import Final
from urllib.parse import urlsplit

import psycopg

from billing_access.routes import RATES

DATABASE: Final = "billing_access_bench"


def main() -> int:
    """Run the benchmarks; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--quick", action="store_true", help="200,000 runs instead of ten million")
    arguments = ["--quick"] if parser.parse_args().quick else []
    server = os.environ["DATABASE_URL"]
    _recreate(server)
    # Requests are counted for the metrics in files, as on a real site.
    with tempfile.TemporaryDirectory() as counts:
        environment = {
            **os.environ,
            "PROMETHEUS_MULTIPROC_DIR": counts,
            "DATABASE_URL": urlsplit(server)._replace(path=f"/{DATABASE}").geturl(),
            "LOG_LEVEL": "CRITICAL",
            "RATE_LIMITS": ",".join(f"{name}=10000" for name in RATES),
        }
        try:
            return subprocess.run([sys.executable, "-m", "benchmarks.suite", *arguments], env=environment).returncode  # noqa: S603
        finally:
            _drop(server)


def _recreate(server: str) -> None:
    _drop(server)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {DATABASE}")


def _drop(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")


if __name__ == "__main__":
    sys.exit(main())
