"""A malformed setting in ``BILLING_ACCESS`` stops start-up with one line that names it and what is accepted."""

import os
import subprocess
import sys
from ipaddress import ip_network
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from accounts.settings import account_settings
from billing_access.settings import access_settings
from billing_audit.conf import declared
from billing_audit.settings import audit_settings
from billing_audit.signed_notes import Signer
from config import environment
from orgs.settings import org_settings
from tests.app_settings import configured

APPS = (account_settings, access_settings, audit_settings, org_settings)


def read_all() -> None:
    """Read every setting, as the apps do when Django starts."""
    for each in APPS:
        each.read_all()


def test_the_environment_hands_down_what_the_apps_declare():
    assert {*environment.APP_SETTINGS, "BASE_TEMPLATE", "COUNTER", "OIDC", "OWN_DATABASE", "PEOPLE"} == set(declared())


@pytest.mark.parametrize(
    ("name", "value", "accepted"),
    [
        ("BASE_URL", "billing.example.com", "an origin"),
        ("RATE_LIMITS", "usage", "name=requests a minute"),
        ("RATE_LIMITS", "usage=0", "1 to 10000"),
        ("RATE_LIMITS", "usage=10001", "1 to 10000"),
        ("RATE_LIMITS", "usage=-1", "1 to 10000"),
        ("RATE_LIMITS", "usage=1.5", "1 to 10000"),
        ("RATE_LIMITS", "usage=1,usage=2", "name=requests a minute"),
        ("RATE_LIMITS", "Usage=60", "names: state, usage, runs, key, audit, other, failed_credentials"),
        ("RATE_LIMIT_STORAGE", "redis", "redis://host:6379/0"),
        ("RATE_LIMIT_STORAGE", "redis://", "redis://host:6379/0"),
        ("RATE_LIMIT_STORAGE", "redis://host:port", "redis://host:6379/0"),
        ("RATE_LIMIT_STORAGE", "memcached://host:11211", "memory://"),
        ("RATE_LIMIT_STORAGE", "redis+unix://", "redis+unix:///path"),
        ("AUDIT_SIGNING_KEY", "secret", "PRIVATE+KEY+name+hash+key"),
        ("AUDIT_SIGNING_KEY", "file:/nonexistent", "file:/path"),
        ("AUDIT_VERIFIERS", "a+b+c", "name+hash+key"),
        ("AUDIT_STATEMENT_KEY", "secret", "PRIVATE+KEY+name+hash+key"),
        ("AUDIT_STATEMENT_VERIFIERS", "a+b+c", "name+hash+key"),
        ("AUDIT_ORIGIN", "https://billing.example.com", "a host name"),
        ("AUDIT_ORIGIN", "billing.example.com/", "a host name"),
        ("AUDIT_ORIGIN", "billing example.com", "a host name"),
        ("AUDIT_ORIGIN", "billing+example.com", "a host name"),
        ("AUDIT_ORIGIN", "a" * 81, "a host name"),
        ("AUDIT_CHECKPOINTS", "heads", "absolute path"),
        ("AUDIT_CHECKPOINTS", "s3://", "absolute path"),
        ("AUDIT_CHECKPOINTS", "https://bucket/heads", "s3://, gs:// or az://"),
        ("AUDIT_RETENTION_DAYS", "30", "31 or more"),
        ("PLATFORM_KEYS", "maybe", "on or off"),
        ("MFA_ENCRYPTION_KEYS", "short," + "k" * 32, "32 characters"),
        ("TRUSTED_PROXIES", "-1", "0 to 9"),
        ("TRUSTED_PROXIES", "10.0.0.1", "0 to 9"),
        ("TRUSTED_PROXIES", 10, "0 to 9"),
        ("TRUSTED_PROXIES", True, "0 to 9"),
        ("WEB_CONCURRENCY", "0", "1 or more"),
        ("WEB_CONCURRENCY", "many", "1 or more"),
        ("AUDIT_RETENTION_DAYS", True, "31 or more"),
        ("AUDIT_RETENTION_DAYS", 30, "31 or more"),
        ("PLATFORM_KEYS", None, "on or off"),
        ("BASE_URL", 5, "an origin"),
        ("AUDIT_VERIFIERS", 5, "name+hash+key"),
        ("RATE_LIMITS", {"usage": 0}, "1 to 10000"),
        ("RATE_LIMITS", {"usage": 10_001}, "1 to 10000"),
        ("RATE_LIMITS", {"usages": 60}, "names: state"),
        ("RATE_LIMITS", ["usage"], "name=requests a minute"),
        ("OIDC", {"name": "Example ID"}, "id and name"),
        ("WEBHOOK_PORTS", "https", "1 to 65535"),
        ("WEBHOOK_PORTS", "0", "1 to 65535"),
        ("WEBHOOK_PORTS", [443, 65_536], "1 to 65535"),
        ("WEBHOOK_PORTS", "", "1 to 65535"),
        ("WEBHOOK_PORTS", True, "1 to 65535"),
        ("WEBHOOK_ALLOWED_NETWORKS", "10.20.0.1/16", "10.20.0.0/16"),
        ("WEBHOOK_ALLOWED_NETWORKS", "inside", "separated by commas"),
        ("WEBHOOK_DENIED_NETWORKS", "10.20.0.0-10.20.0.9", "10.20.0.0/16"),
        ("WEBHOOK_PROXY", "proxy:3128", "http://host:3128"),
        ("WEBHOOK_PROXY", "socks5://proxy:1080", "http://host:3128"),
        ("WEBHOOK_PROXY", "http://proxy:3128/path", "http://host:3128"),
        ("WEBHOOK_PROXY", "http://proxy:port", "http://host:3128"),
        ("WEBHOOK_CA_FILE", "authorities.pem", "absolute path"),
        ("WEBHOOK_CA_FILE", "/nonexistent", "absolute path"),
        ("WEBHOOK_CA_FILE", __file__, "certificates in PEM"),
    ],
)
def test_a_malformed_value_is_named_with_what_is_accepted(name, value, accepted):
    with configured(**{name: value}), pytest.raises(ImproperlyConfigured) as caught:
        read_all()
    message = str(caught.value)
    assert message.startswith(f"{name}: ")
    assert accepted in message
    assert "\n" not in message


