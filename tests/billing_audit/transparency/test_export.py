"""An export with proofs, and the single-file program that checks it on a machine without this project."""

import base64
import importlib.util
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from billing_audit.models import AuditEvent, AuditLeaf
from billing_audit.record import Actor, record
from billing_audit.signed_notes import Signer
from billing_audit.storage.erasure import erase_personal_data
from billing_audit.transparency import merkle
from billing_audit.transparency.checkpoints import newest_checkpoints
from billing_audit.transparency.export import export_log
from billing_audit.transparency.proofs import inclusion_path, stored_nodes
from billing_audit.transparency.statements import Statement
from tests.app_settings import configured
from tests.billing_audit.transparency.trees import is_consistent, root_of
from tests.conftest import SIGNER, STATEMENT_SIGNER

pytestmark = pytest.mark.django_db
VERIFIERS = {
    "AUDIT_VERIFIERS": [str(SIGNER.verifier)],
    "AUDIT_STATEMENT_VERIFIERS": [str(STATEMENT_SIGNER.verifier)],
}
PROGRAM = settings.BASE_DIR / "examples" / "verify_audit_export.py"


@pytest.fixture
def log(write_events, seal_events):
    """Nine sealed events of o_1 and two of o_2, and one unsealed event."""
    write_events(9)
    write_events(2, "o_2")
    seal_events(limit=4)
    write_events(1)


@pytest.fixture
def exported(log, tmp_path, signer, as_role):
    """A function that exports o_1 with the command, as the auditor's role, and returns the file."""

    def run(*arguments: str) -> Path:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.ndjson"
        with as_role("auditor"), configured(**VERIFIERS):
            call_command("export_audit", "--organization", "o_1", "--to", str(path), *arguments)
        return path

    return run


def check(path: Path, *arguments: str, isolated: bool = False) -> tuple[int, str]:
    """Run the program as a customer does; ``isolated`` means with only the standard library."""
    done = subprocess.run(
        [sys.executable, *(["-S", "-E"] if isolated else []), PROGRAM, path, *arguments],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("isolated", [False, True])
def test_a_whole_export_holds(exported, tmp_path, isolated):
    path, keys = exported(), tmp_path / "keys.txt"
    keys.write_text(
        f"--key={SIGNER.verifier.of_log('o_1')}\n--statement-key={STATEMENT_SIGNER.verifier.of_log('o_1')}\n"
    )
    code, said = check(path, f"@{keys}", isolated=isolated)
    assert (code, said) == (0, "The export is valid: 9 of the 9 sealed events of o_1 are in it, unchanged\n")
    assert "the keys are the export's own" in check(path, isolated=isolated)[1]
    event = AuditEvent.objects.get(action="audit_log.export_ended")
    assert (event.organization_id, event.details) == (
        "o_1",
        {"rows": 9, "format": "proofs", "is_whole": True, "withheld": []},
    )


def changed(path: Path, number: int, change) -> Path:
    """Change one line of the export; ``change`` returns the new line, or None to leave it out."""
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    line = change(lines[number])
    lines[number : number + 1] = [] if line is None else [line]
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in lines))
    return path


def shortened(part: dict[str, str]) -> dict[str, str]:
    """Return the part without its first 30 bytes, which count as the end of its salt: the same bytes are hashed."""
    salt, data = base64.b64decode(part["salt"]), part["data"].encode()
    return {"salt": base64.b64encode(salt + data[:30]).decode(), "data": data[30:].decode()}


