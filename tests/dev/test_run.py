"""`make run` explains what stops it, serves until it is stopped, and leaves no processes behind.

The supervisor runs here on a stand-in site with no tables, in a folder of its own.
"""

import json
import os
import re
import shlex
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from billing_audit.signed_notes import Signer
from dev.postgres_paths import CHECKOUT, ROOT_HOME, Place, place_for
from dev.postgres_server import serve, version_of_data, version_of_programs
from tests.rounds import IN_FULL

# Debian's PostgreSQL. It is another major version than the embedded one.
DEBIANS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
Start = Callable[..., tuple[subprocess.Popen[str], int]]
# The supervisor, which waits half a second instead of ten for the server of another one.
IMPATIENT = (
    "-c",
    "import sys; from dev import postgres_server, run; postgres_server._WAIT_FOR_LOCK = 0.5; sys.exit(run.main())",
)
SEEDED = {
    "staff": {"email": "dana@staff.example", "password": "staff-password"},
    "organizations": [
        {
            "id": "org_closed",
            "slug": "closed-org",
            "opted_in": False,
            "people": [{"email": "alice@closed.example", "password": "owner-password", "role": "owner"}],
            "keys": [{"name": "all", "secret": "closed-secret", "scopes": ["a", "b"]}],
        },
        {
            "id": "org_open",
            "slug": "open-org",
            "opted_in": True,
            "people": [],
            "keys": [
                {"name": "some", "secret": "narrow-secret", "scopes": ["a"]},
                {"name": "all", "secret": "open-secret", "scopes": ["a", "b"]},
            ],
        },
    ],
}
SITE = {
    "config/settings.py": """
        import os
        from pathlib import Path
        import dj_database_url
        from config import environment
        ENV = environment.load(os.environ)
        SECRET_KEY, DEMO, ALLOWED_HOSTS, ROOT_URLCONF = ENV.secret_key, ENV.demo, ["*"], "config.urls"
        INSTALLED_APPS = ["django.contrib.staticfiles", "billing_access", "dev"]
        DATABASES = {"default": dj_database_url.parse(ENV.database_url)}
        STATIC_URL, STATIC_ROOT = "static/", Path(__file__).parent.parent / ".data" / "static"
        MIDDLEWARE = ["billing_audit.request_context.RequestIdMiddleware", "config.access_log.AccessLogMiddleware"]
        LOGGING = {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"line": {"()": "config.log_lines.LineFormatter", "format": "{message}", "style": "{"}},
            "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
            "root": {"handlers": ["console"], "level": "INFO"},
        }
    """,
    "config/urls.py": """
        from django.http import HttpResponse
        from django.urls import path
        urlpatterns = [path("hello", lambda request: HttpResponse("hello"))]
    """,
    "billing_access/__init__.py": "",
    "billing_access/routes.py": """
        RATES = {"state": 120}
    """,
    "billing_access/management/__init__.py": "",
    "billing_access/management/commands/__init__.py": "",
    "dev/management/__init__.py": "",
    "dev/management/commands/__init__.py": "",
    "dev/management/commands/seed_demo.py": """
        from pathlib import Path
        from django.core.management.base import BaseCommand
        class Command(BaseCommand):
            def add_arguments(self, parser):
                parser.add_argument("--json", action="store_true")
                parser.add_argument("--if-empty", action="store_true")
            def handle(self, **options):
                seeded = Path("seeded.json")
                if seeded.exists():
                    self.stdout.write(seeded.read_text())
                    seeded.unlink()
    """,
    "billing_access/models.py": """
        from django.db import models
        class Runs(models.Manager):
            def filter(self, **asked): return self
            def order_by(self, name): return self
            def values_list(self, name, flat): return ["run-of-the-database"]
        class Run(models.Model):
            objects = Runs()
    """,
    "billing_access/management/commands/procrastinate.py": """
        import os, signal, time
        from django.core.management.base import BaseCommand
        class Command(BaseCommand):
            def add_arguments(self, parser):
                parser.add_argument("what")
                parser.add_argument("--shutdown-graceful-timeout", type=float)
            def handle(self, **options):
                def end(*_):
                    time.sleep(os.path.exists("slow"))
                    print("the worker has ended in order", flush=True)
                    os._exit(0)
                signal.signal(signal.SIGTERM, end)
                print("the worker works", flush=True)
                time.sleep(1000)
    """,
    "billing_access/management/commands/seal_audit.py": """
        import time
        from django.core.management.base import BaseCommand
        class Command(BaseCommand):
            def handle(self, **options):
                print("the sealer seals", flush=True)
                time.sleep(1000)
    """,
    "billing_access/management/commands/send_webhooks.py": """
        import time
        from django.core.management.base import BaseCommand
        class Command(BaseCommand):
            def handle(self, **options):
                print("the sender sends", flush=True)
                time.sleep(1000)
    """,
    # It says which of the keys of the audit log its process has, and where the key for statements is.
    "billing_access/management/commands/purge_audit.py": """
        import os
        from django.core.management.base import BaseCommand
        class Command(BaseCommand):
            def handle(self, **options):
                print(os.environ.get("AUDIT_STATEMENT_KEY"), os.environ["AUDIT_STATEMENT_VERIFIERS"])
    """,
    "billing_access/management/commands/record_failover.py": """
        from pathlib import Path
        from django.core.management.base import BaseCommand
        class Command(BaseCommand):
            def add_arguments(self, parser):
                parser.add_argument("--nothing-lost", action="store_true")
                parser.add_argument("--reason")
            def handle(self, nothing_lost, reason, **options):
                Path("failover").write_text(f"{nothing_lost} {reason}")
    """,
    "billing_access/migrations/__init__.py": "",
    "billing_access/migrations/0001_initial.py": """
        from django.db import migrations
        class Migration(migrations.Migration):
            operations = [migrations.RunSQL("CREATE TABLE run_once (id int)")]
    """,
    "billing_access/management/commands/say.py": """
        import os
        from django.conf import settings
        from django.core.management.base import BaseCommand, CommandError
        class Command(BaseCommand):
            def add_arguments(self, parser):
                parser.add_argument("text")
            def handle(self, text, **options):
                if text == "fail":
                    raise CommandError("it failed")
                secret = settings.SECRET_KEY == open(".data/secret_key").read()
                print(text, settings.DATABASES["default"]["HOST"], os.environ["BASE_URL"], secret, settings.DEMO)
    """,
    "orgs/__init__.py": "",
    "billing_audit/__init__.py": "",
    "requirements.lock": "",
}


