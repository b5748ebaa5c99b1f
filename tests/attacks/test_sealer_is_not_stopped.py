"""Somebody with the database feeds the sealer rows that it cannot seal, to stop it for every log.

The application's role can do so by the body of an event alone; here the tables' owner does.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from billing_audit.models import AuditEvent, AuditLeaf, AuditUnsealed
from billing_audit.record import uuid7
from billing_audit.signed_notes import Signer
from billing_audit.transparency.checkpoints import newest_checkpoints
from billing_audit.verification.report import Verdict
from billing_audit.verification.verify import verify_log

pytestmark = pytest.mark.django_db
COLUMNS = "action, outcome, reason_code, actor_kind, actor_id, target_kind, target_id, request_id"
# The log of the event's row, of the queue's row, and what to make of the honest event's body.
PLANTED: dict[str, tuple[str | None, str | None, Callable[[dict[str, Any]], str]]] = {
    "no JSON": ("o_1", "o_1", lambda body: "no event"),
    "no JSON, in the platform's log": (None, None, lambda body: "no event"),
    "no object": ("o_1", "o_1", lambda body: "[]"),
    "nested too deeply": ("o_1", "o_1", lambda body: '{"a":' * 5000),
    "an action that is a list": ("o_1", "o_1", lambda body: json.dumps(body | {"action": []})),
    "another action than in its column": ("o_1", "o_1", lambda body: json.dumps(body | {"action": "x"})),
    "another version": ("o_1", "o_1", lambda body: json.dumps(body | {"version": 3})),
    "another event's id": ("o_1", "o_1", lambda body: json.dumps(body | {"id": str(uuid7())})),
    "another log's queue row": ("o_1", "o_2", json.dumps),
    "the platform's name as an organization": ("platform", "platform", json.dumps),
}


def plant(event: AuditEvent, log: str | None, queued: str | None, make: Callable[[dict[str, Any]], str]) -> str:
    """Insert an event like this one, with a row in the sealer's queue. Returns its id."""
    event_id = str(uuid7())
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_char(statement_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
        (now,) = cursor.fetchone() or ("",)
        body = make(event.content | {"id": event_id, "organization_id": log, "recorded_at": now, "commitments": {}})
        cursor.execute(
            f"INSERT INTO billing_audit_event (id, organization_id, body, {COLUMNS})"
            f" SELECT %s, %s, %s, {COLUMNS} FROM billing_audit_event WHERE id = %s",
            [event_id, log, body, event.pk],
        )
        cursor.execute("INSERT INTO billing_audit_unsealed VALUES (%s, %s)", [event_id, queued])
    return event_id


@pytest.mark.parametrize("kind", PLANTED)
def test_what_is_no_event_of_its_log_is_refused_and_stops_no_other(
    kind, write_events, seal_events, as_role, signer: Signer
):
    (honest,) = write_events(1)
    log, queued, make = PLANTED[kind]
    with as_role("owner"):
        planted = plant(AuditEvent.objects.get(pk=honest), log, queued, make)
    (later,) = write_events(1)
    assert seal_events() == 4
    assert {str(each) for each in AuditLeaf.objects.values_list("event_id", flat=True)} >= {honest, later}
    refused = AuditEvent.objects.get(action="audit_log.event_refused")
    assert refused.details == {"event_id": planted, "action": "billing_reads.enabled"}
    report = verify_log(log or "platform", verifiers=[signer.verifier], published=newest_checkpoints())
    assert (report.verdict, {each.event_id for each in report.findings}) == (Verdict.INSERTED, {planted})


def test_an_event_that_is_sealed_already_is_not_sealed_again(write_events, seal_events, as_role, signer: Signer):
    (honest,) = write_events(1)
    seal_events()
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute("INSERT INTO billing_audit_unsealed VALUES (%s, 'o_1')", [honest])
    (later,) = write_events(1)
    assert seal_events() == 3
    assert {honest, later} < {str(each) for each in AuditLeaf.objects.values_list("event_id", flat=True)}
    assert AuditEvent.objects.get(action="audit_log.event_refused").details["event_id"] == honest
    assert not AuditUnsealed.objects.exists()
    report = verify_log("o_1", verifiers=[signer.verifier], published=newest_checkpoints())
    assert report.verdict == Verdict.INTACT
