"""A password that somebody else chose does not survive the person's first sign-in."""

import io
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from accounts import users
from accounts.models import User
from orgs import actors

SYSTEM = actors.command("tests")
PRESET, OWN = "chosen by somebody else", "a long and winding password"


def _change(person: User, monkeypatch: Any) -> None:
    monkeypatch.setattr("getpass.getpass", lambda prompt="": PRESET)
    call_command("changepassword", person.email, "--reason", "Ticket 9", stdout=io.StringIO())


def _sign_in(email: str, password: str) -> Client:
    client = Client()
    client.post("/sign-in/", {"login": email, "password": password})
    return client


@pytest.mark.parametrize("how", ["changepassword", "createsuperuser", "create_user"])
def test_first_of_all_the_person_sets_their_own(db: None, how: str, monkeypatch: Any) -> None:
    email = "ivy@example.com"
    if how == "changepassword":
        _change(User.objects.create_user(email), monkeypatch)
    elif how == "createsuperuser":
        monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PRESET)
        call_command("createsuperuser", "--noinput", "--email", email, "--reason", "Ticket 9", stdout=io.StringIO())
    else:
        users.create_user(email=email, password=PRESET, actor=SYSTEM)
    client = _sign_in(email, PRESET)
    for page in ("/", "/account/", "/account/second-factor/add/", "/admin/"):
        assert client.get(page).headers["Location"] == "/account/password/", page
    assert "Somebody else chose your password" in client.get("/account/password/").content.decode()
    same = {"oldpassword": PRESET, "password1": PRESET, "password2": PRESET}
    assert "Choose another" in client.post("/account/password/", same).content.decode()
    assert client.get("/account/").status_code == 302
    client.post("/account/password/", {"oldpassword": PRESET, "password1": OWN, "password2": OWN})
    assert client.get("/account/").status_code == 200
    assert not User.objects.get(email=email).check_password(PRESET)


def test_a_password_that_is_the_persons_own_leads_nowhere_else(alice: User, monkeypatch: Any) -> None:
    assert _sign_in(alice.email, "correct horse battery staple").get("/account/").status_code == 200


def test_setting_one_by_the_mailed_link_is_enough(alice: User, monkeypatch: Any) -> None:
    _change(alice, monkeypatch)
    alice.refresh_from_db()
    client = Client()
    page = client.get(users.password_path(alice)).headers["Location"]
    client.post(page, {"new_password1": OWN, "new_password2": OWN})
    assert _sign_in(alice.email, OWN).get("/account/").status_code == 200
