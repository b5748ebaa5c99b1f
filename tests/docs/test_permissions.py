"""docs/permissions.md: who may do what, tried with the services, the routes, the admin and the commands themselves."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.core.management import get_commands
from django.db import transaction
from django.utils import timezone
from guardian.shortcuts import assign_perm

from accounts.models import User
from billing_access.access import services
from billing_access.admin import api_keys, organizations, suspensions
from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.alerts.services import create_rule, remove_rule
from billing_access.billing.ledger.low_balance import set_low_balance_threshold
from billing_access.billing.tags.registered import register_tag, unregister_tag
from billing_access.routes import READABLE, ROUTES
from billing_access.webhooks import services as webhooks
from billing_audit.record import Actor
from orgs import actors
from orgs.access import ReauthenticationRequired
from orgs.models import Organization
from orgs.roles import PERMISSIONS
from orgs.services.organizations import set_second_factor_rule, set_time_zone
from tests.addresses import OUR_APPS
from tests.conftest import write_webhook

TEXT = (settings.BASE_DIR / "docs" / "permissions.md").read_text()
SYSTEM = actors.command("tests")
ACTIONS: dict[str, Callable[[Organization, Any, Actor], Any]] = {
    "turn billing reads on, or change the time limit": lambda acme, key, actor: services.turn_on_billing_reads(
        acme, actor=actor, days=30
    ),
    "turn billing reads off": lambda acme, key, actor: services.turn_off_billing_reads(acme, actor=actor),
    "register or remove a tag that usage is summed by": lambda acme, key, actor: (
        register_tag(acme, "county", actor=actor),
        unregister_tag(acme, "county", actor=actor),
    ),
    "set the low-balance threshold": lambda acme, key, actor: set_low_balance_threshold(acme, Decimal(5), actor=actor),
    "add, change or remove an alert, or send a test of it": lambda acme, key, actor: remove_rule(
        create_rule(acme, Parameters("day_spend", amount_usd=Decimal(5)), actor=actor), actor=actor
    ),
    "make a webhook, give it a topic more, rotate its secret, adopt it, turn it on again": lambda acme, key, actor: (
        webhooks.rotate_secret(
            webhooks.create_endpoint(acme, url="https://hooks.example.com/in", topics=["alert"], actor=actor).endpoint,
            overlap_hours=1,
            actor=actor,
        )
    ),
    "take a topic from a webhook, remove it, send a test or a delivery again": lambda acme, key, actor: (
        webhooks.remove_endpoint(write_webhook(acme, None), actor=actor)
    ),
    "set the time zone that days are counted by": lambda acme, key, actor: set_time_zone(
        acme, "Asia/Tokyo", actor=actor
    ),
    "create a key": lambda acme, key, actor: services.issue_key(
        acme, actor=actor, name="New", scopes=["runs:read"], lifetime_days=9
    ),
    "rotate a key": lambda acme, key, actor: services.rotate_key(key, actor=actor, overlap_hours=0, lifetime_days=9),
    "give a key another scope": lambda acme, key, actor: services.change_scopes(
        key, actor=actor, scopes=["runs:read", "billing.state:read"]
    ),
    "take a scope from a key": lambda acme, key, actor: services.change_scopes(key, actor=actor, scopes=["runs:read"]),
    "let a key be used from more addresses": lambda acme, key, actor: services.change_networks(
        key, actor=actor, allowed_networks=["192.0.2.0/24", "198.51.100.0/24"]
    ),
    "let a key be used from fewer addresses": lambda acme, key, actor: services.change_networks(
        key, actor=actor, allowed_networks=["192.0.2.0/25"]
    ),
    "revoke a key": lambda acme, key, actor: services.revoke_key(key, actor=actor),
    "stop requiring a second factor": lambda acme, key, actor: set_second_factor_rule(
        acme, required=False, actor=actor
    ),
}


def table(head: str) -> list[list[str]]:
    """Return the rows of the table that begins with this head."""
    rows = TEXT.partition(head + "\n")[2].splitlines()[1:]
    assert rows, head
    cells = []
    for row in rows:
        if not row.startswith("|"):
            break
        cells.append([cell.strip() for cell in row.strip("|").split("|")])
    return cells


DOCUMENTED = {
    action: (who, again) for action, who, again in table("| action on billing access | who | re-authentication |")
}


@pytest.fixture
def key(acme: Organization) -> Any:
    made = services.issue_key(
        acme, actor=SYSTEM, name="Key", scopes=["runs:read", "billing.usage:read"], lifetime_days=90,
        allowed_networks=["192.0.2.0/24"],
    )  # fmt: skip
    return made.key


def _is_done(act: Callable[[], Any]) -> bool | None:
    """Whether it may be done; None where the person is asked again who they are. Nothing of it stays."""
    with transaction.atomic():
        try:
            act()
        except PermissionDenied:
            return False
        except ReauthenticationRequired:
            return None
        finally:
            transaction.set_rollback(True)
    return True


def test_every_action_is_in_the_table() -> None:
    assert set(DOCUMENTED) == set(ACTIONS)


@pytest.mark.parametrize("action", ACTIONS)
def test_an_action_needs_the_permission_that_the_table_says(
    action: str, acme: Organization, bob: User, key: Any
) -> None:
    who, again = DOCUMENTED[action]
    if action.startswith("stop requiring"):
        Organization.objects.filter(pk=acme.pk).update(requires_second_factor=True)
        bob.authenticator_set.create(type="totp", data={})
    if action.endswith("off"):
        services.turn_on_billing_reads(acme, actor=SYSTEM)
    opens = []
    for codename, _ in PERMISSIONS:
        with transaction.atomic():
            assign_perm(codename, bob, acme)
            fresh = actors.as_member(bob, authenticated_at=timezone.now())
            if _is_done(lambda actor=fresh: ACTIONS[action](acme, key, actor)):  # type: ignore[misc]
                opens.append(codename)
                stale = _is_done(lambda: ACTIONS[action](acme, key, actors.as_member(bob)))
                assert stale is (None if again == "yes" else True)
            transaction.set_rollback(True)
    assert [f"`{codename}`" for codename in opens] == [who]


def test_keys_read_what_the_routes_say() -> None:
    written = [
        (path.strip("`"), set(re.findall(r"`([\w.]+:read)`", scopes)), opt_in == "yes")
        for path, scopes, opt_in in table("| a key reads | with the scopes | with the opt-in |")
    ]
    keyed = [*READABLE, *(route for route in ROUTES if not route.public and route not in READABLE)]
    assert [(path.split("`")[0], *rest) for path, *rest in written] == [
        (route.path, set(route.scopes), route.needs_opt_in) for route in keyed
    ]


@pytest.mark.django_db
def test_staffs_permissions_are_there_and_their_pages_too() -> None:
    rows = table("| page | to see it | to act | acts |")
    named = {name for row in rows for name in re.findall(r"`(\w+\.\w+)`", " ".join(row))}
    known = {f"{app}.{code}" for app, code in Permission.objects.values_list("content_type__app_label", "codename")}
    assert named <= known
    assert {organizations.PERMISSION, api_keys.PERMISSION, suspensions.PERMISSION} <= named
    pages = {str(model._meta.verbose_name_plural).lower() for model in admin.site._registry}
    assert {row[0].lower() for row in rows if row[0]} == pages


def test_every_command_is_in_the_table() -> None:
    ours = {name for name, app in get_commands().items() if str(app).split(".")[0] in OUR_APPS}
    written = {
        match[1] for row in table("| command | what it does |") if (match := re.match(r"`manage.py (\w+)", row[0]))
    }
    assert written == ours
