"""Rotation, cancellation and revocation at the same moment on two connections: each order leaves what one of the two
sequences alone would leave, and never a live key of which a caller was told that it is revoked.
"""

import os
import random
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection, connections, transaction
from django.utils import timezone

from billing_access.access.models import ApiKey
from billing_access.access.services import InvalidChange, cancel_rotation, revoke_key, rotate_key
from billing_access.api import rate_limits
from billing_audit.models import AuditEvent
from orgs import actors

pytestmark = pytest.mark.soak
# A tenth of `make soak`'s rounds: each waits for locks.
ROUNDS = max(4, int(os.environ["ROUNDS"]) // 10) if "ROUNDS" in os.environ else 2
SYSTEM = actors.command("tests")


def _rotate(key: ApiKey) -> object:
    return rotate_key(key, actor=SYSTEM, overlap_hours=24)


def _rotate_at_once(key: ApiKey) -> object:
    return rotate_key(key, actor=SYSTEM, overlap_hours=0)


def _cancel(key: ApiKey) -> object:
    return cancel_rotation(key, actor=SYSTEM)


def _revoke(key: ApiKey) -> object:
    return revoke_key(key, actor=SYSTEM)


def _at_once(key: ApiKey, *verbs: Callable[[ApiKey], object]) -> list[Any]:
    """Start each verb on its own connection while the key's row is locked; release the lock when all wait."""
    outcomes: list[Any] = [None] * len(verbs)

    def run(number: int, verb: Callable[[ApiKey], object]) -> None:
        try:
            outcomes[number] = verb(ApiKey.objects.get(pk=key.pk))
        except Exception as error:
            outcomes[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(verbs)]
    with transaction.atomic():
        ApiKey.objects.select_for_update().get(pk=key.pk)
        for thread in threads:
            thread.start()
            _wait_until_waiting(threads.index(thread) + 1)
    for thread in threads:
        thread.join(30)
    return outcomes


def _wait_until_waiting(number: int) -> None:
    with connection.cursor() as cursor:
        for _ in range(500):
            cursor.execute("SELECT pg_sleep(0.01), pg_stat_clear_snapshot()")
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
            )
            if cursor.fetchone()[0] >= number:
                return
    raise AssertionError(f"fewer than {number} wait for the key")


