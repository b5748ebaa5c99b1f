#!/usr/bin/env python3
"""Alert when a day's usage is too high: exit code 0 calm, 1 a spike, 2 unknown. What it found is on standard output.

    export BILLING_URL=https://billing.example.com BILLING_KEY=bak_live_…
    alert=$(daily_spike.py --limit 250 --timezone America/Denver) || notify "$alert"

A script that cron runs may hold these lines as they are; `notify` stands for your own command. Every run tells a spike
again. With --since, the day that was told last, only later days are told:

    alert=$(daily_spike.py --limit 250 --since "$(cat told)"); code=$?; [ $code = 0 ] || notify "$alert"
    [ $code != 1 ] || echo "$alert" | tail -n 1 | cut -c 1-10 > told

A spike is a day that cost more than --limit dollars, or more than --times the median of the days before it; a median
below --floor counts as --floor, so that the first expensive day after quiet ones is a spike. Checks the last complete
day and today so far. Unknown, unless there is a spike: figures that are older than --max-age, more runs without a price
on the two days than --max-unpriced, or a median of fewer than five days. The key needs billing.usage:read.
"""

import argparse
import http.client
import json
import os
import statistics
import sys
import urllib.error
import urllib.parse
import urllib.request
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

CALM, SPIKE, UNKNOWN = 0, 1, 2
SMALLEST_SAMPLE = 5
# The last complete day and today.
CHECKED = 2


class Unknown(Exception):
    """The figures allow no answer. The message says why."""


def read(path, **parameters):
    """GET a path of the API and return its JSON; amounts of money are strings. Raises Unknown if there is no answer."""
    unset = [name for name in ("BILLING_URL", "BILLING_KEY") if not os.environ.get(name)]
    if unset:
        raise Unknown(f"set {' and '.join(unset)} in the environment")
    url = f"{os.environ['BILLING_URL'].rstrip('/')}{path}?{urllib.parse.urlencode(parameters, True)}"
    try:
        request = urllib.request.Request(url, headers={"x-api-key": os.environ["BILLING_KEY"]})
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise Unknown(reason_of(error)) from error


def reason_of(error):
    """Return what a refusal says, or the error where there is no answer."""
    if not isinstance(error, OSError):
        # The message of Python's error may show the key.
        return f"{type(error).__name__}: the key, the address or the answer is malformed"
    if not isinstance(error, urllib.error.HTTPError):
        return f"{type(error).__name__}: {error}"
    try:
        problem = json.load(error)
        return " ".join([str(error.code), problem["detail"], *(each["detail"] for each in problem.get("errors", []))])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, http.client.HTTPException):
        return f"{error.code} {error.reason}"


def spikes(days, options):
    """Return a line for each of the last two (day, cost, unpriced) that is a spike and was not told before."""
    alerts = []
    for index in range(len(days) - CHECKED, len(days)):
        day, cost, _ = days[index]
        if options.since is not None and day <= options.since:
            continue
        median = statistics.median([each for _, each, _ in days[:index]]) if index else Decimal(0)
        usual = max(median, options.floor)
        if options.limit is not None and cost > options.limit:
            alerts.append(f"{day}: ${cost:.2f}, over the limit of ${options.limit}")
        elif options.times is not None and index >= SMALLEST_SAMPLE and cost > options.times * usual:
            name = "median" if median == usual else "floor"
            alerts.append(f"{day}: ${cost:.2f}, {cost / usual:.1f} times the {name} of ${usual:.2f}")
    return alerts


