"""The units of deploy/systemd: systemd takes them, they are hardened, and each runs as an account of its own."""

import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from django.core.management import get_commands
from gunicorn.config import Config

from billing_access.webhooks.sending.due import DEADLINE
from dev.postgres_server import ends_with_starter
from tests.unit_files import DEPLOY, OF_THE_SITE, SERVICES, UNITS, Unit

ANALYZE: Final = shutil.which("systemd-analyze")
# How exposed each service is, as `systemd-analyze security` says: 0 is none, 10 all. An unhardened one has 9.2 or more.
EXPOSURE: Final = {
    "billing-access-alarm@": 1.2,
    # It is a member of the web server's group.
    "billing-access-metrics": 1.3,
    "billing-access-partitions": 1.2,
    "billing-access-purge": 1.2,
    "billing-access-sealer": 1.2,
    "billing-access-site": 1.2,
    "billing-access-verification": 1.2,
    "billing-access-webhooks": 1.2,
    "billing-access-worker": 1.2,
}
needs_systemd = pytest.mark.skipif(ANALYZE is None, reason="systemd is not installed (.ci/run installs it)")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The units in a folder, with programs that exist in place of those below /opt."""
    folder = tmp_path_factory.mktemp("units")
    shutil.copytree(UNITS, folder, dirs_exist_ok=True)
    programs = folder / "site" / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("gunicorn", "python"):
        (programs / name).write_text("#!/bin/sh\n")
        (programs / name).chmod(0o755)
    for file in (*folder.glob("*.service"), *folder.glob("*/*.conf")):
        file.write_text(file.read_text().replace("/opt/billing-access", str(folder / "site")))
    return folder


def analyze(folder: Path, verb: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run systemd-analyze on the units of a folder, which also has their drop-ins."""
    assert ANALYZE
    return subprocess.run(
        [ANALYZE, verb, *arguments], capture_output=True, text=True, check=False,
        env={**os.environ, "SYSTEMD_UNIT_PATH": f"{folder}:", "NO_COLOR": "1", "SYSTEMD_EMOJI": "0"},
    )  # fmt: skip


@needs_systemd
def test_systemd_takes_every_unit_without_a_word(installed: Path) -> None:
    files = [str(file) for kind in ("service", "socket", "timer") for file in sorted(installed.glob(f"*.{kind}"))]
    assert len(files) > 10
    said = analyze(installed, "verify", "--man=no", "--recursive-errors=no", *files)
    assert (said.returncode, said.stdout + said.stderr) == (0, "")


@needs_systemd
def test_a_key_that_systemd_does_not_know_would_be_seen(installed: Path) -> None:
    file = installed / "billing-access-typo.service"
    file.write_text((installed / "billing-access-sealer.service").read_text() + "\n[Service]\nPrivateTemp=yes\n")
    said = analyze(installed, "verify", "--man=no", "--recursive-errors=no", str(file))
    file.unlink()
    assert "Unknown key 'PrivateTemp'" in said.stderr


@needs_systemd
def test_every_service_is_as_little_exposed_as_is_stated(installed: Path) -> None:
    assert set(EXPOSURE) == set(SERVICES)
    for name, stated in EXPOSURE.items():
        said = analyze(installed, "security", "--offline=true", "--no-pager", str(installed / f"{name}.service"))
        (found,) = re.findall(r"Overall exposure level for \S+: ([\d.]+)", said.stdout)
        assert float(found) <= stated, f"{name}: {said.stdout}"


@needs_systemd
def test_the_accounts_can_be_made_and_each_service_has_its_own() -> None:
    sysusers = shutil.which("systemd-sysusers", path=f"{os.environ['PATH']}:/usr/bin:/bin")
    assert sysusers
    command = [sysusers, "--dry-run", str(UNITS / "sysusers.conf")]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    made = re.findall(r"^u (\S+)", (UNITS / "sysusers.conf").read_text(), re.MULTILINE)
    used = [each["User"] for each in OF_THE_SITE.values()]
    assert sorted(made) == sorted(used)
    assert len(set(used)) == len(used)


def test_each_service_has_one_environment_of_its_own_with_an_example() -> None:
    files = [each["EnvironmentFile"] for each in OF_THE_SITE.values()]
    assert len(set(files)) == len(files)
    for file in files:
        assert file.startswith("/etc/billing-access/")
        assert (DEPLOY / "env" / Path(file).name).is_file()
    assert not [each for each in SERVICES.values() if "Environment" in each]


def test_only_the_sealer_and_the_purge_have_private_keys_of_the_audit_log() -> None:
    """Each in another account, and the statement key where no process serves or works."""

    def holders(key: str) -> set[str]:
        return {
            name
            for name, each in OF_THE_SITE.items()
            if re.search(rf"^#?{key}=", (DEPLOY / "env" / Path(each["EnvironmentFile"]).name).read_text(), re.MULTILINE)
        }

    assert holders("AUDIT_SIGNING_KEY") == {"billing-access-sealer"}
    assert holders("AUDIT_STATEMENT_KEY") == {"billing-access-purge"}
    assert SERVICES["billing-access-purge"]["Type"] == "oneshot"


