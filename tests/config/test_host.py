"""A forged Host header is refused first, and no answer, URL or e-mail is made from what a client sent as Host."""

import re
from itertools import product

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from billing_audit.models import AuditEvent

pytestmark = pytest.mark.django_db
FORGED = [
    "evil.example",
    "evil.example:443",
    "billing.example.com.evil.example",
    "evil.example#billing.example.com",
    "billing.example.com@evil.example",
    "billing.example.com:443@evil.example",
    "billing.example.com:evil",
    "billing.example.com/evil",
    "billing.example.com, evil.example",
    "billing.example.com evil.example",
    "[::ffff:evil]",
    "*",
    ".example.com",
    "",
]
NAMING = ["X-Forwarded-Host", "X-Host", "X-Original-Host", "Forwarded", "X-Forwarded-Server"]
PATHS = ["/v1/billing/state", "/v1/key", "/v1/none", "/v1/openapi.json", "/errors/missing_key", "/sign-in/", "/admin/"]


@pytest.fixture(autouse=True)
def _one_name(settings, configure) -> None:
    """The site has one host name, as a real one does."""
    settings.ALLOWED_HOSTS = ["billing.example.com"]
    configure(BASE_URL="https://billing.example.com")


def test_a_forged_host_is_refused_before_anything_is_read(acme, make_key, opt_in, cells):
    opt_in(acme)
    headers = {"x-api-key": make_key(acme).secret}
    before = AuditEvent.objects.count()
    for path, host in product(PATHS, FORGED):
        with cells(path, repr(host)):
            answer = Client(raise_request_exception=False).get(path, headers=headers, HTTP_HOST=host)
            assert answer.status_code == 400
            whole = answer.content.decode() + str(answer.headers)
            assert "evil" not in whole
            assert "organization_id" not in whole
            assert AuditEvent.objects.count() == before
    assert cells.count >= 98


def test_the_sites_own_name_is_answered(acme, make_key, opt_in):
    """The control of the attacks above: the same request with the right name is answered."""
    opt_in(acme)
    headers = {"x-api-key": make_key(acme).secret}
    assert Client().get("/v1/billing/state", headers=headers, HTTP_HOST="billing.example.com").status_code == 200


def test_a_header_that_names_another_host_is_not_believed(acme, make_key, opt_in, cells):
    opt_in(acme)
    key = {"x-api-key": make_key(acme).secret}
    for name, path in product(NAMING, PATHS):
        headers = {**key, name: "host=evil.example" if name == "Forwarded" else "evil.example"}
        with cells(name, path):
            answer = Client().get(path, headers=headers, HTTP_HOST="billing.example.com")
            assert answer.status_code in {200, 302, 404}
            assert "evil" not in answer.content.decode() + str(answer.headers)
    assert cells.count >= 35


def test_a_problem_points_to_the_sites_own_page():
    answer = Client().get("/v1/key", HTTP_HOST="billing.example.com:6666")
    assert answer.json()["type"] == "https://billing.example.com/errors/missing_key"


def test_the_line_to_try_a_new_key_names_the_site_and_not_the_requests_host(acme, alice, sign_in):
    """ALLOWED_HOSTS ignores ports. If the line took the port from the request, it would send the key there."""
    client = sign_in(alice)
    host = {"HTTP_HOST": "billing.example.com:6666"}
    form = client.get(reverse("billing_access:key-create", args=[acme.slug]), **host).content.decode()
    token = re.search(r'name="form_token"[^>]*value="([^"]+)"', form)
    assert token
    data = {"name": "Nightly", "scopes": ["runs:read"], "lifetime_days": "90", "form_token": token[1]}
    shown = client.post(reverse("billing_access:key-create", args=[acme.slug]), data, **host).content.decode()
    assert "https://billing.example.com/v1/key" in shown
    assert "6666" not in shown


def test_a_redirect_stays_here_whatever_the_port(acme, alice, sign_in):
    for client in (Client(), sign_in(alice)):
        for path in ("/", f"/o/{acme.slug}/", f"/o/{acme.slug}/keys/", "/admin/", "/sign-in/"):
            answer = client.get(path, HTTP_HOST="billing.example.com:6666")
            assert "6666" not in answer.headers.get("Location", "") + answer.content.decode(), path


def test_an_email_links_to_the_site_and_not_to_the_requests_host(acme, alice, sign_in, run_jobs):
    run_jobs()
    mail.outbox.clear()
    headers = {"x-forwarded-host": "evil.example"}
    path = reverse("billing_access:billing-reads-turn-on", args=[acme.slug])
    sign_in(alice).post(path, {"version": 0, "days": ""}, headers=headers, HTTP_HOST="billing.example.com:6666")
    run_jobs()
    assert mail.outbox
    for message in mail.outbox:
        whole = str(message.message())
        assert "billing.example.com/" in whole
        assert "evil" not in whole
        assert "6666" not in whole
