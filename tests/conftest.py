"""The fixed cast: Alice owns Acme, Bob is a member, Charlie is an outsider, Dana is platform staff."""

import gc
import os
import re
import time
import uuid
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import urlsplit

import hypothesis
import pytest
import time_machine
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.models import Permission
from django.contrib.sessions.backends.db import SessionStore
from django.core import mail
from django.core.management.commands import flush
from django.db import connection, transaction
from django.db.backends.signals import connection_created
from django.http import HttpRequest
from django.test import Client, override_settings
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from billing_access.access.services import IssuedKey, keys, turn_off_billing_reads, turn_on_billing_reads
from billing_access.access.services.audit_fields import record_key_change
from billing_access.api import rate_limits
from billing_access.scopes import ALL_SCOPES
from billing_access.webhooks.models import WebhookEndpoint
from billing_access.webhooks.signing import encrypt, new_secret
from billing_audit import database_timeline
from billing_audit.record import Actor, Target, record
from billing_audit.request_context import Origin
from billing_audit.signed_notes import Signer
from billing_audit.transparency.sealer import BATCH, seal_batch
from billing_audit.transparency.statements import StatementWriter
from config.readiness import readiness
from orgs import actors, work_at_once
from orgs.mail.notify import silence
from orgs.models import Membership, Organization, OrganizationUserPermission
from orgs.roles import ROLE_PERMISSIONS, Role
from orgs.services import members
from tests.database_roles import make_roles
from tests.database_template import own_database
from tests.forks import Forked, ForkServer
from tests.oidc_provider import Provider, serve
from tests.scheduling import LONG_FILES, TestByTest

# No deadline for Hypothesis, so that no test fails on a busy machine: `make bench` measures time.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

ROLES = "billing_access"
PASSWORD = "correct horse battery staple"
SYSTEM: Actor = actors.command("tests")
READER = Actor("user", "7", "alice@example.com", Origin("req_1", "192.0.2.7", "curl/8 ünï"))
SIGNER = Signer.generate("tests")
STATEMENT_SIGNER = Signer.generate("tests")
# The tables that migrations fill (content types, permissions), and a hash of the rows of each.
KEPT: dict[str, str] = {}


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run under CI if a test was skipped. Elsewhere skips are fine: some tests need Linux, or root."""
    reporter: Any = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True, wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Let ``-n auto`` mean two processes more than there are cores: tests wait for servers, locks and processes."""
    return (yield) + 2


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> TestByTest:
    """Use the project's scheduler, whatever ``--dist`` says."""
    return TestByTest(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Spare the garbage collector the modules and thousands of tests, which all stay to the end.

    It would search them again and again: a fifth of the time of collecting the tests, and more during each of them.
    Afterwards it begins at 50,000 new objects instead of 700: what a request makes is freed without it.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(50_000, 20, 100)
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the long tests first, so that at the end no process waits for another's long test."""

    def comes_later(item: pytest.Item) -> bool:
        return item.get_closest_marker("soak") is None and not any(part in item.nodeid for part in LONG_FILES)

    items.sort(key=comes_later)


@pytest.fixture(scope="session", autouse=True)
def _settings_for_tests() -> Iterator[None]:
    """Use plain static files and a cheap password hash, to save time."""
    with override_settings(
        STORAGES={
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        SESSION_COOKIE_SECURE=False,
        CSRF_COOKIE_SECURE=False,
        ALLOWED_HOSTS=["*"],
        WHITENOISE_USE_FINDERS=True,
        WHITENOISE_AUTOREFRESH=True,
    ):
        yield


@pytest.fixture(scope="session", autouse=True)
def _ids_of_the_present() -> Iterator[None]:
    """Give events ids of the present also where a test travels in time: the database refuses those of another day."""
    hatch = time_machine.escape_hatch

    def present() -> int:
        return hatch.time.time_ns() if hatch.is_travelling() else time.time_ns()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("billing_audit.record.time", SimpleNamespace(time_ns=present))
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_blocker: Any) -> Iterator[Callable[[], None]]:
    """Give this process a database of its own, a copy of the template. Returns the function to call after the copy."""
    with ExitStack() as lasting:
        with django_db_blocker.unblock():
            is_copied = lasting.enter_context(own_database())
        yield is_copied


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_modify_db_settings: Callable[[], None], django_db_setup: None, django_db_blocker: Any
) -> Iterator[None]:
    """Run every test with the database role that the site has in production, unless it uses ``as_role``."""
    with django_db_blocker.unblock():
        make_roles(ROLES)
        with connection.cursor() as cursor:
            # Some tests look at which session waits for which.
            cursor.execute(f"GRANT pg_read_all_stats TO {ROLES}_app")
            cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
            for (table,) in cursor.fetchall():
                if rows := _content(table):
                    KEPT[table] = rows
        connection.close()
    django_db_modify_db_settings()
    name = connection.settings_dict["NAME"]

    def become(connection: Any, **kwargs: Any) -> None:
        if connection.settings_dict["NAME"] == name:
            with connection.cursor() as cursor:
                cursor.execute(f"SET ROLE {ROLES}_app")
            # Asked once a connection: not by whichever test counts the queries of the first read.
            database_timeline.is_accepted()

    connection_created.connect(become)
    yield
    connection_created.disconnect(become)
    connection.close()


