"""Stores what came of an attempt, and what follows: done, again later, given up, or the end of the endpoint."""

import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Now

from billing_access.webhooks.audit_log.batches import acknowledged
from billing_access.webhooks.models import DeliveryState, WebhookAttempt, WebhookDelivery, WebhookEndpoint
from billing_access.webhooks.sending.backoff import MOST_ATTEMPTS, wait_after
from billing_access.webhooks.sending.contents import is_audit
from billing_access.webhooks.sending.due import Turn
from billing_access.webhooks.services.challenges import CHALLENGE
from billing_access.webhooks.services.states import WOULD_SEND, activate, disable
from billing_audit.record import Actor
from orgs.actors import command

_GONE: Final = 410
_TOO_MANY: Final = 429
# An endpoint that has answered nothing well for so long is disabled.
_GIVEN_UP_AFTER: Final = timedelta(days=3)
# But not before one delivery was tried so often, or waited so long: perhaps nothing was sent since the last failure.
_ENOUGH_ATTEMPTS: Final = 5
_ENOUGH_TIME: Final = timedelta(hours=1)
# What has waited for so long behind a failing endpoint is given up like what was tried all that time.
_STALE_AFTER: Final = timedelta(days=1)
# A receiver may ask for at most so long a rest.
_LONGEST_RETRY_AFTER: Final = timedelta(hours=1)
# So much of an answer is kept, for those who look at the log of deliveries.
_KEPT_BYTES: Final = 1024


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an attempt: a status and the answer's body, or ``error``, a reason of NotSent, without a status.

    ``retry_after``: how long the receiver wants to be left alone.
    """

    seconds: float
    status: int | None = None
    body: bytes = b""
    error: str = ""
    retry_after: timedelta = timedelta()

    @property
    def is_success(self) -> bool:
        """Whether the receiver has taken it: a status of 200 to 299, and to a challenge the right answer."""
        return self.status is not None and 200 <= self.status < 300 and not self.error

    @property
    def is_about_endpoint(self) -> bool:
        """Whether it says that the receiver cannot take anything now, and not that it refuses this delivery."""
        return self.status is None or self.status == _TOO_MANY or self.status >= 500


def sender() -> Actor:
    """Return who sends, as an actor."""
    return command("worker")


@transaction.atomic(durable=True)
def store(turn: Turn, delivery: WebhookDelivery, result: Result) -> bool:
    """Store the attempt and what follows. True if it succeeded.

    Whatever the organization did meanwhile stands: a delivery that waits no more is left as it is, an endpoint that was
    removed is not there. A sender whose lease has ended stores its success, but what failed is for the next one.
    """
    endpoint = _lock(WebhookEndpoint, turn.endpoint_pk)
    current = _lock(WebhookDelivery, delivery.pk) if endpoint else None
    if endpoint is None or current is None:
        return False
    WebhookAttempt.objects.create(
        delivery=current,
        milliseconds=round(result.seconds * 1000),
        status=result.status,
        error=result.error,
        answer=_readable(result.body),
    )
    if current.state != DeliveryState.WAITING:
        return result.is_success
    if result.is_success:
        _succeed(endpoint, current)
    elif endpoint.lease == turn.lease:
        _fail(endpoint, current, result)
    return result.is_success


def _lock(model: Any, pk: Any) -> Any:
    return model.objects.select_for_update(of=("self",), no_key=True).filter(pk=pk).first()


def _succeed(endpoint: WebhookEndpoint, delivery: WebhookDelivery) -> None:
    _update(delivery, state=DeliveryState.DELIVERED, ended_at=Now())
    _update(endpoint, last_success_at=Now(), failing_since=None, failures=0, rests_until=Now())
    if is_audit(delivery):
        acknowledged(delivery)
    if delivery.type == CHALLENGE:
        activate(endpoint, sender())


def _fail(endpoint: WebhookEndpoint, delivery: WebhookDelivery, result: Result) -> None:
    """Let the delivery wait longer, or give it up; let the endpoint rest, or disable it."""
    if delivery.attempts >= MOST_ATTEMPTS and not is_audit(delivery):
        _update(delivery, state=DeliveryState.FAILED, ended_at=Now())
    else:
        _update(delivery, attempt_at=Now() + wait_after(delivery.attempts))
    wait = max(wait_after(endpoint.failures + 1), min(result.retry_after, _LONGEST_RETRY_AFTER))
    rest = {"rests_until": Now() + wait} if result.is_about_endpoint else {}
    failing = {"failing_since": Coalesce("failing_since", Now()), "failures": F("failures") + 1}
    _update(endpoint, last_failure_at=Now(), **failing, **rest)
    endpoint.refresh_from_db(fields=["failing_since"])
    if endpoint.state not in WOULD_SEND:  # paused while it answered: that stays, until a member adopts it
        return
    if result.status == _GONE:
        disable(endpoint, "its address answered 410 Gone", sender())
    elif _has_failed_for(endpoint, _GIVEN_UP_AFTER) and _was_tried(delivery):
        disable(endpoint, "every attempt failed for three days", sender())
    elif _has_failed_for(endpoint, _STALE_AFTER):
        stale = endpoint.deliveries.filter(state=DeliveryState.WAITING, created_at__lt=Now() - _STALE_AFTER)
        stale.exclude(type__startswith="audit.").update(state=DeliveryState.FAILED, ended_at=Now())


def _has_failed_for(endpoint: WebhookEndpoint, time: timedelta) -> bool:
    """Tell whether no attempt succeeded for so long, by the database's clock."""
    return WebhookEndpoint.objects.filter(pk=endpoint.pk, failing_since__lte=Now() - time).exists()


def _was_tried(delivery: WebhookDelivery) -> bool:
    """Tell whether a delivery was tried for a while: its endpoint does not fail for the first time in days."""
    for_a_while = Q(attempts__gte=_ENOUGH_ATTEMPTS) | Q(created_at__lte=Now() - _ENOUGH_TIME)
    return WebhookDelivery.objects.filter(for_a_while, pk=delivery.pk).exists()


def _update(row: WebhookEndpoint | WebhookDelivery, **values: Any) -> None:
    type(row)._default_manager.filter(pk=row.pk).update(**values)


def _readable(body: bytes) -> str:
    """Return the first kilobyte of an answer as text, without control characters and other ones that nobody sees."""
    text = body[:_KEPT_BYTES].decode("utf-8", "replace")
    return "".join(each for each in text if each in "\n\t" or not unicodedata.category(each).startswith("C"))
