"""An organization with data, keys with different permissions, and the OpenAPI document."""

import json
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from billing_access.access.models import ApiKey
from billing_access.access.services import turn_on_billing_reads
from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.operators import add_balance_entry, register_tag
from billing_access.scopes import ALL_SCOPES
from orgs import actors
from orgs.models import Organization

SYSTEM = actors.command("tests")


@pytest.fixture
def document(tmp_path: Path, db: None) -> Path:
    """Write the OpenAPI document to a file, as a client fetches it."""
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(Client().get("/v1/openapi.json").json()))
    return path


@pytest.fixture
def funded(acme: Organization) -> Organization:
    """Acme, opted in: 12 runs of this month and a queued one, a registered tag, a balance of 41.23."""
    turn_on_billing_reads(acme, actor=SYSTEM)
    register_tag(acme, "county", actor=SYSTEM)
    now = timezone.now()
    rows: list[dict[str, Any]] = [
        {"run_id": f"wr_{n}", "started_at": (now - timedelta(seconds=n)).isoformat(), "llm_tokens_in": str(n),
         "total_cost_usd": "" if n == 3 else f"0.{n}", "tags": {"county": "adams"} if n % 2 else {}}
        for n in range(12)
    ]  # fmt: skip
    rows.append({"run_id": "wr_queued", "created_at": now.isoformat(), "status": "queued"})
    ingest([SourceRow(n, row) for n, row in enumerate(rows, 1)], OrganizationFinder(organization=acme), actor=SYSTEM)
    spent = sum((Decimal(row["total_cost_usd"]) for row in rows if row.get("total_cost_usd")), Decimal(0))
    add_balance_entry(acme, kind="top_up", amount_usd=Decimal("41.23") + spent, reference="t", occurred_at=now,
                      actor=SYSTEM)  # fmt: skip
    return acme


@pytest.fixture
def secrets(funded: Organization, other: Organization, make_key: Callable[..., Any]) -> dict[str, str]:
    """Secrets of keys, by what the keys may read."""
    expired = make_key(funded, *ALL_SCOPES)
    before = timezone.now() - timedelta(days=2)
    ApiKey.objects.filter(pk=expired.key.pk).update(created_at=before, expires_at=before + timedelta(days=1))
    return {
        "everything": make_key(funded, *ALL_SCOPES).secret,
        "runs alone": make_key(funded, "runs:read").secret,
        "no billing": make_key(funded, "audit:read").secret,
        "never fed": make_key(other, *ALL_SCOPES).secret,
        "expired": expired.secret,
        "nobody's": "bak_live_" + "0" * 49,
    }
