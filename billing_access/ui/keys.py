"""API keys of an organization: list, create, reveal once, change, revoke."""

import uuid
from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from billing_access.access.decision import facts_for_new_key, facts_for_organization
from billing_access.access.models import ApiKey
from billing_access.access.services import (
    InvalidChange,
    IssuedKey,
    change_networks,
    change_scopes,
    issue_key,
    revoke_key,
)
from billing_access.routes import AUDIT_EVENTS, BILLING_STATE, BILLING_USAGE, KEY
from billing_access.scopes import ALL_SCOPES, SCOPES
from billing_access.ui.forms import AddressForm, KeyForm, NetworksForm, RevokeForm, ScopesForm
from billing_access.ui.presets import BY_ID, PRESETS
from billing_access.ui.preview import KeyPreview, previews, readable
from orgs import actors
from orgs.access import Access, members_with_permissions, organization_for
from orgs.reauthentication import typed
from orgs.roles import MANAGE_API_KEYS
from orgs.settings import org_settings

TO_TRY: Final = (BILLING_STATE, BILLING_USAGE, AUDIT_EVENTS, KEY)


@never_cache
@require_safe
@login_required
def keys(request: HttpRequest, slug: str) -> HttpResponse:
    """List the keys, newest first."""
    access = organization_for(request.user, slug, MANAGE_API_KEYS)
    found = list(
        ApiKey.objects.filter(organization=access.organization)
        .select_related("created_by")
        .order_by("-created_at", "id")
    )
    members = members_with_permissions(access.organization)
    shown = previews(found, facts_for_organization(access.organization.pk), members)
    return render(request, "billing_access/ui/keys.html", {"access": access, "previews": shown})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@sensitive_variables("issued")
