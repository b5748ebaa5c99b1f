"""What the tests of the figures share: feeding runs, and a Grant to read them with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from billing_access import routes
from billing_access.access.decision import Grant, authorize, facts_for_secret
from billing_access.access.services import turn_on_billing_reads
from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.models import Batch
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import Watch, ingest
from billing_access.billing.ingest.run_validation import Defaults
from billing_access.billing.ingest.staging import Refusal
from orgs import actors
from orgs.models import Organization

SYSTEM = actors.command("tests")


@dataclass
class Fed:
    """What came of a feed."""

    report: Batch
    refusals: list[Refusal]


@pytest.fixture
def system() -> Any:
    """A command, as the actor."""
    return SYSTEM


@pytest.fixture
def feed() -> Callable[..., Fed]:
    """Feed runs: ``feed(acme, {"run_id": "a", ...}, ...)``; lines count from 1."""

    def feed_runs(organization: Organization, *runs: dict[str, Any], **options: Any) -> Fed:
        refusals: list[Refusal] = []
        rows = [SourceRow(number, fields) for number, fields in enumerate(runs, start=1)]
        report = ingest(
            rows,
            OrganizationFinder(organization=organization),
            actor=SYSTEM,
            defaults=options.pop("defaults", Defaults()),
            watch=Watch(refused=refusals.append),
            **options,
        )
        changed_nothing = report.unchanged + report.repeated
        assert report.read == report.inserted + report.updated + changed_nothing + report.stale + report.refused
        return Fed(report, refusals)

    return feed_runs


@pytest.fixture
def run() -> Callable[..., dict[str, Any]]:
    """Fields of a run: completed, started at noon on April 1, for one dollar, unless told otherwise."""

    def fields(run_id: str = "wr_1", **others: Any) -> dict[str, Any]:
        return {"run_id": run_id, "started_at": "2026-04-01T12:00:00Z", "total_cost_usd": "1.00", **others}

    return fields


@pytest.fixture
def grant_for(make_key: Any) -> Callable[..., Grant]:
    """Mint a Grant as a request would."""

    def mint(organization: Organization, route: routes.Route = routes.BILLING_USAGE) -> Grant:
        turn_on_billing_reads(organization, actor=SYSTEM)
        return authorize(facts_for_secret(make_key(organization).secret), route)

    return mint
