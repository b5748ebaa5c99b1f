"""A person is erased: in no column of the database is anything left of their addresses, name, or where they were."""

import base64
import pickle
import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from accounts import email_change, staff
from accounts.models import EmailChange, User
from accounts.tasks import send_sign_in_change
from billing_access.access import services as access
from billing_access.access.models import ApiKey, OptIn, Suspension
from billing_audit.models import AuditEvent
from billing_audit.storage.personal_data import Subject
from billing_audit.transparency.checkpoints import newest_checkpoints
from billing_audit.verification.excuses import StatementPolicy
from billing_audit.verification.report import Verdict
from billing_audit.verification.verify import verify_log
from orgs import actors
from orgs.models import Invitation, Membership, Organization
from orgs.roles import Role
from orgs.services import invitations, members, organizations
from tests.app_settings import configured
from tests.conftest import PASSWORD, STATEMENT_SIGNER, statement_settings
from tests.personal_columns import ERASED, KEPT, NONE, WITH_THE_ROW, declared

SYSTEM = actors.command("tests")
EMAIL, FORMER = "zyxwv@example.com", "zyxwv@former.example"
NAME, ADDRESS, AGENT = "Zyxwv Qmarker", "198.51.100.77", "zyxwv-browser/1"
MARKERS = ("zyxwv", "qmarker", ADDRESS)
REASON = f"Asked for by {NAME}"
# Every column that can hold text.
_COLUMNS = """
SELECT c.relname || '.' || a.attname, a.atttypid::regtype::text
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND (t.typcategory = 'S' OR t.typcategory = 'A' OR t.typname IN ('json', 'jsonb', 'inet', 'cidr', 'bytea', 'xml'))
ORDER BY 1
"""


def columns() -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(_COLUMNS)
        return dict(cursor.fetchall())


@pytest.mark.django_db
def test_erasure_knows_every_column_that_can_hold_text() -> None:
    found = columns()
    assert len(found) > 100
    unknown = [column for column in found if declared(column) is None]
    assert not unknown, f"Say in tests/personal_columns.py what erases them, or why they hold nothing: {unknown}"


@pytest.mark.django_db
def test_no_line_is_about_a_column_that_is_gone() -> None:
    found = columns()
    for table in (ERASED, WITH_THE_ROW, KEPT, NONE):
        for name in table:
            assert "*" in name or name in found, name


def marked_columns(*markers: str) -> set[str]:
    """Return the columns in which one of these texts stands, also packed in a session, a cached value or bytes."""
    hits = set()
    with connection.cursor() as cursor:
        for column, kind in columns().items():
            table, _, name = column.partition(".")
            text = f"encode({name}, 'escape')" if kind == "bytea" else f"{name}::text"
            cursor.execute(f'SELECT {text} FROM "{table}" WHERE {name} IS NOT NULL')
            for (value,) in cursor.fetchall():
                if any(marker in _unpacked(column, value).lower() for marker in markers):
                    hits.add(column)
    return hits


def _unpacked(column: str, value: str) -> str:
    if column == "django_session.session_data":
        return str(SessionStore().decode(value))
    if column == "billing_accounts_cache.value":
        return str(pickle.loads(base64.b64decode(value)))  # noqa: S301
    return value


@pytest.fixture
def browser() -> Client:
    """Theirs: its address and its name are personal data too."""
    return Client(REMOTE_ADDR=ADDRESS, HTTP_USER_AGENT=AGENT)


