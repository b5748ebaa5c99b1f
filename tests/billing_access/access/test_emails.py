"""Which changes send an e-mail to whom, and that no e-mail has a secret."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from billing_access.access import services
from billing_access.access.models import OptIn
from billing_access.access.services import IssuedKey
from billing_access.access.services.opt_in import note_ended_opt_ins
from billing_audit.record import Actor
from orgs import actors
from orgs.models import Organization

SYSTEM = actors.command("tests")
ALICE, ADAM, BELLA = "alice@example.com", "adam@example.com", "bella@example.com"


@pytest.fixture
def told(acme: Organization, adam: User, bella: User, bob: User, audrey: User, run_jobs: Callable[[], int]) -> Any:
    """Return a function that makes a change and returns the e-mails that it sent: (address, subject, body)."""

    def run(change: Callable[[], Any]) -> list[tuple[str, str, str]]:
        run_jobs()
        before = len(mail.outbox)
        change()
        run_jobs()
        return sorted((str(each.to[0]), str(each.subject), str(each.body)) for each in mail.outbox[before:])

    return run


def _addresses(mails: list[tuple[str, str, str]]) -> list[str]:
    return [address for address, _, _ in mails]


@pytest.fixture
def alices(alice: User) -> Actor:
    return actors.as_member(alice, authenticated_at=timezone.now())


def test_owners_and_billing_members_are_told_of_the_opt_in(told: Any, acme: Organization, alices: Actor) -> None:
    on = told(lambda: services.turn_on_billing_reads(acme, actor=alices, reason="For the dashboard", days=30))
    assert _addresses(on) == [ALICE, BELLA]
    assert on[0][1] == "Billing reads are on for Acme Robotics"
    assert "Alice@example.com turned on" in on[0][2]
    assert "Reason: For the dashboard" in on[0][2]
    assert f"until {timezone.now() + timedelta(days=30):%Y-%m-%d}" in on[0][2]
    assert _addresses(told(lambda: services.turn_on_billing_reads(acme, actor=alices, days=30))) == [ALICE, BELLA]
    off = told(lambda: services.turn_off_billing_reads(acme, actor=alices))
    assert _addresses(off) == [ALICE, BELLA]
    assert "Billing reads are off. Once turned on, still no key can read billing data: none that" in off[0][2]
    assert told(lambda: services.turn_off_billing_reads(acme, actor=alices)) == []


def test_the_end_of_a_time_limit_is_told_once(told: Any, acme: Organization) -> None:
    services.turn_on_billing_reads(acme, actor=SYSTEM, days=1)
    OptIn.objects.update(enabled_until=timezone.now())
    ended = told(note_ended_opt_ins)
    assert _addresses(ended) == [ALICE, BELLA]
    assert "Reason: The time limit has passed." in ended[0][2]
    assert told(note_ended_opt_ins) == []


def test_owners_are_told_what_staff_do(told: Any, acme: Organization, dana: User, make_key: Any) -> None:
    staff = Actor("staff", str(dana.pk), dana.email, authenticated_at=timezone.now())
    on = told(lambda: services.turn_on_billing_reads(acme, actor=staff, reason="Ticket 12"))
    assert "Platform staff turned on" in on[0][2]
    key = make_key(acme, "runs:read").key
    widened = told(
        lambda: services.change_scopes(key, actor=staff, scopes=["runs:read", "billing.state:read"], reason="Ticket 13")
    )
    assert _addresses(widened) == [ALICE]
    assert "Platform staff added billing.state:read" in widened[0][2]
    assert "Reason: Ticket 13" in widened[0][2]


def test_owners_are_told_of_widening_and_not_of_narrowing(
    told: Any, acme: Organization, alices: Actor, make_key: Any
) -> None:
    key = make_key(acme, "runs:read").key
    steps: list[tuple[Callable[[], Any], bool]] = [
        (lambda: services.change_scopes(key, actor=alices, scopes=["runs:read", "audit:read"]), True),
        (lambda: services.change_scopes(key, actor=alices, scopes=["runs:read"]), False),
        (lambda: services.change_networks(key, actor=alices, allowed_networks=["10.0.0.0/8"]), False),
        (lambda: services.change_networks(key, actor=alices, allowed_networks=["10.0.0.0/7"]), True),
        (lambda: services.change_networks(key, actor=alices, allowed_networks=[]), True),
        (lambda: services.revoke_key(key, actor=alices), False),
    ]
    for number, (change, is_told) in enumerate(steps):
        assert _addresses(told(change)) == ([ALICE] if is_told else []), number


def test_a_suspension_is_told_with_its_reason(told: Any, acme: Organization) -> None:
    made: list[Any] = []
    suspended = told(lambda: made.append(services.suspend_billing_reads(acme, actor=SYSTEM, reason="Chargeback")))
    lifted = told(lambda: services.lift_suspension(made[0], actor=SYSTEM, reason="Paid"))
    assert _addresses(suspended) == _addresses(lifted) == [ALICE]
    assert "Reason: Chargeback" in suspended[0][2]
    assert "Reason: Paid" in lifted[0][2]
    assert told(lambda: services.suspend_billing_reads(None, actor=SYSTEM, reason="Incident")) == []


def test_e_mails_about_a_key_say_what_it_reads_now_and_what_later(told: Any, acme: Organization, opt_in: Any) -> None:
    opt_in(acme)
    services.suspend_billing_reads(acme, actor=SYSTEM, reason="Chargeback")
    issued: list[IssuedKey] = []
    make = partial(services.issue_key, acme, actor=SYSTEM, name="Nightly", scopes=["runs:read"], lifetime_days=2)
    ((_, _, created),) = told(lambda: issued.append(make()))
    assert "runs:read. It can read: a run's status and times.\n" in created
    key, scopes = issued[0].key, ["runs:read", "billing.usage:read"]
    ((_, subject, widened),) = told(lambda: services.change_scopes(key, actor=SYSTEM, scopes=scopes))
    assert subject == "The API key Nightly of Acme Robotics has more scopes"
    later = "Suspended by the platform. Once lifted, it can also read: runs with cost and tokens; "
    assert f"It can read: a run's status and times. {later}" in widened
    ((_, _, rotated),) = told(lambda: services.rotate_key(key, actor=SYSTEM, overlap_hours=168))
    assert later in rotated
    # The overlap of seven days ends with the key itself, after two.
    assert f"can read the same until {key.expires_at:%Y-%m-%dT%H:%M:%S}Z." in rotated


def test_no_e_mail_and_no_job_holds_a_secret(told: Any, acme: Organization) -> None:
    issued: list[IssuedKey] = []
    mails = told(
        lambda: issued.append(services.issue_key(acme, actor=SYSTEM, name="Nightly", scopes=["runs:read"]))
    ) + told(lambda: issued.append(services.rotate_key(issued[0].key, actor=SYSTEM, overlap_hours=1)))
    assert len(mails) == 2
    kept = "".join(str(each) for each in mails) + "".join(str(job.args) for job in ProcrastinateJob.objects.all())
    for each in issued:
        assert each.key.hint in kept
        assert each.secret not in kept
        assert each.secret[12:-4] not in kept


def test_a_change_that_is_rolled_back_tells_nobody(told: Any, acme: Organization) -> None:
    def fail() -> None:
        with transaction.atomic():
            services.turn_on_billing_reads(acme, actor=SYSTEM)
            transaction.set_rollback(True)

    assert told(fail) == []


def test_the_worker_knows_the_periodic_jobs() -> None:
    periodic = {each.task.name for each in app.periodic_registry.periodic_tasks.values()}
    assert {"billing_access.note_ended_opt_ins", "billing_access.tell_of_expiring"} <= periodic
