"""The settings pages for the tags by which an organization's usage is summed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst

from billing_access.billing.ledger.changes import InvalidChange
from billing_access.billing.tags.registered import MAX_REGISTERED, register_tag, registered_tags, unregister_tag
from billing_access.ui.forms import TagForm
from billing_audit.plain_text import composed
from orgs import actors
from orgs.access import organization_for
from orgs.roles import MANAGE_BILLING_ACCESS
from orgs.ui.pages import done, form_of, refusals_on, show, signed_in


@signed_in("GET", "POST")
def tags(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the registered tags and how far each is backfilled; POST registers one."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    form = form_of(request, TagForm)
    if form.is_valid():
        with refusals_on(form, InvalidChange, field="key", say=lambda error: capfirst(str(error))):
            tag = register_tag(access.organization, actor=actors.member(request), **form.cleaned_data)
            state = "usage can be grouped by it now." if tag.ready_at else "is being backfilled from existing runs."
            return done(request, f"The tag {tag.key} is registered and {state}", "tags", slug)
    states = registered_tags(access.organization)
    context = {"access": access, "states": states, "most": MAX_REGISTERED}
    context |= {"has_room": len(states) < MAX_REGISTERED, "is_filling": any(each.ready_at is None for each in states)}
    return show(request, "billing_access/ui/tags.html", form, context)


@signed_in("GET", "POST")
def tag_remove(request: HttpRequest, slug: str) -> HttpResponse:
    """Confirm, naming the tag and what its removal means; POST removes it. A tag that is not registered is no error."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    key = composed((request.POST if request.method == "POST" else request.GET).get("key", "").replace("\x00", ""))
    if request.method != "POST":
        if key not in {each.key for each in registered_tags(access.organization)}:
            return redirect("tags", slug)
        return render(request, "billing_access/ui/tag_remove.html", {"access": access, "key": key})
    if not unregister_tag(access.organization, key, actor=actors.member(request)):
        return redirect("tags", slug)
    message = f"The tag {key} is removed. Runs keep it; if you register it again, it is backfilled from them."
    return done(request, message, "tags", slug)
