"""People and teams as somebody else has them: a UUID as key, a login name, the address in a column of its own."""

import uuid
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models


class PersonManager(BaseUserManager["Person"]):
    """Creates people."""

    def create_user(self, login: str, password: str | None = None, **fields: Any) -> "Person":
        """Create a person."""
        person = self.model(login=login, **fields)
        person.set_password(password)
        person.save()
        return person


class Person(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    login = models.CharField(max_length=50, unique=True)
    mail_address = models.EmailField(blank=True)
    called = models.CharField(max_length=100, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    USERNAME_FIELD = "login"
    EMAIL_FIELD = "mail_address"
    objects = PersonManager()

    def get_full_name(self) -> str:
        """Return the name to show."""
        return self.called


class Team(models.Model):
    """The project's own customers."""

    name = models.CharField(max_length=100)
    people = models.ManyToManyField(Person, through="TeamMember")


class TeamMember(models.Model):
    """Who is in a team."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    is_boss = models.BooleanField(default=False)
