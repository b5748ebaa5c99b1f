"""Checkpoints are published every hour, never overwritten, and read back with a clear error for a malformed file."""

import json
import resource
import stat
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest
from django.core.management import CommandError, call_command
from obstore.exceptions import AlreadyExistsError

from billing_audit.models import AuditEvent
from billing_audit.tasks import look_at_partitions, publish_checkpoints
from billing_audit.transparency.checkpoints import (
    InvalidCheckpoints,
    PublishedCheckpoint,
    newest_checkpoints,
    read_checkpoints,
    write_checkpoints,
)
from tests.app_settings import configured

pytestmark = pytest.mark.django_db


@pytest.fixture
def sealed(write_events, seal_events):
    """Two logs, one of them sealed twice."""
    write_events(2)
    seal_events()
    write_events(1)
    write_events(1, None)
    seal_events()


def test_the_newest_of_each_log(sealed, django_assert_num_queries):
    with django_assert_num_queries(1):
        checkpoints = newest_checkpoints()
    assert [(each.log, each.size) for each in checkpoints] == [("o_1", 3), ("platform", 1)]
    assert newest_checkpoints("o_1") == checkpoints[:1]
    assert newest_checkpoints("o_9") == []


def test_they_are_written_once_and_read_back(sealed, tmp_path):
    first = write_checkpoints(newest_checkpoints(), str(tmp_path))
    second = write_checkpoints(newest_checkpoints(), str(tmp_path))
    assert first != second
    assert stat.S_IMODE((tmp_path / first).stat().st_mode) == 0o444
    assert read_checkpoints(str(tmp_path / first)) == newest_checkpoints()
    assert read_checkpoints(str(tmp_path)) == newest_checkpoints() * 2


@pytest.mark.parametrize("text", ["", "x\n", "{}\n", '{"log": "o_1", "size": "many", "note": ""}\n', "[1]\n", "\xff"])
def test_what_holds_no_checkpoints_is_refused_by_line(tmp_path, text):
    file = tmp_path / "heads.ndjson"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(InvalidCheckpoints, match=r"heads\.ndjson"):
        read_checkpoints(str(file))
    with pytest.raises(InvalidCheckpoints):
        read_checkpoints(str(tmp_path / "none.ndjson"))


def test_the_job_and_the_command_are_on_the_record(sealed, tmp_path, capsys):
    with configured(AUDIT_CHECKPOINTS=str(tmp_path)):
        publish_checkpoints(timestamp=0)
        call_command("publish_checkpoints")
    assert len(list(tmp_path.iterdir())) == 2
    capsys.readouterr()
    call_command("publish_checkpoints", "--stdout")
    printed = [PublishedCheckpoint(**json.loads(line)) for line in capsys.readouterr().out.splitlines()]
    assert printed == newest_checkpoints()
    events = AuditEvent.objects.filter(action="audit_heads.published").order_by("id")
    assert [(event.actor_id, event.details["logs"]) for event in events] == [
        ("worker", 2), ("publish_checkpoints", 2), ("publish_checkpoints", 2),
    ]  # fmt: skip


def test_without_the_setting_nothing_is_published(sealed):
    with configured(AUDIT_CHECKPOINTS=""):
        publish_checkpoints(timestamp=0)
        with pytest.raises(CommandError, match="AUDIT_CHECKPOINTS is not set"):
            call_command("publish_checkpoints")
    assert not AuditEvent.objects.filter(action="audit_heads.published").exists()


