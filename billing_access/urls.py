"""All URLs of the apps: the API below ``v1/``, and the pages. A project includes them below a path of its choice."""

from django.urls import include, path

urlpatterns = [
    path("", include("billing_access.api.urls")),
    path("", include("orgs.ui.urls")),
    path("", include("billing_access.ui.urls")),
]
