"""examples/low_balance_guard.py: 0 go, 1 too low, 2 unknown, against a live server."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from billing_access.billing.models import Account
from billing_access.billing.operators import add_balance_entry, mark_complete, open_account

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def funded(acme, opt_in, feed, run, system):
    """Acme, opted in, with forty runs of 2.50 dollars behind it, and 100 dollars left after them."""
    opt_in(acme)
    yesterday = timezone.now() - timedelta(days=1)
    feed(acme, *(run(f"r{n}", started_at=yesterday.isoformat(), total_cost_usd="2.5", tags="county=adams")
                 for n in range(40)))  # fmt: skip
    top_up = {"kind": "top_up", "occurred_at": timezone.now(), "actor": system}
    add_balance_entry(acme, amount_usd=Decimal(200), reference="t1", **top_up)
    open_account(acme, low_balance_threshold_usd=Decimal(30), actor=system)
    mark_complete(acme, timezone.now() - timedelta(hours=1), actor=system)
    return acme


def guard(example, secret, *arguments, **options):
    """The exit code and what was said."""
    done = example("low_balance_guard", secret, *arguments, **options)
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_by_the_accounts_threshold_or_an_own_one(funded, make_key, example, system):
    secret = make_key(funded, "billing.state:read").secret
    assert guard(example, secret) == (0, "go: the balance is $100.00; the threshold is $30.00\n")
    assert guard(example, secret, "--at-least", "100.01") == (
        1, "too low: the balance is $100.00; --at-least is $100.01\n",
    )  # fmt: skip
    assert guard(example, secret, "--at-least", "100")[0] == 0
    open_account(funded, low_balance_threshold_usd=Decimal(100), actor=system)
    assert guard(example, secret) == (1, "too low: the balance is $100.00; the threshold is $100.00\n")


def test_by_what_a_batch_would_cost_and_it_says_on_which_sample(funded, make_key, example):
    secret = make_key(funded).secret
    code, said = guard(example, secret, "--runs", "40")
    assert (code, said.startswith("go: a batch of 40 may cost $100.00 (by a sample of 40 since ")) == (0, True)
    assert said.endswith("; the balance is $100.00\n")
    assert guard(example, secret, "--runs", "41")[0] == 1
    code, said = guard(example, secret, "--runs", "40", "--expected")
    assert (code, "a batch of 40 is expected to cost $100.00" in said) == (0, True)
    assert guard(example, secret, "--runs", "41", "--expected")[0] == 1
    assert guard(example, secret, "--runs", "1", "--tag", "county:adams")[0] == 0


@pytest.mark.parametrize("kind", [(), ("--expected",)])
def test_a_small_sample_is_unknown(funded, make_key, example, feed, run, kind):
    start = (timezone.now() - timedelta(days=1)).isoformat()
    secret = make_key(funded).secret
    code, said = guard(example, secret, "--runs", "1", "--tag", "county:none", *kind)
    assert (code, said.startswith("unknown: a sample of 0 in the last 30 days is too small")) == (2, True)
    feed(funded, *(run(f"b{n}", started_at=start, tags="county=boone") for n in range(29)))
    code, said = guard(example, secret, "--runs", "1", "--tag", "county:boone", *kind)
    assert (code, "a sample of 29 since " in said, "needs 30" in said) == (2, True, True)
    feed(funded, run("b29", started_at=start, tags="county=boone"))
    assert guard(example, secret, "--runs", "1", "--tag", "county:boone", *kind)[0] == 0


@pytest.mark.parametrize("for_what", [(), ("--at-least", "1"), ("--runs", "1"), ("--runs", "1", "--expected")])
def test_old_figures_are_unknown(funded, make_key, example, system, for_what):
    secret = make_key(funded).secret
    assert guard(example, secret, *for_what)[0] == 0
    mark_complete(funded, timezone.now() - timedelta(hours=3), actor=system, move_back=True)
    code, said = guard(example, secret, *for_what)
    assert (code, "unknown: the figures are complete until " in said) == (2, True)
    assert said.endswith("3.0 hours ago; --max-age is 2\n")
    assert guard(example, secret, *for_what, "--max-age", "3.1")[0] == 0
    for age in ("nan", "-1"):
        assert guard(example, secret, *for_what, "--max-age", age)[0] == 2
    Account.objects.update(usage_through=None)
    assert guard(example, secret, *for_what, "--max-age", "1e9") == (
        2, "unknown: the platform has not confirmed until when the figures are complete\n",
    )  # fmt: skip


def test_what_the_account_calls_stale_is_unknown_at_any_age(funded, make_key, example, system):
    open_account(funded, low_balance_threshold_usd=Decimal(30), stale_after_hours=1, actor=system)
    secret = make_key(funded).secret
    for for_what in ((), ("--at-least", "1"), ("--runs", "1")):
        code, said = guard(example, secret, *for_what, "--max-age", "99")
        assert (code, "unknown: the figures are stale" in said) == (2, True)


@pytest.mark.parametrize("for_what", [(), ("--runs", "1")])
def test_runs_without_a_price_are_unknown(funded, make_key, example, feed, run, for_what):
    start = timezone.now().isoformat()
    feed(funded, run("u1", started_at=start, total_cost_usd=""), run("u2", started_at=start, total_cost_usd=""))
    secret = make_key(funded).secret
    code, said = guard(example, secret, *for_what)
    assert (code, "runs without a price yet: 2; --max-unpriced is 0" in said) == (2, True)
    assert guard(example, secret, *for_what, "--max-unpriced", "1")[0] == 2
    assert guard(example, secret, *for_what, "--max-unpriced", "2")[0] == 0


def test_case_43_figures_of_28_days_ago(acme, opt_in, import_case, make_key, example, system):
    opt_in(acme)
    open_account(acme, low_balance_threshold_usd=Decimal(20), actor=system)
    moved = import_case("43-stale-feed.csv", datetime(2026, 11, 1, 12, tzinfo=UTC))
    occurred_at = datetime(2026, 11, 1, 12, tzinfo=UTC) + moved
    add_balance_entry(
        acme, kind="top_up", amount_usd=Decimal(100), reference="t", occurred_at=occurred_at, actor=system
    )
    secret = make_key(acme).secret
    for for_what in ((), ("--at-least", "20"), ("--runs", "1")):
        code, said = guard(example, secret, *for_what)
        assert (code, said.startswith("unknown: the figures are complete until ")) == (2, True)
    assert guard(example, secret, "--max-age", "9999") == (
        0, "go: the balance is $96.00; the threshold is $20.00\n",
    )  # fmt: skip


def test_the_documented_line_starts_the_batch_only_on_go(funded, make_key, system, described, tmp_path):
    (line,) = (each for each in described.lines("low_balance_guard") if "dispatch_batch" in each)
    batch = tmp_path / "dispatch_batch"
    batch.write_text("#!/bin/sh\ntouch started\n")
    batch.chmod(0o755)
    secret = make_key(funded).secret
    done = described.run(line, secret)
    assert (done.returncode, done.stdout.startswith("too low: ")) == (1, True)
    assert not (tmp_path / "started").exists()
    top_up = {"kind": "top_up", "occurred_at": timezone.now(), "actor": system}
    add_balance_entry(funded, amount_usd=Decimal(2000), reference="t2", **top_up)
    assert described.run(line, secret).returncode == 0
    (tmp_path / "started").unlink()
    mark_complete(funded, timezone.now() - timedelta(hours=3), actor=system, move_back=True)
    assert described.run(line, secret).returncode == 2
    assert not (tmp_path / "started").exists()


def test_what_is_not_known_is_never_go(funded, other, make_key, example, opt_out):
    secret = make_key(funded).secret
    assert guard(example, make_key(other).secret)[0] == 2
    code, said = guard(example, make_key(funded, "runs:read").secret)
    assert (code, "The key lacks billing.state:read" in said) == (2, True)
    assert guard(example, "bak_live_wrong")[0] == 2
    assert guard(example, secret, "--runs", "0")[0] == 2
    assert guard(example, secret, url="http://127.0.0.1:9")[0] == 2
    opt_out(funded)
    code, said = guard(example, secret)
    assert (code, "Programmatic billing reads are off" in said) == (2, True)


def test_what_is_not_set_is_named(db, example):
    assert guard(example, None) == (2, "unknown: set BILLING_KEY in the environment\n")
    assert guard(example, "bak_live_any", url=None) == (2, "unknown: set BILLING_URL in the environment\n")
    assert guard(example, None, url=None) == (2, "unknown: set BILLING_URL and BILLING_KEY in the environment\n")


STATE = {
    "usage_through": "2026-11-29T11:00:00Z", "as_of": "2026-11-29T12:00:00Z", "period_unpriced_run_count": 0,
    "is_stale": None, "current_balance_usd": "50.00", "low_balance_threshold_usd": None, "is_low_balance": None,
}  # fmt: skip
ESTIMATE = {
    "sample_size": 5000, "sample_from": "2026-11-01T00:00:00Z", "high_total_usd": "12.00", "covers_high": True,
    "current_balance_usd": "50.00", "running_run_count": 3, "expected_in_flight_usd": "4.50", "unpriced_run_count": 1,
}  # fmt: skip


def test_the_sample_and_what_is_in_flight_are_told(answering):
    def told(estimate, *arguments):
        paths = {"/v1/billing/state": STATE, "/v1/billing/estimate": {**ESTIMATE, **estimate}}
        done = answering("low_balance_guard", paths, "--runs", "9", *arguments)
        return done.returncode, done.stdout + done.stderr

    assert told({}, "--max-unpriced", "1") == (
        0, "go: a batch of 9 may cost $12.00 and 3 in flight $4.50 (by a sample of 5000 since 2026-11-01T00:00:00Z); "
        "the balance is $50.00\n",
    )  # fmt: skip
    assert told({}) == (2, "unknown: runs without a price yet: 1; --max-unpriced is 0\n")
    small = {"sample_size": 29, "high_total_usd": None, "covers_high": None, "unpriced_run_count": 0}
    assert told(small)[0] == 2
    assert told({"unpriced_run_count": 0, "covers_high": None}) == (2, "unknown: the account has no balance\n")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'{"usage_through": 1}'])
def test_an_answer_that_cannot_be_read_is_unknown(answering, body):
    done = answering("low_balance_guard", {"/v1/billing/state": body})
    assert (done.returncode, done.stdout.startswith("unknown: "), done.stderr) == (2, True, "")


@pytest.mark.parametrize("name", ["low_balance_guard", "daily_spike", "cost_by_tag"])
def test_a_malformed_key_is_not_printed(db, example, name):
    arguments = {"daily_spike": ("--limit", "1"), "cost_by_tag": ("county",)}.get(name, ())
    for key in ("bak_live_a\nb_secret", "bak_live_…_secret"):
        done = example(name, key, *arguments)
        assert (done.returncode, "secret" in done.stdout + done.stderr) == (2, False)
