"""A measured figure with its budget, and the page of results."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal, NamedTuple

from django.db import connection

LOCK: Final = Path(__file__).parent / "requirements.lock"


@dataclass(frozen=True, slots=True)
class Finding:
    """A measured figure and its budget; a budget of None means that there is none, or none at this size."""

    what: str
    found: float
    unit: str = ""
    budget: float | None = None
    sense: Literal["<=", ">="] = "<="

    @property
    def is_met(self) -> bool:
        """Whether the figure is within its budget, or has none."""
        if self.budget is None:
            return True
        return self.found <= self.budget if self.sense == "<=" else self.found >= self.budget

    @property
    def row(self) -> tuple[str, str, str, str]:
        """The cells of a row of the results."""
        budget = "" if self.budget is None else f"{self.sense} {_figure(self.budget)}{self.unit}"
        verdict = "" if self.budget is None else "met" if self.is_met else "not met"
        return self.what, f"{_figure(self.found)}{self.unit}", budget, verdict


class Table(NamedTuple):
    """A table of the results with its header and rows, and the sentence above it."""

    sentence: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]


Flat = Sequence[tuple[int, dict[str, float]]]


def page(
    findings: Sequence[Finding], flat: Flat, audited: Flat, further: Sequence[Table], command: str, took: float
) -> str:
    """Return the text of results.md."""
    names = list(flat[0][1])
    missed = sum(not each.is_met for each in findings)
    judged = sum(each.budget is not None for each in findings)
    return "\n".join(
        [
            "# Results",
            "",
            f"`{command}`, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {took / 60:.0f} minutes: "
            f"{judged - missed} of {judged} budgets met. Each ratio is the median over interleaved rounds in one run;",
            "requests call the WSGI application directly. `0b` is a bare DRF view without authentication that reads",
            "the same account row through the ORM; milliseconds are those of the statement, executed and fetched.",
            "",
            *_machine(),
            "",
            *_table(("what", "found", "budget", ""), [each.row for each in findings]),
            "",
            "The organization with three tenths of all runs, while the database grows (ms):",
            "",
            *_table(
                ("runs in the database", "runs of the organization", *names),
                [
                    (f"{runs:,}", f"{runs * 3 // 10:,}", *(f"{found[name] * 1000:.2f}" for name in names))
                    for runs, found in flat
                ],
            ),
            "",
            "One organization's audit log, while it grows: 50 events with their personal data (ms):",
            "",
            *_table(
                ("read", *(f"{events:,} events" for events, _ in audited)),
                [(name, *(f"{found[name] * 1000:.2f}" for _, found in audited)) for name in audited[0][1]],
            ),
            "",
            *(line for each in further for line in (each.sentence, "", *_table(each.header, each.rows), "")),
        ]
    )


def _machine() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('server_version'), current_setting('shared_buffers'), "
            "current_setting('synchronous_commit'), current_setting('fsync'), pg_size_pretty(pg_database_size(%s))",
            [connection.settings_dict["NAME"]],
        )
        version, buffers, commit, fsync, size = cursor.fetchone()
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    peers = [
        line.split(" ")[0]
        for line in LOCK.read_text().splitlines()
        if line.startswith(("django==", "django-", "djangorestframework"))
    ]
    return [
        f"- {os.cpu_count()} cores ({_processor()}), {pages / 2**30:.0f} GiB of memory, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
        f"- PostgreSQL {version}, shared_buffers {buffers}, synchronous_commit {commit}, fsync {fsync}; "
        f"{size} on disk; load average {os.getloadavg()[1]:.1f}",
        f"- Peers: {', '.join(peers)}",
    ]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[n]) for row in [header, *rows]) for n in range(len(header))]

    def line(row: Sequence[str]) -> str:
        return "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"

    return [line(header), line(["-" * width for width in widths]), *map(line, rows)]


def _figure(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 or number == int(number) else f"{number:.2f}"
