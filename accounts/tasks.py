"""The worker's job that sends the link to set a new password."""

from procrastinate.contrib.django import app

from accounts.models import User
from accounts.users import password_path
from orgs.mail.delivery import deliver
from orgs.tasks import RETRIES


@app.task(name="orgs.send_password_link", queue="email", retry=RETRIES)
def send_password_link(*, message: str, user_id: str) -> None:
    """Send a person a link to set a new password. The link is made here, so that no job ever contains it."""
    person = User.objects.filter(pk=user_id, is_active=True).first()
    if person is not None:
        deliver(message, person.email, "accounts/email/password_forgotten.txt", {"path": password_path(person)})
