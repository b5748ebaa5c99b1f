#!/usr/bin/env python3
"""Stop before a batch that the balance will not cover: exit code 0 go, 1 too low, 2 unknown.

    export BILLING_URL=https://billing.example.com BILLING_KEY=bak_live_…
    low_balance_guard.py --runs 500 --tag county:adams && ./dispatch_batch

With --runs: go if the balance covers the high estimate of so many runs (with --expected: their mean) and what is in
flight. Without --runs: go if the balance is above the account's threshold, or not below --at-least. It prints what it
compared, and on which sample. Unknown, and so never go: figures that are older than --max-age, more runs without a
price than --max-unpriced, or a sample of fewer than 30 runs.
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
from datetime import datetime
from decimal import Decimal

GO, TOO_LOW, UNKNOWN = 0, 1, 2
SMALLEST_SAMPLE = 30


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


def check_age(through, as_of, options):
    """Raise Unknown if usage is complete only until more than --max-age before ``as_of``."""
    if through is None:
        raise Unknown("the platform has not confirmed until when the figures are complete")
    hours = (datetime.fromisoformat(as_of) - datetime.fromisoformat(through)).total_seconds() / 3600
    # A comparison with NaN is false, so `--max-age nan` lets nothing pass.
    if not hours <= options.max_age:
        raise Unknown(
            f"the figures are complete until {through}, {hours:.1f} hours ago; --max-age is {options.max_age:g}"
        )


def check_prices(unpriced, options):
    """Raise Unknown if more than --max-unpriced runs have no price."""
    if unpriced > options.max_unpriced:
        raise Unknown(f"runs without a price yet: {unpriced}; --max-unpriced is {options.max_unpriced}")


def for_batch(options):
    """Return the exit code for a batch, and the reason."""
    estimate = read("/v1/billing/estimate", runs=options.runs, tag=options.tag or [])
    check_prices(estimate.get("unpriced_run_count") or 0, options)
    size, since = estimate["sample_size"], estimate.get("sample_from")
    sample = f"a sample of {size} {f'since {since}' if since else 'in the last 30 days'}"
    if size < SMALLEST_SAMPLE:
        raise Unknown(f"{sample} is too small; an estimate needs {SMALLEST_SAMPLE}")
    kind = "expected" if options.expected else "high"
    covers, cost = estimate[f"covers_{kind}"], estimate[f"{kind}_total_usd"]
    if covers is None:
        raise Unknown("the account has no balance")
    running = estimate.get("running_run_count") or 0
    in_flight = f" and {running} in flight ${estimate.get('expected_in_flight_usd')}" if running else ""
    may = "is expected to cost" if options.expected else "may cost"
    batch = f"a batch of {options.runs} {may} ${cost}{in_flight} (by {sample})"
    return (GO if covers else TOO_LOW), f"{batch}; the balance is ${estimate['current_balance_usd']}"


def for_now(state, at_least):
    """Return the exit code for the balance alone, and the reason."""
    balance, threshold = state["current_balance_usd"], state["low_balance_threshold_usd"]
    if balance is None:
        raise Unknown("the account has no balance")
    if at_least is None and state["is_low_balance"] is None:
        raise Unknown("the account has no threshold; use --at-least")
    low = state["is_low_balance"] if at_least is None else Decimal(balance) < at_least
    bound = f"the threshold is ${threshold}" if at_least is None else f"--at-least is ${at_least}"
    return (TOO_LOW if low else GO), f"the balance is ${balance}; {bound}"


def answer(options):
    """Return the exit code and the reason. Raises Unknown."""
    state = read("/v1/billing/state")
    check_age(state["usage_through"], state["as_of"], options)
    check_prices(state["period_unpriced_run_count"], options)
    if state.get("is_stale"):
        raise Unknown(f"the figures are stale: complete until {state['usage_through']}, and the account allows less")
    return for_now(state, options.at_least) if options.runs is None else for_batch(options)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, help="how many runs the batch has")
    parser.add_argument("--tag", action="append", help="key:value that the batch's runs carry; may repeat")
    parser.add_argument("--expected", action="store_true", help="by the mean cost instead of the high estimate")
    parser.add_argument("--at-least", type=Decimal, metavar="USD", help="instead of the account's threshold")
    parser.add_argument(
        "--max-age", type=float, default=2, metavar="HOURS", help="how long ago usage may be complete; default: 2"
    )
    parser.add_argument(
        "--max-unpriced", type=int, default=0, metavar="N", help="how many runs may have no price yet; default: 0"
    )
    options = parser.parse_args()
    try:
        code, why = answer(options)
    except Unknown as reason:
        code, why = UNKNOWN, str(reason)
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as error:
        code, why = UNKNOWN, f"the answer cannot be read: {type(error).__name__}: {error}"
    print(("go", "too low", "unknown")[code] + ":", why)
    return code


if __name__ == "__main__":
    sys.exit(main())