@pytest.mark.parametrize(
    ("number", "change", "said"),
    [
        (
            3,
            lambda line: line | {"body": line["body"].replace("number 2", "number 9")},
            "place 2 is not in the signed log",
        ),
        (3, lambda line: line | {"place": 4}, "place 4 is not in the signed log"),
        (3, lambda line: None, "at places 2 to 2 are left out"),
        (9, lambda line: None, "at places 8 to 8 are left out"),
        (1, lambda line: None, "at places 0 to 0 are left out"),
        (2, lambda line: line | {"proof": line["proof"][::-1]}, "place 1 is not in the signed log"),
        (2, lambda line: line | {"proof": line["proof"][:-1]}, "place 1 is not in the signed log"),
        (
            2,
            lambda line: line | {"parts": line["parts"] | {"personal": line["parts"]["texts"]}},
            "personal data of event",
        ),
        (2, lambda line: line | {"parts": line["parts"] | {"figures": line["parts"]["texts"]}}, "figures of event"),
        (
            2,
            lambda line: line | {"parts": line["parts"] | {"texts": shortened(line["parts"]["texts"])}},
            "typed texts of",
        ),
        (
            0,
            lambda line: line | {"checkpoint": line["checkpoint"].replace("\n9\n", "\n8\n")},
            "signature of a checkpoint",
        ),
        (0, lambda line: line | {"verifiers": []}, "not signed by a given key"),
        (0, lambda line: line | {"log": "o_2"}, "the checkpoint is of tests/o_1"),
        (0, lambda line: line | {"verifiers": [str(SIGNER.verifier.of_log("o_2"))]}, "not signed by a given key"),
        (0, lambda line: line | {"format": "x"}, "the format x is unknown"),
    ],
)
def test_what_was_changed_does_not_hold(exported, number, change, said):
    code, text = check(changed(exported(), number, change))
    assert (code, said in text) == (1, True), text


@pytest.mark.parametrize(
    "text", ["", "x", "{}\n", "[]\n", "7\n", "[" * 200_000, '{"format": "billing-access-audit-export/2"}\n']
)
def test_what_is_no_export_cannot_be_read(tmp_path, text):
    (tmp_path / "x").write_text(text)
    assert check(tmp_path / "x")[0] == 2
    assert check(tmp_path / "none")[0] == 2


@pytest.mark.parametrize(
    ("number", "change"),
    [
        (0, lambda line: line | {"checkpoint": 7}),
        (0, lambda line: line | {"verifiers": ["x"]}),
        (0, lambda line: line | {"verifiers": 7}),
        (1, lambda line: line | {"place": "0"}),
        (1, lambda line: line | {"proof": [7]}),
        (1, lambda line: line | {"body": "[]"}),
        (1, lambda line: line | {"body": 7}),
        (1, lambda line: line | {"parts": 7}),
        (1, lambda line: line | {"parts": {"personal": 7}}),
        (1, lambda line: {name: line[name] for name in line if name != "parts"}),
    ],
)
def test_what_is_spoilt_cannot_be_read(exported, number, change):
    code, said = check(changed(exported(), number, change))
    assert (code, said.startswith("The export cannot be read: ")) == (2, True), said


def test_what_is_cut_short_does_not_pass(exported):
    """Cut within a line, the file cannot be read; cut between lines, events are reported as left out."""
    path = exported()
    text = path.read_text()
    path.write_text(text[:-40])
    assert check(path)[0] == 2
    path.write_text("".join(text.splitlines(keepends=True)[:-2]))
    code, said = check(path)
    assert (code, "at places 7 to 8 are left out" in said) == (1, True), said


def test_an_export_by_another_key_does_not_hold(exported):
    code, said = check(exported(), "--key", str(Signer.generate("tests").verifier.of_log("o_1")))
    assert (code, "not signed by a given key" in said) == (1, True)


