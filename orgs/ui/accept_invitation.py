"""The pages behind the link of an invitation. The token leaves the address at once; what is kept is its digest."""

from typing import Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from billing_audit.request_context import origin_of
from orgs import actors
from orgs.mail.invitation_token import digest_of
from orgs.models import Invitation, User
from orgs.roles import ROLE_SUMMARIES
from orgs.services import invitations
from orgs.ui.forms import NewPersonForm

_SESSION: Final = "invitation"


@never_cache
@require_safe
@sensitive_variables("token")
def invitation_link(request: HttpRequest, token: str) -> HttpResponse:
    """Take the token out of the address, and go on. Looking uses nothing up.

    Every token that lets nobody in gets the same answer, which names no organization.
    """
    digest = digest_of(token)
    if invitations.find(digest) is None:
        return _void(request)
    request.session[_SESSION] = digest.hex()
    response = redirect("invitation")
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("password", "again")
def invitation(request: HttpRequest) -> HttpResponse:
    """Show what the invitation gives; POST accepts it, for the person whom it is for."""
    found = _found(request)
    if found is None:
        return _void(request)
    if request.method == "POST" and request.POST.get("invitation") != str(found.pk):
        messages.error(request, "Another invitation was opened meanwhile. This is that one.")
        return redirect("invitation")
    try:
        if isinstance(request.user, User):
            return _signed_in(request, found, request.user)
        if User.objects.filter(email=found.email).exists():
            return _show(request, found, "sign in")
        return _new_person(request, found)
    except invitations.InvitationVoid:
        return _void(request)


def _found(request: HttpRequest) -> Invitation | None:
    try:
        digest = bytes.fromhex(request.session.get(_SESSION, ""))
    except (TypeError, ValueError):
        return None
    return invitations.find(digest) if digest else None


def _signed_in(request: HttpRequest, found: Invitation, person: User) -> HttpResponse:
    if person.email != found.email:
        return _show(request, found, "wrong person", status=403)
    if request.method != "POST":
        return _show(request, found, "join")
    joined = invitations.accept(found, actor=actors.member(request))
    request.session.pop(_SESSION, None)
    messages.success(request, f"You have joined {found.organization.name} as {joined.get_role_display()}.")
    return redirect("organization", found.organization.slug)


@sensitive_variables("form")
def _new_person(request: HttpRequest, found: Invitation) -> HttpResponse:
    form = NewPersonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            invitations.accept_as_new_person(
                found,
                name=form.cleaned_data["name"],
                password=form.cleaned_data["password"],
                origin=origin_of(request),
            )
        except ValidationError as error:
            form.add_error("password", error.messages)
        else:
            request.session.pop(_SESSION, None)
            messages.success(request, f"You have joined {found.organization.name}. Sign in with your new password.")
            return redirect("sign-in")
    return _show(request, found, "new person", form, status=400 if form.errors else 200)


def _show(
    request: HttpRequest, found: Invitation, step: str, form: NewPersonForm | None = None, status: int = 200
) -> HttpResponse:
    context = {"invitation": found, "summary": ROLE_SUMMARIES[found.role], "step": step, "form": form}
    return render(request, "orgs/ui/invitation.html", context, status=status)


def _void(request: HttpRequest) -> HttpResponse:
    """Say that the link lets nobody in, and nothing else."""
    request.session.pop(_SESSION, None)
    return render(request, "orgs/ui/invitation_void.html", status=404)
