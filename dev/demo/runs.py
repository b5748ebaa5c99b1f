"""The runs of the demo: the sample with its original dates, and a copy with its dates shifted to end now."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from billing_access.billing.ingest.file_reader import RunFile, SourceRow
from billing_access.billing.ingest.run_validation import Defaults
from billing_access.billing.models import Run

ORGANIZATION_FIELD: Final = "organization_slug"
DEFAULTS: Final = Defaults(tag_columns={"org": "session", "model": "model"})
SUFFIX: Final = "-shifted"
_TIMES: Final = ("started_at", "finished_at")
_time: Final = datetime.fromisoformat


class DemoRuns:
    """The sample's runs, each twice: with its original dates, and shifted.

    Its sessions are distributed over the organizations in turn.
    """

    def __init__(self, sample: Path, slugs: tuple[str, ...]) -> None:
        with sample.open("rb") as stream:
            self._rows = [dict(row.fields) for row in RunFile(stream)]
        sessions = dict.fromkeys(row["org"] for row in self._rows)
        self._slug_of = {session: slugs[number % len(slugs)] for number, session in enumerate(sessions)}
        self._slugs = slugs

    def __len__(self) -> int:
        return 2 * len(self._rows)

    def stored(self) -> int:
        """Return how many runs the demo's organizations have."""
        return Run.objects.filter(organization__slug__in=self._slugs).count()

    def shift(self, now: datetime) -> timedelta:
        """Return by how many whole days the copy is shifted: as the stored copy is, else so that it ends today.

        If its last run would then end after ``now``, it ends yesterday, so that no run is in the future.
        """
        stored = Run.objects.filter(organization__slug__in=self._slugs, run_id__endswith=SUFFIX).first()
        if stored is not None and stored.started_at is not None:
            original = next(row for row in self._rows if row["run_id"] + SUFFIX == stored.run_id)
            return stored.started_at - _time(original["started_at"])
        return days_to_now(max(_time(row[name]) for row in self._rows for name in _TIMES if row[name]), now)

    def rows(self, shift: timedelta) -> Iterator[SourceRow]:
        """Yield every run with its original dates, followed by its shifted copy, tagged ``copy=shifted``."""
        for number, fields in enumerate(self._rows):
            named = {**fields, ORGANIZATION_FIELD: self._slug_of[fields["org"]]}
            yield SourceRow(2 * number + 1, named)
            yield SourceRow(2 * number + 2, {**named, **_shifted(fields, shift)})


def days_to_now(last: datetime, now: datetime) -> timedelta:
    """Return the whole days from ``last`` to today in UTC, or to yesterday if ``last`` would then be after ``now``."""
    days = now.astimezone(UTC).date() - last.astimezone(UTC).date()
    return days if last + days <= now else days - timedelta(days=1)


def _shifted(fields: dict[str, Any], shift: timedelta) -> dict[str, Any]:
    times = {name: _time(fields[name]) + shift for name in _TIMES if fields[name]}
    tags = ";".join(filter(None, [fields["tags"], "copy=shifted"]))
    return {**times, "run_id": fields["run_id"] + SUFFIX, "tags": tags}
