"""The second factor: setting it up, signing in with it, its encryption at rest, and an organization's rule."""

import re
import time
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.sessions.models import Session
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test import Client

from accounts.models import User
from accounts.second_factor import SecondFactorAdapter
from accounts.settings import account_settings
from billing_audit.models import AuditEvent
from orgs import access, actors
from orgs.models import Organization
from orgs.services.organizations import set_second_factor_rule

PASSWORD = "correct horse battery staple"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SYSTEM = actors.command("tests")


def code_for(secret: str, step: int = 0) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + step)))


def set_up(client: Client) -> tuple[str, list[str]]:
    """Turn the second factor on; return its secret and the recovery codes."""
    page = client.get("/account/second-factor/add/").content.decode()
    secret = re.search(r"<code>([A-Z2-7]{32})</code>", page)[1]  # type: ignore[index]
    answer = client.post("/account/second-factor/add/", {"code": code_for(secret)})
    assert answer.headers["Location"] == "/account/recovery-codes/"
    codes = re.findall(r"<li><code>(\d+)</code>", client.get("/account/recovery-codes/").content.decode())
    assert len(codes) == 10
    return secret, codes


def first_step(client: Client, **data: str) -> None:
    answer = client.post("/sign-in/", {"login": "alice@example.com", "password": PASSWORD, **data})
    assert answer.headers["Location"] == "/sign-in/second-factor/"
    assert client.get("/account/").status_code == 302


@pytest.fixture
def secret_and_codes(alice: User, sign_in: Any) -> tuple[str, list[str]]:
    return set_up(sign_in(alice))


def test_the_password_alone_does_not_sign_in(acme: Organization, secret_and_codes: Any) -> None:
    secret, _ = secret_and_codes
    client = Client()
    first_step(client, next="/o/acme/keys/")
    for wrong in ("", "000000", "not a code"):
        refused = client.post("/sign-in/second-factor/", {"code": wrong})
        assert refused.status_code == 200
    assert "That code is not right. Type the one that your app shows now." in refused.content.decode()
    answer = client.post("/sign-in/second-factor/", {"code": code_for(secret, 1)})
    assert answer.headers["Location"] == "/o/acme/keys/"
    assert client.get("/o/acme/keys/").status_code == 200
    failed = AuditEvent.objects.filter(action="user.sign_in_failed")
    assert set(failed.values_list("reason_code", flat=True)) == {"wrong_code"}


def test_codes_beyond_the_limit_are_on_the_record(alice: User, secret_and_codes: Any) -> None:
    client = Client()
    first_step(client)
    for _ in range(7):
        refused = client.post("/sign-in/second-factor/", {"code": "000000"})
    assert "Too many attempts failed" in refused.content.decode()
    failed = AuditEvent.objects.filter(action="user.sign_in_failed", target_id=str(alice.pk)).order_by("id")
    assert list(failed.values_list("reason_code", flat=True)) == ["wrong_code"] * 5 + ["too_many_attempts"] * 2


@pytest.mark.parametrize("kind", ["app", "recovery"])
def test_a_code_works_once(secret_and_codes: Any, kind: str) -> None:
    secret, codes = secret_and_codes
    code = code_for(secret, 1) if kind == "app" else codes[3]
    for location in ("/", None):
        client = Client()
        first_step(client)
        answer = client.post("/sign-in/second-factor/", {"code": code})
        assert answer.headers.get("Location") == location


def test_guessing_codes_ends_soon(secret_and_codes: Any) -> None:
    secret, _ = secret_and_codes
    client = Client()
    first_step(client)
    for _ in range(5):
        client.post("/sign-in/second-factor/", {"code": "000000"})
    assert client.post("/sign-in/second-factor/", {"code": code_for(secret, 1)}).status_code == 200
    assert client.get("/account/").status_code == 302


def test_the_second_step_alone_is_nothing(secret_and_codes: Any) -> None:
    answer = Client().post("/sign-in/second-factor/", {"code": code_for(secret_and_codes[0], 1)})
    assert answer.headers["Location"] == "/sign-in/"


def test_staff_pass_it_too(dana: User, sign_in: Any) -> None:
    set_up(sign_in(dana))
    client = Client()
    client.post("/sign-in/", {"login": "dana@example.com", "password": PASSWORD, "next": "/admin/"})
    assert client.get("/admin/").status_code == 302


