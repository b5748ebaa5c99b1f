"""The pages of an organization's API keys: list, create, show the secret once, change, revoke, rotate."""

import uuid
from typing import Final

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.debug import sensitive_variables

from billing_access.access.decision import decide, facts_for_new_key
from billing_access.access.models import ApiKey
from billing_access.access.readers import facts_of, key_later, key_outlook
from billing_access.access.services import (
    InvalidChange,
    IssuedKey,
    cancel_rotation,
    change_networks,
    change_scopes,
    issue_key,
    permissions_to_issue,
    revoke_key,
    rotate_key,
    successor_of,
    why_not_cancel_rotation,
    why_not_change,
    why_not_rotate,
)
from billing_access.routes import AUDIT_EVENTS, BILLING_STATE, BILLING_USAGE, KEY
from billing_access.scopes import ALL_SCOPES, SCOPES
from billing_access.ui.forms import AddressForm, KeyForm, NetworksForm, RevokeForm, RotateForm, ScopesForm
from billing_access.ui.presets import BY_ID, PRESETS
from billing_access.ui.preview import KeyPreview, previews, readable
from orgs import actors
from orgs.access import Access, members_with_permissions, organization_for
from orgs.layout import render_page
from orgs.roles import MANAGE_API_KEYS
from orgs.settings import org_settings
from orgs.ui.pages import done, form_of, refusals_on, show, signed_in

TO_TRY: Final = (BILLING_STATE, BILLING_USAGE, AUDIT_EVENTS, KEY)


@signed_in("GET")
def keys(request: HttpRequest, slug: str) -> HttpResponse:
    """List the keys, newest first."""
    access = organization_for(request.user, slug, MANAGE_API_KEYS)
    shown = previews(access.organization, members_with_permissions(access.organization))
    return render_page(request, "billing_access/ui/keys.html", {"access": access, "previews": shown})


@signed_in("GET", "POST")
@sensitive_variables("issued")
def key_create(request: HttpRequest, slug: str) -> HttpResponse:
    """Create a key and show its secret in this response only. Submitting the same form again creates no second key.

    Submitted with ``preview``, it creates no key and shows what one with the chosen scopes could read.
    """
    access = organization_for(request.user, slug, MANAGE_API_KEYS)
    preset = BY_ID.get(request.GET.get("preset", ""))
    if "preview" in request.POST:
        form = KeyForm(initial={**request.POST.dict(), "scopes": request.POST.getlist("scopes")})
    else:
        form = form_of(request, KeyForm, {"name": preset.name, "scopes": preset.scopes} if preset else None)
    if form.is_valid():
        try:
            with refusals_on(form, InvalidChange):
                issued = issue_key(access.organization, actor=actors.member(request), **form.cleaned_data)
                return _reveal(request, access, issued)
        except IntegrityError:
            return _already_created(request, access, form.cleaned_data["form_token"])
    chosen = ALL_SCOPES & {*(form["scopes"].value() or ())}
    context = {"access": access, "scopes": SCOPES, "presets": PRESETS, "preset": preset}
    if chosen:
        facts = facts_for_new_key(access.organization.pk, chosen)
        context |= {"preview": readable(facts), "later": key_later(facts)}
    return show(request, "billing_access/ui/key_create.html", form, context)


@signed_in("GET", "POST")
def key(request: HttpRequest, slug: str, key_id: uuid.UUID) -> HttpResponse:
    """Show a key and what it can read, from ``address`` if the URL gives one; POST changes its scopes.

    Posted with ``check``, it changes nothing and redirects to the URL with the address, if it is one.
    """
    access = organization_for(request.user, slug, MANAGE_API_KEYS)
    is_check = "check" in request.POST
    address_form = AddressForm(request.POST if is_check else request.GET)
    address = (address_form.cleaned_data["address"] if address_form.is_valid() else "") or None
    shown = _one_key(access, key_id, address)
    if is_check and address_form.is_valid():
        return redirect(f"{reverse('billing_access:key', args=[slug, key_id])}?{urlencode({'address': address or ''})}")
    initial = {"scopes": shown.key.scopes}
    form = ScopesForm(initial=initial) if is_check else form_of(request, ScopesForm, initial)
    if form.is_valid():
        with refusals_on(form, InvalidChange):
            change_scopes(shown.key, actor=actors.member(request), **form.cleaned_data)
            now = f"{shown.key.name} now has the scopes {', '.join(form.cleaned_data['scopes'])}."
            return done(request, f"{now} {key_outlook(facts_of(shown.key))}", "billing_access:key", slug, key_id)
    successor = successor_of(shown.key)
    context = {
        "access": access,
        "preview": shown,
        "address_form": address_form,
        "scopes": SCOPES,
        "successor": successor,
        "may_make_such": permissions_to_issue(shown.key.scopes) <= access.permissions,
        "later": key_later(shown.facts),
        "outlook": key_outlook(shown.facts),
        "why_not_change": why_not_change(shown.key),
        "why_not_rotate": why_not_rotate(shown.key),
        "why_not_cancel": why_not_cancel_rotation(shown.key, successor),
    }
    return show(request, "billing_access/ui/key.html", form, context, status=400 if address_form.errors else None)


