"""The worker's jobs that e-mail people about how they sign in."""

from typing import Any

from procrastinate.contrib.django import app

from accounts.models import User
from accounts.person_events import SEND_SIGN_IN_CHANGE
from accounts.second_factor_link import link_path
from accounts.users import password_path
from orgs.mail.delivery import deliver
from orgs.tasks import RETRIES


@app.task(name="orgs.send_password_link", queue="email", retry=RETRIES)
def send_password_link(*, message: str, user_id: str) -> None:
    """Send a person a link to set a new password. The link is made here, so that no job ever contains it."""
    person = User.objects.filter(pk=user_id, is_active=True).first()
    if person is not None:
        deliver(message, person.email, "accounts/email/password_forgotten.txt", {"path": password_path(person)})


@app.task(name="accounts.send_second_factor_link", queue="email", retry=RETRIES)
def send_second_factor_link(*, message: str, user_id: str) -> None:
    """Send a person a link to set up a second factor. The link is made here, so that no job ever contains it."""
    person = User.objects.filter(pk=user_id, is_active=True).first()
    if person is not None:
        context = {"person": person, "path": link_path(person)}
        deliver(message, person.email, "accounts/email/second_factor_link.txt", context)


@app.task(name=SEND_SIGN_IN_CHANGE, queue="email", retry=RETRIES)
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