def test_each_service_runs_a_command_that_exists() -> None:
    commands = set()
    for name, each in OF_THE_SITE.items():
        program, *words = shlex.split(each["ExecStart"])
        if name == "billing-access-site":
            assert (program, *words[-3:]) == (
                "/opt/billing-access/.venv/bin/gunicorn", "--config", "python:config.web_server",
                "config.wsgi:application",
            )  # fmt: skip
            continue
        assert (program, words[0]) == ("/opt/billing-access/.venv/bin/python", "manage.py")
        commands.add(words[1])
    assert commands <= set(get_commands())
    daily = {"audit_partitions", "purge_audit", "verify_audit"}
    assert {"procrastinate", "seal_audit", "send_webhooks", *daily} <= commands


def test_systemd_waits_longer_for_an_orderly_end_than_the_process_takes() -> None:
    def seconds(name: str) -> int:
        return int(SERVICES[f"billing-access-{name}"]["TimeoutStopSec"])

    assert seconds("site") > Config().graceful_timeout
    jobs = re.search(r"--shutdown-graceful-timeout (\d+)", SERVICES["billing-access-worker"]["ExecStart"])
    assert jobs
    assert seconds("worker") > int(jobs[1])
    assert seconds("webhooks") > DEADLINE


def test_a_reload_needs_no_program_that_a_small_debian_lacks() -> None:
    """Nor has systemd 252 a way to send the signal itself. /bin/kill is in a package of its own."""
    reload = SERVICES["billing-access-site"]["ExecReload"]
    # As a service begins: a run of these tests that ignores the signal (nohup) hands that down.
    as_at_first = {"preexec_fn": lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL)}
    with subprocess.Popen(["sleep", "60"], **as_at_first) as process:
        words = shlex.split(reload.replace("$MAINPID", str(process.pid)))
        assert words[0] == "/bin/sh"
        subprocess.run(words, check=True, env={"PATH": ""})
        assert process.wait(20) == -signal.SIGHUP


def test_what_serves_is_started_again_and_what_a_timer_runs_raises_an_alarm() -> None:
    timers = {file.stem: Unit(file) for file in UNITS.glob("*.timer")}
    assert set(timers) == {f"billing-access-{name}" for name in ("partitions", "purge", "verification")}
    for name, each in OF_THE_SITE.items():
        if name not in timers:
            assert each["Restart"] == "always"
            continue
        assert each["Type"] == "oneshot"
        assert Unit(UNITS / f"{name}.service")["Unit"]["OnFailure"] == "billing-access-alarm@%N.service"
        assert timers[name]["Timer"]["Persistent"] == "yes"
    begins = [each["Timer"]["OnCalendar"].split()[1] for each in timers.values()]
    # The partitions are not made while verify_audit or purge_audit reads the log.
    assert len({begin[:2] for begin in begins}) == 3


@contextmanager
def web_server(listener: socket.socket, notified: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start the site's ExecStart as systemd does: the socket is descriptor 3, and it tells when it is ready."""
    words = shlex.split(SERVICES["billing-access-site"]["ExecStart"])[1:]
    take_over = f'exec 3<&{listener.fileno()}; export LISTEN_FDS=1 LISTEN_PID=$$; exec "$@"'
    # make exports PORT, empty where it is not set, and gunicorn would take it for a port.
    usual = {name: value for name, value in os.environ.items() if name != "PORT"}
    process = subprocess.Popen(
        ["bash", "-c", take_over, "bash", sys.executable, "-m", "gunicorn", *words],
        cwd=DEPLOY.parent, pass_fds=[listener.fileno()], preexec_fn=ends_with_starter(signal.SIGTERM),
        env={**usual, "NOTIFY_SOCKET": str(notified), "WEB_CONCURRENCY": "1", "WEB_THREADS": "4"},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(40)
        finally:
            process.kill()


def ask(path: Path) -> socket.socket:
    """Send a request over a new connection; the answer is read later."""
    client = socket.socket(socket.AF_UNIX)
    client.settimeout(60)
    client.connect(str(path))
    client.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    return client


@pytest.mark.soak
def test_the_web_server_says_when_it_is_ready_and_a_restart_fails_no_request(tmp_path: Path) -> None:
    """``Type=notify`` is true, and systemd's socket keeps what comes in while no process is there."""
    with socket.socket(socket.AF_UNIX) as listener, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notices:
        listener.bind(str(tmp_path / "web.sock"))
        listener.listen(16)
        notices.bind(str(tmp_path / "notify"))
        notices.settimeout(60)
        for _ in range(2):
            # It arrives before the process is there.
            with ask(tmp_path / "web.sock") as client, web_server(listener, tmp_path / "notify"):
                assert notices.recv(1000).startswith(b"READY=1")
                assert client.recv(1000).startswith(b"HTTP/1.1 200 ")
        assert (tmp_path / "web.sock").exists()
