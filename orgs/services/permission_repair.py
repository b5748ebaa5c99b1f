"""Compares guardian's permission rows with the roles of members, and corrects those that differ."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection, transaction

from billing_audit.record import Actor, Target, record
from orgs.access import require_platform, require_recent_authentication
from orgs.actors import organization_target
from orgs.mail.notify import notify_of_opening
from orgs.models import Organization, OrganizationGroupPermission, OrganizationUserPermission
from orgs.people import email_field
from orgs.roles import PERMISSIONS, ROLE_PERMISSIONS
from orgs.services.members import lock_members


class Kind(StrEnum):
    """The kinds of differences, as `check_permissions` prints them."""

    MISSING = "missing"
    EXTRA = "not part of the role"
    OUTSIDER = "held by a non-member"
    GROUP = "granted to a group"
    GLOBAL_USER = "granted on every organization"
    GLOBAL_GROUP = "granted to a group on every organization"


_DIFFERENCES: Final = """
WITH role_table (role, codename) AS (SELECT * FROM unnest(%(roles)s::text[], %(codenames)s::text[])),
permission AS (
    SELECT p.id, p.codename FROM auth_permission p JOIN django_content_type t ON t.id = p.content_type_id
    WHERE (t.app_label, t.model) = ('billing_orgs', 'organization')
), expected AS (
    SELECT m.organization_id, m.user_id, permission.id AS permission_id
    FROM billing_orgs_membership m JOIN role_table USING (role) JOIN permission USING (codename)
    WHERE %(organization)s::bigint IS NULL OR m.organization_id = %(organization)s
), granted AS (
    SELECT r.id, r.content_object_id AS organization_id, r.user_id, r.permission_id
    FROM billing_orgs_organizationuserpermission r
    WHERE %(organization)s::bigint IS NULL OR r.content_object_id = %(organization)s
)
SELECT CASE WHEN granted.id IS NULL THEN '{MISSING}' WHEN m.id IS NULL THEN '{OUTSIDER}' ELSE '{EXTRA}' END,
       organization_id, 'user', user_id::text, u.{email}, permission_id, p.codename, granted.id
