"""``manage.py export_audit``: export a log with its proofs."""

import tempfile
from argparse import ArgumentParser, ArgumentTypeError
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError

from billing_audit.command_actor import command
from billing_audit.event_parts import KINDS
from billing_audit.record import Json, record
from billing_audit.settings import audit_settings
from billing_audit.storage.partitions import first_id
from billing_audit.transparency.export import EVENT_LINE, NothingSealed, export_all_names, newest_checkpoint
from billing_audit.transparency.log_names import PLATFORM, newest_name
from billing_audit.verification.verify import one_moment

_ACCEPTED: Final = "an organization's public id, or platform"


def _time(text: str) -> datetime:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        time = datetime.min
    if time.tzinfo is None:
        raise ArgumentTypeError(f"{text!r} is not a time with an offset, such as 2026-03-01T00:00:00Z")
    return time.astimezone(UTC)


class Command(BaseCommand):
    """Writes the file that examples/verify_audit_export.py checks without a database."""

    help = "Write a log to a file as NDJSON, with its signed checkpoint and a proof for each event."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organization", required=True, metavar="ID", help=_ACCEPTED)
        parser.add_argument("--to", required=True, type=Path, metavar="FILE", help="a file that does not exist yet")
        parser.add_argument("--from", dest="start", type=_time, metavar="TIME", help="only events from this time on")
        parser.add_argument("--until", dest="end", type=_time, metavar="TIME", help="only events before this time")
        parser.add_argument(
            "--withhold",
            action="append",
            choices=KINDS,
            default=[],
            help="leave out these parts of all events, for readers who may not see them; may be repeated",
        )
        parser.add_argument(
            "--since-size", type=int, metavar="N", help="add a proof that the log still begins with its first N events"
        )

    def handle(
        self,
        *args: Any,
        organization: str,
        to: Path,
        start: datetime | None,
        end: datetime | None,
        since_size: int | None,
        withhold: list[str],
        **options: Any,
    ) -> None:
        if not audit_settings.verifiers:
            raise CommandError("AUDIT_VERIFIERS is not set. Without a public key nobody can check the export.")
        if to.exists():
            raise CommandError(f"{to} exists already. Name a new file.")
        try:
            newest_checkpoint(newest_name(organization))
        except NothingSealed as error:
            raise CommandError(f"{error}. Accepted: {_ACCEPTED}.") from None
        # A temporary file in the same folder, renamed at the end, so that the export appears whole or not at all.
        try:
            handle, partial = tempfile.mkstemp(prefix=f"{to.name}.", dir=to.parent)
        except OSError as error:
            raise CommandError(f"{to}: {error.strerror}") from None
        rows, is_whole = 0, False
        _record(organization, "audit_log.export_begun", format="proofs", withheld=sorted(withhold))
        try:
            with one_moment(), open(handle, "w", encoding="utf-8") as file:
                lines = export_all_names(
                    organization,
                    verifiers=audit_settings.verifiers,
                    statement_verifiers=audit_settings.AUDIT_STATEMENT_VERIFIERS,
                    first_id=first_id(start) if start else None,
                    end_id=first_id(end) if end else None,
                    since_size=since_size,
                    withheld=withhold,
                )
                for line in lines:
                    file.write(line)
                    rows += line.startswith(EVENT_LINE)
            Path(partial).rename(to)
            is_whole = True
        except IndexError:
            raise CommandError(f"--since-size {since_size} is not a size that the log has had.") from None
        except OSError as error:
            raise CommandError(f"{to}: {error.strerror}") from None
        finally:
            Path(partial).unlink(missing_ok=True)
            ended: dict[str, Json] = {"format": "proofs", "rows": rows, "is_whole": is_whole}
            _record(organization, "audit_log.export_ended", **ended, withheld=sorted(withhold))
        self.stdout.write(f"{rows} events: {to}")


def _record(organization: str, action: str, **details: Json) -> None:
    record(
        action,
        organization_id=None if organization == PLATFORM else organization,
        actor=command("export_audit"),
        details=details,
    )
