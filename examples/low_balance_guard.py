#!/usr/bin/env python3
"""Stop before a batch that the balance will not cover: exit code 0 go, 1 too low, 2 unknown.

    BILLING_KEY=bak_live_… low_balance_guard.py --runs 500 --tag county:adams && ./dispatch_batch

With --runs: go if the balance covers the cost of so many runs, at the 95th percentile of the last 30 days (with
--expected: at their mean). Without --runs: go if the balance is above the account's threshold, or not below --at-least.
The key needs billing.state:read, and with --runs also billing.usage:read.
"""

import argparse
import http.client
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
from decimal import Decimal

GO, TOO_LOW, UNKNOWN = 0, 1, 2


def read(path, **parameters):
    """GET a path of the API and return its JSON; amounts of money are strings."""
    url = f"{os.environ.get('BILLING_URL', 'http://localhost:8000')}{path}?{urllib.parse.urlencode(parameters, True)}"
    request = urllib.request.Request(url, headers={"x-api-key": os.environ["BILLING_KEY"]})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)


def for_batch(runs, tags, expected):
    """Return the exit code for a batch, and the reason."""
    estimate = read("/v1/billing/estimate", runs=runs, **({"tag": tags} if tags else {}))
    covers = estimate["covers_expected" if expected else "covers_high"]
    if covers is None:
        return UNKNOWN, "no balance, or no finished runs to estimate from"
    cost = estimate["expected_total_usd" if expected else "high_total_usd"]
    why = f"{runs} runs may cost ${cost}; the balance is ${estimate['current_balance_usd']}"
    return (GO if covers else TOO_LOW), why


def for_now(at_least):
    """Return the exit code for the balance alone, and the reason."""
    state = read("/v1/billing/state")
    balance = state["current_balance_usd"]
    if balance is None or (at_least is None and state["is_low_balance"] is None):
        return UNKNOWN, "the account has no balance, or no threshold (use --at-least)"
    low = state["is_low_balance"] if at_least is None else Decimal(balance) < at_least
    return (TOO_LOW if low else GO), f"the balance is ${balance}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, help="how many runs the batch has")
    parser.add_argument("--tag", action="append", help="key:value that the batch's runs carry; may repeat")
    parser.add_argument("--expected", action="store_true", help="at the mean cost instead of the 95th percentile")
    parser.add_argument("--at-least", type=Decimal, metavar="USD", help="instead of the account's threshold")
    options = parser.parse_args()
    try:
        if options.runs is None:
            code, why = for_now(options.at_least)
        else:
            code, why = for_batch(options.runs, options.tag, options.expected)
    except urllib.error.HTTPError as error:
        code, why = UNKNOWN, f"{error.code} {json.load(error).get('detail')}"
    except (OSError, ValueError, KeyError, http.client.HTTPException) as error:
        code, why = UNKNOWN, f"{type(error).__name__}: {error}"
    print(("go", "too low", "unknown")[code] + ":", why, file=sys.stderr if code else sys.stdout)
    return code


if __name__ == "__main__":
    sys.exit(main())
