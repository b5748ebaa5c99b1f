"""The members pages: list, invite, change a role, remove, leave."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from orgs import actors
from orgs.access import Access, organization_for, require_own_members
from orgs.layout import render_page
from orgs.models import Invitation, Membership
from orgs.people import get_people
from orgs.roles import MANAGE_MEMBERS, VIEW_AUDIT_LOG, Role
from orgs.services import holds, invitations
from orgs.services import members as services
from orgs.services.members import LastOwner
from orgs.services.sending_limits import TooManySendings
from orgs.ui.forms import InviteForm, RoleForm
from orgs.ui.member_rows import PAGE_SIZE, invitation_rows, member_rows, members_of, role_choices, role_table
from orgs.ui.pages import done, form_of, refusals_on, show, signed_in


@signed_in("GET")
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """List members and open invitations, and what each role may do.

    It needs ``manage_members`` or ``view_audit_log``.
    """
    access = organization_for(request.user, slug)
    if not {MANAGE_MEMBERS, VIEW_AUDIT_LOG} & access.permissions:
        raise PermissionDenied(f"This page needs the permission {MANAGE_MEMBERS} or {VIEW_AUDIT_LOG}.")
    number = _page_number(request)
    start = (number - 1) * PAGE_SIZE
    # One more than are shown tells whether there is a next page.
    memberships = list(members_of(access)[start : start + PAGE_SIZE + 1])
    context = {
        "access": access,
        "rows": member_rows(access, actors.person(request), memberships[:PAGE_SIZE]),
        "invitations": invitation_rows(access) if number == 1 else [],
        "may_manage": MANAGE_MEMBERS in access.permissions and not access.organization.is_mirrored,
        "has_second_factors": get_people().second_factor("user_id") is not None,
        "roles": list(Role),
        "role_table": role_table(),
        "previous": number - 1,
        "next": number + 1 if len(memberships) > PAGE_SIZE else 0,
    }
    return render_page(request, "orgs/ui/members.html", context)


@signed_in("GET", "POST")
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Invite an e-mail address."""
    access = _access_to_change(request, slug)
    form = form_of(request, InviteForm, {"role": Role.MEMBER})
    if form.is_valid():
        with refusals_on(form, ValidationError):
            invitation = invitations.invite(access.organization, actor=actors.member(request), **form.cleaned_data)
            message = f"{invitation.email} is invited. The link in the e-mail works once, for 7 days."
            return done(request, message, "billing_orgs:members", slug)
    context = {"access": access, "why_not_invite": invitations.why_not_invite(access.organization)}
    return show(request, "orgs/ui/invite.html", form, {**context, **_role_choice(access, form)})


@signed_in("GET", "POST")
def change_role(request: HttpRequest, slug: str, membership_id: int) -> HttpResponse:
    """Give a member another role."""
    access = _access_to_change(request, slug)
    membership = _membership(access, membership_id)
    form = form_of(request, RoleForm, {"role": membership.role})
    if form.is_valid():
        with refusals_on(form, LastOwner, field="role"):
            try:
                changed = services.change_role(membership, actor=actors.member(request), **form.cleaned_data)
            except Membership.DoesNotExist:
                raise Http404("removed meanwhile") from None
            email = get_people().email_of(membership.user)
            return _done(request, access, f"{email} is now {changed.get_role_display()}.")
    return _show_member(request, access, membership, "member_role", form, **_role_choice(access, form))


@signed_in("GET", "POST")
def remove(request: HttpRequest, slug: str, membership_id: int) -> HttpResponse:
    """Ask for confirmation, naming the member; POST removes the member."""
    access = _access_to_change(request, slug)
    membership = _membership(access, membership_id)
    form = form_of(request, Form)
    if form.is_valid():
        with refusals_on(form, LastOwner):
            services.remove_member(membership, actor=actors.member(request))
            message = f"{get_people().email_of(membership.user)} is no longer a member of {access.organization.name}."
            return _done(request, access, message)
    return _show_member(request, access, membership, "member_remove", form)


