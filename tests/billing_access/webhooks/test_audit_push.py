"""The audit log sent to a webhook: every sealed event once acknowledged, in the order of the seal, as it was sealed."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from billing_access.webhooks.audit_log.batches import acknowledged, body_of, prepare, start_at
from billing_access.webhooks.models import WebhookDelivery, WebhookEndpoint
from billing_audit.models import AuditEvent, AuditLeaf
from billing_audit.record import Actor, record
from billing_audit.storage.erasure import erase_personal_data
from billing_audit.storage.partitions import make_partitions
from billing_audit.storage.retention import purge
from orgs.models import Organization
from tests.billing_access.webhooks.audit_push import (
    check,
    deliver,
    deliver_all,
    make_endpoint,
    places,
    store,
    waiting,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def log(acme: Organization, seal_events: Callable[..., int]) -> str:
    """Acme's log, in which two events are sealed."""
    seal_events()
    return acme.public_id


@pytest.fixture
def endpoint(acme: Organization, log: str) -> WebhookEndpoint:
    """Acme's endpoint, which is sent the log from its beginning."""
    return make_endpoint(acme, log)


def test_every_event_is_sent_in_the_order_of_its_seal(endpoint, log, write_events, seal_events, tmp_path):
    """In messages of a hundred, each with a proof; what the receiver stored is valid as it stands."""
    write_events(218, log)
    seal_events(limit=70)
    messages = deliver_all(endpoint)
    assert [len(message["data"]["events"]) for message in messages] == [100, 100, 20]
    assert places(messages) == list(range(220))
    leaves = AuditLeaf.objects.filter(log=log).order_by("place").values_list("event_id", flat=True)
    sent = [event for message in messages for event in message["data"]["events"]]
    assert [event["id"] for event in sent] == list(map(str, leaves))
    assert all(event["body"] == AuditEvent.objects.get(pk=event["id"]).body for event in sent[::40])
    assert {message["type"] for message in messages} == {"audit.event"}
    code, said = check(store(tmp_path / "x", messages), log)
    assert (code, f"220 sealed events of {log} are in it, from place 0 on, unchanged" in said) == (0, True), said
    assert check(tmp_path / "x", log, isolated=True) == (code, said)


def test_an_idle_organization_comes_to_rest(endpoint, acme, log, write_events, seal_events):
    """Events about the sending itself wake nothing, whichever webhook they are about; they go with the next other."""
    other = make_endpoint(acme, log)
    assert len(deliver_all(endpoint)) == len(deliver_all(other)) == 1
    for _ in range(5):
        seal_events()
        assert deliver(endpoint) is deliver(other) is None
    assert AuditEvent.objects.filter(organization_id=log, action="webhook.audit_sent").count() == 2
    write_events(1, log)
    seal_events()
    for each in (endpoint, other):
        (message,) = deliver_all(each)
        actions = [event["action"] for event in message["data"]["events"]]
        assert actions == ["webhook.audit_sent", "webhook.audit_sent", "billing_reads.enabled"]


def test_more_events_about_the_sending_than_fit_into_a_message_do_not_hold_back_another(
    endpoint, log, write_events, seal_events
):
    deliver_all(endpoint)
    for number in range(120):
        record("webhook.audit_sent", organization_id=log, actor=Actor("system", "x"), details={"delivery": str(number)})
    seal_events()
    assert deliver(endpoint) is None
    write_events(1, log)
    seal_events()
    assert [len(message["data"]["events"]) for message in deliver_all(endpoint)] == [100, 22]


