"""``manage.py createsuperuser``: Django's own command, which also records an event."""

from typing import Any

from django.contrib.auth.management.commands import createsuperuser
from django.db import transaction

from accounts.models import User
from accounts.person_events import record_person
from orgs import actors


class Command(createsuperuser.Command):
    """Creates platform staff who may do everything in the Django admin."""

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Create the person and record it, both or neither."""
        newest = User.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        super().handle(*args, **options)
        for user in User.objects.filter(pk__gt=newest, is_superuser=True):
            changes = {"is_staff": (None, user.is_staff), "is_superuser": (None, user.is_superuser)}
            record_person("user.created", user, actors.command("createsuperuser"), changes)
