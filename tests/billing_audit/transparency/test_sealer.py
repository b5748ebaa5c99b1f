"""The sealer: every event is sealed once, in its own log's tree, under a signed root, even if sealers run at once."""

import pytest
from django.db import IntegrityError, connection, transaction

from billing_audit.models import AuditCheckpoint, AuditEvent, AuditLeaf, AuditNode, AuditTree, AuditUnsealed
from billing_audit.signed_notes import Checkpoint
from billing_audit.transparency import merkle
from tests.billing_audit.transparency.trees import root_of

pytestmark = pytest.mark.django_db


def leaves_of(log: str) -> list[bytes]:
    return [bytes(leaf.hash) for leaf in AuditLeaf.objects.filter(log=log).order_by("place")]


def test_each_log_has_a_tree_of_its_own(write_events, seal_events, signer):
    first, second, platform = write_events(3), write_events(2, "o_2"), write_events(1, None)
    assert AuditUnsealed.objects.count() == seal_events() == 6
    assert AuditUnsealed.objects.count() == 0
    for log, ids in (("o_1", first), ("o_2", second), ("platform", platform)):
        leaves = AuditLeaf.objects.filter(log=log).order_by("place")
        assert [(leaf.place, str(leaf.event_id)) for leaf in leaves] == list(enumerate(ids))
        bodies = [AuditEvent.objects.get(pk=each).body.encode() for each in ids]
        assert leaves_of(log) == [merkle.leaf_hash(body) for body in bodies]
        point = Checkpoint.parse(AuditCheckpoint.objects.get(log=log).note, log, [signer.verifier])
        assert (point.log, point.size, point.root) == (log, len(ids), root_of(leaves_of(log)))


def test_a_tree_goes_on_where_it_was(write_events, seal_events, signer):
    write_events(300)
    assert seal_events(limit=7) == 300
    assert list(AuditCheckpoint.objects.order_by("size").values_list("size", flat=True)) == [*range(7, 300, 7), 300]
    assert AuditTree.objects.get(log="o_1").size == 300
    leaves = leaves_of("o_1")
    for note in AuditCheckpoint.objects.values_list("note", flat=True):
        point = Checkpoint.parse(note, "o_1", [signer.verifier])
        assert point.root == root_of(leaves[: point.size])
    node = AuditNode.objects.get()
    assert (node.log, node.level, node.place, bytes(node.hash)) == ("o_1", 8, 0, root_of(leaves[:256]))


def test_nothing_to_do_writes_nothing(seal_events):
    assert seal_events() == 0
    assert not AuditTree.objects.exists()


def test_what_fails_half_way_leaves_everything_as_it_was(write_events, seal_events, as_superuser):
    write_events(3)
    as_superuser("ALTER TABLE billing_audit_checkpoint ADD CONSTRAINT closed CHECK (false) NOT VALID")
    with pytest.raises(IntegrityError), transaction.atomic():
        seal_events()
    assert AuditUnsealed.objects.count() == 3
    assert not AuditLeaf.objects.exists()
    assert not AuditTree.objects.exists()


def test_an_event_that_is_gone_before_it_was_sealed_is_on_the_record(write_events, signer, seal_events, as_superuser):
    _, gone, _ = write_events(3)
    as_superuser("DELETE FROM billing_audit_event WHERE id = %s", [gone])
    assert seal_events() == 4
    said = AuditEvent.objects.get(action="audit_log.event_missing")
    assert (said.organization_id, said.details) == ("o_1", {"event_id": gone})
    assert AuditTree.objects.get(log="o_1").size == 3


def test_an_event_carries_its_time_and_every_column_in_its_body(write_events):
    (event_id,) = write_events(1)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT body::jsonb ->> 'recorded_at' = to_char(recorded_at AT TIME ZONE 'UTC',"
            ' \'YYYY-MM-DD"T"HH24:MI:SS.US"Z"\') FROM billing_audit_event WHERE id = %s',
            [event_id],
        )
        assert cursor.fetchone() == (True,)
    event = AuditEvent.objects.get(pk=event_id)
    assert list(event.content) == sorted(event.content)
    for field in ("organization_id", "action", "outcome", "reason_code", "actor_kind", "actor_id", "target_kind",
                  "target_id", "request_id"):  # fmt: skip
        assert event.content[field] == getattr(event, field)
