"""Somebody at the unlocked browser of a person who signs in at the provider alone: what counts as proof there."""

import re
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from billing_access.access.models import OptIn
from billing_audit.models import AuditEvent
from orgs.models import Organization
from tests.oidc_provider import START, Provider, come_back, walk

TURN_ON = "/o/acme/billing-reads/turn-on/"
FORM = {"limit": "none", "version": "0", "reason": "Nightly job"}
PROVE = "/account/prove/provider/"
ASKED = f"{PROVE}?{urlencode({'next': TURN_ON})}"
ADD = "/account/second-factor/add/"
SEND = "/account/second-factor/link/"


@pytest.fixture
def person(alice: User, acme: Organization, provider: Provider) -> User:
    """An owner with neither password nor second factor here, who signs in at the provider."""
    alice.set_unusable_password()
    alice.save()
    walk(provider, Client())
    assert SocialAccount.objects.get().user == alice
    return alice


@pytest.fixture
def unlocked(person: User, provider: Provider) -> Client:
    """The browser of that person, in which the session at the provider has never ended."""
    client = Client()
    walk(provider, client)
    return client


def opens(client: Client) -> bool:
    answer = client.post(TURN_ON, FORM)
    opened = OptIn.objects.filter(enabled=True).exists()
    assert answer.headers["Location"] == ("/o/acme/billing-reads/" if opened else ASKED)
    return opened


def prove(provider: Provider, client: Client, **token_claims: Any) -> Any:
    """Press the button of the page that asks for proof, and come back with these claims."""
    sent = client.post(PROVE, {"next": TURN_ON})
    provider.token_claims = token_claims
    return come_back(provider, client, sent)


@pytest.mark.parametrize("claims", [{}, {"auth_time": 1}, {"auth_time": "now"}], ids=["no time", "old", "fresh"])
def test_signing_in_at_the_provider_is_no_proof(person: User, provider: Provider, claims: dict[str, Any]) -> None:
    provider.token_claims = {name: time.time() if value == "now" else value for name, value in claims.items()}
    client = Client()
    walk(provider, client)
    assert client.get("/account/").status_code == 200
    assert not opens(client)


def test_signing_out_and_in_again_is_no_proof(unlocked: Client, provider: Provider) -> None:
    unlocked.post("/sign-out/")
    walk(provider, unlocked)
    assert not opens(unlocked)


def test_no_second_factor_is_set_up_without_proof(unlocked: Client) -> None:
    for answer in (unlocked.get(ADD), unlocked.post(ADD, {"code": "000000"})):
        assert answer.headers["Location"] == f"{PROVE}?{urlencode({'next': ADD})}"


def test_the_provider_is_told_to_authenticate_the_person_now(unlocked: Client, provider: Provider) -> None:
    assert not opens(unlocked)
    page = unlocked.get(ASKED).content.decode()
    assert "Sign in at Example ID again to continue." in page
    answer = prove(provider, unlocked, auth_time=int(time.time()))
    assert (provider.asked["prompt"], provider.asked["max_age"]) == ("login", "0")
    assert answer.headers["Location"] == TURN_ON
    assert 'value="Nightly job"' in unlocked.get(TURN_ON).content.decode()
    assert opens(unlocked)
    assert AuditEvent.objects.filter(action="user.reauthenticated").count() == 1


@pytest.mark.parametrize(
    "auth_time",
    [None, lambda now: now - 31, lambda now: 0, lambda now: now + 60, lambda now: str(int(now)), lambda now: True],
    ids=["none", "before it was asked", "epoch", "the future", "text", "true"],
)
def test_an_answer_that_names_no_sign_in_since_is_no_proof(
    unlocked: Client, provider: Provider, auth_time: Callable[[float], Any] | None
) -> None:
    claims = {} if auth_time is None else {"auth_time": auth_time(time.time())}
    answer = prove(provider, unlocked, **claims)
    assert answer.headers["Location"] == ASKED
    page = unlocked.get(ASKED).content.decode()
    assert "The provider did not confirm that you signed in there just now." in page
    assert f'action="{SEND}"' in page
    assert not opens(unlocked)
    assert AuditEvent.objects.get(action="user.sign_in_failed").reason_code == "not_authenticated_again"


