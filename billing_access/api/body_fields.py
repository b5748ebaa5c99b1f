"""The fields of each body. ``bodies`` and the OpenAPI document are made from these declarations."""

from typing import Any

from rest_framework import serializers

from billing_access.billing.models import AlertKind, AlertState, BillingMode, CostStatus, EntryKind, RunStatus, RunType
from billing_access.billing.reports.buckets import BUCKETS
from billing_access.billing.reports.usage_sql import VOID
from billing_audit.reading.filters import ACTOR_KINDS, OUTCOMES


class UsdField(serializers.CharField):
    """US dollars as a decimal string in plain notation."""

    def __init__(self, **options: Any) -> None:
        super().__init__(help_text='US dollars as a decimal string: "12.30".', **options)


class UnitsField(serializers.CharField):
    """A number of the platform's units as a decimal string in plain notation."""

    def __init__(self, **options: Any) -> None:
        super().__init__(help_text='Units as a decimal string: "7".', **options)


class StateSerializer(serializers.Serializer[Any]):
    """``GET /v1/billing/state``"""

    organization_id = serializers.CharField()
    currency = serializers.CharField()
    billing_tier = serializers.CharField(allow_null=True)
    billing_mode = serializers.ChoiceField(BillingMode.choices, allow_null=True)
    current_balance_usd = UsdField(allow_null=True)
    current_balance_units = UnitsField(allow_null=True)
    low_balance_threshold_usd = UsdField(allow_null=True)
    is_low_balance = serializers.BooleanField(allow_null=True)
    balance_reconciled_at = serializers.DateTimeField(allow_null=True)
    period_start = serializers.DateTimeField()
    period_end = serializers.DateTimeField()
    period_usage_usd = UsdField(allow_null=True)
    period_run_count = serializers.IntegerField()
    period_unpriced_run_count = serializers.IntegerField()
    period_llm_tokens_in = serializers.IntegerField()
    period_llm_tokens_out = serializers.IntegerField()
    period_llm_tokens_cached = serializers.IntegerField()
    projected_depletion_at = serializers.DateTimeField(allow_null=True)
    usage_through = serializers.DateTimeField(allow_null=True)
    is_stale = serializers.BooleanField(allow_null=True)
    as_of = serializers.DateTimeField()


class UsageRunSerializer(serializers.Serializer[Any]):
    """One run of ``GET /v1/billing/usage``. cost_status void: the run was taken back, remove it from a copy.
    total_cost_usd: what the run costs, less its credits; credited_usd: the sum of its credits"""

    run_id = serializers.CharField()
    run_type = serializers.ChoiceField(RunType.choices)
    status = serializers.ChoiceField(RunStatus.choices)
    started_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)
    total_cost_usd = UsdField(allow_null=True)
    credited_usd = UsdField()
    cost_status = serializers.ChoiceField([*CostStatus.choices, (VOID, "Void")])
    units = UnitsField(allow_null=True)
    cached_units = UnitsField(allow_null=True)
    llm_tokens_in = serializers.IntegerField(allow_null=True)
    llm_tokens_out = serializers.IntegerField(allow_null=True)
    llm_tokens_cached = serializers.IntegerField(allow_null=True)
    tags = serializers.DictField(child=serializers.CharField(allow_blank=True))
    cost_updated_at = serializers.DateTimeField()


UsagePageSerializer = type(
    "UsagePageSerializer",
    (serializers.Serializer,),
    {
        "__doc__": "``GET /v1/billing/usage``",
        "from": serializers.DateTimeField(),
        "to": serializers.DateTimeField(),
        "as_of": serializers.DateTimeField(),
        "has_more": serializers.BooleanField(),
        "next_cursor": serializers.CharField(allow_null=True),
        "updated_through": serializers.CharField(),
        "runs": UsageRunSerializer(many=True),
    },
)


class SumsSerializer(serializers.Serializer[Any]):
    """The sums of some runs. The cost is null if the account was never fed"""

    total_cost_usd = UsdField(allow_null=True)
    run_count = serializers.IntegerField()
    unpriced_run_count = serializers.IntegerField()
    llm_tokens_in = serializers.IntegerField()
    llm_tokens_out = serializers.IntegerField()
    llm_tokens_cached = serializers.IntegerField()


class GroupSerializer(SumsSerializer):
    """The runs of a bucket with the same value of each group_by (null: no tag). is_other: all remaining runs"""

    key = serializers.DictField(child=serializers.CharField(allow_null=True, allow_blank=True))
    is_other = serializers.BooleanField()


