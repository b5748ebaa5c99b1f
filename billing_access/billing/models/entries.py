"""What changes a balance apart from runs: its entries, and the balances that an external biller reported."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from billing_access.fields import MoneyField
from orgs.models import Organization


class EntryKind(models.TextChoices):
    """Why a balance changed, apart from runs."""

    TOP_UP = "top_up"
    GRANT = "grant"
    REFUND = "refund"
    ADJUSTMENT = "adjustment"
    EXPIRY = "expiry"
    CHARGE = "charge"


class BalanceEntry(models.Model):
    """An append-only ledger line: a positive amount adds to the balance, a negative one takes from it."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="balance_entries")
    kind = models.CharField(max_length=12, choices=EntryKind.choices)
    amount_usd = MoneyField()
    reference = models.CharField(max_length=120, help_text="Unique in the organization: a repeat adds nothing.")
    occurred_at = models.DateTimeField()
    note = models.CharField(max_length=200, blank=True)
    revision = models.BigIntegerField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "billing_balance_entry"
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["organization", "-occurred_at", "-id"], name="billing_balance_entry_by_time"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["organization", "reference"], name="billing_balance_entry_once"),
            models.CheckConstraint(condition=Q(kind__in=EntryKind.values), name="balance_entry_kind_is_known"),
            models.CheckConstraint(condition=~Q(amount_usd=0), name="balance_entry_is_not_zero"),
        ]
        verbose_name_plural = "balance entries"

    def __str__(self) -> str:
        # The amount is left out: pages that only name an entry must not show a figure.
        return f"{self.kind} ({self.reference})"


class Reconciliation(models.Model):
    """The balance that an external biller reported for ``observed_at``. Append-only, one for each reference.

    ``difference_usd`` is the biller's balance less our own at that time. Unless it is zero, a balance entry under the
    same reference adjusts the balance by it.
    """

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="reconciliations")
    reference = models.CharField(max_length=120)
    balance_usd = MoneyField()
    observed_at = models.DateTimeField()
    difference_usd = MoneyField()
    revision = models.BigIntegerField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "billing_reconciliation"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["organization", "reference"], name="billing_reconciliation_once")
        ]

    def __str__(self) -> str:
        return f"{self.balance_usd} at {self.observed_at} ({self.reference})"
