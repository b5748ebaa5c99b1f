"""Signing in and out: what is recorded, where it leads, and what it does not reveal."""

import re
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from accounts.models import User
from billing_audit.models import AuditEvent, AuditPart, AuditRepeat
from orgs.models import Organization

PASSWORD = "correct horse battery staple"
EVIL = [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "http:evil.example",
    "///evil.example",
    "https:///evil.example",
    "/\t/evil.example",
]


def sign_in(client: Client, email: str = "alice@example.com", password: str = PASSWORD, **data: str) -> Any:
    return client.post("/sign-in/", {"login": email, "password": password, **data})


@pytest.fixture
def sign_in_as(request: pytest.FixtureRequest) -> Any:
    """The fixture ``sign_in`` under another name, since in this file ``sign_in`` is the page."""
    return request.getfixturevalue("sign_in")


def events() -> list[tuple[str, str, str]]:
    seen = AuditEvent.objects.filter(action__startswith="user.").order_by("id")
    return [(event.action, event.outcome, event.reason_code) for event in seen]


def test_in_and_out_are_on_the_platforms_log(alice: User, acme: Organization) -> None:
    client = Client()
    answer = sign_in(client, next="/o/acme/keys/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/o/acme/keys/")
    assert client.get("/o/acme/keys/").status_code == 200
    assert client.post("/sign-out/").headers["Location"] == "/sign-in/"
    assert client.get("/o/acme/keys/").status_code == 302
    assert events() == [("user.signed_in", "allowed", ""), ("user.signed_out", "allowed", "")]
    assert set(AuditEvent.objects.filter(action__startswith="user.").values_list("organization_id", flat=True)) == {
        None
    }


def test_the_address_is_taken_in_any_letter_case(alice: User) -> None:
    assert sign_in(Client(), " ALICE@Example.com ").status_code == 302


@pytest.mark.parametrize(("email", "target"), [("alice@example.com", True), ("nobody@example.com", False)])
def test_a_failure_is_recorded_without_the_password(alice: User, email: str, target: bool) -> None:
    answer = sign_in(Client(), email, "an unlikely password")
    assert answer.status_code == 200
    assert "do not match an account" in answer.content.decode()
    event = AuditEvent.objects.get(action="user.sign_in_failed")
    assert (event.outcome, event.reason_code, event.actor_kind) == ("denied", "wrong_password", "anonymous")
    assert event.target_id == (str(alice.pk) if target else "")
    kept = str(AuditPart.objects.get(event_id=event.pk, kind="personal").data)
    assert email in kept
    assert "an unlikely password" not in kept + str(vars(event))


def test_an_unknown_address_reads_like_a_wrong_password(alice: User) -> None:
    pages = [
        re.sub(r'value="[^"]*"', "", sign_in(Client(), email, "wrong").content.decode())
        for email in ("alice@example.com", "nobody@example.com")
    ]
    assert pages[0] == pages[1]


def test_a_person_who_was_deactivated_does_not_sign_in(alice: User) -> None:
    User.objects.update(is_active=False)
    client = Client()
    assert "may not sign in any more" in client.get(sign_in(client).headers["Location"]).content.decode()
    assert client.get("/account/").status_code == 302
    assert events() == [("user.sign_in_failed", "denied", "inactive")]


def test_after_five_failures_the_right_password_waits_too(alice: User) -> None:
    for _ in range(5):
        sign_in(Client(), password="wrong")
    for _ in range(12):
        answer = sign_in(Client())
        assert answer.status_code == 200
        assert "Too many attempts failed" in answer.content.decode()
    blocked = AuditEvent.objects.filter(action="user.sign_in_failed", reason_code="too_many_attempts")
    assert {(event.outcome, event.target_id) for event in blocked} == {("denied", str(alice.pk))}
    counted = AuditRepeat.objects.filter(first_event_id__in=blocked.values("pk"))
    assert sum(counted.values_list("count", flat=True)) == 12


@pytest.mark.parametrize("login", ["alice@example.com", "nobody@example.com", "\0x", "x" * 5000])
def test_attempts_of_one_address_beyond_the_limit_are_counted_too(alice: User, login: str) -> None:
    answers = [sign_in(Client(), login, "wrong") for _ in range(33)]
    assert [answer.status_code for answer in answers[-3:]] == [429] * 3
    blocked = AuditEvent.objects.filter(action="user.sign_in_failed", reason_code="too_many_attempts")
    counted = AuditRepeat.objects.filter(first_event_id__in=blocked.values("pk"))
    assert sum(counted.values_list("count", flat=True)) >= 3


def test_another_persons_failures_do_not_lock_out(alice: User, bob: User) -> None:
    for _ in range(5):
        sign_in(Client(), password="wrong")
    assert sign_in(Client(), "bob@example.com").status_code == 302


