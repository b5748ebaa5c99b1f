"""`send_webhooks` and receivers, each in a process of its own: at least once, killed or not, and the dead delay nobody.

``make soak`` takes 5,000 deliveries and 50 kills, and 10,000 deliveries of which half wait for dead receivers.
"""

import json
import os
import random
import signal
import socket
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Final
from urllib.parse import quote

import pytest
from django.db import connection
from django.db.models import Count
from django.db.models.functions import Now
from standardwebhooks import Webhook

from billing_access.webhooks import signing
from billing_access.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint, WebhookSender
from billing_access.webhooks.outbound import posting
from billing_audit.models import AuditEvent
from billing_audit.record import uuid7
from orgs.models import Organization
from tests.webhook_receiver import Receiver, receiver

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
IS_SOAK: Final = "ROUNDS" in os.environ
KILLS: Final = max(3, int(os.environ["ROUNDS"]) // 20) if IS_SOAK else 3
DELIVERIES: Final = 100 * KILLS if IS_SOAK else 100
WAITING: Final = 10_000 if IS_SOAK else 200
DEAD: Final = 50 if IS_SOAK else 4


@pytest.fixture(scope="module")
def secret() -> str:
    return signing.new_secret()


@pytest.fixture(scope="module")
def hooks(django_db_setup: None, django_db_blocker: Any) -> Iterator[Receiver]:
    """A receiver that looks into the database over a connection of its own."""
    with django_db_blocker.unblock():
        facts = connection.settings_dict
    url = f"postgresql://{facts['USER']}@{quote(facts['HOST'], safe='')}:{facts['PORT']}/{facts['NAME']}"
    with receiver(url) as running:
        yield running


@pytest.fixture
def make_endpoints(
    acme: Organization, alice: Any, opt_in: Any, secret: str
) -> Callable[[str, int], list[WebhookEndpoint]]:
    """Write active endpoints with this URL; Acme has opted in."""
    opt_in(acme)

    def make(url: str, number: int) -> list[WebhookEndpoint]:
        return WebhookEndpoint.objects.bulk_create(
            WebhookEndpoint(
                organization=acme,
                url=url,
                topics=["alert"],
                holder=alice,
                state="active",
                secret=signing.encrypt(secret),
            )
            for _ in range(number)
        )

    return make


@pytest.fixture
def sender(start: Any) -> Callable[[], Any]:
    """Start a sender in a process of its own."""
    return lambda: start("manage.py", "send_webhooks")


def queue(endpoints: list[WebhookEndpoint], number: int) -> dict[str, str]:
    """Queue this many alerts over the endpoints, and return the body of each by its ``webhook-id``."""
    made = []
    for each in range(number):
        body = json.dumps({"type": "alert.fired", "timestamp": "2026-11-30T00:00:00Z", "data": {"number": each}})
        endpoint = endpoints[each % len(endpoints)]
        made.append(WebhookDelivery(id=uuid7(), endpoint=endpoint, type="alert.fired", body=body))
    WebhookDelivery.objects.bulk_create(made)
    return {f"msg_{each.pk}": str(each.body) for each in made}


def waiting(endpoints: list[WebhookEndpoint]) -> int:
    return WebhookDelivery.objects.filter(endpoint__in=endpoints, state="waiting").count()


def received(hooks: Receiver, queued: dict[str, str]) -> list[dict[str, Any]]:
    return [each for each in hooks.requests() if each["headers"]["webhook-id"] in queued]


def test_a_sender_sends_after_the_record_and_ends_after_what_is_under_way(
    make_endpoints: Any, sender: Any, hooks: Receiver, secret: str, within: Any
) -> None:
    endpoints = make_endpoints(hooks.url(), 2)
    queued = queue(endpoints, 6)
    process = sender()
    assert within(30, lambda: waiting(endpoints) == 0)
    requests = received(hooks, queued)
    assert sorted(each["headers"]["webhook-id"] for each in requests) == sorted(queued)
    assert {each["recorded"] for each in requests} == {1}
    for each in requests:
        assert each["body"] == queued[each["headers"]["webhook-id"]]
        Webhook(secret).verify(each["body"], each["headers"])
    assert within(15, lambda: WebhookSender.objects.count() == 1)
    slow = make_endpoints(hooks.url("/slow/1.5"), 1)
    queued = queue(slow, 3)
    assert within(30, lambda: len(received(hooks, queued)) == 1)
    process.send_signal(signal.SIGTERM)
    assert process.wait(15) == 0
    assert [*WebhookDelivery.objects.filter(endpoint__in=slow).order_by("id").values_list("state", flat=True)] == [
        "delivered", "waiting", "waiting",
    ]  # fmt: skip
    assert (WebhookSender.objects.count(), WebhookEndpoint.objects.exclude(lease=None).count()) == (0, 0)


@pytest.mark.parametrize(("header", "seconds"), [("7", 7), ("-7", 0), ("1e3", 0), ("9" * 40, 0)])
def test_how_long_a_receiver_wants_to_be_left_alone_is_read(hooks: Receiver, header: str, seconds: int) -> None:
    headers = {"webhook-id": "msg_0"}
    answer = posting.post(hooks.url(f"/later/{header}"), headers=headers, body=b"{}")
    assert (answer.status, answer.retry_after) == (429, seconds)


def test_two_senders_send_nothing_twice(make_endpoints: Any, sender: Any, hooks: Receiver, within: Any) -> None:
    endpoints = make_endpoints(hooks.url("/slow/0.01"), 5)
    queued = queue(endpoints, 60)
    processes = [sender(), sender()]
    assert within(60, lambda: waiting(endpoints) == 0)
    times = Counter(each["headers"]["webhook-id"] for each in received(hooks, queued))
    assert times == dict.fromkeys(queued, 1)
    assert len(processes) == 2


def test_a_sender_that_is_killed_loses_nothing_and_ids_stay(
    make_endpoints: Any, sender: Any, hooks: Receiver, secret: str, within: Any
) -> None:
    endpoints = make_endpoints(hooks.url("/slow/0.05"), 25)
    queued = queue(endpoints, DELIVERIES)
    process, chance = sender(), random.Random(25)
    for kill in range(1, KILLS + 1):
        left = DELIVERIES - DELIVERIES * kill // (KILLS + 1)
        assert within(120, lambda left=left: waiting(endpoints) <= left)
        time.sleep(chance.random() * 0.1)
        process.kill()
        process.wait(30)
        # As if half a minute had passed, after which the lease of a killed sender ends.
        WebhookEndpoint.objects.exclude(lease=None).update(leased_until=Now())
        process = sender()
    assert within(120, lambda: waiting(endpoints) == 0)
    requests = received(hooks, queued)
    times = Counter(each["headers"]["webhook-id"] for each in requests)
    assert set(times) == set(queued)
    # What was under way when the sender was killed, and no more, is sent again.
    assert sum(times.values()) - len(times) <= KILLS * 20
    for each in requests:
        assert each["body"] == queued[each["headers"]["webhook-id"]]
        assert each["recorded"] >= 1
        Webhook(secret).verify(each["body"], each["headers"])
    states = WebhookDelivery.objects.filter(endpoint__in=endpoints).values_list("state").annotate(Count("pk"))
    assert dict(states) == {"delivered": DELIVERIES}
    # Each request is on the record, whatever became of it.
    assert AuditEvent.objects.filter(action="webhook.alert_sent").count() >= len(requests)


def test_receivers_that_are_dead_delay_nobody_else(
    make_endpoints: Any, sender: Any, hooks: Receiver, within: Any, record_property: Any
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        refusing = make_endpoints(f"http://127.0.0.1:{taken.getsockname()[1]}/", DEAD // 2)
        dead = [*make_endpoints(hooks.url("/hang"), DEAD - DEAD // 2), *refusing]
        live = make_endpoints(hooks.url(), DEAD)
        # The dead first: they wait longer.
        queue(dead, WAITING // 2)
        queued = queue(live, WAITING // 2)
        began = time.monotonic()
        processes = [sender()]
        assert within(120, lambda: waiting(live) == 0), waiting(live)
        seconds = time.monotonic() - began
    record_property("seconds", seconds)
    times = Counter(each["headers"]["webhook-id"] for each in received(hooks, queued))
    assert times == dict.fromkeys(queued, 1)
    tries = WebhookAttempt.objects.filter(delivery__endpoint__in=dead)
    # A dead one costs an attempt a turn.
    assert tries.count() <= len(dead) * (2 + seconds // 5)
    assert len(processes) == 1