class BucketSerializer(serializers.Serializer[Any]):
    """A time range. is_final: the feed is complete to its end, and no run in it has the cost_status accruing.
    Corrections, credits and voids still move it; a copy with updated_after shows them"""

    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    is_final = serializers.BooleanField()
    groups = GroupSerializer(many=True)


SummarySerializer = type(
    "SummarySerializer",
    (serializers.Serializer,),
    {
        "__doc__": "``GET /v1/billing/usage/summary``",
        "from": serializers.DateTimeField(),
        "to": serializers.DateTimeField(),
        "bucket": serializers.ChoiceField([(each, each) for each in BUCKETS]),
        "timezone": serializers.CharField(),
        "group_by": serializers.ListField(child=serializers.CharField()),
        "usage_through": serializers.DateTimeField(allow_null=True),
        "as_of": serializers.DateTimeField(),
        "totals": SumsSerializer(),
        "buckets": BucketSerializer(many=True),
    },
)


class EstimateSerializer(serializers.Serializer[Any]):
    """``GET /v1/billing/estimate``"""

    runs = serializers.IntegerField()
    sample_size = serializers.IntegerField()
    sample_from = serializers.DateTimeField(allow_null=True)
    mean_cost_usd = UsdField(allow_null=True)
    p50_cost_usd = UsdField(allow_null=True)
    p95_cost_usd = UsdField(allow_null=True)
    expected_total_usd = UsdField(allow_null=True)
    high_total_usd = UsdField(allow_null=True)
    running_run_count = serializers.IntegerField()
    expected_in_flight_usd = UsdField(allow_null=True)
    current_balance_usd = UsdField(allow_null=True)
    covers_expected = serializers.BooleanField(allow_null=True)
    covers_high = serializers.BooleanField(allow_null=True)
    shortfall_usd = UsdField(allow_null=True)
    usage_through = serializers.DateTimeField(allow_null=True)
    unpriced_run_count = serializers.IntegerField()
    as_of = serializers.DateTimeField()


class EntrySerializer(serializers.Serializer[Any]):
    """One entry of the balance; a negative amount lowered it. recorded_at: when the platform entered it"""

    kind = serializers.ChoiceField(EntryKind.choices)
    amount_usd = UsdField()
    reference = serializers.CharField()
    occurred_at = serializers.DateTimeField()
    recorded_at = serializers.DateTimeField()


EntriesPageSerializer = type(
    "EntriesPageSerializer",
    (serializers.Serializer,),
    {
        "__doc__": "``GET /v1/billing/entries``",
        "from": serializers.DateTimeField(allow_null=True),
        "to": serializers.DateTimeField(allow_null=True),
        "as_of": serializers.DateTimeField(),
        "entries_total_usd": UsdField(allow_null=True),
        "usage_total_usd": UsdField(allow_null=True),
        "current_balance_usd": UsdField(allow_null=True),
        "has_more": serializers.BooleanField(),
        "next_cursor": serializers.CharField(allow_null=True),
        "entries": EntrySerializer(many=True),
    },
)


class FiringSerializer(serializers.Serializer[Any]):
    """When a rule fired: for the day or period from bucket_start (null: about now), the value of its tag, the
    percentage. The figure is as of the last evaluation. is_over: it is still past the threshold. resolved_at: when
    members were told that it no longer was"""

    bucket_start = serializers.DateTimeField(allow_null=True)
    value = serializers.CharField(allow_null=True)
    percent = serializers.IntegerField(allow_null=True)
    figure = serializers.CharField()
    threshold = serializers.CharField()
    is_over = serializers.BooleanField()
    fired_at = serializers.DateTimeField()
    resolved_at = serializers.DateTimeField(allow_null=True)


class AlertSerializer(serializers.Serializer[Any]):
    """A rule with its state. unit: of figure and threshold, which are decimal strings, null while unknown. unknown: the
    figures were never fed, are stale or too few"""

    id = serializers.UUIDField()
    kind = serializers.ChoiceField(AlertKind.choices)
    amount_usd = UsdField(allow_null=True)
    number = serializers.IntegerField(allow_null=True)
    factor = serializers.CharField(allow_null=True)
    tag = serializers.CharField(allow_null=True)
    value = serializers.CharField(allow_null=True)
    state = serializers.ChoiceField(AlertState.choices)
    since = serializers.DateTimeField()
    unit = serializers.ChoiceField([(each, each) for each in ("usd", "days", "hours", "runs")])
    figure = serializers.CharField(allow_null=True)
    threshold = serializers.CharField(allow_null=True)
    evaluated_at = serializers.DateTimeField(allow_null=True)
    firings = FiringSerializer(many=True)