@pytest.mark.parametrize(
    "name", ["AUDIT_SIGNING_KEY", "AUDIT_STATEMENT_KEY", "MFA_ENCRYPTION_KEYS", "RATE_LIMIT_STORAGE", "WEBHOOK_PROXY"]
)
def test_a_secret_that_is_refused_is_not_printed(name):
    with configured(**{name: "hunter2"}), pytest.raises(ImproperlyConfigured, match=name) as caught:
        read_all()
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("name", environment.APP_SETTINGS)
def test_a_variable_of_the_environment_reaches_the_app_that_reads_it(name):
    handed_down = environment.load({**os.environ, name: "\u00e9"}, Path("/nonexistent/.env")).billing_access
    with configured(**handed_down), pytest.raises(ImproperlyConfigured, match=f"^{name}: "):
        read_all()


@pytest.mark.parametrize("app", APPS, ids=lambda app: type(app).__name__)
def test_it_stops_the_start(app):
    """Every kind of process stops before it does anything, and its last line is the message."""
    name = next(name for name in environment.APP_SETTINGS if name in app.names())
    environ = {**os.environ, name: "\u00e9", "DJANGO_SETTINGS_MODULE": "config.settings"}
    started = subprocess.run(
        [sys.executable, "-c", "import django; django.setup(); print('started')"],
        cwd=settings.BASE_DIR, env=environ, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert (started.returncode, started.stdout) == (1, "")
    assert started.stderr.splitlines()[-1].startswith(f"django.core.exceptions.ImproperlyConfigured: {name}: ")


@pytest.mark.parametrize("limits", [" usage = 6, failed_credentials=3 ", {"usage": 6, "failed_credentials": 3}])
def test_rates_that_are_not_named_keep_their_defaults(limits):
    with configured(RATE_LIMITS=limits):
        assert access_settings.RATE_LIMITS == {
            "state": 120,
            "usage": 6,
            "runs": 120,
            "key": 120,
            "audit": 60,
            "other": 120,
            "failed_credentials": 3,
        }
    assert access_settings.RATE_LIMITS["failed_credentials"] == 30


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("memory://", "memory://"),
        ("redis://:secret@host:6379/2", "redis://:secret@host:6379/2"),
        ("rediss://host", "rediss://host"),
        ("redis+unix:///run/redis.sock?db=1", "redis+unix:///run/redis.sock?db=1"),
        ("valkey://host:6379/0", "redis://host:6379/0"),
        ("valkeys://user:secret@host:6380", "rediss://user:secret@host:6380"),
        ("valkey+unix:///run/valkey.sock", "redis+unix:///run/valkey.sock"),
    ],
)
def test_a_storage_of_rates_is_named_by_its_url(written, read):
    with configured(RATE_LIMIT_STORAGE=written):
        assert read == access_settings.RATE_LIMIT_STORAGE


