"""The services that change who may read: permissions, calls that change nothing, conflicts, and each event."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, connections, transaction
from django.utils import timezone

from accounts.models import User
from billing_access.access import key_format, services
from billing_access.access.models import ApiKey, OptIn, Suspension
from billing_access.access.services import ChangeConflict, InvalidChange, IssuedKey
from billing_access.scopes import UnknownScope
from billing_audit.models import AuditEvent, AuditPart
from billing_audit.record import Actor
from orgs import actors
from orgs.models import Membership, Organization
from orgs.roles import Role
from orgs.services import members as people
from tests.conftest import write_key

SYSTEM = actors.command("tests")


def just_now(person: User) -> Actor:
    """A member who re-authenticated a moment ago."""
    return actors.as_member(person, authenticated_at=timezone.now())


def _events(action: str) -> list[AuditEvent]:
    return list(AuditEvent.objects.filter(action=action).order_by("id"))


def test_on_and_off_are_recorded_with_version_and_reason(acme: Organization, alice: User) -> None:
    actor = just_now(alice)
    opt_in = services.turn_on_billing_reads(acme, actor=actor, reason=" dashboards ", expected_version=0)
    assert (opt_in.enabled, opt_in.version, opt_in.reason, opt_in.changed_by_id) == (True, 1, "dashboards", alice.pk)
    opt_in = services.turn_off_billing_reads(acme, actor=actor, expected_version=1)
    assert (opt_in.enabled, opt_in.version, opt_in.reason) == (False, 2, "")
    (on,), (off,) = _events("billing_reads.enabled"), _events("billing_reads.disabled")
    assert (on.changes, on.details) == ({"billing_reads": ["off", "on"]}, {"reason": "dashboards", "key_count": 0})
    assert (off.changes, off.details) == (
        {"billing_reads": ["on", "off"]},
        {"closed_by": ["org_opt_in_required"], "key_count": 0},
    )


def test_what_stands_already_is_not_changed_again(acme: Organization) -> None:
    services.turn_off_billing_reads(acme, actor=SYSTEM)
    assert not OptIn.objects.exists()
    for _ in range(2):
        services.turn_on_billing_reads(acme, actor=SYSTEM)
    assert OptIn.objects.get().version == 1
    assert len(_events("billing_reads.enabled")) == 1
    assert _events("billing_reads.disabled") == []


def test_turning_on_again_lifts_the_end(acme: Organization) -> None:
    services.turn_on_billing_reads(acme, actor=SYSTEM)
    OptIn.objects.update(enabled_until="2001-01-01T00:00:00Z")
    assert services.turn_on_billing_reads(acme, actor=SYSTEM).enabled_until is None


def test_a_stale_version_changes_nothing(acme: Organization) -> None:
    services.turn_on_billing_reads(acme, actor=SYSTEM)
    with pytest.raises(ChangeConflict) as conflict:
        services.turn_off_billing_reads(acme, actor=SYSTEM, expected_version=0)
    assert conflict.value.current.version == 1
    assert OptIn.objects.get().enabled


@pytest.mark.parametrize("who", ["bella", "audrey", "bob", "charlie"])
def test_others_change_nothing(acme: Organization, request: pytest.FixtureRequest, who: str) -> None:
    actor = just_now(request.getfixturevalue(who))
    key = services.issue_key(acme, actor=SYSTEM, name="k", scopes=["runs:read"]).key
    for attempt in (
        lambda: services.turn_on_billing_reads(acme, actor=actor),
        lambda: services.turn_off_billing_reads(acme, actor=actor),
        lambda: services.issue_key(acme, actor=actor, name="k", scopes=["runs:read"]),
        lambda: services.change_scopes(key, actor=actor, scopes=["audit:read"]),
        lambda: services.revoke_key(key, actor=actor),
        lambda: services.suspend_billing_reads(acme, actor=actor, reason="x"),
    ):
        with pytest.raises(PermissionDenied):
            attempt()
    assert not OptIn.objects.exists()
    assert ApiKey.objects.get().scopes == ["runs:read"]


def test_an_admin_may_all_but_suspend(acme: Organization, adam: User) -> None:
    actor = just_now(adam)
    services.turn_on_billing_reads(acme, actor=actor)
    key = services.issue_key(acme, actor=actor, name="k", scopes=["audit:read"]).key
    services.change_scopes(key, actor=actor, scopes=["runs:read"])
    services.revoke_key(key, actor=actor)
    with pytest.raises(PermissionDenied):
        services.suspend_billing_reads(acme, actor=actor, reason="x")


def test_a_keys_actor_changes_nothing(acme: Organization, make_key: Callable[..., IssuedKey]) -> None:
    actor = Actor("api_key", str(make_key(acme).key.pk))
    with pytest.raises(PermissionDenied):
        services.turn_on_billing_reads(acme, actor=actor)
    with pytest.raises(PermissionDenied):
        services.issue_key(acme, actor=actor, name="k", scopes=["runs:read"])


def test_issuing_stores_the_digest_and_no_secret(acme: Organization, alice: User) -> None:
    issued = services.issue_key(acme, actor=just_now(alice), name=" Nightly ", scopes={"runs:read"})
    key = ApiKey.objects.get()
    assert bytes(key.digest) == key_format.digest(issued.secret)
    assert (key.name, key.hint, key.created_by) == ("Nightly", f"{issued.secret[:12]}…{issued.secret[-4:]}", alice)
    assert key.expires_at - key.created_at == timedelta(days=90)
    assert issued.secret not in repr(issued)
    (event,) = _events("api_key.created")
    assert event.changes["scopes"] == [[], ["runs:read"]]
    assert issued.secret not in str(event.changes) + str(event.details)


@pytest.mark.parametrize("scopes", [[], ["*"], ["RUNS:READ"], ["runs:read", "billing.state:write"], "runs:read"])
def test_scopes_outside_the_registry_are_refused(acme: Organization, scopes: list[str]) -> None:
    with pytest.raises(UnknownScope):
        services.issue_key(acme, actor=SYSTEM, name="k", scopes=scopes)
    assert not ApiKey.objects.exists()


@pytest.mark.parametrize(
    ("name", "days"), [("", 90), ("  ", 90), ("x" * 81, 90), ("k", 0), ("k", -1), ("k", 367), ("k", 10**9)]
)
def test_a_bad_name_or_lifetime_is_refused(acme: Organization, name: str, days: int) -> None:
    with pytest.raises(InvalidChange):
        services.issue_key(acme, actor=SYSTEM, name=name, scopes=["runs:read"], lifetime_days=days)


@pytest.mark.parametrize("days", [1, 366])
def test_the_shortest_and_the_longest_life(acme: Organization, days: int) -> None:
    services.issue_key(acme, actor=SYSTEM, name="k", scopes=["runs:read"], lifetime_days=days)


def test_scopes_change_and_the_same_change_nothing(acme: Organization, make_key: Callable[..., IssuedKey]) -> None:
    key = make_key(acme, "runs:read", "audit:read").key
    services.change_scopes(key, actor=SYSTEM, scopes=["audit:read", "runs:read"])
    assert _events("api_key.scopes_changed") == []
    services.change_scopes(key, actor=SYSTEM, scopes=["runs:read"], reason="less")
    (event,) = _events("api_key.scopes_changed")
    assert (event.changes, event.details) == (
        {"scopes": [["audit:read", "runs:read"], ["runs:read"]]},
        {"reason": "less"},
    )


def test_a_revoked_key_stays_revoked_and_as_it_was(acme: Organization, make_key: Callable[..., IssuedKey]) -> None:
    key = make_key(acme, "runs:read").key
    at = services.revoke_key(key, actor=SYSTEM).revoked_at
    assert services.revoke_key(key, actor=SYSTEM).revoked_at == at
    assert len(_events("api_key.revoked")) == 1
    with pytest.raises(InvalidChange):
        services.change_scopes(key, actor=SYSTEM, scopes=["audit:read"])


def test_suspending_and_lifting(acme: Organization, dana: User) -> None:
    staff = Actor("staff", str(dana.pk), authenticated_at=timezone.now())
    suspension = services.suspend_billing_reads(acme, actor=staff, reason="abuse")
    assert services.suspend_billing_reads(acme, actor=staff, reason="again") == suspension
    for _ in range(2):
        services.lift_suspension(suspension, actor=staff, reason="settled")
    assert len(_events("billing_reads.suspended")) == len(_events("billing_reads.unsuspended")) == 1
    for reason in ("", "  "):
        with pytest.raises(InvalidChange):
            services.suspend_billing_reads(None, actor=staff, reason=reason)


def test_staff_that_left_suspends_nothing(acme: Organization, dana: User) -> None:
    User.objects.filter(pk=dana.pk).update(is_active=False)
    with pytest.raises(PermissionDenied):
        services.suspend_billing_reads(acme, actor=Actor("staff", str(dana.pk)), reason="x")
    assert not Suspension.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_right_lost_while_waiting_for_the_lock_is_lost(acme: Organization, adam: User) -> None:
    """Adam's change waits for the lock of his own demotion. It is authorized after that, and so refused."""
    outcome: list[object] = []

    def flip() -> None:
        try:
            outcome.append(services.turn_on_billing_reads(acme, actor=just_now(adam)))
        except PermissionDenied as refused:
            outcome.append(refused)
        finally:
            connections.close_all()

    membership = Membership.objects.get(organization=acme, user=adam)
    thread = threading.Thread(target=flip)
    with transaction.atomic():
        people.change_role(membership, role=Role.MEMBER, actor=SYSTEM)
        thread.start()
        _wait_until_one_waits()
    thread.join(20)
    assert [type(each) for each in outcome] == [PermissionDenied]
    assert not OptIn.objects.exists()


