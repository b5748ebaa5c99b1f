"""Tries the tests with each supported version of Python, Django and PostgreSQL: ``nox --list`` names the sessions.

A session whose Python is not installed is skipped. Everything after ``--`` goes to pytest:
``nox --session "django(3.13-6.1)" -- tests/orgs -n 2``. Without it a session runs every test.
"""

import os
from pathlib import Path
from typing import Final

import nox

nox.needs_version = ">=2025.10.16"
nox.options.default_venv_backend = "uv"
nox.options.reuse_venv = "yes"
nox.options.download_python = "never"
# Nox would otherwise fail under CI, where not every Python is installed.
nox.options.error_on_missing_interpreters = False

# Python and Django. Django 6.1 needs Python 3.12.
PAIRS: Final = (("3.11", "5.2"), ("3.12", "5.2"), ("3.13", "5.2"), ("3.12", "6.1"), ("3.13", "6.1"), ("3.14", "6.1"))
POSTGRESQL: Final = ("15", "18")
# For a pair that CI tries next to the whole suite: what touches Django, DRF, guardian, allauth and psycopg the most.
FEW: Final = (
    "tests/accounts/test_admin.py",
    "tests/accounts/ui/test_sign_in.py",
    "tests/billing_access/api/test_billing_state.py",
    "tests/billing_access/api/test_djangos_own_engine.py",
    "tests/billing_access/api/test_openapi.py",
    "tests/config/test_deploy_checks.py",
    "tests/config/test_doctor.py",
    "tests/orgs/mail",
    "tests/orgs/ui/test_members.py",
    "tests/promises/test_1_closed_by_default.py",
    "tests/promises/test_2_off_means_off_now.py",
    "tests/test_migrations.py",
)
ENVIRONMENT: Final = {"DEMO": "on", "SECRET_KEY": "only-for-tests-only-for-tests-only", "PYTHONDONTWRITEBYTECODE": ""}


@nox.session
@nox.parametrize("python,django", [nox.param(*pair, id="-".join(pair)) for pair in PAIRS])
def django(session: nox.Session, django: str) -> None:
    """The newest allowed versions of everything, with this Python and Django."""
    _install_newest(session, django)
    _test(session)


@nox.session(python="3.12")
def few(session: nox.Session) -> None:
    """A few tests with Django 6.1, in a minute: what CI tries next to the whole suite with 5.2."""
    # All else as it is locked, so that no new release of another project fails CI.
    other = Path(session.create_tmp()) / "other.txt"
    other.write_text("Django==6.1.*\n")
    session.install("--requirement", "requirements-dev.lock", "--override", str(other))
    _test(session, *FEW, "-m", "not soak and not chaos")


@nox.session(python="3.11")
def lowest(session: nox.Session) -> None:
    """The lowest version of each dependency that pyproject.toml allows."""
    lowest = Path(session.create_tmp()) / "lowest.txt"
    wanted = ("pyproject.toml", "--all-extras", "--group", "run", "--resolution", "lowest-direct")
    session.run_install("uv", "pip", "compile", "--quiet", *wanted, "--output-file", str(lowest))
    # pytest and the like are as new as these allow.
    session.install("--requirement", str(lowest), "--group", "dev")
    _test(session)


@nox.session(python="3.11")
@nox.parametrize("version", POSTGRESQL, ids=POSTGRESQL)
def postgresql(session: nox.Session, version: str) -> None:
    """This PostgreSQL: Debian's programs, and the embedded ones for the newest."""
    programs = Path("/usr/lib/postgresql") / version
    if version != POSTGRESQL[-1]:
        if not programs.is_dir():
            session.skip(f"{programs} is missing")
        session.env["POSTGRES_PROGRAMS"] = str(programs)
    _install_newest(session, "5.2")
    _test(session)


def _install_newest(session: nox.Session, django: str) -> None:
    session.install(
        "--upgrade", "--requirement", "pyproject.toml", "--all-extras", "--group", "dev", f"Django=={django}.*"
    )


def _test(session: nox.Session, *arguments: str) -> None:
    """Run pytest on a PostgreSQL of its own. Warnings are errors, as always (pyproject.toml)."""
    server = ("python", "-m", "dev.postgres_server", "test", "--")
    workers = ("-n", os.environ.get("WORKERS", "auto"))
    session.run(*server, "python", "-m", "pytest", "-q", *(session.posargs or (*arguments, *workers)), env=ENVIRONMENT)