def test_a_delivery_keeps_its_id_and_range_until_it_is_acknowledged(endpoint, log, write_events, seal_events):
    """As after a kill: the row was committed before the first byte, and more events were sealed meanwhile."""
    write_events(3, log)
    seal_events()
    prepare(endpoint)
    first = waiting(endpoint)
    before = json.loads(body_of(first, True))
    write_events(3, log)
    seal_events()
    prepare(endpoint)
    assert WebhookDelivery.objects.get() == first
    after = json.loads(body_of(first, True))
    assert places([before]) == places([after]) == [0, 1, 2, 3, 4]
    assert before["timestamp"] == after["timestamp"]
    assert before["data"]["checkpoint"] != after["data"]["checkpoint"]
    endpoint.refresh_from_db()
    assert endpoint.next_leaf == 0


def test_the_cursor_never_goes_back(endpoint, log, write_events, seal_events):
    """A second success of the same delivery, and one that a member has sent again."""
    deliver_all(endpoint)
    first = WebhookDelivery.objects.get()
    write_events(2, log)
    seal_events()
    deliver_all(endpoint)
    endpoint.refresh_from_db()
    end = endpoint.next_leaf
    assert end > first.next_leaf
    assert places([json.loads(body_of(first, True))]) == [0, 1]
    acknowledged(first)
    endpoint.refresh_from_db()
    assert endpoint.next_leaf == end


def test_nothing_is_sent_before_it_is_sealed(endpoint, acme, log, write_events, seal_events):
    deliver_all(endpoint)
    write_events(3, log)
    assert deliver(endpoint) is None
    fresh = make_endpoint(acme, "org_without_a_tree")
    assert deliver(fresh) is None


@pytest.mark.parametrize("of", ["acme", "platform"])
def test_the_start_is_chosen(of, acme, at_another_time, write_events, seal_events):
    organization, log = (acme, acme.public_id) if of == "acme" else (None, "platform")
    seal_events()
    sealed = AuditLeaf.objects.filter(log=log).count()
    with at_another_time(timezone.now() - timedelta(hours=2)):
        write_events(4, organization and log)
    seal_events()
    write_events(2, organization and log)
    seal_events()
    assert start_at(organization, None, True) == (log, 0)
    assert start_at(organization, None, False) == (log, sealed + 6)
    assert start_at(organization, timezone.now() + timedelta(hours=1), False) == (log, sealed + 6)
    two_hours_ago = start_at(organization, timezone.now() - timedelta(hours=3), False)
    assert two_hours_ago == (log, 0 if of == "acme" else sealed)
    if of == "platform":
        assert start_at(organization, timezone.now() - timedelta(hours=1), False) == (log, sealed + 4)


def test_a_stream_that_starts_later_verifies_alone(acme, log, write_events, seal_events, tmp_path):
    write_events(9, log)
    seal_events(limit=4)
    messages = deliver_all(make_endpoint(acme, log, 5))
    assert places(messages) == [5, 6, 7, 8, 9, 10]
    code, said = check(store(tmp_path / "x", messages), log)
    assert (code, "6 sealed events" in said, "from place 5 on" in said) == (0, True, True), said


def test_figures_and_texts_are_withheld_and_the_rest_verifies(endpoint, log, write_events, seal_events, tmp_path):
    write_events(2, log)
    amount = {"total_cost_usd": "4017.25"}
    record("runs.imported", organization_id=log, actor=Actor("system", "x"), details={**amount, "batch": "b"})
    seal_events()
    prepare(endpoint)
    whole, without = body_of(waiting(endpoint), True), body_of(waiting(endpoint), False)
    for secret in (b"4017.25", b"reason 1"):
        assert secret in whole
        assert secret not in without
    # Names and addresses are shown to anyone who may read the log.
    assert b"192.0.2.7" in without
    message = json.loads(without)
    assert message["data"]["withheld"] == ["figures", "texts"]
    imported = message["data"]["events"][-1]
    assert (imported["withheld"], imported["details"]) == (["total_cost_usd"], {"batch": "b"})
    assert {kind for event in message["data"]["events"] for kind in event["parts"]} == {"personal"}
    code, said = check(store(tmp_path / "x", [message]), log)
    assert (code, "the figures of 1 events is withheld" in said) == (0, True), said
    code, said = check(store(tmp_path / "y", [json.loads(whole)]), log)
    assert (code, "withheld" in said) == (0, False), said


