"""The events and e-mails that the services of webhooks have in common."""

from billing_access.access.decision import facts_for_new_key
from billing_access.access.readers import webhook_outlook
from billing_access.access.services.audit_fields import actor_name, sentence_start
from billing_access.scopes import ALL_SCOPES
from billing_access.webhooks.models import Topic, WebhookEndpoint
from billing_audit.record import Actor, Changes, Json, Target, record
from orgs.mail.notify import notify, notify_staff
from orgs.roles import Role


def record_change(
    action: str, endpoint: WebhookEndpoint, actor: Actor, changes: Changes | None = None, **details: Json
) -> None:
    """Record a change of a webhook on its organization's log, or on the platform's. No secret is in it."""
    record(
        action,
        organization_id=endpoint.organization.public_id if endpoint.organization else None,
        actor=actor,
        target=target_of(endpoint),
        changes=changes,
        details=details,
    )


def target_of(endpoint: WebhookEndpoint) -> Target:
    """Return the webhook as the target of an event: with its host, since the rest of its address may be a secret."""
    return Target("webhook", str(endpoint.pk), endpoint.host)


def tell_of_opening(endpoint: WebhookEndpoint, actor: Actor, did: str) -> None:
    """E-mail the owners what was opened, and what the webhook is sent now. ``did`` goes on after the actor's name."""
    if endpoint.organization is None:
        return
    notify(
        "billing_access/email/webhook_opened.txt",
        organization=endpoint.organization,
        roles=(Role.OWNER,),
        context={
            "by": actor_name(actor),
            "did": did,
            "webhook_id": str(endpoint.pk),
            "host": endpoint.host,
            "topics": [Topic(each).label.lower() for each in sorted(endpoint.topics)],
            "outlook": webhook_outlook(facts_for_new_key(endpoint.organization.pk, ALL_SCOPES), endpoint.topics),
        },
        opened=f"{sentence_start(actor)} {did}.",
    )


def tell_of_pause(endpoint: WebhookEndpoint, because: str) -> None:
    """E-mail the owners that the webhook is sent nothing until a member adopts it. ``because`` ends a sentence."""
    if endpoint.organization is None:
        return
    notify(
        "billing_access/email/webhook_paused.txt",
        organization=endpoint.organization,
        roles=(Role.OWNER,),
        people=[endpoint.holder],
        context={"host": endpoint.host, "because": because},
    )


def tell_of_disabling(endpoint: WebhookEndpoint, because: str) -> None:
    """E-mail the owners and the holder that it is sent nothing any more; platform staff about the platform's own."""
    template, since = "billing_access/email/webhook_disabled.txt", endpoint.failing_since
    context = {"host": endpoint.host, "because": because, "since": since}
    if endpoint.organization is None:
        notify_staff(template, occasion=f"{template} {endpoint.pk} {since}", context=context)
        return
    notify(
        template, organization=endpoint.organization, roles=(Role.OWNER,), people=(endpoint.holder,), context=context
    )
