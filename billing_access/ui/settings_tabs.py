"""The billing tabs of an organization's settings: the low-balance threshold, and the tags by which usage is summed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst

from billing_access.billing.ledger.changes import InvalidChange
from billing_access.billing.ledger.low_balance import set_low_balance_threshold
from billing_access.billing.models import Account, BillingMode
from billing_access.billing.money import format_usd
from billing_access.billing.tags.registered import (
    MAX_REGISTERED,
    has_room,
    register_tag,
    registered_tags,
    unregister_tag,
)
from billing_access.templatetags.figures import usd
from billing_access.ui.figure_forms import TagForm, ThresholdForm
from billing_audit.plain_text import composed
from orgs import actors
from orgs.access import organization_for
from orgs.layout import render_page
from orgs.roles import MANAGE_BILLING_ACCESS
from orgs.ui.pages import done, form_of, refusals_on, show, signed_in


@signed_in("GET", "POST")
def low_balance(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the threshold; POST changes it, or removes it if none is given."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    account = Account.objects.filter(pk=access.organization.pk).first() or Account()
    before = account.low_balance_threshold_usd
    form = form_of(request, ThresholdForm, {"threshold": "" if before is None else format_usd(before)})
    if form.is_valid():
        threshold = form.cleaned_data["threshold"]
        with refusals_on(form, InvalidChange, field="threshold"):
            set_low_balance_threshold(access.organization, threshold, actor=actors.member(request))
            rule = "There is no low-balance threshold."
            if threshold is not None:
                rule = f"The balance counts as low at {usd(threshold)} or less."
            return done(request, f"Saved. {rule}", "billing_access:low-balance", slug)
    context = {"access": access, "is_postpaid": account.billing_mode == BillingMode.POSTPAID}
    return show(request, "billing_access/ui/low_balance.html", form, context)


@signed_in("GET", "POST")
def tags(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the registered tags and how far each is backfilled; POST registers one."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    form = form_of(request, TagForm)
    if form.is_valid():
        with refusals_on(form, InvalidChange, field="key", say=lambda error: capfirst(str(error))):
            tag = register_tag(access.organization, actor=actors.member(request), **form.cleaned_data)
            state = "usage can be grouped by it now." if tag.ready_at else "is being backfilled from existing runs."
            return done(request, f"The tag {tag.key} is registered and {state}", "billing_access:tags", slug)
    states = registered_tags(access.organization)
    context = {"access": access, "states": states, "most": MAX_REGISTERED}
    context |= {"has_room": has_room(len(states)), "is_filling": any(each.ready_at is None for each in states)}
    return show(request, "billing_access/ui/tags.html", form, context)


@signed_in("GET", "POST")
def tag_remove(request: HttpRequest, slug: str) -> HttpResponse:
    """Confirm, naming the tag and what its removal means; POST removes it. A tag that is not registered is no error."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    key = composed((request.POST if request.method == "POST" else request.GET).get("key", "").replace("\x00", ""))
    if request.method != "POST":
        if key not in {each.key for each in registered_tags(access.organization)}:
            return redirect("billing_access:tags", slug)
        return render_page(request, "billing_access/ui/tag_remove.html", {"access": access, "key": key})
    if not unregister_tag(access.organization, key, actor=actors.member(request)):
        return redirect("billing_access:tags", slug)
    message = f"The tag {key} is removed. Runs keep it; if you register it again, it is backfilled from them."
    return done(request, message, "billing_access:tags", slug)
