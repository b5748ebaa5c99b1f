"""The sign-up page: an invited person creates an account and joins. There is no other way to sign up."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from accounts import users
from accounts.models import User
from accounts.ui.forms import NewPersonForm
from billing_audit.request_context import origin_of
from orgs.roles import ROLE_SUMMARIES
from orgs.services.invitations import InvitationVoid
from orgs.ui.accept_invitation import forget_invitation, opened_invitation, shows_another, void


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("password", "again")
@sensitive_variables("form")
def sign_up(request: HttpRequest) -> HttpResponse:
    """Ask for a name and a password; POST creates the account and accepts the invitation, both or neither.

    People who have an account are redirected to the invitation.
    """
    opened = opened_invitation(request)
    if opened is None:
        return void(request)
    has_account = request.user.is_authenticated or User.objects.filter(email=opened.email).exists()
    if has_account or shows_another(request, opened):
        return redirect("billing_orgs:invitation")
    form = NewPersonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            users.accept_as_new_person(
                opened,
                name=form.cleaned_data["name"],
                password=form.cleaned_data["password"],
                origin=origin_of(request),
            )
        except InvitationVoid:
            return void(request)
        except ValidationError as error:
            form.add_error("password", error.messages)
        else:
            forget_invitation(request)
            messages.success(request, f"You have joined {opened.organization.name}. Sign in with your new password.")
            return redirect("sign-in")
    context = {"invitation": opened, "summary": ROLE_SUMMARIES[opened.role], "form": form}
    return render(request, "accounts/ui/sign_up.html", context, status=400 if form.errors else 200)
