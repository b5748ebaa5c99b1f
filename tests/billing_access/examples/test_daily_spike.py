"""examples/daily_spike.py: 0 calm, 1 a spike, 2 unknown, against a live server."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from billing_access.billing.models import Account
from billing_access.billing.operators import mark_complete

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def secret(acme, opt_in, feed, run, make_key, system):
    """A key of Acme, which spent ten dollars each day for a week, and fifty yesterday."""
    opt_in(acme)
    noon = timezone.now().replace(hour=0, minute=0, second=1)
    costs = dict.fromkeys(range(2, 9), "10") | {1: "50.5", 0: "1"}
    feed(acme, *(run(f"r{days}", started_at=(noon - timedelta(days=days)).isoformat(), total_cost_usd=cost)
                 for days, cost in costs.items()))  # fmt: skip
    mark_complete(acme, timezone.now() - timedelta(hours=1), actor=system)
    return make_key(acme, "billing.usage:read").secret


def spike(example, secret, *arguments, **options):
    """The exit code and what was said."""
    done = example("daily_spike", secret, *arguments, **options)
    assert done.stderr == ""
    return done.returncode, done.stdout


def day(ago):
    """The UTC day so many days ago."""
    return f"{timezone.now() - timedelta(days=ago):%Y-%m-%d}"


def test_over_a_limit_or_many_times_the_usual(secret, example):
    assert spike(example, secret, "--limit", "50.5") == (0, "calm: $1.00 today, $50.50 yesterday\n")
    assert spike(example, secret, "--limit", "50") == (1, f"{day(1)}: $50.50, over the limit of $50\n")
    code, said = spike(example, secret, "--times", "3", "--days", "8")
    assert (code, said) == (1, f"{day(1)}: $50.50, 5.0 times the median of $10.00\n")
    assert spike(example, secret, "--times", "6", "--days", "8")[0] == 0


def test_only_yesterday_and_today_are_checked(secret, example):
    code, said = spike(example, secret, "--limit", "0.5")
    assert (code, said) == (1, f"{day(1)}: $50.50, over the limit of $0.5\n{day(0)}: $1.00, over the limit of $0.5\n")


def test_a_day_that_was_told_is_not_told_again(secret, example):
    assert spike(example, secret, "--limit", "0.5", "--since", "")[1].count("\n") == 2
    assert spike(example, secret, "--limit", "0.5", "--since", day(2))[1].count("\n") == 2
    assert spike(example, secret, "--limit", "0.5", "--since", day(1)) == (
        1, f"{day(0)}: $1.00, over the limit of $0.5\n",
    )  # fmt: skip
    assert spike(example, secret, "--limit", "0.5", "--since", day(0))[0] == 0


def test_the_floor_stands_for_a_lower_median(secret, example):
    assert spike(example, secret, "--times", "3", "--floor", "16.80") == (
        1, f"{day(1)}: $50.50, 3.0 times the floor of $16.80\n",
    )  # fmt: skip
    assert spike(example, secret, "--times", "3", "--floor", "16.84")[0] == 0


def test_case_44_a_spike_after_quiet_days(acme, opt_in, import_case, make_key, example):
    opt_in(acme)
    import_case("44-quiet-then-spike.csv", datetime(2026, 11, 29, 11, 59, tzinfo=UTC))
    secret = make_key(acme, "billing.usage:read").secret
    code, said = spike(example, secret, "--times", "3")
    assert (code, "$9000.00, 9000.0 times the floor of $1.00" in said) == (1, True)
    # That the feed is complete until then is not needed to know of a spike.
    Account.objects.update(usage_through=None)
    assert spike(example, secret, "--times", "3")[0] == 1


def test_case_43_figures_of_28_days_ago_are_unknown(acme, opt_in, import_case, make_key, example):
    opt_in(acme)
    import_case("43-stale-feed.csv", datetime(2026, 11, 1, 12, tzinfo=UTC))
    secret = make_key(acme, "billing.usage:read").secret
    for kind in (("--limit", "1"), ("--times", "3")):
        code, said = spike(example, secret, *kind)
        assert (code, said.startswith("unknown: the figures are complete until ")) == (2, True)
        assert spike(example, secret, *kind, "--max-age", "9999")[0] == 0


def test_figures_that_are_not_confirmed_or_have_no_price_are_unknown(secret, example, acme, feed, run):
    assert spike(example, secret, "--limit", "99")[0] == 0
    assert spike(example, secret, "--limit", "99", "--max-age", "0.5")[0] == 2
    before = (timezone.now() - timedelta(days=2)).isoformat()
    feed(acme, run("u0", started_at=before, total_cost_usd=""))
    assert spike(example, secret, "--limit", "99")[0] == 0
    feed(acme, run("u1", started_at=timezone.now().isoformat(), total_cost_usd=""))
    assert spike(example, secret, "--limit", "99") == (
        2, "unknown: runs without a price yet: 1; --max-unpriced is 0\n",
    )  # fmt: skip
    assert spike(example, secret, "--limit", "99", "--max-unpriced", "1")[0] == 0
    Account.objects.update(usage_through=None)
    assert spike(example, secret, "--limit", "99", "--max-unpriced", "1") == (
        2, "unknown: the platform has not confirmed until when the figures are complete\n",
    )  # fmt: skip


def test_a_median_of_few_days_is_unknown(secret, example):
    assert spike(example, secret, "--times", "9", "--days", "6") == (
        2, "unknown: the sample of days is too small: 4, and a median needs 5; raise --days\n",
    )  # fmt: skip
    assert spike(example, secret, "--times", "9", "--days", "7")[0] == 0
    assert spike(example, secret, "--limit", "99", "--days", "2")[0] == 0


def test_a_zones_days(secret, example):
    assert spike(example, secret, "--limit", "60", "--timezone", "Asia/Kathmandu")[0] == 0


def test_what_is_not_known_is_never_calm(secret, example, acme, other, make_key, opt_out):
    assert spike(example, make_key(other).secret, "--limit", "1")[0] == 2
    assert spike(example, "bak_live_wrong", "--limit", "1")[0] == 2
    assert spike(example, None, "--limit", "1", url=None) == (
        2, "unknown: set BILLING_URL and BILLING_KEY in the environment\n",
    )  # fmt: skip
    for wrong in (("--days", "1"), ("--timezone", "Mars/Base"), ("--timezone", "../etc"), ("--timezone", "Europe"),
                  ("--floor", "0"), ("--floor", "nan"), ("--since", "yesterday"), ()):  # fmt: skip
        done = example("daily_spike", secret, *(("--limit", "1", *wrong) if wrong else ()))
        assert (done.returncode, "".join(wrong[:1]) in done.stderr, "Traceback" in done.stderr) == (2, True, False)
    opt_out(acme)
    code, said = spike(example, secret, "--limit", "1")
    assert (code, "Programmatic billing reads are off" in said) == (2, True)


@pytest.fixture
def cron(described, tmp_path):
    """Run lines as cron does, with nothing on standard input; return what each call of ``notify`` was given."""
    notify, sent = tmp_path / "notify", tmp_path / "sent"
    notify.write_text(f'#!/bin/sh\nprintf "%s\\0" "$1" >> {sent}\n')
    notify.chmod(0o755)

    def run(secret, *lines):
        sent.unlink(missing_ok=True)
        described.run("\n".join(lines), secret)
        return sent.read_text().split("\0")[:-1] if sent.exists() else []

    return run


def test_the_documented_line_sends_what_was_found(secret, cron, described, acme, feed, run):
    setting, line, *_ = described.lines("daily_spike")
    assert setting.startswith("export BILLING_URL=")
    assert cron(secret, line) == []
    Account.objects.update(usage_through=None)
    (said,) = cron(secret, line)
    assert said.startswith("unknown: the platform has not confirmed")
    feed(acme, run("big", started_at=timezone.now().isoformat(), total_cost_usd="600"))
    (said,) = cron(secret, line)
    assert "over the limit of $250" in said


def test_the_documented_lines_tell_a_day_once(secret, cron, described, acme, feed, run, tmp_path):
    _, _, *lines = described.lines("daily_spike")
    assert len(lines) == 2
    assert cron(secret, *lines) == []
    feed(acme, run("big", started_at=timezone.now().isoformat(), total_cost_usd="600"))
    assert cron(secret, *lines) == [f"{day(0)}: $601.00, over the limit of $250"]
    assert (tmp_path / "told").read_text() == f"{day(0)}\n"
    assert cron(secret, *lines) == []
    Account.objects.update(usage_through=None)
    (said,) = cron(secret, *lines)
    assert said.startswith("unknown: ")
    assert (tmp_path / "told").read_text() == f"{day(0)}\n"
