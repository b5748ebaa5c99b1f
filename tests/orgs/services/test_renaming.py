"""Another slug for an organization: the old one leads its members there for 90 days, and nobody else gets it."""

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, connections, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.operators import sync_organization
from billing_access.management.arguments import organization_argument
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.access import ReauthenticationRequired
from orgs.models import FormerSlug, Organization, Tombstone
from orgs.services.organizations import create_organization, identify_organization
from orgs.services.renaming import rename_organization
from tests.addresses import patterns
from tests.lock_waits import wait_until_it_waits_or_ends
from tests.sent_mail import sent_to_each

SYSTEM = actors.command("tests")
# A day less and a day more than the old slug is kept.
KEPT, FREE = timedelta(days=89), timedelta(days=91)


def _by(person: User) -> Any:
    return actors.as_member(person, authenticated_at=timezone.now())


def _aged(age: timedelta) -> None:
    """Let all slugs have been given up so long ago. The database's clock is not the tests' to set."""
    FormerSlug.objects.update(given_up_at=timezone.now() - age)


def test_those_who_manage_members_rename_it_with_proof(
    acme: Organization, alice: User, adam: User, bella: User, charlie: User, run_jobs: Any
) -> None:
    for nobody in (bella, charlie):
        with pytest.raises(PermissionDenied):
            rename_organization(acme, slug="acme-2", actor=_by(nobody))
    with pytest.raises(ReauthenticationRequired):
        rename_organization(acme, slug="acme-2", actor=actors.as_member(adam))
    before = AuditEvent.objects.count()
    assert rename_organization(acme, slug="acme", actor=actors.as_member(adam)).slug == "acme"
    assert AuditEvent.objects.count() == before
    assert rename_organization(acme, slug="acme-2", actor=_by(adam)).slug == "acme-2"
    assert AuditEvent.objects.latest("id").action == "organization.renamed"
    assert "from acme to acme-2" in sent_to_each(run_jobs)["alice@example.com"]


def test_it_can_be_renamed_three_times_a_day(acme: Organization, alice: User) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for slug in ("acme-2", "acme", "acme-3"):
            rename_organization(acme, slug=slug, actor=_by(alice))
            clock.shift(timedelta(hours=1))
        with pytest.raises(ValidationError, match="3 changes in 24 hours are the most"):
            rename_organization(acme, slug="acme-4", actor=_by(alice))
        clock.shift(timedelta(hours=21, minutes=1))
        rename_organization(acme, slug="acme-4", actor=_by(alice))


@pytest.mark.parametrize("slug", ["Acme", "a b", "-a", "a--b", "", "a" * 51, "ä", "a_"])
def test_an_invalid_slug_is_refused(acme: Organization, alice: User, slug: str) -> None:
    with pytest.raises(ValidationError):
        rename_organization(acme, slug=slug, actor=_by(alice))
    assert Organization.objects.get(pk=acme.pk).slug == "acme"


def test_a_name_in_use_given_up_or_of_a_deleted_one_reads_alike_in_the_form(
    acme: Organization, alice: User, other: Organization, charlie: User, as_role: Any, sign_in: Any, cells: Any
) -> None:
    identify_organization(other, external_id="others-id", actor=SYSTEM)
    rename_organization(other, slug="other-2", actor=_by(charlie))
    gone = create_organization(name="Gone", slug="gone", owner=charlie, actor=SYSTEM)
    Organization.objects.filter(pk=gone.pk).update(closed_at=timezone.now())
    with as_role("owner"):
        Tombstone.objects.create(
            name="gone", organization_pk=gone.pk, organization_id=gone.public_id, deleted_at=timezone.now()
        )
        gone.delete()
    answers = set()
    for slug in ("other", "other-2", "others-id", "gone"):
        with cells(slug):
            answer = sign_in(alice).post("/o/acme/settings/url/", {"slug": slug})
            assert answer.status_code == 400
            assert "This name is not available. Choose another." in answer.content.decode()
            answers.add(answer.content.decode().count("<li>"))
    assert len(answers) == 1
    assert Organization.objects.get(pk=acme.pk).slug == "acme"


TAKERS: dict[str, Callable[[Organization, User], object]] = {
    "create": lambda other, charlie: create_organization(name="New", slug="acme", owner=charlie, actor=SYSTEM),
    "create with the external id": lambda other, charlie: create_organization(
        name="New", slug="new", external_id="acme", owner=charlie, actor=SYSTEM
    ),
    "rename": lambda other, charlie: rename_organization(other, slug="acme", actor=_by(charlie)),
    "identify": lambda other, charlie: identify_organization(other, external_id="acme", actor=SYSTEM),
    "sync": lambda other, charlie: sync_organization(other, external_id="acme", actor=SYSTEM),
    "the create command": lambda other, charlie: call_command(
        "create_organization", name="New", slug="acme", owner="charlie@example.com"
    ),
    "ORM": lambda other, charlie: Organization.objects.filter(pk=other.pk).update(slug="acme"),
    "ORM create": lambda other, charlie: Organization.objects.create(name="New", slug="acme"),
}


@pytest.mark.parametrize("how", TAKERS)
def test_nobody_else_gets_the_old_slug_for_90_days(
    acme: Organization, alice: User, other: Organization, charlie: User, how: str
) -> None:
    rename_organization(acme, slug="acme-2", actor=_by(alice))
    _aged(KEPT)
    with pytest.raises((ValidationError, ValueError, CommandError, IntegrityError)), transaction.atomic():
        TAKERS[how](other, charlie)
    assert not Organization.objects.filter(slug="acme").exists()
    _aged(FREE)
    TAKERS[how](other, charlie)


