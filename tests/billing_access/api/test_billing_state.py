"""GET /v1/billing/state. test_query_counts.py counts its statements."""

from datetime import timedelta

import pytest
from django.utils import timezone

from billing_access.billing.models import Account

pytestmark = pytest.mark.django_db
FIELDS = [
    "organization_id", "currency", "billing_tier", "billing_mode", "current_balance_usd", "current_balance_units",
    "low_balance_threshold_usd", "is_low_balance", "balance_reconciled_at", "period_start", "period_end",
    "period_usage_usd", "period_run_count", "period_unpriced_run_count", "period_llm_tokens_in",
    "period_llm_tokens_out", "period_llm_tokens_cached", "projected_depletion_at", "usage_through", "is_stale", "as_of",
]  # fmt: skip


@pytest.fixture
def state(acme, make_key, api, opt_in):
    """Return a function that reads Acme's state."""
    opt_in(acme)
    secret = make_key(acme, "billing.state:read").secret
    return lambda: api("/v1/billing/state", secret).json()


def test_the_fields_of_the_contract_in_their_order(state):
    assert list(state()) == FIELDS


def test_never_fed_is_null_and_never_zero(state):
    body = state()
    assert body["current_balance_usd"] is None
    assert body["period_usage_usd"] is None
    assert body["is_low_balance"] is None


@pytest.mark.parametrize(("balance", "low"), [("10", True), ("10.0000000001", False), ("9.9999999999", True)])
def test_low_is_at_or_below_the_threshold(acme, state, balance, low):
    Account.objects.create(
        organization=acme, fed_at="2026-03-01T00:00Z", entries_total_usd=balance, low_balance_threshold_usd="10"
    )
    body = state()
    assert body["is_low_balance"] is low
    assert body["low_balance_threshold_usd"] == "10.00"


def test_postpaid_has_no_balance(acme, state):
    Account.objects.create(
        organization=acme, fed_at="2026-03-01T00:00Z", entries_total_usd="10", billing_mode="postpaid"
    )
    body = state()
    assert (body["current_balance_usd"], body["is_low_balance"], body["projected_depletion_at"]) == (None, None, None)
    assert body["period_usage_usd"] == "0.00"


def test_times_are_utc_with_z(state):
    body = state()
    assert body["as_of"].endswith("Z")
    assert body["period_start"].endswith("T00:00:00Z")


@pytest.mark.parametrize(
    ("hours", "confirmed", "stale"),
    [(None, None, None), (None, 99, None), (2, None, True), (2, 3, True), (2, 1, False), (8760, 99, False)],
)
def test_stale_is_by_the_accounts_limit_and_then_nobody_knows_whether_the_balance_is_low(
    acme, state, hours, confirmed, stale
):
    through = None if confirmed is None else timezone.now() - timedelta(hours=confirmed)
    Account.objects.create(
        organization=acme, fed_at="2026-03-01T00:00Z", entries_total_usd="50", low_balance_threshold_usd="10",
        stale_after_hours=hours, usage_through=through,
    )  # fmt: skip
    body = state()
    assert body["is_stale"] is stale
    assert body["is_low_balance"] is (None if stale else False)
    assert body["current_balance_usd"] == "50.00"
