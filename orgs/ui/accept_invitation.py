"""The pages behind an invitation's link. The link puts the token's digest into the session and redirects at once, so
that the token stays in no address bar, history or referrer.

A person without an account is sent to ``sign_up_url`` and comes back to accept.
"""

from typing import Final

from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from orgs import actors
from orgs.layout import render_page
from orgs.mail.invitation_token import digest_of
from orgs.models import Invitation
from orgs.people import get_people
from orgs.roles import ROLE_SUMMARIES
from orgs.services import invitations

_SESSION: Final = "invitation"


@non_atomic_requests
@login_not_required
@never_cache
@require_safe
@sensitive_variables("token")
def invitation_link(request: HttpRequest, token: str) -> HttpResponse:
    """Store the token's digest in the session and redirect to the invitation. Opening the link does not use it up.

    Every token that cannot be used gets the same answer, which names no organization.
    """
    digest = digest_of(token)
    if invitations.find(digest) is None:
        return void(request)
    request.session[_SESSION] = digest.hex()
    response = redirect("billing_orgs:invitation")
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@non_atomic_requests
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest) -> HttpResponse:
    """Show the organization and role of the invitation opened last; POST accepts it."""
    opened = opened_invitation(request)
    if opened is None:
        return void(request)
    if shows_another(request, opened):
        return redirect("billing_orgs:invitation")
    if isinstance(request.user, AbstractBaseUser):
        return _signed_in(request, opened, request.user)
    if get_people().find_by_email(opened.email) is not None:
        return _show(request, opened, "sign in")
    return redirect(get_people().sign_up_url(opened))


def shows_another(request: HttpRequest, opened: Invitation) -> bool:
    """Tell whether the submitted form showed another invitation than the one opened last.

    If it did, add a message that says so.
    """
    if request.method != "POST" or request.POST.get("invitation") == str(opened.pk):
        return False
    messages.error(request, "You have opened another invitation since. This page now shows that one.")
    return True


def opened_invitation(request: HttpRequest) -> Invitation | None:
    """Return the invitation whose link was opened last in this browser; None if it cannot be accepted now."""
    try:
        digest = bytes.fromhex(request.session.get(_SESSION, ""))
    except (TypeError, ValueError):
        return None
    return invitations.find(digest) if digest else None


def _signed_in(request: HttpRequest, opened: Invitation, person: AbstractBaseUser) -> HttpResponse:
    if get_people().email_of(person).lower() != opened.email:
        return _show(request, opened, "wrong person", status=403)
    if request.method != "POST":
        return _show(request, opened, "join")
    try:
        membership = invitations.accept(opened, actor=actors.member(request))
    except invitations.InvitationVoid:
        return void(request)
    forget_invitation(request)
    messages.success(request, f"You have joined {opened.organization.name} as {membership.get_role_display()}.")
    return redirect("billing_orgs:organization", opened.organization.slug)


def _show(request: HttpRequest, opened: Invitation, step: str, status: int = 200) -> HttpResponse:
    sign_in_url = redirect_to_login(reverse("billing_orgs:invitation")).url
    context = {"invitation": opened, "summary": ROLE_SUMMARIES[opened.role], "step": step, "sign_in_url": sign_in_url}
    return render_page(request, "orgs/ui/invitation.html", context, status=status)


def forget_invitation(request: HttpRequest) -> None:
    """Remove the opened invitation from the session."""
    request.session.pop(_SESSION, None)


def void(request: HttpRequest) -> HttpResponse:
    """Answer that the link cannot be used, without a reason."""
    forget_invitation(request)
    return render_page(request, "orgs/ui/invitation_void.html", status=404)
