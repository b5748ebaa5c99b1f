"""Members of an organization: list, invite, change role, remove, leave."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from orgs import actors
from orgs.access import Access, organization_for
from orgs.models import Invitation, Membership
from orgs.people import get_people
from orgs.reauthentication import typed
from orgs.roles import MANAGE_MEMBERS, VIEW_AUDIT_LOG, Role
from orgs.services import invitations
from orgs.services import members as services
from orgs.services.members import LastOwner
from orgs.ui.forms import InviteForm, RoleForm
from orgs.ui.member_rows import PAGE_SIZE, invitation_rows, member_rows, members_of, role_rows, role_table


@never_cache
@require_safe
@login_required
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """List members and open invitations, and what each role may do; for who manages members or reviews."""
    access = organization_for(request.user, slug)
    if not {MANAGE_MEMBERS, VIEW_AUDIT_LOG} & access.permissions:
        raise PermissionDenied(f"This page needs the permission {MANAGE_MEMBERS} or {VIEW_AUDIT_LOG}.")
    number = _page_number(request)
    start = (number - 1) * PAGE_SIZE
    found = list(members_of(access)[start : start + PAGE_SIZE + 1])
    context = {
        "access": access,
        "rows": member_rows(access, actors.person(request), found[:PAGE_SIZE]),
        "invitations": invitation_rows(access) if number == 1 else [],
        "may_manage": MANAGE_MEMBERS in access.permissions,
        "has_second_factors": get_people().second_factor("user_id") is not None,
        "roles": list(Role),
        "role_table": role_table(),
        "previous": number - 1,
        "following": number + 1 if len(found) > PAGE_SIZE else 0,
    }
    return render(request, "orgs/ui/members.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Invite an address."""
    access = organization_for(request.user, slug, MANAGE_MEMBERS)
    form = InviteForm(
        request.POST if request.method == "POST" else None, initial={"role": Role.MEMBER, **typed(request)}
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = invitations.invite(access.organization, actor=actors.member(request), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None if not hasattr(error, "error_dict") else "email", error.messages)
        else:
            messages.success(request, f"{made.email} is invited. The link in the e-mail works for 7 days, once.")
            return redirect("members", slug)
    context = {"access": access, "form": form, "roles": role_rows(access), "chosen": _chosen(form)}
    return render(request, "orgs/ui/invite.html", context, status=400 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def change_role(request: HttpRequest, slug: str, membership_id: int) -> HttpResponse:
    """Give a member another role."""
    access = organization_for(request.user, slug, MANAGE_MEMBERS)
    membership = _one(access, membership_id)
    form = RoleForm(
        request.POST if request.method == "POST" else None, initial={"role": membership.role, **typed(request)}
    )
    if request.method == "POST" and form.is_valid():
        try:
            changed = services.change_role(membership, role=form.cleaned_data["role"], actor=actors.member(request))
        except LastOwner as error:
            form.add_error("role", str(error))
        except Membership.DoesNotExist:
            raise Http404("removed meanwhile") from None
        else:
            messages.success(request, f"{get_people().email_of(membership.user)} is now {changed.get_role_display()}.")
            return _home(request, slug)
    (row,) = member_rows(access, actors.person(request), [membership])
    context = {"access": access, "row": row, "form": form, "roles": role_rows(access), "chosen": _chosen(form)}
    return render(request, "orgs/ui/member_role.html", context, status=400 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def remove(request: HttpRequest, slug: str, membership_id: int) -> HttpResponse:
    """Confirm, naming the person, then remove."""
    access = organization_for(request.user, slug, MANAGE_MEMBERS)
    membership = _one(access, membership_id)
    fault = ""
    if request.method == "POST":
        try:
            services.remove_member(membership, actor=actors.member(request))
        except LastOwner as error:
            fault = str(error)
        else:
            email = get_people().email_of(membership.user)
            messages.success(request, f"{email} is no longer a member of {access.organization.name}.")
            return _home(request, slug)
    (row,) = member_rows(access, actors.person(request), [membership])
    context = {"access": access, "row": row, "fault": fault}
    return render(request, "orgs/ui/member_remove.html", context, status=400 if fault else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    """Confirm, naming the person, then end one's own membership."""
    access = organization_for(request.user, slug)
    person = actors.person(request)
    membership = members_of(access).get(user_id=person.pk)
    fault = ""
    if request.method == "POST":
        try:
            services.leave(membership, actor=actors.member(request))
        except LastOwner as error:
            fault = str(error)
        else:
            messages.success(request, f"You are no longer a member of {access.organization.name}.")
            return redirect("organizations")
    (row,) = member_rows(access, person, [membership])
    context = {"access": access, "row": row, "fault": fault}
    return render(request, "orgs/ui/leave.html", context, status=400 if fault else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def resend_invitation(request: HttpRequest, slug: str, invitation_id: int) -> HttpResponse:
    """Send an invitation anew; the old link ends. Looking, as after proving who one is, leads back to the list."""
    access = organization_for(request.user, slug, MANAGE_MEMBERS)
    invitation = _invitation(access, invitation_id)
    if request.method != "POST":
        return redirect("members", slug)
    try:
        invitations.resend(invitation, actor=actors.member(request))
    except invitations.InvitationVoid:
        messages.error(request, f"The invitation of {invitation.email} was accepted or revoked meanwhile.")
    else:
        messages.success(request, f"{invitation.email} gets a new link. The old one no longer works.")
    return redirect("members", slug)


@never_cache
@require_POST
@login_required
def revoke_invitation(request: HttpRequest, slug: str, invitation_id: int) -> HttpResponse:
    """Revoke an invitation, in one step: closing never needs a second thought."""
    access = organization_for(request.user, slug, MANAGE_MEMBERS)
    invitation = _invitation(access, invitation_id)
    invitations.revoke(invitation, actor=actors.member(request))
    messages.success(request, f"The invitation of {invitation.email} is revoked. Its link no longer works.")
    return redirect("members", slug)


def _one(access: Access, membership_id: int) -> Membership:
    membership = members_of(access).select_related("organization", "user").filter(pk=membership_id).first()
    if membership is None:
        raise Http404("no such member in this organization")
    return membership


def _invitation(access: Access, invitation_id: int) -> Invitation:
    rows = Invitation.objects.select_related("organization").filter(organization=access.organization)
    invitation = rows.filter(pk=invitation_id).first()
    if invitation is None:
        raise Http404("no such invitation in this organization")
    return invitation


def _home(request: HttpRequest, slug: str) -> HttpResponse:
    """Go back to the list, or, for one who has just lost the sight of it, to the front door."""
    person = actors.person(request)
    if not Membership.objects.filter(user_id=person.pk, organization__slug=slug).exists():
        return redirect("organizations")
    access = organization_for(person, slug)
    return redirect("members" if {MANAGE_MEMBERS, VIEW_AUDIT_LOG} & access.permissions else "organization", slug)


def _chosen(form: InviteForm | RoleForm) -> str:
    return str(form["role"].value() or "")


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("page", "1")
    if not (text.isascii() and text.isdecimal() and int(text[:6]) > 0 and len(text) <= 6):
        raise Http404("no such page")
    return int(text)
