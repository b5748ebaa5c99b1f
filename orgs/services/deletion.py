"""Deleting a closed organization: its rows go, its audit log stays, and its names are never another organization's.

An app registers which of its rows belong to an organization (``register_rows``). One that is forgotten stops the
deletion, since its foreign key still refers to the organization.
"""

from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone

from billing_audit.record import Actor, Json, record
from orgs.actors import organization_target
from orgs.models import FormerSlug, Membership, Organization, Tombstone
from orgs.services.members import lock_members

_OWNS: Final = (
    "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'public.billing_orgs_organization'::regclass"
)
_OF_ORGANIZATION: Final = "organization_id = %(organization)s"


class CannotDelete(ValueError):
    """The organization is not closed, or the database's role may not delete it. The message says what to do first."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that belong to an organization: what they are called, their table, and the SQL condition that finds them.

    The condition may use ``%(organization)s``, the organization's primary key, and what stands before it in the
    registered order may be gone already.
    """

    label: str
    table: str
    condition: str = _OF_ORGANIZATION


def admin_history(label: str, app_label: str, model: str, ids: str) -> Rows:
    """Return the admin's own history of a model's rows; ``ids`` is a SELECT of their primary keys as text."""
    condition = (
        f"content_type_id = (SELECT id FROM django_content_type WHERE (app_label, model) = ('{app_label}', '{model}'))"  # noqa: S608
        f" AND object_id IN ({ids})"
    )
    return Rows(label, "django_admin_log", condition)


def jobs_of(label: str, argument: str, ids: str) -> Rows:
    """Return the jobs that have one of these ids as the argument, but one that a worker has begun."""
    return Rows(label, "procrastinate_jobs", f"status <> 'doing' AND args ->> '{argument}' IN ({ids})")


_INVITED: Final = "FROM billing_orgs_invitation WHERE organization_id = %(organization)s"
_ROWS: Final[list[Rows]] = [
    jobs_of("e-mails, sent and waiting", "organization_id", "%(organization)s::text"),
    jobs_of("jobs of invitations", "invitation_id", f"SELECT id::text {_INVITED}"),
    Rows("sendings of invitations", "billing_orgs_invitationsending", f"invitation_id IN (SELECT id {_INVITED})"),
    Rows("invitations", "billing_orgs_invitation"),
    Rows("permissions", "billing_orgs_organizationuserpermission", "content_object_id = %(organization)s"),
    Rows("permissions of groups", "billing_orgs_organizationgrouppermission", "content_object_id = %(organization)s"),
    Rows("memberships", "billing_orgs_membership"),
    Rows("mirrors of teams", "billing_orgs_mirror"),
    Rows("former names in URLs", "billing_orgs_formerslug"),
    admin_history("lines of the admin's history", "billing_orgs", "organization", "%(organization)s::text"),
]


def register_rows(*rows: Rows) -> None:
    """Have rows deleted with their organization, in this order. An app calls it in ``AppConfig.ready``."""
    _ROWS.extend(rows)


@transaction.atomic
def delete_organization(
    organization: Organization, *, actor: Actor, reason: str, dry_run: bool = False
) -> dict[str, int]:
    """Delete a closed organization with everything of it but its audit log. Returns the number of rows by label.

    People stay, without their membership. All is one transaction, with the event on the organization's log and on the
    platform's. ``dry_run`` counts and changes nothing. Raises PermissionDenied unless the actor is a command, and
    CannotDelete for an organization that is not closed and for a role that does not own the tables.
    """
    if actor.kind != "system":
        raise PermissionDenied("Only an operator's command deletes an organization.")
    _require_owner_of_the_tables()
    lock_members(organization)
    current = Organization.objects.get(pk=organization.pk)
    if current.closed_at is None:
        raise CannotDelete(f"{current.name} is not closed. Have an owner, or staff in the admin, close it first.")
    # A project without the admin has no history of it.
    tables = connection.introspection.table_names()
    rows = [each for each in _ROWS if each.table in tables]
    if dry_run:
        return {each.label: _run("SELECT count(*) FROM", each, current) for each in rows}
    _bury(current)
    counts = {each.label: _run("DELETE FROM", each, current) for each in rows}
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM billing_orgs_organization WHERE id = %s", [current.pk])
        # A row that still refers to it fails here and not at the commit, after the caller has been told.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    details: dict[str, Json] = {"reason": reason.strip(), "row_count": sum(counts.values())}
    for log in (current.public_id, None):
        target = organization_target(current)
        record("organization.deleted", organization_id=log, actor=actor, target=target, details=details)
    return counts


def people_without_another(organization: Organization) -> int:
    """Return how many members belong to no other organization. Their accounts stay when this one is deleted."""
    members = Membership.objects.filter(organization=organization).values("user_id")
    others = Membership.objects.exclude(organization=organization).values("user_id")
    return members.exclude(user_id__in=others).count()


def _bury(organization: Organization) -> None:
    """Write the tombstones, which let the rows go and keep every name of the organization from others."""
    former = FormerSlug.objects.filter(organization=organization).values_list("slug", flat=True)
    names = {organization.public_id, organization.slug, *former} | {organization.external_id or organization.slug}
    now = timezone.now()
    Tombstone.objects.bulk_create(
        [
            Tombstone(
                name=name,
                organization_pk=organization.pk,
                organization_id=organization.public_id,
                deleted_at=now,
            )
            for name in sorted(names)
        ],
        # Another organization may have had one of them before, more than 90 days ago.
        ignore_conflicts=True,
    )


def _require_owner_of_the_tables() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_OWNS)
        if not cursor.fetchone()[0]:
            raise CannotDelete(
                "Only the owner of the tables deletes an organization. Connect as it, as `migrate` does."
            )


def _run(statement: str, rows: Rows, organization: Organization) -> int:
    parameters: dict[str, Any] = {"organization": organization.pk}
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} {rows.table} WHERE {rows.condition}", parameters)
        return int(cursor.fetchone()[0] if statement.startswith("SELECT") else cursor.rowcount)
