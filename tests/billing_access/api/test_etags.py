"""Weak ETags: 304 while the answer would be the same, decided and recorded like a 200."""

import time
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from billing_access.access.services import revoke_key, turn_off_billing_reads
from billing_access.billing.models import Account, Run
from billing_audit.models import AuditEvent
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
MARCH = "?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z"
BILLING = [
    "/v1/billing/state", f"/v1/billing/usage{MARCH}", "/v1/billing/usage", "/v1/billing/estimate?runs=9",
    "/v1/billing/entries", "/v1/billing/usage/summary",
]  # fmt: skip
PATHS = [*BILLING, "/v1/runs/wr_1"]


@pytest.fixture
def ask(acme, runs, make_key, api, opt_in):
    """Return a function that sends a request with a key and, if given, an ETag."""
    opt_in(acme)
    issued = make_key(acme)

    def send(path, tag=None, secret=issued.secret, **options):
        return api(path, secret, headers={"if-none-match": tag} if tag else {}, **options)

    send.key = issued.key
    return send


@pytest.mark.parametrize("path", PATHS)
def test_304_while_nothing_changed(ask, path):
    first = ask(path)
    tag = first.headers["ETag"]
    assert tag.startswith('W/"')
    assert ask(path).headers["ETag"] == tag
    again = ask(path, tag)
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert again.headers["Cache-Control"] == "private, no-cache"
    assert "RateLimit" in again.headers
    assert ask(path, tag, method="head").status_code == 304


@pytest.mark.parametrize("path", PATHS)
def test_the_tag_is_compared_weakly_in_a_list_or_as_a_star(ask, path):
    tag = ask(path).headers["ETag"]
    for sent in (tag[2:], f'"a", {tag}', "*"):
        assert ask(path, sent).status_code == 304, sent
    for sent in ('""', "W/", tag[:-2] + '"', "x" * 10_000, tag.swapcase()):
        assert ask(path, sent).status_code == 200, sent


@pytest.mark.parametrize("path", BILLING)
def test_any_change_of_the_account_is_a_new_answer(ask, acme, path, cells):
    tag = ask(path).headers["ETag"]
    changes = {
        "revision": 2, "revision_token": uuid4(), "billing_tier": "team", "billing_mode": "postpaid",
        "low_balance_threshold_usd": 5, "balance_reconciled_at": timezone.now(), "usage_through": timezone.now(),
        "fed_at": None, "period_start_day": 9, "stale_after_hours": 9,
    }  # fmt: skip
    for column, value in changes.items():
        with cells(column):
            assert ask(path, tag).status_code == 304
            Account.objects.filter(organization=acme).update(**{column: value})
            changed = ask(path, tag)
            assert changed.status_code == 200
            assert changed.headers["ETag"] != tag
    assert cells.count == 10


def test_a_change_of_the_rules_of_time_zones_is_a_new_answer(ask, monkeypatch):
    path = f"/v1/billing/usage/summary{MARCH}&timezone=America/Edmonton"
    tag = ask(path).headers["ETag"]
    assert ask(path, tag).status_code == 304
    monkeypatch.setattr("billing_access.api.etags.zone_rules", lambda: "2027.1")
    assert ask(path, tag).status_code == 200


def test_a_run_is_known_by_its_body(ask, acme):
    tag = ask("/v1/runs/wr_1").headers["ETag"]
    Run.objects.filter(run_id="wr_2").update(total_cost_usd=7, revision=2)
    Account.objects.filter(organization=acme).update(revision=2, revision_token=uuid4())
    Run.objects.filter(run_id="wr_1").update(revision=2)
    assert ask("/v1/runs/wr_1", tag).status_code == 304
    for change in ({"total_cost_usd": 7}, {"llm_tokens_out": 7}, {"status": "failed"}, {"tags": {"county": "boone"}}):
        Run.objects.filter(run_id="wr_1").update(**change)
        changed = ask("/v1/runs/wr_1", tag)
        assert changed.status_code == 200, change
        tag = changed.headers["ETag"]


def test_a_run_without_its_cost_is_another_answer(ask, acme):
    tag = ask("/v1/runs/wr_1").headers["ETag"]
    turn_off_billing_reads(acme, actor=SYSTEM)
    withheld = ask("/v1/runs/wr_1", tag)
    assert (withheld.status_code, withheld.headers["X-Cost-Withheld"]) == (200, "org_opt_in_required")
    again = ask("/v1/runs/wr_1", withheld.headers["ETag"])
    assert (again.status_code, again.headers["X-Cost-Withheld"]) == (304, "org_opt_in_required")
    Run.objects.filter(run_id="wr_1").update(total_cost_usd=7)
    assert ask("/v1/runs/wr_1", withheld.headers["ETag"]).status_code == 304