def test_a_message_is_not_larger_than_a_megabyte(endpoint, log, seal_events):
    """Also of texts that become longer as JSON in JSON. An event that alone is larger goes alone."""
    actor = Actor("system", "x")
    for text in ['"\\\n' * 5_000] * 12 + ["ü" * 2_000] * 30 + ["x" * 1_500_000, "y"]:
        record("billing_reads.enabled", organization_id=log, actor=actor, details={"reason": text})
    seal_events()
    prepare(endpoint)
    sizes, messages = [], []
    while delivery := waiting(endpoint):
        sizes.append(len(body_of(delivery, True)))
        messages.append(deliver(endpoint))
        prepare(endpoint)
    assert places(messages) == list(range(46))
    numbers = [len(message["data"]["events"]) for message in messages]
    assert [number for size, number in zip(sizes, numbers, strict=True) if size > 1_000_000] == [1]
    assert len(sizes) < 8


def test_what_was_purged_is_announced_as_a_range(
    endpoint, log, write_events, seal_events, at_another_time, statements, as_role, tmp_path
):
    """With the hashes that continue the tree, so that what follows is shown to be of the same log."""
    old = timezone.now() - timedelta(days=500)
    with as_role("owner"):
        make_partitions(old.date())
    with at_another_time(old):
        write_events(13, log)
    seal_events()
    first = deliver(make_endpoint(endpoint.organization, log, 0))
    assert places([first]) == list(range(15))
    with as_role("owner"):
        purge(timedelta(days=400), actor=Actor("system", "x"), statements=statements)
    messages = deliver_all(endpoint)
    assert [message["type"] for message in messages] == ["audit.event", "audit.purged"]
    assert (messages[1]["data"]["first_leaf"], messages[1]["data"]["next_leaf"]) == (2, 15)
    assert places(messages) == [0, 1]
    path = store(tmp_path / "x", messages)
    code, said = check(path, log)
    assert (code, "for 13 purged events no statement has come yet" in said) == (4, True), said
    write_events(3, log)
    seal_events()
    more = deliver_all(endpoint)
    assert places(more) == list(range(15, 21))
    code, said = check(store(path, more), log)
    assert (code, "13 of them were purged before they were sent" in said) == (0, True), said
    # Hashes that are not the log's do not continue it, nor lead to the checkpoint that came with them.
    short = json.loads(json.dumps(messages))
    assert short[1]["data"]["checkpoint"].splitlines()[1] == "15"
    short[1]["data"]["hashes"][-1] = short[1]["data"]["hashes"][0]
    code, said = check(store(tmp_path / "z", short), log)
    assert (code, "are not those of the checkpoint of 15 events that came with them" in said) == (1, True), said
    messages[1]["data"]["hashes"][0] = messages[1]["data"]["hashes"][1]
    messages[1]["data"]["checkpoint"] = more[0]["data"]["checkpoint"]
    code, said = check(store(tmp_path / "y", [*messages, *more]), log)
    assert (code, "the log was rewritten before place 15" in said) == (1, True), said


def test_what_is_purged_after_its_delivery_was_made(
    endpoint, log, write_events, seal_events, at_another_time, statements, as_role, tmp_path
):
    """Its leaf is sent alone; where all are gone, the message says so by its type."""
    old = timezone.now() - timedelta(days=500)
    with as_role("owner"):
        make_partitions(old.date())
    with at_another_time(old):
        write_events(3, log)
    seal_events()
    late = make_endpoint(endpoint.organization, log, 2)
    prepare(endpoint)
    prepare(late)
    with as_role("owner"):
        purge(timedelta(days=400), actor=Actor("system", "x"), statements=statements)
    some, none = (json.loads(body_of(waiting(each), True)) for each in (endpoint, late))
    assert (some["type"], none["type"]) == ("audit.event", "audit.purged")
    assert ["body" in event for event in some["data"]["events"]] == [True, True, False, False, False]
    assert check(store(tmp_path / "x", [some]), log)[0] == 4


