"""Billing reads cannot be turned on without a CSRF token, with an old re-authentication, a key, or the wrong role."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from billing_access.access.models import OptIn
from billing_access.access.services import issue_key
from orgs import actors
from orgs.models import Organization

PASSWORD = "correct horse battery staple"
TURN_ON = "/o/acme/billing-reads/turn-on/"
FORM = {"limit": "other", "days": "41", "reason": "Ticket 4711", "version": "0"}


@pytest.fixture(autouse=True)
def _still_off(acme: Organization) -> Any:
    """Check after each test that the organization never had an opt-in."""
    yield
    assert not OptIn.objects.filter(organization=acme).exists()


@pytest.mark.parametrize("token", [None, "", "x" * 32, "a" * 64, "another person's"])
def test_no_csrf_token(alice: User, charlie: User, sign_in: Any, token: str | None) -> None:
    client = sign_in(alice)
    client.handler.enforce_csrf_checks = True
    if token == "another person's":
        stranger = sign_in(charlie)
        token = str(stranger.get("/account/").context["csrf_token"])
    assert client.get(TURN_ON).status_code == 200
    answer = client.post(TURN_ON, {**FORM, **({} if token is None else {"csrfmiddlewaretoken": token})})
    assert answer.status_code == 403


def test_the_token_is_not_taken_from_another_site(alice: User, sign_in: Any) -> None:
    client = sign_in(alice)
    client.handler.enforce_csrf_checks = True
    token = str(client.get(TURN_ON).context["csrf_token"])
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}):
        answer = client.post(TURN_ON, {**FORM, "csrfmiddlewaretoken": token}, headers=headers)
        assert answer.status_code == 403


def test_every_page_wants_the_csrf_token(
    alice: User, acme: Organization, sign_in: Any, filled: Any, all_pages: list[str], state: Any, cells: Any
) -> None:
    addresses = {page: filled(page, acme) for page in all_pages}
    session, before = sign_in(alice).cookies, state()
    for page, address in addresses.items():
        with cells(page):
            client = Client(enforce_csrf_checks=True)
            client.cookies.update(session)
            for method in ("post", "put", "patch", "delete"):
                answer = getattr(client, method)(address)
                assert answer.status_code in ({403} if method == "post" else {403, 405}), method
            assert state() == before


def test_an_old_proof_is_asked_again_and_nothing_typed_is_lost(alice: User, sign_in: Any) -> None:
    client = sign_in(alice, minutes_ago=16)
    answer = client.post(TURN_ON, FORM)
    asks = f"/account/prove/?next={TURN_ON.replace('/', '%2F')}"
    assert (answer.status_code, answer.headers["Location"]) == (302, asks)
    # Re-authentication failed, so the page asks for it again.
    assert client.post(asks, {"password": "wrong"}).status_code == 200
    assert client.post(TURN_ON, FORM).headers["Location"] == asks
    back = client.post(asks, {"password": PASSWORD})
    assert (back.status_code, back.headers["Location"]) == (302, TURN_ON)
    shown = client.get(TURN_ON).content.decode()
    assert "Ticket 4711" in shown
    assert 'value="41"' in shown


@pytest.mark.parametrize("who", ["bob", "bella", "audrey"])
def test_a_member_without_the_right(request: pytest.FixtureRequest, sign_in: Any, make_key: Any, who: str) -> None:
    client = sign_in(request.getfixturevalue(who))
    acme = Organization.objects.get(slug="acme")
    for headers in ({}, {"x-api-key": make_key(acme).secret}):
        assert client.post(TURN_ON, FORM, headers=headers).status_code == 403


@pytest.mark.parametrize("header", ["x-api-key", "Authorization"])
def test_a_key(acme: Organization, make_key: Any, header: str) -> None:
    secret = make_key(acme).secret
    headers = {header: f"Bearer {secret}" if header == "Authorization" else secret}
    answer = Client().post(TURN_ON, FORM, headers=headers)
    assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (302, "/sign-in/")


def test_a_key_does_not_renew_a_proof(alice: User, acme: Organization, sign_in: Any) -> None:
    secret = issue_key(
        acme, actor=actors.command("tests"), name="Key", scopes=["billing.state:read"], lifetime_days=1
    ).secret
    client = sign_in(alice, minutes_ago=16)
    assert client.get("/v1/key", headers={"x-api-key": secret}).status_code == 200
    answer = client.post(TURN_ON, FORM, headers={"x-api-key": secret})
    assert answer.headers["Location"].startswith("/account/prove/")


@pytest.mark.parametrize("who", ["charlie", "dana"])
def test_another_organizations_owner_and_staff_find_nothing(
    request: pytest.FixtureRequest, other: Organization, sign_in: Any, told: Any, who: str
) -> None:
    client = sign_in(request.getfixturevalue(who))
    theirs = client.post(TURN_ON, FORM)
    unknown = client.post(TURN_ON.replace("acme", "none"), FORM)
    assert theirs.status_code == 404
    assert told(theirs) == told(unknown)


def test_get_turns_nothing_on(alice: User, sign_in: Any) -> None:
    client = sign_in(alice)
    assert client.get(TURN_ON, FORM).status_code == 200
    assert client.head(TURN_ON, FORM).status_code == 200
    assert client.get(TURN_ON, {**FORM, "_method": "POST"}, headers={"X-HTTP-Method-Override": "POST"}).status_code
