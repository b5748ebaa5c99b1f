"""``manage.py changepassword``: Django's own, with an event."""

from typing import Any

from django.contrib.auth.management.commands import changepassword
from django.db import transaction

from accounts.models import User
from billing_audit.record import record
from orgs import actors


class Command(changepassword.Command):
    """Asks for a new password of a person, twice."""

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> str | None:
        """Set the password and record it, both or neither."""
        said = super().handle(*args, **options)
        # Django's command takes who is signed in to the shell where nobody is named.
        person = User.objects.get_by_natural_key(options["username"])
        record(
            "user.password_set",
            organization_id=None,
            actor=actors.command("changepassword"),
            target=actors.user_target(person),
        )
        return str(said) if said else None

    def add_arguments(self, parser: Any) -> None:
        super().add_arguments(parser)
        next(action for action in parser._actions if action.dest == "username").nargs = None
