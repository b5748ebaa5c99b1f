"""``manage.py verify_audit``: check that the audit log is what was sealed and published."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Collection
from dataclasses import asdict
from datetime import timedelta
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Sum
from tqdm import tqdm

from billing_audit.models import AuditTree
from billing_audit.record import record
from billing_audit.settings import audit_settings
from billing_audit.transparency.checkpoints import (
    InvalidCheckpoints,
    PublishedCheckpoint,
    read_checkpoints,
    read_statements,
)
from billing_audit.transparency.log_names import PLATFORM, first_name, organization_of
from billing_audit.verification.excuses import StatementPolicy
from billing_audit.verification.report import TAMPERED, Report, Verdict
from billing_audit.verification.verify import logs, one_moment, verify_log
from orgs import actors
from orgs.management.counts import counted
from orgs.models import Organization

# The log with the worst verdict decides. Codes 1 and 2 are left to Python: the command itself failed.
EXIT_CODES: Final = {
    **dict.fromkeys(TAMPERED, 10),
    Verdict.CUT_OFF: 11,
    Verdict.UNSEALED: 12,
    Verdict.NO_OUTSIDE_HEAD: 13,
    Verdict.UNKNOWN_KEY: 14,
    Verdict.RESTORED: 15,
    Verdict.RESTORE_ACCEPTED: 0,
    Verdict.PURGED: 0,
    Verdict.ERASED: 0,
    Verdict.INTACT: 0,
}


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
            published = read_checkpoints(against) if against else []
            statements = StatementPolicy(
                verifiers=audit_settings.AUDIT_STATEMENT_VERIFIERS,
                published=read_statements(against) if against else None,
                retention=timedelta(days=retention_days or audit_settings.AUDIT_RETENTION_DAYS),
                accepted_restores=accept_restore,
            )
        except InvalidCheckpoints as error:
            raise CommandError(str(error)) from None
        reports = self._verify(organization, published, statements, timedelta(seconds=unsealed_limit))
        worst = min((report.verdict for report in reports), key=list(Verdict).index, default=Verdict.INTACT)
        self._record(reports, None if organization else worst)
        (self._print_json if json else self._print)(worst, reports)
        sys.exit(EXIT_CODES[worst])

    def _verify(
        self,
        organization: str | None,
        published: Collection[PublishedCheckpoint],
        statements: StatementPolicy,
        limit: timedelta,
    ) -> list[Report]:
        with one_moment():
            organizations = set(Organization.objects.values_list("public_id", flat=True))
            all_logs = sorted({*organizations, *logs(), *(each.log for each in published)})
            if organization is not None and organization not in all_logs:
                raise CommandError(
                    f"There is no log {organization!r}. Accepted: an organization's public id, or platform."
                )
            selected = [log for log in all_logs if organization is None or organization in {log, first_name(log)}]
            total = AuditTree.objects.filter(log__in=selected).aggregate(events=Sum("size"))["events"]
            reports = []
            with tqdm(total=total, unit=" events", disable=not sys.stderr.isatty(), leave=False) as bar:
                for log in selected:
                    report = verify_log(
                        log,
                        verifiers=audit_settings.verifiers,
                        published=published,
                        statements=statements,
                        unsealed_limit=limit,
                        is_known=log in organizations,
                        on_progress=bar.update,
                    )
                    reports.append(report)
            return reports

    def _record(self, reports: Collection[Report], worst_of_all: Verdict | None) -> None:
        """Record the worst verdict on each log's names in it, except a log that only a published checkpoint names.

        The platform's log also gets the worst one of all, if every log was verified, for the operators' alarms.
        """
        organizations = set(Organization.objects.values_list("public_id", flat=True))
        worst: dict[str, Report] = {}
        for report in sorted(reports, key=lambda each: list(Verdict).index(each.verdict), reverse=True):
            worst[first_name(report.log)] = report
        for log, report in sorted(worst.items()):
            if log not in {*organizations, PLATFORM}:
                continue
            finding = next((each for each in report.findings if each.verdict == report.verdict), None)
            record(
                "audit_log.verified",
                organization_id=organization_of(log),
                actor=actors.command("verify_audit"),
                details={
                    "verdict": report.verdict,
                    "finding": finding.text if finding else "",
                    "event_id": finding.event_id if finding else None,
                    "sealed": report.sealed,
                    "compared_size": report.compared_size,
                    **({"worst": worst_of_all} if worst_of_all and log == PLATFORM else {}),
                },
            )

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
