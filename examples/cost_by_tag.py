#!/usr/bin/env python3
"""Write what each value of a tag costs over time as a CSV and an SVG chart: "this county costs us $X".

    export BILLING_URL=https://billing.example.com BILLING_KEY=bak_live_…
    cost_by_tag.py county --from 2026-01-01T00:00:00Z --to 2026-07-01T00:00:00Z --bucket month

Exit code 0: it has written cost_by_county.csv and cost_by_county.svg. 2, unknown: it has written nothing, and the
reason is on standard output: no answer, figures that are complete only until more than --max-age before the end of the
range or before now, or more runs without a price in the range than --max-unpriced.
The key needs billing.usage:read; the tag must be registered.
"""

import argparse
import csv
import http.client
import json
import os
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime
from decimal import Decimal
from xml.sax.saxutils import escape

COLORS = ["#3b5bdb", "#e8590c", "#2b8a3e", "#9c36b5", "#0b7285", "#c92a2a", "#5c940d", "#495057"]
WIDTH, HEIGHT, LEFT, LINE = 900, 360, 70, 20
WRITTEN, UNKNOWN = 0, 2


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
        with urllib.request.urlopen(request, timeout=60) as answer:
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


def check(summary, options):
    """Raise Unknown if the figures of the range are too old, or too many of its runs have no price."""
    if summary["totals"]["total_cost_usd"] is None:
        raise Unknown("the account has no data yet")
    through = summary["usage_through"]
    if through is None:
        raise Unknown("the platform has not confirmed until when the figures are complete")
    # A range of the past is complete once the feed is complete up to its end, however long ago that was.
    end = min(datetime.fromisoformat(summary["as_of"]), datetime.fromisoformat(summary["to"]))
    hours = (end - datetime.fromisoformat(through)).total_seconds() / 3600
    # A comparison with NaN is false, so `--max-age nan` lets nothing pass.
    if not hours <= options.max_age:
        lacks = f"and lack {hours:.1f} hours of the range; --max-age is {options.max_age:g}"
        raise Unknown(f"the figures are complete until {through}, {lacks}")
    unpriced = summary["totals"]["unpriced_run_count"]
    if unpriced > options.max_unpriced:
        raise Unknown(f"runs without a price yet: {unpriced}; --max-unpriced is {options.max_unpriced}")


def rows_of(summary, tag):
    """Yield (start, value, cost, runs) for each group of each bucket."""
    for bucket in summary["buckets"]:
        for group in bucket["groups"]:
            value = "(all other)" if group["is_other"] else group["key"][f"tag:{tag}"]
            name = "(without the tag)" if value is None else value
            yield bucket["start"], name, Decimal(group["total_cost_usd"] or 0), group["run_count"]


def write_csv(path, rows):
    """Write the rows; an apostrophe goes before text that a spreadsheet would run as a formula."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["start", "value", "total_cost_usd", "run_count"])
        for start, value, cost, runs in rows:
            writer.writerow([start, "'" + value if value[:1] in "=+-@\t\r" and value else value, f"{cost:f}", runs])


def write_svg(path, rows, starts, title):
    """Draw one stacked bar for each bucket; the most expensive values have their own colors."""
    totals = {}
    for _, value, cost, _ in rows:
        totals[value] = totals.get(value, Decimal(0)) + cost
    largest = sorted(totals, key=lambda value: -totals[value])[: len(COLORS) - 1]
    height = max((sum(cost for at, _, cost, _ in rows if at == start) for start in starts), default=0) or Decimal(1)
    step = Decimal(WIDTH - LEFT) / len(starts)
    shapes = []
    for index, start in enumerate(starts):
        top = Decimal(HEIGHT)
        for _, value, cost, _ in (row for row in rows if row[0] == start):
            bar_height = cost / height * (HEIGHT - LINE)
            top -= bar_height
            color = COLORS[largest.index(value)] if value in largest else COLORS[-1]
            label = escape(f"{start[:10]} {value}: ${cost:f}")
            shapes.append(
                f'<rect x="{LEFT + index * step:.2f}" y="{top:.2f}" width="{step * Decimal("0.9"):.2f}" '
                f'height="{bar_height:.2f}" fill="{color}"><title>{label}</title></rect>'
            )
        if index % (len(starts) // 8 + 1) == 0:
            shapes.append(f'<text x="{LEFT + index * step:.2f}" y="{HEIGHT + 16}">{start[:10]}</text>')
    for index, value in enumerate([*largest, *(["(all other)"] if len(totals) > len(largest) else [])]):
        y = HEIGHT + LINE * (index + 3)
        cost = totals.get(value, sum(totals.values()) - sum(totals[each] for each in largest))
        shapes.append(f'<rect x="{LEFT}" y="{y - 11}" width="12" height="12" fill="{COLORS[index]}"/>')
        shapes.append(f'<text x="{LEFT + 20}" y="{y}">{escape(value)}: ${cost:.2f}</text>')
    labels = f'<text x="0" y="{LINE}">${height:.2f}</text><text x="0" y="{HEIGHT}">$0</text>'
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT + LINE * (len(COLORS) + 4)}" '
            f'font-family="sans-serif" font-size="13"><title>{escape(title)}</title>{labels}{"".join(shapes)}</svg>\n'
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tag", help="the key of a registered tag")
    parser.add_argument("--from", dest="start", metavar="TIME", help="default: the current billing period")
    parser.add_argument("--to", dest="end", metavar="TIME")
    parser.add_argument("--bucket", default="day", choices=["hour", "day", "week", "month", "none"])
    parser.add_argument("--timezone", default="UTC")
    parser.add_argument(
        "--max-age", type=float, default=2, metavar="HOURS", help="how long ago usage may be complete; default: 2"
    )
    parser.add_argument(
        "--max-unpriced", type=int, default=0, metavar="N", help="how many runs may have no price yet; default: 0"
    )
    options = parser.parse_args()
    query = {"bucket": options.bucket, "timezone": options.timezone, "group_by": f"tag:{options.tag}"}
    query |= {name: time for name, time in (("from", options.start), ("to", options.end)) if time}
    try:
        summary = read("/v1/billing/usage/summary", **query)
        check(summary, options)
        rows = list(rows_of(summary, options.tag))
    except Unknown as reason:
        print("unknown:", reason)
        return UNKNOWN
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as error:
        print(f"unknown: the answer cannot be read: {type(error).__name__}: {error}")
        return UNKNOWN
    starts = [bucket["start"] for bucket in summary["buckets"]]
    # A tag's key may have characters that a file name must not have.
    name = "cost_by_" + re.sub(r"[^\w.-]", "_", options.tag)
    write_csv(f"{name}.csv", rows)
    write_svg(f"{name}.svg", rows, starts, f"Cost by {options.tag}, {summary['from']} to {summary['to']}")
    unpriced = summary["totals"]["unpriced_run_count"]
    lacks = f", {unpriced} without a price" if unpriced else ""
    print(f"${summary['totals']['total_cost_usd']} in total{lacks}: {name}.csv (rows: {len(rows)}) and .svg")
    return WRITTEN


if __name__ == "__main__":
    sys.exit(main())