def test_what_was_erased_before_it_was_sent_waits_for_its_statement(
    endpoint, log, write_events, seal_events, statements, as_role, tmp_path
):
    """The statement is at the end of the log. A part that no statement names stays unexplained; figures are a fault."""
    write_events(3, log, Actor("user", "777777", "erin@example.com"))
    record("runs.imported", organization_id=log, actor=Actor("system", "x"), details={"total_cost_usd": "4017.25"})
    seal_events()
    with as_role("owner"):
        erase_personal_data(actor=Actor("system", "x"), statements=statements, user_id="777777")
    first = deliver_all(endpoint)
    path = store(tmp_path / "x", first)
    code, said = check(path, log)
    assert (code, "personal data of 3 events is missing, and no statement has come yet" in said) == (4, True), said
    seal_events()
    more = deliver_all(endpoint)
    code, said = check(store(path, more), log)
    assert (code, "the personal data of 3 events was erased before they were sent" in said) == (0, True), said
    first[0]["data"]["events"][3]["parts"].pop("texts")
    code, said = check(store(tmp_path / "y", [*first, *more]), log)
    assert (code, "the typed texts of 1 events is missing" in said) == (4, True), said
    first[0]["data"]["events"][5]["parts"].pop("figures")
    code, said = check(store(tmp_path / "z", [*first, *more]), log)
    assert (code, "the figures of 1 events are missing" in said) == (1, True), said


def test_a_cursor_behind_what_a_restore_left_goes_on_and_says_what_was_lost(
    endpoint, acme, log, write_events, seal_events, as_superuser
):
    """Under the log's next name. Without one, it is set back to the end, so that nothing is skipped."""
    deliver_all(endpoint)
    endpoint.next_leaf = 7
    endpoint.save()
    prepare(endpoint)
    endpoint.refresh_from_db()
    assert (endpoint.next_leaf, waiting(endpoint)) == (2, None)
    endpoint.next_leaf = 7
    endpoint.save()
    write_events(2, log)
    as_superuser("INSERT INTO billing_audit_tree (log, size, edge) VALUES (%s, 0, '')", [f"{log}#2"])
    seal_events()
    (message,) = deliver_all(endpoint)
    assert message["data"]["lost"] == {"log": log, "first_leaf": 2, "next_leaf": 7}
    assert (message["data"]["log"], places([message])) == (f"{log}#2", [0, 1, 2])
    endpoint.refresh_from_db()
    assert (endpoint.log, endpoint.next_leaf) == (f"{log}#2", 3)


def test_looking_for_events_takes_few_queries(endpoint, log, write_events, seal_events):
    deliver_all(endpoint)
    with CaptureQueriesContext(connection) as captured:
        prepare(endpoint)
    # Also the savepoint of the transaction, and its release.
    assert len(captured) <= 7
    write_events(100, log)
    seal_events()
    prepare(endpoint)
    delivery = waiting(endpoint)
    with CaptureQueriesContext(connection) as captured:
        body_of(delivery, True)
    assert len(captured) <= 8


MESSAGE = Callable[[list[dict[str, Any]]], object]


def _event(number: int, place: int) -> Callable[[list[dict[str, Any]]], dict[str, Any]]:
    return lambda messages: messages[number]["data"]["events"][place]  # type: ignore[no-any-return]


def _swap(messages: list[dict[str, Any]]) -> None:
    messages[0], messages[1] = messages[1], messages[0]


def _swap_events(messages: list[dict[str, Any]]) -> None:
    events = messages[1]["data"]["events"]
    events[3], events[4] = events[4], events[3]


def _alter(messages: list[dict[str, Any]]) -> None:
    event = _event(1, 3)(messages)
    event["body"] = event["body"].replace("allowed", "denied")


