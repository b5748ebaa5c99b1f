"""examples/daily_spike.py: 0 calm, 1 a spike, 2 unknown, against a live server."""

from datetime import timedelta

import pytest
from django.utils import timezone

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def secret(acme, opt_in, feed, run, make_key):
    """A key of Acme, which spent ten dollars each day for a week, and fifty yesterday."""
    opt_in(acme)
    noon = timezone.now().replace(hour=0, minute=0, second=1)
    costs = dict.fromkeys(range(2, 9), "10") | {1: "50.5", 0: "1"}
    feed(acme, *(run(f"r{days}", started_at=(noon - timedelta(days=days)).isoformat(), total_cost_usd=cost)
                 for days, cost in costs.items()))  # fmt: skip
    return make_key(acme, "billing.usage:read").secret


def spike(example, secret, *arguments):
    """The exit code and what was said."""
    done = example("daily_spike", secret, *arguments)
    return done.returncode, done.stdout + done.stderr


def test_over_a_limit_or_many_times_the_usual(secret, example):
    yesterday = f"{timezone.now() - timedelta(days=1):%Y-%m-%d}"
    assert spike(example, secret, "--limit", "50.5") == (0, "calm: $1.00 today, $50.50 yesterday\n")
    assert spike(example, secret, "--limit", "50") == (1, f"{yesterday}: $50.50, over the limit of $50\n")
    code, said = spike(example, secret, "--times", "3", "--days", "8")
    assert (code, said) == (1, f"{yesterday}: $50.50, 5.0 times the median of $10.00\n")
    assert spike(example, secret, "--times", "6", "--days", "8")[0] == 0


def test_a_zones_days(secret, example):
    assert spike(example, secret, "--limit", "60", "--timezone", "Asia/Kathmandu")[0] == 0


def test_what_is_not_known_is_never_calm(secret, example, acme, other, make_key, opt_out):
    assert spike(example, make_key(other).secret, "--limit", "1")[0] == 2
    assert spike(example, "bak_live_wrong", "--limit", "1")[0] == 2
    assert spike(example, secret)[0] == 2
    for wrong in (("--days", "1"), ("--timezone", "Mars/Base"), ("--timezone", "../etc"), ("--timezone", "Europe")):
        code, said = spike(example, secret, "--limit", "1", *wrong)
        assert (code, wrong[0] in said, "Traceback" in said) == (2, True, False)
    opt_out(acme)
    code, said = spike(example, secret, "--limit", "1")
    assert (code, "Programmatic billing reads are off" in said) == (2, True)
