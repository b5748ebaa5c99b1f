"""The project's teams, mirrored: one call after each change."""

from django.db import transaction
from host.models import Team, TeamMember

from orgs import actors
from orgs.services.mirror import mirror_membership, mirror_organization


@transaction.atomic
def mirror(team: Team) -> None:
    """Bring the organization of a team up to date."""
    actor = actors.command("mirror_teams")
    organization = mirror_organization(
        external_id=f"team-{team.pk}", name=team.name, slug=f"team-{team.pk}", actor=actor
    )
    members = list(team.teammember_set.select_related("person"))
    # Owners first: billing reads turn off as soon as there is none.
    for member in sorted(members, key=lambda each: not each.is_boss):
        mirror_membership(organization, user=member.person, role="owner" if member.is_boss else "member", actor=actor)
    for membership in organization.memberships.exclude(user__in=[each.person for each in members]):
        mirror_membership(organization, user=membership.user, role=None, actor=actor)


def mirror_team_of(sender: type[TeamMember], instance: TeamMember, **kwargs: object) -> None:
    """Receive ``post_save`` and ``post_delete`` of the project's own memberships."""
    mirror(instance.team)
