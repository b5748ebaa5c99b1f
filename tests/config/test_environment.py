"""A malformed environment stops start-up in one line that names the variable and what is accepted."""

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment

GOOD = {"SECRET_KEY": "k" * 32, "DATABASE_URL": "postgresql://u@h/d"}
# What a site outside the demo needs besides.
NAMED = {"AUDIT_ORIGIN": "billing.example.com/audit", "TRUSTED_PROXIES": "0"}
NOWHERE = Path("/nonexistent/.env")


def load(**values: str) -> environment.Environment:
    """Read these variables together with the two required ones."""
    return environment.load({**GOOD, **values}, NOWHERE)


def test_the_defaults_are_the_closed_ones():
    env = load()
    assert (env.debug, env.demo, env.secure_cookies) == (False, False, True)
    assert env.csrf_trusted_origins == ()


def test_the_demo_is_refused_where_its_package_is_not(tmp_path):
    """Without the package `dev`, as in production, the site starts, and DEMO=on is refused with the reason."""
    for name in ("config", "accounts", "billing_access", "orgs", "billing_audit"):
        (tmp_path / name).symlink_to(environment.DOTENV.parent / name)

    def check(demo: str) -> subprocess.CompletedProcess[str]:
        environ = {**os.environ, **GOOD, **NAMED, "DEMO": demo, "DJANGO_SETTINGS_MODULE": "config.settings"}
        command = [sys.executable, "-m", "django", "check"]
        return subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, timeout=60)

    refused = check("on")
    assert "DEMO: 'on' is not accepted, since the package `dev`" in refused.stderr
    assert refused.returncode == 1
    assert check("off").returncode == 0


def test_the_demo_is_an_app_where_demo_is_on_and_nowhere_else(monkeypatch):
    for demo, is_installed in (("on", True), ("off", False), ("", False)):
        for name, value in {**GOOD, **NAMED, "DEMO": demo}.items():
            monkeypatch.setenv(name, value)
        read = runpy.run_path(str(environment.DOTENV.parent / "config" / "settings.py"))
        assert ("dev" in read["INSTALLED_APPS"]) == is_installed


@pytest.mark.parametrize("command", [["check"], ["migrate"], ["procrastinate", "worker"]])
def test_outside_the_demo_nothing_starts_before_the_number_of_proxies_is_said(command):
    """With the wrong one, a stranger behind the same proxy locks out every key."""
    environ = {**os.environ, **GOOD, **NAMED, "DEMO": "off", "TRUSTED_PROXIES": ""}
    ended = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=environment.DOTENV.parent, env=environ, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert ended.returncode == 1
    assert "TRUSTED_PROXIES is not set. Accepted: a whole number, 0 to 9" in ended.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("values", "seconds", "redirect"),
    [
        ({}, None, None),
        ({"HSTS_SECONDS": "0", "SSL_REDIRECT": "off"}, 0, False),
        ({"HSTS_SECONDS": "31536000", "SSL_REDIRECT": "on"}, 31536000, True),
    ],
)
def test_no_decision_on_tls_is_not_a_decision(values, seconds, redirect):
    env = load(**values)
    assert (env.hsts_seconds, env.ssl_redirect) == (seconds, redirect)


def test_every_variable_stands_in_the_example_and_no_other():
    text = (environment.DOTENV.parent / ".env.example").read_text()
    listed = re.findall(r"^([A-Z_]+)=", text, re.MULTILINE)
    assert sorted(listed) == sorted(environment.variables())


@pytest.mark.parametrize(
    ("name", "value", "accepted"),
    [
        ("DEMO", "maybe", "on or off"),
        ("DEBUG", "2", "on or off"),
        ("SECURE_COOKIES", "On please", "on or off"),
        ("DATABASE_POOLING", "session", "none or transaction"),
        ("SECRET_KEY", "short", "32 characters"),
        ("DATABASE_URL", "sqlite:///db", "postgresql://"),
        ("DATABASE_CONN_MAX_AGE", "-1", "whole seconds"),
        ("HSTS_SECONDS", "-1", "whole seconds"),
        ("SSL_REDIRECT", "maybe", "on or off"),
        ("ALLOWED_HOSTS", "https://example.com", "host names"),
        ("CSRF_TRUSTED_ORIGINS", "example.com", "origins"),
        ("LOG_LEVEL", "LOUD", "DEBUG, INFO"),
        ("LOG_FORMAT", "xml", "text or json"),
        ("METRICS_FOLDER", "metrics", "absolute path"),
        ("EMAIL_URL", "mail.example.com", "smtp://user:password@host:587"),
        ("EMAIL_URL", "smtp://", "console:"),
        ("EMAIL_URL", "smtp://host:port", "console:"),
        ("EMAIL_URL", "smtp://host/path", "console:"),
        ("EMAIL_URL", "smtp://host?tls=on", "console:"),
        ("DEFAULT_FROM_EMAIL", "nobody", "one address"),
        ("DEFAULT_FROM_EMAIL", "a@example.com, b@example.com", "one address"),
    ],
)
def test_a_malformed_value_is_named_with_what_is_accepted(name, value, accepted):
    with pytest.raises(ImproperlyConfigured) as caught:
        load(**{name: value})
    message = str(caught.value)
    assert message.startswith(name)
    assert accepted in message
    assert "\n" not in message


