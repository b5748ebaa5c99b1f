"""The pages of a person's own second factor: setting it up, removing it, and its recovery codes."""

import uuid
from typing import Any

from allauth.account.adapter import get_adapter as account_adapter
from allauth.core import context
from allauth.decorators import rate_limit
from allauth.mfa.adapter import get_adapter
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts import users
from accounts.person_events import record_sign_in_change
from accounts.proof import Proof, remember_proof
from accounts.second_factor import has_second_factor, spend
from accounts.second_factor_link import came_by_link, may_set_up, open_link
from accounts.tasks import send_second_factor_link
from orgs import actors
from orgs.access import ReauthenticationRequired
from orgs.models import Membership
from orgs.people import get_people
from orgs.reauthentication import is_recent
from orgs.ui.pages import done, signed_in


class TotpForm(ActivateTOTPForm):
    """The first code, which proves that the authenticator app has the secret.

    Until then the secret is in the session. allauth stores it there in plain text, so this form encrypts it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        session = context.request.session
        encrypted_secret = session.pop(SECRET_SESSION_KEY, None)
        if encrypted_secret is not None:
            session[SECRET_SESSION_KEY] = get_adapter().decrypt(encrypted_secret)
        super().__init__(*args, **kwargs)
        session[SECRET_SESSION_KEY] = get_adapter().encrypt(self.secret)
        self.fields["code"].label = "Code from the app"
        self.fields["code"].widget.attrs = {"inputmode": "numeric", "autocomplete": "one-time-code", "maxlength": "6"}

    def clean_code(self) -> str:
        """Accept the code, and remember it so that nobody can sign in with it."""
        code: str = super().clean_code()
        spend(self.user.pk, code)
        return code


class _NeedsProof:
    """A page that opens only after a recent proof. django-allauth's own check accepts more than ``proved_at`` does."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_recent(request):
            raise ReauthenticationRequired
        response: HttpResponse = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return response


@signed_in("GET")
def second_factor(request: HttpRequest) -> HttpResponse:
    """Show whether the person has a second factor, and which of their organizations require one."""
    person = actors.person(request)
    context = {"is_on": has_second_factor(person.pk), "required_by": _requiring(person)}
    return render(request, "accounts/ui/second_factor.html", context)


@method_decorator([never_cache, login_required], name="dispatch")
class AddSecondFactor(ActivateTOTPView):
    """Set up an authenticator app: show the secret as a QR code and as text, and ask for a first code."""

    template_name = "accounts/ui/second_factor_add.html"
    form_class = TotpForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Require a recent proof, or that the mailed link was opened."""
        if not may_set_up(request):
            raise ReauthenticationRequired
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    def form_valid(self, form: Any) -> HttpResponse:
        with transaction.atomic():
            response: HttpResponse = super().form_valid(form)
            how = " with a link that was sent to you" if came_by_link(self.request) else ""
            _record_change(self.request, None, "totp", f"A second factor was set up for your account{how}.")
            remember_proof(self.request, users.signed_in(self.request), Proof.NEW_SECOND_FACTOR)
        messages.success(self.request, "The second factor is on. Save the recovery codes: each works once.")
        return response


@method_decorator([never_cache, login_required], name="dispatch")
class RemoveSecondFactor(_NeedsProof, DeactivateTOTPView):
    """Remove the authenticator app and the recovery codes."""

    template_name = "accounts/ui/second_factor_remove.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "required_by": _requiring(actors.person(self.request))}

    def form_valid(self, form: Any) -> HttpResponse:
        with transaction.atomic():
            response: HttpResponse = super().form_valid(form)
            _record_change(self.request, "totp", None, "The second factor of your account was turned off.")
        messages.success(self.request, "The second factor is off.")
        return response


@method_decorator([never_cache, require_safe, login_required], name="dispatch")
class RecoveryCodes(_NeedsProof, ViewRecoveryCodesView):
    """Show the recovery codes, once."""

    template_name = "accounts/ui/recovery_codes.html"


@method_decorator([never_cache, login_required], name="dispatch")
class NewRecoveryCodes(_NeedsProof, GenerateRecoveryCodesView):
    """Make new recovery codes. The old ones stop working."""

    template_name = "accounts/ui/recovery_codes_new.html"

    def form_valid(self, form: Any) -> HttpResponse:
        with transaction.atomic():
            response: HttpResponse = super().form_valid(form)
            what = "New recovery codes were created for your account. The old ones no longer work."
            _record_change(self.request, "recovery codes", "new recovery codes", what)
        return response


@signed_in("POST")
@rate_limit(action="reauthenticate")  # type: ignore[untyped-decorator]
def send_link(request: HttpRequest) -> HttpResponse:
    """Mail the person a link to set up a second factor. People who have another way to prove who they are use that."""
    person = users.signed_in(request)
    if account_adapter().get_reauthentication_methods(person):
        return redirect(get_people().prove_url(request, ""))
    send_second_factor_link.defer(message=str(uuid.uuid4()), user_id=str(person.pk))
    return done(request, f"A link is on its way to {person.email}. It works once, within an hour.", "prove-by-provider")


@signed_in("GET")
def link_opened(request: HttpRequest, token: str) -> HttpResponse:
    """Let the person set up a second factor in this browser, by the link that was mailed to them."""
    if open_link(request, token):
        return redirect("mfa_activate_totp")
    messages.error(request, "This link has been used or has expired. Have a new one sent to you.")
    return redirect("mfa_index")


@signed_in("GET")
def second_factor_qr(request: HttpRequest) -> HttpResponse:
    """Draw the QR code of the secret that is being set up."""
    encrypted_secret = request.session.get(SECRET_SESSION_KEY)
    if encrypted_secret is None or not may_set_up(request):
        raise Http404
    adapter = get_adapter()
    try:
        url = adapter.build_totp_url(actors.person(request), adapter.decrypt(encrypted_secret))
    except ImproperlyConfigured:
        raise Http404 from None
    return HttpResponse(adapter.build_totp_svg(url), content_type="image/svg+xml")


def _requiring(person: AbstractBaseUser) -> list[str]:
    """Return the names of the person's organizations that require a second factor."""
    memberships = Membership.objects.filter(user_id=person.pk, organization__requires_second_factor=True)
    return list(memberships.values_list("organization__name", flat=True))


def _record_change(request: HttpRequest, before: str | None, after: str | None, what: str) -> None:
    changes = {"second_factor": (before, after)}
    person = users.signed_in(request)
    record_sign_in_change("user.second_factor_changed", person, actors.member(request), changes, what=what)
