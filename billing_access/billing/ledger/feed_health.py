"""What operators watch of the figures: feeds that have stopped, and the last check of all figures."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models.functions import Greatest, Now

from billing_access.billing.models import Account
from billing_audit.reading.log_health import details_of, newest_platform_event

STALE_AFTER: Final = timedelta(hours=1)
CHECKED: Final = "figures.checked"


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """The state of what is fed.

    ``fed``: how many open organizations were ever fed; ``stale``: to how many of them nothing was fed, or marked
    complete, within the last hour. ``checked_at`` and ``differing``: when the figures of all organizations were last
    checked, and how many of them differed; None if they never were.
    """

    fed: int
    stale: int
    checked_at: datetime | None
    differing: int | None


def read_feed_health() -> FeedHealth:
    """Return the state of what is fed. Three queries."""
    fed = Account.objects.filter(fed_at__isnull=False, organization__closed_at=None)
    stale = fed.alias(newest=Greatest("fed_at", "usage_through")).filter(newest__lt=Now() - STALE_AFTER)
    checked = newest_platform_event(CHECKED)
    differing = details_of(checked).get("differing")
    return FeedHealth(fed.count(), stale.count(), checked.recorded_at if checked else None, differing)
