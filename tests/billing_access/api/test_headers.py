"""The headers of every answer, HEAD, and requests that fail closed."""

import pytest
from django.db import connection
from django.test import Client

from billing_access.errors import REFUSALS
from billing_audit.models import AuditEvent
from config.readiness import readiness

pytestmark = pytest.mark.django_db
PATHS = [
    "/v1/billing/state",
    "/v1/billing/usage",
    "/v1/runs/wr_1",
    "/v1/runs/none",
    "/v1/key",
    "/v1/none",
    "/v1/openapi.json",
]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("keyed", [True, False])
def test_headers_of_every_answer(acme, runs, make_key, api, opt_in, path, keyed):
    opt_in(acme)
    answer = api(path, make_key(acme).secret if keyed else None)
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert answer.headers["Vary"] == "Authorization, X-API-Key, Accept"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Content-Length"] == str(len(answer.content))
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert answer.headers["X-Request-ID"].startswith("req_")
    assert "Set-Cookie" not in answer.headers


def test_a_host_that_is_not_ours_gets_no_data(acme, make_key, api, opt_in, settings):
    settings.ALLOWED_HOSTS = ["billing.example.com"]
    opt_in(acme)
    secret = make_key(acme).secret
    assert api("/v1/billing/state", secret, headers={"host": "billing.example.com"}).status_code == 200
    assert api("/v1/billing/state", secret, headers={"host": "evil.example"}).status_code == 400


def test_a_page_outside_the_api_has_the_sites_policy(client):
    for path in ("/docs", "/errors/not_found", "/sign-in/"):
        assert "script-src 'self'" in client.get(path).headers["Content-Security-Policy"]


def test_a_request_id_sent_by_the_client_is_not_believed(acme, make_key, api):
    answer = api("/v1/key", make_key(acme).secret, headers={"x-request-id": "req_mine"})
    assert answer.headers["X-Request-ID"] != "req_mine"


@pytest.mark.parametrize("path", ["/v1/billing/state", "/v1/billing/usage", "/v1/runs/wr_1"])
def test_head_is_decided_and_recorded_like_get(acme, runs, make_key, api, opt_in, path):
    secret = make_key(acme).secret
    assert api(path, secret, method="head").status_code in {200, 403}
    opt_in(acme)
    before = AuditEvent.objects.count()
    answer = api(path, secret, method="head")
    assert (answer.status_code, answer.content) == (200, b"")
    assert AuditEvent.objects.count() == before + 1


def test_the_type_of_every_problem_is_a_page(client):
    for code, refusal in REFUSALS.items():
        page = client.get(f"/errors/{code}")
        assert page.status_code == 200
        assert refusal.title in page.content.decode()
    assert client.get("/errors/nothing").status_code == 404


def test_a_decision_that_cannot_be_made_serves_nothing(acme, make_key, api, opt_in, as_role):
    opt_in(acme)
    secret = make_key(acme).secret
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE billing_reads_opt_in RENAME TO gone")
    answer = api("/v1/billing/state", secret)
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
    assert answer.headers["Retry-After"] == "5"


def test_a_failure_of_ours_says_nothing_of_itself(acme, make_key, api, opt_in, monkeypatch, caplog):
    opt_in(acme)
    secret = make_key(acme).secret

    def fail(*_: object) -> None:
        raise RuntimeError("the inner workings")

    monkeypatch.setattr("billing_access.api.views.read_state", fail)
    answer = api("/v1/billing/state", secret)
    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    assert "inner workings" not in answer.content.decode()
    assert secret not in caplog.text


def test_readyz_says_when_the_database_is_away(api, monkeypatch):
    from django.db import OperationalError

    assert api("/readyz").json() == {"status": "ok"}

    def away(*_: object) -> None:
        raise OperationalError("away")

    monkeypatch.setattr("django.db.backends.utils.CursorWrapper.execute", away)
    readiness.forget()
    assert Client().get("/readyz").status_code == 503
    assert Client().get("/healthz").status_code == 200
