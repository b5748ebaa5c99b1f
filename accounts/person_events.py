"""Recording what happens to a person, and telling them when the way they sign in has changed."""

import uuid
from typing import Final

from django.utils import timezone
from procrastinate.contrib.django import app

from accounts.models import EmailChange, User
from billing_audit.canonical_json import write_time
from billing_audit.record import Actor, Changes, record
from orgs import actors
from orgs.mail.notify import is_silent, notify_owners
from orgs.models import Organization

# The job is queued by its name: importing it from accounts/tasks.py would be a circle.
SEND_SIGN_IN_CHANGE: Final = "accounts.send_sign_in_change"


def record_person(action: str, person: User, actor: Actor, changes: Changes | None = None, reason: str = "") -> None:
    """Record an event about a person in the platform's own log."""
    _record(None, action, person, actor, changes, reason)


def record_sign_in_change(
    action: str,
    person: User,
    actor: Actor,
    changes: Changes | None = None,
    *,
    what: str,
    reason: str = "",
    former_address: str = "",
    by: str = "",
) -> None:
    """Record that the way a person signs in has changed, and e-mail it to them, also if they are deactivated.

    The event stands in the platform's own log and in the log of each organization of the person. ``what`` is the
    e-mail's sentence that tells the change, such as "The password of your account was changed."; ``by`` says who did it
    where that is not known to be the person, although they are the actor. Call it in the transaction of the change: the
    e-mail is sent after its commit, and to both addresses if the address changes, or if ``former_address`` is given. A
    change of the e-mail address that waits for its confirmation ends.

    Where staff or a command did it, each organization's owners are told too, and who was one within the last 30 days.
    """
    by_person = (actor.kind, actor.id) == ("user", str(person.pk))
    by = by or ("you" if by_person else "the platform's staff")
    end_waiting_changes(person)
    organizations = organizations_of(person)
    for log in (None, *(each.public_id for each in organizations)):
        _record(log, action, person, actor, changes, reason)
    if not by_person:
        context = {"member": person.email, "what": what, "by": by, "reason": reason.strip()}
        for organization in organizations:
            notify_owners(
                "accounts/email/member_changed.txt", organization=organization, context=context, except_for=person
            )
    if is_silent():
        return
    app.configure_task(SEND_SIGN_IN_CHANGE, allow_unknown=False).defer(
        message=str(uuid.uuid4()),
        user_id=str(person.pk),
        address=former_address or person.email,
        context={
            "what": what,
            "by": by,
            "reason": reason.strip(),
            "at": write_time(timezone.now().replace(microsecond=0)),
        },
    )


def end_waiting_changes(person: User) -> None:
    """End a change of the person's e-mail address that is not confirmed: its link works no more."""
    waiting = EmailChange.objects.filter(user=person, confirmed_at=None, ended_at=None)
    waiting.update(ended_at=timezone.now(), confirm_digest=None)


def organizations_of(person: User) -> list[Organization]:
    """Return the organizations that the person is a member of."""
    return list(Organization.objects.filter(memberships__user=person).order_by("pk"))


def _record(log: str | None, action: str, person: User, actor: Actor, changes: Changes | None, reason: str) -> None:
    details = {"reason": reason.strip()} if reason.strip() else {}
    target = actors.user_target(person)
    record(action, organization_id=log, actor=actor, target=target, changes=changes, details=details)
