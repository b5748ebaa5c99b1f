"""Verifies audit logs and records the verdicts: what ``manage.py verify_audit`` and the worker's nightly job share."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from billing_audit.record import Actor, record
from billing_audit.settings import audit_settings
from billing_audit.transparency.checkpoints import PublishedCheckpoint, read_checkpoints, read_statements
from billing_audit.transparency.log_names import PLATFORM, first_name, organization_of
from billing_audit.verification.excuses import StatementPolicy
from billing_audit.verification.report import TAMPERED, Report, Verdict
from billing_audit.verification.verify import logs, verify_log
from orgs.models import Organization

# What `verify_audit` exits with; the log with the worst verdict decides. Codes 1 and 2 are left to Python: the command
# itself failed.
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


@dataclass(frozen=True, slots=True)
class Comparison:
    """What logs are compared with: published checkpoints, and the statements that count."""

    published: list[PublishedCheckpoint]
    statements: StatementPolicy
    unsealed_limit: timedelta = timedelta(seconds=60)

    @classmethod
    def with_published(
        cls,
        against: str | None,
        *,
        retention_days: int | None = None,
        accepted_restores: Collection[str] = (),
        unsealed_limit: timedelta = timedelta(seconds=60),
    ) -> "Comparison":
        """Read the checkpoints and statements at a place; None: there are none. Raises InvalidCheckpoints."""
        statements = StatementPolicy(
            verifiers=audit_settings.AUDIT_STATEMENT_VERIFIERS,
            published=read_statements(against) if against else None,
            retention=timedelta(days=retention_days or audit_settings.AUDIT_RETENTION_DAYS),
            accepted_restores=(*accepted_restores, *audit_settings.AUDIT_ACCEPTED_RESTORES),
        )
        return cls(read_checkpoints(against) if against else [], statements, unsealed_limit)

    def verify(
        self, log: str, organizations: Collection[str], on_progress: Callable[[int], object] = lambda done: None
    ) -> Report:
        """Verify one log under one of its names. ``organizations``: the ids of those that exist."""
        return verify_log(
            log,
            verifiers=audit_settings.verifiers,
            published=self.published,
            statements=self.statements,
            unsealed_limit=self.unsealed_limit,
            is_known=log in organizations,
            on_progress=on_progress,
        )

    def names(self, organizations: Collection[str]) -> list[str]:
        """Return the names of all logs: of organizations, in the database, and of published checkpoints."""
        return sorted({*organizations, *logs(), *(each.log for each in self.published)})


def organization_ids() -> set[str]:
    """Return the public ids of all organizations. One query."""
    return set(Organization.objects.values_list("public_id", flat=True))


def worst_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the worst of the verdicts; INTACT without any."""
    return min(verdicts, key=list(Verdict).index, default=Verdict.INTACT)


def record_verdicts(reports: Collection[Report], *, actor: Actor, worst_of_all: Verdict | None) -> None:
    """Record the worst verdict on each log's names in it, except a log that only a published checkpoint names.

    The platform's log also gets the worst one of all, if every log was verified, for the operators' alarms.
    """
    organizations = organization_ids()
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
            actor=actor,
            details={
                "verdict": report.verdict,
                "finding": finding.text if finding else "",
                "event_id": finding.event_id if finding else None,
                "sealed": report.sealed,
                "compared_size": report.compared_size,
                **({"worst": worst_of_all} if worst_of_all and log == PLATFORM else {}),
            },
        )