def test_the_earlier_name_of_a_variable_is_refused_with_what_to_write():
    with pytest.raises(ImproperlyConfigured, match="write DATABASE_POOLING=transaction"):
        load(DATABASE_PREPARED_STATEMENTS="off")


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("mysql://me:hunter2@h/d", "does not begin with postgresql://"),
        ("postgresql://me:hunter2@h:abc/d", "a port is not a number"),
        ("postgresql://me:hunter2@h:99999/d", "a port is not a number"),
        ("postgresql://me:hunter2@h:0/d", "a port is not a number"),
        ("postgresql://me:hunter2/x@h/d", "an @ or a / that is not percent-encoded"),
        ("postgresql://me:hunter2@x@h/d", "an @ or a / that is not percent-encoded"),
        ("postgresql://me:hunter2%x@h/d", "a % that begins no percent-encoded character"),
        ("postgresql://me:hunter2 x@h/d", "a space"),
        ("postgresql://me:hunter2@h", "it names no database"),
        ("postgresql://me:hunter2@h/", "it names no database"),
        ("postgresql://me:hunter2@h/d?hunter2=1", "does not know an option"),
        ("postgresql://me:hunter2@[h/d", "cannot read it"),
        ("postgresql://me:hunter2@h,i/d?port=1,2,3", "more ports than hosts"),
        ("postgresql://me:hunter2@h,i/d?target_session_attrs=rw", "target_session_attrs is none of any, read-write"),
        ("postgresql://me:hunter2@h/d?connect_timeout=1.5", "connect_timeout is not in whole seconds"),
    ],
)
def test_a_malformed_database_url_is_refused_by_its_fault_without_its_password(url, fault):
    with pytest.raises(ImproperlyConfigured) as caught:
        load(DATABASE_URL=url)
    message = str(caught.value)
    assert message.startswith("DATABASE_URL is not accepted: ")
    assert fault in message
    assert "Accepted: postgresql://user:password@host:5432/name" in message
    assert "hunter2" not in message
    assert caught.value.__cause__ is None


OIDC = {"OIDC_SERVER_URL": "https://id.example.com/realm", "OIDC_CLIENT_ID": "c", "OIDC_CLIENT_SECRET": "s"}


def test_a_provider_is_set_whole_or_not_at_all():
    assert load(**OIDC).oidc_origins == ("https://id.example.com",)
    assert load().oidc_origins == ()
    for name in OIDC:
        with pytest.raises(ImproperlyConfigured, match="together, or none of them"):
            load(**{**OIDC, name: ""})


@pytest.mark.parametrize("url", ["http://id.example.com", "id.example.com", "https://", "https://id.example.com?a=b"])
def test_a_provider_is_reached_over_tls(url):
    with pytest.raises(ImproperlyConfigured, match="an https address"):
        load(**{**OIDC, "OIDC_SERVER_URL": url})


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL", "EMAIL_URL"])
def test_a_secret_that_is_refused_is_not_printed(name):
    with pytest.raises(ImproperlyConfigured) as caught:
        load(**{name: "hunter2"})
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL"])
def test_what_is_required_must_be_set(name):
    values = {**GOOD, name: ""}
    with pytest.raises(ImproperlyConfigured, match=f"{name} is not set"):
        environment.load(values, NOWHERE)


def test_the_dotenv_file_fills_in_and_the_environment_wins(tmp_path):
    file = tmp_path / ".env"
    file.write_text("LOG_LEVEL=ERROR\nBASE_URL=https://from.file\nPLATFORM_KEYS=\n")
    env = environment.load({**GOOD, "LOG_LEVEL": "DEBUG", "TRUSTED_PROXIES": " 1 "}, file)
    assert env.log_level == "DEBUG"
    assert env.billing_access == {"BASE_URL": "https://from.file", "TRUSTED_PROXIES": "1"}


def test_the_environment_does_not_print_its_secrets():
    assert GOOD["SECRET_KEY"] not in repr(load())
    assert "hunter2" not in repr(load(EMAIL_URL="smtp://me:hunter2@mail.example.com").email_url)


@pytest.mark.parametrize(
    ("url", "port", "use_ssl", "use_starttls"),
    [
        ("smtp://me:s%40fe@mail.example.com", 587, False, True),
        ("smtp://me:s%40fe@mail.example.com:2525", 2525, False, True),
        ("smtps://me:s%40fe@mail.example.com", 465, True, False),
        ("smtp+plain://me:s%40fe@mail.example.com", 25, False, False),
    ],
)
def test_a_mail_server_is_encrypted_unless_it_says_plain(url, port, use_ssl, use_starttls):
    expected = environment.EmailUrl("smtp", "mail.example.com", port, "me", "s@fe", use_ssl, use_starttls)
    assert load(EMAIL_URL=url).email_url == expected


def test_email_is_printed_where_no_server_is_named():
    assert load().email_url == environment.EmailUrl("console")
