"""The pages of webhooks: list, make, show the secret once, change, rotate, adopt, test, and the log of deliveries."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_variables

from billing_access.access.decision import facts_for_new_key
from billing_access.access.readers import gates_of, webhook_outlook
from billing_access.access.services import InvalidChange
from billing_access.scopes import ALL_SCOPES
from billing_access.ui.webhook_forms import RotateSecretForm, TopicsForm, WebhookForm
from billing_access.ui.webhook_rows import (
    MOST_ATTEMPTS,
    MOST_DELIVERIES,
    ShownWebhook,
    shown_deliveries,
    shown_webhooks,
)
from billing_access.webhooks.models import EndpointState, WebhookDelivery, WebhookEndpoint
from billing_access.webhooks.services import (
    MAX_ENDPOINTS,
    EndpointWithSecret,
    adopt_endpoint,
    change_endpoint,
    create_endpoint,
    permissions_for,
    remove_endpoint,
    rotate_secret,
    secret_version,
    send_again,
    send_test,
    turn_on_again,
)
from orgs import actors
from orgs.access import Access, organization_for
from orgs.layout import render_page
from orgs.roles import MANAGE_BILLING_ACCESS, VIEW_AUDIT_LOG, VIEW_BILLING
from orgs.ui.pages import done, form_of, refusals_on, show, signed_in


@signed_in("GET")
def webhooks(request: HttpRequest, slug: str) -> HttpResponse:
    """List the webhooks, oldest first."""
    access = organization_for(request.user, slug, VIEW_BILLING)
    shown = shown_webhooks(access.organization)
    context = {
        "access": access,
        "webhooks": shown,
        "may_change": MANAGE_BILLING_ACCESS in access.permissions,
        "has_room": len(shown) < MAX_ENDPOINTS,
        "most": MAX_ENDPOINTS,
    }
    return render_page(request, "billing_access/ui/webhooks.html", context)


@signed_in("GET", "POST")
@sensitive_variables("made")
def webhook_create(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a webhook and show its secret in this response only. Submitting the same form again makes no second one."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    form = form_of(request, WebhookForm, zone=access.organization.zone)
    if form.is_valid():
        try:
            made = create_endpoint(access.organization, actor=actors.member(request), **form.chosen)
            return _reveal(request, access, made, is_new=True)
        except (InvalidChange, IntegrityError) as error:
            if again := _already_made(request, access, form.cleaned_data["form_token"]):
                return again
            refused = (
                "This form was submitted before. Open the page again." if isinstance(error, IntegrityError) else error
            )
            form.add_error(None, str(refused))
    return show(request, "billing_access/ui/webhook_create.html", form, _form_context(access))


@signed_in("GET")
def webhook(request: HttpRequest, slug: str, webhook_id: uuid.UUID) -> HttpResponse:
    """Show a webhook with what it is sent, and its newest deliveries."""
    access = organization_for(request.user, slug, VIEW_BILLING)
    shown = _found(access, webhook_id)
    endpoint = shown.endpoint
    may_change = MANAGE_BILLING_ACCESS in access.permissions
    is_own = endpoint.holder_id == actors.person(request).pk
    context = {
        "access": access,
        "shown": shown,
        "deliveries": shown_deliveries(endpoint),
        "most": MOST_DELIVERIES,
        "most_attempts": MOST_ATTEMPTS,
        "may_change": may_change,
        "may_hold": permissions_for(endpoint.topics) <= access.permissions,
        "may_adopt": not is_own or endpoint.state == EndpointState.PAUSED,
        "is_active": endpoint.state == EndpointState.ACTIVE,
        "may_turn_on": endpoint.state in {EndpointState.DISABLED, EndpointState.PENDING},
    }
    return render_page(request, "billing_access/ui/webhook.html", context)


@signed_in("GET", "POST")
def webhook_change(request: HttpRequest, slug: str, webhook_id: uuid.UUID) -> HttpResponse:
    """Change what a webhook is sent."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    shown = _found(access, webhook_id)
    initial = {"topics": shown.endpoint.topics, "shape": shown.endpoint.shape}
    form = form_of(request, TopicsForm, initial, zone=access.organization.zone)
    if form.is_valid():
        with refusals_on(form, InvalidChange), _gone_is_404():
            changed = change_endpoint(shown.endpoint, actor=actors.member(request), **form.chosen)
            message = f"Saved. {webhook_outlook(shown.of_key, changed.topics)}"
            return done(request, message, "billing_access:webhook", slug, webhook_id)
    context = {**_form_context(access), "shown": shown}
    return show(request, "billing_access/ui/webhook_change.html", form, context)


