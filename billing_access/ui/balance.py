"""The page "Balance": what changed it in a month, for members who may see billing. Each view is recorded."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from billing_access.access.decision import authorize_member
from billing_access.billing.models import EntryKind
from billing_access.billing.reports.balance_history import MAX_LINES, USAGE, BalanceHistory, read_balance_history
from billing_access.billing.reports.buckets import bucket_edges
from billing_access.routes import BILLING_ENTRIES
from billing_access.ui.balance_chart import draw_balance
from billing_access.ui.figure_forms import MonthForm
from billing_access.ui.view_events import record_view
from orgs.access import organization_for
from orgs.layout import render_page
from orgs.roles import VIEW_BILLING
from orgs.ui.pages import signed_in

ROUTE: Final = "/o/{slug}/balance/"
_LABELS: Final = {USAGE: "Usage", **{kind.value: kind.value.replace("_", " ").capitalize() for kind in EntryKind}}


@signed_in("GET")
def balance(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the entries and each day's usage of the month that the URL gives, with the balance after each."""
    access = organization_for(request.user, slug, VIEW_BILLING)
    zone = access.organization.zone
    today = timezone.now().astimezone(zone).date()
    form, page = MonthForm(request.GET, today=today), _page_number(request)
    first = form.first_day
    edges = bucket_edges(_midnight(first, zone), _midnight(_next_month(first), zone), "day", zone)
    history = read_balance_history(authorize_member(access, BILLING_ENTRIES), edges, MAX_LINES * (page - 1))
    if page > 1 and not history.lines:
        raise Http404
    record_view(
        request,
        access.organization,
        **{"from": edges[0], "to": edges[-1]},
        route=ROUTE,
        timezone=zone.key,
        bucket="day",
        rows=1 + len(history.lines),
    )
    days = [edge.astimezone(zone).date() for edge in edges[:-1]]
    context = {
        "access": access,
        "form": form,
        "history": history,
        "first": first,
        "today": today,
        "chart": draw_balance(days, history, today) if history.totals.current_balance_usd is not None else None,
        "lines": [(line, _LABELS[line.kind], days[line.day]) for line in history.lines],
        "before": history.lines[-1].balance_usd - history.lines[-1].amount_usd if history.lines else None,
        **_links(first, page, today, history, zone),
    }
    return render_page(request, "billing_access/ui/balance.html", context, status=200 if form.is_valid() else 400)


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("page", "1")
    if not re.fullmatch(r"[1-9][0-9]{0,4}", text):
        raise Http404
    return int(text)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _links(first: date, page: int, today: date, history: BalanceHistory, zone: ZoneInfo) -> dict[str, Any]:
    """Return the links to the months before and after, where there is one, and to the month's other lines."""
    before, after = (first - timedelta(days=1)).replace(day=1), _next_month(first)
    has_before = history.first_at is not None and history.first_at.astimezone(zone).date() < first
    months = [
        (month, f"{month:%Y-%m}") for month, is_there in ((before, has_before), (after, after <= today)) if is_there
    ]
    pages = {"newer": page - 1, "older": page + 1 if history.line_count > MAX_LINES * page else 0}
    return {"months": months} | {
        name: urlencode({"month": f"{first:%Y-%m}", "page": number}) if number else None
        for name, number in pages.items()
    }
