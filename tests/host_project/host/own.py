"""The project's own tests, from before it took Billing Access in: they pass beside it, and after its removal."""

from django.contrib.auth import get_user_model
from django.test import TestCase
from host.models import Team, TeamMember


class OwnTests(TestCase):
    """Signing in, the first page, the API, teams, and deleting a person."""

    def setUp(self) -> None:
        self.olga = get_user_model().objects.create_user("olga", "secret", mail_address="olga@example.com")

    def test_people_sign_in_and_see_the_first_page(self) -> None:
        assert self.client.get("/").status_code == 302
        answer = self.client.post("/login/", {"username": "olga", "password": "secret"}, follow=True)
        assert answer.redirect_chain == [("/", 302)]
        assert "Widgets" in answer.content.decode()

    def test_the_api_takes_what_it_is_sent(self) -> None:
        assert self.client.post("/v1/widgets", {"name": "cog"}).status_code == 201
        assert "bolt" in self.client.get("/v1/widgets?format=json").content.decode()

    def test_a_team_goes_with_its_members_and_a_person_with_their_memberships(self) -> None:
        team = Team.objects.create(name="Bolts")
        TeamMember.objects.create(team=team, person=self.olga)
        self.olga.delete()
        assert list(team.people.all()) == []
        assert team.delete()[0] == 1
