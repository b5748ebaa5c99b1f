"""Fixtures of the tests of orgs."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from accounts.models import User
from billing_audit.record import Actor
from orgs import actors


@pytest.fixture
def fresh() -> Callable[[User], Actor]:
    """Return the actor for a member who has just proved who they are."""
    return lambda user: actors.as_member(user, authenticated_at=timezone.now())
