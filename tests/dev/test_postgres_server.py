"""The embedded PostgreSQL: real servers in folders of their own."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import dj_database_url
import psycopg
import psycopg.conninfo
import pytest

from dev import postgres_server
from dev.postgres_paths import CHECKOUT, SOCKET_NAME, EmbeddedPostgresError, Place, place_for
from dev.postgres_server import serve

HOLD = """
import sys, time
from dataclasses import replace
from pathlib import Path
from dev.postgres_paths import place_for
from dev.postgres_server import serve
data, socket = map(Path, sys.argv[1:])
with serve(replace(place_for("test"), data=data, socket=socket)) as url:
    print(url, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def place() -> Iterator[Place]:
    """The paths of a server of this test's own, not of the one that the tests run on."""
    usual = place_for("test")
    own = usual.data.parent / f"try-{os.getpid()}"
    socket = Path(tempfile.mkdtemp(prefix="ba-")) / "s"
    socket.parent.chmod(0o711)
    yield replace(usual, data=own, socket=socket)
    shutil.rmtree(own, ignore_errors=True)
    for name in ("log", "lock"):
        own.with_name(f"{own.name}.{name}").unlink(missing_ok=True)
    shutil.rmtree(socket.parent, ignore_errors=True)


@pytest.fixture
def filled(place: Place, give_data: Callable[[Place], None]) -> Place:
    """The place with data in it, as its first start would make them."""
    give_data(place)
    return place


@pytest.fixture
def second_place(place: Place) -> Iterator[Place]:
    """The paths of a second command's server."""
    second = replace(place, data=place.data.with_name(f"{place.data.name}-2"), socket=place.socket.with_name("s2"))
    yield second
    shutil.rmtree(second.data, ignore_errors=True)
    for name in ("log", "lock"):
        second.data.with_name(f"{second.data.name}.{name}").unlink(missing_ok=True)


def answers(url: str) -> bool:
    """Tell whether a server answers at the URL."""
    try:
        with psycopg.connect(url, connect_timeout=2) as connection:
            return connection.execute("SELECT 1").fetchone() == (1,)
    except psycopg.OperationalError:
        return False


def files_of(process: int) -> set[str]:
    """Return the files that a process has open; none if it has just ended."""
    try:
        return {os.path.realpath(each) for each in Path(f"/proc/{process}/fd").iterdir()}
    except (FileNotFoundError, ProcessLookupError):
        return set()


def ends_within(seconds: float, url: str) -> bool:
    """Wait until no server answers at the URL."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not answers(url):
            return True
        time.sleep(0.1)
    return False


def test_a_server_starts_keeps_its_rows_and_ends(place):
    with serve(place) as url, psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS one")
    assert not answers(url)
    with serve(place) as url, psycopg.connect(url) as connection:
        assert connection.execute("SELECT one FROM kept").fetchone() == (1,)
    assert not answers(url)


def test_it_compiles_no_plans(filled):
    with serve(filled) as url, psycopg.connect(url) as connection:
        assert connection.execute("SHOW jit").fetchone() == ("off",)


def test_it_listens_on_no_port_and_its_folders_are_private(place):
    with serve(place) as url, psycopg.connect(url) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        for folder in (place.socket, place.data):
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_second_command_is_told_to_wait_and_does_not_disturb_the_first(filled, monkeypatch):
    monkeypatch.setattr(postgres_server, "_WAIT_FOR_LOCK", 0.5)
    with serve(filled) as url, psycopg.connect(url) as connection:
        with pytest.raises(EmbeddedPostgresError, match=r"Another command .* is using .*DATABASE_URL"), serve(filled):
            pass
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_second_command_takes_the_next_place_and_ending_it_leaves_the_first_alone(filled, second_place):
    with serve(filled, second_place) as url:
        with serve(filled, second_place) as other:
            assert (url, other) == (filled.url, second_place.url)
            assert answers(other)
        assert answers(url)
        assert not answers(other)
    with serve(filled, second_place) as again:
        assert again == filled.url


def test_a_killed_starter_takes_its_server_along_and_the_next_start_recovers(filled):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, filled.data, filled.socket], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout
    url = holder.stdout.readline().strip()
    assert answers(url)
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert ends_within(15, url)
    with serve(filled) as again:
        assert answers(again)


def test_a_stale_pid_file_of_a_dead_server_does_not_stop_the_next(filled):
    with serve(filled):
        stale = (filled.data / "postmaster.pid").read_text()
    dead = subprocess.Popen(["true"])
    dead.wait()
    (filled.data / "postmaster.pid").write_text(stale.replace(stale.splitlines()[0], str(dead.pid), 1))
    shutil.chown(filled.data / "postmaster.pid", filled.account.pw_uid if filled.account else os.geteuid())
    with serve(filled) as url:
        assert answers(url)


@pytest.mark.parametrize("killed", ["before the first file", "inside initdb"])
def test_a_half_made_cluster_is_made_again(place, killed):
    # initdb writes PG_VERSION first, so that file does not show that the rest is complete.
    place.data.parent.mkdir(parents=True, exist_ok=True)
    half_made = place.data if killed == "before the first file" else place.data.with_name(f"{place.data.name}.new")
    half_made.mkdir()
    (half_made / ("left over" if half_made == place.data else "PG_VERSION")).write_text("18\n")
    with serve(place) as url:
        assert answers(url)


def test_a_killed_initdb_leaves_nothing_that_is_taken_for_data(place):
    command = [sys.executable, "-c", HOLD, place.data, place.socket]
    holder = subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)
    new = place.data.with_name(f"{place.data.name}.new")
    deadline = time.monotonic() + 30
    while not (new / "PG_VERSION").exists() and time.monotonic() < deadline:
        time.sleep(0.001)
    assert not place.data.exists()
    holder.kill()
    holder.wait()
    with serve(place) as url:
        assert answers(url)


def test_beginning_again_removes_the_data(filled):
    with serve(filled) as url, psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS one")
    with serve(filled, fresh=True) as url, psycopg.connect(url) as connection:
        assert connection.execute("SELECT to_regclass('kept')").fetchone() == (None,)


def test_data_of_another_version_is_refused_and_kept(place):
    place.data.mkdir(parents=True)
    (place.data / "PG_VERSION").write_text("9\n")
    with pytest.raises(EmbeddedPostgresError, match=r"made by PostgreSQL 9.*DATABASE_URL"), serve(place):
        pass
    assert (place.data / "PG_VERSION").read_text() == "9\n"


def test_a_socket_folder_that_others_may_enter_is_refused(place):
    place.socket.mkdir(mode=0o755)
    place.socket.chmod(0o755)
    with pytest.raises(EmbeddedPostgresError, match="not a private folder"), serve(place):
        pass


def test_a_link_in_the_place_of_the_socket_folder_is_refused(place, tmp_path):
    place.socket.symlink_to(tmp_path)
    with pytest.raises(EmbeddedPostgresError, match="not a private folder"), serve(place):
        pass


def test_no_folder_above_a_closed_checkout_is_widened(tmp_path):
    closed = tmp_path / "closed"
    checkout = closed / "checkout"
    checkout.mkdir(parents=True)
    closed.chmod(0o700)
    place = replace(place_for("test", checkout), socket=Path(tempfile.mkdtemp(prefix="ba-")) / "s")
    place.socket.parent.chmod(0o711)
    with serve(place) as url:
        assert answers(url)
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700
    if os.geteuid() == 0:
        shutil.rmtree(place.data.parent)
    shutil.rmtree(place.socket.parent)


def test_the_command_line_passes_the_exit_code_on_and_a_given_database_is_used_as_it_is(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://given")
    asked = [sys.executable, "-c", "import os, sys; sys.exit(os.environ['DATABASE_URL'] == 'postgresql://given' and 7)"]
    assert postgres_server.main(["test", "--", *asked]) == 7


def test_other_programs_have_data_of_their_own(monkeypatch):
    monkeypatch.delenv("POSTGRES_PROGRAMS", raising=False)
    assert postgres_server.places(["test"]) == [place_for("test")]
    monkeypatch.setenv("POSTGRES_PROGRAMS", "/usr/lib/postgresql/15")
    (other,) = postgres_server.places(["test"])
    assert other.binaries == Path("/usr/lib/postgresql/15")
    assert other.data.name == "test-of-15"
    assert other.socket != place_for("test").socket
    assert not other.durable


def test_starters_at_once_never_work_on_the_same_data(place):
    command = [sys.executable, "-c", HOLD, place.data, place.socket]
    holders = [
        subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    deadline = time.monotonic() + 40
    while len(losers := [each for each in holders if each.poll() is not None]) < 2 and time.monotonic() < deadline:
        time.sleep(0.1)
    assert len(losers) == 2
    assert all("Another command" in each.communicate()[1] for each in losers)
    (winner,) = set(holders) - set(losers)
    assert winner.stdout
    assert winner.stdout.readline().strip() == place.url
    assert answers(place.url)
    winner.kill()
    winner.wait()
    assert ends_within(15, place.url)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends the server of a killed command")
def test_every_process_of_the_server_holds_the_lock(filled):
    """So once the lock is free, none of the server's processes is left, and its lock files may be removed."""
    with serve(filled):
        server = int((filled.data / "postmaster.pid").read_text().splitlines()[0])
        children = map(int, Path(f"/proc/{server}/task/{server}/children").read_text().split())
        files = [opened for process in (server, *children) if (opened := files_of(process))]
        assert len(files) > 3
        assert all(str(filled.lock) in opened for opened in files)


def test_lock_files_that_name_some_other_program_do_not_stop_the_next_start(filled):
    with serve(filled):
        lines = (filled.data / "postmaster.pid").read_text().splitlines()
    account = filled.account
    owner = {"user": account.pw_uid, "group": account.pw_gid} if account else {}
    with subprocess.Popen(["sleep", "60"], cwd="/", **owner) as other:
        for lock in (filled.data / "postmaster.pid", filled.socket / f"{SOCKET_NAME}.lock"):
            lock.write_text("\n".join([str(other.pid), *lines[1:]]))
            shutil.chown(lock, account.pw_uid if account else os.geteuid())
        with serve(filled) as url:
            assert answers(url)
        other.kill()


def test_settings_of_other_servers_in_the_environment_lead_nowhere_else(place, monkeypatch):
    monkeypatch.setenv("PGPORT", "6543")
    monkeypatch.setenv("PGDATA", "/nonexistent")
    with serve(place) as url:
        assert answers(url)


def test_a_database_url_is_read_alike_by_django_and_libpq(place):
    url = replace(place, socket=Path("/Some/Temp-Folder/s")).url
    read = dj_database_url.parse(url)
    libpq = psycopg.conninfo.conninfo_to_dict(url)
    assert (read["HOST"], read["USER"], read["NAME"]) == (libpq["host"], libpq["user"], libpq["dbname"])
    assert libpq["host"] == "/Some/Temp-Folder/s"


def test_a_long_folder_for_temporary_files_is_avoided(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / ("long" * 30)))
    place = place_for("test", tmp_path)
    assert len(os.fsencode(place.socket / SOCKET_NAME)) <= 100


def test_a_server_that_cannot_start_shows_the_end_of_its_log(filled):
    with serve(filled):
        pass
    with (filled.data / "postgresql.conf").open("a") as settings:
        settings.write("no_such_setting = 1\n")
    with pytest.raises(EmbeddedPostgresError, match=r"(?s)did not start.*no_such_setting.*DATABASE_URL"), serve(filled):
        pass


@pytest.mark.skipif(os.geteuid() != 0, reason="only root hands the data to another account")
def test_root_writes_in_no_folder_of_the_account_that_runs_the_server(filled):
    with serve(filled):
        for folder in (filled.data.parent, *filled.binaries.parents[:3]):
            found = folder.stat()
            assert (found.st_uid, stat.S_IMODE(found.st_mode) & 0o022) == (0, 0)


@pytest.mark.parametrize("arguments", [[], ["test"], ["--"], ["true"], ["test", "true"], ["--", "true"]])
def test_a_command_line_without_a_command_is_explained(arguments, capsys):
    assert postgres_server.main(arguments) == 2
    assert "usage:" in capsys.readouterr().err
