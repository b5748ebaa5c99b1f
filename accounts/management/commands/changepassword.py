"""``manage.py changepassword``: Django's own command, which also records an event."""

from typing import Any

from django.contrib.auth.management.commands import changepassword
from django.db import transaction

from accounts.models import User
from accounts.staff import note_preset_password
from orgs import actors
from orgs.management.reasons import add_reason, reason_of


class Command(changepassword.Command):
    """Asks twice for a person's new password and sets it. They replace it when they sign in."""

    help = (
        "Set a password for a person, who must replace it when they sign in. For 24 hours they then open nothing. It "
        "is on the log of each of their organizations and told to the owners."
    )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> str | None:
        """Set the password and record it, both or neither."""
        reason = reason_of(options)
        output = super().handle(*args, **options)
        person = User.objects.get_by_natural_key(options["username"])
        note_preset_password(person, reason=reason, actor=actors.command("changepassword"))
        return str(output) if output else None

    def add_arguments(self, parser: Any) -> None:
        super().add_arguments(parser)
        # Required: Django's command would otherwise take the shell's user name, which is no e-mail address.
        next(action for action in parser._actions if action.dest == "username").nargs = None
        add_reason(parser)
