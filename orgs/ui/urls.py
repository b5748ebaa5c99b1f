"""The URLs and navigation links of orgs: invitations, members, settings, the audit log."""

from django.urls import path

from orgs.people import proves_by_password
from orgs.roles import MANAGE_MEMBERS, VIEW_AUDIT_LOG
from orgs.ui import (
    accept_invitation,
    audit_exports,
    audit_log,
    members,
    organization_end,
    organization_settings,
    prove_password,
    views,
)
from orgs.ui.navigation import SETTINGS, Page, register_page, register_settings_tab

register_page(
    Page(
        "Audit log",
        "billing_orgs:audit-log",
        50,
        frozenset({VIEW_AUDIT_LOG}),
        frozenset({"billing_orgs:audit-event"}),
        is_front_door=True,
    )
)
register_page(
    Page(
        "Members",
        "billing_orgs:members",
        60,
        frozenset({MANAGE_MEMBERS, VIEW_AUDIT_LOG}),
        frozenset({f"billing_orgs:member-{each}" for each in ("invite", "role", "remove", "confirm")}),
    )
)
register_page(Page("Settings", SETTINGS, 70, frozenset({MANAGE_MEMBERS})))
register_settings_tab(Page("Organization", SETTINGS, 10, frozenset({MANAGE_MEMBERS})))
register_settings_tab(Page("Name in URLs", "billing_orgs:organization-slug", 15, frozenset({MANAGE_MEMBERS})))
register_settings_tab(Page("Close", "billing_orgs:organization-close", 90, frozenset({MANAGE_MEMBERS})))

app_name = "billing_orgs"
urlpatterns = [
    path("", views.organizations, name="organizations"),
    path("o/<slug:slug>/", views.organization, name="organization"),
    path("o/<slug:slug>/settings/", organization_settings.organization_settings, name="organization-settings"),
    path("o/<slug:slug>/settings/url/", organization_end.organization_slug, name="organization-slug"),
    path("o/<slug:slug>/settings/close/", organization_end.organization_close, name="organization-close"),
    path("o/<slug:slug>/members/", members.members, name="members"),
    path("o/<slug:slug>/members/invite/", members.invite, name="member-invite"),
    path("o/<slug:slug>/members/leave/", members.leave, name="member-leave"),
    path("o/<slug:slug>/members/<int:membership_id>/", members.change_role, name="member-role"),
    path("o/<slug:slug>/members/<int:membership_id>/remove/", members.remove, name="member-remove"),
    path("o/<slug:slug>/members/<int:membership_id>/confirm/", members.confirm, name="member-confirm"),
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
    path("o/<slug:slug>/audit-log/", audit_log.audit_log, name="audit-log"),
    path("o/<slug:slug>/audit-log/export.csv", audit_exports.audit_export, {"form": "csv"}, name="audit-export-csv"),
    path(
        "o/<slug:slug>/audit-log/export.ndjson",
        audit_exports.audit_export,
        {"form": "ndjson"},
        name="audit-export-ndjson",
    ),
    path("o/<slug:slug>/audit-log/proofs.ndjson", audit_exports.audit_proofs, name="audit-export-proofs"),
    path("o/<slug:slug>/audit-log/verify_audit_export.py", audit_exports.audit_verifier, name="audit-verifier"),
    path("o/<slug:slug>/audit-log/keys.txt", audit_exports.audit_keys, name="audit-keys"),
    path("o/<slug:slug>/audit-log/<uuid:event_id>/", audit_log.audit_event, name="audit-event"),
]

if proves_by_password():
    urlpatterns.append(path("prove-password/", prove_password.prove_password, name="prove-password"))
