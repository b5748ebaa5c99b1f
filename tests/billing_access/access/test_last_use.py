"""The last use of a key: one write in ten minutes, and no request waits for it."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, connections, transaction

from billing_access.access.decision import facts_for_secret
from billing_access.access.last_use import note_use
from billing_access.access.models import ApiKey
from billing_access.access.services import IssuedKey, revoke_key
from orgs import actors
from orgs.models import Organization

Api = Callable[..., object]


def _age(minutes: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE billing_api_key SET last_used_at = statement_timestamp() - %s::interval", [minutes])


def test_a_use_leaves_time_and_address(acme: Organization, make_key: Callable[..., IssuedKey], api: Api) -> None:
    issued = make_key(acme)
    assert (issued.key.last_used_at, issued.key.last_used_address) == (None, None)
    api("/v1/key", issued.secret)
    key = ApiKey.objects.get()
    assert key.last_used_at is not None
    assert key.last_used_address == "127.0.0.1"


@pytest.mark.parametrize(("age", "is_written"), [("9 minutes 59 seconds", False), ("10 minutes 1 second", True)])
def test_it_is_written_again_after_ten_minutes(
    acme: Organization, make_key: Callable[..., IssuedKey], api: Api, age: str, is_written: bool
) -> None:
    issued = make_key(acme)
    api("/v1/key", issued.secret)
    _age(age)
    before = ApiKey.objects.get().last_used_at
    api("/v1/key", issued.secret)
    assert (ApiKey.objects.get().last_used_at != before) is is_written


def test_a_dead_key_or_a_foreign_address_is_no_use(
    acme: Organization, make_key: Callable[..., IssuedKey], api: Api
) -> None:
    revoked, elsewhere = make_key(acme), make_key(acme)
    revoke_key(revoked.key, actor=actors.command("tests"))
    ApiKey.objects.filter(pk=elsewhere.key.pk).update(allowed_networks=["192.0.2.0/24"])
    for issued in (revoked, elsewhere):
        api("/v1/key", issued.secret)
    assert not ApiKey.objects.exclude(last_used_at=None).exists()


@pytest.mark.django_db(transaction=True)
def test_fifty_first_uses_at_once_write_once_and_none_waits(
    acme: Organization, make_key: Callable[..., IssuedKey]
) -> None:
    facts = facts_for_secret(make_key(acme).secret)
    versions: set[str] = set()
    failures: list[BaseException] = []
    start = threading.Barrier(50)

    def use() -> None:
        try:
            start.wait(30)
            with connection.cursor() as cursor:
                cursor.execute("SET lock_timeout = '2s'")
            note_use(facts)
            with connection.cursor() as cursor:
                cursor.execute("SELECT xmin::text FROM billing_api_key")
                versions.add(cursor.fetchone()[0])
        except BaseException as error:
            failures.append(error)
        finally:
            connections.close_all()

    with transaction.atomic():
        # A change holds the key's row all the while. If a use waited for its lock, it would time out.
        ApiKey.objects.select_for_update(no_key=True).get()
        waiting = [threading.Thread(target=use) for _ in range(50)]
        for each in waiting:
            each.start()
        for each in waiting:
            each.join(60)
    assert failures == []
    assert ApiKey.objects.get().last_used_at is None

    versions.clear()
    start.reset()
    uses = [threading.Thread(target=use) for _ in range(50)]
    for each in uses:
        each.start()
    for each in uses:
        each.join(60)
    assert failures == []
    assert ApiKey.objects.get().last_used_at is not None
    # The row before the one write and after it; no third version.
    assert len(versions) <= 2
