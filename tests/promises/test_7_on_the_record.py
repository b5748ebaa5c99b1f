"""Promise 7: every change and its event commit together or not at all; every billing read leaves a record."""

import threading
import time
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from billing_access.access import services
from billing_access.access.models import ApiKey, OptIn
from billing_access.billing.models import Run
from billing_audit.models import AuditEvent, AuditRepeat
from orgs import actors
from orgs.models import Membership
from orgs.roles import Role
from orgs.services.members import add_member, change_role, remove_member
from tests.database_roles import make_roles

SYSTEM = actors.command("tests")


def close_the_record() -> None:
    """Revoke the site's right to write events. The rollback of the test restores it."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        for procedure in ("billing_audit_record", "billing_audit_record_denial", "billing_audit_record_hourly"):
            cursor.execute(f"REVOKE EXECUTE ON PROCEDURE {procedure} FROM billing_access_app")
        cursor.execute("SET ROLE billing_access_app")


CHANGES = {
    "opt-in": lambda s: services.turn_on_billing_reads(s["acme"], actor=SYSTEM),
    "key issued": lambda s: services.issue_key(s["acme"], actor=SYSTEM, name="x", scopes=["runs:read"]),
    "scopes changed": lambda s: services.change_scopes(s["key"], actor=SYSTEM, scopes=["runs:read"]),
    "key revoked": lambda s: services.revoke_key(s["key"], actor=SYSTEM),
    "suspended": lambda s: services.suspend_billing_reads(s["acme"], actor=SYSTEM, reason="x"),
    "member added": lambda s: add_member(s["acme"], user=s["charlie"], role=Role.BILLING, actor=SYSTEM),
    "role changed": lambda s: change_role(s["bob"], role=Role.ADMIN, actor=SYSTEM),
    "member removed": lambda s: remove_member(s["bob"], actor=SYSTEM),
}


@pytest.fixture
def scene(acme, bob, charlie, make_key):
    """The objects that CHANGES change."""
    membership = Membership.objects.select_related("organization").get(user=bob)
    return {"acme": acme, "bob": membership, "charlie": charlie, "key": make_key(acme).key}


@pytest.mark.django_db
@pytest.mark.parametrize("name", CHANGES)
def test_a_change_and_its_event_come_together(scene, name):
    before = AuditEvent.objects.count()
    CHANGES[name](scene)
    events = AuditEvent.objects.all()[: AuditEvent.objects.count() - before]
    assert len(events) == 1
    assert (events[0].organization_id, events[0].actor_kind) == (scene["acme"].public_id, "system")


@pytest.mark.django_db
@pytest.mark.parametrize("name", CHANGES)
def test_a_change_that_cannot_be_recorded_is_not_made(scene, name):
    before = _rows()
    close_the_record()
    with pytest.raises(DatabaseError), transaction.atomic():
        CHANGES[name](scene)
    assert _rows() == before


@pytest.mark.django_db(transaction=True)
def test_a_change_and_its_event_are_committed_together_however_often(acme, make_key, as_role):
    """Repeated often enough for psycopg to prepare the record's statement."""
    key = make_key(acme).key
    events = AuditEvent.objects.filter(action="api_key.scopes_changed")
    try:
        for number in range(1, 16):
            key = services.change_scopes(key, actor=SYSTEM, scopes=["runs:read", "audit:read"][: number % 2 + 1])
            assert events.count() == number
        close_the_record()
        with pytest.raises(DatabaseError):
            services.change_scopes(key, actor=SYSTEM, scopes=["runs:read"])
        assert ApiKey.objects.get(pk=key.pk).scopes == key.scopes
    finally:
        with as_role("owner"):
            make_roles()
    assert events.count() == number
    services.change_scopes(key, actor=SYSTEM, scopes=["runs:read"])
    assert events.count() == number + 1


@pytest.mark.django_db
@pytest.mark.parametrize("name", CHANGES)
def test_a_change_rolled_back_leaves_no_event(scene, name):
    before, events = _rows(), AuditEvent.objects.count()
    with transaction.atomic():
        CHANGES[name](scene)
        transaction.set_rollback(True)
    assert (_rows(), AuditEvent.objects.count()) == (before, events)


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in CHANGES if name != "key issued"])
def test_a_change_made_twice_is_recorded_once(scene, name):
    CHANGES[name](scene)
    before = AuditEvent.objects.count()
    CHANGES[name](scene)
    assert AuditEvent.objects.count() == before