def run(**environ: str) -> subprocess.CompletedProcess[str]:
    """Run the supervisor where it must stop at once; return the ended process."""
    return subprocess.run(
        [sys.executable, "-m", "dev.run"],
        cwd=CHECKOUT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        timeout=30,
    )


@contextmanager
def stand_in(folder: Path) -> Iterator[Path]:
    """Write a stand-in site with the real supervisor, never started. Its servers and data are removed afterwards."""
    for name, text in SITE.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(line[8:] for line in text.splitlines()))
    served = ("access_log", "database_url", "json_lines", "log_lines", "metrics", "repeated_faults", "request_route")
    (folder / "billing_access" / "access").mkdir()
    (folder / "billing_access" / "access" / "__init__.py").touch()
    for name in (
        "config/__init__",
        "config/web_server",
        "config/web_worker",
        "billing_access/errors",
        "billing_access/access/key_format",
        "config/environment",
        "config/wsgi",
        "dev/__init__",
        "dev/apps",
        "dev/run",
        *(f"config/{each}" for each in served),
    ):
        shutil.copy(CHECKOUT / f"{name}.py", folder / f"{name}.py")
    for name in ("manage", "move_data", "postgres_server", "postgres_paths"):
        shutil.copy(CHECKOUT / "dev" / f"{name}.py", folder / "dev")
    (folder / "orgs" / "work_at_once.py").write_text('WHEN_SENT = "when_sent"\n')
    for name in ("conf", "request_context", "settings", "signed_notes"):
        shutil.copy(CHECKOUT / "billing_audit" / f"{name}.py", folder / "billing_audit")
    (folder / "seeded.json").write_text(json.dumps(SEEDED))
    place = place_of(folder)
    yield folder
    if place.data.parent.is_relative_to(ROOT_HOME):
        shutil.rmtree(place.data.parent, ignore_errors=True)
    shutil.rmtree(place.socket, ignore_errors=True)


