"""The confirmation page of staff actions on billing access: what will happen, a required reason and one button."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from orgs.admin import ReasonField


class ReasonForm(forms.Form):
    """Asks for the reason; whitespace alone is not accepted."""

    reason = ReasonField()


def require(request: HttpRequest, permission: str) -> None:
    """Raise PermissionDenied for staff without the permission."""
    if not request.user.has_perm(permission):
        raise PermissionDenied(f"This needs the permission {permission}.")


def find(model_admin: Any, request: HttpRequest, object_id: str, permission: str) -> Any:
    """Return the row to act on. Raises PermissionDenied, before the row is read, or Http404."""
    require(request, permission)
    found = model_admin.get_object(request, unquote(object_id))
    if found is None:
        raise Http404
    return found


def show(
    model_admin: "ModelAdmin[Any]",
    request: HttpRequest,
    obj: Model | None,
    form: forms.Form,
    *,
    title: str,
    button: str,
    notes: Sequence[str],
    status: int = 200,
) -> TemplateResponse:
    """Render the page for a row, or for the whole platform (None). ``notes`` say what is now and what will happen."""
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "original": obj,
        "title": title,
        "button": button,
        "notes": notes,
        "form": form,
        "back": _page_of(model_admin, obj),
    }
    return TemplateResponse(request, "billing_access/admin/reasoned_action.html", context, status=status)


def done(model_admin: "ModelAdmin[Any]", request: HttpRequest, obj: Model, message: str) -> HttpResponse:
    """Show the message, add it to the admin's own history, and redirect to the row's page."""
    model_admin.log_change(request, obj, message)
    messages.success(request, message)
    return HttpResponseRedirect(_page_of(model_admin, obj))


def _page_of(model_admin: "ModelAdmin[Any]", obj: Model | None) -> str:
    opts = model_admin.opts
    names = f"{model_admin.admin_site.name}:{opts.app_label}_{opts.model_name}"
    return reverse(f"{names}_changelist") if obj is None else reverse(f"{names}_change", args=[obj.pk])