@pytest.mark.django_db
def test_a_read_that_cannot_be_recorded_is_not_served_and_not_called_unchanged(
    acme, make_key, api, opt_in, billing_reads
):
    opt_in(acme)
    secret = make_key(acme).secret
    kept = {path: api(path, secret).headers["ETag"] for path in billing_reads}
    close_the_record()
    for path in (*billing_reads, "/v1/runs/wr_1"):
        for headers in ({}, {"if-none-match": kept.get(path, "*")}):
            answer = api(path, secret, headers=headers)
            assert (answer.status_code, answer.json()["code"]) == (503, "unavailable"), path
            assert set(answer.json()) <= {"type", "title", "status", "detail", "code", "request_id"}


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["overview/", "audit-log/", "audit-log/export.csv"])
def test_a_look_that_cannot_be_recorded_shows_nothing(acme, alice, sign_in, page):
    client = sign_in(alice)
    client.raise_request_exception = False
    assert client.get(f"/o/acme/{page}").status_code == 200
    close_the_record()
    with transaction.atomic():
        answer = client.get(f"/o/acme/{page}")
        transaction.set_rollback(True)
    assert answer.status_code == 503
    assert "Acme" not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["settings/tags/", "settings/low-balance/", "settings/", "members/invite/"])
def test_a_form_that_cannot_be_recorded_changes_nothing_and_says_so(acme, alice, sign_in, page):
    client = sign_in(alice)
    client.raise_request_exception = False
    close_the_record()
    form = {
        "key": "county",
        "threshold": "500",
        "time_zone": "Asia/Tokyo",
        "email": "new@example.com",
        "role": "member",
    }
    with transaction.atomic():
        answer = client.post(f"/o/acme/{page}", form)
        transaction.set_rollback(True)
    assert answer.status_code == 503
    assert "Nothing was changed and no data was shown" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("scopes", "path"),
    [
        (["runs:read"], "/v1/billing/state"),
        (["billing.state:read"], "/v1/billing/state"),
        (["runs:read"], "/v1/runs/wr_none"),
        (["billing.usage:read"], "/v1/billing/usage?limit=0"),
    ],
)
def test_a_refusal_that_cannot_be_recorded_tells_nothing(acme, make_key, api, path, scopes):
    secret = make_key(acme, *scopes).secret
    close_the_record()
    answer = api(path, secret)
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")


@pytest.mark.django_db
def test_an_allowed_read_records_who_what_range_and_rows(acme, make_key, api, opt_in):
    opt_in(acme)
    issued = make_key(acme)
    answer = api("/v1/billing/usage", issued.secret, **{"from": "2026-03-01T00:00:00Z", "to": "2026-04-01T00:00:00Z"})
    event = AuditEvent.objects.get(action="billing.usage.read")
    assert answer.status_code == 200
    assert (event.outcome, event.actor_kind, event.actor_id) == ("allowed", "api_key", str(issued.key.pk))
    assert event.organization_id == acme.public_id
    assert event.request_id == answer.headers["X-Request-ID"]
    assert event.details["from"] == "2026-03-01T00:00:00Z"
    assert event.details["to"] == "2026-04-01T00:00:00Z"
    assert event.details["rows"] == 0


@pytest.mark.django_db
def test_every_filter_of_a_read_is_on_the_record(acme, make_key, api, opt_in):
    opt_in(acme)
    secret = make_key(acme).secret
    filters = {"tag": "county:adams", "status": "failed", "run_type": "task_v2", "limit": "7"}
    assert api("/v1/billing/usage", secret, **filters).status_code == 200
    said = AuditEvent.objects.get(action="billing.usage.read").details
    assert (said["tags"], said["status"], said["run_type"], said["limit"]) == (["county:adams"], "failed", "task_v2", 7)
    asked = {"bucket": "hour", "timezone": "Asia/Kathmandu", "group_by": "run_type"}
    asked |= {"from": "2026-03-01T00:00:00Z", "to": "2026-03-02T00:00:00Z"}
    assert api("/v1/billing/usage/summary", secret, **asked).status_code == 200
    said = AuditEvent.objects.filter(action="billing.usage.read").latest("id").details
    assert {name: said[name] for name in asked} == {**asked, "group_by": ["run_type"]}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("scopes", "path", "code"),
    [
        (["runs:read"], "/v1/billing/state", "insufficient_scope"),
        (["billing.state:read"], "/v1/billing/state", "org_opt_in_required"),
        (["billing.usage:read"], "/v1/billing/usage", "org_opt_in_required"),
        (["billing.usage:read"], "/v1/billing/usage/summary", "org_opt_in_required"),
        (["billing.usage:read"], "/v1/billing/estimate?runs=1", "insufficient_scope"),
        (["billing.state:read", "billing.usage:read"], "/v1/billing/estimate?runs=1", "org_opt_in_required"),
        (["billing.usage:read"], "/v1/billing/entries", "insufficient_scope"),
        (["billing.state:read"], "/v1/billing/entries", "org_opt_in_required"),
        (["billing.state:read"], "/v1/runs/wr_1", "insufficient_scope"),
        (["runs:read"], "/v1/runs/wr_1", "not_found"),
    ],
)
def test_a_denied_read_records_why_not(acme, make_key, api, scopes, path, code):
    issued = make_key(acme, *scopes)
    answer = api(path, issued.secret)
    event = AuditEvent.objects.get(actor_kind="api_key")
    assert (event.outcome, event.reason_code) == ("denied", code)
    assert answer.json()["code"] == code
    assert event.request_id == answer.json()["request_id"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "recorded"),
    [
        ("wr_1", "wr_1"),
        ("a/b", "a/b"),
        ("%00x", "\ufffdx"),
        ("x" * 5000, "x" * 100),
        ('%22}},"rows":9', '"}},"rows":9'),
    ],
)
@pytest.mark.parametrize(("scopes", "code"), [([], "insufficient_scope"), (["runs:read"], "not_found")])
def test_a_denied_read_of_a_run_records_which_one(acme, make_key, api, scopes, code, asked, recorded):
    answer = api(f"/v1/runs/{asked}", make_key(acme, *scopes or ["billing.state:read"]).secret)
    assert answer.json()["code"] == code
    event = AuditEvent.objects.get(action="run.read")
    assert (event.outcome, event.reason_code, event.details["run_id"]) == ("denied", code, recorded)
    assert '"run_id"' not in event.body