def _alter_part(messages: list[dict[str, Any]]) -> None:
    part = _event(1, 3)(messages)["parts"]["texts"]
    part["data"] = part["data"].replace("reason", "season")


def _leave_out(messages: list[dict[str, Any]]) -> None:
    del messages[1]["data"]["events"][3]


def _leave_out_quietly(messages: list[dict[str, Any]]) -> None:
    data = messages[1]["data"]
    del data["events"][0]
    data["first_leaf"] += 1


def _cut_off_quietly(messages: list[dict[str, Any]]) -> None:
    data = messages[2]["data"]
    data["next_leaf"] -= 1
    del data["events"][-1]


@pytest.fixture
def sent(acme, log, write_events, seal_events) -> tuple[str, list[dict[str, Any]], list[str]]:
    """Acme's log, three messages of it, and its checkpoints of 22 events and of all."""
    write_events(20, log)
    seal_events()
    endpoint, notes = make_endpoint(acme, log), []
    messages = deliver_all(endpoint)
    notes.append(messages[0]["data"]["checkpoint"])
    for _ in range(2):
        write_events(10, log)
        seal_events()
        messages += deliver_all(endpoint)
    notes.append(messages[-1]["data"]["checkpoint"])
    return log, messages, notes


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (lambda messages: None, 0, "agrees with the checkpoint of 43 events that you gave"),
        (_alter, 1, "the event at place 25 is not in the signed log"),
        (_alter_part, 1, "the typed texts of event"),
        (_leave_out, 1, "does not have the events up to 32"),
        (_leave_out_quietly, 1, "the events at places 22 to 22 of"),
        (lambda messages: messages.pop(1), 1, "the events at places 22 to 32 of"),
        (_swap, 1, "come after those from place 22"),
        (_swap_events, 1, "does not have the events up to 32"),
        (lambda messages: messages.pop(), 4, "10 events of the checkpoint of 43 events have not come yet"),
        (_cut_off_quietly, 4, "1 events of the checkpoint of 43 events have not come yet"),
        # At least once: the same message again is no fault.
        (lambda messages: messages.insert(1, messages[0]), 0, "43 sealed events"),
    ],
)
def test_what_was_changed_on_the_way_is_found(sent, tmp_path, change, code, said):
    log, messages, notes = sent
    heads = tmp_path / "heads.ndjson"
    heads.write_text("".join(json.dumps({"log": log, "size": 0, "note": note}) + "\n" for note in notes))
    change(messages)
    found, text = check(store(tmp_path / "x", messages), log, "--head", str(heads))
    assert (found, said in text) == (code, True), text


def test_what_is_cut_off_within_a_message_cannot_be_read(sent, tmp_path):
    log, messages, _ = sent
    path = store(tmp_path / "x", messages)
    path.write_text(path.read_text()[:-50])
    assert check(path, log)[0] == 2


def test_a_log_that_was_rewritten_is_found(sent, tmp_path, as_superuser, as_role, seal_events, write_events, acme):
    """The platform rewrites what it has sent, and signs it with its own key: the receiver's file shows it."""
    log, messages, notes = sent
    seal_events()
    from billing_audit.signed_notes import Checkpoint
    from billing_audit.transparency import merkle
    from tests.conftest import SIGNER

    body = AuditEvent.objects.get(pk=AuditLeaf.objects.get(log=log, place=7).event_id).body
    altered = body.replace("allowed", "denied")
    as_superuser("UPDATE billing_audit_event SET body = %s WHERE body = %s", [altered, body])
    leaf = merkle.leaf_hash(altered.encode())
    as_superuser("UPDATE billing_audit_leaf SET hash = %s WHERE log = %s AND place = 7", [leaf, log])
    leaves = [bytes(each.hash) for each in AuditLeaf.objects.filter(log=log).order_by("place")]
    edge = merkle.Edge().extend(leaves)[0]
    note = Checkpoint(log, edge.size, edge.root).note(SIGNER)
    as_superuser("UPDATE billing_audit_tree SET edge = %s WHERE log = %s", [b"".join(edge.hashes), log])
    as_superuser("UPDATE billing_audit_checkpoint SET note = %s WHERE log = %s AND size = %s", [note, log, edge.size])
    write_events(1, log)
    seal_events()
    more = deliver_all(make_endpoint(acme, log, 43))
    path = store(tmp_path / "x", [*messages, *more])
    code, said = check(path, log)
    assert (code, "the log was rewritten before place 43" in said) == (1, True), said
    kept = tmp_path / "kept"
    kept.write_text(notes[0])
    fresh = store(tmp_path / "y", deliver_all(make_endpoint(acme, log)))
    assert check(fresh, log)[0] == 0
    code, said = check(fresh, log, "--head", str(kept))
    assert (code, "are not those of the checkpoint of 22 events that you gave" in said) == (1, True), said


