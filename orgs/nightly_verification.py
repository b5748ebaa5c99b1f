"""The worker's nightly verification of all audit logs: the site judges itself.

It finds faults sooner, and says nothing about a site that somebody else controls: that is for `verify_audit` on another
machine.
"""

import logging
import time
from dataclasses import dataclass, field
from typing import Final

from django.db import transaction

from billing_audit.record import Actor
from billing_audit.transparency.log_names import PLATFORM, first_name
from billing_audit.verification.report import Report, Verdict
from billing_audit.verification.verify import one_moment
from orgs.audit_verification import EXIT_CODES, Comparison, organization_ids, record_verdicts, worst_of
from orgs.mail.notify import notify_staff

# So many logs are named in an e-mail to staff.
MOST_NAMED: Final = 20
_logger = logging.getLogger(__name__)


@dataclass(slots=True)
class NightlyVerification:
    """How far the verification of all logs is, and what it found.

    ``after``: the last log that was looked at, by its first name. ``worst``: the worst verdict so far. ``faults``: how
    many logs are not in order or could not be verified; ``faulty`` names the first 20. ``failed``: of how many logs the
    verification failed.
    """

    after: str = ""
    logs: int = 0
    worst: str = Verdict.INTACT
    faults: int = 0
    failed: int = 0
    faulty: list[str] = field(default_factory=list)

    def verify_further(self, comparison: Comparison, *, actor: Actor, night: int, until: float) -> bool:
        """Verify further logs until all are verified, or at ``until`` (``time.monotonic``). True: all are.

        Each log is read in a snapshot of its own, under all of its names. The platform's log comes last. An error of
        one log, such as a statement out of time, is logged, and the others are still verified.
        """
        organizations = organization_ids()
        for first, names in self._remaining(comparison, organizations).items():
            reports = self._verified(first, names, comparison, organizations)
            self.after = first
            self._record(first, reports, actor, night)
            if time.monotonic() >= until:
                return first == PLATFORM
        return True

    def _remaining(self, comparison: Comparison, organizations: set[str]) -> dict[str, list[str]]:
        """Return the names of each log that is left, by its first name, the platform's last."""
        found: dict[str, list[str]] = {}
        for name in [*comparison.names(organizations), PLATFORM]:
            found.setdefault(first_name(name), []).append(name)
        order = sorted(found.keys() - {PLATFORM})
        return {first: list(dict.fromkeys(found[first])) for first in [*order, PLATFORM] if self._is_left(first)}

    def _is_left(self, first: str) -> bool:
        return self.after != PLATFORM and (first == PLATFORM or first > self.after)

    def _verified(self, first: str, names: list[str], comparison: Comparison, organizations: set[str]) -> list[Report]:
        self.logs += 1
        try:
            with one_moment():
                reports = [comparison.verify(name, organizations) for name in names]
        except Exception:
            _logger.exception("the audit log %s could not be verified", first)
            self.failed += 1
            self._note(f"{first}: could not be verified")
            return []
        verdict = worst_of(report.verdict for report in reports)
        self.worst = worst_of([Verdict(self.worst), verdict])
        if EXIT_CODES[verdict]:
            self._note(f"{first}: {verdict}")
        return reports

    def _note(self, fault: str) -> None:
        self.faults += 1
        self.faulty = [*self.faulty, fault][:MOST_NAMED]

    @transaction.atomic
    def _record(self, first: str, reports: list[Report], actor: Actor, night: int) -> None:
        """Record the verdict; with the platform's, the last, the worst of all. Then tell staff of what is not in order.

        Where a log could not be verified there is no worst of all: not every log was verified.
        """
        is_last = first == PLATFORM
        worst = Verdict(self.worst) if is_last and not self.failed else None
        record_verdicts(reports, actor=actor, worst_of_all=worst)
        if is_last and self.faults:
            context = {"logs": self.logs, "faults": self.faults, "faulty": self.faulty}
            notify_staff("orgs/email/audit_log_faulty.txt", occasion=f"audit_log.verified {night}", context=context)
