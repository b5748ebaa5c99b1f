"""The export of the audit log: the page's events, no spreadsheet formulas, streamed; its start and end are recorded."""

import csv
import gc
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from billing_audit.models import AuditEvent
from billing_audit.reading.filters import Filters
from billing_audit.reading.serializers import COLUMNS
from billing_audit.record import Actor, Target, record
from billing_audit.request_context import Origin
from orgs.access import Access
from orgs.actors import command
from orgs.models import Organization
from orgs.ui.audit_exports import Export
from tests.conftest import STATEMENT_SIGNER
from tests.event_parts import opened

LOG = "/o/acme/audit-log/"
SYSTEM = command("tests")
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20SUM(A1)"]


def note(organization: Organization, reason: str, **actor: Any) -> None:
    somebody = Actor("user", "7", actor.get("name", "Ada"), Origin("req_1", "192.0.2.7", actor.get("agent", "curl")))
    target = Target("organization", organization.public_id, organization.name)
    record("billing_reads.enabled", organization_id=organization.public_id, actor=somebody, target=target,
           changes={"billing_reads": ("off", "on")}, details={"reason": reason})  # fmt: skip


def ndjson(answer: Any) -> list[dict[str, Any]]:
    assert answer.status_code == 200
    return [json.loads(line) for line in answer.getvalue().decode().splitlines()]


def test_both_hold_what_the_page_shows(acme: Organization, alice: User, sign_in: Any) -> None:
    for number in range(120):
        note(acme, f"number {number}")
    client = sign_in(alice)
    query, shown = {"actor": "user:7", "to": "2999-01-01"}, []
    before = ""
    while before is not None:
        page = client.get(LOG, {**query, **({"before": before} if before else {})})
        shown += [str(entry.event.pk) for entry in page.context["entries"]]
        before = page.context["older"].rpartition("before=")[2] or None
    assert len(shown) == 120
    lines = ndjson(client.get(f"{LOG}export.ndjson", query))
    assert [line["id"] for line in lines] == shown
    answer = client.get(f"{LOG}export.csv", query)
    rows = list(csv.DictReader(io.StringIO(answer.getvalue().decode())))
    assert [row["id"] for row in rows] == shown
    assert list(rows[0]) == list(COLUMNS)
    assert list(lines[0]) == [*COLUMNS, "body", "parts"]
    assert 'filename="audit-log-acme.csv"' in answer["Content-Disposition"]
    assert answer["Cache-Control"].endswith("private")


def test_an_event_as_programs_read_it(acme: Organization, alice: User, sign_in: Any) -> None:
    note(acme, "On for the nightly job")
    event = AuditEvent.objects.get(action="billing_reads.enabled")
    (line,) = ndjson(sign_in(alice).get(f"{LOG}export.ndjson", {"action": "billing_reads.enabled"}))
    parts = line.pop("parts")
    assert line == {
        "id": str(event.pk), "recorded_at": f"{event.recorded_at:%Y-%m-%dT%H:%M:%S.%fZ}",
        "action": "billing_reads.enabled", "outcome": "allowed", "reason_code": None, "actor_kind": "user",
        "actor_id": "7", "actor_name": "Ada", "target_kind": "organization", "target_id": acme.public_id,
        "target_name": "Acme Robotics", "address": "192.0.2.7", "user_agent": "curl",
        "changes": {"billing_reads": ["off", "on"]}, "details": {"reason": "On for the nightly job"},
        "request_id": "req_1", "repeats": 0, "place": None, "personal_data_erased": False, "texts_erased": False,
        "withheld": [], "body": event.body,
    }  # fmt: skip
    personal = {"actor_name": "Ada", "target_name": "Acme Robotics", "address": "192.0.2.7", "user_agent": "curl"}
    assert opened(event.body, parts) == {
        "personal": personal,
        "texts": {"details": {"reason": "On for the nightly job"}},
    }


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_a_formula(acme: Organization, alice: User, sign_in: Any, formula: str) -> None:
    note(acme, "r", name=formula, agent=formula)
    text = sign_in(alice).get(f"{LOG}export.csv", {"actor": "user:7"}).getvalue().decode()
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert row["actor_name"] == row["user_agent"] == "'" + formula
    assert not any(cell[:1] in {each[0] for each in FORMULAS} for cell in row.values())


@pytest.mark.parametrize("form", ["csv", "ndjson"])
def test_start_and_end_are_on_the_record_and_not_in_the_file(
    acme: Organization, audrey: User, sign_in: Any, form: str
) -> None:
    note(acme, "one")
    answer = sign_in(audrey).get(f"{LOG}export.{form}", {"actor": "user:7", "address": "192.0.2.7"})
    begun = AuditEvent.objects.get(action="audit_log.export_begun")
    assert begun.details == {"actor": "user:7", "by_address": True, "format": form}
    assert not AuditEvent.objects.filter(action="audit_log.export_ended").exists()
    assert "export_begun" not in answer.getvalue().decode()
    ended = AuditEvent.objects.get(action="audit_log.export_ended")
    assert ended.details == {**begun.details, "rows": 1, "is_whole": True}
    assert (begun.actor_id, begun.organization_id) == (str(audrey.pk), acme.public_id)


@pytest.mark.django_db(transaction=True)
def test_one_that_nobody_reads_is_ended_by_nobody_but_the_server(acme: Organization, alice: User) -> None:
    """A generator can be dropped in the middle of anything, also of a statement on the same connection."""
    access, actor = Access(acme, "owner", frozenset()), command("tests")
    answer = Export(access, actor, Filters(), "csv", iter([(b"one", 1), (b"two", 1)]))
    next(iter(answer))
    del answer
    gc.collect()
    assert not AuditEvent.objects.filter(action="audit_log.export_ended").exists()


