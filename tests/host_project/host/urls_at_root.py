"""The project's addresses with Billing Access at the root, after the project's own."""

from django.urls import include, path
from host.urls import urlpatterns as own

urlpatterns = [*(each for each in own if str(each.pattern) != "billing/"), path("", include("billing_access.urls"))]
