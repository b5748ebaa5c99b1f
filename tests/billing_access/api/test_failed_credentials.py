"""Failed credentials are limited per address, before any query, and without effect on other addresses."""

import time
from typing import Any

import pytest
import time_machine
from django.db.models.functions import Now
from django.test import Client

from billing_access.access.key_format import new_secret
from billing_access.access.models import ApiKey
from billing_access.access.services import revoke_key
from billing_access.routes import RATES
from billing_audit.models import AuditEvent
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
HERE, ELSEWHERE = "198.51.100.1", "198.51.100.2"
FAILURES = 3
BAD = {
    "malformed": lambda: {"x-api-key": "bak_live_nonsense"},
    "bad checksum": lambda: {"x-api-key": "bak_live_" + "0" * 49},
    "unknown": lambda: {"x-api-key": new_secret()},
    "two credentials": lambda: {"x-api-key": new_secret(), "authorization": f"Bearer {new_secret()}"},
    "another scheme": lambda: {"authorization": "Basic YTpi"},
    "a megabyte": lambda: {"x-api-key": "b" * 1_000_000},
}


@pytest.fixture(autouse=True)
def _few_failures(configure) -> None:
    configure(RATE_LIMITS={**RATES, "failed_credentials": FAILURES})


def ask(headers: dict[str, str], address: str = HERE, path: str = "/v1/billing/state", **extra: Any) -> Any:
    """Send one request from an address."""
    return Client().get(path, headers=headers, REMOTE_ADDR=address, **extra)


def seen(headers: dict[str, str], times: int, address: str = HERE) -> list[str]:
    """Return the codes of so many requests."""
    return [ask(headers, address).json().get("code", "served") for _ in range(times)]


def exhaust(address: str = HERE) -> None:
    """Fail as often as the limit allows."""
    assert seen(BAD["malformed"](), FAILURES, address) == ["invalid_key"] * FAILURES


@pytest.mark.parametrize("kind", BAD)
def test_each_kind_of_bad_credential_counts_and_is_then_refused_without_a_query(acme, counting, kind):
    for _ in range(FAILURES):
        assert ask(BAD[kind]()).json()["code"] == "invalid_key"
    before = AuditEvent.objects.count()
    for path in ("/v1/billing/state", "/v1/billing/usage", "/v1/runs/wr_1", "/v1/key"):
        with counting() as counted:
            answer = ask(BAD[kind](), path=path)
        assert (answer.status_code, answer.json()["code"]) == (429, "rate_limited")
        assert 1 <= int(answer.headers["Retry-After"]) <= 60
        assert "Retry-After" in answer.json()["detail"]
        assert "WWW-Authenticate" not in answer.headers
        assert (counted.reads, counted.records) == (0, 0)
    assert AuditEvent.objects.count() == before


def test_every_credential_from_a_limited_address_waits_a_valid_one_too(acme, make_key, opt_in, counting):
    """The limit applies before any query, when nobody can know whether a key is valid."""
    opt_in(acme)
    valid = {"x-api-key": make_key(acme).secret}
    assert ask(valid).status_code == 200
    exhaust()
    for headers in (valid, *(bad() for bad in BAD.values())):
        with counting() as counted:
            assert ask(headers).json()["code"] == "rate_limited"
        assert (counted.reads, counted.records) == (0, 0)
    assert ask(valid, ELSEWHERE).status_code == 200


def test_no_credential_is_no_failure_and_is_told_so_even_then(acme):
    assert seen({}, 10) == ["missing_key"] * 10
    exhaust()
    assert seen({}, 2) == ["missing_key"] * 2


@pytest.fixture
def dead_keys(acme, make_key) -> dict[str, str]:
    """The secrets of a revoked key and of an expired one, by the code of their refusal."""
    revoked, expired = make_key(acme), make_key(acme)
    revoke_key(revoked.key, actor=SYSTEM)
    ApiKey.objects.filter(pk=expired.key.pk).update(expires_at=Now())
    return {"key_revoked": revoked.secret, "key_expired": expired.secret}


