"""A project's teams, mirrored by the example that a project copies."""

import importlib.util
from types import ModuleType
from typing import Any

import pytest
from django.conf import settings

from accounts.models import User
from billing_access.access.models import OptIn
from billing_access.access.services import turn_on_billing_reads
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Membership, Organization


@pytest.fixture(scope="module")
def teams() -> ModuleType:
    """The example, as a module of a project."""
    path = settings.BASE_DIR / "examples" / "host" / "teams.py"
    spec = importlib.util.spec_from_file_location("teams", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _roles(organization: Organization) -> dict[str, str]:
    return dict(Membership.objects.filter(organization=organization).values_list("user__email", "role"))


def test_a_team_is_followed_and_handed_on_without_turning_billing_reads_off(
    teams: Any, alice: User, charlie: User, dana: User
) -> None:
    team = teams.mirror_team("7", "Blue Team", {alice: "boss", charlie: "cook"})
    assert _roles(team) == {"alice@example.com": "owner", "charlie@example.com": "member"}
    turn_on_billing_reads(team, actor=actors.command("tests"))
    before = AuditEvent.objects.count()
    teams.mirror_team("7", "Blue Team", {alice: "boss", charlie: "cook"})
    assert AuditEvent.objects.count() == before
    # Alice is named first, and demoted only after Charlie is an owner.
    teams.mirror_team("7", "Red Team", {alice: "accountant", charlie: "boss"})
    teams.mirror_team("7", "Red Team", {dana: "boss"})
    assert _roles(team) == {"dana@example.com": "owner"}
    assert Organization.objects.get().name == "Red Team"
    assert OptIn.objects.get().enabled
    teams.mirror_team("7", "Red Team", {})
    assert not OptIn.objects.get().enabled


def test_a_person_is_deleted_after_all_of_them_has_ended(teams: Any, alice: User) -> None:
    team = teams.mirror_team("7", "Blue Team", {alice: "boss"})
    teams.delete_person(alice)
    assert not User.objects.exists()
    actions = AuditEvent.objects.filter(organization_id=team.public_id).order_by("id").values_list("action", flat=True)
    assert list(actions)[-1] == "member.removed"