@contextmanager
def acting_as(name: str) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('role')")
        (before,) = cursor.fetchone() or ("none",)
        cursor.execute("SELECT set_config('role', %s, false)", ["none" if name == "owner" else f"{ROLES}_{name}"])
    try:
        yield
    finally:
        if not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('role', %s, false)", [before])


@pytest.fixture
def as_role(db: None) -> Callable[[str], Any]:
    """Use another database role inside the block: ``with as_role("sealer"):``, ``"auditor"``, ``"owner"``."""
    return acting_as


@pytest.fixture(scope="session", autouse=True)
def _flush_empties_what_holds_rows() -> Iterator[None]:
    """After a transactional test, empty every table that was empty at first, also those that Django does not manage.

    Django's own flush truncates all tables and makes content types and permissions again, in ten times the time.
    """
    handle = flush.Command.handle

    def empty(self: flush.Command, **options: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
            try:
                cursor.execute(_emptying())
            finally:
                cursor.execute(f"SET ROLE {ROLES}_app")
        changed = [table for table, rows in KEPT.items() if _content(table) != rows]
        assert not changed, f"The test changed what every database holds: {changed}"

    flush.Command.handle = empty  # type: ignore[method-assign, assignment]
    yield
    flush.Command.handle = handle  # type: ignore[method-assign]


def _emptying() -> str:
    """Empty the tables in one statement, which waits for transactions of other connections that have not ended yet.

    As for a replica, no foreign key is checked and no trigger fires but those of the record and the ledger.
    """
    return f"""DO $$ DECLARE t record; filled boolean; BEGIN
      SET LOCAL session_replication_role = replica;
      FOR t IN SELECT oid::regclass AS tbl, relname FROM pg_class WHERE relkind = 'r'
               AND relnamespace = 'public'::regnamespace AND relname <> ALL ('{{{",".join(KEPT)}}}') LOOP
        EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', t.tbl);
        EXECUTE format('SELECT EXISTS (SELECT FROM %s)', t.tbl) INTO filled;
        IF filled THEN
          IF EXISTS (SELECT FROM pg_trigger WHERE tgrelid = t.tbl AND tgenabled = 'A') THEN
            EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', t.tbl);
          END IF;
          EXECUTE format('DELETE FROM %s', t.tbl);
        END IF;
      END LOOP;
      FOR t IN SELECT tgrelid::regclass AS tbl, tgname FROM pg_trigger
               WHERE NOT tgisinternal AND tgenabled = 'D' LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', t.tbl, t.tgname);
      END LOOP; END $$"""


def _content(table: str) -> str | None:
    """Return a hash of the rows, None where there are none."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) FROM {table} t")
        return cast("str | None", cursor.fetchone()[0])


@pytest.fixture(autouse=True)
def _rates_begin_anew() -> None:
    """Reset the rate limits, the slots of work at once and what /readyz answered before each test."""
    rate_limits.reset()
    work_at_once.reset()
    readiness.forget()


def _person(name: str, **fields: Any) -> User:
    return User.objects.create_user(f"{name}@example.com", PASSWORD, name=name.title(), **fields)


def write_organization(name: str, slug: str, owner: User) -> Organization:
    """Write the rows of ``create_organization`` in a quarter of its queries: 4,000 tests begin with them.

    ``tests/orgs/services/test_organizations.py`` holds that they are the same.
    """
    organization = Organization.objects.create(name=name, slug=slug)
    log = organization.public_id
    created = {"name": (None, name), "slug": (None, slug), "external_id": (None, None), "time_zone": (None, "UTC")}
    target = actors.organization_target(organization)
    record("organization.created", organization_id=log, actor=SYSTEM, target=target, changes=created)
    Membership.objects.create(organization=organization, user=owner, role=Role.OWNER)
    OrganizationUserPermission.objects.bulk_create(
        OrganizationUserPermission(content_object=organization, user=owner, permission_id=permission)
        for permission in _permissions_of_owners()
    )
    role = {"role": (None, Role.OWNER.value)}
    record("member.added", organization_id=log, actor=SYSTEM, target=actors.user_target(owner), changes=role)
    return organization


def write_key(organization: Organization, *scopes: str, name: str = "Test key", lifetime_days: int = 90) -> IssuedKey:
    """Write the rows of ``issue_key`` in two queries, without its e-mails: thousands of tests begin with them.

    ``tests/billing_access/access/test_services.py`` holds that they are the same.
    """
    issued = keys.make_key(
        organization,
        SYSTEM,
        name=name,
        scopes=sorted(scopes or ALL_SCOPES),
        lifetime=timedelta(days=lifetime_days),
        allowed_networks=(),
    )
    record_key_change("api_key.created", issued.key, SYSTEM, keys.key_changes(issued.key))
    return issued


def write_webhook(
    organization: Organization,
    holder: User | None,
    *topics: str,
    url: str = "https://hooks.example.com/billing",
    state: str = "active",
) -> WebhookEndpoint:
    """Write the row of ``create_endpoint``, without its event, challenge and e-mails."""
    return WebhookEndpoint.objects.create(
        organization=organization,
        holder=holder,
        url=url,
        topics=sorted(topics or ("alert",)),
        secret=encrypt(new_secret()),
        state=state,
        log=organization.public_id,
        next_leaf=0,
    )


@cache
def _permissions_of_owners() -> list[int]:
    permissions = Permission.objects.filter(
        content_type__app_label="billing_orgs", codename__in=ROLE_PERMISSIONS[Role.OWNER]
    )
    return list(permissions.values_list("pk", flat=True))


class Cells:
    """The cells of a matrix inside one test: ``with cells("post", path): ...``, and how many there were, in ``count``.

    A cell that fails is reported by its name, and the others go on. No cell sees what another changed in the database.
    """

    def __init__(self, subtests: pytest.Subtests) -> None:
        self._subtests = subtests
        self.count = 0

    @contextmanager
    def __call__(self, *name: object) -> Iterator[None]:
        self.count += 1
        rate_limits.reset()
        work_at_once.reset()
        try:
            with transaction.atomic():
                yield
                transaction.set_rollback(True)
        # Also what pytest.raises raises, which is no Exception. Only now is there a subtest: each redirects the output
        # and is reported, which takes longer than many a request.
        except (Exception, pytest.fail.Exception):
            with self._subtests.test(" ".join(map(str, name))):
                raise


@pytest.fixture
def cells(db: None, subtests: pytest.Subtests) -> Cells:
    """The cells of a matrix that share the set-up of one test."""
    return Cells(subtests)


@pytest.fixture
def alice(db: None) -> User:
    """Owner of Acme."""
    return _person("alice")


@pytest.fixture
def acme(alice: User) -> Organization:
    """Alice's organization, not opted in."""
    return write_organization("Acme Robotics", "acme", alice)


def _member_of(organization: Organization, name: str, role: Role) -> User:
    user = _person(name)
    with silence():
        members.add_member(organization, user=user, role=role, actor=SYSTEM)
    return user


@pytest.fixture
def adam(acme: Organization) -> User:
    """Admin of Acme."""
    return _member_of(acme, "adam", Role.ADMIN)


@pytest.fixture
def bella(acme: Organization) -> User:
    """Has the billing role in Acme."""
    return _member_of(acme, "bella", Role.BILLING)


@pytest.fixture
def audrey(acme: Organization) -> User:
    """Auditor of Acme."""
    return _member_of(acme, "audrey", Role.AUDITOR)


@pytest.fixture
def bob(acme: Organization) -> User:
    """Member of Acme without any permission."""
    return _member_of(acme, "bob", Role.MEMBER)


@pytest.fixture
def charlie(db: None) -> User:
    """Owner of Other; no member of Acme."""
    return _person("charlie")


@pytest.fixture
def other(charlie: User) -> Organization:
    """Charlie's organization, opted in. Nothing that happens to Acme may affect it."""
    organization = write_organization("Other Industries", "other", charlie)
    with silence():
        turn_on_billing_reads(organization, actor=SYSTEM)
    return organization


@pytest.fixture
def dana(db: None) -> User:
    """Platform staff: a superuser who is a member of nothing."""
    return User.objects.create_superuser("dana@example.com", PASSWORD, name="Dana")


@pytest.fixture
def opt_in() -> Callable[[Organization], None]:
    """Opt an organization in. Nobody is told by e-mail."""

    def turn_on(organization: Organization) -> None:
        with silence():
            turn_on_billing_reads(organization, actor=SYSTEM)

    return turn_on


@pytest.fixture
def opt_out() -> Callable[[Organization], None]:
    """Opt an organization out. Nobody is told by e-mail."""

    def turn_off(organization: Organization) -> None:
        with silence():
            turn_off_billing_reads(organization, actor=SYSTEM)

    return turn_off


@pytest.fixture
def make_key() -> Callable[..., IssuedKey]:
    """Write a key: ``make_key(acme, "runs:read")``; without scopes it holds them all."""
    return write_key


@pytest.fixture
def make_webhook() -> Callable[..., WebhookEndpoint]:
    """Write a webhook: ``make_webhook(acme, adam, "alert", state="paused")``; without topics it has alerts."""
    return write_webhook


@pytest.fixture
def sign_in() -> Callable[..., Client]:
    """Return a browser-like client in which the person has signed in a moment ago, or ``minutes_ago``.

    They did so by password, and with the second factor if they have one.
    """

    # Like ``force_login``, which writes the session four times.
    def sign_in_as(user: User, minutes_ago: float = 0) -> Client:
        client, request, session = Client(), HttpRequest(), SessionStore()
        request.session = session
        login(request, user, "django.contrib.auth.backends.ModelBackend")
        has_second_factor = user.authenticator_set.filter(type="totp").exists()
        methods = ["password", "mfa"] if has_second_factor else ["password"]
        at = time.time() - 60 * minutes_ago
        session["account_authentication_methods"] = [{"method": method, "at": at} for method in methods]
        session["account_authentication_methods_user"] = str(user.pk)
        session.save()
        client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
        return client

    return sign_in_as


@pytest.fixture
def api() -> Callable[..., Any]:
    """Send one request as a script: ``api("/v1/key", secret)``; headers and parameters may follow."""

    def send(
        path: str,
        secret: str | None = None,
        *,
        method: str = "get",
        headers: dict[str, str] | None = None,
        **data: Any,
    ) -> Any:
        sent = {**({"x-api-key": secret} if secret else {}), **(headers or {})}
        return getattr(Client(raise_request_exception=False), method)(path, data, headers=sent)

    return send


@pytest.fixture
def run_jobs(db: None) -> Callable[[], int]:
    """Run every deferred job in the test's own process and transaction; return how many. A job's failure is raised.

    E-mails end in ``django.core.mail.outbox``.
    """

    def run() -> int:
        done = 0
        while job := ProcrastinateJob.objects.filter(status="todo").order_by("id").first():
            app.tasks[job.task_name].func(**job.args)
            with connection.cursor() as cursor:
                cursor.execute("UPDATE procrastinate_jobs SET status = 'succeeded' WHERE id = %s", [job.pk])
            done += 1
        return done

    return run


@pytest.fixture
def sent_token(run_jobs: Callable[[], int]) -> Callable[[], str]:
    """Run the jobs that send e-mails, and return the token of the last invitation."""

    def read() -> str:
        run_jobs()
        (token,) = re.findall(r"http://localhost:8000/invitations/([^/\s]+)/", str(mail.outbox[-1].body))
        return str(token)

    return read


@pytest.fixture
def configure(settings: Any) -> Callable[..., None]:
    """Change settings of ``BILLING_ACCESS`` for the rest of the test: ``configure(PLATFORM_KEYS=True)``."""

    def change(**values: Any) -> None:
        settings.BILLING_ACCESS = {**settings.BILLING_ACCESS, **values}

    return change


@pytest.fixture
def signer() -> Signer:
    """The sealer's key."""
    return SIGNER


@pytest.fixture
def write_events(db: None) -> Callable[..., list[str]]:
    """Record events in one log: ``write_events(3)``, ``write_events(2, "o_2")``. Returns their ids."""

    def some(number: int, organization_id: str | None = "o_1", actor: Actor = READER) -> list[str]:
        return [
            str(
                record(
                    "billing_reads.enabled",
                    organization_id=organization_id,
                    actor=actor,
                    target=Target("organization", "o_1", "Acme"),
                    changes={"billing_reads": ("off", "on"), "until": (None, f"number {each}")},
                    details={"reason": f"reason {each}"},
                )
            )
            for each in range(number)
        ]

    return some


@pytest.fixture
def seal_events(db: None, signer: Signer) -> Callable[..., int]:
    """Seal all waiting events with the sealer's role; return how many."""

    def everything(signer: Signer = signer, limit: int = BATCH) -> int:
        sealed = 0
        with acting_as("sealer"):
            while batch := seal_batch(signer, [STATEMENT_SIGNER.verifier], limit):
                sealed += batch
        return sealed

    return everything


@pytest.fixture
def statements(tmp_path: Path) -> StatementWriter:
    """Signs the operator's statements about purges and erasures, and publishes them in a folder."""
    return StatementWriter(STATEMENT_SIGNER, str(tmp_path / "statements"), "Request 12")


def statement_settings(folder: Path) -> dict[str, str]:
    """Return the settings with which purges and erasures sign their statements, and publish them in the folder."""
    return {
        "AUDIT_STATEMENT_KEY": STATEMENT_SIGNER.text(),
        "AUDIT_STATEMENT_VERIFIERS": str(STATEMENT_SIGNER.verifier),
        "AUDIT_CHECKPOINTS": str(folder),
    }


@contextmanager
def _changed_procedure(name: str, old: str, new: str) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_functiondef(%s::regproc)", [name])
        (definition,) = cursor.fetchone() or ("",)
        assert definition.count(old) == 1
        with acting_as("owner"):
            cursor.execute(definition.replace(old, new))
    yield
    with acting_as("owner"), connection.cursor() as cursor:
        cursor.execute(definition)


@pytest.fixture
def changed_procedure(db: None) -> Callable[[str, str, str], Any]:
    """Replace a text in a procedure inside the block: ``with changed_procedure(name, old, new):``."""
    return _changed_procedure


@pytest.fixture
def at_another_time(monkeypatch: pytest.MonkeyPatch, db: None) -> Callable[[datetime], Any]:
    """Write events with ids of another time inside the block, as that time's clock did. The database refuses them else.

    Their column ``recorded_at`` is of the present.
    """

    @contextmanager
    def go(instant: datetime) -> Iterator[None]:
        nanoseconds = int(instant.timestamp() * 1e9)
        with monkeypatch.context() as patch, _changed_procedure("billing_audit_record", "86400000", "1e15"):
            patch.setattr("billing_audit.record.time.time_ns", lambda: nanoseconds)
            yield

    return go


@pytest.fixture
def as_superuser(db: None) -> Callable[..., int]:
    """Run one statement without triggers, as a database superuser can; return how many rows it changed."""

    def run(statement: str, parameters: list[object] | None = None) -> int:
        with acting_as("owner"), connection.cursor() as cursor:
            # PostgreSQL changes no table whose foreign keys are still to be checked.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
            cursor.execute("SELECT DISTINCT tgrelid::regclass FROM pg_trigger WHERE tgenabled = 'A'")
            for (table,) in cursor.fetchall():
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            cursor.execute(statement, parameters)
            return int(cursor.rowcount)

    return run


@pytest.fixture
def new_organization(alice: User) -> Callable[[], Organization]:
    """Make a further organization of Alice's, for one example of many: entries are never deleted from a ledger."""
    return lambda: write_organization("One of many", f"one-{uuid.uuid4().hex}", alice)


@pytest.fixture(scope="session")
def _fork_servers() -> Iterator[dict[frozenset[tuple[str, str]], ForkServer]]:
    """The servers that fork the processes of ``start``, by their environment; each is started when it is needed."""
    servers: dict[frozenset[tuple[str, str]], ForkServer] = {}
    yield servers
    for each in servers.values():
        each.close()


@pytest.fixture
def start(_fork_servers: dict[frozenset[tuple[str, str]], ForkServer]) -> Iterator[Callable[..., Forked]]:
    """Start a Python process on the tests' database: ``start("manage.py", "migrate", LOG_LEVEL="DEBUG")``.

    It is forked from one that has loaded Django, and killed after the test. ``environ`` adds to its environment.
    """
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    usual = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONPATH": str(settings.BASE_DIR)}

    def start_it(*arguments: str, **environ: str) -> Forked:
        # pytest names the present test in the environment.
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
        whole = inherited | usual | environ
        key = frozenset(whole.items())
        if key not in _fork_servers:
            _fork_servers[key] = ForkServer(settings.BASE_DIR, whole)
        return started.enter_context(_fork_servers[key].start(*arguments))

    with ExitStack() as started:
        yield start_it


@pytest.fixture
def within() -> Callable[[float, Callable[[], bool]], bool]:
    """Wait until a condition holds: ``within(seconds, holds)``."""

    def wait(seconds: float, holds: Callable[[], bool]) -> bool:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if holds():
                return True
            time.sleep(0.05)
        return False

    return wait


@pytest.fixture
def provider(configure: Any, settings: Any) -> Iterator[Provider]:
    """The platform's OpenID Connect provider, named "Example ID"."""
    with serve() as running:
        configure(OIDC={"id": "platform", "name": "Example ID"})
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [running.app()]}}
        yield running
