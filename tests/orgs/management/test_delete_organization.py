"""``manage.py delete_organization``: everything of a closed organization goes but its audit log and its names."""

import signal
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from io import StringIO
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from guardian.shortcuts import assign_perm

from accounts.models import User
from billing_access.access.services import issue_key, rotate_key, suspend_billing_reads, turn_on_billing_reads
from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.alerts.services import create_rule, mute_rule
from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.models import Batch, StagedRun
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.ingest.run_validation import Defaults
from billing_access.billing.models import AlertFiring, AlertMute, Run
from billing_access.billing.operators import (
    add_balance_entry,
    credit_run,
    open_account,
    reconcile_balance,
    set_unit_price,
    void_runs,
)
from billing_access.billing.tags.registered import defer_backfill, register_tag
from billing_access.webhooks.models import WebhookDelivery
from billing_audit.models import AuditEvent
from billing_audit.verification.report import Verdict
from billing_audit.verification.verify import one_moment, verify_log
from orgs import actors
from orgs.models import Membership, Mirror, Organization, Tombstone
from orgs.services import closing, invitations, members
from orgs.services.organizations import create_organization, identify_organization
from orgs.services.renaming import rename_organization
from tests.conftest import write_webhook

SYSTEM = actors.command("tests")
NOW = datetime(2026, 4, 2, tzinfo=UTC)
# The record stays, and the tombstone is what keeps the names. People stay: their rows are no organization's.
STAYS = ("billing_audit_", "billing_orgs_tombstone", "billing_accounts_user", "django_session")


def _fill(organization: Organization, owner: User, mark: str) -> None:
    """Give the organization rows in every table that has some of an organization, each with a mark to find it by."""
    open_account(organization, actor=SYSTEM, billing_tier=f"{mark}-tier")
    set_unit_price(organization, actor=SYSTEM, unit_price_usd=Decimal("0.01"))
    rename_organization(organization, slug=f"{mark}-2", actor=SYSTEM)
    turn_on_billing_reads(organization, actor=SYSTEM, reason=f"{mark} asked")
    key = issue_key(organization, actor=SYSTEM, name=f"{mark}key", scopes=["runs:read"]).key
    rotate_key(key, actor=SYSTEM, overlap_hours=24)
    suspend_billing_reads(organization, actor=SYSTEM, reason=f"{mark} owes")
    tag = register_tag(organization, "county", actor=SYSTEM)
    _feed(organization, f"{mark}run", "1", tags={"county": mark})
    _feed(organization, f"{mark}run", "2", tags={"county": mark}, correct=True)
    _feed(organization, f"{mark}run-void", "3")
    void_runs(organization, [f"{mark}run-void"], reason=f"{mark} mistake", actor=SYSTEM, dry_run=False)
    credit_run(organization, f"{mark}run", amount_usd=Decimal("0.5"), reference=f"{mark}-credit", occurred_at=NOW,
               actor=SYSTEM)  # fmt: skip
    add_balance_entry(organization, kind="top_up", amount_usd=Decimal(9), reference=f"{mark}-1", occurred_at=NOW,
                      actor=SYSTEM)  # fmt: skip
    reconcile_balance(organization, balance_usd=Decimal(1), observed_at=NOW, reference=f"{mark}-2", actor=SYSTEM)
    StagedRun.objects.create(
        batch=Batch.objects.filter(runs__organization=organization).earliest("pk"), line=1, organization=organization,
        run_id=f"{mark}run-staged",
    )  # fmt: skip
    defer_backfill(tag.pk)
    rule = create_rule(
        organization, Parameters("day_spend", Decimal(9), tag_key="county", tag_value=mark), actor=SYSTEM
    )
    AlertFiring.objects.create(rule=rule, tag_value=mark, figure=10, threshold=9)
    mute_rule(rule, True, actor=actors.as_member(owner))
    invitations.invite(organization, email=f"{mark}@example.com", role="auditor", actor=SYSTEM)
    content_type = ContentType.objects.get_for_model(Organization)
    LogEntry.objects.create(user=owner, content_type=content_type, object_id=str(organization.pk), action_flag=2,
                            object_repr=organization.name, change_message=mark)  # fmt: skip
    assign_perm("view_billing", Group.objects.get_or_create(name="Everybody")[0], organization)
    Mirror.objects.create(organization=organization)


