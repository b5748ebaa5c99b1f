"""The audit log's page: newest first, filtered by the query string, in pages, repeats counted, one organization's."""

import hashlib
import html
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from accounts.models import User
from billing_access.access.key_format import new_secret
from billing_access.access.services import revoke_key
from billing_audit.models import AuditEvent, AuditLeaf
from billing_audit.record import Actor, Target, record, record_denial, record_hourly
from billing_audit.request_context import Origin
from billing_audit.signed_notes import Checkpoint
from billing_audit.transparency import merkle
from orgs.actors import as_member, command
from orgs.models import Organization
from tests.app_settings import configured

PAGE = "/o/acme/audit-log/"
SYSTEM = command("tests")


def note(organization: Organization, actor: Actor, number: int) -> None:
    target = Target("organization", organization.public_id)
    record("billing_reads.enabled", organization_id=organization.public_id, actor=actor, target=target,
           details={"reason": f"Reason {number:03}"})  # fmt: skip


def reasons(answer: Any) -> list[str]:
    assert answer.status_code == 200
    return re.findall(r"Reason (\d{3})", answer.content.decode())


def test_newest_first_and_page_by_page_each_event_once(acme: Organization, alice: User, sign_in: Any) -> None:
    for number in range(120):
        note(acme, SYSTEM, number)
    client = sign_in(alice)
    seen, path = [], f"{PAGE}?action=billing_reads.enabled"
    for expected in (50, 50, 20):
        answer = client.get(path)
        assert len(reasons(answer)) == expected
        seen += reasons(answer)
        note(acme, SYSTEM, 999)  # Events that arrive meanwhile do not shift the pages.
        older = re.search(r'href="\?([^"]+)">Older events', answer.content.decode())
        path = PAGE + "?" + older[1].replace("&amp;", "&") if older else ""
    assert path == ""
    assert seen == [f"{number:03}" for number in reversed(range(120))]


def test_filtered_by_action_and_actor_and_both(
    acme: Organization, alice: User, adam: User, sign_in: Any, make_key: Any
) -> None:
    revoke_key(make_key(acme).key, actor=as_member(alice))
    note(acme, as_member(adam), 1)
    note(acme, as_member(alice), 2)
    client = sign_in(alice)

    def shown(**filters: str) -> set[tuple[str, str]]:
        answer = client.get(PAGE, filters)
        assert answer.status_code == 200
        return {(entry.event.action, entry.actor) for entry in answer.context["entries"]}

    a, b = f"user:{alice.pk}", f"user:{adam.pk}"
    assert shown(action="billing_reads.enabled") == {("billing_reads.enabled", a), ("billing_reads.enabled", b)}
    assert shown(actor=b) == {("billing_reads.enabled", b)}
    assert shown(action="api_key.revoked", actor=a) == {("api_key.revoked", a)}
    assert shown(action="api_key.revoked", actor=b) == set()
    assert shown(actor="system:tests") >= {
        ("api_key.created", "system:tests"),
        ("organization.created", "system:tests"),
    }
    # A name in the table leads to its filter.
    assert f'href="?actor=user%3A{adam.pk}"' in client.get(PAGE).content.decode()


def test_filters_stay_on_the_next_page(acme: Organization, alice: User, sign_in: Any) -> None:
    for number in range(51):
        note(acme, SYSTEM, number)
    answer = sign_in(alice).get(PAGE, {"action": "billing_reads.enabled", "actor": "system:tests"})
    older = re.search(r'href="\?([^"]+)">Older events', answer.content.decode())
    assert older
    assert "action=billing_reads.enabled" in older[1]
    assert "actor=system%3Atests" in older[1]


