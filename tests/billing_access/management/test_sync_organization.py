"""``manage.py sync_organization``: sets an organization's names and account; repeating it changes nothing."""

import io
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from accounts.models import User
from billing_access.billing.models import Account
from billing_access.billing.operators import InvalidChange, sync_organization
from billing_audit.models import AuditEvent
from orgs.actors import as_member, command
from orgs.models import Organization
from orgs.services.organizations import identify_organization

GIVEN = {
    "organization": "acme",
    "external_id": "cust_1",
    "name": "Acme, Inc.",
    "tier": "pro",
    "mode": "prepaid",
    "threshold": "10.50",
    "period_start_day": "15",
    "stale_after": "24",
}


def sync(**options: str) -> str:
    out = io.StringIO()
    arguments = [f"--{name.replace('_', '-')}={value}" for name, value in options.items()]
    call_command("sync_organization", *arguments, stdout=out)
    return out.getvalue()


def events() -> list[AuditEvent]:
    return list(AuditEvent.objects.filter(action__in=["account.updated", "organization.changed"]).order_by("id"))


def test_everything_stands_and_is_on_the_record(acme: Organization) -> None:
    assert sync(**GIVEN) == (
        "acme: tier pro, prepaid, threshold 10.50 USD, periods from day 15, stale after 24 hours.\n"
    )
    acme.refresh_from_db()
    assert (acme.external_id, acme.name, acme.slug) == ("cust_1", "Acme, Inc.", "acme")
    account = Account.objects.get(pk=acme.pk)
    assert (account.billing_tier, account.billing_mode, account.low_balance_threshold_usd) == (
        "pro", "prepaid", Decimal("10.5"),
    )  # fmt: skip
    assert (account.period_start_day, account.stale_after_hours, account.fed_at, account.revision) == (15, 24, None, 0)
    changed, updated = events()
    assert (changed.actor_id, changed.organization_id) == ("sync_organization", acme.public_id)
    assert changed.changes == {"name": ["Acme Robotics", "Acme, Inc."], "external_id": [None, "cust_1"]}
    assert updated.changes == {
        "billing_tier": [None, "pro"], "billing_mode": [None, "prepaid"], "low_balance_threshold_usd": [None, "10.50"],
        "period_start_day": [None, 15], "stale_after_hours": [None, 24],
    }  # fmt: skip


def test_said_again_nothing_changes_and_nothing_is_recorded(acme: Organization) -> None:
    said = sync(**GIVEN)
    before = (Account.objects.values().get(), Organization.objects.values().get(pk=acme.pk))
    assert sync(**GIVEN) == said
    assert sync(organization="acme") == said
    assert (Account.objects.values().get(), Organization.objects.values().get(pk=acme.pk)) == before
    assert len(events()) == 2


def test_one_hour_is_in_the_singular(acme: Organization) -> None:
    assert "stale after 1 hour." in sync(organization="acme", stale_after="1")


def test_what_is_not_said_stays(acme: Organization) -> None:
    sync(**GIVEN)
    assert "tier team, prepaid, threshold 10.50 USD, periods from day 15" in sync(organization="acme", tier="team")
    assert "threshold none" in sync(organization="acme", threshold="none")
    assert "stale after none" in sync(organization="acme", stale_after="none")
    acme.refresh_from_db()
    assert (acme.external_id, acme.name) == ("cust_1", "Acme, Inc.")
    assert [event.changes for event in events()[2:]] == [
        {"billing_tier": ["pro", "team"]},
        {"low_balance_threshold_usd": ["10.50", None]},
        {"stale_after_hours": [24, None]},
    ]
    sync(organization="acme", external_id="")
    acme.refresh_from_db()
    assert acme.external_id is None


