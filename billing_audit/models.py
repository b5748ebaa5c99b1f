"""The record's tables. Rows are inserted by ``record`` and the sealer alone; triggers refuse every change to them."""

from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.fields.json import KeyTextTransform

from billing_audit.canonical_json import read_body


class AuditEvent(models.Model):
    """One event. Organizations, people and keys stand here by id, so it outlives them all.

    ``body`` is the event: its canonical JSON, which is sealed. The columns beside it hold the same words, to search by.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    organization_id = models.TextField(
        null=True, help_text="The organization's public id; empty: the platform's own log."
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
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["organization_id", "-id"], name="billing_audit_by_organization"),
            models.Index(fields=["organization_id", "action", "-id"], name="billing_audit_by_action"),
            models.Index(fields=["organization_id", "actor_kind", "actor_id", "-id"], name="billing_audit_by_actor"),
            models.Index(fields=["organization_id", "request_id"], name="billing_audit_by_request"),
            # Reads that were allowed stand in none of these: they are most of the log.
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
        """The whole event, as its body says it; nothing where the body was spoilt."""
        return read_body(self.body)

    @property
    def changes(self) -> dict[str, list[Any]]:
        """What changed: {field: [before, after]}, as far as a spoilt body says it."""
        said = self._mapping("changes")
        return {name: pair for name, pair in said.items() if isinstance(pair, list) and len(pair) == 2}

    @property
    def details(self) -> dict[str, Any]:
        """What the event's type lists besides: the reason, the range, the rows."""
        return self._mapping("details")

    def _mapping(self, name: str) -> dict[str, Any]:
        said = self.content.get(name)
        return said if isinstance(said, dict) else {}


class AuditPersonal(models.Model):
    """The personal data of one event, apart from it: names as they were, address, user agent.

    ``personal_commitment`` of the event is SHA-256 over ``salt`` and the canonical JSON of ``data``. Erased on
    request, both are null and ``erased_by`` is the event that says so.
    """

    event_id = models.UUIDField(primary_key=True, editable=False)
    organization_id = models.TextField(null=True)
    salt = models.BinaryField(null=True)
    data = models.JSONField(null=True)
    erased_by = models.UUIDField(null=True)

    class Meta:
        db_table = "billing_audit_personal"
        default_permissions = ()
        indexes = [
            models.Index(
                "organization_id", KeyTextTransform("address", "data"), F("event_id").desc(),
                name="billing_audit_by_address",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.event_id)


class AuditRepeat(models.Model):
    """Identical denials within one minute, counted exactly; the first ten of them are events of their own.

    ``first_event_id`` is the event of the first. The only rows of the record that are updated, and only upward.
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

    def __str__(self) -> str:
        return f"{self.first_event_id}: {self.count}"


class AuditUnsealed(models.Model):
    """The queue of the sealer: an event that no tree holds yet, written with the event itself."""

    event_id = models.UUIDField(primary_key=True, editable=False)
    organization_id = models.TextField(null=True)

    class Meta:
        db_table = "billing_audit_unsealed"
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.event_id)


class AuditTree(models.Model):
    """Where the sealer goes on in one log: the tree's size, and the roots of its full subtrees, the largest first.

    ``log`` is an organization's public id, or ``platform``. A convenience: nothing is verified by it.
    """

    log = models.TextField(primary_key=True)
    size = models.BigIntegerField()
    edge = models.BinaryField()

    class Meta:
        db_table = "billing_audit_tree"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.log}: {self.size}"


class AuditLeaf(models.Model):
    """One sealed event: its place in its log's tree and its leaf hash, which outlives the event."""

    pk = models.CompositePrimaryKey("log", "place")
    log = models.TextField()
    place = models.BigIntegerField()
    event_id = models.UUIDField(unique=True)
    hash = models.BinaryField()

    class Meta:
        db_table = "billing_audit_leaf"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.log} {self.place}: {self.event_id}"


class AuditNode(models.Model):
    """The root of a full subtree of 256, 65,536, ... leaves, so that a proof reads some hundred hashes at any size.

    ``level`` is 8, 16, ...: the subtree ``place`` holds the leaves from ``place << level`` on.
    """

    pk = models.CompositePrimaryKey("log", "level", "place")
    log = models.TextField()
    level = models.SmallIntegerField()
    place = models.BigIntegerField()
    hash = models.BinaryField()

    class Meta:
        db_table = "billing_audit_node"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.log} {self.level} {self.place}"


class AuditCheckpoint(models.Model):
    """The signed root of one log at one size: a note as ``signing`` writes it."""

    pk = models.CompositePrimaryKey("log", "size")
    log = models.TextField()
    size = models.BigIntegerField()
    note = models.TextField()

    class Meta:
        db_table = "billing_audit_checkpoint"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.log}: {self.size}"
