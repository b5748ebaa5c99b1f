"""Erases a person from the stand-alone site: the account, sessions, what counts attempts, and the admin's history."""

import hashlib
import ipaddress
from typing import Final

from allauth.account.models import EmailAddress
from django.contrib.admin.models import LogEntry
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Q

from accounts.addresses import kept_until
from accounts.models import EmailChange, User
from billing_audit.record import Actor
from billing_audit.storage.personal_data import ERASED, Subject

# django-allauth counts attempts by the IP address, by the id of a person, and by the SHA-256 of what was typed.
_FORGET_ATTEMPTS: Final = """
DELETE FROM billing_accounts_cache
WHERE expires < now() OR EXISTS (SELECT FROM unnest(%s::text[]) part WHERE position(part IN cache_key || ':') > 0)
"""
# It counts the addresses of one such IPv6 network as one.
_NETWORK_BITS: Final = 64


def find_person(subject: Subject) -> Subject:
    """Return the person's former addresses, which lead back to the account for seven days.

    Raises ValidationError for an address that does so and is given without the person: they have an account.
    """
    person = _person(subject)
    if person is None:
        for email in subject.emails if not subject.user_id else ():
            if (until := kept_until(email)) is not None:
                raise ValidationError(
                    f"{email} can take back an account until {until:%Y-%m-%d %H:%M} UTC. Wait for that."
                )
        return subject
    former = EmailChange.objects.filter(user=person).exclude(confirmed_at=None).values_list("old_email", flat=True)
    others = EmailAddress.objects.filter(user=person).values_list("email", flat=True)
    return Subject(emails=frozenset(map(str.lower, [person.email, *former, *others])), name=person.name)


def erase_person(subject: Subject, actor: Actor) -> dict[str, int]:
    """Delete the account with all that signs it in, its sessions, and what counts its attempts to sign in.

    Also others' requests for one of its addresses, and names in the admin's history. Deleting the account deletes the
    rows that refer to it, such as second factors and identities of the provider.
    """
    emails = [*subject.emails]
    rows = {
        "sessions": _erase_sessions(subject),
        "attempts": _forget_attempts(subject),
        "entries of the admin's history": _erase_history(subject),
        "changes of addresses": EmailChange.objects.filter(Q(old_email__in=emails) | Q(new_email__in=emails)).delete()[
            0
        ],
        "addresses": EmailAddress.objects.filter(email__in=emails).delete()[0],
    }
    person = _person(subject)
    if person is not None:
        person.delete()
    return {**rows, "accounts": int(person is not None)}


def _person(subject: Subject) -> User | None:
    return User.objects.filter(pk=subject.user_id).first() if subject.user_id.isdecimal() else None


def _erase_sessions(subject: Subject) -> int:
    erased, last = 0, ""
    while batch := list(Session.objects.filter(pk__gt=last).order_by("pk")[:2000]):
        last = batch[-1].pk
        for session in batch:
            data = SessionStore().decode(session.session_data)
            is_own = bool(subject.user_id) and str(data.get(SESSION_KEY)) == subject.user_id
            if is_own or subject.is_in(data):
                session.delete()
                erased += 1
    return erased


def _forget_attempts(subject: Subject) -> int:
    parts = [f":{hashlib.sha256(each.encode()).hexdigest()}:" for each in subject.emails]
    if subject.user_id:
        parts.append(f":user:{subject.user_id}:")
    if subject.address:
        address = ipaddress.ip_address(subject.address)
        bits = _NETWORK_BITS if address.version == 6 else address.max_prefixlen
        network = ipaddress.ip_network((address, bits), strict=False)
        parts.append(f":ip:{network.network_address}:")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM billing_accounts_cache WHERE expires >= now()")
        before = cursor.fetchone()[0]
        cursor.execute(_FORGET_ATTEMPTS, [parts])
        cursor.execute("SELECT count(*) FROM billing_accounts_cache")
        return int(before - cursor.fetchone()[0])


def _erase_history(subject: Subject) -> int:
    condition = Q(pk=None)
    for word in subject.words:
        condition |= Q(object_repr__icontains=word) | Q(change_message__icontains=word)
    return LogEntry.objects.filter(condition).update(object_repr=ERASED, change_message="")