def test_nothing_of_it_lies_in_the_clear(secret_and_codes: Any, alice: User, sign_in: Any) -> None:
    secret, codes = secret_and_codes
    stored = str([each.data for each in Authenticator.objects.all()])
    for plain in (secret, *codes):
        assert plain not in stored
    waiting = sign_in(User.objects.create_user("new@example.com", PASSWORD))
    shown = re.search(r"<code>([A-Z2-7]{32})</code>", waiting.get("/account/second-factor/add/").content.decode())
    sessions = str([each.get_decoded() for each in Session.objects.all()])
    assert "mfa.totp.secret" in sessions
    assert shown is not None
    assert shown[1] not in sessions
    assert waiting.get("/account/second-factor/qr.svg").headers["Content-Type"] == "image/svg+xml"


def test_keys_rotate_and_a_lost_one_lets_nobody_in(secret_and_codes: Any, configure: Any) -> None:
    secret, _ = secret_and_codes
    old = account_settings.encryption_keys
    configure(MFA_ENCRYPTION_KEYS=["n" * 32, *old])
    client = Client()
    first_step(client)
    assert client.post("/sign-in/second-factor/", {"code": code_for(secret, 1)}).status_code == 302
    configure(MFA_ENCRYPTION_KEYS=["n" * 32])
    stranger = Client(raise_request_exception=False)
    first_step(stranger)
    assert stranger.post("/sign-in/second-factor/", {"code": code_for(secret, 1)}).status_code == 500
    assert stranger.get("/account/").status_code == 302
    with pytest.raises(ImproperlyConfigured, match="MFA_ENCRYPTION_KEYS"):
        SecondFactorAdapter().decrypt(Authenticator.objects.get(type="totp").data["secret"])


@pytest.mark.parametrize("path", ["second-factor/add/", "second-factor/remove/", "recovery-codes/new/"])
def test_changing_it_asks_who_is_there(alice: User, sign_in: Any, path: str) -> None:
    if "add" not in path:
        set_up(sign_in(alice))
    stale = sign_in(alice, minutes_ago=16)
    answer = stale.get(f"/account/{path}")
    assert answer.headers["Location"].startswith("/account/prove/")
    before = list(Authenticator.objects.values_list("pk", flat=True))
    assert stale.post(f"/account/{path}").headers["Location"].startswith("/account/prove/")
    assert list(Authenticator.objects.values_list("pk", flat=True)) == before


def test_recovery_codes_show_once_and_new_ones_end_the_old(alice: User, sign_in: Any) -> None:
    client = sign_in(alice)
    _, old = set_up(client)
    assert not set(old) & set(re.findall(r"\d{8}", client.get("/account/recovery-codes/").content.decode()))
    client.post("/account/recovery-codes/new/")
    new = re.findall(r"<li><code>(\d+)</code>", client.get("/account/recovery-codes/").content.decode())
    assert len(set(new) - set(old)) == 10
    stranger = Client()
    first_step(stranger)
    assert stranger.post("/sign-in/second-factor/", {"code": old[0]}).status_code == 200


def test_turning_it_off_is_on_the_record(alice: User, sign_in: Any) -> None:
    client = sign_in(alice)
    set_up(client)
    assert client.post("/account/second-factor/remove/").status_code == 302
    assert not Authenticator.objects.exists()
    changes = [event.changes for event in AuditEvent.objects.filter(action="user.second_factor_changed").order_by("id")]
    assert changes == [{"second_factor": [None, "totp"]}, {"second_factor": ["totp", None]}]


def test_the_rule_takes_the_right_to_manage_from_those_without(
    acme: Organization, alice: User, adam: User, bella: User, sign_in: Any
) -> None:
    with_factor = sign_in(alice)
    set_up(with_factor)
    assert (
        with_factor.post("/o/acme/settings/", {"requires_second_factor": "on", "time_zone": "UTC"}).status_code == 302
    )
    without = sign_in(adam)
    for path in ("keys/", "keys/new/", "billing-reads/turn-on/", "settings/"):
        answer = without.get(f"/o/acme/{path}")
        assert answer.status_code == 403, path
        assert "/account/second-factor/" in answer.content.decode()
        assert with_factor.get(f"/o/acme/{path}").status_code == 200, path
    assert without.post("/o/acme/billing-reads/turn-on/", {"version": 0}).status_code == 403
    acme.refresh_from_db()
    assert access.permissions_of(adam.pk, acme) == {"view_billing", "view_audit_log"}
    assert without.get("/o/acme/audit-log/").status_code == 200
    assert sign_in(bella).get("/o/acme/billing-reads/").status_code == 200
    everybody = {member.user_id: held for member, held in access.members_with_permissions(acme)}
    assert everybody[adam.pk] == access.permissions_of(adam.pk, acme)
    set_up(without)
    assert without.get("/o/acme/keys/").status_code == 200