def test_ports_and_networks_of_webhooks_are_text_or_python_values():
    assert access_settings.WEBHOOK_PORTS == (443, 8443)
    assert access_settings.WEBHOOK_ALLOWED_NETWORKS == access_settings.WEBHOOK_DENIED_NETWORKS == ()
    networks = (ip_network("10.20.0.0/16"), ip_network("2001:db8:1::/48"))
    for ports, names in (
        ("443, 9443", "10.20.0.0/16, 2001:db8:1::/48"),
        ([443, 9443], ["10.20.0.0/16", "2001:db8:1::/48"]),
    ):
        with configured(WEBHOOK_PORTS=ports, WEBHOOK_ALLOWED_NETWORKS=names):
            assert access_settings.WEBHOOK_PORTS == (443, 9443)
            assert networks == access_settings.WEBHOOK_ALLOWED_NETWORKS


def test_the_signing_key_verifies_too():
    old, new = Signer.generate("old"), Signer.generate("new")
    with configured(AUDIT_VERIFIERS=str(old.verifier), AUDIT_SIGNING_KEY=new.text()):
        assert audit_settings.verifiers == (old.verifier, new.verifier)
    with configured(AUDIT_VERIFIERS=[str(old.verifier)], AUDIT_SIGNING_KEY=""):
        assert audit_settings.verifiers == (old.verifier,)


def test_second_factors_are_encrypted_with_the_secret_key_where_none_is_set():
    with configured(MFA_ENCRYPTION_KEYS=""):
        assert account_settings.encryption_keys == (settings.SECRET_KEY,)
    with configured(MFA_ENCRYPTION_KEYS=f"{'n' * 32}, {'o' * 32}"):
        assert account_settings.encryption_keys == ("n" * 32, "o" * 32)


def test_the_audit_log_has_a_name_outside_the_demo(settings):
    with configured(AUDIT_ORIGIN=""):
        audit_settings.check_names()
        settings.DEMO = False
        with pytest.raises(ImproperlyConfigured, match="AUDIT_ORIGIN is not set"):
            audit_settings.check_names()
    with configured(AUDIT_ORIGIN="billing.example.com/audit"):
        audit_settings.check_names()


def test_the_number_of_proxies_is_said_outside_the_demo(settings):
    with configured(TRUSTED_PROXIES=None):
        audit_settings.check_proxies()
        settings.DEMO = False
        with pytest.raises(ImproperlyConfigured, match=r"TRUSTED_PROXIES is not set. Accepted: a whole number, 0 to 9"):
            audit_settings.check_proxies()
    for number in (0, "1"):
        with configured(TRUSTED_PROXIES=number):
            audit_settings.check_proxies()


@pytest.mark.parametrize("name", ["AUDIT_SIGNING_KEY", "AUDIT_STATEMENT_KEY"])
def test_a_key_of_the_audit_log_carries_its_name(name):
    key = Signer.generate("billing.example.com")
    with configured(**{name: key.text(), "AUDIT_ORIGIN": "billing.example.com"}):
        audit_settings.check_names()
    wrong = configured(**{name: key.text(), "AUDIT_ORIGIN": "billing.example.org"})
    with wrong, pytest.raises(ImproperlyConfigured, match=f"{name} is named billing.example.com, but AUDIT_ORIGIN is"):
        audit_settings.check_names()


def test_checkpoints_and_statements_are_not_signed_with_one_key():
    key = str(Signer.generate("billing.example.com").verifier)
    same = configured(AUDIT_VERIFIERS=key, AUDIT_STATEMENT_VERIFIERS=key)
    with same, pytest.raises(ImproperlyConfigured, match="name the same key"):
        audit_settings.check_names()
