"""The pages of a person's own account: name, password, the link to set a password, second factor."""

from typing import Any

from allauth.account.forms import ChangePasswordForm
from allauth.account.views import PasswordChangeView
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django import forms
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.views import PasswordResetConfirmView
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts import users
from accounts.models import User
from accounts.person_events import record_person, record_sign_in_change
from accounts.second_factor import has_second_factor, spend
from accounts.staff import hold_after_link
from accounts.ui.forms import ACCEPTED_PASSWORDS
from billing_audit.request_context import origin_of
from orgs import actors
from orgs.models import Membership
from orgs.reauthentication import is_recent
from orgs.ui.pages import done, form_of, show, signed_in


class NameForm(forms.ModelForm):  # type: ignore[type-arg]
    """The name that others see."""

    class Meta:
        model = User
        fields = ("name",)
        labels = {"name": "Your name"}


class PasswordForm(ChangePasswordForm):
    """The current password, and the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {"oldpassword": "Current password", "password1": "New password", "password2": "New password again"}
        for name, label in labels.items():
            self.fields[name].label = label
            self.fields[name].widget.attrs.pop("placeholder", None)
        self.fields["password1"].help_text = ACCEPTED_PASSWORDS

    def clean_password1(self) -> str:
        """Refuse the present password, which somebody else may have chosen."""
        password = str(self.cleaned_data["password1"])
        if self.user.check_password(password):
            raise forms.ValidationError("That is your present password. Choose another.")
        return password


class NewPasswordForm(SetPasswordForm):  # type: ignore[type-arg]
    """The new password, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].help_text = ACCEPTED_PASSWORDS
        for name, label in {"new_password1": "New password", "new_password2": "New password again"}.items():
            self.fields[name].label = label


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


@signed_in("GET", "POST")
def account(request: HttpRequest) -> HttpResponse:
    """Show the account; POST changes the name."""
    person = users.signed_in(request)
    form = form_of(request, NameForm, instance=person)
    if form.is_valid():
        if not form.has_changed():
            return redirect("account")
        users.rename(person, actor=actors.member(request), **form.cleaned_data)
        return done(request, "Your name is changed.", "account")
    context = {"has_second_factor": has_second_factor(person.pk), "person": person}
    return show(request, "accounts/ui/account.html", form, context)


@method_decorator([never_cache, login_required], name="dispatch")
class Password(PasswordChangeView):
    """Change the password. This ends every other session of the person."""

    template_name = "accounts/ui/password.html"
    form_class = PasswordForm
    success_url = reverse_lazy("account")

    def get_default_success_url(self) -> str:
        return str(self.success_url)

    def form_valid(self, form: Any) -> HttpResponse:
        with transaction.atomic():
            response: HttpResponse = super().form_valid(form)
        messages.success(self.request, "Your password is changed. Every other session has ended.")
        return response


class SetPassword(PasswordResetConfirmView):
    """Set a new password. The link must be unaltered, unused and at most three days old."""

    template_name = "accounts/ui/set_password.html"
    form_class = NewPasswordForm
    success_url = reverse_lazy("sign-in")

    def form_valid(self, form: Any) -> HttpResponse:
        with transaction.atomic():
            response = super().form_valid(form)
            actor = actors.as_member(form.user, origin_of(self.request))
            changes, what = hold_after_link(form.user), "Your password was set with a link that was sent to you."
            record_sign_in_change("user.password_set", form.user, actor, changes, what=what)
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

    def form_valid(self, form: Any) -> HttpResponse:
        with transaction.atomic():
            response: HttpResponse = super().form_valid(form)
            _record_change(self.request, None, "totp")
        messages.success(self.request, "The second factor is on. Save the recovery codes: each works once.")
        return response


@method_decorator([never_cache, login_required], name="dispatch")
class RemoveSecondFactor(DeactivateTOTPView):
    """Remove the authenticator app and the recovery codes."""

    template_name = "accounts/ui/second_factor_remove.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "required_by": _requiring(actors.person(self.request))}

    def form_valid(self, form: Any) -> HttpResponse:
        with transaction.atomic():
            response: HttpResponse = super().form_valid(form)
            _record_change(self.request, "totp", None)
        messages.success(self.request, "The second factor is off.")
        return response


@method_decorator([never_cache, require_safe, login_required], name="dispatch")
class RecoveryCodes(ViewRecoveryCodesView):
    """Show the recovery codes, once."""

    template_name = "accounts/ui/recovery_codes.html"


@method_decorator([never_cache, login_required], name="dispatch")
class NewRecoveryCodes(GenerateRecoveryCodesView):
    """Make new recovery codes. The old ones stop working."""

    template_name = "accounts/ui/recovery_codes_new.html"

    def form_valid(self, form: Any) -> HttpResponse:
        with transaction.atomic():
            response: HttpResponse = super().form_valid(form)
            _record_change(self.request, "recovery codes", "new recovery codes")
        return response


@signed_in("GET")
def second_factor_qr(request: HttpRequest) -> HttpResponse:
    """Draw the QR code of the secret that is being set up."""
    encrypted_secret = request.session.get(SECRET_SESSION_KEY)
    if encrypted_secret is None or not is_recent(request):
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


def _record_change(request: HttpRequest, before: str | None, after: str | None) -> None:
    changes = {"second_factor": (before, after)}
    record_person("user.second_factor_changed", users.signed_in(request), actors.member(request), changes)
