"""The rows that the decision reads: keys, opt-ins, suspensions. Constraints hold what the code promises."""

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
# How long before its end people are told of it: days, in the order of telling.
EXPIRY_NOTICES: Final = (14, 3, 0)


class ApiKey(models.Model):
    """A key of one organization. The secret is not here: only its SHA-256 and a hint for people."""

    # The database's time at which the row was locked, and no column: what changes a key judges it by that clock, not
    # by a web server's, which may be off. To show a key, the server's own is good enough.
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
    # Whose word made the key: a member's, a command's. It tells a deleted person from none.
    created_by_kind = models.CharField(max_length=10, editable=False)
    expires_at = models.DateTimeField()
    # In the future while a successor takes over: the end of the overlap.
    revoked_at = models.DateTimeField(null=True, editable=False)
    # Empty: any address.
    allowed_networks = ArrayField(CidrField(), default=list, blank=True)
    predecessor = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="successors", editable=False
    )
    # Issued by the platform and registered here: we have never seen its secret but once.
    is_platform_key = models.BooleanField(default=False, editable=False)
    # Written at most once in ten minutes (access/last_use.py).
    last_used_at = models.DateTimeField(null=True, editable=False)
    last_used_address = models.GenericIPAddressField(null=True, editable=False)
    # The last of EXPIRY_NOTICES that was sent, or that came before the key did.
    expiry_notice = models.SmallIntegerField(null=True, editable=False)
    # The form that made the key; sent again (a reload), it makes no second one.
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
        """The key as people recognize it: ``bak_live_Ab1…xY9z``."""
        return f"{self.first_characters}…{self.last_characters}"

    @property
    def is_revoked(self) -> bool:
        """Whether it is over; a key in its overlap is not yet."""
        return self.revoked_at is not None and self.revoked_at <= (self.judged_at or timezone.now())

    @property
    def is_replaced(self) -> bool:
        """Whether a successor takes over and this key works until the end of the overlap."""
        return self.revoked_at is not None and not self.is_revoked

    @property
    def is_expired(self) -> bool:
        """Whether its time is over."""
        return self.expires_at <= (self.judged_at or timezone.now())

    @property
    def is_over(self) -> bool:
        """Whether it works no more."""
        return self.is_revoked or self.is_expired

    @property
    def status(self) -> str:
        """What ``key_status`` calls it."""
        return key_status(self, is_revoked=self.is_revoked, is_expired=self.is_expired)


def key_status(key: ApiKey, *, is_revoked: bool, is_expired: bool) -> str:
    """Name the state of a key: ``revoked``, ``expired``, ``replaced`` (working until its overlap ends) or ``active``.

    Whether it is revoked or expired is given, since the decision reads that by the database's clock.
    """
    if is_revoked:
        return "revoked"
    if is_expired:
        return "expired"
    return "active" if key.revoked_at is None else "replaced"


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
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        db_table = "billing_reads_opt_in"
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return f"{self.organization_id}: {'on' if self.is_on else 'off'}"

    @property
    def is_on(self) -> bool:
        """Whether it stands open, as people see it; the decision asks the database's clock."""
        return self.enabled and (self.enabled_until is None or self.enabled_until > timezone.now())

    @property
    def has_run_out(self) -> bool:
        """Whether its time limit has passed and it has not been noted yet."""
        return self.enabled and not self.is_on


class Suspension(models.Model):
    """Platform staff's deny-only switch: for one organization, or for all where it names none. Lifted, it stays."""

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
