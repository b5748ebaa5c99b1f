"""Who can read billing now: people by permission, keys by what they read, and why."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from billing_access.access.models import ApiKey
from billing_access.access.services import change_networks, revoke_key, suspend_billing_reads
from orgs import actors
from orgs.models import Organization

SYSTEM = actors.command("tests")
PAGE = "/o/acme/readers/"


def test_people_by_what_they_hold(
    acme: Organization, other: Organization, alice: User, adam: User, bella: User, audrey: User, bob: User,
    dana: User, sign_in: Any, words: Any,
) -> None:  # fmt: skip
    said = words(sign_in(audrey).get(PAGE))
    assert "3 people can read billing data on these pages, and 0 API keys through the API." in said
    assert "Alice alice@example.com Owner Yes Yes Yes" in said
    assert "Adam adam@example.com Admin Yes Yes Yes" in said
    assert "Bella bella@example.com Billing Yes No No" in said
    assert "2 other members can do none of these." in said
    for nobody in ("audrey@", "bob@", "charlie@", "dana@"):
        assert nobody not in said


def test_keys_by_what_they_read_and_why_the_rest_do_not(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any, opt_in: Any
) -> None:
    make_key(acme, "billing.state:read", name="Dashboard")
    make_key(acme, "runs:read", name="Runs alone")
    revoke_key(make_key(acme, name="Gone").key, actor=SYSTEM)
    listed = make_key(acme, "billing.usage:read", name="Listed").key
    change_networks(listed, actor=SYSTEM, allowed_networks=["203.0.113.0/24"])
    client = sign_in(alice)
    reading, refused = words(client.get(PAGE)).split("Keys that can read billing data")[1].split("Keys that cannot")
    assert reading.strip() == "None."
    assert "Dashboard bak_live_" in refused
    opt_in(acme)
    said = words(client.get(PAGE))
    assert "1 person can read billing data on these pages, and 2 API keys through the API." in said
    reading, refused = said.split("Keys that can read billing data")[1].split("Keys that cannot")
    assert "Billing reads are on, and the key has billing.state:read. From any address." in reading
    assert "Only from 203.0.113.0/24." in reading
    assert "Runs alone" not in reading
    assert "Runs alone bak_live_" in refused
    assert "1 expired or revoked key: cannot read anything." in refused
    assert "Gone" not in said
    suspend_billing_reads(acme, actor=SYSTEM, reason="Leak")
    assert "and 0 API keys through the API." in words(client.get(PAGE))


def test_an_opt_in_that_ran_out_opens_nothing(
    acme: Organization, alice: User, make_key: Any, sign_in: Any, words: Any, opt_in: Any
) -> None:
    make_key(acme, name="Dashboard")
    opt_in(acme)
    acme.opt_in.enabled_until = timezone.now() - timedelta(seconds=1)
    acme.opt_in.save()
    assert "and 0 API keys through the API." in words(sign_in(alice).get(PAGE))


def test_a_key_of_another_organization_is_not_there(
    acme: Organization, other: Organization, alice: User, make_key: Any, sign_in: Any, words: Any, opt_in: Any
) -> None:
    opt_in(acme)
    make_key(other, name="Theirs")
    said = words(sign_in(alice).get(PAGE))
    assert "Theirs" not in said
    assert "and 0 API keys through the API." in said


@pytest.mark.parametrize("number", [1, 24])
def test_at_most_eight_queries_whatever_the_number_of_keys(
    acme: Organization, alice: User, many_keys: Any, sign_in: Any, opt_in: Any,
    django_assert_max_num_queries: Any, number: int,
) -> None:  # fmt: skip
    opt_in(acme)
    many_keys(acme, number)
    assert ApiKey.objects.count() >= number
    client = sign_in(alice)
    with django_assert_max_num_queries(8):
        assert client.get(PAGE).status_code == 200
