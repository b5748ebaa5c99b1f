"""E-mails to an organization's people, sent after the change that they tell of has been committed."""

from collections.abc import Collection, Mapping

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string

from orgs.models import Organization, User


def notify(
    template: str,
    *,
    organization: Organization,
    roles: Collection[str] = (),
    people: Collection[User | None] = (),
    context: Mapping[str, object] | None = None,
) -> None:
    """Send ``templates/email/<template>.txt`` to active members with these roles, and to these people while members.

    Everybody gets it once. The template's first line is the subject; it sees ``organization``, ``base_url`` and
    ``context``, whose values are strings, numbers, booleans and lists of strings: never a secret.
    """
    members = User.objects.filter(is_active=True, memberships__organization=organization)
    named = [person.pk for person in people if person is not None]
    chosen = members.filter(memberships__organization=organization, memberships__role__in=roles) | members.filter(
        pk__in=named
    )
    addresses = sorted(set(chosen.values_list("email", flat=True)))
    text = render_to_string(
        f"email/{template}.txt",
        {"organization": organization, "base_url": settings.BASE_URL, **(context or {})},
    )
    subject, _, body = text.partition("\n")
    transaction.on_commit(lambda: [send_mail(subject, body.strip(), None, [address]) for address in addresses])
