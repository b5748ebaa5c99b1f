"""The weekly e-mail of each organization's newest checkpoint to its owners.

Their mailboxes are a copy that the platform cannot alter afterwards.
"""

from django.db import transaction

from billing_audit.record import Target, record
from billing_audit.transparency.checkpoints import newest_checkpoints
from orgs import actors
from orgs.mail.notify import notify
from orgs.models import Organization
from orgs.roles import Role


def send_checkpoints() -> int:
    """Queue the e-mail to the owners of every organization that has a checkpoint; return how many organizations.

    Each organization has a transaction of its own, which also records its event.
    """
    organizations = Organization.objects.in_bulk(field_name="public_id")
    checkpoints = [each for each in newest_checkpoints() if each.log in organizations]
    for each in checkpoints:
        organization = organizations[each.log]
        with transaction.atomic():
            context = {"size": each.size, "note": each.note}
            notify("orgs/email/audit_checkpoint.txt", organization=organization, roles=[Role.OWNER], context=context)
            record(
                "audit_heads.published",
                organization_id=organization.public_id,
                actor=actors.command("worker"),
                target=Target("organization", organization.public_id, organization.name),
                details={"logs": 1, "to": "the owners, by e-mail"},
            )
    return len(checkpoints)
