"""Addresses of people's pages: signing in, organizations, the audit log."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from orgs.ui import views
from orgs.ui.set_password import SetPassword

urlpatterns = [
    path("", views.organizations, name="organizations"),
    path("sign-in/", views.SignIn.as_view(), name="sign-in"),
    path("sign-out/", LogoutView.as_view(http_method_names=["post"]), name="sign-out"),
    path("set-password/<uidb64>/<token>/", SetPassword.as_view(), name="set-password"),
    path("o/<slug:slug>/", views.organization, name="organization"),
    path("o/<slug:slug>/audit-log/", views.audit_log, name="audit-log"),
]