def check(summary, days, options):
    """Raise Unknown if the figures are too old, too many runs have no price, or too few days come before."""
    through, as_of = summary["usage_through"], summary["as_of"]
    if through is None:
        raise Unknown("the platform has not confirmed until when the figures are complete")
    hours = (datetime.fromisoformat(as_of) - datetime.fromisoformat(through)).total_seconds() / 3600
    # A comparison with NaN is false, so `--max-age nan` lets nothing pass.
    if not hours <= options.max_age:
        age = f"{hours:.1f} hours ago; --max-age is {options.max_age:g}"
        raise Unknown(f"the figures are complete until {through}, {age}")
    unpriced = sum(each for _, _, each in days[-CHECKED:])
    if unpriced > options.max_unpriced:
        raise Unknown(f"runs without a price yet: {unpriced}; --max-unpriced is {options.max_unpriced}")
    sample = len(days) - CHECKED
    if options.times is not None and sample < SMALLEST_SAMPLE:
        raise Unknown(f"the sample of days is too small: {sample}, and a median needs {SMALLEST_SAMPLE}; raise --days")


def read_days(options):
    """Return the summary, and its days, oldest first, as (day, cost, runs without a price). Raises Unknown."""
    midnight = datetime.now(options.timezone).replace(hour=0, minute=0, second=0, microsecond=0)
    first, last = midnight - timedelta(days=options.days - 1), midnight + timedelta(days=1)
    span = {"from": first.isoformat(), "to": last.isoformat()}
    summary = read("/v1/billing/usage/summary", bucket="day", timezone=options.timezone.key, **span)
    if summary["totals"]["total_cost_usd"] is None:
        raise Unknown("the account has no data yet")
    return summary, [
        (
            datetime.fromisoformat(bucket["start"]).astimezone(options.timezone).date(),
            sum((Decimal(group["total_cost_usd"]) for group in bucket["groups"]), Decimal(0)),
            sum(group["unpriced_run_count"] for group in bucket["groups"]),
        )
        for bucket in summary["buckets"]
    ]


def zone_named(name):
    """Return the IANA time zone of this name; for other names argparse prints the error and exits."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise argparse.ArgumentTypeError(f"{name!r} is not a time zone; write one like America/Denver") from None


def day_told(text):
    """Return the date; None for an empty text, when nothing was told yet."""
    return date.fromisoformat(text) if text else None


def options_of(arguments):
    """Return the options; for invalid ones argparse prints the error and exits with 2."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=Decimal, metavar="USD", help="dollars a day")
    parser.add_argument("--times", type=Decimal, metavar="N", help="times the median of the days before")
    parser.add_argument(
        "--floor", type=Decimal, default=Decimal(1), metavar="USD", help="a lower median counts as this; default: 1"
    )
    parser.add_argument("--days", type=int, default=14, help="how many days to read; default: 14")
    parser.add_argument(
        "--timezone", type=zone_named, default="UTC", help="the time zone of the days, for example America/Denver"
    )
    parser.add_argument("--since", type=day_told, metavar="DAY", help="the last day that was told; may be empty")
    parser.add_argument(
        "--max-age", type=float, default=2, metavar="HOURS", help="how long ago usage may be complete; default: 2"
    )
    parser.add_argument(
        "--max-unpriced", type=int, default=0, metavar="N", help="how many runs may have no price yet; default: 0"
    )
    options = parser.parse_args(arguments)
    if options.limit is None and options.times is None:
        parser.error("define a spike with --limit USD, --times N, or both")
    if options.days < CHECKED:
        parser.error("--days must be at least 2: today and yesterday")
    if not options.floor.is_finite() or options.floor <= 0:
        parser.error("--floor must be more than 0 dollars")
    return options


def main():
    options = options_of(sys.argv[1:])
    try:
        summary, days = read_days(options)
        alerts = spikes(days, options)
        if alerts:
            print("\n".join(alerts))
            return SPIKE
        check(summary, days, options)
    except Unknown as reason:
        print("unknown:", reason)
        return UNKNOWN
    except (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        print(f"unknown: the answer cannot be read: {type(error).__name__}: {error}")
        return UNKNOWN
    print(f"calm: ${days[-1][1]:.2f} today, ${days[-2][1]:.2f} yesterday")
    return CALM


if __name__ == "__main__":
    sys.exit(main())
