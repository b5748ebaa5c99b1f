"""The page of the tags: registered, how far each is filled in, and removed."""

from typing import Any

import pytest

from accounts.models import User
from billing_access.billing.models import RegisteredTag
from billing_access.billing.operators import backfill_tag
from billing_access.billing.tags import registered
from billing_access.billing.tags.registered import MAX_REGISTERED, register_tag
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Organization

SYSTEM = actors.command("tests")
PAGE = "/o/acme/settings/tags/"
REMOVE = f"{PAGE}remove/"


def test_without_a_tag_it_says_so(acme: Organization, alice: User, sign_in: Any, words: Any) -> None:
    said = words(sign_in(alice).get(PAGE))
    assert "No tag is registered, so usage cannot be grouped by a tag yet." in said
    assert "You can register up to 10 tags." in said


def test_registered_it_is_shown_and_on_the_record(acme: Organization, adam: User, sign_in: Any, words: Any) -> None:
    answer = sign_in(adam).post(PAGE, {"key": " county "}, follow=True)
    assert answer.redirect_chain == [(PAGE, 302)]
    said = words(answer)
    assert "The tag county is registered and usage can be grouped by it now." in said
    assert "county Ready" in said
    event = AuditEvent.objects.get(action="tag.registered")
    assert (event.actor_kind, event.actor_id, event.details) == ("user", str(adam.pk), {"tag": "county"})


def test_progress_is_shown_until_it_is_ready(
    acme: Organization, alice: User, sign_in: Any, words: Any, feed: Any, run: Any
) -> None:
    feed(acme, run())
    client = sign_in(alice)
    said = words(client.post(PAGE, {"key": "county"}, follow=True))
    assert "is being backfilled from existing runs." in said
    assert "county Backfilling 0 % Waiting for the background worker." in said
    assert "Reload the page" in said
    tag = RegisteredTag.objects.get()
    RegisteredTag.objects.update(filled_through="2026-04-01T12:00:00Z")
    assert "Runs until 1 Apr 2026, 12:00 UTC are included." in words(client.get(PAGE))
    RegisteredTag.objects.update(filled_through=None)
    backfill_tag(tag.pk)
    said = words(client.get(PAGE))
    assert ("county Ready" in said, "Reload the page" in said) == (True, False)


@pytest.mark.parametrize(
    ("sent", "says"),
    [({}, "Enter the tag's key."), ({"key": "a:b"}, "no colon"), ({"key": "x" * 65}, "64 characters"),
     ({"key": "a\x00b"}, "Null characters"), ({"key": "bak_live_" + "a" * 49}, "This holds an API key")],
    ids=["none", "colon", "long", "nul", "a key"],
)  # fmt: skip
def test_a_fault_is_named_and_registers_nothing(
    acme: Organization, alice: User, sign_in: Any, words: Any, sent: dict[str, str], says: str
) -> None:
    answer = sign_in(alice).post(PAGE, sent)
    assert answer.status_code == 400
    assert f"There is a problem Tag: {says}" in words(answer) or says in words(answer)
    assert not RegisteredTag.objects.exists()


def test_beyond_the_most_it_says_what_to_do(acme: Organization, alice: User, sign_in: Any, words: Any) -> None:
    for number in range(MAX_REGISTERED):
        register_tag(acme, f"k{number}", actor=SYSTEM)
    client = sign_in(alice)
    page = client.get(PAGE)
    assert "10 tags are registered, which is the maximum. Remove one to register another." in words(page)
    assert 'id="id_key"' not in page.content.decode()
    refused = client.post(PAGE, {"key": "more"})
    assert refused.status_code == 400
    assert "Tag: 10 tags are registered, which is the most. Remove one first." in words(refused)


def test_the_page_offers_a_tag_exactly_while_the_service_accepts_one(
    acme: Organization, alice: User, sign_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registered, "MAX_REGISTERED", 1)
    client = sign_in(alice)
    for key, offered, status in (("county", True, 302), ("model", False, 400)):
        assert ('id="id_key"' in client.get(PAGE).content.decode()) == offered
        assert client.post(PAGE, {"key": key}).status_code == status


def test_removed_it_is_gone_and_twice_is_once(
    acme: Organization, other: Organization, alice: User, sign_in: Any, words: Any
) -> None:
    for organization in (acme, other):
        register_tag(organization, "county", actor=SYSTEM)
    client = sign_in(alice)
    answer = client.post(REMOVE, {"key": "county"}, follow=True)
    assert answer.redirect_chain == [(PAGE, 302)]
    assert "The tag county is removed." in words(answer) or "The tag county is removed." in answer.content.decode()
    assert client.post(REMOVE, {"key": "county"}).status_code == 302
    assert client.post(REMOVE, {"key": "a\x00b"}).status_code == 302
    assert list(RegisteredTag.objects.values_list("organization__slug", flat=True)) == ["other"]
    assert AuditEvent.objects.filter(action="tag.unregistered").count() == 1


def test_the_key_is_text_and_no_markup(acme: Organization, alice: User, sign_in: Any) -> None:
    client = sign_in(alice)
    page = client.post(PAGE, {"key": "<b>\"'&"}, follow=True).content.decode()
    assert "<b>" not in page
    assert f'href="{REMOVE}?key=%3Cb%3E%22%27%26"' in page
    page = client.get(REMOVE, {"key": "<b>\"'&"}).content.decode()
    assert "<b>" not in page
    assert 'value="&lt;b&gt;&quot;&#x27;&amp;"' in page


def test_its_removal_is_confirmed_by_name_with_what_ends(
    acme: Organization, other: Organization, alice: User, sign_in: Any, words: Any
) -> None:
    register_tag(acme, "county", actor=SYSTEM)
    register_tag(other, "theirs", actor=SYSTEM)
    client = sign_in(alice)
    said = words(client.get(REMOVE, {"key": "county"}))
    assert "Remove the tag “county”?" in said
    assert "a script that asks for group_by=tag:county gets 400 invalid_parameter" in said
    assert "Remove county Cancel" in said
    assert RegisteredTag.objects.count() == 2
    for unknown in ({}, {"key": "nobody"}, {"key": "theirs"}, {"key": "a\x00b"}):
        answer = client.get(REMOVE, unknown)
        assert (answer.status_code, answer.url) == (302, PAGE)


@pytest.mark.parametrize("number", [1, MAX_REGISTERED])
def test_at_most_eight_queries_whatever_the_number_of_tags(
    acme: Organization, alice: User, sign_in: Any, django_assert_max_num_queries: Any, number: int
) -> None:
    for each in range(number):
        register_tag(acme, f"k{each}", actor=SYSTEM)
    client = sign_in(alice)
    with django_assert_max_num_queries(8):
        assert client.get(PAGE).status_code == 200
