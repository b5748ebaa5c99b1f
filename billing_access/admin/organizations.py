"""The billing reads of organizations in the admin, and the pages on which staff change or suspend them."""

from functools import partial
from typing import Final

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from billing_access.access.models import ApiKey, OptIn, Suspension
from billing_access.access.readers import readers_of
from billing_access.access.services import (
    ChangeConflict,
    InvalidChange,
    suspend_billing_reads,
    turn_off_billing_reads,
    turn_on_billing_reads,
)
from billing_access.access.services.opt_in import LONGEST_DAYS
from billing_access.admin import closing, suspensions
from billing_access.admin.api_keys import keys_with_hint
from billing_access.admin.figures import ORGANIZATION
from billing_access.billing.ingest.models import VoidedRun
from billing_access.billing.models import BalanceEntry, Run
from billing_audit.admin import ReadOnlyAdmin
from billing_audit.models import AuditEvent
from orgs import actors, reasoned
from orgs.admin import OrganizationSection, register_organization_section
from orgs.models import Organization
from orgs.reauthentication import take_saved_input
from orgs.ui.pages import form_of

PERMISSION: Final = "billing_access.change_optin"


class FlipForm(reasoned.ReasonForm):
    """The reason, the state to set and the version that the page showed, so that a stale page changes nothing."""

    enabled = forms.TypedChoiceField(
        choices=[("on", "on"), ("off", "off")], coerce=lambda value: value == "on", widget=forms.HiddenInput
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    days = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=LONGEST_DAYS,
        help_text=f"1 to {LONGEST_DAYS}. Then billing reads turn off automatically. Empty: no time limit.",
    )


@admin.display(description="Programmatic billing reads")
def billing_reads(organization: Organization) -> str:
    return _on_or_off(_opt_in_of(organization).is_on).capitalize()


@admin.display(description="Last change")
def last_change(organization: Organization) -> str:
    opt_in = _opt_in_of(organization)
    return _last_change(opt_in) if opt_in.version else "Never"


@admin.display(description="Suspended")
def suspended(organization: Organization) -> str:
    in_force = Suspension.objects.filter(lifted_at=None)
    concerned = in_force.filter(organization=organization) | in_force.filter(organization=None)
    return "; ".join(suspension.reason for suspension in concerned) or "No"