@pytest.fixture
def mixed(acme: Organization, alice: User, adam: User, make_key: Any) -> dict[str, str]:
    """Events that differ in everything that filters select by. The reason codes tell them apart."""
    key = make_key(acme).key
    script = Actor("api_key", str(key.pk), "Nightly", Origin("req_a", "192.0.2.7", "curl"))
    target = Target("api_key", str(key.pk), key.name)

    def put(action: str, number: int, actor: Actor, **more: Any) -> None:
        record(action, organization_id=acme.public_id, actor=actor, details={"reason": f"Reason {number:03}"}, **more)

    put("billing_reads.enabled", 1, Actor("user", str(adam.pk), "Adam", Origin("req_b", "2001:db8::7", "Firefox")))
    put("billing_reads.enabled", 2, script, outcome="denied", reason_code="org_opt_in_required")
    put("billing_reads.disabled", 3, script, outcome="denied", reason_code="missing_scope")
    put("api_key.revoked", 4, as_member(adam), target=target)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(0.002)")
    return {"key": str(key.pk), "adam": str(adam.pk)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"outcome": "denied"}, {"002", "003"}),
        ({"outcome": "allowed", "actor": "user:{adam}"}, {"001", "004"}),
        ({"reason": "missing_scope"}, {"003"}),
        ({"key": "{key}"}, {"002", "003", "004"}),
        ({"key": "{key}", "outcome": "denied"}, {"002", "003"}),
        ({"key": "{key}", "action": "api_key.revoked"}, {"004"}),
        ({"address": "192.0.2.7"}, {"002", "003"}),
        ({"address": "2001:DB8:0::7"}, {"001"}),
        ({"address": "192.0.2.7", "reason": "missing_scope"}, {"003"}),
        ({"address": "192.0.2.8"}, set()),
        ({"request_id": "req_a"}, {"002", "003"}),
        ({"request_id": "req_"}, set()),
        ({"from": "2020-01-01"}, {"001", "002", "003", "004"}),
        ({"from": "2120-01-01"}, set()),
        ({"to": "2020-01-01T00:00:00+02:00"}, set()),
        ({"from": "1500-01-01", "to": "9998-01-01", "reason": "missing_scope"}, {"003"}),
    ],
)
def test_each_filter_is_exact(
    acme: Organization, alice: User, sign_in: Any, mixed: dict[str, str], query: dict[str, str], expected: set[str]
) -> None:
    sent = {name: value.format(**mixed) for name, value in query.items()}
    assert set(reasons(sign_in(alice).get(PAGE, sent))) == expected


def test_a_day_is_the_organizations_and_the_last_one_is_included(acme: Organization, alice: User, sign_in: Any) -> None:
    acme.time_zone = "Pacific/Kiritimati"
    acme.save()
    note(acme, SYSTEM, 1)
    today = AuditEvent.objects.latest("recorded_at").recorded_at.astimezone(acme.zone).date()
    client, day = sign_in(alice), timedelta(days=1)

    def shown(start: date, end: date) -> list[str]:
        return reasons(client.get(PAGE, {"from": str(start), "to": str(end), "action": "billing_reads.enabled"}))

    assert shown(today, today) == ["001"]
    assert shown(today - day, today - day) == []
    assert shown(today + day, today + day) == []


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"action": "billing_reads.enable"}, "There is no such action."),
        ({"actor": "alice"}, "An actor is kind:id"),
        ({"actor": "root:1"}, "An actor is kind:id"),
        ({"before": "yesterday"}, "The position in the log is not valid."),
        ({"outcome": "maybe"}, "Accepted: allowed, denied."),
        ({"reason": "No!"}, "A reason is a code"),
        ({"key": "bak_live_x"}, "A key is named by its id"),
        ({"address": "192.0.2.0/24"}, "It is not an IP address"),
        ({"request_id": "a b"}, "A request id is the value of an X-Request-ID header"),
        ({"from": "last week"}, "It is not a day such as 2026-03-01"),
        ({"from": "2026-03-01T00:00:00"}, "It is not a day such as 2026-03-01"),
        ({"to": "9999-12-31"}, "It is not a day such as 2026-03-01"),
        ({"from": "2026-03-02", "to": "2026-03-01"}, "It must be before"),
    ],
)
def test_a_filter_that_is_none_is_named_and_shows_no_event(
    acme: Organization, alice: User, sign_in: Any, query: dict[str, str], says: str
) -> None:
    answer = sign_in(alice).get(PAGE, query)
    assert (answer.status_code, answer.context["entries"]) == (400, [])
    page = answer.content.decode()
    assert says in page
    # The field still shows what was sent.
    for name, value in query.items():
        assert name == "before" or name == "action" or name == "outcome" or f'value="{value}"' in page


