"""The weekly e-mail of the newest checkpoint: to owners alone, one for each organization, and the note verifies."""

import re
from collections.abc import Callable
from typing import Any

from django.core import mail

from accounts.models import User
from billing_audit.models import AuditEvent
from billing_audit.signed_notes import Checkpoint
from orgs.models import Organization
from orgs.tasks import send_audit_checkpoints


def test_owners_get_their_own_logs_head(
    acme: Organization, other: Organization, adam: User, bella: User, signer: Any, seal_events: Any,
    run_jobs: Callable[[], int],
) -> None:  # fmt: skip
    run_jobs()
    mail.outbox.clear()
    seal_events()
    size = AuditEvent.objects.filter(organization_id=acme.public_id).count()
    send_audit_checkpoints(timestamp=0)
    run_jobs()
    assert sorted(message.to[0] for message in mail.outbox) == ["alice@example.com", "charlie@example.com"]
    (body,) = [str(message.body) for message in mail.outbox if message.to == ["alice@example.com"]]
    # The lines of the note in the message.
    (note,) = re.findall(r"^tests/o_.*?^—[^\n]*\n", body, re.DOTALL | re.MULTILINE)
    point = Checkpoint.parse(note, acme.public_id, [signer.verifier])
    assert (point.log, point.size) == (acme.public_id, size)
    events = AuditEvent.objects.filter(action="audit_heads.published")
    assert {event.organization_id for event in events} == {acme.public_id, other.public_id}


def test_nothing_sealed_nothing_sent(acme: Organization, run_jobs: Callable[[], int]) -> None:
    run_jobs()
    send_audit_checkpoints(timestamp=0)
    assert run_jobs() == 0