@signed_in("GET", "POST")
def key_addresses(request: HttpRequest, slug: str, key_id: uuid.UUID) -> HttpResponse:
    """Change the addresses that a key is accepted from."""
    access = organization_for(request.user, slug, MANAGE_API_KEYS)
    shown = _one_key(access, key_id)
    initial = {"allowed_networks": "\n".join(map(str, shown.key.allowed_networks))}
    form = form_of(request, NetworksForm, initial)
    if form.is_valid():
        with refusals_on(form, InvalidChange):
            change_networks(shown.key, actor=actors.member(request), **form.cleaned_data)
            listed = ", ".join(form.cleaned_data["allowed_networks"]) or "any address"
            return done(request, f"{shown.key.name} is accepted from {listed}.", "billing_access:key", slug, key_id)
    context = {"access": access, "preview": shown, "why_not_change": why_not_change(shown.key)}
    return show(request, "billing_access/ui/key_addresses.html", form, context)


@signed_in("GET", "POST")
def key_revoke(request: HttpRequest, slug: str, key_id: uuid.UUID) -> HttpResponse:
    """Confirm, then revoke the key permanently."""
    access = organization_for(request.user, slug, MANAGE_API_KEYS)
    shown = _one_key(access, key_id)
    form = form_of(request, RevokeForm)
    if form.is_valid():
        revoke_key(shown.key, actor=actors.member(request), **form.cleaned_data)
        message = f"{shown.key.name} is revoked. Every further request with it is refused."
        return done(request, message, "billing_access:key", slug, key_id)
    return show(request, "billing_access/ui/key_revoke.html", form, {"access": access, "preview": shown})


@signed_in("GET", "POST")
@sensitive_variables("issued")
def key_rotate(request: HttpRequest, slug: str, key_id: uuid.UUID) -> HttpResponse:
    """Choose how long the old key keeps working; POST creates its successor and shows the secret in this response only.

    Submitting the same form again creates no second successor, since the key is already rotated.
    """
    access = organization_for(request.user, slug, MANAGE_API_KEYS)
    shown = _one_key(access, key_id)
    form = form_of(request, RotateForm)
    if form.is_valid():
        with refusals_on(form, InvalidChange):
            issued = rotate_key(shown.key, actor=actors.member(request), **form.cleaned_data)
            return _reveal(request, access, issued)
    context = {
        "access": access,
        "preview": shown,
        "why_not_rotate": why_not_rotate(shown.key),
        "outlook": key_outlook(shown.facts),
    }
    return show(request, "billing_access/ui/key_rotate.html", form, context)


@signed_in("GET", "POST")
def key_rotation_cancel(request: HttpRequest, slug: str, key_id: uuid.UUID) -> HttpResponse:
    """Keep the old key and revoke its successor. GET, as after re-authentication, redirects to the key's page."""
    access = organization_for(request.user, slug, MANAGE_API_KEYS)
    shown = _one_key(access, key_id)
    if request.method != "POST":
        return redirect("billing_access:key", slug, key_id)
    try:
        cancel_rotation(shown.key, actor=actors.member(request))
    except InvalidChange as error:
        messages.error(request, str(error))
        return redirect("billing_access:key", slug, key_id)
    message = f"The rotation is canceled: {shown.key.hint} keeps working, the new key is revoked."
    return done(request, message, "billing_access:key", slug, key_id)


def _reveal(request: HttpRequest, access: Access, issued: IssuedKey) -> HttpResponse:
    """Show a new key's secret, once."""
    facts = facts_of(issued.key)
    # The first of the routes without required parameters that the key's scopes allow.
    to_try = next(each for each in TO_TRY if each.scopes <= {*issued.key.scopes})
    context = {
        "access": access,
        "key": issued.key,
        "secret": issued.secret,
        "to_try": to_try,
        "refused": decide(facts, to_try),
        "outlook": key_outlook(facts),
        "address": f"{org_settings.BASE_URL}{reverse(f'billing_api:{to_try.name}')}",
    }
    return render_page(request, "billing_access/ui/key_reveal.html", context)


def _one_key(access: Access, key_id: uuid.UUID, address: str | None = None) -> KeyPreview:
    """Return the organization's key with this id, with what it can read from ``address``. Raises Http404."""
    members = members_with_permissions(access.organization)
    shown = previews(access.organization, members, key_id=key_id, address=address)
    if not shown:
        raise Http404("no such key in this organization")
    return shown[0]


def _already_created(request: HttpRequest, access: Access, form_token: uuid.UUID) -> HttpResponse:
    created = ApiKey.objects.filter(organization=access.organization, form_token=form_token).first()
    if created is None:
        messages.error(request, "This form was submitted before. Fill in this new one.")
        return redirect("billing_access:key-create", access.organization.slug)
    message = f"{created.name} was already created. Its secret was shown once and cannot be shown again."
    messages.info(request, message)
    return redirect("billing_access:key", access.organization.slug, created.pk)
