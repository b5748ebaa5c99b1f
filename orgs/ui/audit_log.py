"""The audit log's pages: the list, and one event with its proof. Every view of them is itself recorded."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from billing_audit.event_parts import parts_body
from billing_audit.event_types import BY_ACTION
from billing_audit.reading.filters import NAMES, OUTCOMES, Filters, filters_for_audit, read_filters
from billing_audit.reading.integrity_summary import read_integrity_summary
from billing_audit.reading.queries import PAGE_SIZE, Entry, entry, page
from billing_audit.record import Actor, Json, record
from billing_audit.settings import audit_settings
from billing_audit.signed_notes import base64_of
from billing_audit.transparency.log_names import first_name
from billing_audit.transparency.proofs import prove
from billing_audit.typed_secrets import refuse_typed_secrets
from orgs import actors
from orgs.access import Access, organization_for
from orgs.layout import render_page
from orgs.roles import VIEW_AUDIT_LOG, VIEW_BILLING
from orgs.ui.forms import type_for_day
from orgs.ui.pages import signed_in


@signed_in("GET", "POST")
def audit_log(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the organization's events, newest first, filtered by the query string.

    The filters' form is posted: only valid filters without a secret get into the URL to which POST redirects.
    """
    access = organization_for(request.user, slug, VIEW_AUDIT_LOG)
    sent: Mapping[str, str] = request.GET
    filters, faults = filters_of(request, access)
    if request.method == "POST":
        sent, secrets = _without_secrets(request.POST)
        filters, faults = read_filters(sent, zone=access.organization.zone)
        faults += secrets
        if not faults:
            return redirect(_url(slug, sent))
    before, before_fault = _before(request)
    is_clear = not faults and not before_fault
    entries, next_before = page_of(access, filters, before) if is_clear else ([], None)
    record_use(access, actors.viewer(request), "audit_log.viewed", filters, rows=len(entries))
    form = _fields(sent, dict(faults))
    context = {
        "access": access,
        "entries": entries,
        "faults": not is_clear,
        "before_fault": before_fault,
        "fields": form,
        "more": any(field.is_rare and field.value for field in form),
        "query": _query(request),
        "older": _query(request, before=str(next_before)) if next_before else "",
        "filtered": bool(filters or before or not is_clear),
        "strip": read_integrity_summary(access.organization.public_id),
        "has_public_key": bool(audit_settings.verifiers),
        "with_figures": VIEW_BILLING in access.permissions,
    }
    return render_page(request, "orgs/ui/audit_log.html", context, status=200 if is_clear else 400)


@signed_in("GET")
def audit_event(request: HttpRequest, slug: str, event_id: uuid.UUID) -> HttpResponse:
    """Show every field of one event, with the proof that it is in the signed log."""
    access = organization_for(request.user, slug, VIEW_AUDIT_LOG)
    shown = entry(access.organization.public_id, event_id, with_figures=VIEW_BILLING in access.permissions)
    if shown is None:
        raise Http404
    record_use(access, actors.viewer(request), "audit_log.viewed", Filters(), rows=1, event_id=str(event_id))
    organization_id, proof = access.organization.public_id, None
    if shown.log is not None and shown.leaf_index is not None:
        log = shown.log if first_name(shown.log) == organization_id else organization_id
        proof = prove(log, shown.leaf_index, shown.event.body, audit_settings.verifiers)
    context = {"access": access, "entry": shown, "parts": parts_body(shown.parts), "proof": proof}
    if proof:
        context |= {"leaf": base64_of(proof.leaf), "path": [base64_of(each) for each in proof.path]}
    return render_page(request, "orgs/ui/audit_event.html", context)


def page_of(
    access: Access, filters: Filters, before: uuid.UUID | None, size: int = PAGE_SIZE
) -> tuple[list[Entry], uuid.UUID | None]:
    with_figures = VIEW_BILLING in access.permissions
    return page(access.organization.public_id, filters, with_figures=with_figures, before=before, size=size)


def filters_of(request: HttpRequest, access: Access) -> tuple[Filters, list[tuple[str, str]]]:
    return read_filters(request.GET, zone=access.organization.zone)


@dataclass(frozen=True, slots=True)
class Field:
    """One filter of the page's form, with its value in the query string."""

    name: str
    label: str
    value: str
    fault: str
    choices: Collection[tuple[str, str]] = ()
    type: str = "text"
    example: str = ""
    is_rare: bool = False


def _fields(sent: Mapping[str, str], faults: Mapping[str, str]) -> list[Field]:
    def field(name: str, label: str, **more: Any) -> Field:
        return Field(name, label, sent.get(name, ""), faults.get(name, ""), **more)

    def day(name: str, label: str) -> Field:
        return field(name, label, type=type_for_day(sent.get(name, "")))

    actions = [(each.action, f"{each.title} ({each.action})") for each in BY_ACTION.values()]
    return [
        field("action", "Action", choices=actions),
        field("actor", "Actor", example="user:1"),
        field("outcome", "Outcome", choices=[(outcome, outcome.capitalize()) for outcome in OUTCOMES]),
        day("from", "From"),
        day("to", "To (inclusive)"),
        field("reason", "Reason", example="org_opt_in_required", is_rare=True),
        field("key", "Key id", example="6e2d3f0a-4b1c-…", is_rare=True),
        field("address", "Address", example="192.0.2.7", is_rare=True),
        field("request_id", "Request id", example="req_…", is_rare=True),
    ]


def _without_secrets(posted: Mapping[str, str]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Return what was typed into each filter, but for texts with a secret in them, and a fault for each of those."""
    sent: dict[str, str] = {}
    faults: list[tuple[str, str]] = []
    for name in NAMES:
        text = posted.get(name, "").strip()
        try:
            refuse_typed_secrets(text)
            sent[name] = text
        except ValidationError as error:
            faults.append((name, " ".join(error.messages)))
    return sent, faults


def _url(slug: str, sent: Mapping[str, str]) -> str:
    query = urlencode({name: text for name, text in sent.items() if text})
    path = reverse("billing_orgs:audit-log", args=[slug])
    return f"{path}?{query}" if query else path


def _before(request: HttpRequest) -> tuple[uuid.UUID | None, str]:
    text = request.GET.get("before", "")
    try:
        return (uuid.UUID(text) if text else None), ""
    except ValueError:
        return None, "The position in the log is not valid. Start from the newest event."


def _query(request: HttpRequest, **changes: str) -> str:
    query = request.GET.copy()
    query.pop("before", None)
    for name, value in changes.items():
        query[name] = value
    return query.urlencode()


def record_use(access: Access, actor: Actor, action: str, filters: Filters, **details: Json) -> uuid.UUID:
    """Record that somebody viewed or exported the log; return the event's id."""
    organization = access.organization
    with transaction.atomic():
        return record(
            action,
            organization_id=organization.public_id,
            actor=actor,
            target=actors.organization_target(organization),
            details={**filters_for_audit(filters), **details},
        )
