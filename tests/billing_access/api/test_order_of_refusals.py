"""A request with every fault gets the first documented refusal, after its fix the next one, and finally the data."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from billing_access.access.key_format import new_secret
from billing_access.access.models import ApiKey
from billing_access.access.services import (
    change_scopes,
    lift_suspension,
    revoke_key,
    suspend_billing_reads,
    turn_on_billing_reads,
)
from billing_access.routes import RATES
from billing_access.scopes import ALL_SCOPES
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
LIMITED, FREE = "203.0.113.66", "198.51.100.9"
BEARER = 'Bearer realm="billing"'
INVALID = f'{BEARER}, error="invalid_token", error_description='


@dataclass(frozen=True)
class Step:
    """The refusal that is expected, and how its cause is then fixed."""

    code: str
    status: int
    challenge: str
    detail_words: tuple[str, ...]
    mend: Callable[["Scene"], Any]
    retry_after: bool = False


@dataclass
class Scene:
    """One request, which at first has every fault."""

    configure: Any
    organization: Any
    key: Any
    secret: str
    path: str
    bad: dict[str, str]
    headers: dict[str, str]
    address: str = LIMITED

    def ask(self) -> Any:
        """Send the request as it is now."""
        return Client().get(self.path, self.bad, headers=self.headers, REMOTE_ADDR=self.address)

    def write(self, **fields: Any) -> None:
        """Change the key's row directly in the database."""
        ApiKey.objects.filter(pk=self.key.pk).update(**fields)

    def slow_down(self) -> None:
        """Ask no more often than the key may."""
        self.configure(RATE_LIMITS=RATES)

    def lift(self) -> None:
        """Lift every suspension."""
        for suspension in self.organization.suspensions.filter(lifted_at=None):
            lift_suspension(suspension, actor=SYSTEM, reason="over")


def sends(secret: str) -> Callable[[Scene], None]:
    """Return a function that replaces the credential."""
    return lambda scene: scene.headers.update({"x-api-key": secret})


def _widen(scene: Scene) -> None:
    scene.key.refresh_from_db()
    change_scopes(scene.key, actor=SYSTEM, scopes=sorted(ALL_SCOPES))


CREDENTIAL = [
    Step("missing_key", 401, BEARER, ("x-api-key", "Authorization"), sends("bak_live_nonsense")),
    Step("rate_limited", 429, "", ("address", "Retry-After"), lambda s: setattr(s, "address", FREE), retry_after=True),
    Step("invalid_key", 401, INVALID, ("copied in full",), sends(new_secret())),
    Step("invalid_key", 401, INVALID, ("copied in full",), lambda s: sends(s.secret)(s)),
]
LIVE = [
    Step("key_expired", 401, INVALID, ("Ask", "new key"), lambda s: s.write(expires_at=s.key.expires_at)),
    Step("key_revoked", 401, INVALID, ("Ask", "new key"), lambda s: s.write(revoked_at=None)),
    Step("ip_not_allowed", 403, "", (FREE, "list"), lambda s: s.write(allowed_networks=[])),
]
SCOPE = f'{BEARER}, error="insufficient_scope", scope="{{}}"'
BILLING = [
    Step("insufficient_scope", 403, SCOPE, ("billing.usage:read", "add the scope"), _widen),
    Step("billing_reads_suspended", 403, "", ("support",), Scene.lift),
    Step("org_opt_in_required", 403, "", ("owner or admin", "Billing reads"),
         lambda s: turn_on_billing_reads(s.organization, actor=SYSTEM)),
]  # fmt: skip
RATE = [Step("rate_limited", 429, "", ("Retry-After",), Scene.slow_down, retry_after=True)]
CHAINS = {
    "/v1/billing/usage": [
        *CREDENTIAL, *LIVE, *BILLING, *RATE,
        Step("invalid_parameter", 400, "", ("errors",), lambda s: s.bad.clear()),
    ],
    "/v1/runs/wr_none": [
        *CREDENTIAL, *LIVE,
        Step("insufficient_scope", 403, SCOPE, ("runs:read", "add the scope"), _widen),
        *RATE,
        Step("invalid_parameter", 400, "", ("errors",), lambda s: s.bad.clear()),
        Step("not_found", 404, "", ("id",), lambda s: setattr(s, "path", "/v1/runs/wr_1")),
    ],
}  # fmt: skip


@pytest.mark.parametrize("path", CHAINS)
def test_mended_fault_by_fault_a_request_hears_every_refusal_in_order(acme, runs, make_key, configure, path):
    # More than the wrong, expired and revoked credentials that FREE sends below.
    most = 6
    configure(RATE_LIMITS={**RATES, "usage": 1, "runs": 1, "failed_credentials": most})
    issued = make_key(acme, "audit:read")
    scene = Scene(configure, acme, issued.key, issued.secret, path, {"nonsense": "1"}, {})
    revoke_key(issued.key, actor=SYSTEM)
    scene.write(expires_at=issued.key.created_at, allowed_networks=["203.0.113.0/24"])
    suspend_billing_reads(acme, actor=SYSTEM, reason="unpaid")
    for _ in range(most):
        Client().get(path, headers={"x-api-key": "nonsense"}, REMOTE_ADDR=LIMITED)
    Client().get(path, headers={"x-api-key": issued.secret}, REMOTE_ADDR=FREE)
    for step in CHAINS[path]:
        answer = scene.ask()
        body = answer.json()
        assert (answer.status_code, body["code"]) == (step.status, step.code)
        assert (body["status"], body["type"].rpartition("/")[2]) == (step.status, step.code)
        for words in step.detail_words:
            assert words in body["detail"], step.code
        challenge = answer.headers.get("WWW-Authenticate", "")
        if "scope=" in step.challenge:
            assert challenge == step.challenge.format(" ".join(body["missing_scopes"]))
        else:
            assert challenge == step.challenge or (step.challenge is INVALID and challenge.startswith(INVALID))
            assert "missing_scopes" not in body
        assert ("Retry-After" in answer.headers) is step.retry_after
        assert issued.secret not in answer.content.decode()
        step.mend(scene)
    assert scene.ask().status_code == 200
