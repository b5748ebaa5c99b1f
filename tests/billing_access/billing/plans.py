"""Collects PostgreSQL's plans of the statements that a block executes: custom plans and generic ones."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from psycopg import ClientCursor

PLANNED = re.compile(r"\s*\(?(SELECT|WITH|INSERT INTO (?:billing|merging)_|UPDATE|DELETE)")


@dataclass
class Plans:
    """The plans of all statements: (plan_cache_mode, statement, top node)."""

    found: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)

    def scans(self, relation: str) -> list[dict[str, Any]]:
        """Return all plan nodes that read the relation."""
        return [node for _, _, top in self.found for node in nodes(top) if node.get("Relation Name") == relation]

    def indexes(self) -> set[str]:
        """Return the names of the indexes that are read or that detect conflicts of inserts."""
        every = [node for _, _, top in self.found for node in nodes(top)]
        arbiters = [name for node in every for name in node.get("Conflict Arbiter Indexes", ())]
        return {node["Index Name"] for node in every if "Index Name" in node} | {*arbiters}

    def sequential(self) -> set[str]:
        """Return the relations that are scanned sequentially."""
        return {
            node["Relation Name"]
            for _, _, top in self.found
            for node in nodes(top)
            if node["Node Type"].endswith("Seq Scan")
        }

    def sorted_whole(self, relation: str) -> list[str]:
        """Return the statements that sort rows of the relation which no LIMIT has reduced before."""
        return [
            statement
            for _, statement, top in self.found
            for node in nodes(top)
            if "Sort" in node["Node Type"] and any(below.get("Relation Name") == relation for below in _sorted_by(node))
        ]


def nodes(top: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the nodes of a plan."""
    yield top
    for below in top.get("Plans", ()):
        yield from nodes(below)


def _sorted_by(sort: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the nodes whose rows a sort gets. CTEs of the statement hang below its topmost node, whatever that is."""
    for below in sort.get("Plans", ()):
        if below["Node Type"] != "Limit" and below["Parent Relationship"] != "InitPlan":
            yield below
            yield from _sorted_by(below)


@contextmanager
def planning(*, analyze: bool = False) -> Iterator[Plans]:
    """Explain each statement of the block before it runs; with ``analyze`` the plans have actual row counts.

    Each is explained with a custom and with a generic plan, since psycopg prepares repeated statements and PostgreSQL
    may then use either. Code that sets plan_cache_mode is explained in that mode only.
    """
    plans, busy = Plans(), False

    def explain(execute: Any, statement: str, parameters: Any, many: bool, context: Any) -> Any:
        nonlocal busy
        if not busy and not many and PLANNED.match(statement):
            busy = True
            try:
                plans.found += [(mode, statement, _plan(mode, statement, parameters, analyze)) for mode in _modes()]
            finally:
                busy = False
        return execute(statement, parameters, many, context)

    with connection.execute_wrapper(explain):
        yield plans


def _modes() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SHOW plan_cache_mode")
        (mode,) = cursor.fetchone()
    return ["force_custom_plan", "force_generic_plan"] if mode == "auto" else [mode]


def _plan(mode: str, statement: str, parameters: Any, analyze: bool) -> dict[str, Any]:
    text, values = _numbered(statement, parameters)
    options = f"VERBOSE, ANALYZE {analyze}, FORMAT JSON"
    with ClientCursor(connection.connection) as cursor:
        before = cursor.execute("SHOW plan_cache_mode").fetchone()[0]
        cursor.execute(f"SET plan_cache_mode = {mode}")
        cursor.execute(f"PREPARE planned AS {text}")
        arguments = f"({', '.join(['%s'] * len(values))})" if values else ""
        cursor.execute(f"EXPLAIN ({options}) EXECUTE planned{arguments}", values)
        plan = cursor.fetchone()[0]
        cursor.execute("DEALLOCATE planned")
        cursor.execute(f"SET plan_cache_mode = {before}")
    return (json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]


def _numbered(statement: str, parameters: Any) -> tuple[str, list[Any]]:
    """Number the placeholders like the driver: a repeated name is one parameter."""
    values: list[Any] = []
    numbers: dict[str, int] = {}

    def number(match: re.Match[str]) -> str:
        name = match.group(1)
        if match.group() == "%%":
            return "%"
        if name is None:
            values.append(parameters[len(values)])
            return f"${len(values)}"
        if name not in numbers:
            values.append(parameters[name])
            numbers[name] = len(values)
        return f"${numbers[name]}"

    return re.sub(r"%\((\w+)\)s|%s|%%", number, statement), values
