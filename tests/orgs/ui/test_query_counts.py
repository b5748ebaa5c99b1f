"""No page of an organization asks the database more than eight times, however many members and events there are."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from billing_access.access.services import issue_key
from orgs import invitations, services
from orgs.actors import as_member, command
from orgs.audit.models import AuditEvent
from orgs.models import Membership, Organization, User

SYSTEM = command("tests")
PAGES = ["", "members/", "settings/", "audit-log/", "audit-log/?key={key}&address=192.0.2.7", "audit-log/{event}/"]
MOST = 8


@pytest.fixture
def fill(acme: Organization) -> Callable[[int], None]:
    """Give Acme so many members, invitations and keys more, and the events of it all."""

    def make(number: int) -> None:
        for _ in range(number):
            each = Membership.objects.count()
            member = User.objects.create_user(f"m{each}@example.com", name=f"M{each}")
            services.add_member(acme, user=member, role="admin", actor=SYSTEM)
            proved = as_member(member, authenticated_at=timezone.now())
            issue_key(acme, actor=proved, name=f"Key {each}", scopes=["billing.state:read"], lifetime_days=5)
            invitations.invite(acme, email=f"i{each}@example.com", role="member", actor=SYSTEM)

    return make


@pytest.fixture
def counted(acme: Organization, alice: User, sign_in: Any, seal_events: Any) -> Callable[[], dict[str, int]]:
    """Count each page's queries: the record's statement and the bounds of its transaction stand apart."""

    def count() -> dict[str, int]:
        client, found = sign_in(alice), {}
        first = AuditEvent.objects.filter(organization_id=acme.public_id).earliest("id")
        for page in PAGES:
            path = f"/o/acme/{page.format(key=uuid4(), event=first.pk)}"
            seal_events()
            with CaptureQueriesContext(connection) as captured:
                assert client.get(path).status_code in {200, 302}
            asked = [query["sql"].lstrip() for query in captured]
            found[page] = sum(sql.startswith(("SELECT", "UPDATE", "(SELECT")) for sql in asked)
            records = sum("INSERT INTO audit_event" in sql for sql in asked)
            assert records == page.startswith("audit-log/"), page
            bounds = sum(sql.startswith(("SAVEPOINT", "RELEASE", "SET LOCAL")) for sql in asked)
            assert found[page] + records + bounds == len(asked), asked
        return found

    return count


def test_at_most_eight_and_more_to_show_costs_none_more(fill: Any, counted: Any) -> None:
    fill(3)
    few = counted()
    assert max(few.values()) <= MOST, few
    fill(37)
    assert counted() == few