def _feed(organization: Organization, run_id: str, cost: str, *, correct: bool = False, **fields: Any) -> None:
    row = {"run_id": run_id, "started_at": NOW.isoformat(), "total_cost_usd": cost, "cost_status": "final",
           "status": "completed", **fields}  # fmt: skip
    ingest([SourceRow(1, row)], OrganizationFinder(organization=organization), actor=SYSTEM, defaults=Defaults(),
           correct=correct)  # fmt: skip


@pytest.fixture
def zzacme(alice: User, bob: User) -> Organization:
    """An organization with rows everywhere, whose every text begins with "zzacme", closed."""
    organization = create_organization(
        name="zzacme Inc.", slug="zzacme", external_id="zzacme-ext", owner=alice, actor=SYSTEM
    )
    members.add_member(organization, user=bob, role="admin", actor=SYSTEM)
    _fill(organization, alice, "zzacme")
    closing.close_organization(organization, actor=SYSTEM, reason="zzacme left")
    # Closing removes its webhooks; rows that are there all the same go with it.
    webhook = write_webhook(organization, alice, url="https://zzacme.example.com/")
    delivery = WebhookDelivery.objects.create(id=uuid4(), endpoint=webhook, type="alert.fired", body="zzacme")
    delivery.tries.create(milliseconds=1, status=500, answer="zzacme")
    return Organization.objects.get(pk=organization.pk)


@pytest.fixture
def bob(db: None) -> User:
    """A person who belongs to no other organization."""
    return User.objects.create_user("bob@example.com")


@pytest.fixture
def delete(as_role: Callable[[str], Any]) -> Callable[..., str]:
    """Run the command as the owner of the tables; returns what it prints."""

    def run(organization: Organization, *arguments: str) -> str:
        out = StringIO()
        with as_role("owner"):
            call_command("delete_organization", "--organization", organization.public_id, "--reason", "Ticket 9",
                         *arguments, stdout=out)  # fmt: skip
        return out.getvalue()

    return run


def _tables() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1"
        )
        return [name for (name,) in cursor.fetchall() if not name.startswith(STAYS)]


def _tables_that_say(mark: str) -> set[str]:
    """Return the tables with a row that holds this text anywhere."""
    found = set()
    with connection.cursor() as cursor:
        for table in _tables():
            cursor.execute(f"SELECT EXISTS (SELECT FROM {table} t WHERE t::text LIKE %s)", [f"%{mark}%"])
            if cursor.fetchone()[0]:
                found.add(table)
    return found


