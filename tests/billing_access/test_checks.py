"""A view outside the route table stops start-up, and the error says how to mend it."""

from types import ModuleType

import pytest
from django.core.checks import run_checks
from django.test import override_settings
from django.urls import get_resolver, include, path
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.models import User
from billing_access import checks, routes
from billing_access.api.views import ReadView
from config.checks import check_site_views
from orgs.models import Membership


def urlconf(*patterns: object) -> ModuleType:
    """The site's addresses and some more, in a module of their own."""
    module = ModuleType("broken_urls")
    module.urlpatterns = [*patterns, path("", include("config.urls"))]
    return module


def errors_with(*patterns: object) -> list:
    """What the check says of the site with these addresses."""
    from django.urls import clear_url_caches

    with override_settings(ROOT_URLCONF=urlconf(*patterns)):
        clear_url_caches()
        found = check_site_views(None)
    clear_url_caches()
    return found


def test_the_site_as_it_is_passes():
    assert [each for each in run_checks() if each.id and each.id.startswith("billing_access")] == []


def test_a_view_without_a_route_is_found_with_the_way_to_mend_it():
    class Forgotten(APIView):
        pass

    (error,) = errors_with(path("v1/billing/forgotten", Forgotten.as_view()))
    assert error.id == "billing_access.E001"
    assert "/v1/billing/forgotten" in error.msg
    assert "routes.py" in error.hint


def test_a_plain_function_under_v1_is_found():
    (error,) = errors_with(path("v1/leak", lambda request: None))
    assert error.id == "billing_access.E001"


def test_a_route_of_ones_own_making_is_not_in_the_table():
    class Own(ReadView):
        route = routes.Route("own", "/v1/own", "x", public=True)

    (error,) = errors_with(path("v1/own", Own.as_view()))
    assert error.id == "billing_access.E001"


@pytest.mark.parametrize("keyed", [False, True])
def test_a_view_outside_the_table_answers_nobody_even_unchecked(acme, opt_in, make_key, api, keyed):
    class Forgotten(APIView):
        def get(self, request: object) -> Response:
            return Response({"leaked": True})

    class Own(ReadView):
        route = routes.Route("own", "/v1/own", "x", public=True)
        get = Forgotten.get

    opt_in(acme)
    secret = make_key(acme).secret if keyed else None
    with override_settings(
        ROOT_URLCONF=urlconf(path("v1/forgotten", Forgotten.as_view()), path("v1/own", Own.as_view()))
    ):
        for address in ("/v1/forgotten", "/v1/own"):
            answer = api(address, secret)
            assert answer.status_code >= 400, address
            assert "leaked" not in answer.json()


def test_a_view_that_writes_is_found():
    class Writes(ReadView):
        route = routes.KEY
        http_method_names = ["get", "post"]

    (error,) = errors_with(path("v1/key", Writes.as_view()))
    assert error.id == "billing_access.E010"


def test_a_view_at_another_path_than_its_routes_is_found():
    class Elsewhere(ReadView):
        route = routes.BILLING_STATE

    (error,) = errors_with(path("v1/elsewhere", Elsewhere.as_view()))
    assert error.id == "billing_access.E009"


@pytest.mark.parametrize(
    ("route", "number"),
    [
        (routes.Route("r", "/v1/r", "x", frozenset({"billing:write"})), "E003"),
        (routes.Route("r", "/v1/r", "x", frozenset({"billing.state:read"}), event="billing.state.read"), "E004"),
        (routes.Route("r", "/v1/r", "x", frozenset({"billing.state:read"}), needs_opt_in=True), "E005"),
        (routes.Route("r", "/v1/r", "x", frozenset({"runs:read"}), public=True), "E006"),
        (routes.Route("r", "/v1/r", "x", frozenset({"runs:read"}), rate="unlimited"), "E011"),
        (routes.Route("r", "/v1/r", "x", frozenset({"runs:read"}), rate="failed_credentials"), "E011"),
    ],
)
def test_a_route_that_would_open_too_much_is_found(monkeypatch, route, number):
    monkeypatch.setattr(checks, "ROUTES", (route,))
    assert f"billing_access.{number}" in [error.id for error in checks.check_routes(None)]


def test_what_a_project_serves_itself_under_v1_is_its_own():
    with override_settings(ROOT_URLCONF=urlconf(path("v1/widgets", lambda request: None))):
        assert checks.check_views(None) == []


def test_every_view_of_the_api_and_every_page_opens_its_own_transactions():
    """Else ATOMIC_REQUESTS, which a project may set, would roll back the event that records a refusal."""
    for name in ("billing_access.api.urls", "billing_access.ui.urls", "orgs.ui.urls"):
        patterns = get_resolver(name).url_patterns
        assert patterns
        for each in patterns:
            assert vars(each.callback).get("_non_atomic_requests") == {"default"}, each.pattern


def test_guardians_anonymous_user_is_warned_of_and_an_error_where_it_has_rows(acme, settings):
    assert checks.check_anonymous_user(None) == []
    settings.ANONYMOUS_USER_NAME = "anonymous@example.com"
    (warning,) = checks.check_anonymous_user(None)
    assert (warning.id, warning.is_serious()) == ("billing_access.W008", False)
    assert checks.check_rows_of_anonymous_user(None, databases=["default"]) == []
    anonymous = User.objects.create_user("anonymous@example.com")
    Membership.objects.create(organization=acme, user=anonymous, role="member")
    (error,) = checks.check_rows_of_anonymous_user(None, databases=["default"])
    assert (error.id, error.is_serious()) == ("billing_access.E008", True)
    assert checks.check_rows_of_anonymous_user(None) == []
