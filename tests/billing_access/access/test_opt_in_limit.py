"""An opt-in with a time limit: off at once when the limit passes; the event and the e-mail follow later."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import User
from billing_access.access.models import OptIn
from billing_access.access.services import (
    ChangeConflict,
    InvalidChange,
    IssuedKey,
    turn_off_billing_reads,
    turn_on_billing_reads,
)
from billing_access.access.services.opt_in import note_ended_opt_ins
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.access import ReauthenticationRequired
from orgs.models import Organization

SYSTEM = actors.command("tests")


def _run_out() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE billing_reads_opt_in SET enabled_until = statement_timestamp()")


@pytest.mark.parametrize("days", [1, 30, 366])
def test_it_ends_after_the_days(acme: Organization, days: int) -> None:
    opt_in = turn_on_billing_reads(acme, actor=SYSTEM, days=days)
    assert opt_in.enabled_until is not None
    assert timedelta(days=days, minutes=-1) < opt_in.enabled_until - timezone.now() <= timedelta(days=days)
    assert opt_in.is_on


@pytest.mark.parametrize("days", [-1, 0, 367])
def test_other_days_are_refused(acme: Organization, days: int) -> None:
    with pytest.raises(InvalidChange, match="1 to 366 days"):
        turn_on_billing_reads(acme, actor=SYSTEM, days=days)
    assert not OptIn.objects.exists()


def test_it_is_off_before_anybody_notes_it(
    acme: Organization, make_key: Callable[..., IssuedKey], api: Callable[..., Any]
) -> None:
    secret = make_key(acme).secret
    turn_on_billing_reads(acme, actor=SYSTEM, days=30)
    assert api("/v1/billing/state", secret).status_code == 200
    _run_out()
    answer = api("/v1/billing/state", secret)
    assert (answer.status_code, answer.json()["code"]) == (403, "org_opt_in_required")
    assert OptIn.objects.get().enabled


def test_the_end_is_noted_once(acme: Organization, other: Organization) -> None:
    turn_on_billing_reads(acme, actor=SYSTEM, days=30)
    assert note_ended_opt_ins() == 0
    OptIn.objects.filter(organization=acme).update(enabled_until=timezone.now())
    assert (note_ended_opt_ins(), note_ended_opt_ins()) == (1, 0)
    opt_in = OptIn.objects.get(organization=acme)
    assert (opt_in.enabled, opt_in.enabled_until, opt_in.version) == (False, None, 2)
    event = AuditEvent.objects.get(action="billing_reads.disabled")
    assert (event.organization_id, event.actor_kind, event.actor_id) == (acme.public_id, "system", "opt_in_time_limit")
    assert event.details == {
        "reason": "The time limit has passed.",
        "closed_by": ["org_opt_in_required"],
        "key_count": 0,
    }
    assert OptIn.objects.get(organization=other).enabled


def test_a_limit_can_be_moved_and_lifted(acme: Organization) -> None:
    versions = [turn_on_billing_reads(acme, actor=SYSTEM, days=days).version for days in (30, 90, None, None)]
    assert versions == [1, 2, 3, 3]
    assert OptIn.objects.get().enabled_until is None
    moved, lifted = AuditEvent.objects.filter(action="billing_reads.enabled").order_by("id")[1:]
    assert moved.changes["billing_reads"] == lifted.changes["billing_reads"] == ["on", "on"]
    assert None not in moved.changes["until"]
    assert lifted.changes["until"][1] is None


def test_turning_on_after_the_end_says_off_before(acme: Organization) -> None:
    turn_on_billing_reads(acme, actor=SYSTEM, days=30)
    _run_out()
    turn_on_billing_reads(acme, actor=SYSTEM)
    last = AuditEvent.objects.filter(action="billing_reads.enabled").latest("id")
    assert last.changes["billing_reads"] == ["off", "on"]


def test_turning_off_after_the_end_is_still_one_step(acme: Organization) -> None:
    turn_on_billing_reads(acme, actor=SYSTEM, days=30)
    _run_out()
    assert turn_off_billing_reads(acme, actor=SYSTEM).enabled is False
    assert note_ended_opt_ins() == 0


def test_on_asks_who_is_there_and_off_does_not(acme: Organization, alice: User) -> None:
    stale = actors.as_member(alice, authenticated_at=timezone.now() - timedelta(minutes=15))
    fresh = actors.as_member(alice, authenticated_at=timezone.now() - timedelta(minutes=14, seconds=50))
    with pytest.raises(ReauthenticationRequired):
        turn_on_billing_reads(acme, actor=stale)
    assert not OptIn.objects.exists()
    turn_on_billing_reads(acme, actor=fresh, days=1)
    with pytest.raises(ReauthenticationRequired):
        turn_on_billing_reads(acme, actor=stale, days=2)
    turn_off_billing_reads(acme, actor=stale)
    assert not OptIn.objects.get().enabled


def test_the_noted_end_is_a_conflict_for_an_open_page(acme: Organization) -> None:
    turn_on_billing_reads(acme, actor=SYSTEM, days=30)
    _run_out()
    note_ended_opt_ins()
    with pytest.raises(ChangeConflict):
        turn_on_billing_reads(acme, actor=SYSTEM, expected_version=1)
