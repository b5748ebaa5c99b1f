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
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

HERE: Final = Path(__file__).parent
CHECKOUT: Final = HERE.parents[1]
# The variables of libpq, by the names of its parameters.
LIBPQ: Final = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE"}
# Everything in the schema of a database, and what Django keeps in rows about apps.
OBJECTS: Final = """
SELECT 'relation', relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace
UNION ALL SELECT 'routine', oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace
UNION ALL SELECT 'trigger', tgname || ' of ' || tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'migration', app || name FROM django_migrations
UNION ALL SELECT 'permission', app_label || codename FROM auth_permission p JOIN django_content_type c
    ON c.id = content_type_id
"""
# The project before it has the apps.
BARE: Final = """
from host.settings import *
INSTALLED_APPS = [each for each in INSTALLED_APPS if each not in {"billing_access", "orgs", "billing_audit"}]
MIDDLEWARE = [each for each in MIDDLEWARE if not each.startswith("billing_access")]
ROOT_URLCONF = "host.bare_urls"
"""
# The project's own tests.
TESTS: Final = ("host/own.py", "host/pages.py", "host/beside.py", "host/inside.py", "host/whole_way.py")
# The promises' tests that run once more in the project. Of the others, 5 to 8 and 10 need the checkout's feeds,
# database roles, servers of its own or people of `accounts`; what they test knows nothing of a project.
PROMISES: Final = (
    "test_1_closed_by_default.py",
    "test_2_off_means_off_now.py",
    "test_3_one_organization.py",
    "test_4_keys_only_read.py",
    "test_9_secrets_show_once.py",
)
# And the tests in them that do not apply.
NOT_HERE: Final = {
    "a_change_committed_elsewhere or a_change_that_rolled_back_elsewhere": "empties tables that refuse it afterwards",
    "the_site_serves_its_own_paths": "a project serves none of them",
    "no_page_and_no_admin_address_accepts": "the project's own pages, such as its sign-in, answer everybody",
    "(a_verb_that_no_form_sends and dana)": "an address of Django's admin fails for keys that are UUIDs",
    "a_cookie_with_or_without_a_key": "the project's middleware reads its sessions; the stand-alone site goes past it",
}
DATABASE: Final = f"test_host_project_{os.getpid()}"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project in a folder of its own, with an environment: the wheel, and the third-party packages of this one."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(HERE / "host", folder / "host", ignore=shutil.ignore_patterns("__pycache__"))
    # Under those names this suite's pytest would load them, too.
    (folder / "host" / "fixtures.py").rename(folder / "conftest.py")
    (folder / "promises").mkdir()
    (folder / "host" / "cast.py").rename(folder / "promises" / "conftest.py")
    for name in PROMISES:
        shutil.copy(CHECKOUT / "tests" / "promises" / name, folder / "promises")
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
        timeout=900,
    )


def test_what_is_installed_is_the_wheel(project: Path) -> None:
    code = "import billing_access as a, billing_audit as b, orgs as c\nfor each in (a, b, c): print(each.__file__)"
    files = in_project(project, "-c", code).stdout.split()
    assert len(files) == 3
    assert all(Path(file).is_relative_to(project / "venv") for file in files)
    for name in ("config", "accounts", "dev", "tests"):
        assert "ModuleNotFoundError" in in_project(project, "-c", f"import {name}").stderr


def run_tests(project: Path, *tests: str) -> None:
    """Run tests in the project. Warnings are errors, as everywhere in this suite."""
    plugins = ("cacheprovider", "schemathesis", "playwright", "anyio")
    left_out = [word for name in plugins for word in ("-p", f"no:{name}")]
    errors = ("-W", "error", "-W", "ignore::ResourceWarning")
    ended = in_project(project, "-m", "pytest", *tests, "-q", *left_out, *errors)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_everything_works_for_the_people_of_the_project(project: Path) -> None:
    """With and without ATOMIC_REQUESTS (``host/fixtures.py``)."""
    run_tests(project, *TESTS)


@pytest.mark.soak
def test_the_promises_hold_in_the_project(project: Path) -> None:
    """The same files as on the stand-alone site, with the settings and people of the project (``host/cast.py``)."""
    run_tests(project, "promises", "-k", f"not ({' or '.join(NOT_HERE)})")


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


def test_the_apps_load_in_any_order(project: Path) -> None:
    code = """
import os, sys, django
from django.conf import settings
ours = ["billing_access", "billing_audit", "guardian", "orgs", "procrastinate.contrib.django"]
others = [each for each in settings.INSTALLED_APPS if each not in ours]
for order in ours + others, others + ours, others + ours[::-1]:
    if (child := os.fork()) == 0:
        settings.INSTALLED_APPS[:] = order
        django.setup()
        from django.core.checks import run_checks
        print([each for each in run_checks() if each.is_serious()], flush=True)
        os._exit(0)
    os.waitpid(child, 0)
"""
    ended = in_project(project, "-c", code)
    assert (ended.stdout, ended.stderr) == ("[]\n" * 3, "")


def test_after_the_removal_the_database_is_as_before_and_the_projects_tests_pass(project: Path) -> None:
    name = f"{DATABASE}_removal"
    (project / "host" / "bare.py").write_text(BARE)
    lines = (project / "host" / "urls.py").read_text().splitlines(keepends=True)
    (project / "host" / "bare_urls.py").write_text("".join(each for each in lines if "billing_access" not in each))

    def run(*words: str, settings: str = "host.settings") -> "subprocess.CompletedProcess[str]":
        chosen = {"DJANGO_SETTINGS_MODULE": settings, "PGDATABASE": name, "HOST_TEST_DATABASE": name}
        ended = in_project(project, "-m", "django", *words, **chosen)
        assert ended.returncode == 0, ended.stderr
        return ended

    def objects() -> set[tuple[str, str]]:
        address = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
        with psycopg.connect(address) as connection:
            return {*connection.execute(OBJECTS)}

    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            run("migrate", "--verbosity", "0", settings="host.bare")
            before = objects()
            run("migrate", "--verbosity", "0")
            assert len(objects() - before) > 300
            run("uninstall_billing_access", "--database", name)
            assert objects() == before
            # The project's own tests, on that very database.
            tested = run("test", "host.own", "--keepdb", settings="host.bare")
            assert "Ran 3 tests" in tested.stderr
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")