@pytest.mark.django_db
def test_other_ids_do_not_make_more_events(acme, make_key, api):
    """The ids of the first ten refusals in a minute are on the record; the others are counted."""
    secret = make_key(acme, "billing.state:read").secret
    for number in range(25):
        api(f"/v1/runs/wr_{number}", secret)
    events = AuditEvent.objects.filter(action="run.read").order_by("id")
    minutes = AuditRepeat.objects.filter(first_event_id__in=events.values("pk")).values_list("count", flat=True)
    assert sum(minutes) == 25
    assert len(events) == sum(min(count, 10) for count in minutes)
    assert [event.details["run_id"] for event in events][:10] == [f"wr_{number}" for number in range(10)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("scopes", "code"),
    [(["runs:read"], "insufficient_scope"), (["runs:read", "billing.usage:read"], "org_opt_in_required")],
)
def test_a_cost_that_is_withheld_is_recorded_as_withheld(acme, make_key, api, opt_in, scopes, code):
    _make_run(acme)
    secret = make_key(acme, *scopes).secret
    answer = api("/v1/runs/wr_1", secret)
    assert (answer.status_code, answer.headers["X-Cost-Withheld"]) == (200, code)
    assert not {"total_cost_usd", "cost_status", "llm_tokens_in", "llm_tokens_out"} & set(answer.json())
    event = AuditEvent.objects.get(action="run.read")
    assert (event.outcome, event.details["run_id"], event.details["cost_withheld"]) == ("allowed", "wr_1", code)
    opt_in(acme)
    assert ("total_cost_usd" in api("/v1/runs/wr_1", secret).json()) == (code == "org_opt_in_required")
    recorded = AuditEvent.objects.filter(action="run.read").latest("id").details.get("cost_withheld")
    assert recorded == (None if code == "org_opt_in_required" else code)


@pytest.mark.django_db(transaction=True)
def test_a_right_taken_away_under_load_ends_every_read_and_change_at_once(acme, make_key, opt_in, as_role, configure):
    """The right to record is revoked while readers and an admin are active: every successful answer has its event."""
    configure(RATE_LIMITS={"state": 10_000})
    opt_in(acme)
    secrets = [make_key(acme).secret for _ in range(4)]
    answers: list[tuple[float, int, str]] = []
    changes: list[tuple[float, bool]] = []
    stop = threading.Event()

    def read(secret: str) -> None:
        client = Client(raise_request_exception=False)
        while not stop.is_set():
            begun = time.monotonic()
            answer = client.get("/v1/billing/state", headers={"x-api-key": secret})
            answers.append((begun, answer.status_code, answer.headers["X-Request-ID"]))
        connection.close()

    def change() -> None:
        while not stop.is_set():
            begun = time.monotonic()
            is_on = OptIn.objects.get(organization=acme).enabled
            try:
                (services.turn_off_billing_reads if is_on else services.turn_on_billing_reads)(acme, actor=SYSTEM)
                changes.append((begun, True))
            except DatabaseError:
                changes.append((begun, False))
            time.sleep(0.02)
        connection.close()

    threads = [threading.Thread(target=read, args=(secret,)) for secret in secrets] + [threading.Thread(target=change)]
    for thread in threads:
        thread.start()
    try:
        time.sleep(1)
        close_the_record()
        closed = time.monotonic()
        time.sleep(1)
    finally:
        stop.set()
        for thread in threads:
            thread.join()
        with as_role("owner"):
            make_roles()
    read_before = {request for begun, status, request in answers if begun < closed and status == 200}
    late = [status for begun, status, _ in answers if begun > closed]
    assert len(read_before) > 10
    assert set(late) == {503}
    assert any(done for _, done in changes)
    assert not any(done for begun, done in changes if begun > closed)
    assert [done for begun, done in changes if begun > closed]
    recorded = AuditEvent.objects.filter(action="billing.state.read", outcome="allowed")
    assert sorted(recorded.values_list("request_id", flat=True)) == sorted(read_before)
    made = AuditEvent.objects.filter(action__in=["billing_reads.enabled", "billing_reads.disabled"]).count()
    assert OptIn.objects.get(organization=acme).version == made


