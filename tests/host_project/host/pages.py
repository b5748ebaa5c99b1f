"""The pages of organizations and billing for people whom the host signs in. Run by ``test_host_project``."""

import re
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.core import mail
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from host.people import PASSWORD, person, sign_in
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from billing_access.access.models import OptIn
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Membership, Organization
from orgs.people import SessionPeople
from orgs.services import invitations, members, permission_repair

SYSTEM = actors.command("tests")
pytestmark = pytest.mark.usefixtures("atomic_requests")
PAGES = "/billing/o/acme"
TURN_ON = f"{PAGES}/billing-reads/turn-on/"
CHOICE = {"limit": "other", "days": "9", "reason": "Ticket 9", "version": "0"}


def _run_jobs() -> None:
    for job in ProcrastinateJob.objects.filter(status="todo").order_by("id"):
        app.tasks[job.task_name].func(**job.args)


def test_the_checks_pass_and_nothing_of_accounts_is_loaded(db: None) -> None:
    call_command("check", fail_level="WARNING")
    call_command("makemigrations", "billing_orgs", "billing_access", check=True, dry_run=True)
    assert not apps.is_installed("accounts")
    assert not {name.partition(".")[0] for name in sys.modules} & {"accounts", "allauth"}


def test_a_class_of_people_that_is_none_is_reported_with_a_hint(settings: Any) -> None:
    for path, fault in (
        ("nowhere.People", "cannot be imported"),
        ("builtins.object", "has no method email_of, name_of,"),
    ):
        settings.BILLING_ACCESS = {**settings.BILLING_ACCESS, "PEOPLE": path}
        (error,) = [each for each in run_checks() if str(each.id).startswith("orgs.")]
        assert path in error.msg
        assert fault in error.msg
        assert "orgs.people.SessionPeople" in str(error.hint)


def test_the_owner_signs_in_and_sees_the_members(acme: Organization) -> None:
    client = sign_in("olga")
    page = client.get("/billing/o/acme/members/").content.decode()
    assert "Olga Host" in page
    assert "Olga@example.com" in page
    # The host has no second factors, and no pages of an account.
    assert "Second factor" not in page
    assert "Sign out" not in page
    assert "Second factor" not in client.get("/billing/o/acme/settings/").content.decode()
    assert client.post("/billing/o/acme/settings/", {"time_zone": "Europe/Berlin"}, follow=True).status_code == 200
    assert Organization.objects.get().time_zone == "Europe/Berlin"


def test_turning_billing_reads_on_asks_for_the_password(acme: Organization) -> None:
    client = sign_in("olga")
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        # Another session of the same person is no proof for this one.
        sign_in("olga")
        asked = client.post(TURN_ON, CHOICE)
        assert asked.headers["Location"] == f"/billing/prove-password/?next={TURN_ON.replace('/', '%2F')}"
        assert not OptIn.objects.exists()
        assert "Enter your password to continue." in client.get(asked.headers["Location"]).content.decode()
        wrong = client.post(asked.headers["Location"], {"password": "wrong", "next": TURN_ON})
        assert (wrong.status_code, "That is not your password." in wrong.content.decode()) == (400, True)
        assert client.post(TURN_ON, CHOICE).status_code == 302
        assert not OptIn.objects.exists()
        right = client.post(asked.headers["Location"], {"password": PASSWORD, "next": TURN_ON})
        assert right.headers["Location"] == TURN_ON
        assert "Ticket 9" in client.get(TURN_ON).content.decode()
        assert client.post(TURN_ON, CHOICE).headers["Location"] == "/billing/o/acme/billing-reads/"
    assert OptIn.objects.get().enabled
    events = AuditEvent.objects.order_by("id").values_list("action", "outcome")
    assert [*events][-3:] == [
        ("user.sign_in_failed", "denied"), ("user.reauthenticated", "allowed"), ("billing_reads.enabled", "allowed"),
    ]  # fmt: skip


