"""Creating organizations: the rows that the fixtures of most tests write are those of the service."""

import json
from typing import Any

from accounts.models import User
from billing_audit.models import AuditEvent, AuditPart
from orgs.models import Membership, Organization, OrganizationUserPermission
from orgs.services.organizations import create_organization
from tests.conftest import SYSTEM, write_organization

# They differ between any two organizations.
OWN = {"id", "public_id", "created_at"}


def rows_of(organization: Organization, person: User) -> dict[str, Any]:
    """Return the rows of the organization and of its owner, the events too, with names instead of ids."""
    names = {organization.public_id: "the organization", str(person.pk): "the owner", organization.slug: "its slug"}

    def named(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: named(each) for name, each in value.items()}
        return [named(each) for each in value] if isinstance(value, list) else names.get(str(value), value)

    events = []
    for event in AuditEvent.objects.filter(organization_id=organization.public_id).order_by("id"):
        body = json.loads(event.body)
        fixed = ("action", "actor_kind", "actor_id", "outcome", "target_kind", "target_id")
        parts = AuditPart.objects.filter(event_id=event.pk).order_by("kind").values_list("kind", "data")
        events.append(({name: named(body[name]) for name in fixed}, named(body["changes"]), named(dict(parts))))
    fields = [field.attname for field in Organization._meta.concrete_fields if field.attname not in OWN]
    (membership,) = Membership.objects.filter(organization=organization)
    permissions = OrganizationUserPermission.objects.filter(content_object=organization)
    return {
        "organization": {name: named(getattr(organization, name)) for name in fields},
        "membership": (named(membership.user_id), membership.role, membership.hold_confirmed_until),
        "permissions": sorted(permissions.values_list("permission__codename", "user_id")),
        "events": events,
    }


def test_the_fixtures_write_the_rows_of_the_service(alice: User) -> None:
    written = rows_of(write_organization("Acme", "acme", alice), alice)
    served = rows_of(create_organization(name="Acme", slug="acme-2", owner=alice, actor=SYSTEM), alice)
    assert written == served
    assert len(served["permissions"]) == 5
    assert len(served["events"]) == 2
