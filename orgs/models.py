"""Organizations, who belongs to them, and who may do what in which."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.db.models.lookups import Exact
from django.utils import timezone
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from orgs.fields import NameField, PublicIdField, TimeZoneField
from orgs.roles import PERMISSIONS, Role


class Organization(models.Model):
    """A customer of the platform. ``public_id`` is the id that people, scripts and the record see."""

    public_id = PublicIdField()
    name = NameField(max_length=100)
    slug = models.CharField(
        max_length=50,
        unique=True,
        validators=[RegexValidator(r"\A[a-z0-9]+(-[a-z0-9]+)*\Z", "Use lower-case letters, digits and single dashes.")],
    )
    external_id = models.CharField(
        max_length=100,
        unique=True,
        null=True,
        blank=True,
        help_text="The platform's own id for the organization.",
    )
    time_zone = TimeZoneField(max_length=64, default="UTC")
    # Those without a second factor hold no manage_* permission here (orgs/access.py).
    requires_second_factor = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        permissions = PERMISSIONS
        default_permissions = ("view", "change")
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="organization_has_a_name")]

    def __str__(self) -> str:
        return str(self.name)


class Membership(models.Model):
    """A person's place in an organization; ``orgs.services.members`` keeps the guardian rows in step with the role."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role.choices)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "user"], name="billing_membership_once"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="membership_role_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user} in {self.organization} as {self.role}"


class Invitation(models.Model):
    """A person's way into an organization, by e-mail. The token is in the e-mail alone: here is its SHA-256."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField()
    role = models.CharField(max_length=10, choices=Role.choices)
    # Empty until the e-mail is sent, and again from the moment that it is to be sent anew.
    token_digest = models.BinaryField(null=True, unique=True, editable=False)
    # Which sending is the last one asked for; the job of an earlier one sends nothing.
    sending = models.PositiveIntegerField(default=1, editable=False)
    # The member who invited; NULL when the platform did. Deleting that person deletes the invitation.
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+", editable=False
    )
    sent_at = models.DateTimeField(editable=False)
    expires_at = models.DateTimeField(editable=False)
    accepted_at = models.DateTimeField(null=True, editable=False)
    revoked_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="invitation_role_is_known"),
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="invitation_email_is_lower_case"),
            models.CheckConstraint(
                condition=Exact(
                    models.Func(models.F("token_digest"), function="octet_length", output_field=models.IntegerField()),
                    32,
                ),
                name="invitation_token_digest_is_sha256",
            ),
            models.UniqueConstraint(
                fields=["organization", "email"],
                condition=models.Q(accepted_at=None, revoked_at=None),
                name="billing_invitation_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email} to {self.organization} as {self.role}"

    @property
    def is_open(self) -> bool:
        """Whether it stands in the list: neither accepted nor revoked, though perhaps expired."""
        return self.accepted_at is None and self.revoked_at is None

    @property
    def is_expired(self) -> bool:
        """Whether its time is over."""
        return self.expires_at <= timezone.now()


class OrganizationUserPermission(UserObjectPermissionBase):
    """Guardian's rows for people: a permission of a user on one organization, by direct foreign key."""

    content_object = models.ForeignKey(Organization, on_delete=models.CASCADE)


class OrganizationGroupPermission(GroupObjectPermissionBase):
    """Guardian's rows for groups. Unused: a membership's role is the only source of permissions."""

    content_object = models.ForeignKey(Organization, on_delete=models.CASCADE)


class SentEmail(models.Model):
    """An e-mail that the mail server has accepted, so that no job sends it again. Nothing of it but its id."""

    id = models.UUIDField(primary_key=True)
    sent_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
