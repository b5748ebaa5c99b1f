"""What `make bench` measures over HTTP: the processor time of processes, and a real web server with a few requests."""

import mmap
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from benchmarks.over_http import Asked, Server, measure, routes, send_all, tables
from benchmarks.processes import backends_of_site, cpu_seconds, descendants, memory, postgres
from billing_access.billing.models import Account, Run
from tests.web_servers import WebServer

# A child works for a third of a second and ends; then the process waits for its input.
_WORKS = """
import subprocess, sys
burns = "import time\\nwhile time.process_time() < 0.3: pass"
subprocess.run([sys.executable, "-S", "-c", burns])
print("done", flush=True)
sys.stdin.read()
"""


def test_processor_time_includes_that_of_children_that_have_ended() -> None:
    command = ["sh", "-c", '"$0" -S -c "$1"; :', sys.executable, _WORKS]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "done\n"
        assert len(descendants(process.pid)) == 1
        assert 0.29 <= cpu_seconds([process.pid]) < 2
        process.communicate()
    assert cpu_seconds([process.pid]) == 0


def test_memory_is_that_of_the_process() -> None:
    before = memory(os.getpid())
    # Pages of its own: what the process has freed before would be used again for an object.
    with mmap.mmap(-1, 2**25) as held:
        held.write(b"x" * 2**25)
        after = memory(os.getpid())
    assert before.pss <= before.rss
    assert after.rss - before.rss >= 2**24


@pytest.mark.django_db(transaction=True)
def test_each_route_is_asked_and_told_with_its_cost(acme: Any, tmp_path: Path) -> None:
    now = timezone.now() - timedelta(hours=3)
    Account.objects.create(organization=acme, fed_at=now)
    Run.objects.create(
        organization=acme, run_id="wr_1", run_type="workflow_run", status="completed", created_at=now, modified_at=now,
        started_at=now, finished_at=now, total_cost_usd="0.1", cost_status="final", cost_updated_at=now, tags={},
        first_revision=1, revision=1,
    )  # fmt: skip
    site = WebServer(tmp_path / "log").wait()
    try:
        server = Server("direct", site.port, [site.master, postgres() or 0])
        asked = routes([acme], site.port)
        costs = measure([server], asked, rounds=1, times=4, settle=lambda: None)
        memories = {"backend": (memory(backends_of_site()[0]),) * 2}
        with pytest.raises(RuntimeError, match="401"):
            send_all(site.port, [Asked("/v1/billing/state", {}, 200)], 1)
    finally:
        site.end()
    assert {asked[name][0].status for name in costs} == {200, 304, 401, 403}
    assert all(each["direct"].a_second > 0 for each in costs.values())
    assert sum(each["direct"].cpu_seconds for each in costs.values()) > 0
    first, _, last = tables(costs, memories, 28, [(1, 10.0)])
    assert [row[0] for row in first.rows] == list(asked)
    assert last.rows[0][1].endswith(" MB")
