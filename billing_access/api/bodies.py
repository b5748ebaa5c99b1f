"""From readings to the wire contract: money as decimal strings, times as RFC 3339 in UTC."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

import orjson

from billing_access.access.decision import Grant, KeyFacts, decide
from billing_access.billing.money import format_usd
from billing_access.billing.reports.estimate import Estimate
from billing_access.billing.reports.run import RunRow
from billing_access.billing.reports.state import StateReading
from billing_access.billing.reports.summary import Summary, Sums
from billing_access.billing.reports.summary_query import SummaryQuery
from billing_access.billing.reports.usage import UsagePage, UsageRun
from billing_access.routes import READABLE

# The columns of a page of usage.
USAGE_FIELDS: Final = (
    "run_id", "run_type", "status", "started_at", "finished_at", "total_cost_usd", "cost_status", "llm_tokens_in",
    "llm_tokens_out", "tags", "cost_updated_at",
)  # fmt: skip


def format_time(time: datetime) -> str:
    """Return RFC 3339 with ``Z``; microseconds only where there are any."""
    return f"{(time if time.tzinfo is UTC else time.astimezone(UTC)).isoformat()[:-6]}Z"


def state_body(grant: Grant, reading: StateReading) -> dict[str, Any]:
    """Return the body of ``GET /v1/billing/state``."""
    head = reading.head
    return {
        "organization_id": grant.organization_id,
        "currency": reading.currency,
        "billing_tier": head.billing_tier,
        "billing_mode": head.billing_mode,
        "current_balance_usd": _usd(reading.current_balance_usd),
        "low_balance_threshold_usd": _usd(head.low_balance_threshold_usd),
        "is_low_balance": reading.is_low_balance,
        "balance_reconciled_at": _time(head.balance_reconciled_at),
        "period_start": format_time(head.period_start),
        "period_end": format_time(head.period_end),
        "period_usage_usd": _usd(reading.period_usage_usd),
        "period_run_count": reading.period_run_count,
        "period_unpriced_run_count": reading.period_unpriced_run_count,
        "period_llm_tokens_in": reading.period_llm_tokens_in,
        "period_llm_tokens_out": reading.period_llm_tokens_out,
        "projected_depletion_at": _time(reading.projected_depletion_at),
        "usage_through": _time(head.usage_through),
        "as_of": format_time(head.as_of),
    }


def usage_body(page: UsagePage, next_cursor: str | None, updated_through: str) -> dict[str, Any]:
    """Return the body of ``GET /v1/billing/usage``."""
    return {
        "from": format_time(page.start),
        "to": format_time(page.end),
        "as_of": format_time(page.as_of),
        "has_more": next_cursor is not None,
        "next_cursor": next_cursor,
        "updated_through": updated_through,
        "runs": [_usage_run(run) for run in page.runs],
    }


def _usage_run(run: UsageRun) -> dict[str, Any]:
    """Return a run of a page: times as they are and tags as their JSON, for the renderers to write."""
    run_id, run_type, status, started, finished, cost, cost_status, tokens_in, tokens_out, tags, updated, _ = run
    return {
        "run_id": run_id,
        "run_type": run_type,
        "status": status,
        "started_at": started,
        "finished_at": finished,
        "total_cost_usd": None if cost is None else format_usd(cost),
        "cost_status": cost_status,
        "llm_tokens_in": tokens_in,
        "llm_tokens_out": tokens_out,
        "tags": orjson.Fragment(tags),
        "cost_updated_at": updated,
    }


def usage_table(body: dict[str, Any]) -> Iterator[list[Any]]:
    """Yield the lines of a page of usage: the fields of its runs, the tags as one JSON text."""
    yield list(USAGE_FIELDS)
    for run in body["runs"]:
        yield [*(run[name] for name in USAGE_FIELDS[:-2]), orjson.dumps(run["tags"]).decode(), run["cost_updated_at"]]


def summary_table(body: dict[str, Any]) -> Iterator[list[Any]]:
    """Yield the lines of a summary: one for each group, with a column for each grouping."""
    sums = list(body["totals"])
    yield ["start", "end", "is_final", *body["group_by"], "is_other", *sums]
    for bucket in body["buckets"]:
        for group in bucket["groups"]:
            values = [group["key"].get(name) for name in body["group_by"]]
            yield [bucket["start"], bucket["end"], bucket["is_final"], *values, group["is_other"],
                   *(group[name] for name in sums)]  # fmt: skip


def summary_body(query: SummaryQuery, summary: Summary) -> dict[str, Any]:
    """Return the body of ``GET /v1/billing/usage/summary``; an account that was never fed has null costs."""
    was_fed = summary.head.fed_at is not None
    return {
        "from": format_time(query.start),
        "to": format_time(query.end),
        "bucket": query.bucket,
        "timezone": query.zone.key,
        "group_by": list(query.group_by),
        "as_of": format_time(summary.head.as_of),
        "totals": _sums(summary.totals, was_fed=was_fed),
        "buckets": [
            {
                "start": format_time(bucket.start),
                "end": format_time(bucket.end),
                "is_final": bucket.is_final,
                "groups": [
                    {
                        "key": dict(zip(query.group_by, group.values or (), strict=False)),
                        "is_other": group.is_other,
                        **_sums(group.sums, was_fed=was_fed),
                    }
                    for group in bucket.groups
                ],
            }
            for bucket in summary.buckets
        ],
    }


def _sums(sums: Sums, *, was_fed: bool) -> dict[str, Any]:
    return {
        "total_cost_usd": format_usd(sums.total_cost_usd) if was_fed else None,
        "run_count": sums.run_count,
        "unpriced_run_count": sums.unpriced_run_count,
        "llm_tokens_in": sums.llm_tokens_in,
        "llm_tokens_out": sums.llm_tokens_out,
    }


def estimate_body(estimate: Estimate) -> dict[str, Any]:
    """Return the body of ``GET /v1/billing/estimate``."""
    return {
        "runs": estimate.runs,
        "sample_size": estimate.sample_size,
        "mean_cost_usd": _usd(estimate.mean_cost_usd),
        "p50_cost_usd": _usd(estimate.p50_cost_usd),
        "p95_cost_usd": _usd(estimate.p95_cost_usd),
        "expected_total_usd": _usd(estimate.expected_total_usd),
        "high_total_usd": _usd(estimate.high_total_usd),
        "current_balance_usd": _usd(estimate.current_balance_usd),
        "covers_expected": estimate.covers_expected,
        "covers_high": estimate.covers_high,
        "shortfall_usd": _usd(estimate.shortfall_usd),
        "as_of": format_time(estimate.head.as_of),
    }


def run_body(run: RunRow, *, with_cost: bool) -> dict[str, Any]:
    """Return the body of ``GET /v1/runs/{run_id}``; without cost its fields are absent, not null."""
    body = {
        "run_id": run.run_id,
        "run_type": run.run_type,
        "status": run.status,
        "created_at": format_time(run.created_at),
        "modified_at": format_time(run.modified_at),
        "queued_at": _time(run.queued_at),
        "started_at": _time(run.started_at),
        "finished_at": _time(run.finished_at),
        "tags": run.tags,
    }
    return {**body, **cost_fields(run)} if with_cost else body


def cost_fields(run: RunRow) -> dict[str, Any]:
    """Return what only a key that may read costs sees of a run."""
    return {
        "total_cost_usd": _usd(run.total_cost_usd),
        "cost_status": run.cost_status,
        "llm_tokens_in": run.llm_tokens_in,
        "llm_tokens_out": run.llm_tokens_out,
    }


def key_body(facts: KeyFacts) -> dict[str, Any]:
    """Return the body of ``GET /v1/key``: what the key is, and for each route readable or why not.

    The scope is asked before the opt-in, so a key without it learns nothing about the opt-in.
    """
    readable = []
    for route in READABLE:
        verdict = decide(facts, route)
        readable.append(
            {
                "method": "GET",
                "path": route.path,
                "reads": route.reads,
                "readable": verdict is None,
                "code": None if verdict is None else verdict.refusal.code,
            }
        )
    return {
        "key_id": str(facts.key_id),
        "name": facts.key_name,
        "organization_id": facts.organization_id,
        "organization_name": facts.organization_name,
        "scopes": sorted(facts.scopes),
        "created_at": format_time(facts.created_at),
        "expires_at": format_time(facts.expires_at),
        "routes": readable,
    }


def _usd(value: Decimal | None) -> str | None:
    return None if value is None else format_usd(value)


def _time(value: datetime | None) -> str | None:
    return None if value is None else format_time(value)