@pytest.fixture
def marked(
    acme: Organization, other: Organization, alice: User, charlie: User, dana: User, browser: Client, sign_in: Any,
    sent_token: Callable[[], str], run_jobs: Callable[[], int], make_key: Any, api: Any,
) -> User:  # fmt: skip
    """A person who has been everywhere: invited, signed up, an admin, reset by staff, named by others."""
    _join(acme, alice, browser, sent_token)
    person = User.objects.get(email=FORMER)
    _sign_in_badly_and_well(browser, FORMER)
    members.change_role(Membership.objects.get(user=person), role=Role.ADMIN, actor=SYSTEM)
    browser.get("/o/acme/overview/")
    browser.post("/account/", {"name": NAME})
    browser.post("/o/acme/billing-reads/turn-on/", {"limit": "none", "version": "0", "reason": REASON})
    browser.post("/o/acme/members/invite/", {"email": "friend@example.com", "role": "member"})
    key = make_key(acme)
    browser.get("/v1/billing/state", headers={"x-api-key": key.secret})
    _change_address(person, run_jobs)
    _be_named_by_others(acme, other, alice, charlie, dana, person)
    TOTP.activate(person, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    SocialAccount.objects.create(user=person, provider="platform", uid="42", extra_data={"email": EMAIL})
    EmailAddress.objects.create(user=person, email=EMAIL)
    _leave_sessions(person)
    return person


def _join(acme: Organization, alice: User, browser: Client, sent_token: Callable[[], str]) -> None:
    invitations.invite(acme, email=FORMER, role=Role.MEMBER, actor=actors.as_member(alice))
    browser.get(f"/invitations/{sent_token()}/")
    invited = Invitation.objects.get(email=FORMER)
    form = {"invitation": invited.pk, "name": "Zyxwv", "password": PASSWORD, "again": PASSWORD}
    assert browser.post("/invitation/account/", form).status_code == 302


def _sign_in_badly_and_well(browser: Client, email: str) -> None:
    for password in ("wrong", PASSWORD):
        browser.post("/sign-in/", {"login": email.upper(), "password": password})
    assert browser.get("/account/").status_code == 200


def _change_address(person: User, run_jobs: Callable[[], int]) -> None:
    now = actors.as_member(person, authenticated_at=timezone.now())
    change = email_change.request_email_change(person, email=EMAIL, actor=now)
    run_jobs()
    email_change.confirm_email_change(EmailChange.objects.get(pk=change.pk), actor=now)
    person.refresh_from_db()


def _be_named_by_others(
    acme: Organization, other: Organization, alice: User, charlie: User, dana: User, person: User
) -> None:
    staff.send_reset_link(person, reason=REASON, actor=SYSTEM)
    suspension = access.suspend_billing_reads(acme, actor=SYSTEM, reason=REASON)
    access.lift_suspension(suspension, actor=SYSTEM, reason=REASON)
    access.suspend_billing_reads(None, actor=SYSTEM, reason=REASON)
    invitations.invite(other, email=EMAIL, role=Role.MEMBER, actor=actors.as_member(charlie))
    invitations.revoke(Invitation.objects.get(email=EMAIL), actor=actors.as_member(charlie))
    invitations.invite(other, email=EMAIL, role=Role.MEMBER, actor=actors.as_member(charlie))
    now = actors.as_member(charlie, authenticated_at=timezone.now())
    email_change.request_email_change(charlie, email=EMAIL, actor=now)
    access.turn_on_billing_reads(other, actor=SYSTEM, reason=f"{REASON}, who is no member", days=9)
    send_sign_in_change.defer(
        message="6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b",
        user_id=str(alice.pk),
        address=alice.email,
        context={"what": REASON, "by": EMAIL, "reason": "", "at": ""},
    )
    LogEntry.objects.log_actions(dana.pk, [person], CHANGE, change_message=f"Changed {EMAIL}.")


def _leave_sessions(person: User) -> None:
    waiting = SessionStore()
    waiting["provider_to_tie"] = {"person": "0", "data": {"userinfo": {"email": EMAIL}}, "at": time.time()}
    waiting.save()


# What their hash or id stands in, and rows without a text of theirs.
UNMARKED = {"billing_accounts_cache.value", "billing_audit_part.salt"}


@pytest.mark.django_db
def test_a_person_is_erased_from_every_column(
    marked: User, acme: Organization, other: Organization, alice: User, as_role: Any, tmp_path: Any, signer: Any,
    seal_events: Callable[[], Any], sign_in: Any, run_jobs: Callable[[], int],
) -> None:  # fmt: skip
    seal_events()
    checkpoints = newest_checkpoints()
    # Otherwise the test would show nothing of that column.
    assert marked_columns(*MARKERS) == {*ERASED} - UNMARKED
    with as_role("owner"), configured(**statement_settings(tmp_path)):
        call_command("erase_personal_data", "--user", str(marked.pk), "--with-texts", "--reason", "Request 12")
        call_command("erase_personal_data", "--address", ADDRESS, "--with-texts", "--reason", "Request 12")
    assert marked_columns(*MARKERS) == set()
    assert not User.objects.filter(pk=marked.pk).exists()
    # What is others' stays, and the site goes on.
    assert {each.email for each in User.objects.all()} == {
        "alice@example.com",
        "charlie@example.com",
        "dana@example.com",
    }
    assert (ApiKey.objects.count(), OptIn.objects.count(), Suspension.objects.count()) == (1, 2, 2)
    assert Suspension.objects.first().reason == "Asked for by (erased)"  # type: ignore[union-attr]
    seal_events()
    for log in (acme.public_id, other.public_id):
        report = verify_log(
            log,
            verifiers=[signer.verifier],
            published=checkpoints,
            statements=StatementPolicy([STATEMENT_SIGNER.verifier]),
        )
        assert report.verdict == Verdict.ERASED, report.findings
    client = sign_in(alice)
    for page in ("/o/acme/audit-log/", "/o/acme/members/", "/o/acme/billing-reads/", "/o/acme/overview/"):
        assert client.get(page).status_code == 200
    run_jobs()


@pytest.mark.django_db
def test_who_never_joined_is_erased_by_their_address(
    acme: Organization, other: Organization, alice: User, charlie: User, as_role: Any, tmp_path: Any,
    run_jobs: Callable[[], int], seal_events: Callable[[], Any],
) -> None:  # fmt: skip
    by = actors.as_member(alice, authenticated_at=timezone.now())
    made = invitations.invite(acme, email=EMAIL, role=Role.AUDITOR, actor=by)
    run_jobs()
    invitations.resend(made, actor=by)
    invitations.revoke(made, actor=by)
    invitations.invite(acme, email=EMAIL, role=Role.MEMBER, actor=by)
    invitations.invite(other, email=EMAIL, role=Role.MEMBER, actor=SYSTEM)
    email_change.request_email_change(
        charlie, email=EMAIL, actor=actors.as_member(charlie, authenticated_at=timezone.now())
    )
    Client().post("/sign-in/", {"login": EMAIL.upper(), "password": "wrong"})
    access.turn_on_billing_reads(acme, actor=by, reason=f"For {EMAIL}")
    seal_events()
    with as_role("owner"), configured(**statement_settings(tmp_path)):
        call_command("erase_personal_data", "--email", EMAIL.upper(), "--with-texts", "--reason", "Request 12")
    assert marked_columns("zyxwv") == set()
    assert not Invitation.objects.filter(accepted_at=None, revoked_at=None).exists()
    revoked = AuditEvent.objects.filter(action="member.invitation_revoked")
    assert {each.organization_id for each in revoked} == {acme.public_id, other.public_id}


@pytest.mark.django_db
def test_without_asking_for_it_what_was_typed_stays(marked: User, as_role: Any, tmp_path: Any) -> None:
    with as_role("owner"), configured(**statement_settings(tmp_path)):
        call_command("erase_personal_data", "--user", str(marked.pk), "--reason", "Request 12")
    assert marked_columns("qmarker") == {
        "billing_audit_part.data",
        "billing_reads_opt_in.reason",
        "billing_reads_suspension.lifted_reason",
        "billing_reads_suspension.reason",
    }


@pytest.mark.django_db
def test_the_address_of_a_person_is_not_erased_without_the_person(alice: User, as_role: Any, tmp_path: Any) -> None:
    with (
        as_role("owner"),
        configured(**statement_settings(tmp_path)),
        pytest.raises(CommandError, match=f"--user {alice.pk}"),
    ):
        call_command("erase_personal_data", "--email", "Alice@example.com", "--reason", "Request 12")


@pytest.mark.django_db
def test_the_way_back_of_somebody_elses_account_is_not_erased_with_an_address(
    alice: User, as_role: Any, tmp_path: Any, run_jobs: Callable[[], int]
) -> None:
    User.objects.filter(pk=alice.pk).update(email=FORMER)
    alice.refresh_from_db()
    _change_address(alice, run_jobs)
    with as_role("owner"), configured(**statement_settings(tmp_path)), pytest.raises(CommandError, match="take back"):
        call_command("erase_personal_data", "--email", FORMER, "--reason", "Request 12")
    assert EmailChange.objects.filter(user=alice).exists()


@pytest.mark.django_db
def test_an_organizations_only_owner_is_not_erased(
    acme: Organization, alice: User, bob: User, as_role: Any, tmp_path: Any
) -> None:
    """Nothing is: neither from this organization nor from another one."""
    second = organizations.create_organization(name="Second", slug="second", owner=bob, actor=SYSTEM)
    members.add_member(second, user=alice, role=Role.MEMBER, actor=SYSTEM)
    before = AuditEvent.objects.count()
    with (
        as_role("owner"),
        configured(**statement_settings(tmp_path)),
        pytest.raises(CommandError, match="the only owner of Acme Robotics"),
    ):
        call_command("erase_personal_data", "--user", str(alice.pk), "--reason", "Request 12")
    assert AuditEvent.objects.count() == before
    assert Membership.objects.filter(user=alice).count() == 2


@pytest.mark.django_db
def test_what_an_app_erases_is_undone_where_the_log_refuses(
    marked: User, as_role: Any, as_superuser: Any, tmp_path: Any, seal_events: Callable[[], Any]
) -> None:
    seal_events()
    event = AuditEvent.objects.filter(target_id=str(marked.pk)).latest("id")
    as_superuser(
        "UPDATE billing_audit_event SET body = replace(body, 'target_kind', 'target_kin') WHERE id = %s", [event.pk]
    )
    with (
        as_role("owner"),
        configured(**statement_settings(tmp_path)),
        pytest.raises(CommandError, match="as they were"),
    ):
        call_command("erase_personal_data", "--user", str(marked.pk), "--reason", "Request 12")
    assert User.objects.filter(pk=marked.pk).exists()


def test_short_names_are_not_looked_for() -> None:
    """Al would be found in every "al dente"; nor is a name within a longer word one."""
    assert Subject(name="Al").words == ()
    assert Subject(name="Alice").without(["ALICE's", {"x": "malice"}, 7]) == ["(erased)'s", {"x": "malice"}, 7]