@pytest.mark.parametrize("evil", EVIL)
def test_it_leads_nowhere_else(alice: User, acme: Organization, evil: str) -> None:
    client = Client()
    answer = sign_in(client, next=evil)
    assert answer.headers["Location"] == "/"
    again = client.get("/sign-in/", {"next": evil})
    assert again.headers["Location"] == "/"


@pytest.mark.parametrize("evil", EVIL)
def test_proving_it_again_leads_nowhere_else(alice: User, acme: Organization, evil: str) -> None:
    client = Client()
    sign_in(client)
    answer = client.post("/account/prove/", {"password": PASSWORD, "next": evil})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


def test_the_session_is_a_new_one(alice: User) -> None:
    client = Client()
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    planted = session.session_key
    sign_in(client)
    assert client.session.session_key != planted
    stale = Client()
    stale.cookies["session"] = planted or ""
    assert stale.get("/account/").status_code == 302


def test_a_new_password_ends_the_other_sessions(alice: User) -> None:
    here, there = Client(), Client()
    for client in (here, there):
        sign_in(client)
    new = "a much longer new password"
    answer = here.post("/account/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert answer.headers["Location"] == "/account/"
    assert here.get("/account/").status_code == 200
    assert there.get("/account/").status_code == 302
    assert ("user.password_set", "allowed", "") in events()
    assert sign_in(Client(), password=new).status_code == 302


@pytest.mark.parametrize("new", ["short", "password1234", "alice@example.com"])
def test_a_poor_password_is_refused(alice: User, new: str) -> None:
    client = Client()
    sign_in(client)
    answer = client.post("/account/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert answer.status_code == 200
    assert sign_in(Client()).status_code == 302


def test_a_forgotten_password_is_set_by_a_link_that_works_once(alice: User, run_jobs: Any, mailoutbox: Any) -> None:
    answers = [
        Client().post("/sign-in/forgotten/", {"email": email}) for email in ("alice@example.com", "no@example.com")
    ]
    assert {(each.status_code, each.headers["Location"]) for each in answers} == {(302, "/sign-in/forgotten/sent/")}
    run_jobs()
    (mail,) = mailoutbox
    assert mail.to == ["alice@example.com"]
    path = re.search(r"http://localhost:8000(/set-password/\S+)", mail.body)[1]  # type: ignore[index]
    client, new = Client(), "a much longer new password"
    form = client.get(path, follow=True)
    assert client.post(form.request["PATH_INFO"], {"new_password1": new, "new_password2": new}).status_code == 302
    assert sign_in(Client(), password=new).status_code == 302
    assert "has been used" in Client().get(path, follow=True).content.decode()


def test_no_job_holds_the_link(alice: User, run_jobs: Any) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    Client().post("/sign-in/forgotten/", {"email": "alice@example.com"})
    run_jobs()
    assert "set-password" not in str([job.args for job in ProcrastinateJob.objects.all()])


def test_nobody_signs_up(db: None) -> None:
    for path in ("/sign-up/", "/account/signup/", "/signup/", "/accounts/signup/", "/account/login/"):
        assert Client().get(path).status_code == 404


def test_staff_sign_in_the_same_way(dana: User, alice: User) -> None:
    client = Client()
    answer = client.get("/admin/", follow=True)
    assert answer.request["PATH_INFO"] == "/sign-in/"
    answer = sign_in(client, "dana@example.com", next="/admin/")
    assert answer.headers["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/password_change/").headers["Location"] == "/account/password/"
    assert client.post("/admin/logout/").headers["Location"] == "/sign-in/"
    member = Client()
    sign_in(member)
    assert member.get("/admin/", follow=True).status_code == 403


@pytest.mark.parametrize("tried", [PASSWORD, "wrong"])
def test_the_admins_own_form_lets_staff_become_nobody_else(dana: User, sign_in_as: Any, tried: str) -> None:
    """That form has no second factor, limit of attempts or record, so it accepts nothing from anyone."""
    clerk = User.objects.create_user("clerk@example.com", PASSWORD, is_staff=True)
    TOTP.activate(dana, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    form = {"username": dana.email, "password": tried, "next": "/admin/"}
    client = sign_in_as(clerk)
    assert client.post("/admin/login/", form).status_code == 405
    assert client.session["_auth_user_id"] == str(clerk.pk)
    assert client.get("/admin/login/").headers["Location"] == "/admin/"
    assert Client().post("/admin/login/", form).headers["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("evil", EVIL)
def test_the_admins_sign_in_leads_nowhere_else(dana: User, evil: str) -> None:
    client = Client()
    answer = client.get("/admin/login/", {"next": evil})
    assert answer.headers["Location"].startswith("/sign-in/?next=")
    answer = sign_in(client, "dana@example.com", next=evil)
    assert answer.headers["Location"] == "/"


def test_a_sign_out_needs_a_post_and_a_token(alice: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice, "django.contrib.auth.backends.ModelBackend")
    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/").status_code == 403
    assert client.get("/account/").status_code == 200
