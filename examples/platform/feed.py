"""Feed runs from Python: for a platform that is a Django project or that reads its runs itself."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.models import Batch
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import Watch, ingest
from billing_access.billing.operators import mark_complete
from orgs import actors
from orgs.models import Organization


def feed(external_id: str, runs: Iterable[Mapping[str, Any]], through: datetime) -> tuple[Batch, list[tuple[str, str]]]:
    """Feed an organization's runs; if none was refused, mark its feed as complete until ``through``.

    Each run is a mapping with ``run_id``, ``started_at``, ``total_cost_usd`` and the other fields of `import_runs`;
    money as Decimal or text, never as float. Returns the batch and (run id, reason) of each refused run. Call it
    outside of a transaction. Feeding the same runs again changes nothing.

    ``runs`` are all runs that the organization has not been fed yet and that started before ``through``, however many:
    a call with a part of them would mark the others as fed. ``runs`` must raise if it cannot yield every run: then
    nothing is imported, and nothing is marked. A source that merely stops early would be marked as complete, so check
    what it yields first.
    """
    actor = actors.command("feed")
    organization = Organization.objects.get(external_id=external_id)
    refused: list[tuple[str, str]] = []
    batch = ingest(
        (SourceRow(line, run) for line, run in enumerate(runs, start=1)),
        OrganizationFinder(organization=organization),
        actor=actor,
        watch=Watch(refused=lambda refusal: refused.append((refusal.run_id, refusal.reason))),
    )
    if not refused:
        mark_complete(organization, through, actor=actor)
    return batch, refused
