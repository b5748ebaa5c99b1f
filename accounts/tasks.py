"""The worker's jobs that e-mail people about how they sign in."""

from datetime import timedelta
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django import app

from accounts.addresses import WAY_BACK, require_free
from accounts.models import EmailChange, User
from accounts.person_events import SEND_SIGN_IN_CHANGE
from accounts.second_factor_link import link_path
from accounts.users import password_path
from billing_audit.queues import EMAIL, UPKEEP
from orgs.mail.delivery import claim, deliver, send
from orgs.mail.invitation_token import digest_of, new_token
from orgs.tasks import RETRIES

# How long the link works that confirms another e-mail address.
CONFIRM_WITHIN: Final = timedelta(hours=1)
# Until then a row counts for the limits, and its way back may work.
_KEPT: Final = WAY_BACK + timedelta(days=1)


@app.task(name="orgs.send_password_link", queue=EMAIL, retry=RETRIES)
def send_password_link(*, message: str, user_id: str) -> None:
    """Send a person a link to set a new password. The link is made here, so that no job ever contains it."""
    person = User.objects.filter(pk=user_id, is_active=True).first()
    if person is not None:
        deliver(message, person.email, "accounts/email/password_forgotten.txt", {"path": password_path(person)})


@app.task(name="accounts.send_second_factor_link", queue=EMAIL, retry=RETRIES)
def send_second_factor_link(*, message: str, user_id: str) -> None:
    """Send a person a link to set up a second factor. The link is made here, so that no job ever contains it."""
    person = User.objects.filter(pk=user_id, is_active=True).first()
    if person is not None:
        context = {"person": person, "path": link_path(person)}
        deliver(message, person.email, "accounts/email/second_factor_link.txt", context)


@app.task(name=SEND_SIGN_IN_CHANGE, queue=EMAIL, retry=RETRIES)
def send_sign_in_change(*, message: str, user_id: str, address: str, context: dict[str, Any]) -> None:
    """Tell a person, deactivated or not, that the way they sign in has changed; nobody if the person is gone.

    ``address`` is the person's when the change was made. If it is another by now, the e-mail goes to both.
    """
    person = User.objects.filter(pk=user_id).first()
    if person is not None:
        former = [] if address == person.email else [address]
        deliver(
            message, person.email, "accounts/email/sign_in_changed.txt", {**context, "person": person}, also_to=former
        )


@app.task(name="accounts.send_email_confirmation", queue=EMAIL, retry=RETRIES)
@transaction.atomic
def send_email_confirmation(*, message: str, change_id: int) -> None:
    """Send the link that confirms another e-mail address. The token is made here, so that no job ever contains it.

    To an address that somebody else has, it tells that instead. Sends nothing for a change that has ended or expired.
    """
    change = EmailChange.objects.select_for_update().filter(pk=change_id, confirmed_at=None, ended_at=None).first()
    is_due = change is not None and timezone.now() - change.requested_at < CONFIRM_WITHIN
    if change is None or not is_due or not claim(message):
        return
    try:
        require_free(change.new_email, person=change.user)
    except ValidationError:
        send(message, change.new_email, "accounts/email/email_change_taken.txt", {})
        return
    token = new_token()
    change.confirm_digest = digest_of(token)
    change.save(update_fields=["confirm_digest"])
    context = {"change": change, "path": reverse("email-change-link", args=[token])}
    send(message, change.new_email, "accounts/email/email_change_confirm.txt", context)


@app.task(name="accounts.send_way_back", queue=EMAIL, retry=RETRIES)
@transaction.atomic
def send_way_back(*, message: str, change_id: int) -> None:
    """Tell the old address that the account has another one, with the link that takes the account back."""
    change = EmailChange.objects.select_for_update().filter(pk=change_id, ended_at=None).first()
    if change is None or change.confirmed_at is None or not claim(message):
        return
    token = new_token()
    change.undo_digest = digest_of(token)
    change.save(update_fields=["undo_digest"])
    context = {
        "change": change,
        "path": reverse("email-undo-link", args=[token]),
        "days": WAY_BACK.days,
        "until": f"{change.confirmed_at + WAY_BACK:%Y-%m-%d %H:%M} UTC",
    }
    send(message, change.old_email, "accounts/email/email_changed.txt", context)


@app.periodic(cron="47 3 * * *")
@app.task(name="accounts.forget_email_changes", queue=UPKEEP, queueing_lock="accounts.forget_email_changes")
def forget_email_changes(timestamp: int) -> None:
    """Delete the changes of e-mail addresses that no link can confirm or undo, and that no limit counts."""
    EmailChange.objects.filter(requested_at__lt=timezone.now() - _KEPT).delete()
