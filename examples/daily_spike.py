#!/usr/bin/env python3
"""Alert when a day's usage is too high: exit code 0 calm, 1 a spike, 2 unknown. For a cron job.

    BILLING_KEY=bak_live_… daily_spike.py --limit 250 --timezone America/Denver || notify "$(cat)"

A spike: a day that cost more than --limit dollars, or more than --times the median of the days before it. Looks at
today so far and at yesterday. The key needs billing.usage:read.
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
    """Read one address of the API; the answer as it is, its money as text."""
    url = f"{os.environ.get('BILLING_URL', 'http://localhost:8000')}{path}?{urllib.parse.urlencode(parameters, True)}"
    request = urllib.request.Request(url, headers={"x-api-key": os.environ["BILLING_KEY"]})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)


def spikes(days, limit, times):
    """Return what is wrong with the last two of (day, cost)."""
    found = []
    for place in range(max(len(days) - 2, 0), len(days)):
        day, cost = days[place]
        before = [each for _, each in days[:place]]
        usual = statistics.median(before) if before else Decimal(0)
        if limit is not None and cost > limit:
            found.append(f"{day}: ${cost:.2f}, over the limit of ${limit}")
        elif times is not None and usual and cost > times * usual:
            found.append(f"{day}: ${cost:.2f}, {cost / usual:.1f} times the median of ${usual:.2f}")
    return found


def zone_named(name):
    """Return the IANA time zone of that name; argparse says what is wrong with another."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise argparse.ArgumentTypeError(f"{name!r} is not a time zone; write one like America/Denver") from None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=Decimal, metavar="USD", help="dollars a day")
    parser.add_argument("--times", type=Decimal, default=None, help="times the median of the days before")
    parser.add_argument("--days", type=int, default=14, help="how many days are looked at, 14 by default")
    parser.add_argument("--timezone", type=zone_named, default="UTC", help="whose days, such as America/Denver")
    options = parser.parse_args()
    if options.limit is None and options.times is None:
        parser.error("say what a spike is: --limit USD, --times N, or both")
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
        print("unknown: the account was never fed", file=sys.stderr)
        return UNKNOWN
    days = [
        (f"{datetime.fromisoformat(bucket['start']).astimezone(options.timezone):%Y-%m-%d}",
         sum((Decimal(group["total_cost_usd"]) for group in bucket["groups"]), Decimal(0)))
        for bucket in summary["buckets"]
    ]  # fmt: skip
    found = spikes(days, options.limit, options.times)
    print("\n".join(found) or f"calm: ${days[-1][1]:.2f} today, ${days[-2][1]:.2f} yesterday")
    return SPIKE if found else CALM


if __name__ == "__main__":
    sys.exit(main())
