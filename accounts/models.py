"""The people of the stand-alone site."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower, Now

from orgs.fields import NameField


class UserManager(BaseUserManager["User"]):
    """Creates and finds users by their e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Create a user. Without a password the user cannot sign in until one is set."""
        if not email:
            raise ValueError("An e-mail address is needed.")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Create platform staff with every permission in the Django admin, and none in any organization."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find a user by e-mail in any letter case."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractUser):
    """A person, who signs in by e-mail. ``is_staff`` means platform staff, and no permission in an organization."""

    username = None  # type: ignore[assignment]
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    email = models.EmailField("e-mail address", unique=True)
    name = NameField(max_length=150, blank=True)
    # Until then the person opens nothing: staff or a command gave them a way to sign in (orgs/access.py).
    held_until = models.DateTimeField(null=True, blank=True, editable=False)
    # Somebody else chose the password: at the first sign-in it is replaced or made unusable.
    password_is_preset = models.BooleanField(default=False, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()  # type: ignore[misc,assignment]

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_is_lower_case"),
        ]

    def __str__(self) -> str:
        return self.email

    def set_password(self, raw_password: str | None) -> None:
        """Set the person's own password, or none. ``users.preset_password`` sets one that somebody else chose."""
        super().set_password(raw_password)
        self.password_is_preset = False

    def get_full_name(self) -> str:
        return self.name or self.email

    def get_short_name(self) -> str:
        return self.get_full_name()


class EmailChange(models.Model):
    """A person's request for another e-mail address, and the way back once it is confirmed.

    Only e-mails contain the tokens of the two links; their SHA-256 is here, NULL until the e-mail is sent and once the
    link is used or void. The row is deleted a day after the way back has ended.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="email_changes")
    old_email = models.EmailField()
    new_email = models.EmailField()
    requested_at = models.DateTimeField(db_index=True)
    confirm_digest = models.BinaryField(null=True, unique=True)
    confirmed_at = models.DateTimeField(null=True)
    undo_digest = models.BinaryField(null=True, unique=True)
    # Replaced by a later request, void since the person's sign-in changed, or undone.
    ended_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["old_email"], name="billing_email_change_old"),
            models.Index(fields=["new_email"], name="billing_email_change_new"),
        ]

    def __str__(self) -> str:
        return f"{self.old_email} to {self.new_email}"


class EndOfLinks(models.Model):
    """A time at which all mailed links ended. Later ones are signed with ``salt`` (``link_salt``)."""

    salt = models.UUIDField(default=uuid.uuid4, editable=False)
    ended_at = models.DateTimeField(db_default=Now())

    class Meta:
        default_permissions = ()
