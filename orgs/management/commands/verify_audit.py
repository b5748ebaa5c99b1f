"""``manage.py verify_audit``: is the record what was sealed?"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Collection
from dataclasses import asdict
from datetime import timedelta
from functools import partial
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Sum
from tqdm import tqdm

from billing_audit.models import AuditTree
from billing_audit.record import record
from billing_audit.settings import audit_settings
from billing_audit.transparency.checkpoints import InvalidCheckpoints, PublishedCheckpoint, read_checkpoints
from billing_audit.transparency.sealer import PLATFORM
from billing_audit.verification.report import TAMPERED, Report, Verdict
from billing_audit.verification.verify import logs, one_moment, verify_log
from orgs import actors
from orgs.models import Organization

# The worst of all logs decides. 1 and 2 are Python's own: it could not be verified at all.
EXIT_CODES: Final = {
    **dict.fromkeys(TAMPERED, 10),
    Verdict.CUT_OFF: 11,
    Verdict.UNSEALED: 12,
    Verdict.NO_OUTSIDE_HEAD: 13,
    Verdict.PURGED: 0,
    Verdict.ERASED: 0,
    Verdict.INTACT: 0,
}


class Command(BaseCommand):
    """Reads every event once; the run itself is an event."""

    help = (
        "Hold the audit log against its signed checkpoints, and those against published ones. Exit code 0: intact"
        " (also purged by policy, personal data erased); 10: altered, inserted, removed or reordered; 11: cut off;"
        " 12: unsealed for too long; 13: no outside head to compare with."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organization", metavar="ID", help="its public id, or platform; all logs without")
        parser.add_argument(
            "--against", metavar="CHECKPOINTS", help="a file of published checkpoints, a folder, or an object store"
        )
        parser.add_argument("--json", action="store_true", help="one JSON document")
        parser.add_argument("--unsealed-limit", type=int, default=60, metavar="SECONDS", help="60 by default")

    def handle(
        self,
        *args: Any,
        organization: str | None,
        against: str | None,
        json: bool,
        unsealed_limit: int,
        **options: Any,
    ) -> None:
        if not audit_settings.verifiers:
            raise CommandError("AUDIT_VERIFIERS is not set: no key to verify checkpoints with.")
        try:
            published = read_checkpoints(against) if against else []
        except InvalidCheckpoints as error:
            raise CommandError(str(error)) from None
        reports = self._verify(organization, published, timedelta(seconds=unsealed_limit))
        worst = min((report.verdict for report in reports), key=list(Verdict).index, default=Verdict.INTACT)
        self._record(reports)
        (self._print_json if json else self._print)(worst, reports)
        sys.exit(EXIT_CODES[worst])

    def _verify(
        self, organization: str | None, published: Collection[PublishedCheckpoint], limit: timedelta
    ) -> list[Report]:
        with one_moment():
            known = set(Organization.objects.values_list("public_id", flat=True))
            there = sorted({*known, *logs(), *(each.log for each in published)})
            if organization is not None and organization not in there:
                raise CommandError(f"No log {organization!r}. Accepted: an organization's public id, or platform.")
            asked = there if organization is None else [organization]
            total = AuditTree.objects.filter(log__in=asked).aggregate(events=Sum("size"))["events"]
            reports = []
            with tqdm(total=total, unit=" events", disable=not sys.stderr.isatty(), leave=False) as bar:
                for log in asked:
                    report = verify_log(
                        log,
                        verifiers=audit_settings.verifiers,
                        published=published,
                        unsealed_limit=limit,
                        is_known=log in known,
                        on_progress=partial(_show, bar, bar.n),
                    )
                    reports.append(report)
            return reports

    def _record(self, reports: Collection[Report]) -> None:
        """Record each verdict in the log that it is about, except a log that only a published checkpoint names."""
        organizations = set(Organization.objects.values_list("public_id", flat=True))
        for report in reports:
            if report.log not in {*organizations, PLATFORM}:
                continue
            finding = next((each for each in report.findings if each.verdict == report.verdict), None)
            record(
                "audit_log.verified",
                organization_id=None if report.log == PLATFORM else report.log,
                actor=actors.command("verify_audit"),
                details={
                    "verdict": report.verdict,
                    "finding": finding.text if finding else "",
                    "event_id": finding.event_id if finding else None,
                    "sealed": report.sealed,
                    "compared_size": report.compared_size,
                },
            )

    def _print(self, worst: Verdict, reports: Collection[Report]) -> None:
        for report in reports:
            compared = f"compared at {report.compared_size}" if report.compared_size else "not compared"
            self.stdout.write(
                f"{report.log}: {report.verdict}; {report.sealed} sealed, {report.unsealed} not yet; {compared}"
            )
            for finding in report.findings:
                where = f" [{finding.event_id}]" if finding.event_id else ""
                self.stdout.write(f"  {finding.verdict}{where}: {finding.text}")
            if (hidden := report.counts.total() - len(report.findings)) > 0:
                self.stdout.write(f"  and {hidden} more")
        self.stdout.write(f"{worst} ({len(reports)} logs)")

    def _print_json(self, worst: Verdict, reports: Collection[Report]) -> None:
        shown = [
            {
                "log": report.log,
                "verdict": report.verdict,
                "sealed": report.sealed,
                "purged": report.purged,
                "erased": report.erased,
                "unsealed": report.unsealed,
                "oldest_unsealed_seconds": report.oldest_unsealed_seconds,
                "compared_size": report.compared_size,
                "counts": dict(report.counts),
                "findings": [asdict(finding) for finding in report.findings],
            }
            for report in reports
        ]
        self.stdout.write(json.dumps({"verdict": worst, "logs": shown}, indent=1))


def _show(bar: "tqdm[Any]", before: float, sealed: int) -> None:
    bar.update(before + sealed - bar.n)
