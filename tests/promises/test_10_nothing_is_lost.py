"""Promise 10: whatever process, database or pooler is killed at any instant, nothing is half done, and nothing is lost.

The site runs with its real parts behind PgBouncer in transaction mode. Eight clients read, change keys and an opt-in,
and import runs, while its parts are killed by chance and started again. Then what they saw is compared with the tables,
the log, its checkpoints and the figures. `make chaos` and `make soak` run it: 0.3 s for each of ROUNDS, 30 s at least.
"""

import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from accounts.models import User
from tests.chaos.checks import breaches
from tests.chaos.clients import COST_USD, Site
from tests.chaos.play import Chaos, kill_by_chance, kill_everything, publish
from tests.chaos.processes import Postgres, Processes
from tests.conftest import PASSWORD, ROLES
from tests.database_roles import make_roles
from tests.poolers import PGBOUNCER

pytestmark = [
    pytest.mark.chaos,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(PGBOUNCER is None, reason="pgbouncer is not installed (.ci/run installs it)"),
]
SECONDS: Final = max(30.0, int(os.environ.get("ROUNDS", "100")) * 0.3)
VERBS: Final = {"create", "scopes", "rotate", "revoke", "on", "off"}


@pytest.fixture
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL of its own with the site's tables and roles, which Django uses in this process."""
    server = Postgres()
    try:
        server.start()
        with server.in_use():
            call_command("migrate", verbosity=0, interactive=False)
            make_roles(ROLES)
            yield server
    finally:
        server.end()


@pytest.fixture
def processes(postgres: Postgres, tmp_path: Path) -> Iterator[Processes]:
    """The processes of the site."""
    running = Processes(tmp_path, postgres)
    yield running
    running.end()


def wait_for_the_sealer(processes: Processes) -> None:
    unsealed = "SELECT count(*) FROM billing_audit_unsealed"
    assert processes.repair_for(60, lambda: processes.postgres.ask(unsealed) == 0), processes.log_of("sealer")


def run(processes: Processes, role: str, *command: str) -> None:
    """Run a command of manage.py, which must succeed."""
    assert processes.command(role, *command).wait(300) == 0, processes.log_of(command[0])


def test_whatever_is_killed_at_whatever_instant_nothing_is_lost(
    processes: Processes, sign_in: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = int(os.environ.get("SEED") or time.time_ns() % 1_000_000)
    chance = random.Random(seed)
    alice = User.objects.create_user("alice@example.com", PASSWORD)
    session = sign_in(alice).cookies[settings.SESSION_COOKIE_NAME].value
    site = Site(processes.port, session, processes.import_file)
    assert processes.repair_for(60, site.is_ready), processes.log_of("web")
    chaos = Chaos(site, alice, tmp_path, chance)
    try:
        with chaos.at_work(processes):
            killed = kill_by_chance(processes, site, SECONDS, chance)
            answered = kill_everything(processes, site)
        wait_for_the_sealer(processes)
    finally:
        with capsys.disabled():
            sys.stdout.write(f"\nSEED={seed}: {chaos.summary()}\n")
    with capsys.disabled():
        sys.stdout.write(f"killed {dict(killed)}; after everything was killed it answered within {answered:.1f} s\n")
    connection.close()
    assert breaches(chaos.book, COST_USD) == []
    run(processes, "worker", "check_figures")
    run(processes, "worker", "check_permissions")
    wait_for_the_sealer(processes)  # the platform's log has that they ran
    publish(processes)
    run(processes, "auditor", "verify_audit", "--against", str(processes.checkpoints))
    done = {change.verb for changes in chaos.book.changes.values() for change in changes if change.acknowledged}
    assert done == VERBS
