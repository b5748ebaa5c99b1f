"""Off means off in every process: after another process commits a change, the next request to each server is refused.

Two real servers are started as `make run` starts its own; this process makes the changes. Each round: both servers
serve, the change commits, both refuse with its code, the change is undone. `make soak` runs 1,000 rounds.
"""

import json
import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection

from billing_access.access.models import ApiKey, Suspension
from billing_access.access.services import (
    change_networks,
    change_scopes,
    lift_suspension,
    revoke_key,
    suspend_billing_reads,
    turn_off_billing_reads,
    turn_on_billing_reads,
)
from billing_access.scopes import ALL_SCOPES
from orgs import actors
from tests.web_servers import WebServer

pytestmark = pytest.mark.soak
ROUNDS = int(os.environ.get("ROUNDS", "5"))
SYSTEM = actors.command("tests")
STATE, USAGE = "/v1/billing/state", "/v1/billing/usage"


def ask(server: WebServer, path: str, secret: str) -> tuple[int, str]:
    """Return the status and the code."""
    answer = server.ask(path, {"x-api-key": secret})
    return answer.status, json.loads(answer.body).get("code", "")


@pytest.fixture(scope="module")
def servers(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[WebServer, WebServer]]:
    """Two servers on the database of the tests."""
    folder = tmp_path_factory.mktemp("servers")
    started = (WebServer(folder / "a.log"), WebServer(folder / "b.log"))
    try:
        for server in started:
            server.wait()
        yield started
    finally:
        for server in started:
            server.end()


def _sql(statement: str) -> Callable[[ApiKey], object]:
    def run(key: ApiKey) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement.format(key=key.pk, organization=key.organization_id))
            assert cursor.rowcount == 1

    return run


def _suspend(key: ApiKey) -> None:
    suspend_billing_reads(key.organization, actor=SYSTEM, reason="incident")


def _suspend_all(key: ApiKey) -> None:
    suspend_billing_reads(None, actor=SYSTEM, reason="incident")


def _lift(key: ApiKey) -> None:
    lift_suspension(Suspension.objects.get(lifted_at=None), actor=SYSTEM, reason="over")


OPT_IN = "UPDATE billing_reads_opt_in SET enabled_until = {until} WHERE organization_id = {{organization}}"
OVERLAP = "UPDATE billing_api_key SET revoked_at = statement_timestamp() {when} WHERE id = '{{key}}'"
# Change: what another process commits, the code at the next request, and how it is taken back.
CHANGES: dict[str, tuple[Callable[[ApiKey], object], str, Callable[[ApiKey], object]]] = {
    "revocation": (
        lambda key: revoke_key(key, actor=SYSTEM),
        "key_revoked",
        _sql("UPDATE billing_api_key SET revoked_at = NULL WHERE id = '{key}'"),
    ),
    "scopes removed": (
        lambda key: change_scopes(key, actor=SYSTEM, scopes=["runs:read"]),
        "insufficient_scope",
        lambda key: change_scopes(key, actor=SYSTEM, scopes=sorted(ALL_SCOPES)),
    ),
    "opt-out": (
        lambda key: turn_off_billing_reads(key.organization, actor=SYSTEM),
        "org_opt_in_required",
        lambda key: turn_on_billing_reads(key.organization, actor=SYSTEM),
    ),
    "end of the opt-in": (
        _sql(OPT_IN.format(until="statement_timestamp()")),
        "org_opt_in_required",
        _sql(OPT_IN.format(until="NULL")),
    ),
    "suspension": (_suspend, "billing_reads_suspended", _lift),
    "suspension of the platform": (_suspend_all, "billing_reads_suspended", _lift),
    "addresses tightened": (
        lambda key: change_networks(key, actor=SYSTEM, allowed_networks=["203.0.113.0/24"]),
        "ip_not_allowed",
        lambda key: change_networks(key, actor=SYSTEM, allowed_networks=[]),
    ),
    "end of the overlap": (
        _sql(OVERLAP.format(when="")),
        "key_revoked",
        _sql(OVERLAP.format(when="+ interval '1 hour'")),
    ),
    "expiry": (
        _sql("UPDATE billing_api_key SET expires_at = statement_timestamp() WHERE id = '{key}'"),
        "key_expired",
        _sql("UPDATE billing_api_key SET expires_at = created_at + interval '90 days' WHERE id = '{key}'"),
    ),
}  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_what_another_process_commits_counts_at_the_next_request_of_each_server(
    acme: Any, make_key: Any, servers: tuple[WebServer, WebServer]
) -> None:
    turn_on_billing_reads(acme, actor=SYSTEM)
    for name, (change, code, undo) in CHANGES.items():
        issued = make_key(acme)
        key = ApiKey.objects.select_related("organization").get(pk=issued.key.pk)
        if name == "end of the overlap":
            undo(key)
        for number in range(ROUNDS):
            first, second = servers if number % 2 else servers[::-1]
            for server, path in ((first, STATE), (second, USAGE)):
                assert ask(server, path, issued.secret) == (200, ""), f"{name}, round {number}, before"
            change(key)
            for server, path in ((first, STATE), (second, USAGE)):
                status, told = ask(server, path, issued.secret)
                assert told == code, f"{name}, round {number}: {path} of port {server.port} answered {status} {told}"
            undo(key)
