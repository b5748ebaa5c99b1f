"""The rate limits of keys: by class of route, whatever the answer, and each key on its own."""

import re
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.db import connection
from django.test import Client

from billing_access.access.key_format import new_secret
from billing_access.access.models import ApiKey
from billing_access.access.services import change_scopes, revoke_key, suspend_billing_reads
from billing_access.api import rate_limits
from billing_access.api.rate_limit_store import Windows
from billing_access.routes import BILLING_STATE, KEY, RATES, READABLE, ROUTES
from billing_access.settings import access_settings
from billing_audit.models import AuditEvent
from config.site_views import SITE_ROUTES
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
PATHS = {"state": "/v1/billing/state", "usage": "/v1/billing/usage", "runs": "/v1/runs/wr_1", "key": "/v1/key"}


@pytest.fixture
def rates(configure):
    """Set some rates: ``rates(state=3)``."""

    def set_rates(**limits: int) -> None:
        configure(RATE_LIMITS={**RATES, **limits})

    return set_rates


def codes(api, path: str, secret: str, times: int, **sent) -> list[object]:
    """Return the status of each of so many requests, or its code if it was refused."""
    answers = [api(path, secret, **sent) for _ in range(times)]
    return [answer.json()["code"] if answer.status_code >= 400 else answer.status_code for answer in answers]


@pytest.mark.parametrize("name", PATHS)
@pytest.mark.parametrize("method", ["get", "head"])
def test_past_its_rate_a_key_is_told_when_to_come_again_and_then_passes(
    acme, runs, make_key, api, opt_in, rates, name, method
):
    opt_in(acme)
    rates(**{name: 3})
    secret = make_key(acme).secret
    with time_machine.travel(time.time(), tick=False) as clock:
        for left in (2, 1, 0):
            answer = api(PATHS[name], secret, method=method)
            assert answer.status_code == 200
            assert answer.headers["RateLimit"] == f'"{name}";r={left};t={60 if left == 2 else 50}'
            assert answer.headers["RateLimit-Policy"] == f'"{name}";q=3;w=60'
            assert "Retry-After" not in answer.headers
            clock.shift(10.25 if left == 2 else 0)
        refused = api(PATHS[name], secret, method=method)
        assert refused.status_code == 429
        assert refused.headers["Content-Type"] == "application/problem+json"
        assert refused.headers["Retry-After"] == "50"
        assert refused.headers["RateLimit"] == f'"{name}";r=0;t=50'
        assert "WWW-Authenticate" not in refused.headers
        clock.shift(49)
        assert api(PATHS[name], secret, method=method).headers["Retry-After"] == "1"
        clock.shift(1)
        assert api(PATHS[name], secret, method=method).status_code == 200
        assert api(PATHS[name], secret, method=method).status_code == 429


@pytest.mark.parametrize("fraction", [0.0, 0.00004, 0.00006, 0.25, 0.5, 0.9996])
def test_retry_after_is_whole_seconds_and_true(acme, make_key, api, rates, redis_server, configure, fraction):
    configure(RATE_LIMIT_STORAGE=redis_server.url)
    rates(key=1)
    secret = make_key(acme).secret
    with time_machine.travel(1_795_400_000 + fraction, tick=False) as clock:
        assert api("/v1/key", secret).status_code == 200
        clock.shift(8)
        refused = api("/v1/key", secret)
        assert refused.status_code == 429
        wait = refused.headers["Retry-After"]
        assert re.fullmatch(r"[0-9]+", wait)
        clock.shift(int(wait) - 1)
        assert api("/v1/key", secret).status_code == 429
        clock.shift(1)
        assert api("/v1/key", secret).status_code == 200


def test_the_default_rates_are_those_of_the_documentation(settings):
    expected = {"state": 120, "usage": 60, "runs": 120, "key": 120, "audit": 60, "other": 120, "failed_credentials": 30}
    assert expected == access_settings.RATE_LIMITS
    assert {route.name: route.rate for route in (*READABLE, KEY)} == {
        "billing-state": "state",
        "billing-usage": "usage",
        "billing-usage-summary": "usage",
        "billing-estimate": "usage",
        "billing-entries": "state",
        "billing-alerts": "state",
        "run": "runs",
        "run-cost": "runs",
        "audit-events": "audit",
        "audit-figures": "audit",
        "key": "key",
    }


