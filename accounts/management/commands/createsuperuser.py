"""``manage.py createsuperuser``: Django's own command, which also records an event."""

from typing import Any

from django.contrib.auth.management.commands import createsuperuser
from django.db import transaction

from accounts.models import User
from accounts.person_events import record_sign_in_change
from orgs import actors
from orgs.management.reasons import add_reason, reason_of


class Command(createsuperuser.Command):
    """Creates platform staff who may do everything in the Django admin."""

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Create the person and record it, both or neither. They replace the password when they first sign in."""
        reason = reason_of(options)
        newest = User.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        super().handle(*args, **options)
        for user in User.objects.filter(pk__gt=newest, is_superuser=True):
            user.password_is_preset = user.has_usable_password()
            user.save(update_fields=["password_is_preset"])
            changes = {"is_staff": (None, user.is_staff), "is_superuser": (None, user.is_superuser)}
            actor, what = actors.command("createsuperuser"), "You were made a superuser of the platform."
            record_sign_in_change("user.created", user, actor, changes, what=what, reason=reason)

    def add_arguments(self, parser: Any) -> None:
        super().add_arguments(parser)
        add_reason(parser)
