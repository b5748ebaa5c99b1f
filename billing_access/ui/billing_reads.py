"""The pages of an organization's programmatic billing reads: their state, turning them on and off, and who can read."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.db.models import Q
from django.http import HttpRequest, HttpResponse

from billing_access.access.models import OptIn, Suspension
from billing_access.access.readers import readers_of, webhook_rows
from billing_access.access.services import (
    ChangeConflict,
    InvalidChange,
    turn_off_billing_reads,
    turn_on_billing_reads,
)
from billing_access.ui.forms import TurnOffForm, TurnOnForm
from billing_access.ui.preview import previews, readers_among
from billing_access.ui.webhook_rows import shown_webhooks
from billing_audit.reading.setting_history import read_history
from orgs import actors
from orgs.access import Access, members_with_permissions, organization_for
from orgs.layout import render_page
from orgs.models import Organization
from orgs.reauthentication import take_saved_input
from orgs.roles import MANAGE_API_KEYS, MANAGE_BILLING_ACCESS, VIEW_AUDIT_LOG, VIEW_BILLING
from orgs.ui.pages import done, form_of, refusals_on, show, signed_in

HISTORY: Final = (
    "billing_reads.enabled", "billing_reads.disabled", "billing_reads.suspended", "billing_reads.unsuspended",
)  # fmt: skip
MAX_HISTORY: Final = 5


@signed_in("GET")
def billing_reads(request: HttpRequest, slug: str) -> HttpResponse:
    """Show whether keys may read billing, since when and by whom, and what each key can read."""
    access = organization_for(request.user, slug, VIEW_BILLING)
    opt_in, webhooks = _opt_in_and_webhooks(access.organization)
    return _show(request, access, opt_in, webhooks=webhooks)


@signed_in("GET", "POST")
def turn_on(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what would become readable; POST turns billing reads on, or changes their time limit.

    If somebody else changed the setting since the page was shown, nothing is saved and the page shows their change.
    """
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    opt_in, conflict = _opt_in(access.organization), None
    is_change = opt_in.is_on and request.POST.get("version", "") in {"", str(opt_in.version)}
    form = form_of(request, TurnOnForm, _turn_on_initial(opt_in, take_saved_input(request)), is_change=is_change)
    if form.is_valid():
        try:
            with refusals_on(form, InvalidChange):
                changed = turn_on_billing_reads(
                    access.organization,
                    actor=actors.member(request),
                    reason=form.cleaned_data["reason"],
                    expected_version=form.cleaned_data["version"],
                    days=form.chosen_days,
                )
                return done(request, _turned_on_message(changed), "billing_access:billing-reads", slug)
        except ChangeConflict as error:
            opt_in = conflict = error.current
            form = TurnOnForm(initial=_turn_on_initial(conflict, form.cleaned_data), is_change=conflict.is_on)
    shown = previews(access.organization)
    context = {
        "access": access,
        "opt_in": opt_in,
        "conflict": conflict,
        "readers": readers_among(access.organization, shown, opted_in=True),
        "refused": [each for each in shown if each.is_living and not each.reads_once_open],
    }
    return show(request, "billing_access/ui/turn_on.html", form, context, status=409 if conflict else None)


def _turn_on_initial(opt_in: OptIn, submitted: Mapping[str, Any]) -> dict[str, Any]:
    """Return the form's initial values: those submitted before, as far as they still fit the opt-in.

    When billing reads are on they may have a time limit, and saving must not remove it unless the member says so. So
    the form then starts without a choice, and drops "until it is turned off" if it was submitted for another version
    of the opt-in, where it may have been the default instead of a choice.
    """
    initial = {"limit": "" if opt_in.is_on else "none", **submitted, "version": opt_in.version}
    is_same_version = str(submitted.get("version", opt_in.version)) == str(opt_in.version)
    if opt_in.is_on and not is_same_version and initial["limit"] == "none":
        initial["limit"] = ""
    return initial


