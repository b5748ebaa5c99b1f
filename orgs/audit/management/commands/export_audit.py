"""``manage.py export_audit``: a log with its proofs."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from orgs.audit.export import NothingSealed, export_log
from orgs.audit.record import Actor, record
from orgs.audit.sealing import PLATFORM
from orgs.audit.verifying import one_moment


def _time(text: str) -> datetime:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        time = datetime.min
    if time.tzinfo is None:
        raise ArgumentTypeError(f"{text!r} is not a time with its zone, such as 2026-03-01T00:00:00Z")
    return time.astimezone(UTC)


class Command(BaseCommand):
    """What examples/verify_audit_export.py checks without a database."""

    help = "Write a log as NDJSON with its signed checkpoint and a proof for each event."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organization", required=True, metavar="ID", help="its public id, or platform")
        parser.add_argument("--to", required=True, type=Path, metavar="FILE", help="a new file")
        parser.add_argument("--from", dest="start", type=_time, metavar="TIME", help="events from this time on")
        parser.add_argument("--until", dest="end", type=_time, metavar="TIME", help="events before this time")
        parser.add_argument("--since-size", type=int, metavar="N", help="prove that the log begins as at this size")

    def handle(
        self,
        *args: Any,
        organization: str,
        to: Path,
        start: datetime | None,
        end: datetime | None,
        since_size: int | None,
        **options: Any,
    ) -> None:
        rows = -1
        partial = to.with_name(to.name + ".partial")
        try:
            if to.exists():
                raise CommandError(f"{to} is there already; name a new file.")
            with one_moment(), partial.open("x", encoding="utf-8") as file:
                lines = export_log(
                    organization, verifiers=settings.AUDIT_VERIFIERS, start=start, end=end, since_size=since_size
                )
                for rows, line in enumerate(lines):  # noqa: B007 (the first line is no event)
                    file.write(line)
            partial.rename(to)
        except NothingSealed as error:
            raise CommandError(f"{error}. Accepted: an organization's public id, or platform.") from None
        except IndexError:
            raise CommandError(f"--since-size {since_size} is larger than the log.") from None
        except OSError as error:
            raise CommandError(f"{to}: {error.strerror}") from None
        finally:
            partial.unlink(missing_ok=True)
        record(
            "audit_log.exported",
            organization_id=None if organization == PLATFORM else organization,
            actor=Actor("system", "export_audit", "manage.py export_audit"),
            details={"rows": rows, "format": "proofs"},
        )
        self.stdout.write(f"{rows} events: {to}")
