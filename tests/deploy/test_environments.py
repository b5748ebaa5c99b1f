"""deploy/env: each process starts with its example filled in, as its own PostgreSQL role, and gets no secret of others.

The examples of PostgreSQL's containers (database.env, roles.env) are not the site's; test_container reads them.
"""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from billing_audit.signed_notes import Signer
from billing_audit.transparency.checkpoints import newest_checkpoints, write_checkpoints
from billing_audit.transparency.sealer import seal_batch
from config import environment
from tests.conftest import ROLES
from tests.unit_files import DEPLOY

ORIGIN: Final = "billing.example.com"
# Each example, with the role that its process connects as and a command that ends. None: the tables' owner.
COMMANDS: Final[dict[str, tuple[str | None, list[list[str]]]]] = {
    "site": ("app", [["manage.py", "check", "--deploy"], ["-m", "gunicorn", "--config", "python:config.web_server",
                                                            "--check-config", "config.wsgi:application"]]),
    "worker": ("worker", [["manage.py", "procrastinate", "worker", "--one-shot"]]),
    "sealer": ("sealer", [["manage.py", "seal_audit", "--once"]]),
    "webhooks": ("app", [["manage.py", "send_webhooks", "--once"]]),
    "metrics": ("app", [["manage.py", "check", "--database", "default"]]),
    "owner": (None, [["manage.py", "audit_partitions", "--check"]]),
    "statements": (None, [["manage.py", "purge_audit"]]),
    "verification": ("auditor", [["manage.py", "verify_audit", "--against", "CHECKPOINTS"]]),
}  # fmt: skip
# Variables that no process of a real site needs to set: the defaults are right.
NOT_NEEDED: Final = {
    "DEBUG": "off on a real site",
    "DEMO": "off on a real site",
    "SECURE_COOKIES": "on by default",
    "DATABASE_CONN_MAX_AGE": "60 seconds suit every process",
}
# Who has each secret, and nobody else.
SECRETS: Final = {
    "AUDIT_PUSH_SECRET": {"webhooks"},
    "AUDIT_PUSH_URL": {"webhooks"},
    "AUDIT_SIGNING_KEY": {"sealer"},
    "AUDIT_STATEMENT_KEY": {"statements"},
    "MFA_ENCRYPTION_KEYS": {"site"},
    "WEBHOOK_ENCRYPTION_KEYS": {"site", "webhooks"},
    "OIDC_CLIENT_SECRET": {"site"},
    "RATE_LIMIT_STORAGE": {"site"},
    "EMAIL_URL": {"site", "worker"},
    "WEBHOOK_PROXY": {"site", "webhooks"},
}


def lines(name: str) -> dict[str, str]:
    """Return the variables that an example sets, with their values; an empty one is to be filled in."""
    return dict(re.findall(r"^([A-Z_]+)=(.*)$", (DEPLOY / "env" / f"{name}.env").read_text(), re.MULTILINE))


def optional(name: str) -> dict[str, str]:
    """Return the variables that an example names with their defaults, after a #."""
    return dict(re.findall(r"^#([A-Z_]+)=(.*)$", (DEPLOY / "env" / f"{name}.env").read_text(), re.MULTILINE))


def test_there_is_one_example_for_each_process() -> None:
    found = {file.stem for file in (DEPLOY / "env").iterdir()}
    assert found == {*COMMANDS, "database", "roles"}


def test_every_variable_stands_in_an_example_or_is_listed_with_the_reason() -> None:
    named = {variable for name in COMMANDS for variable in (*lines(name), *optional(name))}
    assert named <= set(environment.variables())
    assert set(environment.variables()) - named == set(NOT_NEEDED)


def test_a_default_that_an_example_shows_is_the_default() -> None:
    documented = dict(re.findall(r"^([A-Z_]+)=(.*)$", (settings.BASE_DIR / ".env.example").read_text(), re.MULTILINE))
    for name in COMMANDS:
        for variable, value in optional(name).items():
            assert value == documented[variable], f"{name}.env: {variable}"


