"""What tests of people share: a fresh actor, an invitation's token out of its e-mail."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.utils import timezone

from billing_audit.record import Actor
from orgs import actors
from orgs.models import User


@pytest.fixture
def fresh() -> Callable[[User], Actor]:
    """A member who has just proved who they are."""
    return lambda user: actors.as_member(user, authenticated_at=timezone.now())


@pytest.fixture
def sent_token(run_jobs: Callable[[], int]) -> Callable[[], str]:
    """Send what is to be sent, and return the token of the last invitation."""

    def read() -> str:
        run_jobs()
        (token,) = re.findall(r"http://localhost:8000/invitations/([^/\s]+)/", str(mail.outbox[-1].body))
        return str(token)

    return read