def _wait_until_one_waits() -> None:
    with connection.cursor() as cursor:
        for _ in range(200):
            cursor.execute("SELECT pg_sleep(0.02), pg_stat_clear_snapshot()")
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
            )
            if cursor.fetchone()[0]:
                return
    raise AssertionError("nobody waited for the lock")


@pytest.mark.django_db(transaction=True)
def test_first_opt_ins_at_once_make_one_row_and_one_event(acme: Organization) -> None:
    gate = threading.Barrier(6)
    failures: list[Exception] = []

    def flip() -> None:
        try:
            connection.ensure_connection()
            gate.wait(10)
            services.turn_on_billing_reads(acme, actor=SYSTEM)
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=flip) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert failures == []
    assert OptIn.objects.get().version == 1
    assert len(_events("billing_reads.enabled")) == 1


def test_the_fixtures_write_a_key_as_the_service_does(acme: Organization) -> None:
    """All columns, but for what differs between any two keys, and the event with its parts."""
    own = {"id", "digest", "first_characters", "last_characters"}
    rows = []
    asked = ("audit:read", "runs:read")
    written = write_key(acme, *asked, name="Nightly", lifetime_days=9)
    served = services.issue_key(acme, actor=SYSTEM, name="Nightly", scopes=asked, lifetime_days=9)
    for issued in (written, served):
        assert key_format.digest(issued.secret) == bytes(issued.key.digest)
        stored = ApiKey.objects.filter(pk=issued.key.pk).values().get()
        times = {name: stored.pop(name) for name in ("created_at", "expires_at")}
        assert times["expires_at"] - times["created_at"] == timedelta(days=9)
        (event,) = AuditEvent.objects.filter(target_id=str(issued.key.pk))
        said = (event.action, event.actor_kind, event.actor_id, event.organization_id, event.target_kind, event.details)
        changed = {**event.changes, "expires_at": len(event.changes["expires_at"])}
        parts = AuditPart.objects.filter(event_id=event.pk).order_by("kind").values_list("kind", "data")
        rows.append(({name: value for name, value in stored.items() if name not in own}, said, changed, list(parts)))
    assert rows[0] == rows[1]
