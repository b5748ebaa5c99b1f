"""GET /v1/billing/usage/summary: the decision, the sums, the record; the snapshot where the period stands in."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from billing_access.billing.models import Account
from billing_access.billing.reports.summary_query import MAX_GROUPS

pytestmark = pytest.mark.django_db
DAY = {"from": "2026-03-08T00:00:00Z", "to": "2026-03-09T00:00:00Z"}


@pytest.fixture
def summary(acme, make_key, api, opt_in):
    """Return a function that reads a summary of Acme."""
    opt_in(acme)
    secret = make_key(acme, "billing.usage:read").secret
    return lambda **parameters: api("/v1/billing/usage/summary", secret, **parameters)


@pytest.fixture
def fed(acme, feed, run, system):
    """Runs of March 2026: two counties as a registered tag, one run without it, one unpriced, one that accrues."""
    from billing_access.billing.operators import register_tag

    register_tag(acme, "county", actor=system)
    feed(
        acme,
        run(
            "a",
            started_at="2026-03-08T04:59:59.999999Z",
            total_cost_usd="0.1",
            tags="county=adams",
            llm_tokens_in="3",
            llm_tokens_cached="2",
        ),
        run("b", started_at="2026-03-08T05:00:00Z", total_cost_usd="0.2", tags="county=adams", llm_tokens_out="4"),
        run("c", started_at="2026-03-09T03:59:59Z", total_cost_usd="0.0000000001", tags="county=boone"),
        run("d", started_at="2026-03-09T04:00:00Z", total_cost_usd="7", run_type="task_v2"),
        run("e", started_at="2026-03-20T00:07:00Z", total_cost_usd="", tags="county=boone", status="failed"),
        run("f", started_at="2026-03-21T00:00:00Z", total_cost_usd="1", cost_status="accruing"),
    )


def sums(group):
    return group["total_cost_usd"], group["run_count"], group["unpriced_run_count"]


def test_the_fields_of_the_contract(summary, fed):
    body = summary(**DAY).json()
    assert list(body) == ["from", "to", "bucket", "timezone", "group_by", "usage_through", "as_of", "totals", "buckets"]
    assert (body["bucket"], body["timezone"], body["group_by"]) == ("day", "UTC", [])
    assert list(body["totals"]) == [
        "total_cost_usd",
        "run_count",
        "unpriced_run_count",
        "llm_tokens_in",
        "llm_tokens_out",
        "llm_tokens_cached",
    ]
    (bucket,) = body["buckets"]
    assert bucket == {
        "start": DAY["from"], "end": DAY["to"], "is_final": False,
        "groups": [{"key": {}, "is_other": False, "total_cost_usd": "0.30", "run_count": 2, "unpriced_run_count": 0,
                    "llm_tokens_in": 3, "llm_tokens_out": 4, "llm_tokens_cached": 2}],
    }  # fmt: skip


def test_days_of_a_zone_with_23_hours(summary, fed):
    body = summary(**{"from": "2026-03-08T00:00:00-05:00", "to": "2026-03-10T00:00:00-04:00"},
                   timezone="America/New_York").json()  # fmt: skip
    assert [(each["start"], each["end"]) for each in body["buckets"]] == [
        ("2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z"),
        ("2026-03-09T04:00:00Z", "2026-03-10T04:00:00Z"),
    ]
    assert [sums(each["groups"][0]) for each in body["buckets"]] == [("0.2000000001", 2, 0), ("7.00", 1, 0)]
    assert sums(body["totals"]) == ("7.2000000001", 3, 0)


def test_empty_buckets_are_present_and_edges_clipped(summary, fed):
    body = summary(**{"from": "2026-03-08T04:59:59.999999Z", "to": "2026-03-08T07:00:00Z"}, bucket="hour").json()
    assert [(each["start"][11:], sums(each["groups"][0])) for each in body["buckets"]] == [
        ("04:59:59.999999Z", ("0.10", 1, 0)),
        ("05:00:00Z", ("0.20", 1, 0)),
        ("06:00:00Z", ("0.00", 0, 0)),
    ]


def test_by_tag_dearest_first_and_null_without_it(summary, fed, march):
    body = summary(**march, bucket="month", group_by="tag:county").json()
    groups = body["buckets"][0]["groups"]
    assert [(each["key"], *sums(each)) for each in groups] == [
        ({"tag:county": None}, "8.00", 2, 0),
        ({"tag:county": "adams"}, "0.30", 2, 0),
        ({"tag:county": "boone"}, "0.0000000001", 2, 1),
    ]
    assert sum(Decimal(each["total_cost_usd"]) for each in groups) == Decimal(body["totals"]["total_cost_usd"])


def test_grouped_buckets_without_runs_have_no_groups(summary, fed, march):
    buckets = summary(**march, group_by="tag:county").json()["buckets"]
    assert len(buckets) == 31
    assert [len(each["groups"]) for each in buckets if each["groups"]] == [1, 2, 1, 1]


def test_two_groupings_and_columns_come_from_the_runs(summary, fed, march):
    body = summary(**march, bucket="none", group_by=["run_type", "tag:county"]).json()
    assert [each["key"] for each in body["buckets"][0]["groups"]] == [
        {"run_type": "task_v2", "tag:county": None},
        {"run_type": "workflow_run", "tag:county": None},
        {"run_type": "workflow_run", "tag:county": "adams"},
        {"run_type": "workflow_run", "tag:county": "boone"},
    ]
    by_status = summary(**march, bucket="none", group_by="status").json()["buckets"][0]["groups"]
    assert {each["key"]["status"]: each["run_count"] for each in by_status} == {"completed": 5, "failed": 1}


def test_is_final_needs_the_feeds_word_and_no_accruing_run(summary, fed, acme, march):
    assert not any(each["is_final"] for each in summary(**march).json()["buckets"])
    Account.objects.filter(organization=acme).update(usage_through=datetime(2026, 3, 22, 12, tzinfo=UTC))
    final = [each["is_final"] for each in summary(**march).json()["buckets"]]
    assert final == [True] * 20 + [False] * 11
    assert summary(**march | {"to": "2026-03-21T00:00:00Z"}, bucket="none").json()["buckets"][0]["is_final"] is True
    assert summary(**march | {"to": "2026-03-22T12:00:00Z"}, bucket="none").json()["buckets"][0]["is_final"] is False
    assert summary(**{"from": "2026-03-22T00:00:00Z", "to": "2026-03-22T12:00:00Z"}).json()["buckets"][0]["is_final"]


def test_never_fed_is_null_and_never_zero(summary, acme, march):
    body = summary(**march, bucket="none").json()
    assert sums(body["totals"]) == (None, 0, 0)
    assert sums(body["buckets"][0]["groups"][0]) == (None, 0, 0)


def test_a_hundred_groups_the_same_in_each_bucket_and_the_rest_in_one(summary, acme, feed, run, system):
    from billing_access.billing.operators import register_tag

    register_tag(acme, "job", actor=system)
    start = datetime(2026, 3, 1, tzinfo=UTC)
    feed(acme, *(run(f"r{n}-{day}", started_at=(start + timedelta(days=day)).isoformat(), tags=f"job=j{n:03}",
                     total_cost_usd=str(n if day else 200 - n)) for n in range(130) for day in range(2)))  # fmt: skip
    feed(acme, run("dear", started_at=start.isoformat(), tags="job=j129", total_cost_usd="1000"))
    whole = {"from": "2026-03-01T00:00:00Z", "to": "2026-03-03T00:00:00Z", "group_by": "tag:job"}
    body = summary(**whole).json()
    for bucket in body["buckets"]:
        assert len(bucket["groups"]) == MAX_GROUPS
        assert [each["is_other"] for each in bucket["groups"]] == [False] * (MAX_GROUPS - 1) + [True]
        assert bucket["groups"][-1]["key"] == {}
    shown = [{each["key"].get("tag:job") for each in bucket["groups"]} for bucket in body["buckets"]]
    assert shown[0] == shown[1]
    assert "j129" in shown[0]
    for name in ("total_cost_usd", "run_count", "llm_tokens_in"):
        total = sum(Decimal(each[name]) for bucket in body["buckets"] for each in bucket["groups"])
        assert total == Decimal(body["totals"][name])
    assert body["totals"]["run_count"] == 261
    assert len(summary(**whole, bucket="none").json()["buckets"][0]["groups"]) == 130


@pytest.mark.parametrize("group_by", ["tag:job", ["tag:job", "run_type"]], ids=["one", "two"])
@pytest.mark.parametrize(("values", "others"), [(MAX_GROUPS, 0), (MAX_GROUPS + 1, 2)])
@pytest.mark.parametrize("bucket", ["day", "month"])
def test_a_hundred_values_are_all_shown_and_one_more_makes_a_rest(
    summary, acme, feed, run, system, bucket, values, others, group_by
):
    from billing_access.billing.operators import register_tag

    register_tag(acme, "job", actor=system)
    # The cheapest value is no tag; the dearest one looks like figures.
    tags = ["", *(f"job=j{n:03}" for n in range(values - 2)), "job=0 1 2 3 4 5 6"]
    feed(acme, *(run(f"r{n}-{day}", started_at=f"2026-03-0{day}T12:00:00Z", tags=each, total_cost_usd=f"0.{n + 1:010}")
                 for n, each in enumerate(tags) for day in (1, 2)))  # fmt: skip
    body = summary(
        **{"from": "2026-03-01T00:00:00Z", "to": "2026-03-03T00:00:00Z"}, bucket=bucket, group_by=group_by
    ).json()
    times = 1 if bucket == "day" else 2
    assert len(body["buckets"]) == (2 if bucket == "day" else 1)
    for each in body["buckets"]:
        *shown, last = each["groups"]
        assert shown[0]["key"]["tag:job"] == "0 1 2 3 4 5 6"
        assert [group["key"]["tag:job"] for group in shown[1:3]] == [f"j{values - 3:03}", f"j{values - 4:03}"]
        assert (len(each["groups"]), last["is_other"]) == (MAX_GROUPS, bool(others))
        if others:
            assert (last["run_count"], last["total_cost_usd"]) == (2 * times, f"0.{3 * times:010}")
        else:
            assert (last["run_count"], last["key"]["tag:job"]) == (times, None)
    assert Decimal(body["totals"]["total_cost_usd"]) == Decimal(values * (values + 1)).scaleb(-10)


TOO_MANY = {
    "runs by one key": ("summary_query.MAX_RUNS", {"group_by": "run_type"}, 6),
    "runs by two keys": ("summary_query.MAX_RUNS_BY_TWO", {"group_by": ["status", "tag:county"]}, 6),
    "runs of a cut quarter hour": ("summary_query.MAX_RUNS", {"to": "2026-03-20T00:07:30Z"}, 1),
    "values by UTC day": ("summary_sql.MAX_DAY_ROLLUPS", {"group_by": "tag:county"}, 5),
    "values by hour": ("summary_sql.MAX_QUARTER_HOUR_ROLLUPS",
                       {"group_by": "tag:county", "bucket": "hour", "to": "2026-03-21T00:00:00Z"}, 5),
    "values of days of another zone": ("summary_sql.MAX_DAY_ROLLUPS",
                                       {"group_by": "tag:county", "timezone": "America/New_York"}, 5),
}  # fmt: skip


@pytest.mark.parametrize("case", TOO_MANY)
def test_more_than_a_summary_adds_up_is_refused(summary, fed, acme, march, monkeypatch, case):
    limit, query, least = TOO_MANY[case]
    name = f"billing_access.billing.reports.{limit}"
    sent = {**march, **query}
    monkeypatch.setattr(name, least)
    totals = summary(**sent).json()["totals"]
    monkeypatch.setattr(name, least - 1)
    answer = summary(**sent)
    assert (answer.status_code, answer.json()["code"]) == (400, "range_too_wide")
    assert [each["parameter"] for each in answer.json()["errors"]] == ["from"]
    assert totals["run_count"] > 0


def test_with_many_buckets_each_has_fewer_groups_and_the_same_totals(summary, fed, march, monkeypatch):
    whole = summary(**march, group_by="tag:county").json()
    monkeypatch.setattr("billing_access.billing.reports.summary_query.MAX_CELLS", 62)
    cut = summary(**march, group_by="tag:county").json()
    assert max(len(each["groups"]) for each in whole["buckets"]) == 2
    assert cut["totals"] == whole["totals"]
    monkeypatch.setattr("billing_access.billing.reports.summary_query.MAX_CELLS", 31)
    cut = summary(**march, group_by="tag:county").json()
    assert {len(each["groups"]) for each in cut["buckets"]} == {0, 1}
    assert {each["is_other"] for bucket in cut["buckets"] for each in bucket["groups"]} == {True}
    assert cut["totals"] == whole["totals"]


WRONG = {
    "unknown bucket": ({"bucket": "year"}, "bucket", "Accepted: hour, day, week, month, none."),
    "unknown zone": ({"timezone": "america/new_york"}, "timezone", "Did you mean America/New_York"),
    "no zone": ({"timezone": "+02:00"}, "timezone", "IANA"),
    "a path": ({"timezone": "../../etc/passwd"}, "timezone", "IANA"),
    "an unregistered tag": ({"group_by": "tag:town"}, "group_by", "Registered: tag:county."),
    "not a grouping": ({"group_by": "county"}, "group_by", "tag:KEY"),
    "an empty tag": ({"group_by": "tag:"}, "group_by", "tag:KEY"),
    "a NUL": ({"group_by": "tag:\x00"}, "group_by", "tag:KEY"),
    "three": ({"group_by": ["run_type", "status", "tag:county"]}, "group_by", "2 times at most"),
    "twice": ({"group_by": ["status", "status"]}, "group_by", "twice"),
    "a filter of another route": ({"tag": "county:adams"}, "tag", "Unknown parameter"),
    "the end first": ({"from": "2026-04-01T00:00:00Z", "to": "2026-03-01T00:00:00Z"}, "from", "before"),
    "outside the period": ({"to": "2020-01-01T00:00:00Z"}, "to", "Send `from` too"),
}


def test_bad_parameters_are_named(summary, fed, cells):
    for name in WRONG:
        with cells(name):
            parameters, at_fault, words = WRONG[name]
            answer = summary(**parameters)
            assert (answer.status_code, answer.json()["code"]) == (400, "invalid_parameter")
            (fault,) = answer.json()["errors"]
            assert fault["parameter"] == at_fault
            assert words in fault["detail"]
    assert cells.count == len(WRONG)


YEAR = {"from": "2025-03-01T00:00:00Z"}
WIDTHS = {
    "366 days by a tag": ({"to": "2026-03-02T00:00:00Z", "group_by": "tag:county"}, 200),
    "and a moment": ({"to": "2026-03-02T00:00:00.000001Z", "group_by": "tag:county"}, 400),
    "31 days by type": ({"to": "2025-04-01T00:00:00Z", "group_by": "run_type"}, 200),
    "and a moment by type": ({"to": "2025-04-01T00:00:00.000001Z", "group_by": "run_type"}, 400),
    "and a moment by status": ({"to": "2025-04-01T00:00:00.000001Z", "group_by": "status"}, 400),
    "and a moment by two tags": ({"to": "2025-04-01T00:00:00.000001Z", "group_by": ["tag:county", "tag:x"]}, 400),
    "366 days by day": ({"to": "2026-03-02T00:00:00Z"}, 200),
    "and a moment by day": ({"to": "2026-03-02T00:00:00.000001Z"}, 400),
    "and a moment by week": ({"to": "2026-03-02T00:00:00.000001Z", "bucket": "week"}, 400),
    "and a moment by month and tag": (
        {"to": "2026-03-02T00:00:00.000001Z", "bucket": "month", "group_by": "tag:county"}, 400),
    "and a moment as one by tag": (
        {"to": "2026-03-02T00:00:00.000001Z", "bucket": "none", "group_by": "tag:county"}, 400),
    "ten years by month": ({"from": "2015-03-01T00:00:00Z", "to": "2025-03-01T00:00:00Z", "bucket": "month"}, 200),
    "ten years as one": ({"from": "2015-03-01T00:00:00Z", "to": "2025-03-01T00:00:00Z", "bucket": "none"}, 200),
    "3,653 days and a moment by month": (
        {"from": "2015-03-01T00:00:00Z", "to": "2025-03-01T00:00:00.000001Z", "bucket": "month"}, 400),
    "3,653 days and a moment as one": (
        {"from": "2015-03-01T00:00:00Z", "to": "2025-03-01T00:00:00.000001Z", "bucket": "none"}, 400),
    "a month by month and type": (
        {"to": "2025-04-01T00:00:00.000001Z", "bucket": "month", "group_by": "run_type"}, 400),
    "1,000 hours": ({"to": "2025-04-11T16:00:00Z", "bucket": "hour"}, 200),
    "1,001 hours": ({"to": "2025-04-11T16:00:00.000001Z", "bucket": "hour"}, 400),
    "the first year": ({"from": "0001-01-01T00:00:00Z", "to": "0001-01-02T00:00:00Z",
                        "timezone": "America/New_York"}, 400),
    "the last year": ({"from": "9999-12-31T00:00:00Z", "to": "9999-12-31T23:00:00Z", "timezone": "Asia/Tokyo"}, 400),
}  # fmt: skip


def test_how_wide_a_range_may_be(summary, fed, cells):
    for name in WIDTHS:
        with cells(name):
            parameters, status = WIDTHS[name]
            answer = summary(**YEAR | parameters)
            assert answer.status_code == status
            if status == 400:
                assert answer.json()["code"] == "range_too_wide"
                assert answer.json()["errors"][0]["parameter"] == "from"
    assert cells.count == len(WIDTHS)


LIMITS = {
    "A summary covers at most 3,653 days (ten years).": {"bucket": "none"},
    "A summary covers at most 366 days by week, and 3,653 by month or with bucket=none.": {"bucket": "week"},
    "A summary covers at most 366 days when grouped by a tag.": {"bucket": "month", "group_by": "tag:county"},
    "A summary covers at most 31 days when grouped by run_type, status or two keys.": {"group_by": "status"},
    "The range has more than 1,000 buckets of one hour.": {"to": "2000-03-01T00:00:00Z", "bucket": "hour"},
}


def test_the_refusal_names_the_limit(summary, fed, cells):
    for detail in LIMITS:
        with cells(detail):
            wide = {"from": "2000-01-01T00:00:00Z", "to": "2020-01-01T00:00:00Z"}
            assert summary(**wide | LIMITS[detail]).json()["errors"][0]["detail"] == detail
    assert cells.count == len(LIMITS)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Kathmandu"])
def test_ten_years_by_month_add_up(summary, acme, feed, run, zone):
    starts = [f"{2016 + n // 12}-{n % 12 + 1:02}-0{1 + n % 2}T0{n % 9}:07:00Z" for n in range(118)]
    feed(acme, *(run(f"r{n}", started_at=start, total_cost_usd=f"{n}.0000000001") for n, start in enumerate(starts)))
    ten = {"from": "2016-01-01T00:00:00Z", "to": "2026-01-01T00:00:00Z", "timezone": zone}
    body, whole = summary(**ten, bucket="month").json(), summary(**ten, bucket="none").json()
    assert body["totals"] == whole["totals"]
    assert (body["totals"]["run_count"], body["totals"]["total_cost_usd"]) == (118, "6903.0000000118")
    costs = [Decimal(bucket["groups"][0]["total_cost_usd"]) for bucket in body["buckets"]]
    assert sum(costs) == Decimal(body["totals"]["total_cost_usd"])
    assert len(costs) == (120 if zone == "UTC" else 121)
    local = [datetime.fromisoformat(start).astimezone(ZoneInfo(zone)) for start in starts]
    months = Counter((time.year, time.month) for time in local)
    shown = {
        (at.year, at.month): bucket["groups"][0]["run_count"]
        for bucket in body["buckets"]
        if (at := datetime.fromisoformat(bucket["start"]).astimezone(ZoneInfo(zone)))
    }
    assert {month: count for month, count in shown.items() if count} == dict(months)


def test_a_year_of_a_zone_may_be_an_hour_longer(summary, fed):
    sydney = {"timezone": "Australia/Sydney", "bucket": "month"}
    assert (
        summary(**{"from": "2025-10-10T00:00:00+11:00", "to": "2026-10-11T00:00:00+11:00"}, **sydney).status_code == 200
    )
    longer = {"from": "2025-04-10T00:00:00+11:00", "to": "2026-04-11T00:00:00+10:00"}
    assert summary(**longer, **sydney).status_code in {200, 400}


def test_query_counts(summary, fed, counting, march):
    with counting() as counted:
        assert summary(**march, group_by="tag:county").status_code == 200
    assert (counted.reads, counted.records) == (2, 1)
    with counting() as counted:
        tag = summary().headers["ETag"]
    assert (counted.reads, counted.records) == (3, 1)
    assert tag.startswith('W/"')


def test_a_304_runs_no_usage_query_and_is_recorded(acme, fed, make_key, api, opt_in, counting, march):
    from billing_audit.models import AuditEvent

    opt_in(acme)
    secret = make_key(acme, "billing.usage:read").secret
    asked = {**march, "group_by": "tag:county"}
    first = api("/v1/billing/usage/summary", secret, **asked)
    full = AuditEvent.objects.latest("id")
    assert full.details["rows"] == 5
    with counting() as counted:
        again = api("/v1/billing/usage/summary", secret, headers={"if-none-match": first.headers["ETag"]}, **asked)
    assert (again.status_code, again.content) == (304, b"")
    assert (counted.reads, counted.records) == (2, 1)
    assert AuditEvent.objects.latest("id").details == full.details | {"rows": 0, "not_modified": True}
    Account.objects.filter(organization=acme).update(revision=99)
    assert (
        api("/v1/billing/usage/summary", secret, headers={"if-none-match": first.headers["ETag"]}, **asked).status_code
        == 200
    )


def test_anothers_runs_are_not_in_it(summary, other, feed, run, march):
    feed(other, run("theirs", started_at="2026-03-08T00:00:00Z"))
    assert summary(**march, bucket="none").json()["totals"]["run_count"] == 0


def test_sums_of_tokens_beyond_64_bits(summary, acme, feed, run, make_key, api):
    now = datetime.now(UTC).isoformat()
    feed(acme, *(run(f"r{n}", started_at=now, llm_tokens_in=str(2**63 - 1), tags="é=ü") for n in range(3)))
    assert summary().json()["totals"]["llm_tokens_in"] == 3 * (2**63 - 1)
    state = api("/v1/billing/state", make_key(acme).secret)
    assert state.json()["period_llm_tokens_in"] == 3 * (2**63 - 1)
    assert b" " not in state.content


def test_a_tag_that_is_being_filled_in_is_not_read_before_it_is_whole(summary, acme, feed, run, march, system):
    from billing_access.billing.operators import backfill_tag, register_tag
    from billing_access.billing.tags.backfill import backfill_step

    feed(acme, *(run(f"r{n}", started_at=f"2026-03-0{n}T12:00:00Z", tags=f"job=j{n % 2}") for n in range(1, 7)))
    tag = register_tag(acme, "job", actor=system)
    while True:
        refused = summary(**march, group_by="tag:job")
        assert (refused.status_code, refused.json()["errors"][0]["parameter"]) == (400, "group_by")
        assert "The tag job is still being backfilled" in refused.json()["errors"][0]["detail"]
        assert (
            "job" not in summary(**march, group_by="tag:nothing").json()["errors"][0]["detail"].split("Registered:")[1]
        )
        if tag.filled_through is not None:
            break
        backfill_step(tag.pk, runs_per_step=2)
        tag.refresh_from_db()
    backfill_tag(tag.pk)
    body = summary(**march, bucket="none", group_by="tag:job").json()
    assert {each["key"]["tag:job"]: each["run_count"] for each in body["buckets"][0]["groups"]} == {"j0": 3, "j1": 3}
