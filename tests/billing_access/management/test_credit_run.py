"""``manage.py credit_run``: one credit for each reference, also when several are recorded at once."""

import io
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from billing_access.billing.models import Run, RunCredit
from billing_access.billing.operators import check_figures, reconcile_balance
from billing_audit.models import AuditEvent
from orgs.actors import command
from orgs.models import Organization

GIVEN = {"organization": "acme", "run": "wr_1", "amount": "5.00", "reference": "refund_1"}


def credit(**changes: str) -> str:
    out = io.StringIO()
    arguments = [f"--{name.replace('_', '-')}={value}" for name, value in {**GIVEN, **changes}.items()]
    call_command("credit_run", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def fed(acme: Organization, feed: Any, run: Any) -> Organization:
    """Acme with one run that cost 8 dollars."""
    feed(acme, run("wr_1", status="completed", total_cost_usd="8"))
    return acme


@pytest.mark.django_db
def test_it_is_recorded_and_a_repeat_says_the_same(fed: Organization) -> None:
    said = credit(occurred_at="2026-04-02T05:00:00-07:00")
    assert said == "Recorded a credit of 5.00 USD on wr_1 (reference refund_1, revision 2).\n"
    made = RunCredit.objects.get()
    assert (made.organization, made.run_id, made.amount_usd, made.revision) == (fed, "wr_1", Decimal(5), 2)
    assert made.occurred_at.isoformat() == "2026-04-02T12:00:00+00:00"
    assert credit(amount="5") == said
    event = AuditEvent.objects.get(action="run.credited")
    assert (event.organization_id, event.actor_kind, event.actor_id) == (fed.public_id, "system", "credit_run")


@pytest.mark.django_db
def test_it_says_what_a_late_credit_does_to_the_balance(fed: Organization) -> None:
    at = Run.objects.get().started_at
    assert at is not None
    reconcile_balance(fed, balance_usd=Decimal(9), observed_at=at, reference="w", actor=command("tests"))
    said = credit(occurred_at=at.isoformat())
    assert "so an adjustment of -5.00 USD (reference late:3) keeps the reported balance." in said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"organization": "nobody"}, "no organization with the slug 'nobody'"),
        ({"run": "wr_2"}, "acme has no run 'wr_2'"),
        ({"amount": "0"}, r"A credit is positive, not 0\.00"),
        ({"amount": "-5"}, r"A credit is positive, not -5\.00"),
        ({"amount": "8.01"}, r"8\.01 is more than the 8\.00 that is left"),
        ({"amount": "0.00000000001"}, "more than ten decimals"),
        ({"amount": "5,00"}, "5,00"),
        ({"reference": " "}, "A reference has 1 to 120 characters"),
        ({"reference": "late:1"}, "References that begin with late:"),
        ({"occurred_at": "2199-01-01T00:00:00Z"}, "is in the future; record the credit"),
        ({"occurred_at": "2026-04-01T12:00:00"}, "has no offset"),
    ],
)
def test_bad_input_is_named_and_changes_nothing(fed: Organization, change: dict[str, str], says: str) -> None:
    with pytest.raises(CommandError, match=says):
        credit(**change)
    assert not RunCredit.objects.exists()
    assert Run.objects.get().credited_usd == 0
    assert not AuditEvent.objects.filter(action="run.credited").exists()


@pytest.mark.django_db(transaction=True)
def test_credits_at_once_never_exceed_the_cost(fed: Organization) -> None:
    together = Barrier(4)

    def say(number: int) -> bool:
        try:
            connection.ensure_connection()
            together.wait()
            credit(amount="3", reference=f"refund_{number}")
        except CommandError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as threads:
        assert sorted(threads.map(say, range(4))) == [False, False, True, True]
    assert Run.objects.get().credited_usd == 6
    assert RunCredit.objects.count() == 2
    assert check_figures(fed) == []


@pytest.mark.django_db(transaction=True)
def test_the_same_credit_at_once_is_recorded_once(fed: Organization) -> None:
    together = Barrier(4)

    def say(number: int) -> str:
        try:
            connection.ensure_connection()
            together.wait()
            return credit()
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(say, range(4)))) == 1
    assert Run.objects.get().credited_usd == 5
    assert check_figures(fed) == []
