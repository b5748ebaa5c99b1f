"""A secret appears nowhere in what a key's life or a failure leaves behind, and nothing stored works as a key."""

import base64
import io
import logging
import re
import sys
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import call_command
from django.core.signals import got_request_exception
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.log import AdminEmailHandler

from billing_access.access import key_format
from billing_access.access.models import ApiKey
from billing_audit.models import AuditEvent

pytestmark = pytest.mark.django_db
BILLING = (
    "/v1/billing/state", "/v1/billing/usage", "/v1/billing/usage/summary", "/v1/billing/estimate?runs=1",
    "/v1/billing/entries", "/v1/billing/alerts",
)  # fmt: skip
PLATFORM_SECRET = "skv-7f1c0e9b2d4a4f0e8c3b5a697881"
FORM = {"name": "Nightly", "scopes": ["billing.state:read"], "lifetime_days": "90"}
FORM["form_token"] = "6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b"


def _inner(secret: str) -> str:
    """Return the part of a secret that no hint shows."""
    return secret[12:-4] if secret.startswith(key_format.PREFIX) else secret[4:-4]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """The lines of every logger at every level, with tracebacks."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    names = [name for name, each in logging.root.manager.loggerDict.items() if isinstance(each, logging.Logger)]
    loggers = [logging.getLogger(), *map(logging.getLogger, names)]
    before = [(each, each.level, each.propagate) for each in loggers]
    for each in loggers:
        each.setLevel(logging.DEBUG)
        each.propagate = each.name != "root"
    logging.getLogger().addHandler(handler)
    connection.force_debug_cursor = True
    yield stream
    connection.force_debug_cursor = False
    logging.getLogger().removeHandler(handler)
    for each, level, propagates in before:
        each.setLevel(level)
        each.propagate = propagates


def _secret_on(page: Any) -> str:
    found = re.search(r'value="(bak_live_[0-9A-Za-z]{49})"', page.content.decode())
    assert found, page.content.decode()[:2000]
    return found[1]


class Life:
    """The whole life of a key and of a platform key, on pages and in the API, and every answer that shows no secret."""

    def __init__(self, person: Client, staff: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        self.answers: list[Any] = []
        self.person, self.staff = person, staff
        first = self._show(person.post("/o/acme/keys/new/", FORM))
        key = ApiKey.objects.get()
        self.answers.append(person.post("/o/acme/keys/new/", FORM, follow=True))
        second = self._show(person.post(f"/o/acme/keys/{key.pk}/rotate/", {"overlap_hours": 24, "lifetime_days": 90}))
        monkeypatch.setattr("sys.stdin", io.StringIO(PLATFORM_SECRET))
        self.printed = io.StringIO()
        options = {
            "organization": "acme",
            "name": "Own",
            "scopes": "billing.state:read",
            "expires": "30",
            "reason": "x",
        }
        call_command("register_key", stdout=self.printed, stderr=self.printed, **options)
        self.secrets = [first, second, PLATFORM_SECRET]
        for secret in self.secrets:
            for headers in ({"x-api-key": secret}, {"authorization": f"Bearer {secret}"}):
                for path in (*BILLING, "/v1/key", "/v1/runs/none", "/v1/none", "/docs"):
                    self.answers.append(Client(raise_request_exception=False).get(path, headers=headers))
        keys = [str(each.pk) for each in ApiKey.objects.order_by("created_at")]
        self._visit(keys)
        for each in keys:
            self.answers.append(person.post(f"/o/acme/keys/{each}/", {"scopes": ["runs:read"], "reason": "wider"}))
            self.answers.append(person.post(f"/o/acme/keys/{each}/addresses/", {"allowed_networks": "192.0.2.0/24"}))
        self.answers.append(person.post(f"/o/acme/keys/{keys[0]}/cancel-rotation/", follow=True))
        monkeypatch.setattr("sys.stdin", io.StringIO(f"found {second} and {PLATFORM_SECRET} in a paste"))
        call_command("revoke_key", stdout=self.printed, stderr=self.printed)
        self.answers.append(person.post(f"/o/acme/keys/{keys[0]}/revoke/", {"reason": "done"}, follow=True))
        self._visit(keys)

    def _show(self, page: Any) -> str:
        """Read a secret off the one answer that shows it; its headers and its other parts must not repeat it."""
        secret = _secret_on(page)
        assert page.content.decode().count(_inner(secret)) == 1
        assert secret not in str(page.headers) + str(page.cookies)
        assert [str(each) for each in get_messages(page.wsgi_request) if _inner(secret) in str(each)] == []
        return secret

    def _visit(self, keys: list[str]) -> None:
        pages = ["keys/", "keys/new/", "billing-reads/", "billing-reads/turn-on/", "readers/", "audit-log/", "members/"]
        pages += [f"keys/{key}/{page}" for key in keys for page in ("", "addresses/", "rotate/", "revoke/")]
        self.answers += [self.person.get(f"/o/acme/{page}") for page in pages]
        models = ("billing_access_apikey", "billing_audit_auditevent", "billing_accounts_user")
        admin = [f"admin:{name}_changelist" for name in models]
        self.answers += [self.staff.get(reverse(name)) for name in [*admin, "admin:index"]]
        actions = ("change", "history", "scopes", "revoke")
        self.answers += [
            self.staff.get(reverse(f"admin:billing_access_apikey_{action}", args=[key]))
            for key in keys
            for action in actions
        ]
        events = AuditEvent.objects.values_list("pk", flat=True)
        self.answers += [
            self.staff.get(reverse("admin:billing_audit_auditevent_change", args=[pk])) for pk in events[:5]
        ]


def test_a_keys_whole_life_leaves_its_secret_nowhere(
    acme, alice, dana, sign_in, opt_in, run_jobs, log, configure, monkeypatch
):
    configure(PLATFORM_KEYS=True)
    opt_in(acme)
    life = Life(sign_in(alice), sign_in(dana), monkeypatch)
    jobs = _column("SELECT args::text FROM procrastinate_jobs")
    run_jobs()
    sessions = [str(session.get_decoded()) for session in Session.objects.all()]
    places = {
        "answers": [answer.content.decode() + str(answer.headers) + str(answer.cookies) for answer in life.answers],
        "addresses": [answer.request["PATH_INFO"] + answer.request["QUERY_STRING"] for answer in life.answers],
        "redirects": [f"{vars(answer).get('redirect_chain')}" for answer in life.answers],
        "log": [log.getvalue()],
        "e-mails": [f"{message.subject}{message.body}{message.extra_headers}" for message in mail.outbox],
        "jobs": jobs,
        "sessions": sessions,
        "printed": [life.printed.getvalue()],
        "tables": _rows(),
        "representations": [f"{key} {key!r} {vars(key)}" for key in ApiKey.objects.all()],
    }  # fmt: skip
    assert len({key.digest for key in ApiKey.objects.all()}) == 3
    for place, texts in places.items():
        assert any(texts), f"nothing was looked through: {place}"
        for secret in life.secrets:
            assert not [text[:200] for text in texts if _inner(secret) in text], place
    assert len(mail.outbox) > 3
    assert "api_key" in log.getvalue()


def _column(statement: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return [row[0] for row in cursor.fetchall()]


def _rows() -> list[str]:
    """Return every row of every table as text."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    return [row for table in tables for row in _column(f'SELECT t::text FROM "{table}" t')]


