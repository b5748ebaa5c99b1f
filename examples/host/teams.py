"""Mirror a Django project's own teams. Copy this into the app that has them; call it in the transaction of a change.

It brings the whole team up to date each time, so it does not matter which change it was, or whether it is called twice.
"""

from collections.abc import Mapping

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from orgs import actors
from orgs.models import Organization
from orgs.services.forgetting import forget_person
from orgs.services.mirror import mirror_membership, mirror_organization

# The project's own roles. Anyone with another one is a member who sees nothing of billing.
ROLES = {"boss": "owner", "accountant": "billing"}


@transaction.atomic
def mirror_team(team_id: str, name: str, people: Mapping[AbstractBaseUser, str]) -> Organization:
    """Make a team's organization, or bring it up to date; ``people`` maps its people to the project's roles."""
    actor = actors.command("mirror_team")
    organization = mirror_organization(external_id=team_id, name=name, slug=f"team-{team_id}", actor=actor)
    roles = {person: ROLES.get(role, "member") for person, role in people.items()}
    # Owners first: billing reads turn off as soon as there is none, although another one follows.
    for person in sorted(roles, key=lambda each: roles[each] != "owner"):
        mirror_membership(organization, user=person, role=roles[person], actor=actor)
    for membership in organization.memberships.select_related("user"):
        if membership.user not in roles:
            mirror_membership(organization, user=membership.user, role=None, actor=actor)
    return organization


@transaction.atomic
def delete_person(person: AbstractBaseUser) -> None:
    """Delete a person of the project: first everything of them here ends, on the record."""
    forget_person(person, actor=actors.command("delete_person"))
    person.delete()