def test_only_an_account_is_opened(acme: Organization) -> None:
    assert sync(organization="acme") == (
        "acme: tier free, prepaid, threshold none, periods from day 1, stale after none.\n"
    )
    assert Account.objects.count() == 1
    with pytest.raises(CommandError, match="no organization with the slug 'new'"):
        sync(organization="new", name="New")
    assert Organization.objects.count() == 1


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"external_id": "x" * 101}, "external_id: Ensure this value has at most 100 characters"),
    ({"external_id": "other"}, "external_id: 'other' is already the id, slug or external id of another"),
    ({"external_id": "cust_other"}, "external_id: 'cust_other' is already the id, slug or external id of another"),
    ({"external_id": "a\x07b"}, r"external_id: This has a control or invisible character, U\+0007\. Remove it"),
    ({"external_id": "a\u200bb"}, r"external_id: This has .* U\+200B ZERO WIDTH SPACE"),
    ({"name": "Acme\u202e"}, r"name: This has .* U\+202E RIGHT-TO-LEFT OVERRIDE"),
    ({"tier": "pro\ufeff"}, r"The billing tier has .* U\+FEFF"),
    ({"name": " "}, "name: This field cannot be blank"),
    ({"name": "x" * 101}, "name: Ensure this value has at most 100 characters"),
    ({"tier": ""}, "A billing tier has 1 to 40 characters"),
    ({"tier": "x" * 41}, "A billing tier has 1 to 40 characters"),
    ({"mode": "barter"}, "invalid choice: 'barter'"),
    ({"threshold": "ten"}, "'ten' is not an amount"),
    ({"threshold": "0.00000000001"}, "more than ten decimals"),
    ({"period_start_day": "32"}, "A period starts on day 1 to 31 of a month, not 32"),
    ({"stale_after": "0"}, "Figures become stale after 1 to 8760 hours, not 0"),
    ({"stale_after": "8761"}, "Figures become stale after 1 to 8760 hours, not 8761"),
    ({"stale_after": "a day"}, "--stale-after 'a day' is not a number of hours"),
    ({"unit_price": "0"}, "A unit price is more than zero, unlike 0"),
    ({"unit_price": "cheap"}, "'cheap' is not an amount"),
    ({"unit_price": "1", "price_from": "2026-01-01"}, "--price-from '2026-01-01' has no offset"),
    ({"price_from": "2026-01-01T00:00:00Z"}, "--price-from says from when on, so it needs --unit-price"),
    ({"period_start_day": "0"}, "A period starts on day 1 to 31 of a month, not 0"),
]


def test_bad_input_is_named_and_changes_nothing(acme: Organization, other: Organization, cells: Any) -> None:
    Organization.objects.filter(pk=other.pk).update(external_id="cust_other")
    for change, says in WRONG:
        with cells(change):
            with pytest.raises(CommandError, match=says):
                sync(**{**GIVEN, **change})
            assert not Account.objects.exists()
            acme.refresh_from_db()
            assert (acme.name, acme.external_id) == ("Acme Robotics", None)
            assert events() == []
    assert cells.count == 23


def test_prices_of_units(acme: Organization, feed: Any) -> None:
    first = {"organization": "acme", "unit_price": "0.05", "cached_unit_price": "0.01"}
    second = {"organization": "acme", "unit_price": "0.06", "price_from": "2026-04-01T00:00:00Z"}
    for _ in range(2):
        assert sync(**first).splitlines()[1:] == [
            "From 1970-01-01T00:00:00+00:00 on a unit costs 0.05 USD, a cached one 0.01 USD."
        ]
    feed(acme, {"run_id": "x", "started_at": "2026-04-01T00:00:00Z", "units": "1"})
    for _ in range(2):
        assert sync(**second).splitlines()[1:] == [
            "From 2026-04-01T00:00:00+00:00 on a unit costs 0.06 USD, a cached one 0.01 USD. 1 run since then: an "
            "older price, which --correct replaces."
        ]
    feed(acme, {"run_id": "x", "units": "1"}, correct=True)
    assert "older" not in sync(**second)
    assert len(sync(organization="acme").splitlines()) == 1
    assert AuditEvent.objects.filter(action="account.unit_price_set", actor_id="sync_organization").count() == 2


def test_another_period_is_read_at_once(acme: Organization, feed: Any, run: Any) -> None:
    feed(acme, run())
    before = Account.objects.get(pk=acme.pk)
    sync(**GIVEN)
    after = Account.objects.get(pk=acme.pk)
    assert (after.revision, after.usage_total_usd, after.fed_at) == (
        before.revision, before.usage_total_usd, before.fed_at,
    )  # fmt: skip


def test_only_the_platform_says(acme: Organization, alice: User) -> None:
    with pytest.raises(PermissionDenied):
        sync_organization(acme, billing_tier="pro", actor=as_member(alice))
    with pytest.raises(PermissionDenied):
        identify_organization(acme, name="Mine", actor=as_member(alice))


def test_an_unknown_mode_is_named_to_python_too(acme: Organization) -> None:
    with pytest.raises(InvalidChange, match=r"Unknown billing mode 'barter'\. Accepted: prepaid, postpaid"):
        sync_organization(acme, billing_mode="barter", actor=command("tests"))
