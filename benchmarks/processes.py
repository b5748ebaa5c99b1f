"""What processes cost: the processor time of a tree of them, and the memory of one (Linux)."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from django.db import connection

_TICKS: Final = os.sysconf("SC_CLK_TCK")


class Memory(NamedTuple):
    """The memory of a process in bytes. ``pss`` counts a page that several processes share by its share."""

    rss: int
    pss: int


def cpu_seconds(processes: Iterable[int]) -> float:
    """Return the processor time of these processes and their descendants, also of descendants that have ended.

    It does not depend on what else the machine does. A process is known to a hundredth of a second.
    """
    return sum(sum(_times(each)) for process in processes for each in (process, *descendants(process))) / _TICKS


def descendants(process: int) -> list[int]:
    """Return the children of a process, their children and so on."""
    try:
        children = [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except FileNotFoundError:
        return []
    return [each for child in children for each in (child, *descendants(child))]


def memory(process: int) -> Memory:
    """Return what a process has in memory now."""
    sizes = dict.fromkeys(("Rss", "Pss"), 0)
    for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]:
        name, _, rest = line.partition(":")
        if name in sizes:
            sizes[name] = int(rest.split()[0]) * 1024
    return Memory(sizes["Rss"], sizes["Pss"])


def postgres() -> int | None:
    """Return the process of the PostgreSQL server; None if it does not run on this machine."""
    backend = connection.connection.info.backend_pid
    try:
        if "postgres" not in Path(f"/proc/{backend}/cmdline").read_text():
            return None
        return int(_fields(backend)[1])
    except FileNotFoundError:
        return None


def backends_of_site() -> list[int]:
    """Return the processes of PostgreSQL that serve web processes."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE application_name = 'billing_access site'"
            " AND pid <> pg_backend_pid() ORDER BY backend_start"
        )
        return [pid for (pid,) in cursor.fetchall()]


def _times(process: int) -> list[int]:
    """Return its user and system time, and those of its children that have ended, in ticks."""
    try:
        return [int(each) for each in _fields(process)[11:15]]
    except (FileNotFoundError, ProcessLookupError):
        return []


def _fields(process: int) -> list[str]:
    """Return the fields of ``stat`` from the third on; the second, the command's name, may have blanks."""
    return Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2].split()