class Failure(Exception):
    """The error that the tests force."""


def _fails(*arguments: object, **options: object) -> None:
    raise Failure("forced")


@pytest.fixture
def reports(settings: Any) -> Iterator[list[str]]:
    """What an error tracker would get, each traceback with every local variable, and the e-mails to the admins."""
    settings.ADMINS = [("Dana", "dana@example.com")]
    found: list[str] = []

    def keep(sender: object, **options: object) -> None:
        found.append(_with_locals(sys.exc_info()))

    class Tracker(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.exc_info:
                found.append(_with_locals(record.exc_info))

    handlers = [Tracker(logging.ERROR), AdminEmailHandler(include_html=True)]
    handlers[1].setLevel(logging.ERROR)
    got_request_exception.connect(keep)
    for handler in handlers:
        logging.getLogger().addHandler(handler)
    yield found
    got_request_exception.disconnect(keep)
    for handler in handlers:
        logging.getLogger().removeHandler(handler)


def _with_locals(exc_info: Any) -> str:
    return "".join(traceback.TracebackException(*exc_info, capture_locals=True).format())


def _told(answer: Any, reports: list[str], log: io.StringIO) -> list[str]:
    mails = [f"{message.body}{message.alternatives}" for message in mail.outbox]
    return [answer.content.decode(), str(answer.headers), log.getvalue(), *reports, *mails]


IN_THE_API = ["billing_access.access.decision._select", "billing_access.api.views.ReadView.finalize_response"]


@pytest.mark.parametrize("debug", [False, True], ids=["debug off", "debug on"])
@pytest.mark.parametrize("place", IN_THE_API)
@pytest.mark.parametrize("header", ["x-api-key", "authorization"])
def test_a_failure_of_a_request_tells_no_secret(
    acme, make_key, opt_in, settings, monkeypatch, reports, log, place, header, debug
):
    opt_in(acme)
    secret = make_key(acme).secret
    settings.DEBUG = debug
    monkeypatch.setattr(place, _fails)
    sent = {header: f"Bearer {secret}" if header == "authorization" else str(secret)}
    answer = Client(raise_request_exception=False).get("/v1/billing/state", headers=sent)
    assert answer.status_code == 500
    told = _told(answer, reports, log)
    assert any("Failure" in text for text in told)
    assert not [text for text in told if _inner(secret) in text]


ON_THE_PAGES = ["billing_access.access.services.keys.ApiKey.objects.create", "billing_access.ui.keys.render_page"]


@pytest.mark.parametrize("debug", [False, True], ids=["debug off", "debug on"])
@pytest.mark.parametrize("place", ON_THE_PAGES)
@pytest.mark.parametrize("form", ["new/", "{key}/rotate/"])
def test_a_failure_of_issuing_or_rotating_tells_no_secret(
    acme, alice, make_key, sign_in, settings, monkeypatch, reports, log, form, place, debug
):
    client, key = sign_in(alice), make_key(acme).key
    client.raise_request_exception = False
    settings.DEBUG = debug
    made: list[str] = []
    new_secret = key_format.new_secret
    monkeypatch.setattr(key_format, "new_secret", lambda: made.append(secret := new_secret()) or secret)
    monkeypatch.setattr(place, _fails)
    data = {**FORM, "overlap_hours": "24"}
    answer = client.post(f"/o/acme/keys/{form.format(key=key.pk)}", data)
    assert answer.status_code == 500
    told = _told(answer, reports, log)
    (secret,) = made
    assert any("Failure" in text for text in told)
    assert not [text for text in told if _inner(str(secret)) in text]


def test_the_search_of_the_reports_finds_a_plain_secret(reports, log):
    """The two attacks above can fail: a secret in plain text shows in a report."""
    secret = str(key_format.new_secret())
    try:
        _fails(secret)
    except Failure:
        logging.getLogger("tests").exception("failed")
    assert [report for report in reports if _inner(secret) in report]
    assert any(_inner(secret) in str(message.alternatives) for message in mail.outbox)


DIGESTS: dict[str, Callable[[bytes], str]] = {
    "hex": lambda digest: digest.hex(),
    "upper-case hex": lambda digest: digest.hex().upper(),
    "PostgreSQL's hex": lambda digest: f"\\x{digest.hex()}",
    "base64": lambda digest: base64.b64encode(digest).decode(),
    "base64 for URLs": lambda digest: base64.urlsafe_b64encode(digest).decode().rstrip("="),
    "raw": lambda digest: digest.decode("latin-1"),
    "with the prefix": lambda digest: f"{key_format.PREFIX}{digest.hex()[:49]}",
    "with prefix and checksum": lambda digest: _well_formed(digest.hex()[:43]),
    "base62 with prefix and checksum": lambda digest: _well_formed(
        key_format._base62(int.from_bytes(digest, "big"), 43)
    ),
}


def _well_formed(body: str) -> str:
    whole = f"{key_format.PREFIX}{body}"
    return whole + key_format._checksum(whole)


@pytest.mark.parametrize("platform_keys", [False, True], ids=["platform keys off", "platform keys on"])
@pytest.mark.parametrize("written", DIGESTS)
def test_what_is_stored_is_no_key(acme, make_key, opt_in, configure, monkeypatch, written, platform_keys):
    opt_in(acme)
    configure(PLATFORM_KEYS=True)
    monkeypatch.setattr("sys.stdin", io.StringIO(PLATFORM_SECRET))
    options = {"organization": "acme", "name": "Own", "scopes": "billing.state:read", "expires": "9", "reason": "x"}
    call_command("register_key", stdout=io.StringIO(), **options)
    make_key(acme)
    configure(PLATFORM_KEYS=platform_keys)
    for key in ApiKey.objects.all():
        presented = DIGESTS[written](bytes(key.digest))
        for sent in ({"HTTP_X_API_KEY": presented}, {"HTTP_AUTHORIZATION": f"Bearer {presented}"}):
            answer = Client().get("/v1/billing/state", **sent)
            assert (answer.status_code, answer.json()["code"]) == (401, "invalid_key"), key.name


@pytest.mark.parametrize(
    "command", ["revoke_key", "register_key --organization a --name n --scopes s --expires 1 --reason r"]
)
@pytest.mark.parametrize("secret", [key_format.new_secret(), PLATFORM_SECRET], ids=["ours", "the platform's"])
def test_a_secret_among_the_arguments_is_refused_and_not_printed(start, command, secret):
    process = start("manage.py", *command.split(), secret)
    out, error = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "never as an argument" in error
    assert _inner(secret) not in out + error
