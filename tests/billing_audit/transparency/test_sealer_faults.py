"""Two sealer processes, killed at random while many connections write: no event is lost or sealed twice."""

import io
import os
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from billing_audit.models import AuditEvent, AuditLeaf, AuditUnsealed
from billing_audit.record import Actor, record
from billing_audit.signed_notes import Signer
from billing_audit.transparency.checkpoints import newest_checkpoints
from billing_audit.verification.report import Verdict
from billing_audit.verification.verify import logs, one_moment, verify_log
from tests.app_settings import configured
from tests.conftest import STATEMENT_SIGNER, statement_settings

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
# The number of rounds. `make soak` sets more; a round takes a second or two.
KILLS: Final = max(4, int(os.environ["ROUNDS"]) // 20) if "ROUNDS" in os.environ else 2
LOGS: Final = ("o_1", "o_2", "o_3", None)


@pytest.fixture
def key(signer: Signer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the sealer's key into the environment of processes that are started afterwards."""
    for name, value in (
        ("AUDIT_ORIGIN", signer.verifier.name),
        ("AUDIT_SIGNING_KEY", signer.text()),
        ("AUDIT_STATEMENT_VERIFIERS", str(STATEMENT_SIGNER.verifier)),
    ):
        monkeypatch.setenv(name, value)


@pytest.fixture
def sealer(key: None, start: Any) -> Callable[[], Any]:
    """Start a sealer in a process of its own."""
    return lambda: start("manage.py", "seal_audit", "--interval", "0.01")


@contextmanager
def writing(threads: int) -> Iterator[list[str]]:
    """Write events from many connections at once, in transactions of any length, some of which are rolled back."""
    stop, written, faults = threading.Event(), [], []

    def write(number: int) -> None:
        chance = random.Random(number)
        try:
            while not stop.is_set():
                with transaction.atomic():
                    some = [
                        str(record("user.created", organization_id=chance.choice(LOGS), actor=Actor("system", "tests")))
                        for _ in range(chance.randint(1, 3))
                    ]
                    time.sleep(chance.choice((0, 0, 0.001, 0.05)))
                    is_kept = chance.random() < 0.8
                    transaction.set_rollback(not is_kept)
                if is_kept:
                    written.extend(some)
        except Exception as error:
            faults.append(error)
        finally:
            connection.close()

    running = [threading.Thread(target=write, args=(number,)) for number in range(threads)]
    for thread in running:
        thread.start()
    try:
        yield written
    finally:
        stop.set()
        for thread in running:
            thread.join()
    assert faults == []


def assert_whole(written: list[str], signer: Signer) -> None:
    """Every committed event is sealed once, and every log verifies."""
    assert not AuditUnsealed.objects.exists()
    sealed = [str(each) for each in AuditLeaf.objects.values_list("event_id", flat=True)]
    assert (
        sorted(sealed)
        == sorted(written)
        == sorted(str(each) for each in AuditEvent.objects.values_list("pk", flat=True))
    )
    with one_moment():
        for log in logs():
            assert (
                verify_log(log, verifiers=[signer.verifier], published=newest_checkpoints()).verdict == Verdict.INTACT
            )


def test_two_sealers_at_once(sealer: Any, within: Any, signer: Signer) -> None:
    both = [sealer(), sealer()]
    with writing(4) as written:
        assert within(60, lambda: AuditLeaf.objects.count() > 100)
        time.sleep(2)
    assert within(60, lambda: not AuditUnsealed.objects.exists())
    for each in both:
        assert each.poll() is None, each.communicate()
        each.terminate()
        assert each.wait(20) == 0
    assert_whole(written, signer)


def test_killed_by_chance_again_and_again(sealer: Any, within: Any, signer: Signer) -> None:
    chance = random.Random(20261123)
    with writing(3) as written:
        for _ in range(KILLS):
            victim, before = sealer(), AuditLeaf.objects.count()
            assert within(
                60, lambda victim=victim, before=before: AuditLeaf.objects.count() > before or victim.poll() is not None
            )
            assert victim.poll() is None, victim.communicate()
            time.sleep(chance.random() / 5)
            victim.kill()
            victim.wait()
    last = sealer()
    assert within(60, lambda: not AuditUnsealed.objects.exists())
    last.terminate()
    assert last.wait(20) == 0
    assert_whole(written, signer)


def test_a_record_that_cannot_be_reached_is_waited_for(sealer: Any, within: Any, signer: Signer, as_role: Any) -> None:
    """The sealer survives a database error and continues where it was."""
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE billing_audit_checkpoint RENAME TO gone")
    try:
        record("user.created", organization_id="o_1", actor=Actor("system", "tests"))
        running = sealer()
        time.sleep(3)
        assert running.poll() is None
        assert AuditUnsealed.objects.count() == 1
    finally:
        with as_role("owner"), connection.cursor() as cursor:
            cursor.execute("ALTER TABLE gone RENAME TO billing_audit_checkpoint")
    assert within(60, lambda: not AuditUnsealed.objects.exists())
    running.terminate()
    assert running.wait(20) == 0


def test_without_a_key_it_says_so(start: Any) -> None:
    done = start("manage.py", "seal_audit")
    assert done.wait(60) == 1
    assert "AUDIT_SIGNING_KEY is not set. `manage.py audit_key` makes a key." in done.stderr.read()


def test_it_starts_with_the_public_half_of_the_statement_key_alone(db: None, signer: Signer, tmp_path: Path) -> None:
    keys = {**statement_settings(tmp_path), "AUDIT_SIGNING_KEY": signer.text()}
    with configured(**keys), pytest.raises(CommandError, match=r"AUDIT_STATEMENT_KEY is set\. The sealer must not"):
        call_command("seal_audit", "--once")
    keys |= {"AUDIT_STATEMENT_KEY": "", "AUDIT_STATEMENT_VERIFIERS": ""}
    with configured(**keys), pytest.raises(CommandError, match="AUDIT_STATEMENT_VERIFIERS is not set"):
        call_command("seal_audit", "--once")


def test_new_keys_are_made() -> None:
    with configured(AUDIT_ORIGIN=""), pytest.raises(CommandError, match="AUDIT_ORIGIN is not set"):
        call_command("audit_key")
    out = io.StringIO()
    with configured(AUDIT_ORIGIN="billing.example.com/audit"):
        call_command("audit_key", stdout=out)
    said = out.getvalue().splitlines()
    sealing, stating = (Signer.parse(said[line].partition("=")[2]) for line in (0, 2))
    assert said == [
        f"AUDIT_SIGNING_KEY={sealing.text()}", f"AUDIT_VERIFIERS={sealing.verifier}",
        f"AUDIT_STATEMENT_KEY={stating.text()}", f"AUDIT_STATEMENT_VERIFIERS={stating.verifier}",
    ]  # fmt: skip
    assert sealing.verifier.name == stating.verifier.name == "billing.example.com/audit"
    assert sealing.verifier.public != stating.verifier.public
