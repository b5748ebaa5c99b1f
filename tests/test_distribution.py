"""The package that a project installs: the three apps with all they need, nothing of the site, the demo or tests."""

import ast
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_bytes
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parent.parent
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
APPS = ("billing_audit", "orgs", "billing_access")
# Imports that an extra brings, by the one file that has them. Without the extra that file imports nothing.
OF_EXTRAS = {("billing_audit/transparency/object_store.py", "obstore"): "s3"}


def names_of(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(each).name) for each in requirements}


def imports_of(file: Path) -> set[str]:
    """The top-level packages that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module or ""]
        found |= {name.partition(".")[0] for name in names}
    return found - sys.stdlib_module_names - set(APPS)


@pytest.mark.parametrize("app", APPS)
def test_an_app_imports_what_the_package_depends_on(app: str) -> None:
    distributions = packages_distributions()
    needed, extras = names_of(PROJECT["dependencies"]), PROJECT["optional-dependencies"]
    files = list((CHECKOUT / app).rglob("*.py"))
    assert files
    for file in files:
        path = str(file.relative_to(CHECKOUT))
        for name in imports_of(file):
            (distribution,) = {canonicalize_name(each) for each in distributions[name]}
            extra = OF_EXTRAS.get((path, name))
            allowed = names_of(extras[extra]) if extra else needed
            assert distribution in allowed, f"{path} imports {name}, which is no dependency"


def test_every_dependency_is_imported_by_an_app_or_named_with_the_reason() -> None:
    distributions = packages_distributions()
    imported = {name for app in APPS for file in (CHECKOUT / app).rglob("*.py") for name in imports_of(file)}
    used = {canonicalize_name(each) for name in imported for each in distributions[name]}
    # Time zones are its data, whatever the machine has (orgs/time_zones.py).
    assert names_of(PROJECT["dependencies"]) == used - {"obstore"} | {"tzdata"}


def test_every_dependency_of_the_package_has_a_lower_bound_and_django_an_upper_one() -> None:
    for text in (
        *PROJECT["dependencies"],
        *(each for extra in PROJECT["optional-dependencies"].values() for each in extra),
    ):
        requirement = Requirement(text)
        if requirement.name != "tzdata":
            assert any(each.operator == ">=" for each in requirement.specifier), text
    (django,) = (Requirement(each) for each in PROJECT["dependencies"] if each.startswith("Django"))
    assert django.specifier.contains("5.2.8")
    assert not django.specifier.contains("6.2")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the wheel and the sdist of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--directory", folder],
        cwd=CHECKOUT, check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> dict[str, bytes]:
    """The files of the wheel by their paths."""
    (path,) = built.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tracked(*folders: str) -> set[str]:
    """The paths of the checkout's files below these folders, without compiled ones."""
    return {
        str(file.relative_to(CHECKOUT))
        for folder in folders
        for file in (CHECKOUT / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_the_wheel_has_the_three_apps_and_nothing_else(wheel: dict[str, bytes]) -> None:
    tops = {name.partition("/")[0] for name in wheel}
    assert tops == {*APPS, f"billing_access-{PROJECT['version']}.dist-info"}
    assert not [name for name in wheel if name.endswith(".pyc") or "/tests/" in name]


def test_the_wheel_has_every_file_of_the_apps_where_django_looks_for_it(wheel: dict[str, bytes]) -> None:
    expected = {path: path for path in tracked(*APPS)}
    for app, label in zip(APPS, ("billing_audit", "billing_orgs", "billing_access"), strict=True):
        for kind in ("templates", "static"):
            expected |= {f"{app}/{path}": path for path in tracked(f"{kind}/{app}")}
        expected |= {f"{app}/{path}": path for path in tracked(f"templates/admin/{label}")}
    expected["orgs/ui/verify_audit_export.py"] = "examples/verify_audit_export.py"
    assert {name for name in wheel if ".dist-info/" not in name} == set(expected)
    for inside, path in expected.items():
        assert wheel[inside] == (CHECKOUT / path).read_bytes(), inside
    for app in APPS:
        assert f"{app}/py.typed" in wheel
        assert any(re.fullmatch(rf"{app}/migrations/0001_\w+\.py", name) for name in wheel)


def test_no_template_of_an_app_is_outside_its_own_folder(wheel: dict[str, bytes]) -> None:
    """What a template of the wheel extends or includes, and every static file that it names, is in the wheel."""
    templates = {name.partition("/templates/")[2] for name in wheel if "/templates/" in name}
    static = {name.partition("/static/")[2] for name in wheel if "/static/" in name}
    of_others = re.compile(r"admin/(?!billing_)|drf_spectacular_sidecar/")
    for name, content in wheel.items():
        if "/templates/" in name:
            text = content.decode()
            used = set(re.findall(r"{% (?:extends|include) [\"']([^\"']+)[\"']", text))
            assert {each for each in used if not of_others.match(each)} <= templates, name
            named = set(re.findall(r"{% static [\"']([^\"']+)[\"']", text))
            assert {each for each in named if not of_others.match(each)} <= static, name


@pytest.mark.parametrize("app", APPS)
def test_every_template_that_an_app_names_is_in_the_wheel(wheel: dict[str, bytes], app: str) -> None:
    templates = {name.partition("/templates/")[2] for name in wheel if "/templates/" in name}
    is_template = re.compile(r"\w[\w/-]*\.(html|txt)")
    named = {
        str(node.value)
        for file in (CHECKOUT / app).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Constant) and is_template.fullmatch(str(node.value))
    }
    assert named - templates == set()


def test_the_metadata_names_what_an_index_shows(wheel: dict[str, bytes]) -> None:
    name = next(each for each in wheel if each.endswith(".dist-info/METADATA"))
    metadata = message_from_bytes(wheel[name])
    assert (metadata["Name"], metadata["Version"], metadata["License-Expression"]) == (
        "billing-access", PROJECT["version"], "MIT",
    )  # fmt: skip
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert set(metadata.get_all("Provides-Extra")) == {"service", "redis", "s3"}
    assert any(each.endswith("/licenses/LICENSE") for each in wheel)


def test_the_sdist_has_the_whole_checkout(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    folders = (*APPS, "accounts", "config", "dev", "templates", "static", "tests", "docs", "deploy", "examples", ".ci")
    files = {"Makefile", "LICENSE", "README.md", "manage.py", "requirements.lock", ".env.example"}
    assert tracked(*folders) | files <= inside
