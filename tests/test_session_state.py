"""No code leaves state in a session of PostgreSQL, which a pooler in transaction mode gives to another client."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.poolers import SESSION_STATE

ROOT = Path(__file__).parents[1]
PACKAGES = ("accounts", "billing_access", "billing_audit", "config", "orgs")
# They stream inside a transaction (`one_moment`, `_purge_month`), at whose end the cursor closes.
IN_A_TRANSACTION = {
    f"billing_audit/{name}.py" for name in ("verification/roots", "verification/verify", "storage/retention")
}


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Yield the path and the syntax tree of every module."""
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            yield str(file.relative_to(ROOT)), ast.parse(file.read_text())


def texts(tree: ast.Module) -> Iterator[str]:
    """Yield every text of a module but its docstrings; of an f-string, what stands before its first value too."""
    described = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    docstrings = {ast.get_docstring(each, clean=False) for each in ast.walk(tree) if isinstance(each, described)}
    for each in ast.walk(tree):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and each.value not in docstrings:
            yield each.value


def test_no_statement_leaves_anything_in_its_session() -> None:
    found = [(path, text) for path, tree in sources() for text in texts(tree) if SESSION_STATE.search(text)]
    assert not found


def test_rows_are_streamed_inside_a_transaction_only() -> None:
    """Django's `.iterator()` makes a cursor that outlives a transaction; behind a pooler it would load all rows."""
    calls = {
        (path, each.attr)
        for path, tree in sources()
        for each in ast.walk(tree)
        if isinstance(each, ast.Attribute) and each.attr in {"iterator", "aiterator", "chunked_cursor"}
    }
    assert calls == {(path, "chunked_cursor") for path in IN_A_TRANSACTION}


@pytest.mark.parametrize(
    ("statement", "stays"),
    [
        ("SET statement_timeout = 5", True), ("SET SESSION work_mem = '1MB'", True), ("SELECT 1; SET x = 1", True),
        ("SET LOCAL jit = off", False), ("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE", False),
        ("SET CONSTRAINTS ALL IMMEDIATE", False), ("UPDATE t\nSET x = 1", False),
        ("SELECT set_config('jit', %s, false)", True), ("SELECT set_config('jit', %s, true)", False),
        ("LISTEN jobs", True), ("PREPARE p AS SELECT 1", True), ("RESET ALL", True),
        ("SELECT pg_advisory_lock(1)", True), ("SELECT pg_try_advisory_lock(1)", True),
        ("SELECT pg_advisory_xact_lock(1)", False), ("CREATE TEMP TABLE t ()", True),
        ("CREATE LOCAL TEMPORARY TABLE t ()", True), ("CREATE TABLE template ()", False),
        ('DECLARE "c" NO SCROLL CURSOR WITH HOLD FOR SELECT 1', True), ("DECLARE c CURSOR FOR SELECT 1", False),
    ],
)  # fmt: skip
def test_what_stays_in_a_session(statement: str, stays: bool) -> None:
    assert bool(SESSION_STATE.search(statement)) is stays
