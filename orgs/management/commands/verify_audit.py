"""``manage.py verify_audit``: check that the audit log is what was sealed and published."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Collection
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Sum
from tqdm import tqdm

from billing_audit.models import AuditTree
from billing_audit.settings import audit_settings
from billing_audit.transparency.checkpoints import InvalidCheckpoints
from billing_audit.transparency.log_names import first_name
from billing_audit.verification.report import Report, Verdict
from billing_audit.verification.verify import one_moment
from orgs import actors
from orgs.audit_verification import EXIT_CODES, Comparison, organization_ids, record_verdicts, worst_of
from orgs.management.counts import counted


class Command(BaseCommand):
    """Reads every event once, and records the verdict on each log as an event of that log."""

    help = (
        "Check the audit log against its signed checkpoints, and those against published ones. Exit code 0: intact"
        " (also with events purged by policy or personal data erased); 10: events altered, inserted, removed or"
        " reordered; 11: newest events cut off; 12: events unsealed for too long; 13: intact, but no published"
        " checkpoint to compare with; 14: checkpoints signed by keys that are not in AUDIT_VERIFIERS; 15: events lost"
        " by a restore, as a signed statement says."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--organization", metavar="ID", help="only this log: an organization's public id, or platform"
        )
        parser.add_argument(
            "--against",
            metavar="CHECKPOINTS",
            help="published checkpoints to compare with, and statements about purged events and erased data: a folder"
            " or an object store (or a file, of checkpoints alone)",
        )
        parser.add_argument(
            "--retention-days",
            type=int,
            metavar="DAYS",
            help="how old purged events must have been; AUDIT_RETENTION_DAYS by default",
        )
        parser.add_argument(
            "--accept-restore",
            action="append",
            default=[],
            metavar="ID",
            help="count as intact what this restore lost; the report names its id. May be repeated",
        )
        parser.add_argument("--json", action="store_true", help="print one JSON document")
        parser.add_argument(
            "--unsealed-limit",
            type=int,
            default=60,
            metavar="SECONDS",
            help="report events that have waited longer for the sealer; 60 by default",
        )

    def handle(
        self,
        *args: Any,
        organization: str | None,
        against: str | None,
        retention_days: int | None,
        accept_restore: list[str],
        json: bool,
        unsealed_limit: int,
        **options: Any,
    ) -> None:
        if not audit_settings.verifiers:
            raise CommandError("AUDIT_VERIFIERS is not set. Set it to the public keys of the checkpoints' signers.")
        try:
            comparison = Comparison.with_published(
                against,
                retention_days=retention_days,
                accepted_restores=accept_restore,
                unsealed_limit=timedelta(seconds=unsealed_limit),
            )
        except InvalidCheckpoints as error:
            raise CommandError(str(error)) from None
        reports = self._verify(organization, comparison)
        worst = worst_of(report.verdict for report in reports)
        actor = actors.command("verify_audit")
        record_verdicts(reports, actor=actor, worst_of_all=None if organization else worst)
        (self._print_json if json else self._print)(worst, reports)
        sys.exit(EXIT_CODES[worst])

    def _verify(self, organization: str | None, comparison: Comparison) -> list[Report]:
        with one_moment():
            organizations = organization_ids()
            names = comparison.names(organizations)
            if organization is not None and organization not in names:
                raise CommandError(
                    f"There is no log {organization!r}. Accepted: an organization's public id, or platform."
                )
            selected = [log for log in names if organization is None or organization in {log, first_name(log)}]
            total = AuditTree.objects.filter(log__in=selected).aggregate(events=Sum("size"))["events"]
            with tqdm(total=total, unit=" events", disable=not sys.stderr.isatty(), leave=False) as bar:
                return [comparison.verify(log, organizations, bar.update) for log in selected]

    def _print(self, worst: Verdict, reports: Collection[Report]) -> None:
        for report in reports:
            compared = (
                f"checked against the published checkpoint of {counted(report.compared_size, 'event')}"
                if report.compared_size
                else "not checked against a published checkpoint"
            )
            self.stdout.write(
                f"{report.log}: {report.verdict}; {counted(report.sealed, 'event')} sealed, {report.unsealed} not yet; "
                f"{compared}"
            )
            for finding in report.findings:
                where = f" [{finding.event_id}]" if finding.event_id else ""
                self.stdout.write(f"  {finding.verdict}{where}: {finding.text}")
            if (hidden := report.counts.total() - len(report.findings)) > 0:
                self.stdout.write(f"  and {hidden} more")
        self.stdout.write(f"{worst} ({counted(len(reports), 'log')})")

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
