"""The reference page of system checks, read from the source, which builds each check's message where it finds a fault.

What a message takes from the settings at hand stands as an ellipsis.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings

UNKNOWN: Final = "…"
_LEVELS: Final = {"Error", "Warning"}
_NUMBERED: Final = re.compile(r"\w+\.[EW]$")


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A system check's id, what it says is wrong, and what to do."""

    id: str
    fault: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Scope:
    """A function of a module, and the expressions that stand for some of its names."""

    module: ast.Module
    function: ast.FunctionDef
    bound: Mapping[str, str]

    def text(self, node: ast.expr) -> str:
        """Return the text of an expression, with an ellipsis for what only running it would tell."""
        match node:
            case ast.Constant(value=str(text)):
                return text
            case ast.JoinedStr(values=parts):
                return "".join(self.text(part) for part in parts)
            case ast.FormattedValue(value=value):
                return self.text(value)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self.text(left) + self.text(right)
            case ast.IfExp(body=body, orelse=orelse):
                return " Or: ".join(text for text in (self.text(body), self.text(orelse)) if text)
            case ast.Name(id=name) if name in self.bound:
                return self.bound[name]
            case ast.Name(id=name, lineno=line):
                assigned = _assigned(self.function, name, line) or _assigned(self.module, name, line)
                return UNKNOWN if assigned is None else self.text(assigned)
        return UNKNOWN


def lines(apps: Iterable[str]) -> Iterator[str]:
    """Yield the lines of the page about these apps, below its opening."""
    yield (
        "`manage.py check` finds these at every start, and those of a deployment with `--deploy`. An error (E) stops"
        " `migrate`, `runserver` and the like; a warning (W) does not."
    )
    yield from ["", "| check | says | what to do |", "| --- | --- | --- |"]
    for each in found(apps):
        yield f"| `{each.id}` | {_cell(each.fault)} | {_cell(each.hint)} |"


def found(apps: Iterable[str]) -> list[Found]:
    """Return every check of the apps, in the order of their ids."""
    paths = [path for app in apps for path in (Path(settings.BASE_DIR) / app).rglob("*.py")]
    return sorted({each for path in paths if "check" in (text := path.read_text()) for each in _in_module(text)})


def _in_module(text: str) -> Iterator[Found]:
    module = ast.parse(text)
    functions = [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)]
    # Functions that make a message of a number, a fault and a hint, with the begin of its id.
    makers = {function.name: prefix for function in functions for prefix in _prefixes(function)}
    for function in functions:
        for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            match call:
                case ast.Call(func=ast.Name(id=name), args=[fault]) if name in _LEVELS:
                    keywords = {each.arg: each.value for each in call.keywords}
                    if isinstance(keywords.get("id"), ast.Constant):
                        scope = _Scope(module, function, {})
                        yield Found(*(scope.text(node) for node in (keywords["id"], fault, keywords["hint"])))
                case ast.Call(func=ast.Name(id=name), args=[number, fault, hint]) if name in makers:
                    for scope, value in _numbers(module, function, functions, number):
                        yield Found(f"{makers[name]}{value:03}", scope.text(fault), scope.text(hint))


def _prefixes(function: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(function):
        match node:
            case ast.keyword(arg="id", value=ast.JoinedStr(values=[ast.Constant(value=str(text)), *_])):
                if _NUMBERED.match(text):
                    yield text


def _numbers(
    module: ast.Module, function: ast.FunctionDef, functions: list[ast.FunctionDef], number: ast.expr
) -> Iterator[tuple[_Scope, int]]:
    """Yield each number that the expression stands for, with what is then known of the other names."""
    match number:
        case ast.Constant(value=int(value)):
            yield _Scope(module, function, {}), value
        case ast.Name(id=name):
            for names, row, scope in _rows(module, function, functions):
                if name in names and isinstance(first := row[names.index(name)], ast.Constant):
                    bound = {each: scope.text(node) for each, node in zip(names, row, strict=True)}
                    yield _Scope(module, function, bound), int(str(first.value))


def _rows(
    module: ast.Module, function: ast.FunctionDef, functions: list[ast.FunctionDef]
) -> Iterator[tuple[list[str], list[ast.expr], _Scope]]:
    """Yield the names of each loop over tuples in the function, and the expressions of each tuple with their scope."""
    for loop in (node for node in ast.walk(function) if isinstance(node, ast.For | ast.comprehension)):
        if not isinstance(loop.target, ast.Tuple):
            continue
        names = [each.id for each in loop.target.elts if isinstance(each, ast.Name)]
        tuples: list[tuple[ast.FunctionDef, ast.expr | None]] = []
        match loop.iter:
            case ast.Name(id=name, lineno=line):
                listed = _assigned(function, name, line)
                tuples = [(function, each) for each in getattr(listed, "elts", [])]
            case ast.Call(func=ast.Name(id=name)):
                sources = [each for each in functions if each.name == name]
                tuples = [(f, node.value) for f in sources for node in ast.walk(f) if isinstance(node, ast.Yield)]
        for source, each in tuples:
            if isinstance(each, ast.Tuple) and len(each.elts) == len(names):
                yield names, each.elts, _Scope(module, source, {})


def _assigned(block: ast.Module | ast.FunctionDef, name: str, line: int) -> ast.expr | None:
    """Return what was last assigned to the name above this line."""
    value = None
    for node in (node for node in ast.walk(block) if isinstance(node, ast.Assign | ast.AnnAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        is_named = any(isinstance(each, ast.Name) and each.id == name for each in targets)
        if is_named and node.lineno < line and (value is None or value.lineno < node.lineno):
            value = node.value
    return value


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")
