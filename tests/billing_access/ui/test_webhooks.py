"""The pages of webhooks: list, make with the secret shown once, change, rotate, adopt, test, and the deliveries."""

import re
import uuid
from typing import Any

import pytest
from django.utils import timezone

from billing_access.webhooks.models import WebhookDelivery, WebhookEndpoint
from billing_access.webhooks.services import secrets_of
from billing_audit.models import AuditEvent

pytestmark = pytest.mark.django_db
PAGE = "/o/acme/webhooks/"
SECRET = re.compile(r"whsec_[A-Za-z0-9+/]{43}=")
FORM = {"url": "https://hooks.example.com/billing?token=hidden", "topics": ["alert"]}


def form() -> dict[str, Any]:
    return {**FORM, "form_token": str(uuid.uuid4())}


def test_it_says_what_each_topic_carries_before_and_after_the_opt_in(
    acme: Any, adam: Any, sign_in: Any, words: Any, opt_in: Any
) -> None:
    client = sign_in(adam)
    said = words(client.get(f"{PAGE}new/"))
    assert "Billing reads are off. Once turned on, it is sent; until then it is dropped." in said
    assert "left out while billing reads are off or suspended, as now." in said
    opt_in(acme)
    said = words(client.get(f"{PAGE}new/"))
    assert "Billing reads are on: it is sent at once." in said


def test_the_secret_is_shown_once(acme: Any, adam: Any, sign_in: Any, words: Any) -> None:
    client, sent = sign_in(adam), form()
    answer = client.post(f"{PAGE}new/", sent)
    (secret,) = SECRET.findall(answer.content.decode())
    endpoint = WebhookEndpoint.objects.get()
    assert secrets_of(endpoint) == [secret]
    assert "Copy the secret now." in words(answer)
    again = client.post(f"{PAGE}new/", sent, follow=True)
    assert "was already made. Its secret was shown once." in again.content.decode()
    assert WebhookEndpoint.objects.count() == 1
    for page in (again, client.get(PAGE), client.get(f"{PAGE}{endpoint.pk}/")):
        assert not SECRET.search(page.content.decode())


def test_it_asks_for_a_proof_and_keeps_what_was_typed(acme: Any, adam: Any, sign_in: Any) -> None:
    client = sign_in(adam, minutes_ago=20)
    answer = client.post(f"{PAGE}new/", form())
    assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (302, "/account/prove/")
    assert not WebhookEndpoint.objects.exists()
    assert FORM["url"] in client.get(f"{PAGE}new/").content.decode()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"url": "http://hooks.example.com/"}, "Only https is accepted"),
        ({"url": ""}, "Enter the address"),
        ({"topics": []}, "Choose at least one topic."),
        ({"topics": ["audit.event"], "start": "date"}, "Enter a date such as 2026-11-01."),
        ({"topics": ["audit.event"], "start": "date", "day": "2099-01-01"}, "The start is in the future."),
    ],
)
def test_what_is_wrong_is_said(wrong: Any, says: str, acme: Any, adam: Any, sign_in: Any, words: Any) -> None:
    answer = sign_in(adam).post(f"{PAGE}new/", {**form(), **wrong})
    assert answer.status_code == 400
    assert says in words(answer)
    assert not WebhookEndpoint.objects.exists()


def test_who_may_see_billing_sees_the_host_and_the_answers_and_no_more(
    acme: Any, adam: Any, bella: Any, sign_in: Any, make_webhook: Any, words: Any
) -> None:
    endpoint = make_webhook(acme, adam, url=FORM["url"])
    delivery = WebhookDelivery.objects.create(id=uuid.uuid4(), endpoint=endpoint, type="alert.fired", state="failed")
    delivery.tries.create(milliseconds=87, status=503, answer="<script>busy</script>")
    delivery.tries.create(milliseconds=15000, error="timed_out")
    answer = sign_in(bella).get(f"{PAGE}{endpoint.pk}/")
    said = words(answer)
    assert "503, 87 ms Answer <script>busy</script>" in said
    assert "timed_out, 15000 ms" in said
    assert f"msg_{delivery.pk}" in said
    assert "token=hidden" not in answer.content.decode()
    assert not any(each in said for each in ("Send again", "Send a test", "Rotate", "Remove"))
    assert "token=hidden" in sign_in(adam).get(f"{PAGE}{endpoint.pk}/").content.decode()


def test_the_list_says_state_holder_and_the_last_success_and_failure(
    acme: Any, adam: Any, bella: Any, sign_in: Any, make_webhook: Any, words: Any
) -> None:
    now = timezone.now()
    endpoint = make_webhook(acme, adam, "alert", "audit.event")
    WebhookEndpoint.objects.update(failing_since=now, last_success_at=now, last_failure_at=now)
    make_webhook(acme, None, url="https://paused.example.com/", state="paused")
    said = words(sign_in(bella).get(PAGE))
    assert "hooks.example.com Alerts, Audit log Failing since" in said
    assert "paused.example.com Alerts Paused" in said
    assert "It is sent nothing until a member who may have its topics adopts it. Never Never" in said
    adam.billing_memberships.update(role="member")
    adam.organizationuserpermission_set.all().delete()
    said = words(sign_in(bella).get(f"{PAGE}{endpoint.pk}/"))
    assert "The member who holds it may not have it any more" in said