def test_a_folder_that_cannot_be_written_fails_loudly(sealed, tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    with configured(AUDIT_CHECKPOINTS=str(file)):
        with pytest.raises(FileExistsError):
            publish_checkpoints(timestamp=0)
        with pytest.raises(CommandError, match=f"AUDIT_CHECKPOINTS, {file}: .*File exists"):
            call_command("publish_checkpoints")


def test_a_folder_that_fills_up_keeps_no_half_of_a_file(sealed, tmp_path):
    """Half a line would end every later verification."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            write_checkpoints(newest_checkpoints(), str(tmp_path))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []
    write_checkpoints(newest_checkpoints(), str(tmp_path))
    assert read_checkpoints(str(tmp_path)) == newest_checkpoints()


def test_a_file_is_read_only_once_it_is_whole(sealed, tmp_path, monkeypatch):
    """A process may be killed before."""

    def look(file):
        (partial,) = tmp_path.iterdir()
        with pytest.raises(InvalidCheckpoints, match="holds no checkpoints"):
            read_checkpoints(str(tmp_path))
        seen.append(partial)

    seen = []
    monkeypatch.setattr("billing_audit.transparency.checkpoints.os.fsync", look)
    name = write_checkpoints(newest_checkpoints(), str(tmp_path))
    assert len(seen) == 1
    assert [path.name for path in tmp_path.iterdir()] == [name]


class Bucket(BaseHTTPRequestHandler):
    """A fake of the parts of S3 that checkpoints need: signed requests, conditional writes, lists."""

    kept: ClassVar[dict[str, bytes]] = {}
    fails: ClassVar[bool] = False

    def log_message(self, *arguments: Any) -> None:
        """Log nothing."""

    def _answer(self, status: int, body: bytes = b"") -> None:
        signed = self.headers.get("Authorization", "").startswith("AWS4-HMAC-SHA256 Credential=reader/")
        self.send_response(403 if self.fails or not signed else status)
        for name, value in (("Content-Length", str(len(body))), ("ETag", '"1"'),
                            ("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT")):  # fmt: skip
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_PUT(self) -> None:
        """Store an object unless it exists."""
        data = self.rfile.read(int(self.headers["Content-Length"]))
        assert self.headers["If-None-Match"] == "*"
        is_new = self.kept.setdefault(self.path, data) is data
        self._answer(200 if is_new else 412)

    def do_GET(self) -> None:
        """List the objects, or return one."""
        path, _, query = self.path.partition("?")
        if "list-type=2" not in query:
            self._answer(200, self.kept[path])
            return
        rows = "".join(
            f"<Contents><Key>{key.removeprefix('/heads/')}</Key><LastModified>2026-01-01T00:00:00Z</LastModified>"
            f"<Size>{len(data)}</Size><ETag>1</ETag></Contents>"
            for key, data in self.kept.items()
        )
        self._answer(200, f"<ListBucketResult><IsTruncated>false</IsTruncated>{rows}</ListBucketResult>".encode())


@pytest.fixture
def bucket(monkeypatch):
    """An empty object store on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    monkeypatch.setattr(Bucket, "kept", {})
    for name, value in (
        ("ENDPOINT_URL", f"http://127.0.0.1:{server.server_port}"), ("ALLOW_HTTP", "true"), ("REGION", "eu-central-1"),
        ("ACCESS_KEY_ID", "reader"), ("SECRET_ACCESS_KEY", "secret"),
    ):  # fmt: skip
        monkeypatch.setenv(f"AWS_{name}", value)
    yield Bucket
    server.shutdown()
    server.server_close()


def test_in_an_object_store_they_are_written_once_and_read_back(sealed, bucket, monkeypatch):
    with configured(AUDIT_CHECKPOINTS="s3://heads/of/acme"):
        publish_checkpoints(timestamp=0)
        call_command("publish_checkpoints")
    assert len(bucket.kept) == 2
    assert all(name.startswith("/heads/of/acme/heads-20") for name in bucket.kept)
    bucket.kept["/heads/of/acme/other.txt"] = b"no checkpoints"
    assert read_checkpoints("s3://heads/of/acme") == newest_checkpoints() * 2

    class Stopped(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2026, 4, 1, tzinfo=UTC)

    monkeypatch.setattr("billing_audit.transparency.checkpoints.datetime", Stopped)
    write_checkpoints(newest_checkpoints(), "s3://heads/of/acme")
    with pytest.raises(AlreadyExistsError):
        write_checkpoints([], "s3://heads/of/acme")


def test_an_object_store_that_refuses_fails_loudly(sealed, bucket, monkeypatch):
    monkeypatch.setattr(bucket, "fails", True)
    with configured(AUDIT_CHECKPOINTS="s3://heads"), pytest.raises(InvalidCheckpoints, match="403"):
        publish_checkpoints(timestamp=0)
    with pytest.raises(InvalidCheckpoints, match="s3://heads"):
        read_checkpoints("s3://heads")
    assert not AuditEvent.objects.filter(action="audit_heads.published").exists()


def test_partitions_that_are_wrong_are_errors_in_the_log(caplog, at_another_time, write_events):
    look_at_partitions(timestamp=0)
    assert not caplog.records
    with at_another_time(datetime(2096, 10, 2, tzinfo=UTC)):
        write_events(1)
    look_at_partitions(timestamp=0)
    assert [record.levelname for record in caplog.records] == ["ERROR", "ERROR"]
    assert "billing_audit_event_rest holds 1 rows" in caplog.text
