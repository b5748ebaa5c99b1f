"""Promise 3: the organization is the key's; nothing in a request names another."""

import pytest
from django.test import Client
from django.utils import timezone

from billing_access.billing.models import Account, Run

pytestmark = pytest.mark.django_db


@pytest.fixture
def their_run(other):
    """A run of Other Industries, started and priced."""
    now = timezone.now()
    Account.objects.create(organization=other, revision=1, fed_at=now)
    return Run.objects.create(
        organization=other, run_id="wr_theirs", run_type="workflow_run", status="completed", created_at=now,
        modified_at=now, started_at=now, total_cost_usd="1.5", cost_status="final", cost_updated_at=now,
        first_revision=1, revision=1,
    )  # fmt: skip


def test_anothers_run_is_byte_for_byte_the_404_of_one_that_never_existed(acme, their_run, make_key, api, opt_in):
    opt_in(acme)
    # A key for each, since RateLimit counts a key's requests.
    theirs = api(f"/v1/runs/{their_run.run_id}", make_key(acme).secret)
    nobodys = api("/v1/runs/wr_nobody", make_key(acme).secret)
    assert theirs.status_code == nobodys.status_code == 404
    assert _without_request_id(theirs) == _without_request_id(nobodys)
    headers = [{k: v for k, v in a.headers.items() if k not in {"X-Request-ID"}} for a in (theirs, nobodys)]
    assert headers[0] == headers[1]


def test_their_own_key_reads_it(other, their_run, make_key, api):
    assert api(f"/v1/runs/{their_run.run_id}", make_key(other).secret).json()["total_cost_usd"] == "1.50"


NAMES = ("organization", "organization_id", "org", "org_id", "organization_slug", "account", "tenant")


@pytest.mark.parametrize("name", NAMES)
def test_a_parameter_that_names_an_organization_is_refused_not_obeyed(acme, other, make_key, api, opt_in, name):
    opt_in(acme)
    secret = make_key(acme).secret
    for value in (other.public_id, other.slug, str(other.pk)):
        for path in ("/v1/billing/state", "/v1/billing/usage"):
            answer = api(path, secret, **{name: value})
            assert answer.status_code == 400
            assert answer.json()["errors"][0]["parameter"] == name


@pytest.mark.parametrize("name", [f"x-{name.replace('_', '-')}" for name in NAMES])
def test_a_header_that_names_an_organization_changes_nothing(acme, other, make_key, api, opt_in, name):
    opt_in(acme)
    secret = make_key(acme).secret
    for value in (other.public_id, other.slug, str(other.pk)):
        answer = api("/v1/billing/state", secret, headers={name: value})
        assert answer.json()["organization_id"] == acme.public_id


def test_a_body_that_names_an_organization_changes_nothing(acme, other, make_key, opt_in):
    opt_in(acme)
    answer = Client().generic(
        "GET",
        "/v1/billing/state",
        f'{{"organization_id": "{other.public_id}"}}',
        content_type="application/json",
        headers={"x-api-key": make_key(acme).secret},
    )
    assert answer.json()["organization_id"] == acme.public_id


def test_usage_holds_the_keys_own_runs_only(acme, other, their_run, make_key, api, opt_in):
    opt_in(acme)
    start, end = "2000-01-01T00:00:00Z", "2100-01-01T00:00:00Z"
    mine = api("/v1/billing/usage", make_key(acme).secret, **{"from": start, "to": end})
    theirs = api("/v1/billing/usage", make_key(other).secret, **{"from": start, "to": end})
    assert mine.json()["runs"] == []
    assert [run["run_id"] for run in theirs.json()["runs"]] == ["wr_theirs"]


def test_the_opt_in_of_another_organization_opens_nothing_here(acme, other, make_key, api):
    assert api("/v1/billing/state", make_key(other).secret).status_code == 200
    assert api("/v1/billing/state", make_key(acme).secret).status_code == 403


def _without_request_id(answer) -> bytes:
    return answer.content.replace(answer.json()["request_id"].encode(), b"")
