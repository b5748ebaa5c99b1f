"""Open redirects: sign-in, re-authentication and sign-out redirect to pages of this site only."""

import time
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client
from django.utils.http import urlencode

from accounts.models import User
from accounts.second_factor import SecondFactorAdapter
from tests.oidc_provider import Provider, come_back, walk
from tests.rounds import IN_FULL

PASSWORD = "correct horse battery staple"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
ELSEWHERE = [
    "//evil.example",
    "///evil.example",
    "////evil.example/",
    "https://evil.example/",
    "http:evil.example",
    "https:///evil.example",
    "HTTPS://evil.example",
    "ftp://evil.example/",
    "javascript:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "\\\\evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\x00//evil.example",
    "/%09/evil.example",
    "//testserver@evil.example",
    "https://testserver.evil.example/",
    "http://testserver:80@evil.example/",
    "https://evil.example#testserver",
    "http://[::1",
    "//[::1",
]
INSIDE = "/account/second-factor/?a=b"
pytestmark = pytest.mark.soak


def leads(answer: Any) -> str:
    """Return the host that a browser goes to: it drops tabs and line ends and reads a backslash as a slash."""
    assert answer.status_code == 302, answer.status_code
    place = answer.headers["Location"].strip().replace("\\", "/")
    for dropped in "\t\r\n\x00":
        place = place.replace(dropped, "")
    whole = urlsplit(urljoin("http://testserver/sign-in/", place))
    assert whole.scheme == "http", place
    return str(whole.netloc)


def with_cookies(cookies: Any) -> Client:
    """Return a new client in the session of another; what a cell changes of it is rolled back."""
    client = Client()
    client.cookies.update(cookies)
    return client


def code(step: int = 0) -> str:
    return str(format_hotp_value(hotp_value(SECRET, int(time.time()) // 30 + step)))


@pytest.fixture(params=["query", "body"] if IN_FULL else ["in turn"])
def sent(request: pytest.FixtureRequest) -> Any:
    """Return a function that posts ``next`` in the query string, or as the page's own hidden field.

    In turn: each page gets every second value in the query string, the others in the field. `make soak`: all in both.
    """

    def post(client: Client, path: str, following: str, **data: str) -> Any:
        place = request.param
        if place == "in turn":
            place = ("query", "body")[ELSEWHERE.index(following) % 2]
        if place == "query":
            return client.post(f"{path}?{urlencode({'next': following})}", data)
        return client.post(path, {**data, "next": following})

    return post


def test_sign_in(alice: User, sent: Any, cells: Any) -> None:
    for following in ELSEWHERE:
        with cells(repr(following)):
            answer = sent(Client(), "/sign-in/", following, login=alice.email, password=PASSWORD)
            assert leads(answer) == "testserver"
    assert cells.count >= 25


def test_sign_in_of_one_who_is_signed_in(alice: User, sign_in: Any, cells: Any) -> None:
    session = sign_in(alice).cookies
    for following in ELSEWHERE:
        with cells(repr(following)):
            answer = with_cookies(session).get(f"/sign-in/?{urlencode({'next': following})}")
            assert leads(answer) == "testserver"
    assert cells.count >= 25


def test_second_factor(alice: User, sent: Any, cells: Any) -> None:
    TOTP.activate(alice, SECRET)
    for following in ELSEWHERE:
        with cells(repr(following)):
            client = Client()
            first = sent(client, "/sign-in/", following, login=alice.email, password=PASSWORD)
            assert leads(first) == "testserver"
            assert first.headers["Location"].startswith("/sign-in/second-factor/")
            answer = sent(client, first.headers["Location"].split("?")[0], following, code=code())
            assert leads(answer) == "testserver"
    assert cells.count >= 25


def test_proving_it_again(alice: User, sign_in: Any, sent: Any, cells: Any) -> None:
    by_password = sign_in(alice, 16).cookies
    for following in ELSEWHERE:
        with cells(repr(following)):
            answer = sent(with_cookies(by_password), "/account/prove/", following, password=PASSWORD)
            assert leads(answer) == "testserver"
    TOTP.activate(alice, SECRET)
    with_both = sign_in(alice, 16).cookies
    for following in ELSEWHERE:
        with cells("second factor", repr(following)):
            answer = sent(with_cookies(with_both), "/account/prove/second-factor/", following, code=code())
            assert leads(answer) == "testserver"
    assert cells.count >= 50


def test_proving_it_at_the_provider(alice: User, provider: Provider, sent: Any, cells: Any) -> None:
    alice.set_unusable_password()
    alice.save()
    signed_in = Client()
    walk(provider, signed_in)
    session = signed_in.cookies
    for following in ELSEWHERE:
        with cells(repr(following)):
            client = with_cookies(session)
            for auth_time in (1, int(time.time())):
                provider.token_claims = {"auth_time": auth_time}
                answer = come_back(provider, client, sent(client, "/account/prove/provider/", following))
                assert leads(answer) == "testserver"
    assert cells.count >= 25


def test_signing_out_and_the_admins_door(alice: User, dana: User, sign_in: Any, sent: Any, cells: Any) -> None:
    session = sign_in(alice).cookies
    for following in ELSEWHERE:
        with cells(repr(following)):
            assert leads(sent(with_cookies(session), "/sign-out/", following)) == "testserver"
            door = Client().get(f"/admin/login/?{urlencode({'next': following})}")
            assert leads(door) == "testserver"
            staff = Client().post(door.headers["Location"], {"login": dana.email, "password": PASSWORD})
            assert leads(staff) == "testserver"
    assert cells.count >= 25


@pytest.mark.parametrize("sent", ["query", "body"], indirect=True)
def test_a_page_of_this_site_is_followed(alice: User, sign_in: Any, sent: Any) -> None:
    """The counter-check: the tests above would also pass if ``next`` were never read."""
    answer = sent(Client(), "/sign-in/", INSIDE, login=alice.email, password=PASSWORD)
    assert answer.headers["Location"] == INSIDE
    answer = sent(sign_in(alice, 16), "/account/prove/", INSIDE, password=PASSWORD)
    assert answer.headers["Location"] == INSIDE
    TOTP.activate(alice, SECRET)
    assert SecondFactorAdapter().decrypt(TOTP(alice.authenticator_set.get(type="totp")).instance.data["secret"])
    client = Client()
    sent(client, "/sign-in/", INSIDE, login=alice.email, password=PASSWORD)
    assert client.post("/sign-in/second-factor/", {"code": code()}).headers["Location"] == INSIDE
