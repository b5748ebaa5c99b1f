"""Re-authentication: only after 15 minutes, and what was typed is neither lost nor stored too long."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.models import User
from billing_access.access.models import ApiKey, OptIn
from billing_access.access.services import rotate_key, suspend_billing_reads
from orgs import actors
from orgs.models import Organization
from orgs.services import invitations

PASSWORD = "correct horse battery staple"
SYSTEM = actors.command("tests")
FORM = {
    "name": "Nightly",
    "lifetime_days": "30",
    "scopes": ["billing.state:read", "runs:read"],
    "allowed_networks": "10.0.0.0/8",
    "form_token": "6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b",
}
NEW = "/o/acme/keys/new/"


def prove(client: Client, answer: Any) -> Any:
    """Enter the password on the page that the answer redirects to."""
    assert answer.status_code == 302
    asked = client.get(answer.headers["Location"])
    assert "Confirm it's you" in asked.content.decode()
    path, _, query = answer.headers["Location"].partition("?next=")
    return client.post(path, {"password": PASSWORD, "next": query.replace("%2F", "/")})


def test_what_was_typed_is_there_again(acme: Organization, alice: User, sign_in: Any) -> None:
    client = sign_in(alice, minutes_ago=16)
    assert client.get(NEW).status_code == 200
    back = prove(client, client.post(NEW, FORM))
    assert back.headers["Location"] == NEW
    assert not ApiKey.objects.exists()
    page = client.get(NEW).content.decode()
    for kept in ('value="Nightly"', 'value="30"', "10.0.0.0/8", FORM["form_token"]):
        assert str(kept) in page
    assert page.count("checked") == 2
    assert 'value="Nightly"' not in client.get(NEW).content.decode()
    assert client.post(NEW, FORM).status_code == 200
    assert ApiKey.objects.get().name == "Nightly"


def test_it_is_shown_on_its_own_page_only(acme: Organization, alice: User, sign_in: Any) -> None:
    client = sign_in(alice, minutes_ago=16)
    prove(client, client.post(NEW, FORM))
    turn_on = client.get("/o/acme/billing-reads/turn-on/").content.decode()
    assert "Nightly" not in turn_on
    assert 'value="Nightly"' in client.get(NEW).content.decode()


def test_a_page_of_the_admin_asks_too(acme: Organization, dana: User, sign_in: Any) -> None:
    client = sign_in(dana, minutes_ago=16)
    path = f"/admin/billing_orgs/organization/{acme.pk}/billing-reads/"
    answer = client.post(path, {"reason": "Ticket 12", "enabled": "on", "version": "0"})
    back = prove(client, answer)
    assert back.headers["Location"] == path
    assert not OptIn.objects.exists()
    assert "Ticket 12" in client.get(path).content.decode()


@pytest.mark.parametrize("everywhere", [False, True])
def test_lifting_a_suspension_in_the_admin_asks_too(
    acme: Organization, dana: User, sign_in: Any, everywhere: bool
) -> None:
    client = sign_in(dana, minutes_ago=16)
    of = None if everywhere else acme
    suspension = suspend_billing_reads(of, actor=SYSTEM, reason="Incident")
    path = f"/admin/billing_access/suspension/{suspension.pk}/lift/"
    back = prove(client, client.post(path, {"reason": "Ticket 12"}))
    assert back.headers["Location"] == path
    suspension.refresh_from_db()
    assert suspension.lifted_at is None
    assert "Ticket 12" in client.get(path).content.decode()
    client.post(path, {"reason": "Ticket 12"})
    suspension.refresh_from_db()
    assert suspension.lifted_at is not None


def test_passwords_and_codes_are_never_kept(acme: Organization, alice: User, sign_in: Any) -> None:
    client = sign_in(alice, minutes_ago=16)
    client.post(NEW, {**FORM, "password": "hunter2hunter2", "code": "123456", "csrfmiddlewaretoken": "t" * 32})
    kept = str(dict(client.session))
    assert "Nightly" in kept
    for secret in ("hunter2hunter2", "123456", "t" * 32):
        assert secret not in kept


def test_a_flood_is_not_kept(acme: Organization, alice: User, sign_in: Any) -> None:
    client = sign_in(alice, minutes_ago=16)
    client.post(NEW, {**FORM, "name": "N" * 20_000})
    assert "NNN" not in str(dict(client.session))


def test_it_is_forgotten_after_fifteen_minutes(acme: Organization, alice: User, sign_in: Any) -> None:
    client = sign_in(alice, minutes_ago=16)
    prove(client, client.post(NEW, FORM))
    with time_machine.travel(timezone.now() + timedelta(minutes=15), tick=False):
        assert 'value="Nightly"' not in client.get(NEW).content.decode()


@pytest.mark.parametrize(("seconds", "asks"), [(899, False), (900, True)])
def test_fifteen_minutes_to_the_second(acme: Organization, alice: User, sign_in: Any, seconds: int, asks: bool) -> None:
    with time_machine.travel(1_800_000_000, tick=False):
        client = sign_in(alice)
    with time_machine.travel(1_800_000_000 + seconds, tick=False):
        answer = client.post("/o/acme/billing-reads/turn-on/", {"version": 0})
        assert answer.headers["Location"].startswith("/account/prove/") is asks
        assert OptIn.objects.exists() is not asks


def test_signing_in_is_proof_enough(acme: Organization, alice: User) -> None:
    client = Client()
    client.post("/sign-in/", {"login": "alice@example.com", "password": PASSWORD})
    assert client.post("/o/acme/billing-reads/turn-on/", {"version": 0}).headers["Location"] == "/o/acme/billing-reads/"


def test_a_session_without_any_proof_is_asked(acme: Organization, alice: User) -> None:
    client = Client()
    client.force_login(alice, "django.contrib.auth.backends.ModelBackend")
    assert client.post(NEW, FORM).headers["Location"].startswith("/account/prove/")


def test_the_proof_is_the_persons_own(acme: Organization, alice: User, bob: User, sign_in: Any) -> None:
    client = sign_in(alice)
    session = client.session
    session["account_authentication_methods_user"] = str(bob.pk)
    session.save()
    assert client.post(NEW, FORM).headers["Location"].startswith("/account/prove/")


def test_a_wrong_password_proves_nothing(acme: Organization, alice: User, sign_in: Any) -> None:
    client = sign_in(alice, minutes_ago=16)
    assert client.post("/account/prove/", {"password": "wrong"}).status_code == 200
    assert client.post(NEW, FORM).headers["Location"].startswith("/account/prove/")


def test_who_has_neither_password_nor_code_is_led_to_the_provider_or_a_second_factor(
    acme: Organization, alice: User, sign_in: Any
) -> None:
    alice.set_unusable_password()
    alice.save()
    client = sign_in(alice, minutes_ago=16)
    answer = client.post(NEW, FORM)
    assert answer.headers["Location"] == "/account/prove/provider/?next=%2Fo%2Facme%2Fkeys%2Fnew%2F"
    # The site has no provider here.
    assert "Send me the link" in client.get(answer.headers["Location"]).content.decode()


def test_a_page_with_nothing_but_a_button_leads_back_to_the_button(
    acme: Organization, alice: User, sign_in: Any, make_key: Any
) -> None:
    invitation = invitations.invite(acme, email="new@example.com", role="admin", actor=SYSTEM)
    old = make_key(acme).key
    rotate_key(old, actor=SYSTEM, overlap_hours=24, lifetime_days=30)
    buttons = {
        f"/o/acme/members/invitations/{invitation.pk}/resend/": "/o/acme/members/",
        f"/o/acme/keys/{old.pk}/cancel-rotation/": f"/o/acme/keys/{old.pk}/",
    }
    for path, home in buttons.items():
        client = sign_in(alice, minutes_ago=16)
        back = prove(client, client.post(path))
        page = client.get(back.headers["Location"], follow=True)
        assert (page.status_code, page.request["PATH_INFO"]) == (200, home)
        assert f'action="{path}"' in page.content.decode()
        assert client.post(path).headers["Location"] == home


def test_what_was_typed_is_for_nobody_else(acme: Organization, alice: User, adam: User, sign_in: Any) -> None:
    client = sign_in(alice, minutes_ago=16)
    client.post(NEW, FORM)
    client.post("/sign-out/")
    client.post("/sign-in/", {"login": adam.email, "password": PASSWORD})
    assert "Nightly" not in client.get(NEW).content.decode()
