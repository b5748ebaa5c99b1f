"""``GET /v1/audit-events?order=asc`` after a restore: a copy goes on, or learns that it holds what was lost."""

from datetime import UTC, datetime
from typing import Any

import pytest

from billing_audit.models import AuditEvent, AuditLeaf
from billing_audit.record import Actor, record
from billing_audit.transparency.checkpoints import newest_checkpoints, read_checkpoints, write_checkpoints
from billing_audit.transparency.merkle import Edge
from billing_audit.transparency.restores import state_restore
from billing_audit.transparency.sealer import sign_restored_logs
from orgs.models import Organization
from tests.conftest import SIGNER, STATEMENT_SIGNER

pytestmark = pytest.mark.django_db
PATH = "/v1/audit-events"
OPERATOR = Actor("system", "record_restore")


@pytest.fixture
def secret(acme: Organization, make_key: Any) -> str:
    return str(make_key(acme, "audit:read").secret)


@pytest.fixture
def lose(acme: Organization, seal_events: Any, as_superuser: Any, statements: Any, as_role: Any) -> Any:
    """Publish the log, bring it back to its first ``size`` events, and state the restore."""

    def run(size: int) -> None:
        log = acme.public_id
        write_checkpoints(newest_checkpoints(), statements.to)
        leaves = [bytes(leaf.hash) for leaf in AuditLeaf.objects.filter(log=log).order_by("place")[:size]]
        gone = list(AuditLeaf.objects.filter(log=log, place__gte=size).values_list("event_id", flat=True))
        for table, column in (("event", "id"), ("part", "event_id"), ("leaf", "event_id")):
            as_superuser(f"DELETE FROM billing_audit_{table} WHERE {column} = ANY(%s)", [gone])
        as_superuser("DELETE FROM billing_audit_checkpoint WHERE log = %s AND size > %s", [log, size])
        edge = b"".join(Edge().extend(leaves)[0].hashes)
        as_superuser("UPDATE billing_audit_tree SET size = %s, edge = %s WHERE log = %s", [size, edge, log])
        published = read_checkpoints(statements.to)
        with as_role("owner"):
            state_restore(actor=OPERATOR, statements=statements, published=published, verifiers=[SIGNER.verifier])
        with as_role("sealer"):
            sign_restored_logs(SIGNER, [STATEMENT_SIGNER.verifier])

    return run


def write(organization: Organization, number: int) -> None:
    for _ in range(number):
        record("audit_log.verified", organization_id=organization.public_id, actor=OPERATOR)


def places(page: Any) -> list[tuple[str, int]]:
    return [(event["action"], event["place"]) for event in page["events"]]


def test_a_copy_goes_on_with_the_new_name(acme, api, secret, seal_events, lose):
    write(acme, 6)
    seal_events(limit=1)
    first = api(PATH, secret, order="asc", limit="3").json()
    size = AuditLeaf.objects.filter(log=acme.public_id).count()
    lose(size - 2)
    write(acme, 2)
    seal_events()
    seen, page = places(first), first
    while page["has_more"]:
        page = api(PATH, secret, order="asc", limit="3", cursor=page["next_cursor"]).json()
        seen += places(page)
    sealed = AuditLeaf.objects.filter(log__startswith=acme.public_id)
    assert len(seen) == sealed.count()
    assert [place for _, place in seen] == [*range(size - 2), *range(len(seen) - size + 2)]
    assert seen[size - 2] == ("audit_log.restored", 0)
    # Events that are sealed later come under the new name.
    write(acme, 1)
    seal_events()
    page = api(PATH, secret, order="asc", limit="50", cursor=page["next_cursor"]).json()
    assert ("audit_log.verified", AuditLeaf.objects.filter(log=f"{acme.public_id}#2").count() - 1) in places(page)


def test_a_copy_that_holds_lost_events_is_told(acme, api, secret, seal_events, lose):
    write(acme, 6)
    seal_events(limit=1)
    whole = api(PATH, secret, order="asc", limit="500").json()
    lose(AuditLeaf.objects.filter(log=acme.public_id).count() - 2)
    answer = api(PATH, secret, order="asc", limit="500", cursor=whole["next_cursor"])
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_cursor")
    assert "for example by a restore from a backup" in answer.json()["errors"][0]["detail"]


def test_a_range_that_begins_after_the_restore_begins_under_the_new_name(acme, api, secret, seal_events, lose):
    write(acme, 6)
    seal_events(limit=1)
    lose(4)
    restored = AuditEvent.objects.get(action="audit_log.restored", organization_id=acme.public_id)
    # A range is one of ids, which begin with the milliseconds at which they were made.
    start = datetime.fromtimestamp((restored.pk.int >> 80) / 1000, UTC)
    page = api(PATH, secret, order="asc", **{"from": start.isoformat()}).json()
    assert places(page)[0] == ("audit_log.restored", 0)


def test_the_page_of_an_event_proves_it_under_the_name_that_it_was_sealed_under(
    acme, alice, sign_in, seal_events, lose, configure
):
    configure(AUDIT_VERIFIERS=[str(SIGNER.verifier)])
    write(acme, 6)
    seal_events(limit=1)
    lose(4)
    write(acme, 1)
    seal_events()
    client = sign_in(alice)
    for log in (acme.public_id, f"{acme.public_id}#2"):
        for leaf in AuditLeaf.objects.filter(log=log):
            proof = client.get(f"/o/acme/audit-log/{leaf.event_id}/").context["proof"]
            assert (proof.fault, proof.checkpoint.partition("\n")[0]) == ("", f"tests/{log}")
    exported = b"".join(client.get("/o/acme/audit-log/proofs.ndjson").streaming_content).decode()
    assert [f'"log": "{log}"' in exported for log in (acme.public_id, f"{acme.public_id}#2")] == [True, True]
