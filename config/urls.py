"""The site's URLs: the API for keys, the pages for people, the admin for staff."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView

from accounts.ui.sign_in import sign_out
from config.site_views import DocsView, HealthView, ReadyView

# Staff sign in, change their password and sign out on the same pages as everybody. The admin's own sign-in form accepts
# no POST: there, signed-in staff could sign in as another person by a password alone, without second factor, limit of
# attempts or record.
admin.site.login = secure_admin_login(require_safe(admin.site.login))  # type: ignore[method-assign]
admin.site.logout = sign_out  # type: ignore[method-assign,assignment]
admin.site.password_change = RedirectView.as_view(pattern_name="account_change_password")  # type: ignore[method-assign,assignment]

urlpatterns = [
    path("docs", DocsView.as_view(), name="docs"),
    path("healthz", HealthView.as_view(), name="healthz"),
    path("readyz", ReadyView.as_view(), name="readyz"),
    path("", include("billing_access.api.urls")),
    path("", include("accounts.ui.urls")),
    path("", include("orgs.ui.urls")),
    path("", include("billing_access.ui.urls")),
    path("admin/", admin.site.urls),
]

handler500 = "config.middleware.server_error"
