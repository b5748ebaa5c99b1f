"""One attempt to send one delivery: decided and recorded in a transaction of its own, then sent, then stored.

No transaction is open while the receiver answers. A sender that is killed between the two sends the same delivery
again, under the same id: at least once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any, Final

from django.db import transaction

from billing_access import errors
from billing_access.access.decision import EndpointFacts, facts_for_endpoint
from billing_access.routes import WEBHOOK_AUDIT_FIGURES
from billing_access.settings import access_settings
from billing_access.webhooks.models import WebhookDelivery, WebhookEndpoint
from billing_access.webhooks.outbound import posting
from billing_access.webhooks.sending.challenge import WRONG_ANSWER, is_answered
from billing_access.webhooks.sending.contents import body_of, data_of, is_audit, route_of, topic_of
from billing_access.webhooks.sending.due import DEADLINE, Turn, first_due, locked, prepare_next
from billing_access.webhooks.sending.outcome import Result, sender, store
from billing_access.webhooks.sending.refusals import refusal_of, refuse
from billing_access.webhooks.services.challenges import CHALLENGE
from billing_access.webhooks.services.dropping import TOPIC_REMOVED, drop_waiting
from billing_access.webhooks.services.secrets import secrets_of
from billing_access.webhooks.services.telling import target_of
from billing_access.webhooks.signing import signed_headers
from billing_audit.record import Json, record, record_hourly

_JSON: Final = {"content-type": "application/json"}


class NotNow(Exception):
    """Nothing may be sent to anybody: the database is on a timeline that nobody has accepted."""


@dataclass(frozen=True, slots=True)
class _Message:
    """What was decided and recorded, and may be sent now. An error report shows neither its address nor its secrets."""

    delivery: WebhookDelivery
    url: str = field(repr=False)
    body: bytes = field(repr=False)
    secrets: Sequence[str] = field(repr=False)
    # The platform's own endpoint, at the address that the setting has.
    by_operators: bool = False


def deliver_next(turn: Turn) -> bool:
    """Send the endpoint the delivery that is due for the longest time. True if that succeeded: there may be a next one.

    False if none was due, if it failed, or if the lease has ended. Raises NotNow and database errors.
    """
    message = _begin(turn)
    return message is not None and store(turn, message.delivery, _post(message))


@transaction.atomic(durable=True)
def _begin(turn: Turn) -> _Message | None:
    """Decide what may be sent, and record it: this commits before the first byte leaves.

    What may not be sent is dropped, and an endpoint whose holder may not have it is paused.
    """
    endpoint = locked(turn)
    facts = facts_for_endpoint(endpoint.pk) if endpoint and endpoint.organization else None
    if endpoint is None or (endpoint.organization and facts is None):
        return None
    prepare_next(endpoint)
    while (delivery := first_due(endpoint)) is not None:
        route, topic = route_of(delivery), topic_of(delivery)
        refusal = refusal_of(facts, route)
        if refusal is errors.UNAVAILABLE:
            raise NotNow
        if refusal is not None:
            refuse(endpoint, facts, route, topic, refusal)
        elif topic and topic not in endpoint.topics:
            drop_waiting(endpoint, TOPIC_REMOVED, sender(), topic)
        else:
            return _recorded(endpoint, delivery, facts)
    return None


def _recorded(endpoint: WebhookEndpoint, delivery: WebhookDelivery, facts: EndpointFacts | None) -> _Message:
    """Read what is sent and count the attempt, and record both where it is a read of the organization's data."""
    with_figures = refusal_of(facts, WEBHOOK_AUDIT_FIGURES) is None
    body = body_of(delivery, with_figures=with_figures)
    delivery.attempts += 1
    delivery.save(update_fields=["attempts"])
    action = route_of(delivery).event
    details: dict[str, Json] = {"delivery": str(delivery.pk), "attempt": delivery.attempts, "type": delivery.type}
    if is_audit(delivery):
        details |= {"log": delivery.log, "first_leaf": delivery.first_leaf, "withheld": not with_figures}
        # A read of figures is no repeat of a read without.
        record_hourly(str(action), **_subject(endpoint), details=details, apart="withheld")
    elif action:
        rule = data_of(delivery).get("rule") or {}
        details |= {"rule": rule.get("id"), "kind": rule.get("kind")}
        record(action, **_subject(endpoint), details=details)
    by_operators = endpoint.organization is None and endpoint.url == access_settings.AUDIT_PUSH_URL
    return _Message(delivery, endpoint.url, body, secrets_of(endpoint), by_operators)


def _subject(endpoint: WebhookEndpoint) -> dict[str, Any]:
    """Return what each event about the sending has: the log, the actor and the target."""
    organization = endpoint.organization
    return {
        "organization_id": organization.public_id if organization else None,
        "actor": sender(),
        "target": target_of(endpoint),
    }


def _post(message: _Message) -> Result:
    """Send the message, signed now, and return what came of it."""
    headers = signed_headers(message.secrets, message.delivery.pk, message.body, datetime.now(UTC))
    started = monotonic()
    try:
        post = posting.post_for_operators if message.by_operators else posting.post
        answer = post(message.url, headers=_JSON | headers, body=message.body, deadline=DEADLINE)
    except posting.NotSent as not_sent:
        return Result(monotonic() - started, error=not_sent.reason)
    is_wrong = message.delivery.type == CHALLENGE and not is_answered(message.delivery, answer.body)
    error = WRONG_ANSWER if is_wrong else ""
    return Result(answer.seconds, answer.status, answer.body, error, timedelta(seconds=answer.retry_after))
