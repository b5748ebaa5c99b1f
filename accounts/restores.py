"""What ends for people after the database was restored: sessions, mailed links and recovery codes."""

from typing import Final

from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.db import transaction

from accounts.models import EndOfLinks
from accounts.person_events import record_sign_in_change
from billing_audit.record import Actor, Changes, Json, record
from orgs.access import require_platform

_CODES_ENDED: Final = (
    "Your recovery codes do not work any more: the platform's database was restored from a backup, where codes that"
    " you had used were valid again. Make new ones on your account page."
)


@transaction.atomic
def end_sessions_and_links(*, reason: str, actor: Actor) -> int:
    """End every session, with what waits in it, every link that was mailed, and all recovery codes of second factors.

    Returns the number of sessions. A restore revives sessions that had ended, and links and codes that were used. The
    people whose codes end are e-mailed, and it is on the log of each of their organizations. Raises PermissionDenied
    unless the actor is platform staff or a command.
    """
    require_platform(actor)
    sessions, _ = Session.objects.all().delete()
    EndOfLinks.objects.create()
    codes = Authenticator.objects.filter(type=Authenticator.Type.RECOVERY_CODES)
    for each in codes.select_related("user").order_by("pk"):
        changes: Changes = {"second_factor": ("recovery codes", None)}
        record_sign_in_change("user.second_factor_changed", each.user, actor, changes, what=_CODES_ENDED, reason=reason)
    codes.delete()
    details: dict[str, Json] = {"sessions": sessions, "reason": reason}
    record("sessions.ended", organization_id=None, actor=actor, details=details)
    return sessions