def _rows_by_column(organization: Organization) -> dict[str, int]:
    """Return how many rows each table has of the organization, by each column that can point to one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.conrelid::regclass::text, a.attname FROM pg_constraint c"
            " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)"
            " WHERE c.confrelid = 'billing_orgs_organization'::regclass"
            " UNION SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = 'public' AND column_name = 'organization_id' AND data_type = 'bigint'"
        )
        columns = [(table, column) for table, column in cursor.fetchall() if not table.startswith(STAYS)]
        found = {}
        for table, column in columns:
            cursor.execute(f"SELECT count(*) FROM {table} WHERE {column} = %s", [organization.pk])
            found[table] = cursor.fetchone()[0]
        return found


def test_nothing_of_it_is_left_but_its_log_and_its_tombstones(
    zzacme: Organization, delete: Callable[..., str], as_role: Callable[[str], Any]
) -> None:
    before = _rows_by_column(zzacme)
    assert not [table for table, count in before.items() if not count], "a new table needs rows in _fill"
    assert len(before) >= 20
    with as_role("owner"):
        assert len(_tables_that_say("zzacme")) > 12
        assert AlertMute.objects.exists()
        said = delete(zzacme, "--yes")
        assert "Deleted. Its audit log stays." in said
        assert not {table: count for table, count in _rows_by_column(zzacme).items() if count}
        assert _tables_that_say("zzacme") == set()
        assert _tables_that_say(zzacme.public_id) == set()
        assert _orphans() == {}
        assert not AlertMute.objects.exists()
    assert AuditEvent.objects.filter(organization_id=zzacme.public_id).count() > 20
    assert {*Tombstone.objects.values_list("name", flat=True)} == {
        zzacme.public_id, "zzacme", "zzacme-2", "zzacme-ext",
    }  # fmt: skip


def _orphans() -> dict[str, int]:
    """Return the tables whose rows belong to no batch, run or key that is there; these have no constraint."""
    joins = {
        "billing_run_change": "LEFT JOIN billing_run p ON p.id = t.run_id",
        "billing_alert_due": "LEFT JOIN billing_orgs_organization p ON p.id = t.organization_id",
        "billing_staged_run": "LEFT JOIN billing_orgs_organization p ON p.id = t.organization_id",
        "billing_batch": "LEFT JOIN billing_run p ON p.batch_id = t.id",
    }
    found = {}
    with connection.cursor() as cursor:
        for table, join in joins.items():
            cursor.execute(f"SELECT count(*) FROM {table} t {join} WHERE p.id IS NULL")
            if count := cursor.fetchone()[0]:
                found[table] = count
    return found


def test_another_organization_keeps_everything(
    zzacme: Organization, other: Organization, charlie: User, delete: Callable[..., str]
) -> None:
    _fill(other, charlie, "zzother")
    finder = OrganizationFinder(column="org")
    rows = [
        {"run_id": f"shared-{name}", "org": name, "started_at": NOW.isoformat(), "total_cost_usd": "1"}
        for name in ("zzacme-2", "zzother-2")
    ]
    shared = ingest(
        [SourceRow(line, row) for line, row in enumerate(rows, 1)], finder, actor=SYSTEM, defaults=Defaults()
    )
    before, runs = _rows_by_column(other), Run.objects.filter(organization=other).count()
    delete(zzacme, "--yes")
    assert _rows_by_column(other) == before
    assert Run.objects.count() == runs
    assert Batch.objects.filter(pk=shared.pk).exists()


def test_the_end_stands_on_both_logs_and_both_verify(
    zzacme: Organization, delete: Callable[..., str], seal_events: Callable[[], int], signer: Any, statements: Any
) -> None:
    delete(zzacme, "--yes")
    ends = AuditEvent.objects.filter(action="organization.deleted")
    assert {each.organization_id for each in ends} == {zzacme.public_id, None}
    assert {each.target_id for each in ends} == {zzacme.public_id}
    assert AuditEvent.objects.filter(organization_id=zzacme.public_id).latest("id").action == "organization.deleted"
    seal_events()
    with one_moment():
        for log in (zzacme.public_id, "platform"):
            report = verify_log(log, verifiers=[signer.verifier])
            assert report.verdict in {Verdict.INTACT, Verdict.NO_OUTSIDE_HEAD}, report.findings
            assert report.sealed
            assert not report.unsealed


def test_a_dry_run_counts_and_changes_nothing(zzacme: Organization, delete: Callable[..., str]) -> None:
    before, events = _rows_by_column(zzacme), AuditEvent.objects.count()
    said = delete(zzacme)
    for line in ("1 runs", "2 API keys", "1 invitations", "2 memberships", "1 accounts", "2 members in no other"):
        assert line in said
    assert "Nothing was changed. Add --yes" in said
    assert (_rows_by_column(zzacme), AuditEvent.objects.count()) == (before, events)
    assert not Tombstone.objects.exists()


def test_people_stay_also_those_in_no_other_organization(
    zzacme: Organization, alice: User, bob: User, acme: Organization, delete: Callable[..., str], sign_in: Any
) -> None:
    assert "1 member in no other organization: the accounts stay." in delete(zzacme, "--yes")
    assert {*User.objects.values_list("email", flat=True)} == {alice.email, bob.email}
    assert not Membership.objects.filter(user=bob).exists()
    client: Client = sign_in(bob)
    assert "You are not a member of any organization yet." in client.get("/").content.decode()
    assert client.get("/o/zzacme-2/overview/").status_code == 404


def test_only_a_closed_one_goes_only_as_the_tables_owner_and_only_by_its_id(
    zzacme: Organization, acme: Organization, delete: Callable[..., str], as_role: Callable[[str], Any]
) -> None:
    with pytest.raises(CommandError, match=r"is not closed\. Have an owner, or staff in the admin, close it first"):
        delete(acme, "--yes")
    command = ("delete_organization", "--reason", "Ticket 9", "--yes", "--organization")
    with pytest.raises(CommandError, match="Only the owner of the tables"):
        call_command(*command, zzacme.public_id)
    with as_role("owner"):
        for name in ("zzacme", "zzacme-2", "zzacme-ext", "o_nobody"):
            with pytest.raises(CommandError, match="There is no organization with the id"):
                call_command(*command, name)
        with pytest.raises(CommandError, match="reason"):
            call_command("delete_organization", "--reason", " ", "--yes", "--organization", zzacme.public_id)
    assert Organization.objects.count() == 2


def test_a_second_run_says_that_it_was_deleted(zzacme: Organization, delete: Callable[..., str]) -> None:
    delete(zzacme, "--yes")
    events = AuditEvent.objects.count()
    assert "was deleted at" in delete(zzacme, "--yes")
    assert AuditEvent.objects.count() == events


def test_nobody_gets_its_names_again(zzacme: Organization, charlie: User, delete: Callable[..., str]) -> None:
    new = create_organization(name="New", slug="new", owner=charlie, actor=SYSTEM)
    delete(zzacme, "--yes")
    for name in ("zzacme", "zzacme-2", "zzacme-ext"):
        with pytest.raises(ValidationError):
            create_organization(name="New", slug=name, owner=charlie, actor=SYSTEM)
    for name in ("zzacme-ext", "zzacme", zzacme.public_id):
        with pytest.raises(ValidationError):
            identify_organization(new, external_id=name, actor=SYSTEM)
        with pytest.raises(IntegrityError, match="refuses this name"), transaction.atomic():
            Organization.objects.filter(pk=new.pk).update(external_id=name)
    with pytest.raises(IntegrityError, match="refuses this name"), transaction.atomic():
        Organization.objects.filter(pk=new.pk).update(public_id=zzacme.public_id)


@pytest.mark.django_db(transaction=True)
def test_killed_at_any_moment_it_is_whole(
    zzacme: Organization, start: Any, within: Any, as_role: Callable[[str], Any], delete: Callable[..., str]
) -> None:
    before = _rows_by_column(zzacme)
    script = (
        "import django; django.setup()\n"
        "from django.core.management import call_command\n"
        "from django.db import connection\n"
        "import orgs.services.deletion as d\n"
        "real, steps = d._run, [0]\n"
        "def run(*a):\n"
        "    steps[0] += 1\n"
        "    if steps[0] == {at}: print('there', flush=True); input()\n"
        "    return real(*a)\n"
        "d._run = run\n"
        f"call_command('delete_organization', organization='{zzacme.public_id}', reason='Ticket 9', yes=True)\n"
    )
    for at in (1, 12, 27):
        process = start("-c", script.format(at=at))
        assert process.stdout.readline() == "there\n", process.stderr.read()
        process.send_signal(signal.SIGKILL)
        process.wait()
        # The server ends the transaction of the process that is gone.
        assert within(20, lambda: not _others_at_work())
        assert _rows_by_column(zzacme) == before
        assert not Tombstone.objects.exists()
    delete(zzacme, "--yes")
    assert not any(_rows_by_column(zzacme).values())


def _others_at_work() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            " AND state <> 'idle'"
        )
        return bool(cursor.fetchone()[0])