@pytest.fixture
def new_site(tmp_path: Path) -> Iterator[Path]:
    """A stand-in site that was never started."""
    with stand_in(tmp_path) as made:
        yield made


@pytest.fixture
def site(new_site: Path, give_data: Callable[[Place], None]) -> Path:
    """The stand-in site with an empty database, which its first start need not make."""
    give_data(place_of(new_site))
    return new_site


def place_of(site: Path) -> Place:
    """Return the paths of the stand-in site's server."""
    return place_for("data", site.resolve())


@contextmanager
def supervisors(site: Path) -> Iterator[Start]:
    """Yield what starts the supervisor and waits until its site answers. Those that still run afterwards are ended."""
    started: list[subprocess.Popen[str]] = []

    def start_it(*, in_background: bool = False, **environ: str) -> tuple[subprocess.Popen[str], int]:
        port = free_port()
        unset = {"DATABASE_URL", "SECRET_KEY", "DEMO", "BASE_URL", "DJANGO_SETTINGS_MODULE"}
        usual = {name: value for name, value in os.environ.items() if name not in unset}
        with (site / "printed").open("w") as printed:
            supervisor = subprocess.Popen(
                [sys.executable, "-m", "dev.run"],
                cwd=site,
                env={**usual, "HOST": "127.0.0.1", "PORT": str(port), **environ},
                stdout=printed,
                stderr=subprocess.STDOUT,
                text=True,
                # A shell starts a job with `&` like this.
                preexec_fn=(lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)) if in_background else None,
            )
        started.append(supervisor)
        assert within(60, lambda: hears(port) or supervisor.poll() is not None)
        assert supervisor.poll() is None, (site / "printed").read_text()
        return supervisor, port

    yield start_it
    for supervisor in started:
        if supervisor.poll() is None:
            supervisor.terminate()
            supervisor.wait(30)


@pytest.fixture
def start(new_site: Path) -> Iterator[Start]:
    """Start the supervisor of the test's own site."""
    with supervisors(new_site) as start_it:
        yield start_it


@pytest.fixture(scope="module")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, subprocess.Popen[str], int]]:
    """A site that runs after its first start, for some tests one after the other: its folder, supervisor and port."""
    with stand_in(tmp_path_factory.mktemp("first")) as made, supervisors(made) as start_it:
        yield made, *start_it()