def test_nobody_locks_themselves_out(acme: Organization, alice: User, sign_in: Any) -> None:
    answer = sign_in(alice).post("/o/acme/settings/", {"requires_second_factor": "on", "time_zone": "UTC"})
    assert answer.status_code == 400
    assert "Set up a second factor for your own account first" in answer.content.decode()
    acme.refresh_from_db()
    assert not acme.requires_second_factor


def test_the_rule_is_changed_with_fresh_proof_and_recorded(acme: Organization, alice: User, sign_in: Any) -> None:
    set_up(sign_in(alice))
    set_second_factor_rule(acme, required=True, actor=SYSTEM)
    set_second_factor_rule(acme, required=True, actor=SYSTEM)
    stale = sign_in(alice, minutes_ago=16)
    assert stale.post("/o/acme/settings/", {"time_zone": "UTC"}).headers["Location"].startswith("/account/prove/")
    acme.refresh_from_db()
    assert acme.requires_second_factor
    assert AuditEvent.objects.filter(action="organization.second_factor_rule_changed").count() == 1


def test_the_rule_costs_no_query(acme: Organization, alice: User, django_assert_num_queries: Any) -> None:
    set_second_factor_rule(acme, required=True, actor=SYSTEM)
    acme.refresh_from_db()
    with django_assert_num_queries(1, connection=connection):
        access.permissions_of(alice.pk, acme)


@pytest.mark.parametrize("between", ["", " ", "-", "\t."])
def test_a_code_never_works_again_while_the_clock_would_take_it(alice: User, between: str) -> None:
    """A code is valid for 90 seconds: its own period, and one before and after that for clocks that are wrong."""
    TOTP.activate(alice, SECRET)
    start = 1_800_000_000
    code = str(format_hotp_value(hotp_value(SECRET, start // 30 + 1)))
    again = code[:3] + between + code[3:]
    for seconds, typed, passes in ((0, code, True), (1, again, False), (31, again, False), (59, again, False)):
        with time_machine.travel(start + seconds, tick=False):
            client = Client()
            first_step(client)
            answer = client.post("/sign-in/second-factor/", {"code": typed})
            assert (answer.status_code == 302) is passes, seconds
    with time_machine.travel(start + 31, tick=False):
        signed_in = Client()
        first_step(signed_in)
        fresh = str(format_hotp_value(hotp_value(SECRET, start // 30 + 2)))
        assert signed_in.post("/sign-in/second-factor/", {"code": fresh}).status_code == 302
        assert signed_in.post("/account/prove/second-factor/", {"code": again}).status_code == 200


def test_the_code_that_set_it_up_signs_nobody_in(alice: User, sign_in: Any) -> None:
    client = sign_in(alice)
    page = client.get("/account/second-factor/add/").content.decode()
    secret = re.search(r"<code>([A-Z2-7]{32})</code>", page)[1]  # type: ignore[index]
    code = code_for(secret)
    client.post("/account/second-factor/add/", {"code": code})
    assert Authenticator.objects.filter(type="totp").exists()
    stranger = Client()
    first_step(stranger)
    assert stranger.post("/sign-in/second-factor/", {"code": code}).status_code == 200


def test_a_recovery_code_that_was_used_is_on_the_record(alice: User, secret_and_codes: Any, sign_in: Any) -> None:
    _, codes = secret_and_codes
    client = Client()
    first_step(client)
    client.post("/sign-in/second-factor/", {"code": codes[0]})
    client.post("/account/prove/second-factor/", {"code": codes[0]})
    client.post("/account/prove/second-factor/", {"code": codes[1]})
    used = AuditEvent.objects.filter(action="user.recovery_code_used").order_by("id")
    assert [(each.actor_kind, each.actor_id, each.outcome) for each in used] == [("user", str(alice.pk), "allowed")] * 2
    assert [each.changes for each in used] == [
        {"unused_recovery_codes": [10, 9]},
        {"unused_recovery_codes": [9, 8]},
    ]
    for code in codes:
        assert code not in str([vars(each) for each in AuditEvent.objects.all()])
