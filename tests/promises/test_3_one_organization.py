"""Promise 3: the organization is the key's; nothing in a request can name another."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.models import Account, RegisteredTag, Run, UsageDay
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
ALWAYS = {"from": "2000-01-01T00:00:00Z", "to": "2100-01-01T00:00:00Z"}


def run_of(organization, run_id, revision=1):
    """A run of the organization that started now, has a price and was first seen at this revision."""
    now = timezone.now()
    return Run.objects.create(
        organization=organization, run_id=run_id, run_type="workflow_run", status="completed", created_at=now,
        modified_at=now, started_at=now, total_cost_usd="1.5", cost_status="final", cost_updated_at=now,
        first_revision=revision, revision=revision,
    )  # fmt: skip


@pytest.fixture
def their_run(other):
    """A run of Other Industries that has started and has a price."""
    Account.objects.create(organization=other, revision=1, fed_at=timezone.now())
    return run_of(other, "wr_theirs")


def test_anothers_run_is_byte_for_byte_the_404_of_one_that_never_existed(acme, their_run, make_key, api, opt_in):
    opt_in(acme)
    # A new key for each request, since the RateLimit header counts a key's requests.
    theirs = api(f"/v1/runs/{their_run.run_id}", make_key(acme).secret)
    nobodys = api("/v1/runs/wr_nobody", make_key(acme).secret)
    assert theirs.status_code == nobodys.status_code == 404
    assert _without_request_id(theirs) == _without_request_id(nobodys)
    headers = [{k: v for k, v in a.headers.items() if k not in {"X-Request-ID"}} for a in (theirs, nobodys)]
    assert headers[0] == headers[1]


@pytest.mark.parametrize("name", ["public_id", "slug", "pk"])
def test_a_path_that_names_an_organization_leads_nowhere(acme, other, their_run, make_key, api, opt_in, name):
    opt_in(acme)
    secret = make_key(acme).secret
    theirs = getattr(other, name)
    paths = [
        f"/v1/{theirs}/billing/state",
        f"/v1/organizations/{theirs}/billing/state",
        f"/v1/billing/state/{theirs}",
        f"/v1/billing/usage/{theirs}",
        f"/v1/billing/state;organization={theirs}",
        f"/v1/billing/state/../../{theirs}",
        f"/v1/runs/{theirs}/{their_run.run_id}",
        f"/v1/runs/{theirs}%2F{their_run.run_id}",
        f"/v1/runs/{theirs}:{their_run.run_id}",
        f"/v1/runs/{theirs}",
        f"/v1/key/{theirs}",
    ]
    for path in paths:
        answer = api(path, secret)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found"), path
        assert "total_cost_usd" not in answer.json()


def test_their_cursor_is_no_cursor_of_ours(acme, other, their_run, make_key, api, opt_in):
    opt_in(acme)
    Run.objects.create(
        organization=other, run_id="wr_theirs_2", run_type="workflow_run", status="completed",
        created_at=their_run.created_at, modified_at=their_run.created_at, started_at=their_run.created_at,
        total_cost_usd="1", cost_status="final", cost_updated_at=their_run.created_at, first_revision=1, revision=1,
    )  # fmt: skip
    always = {**ALWAYS, "limit": "1"}
    cursor = api("/v1/billing/usage", make_key(other).secret, **always).json()["next_cursor"]
    assert cursor
    answer = api("/v1/billing/usage", make_key(acme).secret, **always, cursor=cursor)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_cursor")
    assert "wr_theirs" not in answer.content.decode()


def test_their_own_key_reads_it(other, their_run, make_key, api):
    assert api(f"/v1/runs/{their_run.run_id}", make_key(other).secret).json()["total_cost_usd"] == "1.50"


NAMES = ("organization", "organization_id", "org", "org_id", "organization_slug", "account", "tenant")


@pytest.mark.parametrize("name", NAMES)
def test_a_parameter_that_names_an_organization_is_refused_not_obeyed(
    acme, other, their_run, make_key, api, opt_in, billing_reads, name
):
    opt_in(acme)
    secret = make_key(acme).secret
    for value in (other.public_id, other.slug, str(other.pk)):
        for path in (*billing_reads, "/v1/key", f"/v1/runs/{their_run.run_id}"):
            answer = api(f"{path}{'&' if '?' in path else '?'}{name}={value}", secret)
            assert answer.status_code == 400
            assert answer.json()["errors"][0]["parameter"] == name


@pytest.mark.parametrize("name", [f"x-{name.replace('_', '-')}" for name in NAMES])
def test_a_header_that_names_an_organization_changes_nothing(acme, other, their_run, make_key, api, opt_in, name):
    opt_in(acme)
    secret = make_key(acme).secret
    for value in (other.public_id, other.slug, str(other.pk)):
        sent = {"headers": {name: value, "cookie": f"{name}={value}"}}
        for path in ("/v1/billing/state", "/v1/key"):
            assert api(path, secret, **sent).json()["organization_id"] == acme.public_id
        assert api("/v1/billing/usage", secret, **ALWAYS, **sent).json()["runs"] == []
        assert api(f"/v1/runs/{their_run.run_id}", secret, **sent).status_code == 404


@pytest.mark.parametrize("path", ["/v1/billing/state", "/v1/key"])
@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded"])
def test_a_body_that_names_an_organization_changes_nothing(acme, other, make_key, opt_in, path, kind):
    opt_in(acme)
    body = f'{{"organization_id": "{other.public_id}"}}' if "json" in kind else f"organization_id={other.public_id}"
    headers = {"x-api-key": make_key(acme).secret}
    answer = Client().generic("GET", path, body, content_type=kind, headers=headers)
    assert answer.json()["organization_id"] == acme.public_id


def test_usage_holds_the_keys_own_runs_only(acme, other, their_run, make_key, api, opt_in):
    opt_in(acme)
    # Acme's revision is higher, so that their run would lie within its snapshot.
    Account.objects.create(organization=acme, revision=9, fed_at=timezone.now())
    run_of(acme, "wr_mine", revision=9)
    mine = api("/v1/billing/usage", make_key(acme).secret, **ALWAYS)
    theirs = api("/v1/billing/usage", make_key(other).secret, **ALWAYS)
    assert [run["run_id"] for run in mine.json()["runs"]] == ["wr_mine"]
    assert [run["run_id"] for run in theirs.json()["runs"]] == ["wr_theirs"]


def test_a_summary_and_an_estimate_are_of_the_keys_own_runs_only(acme, other, their_run, make_key, api, opt_in):
    opt_in(acme)
    for organization, cost in ((acme, "0.25"), (other, "0.75")):
        RegisteredTag.objects.create(organization=organization, key="county", ready_at=timezone.now())
        now = timezone.now().isoformat()
        row = {"run_id": "wr_fed", "started_at": now, "total_cost_usd": cost, "tags": {"county": organization.slug}}
        ingest([SourceRow(1, row)], OrganizationFinder(organization=organization), actor=SYSTEM)
    mine = make_key(acme).secret
    for grouping in ("tag:county", "run_type", "status"):
        body = api("/v1/billing/usage/summary", mine, bucket="none", group_by=grouping).json()
        assert (body["totals"]["total_cost_usd"], body["totals"]["run_count"]) == ("0.25", 1)
        assert "other" not in str([each["key"] for each in body["buckets"][0]["groups"]])
    estimate = api("/v1/billing/estimate", mine, runs=1).json()
    assert (estimate["sample_size"], estimate["p95_cost_usd"]) == (1, "0.25")
    assert api("/v1/billing/estimate", mine, runs=1, tag="county:other").json()["sample_size"] == 0


def test_their_bookmark_and_their_tags_say_nothing_here(acme, other, their_run, make_key, api, opt_in):
    opt_in(acme)
    RegisteredTag.objects.create(organization=other, key="theirs", ready_at=timezone.now())
    through = api("/v1/billing/usage", make_key(other).secret, **ALWAYS).json()["updated_through"]
    answer = api("/v1/billing/usage", make_key(acme).secret, updated_after=through)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_cursor")
    refused = api("/v1/billing/usage/summary", make_key(acme).secret, group_by="tag:theirs").json()
    assert refused["errors"][0]["detail"].startswith("The tag theirs is not registered. Registered: none.")
    tag = api("/v1/billing/state", make_key(other).secret).headers["ETag"]
    assert api("/v1/billing/state", make_key(acme).secret, headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize("fed", [False, True])
def test_the_state_sums_the_keys_own_usage_only(acme, other, their_run, make_key, api, opt_in, fed):
    opt_in(acme)
    Account.objects.filter(organization=other).update(entries_total_usd=50, usage_total_usd=3, billing_tier="theirs")
    if fed:
        # Acme has spent nothing, so any of their figures would show.
        Account.objects.create(organization=acme, revision=1, fed_at=timezone.now(), entries_total_usd=7)
    today = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    for day in (today, today - timedelta(days=1)):
        UsageDay.objects.create(
            organization=other, tag_key="", bucket_start=day, total_cost_usd="1.5", run_count=1,
            unpriced_run_count=1, llm_tokens_in=10, llm_tokens_out=20,
        )  # fmt: skip
    mine = api("/v1/billing/state", make_key(acme).secret).json()
    assert mine["organization_id"] == acme.public_id
    assert (mine["current_balance_usd"], mine["period_usage_usd"]) == (("7.00", "0.00") if fed else (None, None))
    assert mine["billing_tier"] != "theirs"
    assert mine["projected_depletion_at"] is None
    counts = ("period_run_count", "period_unpriced_run_count", "period_llm_tokens_in", "period_llm_tokens_out")
    assert [mine[name] for name in counts] == [0, 0, 0, 0]
    theirs = api("/v1/billing/state", make_key(other).secret).json()
    assert (theirs["current_balance_usd"], theirs["billing_tier"]) == ("47.00", "theirs")
    assert theirs["projected_depletion_at"] is not None
    assert theirs["period_run_count"] >= 1


def test_the_opt_in_of_another_organization_opens_nothing_here(acme, other, make_key, api):
    assert api("/v1/billing/state", make_key(other).secret).status_code == 200
    assert api("/v1/billing/state", make_key(acme).secret).status_code == 403


def _without_request_id(answer) -> bytes:
    return answer.content.replace(answer.json()["request_id"].encode(), b"")
