"""examples/low_balance_guard.py: 0 go, 1 too low, 2 unknown, against a live server."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from billing_access.billing.operators import add_balance_entry, open_account

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def funded(acme, opt_in, feed, run, system):
    """Acme, opted in, with forty runs of a dollar to five behind it, and 100 dollars left after them."""
    opt_in(acme)
    yesterday = timezone.now() - timedelta(days=1)
    feed(acme, *(run(f"r{n}", started_at=(yesterday + timedelta(seconds=n)).isoformat(), total_cost_usd=str(1 + n % 5),
                     tags="county=adams") for n in range(40)))  # fmt: skip
    top_up = {"kind": "top_up", "occurred_at": timezone.now(), "actor": system}
    add_balance_entry(acme, amount_usd=Decimal(220), reference="t1", **top_up)
    open_account(acme, low_balance_threshold_usd=Decimal(30), actor=system)
    return acme


def guard(example, secret, *arguments):
    """The exit code and what was said."""
    done = example("low_balance_guard", secret, *arguments)
    return done.returncode, done.stdout + done.stderr


def test_by_the_accounts_threshold_or_an_own_one(funded, make_key, example, system):
    secret = make_key(funded, "billing.state:read").secret
    assert guard(example, secret) == (0, "go: the balance is $100.00\n")
    assert guard(example, secret, "--at-least", "100.01") == (1, "too low: the balance is $100.00\n")
    assert guard(example, secret, "--at-least", "100") == (0, "go: the balance is $100.00\n")
    open_account(funded, low_balance_threshold_usd=Decimal(100), actor=system)
    assert guard(example, secret)[0] == 1


def test_by_what_a_batch_would_cost(funded, make_key, example):
    secret = make_key(funded).secret
    assert guard(example, secret, "--runs", "27") == (
        0,
        "go: 27 runs may cost $97.8721666781; the balance is $100.00\n",
    )
    assert guard(example, secret, "--runs", "28")[0] == 1
    assert guard(example, secret, "--runs", "33", "--expected")[0] == 0
    assert guard(example, secret, "--runs", "34", "--expected")[0] == 1
    assert guard(example, secret, "--runs", "1", "--tag", "county:adams")[0] == 0
    assert guard(example, secret, "--runs", "1", "--tag", "county:none") == (
        2, "unknown: no balance, or no finished runs to estimate from\n",
    )  # fmt: skip


def test_what_is_not_known_is_never_go(funded, other, make_key, example, opt_out):
    secret = make_key(funded).secret
    assert guard(example, make_key(other).secret)[0] == 2
    code, said = guard(example, make_key(funded, "runs:read").secret)
    assert (code, "The key lacks billing.state:read" in said) == (2, True)
    assert guard(example, "bak_live_wrong")[0] == 2
    assert guard(example, secret, "--runs", "0")[0] == 2
    done = example("low_balance_guard", secret, url="http://127.0.0.1:9")
    assert (done.returncode, done.stdout) == (2, "")
    opt_out(funded)
    code, said = guard(example, secret)
    assert (code, "Programmatic billing reads are off" in said) == (2, True)
