"""The page behind the one-time link to set a password."""

from typing import Any

from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.views import PasswordResetConfirmView
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse_lazy

from accounts.ui.forms import ACCEPTED_PASSWORDS
from billing_audit.record import record
from billing_audit.request_context import origin_of
from orgs import actors


class NewPasswordForm(SetPasswordForm):  # type: ignore[type-arg]
    """The new password, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].help_text = ACCEPTED_PASSWORDS
        for name, label in {"new_password1": "New password", "new_password2": "New password again"}.items():
            self.fields[name].label = label


class SetPassword(PasswordResetConfirmView):
    """Set a new password. The link must be unaltered, unused and at most three days old."""

    template_name = "accounts/ui/set_password.html"
    form_class = NewPasswordForm
    success_url = reverse_lazy("sign-in")

    def form_valid(self, form: Any) -> HttpResponse:
        with transaction.atomic():
            response = super().form_valid(form)
            record(
                "user.password_set",
                organization_id=None,
                actor=actors.as_member(form.user, origin_of(self.request)),
                target=actors.user_target(form.user),
            )
        return response
