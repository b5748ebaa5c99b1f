"""The rows that are kept with a release's schema: written by its own code, and what its API answered about them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from django.test import Client

from billing_access.access.services import IssuedKey, issue_key, revoke_key
from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.operators import credit_run, reconcile_balance, void_runs
from billing_access.scopes import ALL_SCOPES
from billing_audit.record import Actor
from billing_audit.signed_notes import Signer
from billing_audit.transparency.sealer import seal_batch
from dev.demo import cast
from orgs.mail.notify import silence
from orgs.models import Organization

ORGANIZATION_FIELD: Final = "organization"
FIRST_RUN: Final = datetime(2026, 4, 1, tzinfo=UTC)
RUNS: Final = 30
_APRIL: Final = "from=2026-04-01T00:00:00Z&to=2026-05-01T00:00:00Z"
# Of fixed times, so that they can be asked again in any later year.
READS: Final = (
    f"/v1/billing/usage?{_APRIL}&limit=500",
    f"/v1/billing/usage/summary?{_APRIL}&bucket=day&group_by=tag:{cast.REGISTERED_TAG}",
    f"/v1/billing/usage/summary?{_APRIL}&bucket=month&timezone=America/Denver",
    "/v1/billing/entries",
    "/v1/runs/run-002",
)
# What differs from one request to the next, or is signed with the site's secret.
CHANGING: Final = frozenset({"as_of", "updated_through", "next_cursor", "request_id"})


def write_rows(actor: Actor, signer: Signer) -> dict[str, Any]:
    """Write two organizations with people, runs, ledger and keys, read them as scripts do, and seal the record.

    Returns, by name, the keys' secrets and what the API answered to each.
    """
    with silence():
        cast.ensure_staff(actor)
        first, second = (cast.ensure_organization(each, actor) for each in cast.ORGANIZATIONS)
        report = ingest(_rows(), OrganizationFinder(column=ORGANIZATION_FIELD), actor=actor)
        if report.refused:
            raise RuntimeError(f"Rows were refused: {report.refused}")
        for each, organization in zip(cast.ORGANIZATIONS, (first, second), strict=True):
            cast.ensure_figures(each, organization, actor)
        _change(first, actor)
        issued = {"opted in": _key(first, actor), "closed": _key(second, actor), "revoked": _key(first, actor)}
        revoke_key(issued["revoked"].key, actor=actor, reason="Kept as a revoked one")
    keys = {name: each.secret for name, each in issued.items()}
    answers = {name: {path: answer_to(path, secret) for path in READS} for name, secret in keys.items()}
    while seal_batch(signer, []):
        pass
    return {"keys": keys, "answers": answers}


def answer_to(path: str, secret: str) -> dict[str, Any]:
    """Ask the API of this process; return the status and the body without what changes from request to request."""
    # The name of a host that every site without settings of its own allows.
    answer = Client(SERVER_NAME="localhost").get(path, headers={"x-api-key": secret})
    return {"status": answer.status_code, "body": _lasting(answer.json())}


def _lasting(body: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name not in CHANGING}


def _change(organization: Organization, actor: Actor) -> None:
    """Change some of the organization's figures as operators do."""
    noon = FIRST_RUN + timedelta(hours=12)
    credit_run(organization, "run-002", amount_usd=Decimal("0.01"), reference="credit-1", occurred_at=noon, actor=actor)
    void_runs(organization, ["run-004"], reason="Fed by mistake", actor=actor)
    reconcile_balance(
        organization,
        balance_usd=Decimal("14980.25"),
        observed_at=FIRST_RUN + timedelta(days=5),
        reference="biller-1",
        actor=actor,
    )


def _rows() -> Iterator[SourceRow]:
    """Yield runs of both organizations in turn: most of them final, some accruing, some without a cost."""
    for number in range(RUNS):
        started = FIRST_RUN + timedelta(hours=7 * number, minutes=number)
        row = {
            "run_id": f"run-{number:03}",
            ORGANIZATION_FIELD: cast.SLUGS[number % 2],
            "status": "running" if number % 10 == 9 else "completed",
            "started_at": started.isoformat(),
            "finished_at": None if number % 10 == 9 else (started + timedelta(minutes=3)).isoformat(),
            "total_cost_usd": None if number % 10 == 7 else f"{1 + number % 5}.{number:04}7",
            "llm_tokens_in": str(1000 + number),
            "llm_tokens_out": str(200 + number),
            "llm_tokens_cached": str(number),
            "tags": f"{cast.REGISTERED_TAG}=s{number % 4};county=Añasco",
        }
        yield SourceRow(number + 1, row)


def _key(organization: Organization, actor: Actor) -> IssuedKey:
    return issue_key(organization, actor=actor, name="Kept", scopes=ALL_SCOPES, lifetime_days=cast.KEY_LIFETIME_DAYS)
