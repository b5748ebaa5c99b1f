"""Organizations in the admin with their billing reads, and the pages on which staff change or suspend these."""

from dataclasses import replace
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode

from billing_access.access import decision
from billing_access.access.models import ApiKey, OptIn, Suspension
from billing_access.access.services import (
    ChangeConflict,
    suspend_billing_reads,
    turn_off_billing_reads,
    turn_on_billing_reads,
)
from billing_access.access.services.opt_in import LONGEST_DAYS
from billing_access.admin import reasoned, suspensions
from billing_access.admin.api_keys import keys_with_hint
from billing_access.admin.figures import ORGANIZATION
from billing_access.billing.ingest.models import VoidedRun
from billing_access.billing.models import BalanceEntry, Run
from billing_access.routes import READABLE
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.admin import OrganizationAdmin
from orgs.models import Organization
from orgs.reauthentication import take_saved_input
from orgs.ui.pages import form_of

PERMISSION = "billing_access.change_optin"

admin.site.unregister(Organization)


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


@admin.register(Organization)
class BillingOrganizationAdmin(OrganizationAdmin):
    """The organization as ``orgs`` shows it, with its billing reads."""

    list_display = ("name", "slug", "public_id", "external_id", "billing_reads", "created_at")
    list_select_related = ("opt_in",)
    search_help_text = "Name, slug, id, external id, a member, or a key's hint (the last 4 characters are enough)."
    fields = readonly_fields = (*OrganizationAdmin.fields, "billing_reads", "last_change", "suspended")

    def get_urls(self) -> list[URLPattern]:
        own = [
            path(
                f"<path:object_id>/{address}/",
                self.admin_site.admin_view(view),
                name=f"billing_orgs_organization_{name}",
            )
            for address, name, view in (
                ("billing-reads", "billing_reads", self.flip_view),
                ("suspend", "suspend", self.suspend_view),
            )
        ]
        return [*own, *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("opt_in__changed_by")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        keys = keys_with_hint(search_term)
        return (found | queryset.filter(api_keys__in=keys) if keys else found), may_repeat or bool(keys)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        allowed = {
            "may_flip": request.user.has_perm(PERMISSION),
            "may_suspend": request.user.has_perm(suspensions.PERMISSION),
            "related": _related(request, self.get_object(request, unquote(object_id))),
        }
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **allowed})

    @admin.display(description="Programmatic billing reads")
    def billing_reads(self, organization: Organization) -> str:
        return _on_or_off(_opt_in_of(organization).is_on).capitalize()

    @admin.display(description="Last change")
    def last_change(self, organization: Organization) -> str:
        opt_in = _opt_in_of(organization)
        return _last_change(opt_in) if opt_in.version else "Never"

    @admin.display(description="Suspended")
    def suspended(self, organization: Organization) -> str:
        in_force = Suspension.objects.filter(lifted_at=None)
        concerned = in_force.filter(organization=organization) | in_force.filter(organization=None)
        return "; ".join(suspension.reason for suspension in concerned) or "No"

    def flip_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Turn billing reads on or off for a customer. A reason is required; a stale page changes nothing."""
        organization: Organization = reasoned.find(self, request, object_id, PERMISSION)
        if request.method != "POST":
            return self._show_flip(request, organization)
        form = FlipForm(request.POST)
        if not form.is_valid():
            return self._show_flip(request, organization, form)
        enabled, reason = form.cleaned_data["enabled"], form.cleaned_data["reason"]
        turn_on = partial(turn_on_billing_reads, days=form.cleaned_data["days"])
        service = turn_on if enabled else turn_off_billing_reads
        try:
            service(
                organization,
                actor=actors.staff(request),
                reason=reason,
                expected_version=form.cleaned_data["version"],
            )
        except ChangeConflict as conflict:
            fresh = self.get_queryset(request).get(pk=organization.pk)
            change = _last_change(_opt_in_of(fresh))
            message = f"Nothing was changed: {conflict} Now: {change}. Check the current state, then decide again."
            return self._show_flip(request, fresh, form, conflict=message)
        message = f"Billing reads are {_on_or_off(enabled)}. Reason: {reason}"
        return reasoned.done(self, request, organization, message)

    def suspend_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Suspend billing reads of one organization until the suspension is lifted. Its own setting is unchanged."""
        organization: Organization = reasoned.find(self, request, object_id, suspensions.PERMISSION)
        form = form_of(request, reasoned.ReasonForm)
        if form.is_valid():
            reason = form.cleaned_data["reason"]
            suspend_billing_reads(organization, actor=actors.staff(request), reason=reason)
            return reasoned.done(self, request, organization, f"Billing reads are suspended. Reason: {reason}")
        notes = [
            "No key of the organization can read billing data until you lift the suspension under Suspensions.",
            "Its members see the reason. Its own setting is unchanged and can still be turned off.",
        ]
        title = f"Suspend billing reads of {organization.name}"
        button = "Suspend billing reads"
        return reasoned.show(self, request, organization, form, title=title, button=button, notes=notes)

    def _show_flip(
        self, request: HttpRequest, organization: Organization, submitted: FlipForm | None = None, conflict: str = ""
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
            self,
            request,
            organization,
            form,
            title=f"{verb} billing reads for {organization.name}",
            button=f"{verb} billing reads",
            notes=[*_state_notes(opt_in), *_key_notes(organization, turn_on)],
            status=409 if conflict else 200,
        )


def _related(request: HttpRequest, organization: Organization | None) -> list[tuple[str, str]]:
    """Return links to the organization's lists that this member of staff may see: label and URL."""
    if organization is None:
        return []
    return [
        (label, f"{reverse(f'admin:{table}_changelist')}?{urlencode(query)}")
        for label, table, model, query in (
            ("API keys", "billing_access_apikey", ApiKey, {ORGANIZATION: organization.pk}),
            ("Runs", "billing_access_run", Run, {ORGANIZATION: organization.pk}),
            ("Voided runs", "billing_access_voidedrun", VoidedRun, {ORGANIZATION: organization.pk}),
            ("Balance entries", "billing_access_balanceentry", BalanceEntry, {ORGANIZATION: organization.pk}),
            ("Events", "billing_audit_auditevent", AuditEvent, {"q": organization.public_id}),
        )
        if request.user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}")
    ]


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
    """Say which keys gain or lose which reads by the change, according to the decision."""
    notes = []
    for facts in decision.facts_for_organization(organization.pk):
        opened = replace(facts, opted_in=True)
        reads = [r.reads for r in READABLE if r.needs_opt_in and decision.decide(opened, r) is None]
        if reads:
            notes.append(f"{facts.key_name}: {'gains' if turn_on else 'loses'} {', '.join(reads)}.")
    return notes or ["No active key of the organization is affected."]