@pytest.mark.parametrize("hostile", ["user:1' OR '1'='1", "user:%", "user:\x00", "user:<script>", "user:" + "9" * 100])
def test_hostile_text_in_a_filter_matches_nothing(acme: Organization, alice: User, sign_in: Any, hostile: str) -> None:
    answer = sign_in(alice).get(PAGE, {"actor": hostile})
    assert answer.status_code in {200, 400}
    assert answer.context["entries"] == []
    assert "<script>" not in answer.content.decode()


def test_another_organizations_events_are_never_shown(
    acme: Organization, other: Organization, alice: User, sign_in: Any
) -> None:
    note(acme, SYSTEM, 1)
    note(other, SYSTEM, 2)
    record("user.created", organization_id=None, actor=SYSTEM, target=Target("user", "7", "of-the-platform"))
    client = sign_in(alice)
    theirs = AuditEvent.objects.filter(organization_id=other.public_id).latest("id")
    for query in ({}, {"action": "billing_reads.enabled"}, {"actor": "system:tests"}, {"before": str(theirs.pk)}):
        answer = client.get(PAGE, query)
        assert "002" not in reasons(answer)
        assert "of-the-platform" not in answer.content.decode()


def test_repeats_are_shown_with_their_count(acme: Organization, alice: User, sign_in: Any) -> None:
    key = Actor("api_key", "k1", "Nightly", Origin("req_1", "192.0.2.7", "curl"))
    with connection.cursor() as cursor:
        # Repeats are counted by the database's minute: wait if it is about to end.
        cursor.execute("SELECT pg_sleep(CASE WHEN extract(second FROM clock_timestamp()) > 50 THEN 10.1 ELSE 0 END)")
    for _ in range(13):
        record_denial(
            "billing.usage.read", organization_id=acme.public_id, actor=key, reason_code="org_opt_in_required"
        )
    answer = sign_in(alice).get(PAGE, {"actor": "api_key:k1"})
    page = answer.content.decode()
    assert page.count("<code>org_opt_in_required</code>") == 10
    assert page.count("and 3 more like it within the minute") == 1
    assert "192.0.2.7" in page


def test_repeats_of_what_is_allowed_are_of_an_hour(acme: Organization, alice: User, sign_in: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_sleep(CASE WHEN s > 3590 THEN 3600.1 - s ELSE 0 END)"
            " FROM (SELECT extract(epoch FROM clock_timestamp())::numeric % 3600 AS s) t"
        )
    target, worker = Target("webhook", "w1", "siem.example.com"), Actor("system", "worker", "worker")
    for _ in range(4):
        record_hourly("webhook.audit_sent", organization_id=acme.public_id, actor=worker, target=target)
    client = sign_in(alice)
    page = client.get(PAGE, {"action": "webhook.audit_sent"}).content.decode()
    assert page.count("and 3 more like it within the hour") == 1
    event = AuditEvent.objects.get(action="webhook.audit_sent")
    assert "3 more like it within the hour" in client.get(f"{PAGE}{event.pk}/").content.decode()


def test_looking_is_on_the_record_and_a_key_that_nobody_has_is_not_on_this_one(
    acme: Organization, audrey: User, sign_in: Any, api: Any
) -> None:
    api("/v1/key", new_secret())
    answer = sign_in(audrey).get(PAGE, {"actor": "system:tests"})
    assert "api_key.refused" not in {entry.event.action for entry in answer.context["entries"]}
    event = AuditEvent.objects.get(action="audit_log.viewed")
    assert (event.organization_id, event.actor_id) == (acme.public_id, str(audrey.pk))
    assert event.details == {"actor": "system:tests", "rows": len(answer.context["entries"])}