@signed_in("GET", "POST")
def confirm(request: HttpRequest, slug: str, membership_id: int) -> HttpResponse:
    """Ask whether it is the member themself who signs in; POST ends their hold in the organization."""
    access = organization_for(request.user, slug, MANAGE_MEMBERS)
    membership = _membership(access, membership_id)
    form = form_of(request, Form)
    if form.is_valid():
        try:
            holds.confirm(membership, actor=actors.member(request))
        except Membership.DoesNotExist:
            raise Http404("removed meanwhile") from None
        return _done(request, access, f"{get_people().email_of(membership.user)} is confirmed.")
    return _show_member(request, access, membership, "member_confirm", form)


@signed_in("GET", "POST")
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for confirmation; POST ends the signed-in person's own membership."""
    access = _access_to_change(request, slug, None)
    membership = members_of(access).get(user_id=actors.person(request).pk)
    form = form_of(request, Form)
    if form.is_valid():
        with refusals_on(form, LastOwner):
            services.leave(membership, actor=actors.member(request))
            message = f"You are no longer a member of {access.organization.name}."
            return done(request, message, "billing_orgs:organizations")
    return _show_member(request, access, membership, "leave", form)


@signed_in("GET", "POST")
def resend_invitation(request: HttpRequest, slug: str, invitation_id: int) -> HttpResponse:
    """Send an invitation again, with a new link. GET, to which re-authenticating leads, redirects to the list."""
    access = organization_for(request.user, slug, MANAGE_MEMBERS)
    invitation = _invitation(access, invitation_id)
    if request.method != "POST":
        return redirect("billing_orgs:members", slug)
    try:
        invitations.resend(invitation, actor=actors.member(request))
    except invitations.InvitationVoid:
        messages.error(request, f"The invitation of {invitation.email} has been accepted or revoked in the meantime.")
        return redirect("billing_orgs:members", slug)
    except TooManySendings as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("billing_orgs:members", slug)
    message = f"{invitation.email} gets a new link. The old one no longer works."
    return done(request, message, "billing_orgs:members", slug)


@signed_in("POST")
def revoke_invitation(request: HttpRequest, slug: str, invitation_id: int) -> HttpResponse:
    """Revoke an invitation, without a confirmation, since it gives nobody access."""
    access = organization_for(request.user, slug, MANAGE_MEMBERS)
    invitation = _invitation(access, invitation_id)
    invitations.revoke(invitation, actor=actors.member(request))
    message = f"The invitation of {invitation.email} is revoked. Its link no longer works."
    return done(request, message, "billing_orgs:members", slug)


def _access_to_change(request: HttpRequest, slug: str, permission: str | None = MANAGE_MEMBERS) -> Access:
    """Return the viewer's access to change members. Raises Mirrored where they are not changed here."""
    access = organization_for(request.user, slug, permission)
    require_own_members(access.organization)
    return access


def _membership(access: Access, membership_id: int) -> Membership:
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


def _show_member(
    request: HttpRequest, access: Access, membership: Membership, page: str, form: Form, **context: Any
) -> HttpResponse:
    (row,) = member_rows(access, actors.person(request), [membership])
    return show(request, f"orgs/ui/{page}.html", form, {"access": access, "row": row, **context})


def _done(request: HttpRequest, access: Access, message: str) -> HttpResponse:
    """Go back to the list, or to the front door if the change took the viewer's own permission to see the list."""
    person, slug = actors.person(request), access.organization.slug
    if not Membership.objects.filter(user_id=person.pk, organization=access.organization).exists():
        return done(request, message, "billing_orgs:organizations")
    permissions = organization_for(person, slug).permissions
    may_see_list = bool({MANAGE_MEMBERS, VIEW_AUDIT_LOG} & permissions)
    return done(request, message, f"billing_orgs:{'members' if may_see_list else 'organization'}", slug)


def _role_choice(access: Access, form: InviteForm | RoleForm) -> dict[str, Any]:
    return {"roles": role_choices(access), "chosen": str(form["role"].value() or "")}


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("page", "1")
    if not (text.isascii() and text.isdecimal() and int(text[:6]) > 0 and len(text) <= 6):
        raise Http404("no such page")
    return int(text)
