"""Somebody uses what a restore from a backup has revived: a key, a session, an invitation, a mailed link."""

import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import EndOfLinks, User
from accounts.restores import end_sessions_and_links
from accounts.second_factor_link import link_path
from accounts.users import password_path
from billing_access.access.models import Suspension
from billing_access.access.services import lift_suspension
from billing_access.access.services.restores import record_failover, record_restore
from billing_access.webhooks.models import Topic, WebhookEndpoint
from billing_access.webhooks.outbox import queue
from billing_audit.models import AuditEvent
from billing_audit.record import Actor
from billing_audit.transparency.checkpoints import newest_checkpoints, write_checkpoints
from billing_audit.transparency.statements import StatementWriter
from orgs import actors
from orgs.models import Invitation, Organization
from orgs.services import invitations
from tests.app_settings import configured
from tests.conftest import PASSWORD, SIGNER, statement_settings

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")


@pytest.fixture
def restored(acme: Organization, other: Organization, seal_events: Any, as_role: Any, tmp_path: Path) -> Any:
    """Seal and publish what there is, and run `record_restore`; return what it printed."""

    def run(*arguments: str) -> str:
        seal_events()
        write_checkpoints(newest_checkpoints(), str(tmp_path))
        out = StringIO()
        values = {**statement_settings(tmp_path), "AUDIT_VERIFIERS": str(SIGNER.verifier)}
        with as_role("owner"), configured(**values):
            call_command("record_restore", "--reason", "Incident 12", "--against", str(tmp_path), stdout=out)
        return out.getvalue()

    return run


def test_a_key_that_is_there_again_reads_nothing_until_staff_lift_it_for_its_organization(
    acme, other, opt_in, make_key, api, restored
):
    opt_in(acme)
    keys = {acme: make_key(acme).secret, other: make_key(other).secret}
    assert {api("/v1/billing/state", secret).status_code for secret in keys.values()} == {200}
    said = restored()
    assert "Suspended billing reads of 2 organizations." in said
    answers = [api("/v1/billing/state", secret) for secret in keys.values()]
    assert {(each.status_code, each.json()["code"]) for each in answers} == {(403, "billing_reads_suspended")}
    suspension = Suspension.objects.get(organization=acme)
    assert suspension.reason == "The database was restored from a backup. Incident 12"
    assert AuditEvent.objects.filter(action="billing_reads.suspended").count() == 2
    lift_suspension(suspension, actor=SYSTEM, reason="Checked with Alice")
    assert [api("/v1/billing/state", secret).status_code for secret in keys.values()] == [200, 403]


def test_every_session_ends_with_what_waits_in_it(alice, bob, sign_in, restored):
    clients = [sign_in(alice), sign_in(bob)]
    assert {client.get("/account/").status_code for client in clients} == {200}
    assert "Sessions: 2 ended." in restored()
    assert {client.get("/account/").status_code for client in clients} == {302}
    assert not Session.objects.exists()
    event = AuditEvent.objects.get(action="sessions.ended")
    assert (event.organization_id, event.details) == (None, {"sessions": 2, "reason": "Incident 12"})


def test_no_mailed_link_works_and_new_ones_do(acme, bob, sign_in, restored, client):
    old = password_path(bob), link_path(bob)
    assert client.get(old[0], follow=True).context["validlink"]
    restored()
    assert not client.get(old[0], follow=True).context["validlink"]
    assert client.get(password_path(bob), follow=True).context["validlink"]
    signed_in = sign_in(bob)
    assert "second_factor_link_opened" not in opened(signed_in, old[1])
    assert "second_factor_link_opened" in opened(signed_in, link_path(bob))


def test_no_recovery_code_works_again(acme, bob, restored, run_jobs):
    bob.authenticator_set.create(type="totp", data={})
    bob.authenticator_set.create(type="recovery_codes", data={})
    run_jobs()
    mail.outbox.clear()
    restored()
    assert list(bob.authenticator_set.values_list("type", flat=True)) == ["totp"]
    event = AuditEvent.objects.get(action="user.second_factor_changed", organization_id=acme.public_id)
    assert event.changes == {"second_factor": ["recovery codes", None]}
    run_jobs()
    (told,) = [each for each in mail.outbox if each.to == [bob.email]]
    assert "Your recovery codes do not work any more" in str(told.body)


def opened(client: Any, path: str) -> Any:
    client.get(path)
    return client.session


