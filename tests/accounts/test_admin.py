"""People in the Django admin: changes by staff are recorded, and staff cannot give themselves more rights."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import User
from billing_audit.models import AuditEvent, AuditPart
from orgs.models import Membership, Organization, OrganizationUserPermission
from orgs.roles import PERMISSIONS

LIST = "admin:billing_accounts_user_changelist"
ADD = "admin:billing_accounts_user_add"
PAGE = "admin:billing_accounts_user_change"
LINK = "admin:billing_accounts_user_reset_link"
SignIn = Callable[[User], Client]
WHY = {"reason": "Ticket 9"}
# What a browser sends for the memberships, which are shown and not changed.
SHOWN = {"billing_memberships-TOTAL_FORMS": "0", "billing_memberships-INITIAL_FORMS": "0", **WHY}


@pytest.fixture
def staff(dana: User, sign_in: SignIn) -> Client:
    """A client in which Dana, a superuser, is signed in."""
    return sign_in(dana)


@pytest.fixture
def erin(db: None, sign_in: SignIn) -> Client:
    """A client in which Erin is signed in: staff who may add and change people, but no superuser."""
    user = User.objects.create_user("erin@example.com", "x", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=("add_user", "change_user", "view_user")))
    return sign_in(user)


def _event(action: str) -> AuditEvent:
    """Return the event on the platform's log; it stands on those of the person's organizations too."""
    return AuditEvent.objects.get(action=action, actor_kind="staff", organization_id=None)


def test_find_and_see_with_memberships(staff: Client, bob: User, acme: Organization) -> None:
    assert "bob@example.com" in staff.post(reverse(LIST), {"q": "BOB@"}, follow=True).content.decode()
    shown = staff.get(reverse(PAGE, args=[bob.pk])).content.decode()
    assert "Acme Robotics" in shown
    assert "billing_memberships-0-role" not in shown


def test_add_a_person(staff: Client, dana: User) -> None:
    data = {"email": " New@Example.com", "name": "New", **WHY}
    answer = staff.post(reverse(ADD), data)
    made = User.objects.get(email="new@example.com")
    assert (answer.status_code, answer.url) == (302, reverse(PAGE, args=[made.pk]))
    assert not made.has_usable_password()
    assert (made.is_staff, made.is_superuser) == (False, False)
    event = _event("user.created")
    assert (event.actor_id, event.target_id, event.organization_id) == (str(dana.pk), str(made.pk), None)


def test_a_new_person_is_told(staff: Client, run_jobs: Callable[[], int]) -> None:
    staff.post(reverse(ADD), {"email": "new@example.com", **WHY})
    run_jobs()
    (message,) = mail.outbox
    assert message.to == ["new@example.com"]
    assert "http://localhost:8000/sign-in/forgotten/" in message.body


@pytest.mark.parametrize("email", ["", "bob", "BOB@example.com"])
def test_a_bad_or_used_address_is_refused(staff: Client, bob: User, email: str) -> None:
    data = {"email": email, **WHY}
    answer = staff.post(reverse(ADD), data)
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    assert User.objects.count() == 3


def test_a_change_is_recorded_with_old_and_new(staff: Client, dana: User, bob: User) -> None:
    permission = Permission.objects.get(codename="view_auditevent")
    data = {"is_staff": "on", "user_permissions": [permission.pk], **SHOWN}
    assert staff.post(reverse(PAGE, args=[bob.pk]), data).status_code == 302
    changed = User.objects.get(pk=bob.pk)
    assert (changed.is_active, changed.is_staff, list(changed.user_permissions.all())) == (False, True, [permission])
    event = _event("user.changed")
    assert (event.actor_id, event.target_id) == (str(dana.pk), str(bob.pk))
    assert event.details == {"reason": "Ticket 9"}
    assert event.changes == {
        "is_active": [True, False],
        "is_staff": [False, True],
        "user_permissions": [[], ["billing_audit.view_auditevent"]],
    }
    assert AuditPart.objects.get(event_id=event.pk, kind="personal").data["actor_name"] == "dana@example.com"


@pytest.mark.parametrize(
    ("reason", "says"),
    [("", "This field is required."), ("  ", "This field is required."),
     ("bak_live_" + "a" * 49, "This holds an API key"), ("x" * 501, "at most 500 characters")],
    ids=["none", "blanks", "a key", "too long"],
)  # fmt: skip
def test_without_a_reason_nothing_is_changed(staff: Client, bob: User, reason: str, says: str) -> None:
    before = list(User.objects.order_by("pk").values())
    for address, form, status in (
        (reverse(ADD), {"email": "new@example.com"}, 200),
        (reverse(PAGE, args=[bob.pk]), {"is_staff": "on", **SHOWN}, 200),
        (reverse(LINK, args=[bob.pk]), {}, 400),
    ):
        answer = staff.post(address, {**form, "reason": reason})
        assert answer.status_code == status
        assert says in answer.content.decode(), address
    assert list(User.objects.order_by("pk").values()) == before
    assert not AuditEvent.objects.filter(actor_kind="staff").exists()


def test_who_may_only_look_is_asked_for_no_reason(sign_in: SignIn, bob: User) -> None:
    user = User.objects.create_user("fay@example.com", "x", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_user"))
    answer = sign_in(user).get(reverse(PAGE, args=[bob.pk]))
    assert (answer.status_code, "reason" in answer.content.decode()) == (200, False)


def test_saving_without_a_change_records_nothing(staff: Client, bob: User) -> None:
    assert staff.post(reverse(PAGE, args=[bob.pk]), {"is_active": "on", **SHOWN}).status_code == 302
    assert not AuditEvent.objects.filter(action="user.changed").exists()


def test_addresses_and_memberships_do_not_change_here(staff: Client, bob: User, acme: Organization) -> None:
    rows = OrganizationUserPermission.objects.count()
    data = {
        "is_active": "on",
        "email": "stolen@example.com",
        "name": "Stolen",
        "billing_memberships-TOTAL_FORMS": "1",
        "billing_memberships-INITIAL_FORMS": "1",
        "billing_memberships-0-id": str(Membership.objects.get(user=bob).pk),
        "billing_memberships-0-user": str(bob.pk),
        "billing_memberships-0-role": "owner",
        "billing_memberships-0-DELETE": "on",
        **WHY,
    }
    assert staff.post(reverse(PAGE, args=[bob.pk]), data).status_code == 302
    assert User.objects.get(pk=bob.pk).email == "bob@example.com"
    assert Membership.objects.get(user=bob, organization=acme).role == "member"
    assert OrganizationUserPermission.objects.count() == rows


def test_guardians_names_are_not_offered_as_global_permissions(staff: Client, bob: User) -> None:
    shown = staff.get(reverse(PAGE, args=[bob.pk])).content.decode()
    assert "audit event" in shown
    for _, title in PERMISSIONS:
        assert title not in shown


def test_nobody_deletes_a_person(staff: Client, bob: User) -> None:
    address = reverse("admin:billing_accounts_user_delete", args=[bob.pk])
    assert staff.post(address, {"post": "yes"}).status_code == 403
    staff.post(reverse(LIST), {"action": "delete_selected", "_selected_action": [bob.pk], "post": "yes"})
    assert User.objects.filter(pk=bob.pk).exists()


def test_staff_cannot_make_itself_or_others_more(erin: Client, bob: User, dana: User) -> None:
    everything = list(Permission.objects.values_list("pk", flat=True))
    powers = {"is_active": "on", "is_staff": "on", "is_superuser": "on", "user_permissions": everything, **WHY}
    me = User.objects.get(email="erin@example.com")
    assert erin.post(reverse(PAGE, args=[bob.pk]), powers).status_code == 302
    for person in (me, dana):
        assert erin.post(reverse(PAGE, args=[person.pk]), powers).status_code == 403
    for person in (bob, me):
        now = User.objects.get(pk=person.pk)
        assert not now.is_superuser
        assert now.user_permissions.count() == (3 if person == me else 0)
    assert not User.objects.get(pk=bob.pk).is_staff


def test_staff_deactivates_a_member(erin: Client, bob: User) -> None:
    assert erin.post(reverse(PAGE, args=[bob.pk]), WHY).status_code == 302
    assert not User.objects.get(pk=bob.pk).is_active
    assert _event("user.changed").changes == {"is_active": [True, False]}


def test_password_hashes_are_on_no_page(staff: Client, bob: User) -> None:
    salt_and_hash = User.objects.get(pk=bob.pk).password.split("$", 1)[1]
    for page in (reverse(LIST), reverse(PAGE, args=[bob.pk])):
        assert salt_and_hash not in staff.get(page).content.decode()