@signed_in("GET", "POST")
@sensitive_variables("made")
def webhook_rotate(request: HttpRequest, slug: str, webhook_id: uuid.UUID) -> HttpResponse:
    """Choose how long the old secret also signs; POST shows the new secret in this response only."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    shown = _found(access, webhook_id)
    form = form_of(request, RotateSecretForm, {"version": secret_version(shown.endpoint)})
    if form.is_valid():
        with refusals_on(form, InvalidChange), _gone_is_404():
            made = rotate_secret(
                shown.endpoint,
                overlap_hours=form.cleaned_data["overlap_hours"],
                expected_version=form.cleaned_data["version"],
                actor=actors.member(request),
            )
            return _reveal(request, access, made, is_new=False)
    return show(request, "billing_access/ui/webhook_rotate.html", form, {"access": access, "shown": shown})


@signed_in("GET", "POST")
def webhook_remove(request: HttpRequest, slug: str, webhook_id: uuid.UUID) -> HttpResponse:
    """Confirm, then remove the webhook for good."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    shown = _found(access, webhook_id)
    if request.method != "POST":
        return render_page(request, "billing_access/ui/webhook_remove.html", {"access": access, "shown": shown})
    with _gone_is_404():
        remove_endpoint(shown.endpoint, actor=actors.member(request))
    message = f"The webhook to {shown.endpoint.host} is removed. It is sent nothing any more."
    return done(request, message, "billing_access:webhooks", slug)


@signed_in("GET", "POST")
def webhook_adopt(request: HttpRequest, slug: str, webhook_id: uuid.UUID) -> HttpResponse:
    """Make the person who asks the member who holds the webhook. GET, as after re-authentication, shows the webhook."""
    said = "You hold the webhook now."
    return _do(request, slug, webhook_id, lambda found: adopt_endpoint(found, actor=actors.member(request)), said)


@signed_in("GET", "POST")
def webhook_turn_on(request: HttpRequest, slug: str, webhook_id: uuid.UUID) -> HttpResponse:
    """Send the webhook's address a challenge again. GET, as after re-authentication, shows the webhook."""
    said = "A challenge is on its way. The webhook goes on once its address answers it."
    return _do(request, slug, webhook_id, lambda found: turn_on_again(found, actor=actors.member(request)), said)


@signed_in("POST")
def webhook_test(request: HttpRequest, slug: str, webhook_id: uuid.UUID) -> HttpResponse:
    """Queue a test."""
    said = "A test is on its way. What the address answers is in the log below."
    return _do(request, slug, webhook_id, lambda found: send_test(found, actor=actors.member(request)), said)


@signed_in("POST")
def webhook_send_again(request: HttpRequest, slug: str, webhook_id: uuid.UUID, delivery_id: uuid.UUID) -> HttpResponse:
    """Let a delivery wait again."""

    def act(found: WebhookEndpoint) -> None:
        delivery = found.deliveries.filter(pk=delivery_id).first()
        if delivery is None:
            raise Http404
        send_again(delivery, actor=actors.member(request))

    return _do(request, slug, webhook_id, act, "It waits to be sent again, with the same id.")


def _do(
    request: HttpRequest, slug: str, webhook_id: uuid.UUID, act: Callable[[WebhookEndpoint], object], said: str
) -> HttpResponse:
    """Do one step with a webhook and show its page with what was done, or why not."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    shown = _found(access, webhook_id)
    if request.method == "POST":
        try:
            with _gone_is_404():
                act(shown.endpoint)
            messages.success(request, said)
        except InvalidChange as error:
            messages.error(request, str(error))
    return redirect("billing_access:webhook", slug, webhook_id)


@contextmanager
def _gone_is_404() -> Iterator[None]:
    """Answer 404 for what was removed meanwhile."""
    try:
        yield
    except (WebhookEndpoint.DoesNotExist, WebhookDelivery.DoesNotExist):
        raise Http404 from None


def _form_context(access: Access) -> dict[str, Any]:
    gates = gates_of(facts_for_new_key(access.organization.pk, ALL_SCOPES))
    return {"access": access, "gates": gates, "may_see_log": VIEW_AUDIT_LOG in access.permissions}


def _found(access: Access, webhook_id: uuid.UUID) -> ShownWebhook:
    for each in shown_webhooks(access.organization):
        if each.endpoint.pk == webhook_id:
            return each
    raise Http404("no such webhook in this organization")


def _reveal(request: HttpRequest, access: Access, made: EndpointWithSecret, *, is_new: bool) -> HttpResponse:
    """Show a webhook's new secret, once."""
    context = {"access": access, "endpoint": made.endpoint, "secret": made.secret, "is_new": is_new}
    return render_page(request, "billing_access/ui/webhook_reveal.html", context)


def _already_made(request: HttpRequest, access: Access, form_token: uuid.UUID) -> HttpResponse | None:
    """Lead to the webhook that the same form made before; None if it made none."""
    made = WebhookEndpoint.objects.filter(organization=access.organization, form_token=form_token).first()
    if made is None:
        return None
    messages.info(request, f"The webhook to {made.host} was already made. Its secret was shown once.")
    return redirect("billing_access:webhook", access.organization.slug, made.pk)