def test_a_kept_checkpoint_shows_that_the_log_was_rewritten(
    exported, write_events, seal_events, tmp_path, signer, as_role, as_superuser
):
    head, old = tmp_path / "head.txt", newest_checkpoints("o_1")[0]
    head.write_text(old.note)
    write_events(6)
    seal_events()
    for arguments in ((), ("--from", "2020-01-01T00:00:00Z", "--since-size", "9")):
        code, said = check(exported(*arguments), "--head", str(head))
        assert (code, "the log begins with the 9 events of the checkpoint that you kept" in said) == (0, True), said
    code, said = check(exported("--from", "2020-01-01T00:00:00Z"), "--head", str(head))
    assert (code, "ask for one with --since-size 9" in said) == (1, True)
    # The platform rewrites its log and signs it with its own key.
    as_superuser(
        "UPDATE billing_audit_event SET body = replace(body, 'number 1', 'number 7') WHERE organization_id = 'o_1'"
    )
    with as_role("owner"), connection.cursor() as cursor:
        leaves = []
        for leaf in AuditLeaf.objects.filter(log="o_1").order_by("place"):
            leaves.append(merkle.leaf_hash(AuditEvent.objects.get(pk=leaf.event_id).body.encode()))
            cursor.execute(
                "UPDATE billing_audit_leaf SET hash = %s WHERE log = 'o_1' AND place = %s", [leaves[-1], leaf.place]
            )
        from billing_audit.signed_notes import Checkpoint

        note = Checkpoint("o_1", len(leaves), root_of(leaves), "2026-11-23T10:00:00Z").note(signer)
        cursor.execute(
            "UPDATE billing_audit_checkpoint SET note = %s WHERE log = 'o_1' AND size = %s", [note, len(leaves)]
        )
    for arguments in ((), ("--from", "2020-01-01T00:00:00Z", "--since-size", "9")):
        path = exported(*arguments)
        assert check(path)[0] == 0
        code, said = check(path, "--head", str(head))
        assert (code, "rewritten after the checkpoint that you kept" in said) == (1, True), said


def test_a_part_by_time_has_its_own_proofs(exported, log):
    code, said = check(exported("--until", "2020-01-01T00:00:00Z"))
    assert (code, "0 of the 9 sealed events of o_1 are in it, unchanged" in said) == (0, True)
    assert check(exported("--from", "2020-01-01T00:00:00Z"))[0] == 0


@pytest.fixture
def purged(as_superuser, as_role, seal_events, statements, log):
    """A function that deletes an event and records a purge with a statement; its facts can be changed."""

    def run(**changed):
        as_superuser("DELETE FROM billing_audit_event WHERE organization_id = 'o_1' AND body LIKE '%%number 1%%'")
        facts = {"before": "2025-01-01T00:00:00Z", "retention_days": 400, "events": 1, "events_in_all": 1, **changed}
        event = record("audit_log.purged", organization_id="o_1", actor=Actor("system", "x"), details=facts)
        with as_role("owner"):
            statements.write([Statement("o_1", "audit_log.purged", str(event), timezone.now(), "x", facts)])
        seal_events()

    return run


def test_what_was_purged_is_there_by_its_hash_and_a_statement_must_say_so(exported, purged, as_superuser):
    purged()
    code, said = check(exported())
    assert (code, "1 of them were purged after 400 days: only their hashes are left" in said) == (0, True), said
    code, said = check(exported("--from", "2020-01-01T00:00:00Z"))
    assert (code, "1 of them are missing, and only the whole log shows why" in said) == (0, True), said
    stranger = Signer.generate("tests").verifier.of_log("o_1")
    code, said = check(exported(), "--statement-key", str(stranger))
    assert (code, "a statement is not signed by a given key" in said) == (1, True), said
    as_superuser("DELETE FROM billing_audit_statement")
    code, said = check(exported())
    assert (code, "accounts for missing data, but has no signed statement" in said) == (1, True), said


@pytest.mark.parametrize(
    ("changes", "days", "said"),
    [
        ({"events_in_all": 2}, "31", "1 events are missing, but signed statements account for 2"),
        ({"before": "2999-01-01T00:00:00Z"}, "31", "younger than 31 days"),
        ({}, "40000", "younger than 40000 days"),
    ],
)
def test_a_purge_accounts_for_nothing_else(exported, purged, changes, days, said):
    purged(**changes)
    code, text = check(exported(), "--retention-days", days)
    assert (code, said in text) == (1, True), text