def _living(organization: Any) -> list[Any]:
    """Return the ids of the keys that the API accepts now, by the database's clock, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM billing_api_key WHERE organization_id = %s AND expires_at > statement_timestamp() "
            "AND (revoked_at IS NULL OR revoked_at > statement_timestamp()) ORDER BY created_at",
            [organization.pk],
        )
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("verb", [_rotate, _rotate_at_once])
def test_rotated_twice_at_once_it_has_one_successor(acme, make_key, verb):
    for _ in range(ROUNDS):
        key = make_key(acme).key
        outcomes = _at_once(key, verb, verb)
        refused = [each for each in outcomes if isinstance(each, InvalidChange)]
        made = [each for each in outcomes if not isinstance(each, Exception)]
        assert (len(made), len(refused)) == (1, 1), outcomes
        assert ApiKey.objects.filter(predecessor=key).get() == made[0].key
        assert AuditEvent.objects.filter(action="api_key.rotated", target_id=str(key.pk)).count() == 1


@pytest.mark.django_db(transaction=True)
def test_canceled_and_rotated_at_once_one_key_or_a_pair_is_left(acme, make_key):
    """Either the rotation is refused and then canceled, or it is canceled and the key is rotated again."""
    for number in range(ROUNDS):
        key = make_key(acme).key
        first = rotate_key(key, actor=SYSTEM, overlap_hours=24).key
        verbs = (_cancel, _rotate) if number % 2 else (_rotate, _cancel)
        outcomes = _at_once(key, *verbs)
        assert [each for each in outcomes if isinstance(each, Exception) and not isinstance(each, InvalidChange)] == []
        living = [each for each in _living(acme) if each in _lineage(key)]
        assert first.pk not in living
        assert len(living) == (1 if any(isinstance(each, InvalidChange) for each in outcomes) else 2)
        assert key.pk in living


@pytest.mark.django_db(transaction=True)
def test_canceled_twice_at_once_it_is_canceled_once(acme, make_key):
    for _ in range(ROUNDS):
        key = make_key(acme).key
        rotate_key(key, actor=SYSTEM, overlap_hours=24)
        outcomes = _at_once(key, _cancel, _cancel)
        assert sorted(type(each).__name__ for each in outcomes) == ["ApiKey", "InvalidChange"]
        assert [each for each in _living(acme) if each in _lineage(key)] == [key.pk]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("other", [_rotate, _rotate_at_once, _cancel], ids=lambda verb: verb.__name__)
@pytest.mark.parametrize("revoke_first", [True, False], ids=["revocation first", "revocation last"])
def test_a_key_that_was_revoked_while_another_change_ran_is_gone(acme, make_key, api, other, revoke_first):
    for _ in range(ROUNDS):
        issued = make_key(acme)
        if other is _cancel:
            rotate_key(issued.key, actor=SYSTEM, overlap_hours=24)
        outcomes = _at_once(issued.key, *((_revoke, other) if revoke_first else (other, _revoke)))
        assert isinstance(outcomes[0 if revoke_first else 1], ApiKey), outcomes
        assert issued.key.pk not in _living(acme)
        rate_limits.reset()
        assert api("/v1/key", issued.secret).json()["code"] == "key_revoked"
        assert AuditEvent.objects.filter(action="api_key.revoked", target_id=str(issued.key.pk)).count() == (
            1 if other is not _rotate_at_once or revoke_first else 0
        )


@pytest.mark.django_db
def test_whatever_is_done_in_whatever_order_a_line_of_keys_has_two_living_at_most(acme, make_key):
    chance = random.Random(20261123)
    for _ in range(ROUNDS):
        root = make_key(acme).key
        for _ in range(12):
            key = ApiKey.objects.get(pk=chance.choice(_lineage(root)))
            verb = chance.choice([_rotate, _rotate_at_once, _cancel, _revoke, _end_the_overlap])
            before = _living(acme)
            try:
                verb(key)
            except InvalidChange:
                assert _living(acme) == before
            living = [each for each in _living(acme) if each in _lineage(root)]
            assert len(living) <= 2
            assert key.pk not in living or verb is not _revoke


@pytest.mark.django_db
def test_successors_written_beneath_the_application_give_no_second_living_one_and_no_loop(acme, make_key, api):
    old = make_key(acme)
    new = rotate_key(old.key, actor=SYSTEM, overlap_hours=24)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE billing_api_key SET predecessor_id = %s WHERE id = %s", [new.key.pk, old.key.pk])
        cursor.execute("UPDATE billing_api_key SET revoked_at = NULL WHERE id = %s", [old.key.pk])
    for issued in (old, new):
        with pytest.raises(InvalidChange, match="still works"):
            rotate_key(issued.key, actor=SYSTEM, overlap_hours=1)
        with pytest.raises(InvalidChange):
            cancel_rotation(issued.key, actor=SYSTEM)
    for issued in (old, new):
        revoke_key(issued.key, actor=SYSTEM)
        rate_limits.reset()
        assert api("/v1/key", issued.secret).json()["code"] == "key_revoked"
    assert _living(acme) == []


@pytest.mark.django_db
@pytest.mark.parametrize("hours", [-2, 2], ids=["behind", "ahead"])
def test_a_clock_of_ours_that_is_off_brings_no_revoked_key_back_and_leaves_none_alive(acme, make_key, hours):
    """The database's clock decides. A web server's clock may be wrong by hours."""
    old = make_key(acme).key
    rotate_key(old, actor=SYSTEM, overlap_hours=1)
    with time_machine.travel(timezone.now() + timedelta(hours=hours)):
        assert revoke_key(old, actor=SYSTEM).is_revoked
        assert old.pk not in _living(acme)
        with pytest.raises(InvalidChange, match="not in an overlap"):
            cancel_rotation(old, actor=SYSTEM)
    assert old.pk not in _living(acme)
    assert AuditEvent.objects.filter(action="api_key.revoked", target_id=str(old.pk)).count() == 1


@pytest.mark.django_db
def test_an_overlap_is_as_long_on_the_databases_clock_as_it_was_chosen(acme, make_key):
    old = make_key(acme).key
    with time_machine.travel(timezone.now() + timedelta(hours=3)):
        rotate_key(old, actor=SYSTEM, overlap_hours=1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT revoked_at - statement_timestamp() FROM billing_api_key WHERE id = %s", [old.pk])
        (left,) = cursor.fetchone()
    assert timedelta(minutes=59) < left <= timedelta(hours=1)


def _lineage(root: ApiKey) -> list[Any]:
    """Return the ids of a key and of all its successors, theirs included."""
    found, layer = [root.pk], [root.pk]
    while layer:
        layer = list(ApiKey.objects.filter(predecessor__in=layer).exclude(pk__in=found).values_list("pk", flat=True))
        found += layer
    return found


def _end_the_overlap(key: ApiKey) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE billing_api_key SET revoked_at = least(revoked_at, statement_timestamp()) "
            "WHERE id = %s AND revoked_at IS NOT NULL",
            [key.pk],
        )
