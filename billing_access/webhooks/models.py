"""Webhooks: an organization's endpoints, what is to be sent to them, and each attempt to send it."""

import uuid
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from orgs.models import Organization


class Topic(models.TextChoices):
    """What an endpoint is sent."""

    ALERT = "alert", "Alerts"
    AUDIT_EVENT = "audit.event", "Audit log"


class Shape(models.TextChoices):
    """The form in which audit events are sent: as the API has them, with proofs, or as OCSF."""

    NATIVE = "native", "Billing Access"
    OCSF = "ocsf", "OCSF"


class EndpointState(models.TextChoices):
    """Whether an endpoint is sent anything.

    Pending: its address has not answered the challenge. Paused: the member who holds it lost a right, until another
    adopts it. Disabled: every attempt failed for three days, until a member turns it on again.
    """

    PENDING = "pending", "Waiting for its answer"
    ACTIVE = "active", "Active"
    PAUSED = "paused", "Paused"
    DISABLED = "disabled", "Disabled"


class WebhookEndpoint(models.Model):
    """An address that an organization has its alerts or its audit log sent to. None is the platform, for its own log.

    ``holder`` is the member who made or adopted it, whose rights it needs. The secret is encrypted (``signing``); for
    the overlap of its rotation the former one signs too, until ``former_secret_until``. ``failures`` counts the
    attempts that failed since the last success, the first of them at ``failing_since``; nothing is sent before
    ``rests_until``. While a sender works on the endpoint it has the lease ``lease`` until ``leased_until``. The next
    audit event to send is at ``next_leaf`` of ``log``, a name of the log (``transparency.log_names``).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organization = models.ForeignKey(
        Organization, null=True, on_delete=models.CASCADE, related_name="webhook_endpoints"
    )
    url = models.TextField()
    topics = ArrayField(models.CharField(max_length=20))
    shape = models.CharField(max_length=10, choices=Shape.choices, db_default=Shape.NATIVE.value)
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    secret = models.TextField(editable=False)
    former_secret = models.TextField(null=True, editable=False)
    former_secret_until = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=EndpointState.choices, db_default=EndpointState.PENDING.value)
    state_since = models.DateTimeField(db_default=Now())
    created_at = models.DateTimeField(db_default=Now())
    last_success_at = models.DateTimeField(null=True)
    last_failure_at = models.DateTimeField(null=True)
    failing_since = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(db_default=0)
    rests_until = models.DateTimeField(db_default=Now())
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    log = models.TextField(null=True)
    next_leaf = models.BigIntegerField(null=True)
    # Identifies the form that made the endpoint, so that the same form sent again (a reload) makes no second one.
    form_token = models.UUIDField(null=True, unique=True, editable=False)

    class Meta:
        db_table = "billing_webhook_endpoint"
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(topics__contained_by=Topic.values) & Q(topics__len__gt=0),
                name="webhook_endpoint_topics_are_known",
            ),
            models.CheckConstraint(condition=Q(state__in=EndpointState.values), name="webhook_endpoint_state_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.host} of {self.organization_id or 'the platform'}"

    @property
    def host(self) -> str:
        """The host of the address: the rest of it may hold a secret of the receiver's."""
        return urlsplit(self.url).hostname or ""


class DeliveryState(models.TextChoices):
    """What became of a delivery. Failed: it was given up after a day of attempts."""

    WAITING = "waiting", "Waiting"
    DELIVERED = "delivered", "Delivered"
    DROPPED = "dropped", "Dropped"
    FAILED = "failed", "Failed"


class WebhookDelivery(models.Model):
    """One message to one endpoint. ``id`` (version 7) is its ``webhook-id``, the same for each attempt.

    ``body`` is the JSON that is sent; null for audit events, which are read when they are sent: those from
    ``first_leaf`` to before ``next_leaf`` of ``log``. ``reason_code`` is why it was dropped. It waits until
    ``attempt_at``.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    endpoint = models.ForeignKey(WebhookEndpoint, on_delete=models.CASCADE, related_name="deliveries", db_index=False)
    type = models.CharField(max_length=40)
    body = models.TextField(null=True)
    log = models.TextField(null=True)
    first_leaf = models.BigIntegerField(null=True)
    next_leaf = models.BigIntegerField(null=True)
    state = models.CharField(max_length=10, choices=DeliveryState.choices, db_default=DeliveryState.WAITING.value)
    reason_code = models.CharField(max_length=40, db_default="")
    created_at = models.DateTimeField(db_default=Now())
    attempt_at = models.DateTimeField(db_default=Now())
    attempts = models.PositiveIntegerField(db_default=0)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "billing_webhook_delivery"
        default_permissions = ()
        indexes = [
            models.Index(fields=["endpoint", "-id"], name="billing_webhook_delivery_log"),
            models.Index(
                fields=["endpoint", "attempt_at"], condition=Q(state="waiting"), name="billing_webhook_delivery_due"
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=DeliveryState.values), name="webhook_delivery_state_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.id}"


class WebhookAttempt(models.Model):
    """One attempt to send a delivery: the answer's status and its first kilobyte, or why there was none.

    ``error`` is a reason of ``outbound.posting.NotSent`` if there was no answer, and ``wrong_challenge`` if it is not
    the one that the challenge asks for. ``answer`` has no control characters.
    """

    delivery = models.ForeignKey(WebhookDelivery, on_delete=models.CASCADE, related_name="tries")
    at = models.DateTimeField(db_default=Now())
    milliseconds = models.PositiveIntegerField()
    status = models.PositiveSmallIntegerField(null=True)
    error = models.CharField(max_length=40, db_default="")
    answer = models.TextField(db_default="")

    class Meta:
        db_table = "billing_webhook_attempt"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.status or self.error} for {self.delivery_id}"


class WebhookSender(models.Model):
    """A process that sends to webhooks, and when it last did its work. A day after it ended the row is deleted."""

    id = models.UUIDField(primary_key=True, editable=False)
    beat_at = models.DateTimeField()

    class Meta:
        db_table = "billing_webhook_sender"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.id} at {self.beat_at}"
