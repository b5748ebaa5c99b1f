"""On ``django.db.backends.postgresql`` the API gives the same answers as on the site's own engine, times included."""

import pytest
from django.db import connections
from django.db.backends.postgresql.base import DatabaseWrapper

from billing_access.access.services import change_scopes
from billing_access.api import rate_limits
from billing_audit.models import AuditEvent
from orgs import actors

pytestmark = pytest.mark.django_db(transaction=True)
MARCH = "from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z"
READS = {
    "/v1/billing/state": {},
    f"/v1/billing/usage?{MARCH}": {},
    f"/v1/billing/usage?{MARCH}&tag=county:adams&order=asc&limit=2": {},
    f"/v1/billing/usage?{MARCH}&status=completed": {"accept": "text/csv"},
    f"/v1/billing/usage/summary?bucket=day&{MARCH}&group_by=run_type": {},
    f"/v1/billing/usage/summary?bucket=none&{MARCH}&timezone=Asia/Kathmandu": {},
    "/v1/billing/usage/summary": {},
    "/v1/billing/estimate?runs=9": {},
    "/v1/billing/entries": {},
    "/v1/billing/alerts": {},
    "/v1/billing/entries?limit=1": {"accept": "text/csv"},
    "/v1/runs/wr_1": {},
    "/v1/audit-events?action=api_key.created": {},
    "/v1/audit-events?order=asc&action=api_key.created": {},
    "/v1/key": {},
}
# The fields that differ between any two requests.
OWN = {"as_of", "next_cursor", "updated_through"}


@pytest.fixture(params=["the site's options", "Django's default options"])
def on_djangos_engine(request):
    """Return a function that runs another one on Django's engine instead of the site's."""

    def run(do):
        site = connections["default"]
        options = site.settings_dict["OPTIONS"] if request.param == "the site's options" else {}
        connections["default"] = other = DatabaseWrapper({**site.settings_dict, "OPTIONS": options}, "default")
        try:
            return do()
        finally:
            other.close()
            connections["default"] = site

    return run


@pytest.fixture
def answers(acme, runs, make_key, api, opt_in):
    """Return a function that sends every read until psycopg prepares its statements, and returns the last answers."""
    opt_in(acme)
    secret = make_key(acme).secret

    def read():
        found = {}
        for path, headers in READS.items():
            for _ in range(7):
                answer = api(path, secret, headers=headers)
            assert answer.status_code == 200, (path, answer.content)
            body = answer.content.decode() if headers else answer.json()
            found[path] = body if headers else {name: body[name] for name in body.keys() - OWN}
        return found

    return read


def test_every_read_answers_the_same(answers, on_djangos_engine):
    expected = answers()
    rate_limits.reset()
    assert on_djangos_engine(answers) == expected


def test_a_copy_with_a_tag_is_told_unchanged(acme, runs, make_key, api, opt_in, on_djangos_engine):
    opt_in(acme)
    secret = make_key(acme).secret
    tag = api("/v1/billing/state", secret).headers["ETag"]
    again = on_djangos_engine(lambda: api("/v1/billing/state", secret, headers={"if-none-match": tag}))
    assert again.status_code == 304


def test_changes_and_denials_are_recorded(acme, make_key, api, on_djangos_engine):
    issued = make_key(acme)
    before = AuditEvent.objects.count()

    def change_and_be_refused():
        change_scopes(issued.key, actor=actors.command("tests"), scopes=["runs:read"])
        return api("/v1/billing/state", issued.secret).status_code

    assert on_djangos_engine(change_and_be_refused) == 403
    events = AuditEvent.objects.order_by("id").values_list("action", "outcome")[before:]
    assert list(events) == [("api_key.scopes_changed", "allowed"), ("billing.state.read", "denied")]
