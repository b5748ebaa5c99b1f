"""Where a key is accepted from: the list, its faults, and who may make it longer."""

from typing import Any

import pytest

from accounts.models import User
from billing_access.access.models import ApiKey
from billing_access.access.services import change_networks, revoke_key
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Organization

SYSTEM = actors.command("tests")


@pytest.fixture
def key(acme: Organization, make_key: Any) -> ApiKey:
    """A key with two networks."""
    found = make_key(acme, "runs:read").key
    return change_networks(found, actor=SYSTEM, allowed_networks=["203.0.113.0/24", "2001:db8::/48"])


def _page(key: ApiKey) -> str:
    return f"/o/acme/keys/{key.pk}/addresses/"


def _networks(key: ApiKey) -> list[str]:
    return list(map(str, ApiKey.objects.get(pk=key.pk).allowed_networks))


def _changes() -> int:
    return AuditEvent.objects.filter(action="api_key.addresses_changed").exclude(actor_kind="system").count()


def test_the_list_is_there_to_be_changed(key: ApiKey, alice: User, sign_in: Any) -> None:
    assert "203.0.113.0/24\n2001:db8::/48</textarea>" in sign_in(alice).get(_page(key)).content.decode()


@pytest.mark.parametrize(
    ("typed", "kept", "said"),
    [
        ("203.0.113.7", ["203.0.113.7/32"], "is accepted from 203.0.113.7/32."),
        (" 203.0.113.0/25,\r\n\r\n 2001:db8::/64 ", ["203.0.113.0/25", "2001:db8::/64"], "203.0.113.0/25, 2001:db8"),
        ("", [], "is accepted from any address."),
    ],
)
def test_a_new_list_is_saved_with_the_reason(
    key: ApiKey, alice: User, sign_in: Any, words: Any, typed: str, kept: list[str], said: str
) -> None:
    sent = {"allowed_networks": typed, "reason": "New office"}
    answer = sign_in(alice).post(_page(key), sent, follow=True)
    assert answer.redirect_chain == [(f"/o/acme/keys/{key.pk}/", 302)]
    assert said in words(answer)
    assert _networks(key) == kept
    event = AuditEvent.objects.filter(action="api_key.addresses_changed", actor_id=str(alice.pk)).get()
    assert event.changes == {"allowed_networks": [["203.0.113.0/24", "2001:db8::/48"], kept]}
    assert event.details == {"reason": "New office"}


def test_sent_twice_it_changes_once(key: ApiKey, alice: User, sign_in: Any) -> None:
    client = sign_in(alice)
    for _ in range(2):
        assert client.post(_page(key), {"allowed_networks": "203.0.113.7"}).status_code == 302
    assert _changes() == 1


def test_tightening_asks_for_no_fresh_proof_and_loosening_does(key: ApiKey, alice: User, sign_in: Any) -> None:
    client = sign_in(alice, minutes_ago=600)
    tighter, looser = "203.0.113.0/25", "203.0.113.0/25\n198.51.100.1"
    assert client.post(_page(key), {"allowed_networks": tighter}).headers["Location"] == f"/o/acme/keys/{key.pk}/"
    for typed in (looser, ""):
        assert client.post(_page(key), {"allowed_networks": typed}).headers["Location"].startswith("/account/prove/")
    assert _networks(key) == ["203.0.113.0/25"]


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("203.0.113.7/24", "203.0.113.0/24"),
        ("203.0.113.7\nour office", "our"),
        ("<b>", "<b>"),
        ("203.0.113.0/33", "203.0.113.0/33"),
        ("\n".join(f"192.0.2.{host}" for host in range(0, 102, 2)), "50 networks at most, not 51."),
    ],
)
def test_a_fault_is_named_and_changes_nothing(
    key: ApiKey, alice: User, sign_in: Any, words: Any, typed: str, fault: str
) -> None:
    answer = sign_in(alice).post(_page(key), {"allowed_networks": typed})
    assert answer.status_code == 400
    said = words(answer)
    assert "There is a problem" in said
    assert fault in said.split("Save addresses")[0]
    assert "<b>" not in answer.content.decode()
    assert (len(_networks(key)), _changes()) == (2, 0)


def test_a_key_that_is_over_is_accepted_from_nowhere(key: ApiKey, alice: User, sign_in: Any, words: Any) -> None:
    revoke_key(key, actor=SYSTEM)
    client = sign_in(alice)
    assert "The key is revoked; it cannot change any more." in words(client.get(_page(key)))
    answer = client.post(_page(key), {"allowed_networks": ""})
    assert answer.status_code == 400
    assert "The key is revoked; it cannot change any more." in words(answer)
    assert len(_networks(key)) == 2


def test_at_most_eight_queries(
    acme: Organization, key: ApiKey, alice: User, many_keys: Any, sign_in: Any, django_assert_max_num_queries: Any
) -> None:
    many_keys(acme, 12)
    client = sign_in(alice)
    with django_assert_max_num_queries(8):
        assert client.get(_page(key)).status_code == 200
