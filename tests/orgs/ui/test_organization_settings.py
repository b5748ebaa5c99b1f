"""The settings page of an organization: its time zone. test_second_factor.py tests the second-factor rule."""

from typing import Any

import pytest

from accounts.models import User
from billing_audit.models import AuditEvent
from orgs.models import Organization

PAGE = "/o/acme/settings/"


def test_the_time_zone_is_changed_and_on_the_record(acme: Organization, adam: User, sign_in: Any) -> None:
    client = sign_in(adam)
    answer = client.post(PAGE, {"time_zone": "Asia/Kathmandu"}, follow=True)
    assert "Saved. Days begin at midnight in Asia/Kathmandu." in answer.content.decode()
    assert '<option value="Asia/Kathmandu" selected>' in answer.content.decode()
    acme.refresh_from_db()
    assert acme.time_zone == "Asia/Kathmandu"
    event = AuditEvent.objects.get(action="organization.changed")
    assert event.changes == {"time_zone": ["UTC", "Asia/Kathmandu"]}
    client.post(PAGE, {"time_zone": "Asia/Kathmandu"})
    assert AuditEvent.objects.filter(action="organization.changed").count() == 1


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc/passwd", "asia/kathmandu", "posix/Asia/Kathmandu"])
def test_what_is_no_time_zone_is_refused(acme: Organization, alice: User, sign_in: Any, zone: str) -> None:
    answer = sign_in(alice).post(PAGE, {"time_zone": zone, "requires_second_factor": ""})
    assert answer.status_code == 400
    assert "Time zone:" in answer.content.decode()
    acme.refresh_from_db()
    assert acme.time_zone == "UTC"


def test_a_zone_that_is_no_place_stays_when_something_else_is_saved(
    acme: Organization, alice: User, sign_in: Any
) -> None:
    Organization.objects.update(time_zone="EST5EDT")
    answer = sign_in(alice).get(PAGE).content.decode()
    assert '<option value="EST5EDT" selected>' in answer
    assert sign_in(alice).post(PAGE, {"time_zone": "EST5EDT"}).status_code == 302


def test_of_two_settings_none_is_changed_where_one_is_refused(acme: Organization, alice: User, sign_in: Any) -> None:
    answer = sign_in(alice).post(PAGE, {"time_zone": "Asia/Tokyo", "requires_second_factor": "on"})
    assert answer.status_code == 400
    assert "Set up a second factor for your own account first" in answer.content.decode()
    acme.refresh_from_db()
    assert (acme.time_zone, acme.requires_second_factor) == ("UTC", False)
