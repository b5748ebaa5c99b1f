"""The project's own sign-in and pages, and Billing Access below a path of the project's choice."""

from django.contrib import admin
from django.contrib.auth.views import LoginView
from django.urls import include, path
from host.views import WidgetsView, home

urlpatterns = [
    path("", home, name="organizations"),
    path("login/", LoginView.as_view(redirect_authenticated_user=True), name="login"),
    path("admin/", admin.site.urls),
    path("v1/widgets", WidgetsView.as_view(), name="billing-state"),
    path("billing/", include("billing_access.urls")),
]
