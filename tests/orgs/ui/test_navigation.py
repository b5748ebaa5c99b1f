"""The links between an organization's pages: who sees which, in what order, and which is marked as current."""

import re
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from orgs import actors
from orgs.models import Organization
from orgs.services.members import add_member

ALL = [
    "Overview", "Balance", "Alerts", "Webhooks", "Billing reads", "API keys", "Who can read billing", "Audit log",
    "Members", "Settings",
]  # fmt: skip
SEEN = {
    "owner": ALL,
    "admin": ALL,
    "billing": [each for each in ALL if each not in {"API keys", "Settings"}],
    "auditor": ["Who can read billing", "Audit log", "Members"],
    "member": [],
}
FRONT_DOORS = {"owner": "overview", "admin": "overview", "billing": "overview", "auditor": "audit-log"}
CURRENT = {
    "overview/": "Overview",
    "balance/": "Balance",
    "alerts/new/": "Alerts",
    "webhooks/new/": "Webhooks",
    "billing-reads/turn-on/": "Billing reads",
    "keys/new/": "API keys",
    "readers/": "Who can read billing",
    "members/invite/": "Members",
    "settings/": "Settings",
    "settings/tags/": "Settings",
    "settings/url/": "Settings",
    "settings/close/": "Settings",
    "settings/low-balance/": "Settings",
}


def links(answer: Any, label: str) -> dict[str, bool]:
    """Return the links of the navigation with this label: whether each is marked as current."""
    (drawn,) = re.findall(rf'<nav[^>]*aria-label="{label}">(.*?)</nav>', answer.content.decode(), flags=re.S)
    return {name: "aria-current" in attributes for attributes, name in re.findall(r"<a([^>]*)>([^<]*)</a>", drawn)}


@pytest.mark.parametrize("role", SEEN)
def test_a_member_sees_the_links_of_the_role_and_begins_at_the_first(
    role: str, acme: Organization, sign_in: Any
) -> None:
    person = User.objects.create_user(f"{role}@example.com")
    add_member(acme, user=person, role=role, actor=actors.command("tests"))
    client: Client = sign_in(person)
    begins = client.get("/o/acme/")
    if role not in FRONT_DOORS:
        assert list(links(begins, "Acme Robotics")) == ["Organizations"]
        return
    assert begins.headers["Location"] == f"/o/acme/{FRONT_DOORS[role]}/"
    assert list(links(client.get(begins.headers["Location"]), "Acme Robotics")) == [*SEEN[role], "Organizations"]


@pytest.mark.parametrize(("path", "label"), CURRENT.items())
def test_the_page_that_is_shown_is_marked(path: str, label: str, alice: User, acme: Organization, sign_in: Any) -> None:
    found = links(sign_in(alice).get(f"/o/acme/{path}"), "Acme Robotics")
    assert [name for name, is_current in found.items() if is_current] == [label]


def test_the_settings_have_a_tab_for_each_of_their_pages(alice: User, acme: Organization, sign_in: Any) -> None:
    found = links(sign_in(alice).get("/o/acme/settings/tags/"), "Settings")
    assert found == {"Organization": False, "Name in URLs": False, "Low balance": False, "Tags": True, "Close": False}
