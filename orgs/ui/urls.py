"""Addresses of people's pages: signing in, invitations, organizations, their members, the audit log."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from orgs.ui import accept_invitation, members, views
from orgs.ui.set_password import SetPassword

urlpatterns = [
    path("", views.organizations, name="organizations"),
    path("sign-in/", views.SignIn.as_view(), name="sign-in"),
    path("sign-out/", LogoutView.as_view(http_method_names=["post"]), name="sign-out"),
    path("set-password/<uidb64>/<token>/", SetPassword.as_view(), name="set-password"),
    path("o/<slug:slug>/", views.organization, name="organization"),
    path("o/<slug:slug>/members/", members.members, name="members"),
    path("o/<slug:slug>/members/invite/", members.invite, name="member-invite"),
    path("o/<slug:slug>/members/leave/", members.leave, name="member-leave"),
    path("o/<slug:slug>/members/<int:membership_id>/", members.change_role, name="member-role"),
    path("o/<slug:slug>/members/<int:membership_id>/remove/", members.remove, name="member-remove"),
    path(
        "o/<slug:slug>/members/invitations/<int:invitation_id>/resend/",
        members.resend_invitation,
        name="invitation-resend",
    ),
    path(
        "o/<slug:slug>/members/invitations/<int:invitation_id>/revoke/",
        members.revoke_invitation,
        name="invitation-revoke",
    ),
    path("invitations/<str:token>/", accept_invitation.invitation_link, name="invitation-link"),
    path("invitation/", accept_invitation.invitation, name="invitation"),
    path("o/<slug:slug>/audit-log/", views.audit_log, name="audit-log"),
]
