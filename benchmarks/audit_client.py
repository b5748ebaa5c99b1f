"""One of the sixteen clients: for some seconds it changes the scopes of its own key, and prints how often."""

import os
import sys
import time
from typing import Any

import config.wsgi  # noqa: F401  sets up Django as a server does, before models are imported
from benchmarks.measures import FEEDER
from billing_access.access.services import change_scopes, issue_key
from billing_audit import record as writer
from orgs.models import Organization


def main() -> None:
    """Work once for each input line: ``recorded``, ``unrecorded`` or ``warm up``."""
    organization = Organization.objects.get(public_id=sys.argv[1])
    key = issue_key(organization, actor=FEEDER, name=f"Client {os.getpid()}", scopes=["runs:read"], lifetime_days=9).key
    original = writer.record
    scopes = [["runs:read"], ["audit:read"]]
    done = 0

    def record_by(function: Any) -> None:
        for module in list(sys.modules.values()):
            if getattr(module, "record", None) in (original, _nothing):
                module.record = function  # type: ignore[attr-defined]

    for line in sys.stdin:
        record_by(_nothing if line.strip() == "unrecorded" else original)
        ends, before = time.monotonic() + (0.5 if line.strip() == "warm up" else float(sys.argv[2])), done
        while time.monotonic() < ends:
            done += 1
            key = change_scopes(key, actor=FEEDER, scopes=scopes[done % 2]) or key
        print(done - before, flush=True)


def _nothing(*_: Any, **__: Any) -> None:
    pass


if __name__ == "__main__":
    main()
