"""``manage.py check_figures``: silent agreement, or the first difference and exit code 1."""

import io
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from billing_access.billing.import_file import SourceRow
from billing_access.billing.import_target import OrganizationFinder
from billing_access.billing.ingest import ingest
from billing_access.billing.maintenance import add_balance_entry, register_tag
from orgs.actors import command
from orgs.models import Organization

SYSTEM = command("tests")


def check(*arguments: str) -> tuple[int, str]:
    out = io.StringIO()
    try:
        call_command("check_figures", *arguments, stdout=out)
    except SystemExit as ended:
        return int(ended.code or 0), out.getvalue()
    return 0, out.getvalue()


@pytest.fixture
def fed(acme: Organization, other: Organization) -> Organization:
    """Acme, fed with two runs, a registered tag and a balance entry; Other is fed nothing."""
    register_tag(acme, "county", actor=SYSTEM)
    rows = [
        SourceRow(1, {"run_id": "a", "started_at": "2026-04-01T12:00:00Z", "total_cost_usd": "2", "tags": "county=a"}),
        SourceRow(2, {"run_id": "b", "started_at": "2026-04-02T12:00:00Z", "total_cost_usd": ""}),
    ]
    ingest(rows, OrganizationFinder(organization=acme), actor=SYSTEM)
    add_balance_entry(acme, kind="top_up", amount_usd=Decimal(5), reference="1", occurred_at=datetime.now(UTC),
                      actor=SYSTEM)  # fmt: skip
    return acme


def test_they_agree(fed: Organization) -> None:
    assert check() == (0, "The figures of 2 organizations agree.\n")
    assert check("--organization", "acme") == (0, "The figures of 1 organization agree.\n")


@pytest.mark.parametrize(
    ("tampering", "says"),
    [
        ("UPDATE billing_run SET total_cost_usd = 3 WHERE run_id = 'a'", "usage total of the account"),
        ("UPDATE billing_account SET usage_total_usd = 1", "usage total of the account, by its runs: expected 2"),
        ("UPDATE billing_account SET entries_total_usd = 6", "entries total of the account, by its entries: exp"),
        ("DELETE FROM billing_usage_day WHERE tag_key = ''", "billing_usage_day 2026-04-01 00:00Z total_cost_usd: exp"),
        ("UPDATE billing_usage_day SET total_cost_usd = 1 WHERE tag_value = 'a'", "2026-04-01 00:00Z county=a total_"),
        ("DELETE FROM billing_usage_day WHERE tag_key <> '' AND tag_value IS NULL", "county=(none) run_count: exp"),
        ("UPDATE billing_usage_quarter_hour SET run_count = run_count + 1", "billing_usage_quarter_hour 2026-04-01 12"),
        ("UPDATE billing_usage_day SET unpriced_run_count = 0", "2026-04-02 00:00Z unpriced_run_count: expected 1"),
    ],
)  # fmt: skip
def test_each_difference_is_found_and_named(fed: Organization, tampering: str, says: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(tampering)
    code, out = check()
    assert (code, out.startswith("acme: "), says in out) == (1, True, True), out
    assert check("--organization", "other") == (0, "The figures of 1 organization agree.\n")


def test_an_unknown_organization_is_named(acme: Organization) -> None:
    with pytest.raises(CommandError, match="no organization with the slug 'nobody'"):
        check("--organization", "nobody")