def test_times_are_in_the_organizations_zone_with_utc_beside_them(
    acme: Organization, alice: User, sign_in: Any
) -> None:
    acme.time_zone = "Asia/Kolkata"
    acme.save()
    page = sign_in(alice).get(PAGE).content.decode()
    assert "When (Asia/Kolkata)" in page
    assert re.search(r"\d\d:\d\d:\d\d UTC</span>", page)


@pytest.mark.parametrize(("who", "status"), [("bob", 403), ("charlie", 404), ("dana", 404), ("bella", 200)])
def test_who_may_look(request: pytest.FixtureRequest, acme: Organization, sign_in: Any, who: str, status: int) -> None:
    assert sign_in(request.getfixturevalue(who)).get(PAGE).status_code == status


@pytest.mark.parametrize(
    "change",
    [
        """UPDATE billing_audit_event SET body = replace(body, '"system"', '"staff"')""",
        "UPDATE billing_audit_part SET data = jsonb_set(data, '{details,reason}', '\"x\"') WHERE kind = 'texts'",
    ],
)
def test_an_altered_event_is_named_where_it_is_shown(
    acme: Organization, alice: User, sign_in: Any, seal_events: Any, as_superuser: Any, change: str
) -> None:
    note(acme, SYSTEM, 1)
    seal_events()
    client, query = sign_in(alice), {"action": "billing_reads.enabled"}
    assert "Altered" not in client.get(PAGE, query).content.decode()
    as_superuser(change)
    assert client.get(PAGE, query).content.decode().count(">Altered<") == 1


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        ("UPDATE billing_audit_event SET body = 'not JSON'", "it differs from what was sealed"),
        ("UPDATE billing_audit_event SET body = '[1]'", "it differs from what was sealed"),
        ("UPDATE billing_audit_event SET body = '{}'", "it differs from what was sealed"),
        (
            "UPDATE billing_audit_event SET reason_code = 'none'",
            "its columns differ from its body: reason_code",
        ),
        ("UPDATE billing_audit_part SET data = '{}'", "its personal data differs from what was sealed"),
        ("DELETE FROM billing_audit_part", "its personal data is missing"),
        ("DELETE FROM billing_audit_part WHERE kind = 'texts'", "its text is missing"),
        ("DELETE FROM billing_audit_leaf WHERE place = 0", "leaves of the log are missing"),
        ("UPDATE billing_audit_checkpoint SET note = replace(note, 'sealed', 'Sealed')", "signature"),
        ("UPDATE billing_audit_checkpoint SET note = ''", "not a signed note"),
    ],
)
def test_a_spoilt_log_is_shown_as_such_and_breaks_no_page(
    acme: Organization,
    alice: User,
    signer: Any,
    sign_in: Any,
    seal_events: Any,
    as_superuser: Any,
    spoil: str,
    says: str,
) -> None:
    note(acme, SYSTEM, 1)
    seal_events()
    event = AuditEvent.objects.get(action="billing_reads.enabled")
    client = sign_in(alice)
    as_superuser(spoil)
    with configured(AUDIT_VERIFIERS=[str(signer.verifier)]):
        page = client.get(f"{PAGE}{event.pk}/").content.decode()
    assert says in page.lower() or says in page
    assert "Does not hold" in page or "This is not what was recorded" in page
    assert client.get(PAGE).status_code == 200


