"""From an empty project to a key that reads, is refused, and stands on a log that is sealed and verified.

It commits what it does, as a project in use does. What it leaves behind goes with the test database.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.core import mail
from django.core.management import call_command
from django.test import Client
from host import tasks
from host.people import person, sign_in
from procrastinate.contrib.django.models import ProcrastinateJob

from billing_audit.models import AuditEvent
from billing_audit.signed_notes import Signer
from orgs.models import Organization

pytestmark = pytest.mark.usefixtures("atomic_requests")
SEALER, STATEMENTS = Signer.generate("host.example.com/audit"), Signer.generate("host.example.com/audit")


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Allow the database without a transaction around the test."""
    with django_db_blocker.unblock():
        yield


def command(*words: str) -> str:
    """Run a command of manage.py and return what it printed."""
    out = io.StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def actions(organization: Organization) -> list[str]:
    """The actions of an organization's log with their outcomes, in order."""
    events = AuditEvent.objects.filter(organization_id=organization.public_id).order_by("id")
    return [f"{action} {outcome}" for action, outcome in events.values_list("action", "outcome")]


def new_key(client: Client, pages: str) -> str:
    """Create a key on the page and return its secret, which that page shows once."""
    form = client.get(f"{pages}/keys/new/").content.decode()
    (token,) = re.findall(r'name="form_token"[^>]*value="([^"]+)"', form)
    data = {"name": "Nightly", "scopes": ["billing.state:read"], "lifetime_days": "90", "form_token": token}
    shown = client.post(f"{pages}/keys/new/", data).content.decode()
    assert "https://host.example.com/billing/v1/billing/state" in shown
    (secret,) = set(re.findall(r"bak_live_\w+", shown))
    return secret


def test_the_whole_way(committed: None, settings: Any, tmp_path: Path, atomic_requests: str) -> None:
    slug = f"shop-{atomic_requests}"
    owner = person(slug, mail_address=f"{slug}@example.com")
    command("create_organization", "--name", slug, "--slug", slug, "--owner", owner.mail_address)
    command("sync_organization", "--organization", slug, "--tier", "pro", "--mode", "prepaid")
    paid = ("--kind", "top_up", "--amount", "25", "--reference", "pay_1")
    command("add_balance_entry", "--organization", slug, *paid)
    organization = Organization.objects.get(slug=slug)
    pages, client, script = f"/billing/o/{slug}", sign_in(slug), Client()

    def read(secret: str) -> Any:
        return script.get("/billing/v1/billing/state", headers={"x-api-key": secret})

    secret = new_key(client, pages)
    assert (read(secret).status_code, read(secret).json()["code"]) == (403, "org_opt_in_required")
    client.post(f"{pages}/billing-reads/turn-on/", {"limit": "none", "reason": "Ticket 1", "version": "0"})
    answer = read(secret)
    assert (answer.status_code, answer.json()["current_balance_usd"]) == (200, "25.00")
    assert answer.headers["X-Host-Signed-In"] == "False"
    assert answer.headers["X-Request-ID"].startswith("req_")

    # Platform staff turns it off in the project's own admin.
    person(f"staff-{slug}", is_staff=True, is_superuser=True)
    staff = sign_in(f"staff-{slug}")
    address = f"/admin/billing_orgs/organization/{organization.pk}/billing-reads/"
    assert staff.post(address, {"enabled": "off", "version": "1", "reason": "Ticket 2"}).status_code == 302
    assert read(secret).json()["code"] == "org_opt_in_required"
    assert [each for each in actions(organization) if "billing" in each] == [
        "billing.state.read denied", "billing.state.read denied", "billing_reads.enabled allowed",
        "billing.state.read allowed", "billing_reads.disabled allowed", "billing.state.read denied",
    ]  # fmt: skip

    # cron: e-mails by the project's own backend, and no job of the project.
    tasks.count_widgets.defer()
    mail.outbox.clear()
    assert command("run_due") == "Done.\n"
    assert {address for each in mail.outbox for address in each.to} == {owner.mail_address}
    assert all(each.from_email == "Host <host@example.com>" for each in mail.outbox)
    assert f"https://host.example.com{pages}/billing-reads/" in "".join(str(each.body) for each in mail.outbox)
    waiting = ProcrastinateJob.objects.filter(task_name__startswith="host.", status="todo")
    assert (tasks.DID, {job.task_name for job in waiting}) == ([], {"host.count_widgets"})

    # The log is sealed and published by cron, and verified.
    settings.BILLING_ACCESS = {
        **configured.BILLING_ACCESS,
        "AUDIT_SIGNING_KEY": SEALER.text(),
        "AUDIT_STATEMENT_VERIFIERS": [str(STATEMENTS.verifier)],
        "AUDIT_CHECKPOINTS": str(tmp_path),
    }
    command("seal_audit", "--once")
    # No stream for its output: it would count as the option --stdout.
    call_command("publish_checkpoints")
    out = io.StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("verify_audit", "--against", str(tmp_path), "--organization", organization.public_id, stdout=out)
    assert (ended.value.code, "intact (1 log)" in out.getvalue()) == (0, True), out.getvalue()
    page = client.get(f"{pages}/audit-log/").content.decode()
    assert "Ticket 2" in page
    assert client.get(f"{pages}/audit-log/verify_audit_export.py").status_code == 200