@pytest.mark.parametrize("variable", SECRETS)
def test_a_secret_is_where_it_is_needed_and_nowhere_else(variable: str) -> None:
    assert {name for name in COMMANDS if variable in {**lines(name), **optional(name)}} == SECRETS[variable]


def test_only_the_worker_has_the_mail_servers_password_and_only_two_share_the_secret_key() -> None:
    assert lines("worker")["EMAIL_URL"] == ""
    assert "@" not in lines("site")["EMAIL_URL"]
    shared = [name for name in COMMANDS if "of its own" not in (DEPLOY / "env" / f"{name}.env").read_text()]
    assert shared == ["site", "worker"]


@pytest.mark.parametrize("name", [*COMMANDS, "database", "roles"])
def test_systemd_containers_and_dotenv_read_a_line_alike(name: str) -> None:
    """No quotation marks, blanks, # or $ in a value, which each reads in a way of its own."""
    for line in (DEPLOY / "env" / f"{name}.env").read_text().splitlines():
        assert re.fullmatch(r"|#.*|[A-Z_]+=[^\s\"'#$\\]*", line), line


@pytest.mark.parametrize("name", COMMANDS)
def test_an_example_that_is_not_filled_in_does_not_start(name: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="is not set"):
        environment.load(lines(name), Path("/nonexistent/.env"))


def url_of(role: str | None) -> str:
    """Return the URL of the tests' database for one of the site's roles, or for the owner of the tables."""
    facts = connection.settings_dict
    user = facts["USER"] if role is None else f"{ROLES}_{role}"
    return f"postgresql://{user}@{quote(facts['HOST'], safe='')}:{facts['PORT']}/{facts['NAME']}"


@pytest.mark.django_db(transaction=True)
def test_each_process_starts_with_exactly_its_example(tmp_path: Path, acme: Any, as_role: Any) -> None:
    """Nearly all at the same time, since each takes a second or two to start."""
    signing, statement = Signer.generate(ORIGIN), Signer.generate(ORIGIN)
    with as_role("sealer"):
        assert seal_batch(signing, [statement.verifier])
    write_checkpoints(newest_checkpoints(), str(tmp_path))
    filled = {
        "SECRET_KEY": "s" * 50, "MFA_ENCRYPTION_KEYS": "m" * 50, "WEBHOOK_ENCRYPTION_KEYS": "w" * 50,
        "AUDIT_CHECKPOINTS": str(tmp_path),
        "AUDIT_SIGNING_KEY": signing.text(), "AUDIT_VERIFIERS": str(signing.verifier),
        "AUDIT_STATEMENT_KEY": statement.text(), "AUDIT_STATEMENT_VERIFIERS": str(statement.verifier),
        "EMAIL_URL": "smtp://127.0.0.1:1", "RATE_LIMIT_STORAGE": "redis://127.0.0.1:1/0",
    }  # fmt: skip
    here = {
        name: {**filled, "DATABASE_URL": url_of(role), "METRICS_FOLDER": str(tmp_path)}
        for name, (role, _) in COMMANDS.items()
    }

    def start(name: str, command: list[str]) -> subprocess.Popen[str]:
        values = {each: here[name].get(each, text) for each, text in lines(name).items()}
        return subprocess.Popen(
            [sys.executable, *(str(tmp_path) if word == "CHECKPOINTS" else word for word in command)],
            cwd=settings.BASE_DIR, env={"PATH": os.environ["PATH"], **values},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    # The sealer last: what it sealed meanwhile would be in no published checkpoint, which verify_audit reports.
    for names in (set(COMMANDS) - {"sealer"}, {"sealer"}):
        started = [(name, start(name, command)) for name in sorted(names) for command in COMMANDS[name][1]]
        ended = [(name, process.communicate(timeout=120)[0], process.returncode) for name, process in started]
        assert [(name, output) for name, output, code in ended if code != 0] == []