def test_its_own_organization_takes_it_back(acme: Organization, alice: User) -> None:
    rename_organization(acme, slug="acme-2", actor=_by(alice))
    assert rename_organization(acme, slug="acme", actor=_by(alice)).slug == "acme"


def test_commands_and_feeds_know_it_by_its_old_slug_for_90_days_and_by_its_id(acme: Organization, alice: User) -> None:
    rename_organization(acme, slug="acme-2", actor=_by(alice))
    for age, names in ((KEPT, ["acme", "acme-2", acme.public_id]), (FREE, ["acme-2", acme.public_id])):
        _aged(age)
        assert [organization_argument(name) for name in names] == [acme] * len(names)
        finder = OrganizationFinder(column="org")
        finder.look_up({"org": name} for name in names)
        assert {finder.pk_of({"org": name}) for name in names} == {acme.pk}
    with pytest.raises(CommandError, match="There is no organization"):
        organization_argument("acme")


def test_the_old_slug_leads_a_member_to_the_same_page(
    acme: Organization, alice: User, bob: User, sign_in: Callable[[User], Client]
) -> None:
    rename_organization(acme, slug="acme-2", actor=_by(alice))
    rename_organization(acme, slug="acme-3", actor=_by(alice))
    _aged(KEPT)
    for old in ("acme", "acme-2"):
        answer = sign_in(alice).get(f"/o/{old}/audit-log/export.csv?outcome=allowed")
        assert (answer.status_code, answer.headers["Location"]) == (
            307, "/o/acme-3/audit-log/export.csv?outcome=allowed",
        )  # fmt: skip
        assert "no-store" in answer.headers["Cache-Control"]
    answer = sign_in(alice).post("/o/acme/settings/", {"time_zone": "Asia/Tokyo"}, follow=True)
    assert Organization.objects.get(pk=acme.pk).time_zone == "Asia/Tokyo"
    assert answer.status_code == 200
    # Only where the page is: what the role does not open stays shut.
    assert sign_in(bob).get("/o/acme/members/", follow=True).status_code == 403
    _aged(FREE)
    assert sign_in(alice).get("/o/acme/overview/").status_code == 404


def test_every_page_follows_the_old_slug_for_members_and_none_for_others(
    acme: Organization, alice: User, charlie: User, sign_in: Callable[[User], Client], cells: Any
) -> None:
    rename_organization(acme, slug="acme-2", actor=_by(alice))
    pages = sorted(path for path in patterns() if path.startswith("o/<slug:slug>/"))
    values = {"<slug:slug>": "acme", "<uuid:key_id>": str(uuid4()), "<uuid:event_id>": str(uuid4())}
    values |= {f"<uuid:{each}_id>": str(uuid4()) for each in ("rule", "webhook", "delivery")}
    for page in pages:
        path = f"/{page}".replace("<int:membership_id>", "1").replace("<int:invitation_id>", "1")
        for placeholder, value in values.items():
            path = path.replace(placeholder, value)
        with cells(page):
            members = [getattr(sign_in(alice), method)(path) for method in ("get", "post")]
            assert {each.status_code for each in members} <= {307, 405}
            followed = [each.headers["Location"] for each in members if each.status_code == 307]
            assert {*followed} == {path.replace("/o/acme/", "/o/acme-2/")}
            others = [getattr(sign_in(charlie), method)(path).status_code for method in ("get", "post")]
            assert {*others} <= {404, 405}
    assert cells.count >= 35


@pytest.mark.django_db(transaction=True)
def test_a_slug_that_is_given_up_at_this_moment_is_not_taken(
    acme: Organization, alice: User, other: Organization, charlie: User
) -> None:
    outcome: list[object] = []

    def take() -> None:
        try:
            Organization.objects.filter(pk=other.pk).update(slug="acme")
        except IntegrityError as error:
            outcome.append(error)
        finally:
            connections.close_all()

    with transaction.atomic():
        rename_organization(acme, slug="acme-2", actor=_by(alice))
        thread = threading.Thread(target=take)
        thread.start()
        wait_until_it_waits_or_ends(thread)
    thread.join(30)
    assert "refuses this name" in str(outcome[0])


def test_to_outsiders_old_taken_reserved_and_unknown_slugs_read_alike(
    acme: Organization, alice: User, charlie: User, other: Organization, dana: User, sign_in: Any, as_role: Any
) -> None:
    gone = create_organization(name="Gone", slug="gone", owner=alice, actor=SYSTEM)
    Organization.objects.filter(pk=gone.pk).update(closed_at=timezone.now())
    with as_role("owner"):
        Tombstone.objects.create(
            name="gone", organization_pk=gone.pk, organization_id=gone.public_id, deleted_at=timezone.now()
        )
        gone.delete()
    rename_organization(acme, slug="taken", actor=_by(alice))
    left = User.objects.create_user("left@example.com")
    for outsider in (charlie, dana, left):
        answers = set()
        for slug in ("acme", "taken", "gone", "never"):
            client = sign_in(outsider)
            client.get("/account/")
            with CaptureQueriesContext(connection) as statements:
                answer = client.get(f"/o/{slug}/overview/")
            body = answer.content.decode().replace(slug, "SLUG").partition("csrfmiddlewaretoken")[0]
            answers.add((answer.status_code, body, len(statements)))
        assert len(answers) == 1
        assert next(iter(answers))[0] == 404
