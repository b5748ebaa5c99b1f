"""`manage.py remove_second_factor` and `manage.py encrypt_second_factors`."""

import io
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from accounts.models import User
from accounts.second_factor import SecondFactorAdapter, encrypt_second_factors, remove_second_factor
from accounts.settings import account_settings
from billing_audit.models import AuditEvent
from orgs import actors

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def codes(alice: User) -> list[str]:
    """Alice has recovery codes as well as an authenticator app."""
    TOTP.activate(alice, SECRET)
    return RecoveryCodes.activate(alice).generate_codes()


def run(command: str, *arguments: str) -> str:
    out = io.StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue()


def test_a_lost_second_factor_is_removed_on_the_record(alice: User, bob: User, codes: list[str]) -> None:
    TOTP.activate(bob, SECRET)
    assert "alice@example.com is removed" in run("remove_second_factor", " Alice@Example.com", "--reason", "Lost")
    assert list(Authenticator.objects.values_list("user_id", flat=True)) == [bob.pk]
    event = AuditEvent.objects.get(action="user.second_factor_changed", organization_id=None)
    assert (event.actor_kind, event.target_id) == ("system", str(alice.pk))
    assert event.changes["second_factor"] == ["totp", None]
    assert event.details == {"reason": "Lost"}


@pytest.mark.parametrize("email", ["alice@example.com", "nobody@example.com"])
def test_what_there_is_not_is_not_removed(alice: User, email: str) -> None:
    with pytest.raises(CommandError, match=email):
        run("remove_second_factor", email, "--reason", "Lost")
    assert not AuditEvent.objects.filter(action="user.second_factor_changed").exists()


def test_after_it_the_old_key_may_go(codes: list[str], configure: Any) -> None:
    (old,) = account_settings.encryption_keys
    configure(MFA_ENCRYPTION_KEYS=["n" * 32, old])
    assert "first key: 2" in run("encrypt_second_factors")
    configure(MFA_ENCRYPTION_KEYS=["n" * 32])
    totp, recovery = (Authenticator.objects.get(type=kind) for kind in ("totp", "recovery_codes"))
    assert SecondFactorAdapter().decrypt(totp.data["secret"]) == SECRET
    assert RecoveryCodes(recovery).generate_codes() == codes
    assert AuditEvent.objects.get(action="second_factors.encrypted").details == {"written": 2}
    for secret in (SECRET, *codes):
        assert secret not in str([each.data for each in Authenticator.objects.all()])


def test_where_a_key_is_missing_nothing_is_written(alice: User, bob: User, configure: Any) -> None:
    for key, person in (("a" * 32, bob), ("b" * 32, alice)):
        configure(MFA_ENCRYPTION_KEYS=[key])
        TOTP.activate(person, SECRET)
    before = list(Authenticator.objects.order_by("pk").values())
    configure(MFA_ENCRYPTION_KEYS=["n" * 32, "a" * 32])
    with pytest.raises(CommandError, match="MFA_ENCRYPTION_KEYS"):
        run("encrypt_second_factors")
    assert list(Authenticator.objects.order_by("pk").values()) == before
    assert not AuditEvent.objects.filter(action="second_factors.encrypted").exists()


def test_neither_is_a_members_to_do(alice: User, bob: User, codes: list[str]) -> None:
    for actor in (actors.as_member(alice), actors.as_member(bob)):
        with pytest.raises(PermissionDenied):
            remove_second_factor(alice, reason="Lost", actor=actor)
        with pytest.raises(PermissionDenied):
            encrypt_second_factors(actor=actor)
    assert Authenticator.objects.count() == 2
