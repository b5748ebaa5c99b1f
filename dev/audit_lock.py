"""`make check`: ask OSV, the database of published advisories, about what requirements.lock installs.

One request names every package and version. Without an answer nothing is audited, which is said and is no failure.
"""

import json
import re
import sys
import threading
import urllib.request
from pathlib import Path
from typing import Any, Final

from dev.postgres_paths import CHECKOUT

LOCK: Final = CHECKOUT / "requirements.lock"
# https://google.github.io/osv.dev/post-v1-querybatch/
SERVICE: Final = "https://api.osv.dev/v1/querybatch"
# For the whole exchange: a time-out of the socket covers neither the name server nor an answer that trickles in.
BUDGET_SECONDS: Final = 8.0
_PINNED: Final = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def main(lock: Path = LOCK, service: str = SERVICE, budget_seconds: float = BUDGET_SECONDS) -> int:
    """Print what the service knows. Returns 1 if it knows a vulnerability of a pinned version, else 0."""
    pinned = _PINNED.findall(lock.read_text())
    answers: list[list[list[str]]] = []
    asking = threading.Thread(target=_ask, args=(pinned, service, budget_seconds, answers), daemon=True)
    asking.start()
    asking.join(budget_seconds)
    if not answers:
        print(f"{lock.name} is not audited: {service} did not answer.")
        return 0
    found = [
        f"{name} {version}: {', '.join(ids)}" for (name, version), ids in zip(pinned, answers[0], strict=True) if ids
    ]
    if not found:
        print(f"{lock.name}: no known vulnerability in {len(pinned)} packages.")
        return 0
    print(f"{lock.name} has known vulnerabilities (https://osv.dev/ID). Upgrade, then `make lock`:", *found, sep="\n  ")
    return 1


def _ask(pinned: list[tuple[str, str]], service: str, seconds: float, answers: list[list[list[str]]]) -> None:
    """Append the ids of the advisories of each package, in order; nothing where the service has no usable answer."""
    queries = [{"package": {"ecosystem": "PyPI", "name": name}, "version": version} for name, version in pinned]
    body = json.dumps({"queries": queries}).encode()
    request = urllib.request.Request(service, body, {"Content-Type": "application/json"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=seconds) as response:  # noqa: S310
            results: list[Any] = json.loads(response.read())["results"]
        ids = [[each["id"] for each in result.get("vulns", [])] for result in results]
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return
    if len(ids) == len(pinned):
        answers.append(ids)


if __name__ == "__main__":
    sys.exit(main())
