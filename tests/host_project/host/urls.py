"""The host's own sign-in, and the pages of organizations and billing."""

from django.contrib import admin
from django.contrib.auth.views import LoginView
from django.urls import include, path

urlpatterns = [
    path("login/", LoginView.as_view(), name="login"),
    path("admin/", admin.site.urls),
    path("", include("billing_access.api.urls")),
    path("", include("orgs.ui.urls")),
    path("", include("billing_access.ui.urls")),
]
