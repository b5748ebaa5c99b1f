"""A process for tests: `fill TAG RUNS_PER_STEP`, `feed SLUG NUMBER` or `jobs - RUNS_PER_STEP`."""

import sys

import django


def main(what: str, whom: str, number: int) -> None:
    """Print "ready", then do the work."""
    from billing_access.billing.ingest.file_reader import SourceRow
    from billing_access.billing.ingest.organization_lookup import OrganizationFinder
    from billing_access.billing.ingest.pipeline import ingest
    from billing_access.billing.operators import backfill_tag
    from orgs.actors import command
    from orgs.models import Organization

    sys.stdout.write("ready\n")
    sys.stdout.flush()
    if what == "fill":
        backfill_tag(int(whom), runs_per_step=number)
        return
    if what == "jobs":
        do_jobs(number)
        return
    fields = [
        {"run_id": f"r{n}", "started_at": f"2026-04-01T{n // 60 % 24:02}:{n % 60:02}:00Z", "total_cost_usd": "0.01",
         "tags": f"county={n % 3}"}
        for n in range(number)
    ]  # fmt: skip
    rows = [SourceRow(line, each) for line, each in enumerate(fields, start=1)]
    finder = OrganizationFinder(organization=Organization.objects.get(slug=whom))
    ingest(rows, finder, actor=command("tests"), batch_size=25)


def do_jobs(runs_per_step: int) -> None:
    """Run the worker until no job is left; each backfill job does one step."""
    from django.core.management import call_command

    from billing_access import tasks
    from billing_access.billing.tags.backfill import backfill_step

    tasks.BACKFILL_SECONDS = 0
    tasks.backfill_step = lambda tag_id: backfill_step(tag_id, runs_per_step=runs_per_step)
    call_command("procrastinate", "worker", "--one-shot")


if __name__ == "__main__":
    django.setup()
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
