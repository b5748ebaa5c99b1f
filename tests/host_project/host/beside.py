"""Billing Access beside what the project has itself: its API, its pages, its addresses and its settings."""

from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings as configured
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError
from django.test import Client
from django.urls import get_resolver, reverse
from guardian.utils import get_anonymous_user
from host.models import Team
from host.people import person, sign_in
from host.urls import urlpatterns

from orgs import checks
from orgs.models import Membership, Organization
from orgs.work_at_once import TooManyAtOnce


def faults() -> list[Any]:
    """The errors and warnings of the apps' system checks."""
    return [each for each in run_checks() if str(each.id).startswith(("billing_", "orgs.")) and not each.is_silenced()]


def without(name: str) -> ModuleType:
    """The project's addresses, but for those that begin with a name."""
    urls = ModuleType("fewer_urls")
    urls.urlpatterns = [each for each in urlpatterns if str(each.pattern) != name]  # type: ignore[attr-defined]
    return urls


def templates(**changed: Any) -> list[Any]:
    """The setting TEMPLATES with other options."""
    return [{**configured.TEMPLATES[0], **changed}]


FEWER_PROCESSORS = {"context_processors": configured.TEMPLATES[0]["OPTIONS"]["context_processors"][1:]}
# What a project leaves out or writes wrong: the setting, its value, and the check that says what to write.
LEFT_OUT: dict[str, tuple[str, Any, str, str]] = {
    "our middleware": (
        "MIDDLEWARE", [each for each in configured.MIDDLEWARE if "billing" not in each],
        "billing_access.E022", "billing_access.middleware.BillingAccessMiddleware",
    ),
    "a middleware of Django": (
        "MIDDLEWARE", [each for each in configured.MIDDLEWARE if "csrf" not in each],
        "billing_access.E022", "django.middleware.csrf.CsrfViewMiddleware",
    ),
    "a context processor": (
        "TEMPLATES", templates(OPTIONS=FEWER_PROCESSORS),
        "billing_access.E023", "django.template.context_processors.request",
    ),
    "the URLs": ("ROOT_URLCONF", without("billing/"), "billing_access.E024", 'include("billing_access.urls")'),
    "the page to sign in": ("LOGIN_URL", "/nowhere/", "billing_access.E025", "LOGIN_URL"),
    "time zones": ("USE_TZ", False, "billing_access.E027", "USE_TZ = True"),
    "the spelling of a setting": (
        "BILLING_ACCESS", {**configured.BILLING_ACCESS, "BASE_ULR": ""}, "billing_audit.E001", "Did you mean BASE_URL?",
    ),
    "the class of people": (
        "BILLING_ACCESS", {**configured.BILLING_ACCESS, "PEOPLE": "host.People"}, "orgs.E001", "PEOPLE",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", LEFT_OUT)
def test_each_line_that_is_missing_or_wrong_is_one_check_that_says_what_to_write(what: str, settings: Any) -> None:
    name, value, check, says = LEFT_OUT[what]
    assert faults() == []
    setattr(settings, name, value)
    (fault,) = faults()
    assert fault.id == check
    assert says in fault.hint
    assert fault.is_serious()


def test_a_user_model_that_lacks_a_column_is_one_check(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = SimpleNamespace(get_email_field_name=lambda: "email", _meta=Team._meta)
    monkeypatch.setattr(checks, "get_user_model", lambda: lacking)
    (fault,) = checks.check_user_model(None)
    assert fault.id == "orgs.E004"
    assert "no field email, is_active, is_staff" in fault.msg
    assert "EMAIL_FIELD" in str(fault.hint)


@pytest.mark.parametrize("name", ["AUDIT_ORIGIN", "TRUSTED_PROXIES"])
def test_what_has_no_safe_default_stops_start_up(settings: Any, name: str) -> None:
    settings.BILLING_ACCESS = {key: value for key, value in configured.BILLING_ACCESS.items() if key != name}
    with pytest.raises(ImproperlyConfigured, match=f"{name} is not set"):
        apps.get_app_config("billing_audit").ready()


def test_a_wrong_value_stops_start_up_and_says_what_is_accepted(settings: Any) -> None:
    settings.BILLING_ACCESS = {**configured.BILLING_ACCESS, "BASE_URL": "host"}
    with pytest.raises(ImproperlyConfigured, match="BASE_URL: 'host' is not accepted"):
        apps.get_app_config("billing_orgs").ready()


def test_the_project_keeps_its_anonymous_user_who_is_an_error_only_with_a_permission_of_ours(
    acme: Organization,
) -> None:
    anonymous = get_anonymous_user()
    assert [each.id for each in run_checks(include_deployment_checks=False) if str(each.id).endswith("W008")]
    ours = {"billing_access.E008"}
    assert not ours & {each.id for each in run_checks(databases=["default"])}
    Membership.objects.create(organization=acme, user=anonymous, role="member")
    assert ours <= {each.id for each in run_checks(databases=["default"])}


def test_the_projects_own_api_and_pages_stay_as_they_are(db: None) -> None:
    client = Client()
    assert client.post("/v1/widgets", {"name": "cog"}).status_code == 201
    assert "bolt" in client.get("/v1/widgets", headers={"accept": "text/html"}).content.decode()
    person("olga")
    home = sign_in("olga").get("/")
    assert "Widgets" in home.content.decode()
    for answer in (home, client.get("/v1/widgets")):
        assert not {"X-Request-ID", "Content-Security-Policy", "RateLimit"} & set(answer.headers)


def test_the_projects_names_of_addresses_are_its_own(db: None) -> None:
    """Two of them are names of ours, too."""
    assert (reverse("organizations"), reverse("billing-state")) == ("/", "/v1/widgets")
    assert reverse("billing_orgs:organizations") == "/billing/"
    assert reverse("billing_api:billing-state") == "/billing/v1/billing/state"


@pytest.mark.parametrize("address", ["healthz", "readyz", "docs"])
def test_what_is_the_stand_alone_sites_is_not_here(db: None, address: str) -> None:
    person("olga")
    client = sign_in("olga")
    for below in ("/", "/billing/"):
        answer = client.get(f"{below}{address}")
        assert (answer.status_code, "The host found nothing here." in answer.content.decode()) == (404, True)


def test_an_outsider_gets_the_projects_own_404(acme: Organization) -> None:
    person("eve")
    answer = sign_in("eve").get("/billing/o/acme/members/")
    assert (answer.status_code, "The host found nothing here." in answer.content.decode()) == (404, True)


@pytest.mark.usefixtures("atomic_requests")
def test_a_session_never_stands_in_for_a_key(acme: Organization) -> None:
    client = sign_in("olga")
    for address in ("billing/state", "billing/usage", "audit-events", "key"):
        answer = client.get(f"/billing/v1/{address}", headers={"accept": "text/html"})
        assert (answer.status_code, answer.json()["code"]) == (401, "missing_key")
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.json()["type"] == "https://host.example.com/billing/errors/missing_key"
        assert client.post(f"/billing/v1/{address}").status_code == 401
    assert client.get("/billing/v1/widgets").json()["code"] == "not_found"


def test_the_error_page_and_the_document_are_open_to_everybody(db: None) -> None:
    client = Client()
    assert "missing_key" in client.get("/billing/errors/missing_key").content.decode()
    document = client.get("/billing/v1/openapi.json").json()
    assert document["servers"] == [{"url": "/billing"}]
    assert not [each for each in document["paths"] if "widgets" in each]


@pytest.mark.parametrize(
    ("raised", "status", "says"),
    [
        (DatabaseError("secret of the inside"), 503, "Nothing was changed and no data was shown"),
        (TooManyAtOnce(4, "requests"), 429, "4 requests at this moment"),
    ],
)
def test_a_fault_in_a_page_of_ours_has_a_page_and_one_in_the_projects_own_is_left_to_it(
    acme: Organization, monkeypatch: pytest.MonkeyPatch, raised: Exception, status: int, says: str
) -> None:
    def fail(*arguments: Any) -> None:
        raise raised

    client = sign_in("olga")
    client.raise_request_exception = False
    monkeypatch.setattr("orgs.ui.views.organization_for", fail)
    answer = client.get("/billing/o/acme/")
    assert (answer.status_code, says in answer.content.decode()) == (status, True)
    assert answer.headers["X-Request-ID"].startswith("req_")
    assert "inside" not in answer.content.decode()
    if isinstance(raised, DatabaseError):
        monkeypatch.setattr("host.views.render", fail)
        assert client.get("/").status_code == 500


def test_every_page_opens_its_own_transactions_also_the_one_that_asks_for_the_password() -> None:
    pages = get_resolver("orgs.ui.urls").url_patterns
    assert "prove-password" in {each.name for each in pages}
    for each in pages:
        assert vars(each.callback).get("_non_atomic_requests") == {"default"}, each.pattern
