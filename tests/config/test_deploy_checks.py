"""``check --deploy`` fails on what is right for a trial and would hurt a site that others can reach."""

import os
import subprocess
import sys
from typing import Any

import pytest
from django.conf import settings
from django.core.checks import run_checks
from django.db import DatabaseError
from django.db.models import QuerySet
from django.test import Client, override_settings

from accounts.models import User
from billing_access.billing.models import BalanceEntry
from billing_access.billing.operators import open_account
from billing_audit.signed_notes import Signer
from config import environment
from dev.demo import cast
from orgs import actors
from tests.app_settings import configured
from tests.mailers import mailer

SYSTEM = actors.command("tests")
pytestmark = pytest.mark.django_db


def ready_site() -> dict[str, Any]:
    """Return the settings of ``BILLING_ACCESS`` with which nothing of ours is found."""
    return {
        "BASE_URL": "https://billing.example.com",
        "AUDIT_CHECKPOINTS": "/var/lib/checkpoints",
        "AUDIT_VERIFIERS": str(Signer.generate("billing.example.com").verifier),
        "AUDIT_STATEMENT_VERIFIERS": str(Signer.generate("billing.example.com").verifier),
        "RATE_LIMIT_STORAGE": "memory://",
        "WEB_CONCURRENCY": "1",
    }


def found(site: dict[str, Any] | None = None, **values: Any) -> list[str]:
    """Return the ids of our own findings, where everything else is in order."""
    good = {
        "DEMO": False,
        **mailer("smtp", host="mail.example.com"),
        "SECURE_HSTS_SECONDS": 0,
        "SECURE_SSL_REDIRECT": False,
    }
    with override_settings(**{**good, **values}), configured(**{**ready_site(), **(site or {})}):
        messages = run_checks(include_deployment_checks=True)
    return [str(each.id) for each in messages if not str(each.id).startswith(("mail.", "security.", "staticfiles."))]


def test_a_site_in_order_passes() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("site", "values", "number"),
    [
        ({}, {"DEMO": True}, "billing_access.E012"),
        ({}, mailer("console"), "billing_access.E015"),
        ({"BASE_URL": "http://billing.example.com"}, {}, "billing_access.E016"),
        ({"AUDIT_CHECKPOINTS": ""}, {}, "billing_access.E018"),
        ({"AUDIT_VERIFIERS": ""}, {}, "billing_access.E019"),
        ({"AUDIT_STATEMENT_VERIFIERS": ""}, {}, "billing_access.E020"),
        ({}, {"SECURE_HSTS_SECONDS": None}, "billing_access.E017"),
        ({}, {"SECURE_SSL_REDIRECT": None}, "billing_access.E017"),
        ({"WEB_CONCURRENCY": "2"}, {}, "billing_access.E021"),
        ({"WEB_CONCURRENCY": None}, {}, "billing_access.W001"),
    ],
    ids=lambda value: str(value) if isinstance(value, str) else "",
)
def test_each_fault_is_found(site: dict[str, Any], values: dict[str, Any], number: str) -> None:
    assert found(site, **values) == [number]


def test_several_processes_may_share_a_server() -> None:
    assert found({"WEB_CONCURRENCY": "4", "RATE_LIMIT_STORAGE": "redis://localhost:6379/0"}) == []


def test_the_demos_people_are_found() -> None:
    User.objects.create_user("owner@example.com")
    assert found() == []
    User.objects.create_user(cast.STAFF_EMAIL)
    assert found() == ["accounts.E001"]


def test_the_demos_figures_are_found(acme: Any) -> None:
    open_account(acme, actor=SYSTEM)
    assert found() == []
    cast.ensure_figures(cast.ORGANIZATIONS[0], acme, SYSTEM)
    assert BalanceEntry.objects.exists()
    assert found() == ["billing_access.E014"]


def test_a_database_that_cannot_be_read_is_no_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any, **options: Any) -> Any:
        raise DatabaseError("no such table")

    monkeypatch.setattr(QuerySet, "exists", fail)
    assert found() == ["billing_access.E013"]


