"""Writes the rows that an import refused to a CSV file, for a person to read."""

import csv
import os
from pathlib import Path
from typing import IO, Any

from django.core.management.base import CommandError

from billing_access.billing.ingest.staging import Refusal


class RejectFile:
    """A CSV file of refused rows (line, run_id, reason), created when the first row is refused.

    Entering it raises CommandError if it cannot be created, since a row may be refused after others were imported.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[str] | None = None
        self._writer: Any = None

    def __enter__(self) -> "RejectFile":
        parent = self.path.parent
        written = self.path if self.path.exists() else parent
        if self.path.is_dir() or not parent.is_dir() or not os.access(written, os.W_OK):
            raise CommandError(
                f"{self.path}, the file for refused rows, cannot be written. Name another one with --rejects PATH."
            )
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def add(self, refusal: Refusal) -> None:
        """Write one row. Raises CommandError if the file cannot be created."""
        if self._file is None:
            try:
                self._file = self.path.open("w", newline="", encoding="utf-8", errors="backslashreplace")
            except OSError as error:
                raise CommandError(
                    f"A row was refused (line {refusal.line}: {refusal.reason}), and {self.path} cannot be written "
                    f"({error.strerror}). Name another file with --rejects PATH."
                ) from None
            self._writer = csv.writer(self._file)
            self._writer.writerow(["line", "run_id", "reason"])
        self._writer.writerow([refusal.line, refusal.run_id, refusal.reason])