def test_another_query_path_or_organization_has_another_tag(ask, other, make_key, opt_in):
    opt_in(other)
    Account.objects.create(organization=other, revision=1, fed_at=timezone.now(), billing_tier="pro")
    secret = make_key(other).secret
    paths = ["/v1/billing/state", "/v1/billing/usage", f"/v1/billing/usage{MARCH}", "/v1/billing/usage?limit=3"]
    tags = [ask(path, secret=each).headers["ETag"] for path in paths for each in (ask_secret(ask), secret)]
    assert len(set(tags)) == len(tags)


def ask_secret(ask):
    """The secret that the ``ask`` fixture sends by default."""
    return ask.__defaults__[1]


def test_time_alone_makes_a_new_state_every_hour_and_a_new_page_every_day(ask, monkeypatch):
    from billing_access.api import base_views

    now = timezone.now().replace(hour=12, minute=0)
    for path, same, different in (
        ("/v1/billing/state", timedelta(minutes=59), timedelta(hours=1)),
        (f"/v1/billing/usage{MARCH}", timedelta(hours=11), timedelta(hours=12)),
    ):
        tags = []
        for moved in (timedelta(), same, different):
            moved_tag = base_views.etags.snapshot_tag

            def tag_at(request, grant, snapshot, clock, at=now + moved, make=moved_tag):
                return make(request, grant, snapshot, at.isoformat()[: request.parser_context["view"].clock])

            with monkeypatch.context() as patch:
                patch.setattr(base_views.etags, "snapshot_tag", tag_at)
                tags.append(ask(path).headers["ETag"])
        assert tags[0] == tags[1] != tags[2]


def test_time_alone_makes_figures_stale_and_that_is_a_new_answer(ask, acme):
    through = timezone.now() - timedelta(hours=1) + timedelta(seconds=3)
    Account.objects.filter(organization=acme).update(usage_through=through, stale_after_hours=1)
    fresh = ask("/v1/billing/state")
    assert fresh.json()["is_stale"] is False
    time.sleep(3.1)
    stale = ask("/v1/billing/state", fresh.headers["ETag"])
    assert (stale.status_code, stale.json()["is_stale"]) == (200, True)
    assert stale.headers["ETag"] != fresh.headers["ETag"]


@pytest.mark.parametrize("path", PATHS)
def test_a_304_is_decided_and_recorded_like_a_200(ask, acme, path):
    tag = ask(path).headers["ETag"]
    full = AuditEvent.objects.latest("id")
    assert ask(path, tag).status_code == 304
    event = AuditEvent.objects.latest("id")
    assert event.pk != full.pk
    nothing_read = dict.fromkeys({"rows", "sample_size"} & full.details.keys(), 0)
    assert event.details == full.details | nothing_read | {"not_modified": True}
    turn_off_billing_reads(acme, actor=SYSTEM)
    if not path.startswith("/v1/runs"):
        assert ask(path, tag).status_code == 403
    revoke_key(ask.key, actor=SYSTEM)
    assert ask(path, tag).status_code == 401


def test_no_tag_can_be_made_of_an_answer_that_was_never_given(ask, acme, settings):
    """Tags are keyed with SECRET_KEY: with another one the same request gets another tag."""
    tag = ask("/v1/billing/state").headers["ETag"]
    settings.SECRET_KEY = "another" * 8
    assert ask("/v1/billing/state").headers["ETag"] != tag


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("group_by=tag:nobody", "invalid_parameter"),
        ("bucket=hour&from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z", "range_too_wide"),
        ("to=2020-01-01T00:00:00Z", "invalid_parameter"),
    ],
)
def test_a_star_stands_for_an_answer_only_where_there_is_one(ask, query, code):
    for kind in ["", "/summary"] if query.startswith("to=") else ["/summary"]:
        refused = ask(f"/v1/billing/usage{kind}?{query}", "*")
        assert (refused.status_code, refused.json()["code"]) == (400, code)
    assert ask("/v1/billing/usage/summary", "*").status_code == 304


def test_refusals_carry_no_tag(ask):
    for path in ("/v1/billing/usage?limit=0", "/v1/runs/none"):
        assert "ETag" not in ask(path).headers
        assert ask(path, "*").status_code in {400, 404}
