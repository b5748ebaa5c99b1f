"""The pages for signing in and out, re-authenticating, and asking for a new password."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import LoginForm, ReauthenticateForm, ResetPasswordForm
from allauth.account.views import LoginView, PasswordResetView, ReauthenticateView
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm as AllauthAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as AllauthSecondReauthenticateForm
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as SecondReauthenticateView
from allauth.mfa.models import Authenticator
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.account_adapter import TOO_MANY_ATTEMPTS
from accounts.person_events import record_sign_in_change
from accounts.second_factor import is_spent, spend
from accounts.settings import account_settings
from billing_audit.canonical_json import storable
from billing_audit.request_context import origin_of
from orgs import actors
from orgs.reauthentication import record_failure, record_proof


class SignInForm(LoginForm):
    """E-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self.fields["login"], "E-mail address", autocomplete="username")
        _label(self.fields["password"], "Password")


class PasswordAgainForm(ReauthenticateForm):
    """The password of the signed-in person."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self.fields["password"], "Password")


class _CodeForm:
    """A code of the authenticator app, or a recovery code. A wrong one is recorded."""

    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]
    user: Any
    authenticator: Authenticator

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self.fields["code"], "Code", inputmode="numeric", autocomplete="one-time-code")
        self.fields["code"].help_text = "Six digits from your authenticator app, or one of your recovery codes."

    def clean_code(self) -> str:
        """Accept a code of the app once. A used code counts as a wrong one, also towards the limit of attempts."""
        if is_spent(self.user.pk, self.cleaned_data["code"]):
            self.cleaned_data["code"] = ""
        try:
            code: str = super().clean_code()  # type: ignore[misc]
        except ValidationError as error:
            if error.code == "too_many_login_attempts":
                record_failure(context.request, self.user.email, TOO_MANY_ATTEMPTS)
            raise
        if self.authenticator.type == Authenticator.Type.TOTP:
            spend(self.user.pk, code)
        else:
            self._record_recovery()
        return code

    def _record_recovery(self) -> None:
        # allauth has already committed the use of the code. One transaction around its check and this record would, for
        # a wrong code, also roll back the count of attempts.
        self.authenticator.refresh_from_db()
        left = len(self.authenticator.wrap().get_unused_codes())
        actor = actors.as_member(self.user, origin_of(context.request))
        changes = {"unused_recovery_codes": (left + 1, left)}
        what = f"A recovery code was used in place of a code from your authenticator app. {left} of them are left."
        with transaction.atomic():
            record_sign_in_change("user.recovery_code_used", self.user, actor, changes, what=what)

    def _emit_authentication_failed(self, authenticator: Authenticator) -> None:
        record_failure(context.request, self.user.email, "wrong_code")


class CodeForm(_CodeForm, AllauthAuthenticateForm):
    """The second step of signing in."""


class CodeAgainForm(_CodeForm, AllauthSecondReauthenticateForm):
    """Re-authentication by the second factor."""


class ForgottenForm(ResetPasswordForm):
    """The address of a person who has forgotten their password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self.fields["email"], "E-mail address", autocomplete="username")


class SignIn(LoginView):
    """Sign in by e-mail and password. People who are signed in already are redirected."""

    template_name = "accounts/ui/sign_in.html"
    form_class = SignInForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Sign in. An attempt that allauth's limit by address stops, before it reads the form, is recorded here."""
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        if response.status_code == 429:
            record_failure(request, storable(request.POST.get("login", "")), TOO_MANY_ATTEMPTS)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "provider": account_settings.OIDC}


class SecondStep(AuthenticateView):
    """Ask for the second factor, after the password."""

    template_name = "accounts/ui/second_step.html"
    form_class = CodeForm


class _Prove:
    """A page of re-authentication. The proof is recorded."""

    template_name = "accounts/ui/prove.html"
    request: HttpRequest

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        record_proof(self.request)
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        return response


class ProveByPassword(_Prove, ReauthenticateView):
    """Re-authenticate by the password."""

    form_class = PasswordAgainForm


class ProveByCode(_Prove, SecondReauthenticateView):
    """Re-authenticate by the second factor."""

    form_class = CodeAgainForm


class Forgotten(PasswordResetView):
    """Ask for a link to set a new password. The answer is the same for a known and an unknown address."""

    template_name = "accounts/ui/forgotten.html"
    form_class = ForgottenForm
    success_url = reverse_lazy("forgotten-sent")


@never_cache
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    _end_session(request)
    return redirect("sign-in")


def _end_session(request: HttpRequest) -> None:
    """Sign out and record it. A sign-in that still waits for its second factor ends too, without an event."""
    if request.user.is_authenticated:
        get_adapter().logout(request)
    else:
        request.session.flush()


def _label(field: forms.Field, label: str, **attributes: str) -> None:
    field.label, field.help_text = label, ""
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(attributes)
