"""An organization's billing account, its revisions and its unit prices. Money is US dollars, ``numeric(20,10)``."""

from typing import Final

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from billing_access.fields import MoneyField, TotalField
from orgs.models import Organization

# A year.
MAX_STALE_HOURS: Final = 8760


class BillingMode(models.TextChoices):
    """Prepaid accounts have a balance; postpaid ones are invoiced and have none."""

    PREPAID = "prepaid"
    POSTPAID = "postpaid"


class Account(models.Model):
    """An organization's billing account. No row, or a null ``fed_at``, means that nothing was ever fed.

    Every transaction that changes runs or entries locks this row and raises ``revision`` by one; ``revision_token`` is
    the random token of that revision (``Revision``), null at revision 0. The balance is
    ``entries_total_usd``, the sum of the entries, less ``usage_total_usd``, the sum of what runs cost.
    A period starts on ``period_start_day`` (1 to 31) of each month, or its last day if it has no such day, 00:00 UTC.
    The figures are stale once they are complete only until more than ``stale_after_hours`` ago (null: no limit).
    """

    organization = models.OneToOneField(
        Organization, primary_key=True, on_delete=models.CASCADE, related_name="account"
    )
    billing_tier = models.CharField(max_length=40, default="free")
    billing_mode = models.CharField(max_length=10, choices=BillingMode.choices, default=BillingMode.PREPAID)
    low_balance_threshold_usd = MoneyField(null=True, blank=True)
    period_start_day = models.PositiveSmallIntegerField(default=1)
    stale_after_hours = models.PositiveSmallIntegerField(null=True, blank=True)
    revision = models.BigIntegerField(default=0)
    revision_token = models.UUIDField(null=True)
    fed_at = models.DateTimeField(null=True)
    usage_through = models.DateTimeField(null=True)
    balance_reconciled_at = models.DateTimeField(null=True)
    entries_total_usd = TotalField(default=0)
    usage_total_usd = TotalField(default=0)

    class Meta:
        db_table = "billing_account"
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=Q(period_start_day__range=(1, 31)), name="account_period_day_is_1_to_31"),
            models.CheckConstraint(condition=Q(billing_mode__in=BillingMode.values), name="account_mode_is_known"),
            models.CheckConstraint(
                condition=Q(stale_after_hours__range=(1, MAX_STALE_HOURS)), name="account_stale_after_is_1_to_8760"
            ),
        ]

    def __str__(self) -> str:
        return f"account of {self.organization_id}"


class Revision(models.Model):
    """A revision that an account has had, with a random token.

    After a restore of the database revisions are counted up again with other contents, but with other tokens. A cursor
    or bookmark is valid only while its revision has its token here.
    """

    pk = models.CompositePrimaryKey("organization_id", "revision")
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+", db_index=False)
    revision = models.BigIntegerField()
    token = models.UUIDField()

    class Meta:
        db_table = "billing_revision"
        default_permissions = ()

    def __str__(self) -> str:
        return f"revision {self.revision} of {self.organization_id}"


class UnitPrice(models.Model):
    """What a unit costs an organization's customers, for runs that started at ``valid_from`` or later.

    It stands until the next one. Rows are never changed. Without ``cached_unit_price_usd`` cached units have no price.
    """

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="unit_prices", db_index=False)
    valid_from = models.DateTimeField()
    unit_price_usd = MoneyField()
    cached_unit_price_usd = MoneyField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "billing_unit_price"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["organization", "valid_from"], name="billing_unit_price_once"),
            models.CheckConstraint(
                condition=Q(unit_price_usd__gt=0)
                & (Q(cached_unit_price_usd__isnull=True) | Q(cached_unit_price_usd__gte=0)),
                name="unit_price_is_more_than_zero",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_price_usd} from {self.valid_from}"
