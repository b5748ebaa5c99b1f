"""Reads one run, and builds the filters that usage and estimates apply to runs."""

import json
from collections.abc import Collection
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, NamedTuple

import orjson
from django.db import connection

from billing_access.access.decision import Grant
from billing_access.billing.identifiers import LONGEST_RUN_ID, stored_form
from billing_access.billing.rollups import NET_COST


class RunRow(NamedTuple):
    """A run. The cost is in US dollars, None if it is unpriced; token counts are None if they are unknown.
    ``units`` and ``cached_units`` are None if the cost was fed in US dollars.

    ``total_cost_usd`` is less ``credited_usd``, the sum of the run's credits. If no feed gave ``modified_at``, it is
    when the run finished, else started, else was created.
    """

    run_id: str
    run_type: str
    status: str
    created_at: datetime
    modified_at: datetime
    queued_at: datetime | None
    started_at: datetime | None
    finished_at: datetime | None
    total_cost_usd: Decimal | None
    credited_usd: Decimal
    cost_status: str
    units: Decimal | None
    cached_units: Decimal | None
    llm_tokens_in: int | None
    llm_tokens_out: int | None
    llm_tokens_cached: int | None
    tags: dict[str, str]


_COMPUTED: Final = {
    "modified_at": "coalesce(r.modified_at, r.finished_at, r.started_at, r.created_at)",
    "total_cost_usd": NET_COST.format(run="r"),
}
_SELECTED: Final = ", ".join(_COMPUTED.get(name, f"r.{name}") for name in RunRow._fields)
_RUN: Final = f"""
SELECT {_SELECTED} FROM billing_run r WHERE r.organization_id = %s::bigint AND r.run_id = %s::varchar
"""  # noqa: S608 (constants only)


def read_run(grant: Grant, run_id: str) -> RunRow | None:
    """Read a run of the grant's organization in one SELECT; None if it has no such run, even if another has."""
    stored_id = stored_form(run_id, LONGEST_RUN_ID)
    if stored_id is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute(_RUN, [grant.organization_pk, stored_id])
        row = cursor.fetchone()
    if row is None:
        return None
    columns = dict(zip(RunRow._fields, row, strict=True))
    # Django's connections return jsonb as text.
    return RunRow(**{**columns, "tags": orjson.loads(columns["tags"])})


def run_filters(tags: Collection[tuple[str, str]], **columns: str | None) -> tuple[str, dict[str, Any]]:
    """Return SQL conditions on the run ``r``, each starting with AND, and their parameters.

    A run matches if every tag and every column does. A column of None is not filtered by. No run matches a tag that
    ingest would refuse, or two values of one tag. All tags are one condition, so that each costs a run hardly more.
    """
    conditions, parameters = "", {}
    for column, value in columns.items():
        if value is not None:
            conditions += f" AND r.{column} = %({column})s::varchar"
            parameters[column] = value
    wanted: dict[str, str] = {}
    for key, value in tags:
        stored_key, stored_value = stored_form(key), stored_form(value)
        if stored_key is None or stored_value is None or wanted.setdefault(stored_key, stored_value) != stored_value:
            return " AND false", {}
    if wanted:
        conditions += " AND r.tags @> %(tags)s::jsonb"
        parameters["tags"] = json.dumps(wanted)
    return conditions, parameters
