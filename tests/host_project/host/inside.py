"""The pages inside the project's layout, its teams as organizations, its people deleted, its tables emptied."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.db.models import ProtectedError
from django.db.models.signals import post_delete, post_save
from django.test import TransactionTestCase
from host.models import Team, TeamMember
from host.people import person, sign_in
from host.teams import mirror_team_of

from billing_access.access.models import OptIn
from billing_access.access.services import turn_on_billing_reads
from billing_audit.models import AuditEvent
from billing_audit.testing import truncate_allowed
from orgs import actors
from orgs.models import Membership, Organization
from orgs.services.forgetting import forget_person
from orgs.services.organizations import create_organization

SYSTEM = actors.command("tests")


@pytest.fixture
def mirrored() -> Iterator[None]:
    """Every change of a team is mirrored."""
    for signal in (post_save, post_delete):
        signal.connect(mirror_team_of, sender=TeamMember)
    yield
    for signal in (post_save, post_delete):
        signal.disconnect(mirror_team_of, sender=TeamMember)


def test_the_pages_stand_in_the_projects_layout(acme: Organization, settings: Any) -> None:
    settings.BILLING_ACCESS = {**settings.BILLING_ACCESS, "BASE_TEMPLATE": "base.html"}
    client = sign_in("olga")
    for page in ("members/", "overview/", "keys/new/", "audit-log/", "settings/"):
        answer = client.get(f"/billing/o/acme/{page}")
        text = answer.content.decode()
        assert answer.status_code == text.count("<html") * 200 == text.count("The host's own header") * 200, page
        assert text.count('<div class="billing-access">') == 1
        assert "/assets/orgs/css/pages.css" in text
        assert "site.css" not in text.replace("/assets/css/site.css", "")
        assert "Content-Security-Policy" not in answer.headers
    assert finders.find("orgs/css/pages.css")


@pytest.mark.usefixtures("mirrored")
def test_a_team_of_the_project_is_an_organization(db: None) -> None:
    ada, bob = person("ada"), person("bob")
    team = Team.objects.create(name="Blue Team")
    boss = TeamMember.objects.create(team=team, person=ada, is_boss=True)
    TeamMember.objects.create(team=team, person=bob)
    organization = Organization.objects.get()
    roles = Membership.objects.order_by("role").values_list("user__login", "role")
    assert list(roles) == [("bob", "member"), ("ada", "owner")]
    page = sign_in("ada").get(f"/billing/o/team-{team.pk}/members/").content.decode()
    assert "The members are those of the team on the platform." in page
    assert "Invite" not in page
    turn_on_billing_reads(organization, actor=SYSTEM)
    boss.delete()
    assert not OptIn.objects.get().enabled
    log = AuditEvent.objects.filter(organization_id=organization.public_id).order_by("id")
    assert list(log.values_list("action", flat=True))[-2:] == ["member.removed", "billing_reads.disabled"]


@pytest.mark.usefixtures("mirrored")
def test_a_person_of_the_project_is_deleted_after_all_has_ended(db: None) -> None:
    ada = person("ada")
    TeamMember.objects.create(team=Team.objects.create(name="Blue Team"), person=ada, is_boss=True)
    with pytest.raises(ProtectedError):
        ada.delete()
    forget_person(ada, actor=SYSTEM)
    # The project's own membership goes too, and is mirrored once more, without effect.
    ada.delete()
    assert not Membership.objects.exists()
    assert AuditEvent.objects.filter(action="member.removed").count() == 1


class FlushTests(TransactionTestCase):
    """Django empties the database after each test, the append-only tables included."""

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        cls.enterClassContext(truncate_allowed())

    def test_one(self) -> None:
        self._make_one_organization()

    def test_another(self) -> None:
        self._make_one_organization()

    def _make_one_organization(self) -> None:
        assert not AuditEvent.objects.exists()
        ada = person("ada")
        create_organization(name="Acme", slug="acme", owner=ada, actor=SYSTEM)
        assert AuditEvent.objects.count() == 2
