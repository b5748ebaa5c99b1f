#!/usr/bin/env python3
"""Alert when a day's usage is too high, as a cron job: exit code 0 calm, 1 a spike, 2 unknown.

    BILLING_KEY=bak_live_… daily_spike.py --limit 250 --timezone America/Denver || notify "$(cat)"

A spike is a day that cost more than --limit dollars, or more than --times the median of the days before it. Checks
today so far and yesterday. The key needs billing.usage:read.
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
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

CALM, SPIKE, UNKNOWN = 0, 1, 2


def read(path, **parameters):
    """GET a path of the API and return its JSON; amounts of money are strings."""
    url = f"{os.environ.get('BILLING_URL', 'http://localhost:8000')}{path}?{urllib.parse.urlencode(parameters, True)}"
    request = urllib.request.Request(url, headers={"x-api-key": os.environ["BILLING_KEY"]})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)


def spikes(days, limit, times):
    """Return a line for each of the last two (day, cost) pairs that is a spike."""
    alerts = []
    for index in range(max(len(days) - 2, 0), len(days)):
        day, cost = days[index]
        before = [each for _, each in days[:index]]
        median = statistics.median(before) if before else Decimal(0)
        if limit is not None and cost > limit:
            alerts.append(f"{day}: ${cost:.2f}, over the limit of ${limit}")
        elif times is not None and median and cost > times * median:
            alerts.append(f"{day}: ${cost:.2f}, {cost / median:.1f} times the median of ${median:.2f}")
    return alerts


def zone_named(name):
    """Return the IANA time zone of this name; for other names argparse prints the error and exits."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise argparse.ArgumentTypeError(f"{name!r} is not a time zone; write one like America/Denver") from None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=Decimal, metavar="USD", help="dollars a day")
    parser.add_argument("--times", type=Decimal, default=None, help="times the median of the days before")
    parser.add_argument("--days", type=int, default=14, help="how many days to read; default: 14")
    parser.add_argument(
        "--timezone", type=zone_named, default="UTC", help="the time zone of the days, for example America/Denver"
    )
    options = parser.parse_args()
    if options.limit is None and options.times is None:
        parser.error("define a spike with --limit USD, --times N, or both")
    if options.days < 2:
        parser.error("--days must be at least 2: today and yesterday")
    midnight = datetime.now(options.timezone).replace(hour=0, minute=0, second=0, microsecond=0)
    try:
        summary = read(
            "/v1/billing/usage/summary",
            bucket="day",
            timezone=options.timezone.key,
            **{"from": (midnight - timedelta(days=options.days - 1)).isoformat(),
               "to": (midnight + timedelta(days=1)).isoformat()},
        )  # fmt: skip
    except urllib.error.HTTPError as error:
        print(f"unknown: {error.code} {json.load(error).get('detail')}", file=sys.stderr)
        return UNKNOWN
    except (OSError, ValueError, KeyError, http.client.HTTPException) as error:
        print(f"unknown: {type(error).__name__}: {error}", file=sys.stderr)
        return UNKNOWN
    if summary["totals"]["total_cost_usd"] is None:
        print("unknown: the account has no data yet", file=sys.stderr)
        return UNKNOWN
    days = [
        (f"{datetime.fromisoformat(bucket['start']).astimezone(options.timezone):%Y-%m-%d}",
         sum((Decimal(group["total_cost_usd"]) for group in bucket["groups"]), Decimal(0)))
        for bucket in summary["buckets"]
    ]  # fmt: skip
    alerts = spikes(days, options.limit, options.times)
    print("\n".join(alerts) or f"calm: ${days[-1][1]:.2f} today, ${days[-2][1]:.2f} yesterday")
    return SPIKE if alerts else CALM


if __name__ == "__main__":
    sys.exit(main())
