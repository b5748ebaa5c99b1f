"""The pages of alerts: the rules with their state, a form with a preview, muting, and a test."""

import uuid
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from billing_access.access.decision import authorize_member
from billing_access.billing.alerts.parameters import (
    Parameters,
    checked,
    figure_text,
    parameters_of,
    sentence_of,
    unit_of,
)
from billing_access.billing.alerts.preview import Preview, read_preview
from billing_access.billing.alerts.reading import Alert, read_alert, read_alerts
from billing_access.billing.alerts.services import (
    MAX_RULES,
    change_rule,
    create_rule,
    mute_rule,
    remove_rule,
    send_test,
)
from billing_access.billing.ledger.changes import InvalidChange
from billing_access.billing.models import AlertKind, AlertMute, AlertRule, RegisteredTag
from billing_access.billing.reports.summary import NOTHING, Bucket, Group
from billing_access.routes import BILLING_ALERTS
from billing_access.ui.alert_forms import INITIAL, RuleForm, initial_of
from billing_access.ui.chart import Chart, draw
from billing_access.ui.view_events import record_view
from orgs import actors
from orgs.access import Access, organization_for
from orgs.layout import render_page
from orgs.roles import MANAGE_BILLING_ACCESS, VIEW_BILLING, Role
from orgs.ui.pages import done, form_of, refusals_on, show, signed_in

ROUTE: Final = "/o/{slug}/alerts/"
# The templates that the page offers, in this order.
TEMPLATES: Final = (
    AlertKind.DAY_SPEND, AlertKind.DAY_SPIKE, AlertKind.PERIOD_SPEND, AlertKind.RUNS_OUT, AlertKind.STALE_FEED,
    AlertKind.UNPRICED_RUNS,
)  # fmt: skip


@signed_in("GET")
def alerts(request: HttpRequest, slug: str) -> HttpResponse:
    """List the rules with their state and when they fired lately."""
    access = organization_for(request.user, slug, VIEW_BILLING)
    found = read_alerts(authorize_member(access, BILLING_ALERTS))
    record_view(request, access.organization, route=ROUTE, rows=len(found))
    muted = AlertMute.objects.filter(
        rule__organization=access.organization, membership__user_id=actors.person(request).pk
    )
    context = {
        "access": access,
        "alerts": found,
        "muted": set(muted.values_list("rule_id", flat=True)),
        "has_low_balance": any(each.rule.kind == AlertKind.LOW_BALANCE for each in found),
        "may_change": MANAGE_BILLING_ACCESS in access.permissions,
        "gets_emails": access.role in (Role.OWNER, Role.BILLING),
        "templates": TEMPLATES,
        "has_room": len(found) < MAX_RULES,
        "most": MAX_RULES,
    }
    return render_page(request, "billing_access/ui/alerts.html", context)


