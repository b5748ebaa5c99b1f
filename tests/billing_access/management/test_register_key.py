"""``manage.py register_key``: the secret on standard input, the rest as arguments."""

import io
from collections.abc import Callable
from datetime import UTC, timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from billing_access.access.models import ApiKey
from orgs.models import Organization

SECRET = "skv-7f1c0e9b2d4a4f0e8c3b5a697881"
GIVEN = {
    "organization": "acme", "name": "Own", "scopes": "runs:read, billing.state:read", "expires": "30",
    "reason": "Ticket 9",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _allowed(configure: Any) -> None:
    configure(PLATFORM_KEYS=True)


@pytest.fixture
def register(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    def run(secret: str = SECRET, **changes: str) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO(secret + "\n"))
        out = io.StringIO()
        call_command("register_key", stdout=out, **{**GIVEN, **changes})
        return out.getvalue()

    return run


def test_it_is_registered_and_reads(acme: Organization, register: Any, api: Any) -> None:
    out = register()
    key = ApiKey.objects.get()
    assert out == f"registered: {key.pk} Own (skv-…7881) of acme\n"
    assert (sorted(key.scopes), key.is_platform_key) == (["billing.state:read", "runs:read"], True)
    assert timedelta(days=29, hours=23) < key.expires_at - timezone.now() <= timedelta(days=30)
    assert api("/v1/key", SECRET).status_code == 200


def test_it_may_end_at_a_time(acme: Organization, register: Any) -> None:
    end = (timezone.now() + timedelta(days=10)).replace(microsecond=0)
    register(expires=end.astimezone(UTC).isoformat().replace("+00:00", "Z"))
    assert ApiKey.objects.get().expires_at == end


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"organization": "nobody"}, "no organization with the slug 'nobody'"),
        ({"scopes": "runs"}, "Unknown scope 'runs'"),
        ({"scopes": ","}, "Choose at least one scope"),
        ({"expires": "soon"}, "'soon' is neither"),
        ({"expires": "2027-01-01T00:00:00"}, "neither a number of days nor a time with its offset"),
        ({"expires": "0"}, "within 366 days"),
        ({"expires": "367"}, "within 366 days"),
        ({"expires": "99999999999"}, "within 366 days"),
        ({"secret": "short"}, "24 to 256 visible ASCII characters"),
        ({"secret": ""}, "24 to 256 visible ASCII characters"),
    ],
)
def test_bad_input_is_named(acme: Organization, register: Any, change: dict[str, str], words: str) -> None:
    with pytest.raises(CommandError, match=words):
        register(**change)
    assert not ApiKey.objects.exists()


def test_off_it_is_refused(acme: Organization, register: Any, configure: Any) -> None:
    configure(PLATFORM_KEYS=False)
    with pytest.raises(CommandError, match="PLATFORM_KEYS=on"):
        register()
    assert not ApiKey.objects.exists()
