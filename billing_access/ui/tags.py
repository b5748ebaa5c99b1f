"""The tags by which an organization's usage is summed: chosen, filled in, removed."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from billing_access.billing.ledger.changes import InvalidChange
from billing_access.billing.tags.registered import MOST_REGISTERED, register_tag, registered_tags, unregister_tag
from billing_access.ui.forms import TagForm
from orgs import actors
from orgs.access import organization_for
from orgs.roles import MANAGE_BILLING_ACCESS


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tags(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the registered tags and how far each is filled in; POST registers one."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    form = TagForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            tag = register_tag(access.organization, form.cleaned_data["key"], actor=actors.member(request))
        except InvalidChange as error:
            form.add_error("key", capfirst(str(error)))
        else:
            rest = "can be grouped by now." if tag.ready_at else "is being filled in from the runs that are there."
            messages.success(request, f"The tag {tag.key} is registered, and {rest}")
            return redirect("tags", slug)
    states = registered_tags(access.organization)
    context = {"access": access, "form": form, "states": states, "most": MOST_REGISTERED}
    context |= {"has_room": len(states) < MOST_REGISTERED, "is_filling": any(each.ready_at is None for each in states)}
    return render(request, "billing_access/ui/tags.html", context, status=400 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tag_remove(request: HttpRequest, slug: str) -> HttpResponse:
    """Confirm, naming the tag and what its end means, then remove it; one that is not there is removed already."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    key = (request.POST if request.method == "POST" else request.GET).get("key", "").replace("\x00", "")
    if request.method != "POST":
        if key not in {each.key for each in registered_tags(access.organization)}:
            return redirect("tags", slug)
        return render(request, "billing_access/ui/tag_remove.html", {"access": access, "key": key})
    if unregister_tag(access.organization, key, actor=actors.member(request)):
        messages.success(request, f"The tag {key} is removed. Its runs keep it; registering it again fills it in.")
    return redirect("tags", slug)
