"""A process that prints "ready", waits for a line, feeds runs, and prints the result as JSON."""

import json
import sys
import time

import django


def main(slugs: list[str], rounds: int) -> None:
    """Feed the same runs as every other feeder; each round is one transaction over all organizations."""
    from billing_access.billing.ingest.file_reader import SourceRow
    from billing_access.billing.ingest.organization_lookup import OrganizationFinder
    from billing_access.billing.ingest.pipeline import ingest
    from orgs.actors import command

    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    began, inserted, unchanged = time.time(), 0, 0
    for number in range(rounds):
        fields = {"started_at": f"2026-04-01T12:{number:02}:00Z", "total_cost_usd": "0.1", "tags": "county=adams"}
        rows = [
            SourceRow(line, {**fields, "run_id": f"r{number}-{line // len(slugs)}", "org": slugs[line % len(slugs)]})
            for line in range(3 * len(slugs))
        ]
        report = ingest(rows, OrganizationFinder(column="org"), actor=command("tests"))
        inserted, unchanged = inserted + report.inserted, unchanged + report.unchanged
    result = {"began": began, "ended": time.time(), "inserted": inserted, "unchanged": unchanged}
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    django.setup()
    main(sys.argv[2:], int(sys.argv[1]))
