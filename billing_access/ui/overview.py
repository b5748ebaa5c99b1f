"""What an organization has left and has spent, for members who may see billing. Each look is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from billing_access.access.decision import authorize_member
from billing_access.access.models import ApiKey, OptIn, Suspension
from billing_access.billing.reports.state import StateReading, read_state
from billing_access.billing.reports.summary import Group, Summary, read_summary, total
from billing_access.billing.reports.summary_query import TAG, SummaryQuery
from billing_access.billing.rollups import Sums
from billing_access.routes import BILLING_STATE, BILLING_SUMMARY
from billing_access.ui.chart import draw
from billing_access.ui.forms import RANGES, RangeForm
from billing_access.ui.preview import EXPIRES_SOON
from billing_audit.record import Target, record
from orgs import actors
from orgs.access import organization_for
from orgs.models import Organization
from orgs.roles import VIEW_BILLING
from orgs.ui.pages import signed_in

ROUTE: Final = "/o/{slug}/overview/"
# More days than this are drawn and listed by the week.
MOST_DAYS_BY_DAY: Final = 92
MOST_VALUES: Final = 10
MOST_KEYS: Final = 3


@dataclass(frozen=True, slots=True)
class Days:
    """A range of an organization's calendar, as instants, and the buckets that it is shown in."""

    start: datetime
    end: datetime
    number: int
    bucket: str
    zone: ZoneInfo

    @property
    def last(self) -> datetime:
        """An instant of the last day."""
        return self.end - timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a tag in a range (None: runs without the tag), with its share of the cost in hundredths.

    ``of_dearest``: its cost in hundredths of the dearest value's, for the bar, which could hardly be seen otherwise.
    """

    value: str | None
    sums: Sums
    share: Decimal
    of_dearest: Decimal


@signed_in("GET")
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the balance, what was spent by day and by a tag in a range of the URL, and the state of the opt-in."""
    access = organization_for(request.user, slug, VIEW_BILLING)
    zone = ZoneInfo(access.organization.time_zone)
    form = RangeForm(request.GET, today=timezone.now().astimezone(zone).date())
    days = _days(*form.range, zone)
    grant = authorize_member(access, BILLING_SUMMARY)
    state = read_state(authorize_member(access, BILLING_STATE))
    summary = read_summary(grant, SummaryQuery(days.start, days.end, days.bucket, zone))
    asked = request.GET.get("tag", "")
    tag = asked or next(iter(summary.registered), "")
    groups: list[Group] = []
    group_by = (f"{TAG}{tag}",) if tag in summary.registered else ()
    if group_by:
        groups = read_summary(grant, SummaryQuery(days.start, days.end, "none", zone, group_by)).buckets[0].groups
    _record(request, access.organization, days, group_by, rows=1 + len(summary.buckets) + len(groups))
    context = {
        "access": access,
        "form": form,
        "presets": _presets(request, days),
        "asked": asked,
        "kept": [(name, request.GET[name]) for name in ("days", "from", "to") if request.GET.get(name)],
        **_shown_state(state),
        **_shown_spend(summary, days, state.snapshot.as_of),
        **_shown_tag(tag, summary, groups),
        **_shown_exposure(access.organization),
    }
    return render(request, "billing_access/ui/overview.html", context, status=200 if form.is_valid() else 400)


def _days(first: date, last: date, zone: ZoneInfo) -> Days:
    number = (last - first).days + 1
    bucket = "day" if number <= MOST_DAYS_BY_DAY else "week"
    start, end = (datetime.combine(day, time(), zone) for day in (first, last + timedelta(days=1)))
    return Days(start, end, number, bucket, zone)


def _presets(request: HttpRequest, days: Days) -> list[tuple[str, str, bool]]:
    """Return the ranges that are one click away: label, query, and whether it is the one that is shown."""
    tag = {"tag": request.GET["tag"]} if request.GET.get("tag") else {}
    is_chosen = bool(request.GET.get("from") or request.GET.get("to"))
    return [
        (label, urlencode({"days": number, **tag}), not is_chosen and number == days.number)
        for number, label in RANGES.items()
    ]


def _shown_state(state: StateReading) -> dict[str, Any]:
    ends = state.projected_depletion_at
    return {"state": state, "days_left": (ends - state.snapshot.as_of).days if ends else None}


def _shown_spend(summary: Summary, days: Days, now: datetime) -> dict[str, Any]:
    whole = [bucket.groups[0].sums.total_cost_usd for bucket in summary.buckets if bucket.end <= now]
    return {
        "days": days,
        "totals": summary.totals,
        "chart": draw(summary.buckets, now) if summary.totals.run_count else None,
        "average": sum(whole) / len(whole) if whole and days.bucket == "day" else None,
        "is_running": days.end > now,
    }


def _shown_tag(tag: str, summary: Summary, groups: Sequence[Group]) -> dict[str, Any]:
    shown = groups[:MOST_VALUES]
    dearest = max((each.sums.total_cost_usd for each in shown), default=Decimal(0))
    return {
        "tag": tag,
        "registered": summary.registered,
        "filling": summary.backfilling,
        "values": [
            Value(
                each.values[0] if each.values else None,
                each.sums,
                _hundredths(each.sums.total_cost_usd, summary.totals.total_cost_usd),
                _hundredths(each.sums.total_cost_usd, dearest),
            )
            for each in shown
        ],
        "more_values": len(groups[MOST_VALUES:]),
        "rest": total([each.sums for each in groups[MOST_VALUES:]]),
    }


def _hundredths(part: Decimal, whole: Decimal) -> Decimal:
    return (100 * part / whole).quantize(Decimal("0.1")) if whole else Decimal(0)


def _shown_exposure(organization: Organization) -> dict[str, Any]:
    """Return what stands of the opt-in, and the living keys that end soon. Two queries."""
    suspensions = Suspension.objects.filter(Q(organization=OuterRef("pk")) | Q(organization=None), lifted_at=None)
    found = (
        Organization.objects.select_related("opt_in__changed_by")
        .annotate(is_suspended=Exists(suspensions))
        .get(pk=organization.pk)
    )
    keys = list(
        ApiKey.objects.filter(
            organization=organization, revoked_at=None, expires_at__gt=Now(), expires_at__lte=Now() + EXPIRES_SOON
        ).order_by("expires_at")[: MOST_KEYS + 1]
    )
    return {
        "opt_in": getattr(found, "opt_in", None) or OptIn(organization=organization),
        "is_suspended": found.is_suspended,
        "ending_keys": keys[:MOST_KEYS],
        "more_keys": len(keys) > MOST_KEYS,
        "soon": EXPIRES_SOON.days,
    }


def _record(request: HttpRequest, organization: Organization, days: Days, group_by: tuple[str, ...], rows: int) -> None:
    with transaction.atomic():
        record(
            "billing.viewed",
            organization_id=organization.public_id,
            actor=actors.member(request),
            target=Target("organization", organization.public_id, organization.name),
            details={
                "route": ROUTE,
                "from": days.start,
                "to": days.end,
                "timezone": days.zone.key,
                "bucket": days.bucket,
                "group_by": list(group_by),
                "rows": rows,
            },
        )
