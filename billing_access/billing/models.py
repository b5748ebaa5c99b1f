"""The billing tables: accounts, balance entries, runs, credits and rollups. Money is US dollars, ``numeric(20,10)``."""

from typing import Final

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from billing_access.billing.identifiers import LONGEST_RUN_ID, LONGEST_TAG_KEY
from billing_access.fields import MoneyField, TokensField, TotalField, UnitsField
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


class BillingMode(models.TextChoices):
    """Prepaid accounts have a balance; postpaid ones are invoiced and have none."""

    PREPAID = "prepaid"
    POSTPAID = "postpaid"


# A year.
MAX_STALE_HOURS: Final = 8760


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


class RegisteredTag(models.Model):
    """A tag key that usage can be grouped by: each of its values has rollups.

    Until ``ready_at`` is set they cover only the runs that started before ``filled_through``, and are not read.
    """

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="registered_tags")
    key = models.CharField(max_length=LONGEST_TAG_KEY)
    registered_at = models.DateTimeField(db_default=Now())
    filled_through = models.DateTimeField(null=True)
    ready_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "billing_registered_tag"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["organization", "key"], name="billing_registered_tag_once"),
            models.CheckConstraint(condition=~Q(key=""), name="registered_tag_has_a_key"),
        ]

    def __str__(self) -> str:
        return self.key


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


class Rollup(models.Model):
    """Sums over the started runs of one bucket: all of them (empty ``tag_key``) or those with one value of a tag.

    A null ``tag_value`` is for the runs without the tag. A run whose token counts are unknown adds nothing to those.
    """

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+", db_index=False)
    bucket_start = models.DateTimeField()
    tag_key = models.CharField(max_length=LONGEST_TAG_KEY, default="")
    tag_value = models.TextField(null=True)
    total_cost_usd = TotalField(default=0)
    run_count = models.BigIntegerField(default=0)
    unpriced_run_count = models.BigIntegerField(default=0)
    accruing_run_count = models.BigIntegerField(default=0)
    llm_tokens_in = TokensField(default=0)
    llm_tokens_out = TokensField(default=0)
    llm_tokens_cached = TokensField(default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.bucket_start} {self.tag_key}={self.tag_value}"


class UsageDay(Rollup):
    """Rollups by UTC day."""

    class Meta:
        db_table = "billing_usage_day"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "tag_key", "bucket_start", "tag_value"],
                nulls_distinct=False,
                name="billing_usage_day_once",
            )
        ]


class UsageQuarterHour(Rollup):
    """Rollups by quarter hour, for ranges that cut a UTC day and for time zones other than UTC."""

    class Meta:
        db_table = "billing_usage_quarter_hour"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "tag_key", "bucket_start", "tag_value"],
                nulls_distinct=False,
                name="billing_usage_quarter_hour_once",
            )
        ]
