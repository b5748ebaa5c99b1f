"""The pages behind the link of an invitation. The token leaves the address at once; what is kept is its digest.

A person without an account goes to where people sign up (``sign_up_url``) and comes back to accept.
"""

from typing import Final

from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from orgs import actors
from orgs.mail.invitation_token import digest_of
from orgs.models import Invitation
from orgs.people import get_people
from orgs.roles import ROLE_SUMMARIES
from orgs.services import invitations

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
        return void(request)
    request.session[_SESSION] = digest.hex()
    response = redirect("invitation")
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest) -> HttpResponse:
    """Show what the invitation gives; POST accepts it, for the person whom it is for."""
    found = opened_invitation(request)
    if found is None:
        return void(request)
    if shows_another(request, found):
        return redirect("invitation")
    if isinstance(request.user, AbstractBaseUser):
        return _signed_in(request, found, request.user)
    if get_people().find_by_email(found.email) is not None:
        return _show(request, found, "sign in")
    return redirect(get_people().sign_up_url(found))


def shows_another(request: HttpRequest, found: Invitation) -> bool:
    """Tell whether the form that was sent shows another invitation than the one opened last; the person is told."""
    if request.method != "POST" or request.POST.get("invitation") == str(found.pk):
        return False
    messages.error(request, "You have opened another invitation since. This page now shows that one.")
    return True


def opened_invitation(request: HttpRequest) -> Invitation | None:
    """Return the invitation whose link was opened in this session, if it lets its person in now."""
    try:
        digest = bytes.fromhex(request.session.get(_SESSION, ""))
    except (TypeError, ValueError):
        return None
    return invitations.find(digest) if digest else None


def _signed_in(request: HttpRequest, found: Invitation, person: AbstractBaseUser) -> HttpResponse:
    if get_people().email_of(person).lower() != found.email:
        return _show(request, found, "wrong person", status=403)
    if request.method != "POST":
        return _show(request, found, "join")
    try:
        joined = invitations.accept(found, actor=actors.member(request))
    except invitations.InvitationVoid:
        return void(request)
    forget_invitation(request)
    messages.success(request, f"You have joined {found.organization.name} as {joined.get_role_display()}.")
    return redirect("organization", found.organization.slug)


def _show(request: HttpRequest, found: Invitation, step: str, status: int = 200) -> HttpResponse:
    sign_in_url = redirect_to_login(reverse("invitation")).url
    context = {"invitation": found, "summary": ROLE_SUMMARIES[found.role], "step": step, "sign_in_url": sign_in_url}
    return render(request, "orgs/ui/invitation.html", context, status=status)


def forget_invitation(request: HttpRequest) -> None:
    """Forget which invitation was opened in this session."""
    request.session.pop(_SESSION, None)


def void(request: HttpRequest) -> HttpResponse:
    """Say that the link lets nobody in, and nothing else."""
    forget_invitation(request)
    return render(request, "orgs/ui/invitation_void.html", status=404)