@pytest.mark.parametrize("next", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""])
def test_the_password_page_leads_nowhere_else(acme: Organization, next: str) -> None:
    answer = sign_in("olga").post("/billing/prove-password/", {"password": PASSWORD, "next": next})
    assert answer.headers["Location"] == "/billing/"


def test_a_proof_is_not_another_persons(acme: Organization, olga: Any, settings: Any) -> None:
    client = sign_in("olga")
    session = client.session
    session["proved_identity"] = {**session["proved_identity"], "user": str(person("other").pk)}
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    assert client.post(TURN_ON, CHOICE).headers["Location"].startswith("/billing/prove-password/")


def test_a_stranger_with_an_invitation_signs_in_at_the_host_and_comes_back(acme: Organization) -> None:
    invitations.invite(acme, email="Nia@Example.com", role="auditor", actor=SYSTEM)
    _run_jobs()
    (link,) = re.findall(r"https://host.example.com(/\S*/invitations/\S+)", str(mail.outbox[-1].body))
    client = Client()
    assert client.get(link, follow=True).redirect_chain[-1][0] == "/login/?next=/billing/invitation/"
    person("nia")
    assert "There is an account for this address." in client.get("/billing/invitation/").content.decode()
    client.post("/login/?next=/billing/invitation/", {"username": "nia", "password": PASSWORD})
    page = client.get("/billing/invitation/").content.decode()
    (invitation,) = re.findall(r'name="invitation" value="(\d+)"', page)
    assert client.post("/billing/invitation/", {"invitation": invitation}).headers["Location"] == "/billing/o/acme/"
    assert Membership.objects.get(user__login="nia").role == "auditor"


def test_members_change_and_are_told(acme: Organization) -> None:
    adam = person("adam")
    membership = members.add_member(acme, user=adam, role="member", actor=SYSTEM)
    client = sign_in("olga")
    page = client.post(f"/billing/o/acme/members/{membership.pk}/", {"role": "billing"}, follow=True).content.decode()
    assert "Adam@example.com is now Billing." in page
    _run_jobs()
    # The owner is told too, since the role may do more.
    assert [each.to for each in mail.outbox[-2:]] == [["Adam@example.com"], ["Olga@example.com"]]
    assert "Hello Adam Host," in str(mail.outbox[-2].body)
    assert "Adam@example.com" in client.get("/billing/o/acme/audit-log/").content.decode()
    Membership.objects.filter(pk=membership.pk).update(role="admin")
    assert {each.holder_id for each in permission_repair.mend(acme, actor=SYSTEM)} == {str(adam.pk)}
    assert not permission_repair.differences()


def test_an_owner_who_is_not_there_is_refused(db: None) -> None:
    with pytest.raises(CommandError, match=r"--owner: Nobody has the address nobody@example\.com"):
        call_command("create_organization", name="Acme", slug="acme", owner="nobody@example.com")
    assert not Organization.objects.exists()


def test_where_the_rule_stands_nobody_manages(acme: Organization) -> None:
    Organization.objects.update(requires_second_factor=True)
    client = sign_in("olga")
    refused = client.get("/billing/o/acme/settings/")
    assert (refused.status_code, "Set up a second factor" in refused.content.decode()) == (403, False)
    assert client.get("/billing/o/acme/audit-log/").status_code == 200


def test_an_address_is_found_in_any_letter_case_and_if_one_person_has_it(olga: Any) -> None:
    find: Callable[[str], Any] = SessionPeople().find_by_email
    assert find(" olga@EXAMPLE.com ") == olga
    assert find("") is None
    person("olga2", mail_address="OLGA@example.com")
    assert find("olga@example.com") is None


def test_staff_sees_organizations_in_the_admin(acme: Organization) -> None:
    person("dana", is_staff=True, is_superuser=True)
    client = sign_in("dana")
    for model, text in (("organization", "olga@"), ("membership", "olga@")):
        page = client.post(f"/admin/billing_orgs/{model}/", {"q": text}, follow=True)
        assert "Acme" in page.content.decode()
