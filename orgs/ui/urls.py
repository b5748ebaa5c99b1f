"""Addresses of people's pages: signing in, invitations, organizations, their members, the audit log."""

from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.urls import path
from django.views.generic import TemplateView

from orgs.ui import accept_invitation, account, audit_log, members, organization_settings, sign_in, views
from orgs.ui.set_password import SetPassword

urlpatterns = [
    path("", views.organizations, name="organizations"),
    path("sign-in/", sign_in.SignIn.as_view(), name="sign-in"),
    path("sign-in/second-factor/", sign_in.SecondStep.as_view(), name="mfa_authenticate"),
    path("sign-in/again/", sign_in.sign_in_again, name="sign-in-again"),
    path("sign-in/forgotten/", sign_in.Forgotten.as_view(), name="forgotten"),
    path(
        "sign-in/forgotten/sent/",
        TemplateView.as_view(template_name="orgs/ui/forgotten_sent.html"),
        name="forgotten-sent",
    ),
    path(
        "sign-in/oidc/<slug:provider_id>/login/",
        sign_in.provider_sign_in,
        {"step": OAuth2LoginView},
        name="openid_connect_login",
    ),
    path(
        "sign-in/oidc/<slug:provider_id>/login/callback/",
        sign_in.provider_sign_in,
        {"step": OAuth2CallbackView},
        name="openid_connect_callback",
    ),
    path("sign-in/canceled/", sign_in.canceled, name="socialaccount_login_cancelled"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("account/", account.account, name="account"),
    path("account/password/", account.Password.as_view(), name="account_change_password"),
    path("account/prove/", sign_in.ProveByPassword.as_view(), name="account_reauthenticate"),
    path("account/prove/second-factor/", sign_in.ProveByCode.as_view(), name="mfa_reauthenticate"),
    path("account/second-factor/", account.second_factor, name="mfa_index"),
    path("account/second-factor/add/", account.AddSecondFactor.as_view(), name="mfa_activate_totp"),
    path("account/second-factor/qr.svg", account.second_factor_qr, name="second-factor-qr"),
    path("account/second-factor/remove/", account.RemoveSecondFactor.as_view(), name="mfa_deactivate_totp"),
    path("account/recovery-codes/", account.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"),
    path("account/recovery-codes/new/", account.NewRecoveryCodes.as_view(), name="mfa_generate_recovery_codes"),
    path("set-password/<uidb64>/<token>/", SetPassword.as_view(), name="set-password"),
    path("o/<slug:slug>/", views.organization, name="organization"),
    path("o/<slug:slug>/settings/", organization_settings.organization_settings, name="organization-settings"),
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
    path("o/<slug:slug>/audit-log/", audit_log.audit_log, name="audit-log"),
    path("o/<slug:slug>/audit-log/export.csv", audit_log.audit_export, {"form": "csv"}, name="audit-export-csv"),
    path(
        "o/<slug:slug>/audit-log/export.ndjson", audit_log.audit_export, {"form": "ndjson"}, name="audit-export-ndjson"
    ),
    path("o/<slug:slug>/audit-log/<uuid:event_id>/", audit_log.audit_event, name="audit-event"),
]

# The names by which django-allauth finds some of these pages.
urlpatterns += [
    path("sign-in/", sign_in.SignIn.as_view(), name="account_login"),
    path("sign-in/forgotten/", sign_in.Forgotten.as_view(), name="account_reset_password"),
    path("account/password/", account.Password.as_view(), name="account_set_password"),
]
