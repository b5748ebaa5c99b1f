"""What follows a restore from a backup, or a failover that lost something: it is stated, and what it revived is closed.

A restore revives keys that were revoked, members who were removed, sessions, and invitations and links that were used.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import PermissionDenied
from django.db import transaction

from billing_access.access.services.suspensions import suspend_billing_reads
from billing_audit import database_timeline
from billing_audit.record import Actor
from billing_audit.signed_notes import Verifier
from billing_audit.transparency.checkpoints import PublishedCheckpoint
from billing_audit.transparency.restores import Restore, state_restore
from billing_audit.transparency.statements import StatementWriter
from orgs.mail.notify import notify
from orgs.models import Organization
from orgs.people import get_people
from orgs.roles import Role
from orgs.services import invitations

# Closes what a restore revived of an app's rows, in a locked organization, and records it.
RestoreStep = Callable[[Organization, Actor], None]
_STEPS: Final[list[RestoreStep]] = []


def register_restore_step(step: RestoreStep) -> None:
    """Have ``record_restore`` call this for each organization. An app calls it in ``AppConfig.ready``."""
    _STEPS.append(step)


@dataclass(frozen=True, slots=True)
class RecordedRestore:
    """A restore that was recorded: what it left of each log, and what was closed. ``sessions``: None if none could."""

    restores: list[Restore]
    suspended: int
    invitations: int
    sessions: int | None


@transaction.atomic
def record_restore(
    *,
    actor: Actor,
    statements: StatementWriter,
    published: Collection[PublishedCheckpoint],
    verifiers: Collection[Verifier],
) -> RecordedRestore:
    """State in each log what the restore lost, suspend billing reads of every organization, and end what is open.

    Every session, invitation and mailed link ends, and each webhook pauses until a member adopts it again; staff lift
    each suspension once its organization is checked. Owners
    are e-mailed. The timeline of the database is accepted. Raises PermissionDenied for an actor who is no command, and
    the errors of ``state_restore``, before anything is changed.
    """
    _require_command(actor)
    restores = state_restore(actor=actor, statements=statements, published=published, verifiers=verifiers)
    by_organization = {restore.organization_id: restore for restore in restores}
    organizations = list(Organization.objects.select_for_update(no_key=True).order_by("pk"))
    for organization in organizations:
        suspend_billing_reads(
            organization, actor=actor, reason=f"The database was restored from a backup. {statements.reason}"
        )
        for step in _STEPS:
            step(organization, actor)
        if restore := by_organization.get(organization.public_id):
            _tell_owners(organization, restore)
    revoked = invitations.revoke_all(actor=actor)
    sessions = get_people().end_sessions_and_links(statements.reason, actor)
    database_timeline.accept(actor=actor, because="restore", reason=statements.reason)
    return RecordedRestore(restores, len(organizations), revoked, sessions)


def record_failover(*, actor: Actor, reason: str) -> bool:
    """Accept the database's timeline: the replica that took over had every commit. False if it was accepted before.

    Raises PermissionDenied for an actor who is no command.
    """
    _require_command(actor)
    return database_timeline.accept(actor=actor, because="nothing lost", reason=reason)


def _require_command(actor: Actor) -> None:
    if actor.kind != "system":
        raise PermissionDenied("Only a command records what happened to the database.")


def _tell_owners(organization: Organization, restore: Restore) -> None:
    context = {
        "log": restore.log,
        "lost": [f"{log}: {remains.description}." for log, remains in restore.logs.items()],
        "known_until": restore.known_until,
        "restore": restore.id,
    }
    notify("orgs/email/audit_log_restored.txt", organization=organization, roles=(Role.OWNER,), context=context)
