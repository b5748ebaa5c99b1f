"""The tables of the audit log. ``record``, sealers and operators insert rows; triggers refuse changes and deletions."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Now

from billing_audit.canonical_json import read_body
from billing_audit.event_parts import merged


class AuditEvent(models.Model):
    """One event. It refers to organizations, people and keys by id without foreign keys, so it outlives them.

    ``body`` is the event as canonical JSON, and is what gets sealed. The other columns repeat values of it for queries.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    organization_id = models.TextField(
        null=True, help_text="The organization's public id. Empty for the platform's own log."
    )
    recorded_at = models.DateTimeField()
    action = models.TextField()
    outcome = models.TextField()
    reason_code = models.TextField()
    actor_kind = models.TextField()
    actor_id = models.TextField()
    target_kind = models.TextField()
    target_id = models.TextField()
    request_id = models.TextField()
    body = models.TextField()

    class Meta:
        db_table = "billing_audit_event"
        default_permissions = ("view",)
        permissions = (("view_figures", "Can view the figures in audit events"),)
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["organization_id", "-id"], name="billing_audit_by_organization"),
            models.Index(fields=["organization_id", "action", "-id"], name="billing_audit_by_action"),
            models.Index(fields=["organization_id", "actor_kind", "actor_id", "-id"], name="billing_audit_by_actor"),
            models.Index(fields=["organization_id", "request_id"], name="billing_audit_by_request"),
            # These partial indexes leave out allowed reads, which are most of the log.
            models.Index(fields=["organization_id", "-id"], name="billing_audit_denied", condition=Q(outcome="denied")),
            models.Index(
                fields=["organization_id", "reason_code", "-id"],
                name="billing_audit_by_reason",
                condition=~Q(reason_code=""),
            ),
            models.Index(
                fields=["organization_id", "target_id", "-id"],
                name="billing_audit_of_key",
                condition=Q(target_kind="api_key"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.id}"

    @cached_property
    def content(self) -> dict[str, Any]:
        """The parsed body; an empty dict if someone corrupted it."""
        return read_body(self.body)

    # The names of the figures and texts that a reader may not see, set with ``parts`` by ``load_entries``.
    withheld: Sequence[str] = ()

    @cached_property
    def parts(self) -> dict[str, dict[str, Any]]:
        """The data of the event's parts by kind, in one query. ``load_entries`` sets it to what a reader may see."""
        rows = AuditPart.objects.filter(event_id=self.pk, erased_by=None)
        return {row.kind: row.data for row in rows if isinstance(row.data, dict)}

    @property
    def changes(self) -> dict[str, list[Any]]:
        """What changed, as {field: [before, after]}, with that of ``parts``. Malformed entries are left out."""
        changes = merged(self.content, self.parts.values(), "changes")
        return {name: pair for name, pair in changes.items() if isinstance(pair, list) and len(pair) == 2}

    @property
    def details(self) -> dict[str, Any]:
        """Facts about the event, such as the range and the number of rows, with those of ``parts``."""
        return merged(self.content, self.parts.values(), "details")


class AuditPart(models.Model):
    """One part of an event, in a row of its own, so that it can be withheld or erased alone (``event_parts``).

    The event's commitment to it is SHA-256 over ``salt`` and the canonical JSON of ``data``. After an erasure both are
    NULL, and ``erased_by`` is the id of the event that recorded the erasure.
    """

    pk = models.CompositePrimaryKey("event_id", "kind")
    event_id = models.UUIDField(editable=False)
    kind = models.TextField()
    organization_id = models.TextField(null=True)
    salt = models.BinaryField(null=True)
    data = models.JSONField(null=True)
    erased_by = models.UUIDField(null=True)

    class Meta:
        db_table = "billing_audit_part"
        default_permissions = ()
        indexes = [
            models.Index(
                "organization_id", KeyTextTransform("address", "data"), F("event_id").desc(),
                name="billing_audit_by_address", condition=Q(kind="personal"),
            )
        ]  # fmt: skip


class AuditRepeat(models.Model):
    """The exact number of identical denials within one minute, of which only the first ten are written as events.

    ``first_event_id`` is the event of the first denial. ``count`` only ever increases; a trigger refuses other updates.
    """

    pk = models.CompositePrimaryKey("fingerprint", "minute")
    fingerprint = models.BinaryField()
    minute = models.DateTimeField()
    organization_id = models.TextField(null=True)
    first_event_id = models.UUIDField()
    count = models.BigIntegerField()

    class Meta:
        db_table = "billing_audit_repeat"
        default_permissions = ()
        indexes = [models.Index(fields=["first_event_id"], name="billing_audit_by_first_event")]


class AuditUnsealed(models.Model):
    """The sealer's queue: an event that is not in a Merkle tree yet. Inserted in the same statement as the event."""

    event_id = models.UUIDField(primary_key=True, editable=False)
    organization_id = models.TextField(null=True)

    class Meta:
        db_table = "billing_audit_unsealed"
        default_permissions = ()


class AuditTree(models.Model):
    """The sealer's state for one log: the size of the tree and the roots of its full subtrees, the largest first.

    ``log`` is an organization's public id, or ``platform``; after a restore it is ``<log>#2``, and so on
    (``transparency.log_names``). Verification recomputes the tree from the leaves and trusts this row for nothing but
    noticing leaves that are missing at the end.
    """

    log = models.TextField(primary_key=True)
    size = models.BigIntegerField()
    edge = models.BinaryField()

    class Meta:
        db_table = "billing_audit_tree"
        default_permissions = ()
        indexes = [
            models.Index(
                Func("log", Value("#"), Value(1), function="split_part", output_field=models.TextField()),
                name="billing_audit_names_of_log",
            )
        ]


class AuditLeaf(models.Model):
    """One sealed event: ``place`` is its leaf index in its log's tree. The leaf hash outlives the event."""

    pk = models.CompositePrimaryKey("log", "place")
    log = models.TextField()
    place = models.BigIntegerField()
    event_id = models.UUIDField(unique=True)
    hash = models.BinaryField()

    class Meta:
        db_table = "billing_audit_leaf"
        default_permissions = ()


class AuditNode(models.Model):
    """The root of a full subtree of 256, 65,536, ... leaves, so that a proof reads a few hundred hashes at any size.

    ``level`` is 8, 16, ...; ``place`` is the index among the subtrees of that level. The subtree's first leaf is
    ``place << level``.
    """

    pk = models.CompositePrimaryKey("log", "level", "place")
    log = models.TextField()
    level = models.SmallIntegerField()
    place = models.BigIntegerField()
    hash = models.BinaryField()

    class Meta:
        db_table = "billing_audit_node"
        default_permissions = ()


class AuditCheckpoint(models.Model):
    """The signed root of one log at one size. ``note`` is the signed note of ``signed_notes.Checkpoint``."""

    pk = models.CompositePrimaryKey("log", "size")
    log = models.TextField()
    size = models.BigIntegerField()
    note = models.TextField()

    class Meta:
        db_table = "billing_audit_checkpoint"
        default_permissions = ()


class AuditStatement(models.Model):
    """The operator's signed statement about one event that excuses an absence: see ``transparency.statements``.

    Only the owner of the tables inserts rows. ``log`` and ``action`` repeat what ``note`` says, for queries.
    """

    event_id = models.UUIDField(primary_key=True, editable=False)
    log = models.TextField()
    action = models.TextField()
    note = models.TextField()

    class Meta:
        db_table = "billing_audit_statement"
        default_permissions = ()
        indexes = [models.Index(fields=["log", "action", "-event_id"], name="billing_audit_newest_statement")]


class DatabaseTimeline(models.Model):
    """A timeline of a PostgreSQL server on which the site may serve: see ``database_timeline``.

    ``system`` is the server's identifier, which initdb makes. ``timeline`` grows with each promotion of a replica and
    each recovery to a point in time.
    """

    pk = models.CompositePrimaryKey("system", "timeline")
    system = models.BigIntegerField()
    timeline = models.BigIntegerField()
    accepted_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "billing_audit_timeline"
        default_permissions = ()


class Heartbeat(models.Model):
    """When a process that works on its own last did its work: see ``heartbeat``. The worker has procrastinate's own.

    It is no part of the record: its rows change.
    """

    process = models.TextField(primary_key=True)
    beat_at = models.DateTimeField()

    class Meta:
        db_table = "billing_heartbeat"
        default_permissions = ()
