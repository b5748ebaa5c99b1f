"""``manage.py create_organization``: what it creates and prints, and its errors."""

import io
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.users import password_path
from billing_access.access.services import turn_on_billing_reads
from billing_audit.models import AuditEvent
from billing_audit.record import Actor
from orgs.access import Held, permissions_of
from orgs.models import Membership, Organization
from orgs.roles import Role

NEW = "a long and winding password"


def _run(**options: Any) -> str:
    out = io.StringIO()
    good = {"name": "New Org", "slug": "new-org", "owner": "olga@example.com"}
    call_command("create_organization", **{**good, **options}, stdout=out)
    return out.getvalue()


def _link(printed: str) -> str:
    found = re.search(r"http://localhost:8000(/set-password/\S+)", printed)
    assert found, printed
    return found[1]


def test_an_unknown_owner_is_created_with_a_link(db: None) -> None:
    printed = _run(owner=" Olga@Example.com", external_id="acct-9", time_zone="Europe/Berlin")
    organization = Organization.objects.get(slug="new-org")
    owner = User.objects.get(email="olga@example.com")
    assert (organization.name, organization.external_id, organization.time_zone) == (
        "New Org",
        "acct-9",
        "Europe/Berlin",
    )
    assert Membership.objects.get(user=owner, organization=organization).role == Role.OWNER
    assert len(permissions_of(owner.pk, organization)) == 5
    assert organization.public_id in printed
    events = AuditEvent.objects.order_by("id").values_list("action", "actor_kind", "actor_id")
    assert sorted(events) == sorted(
        (action, "system", "create_organization")
        for action in (
            "member.added",
            "organization.created",
            "user.created",
            *["user.password_link_printed"] * 2,  # on the platform's log and on the organization's
        )
    )


def test_again_with_the_same_values_nothing_changes(acme: Organization) -> None:
    given = {"name": "New Org", "owner": "olga@example.com", "external_id": "acct-9", "time_zone": "Europe/Berlin"}
    _run(**given)

    def everything() -> list[Any]:
        return [list(each.objects.values()) for each in (Organization, Membership, User, AuditEvent)]

    before = everything()
    assert _run(**given) == "new-org exists with these values. Nothing was changed.\n"
    assert _run(owner="Olga@example.com") == "new-org exists with these values. Nothing was changed.\n"
    for other in ({"name": "Another"}, {"owner": "alice@example.com"}, {"owner": "nobody@example.com"},
                  {"external_id": "acct-8"}, {"time_zone": "UTC"}):  # fmt: skip
        with pytest.raises(CommandError, match="--slug: Organization with this Slug already exists"):
            _run(**{**given, **other})
    assert everything() == before


def test_the_link_sets_a_password_once_and_on_the_record(db: None) -> None:
    link = _link(_run())
    client = Client()
    form = client.get(link, follow=True)
    assert form.status_code == 200
    data = {"new_password1": NEW, "new_password2": NEW}
    address = form.redirect_chain[-1][0]
    assert client.post(address, {**data, "new_password2": "other"}).status_code == 200
    assert not AuditEvent.objects.filter(action="user.password_set").exists()
    assert client.post(address, data).status_code == 302
    owner = User.objects.get(email="olga@example.com")
    assert owner.check_password(NEW)
    event = AuditEvent.objects.get(action="user.password_set", organization_id=None)
    assert (event.actor_kind, event.actor_id, event.target_id) == ("user", str(owner.pk), str(owner.pk))
    again = Client().get(link, follow=True)
    assert "new_password1" not in again.content.decode()
    assert "This link has been used or has expired" in again.content.decode()


@pytest.mark.parametrize("waits", [timedelta(0), timedelta(hours=30)])
def test_whoever_has_the_printed_link_opens_nothing_for_24_hours_after_its_use(
    db: None, waits: timedelta, run_jobs: Callable[[], int]
) -> None:
    """The operator has it too. That is on the organization's log, and told to the owner."""
    link = _link(_run())
    organization, owner = Organization.objects.get(slug="new-org"), User.objects.get(email="olga@example.com")
    event = AuditEvent.objects.get(action="user.password_link_printed", organization_id=organization.public_id)
    assert (event.actor_kind, event.actor_id, event.target_id) == ("system", "create_organization", str(owner.pk))
    run_jobs()
    assert "A link to set your password was printed" in str([each.body for each in mail.outbox])
    with time_machine.travel(timezone.now() + waits, tick=True):
        client = Client()
        page = client.get(link).headers["Location"]
        client.post(page, {"new_password1": NEW, "new_password2": NEW})
        proved = Actor("user", str(owner.pk), owner.email, authenticated_at=timezone.now())
        with pytest.raises(Held):
            turn_on_billing_reads(organization, actor=proved)


def test_without_a_printed_link_the_owner_asks_for_one_by_e_mail_and_is_not_held(db: None) -> None:
    assert "set-password" not in _run(no_link=True)
    owner = User.objects.get(email="olga@example.com")
    client = Client()
    page = client.get(password_path(owner)).headers["Location"]
    client.post(page, {"new_password1": NEW, "new_password2": NEW})
    proved = Actor("user", str(owner.pk), owner.email, authenticated_at=timezone.now())
    assert turn_on_billing_reads(Organization.objects.get(slug="new-org"), actor=proved).enabled


def test_a_forged_link_sets_nothing(db: None) -> None:
    link = _link(_run())
    for forged in (link[:-2] + "x/", "/set-password/MQ/abc-def/", "/set-password/%FF/abc-def/"):
        assert "new_password1" not in Client().get(forged, follow=True).content.decode()


def test_a_known_owner_keeps_the_password_and_gets_no_link(alice: User) -> None:
    printed = _run(owner="ALICE@example.com")
    assert "set-password" not in printed
    assert Membership.objects.get(user=alice).role == Role.OWNER
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"slug": "acme"}, "--slug: Organization with this Slug already exists."),
        ({"slug": "No Slug"}, "--slug: Use lower-case letters, digits and single dashes."),
        ({"name": " "}, "--name: This field cannot be blank."),
        ({"owner": "nobody"}, "--owner: Enter a valid email address."),
        ({"time_zone": "Mars"}, "--time-zone: 'Mars' is not an IANA time zone. Example: Europe/Berlin, or UTC."),
        ({"external_id": "acct-1"}, "--external-id: Organization with this External id already exists."),
        ({"owner": "gone@example.com"}, "--owner: The account gone@example.com is deactivated. Name another owner."),
    ],
)
def test_errors_name_the_option_and_leave_nothing(acme: Organization, options: dict[str, str], said: str) -> None:
    Organization.objects.filter(pk=acme.pk).update(external_id="acct-1")
    User.objects.create_user("gone@example.com", is_active=False)
    people, events = User.objects.count(), AuditEvent.objects.count()
    with pytest.raises(CommandError) as failed:
        _run(**options)
    assert said in str(failed.value)
    assert (User.objects.count(), AuditEvent.objects.count()) == (people, events)
    assert Organization.objects.count() == 1


@pytest.mark.parametrize("missing", ["name", "slug", "owner"])
def test_what_is_needed_is_asked_for(missing: str) -> None:
    with pytest.raises(CommandError, match=f"--{missing}"):
        call_command("create_organization", *[f"--{name}=x" for name in ("name", "slug", "owner") if name != missing])
