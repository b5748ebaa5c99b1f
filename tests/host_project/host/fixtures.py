"""What the project's tests share."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, connections
from host.people import person

from orgs.models import Organization


@pytest.fixture(params=["off", "on"], ids=lambda on: f"ATOMIC_REQUESTS {on}")
def atomic_requests(request: Any) -> Iterator[str]:
    """Run a test again with the setting that puts each of the project's own views into a transaction."""
    connection.settings_dict["ATOMIC_REQUESTS"] = request.param == "on"
    assert connections.settings["default"]["ATOMIC_REQUESTS"] == (request.param == "on")
    yield request.param
    connection.settings_dict["ATOMIC_REQUESTS"] = False


@pytest.fixture
def olga(db: None) -> Any:
    """Owner of Acme."""
    return person("olga")


@pytest.fixture
def acme(olga: Any) -> Organization:
    """Made by the command, which finds its owner."""
    call_command("create_organization", name="Acme", slug="acme", owner="OLGA@example.com")
    return Organization.objects.get()
