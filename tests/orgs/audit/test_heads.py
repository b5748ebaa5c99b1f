"""Heads leave the database by the hour, are written once, and are read back with a clear error for what is none."""

import json
import stat

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from orgs.audit.heads import Head, InvalidHeads, newest_heads, read_heads, storage_at, write_heads
from orgs.audit.models import AuditEvent
from orgs.audit.tasks import look_at_partitions, publish_heads

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
        heads = newest_heads()
    assert [(head.log, head.size) for head in heads] == [("o_1", 3), ("platform", 1)]
    assert newest_heads("o_1") == heads[:1]
    assert newest_heads("o_9") == []


def test_they_are_written_once_and_read_back(sealed, tmp_path):
    first = write_heads(newest_heads(), storage_at(str(tmp_path)))
    second = write_heads(newest_heads(), storage_at(str(tmp_path)))
    assert first != second
    assert stat.S_IMODE((tmp_path / first).stat().st_mode) == 0o444
    assert read_heads(tmp_path / first) == newest_heads()
    assert read_heads(tmp_path) == newest_heads() * 2


@pytest.mark.parametrize("text", ["", "x\n", "{}\n", '{"log": "o_1", "size": "many", "note": ""}\n', "[1]\n", "\xff"])
def test_what_holds_no_heads_is_refused_by_line(tmp_path, text):
    file = tmp_path / "heads.ndjson"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(InvalidHeads, match=r"heads\.ndjson"):
        read_heads(file)
    with pytest.raises(InvalidHeads):
        read_heads(tmp_path / "none.ndjson")


def test_the_job_and_the_command_are_on_the_record(sealed, tmp_path, capsys):
    with override_settings(AUDIT_HEADS=str(tmp_path)):
        publish_heads(timestamp=0)
        call_command("publish_audit_heads")
    assert len(list(tmp_path.iterdir())) == 2
    capsys.readouterr()
    call_command("publish_audit_heads", "--stdout")
    said = [Head(**json.loads(line)) for line in capsys.readouterr().out.splitlines()]
    assert said == newest_heads()
    events = AuditEvent.objects.filter(action="audit_heads.published").order_by("id")
    assert [(event.actor_id, event.details["logs"]) for event in events] == [
        ("worker", 2), ("publish_audit_heads", 2), ("publish_audit_heads", 2),
    ]  # fmt: skip


def test_without_a_place_nothing_is_published(sealed):
    with override_settings(AUDIT_HEADS=""):
        publish_heads(timestamp=0)
        with pytest.raises(CommandError, match="AUDIT_HEADS is not set"):
            call_command("publish_audit_heads")
    assert not AuditEvent.objects.filter(action="audit_heads.published").exists()


def test_a_place_that_cannot_be_written_fails_loudly(sealed, tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    with override_settings(AUDIT_HEADS=str(file)), pytest.raises(FileExistsError):
        publish_heads(timestamp=0)


def test_partitions_that_are_wrong_are_errors_in_the_log(caplog, monkeypatch, write_events):
    look_at_partitions(timestamp=0)
    assert not caplog.records
    monkeypatch.setattr("orgs.audit.record.time.time_ns", lambda: 4_000_000_000_000_000_000)
    write_events(1)
    look_at_partitions(timestamp=0)
    assert [record.levelname for record in caplog.records] == ["ERROR", "ERROR"]
    assert "audit_event_rest holds 1 rows" in caplog.text
