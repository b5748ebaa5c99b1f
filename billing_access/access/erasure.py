"""Erases a person or an IP address from keys, the opt-in and suspensions."""

from typing import Any

from django.db.models import Q, QuerySet

from billing_access.access.models import ApiKey, OptIn, Suspension
from billing_audit.record import Actor
from billing_audit.storage.personal_data import ERASED, Subject
from orgs.erasure import person_of


def erase_person(subject: Subject, actor: Actor) -> dict[str, int]:
    """Clear the address of keys that were last used from there, and the reasons that were typed, where asked.

    A key's list of addresses stays: it decides who gets in, and an admin of the organization changes it.
    """
    keys = ApiKey.objects.filter(last_used_address=subject.address or None)
    rows = {"addresses of keys": keys.update(last_used_address=None)}
    if subject.with_texts:
        rows["reasons"] = _erase_reasons(subject)
    return rows


def _erase_reasons(subject: Subject) -> int:
    erased = 0
    if (person := person_of(subject)) is not None:
        own = OptIn.objects.filter(changed_by=person).exclude(reason="")
        erased += own.update(reason=ERASED)
    for rows, column in (
        (OptIn.objects.all(), "reason"),
        (Suspension.objects.all(), "reason"),
        (Suspension.objects.all(), "lifted_reason"),
    ):
        for row in _with_words(rows, column, subject):
            setattr(row, column, subject.without(getattr(row, column)))
            row.save(update_fields=[column])
            erased += 1
    return erased


def _with_words(rows: QuerySet[Any], column: str, subject: Subject) -> QuerySet[Any]:
    condition = Q(pk=None)
    for word in subject.words:
        condition |= Q(**{f"{column}__icontains": word})
    return rows.filter(condition)
