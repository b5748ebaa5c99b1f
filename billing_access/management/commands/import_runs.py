"""``manage.py import_runs``: import runs from a CSV or NDJSON file."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from billing_access.billing.ingest.columns import UnusableFile, listed
from billing_access.billing.ingest.file_reader import RunFile
from billing_access.billing.ingest.models import Batch
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import RowsDisagree, Watch, ingest
from billing_access.billing.money import format_usd
from billing_access.billing.operators import InvalidChange, mark_complete
from billing_access.management.import_options import Completeness, ImportOptions, add_import_arguments, import_options
from billing_access.management.reject_file import RejectFile
from orgs import actors
from orgs.management.counts import counted


class Command(BaseCommand):
    """Exit code 0: every row was imported, now or before.

    1: a row, the file or an argument was refused, or the end mark is wrong or missing where it is needed.
    """

    help = "Import runs from CSV with a header or NDJSON, plain or gzip. Importing a file again changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_import_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        checked = import_options(options)
        with ExitStack() as stack:
            rejects = stack.enter_context(RejectFile(checked.rejects))
            source = RunFile(stack.enter_context(_open(checked.file)), checked.columns)
            batch = _import(source, checked, rejects)
        for line in summary(batch, source.foreign):
            self.stdout.write(line)
        wrong_end = end_mark_fault(source, is_needed=checked.is_pipe and checked.completeness is not None)
        if wrong_end:
            self.stdout.write(wrong_end)
        if checked.completeness is not None:
            if batch.refused:
                self.stdout.write("Rows were refused, so --complete-through was not applied.")
            elif wrong_end:
                self.stdout.write("--complete-through was not applied.")
            else:
                for line in _mark_complete(checked.completeness, checked.finder):
                    self.stdout.write(line)
        if batch.refused:
            self.stdout.write(f"Refused rows, with line and reason: {rejects.path}")
        if batch.refused or wrong_end:
            sys.exit(1)


def summary(batch: Batch, foreign: list[str]) -> Iterator[str]:
    """Yield the lines of an import's printed result, with exact sums."""
    yield (
        f"Batch {batch.pk}: read {counted(batch.read, 'row')}: {batch.inserted} new, {batch.updated} changed, "
        f"{batch.unchanged} unchanged, {batch.repeated} repeated, {batch.stale} stale, {batch.refused} refused."
    )
    yield (
        f"Accepted rows: cost {format_usd(batch.total_cost_usd)} USD, {counted(batch.llm_tokens_in, 'token')} in, "
        f"{counted(batch.llm_tokens_out, 'token')} out, {batch.llm_tokens_cached} cached, "
        f"{batch.unpriced} without a cost."
    )
    yield (
        f"Usage changed by {format_usd(batch.usage_moved_usd)} USD. {counted(batch.rounded, 'cost')} rounded to ten "
        f"decimals, {counted(batch.corrected, 'final run')} corrected."
    )
    if batch.offset_usd:
        yield (
            f"Offset by adjustments of {format_usd(batch.offset_usd)} USD: this usage was charged before the last "
            "reconciliation, whose balance stays."
        )
    if foreign:
        yield f"Ignored columns: {listed(foreign)}."


def end_mark_fault(source: RunFile, *, is_needed: bool) -> str | None:
    """Return what is wrong with the end of the input; None if it is complete."""
    if source.end_mark is None:
        if not is_needed:
            return None
        return (
            "The input has no end mark, so it may be cut off. The export must write one after its last row: #end,N in "
            'CSV, {"end": true, "rows": N} in NDJSON.'
        )
    if source.end_mark != source.row_count:
        return f"The end mark states {counted(source.end_mark, 'row')}, but {source.row_count} came before it."
    return None


def _import(source: RunFile, options: ImportOptions, rejects: RejectFile) -> Batch:
    with tqdm(desc="Merging", unit=" runs", disable=None, file=sys.stderr) as merging:
        try:
            return ingest(
                source,
                options.finder,
                actor=actors.command("import_runs"),
                defaults=options.defaults,
                correct=options.correct,
                again=options.again,
                watch=Watch(rejects.add, lambda done, total: _advance(merging, done, total)),
                file=options.file,
                options=options.recorded,
            )
        except UnusableFile as error:
            raise CommandError(f"{options.file}: {error} Nothing was imported.") from None
        except (RowsDisagree, InvalidChange) as error:
            raise CommandError(f"{options.file}: {error}") from None


def _mark_complete(completeness: Completeness, finder: OrganizationFinder) -> Iterator[str]:
    through = completeness.through
    for organization in completeness.all_organizations(finder):
        actor = actors.command("import_runs")
        now = mark_complete(organization, through, actor=actor, move_back=completeness.move_back)
        hint = f" already; add --move-back to set it back to {through.isoformat()}" if now != through else ""
        yield f"{organization.slug}: complete until {now.isoformat()}{hint}."


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