def test_messages_signed_by_another_key_are_not_valid(sent, tmp_path):
    _, messages, _ = sent
    code, said = check(store(tmp_path / "x", messages), "o_9")
    assert (code, "not signed by a given key" in said) == (1, True), said


def test_a_restored_log_goes_on_and_the_file_says_so(
    acme, log, write_events, seal_events, as_role, as_superuser, statements, tmp_path
):
    """The receiver has what the restore lost, and keeps it."""
    from billing_audit.transparency.checkpoints import newest_checkpoints, read_checkpoints, write_checkpoints
    from billing_audit.transparency.merkle import Edge
    from billing_audit.transparency.restores import state_restore
    from billing_audit.transparency.sealer import sign_restored_logs
    from tests.conftest import SIGNER, STATEMENT_SIGNER

    write_events(4, log)
    seal_events(limit=1)
    endpoint = make_endpoint(acme, log)
    messages = deliver_all(endpoint)
    write_checkpoints(newest_checkpoints(), statements.to)
    gone = list(AuditLeaf.objects.filter(log=log, place__gte=4).values_list("event_id", flat=True))
    kept = [bytes(each.hash) for each in AuditLeaf.objects.filter(log=log, place__lt=4).order_by("place")]
    for table, column in (("event", "id"), ("part", "event_id"), ("leaf", "event_id")):
        as_superuser(f"DELETE FROM billing_audit_{table} WHERE {column} = ANY(%s)", [gone])
    as_superuser("DELETE FROM billing_audit_unsealed")
    as_superuser("DELETE FROM billing_audit_checkpoint WHERE log = %s AND size > 4", [log])
    edge = Edge().extend(kept)[0]
    as_superuser("UPDATE billing_audit_tree SET size = 4, edge = %s WHERE log = %s", [b"".join(edge.hashes), log])
    # The backup had the endpoint's cursor too, as it was then.
    WebhookEndpoint.objects.update(log=log, next_leaf=3)
    with as_role("owner"):
        state_restore(
            actor=Actor("system", "x", "otto"), statements=statements,
            published=read_checkpoints(statements.to), verifiers=[SIGNER.verifier],
        )  # fmt: skip
    with as_role("sealer"):
        sign_restored_logs(SIGNER, [STATEMENT_SIGNER.verifier])
    more = deliver_all(endpoint)
    assert [message["data"]["log"] for message in more] == [log, f"{log}#2"]
    path = store(tmp_path / "x", [*messages, *more])
    code, said = check(path, log)
    assert (code, "a restore lost the events from place 4 on: keep this file" in said) == (3, True), said
    without_the_first = store(tmp_path / "y", [messages[0], more[1]])
    assert check(without_the_first, log)[0] == 3
    less = json.loads(json.dumps(messages[0]))
    less["data"]["events"], less["data"]["next_leaf"] = less["data"]["events"][:2], 2
    code, said = check(store(tmp_path / "z", [less, more[1]]), log)
    assert (code, "the events at places 2 to 3 of" in said) == (1, True), said
