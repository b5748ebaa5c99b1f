"""Which endpoints have something to send, and whose turn it is. Rows in the database say it, so senders may be many.

A sender leases an endpoint for its turn: nobody else sends to it until the turn ends, or the lease does because the
sender was killed. The endpoint whose last turn was longest ago is next, however much waits for the others.
"""

import logging
import time
import uuid
from datetime import timedelta
from math import inf
from typing import Final, NamedTuple

from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.functions import Now

from billing_access.webhooks.audit_log.batches import prepare
from billing_access.webhooks.models import DeliveryState, EndpointState, Topic, WebhookDelivery, WebhookEndpoint
from billing_access.webhooks.services.challenges import CHALLENGE
from billing_audit.reading.leaf_ranges import SIZES_OF_LOG

_logger: Final = logging.getLogger(__name__)
# Seconds that one request may take, and how much longer the sender has the endpoint to itself.
DEADLINE: Final = 15.0
_MARGIN: Final = 15.0
LEASE: Final = timedelta(seconds=DEADLINE + _MARGIN)
# At a time the audit deliveries of so many endpoints are made. After an error the next try is so many seconds later.
_PREPARED: Final = 100
# One that somebody else had locked is looked at again soon.
_AGAIN, _SOON = 60.0, 1.0
# The active endpoints that have the audit log and no such delivery, each with its cursor and with what is sealed.
_WITHOUT_AUDIT_DELIVERY: Final = f"""
SELECT e.id, e.log, e.next_leaf, {SIZES_OF_LOG.format(log="coalesce(e.log, o.public_id, 'platform')")}
FROM billing_webhook_endpoint e LEFT JOIN billing_orgs_organization o ON o.id = e.organization_id
WHERE e.state = 'active' AND 'audit.event' = ANY (e.topics) AND e.rests_until <= statement_timestamp()
  AND NOT EXISTS (
    SELECT FROM billing_webhook_delivery d
    WHERE d.endpoint_id = e.id AND d.state = 'waiting' AND starts_with(d.type, 'audit.'))
ORDER BY e.id
"""  # noqa: S608 (constants only)
# A lease that is given up leaves the time in `leased_until`: the end of the last turn.
_LEASE: Final = """
WITH due AS MATERIALIZED (
    SELECT e.id FROM billing_webhook_endpoint e
    CROSS JOIN LATERAL (
        SELECT d.attempt_at FROM billing_webhook_delivery d
        WHERE d.endpoint_id = e.id AND d.state = 'waiting' AND d.attempt_at <= statement_timestamp()
          AND (e.state = 'active' OR d.type = %(challenge)s)
        ORDER BY d.attempt_at LIMIT 1) oldest
    WHERE e.state IN ('active', 'pending') AND e.rests_until <= statement_timestamp()
      AND (e.lease IS NULL OR e.leased_until <= statement_timestamp())
      AND (e.failures = 0 OR %(failing)s)
    ORDER BY greatest(oldest.attempt_at, e.rests_until, e.leased_until), e.id
    LIMIT %(limit)s FOR NO KEY UPDATE OF e SKIP LOCKED)
UPDATE billing_webhook_endpoint e
SET lease = gen_random_uuid(), leased_until = statement_timestamp() + %(seconds)s * interval '1 second'
FROM due WHERE e.id = due.id RETURNING e.id, e.lease, e.failures > 0
"""


class Turn(NamedTuple):
    """An endpoint that a sender has to itself. ``fails``: its last attempt failed."""

    endpoint_pk: uuid.UUID
    lease: uuid.UUID
    fails: bool


def lease(limit: int, *, also_failing: bool = True) -> list[Turn]:
    """Lease up to ``limit`` endpoints that have something to send, those whose turn is longest ago first.

    ``also_failing``: also those whose last attempt failed. One statement.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            _LEASE, {"challenge": CHALLENGE, "failing": also_failing, "limit": limit, "seconds": DEADLINE + _MARGIN}
        )
        return [Turn(*row) for row in cursor.fetchall()]


def release(turn: Turn) -> None:
    """End the turn, unless the lease ended before."""
    _of(turn).update(lease=None, leased_until=Now())


def locked(turn: Turn) -> WebhookEndpoint | None:
    """Lock the endpoint, and lease it for one more attempt. None if the lease ended before, or the endpoint is gone."""
    endpoint = _of(turn).select_for_update(of=("self",), no_key=True).select_related("organization", "holder").first()
    if endpoint is not None:
        _of(turn).update(leased_until=Now() + LEASE)
    return endpoint


def first_due(endpoint: WebhookEndpoint) -> WebhookDelivery | None:
    """Return the delivery to this endpoint that is due for the longest time. One that is pending has its challenge."""
    due = WebhookDelivery.objects.filter(endpoint=endpoint, state=DeliveryState.WAITING, attempt_at__lte=Now())
    if endpoint.state == EndpointState.PENDING:
        due = due.filter(type=CHALLENGE)
    elif endpoint.state != EndpointState.ACTIVE:
        return None
    return due.order_by("attempt_at", "id").first()


class AuditLook:
    """Looks for sealed events that are to be sent, and makes the deliveries of them.

    It remembers how much was sealed when it last looked for an endpoint, so that those without news cost one statement
    altogether. An endpoint that cannot be prepared is logged and tried again after a minute; the others go on.
    """

    def __init__(self) -> None:
        self._seen: dict[uuid.UUID, tuple[object, float]] = {}

    def prepare(self) -> bool:
        """Make the deliveries of up to a hundred endpoints that have none. True if there may be further ones."""
        with connection.cursor() as cursor:
            cursor.execute(_WITHOUT_AUDIT_DELIVERY)
            found = {endpoint_pk: state for endpoint_pk, *state in cursor.fetchall()}
        now = time.monotonic()
        self._seen = {pk: seen for pk, seen in self._seen.items() if seen[0] == found.get(pk) and now < seen[1]}
        news = [pk for pk in found if pk not in self._seen]
        for each in news[:_PREPARED]:
            try:
                again_at = inf if _prepare(each) else now + _SOON
            except Exception:
                _logger.exception("The audit events for the webhook %s could not be prepared.", each)
                again_at = now + _AGAIN
            self._seen[each] = (found[each], again_at)
        return len(news) > _PREPARED


def prepare_next(endpoint: WebhookEndpoint) -> None:
    """Make the next audit delivery of an active endpoint, which the caller has locked, unless one waits."""
    if endpoint.state != EndpointState.ACTIVE or Topic.AUDIT_EVENT not in endpoint.topics:
        return
    if not endpoint.deliveries.filter(state=DeliveryState.WAITING, type__startswith="audit.").exists():
        prepare(endpoint)


@transaction.atomic
def _prepare(endpoint_pk: uuid.UUID) -> bool:
    """Prepare the endpoint unless somebody else has locked it; tell whether that was done."""
    endpoints = WebhookEndpoint.objects.select_for_update(of=("self",), no_key=True, skip_locked=True)
    endpoint = endpoints.filter(pk=endpoint_pk).first()
    if endpoint is not None:
        prepare_next(endpoint)
    return endpoint is not None


def _of(turn: Turn) -> QuerySet[WebhookEndpoint]:
    return WebhookEndpoint.objects.filter(pk=turn.endpoint_pk, lease=turn.lease)
