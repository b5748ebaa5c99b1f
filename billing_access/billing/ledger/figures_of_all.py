"""Checks the figures of all organizations, one after the other, and records how many differ."""

import logging
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Final

from django.db import transaction

from billing_access.billing.ledger.feed_health import CHECKED
from billing_audit.record import Actor, record
from orgs.access import require_platform
from orgs.mail.notify import notify_staff
from orgs.models import Organization

# So many organizations are named in an e-mail to staff.
MOST_NAMED: Final = 20
_logger = logging.getLogger(__name__)


@dataclass(slots=True)
class FiguresCheck:
    """How far a check of all organizations is, and what it found.

    ``after``: the primary key of the last organization that was looked at. ``differing``: how many have figures that
    differ. ``unchecked``: of how many the check failed. Of both the first 20 slugs are kept.
    """

    after: int = 0
    organizations: int = 0
    differing: int = 0
    unchecked: int = 0
    differing_slugs: list[str] = field(default_factory=list)
    unchecked_slugs: list[str] = field(default_factory=list)

    @property
    def found_nothing(self) -> bool:
        """Whether every organization was checked, and all figures agree."""
        return not self.differing and not self.unchecked


def check_further(check: FiguresCheck, agrees: Callable[[Organization], bool], *, until: float = float("inf")) -> bool:
    """Check further organizations until all are checked, or at ``until`` (``time.monotonic``). True: all are.

    An error that ``agrees`` raises for one organization, such as a statement out of time, is logged, and the others are
    still checked.
    """
    while organization := Organization.objects.filter(pk__gt=check.after).order_by("pk").first():
        check.after = organization.pk
        check.organizations += 1
        try:
            if not agrees(organization):
                check.differing += 1
                check.differing_slugs = [*check.differing_slugs, organization.slug][:MOST_NAMED]
        except Exception:
            _logger.exception("the figures of %s could not be checked", organization.slug)
            check.unchecked += 1
            check.unchecked_slugs = [*check.unchecked_slugs, organization.slug][:MOST_NAMED]
        if time.monotonic() >= until:
            return not Organization.objects.filter(pk__gt=check.after).exists()
    return True


@transaction.atomic
def record_check(check: FiguresCheck, *, actor: Actor, night: int | None = None) -> None:
    """Record a check of all organizations on the platform's log.

    With ``night``, the time at which the nightly check was due, platform staff are e-mailed what it found, once for
    that night; nobody is if it found nothing. Raises PermissionDenied.
    """
    require_platform(actor)
    counts = {
        "organizations": check.organizations,
        "differing": check.differing,
        "unchecked": check.unchecked,
    }
    record(CHECKED, organization_id=None, actor=actor, details=counts)
    if night is not None and not check.found_nothing:
        notify_staff("billing_access/email/figures_differ.txt", occasion=f"{CHECKED} {night}", context=asdict(check))