@pytest.mark.parametrize(("behind", "proves"), [(29, True), (31, False)])
def test_a_clock_of_the_provider_may_be_thirty_seconds_behind(
    unlocked: Client, provider: Provider, behind: float, proves: bool
) -> None:
    prove(provider, unlocked, auth_time=time.time() - behind)
    assert opens(unlocked) is proves


@pytest.mark.parametrize(("ahead", "proves"), [(25, True), (45, False)])
def test_a_clock_of_the_provider_may_be_thirty_seconds_ahead_and_the_proof_lasts_no_longer_for_it(
    unlocked: Client, provider: Provider, ahead: float, proves: bool
) -> None:
    prove(provider, unlocked, auth_time=time.time() + ahead)
    came_back = time.time()
    with time_machine.travel(came_back + 15 * 60 + 1, tick=False):
        assert not opens(unlocked)
    with time_machine.travel(came_back + 14 * 60, tick=False):
        assert opens(unlocked) is proves


def test_the_proof_ends_fifteen_minutes_after_the_sign_in_at_the_provider(unlocked: Client, provider: Provider) -> None:
    sent = unlocked.post(PROVE, {"next": TURN_ON})
    provider.token_claims = {"auth_time": time.time()}
    come_back(provider, unlocked, sent)
    with time_machine.travel(time.time() + 15 * 60 + 1, tick=False):
        assert not opens(unlocked)


def test_only_the_page_that_asks_for_proof_starts_one(unlocked: Client, provider: Provider) -> None:
    """The sign-in button takes a ``process`` and parameters for the provider from anybody, without ``prompt=login``."""
    for query in ("", "?auth_params=prompt%3Dnone"):
        provider.token_claims = {"auth_time": time.time()}
        answer = come_back(provider, unlocked, unlocked.post(START + query, {"process": "redirect", "next": TURN_ON}))
        assert answer.headers["Location"] == "/sign-in/"
        assert not opens(unlocked)


def test_another_identity_of_the_provider_proves_nothing(unlocked: Client, provider: Provider) -> None:
    User.objects.create_user("mallory@example.com")
    provider.claims = {"sub": "666", "email": "mallory@example.com", "email_verified": True}
    prove(provider, unlocked, sub="666", auth_time=time.time())
    assert not opens(unlocked)
    assert SocialAccount.objects.count() == 1
    walk(provider, Client())
    prove(provider, unlocked, sub="666", auth_time=time.time())
    assert not opens(unlocked)


def test_a_proof_that_returns_after_signing_out_proves_nothing(unlocked: Client, provider: Provider) -> None:
    sent = unlocked.post(PROVE, {"next": TURN_ON})
    unlocked.post("/sign-out/")
    provider.token_claims = {"auth_time": time.time()}
    answer = come_back(provider, unlocked, sent)
    assert answer.headers["Location"] == "/sign-in/"
    assert unlocked.get("/account/").status_code == 302


