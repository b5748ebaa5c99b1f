"""A project that has its own everything installs the wheel, writes a few lines, and all works for its people.

The project is ``host/``; it has tests of its own, run by its own pytest in an environment that has the
wheel and not this checkout.
"""

import os
import shutil
import site
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Final

import pytest
from psycopg.conninfo import conninfo_to_dict

HERE: Final = Path(__file__).parent
CHECKOUT: Final = HERE.parents[1]
# The variables of libpq, by the names of its parameters.
LIBPQ: Final = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE"}
# The project's own tests.
TESTS: Final = ("host/pages.py", "host/beside.py", "host/whole_way.py")
DATABASE: Final = f"test_host_project_{os.getpid()}"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project in a folder of its own, with an environment: the wheel, and the third-party packages of this one."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(HERE / "host", folder / "host", ignore=shutil.ignore_patterns("__pycache__"))
    # Under that name this suite's pytest would load it, too.
    (folder / "host" / "fixtures.py").rename(folder / "host" / "conftest.py")
    # Django reads migrations only where there is an __init__.py, which no folder below tests/ has.
    (folder / "host" / "migrations" / "__init__.py").touch()
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True, timeout=60)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "venv"], check=True, timeout=60)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder / "venv")}))
    (packages / "third_party.pth").write_text("\n".join(site.getsitepackages()))
    (wheel,) = folder.glob("*.whl")
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        packages,
        wheel,
    ]
    subprocess.run(install, check=True, capture_output=True, timeout=60)
    return folder


def in_project(project: Path, *arguments: str | Path, **environ: str) -> "subprocess.CompletedProcess[str]":
    """Run Python in the project's environment, which nothing of the checkout's is in but the database server."""
    server = conninfo_to_dict(os.environ["DATABASE_URL"])
    given = {LIBPQ[name]: str(value) for name, value in server.items() if name in LIBPQ}
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    return subprocess.run(
        [project / "venv" / "bin" / "python", *arguments],
        cwd=project,
        env={**kept, **given, "DJANGO_SETTINGS_MODULE": "host.settings", "HOST_TEST_DATABASE": DATABASE, **environ},
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_what_is_installed_is_the_wheel(project: Path) -> None:
    code = "import billing_access as a, billing_audit as b, orgs as c\nfor each in (a, b, c): print(each.__file__)"
    files = in_project(project, "-c", code).stdout.split()
    assert len(files) == 3
    assert all(Path(file).is_relative_to(project / "venv") for file in files)
    for name in ("config", "accounts", "dev", "tests"):
        assert "ModuleNotFoundError" in in_project(project, "-c", f"import {name}").stderr


def test_everything_works_for_the_people_of_the_project(project: Path) -> None:
    """With and without ATOMIC_REQUESTS: ``host/fixtures.py``."""
    plugins = ("cacheprovider", "schemathesis", "playwright", "anyio")
    left_out = [word for name in plugins for word in ("-p", f"no:{name}")]
    # Warnings are errors, as everywhere in this suite.
    errors = ("-W", "error", "-W", "ignore::ResourceWarning")
    ended = in_project(project, "-m", "pytest", *TESTS, "-q", *left_out, *errors)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_an_app_that_is_missing_is_named(project: Path) -> None:
    """Without it Django stops at a model, before any check runs."""
    code = """
import os, django
from django.conf import settings
for app in "guardian", "orgs", "django.contrib.postgres":
    if (child := os.fork()) == 0:
        settings.INSTALLED_APPS.remove(app)
        django.setup()
    os.waitpid(child, 0)
"""
    ended = in_project(project, "-c", code)
    for app in ("guardian", "orgs", "django.contrib.postgres"):
        assert f"INSTALLED_APPS lacks what Billing Access needs. Add '{app}'." in ended.stderr
