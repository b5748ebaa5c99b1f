"""The account page: people change their own name, which is recorded, and nobody else's."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts import users
from accounts.models import User
from billing_audit.models import AuditEvent, AuditPart
from orgs import actors


def test_a_new_name_is_on_the_record_once(alice: User, sign_in: Any) -> None:
    client = sign_in(alice)
    for _ in range(2):
        assert client.post("/account/", {"name": " Alice Liddell "}).headers["Location"] == "/account/"
    alice.refresh_from_db()
    assert alice.name == "Alice Liddell"
    event = AuditEvent.objects.get(action="user.renamed")
    assert (event.organization_id, event.actor_id, event.target_id) == (None, str(alice.pk), str(alice.pk))
    # A name is personal data, which could never be erased from a sealed event.
    assert "Liddell" not in str(vars(event))
    assert AuditPart.objects.filter(event_id=event.pk).exists()


@pytest.mark.parametrize("name", ["x" * 151, "x\x00y"])
def test_a_name_that_cannot_be_is_refused(alice: User, sign_in: Any, name: str) -> None:
    assert sign_in(alice).post("/account/", {"name": name}).status_code == 400
    alice.refresh_from_db()
    assert alice.name == "Alice"


def test_the_service_refuses_a_long_name_too(alice: User) -> None:
    with pytest.raises(ValidationError):
        users.rename(alice, name="x" * 151, actor=actors.as_member(alice))


def test_nothing_but_the_name_changes(alice: User, sign_in: Any) -> None:
    fields = {"email": "mallory@example.com", "is_staff": "on", "is_superuser": "on", "password": "x"}
    sign_in(alice).post("/account/", {"name": "Alice", **fields})
    again = User.objects.get(pk=alice.pk)
    assert (again.email, again.is_staff, again.is_superuser, again.password) == (
        alice.email,
        False,
        False,
        alice.password,
    )


def test_another_persons_name_is_theirs(alice: User, bob: User, dana: User) -> None:
    for actor in (actors.as_member(alice), actors.as_member(dana), actors.command("tests")):
        with pytest.raises(PermissionDenied):
            users.rename(bob, name="Mallory", actor=actor)
    bob.refresh_from_db()
    assert bob.name == "Bob"


def test_who_has_no_password_is_led_to_where_one_is_set(alice: User, sign_in: Any) -> None:
    alice.set_unusable_password()
    alice.save()
    client = sign_in(alice)
    page = client.get("/account/").content.decode()
    assert 'href="/sign-in/forgotten/">Set…</a>' in page
    assert "/account/password/" not in page
    for answer in (client.get("/account/password/"), client.post("/account/password/")):
        assert answer.headers["Location"] == "/sign-in/forgotten/"
    assert client.get("/sign-in/forgotten/").status_code == 200
