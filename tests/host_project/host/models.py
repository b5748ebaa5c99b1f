"""A user model whose primary key is no number."""

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models


class Person(AbstractUser):
    """Somebody with a UUID."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Either model is installed, and only one of them signs in: the groups of both need names of their own.
    groups = models.ManyToManyField("auth.Group", blank=True, related_name="persons")
    user_permissions = models.ManyToManyField("auth.Permission", blank=True, related_name="persons")
