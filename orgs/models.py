"""Organizations, their members and invitations, and django-guardian's permission rows."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.db.models.lookups import Exact
from django.utils import timezone
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from orgs.fields import NameField, PublicIdField, TimeZoneField
from orgs.roles import PERMISSIONS, Role
from orgs.time_zones import time_zone


class Organization(models.Model):
    """A customer of the platform. ``public_id`` is its id in pages, API answers and audit events."""

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
    # If True, the manage_ permissions of members without a second factor have no effect here (orgs/access.py).
    requires_second_factor = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    # Since when it is closed: its members only read, and nobody gives anybody access (orgs/access.py).
    closed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        permissions = PERMISSIONS
        default_permissions = ("view", "change")
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="organization_has_a_name")]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def zone(self) -> ZoneInfo:
        """The zone that ``time_zone`` names."""
        return time_zone(self.time_zone)

    @property
    def is_mirrored(self) -> bool:
        """Whether the host project alone changes its members. A query, unless the row was read with ``mirror``."""
        return hasattr(self, "mirror")


class Mirror(models.Model):
    """An organization whose members are those of a team of the host project (``orgs.services.mirror``)."""

    organization = models.OneToOneField(Organization, primary_key=True, on_delete=models.CASCADE, related_name="mirror")
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()


class FormerSlug(models.Model):
    """A slug that an organization gave up. For 90 days it leads its members there, and no other organization gets it.

    A trigger refuses it to others (orgs/migrations/0005); so does ``orgs.names``, with a message.
    """

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="former_slugs")
    slug = models.CharField(max_length=50, db_index=True)
    given_up_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.slug


class Tombstone(models.Model):
    """A name of a deleted organization: its public id, slug, external id or a former slug. Nobody gets it again.

    Triggers refuse every change of a row, and let an organization and its ledger be deleted only after its tombstones
    were written, which the application's role may not do (``orgs.services.deletion``).
    """

    name = models.CharField(max_length=100, primary_key=True)
    organization_pk = models.BigIntegerField(db_index=True)
    organization_id = models.CharField(max_length=18)
    deleted_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person's role in an organization. ``orgs.services.members`` sets guardian's rows to match the role."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="memberships")
    # A person is deleted once `orgs.services.forgetting` has ended their memberships, on the record.
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="billing_memberships")
    role = models.CharField(max_length=10, choices=Role.choices)
    created_at = models.DateTimeField(auto_now_add=True)
    # The end of the hold (`held_until` of people) that another owner has ended here; a later hold has another end.
    hold_confirmed_until = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "user"], name="billing_membership_once"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="membership_role_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user} in {self.organization} as {self.role}"


class Invitation(models.Model):
    """An invitation into an organization, sent by e-mail. Only the e-mail contains the token; its SHA-256 is here."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField()
    role = models.CharField(max_length=10, choices=Role.choices)
    # NULL until the e-mail is sent; NULL again while it waits to be sent again, and once it is used or revoked.
    token_digest = models.BinaryField(null=True, unique=True, editable=False)
    # The number of times that somebody has asked to send it. The job of an earlier request sends nothing.
    sending = models.PositiveIntegerField(default=1, editable=False)
    # The member who invited; NULL when platform staff or a command did. Deleting that person deletes the invitation.
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
        """Whether it was neither accepted nor revoked. It may have expired."""
        return self.accepted_at is None and self.revoked_at is None

    @property
    def is_expired(self) -> bool:
        """Whether its lifetime has ended."""
        return self.expires_at <= timezone.now()


class InvitationSending(models.Model):
    """One sending of an invitation, for the limits of ``orgs.services.sending_limits``."""

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="sendings")
    # The member or platform staff who sent it; NULL when a command did.
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    sent_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()


class OrganizationUserPermission(UserObjectPermissionBase):
    """Guardian's rows for people: one permission of a user on one organization, by a direct foreign key."""

    content_object = models.ForeignKey(Organization, on_delete=models.CASCADE)


class OrganizationGroupPermission(GroupObjectPermissionBase):
    """Guardian's rows for groups. They have no effect: a membership's role is the only source of permissions."""

    content_object = models.ForeignKey(Organization, on_delete=models.CASCADE)


class SentEmail(models.Model):
    """The id of an e-mail that the mail server has accepted, so that no job sends it again."""

    id = models.UUIDField(primary_key=True)
    sent_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
