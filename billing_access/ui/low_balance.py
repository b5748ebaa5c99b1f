"""The threshold at or below which an organization's balance is called low."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from billing_access.billing.ledger.changes import InvalidChange
from billing_access.billing.ledger.low_balance import set_low_balance_threshold
from billing_access.billing.models import Account, BillingMode
from billing_access.templatetags.figures import usd
from billing_access.ui.forms import ThresholdForm
from orgs import actors
from orgs.access import organization_for
from orgs.roles import MANAGE_BILLING_ACCESS


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def low_balance(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the threshold; POST changes it, and takes it away where none is given."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    account = Account.objects.filter(pk=access.organization.pk).first() or Account()
    form = ThresholdForm(request.POST if request.method == "POST" else None, stands=account.low_balance_threshold_usd)
    if request.method == "POST" and form.is_valid():
        threshold = form.cleaned_data["threshold"]
        try:
            set_low_balance_threshold(access.organization, threshold, actor=actors.member(request))
        except InvalidChange as error:
            form.add_error("threshold", str(error))
        else:
            said = "No balance is called low." if threshold is None else f"The balance is low at {usd(threshold)}."
            messages.success(request, f"Saved. {said}")
            return redirect("low-balance", slug)
    context = {"access": access, "form": form, "is_postpaid": account.billing_mode == BillingMode.POSTPAID}
    return render(request, "billing_access/ui/low_balance.html", context, status=400 if form.errors else 200)