def test_the_refusal_says_what_to_do_and_is_on_the_record(acme, make_key, api, opt_in, rates):
    opt_in(acme)
    rates(state=1)
    issued = make_key(acme)
    api("/v1/billing/state", issued.secret)
    answer = api("/v1/billing/state", issued.secret)
    assert answer.json()["code"] == "rate_limited"
    assert "Retry-After" in answer.json()["detail"]
    assert "organization_id" not in answer.json()
    event = AuditEvent.objects.get(reason_code="rate_limited")
    assert (event.outcome, event.organization_id, event.actor_id) == ("denied", acme.public_id, str(issued.key.pk))
    assert event.request_id == answer.json()["request_id"]


def test_a_flood_of_refusals_does_not_flood_the_record(acme, make_key, api, opt_in, rates):
    opt_in(acme)
    rates(state=1)
    secret = make_key(acme).secret
    api("/v1/billing/state", secret)
    assert codes(api, "/v1/billing/state", secret, 25) == ["rate_limited"] * 25
    assert AuditEvent.objects.filter(reason_code="rate_limited").count() in {10, 20}  # 20 if a new minute began


REFUSED = {
    "insufficient_scope": lambda key: change_scopes(key, actor=SYSTEM, scopes=["audit:read"]),
    "billing_reads_suspended": lambda key: suspend_billing_reads(key.organization, actor=SYSTEM, reason="x"),
    "key_revoked": lambda key: revoke_key(key, actor=SYSTEM),
    "key_expired": lambda key: ApiKey.objects.filter(pk=key.pk).update(expires_at=key.created_at),
    "ip_not_allowed": lambda key: ApiKey.objects.filter(pk=key.pk).update(allowed_networks=["203.0.113.0/24"]),
}


@pytest.mark.parametrize("code", REFUSED)
def test_refused_answers_count_and_keep_their_own_reason_past_the_rate(
    acme, make_key, api, opt_in, rates, as_role, code
):
    opt_in(acme)
    rates(state=3)
    issued = make_key(acme)
    before = dict(ApiKey.objects.filter(pk=issued.key.pk).values("scopes", "expires_at", "revoked_at")[0])
    assert codes(api, "/v1/billing/state", issued.secret, 1) == [200]
    REFUSED[code](issued.key)
    assert codes(api, "/v1/billing/state", issued.secret, 4) == [code] * 4
    assert api("/v1/billing/state", issued.secret).headers["RateLimit"].startswith('"state";r=0;')
    ApiKey.objects.filter(pk=issued.key.pk).update(**before, allowed_networks=[])
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM billing_reads_suspension")
    assert codes(api, "/v1/billing/state", issued.secret, 1) == ["rate_limited"]


def test_the_rate_comes_after_the_opt_in(acme, make_key, api, opt_in, rates):
    rates(state=2)
    secret = make_key(acme).secret
    assert codes(api, "/v1/billing/state", secret, 4) == ["org_opt_in_required"] * 4
    opt_in(acme)
    assert codes(api, "/v1/billing/state", secret, 1) == ["rate_limited"]


@pytest.mark.parametrize(
    ("path", "sent", "code"),
    [
        ("/v1/runs/wr_none", {}, "not_found"),
        ("/v1/runs/wr_1", {"nonsense": "1"}, "invalid_parameter"),
        ("/v1/runs/wr_1", {"method": "post"}, "method_not_allowed"),
        ("/v1/runs/wr_1", {"method": "options"}, "method_not_allowed"),
    ],
)
def test_the_rate_comes_before_what_is_asked_for_and_all_of_it_counts(
    acme, runs, make_key, api, opt_in, rates, path, sent, code
):
    opt_in(acme)
    rates(runs=2)
    secret = make_key(acme).secret
    assert codes(api, path, secret, 3, **sent) == [code, code, "rate_limited"]
    assert codes(api, "/v1/runs/wr_1", secret, 1) == ["rate_limited"]


@pytest.mark.parametrize("opted_in", [True, False])
def test_a_run_with_its_cost_is_one_request(acme, runs, make_key, api, opt_in, rates, opted_in):
    if opted_in:
        opt_in(acme)
    rates(runs=3)
    assert codes(api, "/v1/runs/wr_1", make_key(acme).secret, 4) == [200, 200, 200, "rate_limited"]


def test_each_class_of_routes_has_its_own_budget(acme, runs, make_key, api, opt_in, rates):
    opt_in(acme)
    rates(state=1, usage=1, runs=1, key=1)
    secret = make_key(acme).secret
    for path in PATHS.values():
        assert codes(api, path, secret, 2) == [200, "rate_limited"]