class AlertsSerializer(serializers.Serializer[Any]):
    """``GET /v1/billing/alerts``"""

    alerts = AlertSerializer(many=True)


class RunWithoutCostSerializer(serializers.Serializer[Any]):
    """``GET /v1/runs/{run_id}`` if the key may not read costs"""

    run_id = serializers.CharField()
    run_type = serializers.ChoiceField(RunType.choices)
    status = serializers.ChoiceField(RunStatus.choices)
    created_at = serializers.DateTimeField()
    modified_at = serializers.DateTimeField()
    queued_at = serializers.DateTimeField(allow_null=True, required=False)
    started_at = serializers.DateTimeField(allow_null=True, required=False)
    finished_at = serializers.DateTimeField(allow_null=True, required=False)
    tags = serializers.DictField(child=serializers.CharField(allow_blank=True), required=False)


class RunSerializer(RunWithoutCostSerializer):
    """``GET /v1/runs/{run_id}``. The last eight fields are present only if the key may read costs"""

    total_cost_usd = UsdField(allow_null=True, required=False)
    credited_usd = UsdField(required=False)
    cost_status = serializers.ChoiceField(CostStatus.choices, required=False)
    units = UnitsField(allow_null=True, required=False)
    cached_units = UnitsField(allow_null=True, required=False)
    llm_tokens_in = serializers.IntegerField(allow_null=True, required=False)
    llm_tokens_out = serializers.IntegerField(allow_null=True, required=False)
    llm_tokens_cached = serializers.IntegerField(allow_null=True, required=False)


class ReadableSerializer(serializers.Serializer[Any]):
    """One route, and whether the key can read it. code: the refusal's code, null if readable"""

    method = serializers.CharField()
    path = serializers.CharField()
    reads = serializers.CharField()
    readable = serializers.BooleanField()
    code = serializers.CharField(allow_null=True)


class KeySerializer(serializers.Serializer[Any]):
    """``GET /v1/key``"""

    key_id = serializers.UUIDField()
    name = serializers.CharField()
    organization_id = serializers.CharField()
    organization_name = serializers.CharField()
    scopes = serializers.ListField(child=serializers.CharField())
    created_at = serializers.DateTimeField()
    expires_at = serializers.DateTimeField()
    routes = ReadableSerializer(many=True)


class AuditEventSerializer(serializers.Serializer[Any]):
    """One event of ``GET /v1/audit-events``. place: its index in the order of the seal, null until it is sealed"""

    id = serializers.UUIDField()
    recorded_at = serializers.DateTimeField()
    action = serializers.CharField()
    outcome = serializers.ChoiceField([(each, each) for each in OUTCOMES])
    reason_code = serializers.CharField(allow_null=True)
    actor_kind = serializers.ChoiceField([(each, each) for each in ACTOR_KINDS])
    actor_id = serializers.CharField(allow_null=True)
    actor_name = serializers.CharField(allow_null=True)
    target_kind = serializers.CharField(allow_null=True)
    target_id = serializers.CharField(allow_null=True)
    target_name = serializers.CharField(allow_null=True)
    address = serializers.CharField(allow_null=True)
    user_agent = serializers.CharField(allow_null=True)
    changes = serializers.DictField(child=serializers.ListField(child=serializers.JSONField(allow_null=True)))
    details = serializers.DictField(child=serializers.JSONField(allow_null=True))
    request_id = serializers.CharField(allow_null=True)
    repeats = serializers.IntegerField()
    place = serializers.IntegerField(allow_null=True)
    personal_data_erased = serializers.BooleanField()
    texts_erased = serializers.BooleanField()
    withheld = serializers.ListField(child=serializers.CharField())
    body = serializers.CharField()
    parts = serializers.DictField(child=serializers.DictField(child=serializers.CharField()))


class AuditEventsSerializer(serializers.Serializer[Any]):
    """``GET /v1/audit-events``. With order=asc, next_cursor is never null"""

    has_more = serializers.BooleanField()
    next_cursor = serializers.CharField(allow_null=True)
    events = AuditEventSerializer(many=True)


class FaultSerializer(serializers.Serializer[Any]):
    """A parameter that is not accepted, and why"""

    parameter = serializers.CharField()
    detail = serializers.CharField()


class ProblemSerializer(serializers.Serializer[Any]):
    """A refusal (RFC 9457). detail says what to do next"""

    type = serializers.URLField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    code = serializers.CharField()
    request_id = serializers.CharField()
    missing_scopes = serializers.ListField(child=serializers.CharField(), required=False)
    errors = FaultSerializer(many=True, required=False)  # type: ignore[assignment]
