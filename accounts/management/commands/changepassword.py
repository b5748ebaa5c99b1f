"""``manage.py changepassword``: Django's own command, which also records an event."""

from typing import Any

from django.contrib.auth.management.commands import changepassword
from django.db import transaction

from accounts.models import User
from accounts.person_events import record_person
from orgs import actors


class Command(changepassword.Command):
    """Asks twice for a person's new password and sets it."""

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> str | None:
        """Set the password and record it, both or neither."""
        output = super().handle(*args, **options)
        person = User.objects.get_by_natural_key(options["username"])
        record_person("user.password_set", person, actors.command("changepassword"))
        return str(output) if output else None

    def add_arguments(self, parser: Any) -> None:
        super().add_arguments(parser)
        # Required: Django's command would otherwise take the shell's user name, which is no e-mail address.
        next(action for action in parser._actions if action.dest == "username").nargs = None
