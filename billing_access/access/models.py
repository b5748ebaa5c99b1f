"""The rows that the decision reads: keys, opt-ins, suspensions. Constraints hold what the code promises."""

import uuid
from datetime import timedelta
from typing import Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.db.models.lookups import Exact

from billing_access.scopes import ALL_SCOPES
from orgs.models import Organization, User

MAX_LIFETIME: Final = timedelta(days=366)


class ApiKey(models.Model):
    """A key of one organization. The secret is not here: only its SHA-256 and a hint for people."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="api_keys")
    name = models.CharField(max_length=80)
    digest = models.BinaryField(unique=True, editable=False)
    first_characters = models.CharField(max_length=12, editable=False)
    last_characters = models.CharField(max_length=4, editable=False)
    scopes = ArrayField(models.CharField(max_length=40))
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+", editable=False)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, editable=False)
    # The form that made the key; sent again (a reload), it makes no second one.
    form_token = models.UUIDField(null=True, unique=True, editable=False)

    class Meta:
        db_table = "api_key"
        verbose_name = "API key"
        default_permissions = ("view", "change")
        indexes = [models.Index(fields=["organization", "-created_at"], name="api_key_by_organization")]
        constraints = [
            models.CheckConstraint(
                condition=Exact(
                    models.Func(F("digest"), function="octet_length", output_field=models.IntegerField()), 32
                ),
                name="api_key_digest_is_sha256",
            ),
            models.CheckConstraint(
                condition=Q(scopes__contained_by=sorted(ALL_SCOPES)), name="api_key_scopes_are_known"
            ),
            models.CheckConstraint(condition=Q(scopes__len__gt=0), name="api_key_has_a_scope"),
            models.CheckConstraint(
                condition=Q(expires_at__lte=F("created_at") + MAX_LIFETIME),
                name="api_key_lives_366_days_at_most",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="api_key_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.hint})"

    @property
    def hint(self) -> str:
        """The key as people recognize it: ``bak_live_Ab1…xY9z``."""
        return f"{self.first_characters}…{self.last_characters}"


class OptIn(models.Model):
    """An organization's setting "Programmatic billing reads". No row means off.

    ``version`` grows with every change. ``enabled_until`` ends the opt-in by itself; empty means no end.
    """

    organization = models.OneToOneField(Organization, primary_key=True, on_delete=models.CASCADE, related_name="opt_in")
    enabled = models.BooleanField(default=False)
    enabled_until = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)
    reason = models.TextField(blank=True)
    changed_at = models.DateTimeField(db_default=Now())
    changed_by_kind = models.CharField(max_length=10)
    changed_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        db_table = "billing_reads_opt_in"
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return f"{self.organization_id}: {'on' if self.enabled else 'off'}"


class Suspension(models.Model):
    """Platform staff's deny-only switch: for one organization, or for all where it names none. Lifted, it stays."""

    organization = models.ForeignKey(Organization, null=True, on_delete=models.CASCADE, related_name="suspensions")
    reason = models.TextField()
    created_at = models.DateTimeField(db_default=Now())
    lifted_at = models.DateTimeField(null=True)
    lifted_reason = models.TextField(blank=True)

    class Meta:
        db_table = "billing_reads_suspension"
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="suspension_has_a_reason"),
            models.UniqueConstraint(
                fields=["organization"],
                condition=Q(lifted_at=None),
                nulls_distinct=False,
                name="suspension_in_force_once",
            ),
        ]

    def __str__(self) -> str:
        return f"suspension of {self.organization_id or 'the platform'}"