def test_links_that_a_second_restore_lost_stay_ended(acme, bob, client):
    """The second backup is older than the first restore: the end of links that it recorded is lost, too."""
    end_sessions_and_links(reason="first", actor=SYSTEM)
    lost = password_path(bob)
    EndOfLinks.objects.all().delete()
    end_sessions_and_links(reason="second", actor=SYSTEM)
    assert not client.get(lost, follow=True).context["validlink"]


def test_no_invitation_can_be_accepted(acme, other, sent_token, restored, client):
    for organization in (acme, other):
        invitations.invite(organization, email="new@example.com", role="admin", actor=SYSTEM)
    token = sent_token()
    assert "Invitations revoked: 2." in restored()
    assert not invitations.open_invitations(acme).exists()
    assert Invitation.objects.filter(token_digest=None).count() == 2
    answer = client.get(f"/invitations/{token}/", follow=True)
    assert "cannot be used" in answer.content.decode() or answer.status_code in {404, 410}
    assert AuditEvent.objects.filter(action="member.invitation_revoked").count() == 2


def test_owners_are_told_what_was_lost_and_what_to_check(acme, alice, restored, run_jobs):
    run_jobs()
    mail.outbox.clear()
    restored()
    run_jobs()
    (told,) = [each for each in mail.outbox if each.to == [alice.email] and "restored" in each.subject]
    body = str(told.body)
    assert f"{acme.public_id}: all " in body
    restore = AuditEvent.objects.get(action="audit_log.restored", organization_id=acme.public_id)
    assert f"--accept-restore {restore.details['restore']}" in body
    assert PASSWORD not in body
    assert re.search(r"removed or demoted after 2\d{3}-", body)


def test_every_webhook_that_is_there_again_pauses_until_a_member_adopts_it(
    acme, adam, other, charlie, make_webhook, restored
):
    active, pending = make_webhook(acme, adam), make_webhook(other, charlie, state="pending")
    disabled = make_webhook(acme, adam, url="https://gone.example.com/", state="disabled")
    queue(acme.pk, Topic.ALERT, "alert.fired", {}, at=timezone.now())
    restored()
    states = dict(WebhookEndpoint.objects.values_list("pk", "state"))
    assert states == {active.pk: "paused", pending.pk: "paused", disabled.pk: "disabled"}
    paused = AuditEvent.objects.filter(action="webhook.paused")
    assert {each.organization_id for each in paused} == {acme.public_id, other.public_id}
    assert {each.details["because"] for each in paused} == {"the database was restored from a backup"}
    assert [each.state for each in active.deliveries.all()] == ["dropped"]


def test_only_a_command_does_it(acme, dana, statements: StatementWriter, sign_in: Callable[..., Any]):
    for actor in (Actor("staff", str(dana.pk)), Actor("user", "1"), Actor("api_key", "1")):
        with pytest.raises(PermissionDenied):
            record_restore(actor=actor, statements=statements, published=[], verifiers=[])
        with pytest.raises(PermissionDenied):
            record_failover(actor=actor, reason="x")
    with pytest.raises(PermissionDenied):
        end_sessions_and_links(reason="x", actor=Actor("user", "1"))
    with pytest.raises(PermissionDenied):
        invitations.revoke_all(actor=Actor("user", "1"))
    assert not Suspension.objects.exists()


def test_without_the_statement_key_nothing_changes(acme, sign_in, alice, tmp_path, seal_events, as_role):
    seal_events()
    write_checkpoints(newest_checkpoints(), str(tmp_path))
    sign_in(alice)
    values = {**statement_settings(tmp_path), "AUDIT_STATEMENT_KEY": "", "AUDIT_VERIFIERS": str(SIGNER.verifier)}
    arguments = ["record_restore", "--reason", "x", "--against", str(tmp_path)]
    with as_role("owner"), configured(**values), pytest.raises(CommandError, match="AUDIT_STATEMENT_KEY is not set"):
        call_command(*arguments)
    assert (Suspension.objects.exists(), Session.objects.exists()) == (False, True)
    assert User.objects.get(pk=alice.pk)


def test_a_statement_that_cannot_be_published_changes_nothing(acme, restored, tmp_path, monkeypatch):
    def full(*args: Any) -> str:
        raise OSError("No space left on device")

    monkeypatch.setattr("billing_audit.transparency.statements.write_statements", full)
    with pytest.raises(CommandError, match="could not be written"):
        restored()
    assert not Suspension.objects.exists()
    assert not AuditEvent.objects.filter(action="audit_log.restored").exists()