def flip_view(model_admin: ReadOnlyAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Turn billing reads on or off for a customer. A reason is required; a stale page changes nothing."""
    organization: Organization = reasoned.find(model_admin, request, object_id, PERMISSION)
    if request.method != "POST":
        return _show_flip(model_admin, request, organization)
    form = FlipForm(request.POST)
    if not form.is_valid():
        return _show_flip(model_admin, request, organization, form)
    enabled, reason = form.cleaned_data["enabled"], form.cleaned_data["reason"]
    turn_on = partial(turn_on_billing_reads, days=form.cleaned_data["days"])
    service = turn_on if enabled else turn_off_billing_reads
    try:
        service(organization, actor=actors.staff(request), reason=reason, expected_version=form.cleaned_data["version"])
    except ChangeConflict as conflict:
        fresh = model_admin.get_queryset(request).get(pk=organization.pk)
        change = _last_change(_opt_in_of(fresh))
        message = f"Nothing was changed: {conflict} Now: {change}. Check the current state, then decide again."
        return _show_flip(model_admin, request, fresh, form, conflict=message)
    except InvalidChange as refused:
        return _show_flip(model_admin, request, organization, form, conflict=f"Nothing was changed: {refused}")
    on = "Billing reads are on. " if enabled else ""
    message = f"{on}{readers_of(organization).text} Reason: {reason}"
    return reasoned.done(model_admin, request, organization, message)


def suspend_view(model_admin: ReadOnlyAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Suspend billing reads of one organization until the suspension is lifted. Its own setting is unchanged."""
    organization: Organization = reasoned.find(model_admin, request, object_id, suspensions.PERMISSION)
    form = form_of(request, reasoned.ReasonForm)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        suspend_billing_reads(organization, actor=actors.staff(request), reason=reason)
        message = f"{readers_of(organization).text} Reason: {reason}"
        return reasoned.done(model_admin, request, organization, message)
    notes = [
        "No key of the organization can read billing data until you lift the suspension under Suspensions.",
        f"If you suspend: {readers_of(organization, organization_suspended=True).text}",
        "Its members see the reason. Its own setting is unchanged and can still be turned off.",
    ]
    title = f"Suspend billing reads of {organization.name}"
    button = "Suspend billing reads"
    return reasoned.show(model_admin, request, organization, form, title=title, button=button, notes=notes)


def _show_flip(
    model_admin: ReadOnlyAdmin,
    request: HttpRequest,
    organization: Organization,
    submitted: FlipForm | None = None,
    conflict: str = "",
) -> HttpResponse:
    opt_in = _opt_in_of(organization)
    turn_on = not opt_in.is_on
    initial = {**take_saved_input(request), "enabled": _on_or_off(turn_on), "version": opt_in.version}
    if submitted is None:
        form = FlipForm(initial=initial)
    else:
        # The hidden fields must match the state that this page shows, so the submitted ones are not used again.
        entered = {name: submitted.data.get(name, "") for name in ("reason", "days")}
        form = FlipForm({**entered, **initial})
        form.full_clean()
    if not turn_on:
        del form.fields["days"]
    if conflict:
        form.add_error(None, conflict)
    verb = "Turn on" if turn_on else "Turn off"
    return reasoned.show(
        model_admin,
        request,
        organization,
        form,
        title=f"{verb} billing reads for {organization.name}",
        button=f"{verb} billing reads",
        notes=[*_state_notes(opt_in), *_key_notes(organization, turn_on)],
        status=409 if conflict else 200,
    )


def _links(request: HttpRequest, organization: Organization) -> list[tuple[str, str]]:
    """Return label and URL of the pages and lists of the organization that this member of staff may see."""
    actions = [
        (label, reverse(f"admin:billing_orgs_organization_{name}", args=[organization.pk]))
        for label, name, permission in (
            ("Billing reads", "billing_reads", PERMISSION),
            ("Suspend billing reads", "suspend", suspensions.PERMISSION),
            ("Reopen", "reopen", closing.PERMISSION)
            if organization.closed_at
            else ("Close", "close", closing.PERMISSION),
        )
        if request.user.has_perm(permission)
    ]
    own_rows = {ORGANIZATION: organization.pk}
    lists = [
        (label, f"{reverse(f'admin:{table}_changelist')}?{urlencode(query)}")
        for label, table, model, query in (
            ("API keys", "billing_access_apikey", ApiKey, own_rows),
            ("Runs", "billing_access_run", Run, own_rows),
            ("Voided runs", "billing_access_voidedrun", VoidedRun, own_rows),
            ("Balance entries", "billing_access_balanceentry", BalanceEntry, own_rows),
            ("Events", "billing_audit_auditevent", AuditEvent, {"q": organization.public_id}),
        )
        if request.user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}")
    ]
    return [*actions, *lists]


def _opt_in_of(organization: Organization) -> OptIn:
    return getattr(organization, "opt_in", None) or OptIn(organization=organization)


def _on_or_off(enabled: bool) -> str:
    return "on" if enabled else "off"


def _last_change(opt_in: OptIn) -> str:
    who = f"{opt_in.changed_by_kind} {opt_in.changed_by or ''}".strip()
    why = f" ({opt_in.reason})" if opt_in.reason else ""
    return f"turned {_on_or_off(opt_in.enabled)} at {opt_in.changed_at:%Y-%m-%d %H:%M} UTC by {who}{why}"


def _state_notes(opt_in: OptIn) -> list[str]:
    if not opt_in.version:
        return ["Billing reads are off and were never turned on."]
    until = f" until {opt_in.enabled_until:%Y-%m-%d %H:%M} UTC" if opt_in.is_on and opt_in.enabled_until else ""
    return [f"Billing reads are {_on_or_off(opt_in.is_on)}{until}: {_last_change(opt_in)}."]


def _key_notes(organization: Organization, turn_on: bool) -> list[str]:
    """Say which keys can read now, and which could after the change."""
    now, then = readers_of(organization), readers_of(organization, opted_in=turn_on)
    return [
        f"Now: {now.sentence}",
        f"If you turn billing reads {_on_or_off(turn_on)}: {then.heading}",
        *then.lines,
    ]


register_organization_section(
    OrganizationSection(
        columns=(billing_reads,),
        fields=(billing_reads, last_change, suspended),
        relations=("opt_in__changed_by",),
        views={
            "billing-reads": flip_view,
            "suspend": suspend_view,
            "close": closing.close_view,
            "reopen": closing.reopen_view,
        },
        links=_links,
        find=lambda term: keys_with_hint(term).values("organization_id"),
        search_help="or a key's hint (the last 4 characters are enough)",
    )
)
