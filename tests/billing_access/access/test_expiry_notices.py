"""The owners and the creator get an e-mail 14, 3 and 0 days before a key expires, once each."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from accounts.models import User
from billing_access.access.models import ApiKey
from billing_access.access.services import IssuedKey, revoke_key, rotate_key
from billing_access.access.services.expiry_notices import tell_of_expiring_keys
from orgs import actors
from orgs.models import Organization

SYSTEM = actors.command("tests")


def _left(interval: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE billing_api_key SET expires_at = statement_timestamp() + %s::interval", [interval])


def _told(run_jobs: Callable[[], Any], mailoutbox: Any) -> list[tuple[str, str]]:
    before = len(mailoutbox)
    tell_of_expiring_keys()
    run_jobs()
    return sorted((mail.to[0], mail.subject) for mail in mailoutbox[before:])


def test_three_times_once_each(
    acme: Organization, adam: User, make_key: Callable[..., IssuedKey], run_jobs: Any, mailoutbox: Any
) -> None:
    make_key(acme, name="Nightly", lifetime_days=90)
    ApiKey.objects.update(created_by=adam, created_by_kind="user")
    run_jobs()
    steps = [
        ("14 days 1 minute", None),
        ("14 days", "The API key Nightly of Acme Robotics expires in 14 days"),
        ("13 days", None),
        ("3 days", "The API key Nightly of Acme Robotics expires in 3 days"),
        ("1 minute", None),
        ("0", "The API key Nightly of Acme Robotics has expired"),
        ("-1 day", None),
    ]
    for left, subject in steps:
        _left(left)
        people = ["adam@example.com", "alice@example.com"]
        assert _told(run_jobs, mailoutbox) == ([(each, subject) for each in people] if subject else []), left


def test_after_a_long_silence_only_the_last_is_told(
    acme: Organization, make_key: Callable[..., IssuedKey], run_jobs: Any, mailoutbox: Any
) -> None:
    make_key(acme, name="Nightly", lifetime_days=90)
    run_jobs()
    _left("2 days")
    assert _told(run_jobs, mailoutbox) == [
        ("alice@example.com", "The API key Nightly of Acme Robotics expires in 3 days")
    ]
    assert _told(run_jobs, mailoutbox) == []


@pytest.mark.parametrize(("days", "first"), [(1, 3), (3, 3), (4, 14), (14, 14), (15, None), (366, None)])
def test_a_short_life_has_fewer_notices(
    acme: Organization, make_key: Callable[..., IssuedKey], days: int, first: int | None
) -> None:
    assert make_key(acme, lifetime_days=days).key.expiry_notice == first


def test_ended_and_replaced_keys_and_former_members_are_left_alone(
    acme: Organization, charlie: User, make_key: Callable[..., IssuedKey], run_jobs: Any, mailoutbox: Any
) -> None:
    revoke_key(make_key(acme).key, actor=SYSTEM)
    rotate_key(make_key(acme).key, actor=SYSTEM, overlap_hours=168)
    ApiKey.objects.filter(revoked_at=None).update(created_by=charlie, created_by_kind="user", name="Successor")
    run_jobs()
    _left("2 days")
    assert [address for address, _ in _told(run_jobs, mailoutbox)] == ["alice@example.com"]
