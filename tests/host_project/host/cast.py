"""The people of the promises' tests, as people of this project. Those tests are the checkout's own files."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from typing import Any

import pytest
from django.conf import settings as configured
from django.contrib.auth import login
from django.core.management import call_command
from django.db import connection, transaction
from django.http import HttpRequest
from django.test import Client
from django.utils.module_loading import import_string
from host.people import person

from billing_access.access.services import IssuedKey, issue_key, turn_on_billing_reads
from billing_access.api import rate_limits
from billing_access.routes import BILLING
from billing_access.scopes import ALL_SCOPES
from orgs import actors, work_at_once
from orgs.models import Organization

SYSTEM = actors.command("tests")


def pytest_configure(config: pytest.Config) -> None:
    """Know the marker of the checkout's long tests."""
    config.addinivalue_line("markers", "soak: takes seconds")


@pytest.fixture(autouse=True)
def _at_the_root(settings: Any) -> Iterator[None]:
    """Serve the apps without a path before theirs, as those tests expect, and with ATOMIC_REQUESTS."""
    settings.ROOT_URLCONF = "host.urls_at_root"
    rate_limits.reset()
    work_at_once.reset()
    connection.settings_dict["ATOMIC_REQUESTS"] = True
    yield
    connection.settings_dict["ATOMIC_REQUESTS"] = False


@pytest.fixture
def alice(db: None) -> Any:
    """Owner of Acme."""
    return person("alice")


@pytest.fixture
def acme(alice: Any) -> Organization:
    """Alice's organization, not opted in."""
    call_command("create_organization", name="Acme Robotics", slug="acme", owner="alice@example.com", verbosity=0)
    return Organization.objects.get(slug="acme")


@pytest.fixture
def other(db: None) -> Organization:
    """Charlie's organization, opted in."""
    person("charlie")
    call_command("create_organization", name="Other Industries", slug="other", owner="charlie@example.com", verbosity=0)
    organization = Organization.objects.get(slug="other")
    turn_on_billing_reads(organization, actor=SYSTEM)
    return organization


@pytest.fixture
def dana(db: None) -> Any:
    """Platform staff: a superuser who is a member of nothing."""
    return person("dana", is_staff=True, is_superuser=True)


@pytest.fixture
def opt_in() -> Callable[[Organization], None]:
    """Opt an organization in."""
    return lambda organization: (turn_on_billing_reads(organization, actor=SYSTEM), None)[1]


@pytest.fixture
def make_key() -> Callable[..., IssuedKey]:
    """Issue a key; without scopes it holds them all."""

    def make(organization: Organization, *scopes: str, name: str = "Test key", lifetime_days: int = 90) -> IssuedKey:
        return issue_key(
            organization, actor=SYSTEM, name=name, scopes=scopes or ALL_SCOPES, lifetime_days=lifetime_days
        )

    return make


@pytest.fixture
def sign_in() -> Callable[..., Client]:
    """Return a client in which the person has signed in a moment ago."""

    def sign_in_as(user: Any) -> Client:
        client, request = Client(), HttpRequest()
        request.session = import_string(f"{configured.SESSION_ENGINE}.SessionStore")()
        login(request, user, "django.contrib.auth.backends.ModelBackend")
        request.session.save()
        client.cookies[configured.SESSION_COOKIE_NAME] = request.session.session_key
        return client

    return sign_in_as


@pytest.fixture
def api() -> Callable[..., Any]:
    """Send one request as a script."""

    def send(
        path: str, secret: str | None = None, *, method: str = "get", headers: dict[str, str] | None = None, **data: Any
    ) -> Any:
        sent = {**({"x-api-key": secret} if secret else {}), **(headers or {})}
        return getattr(Client(raise_request_exception=False), method)(path, data, headers=sent)

    return send


@pytest.fixture
def billing_reads() -> list[str]:
    """Paths that a key with every scope can read once its organization has opted in."""
    return [route.path + ("?runs=1" if "estimate" in route.path else "") for route in BILLING]


@pytest.fixture
def database_clock() -> Callable[[datetime], Any]:
    """Freeze the database's statement clock."""

    @contextmanager
    def frozen(instant: datetime) -> Iterator[None]:
        with connection.cursor() as cursor:
            cursor.execute("CREATE SCHEMA frozen_clock")
            cursor.execute(
                "CREATE FUNCTION frozen_clock.statement_timestamp() RETURNS timestamptz LANGUAGE sql "
                f"STABLE AS $$ SELECT timestamptz '{instant.isoformat()}' $$"
            )
            cursor.execute("SET search_path = frozen_clock, pg_catalog, public")
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SET search_path = DEFAULT; DROP SCHEMA frozen_clock CASCADE")

    return frozen


@pytest.fixture
def as_role() -> Callable[[str], Any]:
    """Do something with another of the apps' database roles: this project has none, and one user that owns all."""
    return lambda role: nullcontext()


class Cells:
    """The cells of a matrix inside one test. No cell sees what another changed in the database."""

    def __init__(self, subtests: pytest.Subtests) -> None:
        self._subtests = subtests
        self.count = 0

    @contextmanager
    def __call__(self, *name: object) -> Iterator[None]:
        self.count += 1
        rate_limits.reset()
        work_at_once.reset()
        with self._subtests.test(" ".join(map(str, name))), transaction.atomic():
            yield
            transaction.set_rollback(True)


@pytest.fixture
def cells(db: None, subtests: pytest.Subtests) -> Cells:
    """The cells of a matrix that share the set-up of one test."""
    return Cells(subtests)
