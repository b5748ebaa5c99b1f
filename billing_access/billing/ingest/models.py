"""The tables of imports: batches, the rows that an import stages, changed runs, and runs that were voided."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from billing_access.billing.identifiers import LONGEST_RUN_ID
from billing_access.billing.models import Run, RunColumns
from billing_access.fields import MoneyField, TokensField, TotalField, UnitsField
from orgs.models import Organization


class Batch(models.Model):
    """One import: who ran it, with which options, and what it did; ``finished_at`` is null until it has ended.

    Every row is counted once: ``read`` = ``inserted`` + ``updated`` + ``unchanged`` + ``repeated`` + ``stale`` +
    ``refused``. ``repeated`` rows are later rows of a run in the same import that changed nothing. ``stale`` rows are
    older than what is stored, by ``modified_at``. ``corrected`` counts the rows that replaced final figures; they are
    also in ``updated``. ``rounded`` counts costs that had more than ten decimals, ``unpriced`` accepted rows without a
    cost. The sums are over the accepted rows. ``usage_moved_usd`` is what the import added to usage, ``offset_usd`` the
    adjustments for runs charged before the last reconciliation (``ledger.entries.offset_late``).
    """

    started_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)
    started_by = models.CharField(max_length=200)
    file = models.CharField(max_length=255, blank=True)
    options = models.JSONField(default=dict)
    read = models.BigIntegerField(default=0)
    inserted = models.BigIntegerField(default=0)
    updated = models.BigIntegerField(default=0)
    unchanged = models.BigIntegerField(default=0)
    repeated = models.BigIntegerField(default=0)
    stale = models.BigIntegerField(default=0)
    refused = models.BigIntegerField(default=0)
    corrected = models.BigIntegerField(default=0)
    rounded = models.BigIntegerField(default=0)
    unpriced = models.BigIntegerField(default=0)
    total_cost_usd = TotalField(default=0)
    llm_tokens_in = TokensField(default=0)
    llm_tokens_out = TokensField(default=0)
    llm_tokens_cached = TokensField(default=0)
    usage_moved_usd = TotalField(default=0)
    offset_usd = TotalField(default=0)

    class Meta:
        db_table = "billing_batch"
        default_permissions = ("view",)
        verbose_name_plural = "batches"

    def __str__(self) -> str:
        return f"batch {self.pk}"


class StagedRun(models.Model):
    """A checked row of an import that is running. Null means that the row does not say it.

    ``tag_columns`` are tags that came from columns of their own, which leave a run's other tags as they are. The table
    is unlogged: a crash of PostgreSQL empties it, and the import is repeated.
    """

    pk = models.CompositePrimaryKey("batch_id", "line")
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="+", db_index=False, db_constraint=False)
    line = models.BigIntegerField()
    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="+", db_index=False, db_constraint=False
    )
    run_id = models.CharField(max_length=LONGEST_RUN_ID)
    run_type = models.CharField(max_length=20, null=True)
    status = models.CharField(max_length=12, null=True)
    created_at = models.DateTimeField(null=True)
    modified_at = models.DateTimeField(null=True)
    queued_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    total_cost_usd = MoneyField(null=True)
    unit_price_usd = MoneyField(null=True)
    cached_unit_price_usd = MoneyField(null=True)
    units = UnitsField(null=True)
    cached_units = UnitsField(null=True)
    cost_status = models.CharField(max_length=8, null=True)
    llm_tokens_in = models.BigIntegerField(null=True)
    llm_tokens_out = models.BigIntegerField(null=True)
    llm_tokens_cached = models.BigIntegerField(null=True)
    tags = models.JSONField(null=True)
    tag_columns = models.JSONField(null=True)

    class Meta:
        db_table = "billing_staged_run"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.run_id} (line {self.line})"


class RunChange(models.Model):
    """A batch changed a run that was already stored, so that voiding another batch leaves the run."""

    pk = models.CompositePrimaryKey("run_id", "batch_id")
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="+", db_index=False)
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="+")

    class Meta:
        db_table = "billing_run_change"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.run_id} by {self.batch_id}"


class VoidedRun(RunColumns):
    """A run that was taken back at ``void_revision``: out of usage, sums and balance, kept whole.

    Walks and copies that began before that revision still return it, with ``cost_status`` void. The same run may be
    fed and voided several times.
    """

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+", db_index=False)
    run_id = models.CharField(max_length=LONGEST_RUN_ID)
    credited_usd = MoneyField(db_default=0)
    cost_updated_at = models.DateTimeField()
    first_revision = models.BigIntegerField(null=True)
    revision = models.BigIntegerField()
    batch = models.ForeignKey(Batch, on_delete=models.DO_NOTHING, related_name="+", null=True, db_constraint=False)
    void_revision = models.BigIntegerField()
    voided_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "billing_voided_run"
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["organization", "run_id"], name="billing_voided_run_by_id"),
            # A walk reads each void that came after its first page on its own, by start or by the runs' last change.
            models.Index(
                fields=["organization", "void_revision", "started_at", "run_id"],
                condition=Q(started_at__isnull=False),
                name="billing_voided_run_by_start",
            ),
            models.Index(
                fields=["organization", "void_revision", "revision", "run_id"],
                condition=Q(started_at__isnull=False),
                name="billing_voided_run_by_change",
            ),
            # A copy reads the voids since the one before.
            models.Index(
                fields=["organization", "void_revision", "run_id"],
                condition=Q(started_at__isnull=False),
                name="billing_voided_run_by_void",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.run_id} (void)"