def test_the_second_factor_alone_is_proof_for_a_person_who_has_one(
    person: User, unlocked: Client, provider: Provider
) -> None:
    prove(provider, unlocked, auth_time=time.time())
    TOTP.activate(person, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    by_code = "/account/prove/second-factor/?" + urlencode({"next": TURN_ON})
    assert unlocked.post(TURN_ON, FORM).headers["Location"] == by_code
    for answer in (unlocked.get(ASKED), unlocked.post(PROVE, {"next": TURN_ON})):
        assert answer.headers["Location"] == by_code


def test_a_person_with_a_password_proves_it_by_password(alice: User, sign_in: Any, provider: Provider) -> None:
    client = sign_in(alice, minutes_ago=16)
    assert client.post(PROVE, {"next": "/account/"}).headers["Location"] == "/account/prove/?next=%2Faccount%2F"


# --- The mailed link: no dead end where the provider names no time.


@pytest.fixture
def link(unlocked: Client, run_jobs: Callable[[], int]) -> str:
    """The link that the person's own browser asked for, out of the e-mail."""
    page = unlocked.post(SEND, follow=True).content.decode()
    assert "A link is on its way to alice@example.com." in page
    queued = str([job.args for job in ProcrastinateJob.objects.all()])
    run_jobs()
    assert mail.outbox[-1].to == ["alice@example.com"]
    path = re.search(rf"http://localhost:8000({SEND}\S+/)", str(mail.outbox[-1].body))[1]  # type: ignore[index]
    assert path.split("/")[-2] not in queued
    return path


def set_up(client: Client) -> bool:
    page = client.get(ADD)
    if page.status_code == 302:
        return False
    secret = re.search(r"<code>([A-Z2-7]{32})</code>", page.content.decode())[1]  # type: ignore[index]
    assert client.get("/account/second-factor/qr.svg").status_code == 200
    code = str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    assert client.post(ADD, {"code": code}).headers["Location"] == "/account/recovery-codes/"
    return True


def test_the_link_leads_to_a_second_factor_which_is_proof(unlocked: Client, link: str, person: User) -> None:
    assert not set_up(unlocked)
    assert unlocked.get(link).headers["Location"] == ADD
    assert set_up(unlocked)
    assert len(re.findall(r"<li><code>\d{8}</code>", unlocked.get("/account/recovery-codes/").content.decode())) == 10
    assert opens(unlocked)


def test_the_link_opens_nothing_else(unlocked: Client, link: str) -> None:
    unlocked.get(link)
    assert not opens(unlocked)


def test_the_link_works_once(unlocked: Client, link: str, person: User, provider: Provider) -> None:
    unlocked.get(link)
    stranger = Client()
    walk(provider, stranger)
    page = stranger.get(link, follow=True).content.decode()
    assert "This link has been used or has expired." in page
    assert not set_up(stranger)
    assert set_up(unlocked)
    Authenticator.objects.all().delete()
    stranger.get(link)
    assert not set_up(stranger)


def test_the_link_is_for_the_person_alone(unlocked: Client, link: str, charlie: User, sign_in: Any) -> None:
    assert Client().get(link).headers["Location"].startswith("/sign-in/")
    another = sign_in(charlie, minutes_ago=16)
    another.get(link)
    assert not set_up(another)
    assert not set_up(unlocked)
    unlocked.get(link)
    assert set_up(unlocked)


@pytest.mark.parametrize(("minutes", "works"), [(59, True), (61, False)])
def test_the_link_works_for_an_hour(unlocked: Client, link: str, minutes: int, works: bool) -> None:
    with time_machine.travel(time.time() + 60 * minutes):
        unlocked.get(link)
        assert set_up(unlocked) is works


def test_what_the_link_opened_closes_after_fifteen_minutes(unlocked: Client, link: str) -> None:
    unlocked.get(link)
    with time_machine.travel(time.time() + 15 * 60 + 1):
        assert not set_up(unlocked)


@pytest.mark.parametrize("token", ["x", "MQ:1:x", "%FF"])
def test_a_made_up_link_opens_nothing(unlocked: Client, token: str) -> None:
    unlocked.get(f"{SEND}{token}/")
    assert not set_up(unlocked)


def test_the_link_is_for_those_alone_who_can_prove_it_in_no_other_way(
    alice: User, acme: Organization, sign_in: Any, run_jobs: Callable[[], int]
) -> None:
    assert sign_in(alice, minutes_ago=16).post(SEND).headers["Location"] == "/account/prove/?next="
    TOTP.activate(alice, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    assert sign_in(alice, minutes_ago=16).post(SEND).headers["Location"] == "/account/prove/second-factor/?next="
    run_jobs()
    assert mail.outbox == []


def test_many_links_are_not_sent(unlocked: Client) -> None:
    statuses = [unlocked.post(SEND).status_code for _ in range(12)]
    assert statuses[0] == 302
    assert statuses[-1] == 429
