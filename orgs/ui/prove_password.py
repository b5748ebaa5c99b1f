"""The page of ``SessionPeople`` on which people prove again who they are, by their password."""

from django import forms
from django.contrib.auth import REDIRECT_FIELD_NAME, authenticate
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from orgs import actors
from orgs.layout import render_page
from orgs.people import get_people, remember_proof
from orgs.reauthentication import record_failure, record_proof


class PasswordForm(forms.Form):
    """The password of the person who is signed in."""

    password = forms.CharField(
        label="Password",
        strip=False,
        error_messages={"required": "Enter your password."},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


@non_atomic_requests
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("password")
@sensitive_variables("form")
@login_required
def prove_password(request: HttpRequest) -> HttpResponse:
    """Ask for the password; the right one leads back to ``next``, a path of this site.

    The host project must limit the number of attempts, as on its sign-in page: ``authenticate`` gets the request and
    sends ``user_login_failed``. Every wrong password is recorded.
    """
    next_path = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME, "")
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        person = actors.person(request)
        user = authenticate(request, username=person.get_username(), password=form.cleaned_data["password"])
        if user is not None and user.pk == person.pk:
            with transaction.atomic():
                record_proof(request)
                remember_proof(request, person)
            is_path = next_path.startswith("/") and url_has_allowed_host_and_scheme(next_path, allowed_hosts=None)
            return redirect(next_path if is_path else "billing_orgs:organizations")
        record_failure(request, get_people().email_of(person), "wrong_password")
        form.add_error("password", "That is not your password. It is case-sensitive.")
    context = {"form": form, "next": next_path}
    return render_page(request, "orgs/ui/prove_password.html", context, status=400 if form.errors else 200)
