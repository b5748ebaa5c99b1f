"""Webhooks among those who can read: of one organization under an assumption, and of the whole platform."""

from typing import Any

import pytest

from billing_access.access.readers import organizations_with_readers, readers_of, readers_on_the_platform
from billing_access.access.services import lift_suspension, suspend_billing_reads
from billing_access.webhooks.models import WebhookEndpoint
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")


def test_each_state_and_each_holder_is_judged(acme: Any, alice: Any, bob: Any, make_webhook: Any) -> None:
    for state in ("active", "pending", "paused", "disabled"):
        make_webhook(acme, alice, url=f"https://{state}.example.com/", state=state)
    make_webhook(acme, bob, url="https://of-a-member.example.com/")
    make_webhook(acme, None, url="https://of-nobody.example.com/")
    found = readers_of(acme, opted_in=True)
    assert [each.name for each in found.webhooks] == [
        "webhook active.example.com", "webhook pending.example.com, once it answers its challenge",
    ]  # fmt: skip
    assert found.details == {"key_count": 0, "webhook_count": 2}
    assert found.lines[0] == "Webhook active.example.com: alerts, sent when they fire and when they are resolved."


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        (0, "Billing reads are off. Once turned on, still no key can read billing data: none that is accepted has a"
            " scope for it. Then 1 webhook is sent billing data."),
        (1, "Billing reads are off. Once turned on, 1 key can read billing data, and 1 webhook is sent it."),
    ],
)  # fmt: skip
def test_the_sentence_counts_them(
    keys: int, says: str, acme: Any, alice: Any, make_key: Any, make_webhook: Any
) -> None:
    make_webhook(acme, alice)
    for _ in range(keys):
        make_key(acme, "billing.state:read")
    assert readers_of(acme).sentence == says


def test_on_the_platform_they_are_those_of_organizations_that_opted_in_and_are_not_suspended(
    acme: Any, alice: Any, other: Any, charlie: Any, opt_in: Any, make_webhook: Any
) -> None:
    make_webhook(acme, alice, "alert", "audit.event")
    make_webhook(other, charlie, url="https://theirs.example.com/", state="pending")
    WebhookEndpoint.objects.create(
        url="https://platform.example.com/", topics=["audit.event"], secret="", state="active"
    )
    assert organizations_with_readers() == {other.pk}
    opt_in(acme)
    found = readers_on_the_platform(platform_suspended=True)
    assert [each.name for each in found.webhooks] == [
        "webhook hooks.example.com of Acme Robotics",
        "webhook theirs.example.com of Other Industries, once it answers its challenge",
    ]
    assert "2 webhooks are sent billing data" in found.text
    suspension = suspend_billing_reads(acme, actor=SYSTEM, reason="incident")
    assert organizations_with_readers() == {other.pk}
    lift_suspension(suspension, actor=SYSTEM, reason="over")
    assert organizations_with_readers() == {acme.pk, other.pk}


def test_of_many_on_the_platform_twenty_are_named_and_all_counted(acme: Any, alice: Any, opt_in: Any) -> None:
    opt_in(acme)
    WebhookEndpoint.objects.bulk_create(
        WebhookEndpoint(organization=acme, holder=alice, url=f"https://{n}.example.com/", topics=["alert"], secret="")
        for n in range(45)
    )
    found = readers_on_the_platform(platform_suspended=False)
    assert "45 webhooks are sent billing data" in found.text
    assert (found.text.count(".example.com"), "and 25 more webhooks" in found.text) == (20, True)
    lines = [each for each in found.lines if "ebhook" in each]
    assert (len(lines), lines[-1]) == (21, "And 25 more webhooks.")