@signed_in("POST")
def turn_off(request: HttpRequest, slug: str) -> HttpResponse:
    """Turn billing reads off, without a confirmation page, since that only reduces access."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    form = form_of(request, TurnOffForm)
    if not form.is_valid():
        return _show(request, access, _opt_in(access.organization), form)
    try:
        turn_off_billing_reads(
            access.organization,
            actor=actors.member(request),
            reason=form.cleaned_data["reason"],
            expected_version=form.cleaned_data["version"],
        )
    except ChangeConflict as error:
        form = TurnOffForm(initial={**form.cleaned_data, "version": error.current.version})
        return _show(request, access, error.current, form, conflict=error.current)
    message = readers_of(access.organization).sentence
    return done(request, message, "billing_access:billing-reads", slug)


@signed_in("GET")
def readers(request: HttpRequest, slug: str) -> HttpResponse:
    """Show which people and keys can read billing and which webhooks are sent it, and why the other keys cannot."""
    access = organization_for(request.user, slug, VIEW_AUDIT_LOG)
    members = members_with_permissions(access.organization)
    shown = previews(access.organization, members)
    living = [each for each in shown if each.is_living]
    people: list[dict[str, Any]] = [
        {
            "member": member,
            "reads": VIEW_BILLING in permissions,
            "flips": MANAGE_BILLING_ACCESS in permissions,
            "issues": MANAGE_API_KEYS in permissions,
        }
        for member, permissions in members
        if permissions & {VIEW_BILLING, MANAGE_BILLING_ACCESS, MANAGE_API_KEYS}
    ]
    webhooks = shown_webhooks(access.organization, next((each.facts for each in shown), None))
    context = {
        "access": access,
        "people": people,
        "others": len(members) - len(people),
        "reading": [each for each in living if each.reads_now],
        "refused": [each for each in living if not each.reads_now],
        "readers": readers_among(access.organization, shown, webhooks=[each.row for each in webhooks]),
        "webhooks": webhooks,
        "receiving": [each for each in webhooks if each.is_sent_something],
        "ended": len(shown) - len(living),
        "reading_people": sum(each["reads"] for each in people),
    }
    return render_page(request, "billing_access/ui/readers.html", context)


def _show(
    request: HttpRequest,
    access: Access,
    opt_in: OptIn,
    form: TurnOffForm | None = None,
    conflict: OptIn | None = None,
    webhooks: Sequence[Mapping[str, Any]] | None = None,
) -> HttpResponse:
    shown = previews(access.organization)
    living = [each for each in shown if each.is_living]
    may_see_log = VIEW_AUDIT_LOG in access.permissions
    context = {
        "access": access,
        "opt_in": opt_in,
        "conflict": conflict,
        "suspensions": Suspension.objects.filter(
            Q(organization=access.organization) | Q(organization=None), lifted_at=None
        ),
        "living": living,
        "readers": readers_among(access.organization, shown, webhooks=webhooks),
        "ended": len(shown) - len(living),
        "history": read_history(access.organization.public_id, HISTORY, MAX_HISTORY) if may_see_log else [],
        "may_flip": MANAGE_BILLING_ACCESS in access.permissions,
    }
    form = form or TurnOffForm(initial={"version": opt_in.version})
    return show(request, "billing_access/ui/billing_reads.html", form, context, status=409 if conflict else None)


def _turned_on_message(opt_in: OptIn) -> str:
    until = f" until {opt_in.enabled_until:%Y-%m-%d %H:%M} UTC" if opt_in.enabled_until else ""
    return f"Programmatic billing reads are on{until}. {readers_of(opt_in.organization).sentence}"


def _opt_in(organization: Organization) -> OptIn:
    return _opt_in_and_webhooks(organization)[0]


def _opt_in_and_webhooks(organization: Organization) -> tuple[OptIn, Sequence[Mapping[str, Any]]]:
    """Return the opt-in, and the rows of ``webhook_rows``. One query."""
    organizations = Organization.objects.select_related("opt_in__changed_by").annotate(webhooks=webhook_rows())
    found = organizations.get(pk=organization.pk)
    return getattr(found, "opt_in", None) or OptIn(organization=organization), found.webhooks
