"""Measures the verification of one large log, by a process of its own, and what it does to reads meanwhile."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks.audit_log import sealing_environment
from benchmarks.processes import cpu_seconds
from benchmarks.report import Finding
from benchmarks.worker import get
from billing_audit.verification.report import Verdict
from config.wsgi import application
from orgs.audit_verification import EXIT_CODES
from orgs.models import Organization

_ALONE_SECONDS: Final = 20.0


def during_reads(organization: Organization, events: int, secret: str) -> list[Finding]:
    """Verify the organization's log while its balance is read all along, and compare with the same reads before.

    Raises RuntimeError unless the log verifies. There is no published checkpoint to compare with.
    """
    read = get(application, "/v1/billing/state", {"x-api-key": secret})
    ends = time.monotonic() + _ALONE_SECONDS
    alone = _times(read, lambda: time.monotonic() < ends)
    # No sealer runs yet, so events of the measures before wait for one.
    command = [sys.executable, "-m", "django", "verify_audit", "--organization", organization.public_id]
    command += ["--unsealed-limit", str(24 * 3600)]
    begun, peak, used = time.monotonic(), 0, 0.0
    environ = {**os.environ, **sealing_environment()}
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603

        def runs() -> bool:
            nonlocal peak, used
            if process.poll() is not None:
                return False
            peak, used = max(peak, _peak(process.pid)), cpu_seconds([process.pid])
            return True

        during = _times(read, runs)
        took = time.monotonic() - begun
        said = process.communicate()[0]
    if process.returncode != EXIT_CODES[Verdict.NO_OUTSIDE_HEAD]:
        raise RuntimeError(f"the log of {events:,} events: exit code {process.returncode}, {said[:500]}")
    return [
        Finding(f"verify_audit of {events:,} events of one organization", took, " s"),
        Finding("the same, processor time without PostgreSQL's", used, " s"),
        Finding("the same, memory at most (RSS)", peak / 2**20, " MB"),
        *(
            Finding(f"state read {when}, {name}", times[len(times) * part // 100] * 1000, " ms")
            for name, part in (("p50", 50), ("p99", 99))
            for when, times in (("before it", alone), ("meanwhile", during))
        ),
    ]


def _times(read: Callable[[], object], goes_on: Callable[[], bool]) -> list[float]:
    """Return, sorted, the seconds of each read, twenty of them a second."""
    taken = []
    while goes_on():
        begun = time.perf_counter()
        read()
        taken.append(time.perf_counter() - begun)
        time.sleep(0.05)
    return sorted(taken)


def _peak(process: int) -> int:
    """Return the most memory that a process had so far, in bytes; 0 if it has ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except FileNotFoundError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), 0)