def test_a_purge_leaves_no_event_before_its_bound(exported, purged, at_another_time, write_events, seal_events):
    with at_another_time(datetime(2023, 11, 14, tzinfo=UTC)):
        write_events(1)
    seal_events()
    purged()
    code, said = check(exported())
    assert (code, "but some are there" in said) == (1, True), said


def test_an_event_that_is_missing_needs_a_purge(exported, as_superuser):
    as_superuser("DELETE FROM billing_audit_event WHERE organization_id = 'o_1' AND body LIKE '%%number 1%%'")
    code, said = check(exported())
    assert (code, "1 events are missing, but signed statements account for 0" in said) == (1, True), said


def test_personal_data_that_is_left_out_must_be_erased_by_a_statement(exported, as_role, seal_events, statements):
    path = exported()
    code, said = check(changed(path, 2, lambda line: line | {"parts": {"texts": line["parts"]["texts"]}}))
    assert (code, "the personal data of 1 events is missing, and no statement names it" in said) == (1, True), said
    with as_role("owner"):
        erase_personal_data(actor=Actor("system", "x"), statements=statements, user_id="7")
    seal_events()
    code, said = check(exported())
    assert (code, "the personal data of 10 events was erased" in said) == (0, True), said
    code, said = check(exported("--from", "2020-01-01T00:00:00Z"))
    assert (code, "personal data of 10 events is missing, and only the whole log shows why" in said) == (0, True), said
    assert "erased" not in said
    # The statement names the events, so it accounts for no other.
    code, said = check(changed(exported(), 11, lambda line: line | {"parts": {}}))
    assert (code, "the personal data of 1 events is missing, and no statement names it" in said) == (1, True), said


@pytest.mark.parametrize("withheld", [("figures",), ("texts",), ("personal", "texts", "figures")])
@pytest.mark.parametrize("arguments", [(), ("--from", "2020-01-01T00:00:00Z")])
def test_an_export_without_some_parts_holds_and_says_so(exported, seal_events, withheld, arguments):
    """The program calls what an outsider may not see withheld, and never altered."""
    record("runs.imported", organization_id="o_1", actor=Actor("system", "x"), details={"total_cost_usd": "4017.25"})
    seal_events()
    path = exported(*arguments, *(word for kind in withheld for word in ("--withhold", kind)))
    text = path.read_text()
    found = {"personal": "alice@example.com", "texts": "reason 1", "figures": "4017.25"}
    assert {kind for kind, value in found.items() if value not in text} == set(withheld)
    code, said = check(path)
    counts = {"personal": "personal data of 11", "texts": "typed texts of 10", "figures": "figures of 1"}
    assert (code, [f"the {counts[kind]} events is withheld" in said for kind in withheld]) == (
        0,
        [True] * len(withheld),
    )
    event = AuditEvent.objects.filter(action="audit_log.export_ended").latest("id")
    assert event.details["withheld"] == sorted(withheld)
    # A part that the export does not name as withheld must be there.
    marked = changed(path, 0, lambda line: line | {"withheld": []})
    code, said = check(marked)
    if "figures" in withheld:
        assert (code, "the figures of 1 events are missing; they are never erased" in said) == (1, True), said
    elif not arguments:
        assert (code, "and no statement names it" in said) == (1, True), said


def test_an_event_of_another_version_does_not_hold(exported):
    path = changed(exported(), 1, lambda line: line | {"body": line["body"].replace('"version":2', '"version":1')})
    code, said = check(path)
    assert (code, "has the version 1, which is unknown to this program" in said) == (1, True), said


