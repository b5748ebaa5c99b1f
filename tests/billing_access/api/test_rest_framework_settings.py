"""No setting that a project has for its own REST framework views weakens the API, or breaks it."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import resolve
from rest_framework import negotiation, renderers, schemas, versioning
from rest_framework.authentication import BaseAuthentication
from rest_framework.permissions import BasePermission
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from accounts.models import User
from billing_access.api.base_views import ReadView
from billing_audit.models import AuditEvent
from orgs.models import Organization

pytestmark = pytest.mark.django_db


class Everybody(BaseAuthentication):
    """A host's authentication that takes anybody for a superuser."""

    def authenticate(self, request: Any) -> Any:
        return User(is_superuser=True), "token"


class Breaks(BasePermission, BaseThrottle, negotiation.BaseContentNegotiation, versioning.BaseVersioning):
    """Refuses, limits and breaks everything."""

    def has_permission(self, request: Any, view: Any) -> bool:
        raise RuntimeError("the host's permission was asked")

    def allow_request(self, request: Any, view: Any) -> bool:
        raise RuntimeError("the host's throttle was asked")

    def determine_version(self, request: Any, *arguments: Any, **options: Any) -> Any:
        raise RuntimeError("the host's versioning was asked")

    def select_renderer(self, *arguments: Any, **options: Any) -> Any:
        raise RuntimeError("the host's negotiation was asked")


def breaks(*arguments: Any, **options: Any) -> Any:
    raise RuntimeError("a function of the host was called")


# What REST framework takes for a view that does not set it: the class attributes of APIView, which settings fill.
HOSTILE: dict[str, Any] = {
    "authentication_classes": [Everybody],
    "permission_classes": [Breaks],
    "throttle_classes": [Breaks],
    "renderer_classes": [renderers.BrowsableAPIRenderer],
    "parser_classes": [],
    "content_negotiation_class": Breaks,
    "metadata_class": None,
    "versioning_class": Breaks,
    "schema": schemas.openapi.AutoSchema(),
}
SETTINGS: dict[str, Any] = {
    "EXCEPTION_HANDLER": breaks,
    "UNAUTHENTICATED_USER": breaks,
    "UNAUTHENTICATED_TOKEN": breaks,
    "URL_FORMAT_OVERRIDE": "format",
    "FORMAT_SUFFIX_KWARG": "run_id",
    "ALLOWED_VERSIONS": ["7"],
    "DEFAULT_VERSION": "7",
    "VERSION_PARAM": "run_id",
    "NUM_PROXIES": 3,
    "COERCE_DECIMAL_TO_STRING": False,
    "DATETIME_FORMAT": "%d.%m.%Y",
    "UNICODE_JSON": False,
    "STRICT_JSON": False,
}


def test_the_api_sets_all_that_rest_framework_has_a_setting_for() -> None:
    """A new one of REST framework fails here."""
    of_settings = {name for name in vars(APIView) if name.endswith(("_class", "_classes"))} | {"schema"}
    assert of_settings == set(HOSTILE)
    assert of_settings <= set(vars(ReadView))
    assert "get_exception_handler" in vars(ReadView)


@pytest.fixture(params=[*HOSTILE, *SETTINGS])
def hostile(request: Any, monkeypatch: pytest.MonkeyPatch, settings: Any) -> str:
    """One default of the host's REST framework, set to what would weaken or break a view."""
    name = request.param
    if name in HOSTILE:
        monkeypatch.setattr(APIView, name, HOSTILE[name])
    else:
        settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, name: SETTINGS[name]}
    return str(name)


def test_answers_refusals_and_the_record_stay_the_same(
    hostile: str, acme: Organization, runs: Any, make_key: Any, opt_in: Any, api: Any
) -> None:
    opt_in(acme)
    secret = make_key(acme).secret
    for path in ("/v1/billing/state", "/v1/billing/usage", "/v1/runs/wr_1", "/v1/key"):
        answer = api(path, secret, headers={"accept": "text/html, application/json; version=9"})
        assert answer.status_code == 200, (path, answer.content)
        assert answer.headers["Content-Type"] == "application/json"
        assert isinstance(answer.json(), dict)
    assert AuditEvent.objects.filter(action="billing.state.read", outcome="allowed").count() == 1
    for path, given, method, status in (
        ("/v1/billing/state", None, "get", 401),
        ("/v1/billing/state", "bak_live_" + "x" * 49, "get", 401),
        ("/v1/runs/none", secret, "get", 404),
        ("/v1/none", None, "get", 404),
        ("/v1/key", secret, "post", 405),
        ("/v1/key", secret, "options", 405),
    ):
        answer = api(path, given, method=method)
        assert answer.status_code == status, (path, answer.content)
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert json.loads(answer.content)["status"] == status
    assert api("/v1/openapi.json").json()["openapi"]


def test_a_session_never_stands_in_for_a_key(acme: Organization, alice: User, opt_in: Any, rf: Any) -> None:
    """Also where no middleware of the stand-alone site keeps sessions away from the API."""
    opt_in(acme)
    request = rf.get("/v1/billing/state")
    request.user, request.session = alice, {"any": "thing"}
    answer = resolve("/v1/billing/state").func(request)
    assert answer.status_code == 401
    client = Client()
    client.force_login(alice)
    assert client.get("/v1/billing/state").status_code == 401


def test_a_key_is_no_person_and_the_projects_middleware_can_ask_whether_one_is_signed_in(
    acme: Organization, alice: User, make_key: Any, opt_in: Any, rf: Any
) -> None:
    opt_in(acme)
    for path, status in (("/v1/billing/state", 200), ("/v1/openapi.json", 200)):
        request = rf.get(path, headers={"x-api-key": make_key(acme).secret})
        request.user = alice
        assert resolve(path).func(request).status_code == status
        assert isinstance(request.user, AnonymousUser)


def test_it_is_in_no_other_document() -> None:
    assert ReadView.schema is None
