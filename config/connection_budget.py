"""How many connections to PostgreSQL the processes of a site open, to compare with its ``max_connections``."""

from typing import Final

# One worker: four of the job queue's pool, one that listens for new jobs, and one of the job at work.
OF_A_WORKER: Final = 6
# PostgreSQL keeps these for superusers (`superuser_reserved_connections`).
RESERVED: Final = 3


def connections_needed(
    web_processes: int,
    web_threads: int,
    webhook_senders: int,
    *,
    workers: int = 1,
    sealers: int = 1,
    metrics: int = 1,
    commands: int = 2,
) -> dict[str, int]:
    """Return how many connections are open at the same time, at most, by kind of process.

    Each thread of a web process keeps one, and ``/readyz`` has one more. During a reload the processes that end and
    those that begin have theirs. `send_webhooks` has one for each of its senders, and one that looks for what is due.
    A sealer, a process of metrics and a command have one each.
    """
    return {
        "site": 2 * web_processes * (web_threads + 1),
        "worker": workers * OF_A_WORKER,
        "webhooks": webhook_senders + 1,
        "sealer": sealers,
        "metrics": metrics,
        "command": commands,
        "reserved": RESERVED,
    }
