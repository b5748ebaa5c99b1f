"""``manage.py import_runs``: import runs from a CSV or NDJSON file."""

import csv
import sys
from argparse import ArgumentParser
from contextlib import ExitStack
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from billing_access.billing.ingest.file_reader import UnusableFile, read_rows
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import IngestReport, Watch, ingest
from billing_access.billing.ingest.run_validation import Defaults
from billing_access.billing.ingest.staging import Refusal
from billing_access.billing.ledger.changes import InvalidChange
from billing_access.billing.ledger.completeness import check_through, mark_complete
from billing_access.billing.models import RunStatus, RunType
from billing_access.billing.money import InvalidMoney, exact_usd, format_usd
from billing_access.billing.tags.tag_validation import InvalidTags, check_tag_key
from billing_access.management.arguments import organization_argument, time_argument
from orgs import actors


class Command(BaseCommand):
    """Exit code 0: every row was imported, now or before; 1: a row, the file or an argument was refused."""

    help = "Import runs from CSV with a header or NDJSON, plain or gzip. Importing a file again changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="The file, or - for standard input.")
        target = parser.add_mutually_exclusive_group(required=True)
        target.add_argument("--organization", metavar="SLUG", help="The organization of all runs.")
        target.add_argument(
            "--organization-column",
            metavar="NAME",
            help="The column with the organization of each run: its slug, id or external id.",
        )
        parser.add_argument(
            "--tag-column",
            action="append",
            default=[],
            metavar="COLUMN=TAG",
            help="Import a column as a tag (repeatable). Other columns that are not fields of a run are ignored.",
        )
        parser.add_argument(
            "--run-type",
            choices=RunType.values,
            default=RunType.WORKFLOW_RUN.value,
            help="The type of runs for which the file has none.",
        )
        parser.add_argument(
            "--status",
            choices=RunStatus.values,
            default=RunStatus.COMPLETED.value,
            help="The status of runs for which the file has none.",
        )
        parser.add_argument("--naive-times", choices=["UTC"], help="Read times without an offset as UTC.")
        parser.add_argument(
            "--unit-price",
            metavar="USD",
            help="Read total_cost_usd as units of this price, which is kept with each run.",
        )
        parser.add_argument(
            "--complete-through",
            metavar="TIME",
            help="Mark that every run that started before TIME has been fed. Not applied if a row was refused.",
        )
        parser.add_argument(
            "--move-back", action="store_true", help="Let --complete-through set an earlier time than before."
        )
        parser.add_argument(
            "--correct", action="store_true", help="Let final costs and tokens replace different final ones."
        )
        parser.add_argument(
            "--rejects", metavar="PATH", type=Path, help="The file for refused rows. Default: FILE.rejects.csv."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["file"]
        tag_columns = dict(map(_tag_column, options["tag_column"]))
        defaults = Defaults(
            options["run_type"],
            options["status"],
            tag_columns,
            naive_times_are_utc=options["naive_times"] == "UTC",
            unit_price_usd=_unit_price(options["unit_price"]),
        )
        through = _through(options["complete_through"])
        finder = _finder(options)
        needed = tuple(filter(None, [*tag_columns, options["organization_column"]]))
        rejects = RejectFile(options["rejects"] or Path("rejects.csv" if name == "-" else f"{name}.rejects.csv"))
        with ExitStack() as stack:
            stack.enter_context(rejects)
            source = stack.enter_context(_open(name))
            merging = stack.enter_context(tqdm(desc="Merging", unit=" runs", disable=None, file=sys.stderr))
            watch = Watch(rejects.add, lambda done, total: _advance(merging, done, total))
            try:
                report = ingest(
                    read_rows(source, needed),
                    finder,
                    actor=actors.command("import_runs"),
                    defaults=defaults,
                    correct=options["correct"],
                    watch=watch,
                )
            except UnusableFile as error:
                raise CommandError(f"{name}: {error} Nothing was imported.") from None
        self.stdout.write(summary(report))
        if through is not None:
            for line in _completed(finder, through, report, options["move_back"]):
                self.stdout.write(line)
        if report.refused:
            self.stdout.write(f"Refused rows, with line and reason: {rejects.path}")
            sys.exit(1)


class RejectFile:
    """A CSV file of refused rows (line, run_id, reason), created when the first row is refused."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[str] | None = None
        self._writer: Any = None

    def __enter__(self) -> "RejectFile":
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


def summary(report: IngestReport) -> str:
    """Return the printed result of an import, with exact sums."""
    return "\n".join(
        [
            f"Read {report.read} rows: {report.inserted} new, {report.updated} changed, {report.unchanged} unchanged, "
            f"{report.repeated} repeated, {report.refused} refused.",
            f"Accepted runs: cost {format_usd(report.total_cost_usd)} USD, {report.llm_tokens_in} tokens in, "
            f"{report.llm_tokens_out} tokens out, {report.unpriced} without a cost.",
            f"Usage changed by {format_usd(report.usage_moved_usd)} USD. {report.rounded} costs rounded to ten "
            f"decimals, {report.corrected} final runs corrected.",
        ]
    )


def _completed(finder: OrganizationFinder, through: datetime, report: IngestReport, move_back: bool) -> list[str]:
    if report.refused:
        return ["Rows were refused, so --complete-through was not applied."]
    lines = []
    for organization in finder.organizations():
        now = mark_complete(organization, through, actor=actors.command("import_runs"), move_back=move_back)
        hint = f" already; add --move-back to set it back to {through.isoformat()}" if now != through else ""
        lines.append(f"{organization.slug}: complete until {now.isoformat()}{hint}.")
    return lines


def _through(text: str | None) -> datetime | None:
    if text is None:
        return None
    through = time_argument("--complete-through", text)
    try:
        check_through(through)
    except InvalidChange as error:
        raise CommandError(f"--complete-through: {error}") from None
    return through


def _unit_price(text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        price = exact_usd(text)
        Defaults(unit_price_usd=price)
    except InvalidMoney as error:
        raise CommandError(f"--unit-price: {error}.") from None
    except ValueError as error:
        raise CommandError(f"--unit-price: {error}") from None
    return price


def _tag_column(text: str) -> tuple[str, str]:
    column, equals, key = (part.strip() for part in text.partition("="))
    if not equals or not column:
        raise CommandError(f"--tag-column {text!r} is not COLUMN=TAG, such as org=session.")
    try:
        check_tag_key(key)
    except InvalidTags as error:
        raise CommandError(f"--tag-column {text!r}: {error}.") from None
    return column, key


def _finder(options: dict[str, Any]) -> OrganizationFinder:
    if options["organization_column"]:
        return OrganizationFinder(column=options["organization_column"])
    return OrganizationFinder(organization=organization_argument(options["organization"]))


def _open(name: str) -> Any:
    """Open the file with a progress bar on stderr, which appears only on a terminal."""
    try:
        source, size = (sys.stdin.buffer, None) if name == "-" else (_binary(name), Path(name).stat().st_size)
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror}. Nothing was imported.") from None
    return tqdm.wrapattr(source, "read", total=size, desc="Reading", disable=None, file=sys.stderr)


def _binary(name: str) -> IO[bytes]:
    return Path(name).open("rb")


def _advance(bar: Any, done: int, total: int) -> None:
    bar.total = total
    bar.update(done - bar.n)