@pytest.mark.django_db(transaction=True)
def test_one_that_was_broken_off_says_so(acme: Organization, alice: User, sign_in: Any) -> None:
    note(acme, "one")
    answer = sign_in(alice).get(f"{LOG}export.csv")
    next(iter(answer.streaming_content))
    answer.close()
    assert AuditEvent.objects.get(action="audit_log.export_ended").details == {
        "format": "csv", "rows": 0, "is_whole": False
    }  # fmt: skip


def test_a_fault_is_named_and_nothing_is_sent(acme: Organization, alice: User, sign_in: Any) -> None:
    answer = sign_in(alice).get(f"{LOG}export.ndjson", {"outcome": "maybe", "key": "x"})
    assert answer.status_code == 400
    assert answer.content.decode().splitlines() == [
        "outcome: Accepted: allowed, denied.",
        "key: A key is named by its id, such as 6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b.",
    ]
    assert not AuditEvent.objects.filter(action__startswith="audit_log").exists()


def test_it_is_streamed_in_steps_of_a_thousand(acme: Organization, alice: User, sign_in: Any) -> None:
    for number in range(2100):
        note(acme, f"number {number}")
    answer = sign_in(alice).get(f"{LOG}export.ndjson", {"actor": "user:7"})
    sizes, queries = [], []
    for _ in range(3):
        with CaptureQueriesContext(connection) as captured:
            sizes.append(next(answer.streaming_content).count(b"\n"))
        queries.append(sum(query["sql"].lstrip().startswith("SELECT") for query in captured))
    answer.close()
    assert (sizes, queries) == ([1000, 1000, 100], [2, 2, 2])


def test_another_organizations_events_are_in_no_file(
    acme: Organization, other: Organization, alice: User, sign_in: Any
) -> None:
    note(other, "theirs")
    client = sign_in(alice)
    assert client.get("/o/other/audit-log/export.csv").status_code == 404
    ids = {line["id"] for line in ndjson(client.get(f"{LOG}export.ndjson"))}
    assert ids == set(
        map(str, AuditEvent.objects.filter(organization_id=acme.public_id, id__in=ids).values_list("pk", flat=True))
    )
    assert ids


@pytest.fixture
def proofs(sign_in: Any, seal_events: Any, configure: Any, signer: Any, tmp_path: Path) -> Any:
    """Download the export with proofs, the keys and the verifier as a person, and run it: its exit code and output."""

    def run(person: User, change: Any = lambda text: text) -> tuple[int, str]:
        configure(AUDIT_VERIFIERS=[str(signer.verifier)], AUDIT_STATEMENT_VERIFIERS=[str(STATEMENT_SIGNER.verifier)])
        seal_events()
        client = sign_in(person)
        for address in ("proofs.ndjson", "keys.txt", "verify_audit_export.py"):
            answer = client.get(f"{LOG}{address}")
            assert answer["Content-Disposition"].startswith("attachment; ")
            (tmp_path / address).write_bytes(
                change(answer.getvalue()) if address == "proofs.ndjson" else answer.content
            )
        done = subprocess.run(
            [sys.executable, "-S", "verify_audit_export.py", "proofs.ndjson", "@keys.txt"],
            cwd=tmp_path, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr

    return run


def test_an_export_with_proofs_is_checked_with_what_the_page_offers(
    acme: Organization, alice: User, proofs: Any
) -> None:
    note(acme, "one")
    size = AuditEvent.objects.filter(organization_id=acme.public_id).count()
    code, said = proofs(alice)
    assert (code, said) == (
        0,
        f"The export is valid: {size} of the {size} sealed events of {acme.public_id} are in it, unchanged\n",
    )
    begun = AuditEvent.objects.get(action="audit_log.export_begun")
    assert begun.details == {"format": "proofs", "withheld": []}
    ended = AuditEvent.objects.get(action="audit_log.export_ended")
    assert ended.details == {**begun.details, "rows": size, "is_whole": True}
    assert (begun.actor_id, begun.organization_id) == (str(alice.pk), acme.public_id)
    code, said = proofs(alice, lambda text: text.replace(b'"outcome\\":\\"allowed', b'"outcome\\":\\"Allowed', 1))
    assert (code, "is not in the signed log" in said) == (1, True), said


def test_figures_are_left_out_for_who_may_not_view_billing_and_it_verifies(
    acme: Organization, alice: User, audrey: User, proofs: Any, tmp_path: Path
) -> None:
    details = {"kind": "top_up", "amount_usd": "4017.25", "reference": "pay_1"}
    record("balance_entry.added", organization_id=acme.public_id, actor=SYSTEM, details=details)
    assert proofs(alice)[0] == 0
    assert "4017.25" in (tmp_path / "proofs.ndjson").read_text()
    code, said = proofs(audrey)
    assert (code, "the figures of 1 events is withheld" in said) == (0, True), said
    assert "4017.25" not in (tmp_path / "proofs.ndjson").read_text()
    assert AuditEvent.objects.filter(action="audit_log.export_ended").latest("id").details["withheld"] == ["figures"]


def test_there_is_no_export_with_proofs_that_nobody_could_check(
    acme: Organization, alice: User, sign_in: Any, seal_events: Any, configure: Any, signer: Any
) -> None:
    client = sign_in(alice)
    for is_sealed, keys in ((False, [str(signer.verifier)]), (True, [])):
        configure(AUDIT_VERIFIERS=keys)
        if is_sealed:
            seal_events()
        answer = client.get(f"{LOG}proofs.ndjson")
        assert (answer.status_code, b"nothing to prove yet" in answer.content) == (409, True)
        assert "Export with proofs" not in client.get(LOG).content.decode()
    assert not AuditEvent.objects.filter(action__startswith="audit_log.export").exists()
