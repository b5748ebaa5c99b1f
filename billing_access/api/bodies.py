"""Builds the bodies of answers: money as decimal strings, times as RFC 3339 in UTC."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from itertools import repeat
from typing import Any, Final

import orjson
from rest_framework.serializers import DateTimeField, Serializer

from billing_access.access.decision import Grant, KeyFacts, decide
from billing_access.api.body_fields import (
    EntrySerializer,
    EstimateSerializer,
    RunSerializer,
    RunWithoutCostSerializer,
    StateSerializer,
    UnitsField,
    UsdField,
)
from billing_access.billing.alerts.parameters import plain_figure
from billing_access.billing.alerts.reading import Alert
from billing_access.billing.models import AlertFiring
from billing_access.billing.money import format_units, format_usd
from billing_access.billing.reports.account_snapshot import AccountSnapshot
from billing_access.billing.reports.entries import EntriesPage, EntriesQuery, Entry
from billing_access.billing.reports.estimate import Estimate
from billing_access.billing.reports.run import RunRow
from billing_access.billing.reports.state import StateReading
from billing_access.billing.reports.summary import Summary
from billing_access.billing.reports.summary_query import SummaryQuery
from billing_access.billing.reports.usage import UsagePage
from billing_access.billing.reports.usage_sql import USAGE_COLUMNS
from billing_access.billing.rollups import Sums
from billing_access.billing.tokens import TOKEN_COUNTS
from billing_access.routes import READABLE


def format_time(time: datetime) -> str:
    """Return the time as RFC 3339 in UTC with ``Z``; microseconds only if they are not zero."""
    return f"{(time if time.tzinfo is UTC else time.astimezone(UTC)).isoformat()[:-6]}Z"


def _body_of(serializer: type[Serializer[Any]], *kinds: type) -> Callable[..., dict[str, Any]]:
    """Return a function that makes a body with the serializer's fields from an instance of each class, in this order.

    Each field's value is the attribute of the same name, from the first of the classes that has it.
    """
    fields = dict(serializer().fields.items())
    sources = [(name, next(n for n, kind in enumerate(kinds) if hasattr(kind, name))) for name in fields]
    formats: dict[type, Callable[[Any], str]] = {
        UsdField: format_usd,
        UnitsField: format_units,
        DateTimeField: format_time,
    }
    formatted = [(name, formats[type(field)]) for name, field in fields.items() if type(field) in formats]

    def make(*readings: object) -> dict[str, Any]:
        body = {name: getattr(readings[source], name) for name, source in sources}
        for name, text_of in formatted:
            if (value := body[name]) is not None:
                body[name] = text_of(value)
        return body

    return make


# The bodies of ``GET /v1/billing/state``, ``GET /v1/billing/estimate``, an entry of ``GET /v1/billing/entries`` and
# ``GET /v1/runs/{run_id}``; without the cost, the cost fields of a run are absent, not null.
state_body: Final = _body_of(StateSerializer, Grant, AccountSnapshot, StateReading)
estimate_body: Final = _body_of(EstimateSerializer, AccountSnapshot, Estimate)
_entry_body: Final = _body_of(EntrySerializer, Entry)
run_body: Final = _body_of(RunSerializer, RunRow)
run_body_without_cost: Final = _body_of(RunWithoutCostSerializer, RunRow)


def usage_body(page: UsagePage, next_cursor: str | None, updated_through: str) -> dict[str, Any]:
    """Return the body of ``GET /v1/billing/usage``."""
    return {
        "from": format_time(page.start),
        "to": format_time(page.end),
        "as_of": format_time(page.as_of),
        "has_more": next_cursor is not None,
        "next_cursor": next_cursor,
        "updated_through": updated_through,
        "runs": _usage_runs(page),
    }


def _usage_runs(page: UsagePage) -> list[dict[str, Any]]:
    """Return the runs of a page. Times stay datetimes and tags are JSON already; the renderers write both."""
    # zip() stops at the last column's name, which drops the values that a row has after the columns.
    runs: list[dict[str, Any]] = list(map(dict, map(zip, repeat(USAGE_COLUMNS), page.runs)))
    for run in runs:
        if (cost := run["total_cost_usd"]) is not None:
            run["total_cost_usd"] = format_usd(cost)
        run["credited_usd"] = format_usd(run["credited_usd"])
        if (units := run["units"]) is not None:
            run["units"], run["cached_units"] = format_units(units), format_units(run["cached_units"])
        run["tags"] = orjson.Fragment(run["tags"])
    return runs


def usage_table(body: dict[str, Any]) -> Iterator[list[Any]]:
    """Yield the CSV lines of a page of usage: a header, then one line per run, with the tags as one JSON text."""
    yield list(USAGE_COLUMNS)
    for run in body["runs"]:
        yield list({**run, "tags": orjson.dumps(run["tags"]).decode()}.values())


def entries_body(query: EntriesQuery, page: EntriesPage, next_cursor: str | None) -> dict[str, Any]:
    """Return the body of ``GET /v1/billing/entries``."""
    totals = page.totals._asdict()
    return {
        "from": None if query.start is None else format_time(query.start),
        "to": None if query.end is None else format_time(query.end),
        "as_of": format_time(page.as_of),
        **{name: None if total is None else format_usd(total) for name, total in totals.items()},
        "has_more": next_cursor is not None,
        "next_cursor": next_cursor,
        "entries": [_entry_body(entry) for entry in page.entries],
    }


def entries_table(body: dict[str, Any]) -> Iterator[list[Any]]:
    """Yield the CSV lines of a page of entries: a header, then one line per entry."""
    yield list(Entry._fields)
    for entry in body["entries"]:
        # As a text, a negative amount would be taken for a formula.
        yield list({**entry, "amount_usd": Decimal(entry["amount_usd"])}.values())


def alerts_body(alerts: Iterable[Alert]) -> dict[str, Any]:
    """Return the body of ``GET /v1/billing/alerts``. Figures and thresholds are decimal strings in the rule's unit."""
    return {"alerts": [_alert_body(each) for each in alerts]}


