"""Erases a person from organizations: memberships, invitations, and the jobs that send e-mails."""

import json
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Q

from billing_audit.record import Actor
from billing_audit.storage.personal_data import Subject
from orgs.models import Invitation
from orgs.people import get_people
from orgs.services.forgetting import forget_person
from orgs.services.members import close_invitation, lock_members

# A person's own jobs are found by the id, others by what their arguments say.
_JOBS: Final = """
SELECT id, status::text, args, args ->> 'user_id' = %(user_id)s FROM procrastinate_jobs
WHERE %(user_id)s <> '' AND args ->> 'user_id' = %(user_id)s
   OR EXISTS (SELECT FROM unnest(%(words)s::text[]) word WHERE position(word IN lower(args::text)) > 0)
FOR UPDATE
"""


def find_person(subject: Subject) -> Subject:
    """Return the person with this id with their address and name.

    Raises ValidationError for an address that somebody has: that person is erased by the id.
    """
    people = get_people()
    for email in subject.emails if not subject.user_id else ():
        if (person := people.find_by_email(email)) is not None:
            raise ValidationError(f"A person has the address {email}: erase them with --user {person.pk}.")
    person = person_of(subject)
    if person is None:
        return subject
    email = people.email_of(person).lower()
    name = people.name_of(person)
    return Subject(emails=frozenset(filter(None, [email])), name="" if name.lower() == email else name)


def erase_person(subject: Subject, actor: Actor) -> dict[str, int]:
    """End the person's memberships, delete the invitations of their addresses, and clear the jobs about them.

    Raises LastOwner for an organization's only active owner.
    """
    person = person_of(subject)
    return {
        "memberships": 0 if person is None else forget_person(person, actor=actor),
        "invitations": _erase_invitations(subject, actor),
        "jobs": _erase_from_jobs(subject),
    }


def person_of(subject: Subject) -> Any:
    """Return the person with the subject's id; None if there is none."""
    users = get_user_model()
    try:
        key = users._meta.pk.to_python(subject.user_id) if subject.user_id else None
    except ValidationError:  # An id that the user model cannot have.
        return None
    return None if key is None else users._default_manager.filter(pk=key).first()


def _erase_invitations(subject: Subject, actor: Actor) -> int:
    condition = Q(email__in=subject.emails)
    if (person := person_of(subject)) is not None:
        # Those that the person sent are void by now.
        condition |= Q(invited_by_id=person.pk, accepted_at=None)
    invitations = list(Invitation.objects.filter(condition).select_related("organization").order_by("organization"))
    for each in invitations:
        lock_members(each.organization)
        if each.is_open:
            close_invitation(each, actor)
        each.delete()
    return len(invitations)


def _erase_from_jobs(subject: Subject) -> int:
    """Delete the person's own jobs and those that have ended; in others put "(erased)" in place of what names them."""
    words = [json.dumps(each, ensure_ascii=False)[1:-1] for each in subject.words]
    with connection.cursor() as cursor:
        cursor.execute(_JOBS, {"user_id": subject.user_id, "words": words})
        rows, found = cursor.fetchall(), 0
        for key, status, args, is_own in rows:
            values = json.loads(args) if isinstance(args, str) else args
            if not (is_own or subject.is_in(values)):
                continue
            found += 1
            if status == "doing" or (status == "todo" and not is_own):
                # A worker has its arguments already, and must find its job when it has done it.
                cursor.execute("UPDATE procrastinate_jobs SET args = %s WHERE id = %s", [_json(subject, values), key])
            else:
                cursor.execute("DELETE FROM procrastinate_jobs WHERE id = %s", [key])
    return found


def _json(subject: Subject, args: Any) -> str:
    return json.dumps(subject.without(args))
