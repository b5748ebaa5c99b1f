"""The models that the decision reads: keys, opt-ins, suspensions. Database constraints repeat the rules of the code."""

import uuid
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.db.models.lookups import Exact
from django.utils import timezone

from billing_access.fields import CidrField
from billing_access.scopes import ALL_SCOPES
from orgs.models import Organization

MAX_LIFETIME: Final = timedelta(days=366)
NETWORKS_LIMIT: Final = 50
# How many days before a key expires its notices are e-mailed, in the order in which they are sent.
EXPIRY_NOTICES: Final = (14, 3, 0)


class ApiKey(models.Model):
    """An API key of one organization. The secret is not stored, only its SHA-256 and a few characters for people."""

    # Not a column. `lock_key` sets it to the database's time, so that a change of the key decides by that clock whether
    # the key is expired or revoked: a web server's clock may be wrong. Without it the properties below use the web
    # server's clock, which is good enough to show a key.
    judged_at: datetime | None = None

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="api_keys")
    name = models.CharField(max_length=80)
    digest = models.BinaryField(unique=True, editable=False)
    first_characters = models.CharField(max_length=12, editable=False)
    last_characters = models.CharField(max_length=4, editable=False)
    scopes = ArrayField(models.CharField(max_length=40))
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    # The kind of actor that created the key: user, staff, system. If `created_by` is NULL, it tells whether a person
    # who is now deleted created the key or a command did.
    created_by_kind = models.CharField(max_length=10, editable=False)
    expires_at = models.DateTimeField()
    # During the overlap of a rotation this is the future time at which the overlap ends.
    revoked_at = models.DateTimeField(null=True, editable=False)
    # Empty: every address is allowed.
    allowed_networks = ArrayField(CidrField(), default=list, blank=True)
    predecessor = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="successors", editable=False
    )
    # The platform issued the key itself and registered it here.
    is_platform_key = models.BooleanField(default=False, editable=False)
    # Written at most once in ten minutes (access/last_use.py).
    last_used_at = models.DateTimeField(null=True, editable=False)
    last_used_address = models.GenericIPAddressField(null=True, editable=False)
    # The last of EXPIRY_NOTICES that was sent, or that was already due when the key was created.
    expiry_notice = models.SmallIntegerField(null=True, editable=False)
    # Identifies the form that created the key, so that the same form sent again (a reload) creates no second key.
    form_token = models.UUIDField(null=True, unique=True, editable=False)

    class Meta:
        db_table = "billing_api_key"
        verbose_name = "API key"
        default_permissions = ("view", "change")
        indexes = [models.Index(fields=["organization", "-created_at"], name="billing_api_key_by_org")]
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
            models.CheckConstraint(
                condition=Q(allowed_networks__len__lte=NETWORKS_LIMIT), name="api_key_networks_are_few"
            ),
            models.UniqueConstraint(
                fields=["predecessor"], condition=Q(revoked_at=None), name="billing_api_key_has_one_successor_at_most"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.hint})"

    @property
    def hint(self) -> str:
        """The first and last characters, by which people recognize the key: ``bak_live_Ab1…xY9z``."""
        return f"{self.first_characters}…{self.last_characters}"

    @property
    def is_revoked(self) -> bool:
        """Whether the key is revoked. A key in the overlap of its rotation is not revoked yet."""
        return self.revoked_at is not None and self.revoked_at <= (self.judged_at or timezone.now())

    @property
    def is_replaced(self) -> bool:
        """Whether the key was rotated and works until the overlap ends."""
        return self.revoked_at is not None and not self.is_revoked

    @property
    def ends_at(self) -> datetime:
        """When the key stops, or stopped, working: the earlier of its expiry and its revocation or end of overlap."""
        return min(filter(None, (self.expires_at, self.revoked_at)))

    @property
    def is_expired(self) -> bool:
        """Whether the key has expired."""
        return self.expires_at <= (self.judged_at or timezone.now())

    @property
    def is_over(self) -> bool:
        """Whether the key is revoked or expired."""
        return self.is_revoked or self.is_expired

    @property
    def status(self) -> str:
        """``expired``, ``revoked``, ``replaced`` or ``active``; the first that applies, as the API refuses."""
        if self.is_expired:
            return "expired"
        if self.is_revoked:
            return "revoked"
        return "replaced" if self.is_replaced else "active"


class OptIn(models.Model):
    """An organization's setting "Programmatic billing reads". No row means off.

    ``version`` grows by one with every change. At ``enabled_until`` the opt-in ends automatically; NULL: no time limit.
    """

    organization = models.OneToOneField(Organization, primary_key=True, on_delete=models.CASCADE, related_name="opt_in")
    enabled = models.BooleanField(default=False)
    enabled_until = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)
    reason = models.TextField(blank=True)
    changed_at = models.DateTimeField(db_default=Now())
    changed_by_kind = models.CharField(max_length=10)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        db_table = "billing_reads_opt_in"
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return f"{self.organization_id}: {'on' if self.is_on else 'off'}"

    @property
    def is_on(self) -> bool:
        """Whether the opt-in is on by the web server's clock, for pages. The decision uses the database's clock."""
        return self.enabled and (self.enabled_until is None or self.enabled_until > timezone.now())

    @property
    def has_run_out(self) -> bool:
        """Whether the time limit has passed and ``note_ended_opt_ins`` has not recorded it yet."""
        return self.enabled and not self.is_on


class Suspension(models.Model):
    """A stop of billing reads by platform staff, for one organization or, without one, for all. It never allows a read.

    A suspension that was lifted stays in the table, with the time and the reason.
    """

    organization = models.ForeignKey(Organization, null=True, on_delete=models.CASCADE, related_name="suspensions")
    reason = models.TextField()
    created_at = models.DateTimeField(db_default=Now())
    lifted_at = models.DateTimeField(null=True)
    lifted_reason = models.TextField(blank=True)

    class Meta:
        db_table = "billing_reads_suspension"
        default_permissions = ("view", "change")
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="suspension_has_a_reason"),
            models.UniqueConstraint(
                fields=["organization"],
                condition=Q(lifted_at=None),
                nulls_distinct=False,
                name="billing_suspension_in_force_once",
            ),
        ]

    def __str__(self) -> str:
        return f"suspension of {self.organization_id or 'the platform'}"