def _alert_body(alert: Alert) -> dict[str, Any]:
    rule = alert.rule
    return {
        "id": str(rule.pk),
        "kind": rule.kind,
        "amount_usd": None if alert.amount_usd is None else format_usd(alert.amount_usd),
        "number": rule.number,
        "factor": None if rule.factor is None else format_units(rule.factor),
        "tag": rule.tag_key or None,
        "value": rule.tag_value,
        "state": rule.state,
        "since": format_time(rule.state_since),
        "unit": alert.unit,
        "figure": None if rule.figure is None else plain_figure(rule.kind, rule.figure),
        "threshold": None if rule.threshold is None else plain_figure(rule.kind, rule.threshold),
        "evaluated_at": None if rule.evaluated_at is None else format_time(rule.evaluated_at),
        "firings": [_firing_body(rule.kind, each) for each in alert.firings],
    }


def _firing_body(kind: str, firing: AlertFiring) -> dict[str, Any]:
    return {
        "bucket_start": None if firing.bucket_start is None else format_time(firing.bucket_start),
        "value": firing.tag_value,
        "percent": firing.step or None,
        "figure": plain_figure(kind, firing.figure),
        "threshold": plain_figure(kind, firing.threshold),
        "is_over": firing.is_over,
        "fired_at": format_time(firing.fired_at),
        "resolved_at": None if firing.resolved_at is None else format_time(firing.resolved_at),
    }


def summary_table(body: dict[str, Any]) -> Iterator[list[Any]]:
    """Yield the CSV lines of a summary: a header, then one line per group, with a column for each ``group_by``."""
    sums = list(body["totals"])
    yield ["start", "end", "is_final", *body["group_by"], "is_other", *sums]
    for bucket in body["buckets"]:
        for group in bucket["groups"]:
            values = [group["key"].get(name) for name in body["group_by"]]
            yield [bucket["start"], bucket["end"], bucket["is_final"], *values, group["is_other"],
                   *(group[name] for name in sums)]  # fmt: skip


def summary_body(query: SummaryQuery, summary: Summary) -> dict[str, Any]:
    """Return the body of ``GET /v1/billing/usage/summary``. Costs are null if the account was never fed."""
    was_fed, through = summary.snapshot.fed_at is not None, summary.snapshot.usage_through
    return {
        "from": format_time(query.start),
        "to": format_time(query.end),
        "bucket": query.bucket,
        "timezone": query.zone.key,
        "group_by": list(query.group_by),
        "usage_through": None if through is None else format_time(through),
        "as_of": format_time(summary.snapshot.as_of),
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
        **{name: getattr(sums, name) for name in TOKEN_COUNTS},
    }


def key_body(facts: KeyFacts) -> dict[str, Any]:
    """Return the body of ``GET /v1/key``: the key, and for each route whether the key can read it or why not.

    The decision checks scopes before the opt-in, so a key without the scope learns nothing about the opt-in.
    """
    return {
        "key_id": str(facts.key_id),
        "name": facts.key_name,
        "organization_id": facts.organization_id,
        "organization_name": facts.organization_name,
        "scopes": sorted(facts.scopes),
        "created_at": format_time(facts.created_at),
        "expires_at": format_time(facts.expires_at),
        "routes": [
            {
                "method": "GET",
                "path": route.path,
                "reads": route.reads,
                "readable": verdict is None,
                "code": verdict.refusal.code if verdict else None,
            }
            for route, verdict in ((route, decide(facts, route)) for route in READABLE)
        ],
    }
