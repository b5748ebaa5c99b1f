"""Every route × every actor × opted in or not, with the exact status and code. A route without a row fails."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from billing_access.access.key_format import new_secret
from billing_access.access.services import revoke_key
from billing_access.billing.models import Run
from billing_access.scopes import ALL_SCOPES, BILLING_SCOPES
from orgs import actors

SYSTEM = actors.command("tests")
STATE, USAGE, RUNS = "billing.state:read", "billing.usage:read", "runs:read"

# What each cell says: a status with its code, or 200 with the code of what is withheld.
OK = (200, None)
MISSING, INVALID = (401, "missing_key"), (401, "invalid_key")
EXPIRED, REVOKED = (401, "key_expired"), (401, "key_revoked")
SCOPE, OPT_IN, NOT_FOUND = (403, "insufficient_scope"), (403, "org_opt_in_required"), (404, "not_found")
NO_COST_SCOPE, NO_COST_OPT_IN = (200, "withheld insufficient_scope"), (200, "withheld org_opt_in_required")

Cell = tuple[int, str | None]
Pair = tuple[Cell, Cell]  # not opted in, opted in


def both(cell: Cell) -> Pair:
    """The opt-in makes no difference."""
    return cell, cell


DEAD: dict[str, Pair] = {
    "no key": both(MISSING),
    "the owner's session": both(MISSING),
    "malformed key": both(INVALID),
    "unknown key": both(INVALID),
    "expired key": both(EXPIRED),
    "revoked key": both(REVOKED),
}
ANYONE: dict[str, Pair] = dict.fromkeys(
    [*DEAD, "all scopes", "state", "usage", "runs", "usage and runs", "no billing scope", "their key"], both(OK)
)

API_TABLE: dict[str, dict[str, Pair]] = {
    "v1/billing/state": {
        **DEAD,
        "all scopes": (OPT_IN, OK),
        "state": (OPT_IN, OK),
        "usage": both(SCOPE),
        "runs": both(SCOPE),
        "usage and runs": both(SCOPE),
        "no billing scope": both(SCOPE),
        "their key": both(OK),
    },
    "v1/billing/usage": {
        **DEAD,
        "all scopes": (OPT_IN, OK),
        "state": both(SCOPE),
        "usage": (OPT_IN, OK),
        "runs": both(SCOPE),
        "usage and runs": (OPT_IN, OK),
        "no billing scope": both(SCOPE),
        "their key": both(OK),
    },
    "v1/runs/<str:run_id>": {
        **DEAD,
        "all scopes": (NO_COST_OPT_IN, OK),
        "state": both(SCOPE),
        "usage": both(SCOPE),
        "runs": both(NO_COST_SCOPE),
        "usage and runs": (NO_COST_OPT_IN, OK),
        "no billing scope": both(NO_COST_SCOPE),
        "their key": both(NOT_FOUND),
    },
    "v1/key": {**ANYONE, **DEAD},
    "v1/openapi.json": ANYONE,
    "healthz": ANYONE,
    "readyz": ANYONE,
}

# Pages: for each method, what owner, admin, billing, auditor, member, outsider and staff (no member) get.
# Anonymous visitors are sent to sign in wherever this says anything but `public`.
WHO = ("owner", "admin", "billing", "auditor", "member", "outsider", "staff")
Statuses = tuple[int, int, int, int, int, int, int]
MEMBERS: Statuses = (200, 200, 200, 200, 200, 404, 404)
VIEW_BILLING: Statuses = (200, 200, 200, 403, 403, 404, 404)
MANAGE: Statuses = (200, 200, 403, 403, 403, 404, 404)
MANAGE_AND_LEAVE: Statuses = (302, 302, 403, 403, 403, 404, 404)
VIEW_LOG: Statuses = (200, 200, 200, 200, 403, 404, 404)


@pytest.fixture
def run(acme):
    """A priced run of Acme."""
    now = timezone.now()
    return Run.objects.create(
        organization=acme, run_id="wr_1", run_type="workflow_run", status="completed", created_at=now,
        modified_at=now, started_at=now, total_cost_usd="0.5", cost_status="final", cost_updated_at=now,
        first_revision=1, revision=1,
    )  # fmt: skip


@pytest.fixture
def key_of(acme, other, make_key) -> Callable[[str], str | None]:
    """The secret that an actor of the table sends."""

    def expired() -> str:
        issued = make_key(acme)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE api_key SET expires_at = created_at WHERE id = %s", [issued.key.pk])
        return issued.secret

    def revoked() -> str:
        issued = make_key(acme)
        revoke_key(issued.key, actor=SYSTEM)
        return issued.secret

    secrets: dict[str, Callable[[], str | None]] = {
        "no key": lambda: None,
        "the owner's session": lambda: None,
        "malformed key": lambda: "bak_live_nonsense",
        "unknown key": new_secret,
        "expired key": expired,
        "revoked key": revoked,
        "all scopes": lambda: make_key(acme).secret,
        "state": lambda: make_key(acme, STATE).secret,
        "usage": lambda: make_key(acme, USAGE).secret,
        "runs": lambda: make_key(acme, RUNS).secret,
        "usage and runs": lambda: make_key(acme, USAGE, RUNS).secret,
        "no billing scope": lambda: make_key(acme, *(ALL_SCOPES - BILLING_SCOPES)).secret,
        "their key": lambda: make_key(other).secret,
    }
    return lambda actor: secrets[actor]()


@pytest.mark.django_db
@pytest.mark.parametrize("opted_in", [False, True], ids=["opted out", "opted in"])
@pytest.mark.parametrize(
    ("route", "actor"), [(route, actor) for route, row in API_TABLE.items() for actor in row], ids=str
)
def test_api(acme, alice, run, key_of, opt_in, route, actor, opted_in):
    if opted_in:
        opt_in(acme)
    client = Client()
    if actor == "the owner's session":
        client.force_login(alice)
    secret = key_of(actor)
    answer = client.get("/" + route.replace("<str:run_id>", run.run_id), headers={"x-api-key": secret} if secret else {})
    assert seen(answer) == API_TABLE[route][actor][opted_in]
    if answer.status_code == 401:
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def seen(answer: Any) -> Cell:
    """Read a cell off an answer."""
    if "X-Cost-Withheld" in answer.headers:
        assert not {"total_cost_usd", "cost_status", "llm_tokens_in", "llm_tokens_out"} & answer.json().keys()
        return answer.status_code, f"withheld {answer.headers['X-Cost-Withheld']}"
    if answer.status_code == 200:
        return OK
    assert answer.headers["Content-Type"] == "application/problem+json"
    return answer.status_code, answer.json()["code"]


def patterns(resolver: URLResolver, prefix: str = "") -> set[str]:
    """Every address of the site, as its pattern reads."""
    found: set[str] = set()
    for entry in resolver.url_patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            found |= patterns(entry, path)
        elif isinstance(entry, URLPattern):
            found.add(path)
    return found
