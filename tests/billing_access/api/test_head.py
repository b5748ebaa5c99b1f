"""HEAD on every route: the status and headers of its GET with Content-Length, no body, and an event of its own."""

import http.client
from typing import Any

import pytest

from billing_access.routes import ROUTES
from billing_audit.models import AuditEvent
from config.site_views import SITE_ROUTES

PATHS = sorted({route.path.replace("{run_id}", "wr_1") for route in (*ROUTES, *SITE_ROUTES)})
QUERIES = {"/v1/billing/estimate": "?runs=3", "/v1/audit-events": "?action=api_key.created"}
# The headers that differ between any two requests: the id, the time and what is left of the rate limit.
OWN = {"X-Request-ID", "Date", "RateLimit"}


@pytest.fixture
def both(acme, runs, make_key, api, opt_in):
    """Return a function that sends GET and then HEAD, and returns both answers and the number of events of the HEAD."""
    opt_in(acme)
    secret = make_key(acme).secret

    def ask(path: str, *, keyed: bool = True, **headers: str) -> tuple[Any, Any, int]:
        sent = secret if keyed else None
        read = api(path + QUERIES.get(path, ""), sent, headers=headers)
        before = AuditEvent.objects.count()
        head = api(path + QUERIES.get(path, ""), sent, method="head", headers=headers)
        return read, head, AuditEvent.objects.count() - before

    return ask


def _alike(read: Any, head: Any) -> None:
    assert (head.status_code, head.content) == (read.status_code, b"")
    names = set(read.headers) - OWN
    assert set(head.headers) - OWN == names
    # Content-Length may differ by the microseconds of as_of, which are left out when they are zero.
    for name in names - {"Content-Length"}:
        assert head.headers[name] == read.headers[name], name
    assert int(read.headers["Content-Length"]) == len(read.content)
    assert abs(int(head.headers["Content-Length"]) - len(read.content)) <= len(".000000")


@pytest.mark.django_db
@pytest.mark.parametrize("path", PATHS)
def test_head_is_get_without_its_body(both, path):
    read, head, events = both(path)
    assert read.status_code == (404 if path == "/v1" else 200)
    _alike(read, head)
    route = next(route for route in (*ROUTES, *SITE_ROUTES) if route.path.replace("{run_id}", "wr_1") == path)
    assert events == (1 if route.event else 0)
    if route.event:
        assert AuditEvent.objects.latest("id").action == route.event


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/v1/billing/usage", "/v1/billing/usage/summary", "/v1/billing/entries"])
def test_head_of_csv(both, path):
    read, head, _ = both(path, accept="text/csv")
    assert head.headers["Content-Type"] == "text/csv; charset=utf-8"
    _alike(read, head)


@pytest.mark.django_db
@pytest.mark.parametrize("path", PATHS)
def test_a_refused_head_says_what_the_refused_get_says(both, path):
    _alike(*both(path, keyed=False)[:2])
    _alike(*both(path + "/", keyed=True)[:2])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", PATHS)
def test_nothing_follows_the_headers_on_the_wire(acme, runs, make_key, opt_in, live_server, path):
    """A client that keeps the connection would take a body after HEAD for the next answer."""
    opt_in(acme)
    connection = http.client.HTTPConnection(live_server.thread.host, live_server.thread.port, timeout=10)
    try:
        for _ in range(2):
            connection.request("HEAD", path + QUERIES.get(path, ""), headers={"x-api-key": make_key(acme).secret})
            answer = connection.getresponse()
            assert (answer.status, answer.read()) == (404 if path == "/v1" else 200, b"")
            assert int(answer.headers["Content-Length"]) > 0
    finally:
        connection.close()
