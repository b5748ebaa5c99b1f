"""The audit log's page: newest first, filtered by the URL, page by page, repeats counted, one organization's only."""

import re
from typing import Any

import pytest
from django.db import connection

from billing_access.access.key_format import new_secret
from billing_access.access.services import revoke_key
from orgs.actors import as_member, command
from orgs.audit.models import AuditEvent
from orgs.audit.origin import Origin
from orgs.audit.record import Actor, Target, record, record_denial
from orgs.models import Organization, User

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
        note(acme, SYSTEM, 999)  # What arrives meanwhile moves no page.
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
        return {(entry.action, entry.actor) for entry in answer.context["entries"]}

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


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"action": "billing_reads.enable"}, "There is no such action."),
        ({"actor": "alice"}, "An actor is kind:id"),
        ({"actor": "root:1"}, "An actor is kind:id"),
        ({"before": "yesterday"}, "The place of the page is not valid."),
    ],
)
def test_a_filter_that_is_none_is_named_and_shows_no_event(
    acme: Organization, alice: User, sign_in: Any, query: dict[str, str], says: str
) -> None:
    answer = sign_in(alice).get(PAGE, query)
    assert (answer.status_code, answer.context["entries"]) == (400, [])
    assert says in answer.content.decode()


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
        # The tally is by the database's minute: wait where it is about to end.
        cursor.execute("SELECT pg_sleep(CASE WHEN extract(second FROM clock_timestamp()) > 50 THEN 10.1 ELSE 0 END)")
    for _ in range(13):
        record_denial(
            "billing.usage.read", organization_id=acme.public_id, actor=key, reason_code="org_opt_in_required"
        )
    answer = sign_in(alice).get(PAGE, {"actor": "api_key:k1"})
    page = answer.content.decode()
    assert page.count("org_opt_in_required") == 10
    assert page.count("and 3 more like it within the minute") == 1
    assert "192.0.2.7" in page


def test_looking_is_on_the_record_and_a_key_that_nobody_has_is_not_on_this_one(
    acme: Organization, audrey: User, sign_in: Any, api: Any
) -> None:
    api("/v1/key", new_secret())
    answer = sign_in(audrey).get(PAGE, {"actor": "system:tests"})
    assert "api_key.refused" not in {entry.action for entry in answer.context["entries"]}
    event = AuditEvent.objects.get(action="audit_log.viewed")
    assert (event.organization_id, event.actor_id) == (acme.public_id, str(audrey.pk))
    assert event.details == {"action": "", "actor": "system:tests", "rows": len(answer.context["entries"])}


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