def test_a_part_is_reported_as_a_part(exported):
    """The platform could mark an incomplete export as a part. The program then says how many events are left out."""
    path = changed(changed(exported(), 3, lambda line: None), 0, lambda line: line | {"is_whole": False})
    code, said = check(path)
    assert (code, "it is a part of the log, without 1 events" in said) == (0, True), said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--organization", "o_9"], "The log 'o_9' has no sealed event"),
        (["--organization", "o_1", "--since-size", "10"], "not a size that the log has had"),
        (["--organization", "o_1", "--since-size", "-1"], "not a size that the log has had"),
        (["--organization", "o_1", "--from", "2026-03-01"], "not a time with an offset"),
        (["--organization", "o_1", "--from", "March"], "not a time with an offset"),
    ],
)
def test_wrong_input_writes_no_file(log, tmp_path, configure, signer, arguments, said):
    configure(AUDIT_VERIFIERS=[str(signer.verifier)])
    with pytest.raises(CommandError, match=said):
        call_command("export_audit", "--to", str(tmp_path / "x"), *arguments)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "there").write_text("mine")
    with pytest.raises(CommandError, match="exists already"):
        call_command("export_audit", "--organization", "o_1", "--to", str(tmp_path / "there"))
    assert (tmp_path / "there").read_text() == "mine"


def test_nothing_is_exported_that_nobody_could_check(log, tmp_path, configure):
    configure(AUDIT_VERIFIERS=[])
    with pytest.raises(CommandError, match="AUDIT_VERIFIERS is not set"):
        call_command("export_audit", "--organization", "o_1", "--to", str(tmp_path / "x"))
    assert not list(tmp_path.iterdir())
    assert not AuditEvent.objects.filter(action__startswith="audit_log.export").exists()


def test_a_proof_from_the_tables_takes_one_query(write_events, seal_events):
    """800 leaves are three full tiles and a part of a fourth."""
    write_events(800)
    seal_events(limit=300)
    leaves = [bytes(leaf.hash) for leaf in AuditLeaf.objects.filter(log="o_1").order_by("place")]
    root = root_of(leaves)
    for index in (0, 255, 256, 511, 700, 799):
        with CaptureQueriesContext(connection) as captured:
            proof = inclusion_path("o_1", index, 800)
        assert merkle.includes(root, 800, index, leaves[index], proof)
        assert proof == merkle.inclusion_proof(stored_nodes("o_1"), index, 800)
        assert len(captured) == 1
    for old in (1, 255, 256, 300, 600, 800):
        proof = merkle.consistency_proof(stored_nodes("o_1"), old, 800)
        assert is_consistent(root_of(leaves[:old]), old, root, 800, proof)


def test_an_export_reads_each_tile_once(write_events, seal_events, signer):
    write_events(800)
    seal_events()
    with CaptureQueriesContext(connection) as captured:
        assert len(list(export_log("o_1", verifiers=[signer.verifier], statement_verifiers=[]))) == 801
    assert len([query for query in captured if "billing_audit_leaf WHERE" in query["sql"]]) == 4


# From RFC 8032, section 7.1, without the secret keys, because the program only verifies.
VECTORS = [
    ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
    ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
    ("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
    ("ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
     "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
     "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"),
]  # fmt: skip


def program():
    spec = importlib.util.spec_from_file_location("verify_audit_export", PROGRAM)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("public", "message", "signature"), VECTORS)
def test_the_programs_own_ed25519_by_the_rfcs_vectors(public, message, signature):
    module = program()
    key, text, signed = (bytes.fromhex(each) for each in (public, message, signature))
    assert module.verify_in_python(key, signed, text)
    assert module.verify(key, signed, text)
    for wrong in (
        bytes([signed[0] ^ 1]) + signed[1:],
        signed[:-1] + bytes([signed[-1] ^ 1]),
        signed[:63],
        signed + b"x",
    ):
        assert not module.verify_in_python(key, wrong, text)
    assert not module.verify_in_python(key, signed, text + b"x")
    assert not module.verify_in_python(key[:31], signed, text)
    # Replacing s by s + L must not give a second valid signature of the same message.
    more = int.from_bytes(signed[32:], "little") + module.L
    assert not module.verify_in_python(key, signed[:32] + more.to_bytes(32, "little"), text)


def test_base64_of_the_export_is_plain(exported):
    for line in exported().read_text().splitlines()[1:]:
        for each in json.loads(line)["proof"]:
            assert len(base64.b64decode(each, validate=True)) == 32