@pytest.mark.parametrize("code", ["key_revoked", "key_expired"])
def test_a_revoked_or_expired_key_counts_and_is_then_refused_without_a_query(dead_keys, counting, code):
    headers = {"x-api-key": dead_keys[code]}
    assert seen(headers, FAILURES) == [code] * FAILURES
    with counting() as counted:
        assert seen(headers, 1) == ["rate_limited"]
    assert (counted.reads, counted.records) == (0, 0)
    assert seen(headers, 1, ELSEWHERE) == [code]
    assert AuditEvent.objects.filter(reason_code=code).count() == FAILURES + 1


def test_a_live_key_is_no_failure_whatever_its_answer(acme, make_key):
    other_network = make_key(acme)
    ApiKey.objects.filter(pk=other_network.key.pk).update(allowed_networks=["203.0.113.0/24"])
    lacking = make_key(acme, "runs:read")
    for secret, code in ((other_network.secret, "ip_not_allowed"), (lacking.secret, "insufficient_scope")):
        assert seen({"x-api-key": secret}, 10) == [code] * 10
    exhaust()


def test_after_waiting_as_told_the_address_may_try_again(acme, make_key):
    valid = {"x-api-key": make_key(acme).secret}
    with time_machine.travel(time.time(), tick=False) as clock:
        exhaust()
        clock.shift(20.5)
        wait = int(ask(BAD["unknown"]()).headers["Retry-After"])
        assert wait == 40
        clock.shift(wait - 1)
        assert ask(valid, path="/v1/key").status_code == 429
        clock.shift(1)
        assert ask(valid, path="/v1/key").status_code == 200


def test_the_first_unknown_keys_are_on_the_platforms_log_and_the_others_nowhere(acme):
    assert seen(BAD["unknown"](), 6) == ["invalid_key"] * FAILURES + ["rate_limited"] * 3
    events = AuditEvent.objects.filter(organization_id=None, action="api_key.refused")
    assert [event.reason_code for event in events] == ["invalid_key"] * FAILURES


def test_another_address_is_not_touched(acme):
    exhaust()
    assert seen(BAD["malformed"](), 1, ELSEWHERE) == ["invalid_key"]


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
def test_a_forged_forwarding_header_is_no_way_out(acme, header):
    exhaust()
    for number in range(5):
        answer = ask({**BAD["malformed"](), header: f"203.0.113.{number}"})
        assert answer.json()["code"] == "rate_limited"


def test_behind_a_trusted_proxy_clients_are_told_apart_and_cannot_forge(acme, configure):
    configure(TRUSTED_PROXIES=1)
    for number in range(FAILURES + 1):
        answer = ask({**BAD["malformed"](), "X-Forwarded-For": f"203.0.113.{number}, 192.0.2.1"})
    assert answer.json()["code"] == "rate_limited"
    other = ask({**BAD["malformed"](), "X-Forwarded-For": "203.0.113.1, 192.0.2.2"})
    assert other.json()["code"] == "invalid_key"


def test_a_64_of_ipv6_is_one_sender(acme):
    for number in range(FAILURES):
        assert ask(BAD["malformed"](), f"2001:db8:0:1:{number}::1").json()["code"] == "invalid_key"
    assert ask(BAD["malformed"](), "2001:db8:0:1:ffff::9").json()["code"] == "rate_limited"
    assert ask(BAD["malformed"](), "2001:db8:0:2::1").json()["code"] == "invalid_key"


def test_a_mapped_address_is_the_ipv4_one(acme):
    exhaust()
    assert ask(BAD["malformed"](), f"::ffff:{HERE}").json()["code"] == "rate_limited"
    assert ask(BAD["malformed"](), f"::ffff:{ELSEWHERE}").json()["code"] == "invalid_key"


def test_failures_share_a_servers_count_and_outlive_its_end(acme, redis_server, configure):
    configure(RATE_LIMIT_STORAGE=redis_server.url)
    assert seen(BAD["unknown"](), 4) == ["invalid_key"] * FAILURES + ["rate_limited"]
    redis_server.kill()
    assert seen(BAD["unknown"](), 4) == ["invalid_key"] * FAILURES + ["rate_limited"]


def test_a_limited_address_reads_what_is_public(acme):
    exhaust()
    for path in ("/healthz", "/readyz", "/v1/openapi.json"):
        assert ask(BAD["malformed"](), path=path).status_code == 200
