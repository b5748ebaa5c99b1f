"""A key without a billing scope gets the same bytes, statements and events whether or not there is an opt-in."""

import re
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from billing_access.access.models import OptIn
from billing_access.access.services import suspend_billing_reads, turn_off_billing_reads, turn_on_billing_reads
from billing_access.api import rate_limits
from billing_access.routes import ROUTES
from billing_access.scopes import ALL_SCOPES, BILLING_SCOPES
from billing_audit.models import AuditEvent
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
KEYS = [("runs:read",), ("audit:read",), tuple(sorted(ALL_SCOPES - BILLING_SCOPES))]
# Events of the log may tell about the opt-in to those who may read the log, so the request selects unrelated ones.
ASKED = {"/v1/audit-events": "?action=api_key.created"}
REQUESTS = [
    (method, path, query or ASKED.get(path, ""))
    for path in [route.path.replace("{run_id}", "wr_1") for route in ROUTES if not route.public] + ["/v1/runs/none"]
    for method, query in (("get", ""), ("head", ""), ("post", ""), ("get", "?nonsense=1"))
]
# What differs between any two requests and tells nothing: ids, the salt and its commitment, the time, the names
# of savepoints.
_OWN: re.Pattern[str] = re.compile(
    r"req_[0-9a-f]{32}|s\d+_x\d+|'\\x[0-9a-f]+'(::bytea)?|b'(\\.|[^'])*'|[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}"
)


def _ended(organization: Any) -> None:
    turn_on_billing_reads(organization, actor=SYSTEM)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE billing_reads_opt_in SET enabled_until = statement_timestamp()")


DECISIONS: dict[str, Callable[[Any], object]] = {
    "opted in": lambda organization: turn_on_billing_reads(organization, actor=SYSTEM),
    "opted in for a time": lambda organization: turn_on_billing_reads(organization, actor=SYSTEM, days=30),
    "run out": _ended,
    "opted out again": lambda organization: (
        turn_on_billing_reads(organization, actor=SYSTEM),
        turn_off_billing_reads(organization, actor=SYSTEM),
    ),
    "suspended": lambda organization: suspend_billing_reads(organization, actor=SYSTEM, reason="unpaid"),
}


@pytest.mark.parametrize("scopes", KEYS, ids="+".join)
def test_whatever_the_organization_decided_the_key_sees_the_same(acme, runs, make_key, scopes, cells):
    secret = make_key(acme, *scopes).secret
    with time_machine.travel(1_795_400_000, tick=False):
        before = _everything_seen(secret)
        for decision, decide in DECISIONS.items():
            with cells(decision):
                assert not OptIn.objects.exists()
                decide(acme)
                after = _everything_seen(secret)
                assert before.keys() == after.keys()
                for request in before:
                    for what in ("status", "headers", "body", "statements", "record"):
                        assert after[request][what] == before[request][what], (request, what)
    assert cells.count == 5


def test_the_comparison_sees_a_difference_where_there_is_one(acme, runs, make_key):
    """The comparison can fail: with a billing scope everything differs."""
    secret = make_key(acme).secret
    with time_machine.travel(1_795_400_000, tick=False):
        before = _everything_seen(secret)
        turn_on_billing_reads(acme, actor=SYSTEM)
        after = _everything_seen(secret)
    request = ("get", "/v1/billing/state", "")
    for what in ("status", "headers", "body", "statements", "record"):
        assert after[request][what] != before[request][what], what


def _everything_seen(secret: str) -> dict[tuple[str, str, str], dict[str, Any]]:
    """Send every request and return what the client sees; then roll back the counts of denials and the key's use."""
    rate_limits.reset()
    with transaction.atomic():
        seen = {request: _seen(secret, *request) for request in REQUESTS}
        transaction.set_rollback(True)
    return seen


def _seen(secret: str, method: str, path: str, query: str) -> dict[str, Any]:
    known = set(AuditEvent.objects.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as captured:
        answer = getattr(Client(), method)(path + query, headers={"x-api-key": secret})
    # The commitments are salted, so what they commit to is compared.
    events = [{**event.content, "commitments": event.parts} for event in AuditEvent.objects.exclude(pk__in=known)]
    own = {"id", "recorded_at", "request_id"}
    return {
        "status": answer.status_code,
        "headers": {name: value for name, value in answer.headers.items() if name != "X-Request-ID"},
        "body": re.sub(r"req_[0-9a-f]{32}", "", answer.content.decode()),
        "statements": [_OWN.sub("", query["sql"]) for query in captured],
        "record": [{name: said for name, said in content.items() if name not in own} for content in events],
    }
