"""The pages of a person's own account: name, password, the link to set a password."""

from typing import Any

from allauth.account.forms import ChangePasswordForm
from allauth.account.views import PasswordChangeView
from allauth.socialaccount.models import SocialAccount
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.views import PasswordResetConfirmView
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from accounts import users
from accounts.email_change import waiting_change
from accounts.link_salt import password_links
from accounts.models import User
from accounts.person_events import record_sign_in_change
from accounts.provider_identities import provider_name
from accounts.second_factor import has_second_factor
from accounts.staff import hold_after_link
from accounts.ui.forms import ACCEPTED_PASSWORDS
from billing_audit.request_context import origin_of
from orgs import actors
from orgs.access import ReauthenticationRequired
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
    is_tied = SocialAccount.objects.filter(user=person).exists()
    context = {
        "has_second_factor": has_second_factor(person.pk),
        "person": person,
        "provider_name": provider_name() if is_tied else "",
        "waiting": waiting_change(person),
    }
    return show(request, "accounts/ui/account.html", form, context)


@method_decorator([never_cache, login_required], name="dispatch")
class Password(PasswordChangeView):
    """Change the password. This ends every other session of the person."""

    template_name = "accounts/ui/password.html"
    form_class = PasswordForm
    success_url = reverse_lazy("account")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Require proof by the second factor of a person who has one. Of others the form asks the current password."""
        if has_second_factor(users.signed_in(request).pk) and not is_recent(request):
            raise ReauthenticationRequired
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

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
    token_generator = password_links

    def form_valid(self, form: Any) -> HttpResponse:
        with transaction.atomic():
            response = super().form_valid(form)
            actor = actors.as_member(form.user, origin_of(self.request))
            changes, what = hold_after_link(form.user), "Your password was set with a link that was sent to you."
            record_sign_in_change("user.password_set", form.user, actor, changes, what=what)
        return response
