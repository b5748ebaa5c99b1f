"""Every run id that can be imported can be read at /v1/runs/{run_id}; the 404 of any other is the same 404."""

import io
import json
import shutil
import subprocess
import unicodedata
import urllib.request
from urllib.parse import quote, unquote_to_bytes

import httpx
import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from billing_access.api import rate_limits
from billing_access.billing.identifiers import LONGEST_RUN_ID, stored_run_id
from billing_access.billing.models import Run
from billing_audit.plain_text import UnusableText

IDS = ["wr_1", "team/run15", "rün?15#x", "a b", "%2F", "%252F", "...", ".a/..b", "a\\b", "a;b=c", "a+b&c", "~a'(b)*",
       "http:/x/y", "\u2028", "\U0001f600", "state/-/state", "a:@!$,"]  # fmt: skip
REFUSED = ["..", ".", "../..", "a//b", "a/", "/a", "a/./b", "a\nb", "a\x00b", "a\u200bb", "x" * 101, "billing/../key"]
HOSTILE = st.text("/.%?#&;+=\\:@ ~\n\t\x00aZ0ü\u0308\u200b\u2028\U0001f600", min_size=1, max_size=12)


def is_refused(text):
    try:
        stored_run_id(text)
    except UnusableText:
        return True
    return False


def run_of(organization, run_id):
    now = timezone.now()
    return Run.objects.create(
        organization=organization, run_id=run_id, run_type="workflow_run", status="completed", created_at=now,
        modified_at=now, started_at=now, total_cost_usd="1.5", cost_status="final", cost_updated_at=now,
        first_revision=1, revision=1,
    )  # fmt: skip


def encoded(run_id, safe=""):
    return "/v1/runs/" + quote(run_id, safe=safe)


@pytest.fixture
def secret(acme, make_key, opt_in):
    opt_in(acme)
    return make_key(acme).secret


@pytest.fixture
def wsgi(secret):
    """Return a function that sends a path to the WSGI application as servers do; it returns the status and body."""
    application = WSGIHandler()
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)

    def ask(path):
        rate_limits.reset()
        environ = {
            "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
            "QUERY_STRING": "", "SERVER_NAME": "testserver", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.input": io.BytesIO(), "wsgi.errors": io.StringIO(), "wsgi.url_scheme": "http",
            "wsgi.version": (1, 0), "REMOTE_ADDR": "127.0.0.1", "HTTP_X_API_KEY": secret,
        }  # fmt: skip
        began = []
        answer = application(environ, lambda status, headers: began.append(status))
        return int(began[0][:3]), b"".join(answer)

    yield ask
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given((HOSTILE | st.text(min_size=1, max_size=LONGEST_RUN_ID)).map(str.strip))
@example("Ko\u0308ln/..a")
def test_an_id_is_refused_or_read_by_every_spelling_in_a_url(acme, wsgi, text):
    if is_refused(text):
        if not any("\ud800" <= character <= "\udfff" for character in text):
            status, body = wsgi(encoded(text))
            assert (status, json.loads(body)["code"]) == (404, "not_found")
        return
    stored = stored_run_id(text)
    with transaction.atomic():
        run_of(acme, stored)
        for path in {encoded(text), encoded(stored), encoded(unicodedata.normalize("NFD", text)), encoded(text, "/")}:
            status, body = wsgi(path)
            assert (status, json.loads(body).get("run_id")) == (200, stored), path
        transaction.set_rollback(True)


@pytest.mark.django_db(transaction=True)
def test_over_http_each_id_is_read_and_no_client_rewrites_it(acme, secret, live_server):
    headers, curl = {"x-api-key": secret}, shutil.which("curl")
    for run_id in IDS:
        assert not is_refused(run_id), run_id
        run_of(acme, stored_run_id(run_id))
    with httpx.Client(headers=headers) as client:
        for run_id in IDS:
            for safe in ("", "/"):
                url = live_server.url + encoded(run_id, safe)
                with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
                    assert json.load(answer)["run_id"] == run_id
                assert client.get(url).json()["run_id"] == run_id
                if curl:
                    body = subprocess.run([curl, "-gs", "-H", f"x-api-key: {secret}", url], capture_output=True).stdout
                    assert json.loads(body)["run_id"] == run_id


@pytest.mark.parametrize("run_id", REFUSED, ids=ascii)
def test_a_refused_id_is_byte_for_byte_the_404_of_one_that_never_existed(acme, make_key, api, opt_in, run_id):
    assert is_refused(run_id)
    opt_in(acme)
    # A new key for each request, since the RateLimit header counts a key's requests.
    answers = [api(path, make_key(acme).secret) for path in (encoded(run_id), encoded(run_id, "/"), "/v1/runs/nobody")]
    plain = [
        (answer.status_code, {k: v for k, v in answer.headers.items() if k != "X-Request-ID"},
         {**answer.json(), "request_id": ""}) for answer in answers
    ]  # fmt: skip
    assert plain[0] == plain[1] == plain[2]
    assert plain[0][0] == 404


@pytest.mark.parametrize("run_id", ["team/run15", "a\nb", "a/"], ids=ascii)
def test_an_id_with_slashes_tells_nothing_without_a_key(acme, api, run_id):
    run_of(acme, "team/run15")
    answer = api(encoded(run_id))
    assert (answer.status_code, answer.json()["code"]) == (401, "missing_key")


def test_another_organizations_id_with_slashes_is_not_found(acme, other, secret, api):
    run_of(other, "team/run15")
    assert api(encoded("team/run15"), secret).status_code == 404


@pytest.mark.parametrize("path", ["/v1/a%0Ab", "/v1/%0A", "/v1/billing/state/%0A"])
def test_a_line_break_in_another_address_is_the_same_404(secret, api, path):
    assert api(path, secret).json()["code"] == "not_found"


def test_the_document_says_how_to_encode_it(api):
    document = api("/v1/openapi.json").json()
    parameters = document["paths"]["/v1/runs/{run_id}"]["get"]["parameters"]
    (run_id,) = [each for each in parameters if each["in"] == "path"]
    assert (run_id["name"], run_id["required"], run_id["schema"]) == ("run_id", True, {"type": "string"})
    assert "percent-encoded" in run_id["description"]