def test_an_event_has_a_page_of_its_own_with_its_proof(
    acme: Organization, audrey: User, signer: Any, sign_in: Any, seal_events: Any
) -> None:
    note(acme, SYSTEM, 1)
    event = AuditEvent.objects.get(action="billing_reads.enabled")
    client = sign_in(audrey)
    assert "It is not sealed yet." in client.get(f"{PAGE}{event.pk}/").content.decode()
    seal_events()
    with configured(AUDIT_VERIFIERS=[str(signer.verifier)]):
        answer = client.get(f"{PAGE}{event.pk}/")
    assert ">Holds<" in answer.content.decode()
    proof = answer.context["proof"]
    # Check the proof as a reviewer would, from the page alone.
    point = Checkpoint.parse(proof.checkpoint, acme.public_id, [signer.verifier])
    leaf = hashlib.sha256(
        b"\0" + html.unescape(re.findall(r"<pre[^>]*>(\{.*\})</pre>", answer.content.decode())[0]).encode()
    )
    assert merkle.includes(point.root, point.size, proof.leaf_index, leaf.digest(), proof.path)
    looked = AuditEvent.objects.filter(action="audit_log.viewed").latest("id")
    assert (looked.actor_id, looked.details) == (str(audrey.pk), {"rows": 1, "event_id": str(event.pk)})
    assert f'href="{PAGE}{event.pk}/"' in client.get(PAGE).content.decode()


def test_a_long_detail_is_whole_on_the_events_page_only(acme: Organization, alice: User, sign_in: Any) -> None:
    ids = [f"wr_{number}" for number in range(1000)]
    event_id = record(
        "runs.voided",
        organization_id=acme.public_id,
        actor=command("tests"),
        details={"reason": "r" * 500, "run_ids": ids},
    )
    client = sign_in(alice)
    listed, whole = (client.get(page).content.decode() for page in (PAGE, f"{PAGE}{event_id}/"))
    assert ("wr_0, wr_1, " in listed, "wr_999" in listed, "r" * 500 in listed) == (True, False, True)
    assert ", ".join(ids) in whole


def test_an_event_of_another_log_has_no_page_here(
    acme: Organization, other: Organization, alice: User, sign_in: Any
) -> None:
    note(other, SYSTEM, 1)
    client = sign_in(alice)
    record("user.created", organization_id=None, actor=SYSTEM, target=Target("user", "7", "of-the-platform"))
    for event in AuditEvent.objects.exclude(organization_id=acme.public_id):
        assert client.get(f"{PAGE}{event.pk}/").status_code == 404


def test_the_strip_says_how_far_it_is_sealed_and_what_the_last_verification_found(
    acme: Organization, alice: User, signer: Any, sign_in: Any, seal_events: Any, as_superuser: Any
) -> None:
    client = sign_in(alice)

    def strip() -> str:
        page = client.get(PAGE).content.decode()
        found = re.search(r'aria-label="Integrity">(.*?)</section>', page, re.DOTALL)
        assert found
        return " ".join(re.sub(r"<[^>]+>", "", found[1]).split())

    assert strip().startswith("Nothing is sealed yet. ")
    assert "Never verified" in strip()
    note(acme, SYSTEM, 1)
    size = seal_events()
    assert f"{AuditLeaf.objects.filter(log=acme.public_id).count()} events sealed, the last" in strip()
    assert size
    with configured(AUDIT_VERIFIERS=[str(signer.verifier)]), pytest.raises(SystemExit):
        call_command("verify_audit", "--organization", acme.public_id)
    assert "no outside head" in strip()
    event = AuditEvent.objects.get(action="billing_reads.enabled")
    as_superuser("UPDATE billing_audit_event SET outcome = 'denied' WHERE id = %s", [event.pk])
    with configured(AUDIT_VERIFIERS=[str(signer.verifier)]), pytest.raises(SystemExit):
        call_command("verify_audit", "--organization", acme.public_id)
    assert "altered" in strip()
    assert f"event {event.pk}" in strip()
    assert "What this does not prove" in strip()


def test_a_late_sealer_is_said(acme: Organization, alice: User, sign_in: Any, as_superuser: Any) -> None:
    as_superuser("UPDATE billing_audit_event SET recorded_at = recorded_at - interval '2 minutes'")
    assert "sealing is late" in sign_in(alice).get(PAGE).content.decode()
