"""Names and ids that people type: stored in one spelling, found by both, and without characters that nobody sees."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from accounts import users
from accounts.models import User
from billing_access.access.models import ApiKey
from billing_access.access.services import IssuedKey, issue_key
from billing_access.access.services.exceptions import InvalidChange
from billing_audit.models import AuditEvent
from billing_audit.request_context import Origin
from orgs import actors
from orgs.models import Invitation, Organization
from orgs.services import invitations, organizations

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
DECOMPOSED, COMPOSED = "Zo\u0308e Ko\u0308ln", "Z\xf6e K\xf6ln"
INVISIBLE = ["Ac\u200bme", "Acme\u202e", "\ufeffAcme", "Ac\u2060me", "Ac\x07me", "\u200fAcme", "Ac\u061cme"]


@pytest.fixture
def make_key() -> Callable[..., IssuedKey]:
    """Issue a key by the service, which checks its name."""
    return lambda organization, name: issue_key(organization, actor=SYSTEM, name=name, scopes=["runs:read"])


def create(**changes: Any) -> Organization:
    given = {"name": "New", "slug": "new", "owner": "owner@example.com", "actor": SYSTEM, **changes}
    return organizations.create_organization(**given)


def test_an_organization_is_named_in_one_spelling() -> None:
    made = create(name=DECOMPOSED, external_id=DECOMPOSED)
    assert (made.name, made.external_id) == (COMPOSED, COMPOSED)
    assert Organization.objects.filter(name=COMPOSED, external_id=COMPOSED).exists()
    count = AuditEvent.objects.count()
    for spelling in (DECOMPOSED, COMPOSED):
        organizations.identify_organization(made, name=spelling, external_id=spelling, actor=SYSTEM)
    assert AuditEvent.objects.count() == count
    with pytest.raises(ValidationError):
        create(slug="other", external_id=DECOMPOSED)


@pytest.mark.parametrize("text", INVISIBLE, ids=ascii)
def test_invisible_characters_are_refused(text: str, acme: Organization, alice: User, make_key: Any) -> None:
    message = r"has a control or invisible character, U\+[0-9A-F]{4}"
    for refused in ({"name": text}, {"external_id": text}):
        with pytest.raises(ValidationError, match=message):
            create(**refused)
        with pytest.raises(ValidationError, match=message):
            organizations.identify_organization(acme, **refused, actor=SYSTEM)
    with pytest.raises(InvalidChange, match=message):
        make_key(acme, name=text)
    with pytest.raises(ValidationError, match=message):
        users.rename(alice, name=text, actor=actors.as_member(alice, Origin()))
    with pytest.raises(ValidationError, match=message):
        users.create_user(email="x@example.com", name=text, actor=SYSTEM)
    assert not Organization.objects.exclude(pk=acme.pk).exists()
    assert not ApiKey.objects.exists()


@pytest.mark.parametrize("email", ["a@exam\u200bple.com", "a@\u202eexample.com", "a\u200b@example.com"], ids=ascii)
def test_an_address_has_none_either(email: str, acme: Organization) -> None:
    with pytest.raises(ValidationError):
        invitations.invite(acme, email=email, role="member", actor=SYSTEM)
    with pytest.raises(ValidationError):
        users.create_user(email=email, actor=SYSTEM)
    assert not Invitation.objects.exists()


def test_a_person_and_a_key_are_named_in_one_spelling(acme: Organization, alice: User, make_key: Any) -> None:
    assert make_key(acme, name=DECOMPOSED).key.name == COMPOSED
    me = actors.as_member(alice, Origin())
    assert users.rename(alice, name=DECOMPOSED, actor=me).name == COMPOSED
    count = AuditEvent.objects.count()
    assert users.rename(alice, name=DECOMPOSED, actor=me).name == COMPOSED
    assert AuditEvent.objects.count() == count
    assert users.create_user(email="zoe@example.com", name=DECOMPOSED, actor=SYSTEM).name == COMPOSED
    assert set(User.objects.filter(name=COMPOSED).values_list("email", flat=True)) == {alice.email, "zoe@example.com"}


def test_a_key_name_is_as_long_as_it_is_stored(acme: Organization, make_key: Any) -> None:
    assert make_key(acme, name="o\u0308" * 80).key.name == "ö" * 80
    with pytest.raises(InvalidChange, match="1 to 80 characters"):
        make_key(acme, name="ö" * 81)


def test_joiners_of_letters_and_emoji_stay(acme: Organization, make_key: Any) -> None:
    name = "\u0645\u06cc\u200c\u062e \U0001f469\u200d\U0001f4bb"
    assert make_key(acme, name=name).key.name == name
    assert organizations.identify_organization(acme, name=name, actor=SYSTEM).name == name


@pytest.mark.parametrize("spelling", [DECOMPOSED, COMPOSED])
def test_the_admin_finds_both_spellings(
    acme: Organization, dana: User, sign_in: Any, make_key: Any, spelling: str
) -> None:
    organizations.identify_organization(acme, name=DECOMPOSED, actor=SYSTEM)
    users.create_user(email="zoe@example.com", name=DECOMPOSED, actor=SYSTEM)
    make_key(acme, name=DECOMPOSED)
    staff = sign_in(dana)
    for path in ("billing_orgs/organization", "billing_accounts/user", "billing_access/apikey"):
        page = staff.post(f"/admin/{path}/", {"q": spelling}, follow=True)
        assert page.context["cl"].result_count == 1, path
