"""The settings page for the threshold at or below which an organization's balance counts as low."""

from django.http import HttpRequest, HttpResponse

from billing_access.billing.ledger.changes import InvalidChange
from billing_access.billing.ledger.low_balance import set_low_balance_threshold
from billing_access.billing.models import Account, BillingMode
from billing_access.billing.money import format_usd
from billing_access.templatetags.figures import usd
from billing_access.ui.forms import ThresholdForm
from orgs import actors
from orgs.access import organization_for
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
            return done(request, f"Saved. {rule}", "low-balance", slug)
    context = {"access": access, "is_postpaid": account.billing_mode == BillingMode.POSTPAID}
    return show(request, "billing_access/ui/low_balance.html", form, context)