@signed_in("GET", "POST")
def alert_create(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a rule of the kind in the URL. Submitted with ``preview``, show what it would have done, and make none."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    kind = request.POST.get("kind") or request.GET.get("kind") or AlertKind.DAY_SPEND
    if kind not in TEMPLATES:
        raise Http404
    form = _form(request, access, AlertKind(kind), INITIAL.get(kind, {}))

    def save(parameters: Parameters) -> AlertRule:
        return create_rule(access.organization, parameters, actor=actors.member(request))

    return _edit(request, access, form, save, "It is on from now on.")


@signed_in("GET", "POST")
def alert(request: HttpRequest, slug: str, rule_id: uuid.UUID) -> HttpResponse:
    """Change a rule, with a preview; send a test, or remove it. That of a low balance is the low-balance threshold."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    found = _found(access, rule_id)
    if found.rule.kind == AlertKind.LOW_BALANCE:
        return redirect("billing_access:low-balance", slug)
    form = _form(request, access, AlertKind(found.rule.kind), initial_of(parameters_of(found.rule)))

    def save(parameters: Parameters) -> AlertRule:
        return change_rule(found.rule, parameters, actor=actors.member(request))

    return _edit(request, access, form, save, "It begins again with these values.", found)


@signed_in("POST")
def alert_remove(request: HttpRequest, slug: str, rule_id: uuid.UUID) -> HttpResponse:
    """Remove a rule, without a confirmation page: its template makes it again in one step."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    found = _found(access, rule_id)
    if found.rule.kind == AlertKind.LOW_BALANCE:
        return redirect("billing_access:low-balance", slug)
    remove_rule(found.rule, actor=actors.member(request))
    return done(request, f"Removed: {found.sentence}.", "billing_access:alerts", slug)


@signed_in("POST")
def alert_mute(request: HttpRequest, slug: str, rule_id: uuid.UUID) -> HttpResponse:
    """Stop the e-mails about a rule to the person who asks, or send them again."""
    access = organization_for(request.user, slug, VIEW_BILLING)
    found, is_muted = _found(access, rule_id), request.POST.get("muted") == "on"
    mute_rule(found.rule, is_muted, actor=actors.member(request))
    message = "You get no e-mails about this" if is_muted else "You get the e-mails about this again"
    return done(request, f"{message}: {found.sentence}.", "billing_access:alerts", slug)


@signed_in("POST")
def alert_test(request: HttpRequest, slug: str, rule_id: uuid.UUID) -> HttpResponse:
    """Send the person who asks an e-mail that is marked as a test."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    found = _found(access, rule_id)
    send_test(found.rule, actor=actors.member(request))
    return done(request, f"A test is on its way to you by e-mail: {found.sentence}.", "billing_access:alerts", slug)


def _found(access: Access, rule_id: uuid.UUID) -> Alert:
    found = read_alert(authorize_member(access, BILLING_ALERTS), rule_id)
    if found is None:
        raise Http404
    return found


def _form(request: HttpRequest, access: Access, kind: AlertKind, initial: dict[str, Any]) -> RuleForm:
    tags = RegisteredTag.objects.filter(organization=access.organization).order_by("key")
    return form_of(request, RuleForm, initial, kind=kind, tags=list(tags.values_list("key", flat=True)))


def _edit(
    request: HttpRequest,
    access: Access,
    form: RuleForm,
    save: Callable[[Parameters], AlertRule],
    saved: str,
    found: Alert | None = None,
) -> HttpResponse:
    """Show the form, preview what was submitted, or save it."""
    context: dict[str, Any] = {"access": access, "kind": form.kind, "alert": found}
    if form.is_valid():
        with refusals_on(form, InvalidChange):
            if "preview" in request.POST:
                context |= _previewed(request, access, checked(form.parameters))
            else:
                rule = save(form.parameters)
                return done(
                    request,
                    f"Saved: {sentence_of(parameters_of(rule))}. {saved}",
                    "billing_access:alerts",
                    access.organization.slug,
                )
    return show(request, "billing_access/ui/alert.html", form, context)


def _previewed(request: HttpRequest, access: Access, parameters: Parameters) -> dict[str, Any]:
    preview = read_preview(authorize_member(access, BILLING_ALERTS), access.organization, parameters)
    record_view(request, access.organization, route=ROUTE, rows=len(preview.days))
    fired = {each.start for each in preview.days if each.would_fire}
    shown = {"preview": preview, "fired": fired, "previewed": sentence_of(parameters)}
    if chart := _chart(preview, "$" if unit_of(parameters.kind) == "usd" else ""):
        texts = ["" if each.figure is None else figure_text(parameters.kind, each.figure) for each in preview.days]
        highest = max(zip(chart.bars, texts, strict=True), key=lambda pair: pair[0].sums.total_cost_usd)
        shown |= {"chart": chart, "bars": list(zip(chart.bars, texts, strict=True)), "highest": highest}
    return shown


def _chart(preview: Preview, currency: str) -> Chart | None:
    if not any(each.figure for each in preview.days):
        return None
    buckets = [
        Bucket(each.start, each.end, False, [Group((), NOTHING._replace(total_cost_usd=each.figure or Decimal(0)))])
        for each in preview.days
    ]
    return draw(buckets, timezone.now(), thresholds=[each.threshold for each in preview.days], currency=currency)
