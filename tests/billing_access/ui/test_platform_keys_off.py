"""While platform keys are off, the API refuses a registered one, and pages and the admin say so."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from billing_access.access.services import register_platform_key
from orgs import actors
from orgs.models import Organization

SECRET = "skv-7f1c0e9b2d4a4f0e8c3b5a697881"


def test_pages_and_the_admin_say_that_it_is_not_accepted_while_platform_keys_are_off(
    acme: Organization,
    alice: User,
    dana: User,
    opt_in: Any,
    api: Callable[..., Any],
    sign_in: Any,
    words: Any,
    configure: Any,
) -> None:
    opt_in(acme)
    configure(PLATFORM_KEYS=True)
    key = register_platform_key(
        acme,
        actor=actors.command("tests"),
        secret=SECRET,
        name="Platform",
        scopes=["billing.state:read"],
        expires_at=timezone.now() + timedelta(days=30),
    )
    owner, staff = sign_in(alice), sign_in(dana)
    own = f"/o/acme/keys/{key.pk}/"
    admin = f"/admin/billing_access/apikey/{key.pk}/change/"
    assert api("/v1/billing/state", SECRET).status_code == 200
    assert "0 API keys" not in words(owner.get("/o/acme/readers/"))
    configure(PLATFORM_KEYS=False)
    assert api("/v1/billing/state", SECRET).json()["code"] == "invalid_key"
    assert "and 0 API keys through the API" in words(owner.get("/o/acme/readers/"))
    for page in ("/o/acme/readers/", "/o/acme/billing-reads/", "/o/acme/billing-reads/turn-on/"):
        assert "The API key is not valid." in words(owner.get(page)), page
    said = words(owner.get(own))
    assert "Not accepted" in said
    assert (
        "No Balance, tier and this period's usage GET /v1/billing/state invalid_key: The API key is not valid." in said
    )
    assert "Yes" not in said.split("What this key can read now")[1].split("Change scopes")[0]
    assert "Not accepted" in words(owner.get("/o/acme/keys/"))
    assert "This key is not accepted: every request with it gets 401 invalid_key." in words(owner.get(f"{own}revoke/"))
    assert "Balance, tier and this period&#x27;s usage: invalid_key" in staff.get(admin).content.decode()
    assert "Not accepted" in staff.get("/admin/billing_access/apikey/").content.decode()
    flip = staff.get(f"/admin/billing_orgs/organization/{acme.pk}/billing-reads/").content.decode()
    assert "no key can read billing data: none that is accepted has a scope for it." in flip