def test_a_rotation_shows_the_new_secret_once_and_is_not_repeated(
    acme: Any, adam: Any, sign_in: Any, make_webhook: Any, field: Any, words: Any
) -> None:
    endpoint, client = make_webhook(acme, adam), sign_in(adam)
    (old,) = secrets_of(endpoint)
    sent = {"overlap_hours": 24, "version": field(client.get(f"{PAGE}{endpoint.pk}/rotate/"), "version")}
    (new,) = SECRET.findall(client.post(f"{PAGE}{endpoint.pk}/rotate/", sent).content.decode())
    assert secrets_of(WebhookEndpoint.objects.get()) == [new, old]
    assert "Old secret also signs until" in words(client.get(f"{PAGE}{endpoint.pk}/"))
    again = client.post(f"{PAGE}{endpoint.pk}/rotate/", sent)
    assert "rotated since this page was opened" in words(again)
    assert secrets_of(WebhookEndpoint.objects.get()) == [new, old]
    WebhookEndpoint.objects.update(former_secret_until=timezone.now())
    assert "Old secret" not in words(client.get(f"{PAGE}{endpoint.pk}/"))


def test_topics_are_changed_and_the_page_says_what_it_is_sent_then(
    acme: Any, adam: Any, sign_in: Any, make_webhook: Any, words: Any
) -> None:
    endpoint = make_webhook(acme, adam)
    answer = sign_in(adam).post(f"{PAGE}{endpoint.pk}/change/", {"topics": ["audit.event"]}, follow=True)
    assert (
        "Saved. It is sent the audit log without figures and texts. Billing reads are off. Once turned on, it is"
        in (answer.content.decode())
    )
    assert WebhookEndpoint.objects.get().topics == ["audit.event"]


def test_each_step_says_what_was_done_or_why_not(acme: Any, adam: Any, sign_in: Any, make_webhook: Any) -> None:
    endpoint, client = make_webhook(acme, None, state="disabled"), sign_in(adam)
    at = f"{PAGE}{endpoint.pk}/"

    def do(step: str) -> str:
        return client.post(f"{at}{step}/", follow=True).content.decode()

    assert "The webhook is disabled. It is sent nothing now." in do("test")
    assert "You hold the webhook now." in do("adopt")
    assert "A challenge is on its way." in do("turn-on")
    WebhookEndpoint.objects.update(state="active")
    assert "A test is on its way." in do("test")
    WebhookDelivery.objects.filter(type="webhook.test").update(state="failed")
    delivery = endpoint.deliveries.get(type="webhook.test")
    assert "It waits to be sent again, with the same id." in do(f"deliveries/{delivery.pk}/send-again")
    assert "is removed. It is sent nothing any more." in do("remove")
    assert client.post(f"{at}test/").status_code == 404


def test_steps_that_open_ask_for_a_proof_and_lead_back(acme: Any, adam: Any, sign_in: Any, make_webhook: Any) -> None:
    endpoint, client = make_webhook(acme, None, state="paused"), sign_in(adam, minutes_ago=20)
    answer = client.post(f"{PAGE}{endpoint.pk}/adopt/")
    assert answer.headers["Location"].startswith("/account/prove/")
    assert client.get(f"{PAGE}{endpoint.pk}/adopt/").headers["Location"] == f"{PAGE}{endpoint.pk}/"
    assert not AuditEvent.objects.filter(action="webhook.adopted").exists()


def test_the_readers_page_lists_them_beside_people_and_keys(
    acme: Any, adam: Any, audrey: Any, sign_in: Any, make_webhook: Any, words: Any, opt_in: Any
) -> None:
    make_webhook(acme, adam, "alert", "audit.event")
    make_webhook(acme, None, url="https://paused.example.com/", state="paused")
    said = words(sign_in(audrey).get("/o/acme/readers/"))
    assert "1 webhook is sent figures or events." in said
    assert "hooks.example.com The audit log, without figures and texts Active Adam" in said
    opt_in(acme)
    said = words(sign_in(audrey).get("/o/acme/readers/"))
    assert (
        "Alerts, sent when they fire and when they are resolved The figures in audit events The audit log Active"
        in said
    )
    assert "paused.example.com Nothing Paused Nobody" in said


def test_the_turn_on_page_counts_them(
    acme: Any, adam: Any, sign_in: Any, make_webhook: Any, words: Any, make_key: Any
) -> None:
    make_webhook(acme, adam)
    client = sign_in(adam)
    said = words(client.get("/o/acme/billing-reads/turn-on/"))
    assert "still no key" not in said
    assert "1 webhook is sent billing data" in said
    assert "Webhook hooks.example.com: alerts, sent when they fire and when they are resolved." in said
    make_key(acme, "billing.state:read")
    client.post("/o/acme/billing-reads/turn-on/", {"version": 0})
    event = AuditEvent.objects.get(action="billing_reads.enabled")
    assert (event.details["key_count"], event.details["webhook_count"]) == (1, 1)
    assert "1 key can read billing data, and 1 webhook is sent it." in words(client.get("/o/acme/billing-reads/"))


def test_the_overview_says_which_are_in_trouble(
    acme: Any, adam: Any, bella: Any, sign_in: Any, make_webhook: Any, words: Any
) -> None:
    make_webhook(acme, adam)
    client = sign_in(bella)
    assert "in trouble" not in words(client.get("/o/acme/overview/"))
    make_webhook(acme, adam, url="https://paused.example.com/", state="paused")
    make_webhook(acme, adam, url="https://gone.example.com/", state="disabled")
    WebhookEndpoint.objects.filter(state="active").update(failing_since=timezone.now())
    said = words(client.get("/o/acme/overview/"))
    assert "3 webhooks in trouble hooks.example.com: failing, and tried again" in said
    assert "paused.example.com: paused until a member adopts it" in said
    assert "gone.example.com: disabled after failing" in said
