"""No page of an organization runs more than eight queries, however many rows it shows."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from billing_access.access.services import issue_key, suspend_billing_reads
from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.alerts.services import create_rule
from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.ingest.run_validation import Defaults
from billing_access.billing.models import AlertFiring, AlertRule
from billing_access.billing.operators import add_balance_entry
from billing_access.billing.tags.registered import register_tag
from billing_access.webhooks.models import WebhookDelivery
from billing_audit.models import AuditEvent
from orgs.actors import as_member, command
from orgs.mail.notify import silence
from orgs.models import Membership, Organization
from orgs.services import invitations, members
from tests.addresses import patterns

SYSTEM = command("tests")
MOST = 8
ORGANIZATION = "o/<slug:slug>/"
# Files of the audit log, which are no pages.
FILES = {
    f"{ORGANIZATION}audit-log/{name}"
    for name in ("export.csv", "export.ndjson", "proofs.ndjson", "keys.txt", "verify_audit_export.py")
}
# Pages whose views are recorded: one statement more, and the bounds of its transaction.
RECORDED = tuple(f"{ORGANIZATION}{page}/" for page in ("overview", "balance", "alerts", "audit-log"))
# These show no figure: only their preview does.
FORMS = {f"{ORGANIZATION}alerts/new/", f"{ORGANIZATION}alerts/<uuid:rule_id>/"}


@pytest.fixture
def fill(acme: Organization, make_webhook: Any) -> Callable[[int], None]:
    """Add this many members, invitations, keys, runs and tag values to Acme, with their events."""

    @silence()
    def make(number: int) -> None:
        runs = []
        for _ in range(number):
            each = Membership.objects.count()
            member = User.objects.create_user(f"m{each}@example.com", name=f"M{each}")
            members.add_member(acme, user=member, role="admin", actor=SYSTEM)
            proved = as_member(member, authenticated_at=timezone.now())
            issue_key(acme, actor=proved, name=f"Key {each}", scopes=["billing.state:read"], lifetime_days=5)
            invitations.invite(acme, email=f"i{each}@example.com", role="member", actor=SYSTEM)
            run = {
                "run_id": f"wr_{each}",
                "started_at": timezone.now().isoformat(),
                "total_cost_usd": "1",
                "tags": {"county": str(each)},
            }
            runs.append(SourceRow(len(runs) + 1, run))
            rule = create_rule(acme, Parameters("stale_feed", number=each + 1), actor=SYSTEM)
            AlertFiring.objects.create(rule=rule, figure=each + 2, threshold=each + 1)
            AlertRule.objects.filter(pk=rule.pk).update(state="firing", figure=each + 2, threshold=each + 1)
            webhook = make_webhook(acme, member, url=f"https://hooks.example.com/{each}", state="paused")
            for _ in range(3):
                delivery = WebhookDelivery.objects.create(id=uuid4(), endpoint=webhook, type="alert.fired")
                delivery.tries.create(milliseconds=7, status=500)
            add_balance_entry(acme, kind="grant", amount_usd=Decimal(1), reference=f"e{each}",
                              occurred_at=timezone.now(), actor=SYSTEM)  # fmt: skip
        ingest(runs, OrganizationFinder(organization=acme), actor=SYSTEM, defaults=Defaults())

    return make


@pytest.fixture
def counted(acme: Organization, alice: User, make_key: Any, make_webhook: Any, sign_in: Any, seal_events: Any) -> Any:
    """Count each page's queries, without the record's statement and the bounds of its transaction."""
    key, invited = make_key(acme).key, invitations.invite(acme, email="ada@example.com", role="member", actor=SYSTEM)
    member = members.add_member(acme, user=User.objects.create_user("b@example.com"), role="member", actor=SYSTEM)
    suspend_billing_reads(acme, actor=SYSTEM, reason="An invoice is disputed")
    event = AuditEvent.objects.filter(organization_id=acme.public_id).earliest("id")
    rule = create_rule(acme, Parameters("runs_out", number=9), actor=SYSTEM)
    webhook = make_webhook(acme, alice, "alert", "audit.event")
    WebhookDelivery.objects.create(id=uuid4(), endpoint=webhook, type="alert.fired").tries.create(milliseconds=7)
    filled_in = {
        "<slug:slug>": "acme",
        "<uuid:webhook_id>": str(webhook.pk),
        "<uuid:delivery_id>": str(uuid4()),
        "<uuid:key_id>": str(key.pk),
        "<uuid:rule_id>": str(rule.pk),
        "<int:membership_id>": str(member.pk),
        "<int:invitation_id>": str(invited.pk),
        "<uuid:event_id>": str(event.pk),
    }
    pages = [page for page in patterns() if page.startswith(ORGANIZATION) and page not in FILES]
    pages.append(f"{ORGANIZATION}audit-log/?key={uuid4()}&address=192.0.2.7")
    pages.append(f"{ORGANIZATION}overview/?days=365&tag=county")
    pages.append(f"{ORGANIZATION}balance/?month=2026-01")

    def count() -> dict[str, int]:
        client, found = sign_in(alice), {}
        for page in pages:
            path = f"/{page}"
            for placeholder, value in filled_in.items():
                path = path.replace(placeholder, value)
            seal_events()
            with CaptureQueriesContext(connection) as captured:
                answer = client.get(path)
            if answer.status_code == 405:
                continue
            assert answer.status_code in {200, 302}, path
            asked = [query["sql"].lstrip() for query in captured]
            records = sum("CALL public.billing_audit_record" in sql for sql in asked)
            assert records == (page.startswith(RECORDED) and page not in FORMS), page
            bounds = sum(sql.startswith(("SAVEPOINT", "RELEASE", "SET LOCAL")) for sql in asked)
            found[page] = len(asked) - records - bounds
        return found

    return count


def test_at_most_eight_and_more_to_show_costs_none_more(acme: Organization, fill: Any, counted: Any) -> None:
    register_tag(acme, "county", actor=SYSTEM)
    fill(3)
    few = counted()
    assert {page: number for page, number in few.items() if number > MOST} == {}
    fill(37)
    assert counted() == few
