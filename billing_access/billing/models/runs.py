"""Runs and the credits on their cost. Money is US dollars, ``numeric(20,10)``."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from billing_access.billing.identifiers import LONGEST_RUN_ID
from billing_access.fields import MoneyField, UnitsField
from orgs.models import Organization


class RunType(models.TextChoices):
    """The kind of execution that a run is."""

    TASK_V1 = "task_v1"
    TASK_V2 = "task_v2"
    TASK_V3 = "task_v3"
    OPENAI_CUA = "openai_cua"
    ANTHROPIC_CUA = "anthropic_cua"
    UI_TARS = "ui_tars"
    YUTORI_NAVIGATOR = "yutori_navigator"
    WORKFLOW_RUN = "workflow_run"


class RunStatus(models.TextChoices):
    """The status of a run on the platform."""

    CREATED = "created"
    QUEUED = "queued"
    RUNNING = "running"
    PAUSED = "paused"
    TIMED_OUT = "timed_out"
    FAILED = "failed"
    TERMINATED = "terminated"
    COMPLETED = "completed"
    CANCELED = "canceled"


class CostStatus(models.TextChoices):
    """Whether a run's cost is a lower bound (accruing), settled (final) or unknown (unpriced: the cost is null).

    Usage has one more, for voided runs (``reports.usage_sql.VOID``). No run is stored with it.
    """

    ACCRUING = "accruing"
    FINAL = "final"
    UNPRICED = "unpriced"


class RunColumns(models.Model):
    """The columns of a run that a feed fills.

    ``modified_at`` is the newest that any row of a feed gave, null if none did. ``unit_price_usd`` is the price at
    which the feed's units were converted into the cost; null if the feed was in US dollars. ``units`` and
    ``cached_units`` are counted apart, each with its price of the account; both are null if the cost was fed as one
    figure. ``llm_tokens_cached`` is a part of ``llm_tokens_in``.
    """

    run_type = models.CharField(max_length=20)
    status = models.CharField(max_length=12)
    created_at = models.DateTimeField()
    modified_at = models.DateTimeField(null=True)
    queued_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    total_cost_usd = MoneyField(null=True)
    unit_price_usd = MoneyField(null=True)
    cached_unit_price_usd = MoneyField(null=True)
    units = UnitsField(null=True)
    cached_units = UnitsField(null=True)
    cost_status = models.CharField(max_length=8)
    llm_tokens_in = models.BigIntegerField(null=True)
    llm_tokens_out = models.BigIntegerField(null=True)
    llm_tokens_cached = models.BigIntegerField(null=True)
    tags = models.JSONField(default=dict)

    class Meta:
        abstract = True


class Run(RunColumns):
    """One billed execution. It counts as usage once ``started_at`` is set, which never changes again.

    ``total_cost_usd`` is gross, as it was fed; ``credited_usd`` is the sum of its credits. Readers see the cost less
    its credits. ``first_revision`` is the account's revision at which it became usage (null before), ``revision`` that
    of its last change. ``batch`` is the import that added it; null if it was imported before batches were kept.
    """

    # The indexes below start with this column; an index on it alone would only slow down inserts.
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="runs", db_index=False)
    run_id = models.CharField(max_length=LONGEST_RUN_ID)
    credited_usd = MoneyField(db_default=0)
    cost_updated_at = models.DateTimeField()
    first_revision = models.BigIntegerField(null=True)
    revision = models.BigIntegerField()
    # Without a constraint: checking it would cost as much as inserting the row.
    batch = models.ForeignKey("Batch", on_delete=models.DO_NOTHING, related_name="runs", null=True, db_constraint=False)

    class Meta:
        db_table = "billing_run"
        default_permissions = ("view",)
        indexes = [
            models.Index(
                fields=["organization", "-started_at", "-run_id"],
                condition=Q(started_at__isnull=False),
                name="billing_run_by_start",
            ),
            models.Index(
                fields=["organization", "revision", "run_id"],
                condition=Q(started_at__isnull=False),
                name="billing_run_by_change",
            ),
            # Accruing runs are few, and each estimate sums them: this index alone answers it.
            models.Index(
                fields=["organization", "-started_at", "-run_id"],
                include=["total_cost_usd"],
                condition=Q(cost_status="accruing", started_at__isnull=False),
                name="billing_run_accruing",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["organization", "run_id"], name="billing_run_once"),
            models.CheckConstraint(condition=Q(run_type__in=RunType.values), name="run_type_is_known"),
            models.CheckConstraint(condition=Q(status__in=RunStatus.values), name="run_status_is_known"),
            models.CheckConstraint(
                condition=Q(cost_status="unpriced", total_cost_usd__isnull=True)
                | Q(cost_status__in=["accruing", "final"], total_cost_usd__gte=0),
                name="run_cost_matches_its_status",
            ),
            models.CheckConstraint(
                condition=Q(credited_usd=0)
                | Q(cost_status="final", credited_usd__gt=0, credited_usd__lte=F("total_cost_usd")),
                name="run_credited_is_part_of_final_cost",
            ),
            models.CheckConstraint(
                condition=Q(started_at__isnull=True, first_revision__isnull=True)
                | Q(started_at__isnull=False, first_revision__isnull=False),
                name="run_in_usage_has_first_revision",
            ),
            models.CheckConstraint(
                condition=Q(llm_tokens_cached__lte=F("llm_tokens_in")), name="run_cached_tokens_are_part_of_those_in"
            ),
            models.CheckConstraint(
                condition=Q(units__isnull=True, cached_units__isnull=True)
                | Q(units__gte=0, cached_units__gte=0, unit_price_usd__isnull=False, total_cost_usd__isnull=False),
                name="run_units_have_a_price",
            ),
        ]

    def __str__(self) -> str:
        return self.run_id


class RunCredit(models.Model):
    """An amount that a customer gets back of the cost of a final run. Append-only.

    It names its run by organization and run id. ``void_revision`` is the account's revision at which it went with its
    run, which was voided; null while it counts. Its reference stays taken.
    """

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="run_credits", db_index=False)
    run_id = models.CharField(max_length=LONGEST_RUN_ID)
    amount_usd = MoneyField()
    reference = models.CharField(max_length=120, help_text="Unique in the organization, among balance entries too.")
    occurred_at = models.DateTimeField()
    revision = models.BigIntegerField()
    void_revision = models.BigIntegerField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "billing_run_credit"
        default_permissions = ()
        indexes = [models.Index(fields=["organization", "run_id"], name="billing_run_credit_by_run")]
        constraints = [
            models.UniqueConstraint(fields=["organization", "reference"], name="billing_run_credit_once"),
            models.CheckConstraint(condition=Q(amount_usd__gt=0), name="run_credit_is_positive"),
        ]

    def __str__(self) -> str:
        return f"credit on {self.run_id} ({self.reference})"
