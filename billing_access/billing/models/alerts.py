"""Alerts: an organization's rules, when they fired, who muted them, and which organizations are to be evaluated."""

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from billing_access.billing.identifiers import LONGEST_TAG_KEY
from billing_access.fields import MoneyField, TotalField
from orgs.models import Membership, Organization


class AlertKind(models.TextChoices):
    """What a rule watches."""

    LOW_BALANCE = "low_balance", "Low balance"
    RUNS_OUT = "runs_out", "Balance runs out"
    DAY_SPEND = "day_spend", "Spend of a day"
    DAY_SPIKE = "day_spike", "Spike of a day"
    PERIOD_SPEND = "period_spend", "Spend of the period"
    STALE_FEED = "stale_feed", "Feed has stopped"
    UNPRICED_RUNS = "unpriced_runs", "Runs without a price"


class AlertState(models.TextChoices):
    """What the last evaluation of a rule found. Unknown: the figures were never fed, or are stale."""

    OK = "ok", "OK"
    FIRING = "firing", "Firing"
    UNKNOWN = "unknown", "Unknown"


class AlertRule(models.Model):
    """A rule of an organization, with its state as of the last evaluation.

    Which of ``amount_usd``, ``number`` and ``factor`` a rule has depends on its kind (``alerts.parameters``). The rule
    for a low balance has none: its amount is the account's low-balance threshold, and it is off while there is none.
    With a ``tag_key`` it watches each value of that tag, or ``tag_value`` alone. Days and periods that ended before
    ``begins_at`` do not fire. ``figure`` and ``threshold`` are compared in the unit of the kind; null if unknown.
    At ``evaluate_at`` time alone may change the state.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="alert_rules")
    kind = models.CharField(max_length=20, choices=AlertKind.choices)
    amount_usd = MoneyField(null=True)
    number = models.PositiveIntegerField(null=True)
    factor = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    tag_key = models.CharField(max_length=LONGEST_TAG_KEY, db_default="")
    tag_value = models.TextField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    begins_at = models.DateTimeField(db_default=Now())
    state = models.CharField(max_length=10, choices=AlertState.choices, db_default=AlertState.UNKNOWN.value)
    state_since = models.DateTimeField(db_default=Now())
    figure = TotalField(null=True)
    threshold = TotalField(null=True)
    evaluated_at = models.DateTimeField(null=True)
    evaluate_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "billing_alert_rule"
        default_permissions = ()
        indexes = [models.Index(fields=["evaluate_at"], name="billing_alert_rule_by_time")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=AlertKind.values), name="alert_rule_kind_is_known"),
            models.CheckConstraint(condition=Q(state__in=AlertState.values), name="alert_rule_state_is_known"),
            models.UniqueConstraint(
                fields=["organization"], condition=Q(kind="low_balance"), name="billing_alert_rule_one_low_balance"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.organization_id}"


class AlertFiring(models.Model):
    """That a rule fired: for a day or period (``bucket_start``), for a value of its tag, at a percentage (``step``).

    ``is_over`` tells whether the figure is still past the threshold. ``resolved_at`` is when people were first told
    that it no longer was; null until then. For a day or period there is one row, whatever the figures do; without a
    ``bucket_start`` the next time that the rule fires is another row.
    """

    rule = models.ForeignKey(AlertRule, on_delete=models.CASCADE, related_name="firings", db_index=False)
    bucket_start = models.DateTimeField(null=True)
    tag_value = models.TextField(null=True)
    step = models.PositiveSmallIntegerField(db_default=0)
    figure = TotalField()
    threshold = TotalField()
    fired_at = models.DateTimeField(db_default=Now(), db_index=True)
    is_over = models.BooleanField(db_default=True)
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "billing_alert_firing"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "bucket_start", "tag_value", "step"],
                condition=Q(bucket_start__isnull=False),
                nulls_distinct=False,
                name="billing_alert_firing_once",
            ),
            models.UniqueConstraint(
                fields=["rule"],
                condition=Q(bucket_start__isnull=True, resolved_at__isnull=True),
                name="billing_alert_firing_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"firing of {self.rule_id}"


class AlertMute(models.Model):
    """A member who gets no e-mails about a rule. It goes with the membership.

    Without a constraint on that: the release before 0.10.0, which may serve during an upgrade, does not know of mutes,
    and could not remove a member who has one.
    """

    rule = models.ForeignKey(AlertRule, on_delete=models.CASCADE, related_name="mutes", db_index=False)
    membership = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="alert_mutes", db_constraint=False
    )

    class Meta:
        db_table = "billing_alert_mute"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["rule", "membership"], name="billing_alert_mute_once")]

    def __str__(self) -> str:
        return f"{self.membership_id} mutes {self.rule_id}"


class AlertDue(models.Model):
    """A mark that an organization's rules are to be evaluated. Only ever inserted, and deleted by the evaluation.

    Without a constraint on the organization: checking it would cost as much as inserting the row.
    """

    organization = models.ForeignKey(
        Organization, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )

    class Meta:
        db_table = "billing_alert_due"
        default_permissions = ()
        indexes = [models.Index(fields=["organization", "id"], name="billing_alert_due_by_org")]

    def __str__(self) -> str:
        return f"due: {self.organization_id}"
