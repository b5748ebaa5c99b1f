"""Event version 2: whatever a reader may not see, the event and what they got of it verify; and nothing else does."""

import base64
import hashlib
import importlib.util
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from billing_audit.canonical_json import canonical, read_body
from billing_audit.event_parts import KINDS, Part, part_faults, parts_body
from billing_audit.event_types import BY_ACTION, EventType
from billing_audit.models import AuditEvent, AuditPart
from billing_audit.reading.filters import Filters
from billing_audit.reading.queries import entry, page
from billing_audit.reading.serializers import event_body
from billing_audit.record import Actor, Target, _new_event, record, record_denial, record_for_each
from billing_audit.request_context import Origin
from billing_audit.verification.report import Verdict
from billing_audit.verification.verify import verify_log
from tests.event_parts import opened
from tests.properties import tried_on

ALICE = Actor("user", "7", "alice@example.com", Origin("req_1", "192.0.2.7", "curl/8 ünï"))
BOB = Target("user", "8", "bob@example.com")
NAMES = [f"field_{number}" for number in range(6)]
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(),
    st.datetimes(timezones=st.just(UTC)),
    st.lists(st.text(), max_size=3),
)


def _program() -> Any:
    spec = importlib.util.spec_from_file_location("program", settings.BASE_DIR / "examples" / "verify_audit_export.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PROGRAM = _program()


@st.composite
def events(draw: Any) -> tuple[EventType, Any, Any]:
    """An event type whose fields are split in any way, with changes and details of an event."""
    kinds = {name: draw(st.sampled_from(["body", "texts", "figures"])) for name in NAMES}
    lists = {kind: frozenset(name for name in NAMES if kinds[name] == kind) for kind in ("texts", "figures")}
    event_type = EventType("parts.tested", "Parts tested", frozenset(NAMES), frozenset(NAMES), **lists)
    changes = draw(st.dictionaries(st.sampled_from(NAMES), st.tuples(VALUES, VALUES), max_size=3))
    return event_type, changes, draw(st.dictionaries(st.sampled_from(NAMES), VALUES))


def _written(event_type: EventType, changes: Any, details: Any) -> tuple[str, dict[str, Part]]:
    """The sealed text and the parts of such an event, as the database would store them."""
    known = dict(BY_ACTION)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("billing_audit.record.BY_ACTION", known | {event_type.action: event_type})
        event = _new_event(event_type.action, "o_1", ALICE, BOB, "allowed", "", changes, details)
    given = event.parameters
    body = f"{given['before']}{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%fZ}{given['after']}"
    salts = {kind: bytes.fromhex(given[f"{kind}_salt"].removeprefix("\\x")) for kind in event.kinds}
    return body, {kind: Part("o_1", salt, given[kind], None) for kind, salt in salts.items()}


@tried_on(100)
@given(events(), st.sets(st.sampled_from(KINDS)))
def test_any_split_verifies_with_any_parts_withheld(event: Any, withheld: set[str]) -> None:
    event_type, changes, details = event
    body, parts = _written(*event)
    assert list(part_faults(read_body(body), parts)) == []
    shown = parts_body({kind: part for kind, part in parts.items() if kind not in withheld})
    PROGRAM.leaf_of({"body": body, "parts": shown}, "o_1")
    contents = [read_body(body), *opened(body, parts_body(parts)).values()]
    for name, expected in (("changes", changes), ("details", details)):
        merged = {field: value for content in contents for field, value in content.get(name, {}).items()}
        assert merged == json.loads(canonical(expected))
    # What a kind's part holds is nowhere else.
    for kind, listed in (("texts", event_type.texts), ("figures", event_type.figures)):
        for name, expected in (("changes", changes), ("details", details)):
            in_body = {field for field, value in read_body(body)[name].items() if field in listed}
            assert all(expected[field] in (None, "", []) for field in in_body), (kind, in_body)


@tried_on(100)
@given(events(), st.data())
def test_any_byte_of_a_part_that_is_changed_is_found(event: Any, data: st.DataObject) -> None:
    body, parts = _written(*event)
    shown = parts_body(parts)
    kind = data.draw(st.sampled_from(sorted(shown)))
    name = data.draw(st.sampled_from(["salt", "data"]))
    at = data.draw(st.integers(0, len(shown[kind][name].encode()) - 1))
    assert not _passes_changed(body, shown, kind, name, at, data.draw(st.integers(1, 255)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_byte_of_a_part_counts(kind: str) -> None:
    """Also the bits of base64 that decoding ignores."""
    event_type = EventType("parts.tested", "x", frozenset("tf"), texts=frozenset("t"), figures=frozenset("f"))
    body, parts = _written(event_type, {}, {"t": "Ticket 7", "f": "40.17"})
    shown = parts_body(parts)
    for name in ("salt", "data"):
        for at in range(len(shown[kind][name].encode())):
            passing = [flip for flip in range(1, 256) if _passes_changed(body, shown, kind, name, at, flip)]
            assert passing == [], (name, at)


def _passes_changed(body: str, parts: dict[str, dict[str, str]], kind: str, name: str, at: int, flip: int) -> bool:
    """Whether the program accepts the part with one byte of its salt or data changed."""
    text = bytearray(parts[kind][name].encode())
    text[at] ^= flip
    try:
        changed = {**parts, kind: {**parts[kind], name: text.decode()}}
        PROGRAM.leaf_of({"body": body, "parts": changed}, "o_1")
    except (PROGRAM.Fault, ValueError):
        return False
    return True


@pytest.mark.parametrize("kind", KINDS)
def test_no_byte_of_a_part_passes_for_one_of_its_salt(kind: str) -> None:
    """The same bytes are hashed, but what a reader gets begins later."""
    event_type = EventType("parts.tested", "x", frozenset("tf"), texts=frozenset("t"), figures=frozenset("f"))
    body, parts = _written(event_type, {}, {"t": "Ticket 7", "f": "40.17"})
    organization_id, salt, data, erased_by = parts[kind]
    shortened = {
        **parts,
        kind: Part(organization_id, bytes(salt or b"") + (data or "").encode()[:5], (data or "")[5:], erased_by),
    }
    assert [each for each, _ in part_faults(read_body(body), shortened)] == [kind]
    with pytest.raises(PROGRAM.Fault):
        PROGRAM.leaf_of({"body": body, "parts": parts_body(shortened)}, "o_1")


@tried_on(100)
@given(events(), st.sampled_from(KINDS), st.sampled_from(KINDS))
def test_no_part_passes_for_another(event: Any, one: str, other: str) -> None:
    _, parts = _written(*event)
    body, others = _written(*event)
    exchanged = {**others, one: parts.get(other, parts["personal"])}
    assert one in {kind for kind, _ in part_faults(read_body(body), exchanged)}


def _import(organization_id: str = "o_1", **details: Any) -> AuditEvent:
    target = record("runs.imported", organization_id=organization_id, actor=ALICE, details=details)
    return AuditEvent.objects.get(pk=target)


@pytest.mark.django_db
def test_each_kind_of_part_is_written_by_one_statement() -> None:
    void = {"reason": "Ticket 7", "run_count": 3, "batch": 5, "revision": 2}
    with CaptureQueriesContext(connection) as queries:
        event_id = record("runs.voided", organization_id="o_1", actor=ALICE, details=void)
        record_denial(
            "run.read", organization_id="o_1", actor=ALICE, reason_code="not_found", details={"run_id": "wr_1"}
        )
        record_for_each("runs.imported", {"o_1": {"read": 1}, "o_2": {"read": 2}}, actor=ALICE)
        record("billing.state.read", organization_id="o_1", actor=ALICE, details={"rows": 1})
    assert len(queries) == 4
    event = AuditEvent.objects.get(pk=event_id)
    assert event.content["details"] == {"batch": 5, "revision": 2}
    assert event.parts.keys() == {"personal", "texts", "figures"}
    assert event.parts["texts"] == {"details": {"reason": "Ticket 7"}}
    assert event.parts["figures"] == {"details": {"run_count": 3}}
    assert event.details == void
    denied = AuditEvent.objects.get(action="run.read")
    assert denied.parts["texts"] == {"details": {"run_id": "wr_1"}}
    # An event without texts or figures has one part, so that the hot path writes no more than before.
    assert AuditPart.objects.filter(event_id=AuditEvent.objects.get(action="billing.state.read").pk).count() == 1


@pytest.mark.django_db
def test_fields_without_a_value_stay_in_the_body() -> None:
    details = {"tags": [], "run_type": None, "group_by": [], "rows": 0}
    event = AuditEvent.objects.get(pk=record("billing.usage.read", organization_id="o_1", actor=ALICE, details=details))
    assert event.content["details"] == details
    assert event.parts.keys() == {"personal"}
    assert _import(read=0).parts["figures"] == {"details": {"read": 0}}, "zero is a figure"


@pytest.mark.django_db
def test_no_salt_goes_to_a_reader_without_its_part() -> None:
    event = _import(read=3, batch=1)
    salt = AuditPart.objects.get(event_id=event.pk, kind="figures").salt
    for with_figures in (True, False):
        found = entry("o_1", event.pk, with_figures=with_figures)
        assert found
        sent = event_body(found)
        assert (base64.b64encode(bytes(salt)).decode() in json.dumps(sent)) == with_figures
        assert opened(sent["body"], sent["parts"]).keys() == {"personal", *(["figures"] if with_figures else [])}
        assert (sent["withheld"], sent["details"].get("read")) == (([], 3) if with_figures else (["read"], None))
        assert found.altered == ()


@pytest.mark.django_db
def test_a_filter_by_a_tags_value_is_withheld_with_the_figures() -> None:
    record("billing.usage.read", organization_id="o_1", actor=ALICE, details={"tags": ["county:adams"], "rows": 1})
    (found,) = page("o_1", Filters(), with_figures=False)[0]
    assert (found.withheld, found.details) == (["tags"], {"rows": 1})
    assert "adams" not in json.dumps(event_body(found))


@pytest.fixture
def sealed(seal_events: Any) -> AuditEvent:
    """A sealed event with parts of every kind."""
    details = {"reason": "Ticket 7", "run_count": 3, "batch": 5}
    event_id = record("runs.voided", organization_id="o_1", actor=ALICE, details=details)
    seal_events()
    return AuditEvent.objects.get(pk=event_id)


def _found(signer: Any) -> set[tuple[Verdict, str | None]]:
    report = verify_log("o_1", verifiers=[signer.verifier])
    return {(each.verdict, each.field) for each in report.findings} - {(Verdict.NO_OUTSIDE_HEAD, None)}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ("UPDATE billing_audit_part SET data = '{{}}' WHERE kind = '{}'", Verdict.ALTERED),
        ("UPDATE billing_audit_part SET salt = 'x' WHERE kind = '{}'", Verdict.ALTERED),
        ("UPDATE billing_audit_part SET organization_id = 'o_2' WHERE kind = '{}'", Verdict.ALTERED),
        ("DELETE FROM billing_audit_part WHERE kind = '{}'", Verdict.REMOVED),
    ],
)
def test_a_changed_part_is_found(
    sealed: AuditEvent, signer: Any, as_superuser: Any, kind: str, change: str, verdict: Verdict
) -> None:
    assert _found(signer) == set()
    as_superuser(change.format(kind))
    assert _found(signer) == {(verdict, kind)}
    (shown,) = page("o_1", Filters(), with_figures=False)[0]
    assert len(shown.altered) == 1


@pytest.mark.django_db
def test_a_part_that_was_never_there_is_found(seal_events: Any, signer: Any, as_superuser: Any) -> None:
    record("billing.state.read", organization_id="o_1", actor=ALICE, details={"rows": 1})
    seal_events()
    as_superuser(
        "INSERT INTO billing_audit_part (event_id, kind, organization_id, salt, data)"
        """ SELECT id, 'texts', 'o_1', 'x', '{"details": {"reason": "none"}}' FROM billing_audit_event"""
    )
    assert _found(signer) == {(Verdict.ALTERED, "texts")}


@pytest.mark.django_db
def test_a_row_of_an_unknown_kind_is_shown_nowhere(sealed: AuditEvent, as_superuser: Any) -> None:
    as_superuser(
        "INSERT INTO billing_audit_part (event_id, kind, organization_id, salt, data)"
        """ SELECT id, 'other', 'o_1', 'x', '{"details": {"run_count": 9}}' FROM billing_audit_event"""
    )
    (shown,) = page("o_1", Filters(), with_figures=True)[0]
    assert "its other differs from what was sealed" in shown.altered
    assert "other" not in shown.parts
    assert shown.details.get("run_count") != 9


@pytest.mark.django_db
def test_rows_of_unknown_kinds_are_found_and_hide_no_part(sealed: AuditEvent, signer: Any, as_superuser: Any) -> None:
    for number in range(9):
        as_superuser(
            "INSERT INTO billing_audit_part (event_id, kind, organization_id, salt) VALUES (%s, %s, 'o_1', '')",
            [sealed.pk, f"a{number}"],
        )
    assert _found(signer) == {(Verdict.INSERTED, f"a{number}") for number in range(9)}
    (shown,) = page("o_1", Filters(), with_figures=True)[0]
    assert set(shown.parts) == set(KINDS)


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "said"), [("figures", ["figures"]), ("texts", ["personal"]), ("personal", ["texts"])])
def test_an_erasure_excuses_only_what_it_names_and_never_figures(
    sealed: AuditEvent, signer: Any, as_superuser: Any, seal_events: Any, kind: str, said: list[str]
) -> None:
    """Anyone with the right to insert can write such an event."""
    details = {"reason": "x", "kinds": said, "rows": 1}
    by = record("personal_data.erased", organization_id="o_1", actor=Actor("system", "x"), details=details)
    seal_events()
    as_superuser(
        "UPDATE billing_audit_part SET salt = NULL, data = NULL, erased_by = %s WHERE kind = %s AND event_id = %s",
        [str(by), kind, str(sealed.pk)],
    )
    assert _found(signer) >= {(Verdict.ALTERED if kind == "figures" else Verdict.REMOVED, kind)}


@pytest.mark.django_db
def test_an_event_of_version_1_is_not_taken_for_a_right_one(
    signer: Any, seal_events: Any, as_superuser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sealed by a sealer that took version 1, so that only its version is wrong."""
    monkeypatch.setattr("billing_audit.transparency.sealer.differences", lambda *args, **kwargs: ())
    salt, data = b"s" * 16, canonical({"actor_name": "alice@example.com"})
    event = AuditEvent.objects.get(pk=record("user.created", organization_id="o_1", actor=ALICE))
    committed = hashlib.sha256(salt + data.encode()).hexdigest()
    content = {name: value for name, value in event.content.items() if name != "commitments"}
    body = canonical(content | {"version": 1, "personal_commitment": committed})
    as_superuser("UPDATE billing_audit_event SET body = %s WHERE id = %s", [body, str(event.pk)])
    as_superuser("DELETE FROM billing_audit_part")
    seal_events()
    assert _found(signer) == {(Verdict.ALTERED, "version")}
    with pytest.raises(PROGRAM.Fault, match="has the version 1, which is unknown"):
        PROGRAM.leaf_of({"body": body, "parts": {}}, "o_1")