def run_command(**environ: str) -> subprocess.CompletedProcess[str]:
    """Run ``check --deploy`` as an operator does, with these variables."""
    values = {**os.environ, "DEMO": "off", "AUDIT_ORIGIN": "billing.example.com", "TRUSTED_PROXIES": "1", **environ}
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy"],
        cwd=settings.BASE_DIR, env=values, capture_output=True, text=True, timeout=60,
    )  # fmt: skip


def test_the_command_fails_without_decisions_and_passes_with_them() -> None:
    undecided = run_command(HSTS_SECONDS="", SSL_REDIRECT="")
    assert undecided.returncode == 1
    assert "decided on HSTS_SECONDS" in undecided.stderr
    assert "decided on SSL_REDIRECT" in undecided.stderr
    decided = run_command(HSTS_SECONDS="0", SSL_REDIRECT="off", EMAIL_URL="smtp://mail.example.com", **ready_site())
    assert "decided on" not in decided.stderr
    # The database of this run has no tables: its other faults are found one by one above.
    assert {line.split(")")[0] for line in decided.stderr.splitlines() if "billing_access.E" in line} <= {
        "?: (billing_access.E013"
    }


_PROBE = """
import django, sys
django.setup()
from django.test import Client
client = Client(headers={"host": "localhost"})
plain = client.get("/errors/missing_key")
print(plain.status_code, plain.headers.get("Location", ""))
print(client.get("/healthz").status_code, client.get("/v1/key").status_code)
secure = client.get("/v1/key", headers={"X-Forwarded-Proto": "https"})
print(secure.status_code, secure.headers.get("Strict-Transport-Security", ""))
"""


@pytest.mark.parametrize(("proxies", "secure"), [("1", "401 max-age=60"), ("0", "301 ")])
def test_the_redirect_spares_probes_and_believes_the_proxy_alone(proxies: str, secure: str) -> None:
    environ = {
        **os.environ, "DEMO": "off", "AUDIT_ORIGIN": "billing.example.com", "TRUSTED_PROXIES": proxies,
        "HSTS_SECONDS": "60", "SSL_REDIRECT": "on", "DJANGO_SETTINGS_MODULE": "config.settings",
    }  # fmt: skip
    ended = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _PROBE],
        cwd=settings.BASE_DIR, env=environ, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    plain, probe, behind = ended.stdout.splitlines()
    assert plain == "301 https://localhost/errors/missing_key"
    assert probe == "200 301"
    assert behind == secure


def test_with_the_demo_off_its_people_cannot_sign_in_and_their_sessions_end() -> None:
    staff = cast.ensure_staff(SYSTEM)
    credentials = {"login": staff["email"], "password": staff["password"]}
    browser = Client()
    assert browser.post("/sign-in/", credentials).status_code == 302
    assert browser.get("/admin/").status_code == 200
    with override_settings(DEMO=False):
        assert browser.get("/admin/").status_code == 302
        again = Client()
        page = again.post("/sign-in/", credentials)
        assert (page.status_code, again.get("/admin/").status_code) == (200, 302)
        # Nor under another address, or with another password.
        User.objects.filter(email=staff["email"]).update(email="real@example.com")
        assert Client().post("/sign-in/", {**credentials, "login": "real@example.com"}).status_code == 200
        user = User.objects.create_user("owner@acme-robotics.example", "correct horse battery staple")
        page = Client().post("/sign-in/", {"login": user.email, "password": "correct horse battery staple"})
        assert page.status_code == 200
    assert Client().post("/sign-in/", {**credentials, "login": "real@example.com"}).status_code == 302


def test_everybody_in_the_demo_is_recognized() -> None:
    emails = {cast.STAFF_EMAIL, *(cast._email(each.slug, "owner") for each in cast.ORGANIZATIONS)}
    assert all(email.endswith(".example") for email in emails)
    assert environment.variables()
