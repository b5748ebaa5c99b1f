"""After a failover that nobody has looked at, a key reads whose revocation the replica lacked."""

import json
from io import StringIO
from typing import Any
from weakref import WeakSet

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from billing_access.routes import ROUTES
from billing_audit import database_timeline
from billing_audit.models import AuditEvent, AuditLeaf, DatabaseTimeline
from tests.app_settings import configured
from tests.conftest import SIGNER, STATEMENT_SIGNER

pytestmark = pytest.mark.django_db


@pytest.fixture
def failed_over(as_superuser: Any, monkeypatch: Any) -> None:
    """The database is on a timeline that nobody has accepted, and the connection is new."""
    as_superuser("UPDATE billing_audit_timeline SET timeline = timeline + 100")
    monkeypatch.setattr(database_timeline, "_accepted", WeakSet())


@pytest.fixture
def secret(acme: Any, opt_in: Any, make_key: Any) -> str:
    opt_in(acme)
    return str(make_key(acme).secret)


def test_no_route_serves_a_key(secret, api, failed_over):
    paths = [route.path.replace("{run_id}", "wr_1") for route in ROUTES if not route.public]
    assert len(paths) > 6
    answers = {path: api(path, secret) for path in paths}
    assert {answer.status_code for answer in answers.values()} == {503}
    assert {(answer.json()["code"], answer["Retry-After"]) for answer in answers.values()} == {("unavailable", "5")}
    events = AuditEvent.objects.filter(reason_code="unavailable", outcome="denied", actor_kind="api_key")
    assert events.count() >= len(paths) - 1


def test_no_page_shows_billing_data(acme, alice, sign_in, failed_over):
    client = sign_in(alice)
    client.raise_request_exception = False
    answer = client.get(f"/o/{acme.slug}/overview/")
    assert (answer.status_code, "Retry-After" in answer.headers) == (503, True)


def test_nothing_is_sealed(write_events, failed_over, as_role):
    write_events(1)
    values = {"AUDIT_SIGNING_KEY": SIGNER.text(), "AUDIT_STATEMENT_VERIFIERS": str(STATEMENT_SIGNER.verifier)}
    with as_role("sealer"), configured(**values), pytest.raises(CommandError, match="record_failover --nothing-lost"):
        call_command("seal_audit", "--once")
    assert not AuditLeaf.objects.exists()


def test_until_somebody_says_that_nothing_was_lost(secret, api, failed_over, as_role):
    out = StringIO()
    with pytest.raises(CommandError, match="a revocation may be lost"):
        call_command("record_failover", "--reason", "Failover 12")
    assert api("/v1/billing/state", secret).status_code == 503
    with as_role("owner"):
        for _ in range(2):
            call_command("record_failover", "--nothing-lost", "--reason", "Failover 12", stdout=out)
    assert out.getvalue() == "Accepted.\nIt was accepted before. Nothing was changed.\n"
    assert api("/v1/billing/state", secret).status_code == 200
    event = AuditEvent.objects.get(action="database.timeline_accepted")
    timeline = DatabaseTimeline.objects.order_by("timeline").first().timeline
    assert event.details == {"timeline": timeline, "because": "nothing lost", "reason": "Failover 12"}


def test_a_synchronous_standby_is_accepted_and_recorded_automatically(secret, api, failed_over, monkeypatch):
    with configured(DATABASE_FAILOVER="synchronous"):
        assert api("/v1/billing/state", secret).status_code == 200
        monkeypatch.setattr(database_timeline, "_accepted", WeakSet())
        assert api("/v1/billing/state", secret).status_code == 200
    event = AuditEvent.objects.get(action="database.timeline_accepted")
    assert (event.actor_kind, event.details["because"]) == ("system", "synchronous standby")


def test_a_connection_is_asked_once(failed_over, as_superuser):
    with CaptureQueriesContext(connection) as asked:
        assert [database_timeline.is_accepted() for _ in range(3)] == [False] * 3
    assert len(asked) == 3
    as_superuser("UPDATE billing_audit_timeline SET timeline = timeline - 100")
    with CaptureQueriesContext(connection) as asked:
        assert [database_timeline.is_accepted() for _ in range(3)] == [True] * 3
    assert len(asked) == 1


def test_behind_a_pooler_it_is_asked_every_time(monkeypatch):
    """A pooler keeps the site's connection while its own goes to another server."""
    monkeypatch.setattr(database_timeline, "_accepted", WeakSet())
    monkeypatch.setattr(database_timeline, "_ASK", database_timeline._ASK.replace("pg_backend_pid()", "-1"))
    with CaptureQueriesContext(connection) as asked:
        assert [database_timeline.is_accepted() for _ in range(3)] == [True] * 3
    assert len(asked) == 3


def test_a_dump_on_another_server_is_noticed(as_superuser, monkeypatch):
    as_superuser("UPDATE billing_audit_timeline SET system = system + 1")
    monkeypatch.setattr(database_timeline, "_accepted", WeakSet())
    assert not database_timeline.is_accepted()


@pytest.mark.parametrize("role", ["app", "sealer", "auditor"])
def test_no_role_changes_what_was_accepted(as_role, role):
    with as_role(role), connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege('billing_audit_timeline', 'UPDATE, DELETE, TRUNCATE')")
        assert cursor.fetchone() == (False,)
    assert json.dumps(list(DatabaseTimeline.objects.values("timeline")))
