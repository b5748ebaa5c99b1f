"""The URLs of a person's own pages: signing up, in and out, the account, the second factor."""

from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.urls import path
from django.views.generic import TemplateView

from accounts.ui import account, email_change, provider, second_factor, sign_in, sign_up, tie_provider
from orgs.ui.navigation import register_account_urls

urlpatterns = [
    path("sign-in/", sign_in.SignIn.as_view(), name="sign-in"),
    path("sign-in/second-factor/", sign_in.SecondStep.as_view(), name="mfa_authenticate"),
    path("sign-in/forgotten/", sign_in.Forgotten.as_view(), name="forgotten"),
    path(
        "sign-in/forgotten/sent/",
        TemplateView.as_view(template_name="accounts/ui/forgotten_sent.html"),
        name="forgotten-sent",
    ),
    path(
        "sign-in/oidc/<slug:provider_id>/login/",
        provider.provider_sign_in,
        {"step": OAuth2LoginView},
        name="openid_connect_login",
    ),
    path(
        "sign-in/oidc/<slug:provider_id>/login/callback/",
        provider.provider_sign_in,
        {"step": OAuth2CallbackView},
        name="openid_connect_callback",
    ),
    path("sign-in/tie/", tie_provider.TieProvider.as_view(), name="tie-provider"),
    path("sign-in/canceled/", provider.canceled, name="socialaccount_login_cancelled"),
    path("invitation/account/", sign_up.sign_up, name="sign-up"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("account/", account.account, name="account"),
    path("account/email/", email_change.change_email, name="change-email"),
    path("account/email/confirm/", email_change.confirm_email, name="confirm-email"),
    path("account/email/confirm/<str:token>/", email_change.email_change_link, name="email-change-link"),
    path("account/email/undo/", email_change.undo_email, name="undo-email"),
    path("account/email/undo/<str:token>/", email_change.email_undo_link, name="email-undo-link"),
    path("account/password/", account.Password.as_view(), name="account_change_password"),
    path("account/provider/untie/", tie_provider.untie, name="untie-provider"),
    path("account/prove/", sign_in.ProveByPassword.as_view(), name="account_reauthenticate"),
    path("account/prove/second-factor/", sign_in.ProveByCode.as_view(), name="mfa_reauthenticate"),
    path("account/prove/provider/", provider.prove_by_provider, name="prove-by-provider"),
    path("account/second-factor/", second_factor.second_factor, name="mfa_index"),
    path("account/second-factor/add/", second_factor.AddSecondFactor.as_view(), name="mfa_activate_totp"),
    path("account/second-factor/link/", second_factor.send_link, name="second-factor-link"),
    path("account/second-factor/link/<str:token>/", second_factor.link_opened, name="second-factor-link-opened"),
    path("account/second-factor/qr.svg", second_factor.second_factor_qr, name="second-factor-qr"),
    path("account/second-factor/remove/", second_factor.RemoveSecondFactor.as_view(), name="mfa_deactivate_totp"),
    path("account/recovery-codes/", second_factor.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"),
    path("account/recovery-codes/new/", second_factor.NewRecoveryCodes.as_view(), name="mfa_generate_recovery_codes"),
    path("set-password/<uidb64>/<token>/", account.SetPassword.as_view(), name="set-password"),
]

# The names by which django-allauth looks up some of these pages.
urlpatterns += [
    path("sign-in/", sign_in.SignIn.as_view(), name="account_login"),
    path("sign-in/forgotten/", sign_in.Forgotten.as_view(), name="account_reset_password"),
    # django-allauth sends a person here who has no password to change.
    path("sign-in/forgotten/", sign_in.Forgotten.as_view(), name="account_set_password"),
]

register_account_urls(account="account", sign_out="sign-out")
