"""What operators watch of the figures: feeds that have stopped, and the last check of all figures."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models.functions import Greatest, Now

from billing_access.billing.models import Account
from billing_audit.reading.log_health import details_of, newest_platform_event
from orgs.models import Organization

STALE_AFTER: Final = timedelta(hours=1)
CHECKED: Final = "figures.checked"


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """The state of what is fed.

    ``fed``: how many open organizations were ever fed, and ``never_fed`` how many were not; ``stale``: to how many of
    those that were nothing was fed, or marked complete, within the last hour. ``checked_at`` and ``differing``: when
    the figures of all organizations were last checked, and how many of them differed; None if they never were.
    ``unchecked``: of how many the check failed then.
    """

    fed: int
    stale: int
    never_fed: int
    checked_at: datetime | None
    differing: int | None
    unchecked: int


def read_feed_health() -> FeedHealth:
    """Return the state of what is fed. Four queries."""
    fed = Account.objects.filter(fed_at__isnull=False, organization__closed_at=None)
    stale = fed.alias(newest=Greatest("fed_at", "usage_through")).filter(newest__lt=Now() - STALE_AFTER)
    number_fed, number_open = fed.count(), Organization.objects.filter(closed_at=None).count()
    checked = newest_platform_event(CHECKED)
    found = details_of(checked)
    return FeedHealth(
        fed=number_fed,
        stale=stale.count(),
        never_fed=number_open - number_fed,
        checked_at=checked.recorded_at if checked else None,
        differing=found.get("differing"),
        unchecked=found.get("unchecked") or 0,
    )
