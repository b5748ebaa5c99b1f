"""A key's allow-list: what it accepts, which addresses it allows, and which changes loosen it."""

import ipaddress
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from billing_access.access.models import NETWORKS_LIMIT, ApiKey
from billing_access.access.networks import InvalidNetwork, is_loosened, parse_networks
from billing_access.access.services import InvalidChange, IssuedKey, change_networks, issue_key, revoke_key
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.access import ReauthenticationRequired
from orgs.models import Organization

SYSTEM = actors.command("tests")
Make = Callable[..., IssuedKey]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], []),
        (["", "  "], []),
        (["203.0.113.7"], ["203.0.113.7/32"]),
        ([" 203.0.113.0/24 ", "203.0.113.9"], ["203.0.113.0/24"]),
        (["2001:db8::1"], ["2001:db8::1/128"]),
        (["::ffff:192.0.2.5"], ["192.0.2.5/32"]),
        (["::ffff:192.0.2.0/120"], ["192.0.2.0/24"]),
        (["2001:db8::/48", "10.0.0.0/8"], ["10.0.0.0/8", "2001:db8::/48"]),
    ],
)
def test_accepted(texts: list[str], expected: list[str]) -> None:
    assert list(map(str, parse_networks(texts))) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("203.0.113.7/24", "Did you mean 203.0.113.0/24"),
        ("2001:db8::1/48", "Did you mean 2001:db8::/48"),
        ("203.0.113", "Accepted: 203.0.113.7, 203.0.113.0/24 or 2001:db8::/48"),
        ("example.com", "Accepted:"),
        ("0.0.0.0/33", "Accepted:"),
        ("10.0.0.0-10.0.0.9", "Accepted:"),
        ("٣.0.0.1", "Accepted:"),
    ],
)
def test_refused_with_its_mend(text: str, words: str) -> None:
    with pytest.raises(InvalidNetwork) as fault:
        parse_networks([text])
    assert repr(text) in str(fault.value)
    assert words in str(fault.value)


def _network(number: int, bits: int) -> ipaddress.IPv4Network:
    return ipaddress.IPv4Network((number << 28, bits), strict=False)


FEW = st.lists(st.builds(_network, st.integers(0, 15), st.integers(1, 6)), max_size=3)


@given(FEW, FEW)
def test_loosened_means_that_some_address_was_refused_before(before: Any, after: Any) -> None:
    def lets_in(listed: Any, address: Any) -> bool:
        return not listed or any(address in each for each in listed)

    old, new = (parse_networks(list(map(str, each))) for each in (before, after))
    sample = [*(ipaddress.IPv4Address(number << 26) for number in range(64)), ipaddress.IPv6Address("2001:db8::1")]
    assert is_loosened(old, new) is any(lets_in(new, each) and not lets_in(old, each) for each in sample)


@pytest.mark.parametrize(
    ("listed", "address", "status"),
    [
        ("192.0.2.0/24", "192.0.2.255", 200),
        ("192.0.2.0/24", "192.0.3.0", 403),
        ("192.0.2.0/24", "::ffff:192.0.2.1", 200),
        ("192.0.2.0/24", "::ffff:c000:0201", 200),
        ("192.0.2.0/24", "2001:db8::1", 403),
        ("192.0.2.0/24", "", 403),
        ("192.0.2.0/24", "unix:", 403),
        ("2001:db8::/48", "2001:db8:0:ffff::1", 200),
        ("2001:db8::/48", "2001:db8:1::1", 403),
        ("2001:db8::/48", "192.0.2.1", 403),
        ("fe80::/10", "fe80::1%eth0", 200),
        ("0.0.0.0/0", "2001:db8::1", 403),
    ],
)
def test_the_api_looks_at_the_connection(
    acme: Organization, make_key: Make, client: Any, listed: str, address: str, status: int
) -> None:
    issued = make_key(acme)
    change_networks(issued.key, actor=SYSTEM, allowed_networks=[listed])
    answer = client.get(
        "/v1/key",
        headers={"x-api-key": issued.secret, "x-forwarded-for": "192.0.2.1, 2001:db8::1"},
        REMOTE_ADDR=address,
    )
    assert answer.status_code == status
    if status == 403:
        assert answer.json()["code"] == "ip_not_allowed"
        assert "WWW-Authenticate" not in answer.headers
        event = AuditEvent.objects.get(outcome="denied")
        assert (event.reason_code, event.actor_id) == ("ip_not_allowed", str(issued.key.pk))


def test_the_refusal_names_the_address(acme: Organization, make_key: Make, client: Any) -> None:
    issued = make_key(acme)
    change_networks(issued.key, actor=SYSTEM, allowed_networks=["192.0.2.0/24"])
    answer = client.get("/v1/billing/state", headers={"x-api-key": issued.secret}, REMOTE_ADDR="203.0.113.4")
    assert answer.json()["detail"].startswith("The request came from 203.0.113.4. Use an address on the key's list")


def test_tightening_is_free_and_loosening_asks_who_is_there(acme: Organization, alice: User, make_key: Make) -> None:
    key = make_key(acme).key
    stale = actors.as_member(alice, authenticated_at=timezone.now() - timedelta(minutes=15))
    change_networks(key, actor=stale, allowed_networks=["10.0.0.0/8", "2001:db8::/32"])
    change_networks(key, actor=stale, allowed_networks=["10.1.0.0/16", "2001:db8::/48"])
    for looser in (["10.0.0.0/15"], ["10.1.0.0/16", "192.0.2.1"], ["2001:db8::/47"], []):
        with pytest.raises(ReauthenticationRequired):
            change_networks(key, actor=stale, allowed_networks=looser)
    assert list(map(str, ApiKey.objects.get().allowed_networks)) == ["10.1.0.0/16", "2001:db8::/48"]
    assert AuditEvent.objects.filter(action="api_key.addresses_changed").count() == 2


def test_the_same_list_changes_nothing(acme: Organization, make_key: Make) -> None:
    key = make_key(acme).key
    for texts in (["10.0.0.0/8"], ["10.0.0.0/8", "10.1.0.0/16"]):
        change_networks(key, actor=SYSTEM, allowed_networks=texts)
    assert AuditEvent.objects.filter(action="api_key.addresses_changed").count() == 1


def test_a_key_that_is_over_keeps_its_list(acme: Organization, make_key: Make) -> None:
    key = make_key(acme).key
    revoke_key(key, actor=SYSTEM)
    with pytest.raises(InvalidChange, match="revoked"):
        change_networks(key, actor=SYSTEM, allowed_networks=["10.0.0.0/8"])


def test_a_list_is_short(acme: Organization) -> None:
    many = [f"10.0.{number}.1" for number in range(NETWORKS_LIMIT + 1)]
    with pytest.raises(InvalidChange, match="50 networks at most, not 51"):
        issue_key(acme, actor=SYSTEM, name="k", scopes=["runs:read"], allowed_networks=many)
    assert not ApiKey.objects.exists()
