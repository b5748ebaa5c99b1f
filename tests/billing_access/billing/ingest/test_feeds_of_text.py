"""Text in feeds: one group for both spellings of a name, ids that can be read, and what is refused with its reason."""

from datetime import timedelta

import pytest
from django.utils import timezone

from billing_access.billing.models import Run
from billing_access.billing.tags.registered import register_tag, registered_tags, unregister_tag

pytestmark = pytest.mark.django_db
APRIL = {"from": "2026-04-01T00:00:00Z", "to": "2026-05-01T00:00:00Z"}
DECOMPOSED = "Ko\u0308ln"


@pytest.fixture
def secret(acme, make_key, opt_in):
    opt_in(acme)
    return make_key(acme).secret


def koeln_rows(run):
    names = ["Köln", DECOMPOSED, "köln", "Köln\u200b", "Ko\u202eln"]
    return [
        run(f"u{n}", started_at=timezone.now() - timedelta(minutes=n), total_cost_usd=f"{n}.00", tags=f"county={name}")
        for n, name in enumerate(names, 1)
    ]


def test_koeln_in_two_spellings_is_one_group_and_invisible_characters_are_refused(acme, feed, run, secret, api, system):
    register_tag(acme, "county", actor=system)
    fed = feed(acme, *koeln_rows(run))
    assert [(each.line, each.run_id) for each in fed.refusals] == [(4, "u4"), (5, "u5")]
    assert "U+200B ZERO WIDTH SPACE" in fed.refusals[0].reason
    assert "U+202E RIGHT-TO-LEFT OVERRIDE" in fed.refusals[1].reason
    now = timezone.now()
    today = {"from": (now - timedelta(hours=1)).isoformat(), "to": (now + timedelta(hours=1)).isoformat()}
    query = {**today, "bucket": "none", "group_by": "tag:county"}
    (bucket,) = api("/v1/billing/usage/summary", secret, **query).json()["buckets"]
    groups = {each["key"]["tag:county"]: each["total_cost_usd"] for each in bucket["groups"]}
    assert groups == {"Köln": "3.00", "köln": "3.00"}
    for spelling in ("Köln", DECOMPOSED):
        runs = api("/v1/billing/usage", secret, **today, tag=f"county:{spelling}").json()["runs"]
        assert sorted(each["run_id"] for each in runs) == ["u1", "u2"]
        estimate = api("/v1/billing/estimate", secret, runs="10", tag=f"county:{spelling}").json()
        assert estimate["sample_size"] == 2
    for invisible in ("county:Köln\u200b", "coun\u200bty:Köln"):
        assert api("/v1/billing/usage", secret, **today, tag=invisible).json()["runs"] == []


def test_a_cursor_belongs_to_both_spellings_of_its_filter(acme, feed, run, secret, api):
    feed(acme, *(run(f"r{n}", tags="city=Köln") for n in range(3)))
    april = {**APRIL, "limit": "2"}
    first = api("/v1/billing/usage", secret, **april, tag="city:Köln").json()
    rest = api("/v1/billing/usage", secret, **april, tag=f"city:{DECOMPOSED}", cursor=first["next_cursor"]).json()
    assert len(first["runs"]) + len(rest["runs"]) == 3


def test_a_registered_key_is_one_in_both_spellings(acme, feed, run, secret, api, system):
    register_tag(acme, DECOMPOSED, actor=system)
    assert [each.key for each in registered_tags(acme)] == ["Köln"]
    assert register_tag(acme, "Köln", actor=system).key == "Köln"
    feed(acme, run("r1", tags={DECOMPOSED: "yes"}), run("r2", tags="Köln=yes"))
    for spelling in ("Köln", DECOMPOSED):
        query = {**APRIL, "bucket": "none", "group_by": f"tag:{spelling}"}
        body = api("/v1/billing/usage/summary", secret, **query).json()
        assert [each["total_cost_usd"] for each in body["buckets"][0]["groups"]] == ["2.00"]
    both = [f"tag:{spelling}" for spelling in ("Köln", DECOMPOSED)]
    assert api("/v1/billing/usage/summary", secret, group_by=both).status_code == 400
    assert unregister_tag(acme, DECOMPOSED, actor=system)
    assert registered_tags(acme) == []


def test_a_run_in_two_spellings_is_one(acme, feed, run):
    fed = feed(acme, run("Köln"), run(DECOMPOSED))
    assert (fed.report.inserted, fed.report.repeated) == (1, 1)
    assert Run.objects.get().run_id == "Köln"


def test_ids_that_no_url_carries_or_a_spreadsheet_shortened_are_refused(acme, feed, run):
    fed = feed(acme, *map(run, ["team/run15", "..", "rün?15#x", "a b", "%2F", "2.02611E+17", "2.02611E+17"]))
    assert [each.line for each in fed.refusals] == [2, 6, 7]
    assert sorted(Run.objects.values_list("run_id", flat=True)) == ["%2F", "a b", "rün?15#x", "team/run15"]


def test_a_run_that_starts_in_the_future_is_refused(acme, feed, run):
    now = timezone.now()
    ahead = {"soon": now + timedelta(minutes=4), "run17": now + timedelta(minutes=6)}
    fed = feed(acme, *(run(run_id, started_at=start) for run_id, start in ahead.items()))
    assert [(each.run_id, "in the future" in each.reason) for each in fed.refusals] == [("run17", True)]


def test_a_negative_cost_and_a_void_are_refused_naming_what_to_do(acme, feed, run):
    fed = feed(acme, run("n1", total_cost_usd="-5.00", tags="county=adams"), run("v1", cost_status="void"))
    assert "Record a refund with manage.py credit_run" in fed.refusals[0].reason
    assert "manage.py void_runs" in fed.refusals[1].reason
    assert not Run.objects.exists()
