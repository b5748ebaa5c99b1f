"""The overview page: an organization's balance and spend, for members who may see billing. Each view is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from billing_access.access.decision import Grant, authorize_member
from billing_access.access.models import ApiKey, OptIn, Suspension
from billing_access.billing.alerts.reading import firing_alerts, firing_rules
from billing_access.billing.reports.state import read_state
from billing_access.billing.reports.summary import Group, Summary, read_summary, total
from billing_access.billing.reports.summary_query import TAG, RangeTooWide, SummaryQuery
from billing_access.billing.rollups import Sums
from billing_access.routes import BILLING_STATE, BILLING_SUMMARY
from billing_access.ui.chart import draw
from billing_access.ui.figure_forms import RANGES, RangeForm
from billing_access.ui.preview import EXPIRES_SOON
from billing_access.ui.view_events import record_view
from billing_access.ui.webhook_rows import troubled_webhooks
from billing_access.webhooks.models import WebhookEndpoint
from billing_audit.plain_text import composed
from orgs.access import organization_for
from orgs.layout import render_page
from orgs.models import Organization
from orgs.roles import VIEW_BILLING
from orgs.ui.pages import signed_in

ROUTE: Final = "/o/{slug}/overview/"
# A longer range is shown by week.
MAX_DAYS_BY_DAY: Final = 92
MAX_VALUES: Final = 10
MAX_KEYS: Final = 3


@dataclass(frozen=True, slots=True)
class Days:
    """A range of days in an organization's time zone: its half-open interval of times, and the size of its buckets."""

    start: datetime
    end: datetime
    number: int
    bucket: str

    @property
    def last(self) -> datetime:
        """A time on the last day."""
        return self.end - timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a tag in a range (None: runs without the tag), with its share of the total cost in percent.

    ``of_dearest`` is its cost in percent of the most expensive value's: the bar's length, which would often be too
    short to see if it showed the share of the total.
    """

    value: str | None
    sums: Sums
    share: Decimal
    of_dearest: Decimal


@signed_in("GET")
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the balance, the spend by day and by tag in the range that the URL gives, and the state of the opt-in."""
    access = organization_for(request.user, slug, VIEW_BILLING)
    zone = access.organization.zone
    form = RangeForm(request.GET, today=timezone.now().astimezone(zone).date())
    days = _days(*form.range, zone)
    grant = authorize_member(access, BILLING_SUMMARY)
    state = read_state(authorize_member(access, BILLING_STATE))
    summary = read_summary(grant, SummaryQuery(days.start, days.end, days.bucket, zone))
    requested_tag = composed(request.GET.get("tag", ""))
    tag = requested_tag or next(iter(summary.registered), "")
    group_by = (f"{TAG}{tag}",) if tag in summary.registered else ()
    groups = _groups(grant, SummaryQuery(days.start, days.end, "none", zone, group_by))
    record_view(
        request,
        access.organization,
        **{"from": days.start, "to": days.end},
        route=ROUTE,
        timezone=zone.key,
        bucket=days.bucket,
        group_by=list(group_by),
        rows=1 + len(summary.buckets) + len(groups or ()),
    )
    context = {
        "access": access,
        "form": form,
        "presets": _presets(request, days),
        "requested_tag": requested_tag,
        "range_parameters": [(name, request.GET[name]) for name in ("days", "from", "to") if request.GET.get(name)],
        "state": state,
        "days_left": (ends_at - state.snapshot.as_of).days if (ends_at := state.projected_depletion_at) else None,
        **_shown_spend(summary, days, state.snapshot.as_of),
        **_shown_tag(tag, summary, groups or ()),
        "has_too_many_values": groups is None,
        **_shown_exposure(access.organization),
    }
    return render_page(request, "billing_access/ui/overview.html", context, status=200 if form.is_valid() else 400)


def _groups(grant: Grant, query: SummaryQuery) -> list[Group] | None:
    """Return the groups of the only bucket, none without a grouping; None if the tag has too many values to add up."""
    if not query.group_by:
        return []
    try:
        return read_summary(grant, query).buckets[0].groups
    except RangeTooWide:
        return None


def _days(first: date, last: date, zone: ZoneInfo) -> Days:
    number = (last - first).days + 1
    bucket = "day" if number <= MAX_DAYS_BY_DAY else "week"
    start, end = (datetime.combine(day, time(), zone) for day in (first, last + timedelta(days=1)))
    return Days(start, end, number, bucket)


def _presets(request: HttpRequest, days: Days) -> list[tuple[str, str, bool]]:
    """Return the links to the offered ranges: label, query string, and whether it is the range shown."""
    tag = {"tag": request.GET["tag"]} if request.GET.get("tag") else {}
    is_chosen = bool(request.GET.get("from") or request.GET.get("to"))
    return [
        (label, urlencode({"days": number, **tag}), not is_chosen and number == days.number)
        for number, label in RANGES.items()
    ]


def _shown_spend(summary: Summary, days: Days, now: datetime) -> dict[str, Any]:
    return {
        "days": days,
        "totals": summary.totals,
        "chart": draw(summary.buckets, now, by_week=days.bucket == "week") if summary.totals.run_count else None,
        "average": summary.totals.total_cost_usd / days.number,
        "is_running": days.end > now,
    }


def _shown_tag(tag: str, summary: Summary, groups: Sequence[Group]) -> dict[str, Any]:
    shown = groups[:MAX_VALUES]
    dearest = max((each.sums.total_cost_usd for each in shown), default=Decimal(0))
    return {
        "tag": tag,
        "registered": summary.registered,
        "filling": summary.backfilling,
        "values": [
            Value(
                each.values[0] if each.values else None,
                each.sums,
                _percent(each.sums.total_cost_usd, summary.totals.total_cost_usd),
                _percent(each.sums.total_cost_usd, dearest),
            )
            for each in shown
        ],
        "more_values": len(groups[MAX_VALUES:]),
        "rest": total([each.sums for each in groups[MAX_VALUES:]]),
    }


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return (100 * part / whole).quantize(Decimal("0.1")) if whole else Decimal(0)


def _shown_exposure(organization: Organization) -> dict[str, Any]:
    """Return the opt-in, the alerts that fire, webhooks in trouble, and keys that expire soon. Two queries."""
    suspensions = Suspension.objects.filter(Q(organization=OuterRef("pk")) | Q(organization=None), lifted_at=None)
    found = (
        Organization.objects.select_related("opt_in__changed_by")
        .annotate(
            is_suspended=Exists(suspensions),
            firing=firing_rules(OuterRef("pk")),
            webhooks=troubled_webhooks(OuterRef("pk")),
        )
        .get(pk=organization.pk)
    )
    keys = list(
        ApiKey.objects.filter(
            organization=organization, revoked_at=None, expires_at__gt=Now(), expires_at__lte=Now() + EXPIRES_SOON
        ).order_by("expires_at")[: MAX_KEYS + 1]
    )
    return {
        "opt_in": getattr(found, "opt_in", None) or OptIn(organization=organization),
        "is_suspended": found.is_suspended,
        "firing": firing_alerts(found.firing),
        "troubled": [WebhookEndpoint(**each) for each in found.webhooks],
        "ending_keys": keys[:MAX_KEYS],
        "more_keys": len(keys) > MAX_KEYS,
        "soon": EXPIRES_SOON.days,
    }