@pytest.mark.parametrize("storage", ["memory", "server"])
def test_one_key_never_spends_anothers_budget(acme, other, make_key, api, opt_in, rates, configure, request, storage):
    """Keys named to collide: like each other, like another's id, like its window in the storage."""
    if storage == "server":
        configure(RATE_LIMIT_STORAGE=request.getfixturevalue("redis_server").url)
    opt_in(acme)
    rates(state=2)
    victim = make_key(acme, name="Nightly")
    window = f"key/{victim.key.pk}/state/2/1/minute"
    names = ["Nightly", str(victim.key.pk), f"{victim.key.pk}/state", window, f"LIMITER/{window}", "*", "../Nightly"]
    for organization in (acme, other):
        for name in names:
            spender = make_key(organization, name=name[:80]).secret
            assert codes(api, "/v1/billing/state", spender, 4) == [200, 200, "rate_limited", "rate_limited"]
    assert codes(api, "/v1/billing/state", victim.secret, 3) == [200, 200, "rate_limited"]


def test_ways_to_send_one_key_are_one_budget(acme, make_key, api, rates):
    rates(key=2)
    secret = make_key(acme).secret
    bearer = {"authorization": f"Bearer {secret}"}
    assert api("/v1/key", secret).status_code == 200
    assert api("/v1/key", headers=bearer).status_code == 200
    assert api("/v1/key", secret).status_code == api("/v1/key", headers=bearer).status_code == 429


def test_addresses_share_a_keys_budget(acme, make_key, rates):
    rates(key=2)
    secret = make_key(acme).secret
    statuses = [
        Client().get("/v1/key", headers={"x-api-key": secret}, REMOTE_ADDR=f"203.0.113.{n}").status_code
        for n in range(3)
    ]
    assert statuses == [200, 200, 429]


@pytest.mark.parametrize("path", [route.path for route in (*ROUTES, *SITE_ROUTES) if route.public])
def test_public_addresses_are_not_limited(acme, make_key, api, rates, path):
    rates(**dict.fromkeys(RATES, 1))
    secret = make_key(acme).secret
    for sent in (secret, None, "bak_live_nonsense"):
        for _ in range(4):
            answer = api(path, sent)
            assert answer.status_code in {200, 404}
            assert "RateLimit" not in answer.headers


@pytest.mark.parametrize("path", PATHS.values())
def test_every_answer_to_a_known_key_carries_the_fields_and_no_other_does(acme, runs, make_key, api, opt_in, path):
    opt_in(acme)
    revoked = make_key(acme)
    revoke_key(revoked.key, actor=SYSTEM)
    known = [make_key(acme).secret, make_key(acme, "audit:read").secret, revoked.secret]
    for answer in [
        *(api(path, secret) for secret in known),
        api(path, known[0], x="1"),
        api(path, known[0], method="put"),
    ]:
        assert re.fullmatch(r'"[a-z]+";r=[0-9]+;t=[0-9]+', answer.headers["RateLimit"])
        assert re.fullmatch(r'"[a-z]+";q=[0-9]+;w=60', answer.headers["RateLimit-Policy"])
    for secret in (None, "bak_live_nonsense", new_secret()):
        assert not {"RateLimit", "RateLimit-Policy", "Retry-After"} & set(api(path, secret).headers)


def test_a_rate_refusal_costs_the_decision_and_the_record(acme, runs, make_key, api, opt_in, rates, counting):
    opt_in(acme)
    rates(state=1, usage=1, runs=1, key=1)
    secret = make_key(acme).secret
    for path in PATHS.values():
        api(path, secret)
        with counting() as counted:
            assert api(path, secret).status_code == 429
        assert (counted.reads, counted.records) == (1, 1), path


def test_a_killed_storage_is_no_error_and_no_freedom(acme, make_key, api, opt_in, rates, redis_server, configure):
    configure(RATE_LIMIT_STORAGE=redis_server.url)
    opt_in(acme)
    rates(state=3)
    secret = make_key(acme).secret
    assert codes(api, "/v1/billing/state", secret, 4) == [200, 200, 200, "rate_limited"]
    redis_server.kill()
    assert codes(api, "/v1/billing/state", secret, 5) == [200, 200, 200, "rate_limited", "rate_limited"]


def test_the_first_requests_at_once_are_counted_in_one_place(monkeypatch):
    """Two that began together made a store each, and one of the stores found the library of Redis half imported."""
    made = []

    class SlowWindows(Windows):
        def __init__(self, storage):
            made.append(storage)
            time.sleep(0.2)
            super().__init__(storage)

    monkeypatch.setattr(rate_limits, "Windows", SlowWindows)
    rate_limits.reset()
    key = uuid.uuid4()
    with ThreadPoolExecutor(8) as pool:
        counted = [*pool.map(lambda _: rate_limits.count_request(key, BILLING_STATE), range(8))]
    assert len(made) == 1
    assert sorted(each.window.remaining for each in counted) == [*range(112, 120)]
