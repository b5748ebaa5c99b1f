"""The audit log, sent by a real `send_webhooks` that is killed again and again: in order, none lost, and it verifies.

``make soak`` takes 50 kills.
"""

import json
import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import pytest
from django.db import connection
from django.db.models import Sum
from django.db.models.functions import Now
from standardwebhooks import Webhook

from billing_access.webhooks import signing
from billing_access.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from billing_audit.models import AuditEvent, AuditLeaf, AuditRepeat
from orgs.models import Organization
from tests.billing_access.webhooks.audit_push import check, make_endpoint, store
from tests.webhook_receiver import Receiver, receiver

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
IS_SOAK: Final = "ROUNDS" in os.environ
KILLS: Final = max(3, int(os.environ["ROUNDS"]) // 20) if IS_SOAK else 3


@pytest.fixture(scope="module")
def hooks(django_db_setup: None, django_db_blocker: Any) -> Iterator[Receiver]:
    """A receiver that looks into the database over a connection of its own."""
    with django_db_blocker.unblock():
        facts = connection.settings_dict
    url = f"postgresql://{facts['USER']}@{quote(facts['HOST'], safe='')}:{facts['PORT']}/{facts['NAME']}"
    with receiver(url) as running:
        yield running


def test_a_sender_that_is_killed_keeps_the_order_and_loses_nothing(
    acme: Organization, alice: Any, opt_in: Any, start: Any, hooks: Receiver, write_events: Any,
    seal_events: Callable[..., int], within: Any, tmp_path: Path,
) -> None:  # fmt: skip
    opt_in(acme)
    log, secret, chance = acme.public_id, signing.new_secret(), random.Random(25)
    seal_events()
    fields = {"url": hooks.url("/slow/0.05"), "holder": alice, "secret": signing.encrypt(secret)}
    endpoint = make_endpoint(acme, log, **fields)

    def received() -> list[dict[str, Any]]:
        return hooks.requests()

    def next_leaf() -> int:
        return int(WebhookEndpoint.objects.get(pk=endpoint.pk).next_leaf or 0)

    process = start("manage.py", "send_webhooks")
    for _ in range(KILLS):
        before = len(received())
        write_events(chance.randrange(150, 400), log)
        seal_events()
        assert within(60, lambda before=before: len(received()) > before)
        # Before the request, while the receiver answers, and after it.
        time.sleep(chance.random() * 0.15)
        process.kill()
        process.wait(30)
        # As if half a minute had passed, after which the lease of a killed sender ends.
        WebhookEndpoint.objects.exclude(lease=None).update(leased_until=Now())
        process = start("manage.py", "send_webhooks")
    write_events(1, log)
    seal_events()
    end = AuditLeaf.objects.get(log=log, event_id=AuditEvent.objects.latest("id").pk).place + 1
    assert within(120, lambda: next_leaf() >= end)
    process.terminate()
    assert process.wait(30) == 0
    requests, messages = received(), []
    for each in requests:
        Webhook(secret).verify(each["body"], each["headers"])
        messages.append(json.loads(each["body"]))
    ranges = [(message["data"]["first_leaf"], message["data"]["next_leaf"]) for message in messages]
    # Each range has one id, whichever process sent it, and they come one after another.
    assert len({(each["headers"]["webhook-id"], span) for each, span in zip(requests, ranges, strict=True)}) == len(
        set(ranges)
    )
    assert ranges == sorted(ranges)
    distinct = sorted(set(ranges))
    assert [first for first, _ in distinct] == [0, *(end for _, end in distinct[:-1])]
    assert not WebhookDelivery.objects.exclude(state="delivered").exists()
    # Each request was counted before its first byte, and what was not acknowledged came twice.
    counted = AuditRepeat.objects.filter(organization_id=log).aggregate(total=Sum("count"))["total"]
    assert counted >= len(requests) >= WebhookAttempt.objects.filter(status=204).count()
    events = AuditEvent.objects.filter(organization_id=log, action="webhook.audit_sent").count()
    assert 1 <= events <= 2
    assert requests[0]["recorded"] == 1
    code, said = check(store(tmp_path / "x", messages), log)
    assert (code, f"{distinct[-1][1]} sealed events of {log}" in said) == (0, True), said
    repeated = sum(number - 1 for number in Counter(ranges).values())
    assert repeated <= KILLS
