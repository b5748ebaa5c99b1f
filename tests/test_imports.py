"""Files do not import in a circle, and no import is inside a function to avoid one.

import-linter holds the layers; its contract on siblings does not see a circle through a package's ``__init__``.
"""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

CHECKOUT = Path(__file__).parent.parent
PACKAGES = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["tool"]["importlinter"]["root_packages"]
FILES = [path for package in PACKAGES for path in sorted((CHECKOUT / package).rglob("*.py"))]


def circles(graph: grimp.ImportGraph) -> Iterator[tuple[str, ...]]:
    """Yield a circle for each import that is part of one. Imports for type checkers count too."""
    for importer in sorted(graph.modules):
        for imported in sorted(graph.find_modules_directly_imported_by(importer)):
            way_back = graph.find_shortest_chain(imported, importer)
            if way_back is not None:
                yield importer, *way_back


def imports_in_functions(text: str, allowed: str = "") -> list[int]:
    """Return the lines of imports in a function, those in functions named ``allowed`` excepted."""
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    functions = [node for node in functions if node.name != allowed]
    imports = (node for function in functions for node in ast.walk(function))
    return sorted({node.lineno for node in imports if isinstance(node, ast.Import | ast.ImportFrom)})


def test_no_files_import_each_other_in_a_circle() -> None:
    assert list(circles(grimp.build_graph(*PACKAGES, cache_dir=None))) == []


def test_no_import_hides_in_a_function() -> None:
    # Django loads an app's models after its apps.py and before ready(), so what needs them is imported there.
    hidden = [
        f"{path.relative_to(CHECKOUT)}:{line}"
        for path in FILES
        for line in imports_in_functions(path.read_text(), allowed="ready" if path.name == "apps.py" else "")
    ]
    assert hidden == []


def test_a_circle_is_found() -> None:
    graph = grimp.ImportGraph()
    for importer, imported in [("a", "b"), ("b", "c"), ("c", "b")]:
        graph.add_import(importer=importer, imported=imported)
    assert list(circles(graph)) == [("b", "c", "b"), ("c", "b", "c")]


@pytest.mark.parametrize(
    "text",
    ["def f():\n    import a", "async def f():\n    from a import b", "class C:\n  def f(self):\n    if 1: import a"],
)
def test_an_import_in_a_function_is_found(text: str) -> None:
    assert len(imports_in_functions(text)) == 1
    assert imports_in_functions("import a\nif 1:\n    import b\ndef f(): ...") == []