@pytest.mark.django_db(transaction=True)
def test_no_answer_leaves_before_its_event_stands(acme, make_key, opt_in, api, as_role, billing_reads):
    """A lock holds back the event, and so the answer, since that waits for it."""
    opt_in(acme)
    _make_run(acme)
    secret = make_key(acme).secret
    for path in (*billing_reads, "/v1/runs/wr_1", "/v1/audit-events"):
        answers: list[Any] = []
        before = AuditEvent.objects.filter(outcome="allowed").count()
        reader = threading.Thread(target=_read, args=(api, path, secret, answers))
        with as_role("owner"), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("LOCK TABLE billing_audit_event IN SHARE MODE")
            reader.start()
            _wait_for_an_insert()
            time.sleep(0.2)
            assert not answers, path
        reader.join()
        assert answers[0].status_code == 200, path
        assert AuditEvent.objects.filter(outcome="allowed").count() == before + 1


@pytest.mark.django_db(transaction=True)
def test_a_read_whose_event_fails_late_is_not_served(acme, make_key, opt_in, api, as_role, billing_reads):
    """The server ends the connection while the event is being written."""
    opt_in(acme)
    secret = make_key(acme).secret
    for path in billing_reads:
        answers: list[Any] = []
        reader = threading.Thread(target=_read, args=(api, path, secret, answers))
        with as_role("owner"), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("LOCK TABLE billing_audit_event IN SHARE MODE")
            reader.start()
            backend = _wait_for_an_insert()
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(%s)", [backend])
            reader.join()
        assert (answers[0].status_code, answers[0].json()["code"]) == (503, "unavailable"), path


def _make_run(organization) -> None:
    now = timezone.now()
    Run.objects.create(
        organization=organization, run_id="wr_1", run_type="workflow_run", status="completed", created_at=now,
        modified_at=now, started_at=now, total_cost_usd="1.5", cost_status="final", cost_updated_at=now,
        llm_tokens_in=10, llm_tokens_out=20, first_revision=1, revision=1,
    )  # fmt: skip


def _read(api, path, secret, answers):
    answers.append(api(path, secret))
    connection.close()


def _wait_for_an_insert() -> int:
    """Wait until a session waits to write an event, and return its backend."""
    # The databases of all test processes are copies, in which a table has the same number.
    waiting = (
        "SELECT pid FROM pg_locks WHERE relation = 'billing_audit_event'::regclass AND NOT granted "
        "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    ends = time.monotonic() + 30
    while time.monotonic() < ends:
        with connection.cursor() as cursor:
            cursor.execute(waiting)
            if row := cursor.fetchone():
                return int(row[0])
        time.sleep(0.01)
    raise AssertionError("nobody writes an event")


@pytest.mark.django_db
def test_a_well_formed_unknown_key_goes_to_the_platforms_own_log(acme, api):
    from billing_access.access.key_format import new_secret

    api("/v1/billing/state", new_secret())
    event = AuditEvent.objects.get(reason_code="invalid_key")
    assert (event.organization_id, event.actor_kind, event.outcome) == (None, "anonymous", "denied")


@pytest.mark.django_db
@pytest.mark.parametrize("secret", [None, "nonsense", "bak_live_" + "0" * 49])
def test_a_request_without_a_well_formed_key_writes_nothing(acme, api, secret):
    before = AuditEvent.objects.count()
    assert api("/v1/billing/state", secret).status_code == 401
    assert AuditEvent.objects.count() == before


def _rows() -> list[object]:
    return [
        list(OptIn.objects.values_list("pk", "enabled", "version")),
        list(ApiKey.objects.order_by("pk").values_list("pk", "scopes", "revoked_at")),
        list(Membership.objects.order_by("pk").values_list("pk", "role")),
    ]
