"""Compares the measurements with the budgets of section 13 of the design."""

import statistics
from collections.abc import Sequence

from benchmarks.measures import ratio
from benchmarks.report import Finding

Taken = dict[str, list[float]]
Flat = Sequence[tuple[int, dict[str, float]]]


def of_requests(taken: Taken) -> list[Finding]:
    """Compare requests with those of the peers, and a 304 with its 200."""
    return [
        Finding("state read, unrecorded, against 0b", ratio(taken, "state unrecorded", "peer bare"), "", 1.15),
        Finding("the same, durably recorded, against 0b", ratio(taken, "state", "peer bare"), "", 1.8),
        # What no record can cost less than on this machine.
        Finding("the same with one short row committed instead, against 0b", ratio(taken, "state row", "peer bare")),
        Finding("recorded, against djangorestframework-api-key", ratio(taken, "state", "peer api-key"), "", 1.05),
        *(
            Finding(f"{package}'s check, against 0b", ratio(taken, f"peer {name}", "peer bare"))
            for name, package in (
                ("api-key", "djangorestframework-api-key"),
                ("knox", "django-rest-knox"),
                ("oauth", "django-oauth-toolkit"),
            )
        ),
        Finding(
            "page of 100 runs, how much faster than CursorPagination", ratio(taken, "peer runs", "page"), "×", 3.5, ">="
        ),
        Finding(
            "the same with one short row committed instead of the record", ratio(taken, "peer runs", "page row"), "×"
        ),
        Finding("the same, unrecorded as CursorPagination's is", ratio(taken, "peer runs", "page unrecorded"), "×"),
        *(
            Finding(f"304 against the 200: {name}", ratio(taken, f"{name} 304", name), "", 0.8)
            for name in ("page", "summary")
        ),
        # No budget: a 304 of the state is decided and recorded like its 200, and spares it one cheap statement.
        Finding("304 against the 200: state", ratio(taken, "state 304", "state")),
        Finding("state read, unrecorded", _ms(taken["state unrecorded"]), " ms"),
        Finding("state read, recorded", _ms(taken["state"]), " ms"),
        Finding("0b", _ms(taken["peer bare"]), " ms"),
    ]


def of_statements(found: Taken, *, is_large: bool) -> list[Finding]:
    """Compare the times of SQL statements; the raw sum has a budget only with millions of runs (``is_large``)."""
    pages = [_ms(found[name]) for name in ("page, first", "page, half way", "page, at the end")]
    raw = statistics.median(found["raw"]) / statistics.median(found["year by day"])
    budgets = {
        "year by day": 2,
        "year by day elsewhere": 40,
        "year by day and pipeline": 20,
        "year by day and county": 20,
        "ten years by month": 40,
        "ten years by month elsewhere": 40,
    }
    return [
        Finding("page of 100 runs, slowest of three depths", max(pages), " ms", 2),
        *(
            Finding(f"summary: {name}", _ms(taken), " ms", budgets.get(name))
            for name, taken in found.items()
            if name.startswith(("year", "ten years", "month"))
        ),
        Finding("summary of the year by day, against the raw sum", raw, "×", 500 if is_large else None, ">="),
        *(Finding(name, _ms(found[name]), " ms", 300) for name in ("estimate", "estimate of one county")),
        *(Finding(name, _ms(found[name]), " ms") for name in ("page of one county", "page of changes, half way")),
    ]


def of_worst_requests(taken: Taken) -> list[Finding]:
    """Compare the slowest request of all with its budget, and report the time of each."""
    worst = max(taken, key=lambda name: _ms(taken[name]))
    return [
        Finding(f"slowest request of one key ({worst})", _ms(taken[worst]), " ms", 1000),
        *(Finding(f"request: {name}", _ms(times), " ms") for name, times in taken.items()),
    ]


def of_pages(taken: Taken) -> list[Finding]:
    """Report the time that each page takes."""
    return [Finding(f"page /{path}", _ms(times), " ms") for path, times in taken.items()]


def of_ingest(rows_a_second: float, part: float) -> list[Finding]:
    """Compare the speed of ingest, in batches of 1,000 rows over all organizations, with rollups and without."""
    return [
        Finding("ingest", rows_a_second, " rows/s", 15_000, ">="),
        Finding("ingest against ingest without rollups", part, "", 0.5, ">="),
    ]


def of_growth(flat: Flat) -> list[Finding]:
    """Return how much slower reads are with all runs than with the first ten thousand."""
    first, last = flat[0][1], flat[-1][1]
    return [
        Finding(f"{name}: with all runs against with {flat[0][0]:,}", last[name] / first[name], "×", 2)
        for name in ("state", "year by day")
    ]


def _ms(taken: Sequence[float]) -> float:
    return statistics.median(taken) * 1000