def key_create(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a key and show its secret on this answer and never again; the same form sent again makes no other.

    Sent with ``preview`` it makes none, and shows what a key with the chosen scopes could read.
    """
    access = organization_for(request.user, slug, MANAGE_API_KEYS)
    is_sent = request.method == "POST" and "preview" not in request.POST
    preset = BY_ID.get(request.GET.get("preset", ""))
    initial = {**(preset.initial if preset else {}), **typed(request), **_to_preview(request)}
    form = KeyForm(request.POST if is_sent else None, initial=initial)
    if is_sent and form.is_valid():
        try:
            issued = _issue(request, access, form)
        except InvalidChange as error:
            form.add_error(None, str(error))
        except IntegrityError:
            return _already_made(request, access, form.cleaned_data["form_token"])
        else:
            return reveal(request, access, issued)
    chosen = ALL_SCOPES & {*(form["scopes"].value() or ())}
    context = {"access": access, "form": form, "scopes": SCOPES, "presets": PRESETS, "preset": preset}
    context["preview"] = readable(facts_for_new_key(access.organization.pk, chosen)) if chosen else None
    return render(request, "billing_access/ui/key_create.html", context, status=400 if form.errors else 200)


def _to_preview(request: HttpRequest) -> dict[str, Any]:
    """Return what was typed so far, to be shown again."""
    if "preview" not in request.POST:
        return {}
    return {**{name: request.POST[name] for name in request.POST}, "scopes": request.POST.getlist("scopes")}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def key(request: HttpRequest, slug: str, key_id: uuid.UUID) -> HttpResponse:
    """Show a key and what it can read, from an address too if one is asked; POST gives it other scopes."""
    access = organization_for(request.user, slug, MANAGE_API_KEYS)
    address_form = AddressForm(request.GET)
    address = (address_form.cleaned_data["address"] if address_form.is_valid() else "") or None
    shown = one_key(access, key_id, address)
    initial = {"scopes": shown.key.scopes, **typed(request)}
    form = ScopesForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            change_scopes(
                shown.key,
                actor=actors.member(request),
                scopes=form.cleaned_data["scopes"],
                reason=form.cleaned_data["reason"],
            )
        except InvalidChange as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{shown.key.name} now has the scopes {', '.join(form.cleaned_data['scopes'])}.")
            return redirect("key", slug, key_id)
    context = {
        "access": access,
        "preview": shown,
        "form": form,
        "address_form": address_form,
        "scopes": SCOPES,
        "successor": shown.key.successors.order_by("-created_at").first(),
    }
    faulty = form.errors or address_form.errors
    return render(request, "billing_access/ui/key.html", context, status=400 if faulty else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def key_addresses(request: HttpRequest, slug: str, key_id: uuid.UUID) -> HttpResponse:
    """Change the list of addresses that a key may be used from."""
    access = organization_for(request.user, slug, MANAGE_API_KEYS)
    shown = one_key(access, key_id)
    initial = {"allowed_networks": "\n".join(map(str, shown.key.allowed_networks)), **typed(request)}
    form = NetworksForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            change_networks(
                shown.key,
                actor=actors.member(request),
                allowed_networks=form.cleaned_data["allowed_networks"],
                reason=form.cleaned_data["reason"],
            )
        except InvalidChange as error:
            form.add_error(None, str(error))
        else:
            listed = ", ".join(form.cleaned_data["allowed_networks"]) or "any address"
            messages.success(request, f"{shown.key.name} is accepted from {listed}.")
            return redirect("key", slug, key_id)
    context = {"access": access, "preview": shown, "form": form}
    return render(request, "billing_access/ui/key_addresses.html", context, status=400 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def key_revoke(request: HttpRequest, slug: str, key_id: uuid.UUID) -> HttpResponse:
    """Confirm, then revoke for good."""
    access = organization_for(request.user, slug, MANAGE_API_KEYS)
    shown = one_key(access, key_id)
    form = RevokeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        revoke_key(shown.key, actor=actors.member(request), reason=form.cleaned_data["reason"])
        messages.success(request, f"{shown.key.name} is revoked. The next request with it is refused.")
        return redirect("key", slug, key_id)
    context = {"access": access, "preview": shown, "form": form}
    return render(request, "billing_access/ui/key_revoke.html", context, status=400 if form.errors else 200)


def reveal(request: HttpRequest, access: Access, issued: IssuedKey) -> HttpResponse:
    """Show a new key's secret, once."""
    # The first that its scopes open and that needs no parameter.
    to_try = next(each for each in TO_TRY if each.scopes <= {*issued.key.scopes})
    context = {
        "access": access,
        "key": issued.key,
        "secret": issued.secret,
        "to_try": to_try,
        "address": f"{org_settings.BASE_URL}{to_try.path}",
    }
    return render(request, "billing_access/ui/key_reveal.html", context)


def one_key(access: Access, key_id: uuid.UUID, address: str | None = None) -> KeyPreview:
    """Return the organization's key with this id, as asked from an address. Raises Http404."""
    found = ApiKey.objects.filter(organization=access.organization, pk=key_id).select_related(
        "created_by", "predecessor"
    )
    members = members_with_permissions(access.organization)
    shown = previews(list(found), facts_for_organization(access.organization.pk, address), members)
    if not shown:
        raise Http404("no such key in this organization")
    return shown[0]


@transaction.atomic
def _issue(request: HttpRequest, access: Access, form: KeyForm) -> IssuedKey:
    return issue_key(
        access.organization,
        actor=actors.member(request),
        name=form.cleaned_data["name"],
        scopes=form.cleaned_data["scopes"],
        lifetime_days=form.cleaned_data["lifetime_days"],
        allowed_networks=form.cleaned_data["allowed_networks"],
        form_token=form.cleaned_data["form_token"],
    )


def _already_made(request: HttpRequest, access: Access, form_token: uuid.UUID) -> HttpResponse:
    made = ApiKey.objects.filter(organization=access.organization, form_token=form_token).first()
    if made is None:
        messages.error(request, "The form was used before. Fill it in anew.")
        return redirect("key-create", access.organization.slug)
    messages.info(request, f"{made.name} was made already. Its secret was shown once and cannot be shown again.")
    return redirect("key", access.organization.slug, made.pk)
