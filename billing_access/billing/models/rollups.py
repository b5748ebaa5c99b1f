"""Usage summed by day and by quarter hour, and the tags that it can be grouped by."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from billing_access.billing.identifiers import LONGEST_TAG_KEY
from billing_access.fields import TokensField, TotalField
from orgs.models import Organization


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
