"""The site's addresses: the API for keys, the pages for people, the admin for staff."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("billing_access.api.urls")),
    path("", include("orgs.ui.urls")),
    path("", include("billing_access.ui.urls")),
    path("admin/", admin.site.urls),
]
