"""``manage.py revoke_key``: leaked secrets on standard input, or an id."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from billing_access.access.key_format import new_secret
from billing_access.access.models import ApiKey
from billing_access.access.services import IssuedKey, rotate_key
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Organization

Make = Callable[..., IssuedKey]


@pytest.fixture
def revoke(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[str, str]]:
    """Run the command with this standard input; return its stdout and stderr."""

    def run(text: str = "", **options: Any) -> tuple[str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        out, err = io.StringIO(), io.StringIO()
        call_command("revoke_key", stdout=out, stderr=err, **options)
        return out.getvalue(), err.getvalue()

    return run


def test_a_bare_secret(acme: Organization, make_key: Make, revoke: Any, api: Any) -> None:
    issued = make_key(acme, name="Nightly")
    out, _ = revoke(f"{issued.secret}\n", reason="Found in a public repository")
    assert out == f"revoked: {issued.key.pk} Nightly ({issued.key.hint}) of acme\n"
    assert api("/v1/key", issued.secret).json()["code"] == "key_revoked"
    event = AuditEvent.objects.get(action="api_key.revoked")
    assert (event.actor_kind, event.actor_id) == ("system", "revoke_key")
    assert event.details == {"reason": "Found in a public repository"}


def test_every_key_in_a_text(acme: Organization, other: Organization, make_key: Make, revoke: Any) -> None:
    first, second, spared = make_key(acme), make_key(other), make_key(acme)
    unknown, damaged = new_secret(), first.secret[:-1] + ("0" if first.secret[-1] != "0" else "1")
    text = f'KEY="{first.secret}"; curl -H "x-api-key:{second.secret}" {first.secret} {unknown} {damaged}'
    out, err = revoke(text)
    assert out.count("revoked: ") == 2
    assert set(ApiKey.objects.exclude(revoked_at=None)) == {first.key, second.key}
    assert ApiKey.objects.get(pk=spared.key.pk).revoked_at is None
    assert err.count("is not a key of this site") == 1
    assert err.count("is damaged") == 1
    for each in (first.secret, second.secret, unknown, damaged):
        assert each not in out + err


def test_an_id(acme: Organization, make_key: Make, revoke: Any) -> None:
    key = make_key(acme).key
    assert revoke(key_id=str(key.pk))[0].startswith(f"revoked: {key.pk}")
    assert revoke(key_id=str(key.pk))[0].startswith(f"already revoked: {key.pk}")
    assert AuditEvent.objects.filter(action="api_key.revoked").count() == 1


def test_a_key_in_its_overlap_ends_now(acme: Organization, make_key: Make, revoke: Any, api: Any) -> None:
    old = make_key(acme)
    rotate_key(old.key, actor=actors.command("tests"), overlap_hours=168)
    assert revoke(old.secret)[0].startswith("revoked: ")
    assert api("/v1/key", old.secret).json()["code"] == "key_revoked"


def test_a_registered_key_of_the_platform(
    acme: Organization, revoke: Any, configure: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(PLATFORM_KEYS=True)
    monkeypatch.setattr("sys.stdin", io.StringIO("skv-7f1c0e9b2d4a4f0e8c3b5a697881\n"))
    call_command(
        "register_key",
        organization="acme",
        name="Own",
        scopes="runs:read",
        expires="30",
        reason="x",
        stdout=io.StringIO(),
    )
    configure(PLATFORM_KEYS=False)
    assert revoke("skv-7f1c0e9b2d4a4f0e8c3b5a697881")[0].startswith("revoked: ")
    assert ApiKey.objects.get().is_revoked


@pytest.mark.parametrize("text", ["", "nothing here", new_secret()], ids=["empty", "no key", "an unknown key"])
def test_nothing_found_is_a_failure(db: None, revoke: Any, text: str) -> None:
    with pytest.raises(CommandError, match="Nothing was revoked"):
        revoke(text)


def test_a_secret_as_an_argument_is_refused_and_not_repeated(acme: Organization, make_key: Make, revoke: Any) -> None:
    issued = make_key(acme)
    with pytest.raises(CommandError, match="is a secret, not an id") as refusal:
        revoke(key_id=issued.secret)
    assert issued.secret not in str(refusal.value)
    assert ApiKey.objects.get().revoked_at is None


@pytest.mark.parametrize("key_id", ["7", "00000000-0000-0000-0000-000000000000"])
def test_an_id_of_no_key_is_named(db: None, revoke: Any, key_id: str) -> None:
    with pytest.raises(CommandError, match=key_id):
        revoke(key_id=key_id)