FROM expected FULL JOIN granted USING (organization_id, user_id, permission_id)
JOIN {user} u ON u.{key} = user_id JOIN auth_permission p ON p.id = permission_id
LEFT JOIN billing_orgs_membership m USING (organization_id, user_id)
WHERE expected.user_id IS NULL OR granted.id IS NULL
UNION ALL
SELECT '{GROUP}', r.content_object_id, 'group', r.group_id::text, g.name, r.permission_id, p.codename, r.id
FROM billing_orgs_organizationgrouppermission r
JOIN auth_group g ON g.id = r.group_id JOIN auth_permission p ON p.id = r.permission_id
WHERE %(organization)s::bigint IS NULL OR r.content_object_id = %(organization)s
"""
_GLOBAL: Final = """
WITH permission AS (
    SELECT p.id, p.codename FROM auth_permission p JOIN django_content_type t ON t.id = p.content_type_id
    WHERE (t.app_label, t.model) = ('billing_orgs', 'organization') AND p.codename = ANY(%(codenames)s::text[])
)
SELECT '{GLOBAL_USER}', NULL::bigint, 'user', r.{holder}::text, u.{email}, permission.id, codename, r.id
FROM {user_permissions} r
JOIN permission ON permission.id = r.permission_id JOIN {user} u ON u.{key} = r.{holder}
UNION ALL
SELECT '{GLOBAL_GROUP}', NULL, 'group', r.group_id::text, g.name, permission.id, codename, r.id
FROM auth_group_permissions r JOIN permission ON permission.id = r.permission_id JOIN auth_group g ON g.id = r.group_id
"""


@dataclass(frozen=True, slots=True)
class Difference:
    """A permission row that a role does not give, or lacks. ``organization_id`` is None for one on every organization.

    ``holder_id`` is the primary key of a person or group as text.
    """

    kind: str
    organization_id: int | None
    holder_kind: str
    holder_id: str
    holder: str
    permission_id: int
    codename: str
    row_id: int | None

    @property
    def described(self) -> str:
        """The row in ids alone, as the audit event contains it."""
        return f"{self.holder_kind}:{self.holder_id} {self.codename}"


def differences(organization: Organization | None = None) -> list[Difference]:
    """Return every difference, of one organization or of all, ordered by organization. One query."""
    pairs = [(str(role), codename) for role, codenames in ROLE_PERMISSIONS.items() for codename in sorted(codenames)]
    parameters = {
        "roles": [role for role, _ in pairs],
        "codenames": [codename for _, codename in pairs],
        "organization": organization.pk if organization else None,
    }
    return _read(_DIFFERENCES, parameters)


def global_differences() -> list[Difference]:
    """Return every row that gives one of these permissions on all organizations: it has no effect, and misleads."""
    return _read(_GLOBAL, {"codenames": [codename for codename, _ in PERMISSIONS]})


@transaction.atomic
def mend(organization: Organization, *, reason: str = "", actor: Actor) -> list[Difference]:
    """Make the organization's permission rows match its members' roles. Return the differences that were corrected.

    Raises PermissionDenied unless the actor is platform staff or a command, and ReauthenticationRequired if a row is
    missing, which this adds.
    """
    lock_members(organization)
    require_platform(actor)
    found = differences(organization)
    if any(each.kind == Kind.MISSING for each in found):
        require_recent_authentication(actor, organization)
    OrganizationUserPermission.objects.bulk_create(
        OrganizationUserPermission(
            content_object=organization, user_id=each.holder_id, permission_id=each.permission_id
        )
        for each in found
        if each.kind == Kind.MISSING
    )
    OrganizationUserPermission.objects.filter(pk__in=_rows(found, Kind.EXTRA, Kind.OUTSIDER)).delete()
    OrganizationGroupPermission.objects.filter(pk__in=_rows(found, Kind.GROUP)).delete()
    _record(found, actor, organization, reason)
    if any(each.kind == Kind.MISSING for each in found):
        notify_of_opening(
            organization, "The platform's staff gave members permissions of their roles that they lacked."
        )
    return found


@transaction.atomic
def mend_global(*, reason: str = "", actor: Actor) -> list[Difference]:
    """Delete every row that gives one of these permissions on all organizations. Return what was deleted.

    Raises PermissionDenied unless the actor is platform staff or a command.
    """
    require_platform(actor)
    found = global_differences()
    get_user_model().user_permissions.through.objects.filter(pk__in=_rows(found, Kind.GLOBAL_USER)).delete()
    Group.permissions.through.objects.filter(pk__in=_rows(found, Kind.GLOBAL_GROUP)).delete()
    _record(found, actor, None, reason)
    return found


def _read(query: str, parameters: dict[str, Any]) -> list[Difference]:
    user = get_user_model()
    columns = {field.name: str(field.column) for field in user._meta.concrete_fields}
    names = {
        "user": user._meta.db_table,
        "key": columns[user._meta.pk.name],
        "email": columns[email_field()],
        "user_permissions": user.user_permissions.through._meta.db_table,
        "holder": f"{user._meta.model_name}_id",
    }
    quoted = {name: connection.ops.quote_name(value) for name, value in names.items()}
    with connection.cursor() as cursor:
        cursor.execute(query.format(**Kind.__members__, **quoted), parameters)
        return sorted((Difference(*row) for row in cursor.fetchall()), key=_order)


def _order(each: Difference) -> tuple[Any, ...]:
    # Shorter primary keys first, since as text 10 would come before 9.
    return (each.organization_id, each.holder_kind, len(each.holder_id), each.holder_id, each.permission_id)


def _rows(found: Iterable[Difference], *kinds: str) -> list[int]:
    return [each.row_id for each in found if each.kind in kinds and each.row_id is not None]


def _record(found: list[Difference], actor: Actor, organization: Organization | None, reason: str) -> None:
    if not found:
        return
    record(
        "permissions.mended",
        organization_id=organization.public_id if organization else None,
        actor=actor,
        target=organization_target(organization) if organization else Target("", ""),
        details={
            "added": [each.described for each in found if each.kind == Kind.MISSING],
            "removed": [each.described for each in found if each.kind != Kind.MISSING],
            **({"reason": reason.strip()} if reason.strip() else {}),
        },
    )
