"""E-mails to an organization's people: queued in the transaction of the change, sent by the worker after its commit."""

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.template.loader import get_template
from django.utils import timezone
from procrastinate.contrib.django import app

from billing_audit.canonical_json import write_time
from orgs.mail.owners import recent_owners
from orgs.models import Organization
from orgs.people import get_people
from orgs.roles import Role

# The jobs are queued by their names: importing them from orgs/tasks.py would be a circle.
SEND_EMAIL: Final = "orgs.send_email"
SEND_TO_STAFF: Final = "orgs.send_to_staff"
_silent: Final = ContextVar("silent", default=False)
_Plain = str | int | bool | None


def notify(
    template: str,
    *,
    organization: Organization,
    roles: Collection[str] = (),
    people: Collection[AbstractBaseUser | None] = (),
    except_for: Collection[Any] = (),
    context: Mapping[str, object] | None = None,
    also_if_removed: bool = False,
    opened: str = "",
    opened_subject: str = "",
) -> None:
    """Queue an e-mail to the active members with these roles, and to those of ``people`` who are active members.

    ``except_for`` are the primary keys of people who asked not to get it. Takes two queries in the current
    transaction: the worker sends the e-mails after its commit, and none after a rollback. Nobody gets two. The worker
    reads role and membership again and skips anyone who has lost them since, unless ``also_if_removed``: then the
    e-mail must contain nothing that only members may know. If the person's address has changed by then, it goes to the
    old one too.

    ``opened`` is given where the change opens something: a sentence that tells it without figures and names of keys.
    Owners, and people who were owners within the last 30 days, who may not read the e-mail when it is sent get this
    sentence instead, deactivated or not: nobody keeps it from an owner by demoting or deactivating them. Its subject is
    ``opened_subject``, or that access was widened.

    The template's first line is the subject; its variables are ``organization``, ``person``, ``base_url`` and those of
    ``context``. Values of ``context`` are strings, numbers, booleans, None, times (shown as
    RFC 3339 in UTC, whole seconds) and lists of strings, and never secrets, since the job is stored. Raises TypeError
    for a value of another type, and TemplateDoesNotExist.
    """
    if is_silent():
        return
    plain = {name: _checked(name, value) for name, value in (context or {}).items()}
    get_template(template)
    named = {person.pk for person in people if person is not None}
    refused = set(except_for)
    owners = {person.pk: person for person in recent_owners(organization)} if opened else {}
    told = {**_what_and_when(opened), "subject": opened_subject}
    recipients = {person.pk: person for person in _recipients(organization, roles, named)}
    _queue(
        {
            **_job(organization, person, template, plain),
            "roles": None if also_if_removed else list(Role.values if person.pk in named else roles),
            "opened": told if person.pk in owners else None,
        }
        for key, person in {**owners, **recipients}.items()
        if key not in refused
    )


def notify_owners(
    template: str, *, organization: Organization, context: Mapping[str, object], except_for: AbstractBaseUser | None
) -> None:
    """Queue an e-mail to the owners and to everybody who was one within the last 30 days, deactivated or not.

    Nothing that happens to them before it is sent keeps it from them, so it must contain nothing that only members may
    know. ``except_for`` is the person whom it is about, if any, who is told otherwise. ``context`` as in ``notify``.
    """
    if is_silent():
        return
    plain = {name: _checked(name, value) for name, value in context.items()}
    get_template(template)
    _queue(
        {**_job(organization, person, template, plain), "roles": None, "also_if_deactivated": True}
        for person in recent_owners(organization)
        if except_for is None or person.pk != except_for.pk
    )


def notify_of_opening(organization: Organization, what: str, *, except_for: AbstractBaseUser | None = None) -> None:
    """Call ``notify_owners`` for what opened something; ``what`` is a sentence that tells it, without figures."""
    context = _what_and_when(what)
    notify_owners("orgs/email/opened.txt", organization=organization, context=context, except_for=except_for)


def notify_staff(template: str, *, occasion: str, context: Mapping[str, object]) -> None:
    """Queue an e-mail about the site itself to everybody who is active platform staff. One query.

    Nobody gets two about the same ``occasion``, however often its job runs, and nobody who is no active staff any more
    when it is sent gets one. It must contain no figures, and of organizations only slugs or ids. The template has the
    variables ``person``, ``base_url`` and those of ``context``, whose values are as in ``notify``.
    """
    if is_silent():
        return
    plain = {name: _checked(name, value) for name, value in context.items()}
    get_template(template)
    staff = get_user_model()._default_manager.filter(get_people().active(), get_people().staff()).order_by("pk")
    jobs = [
        {
            "message": str(uuid.uuid5(uuid.NAMESPACE_OID, f"{occasion} {person.pk}")),
            "user_id": str(person.pk),
            "template": template,
            "context": plain,
        }
        for person in staff
    ]
    _queue(jobs, SEND_TO_STAFF)


def is_silent() -> bool:
    """Tell whether ``silence`` is in effect."""
    return _silent.get()


def _what_and_when(what: str) -> dict[str, str]:
    """Return the context of ``opened.txt``, for something that opens now."""
    return {"what": what, "at": write_time(timezone.now().replace(microsecond=0))}


def _job(organization: Organization, person: AbstractBaseUser, template: str, context: object) -> dict[str, Any]:
    return {
        "message": str(uuid.uuid4()),
        "user_id": str(person.pk),
        "address": get_people().email_of(person),
        "organization_id": organization.pk,
        "template": template,
        "context": context,
    }


def _queue(jobs: Iterable[dict[str, Any]], task: str = SEND_EMAIL) -> None:
    if queued := list(jobs):
        app.configure_task(task, allow_unknown=False).batch_defer(*queued)


@contextmanager
def silence() -> Iterator[None]:
    """Queue no e-mails inside the block. For the demo, whose people do not exist."""
    token = _silent.set(True)
    try:
        yield
    finally:
        _silent.reset(token)


def _recipients(organization: Organization, roles: Collection[str], named: Collection[Any]) -> list[Any]:
    active = get_user_model()._default_manager.filter(get_people().active())
    members = active.filter(billing_memberships__organization=organization)
    with_role = members.filter(billing_memberships__organization=organization, billing_memberships__role__in=roles)
    return list({person.pk: person for person in (with_role | members.filter(pk__in=named)).order_by("pk")}.values())


def _checked(name: str, value: object) -> _Plain | list[str]:
    if value is None or isinstance(value, str | int | bool):
        return value
    if isinstance(value, datetime):
        return write_time(value.replace(microsecond=0))
    if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
        return [str(each) for each in value]
    raise TypeError(
        f"{name}: a value of type {type(value).__name__} cannot go into an e-mail. Accepted: text, whole number, "
        "boolean, None, time, list of texts."
    )