def manage(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run what `make manage` runs, with another site's variables in the environment."""
    return subprocess.run(
        [sys.executable, "-m", "dev.manage", *arguments],
        cwd=site,
        env={**os.environ, "SECRET_KEY": "of another site", "BASE_URL": "https://other.example"},
        capture_output=True,
        text=True,
        timeout=60,
    )


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def hears(port: int) -> bool:
    """Tell whether the stand-in site answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/hello?key=in-the-query", timeout=5) as answer:
            return bool(answer.read() == b"hello")
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def database_answers(site: Path) -> bool:
    """Tell whether the stand-in site's server answers."""
    try:
        psycopg.connect(place_of(site).url, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def within(seconds: float, holds: Callable[[], bool]) -> bool:
    """Wait until a condition holds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.1)
    return False


def children(process: int) -> dict[str, int]:
    """Return the children of a process: process ids by command line."""
    found = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return {Path(f"/proc/{each}/cmdline").read_text().replace("\0", " "): int(each) for each in found}


def any_runs(family: dict[str, int]) -> bool:
    """Tell whether one of these processes is still alive. An id that now belongs to another program does not count."""

    def runs(command: str, number: int) -> bool:
        try:
            return Path(f"/proc/{number}/cmdline").read_text().replace("\0", " ") == command
        except (FileNotFoundError, ProcessLookupError):
            return False

    return any(runs(command, number) for command, number in family.items())


def test_a_taken_port_is_named_with_the_way_out():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = run(PORT=str(port), HOST="")
    assert ended.returncode == 1
    assert f"cannot listen on 127.0.0.1:{port}" in ended.stderr
    assert "make run PORT=8123" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("port", ["eighty", "0", "65536", "-1"])
def test_a_port_that_is_none_is_refused(port):
    ended = run(PORT=port)
    assert ended.returncode == 1
    assert "is not a port. Accepted: 1 to 65535" in ended.stderr


def test_an_address_of_another_machine_is_refused():
    ended = run(HOST="not-a-host.invalid", PORT="8123")
    assert ended.returncode == 1
    assert "is not an address of this machine" in ended.stderr


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL: 'LOUD' is not accepted"),
        ({"DATABASE_URL": "postgresql://u@127.0.0.1:1/d"}, "connection"),
    ],
)
def test_what_cannot_work_ends_in_a_line_and_no_traceback(site, environ, said):
    unset = {**os.environ, "DATABASE_URL": "", "PORT": str(free_port()), **environ}
    ended = subprocess.run(
        [sys.executable, "-m", "dev.run"], cwd=site, env=unset, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 1
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.soak
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM] if IN_FULL else [signal.SIGINT])
def test_a_shells_background_job_ends_too_and_a_second_signal_does_not_cut_it_short(site, start, number):
    (site / "slow").touch()
    supervisor, port = start(in_background=True)
    family = children(supervisor.pid)
    assert within(15, lambda: "the worker works" in (site / "printed").read_text())
    for _ in range(3):
        supervisor.send_signal(number)
        time.sleep(0.1)
    assert supervisor.wait(30) == 0
    assert "the worker has ended in order" in (site / "printed").read_text()
    assert not hears(port)
    assert not any_runs(family)


def test_the_first_start_shows_keys_and_lines(first_start):
    site, _, port = first_start
    printed = (site / "printed").read_text()
    refused, turn_on, *allowed = [
        line for line in printed.splitlines() if "curl" in line or "turn billing reads on" in line
    ]
    base = f"http://localhost:{port}"
    assert f"{base}/docs" in printed
    assert 'make manage ARGS="import_runs runs.csv --organization closed-org"' in printed
    assert refused.strip() == f'curl -s -H "x-api-key: closed-secret" "{base}/v1/billing/state"'
    assert f"{base}/o/closed-org/billing-reads/" in turn_on
    assert "alice@closed.example" in turn_on
    assert all("open-secret" in line for line in allowed)
    asked = ("billing/state", "billing/usage?limit=3", "runs/run-of-the-database", "key")
    assert [line.split()[-1] for line in allowed] == [f'"{base}/v1/{path}"' for path in asked]


def test_a_command_runs_with_the_database_secret_and_address_of_make_run_and_no_data_in_use_is_deleted(first_start):
    site, supervisor, port = first_start
    ended = manage(site, "say", "two words")
    assert ended.stdout.split() == [
        "two",
        "words",
        str(place_of(site).socket),
        f"http://localhost:{port}",
        "True",
        "True",
    ]
    environment = json.loads((site / ".data" / "environment.json").read_text())
    assert "AUDIT_STATEMENT_KEY" not in environment
    signing, stating = (
        Signer.parse((site / ".data" / f"audit_{name}_key").read_text()) for name in ("signing", "statement")
    )
    assert signing.verifier.public != stating.verifier.public
    ended = manage(site, "purge_audit")
    assert ended.stdout.split() == [f"file:{site / '.data' / 'audit_statement_key'}", str(stating.verifier)]
    failed = manage(site, "say", "fail")
    assert failed.returncode == 1
    assert "it failed" in failed.stderr
    assert "Another command" in refused(site, FRESH="1", program=IMPATIENT)
    assert (site / ".data" / "demo.json").exists()
    assert supervisor.poll() is None
    assert hears(port)


def test_ctrl_c_ends_it_and_leaves_nothing_running_and_no_secret_readable(first_start):
    """The last of the tests of this site, which it ends."""
    site, supervisor, port = first_start
    family = children(supervisor.pid)
    for name in ("secret_key", "audit_signing_key", "audit_statement_key", "demo.json", "environment.json"):
        assert stat.S_IMODE((site / ".data" / name).stat().st_mode) == 0o600
    assert "-secret" not in (site / ".data" / "demo.json").read_text()
    assert within(5, lambda: "GET /hello 200" in (site / "printed").read_text())
    supervisor.send_signal(signal.SIGINT)
    assert supervisor.wait(30) == 0
    assert not hears(port)
    assert not database_answers(site)
    assert not any_runs(family)
    assert not (site / ".data" / "environment.json").exists()
    printed = (site / "printed").read_text()
    assert "Traceback" not in printed
    assert "in-the-query" not in printed


def test_a_database_that_somebody_named_gets_no_demo(new_site, start):
    name = f"named_{os.getpid()}"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            start(DATABASE_URL=urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl())
            assert (new_site / "seeded.json").exists()
            assert "password" not in (new_site / "printed").read_text()
            assert manage(new_site, "say", "hello").stdout.split()[-1] == "False"
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_the_demo_can_be_turned_off_in_the_dotenv_file(site, start):
    (site / ".env").write_text("DEMO=off\nSECRET_KEY=\n")
    start()
    assert (site / "seeded.json").exists()
    assert "password" not in (site / "printed").read_text()


# Of the four that are watched alike, the last one; `make soak` kills each.
DEATHS = [("/postgres ", "PostgreSQL has stopped"), (" send_webhooks ", "the sender of webhooks ended")]
if IN_FULL:
    DEATHS += [(" gunicorn ", "the web server ended"), (" procrastinate worker ", "the worker ended")]
    DEATHS += [(" seal_audit ", "the sealer ended")]


@pytest.mark.soak
@pytest.mark.skipif(sys.platform != "linux", reason="finds the children in /proc")
@pytest.mark.parametrize(("program", "said"), DEATHS)
def test_a_child_that_dies_ends_everything_with_a_message(site, start, program, said):
    supervisor, port = start()
    family = children(supervisor.pid)
    assert len(family) == 5
    (victim,) = [number for command, number in family.items() if program in command]
    os.kill(victim, signal.SIGKILL)
    assert supervisor.wait(30) == 1
    assert said in (site / "printed").read_text()
    assert within(10, lambda: not hears(port) and not database_answers(site) and not any_runs(family))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends the children of a killed process")
def test_a_killed_supervisor_takes_the_site_and_the_server_along_and_commands_say_so(site, start):
    supervisor, port = start()
    all_work = {"the worker works", "the sealer seals", "the sender sends"}
    assert within(15, lambda: all_work <= set((site / "printed").read_text().splitlines()))
    family = children(supervisor.pid)
    assert len(family) == 5
    supervisor.kill()
    supervisor.wait()
    assert within(15, lambda: not hears(port) and not database_answers(site) and not any_runs(family))
    assert (site / ".data" / "environment.json").exists()
    says_that_make_run_is_not_running(manage(site, "say", "hello"))


def test_a_command_says_that_make_run_is_not_running(site):
    says_that_make_run_is_not_running(manage(site, "say", "hello"))


def says_that_make_run_is_not_running(ended: subprocess.CompletedProcess[str]) -> None:
    assert ended.returncode == 1
    assert ended.stderr.startswith("make manage: `make run` is not running")
    assert ended.stdout == ""


def refused(site: Path, program: tuple[str, ...] = ("-m", "dev.run"), **environ: str) -> str:
    """Run the supervisor where it must stop at once; return its message."""
    clean = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    ended = subprocess.run(
        [sys.executable, *program],
        cwd=site,
        env={**clean, "PORT": str(free_port()), **environ},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    return ended.stderr


def test_a_later_start_shows_only_people_and_data_of_older_code_are_refused_with_the_way_to_begin_again(site, start):
    supervisor, _ = start()
    assert "secret" in (site / "printed").read_text()
    supervisor.terminate()
    assert supervisor.wait(30) == 0
    # Of code that did not remember its migrations yet.
    remembered = place_of(site).data.with_name(f"{place_of(site).data.name}.migrations.json")
    then = remembered.read_text()
    remembered.unlink()
    assert "FRESH=1" in refused(site)
    remembered.write_text(then)
    migrations = site / "billing_access" / "migrations"
    (migrations / "0002_more.py").write_text(
        "from django.db import migrations\n"
        "class Migration(migrations.Migration):\n"
        "    dependencies = [('billing_access', '0001_initial')]\n"
    )
    supervisor, _ = start()  # A new migration is applied.
    again = (site / "printed").read_text()
    assert "alice@closed.example" in again
    assert "secret" not in again
    supervisor.terminate()
    assert supervisor.wait(30) == 0
    initial = (migrations / "0001_initial.py").read_text()
    (migrations / "0001_initial.py").write_text(initial.replace("run_once", "run_again"))
    said = refused(site)
    assert str(place_of(site).data) in said
    assert "`make run FRESH=1` deletes it" in said
    (migrations / "0001_initial.py").write_text(initial)
    (migrations / "0002_more.py").rename(migrations / "0002_renamed.py")
    assert "FRESH=1" in refused(site)
    (site / ".data" / "audit_checkpoints").mkdir()
    start(FRESH="1")
    with psycopg.connect(place_of(site).url) as connection:
        names = connection.execute("SELECT name FROM django_migrations ORDER BY name").fetchall()
    assert names == [("0001_initial",), ("0002_renamed",)]
    assert not (site / ".data" / "audit_checkpoints").exists()
    assert not (site / ".data" / "demo.json").exists()


def test_no_data_is_deleted_by_a_word_that_is_not_understood_or_in_another_database(site):
    assert "Accepted: 1" in refused(site, FRESH="0")
    assert "names another database" in refused(site, FRESH="1", DATABASE_URL="postgresql://u@127.0.0.1:1/d")
    assert (place_of(site).data / "PG_VERSION").exists()


@pytest.mark.skipif(not DEBIANS, reason="no other PostgreSQL is installed (.ci/run installs Debian's)")
def test_data_of_another_postgresql_are_moved_by_the_line_that_the_message_names(new_site, start):
    place, programs = place_of(new_site), DEBIANS[0]
    earlier = replace(place, binaries=programs.parent)
    with serve(earlier) as url, psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 'of the earlier one' AS said")
    # As `make run` leaves it next to the data: by which migrations they were made.
    place.data.with_name(f"{place.data.name}.migrations.json").write_text("{}")
    said = refused(new_site)
    assert f"{place.data} was made by PostgreSQL {version_of_programs(earlier)}; the installed one is" in said
    assert "To delete the data and start again, run `make run FRESH=1`" in said
    (line,) = re.findall(r"`\.venv/bin/python (-m dev\.move_data \S+)`", said)
    assert line.endswith(f" {programs}")
    environ = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    command = [sys.executable, *shlex.split(line)]
    moved = subprocess.run(command, cwd=new_site, env=environ, capture_output=True, text=True, timeout=60)
    assert moved.returncode == 0, moved.stderr
    assert (new_site / "failover").read_text() == "True dev.move_data"
    assert version_of_data(replace(place, data=place.data.with_name(f"{place.data.name}-{programs.parent.name}")))
    start()
    with psycopg.connect(place.url) as connection:
        assert connection.execute("SELECT said FROM kept").fetchone() == ("of the earlier one",)
    again = subprocess.run(command, cwd=new_site, env=environ, capture_output=True, text=True, timeout=60)
    assert (again.returncode, "Nothing was changed" in again.stdout) == (0, True)


@pytest.mark.skipif(not DEBIANS, reason="no other PostgreSQL is installed (.ci/run installs Debian's)")
def test_data_that_cannot_be_moved_stay_as_they_are(new_site):
    place = place_of(new_site)
    place.data.mkdir(parents=True)
    (place.data / "PG_VERSION").write_text("9\n")
    for programs, fault in ((DEBIANS[0], "but PostgreSQL 9 made"), (new_site, "cannot be run, or is no PostgreSQL")):
        command = [sys.executable, "-m", "dev.move_data", str(programs)]
        ended = subprocess.run(command, cwd=new_site, capture_output=True, text=True, timeout=60)
        assert (ended.returncode, fault in ended.stderr) == (1, True), ended.stderr
    assert (place.data / "PG_VERSION").read_text() == "9\n"
    assert [each.name for each in place.data.parent.glob(f"{place.data.name}*")] == [place.data.name]
