"""The record's tables. Rows are inserted by ``record`` alone; triggers refuse every change to them."""

from django.db import models


class AuditEvent(models.Model):
    """One event. Organizations, people and keys stand here by id, so it outlives them all."""

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
    changes = models.JSONField()
    details = models.JSONField()
    request_id = models.TextField()
    personal_commitment = models.BinaryField()

    class Meta:
        db_table = "audit_event"
        default_permissions = ("view",)
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["organization_id", "-id"], name="audit_event_by_organization"),
            models.Index(fields=["organization_id", "action", "-id"], name="audit_event_by_action"),
            models.Index(fields=["organization_id", "actor_kind", "actor_id", "-id"], name="audit_event_by_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.id}"


class AuditPersonal(models.Model):
    """The personal data of one event, apart from it: names as they were, address, user agent.

    ``personal_commitment`` of the event is SHA-256 over ``salt`` and the canonical JSON of ``data``.
    """

    event_id = models.UUIDField(primary_key=True, editable=False)
    salt = models.BinaryField()
    data = models.JSONField()

    class Meta:
        db_table = "audit_personal"
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.event_id)


class AuditRepeat(models.Model):
    """Identical denials within one minute, counted exactly; the first ten of them are events of their own.

    ``first_event_id`` is the event of the first. The only table of the record that is updated, and only upward.
    """

    pk = models.CompositePrimaryKey("fingerprint", "minute")
    fingerprint = models.BinaryField()
    minute = models.DateTimeField()
    organization_id = models.TextField(null=True)
    first_event_id = models.UUIDField()
    count = models.BigIntegerField()

    class Meta:
        db_table = "audit_repeat"
        default_permissions = ()
        indexes = [models.Index(fields=["first_event_id"], name="audit_repeat_by_first_event")]

    def __str__(self) -> str:
        return f"{self.first_event_id}: {self.count}"
