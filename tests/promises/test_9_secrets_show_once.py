"""Promise 9: a key's secret is never stored, logged, put in a URL, an event or an error report."""

import base64
import io
import logging
import re

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from billing_access.access import key_format
from billing_access.access.models import ApiKey
from billing_access.access.services import change_scopes, issue_key, revoke_key
from billing_access.scopes import ALL_SCOPES
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
BILLING = (
    "/v1/billing/state", "/v1/billing/usage", "/v1/billing/usage/summary", "/v1/billing/estimate?runs=1",
    "/v1/billing/entries",
)  # fmt: skip


@pytest.fixture
def make_key():
    """Issue a key by the service, with all that it stores, queues and logs."""
    return lambda organization, name="Test key": issue_key(
        organization, actor=SYSTEM, name=name, scopes=ALL_SCOPES, lifetime_days=90
    )


def test_no_column_of_any_table_holds_the_secret_after_its_whole_life(acme, make_key, api, opt_in):
    opt_in(acme)
    issued = make_key(acme)
    _live(issued, api)
    assert [table for piece in _pieces(issued.secret) for table in _tables_that_hold(piece)] == []


def test_the_search_of_the_tables_finds_what_is_stored(acme, make_key):
    """The search above can fail: it finds what is stored."""
    issued = make_key(acme, name="a name to be found")
    assert _tables_that_hold("a name to be found") == [
        "billing_api_key",
        "billing_audit_part",
        "procrastinate_jobs",
    ]
    assert "billing_api_key" in _tables_that_hold(key_format.digest(issued.secret).hex())
    ApiKey.objects.update(digest=issued.secret[9:41].encode())
    assert "billing_api_key" in [table for piece in _pieces(issued.secret) for table in _tables_that_hold(piece)]


def test_no_log_line_at_any_level_holds_the_secret(acme, make_key, api, opt_in):
    opt_in(acme)
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    loggers = [logging.getLogger(name) for name in ("django", "django.request", "django.db.backends")]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        issued = make_key(acme)
        _live(issued, api)
        logging.getLogger("tests").info("the handler listens")
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        for logger in loggers:
            logger.removeHandler(handler)
    assert "the handler listens" in stream.getvalue()
    digest = key_format.digest(issued.secret)
    for untold in (*_pieces(issued.secret), digest.hex(), base64.b64encode(digest).decode(), repr(digest)):
        assert untold not in stream.getvalue()


def test_no_answer_repeats_the_secret_that_was_sent(acme, make_key, api, opt_in):
    opt_in(acme)
    issued = make_key(acme)
    wrong = key_format.new_secret()
    answers = [
        *_live(issued, api),
        api("/v1/billing/state", wrong),
        api("/v1/billing/state", issued.secret + "x"),
        api("/v1/billing/usage", None, api_key=issued.secret),
        api(f"/v1/runs/{issued.secret}", None),
        api(f"/v1/{issued.secret}", None),
    ]
    for answer in answers[:-2]:
        whole = answer.content.decode() + str(answer.headers)
        assert issued.secret not in whole
        assert wrong not in whole
    for answer in answers[-2:]:
        assert issued.secret not in answer.content.decode()


def test_the_page_shows_the_secret_once_and_no_other_page_ever(acme, alice, sign_in):
    client: Client = sign_in(alice)
    form = client.get(reverse("billing_access:key-create", args=[acme.slug]))
    token = re.search(r'name="form_token"[^>]*value="([^"]+)"', form.content.decode())
    assert token
    data = {
        "name": "Nightly",
        "scopes": ["billing.state:read"],
        "lifetime_days": "90",
        "form_token": token[1],
    }
    shown = client.post(reverse("billing_access:key-create", args=[acme.slug]), data)
    secret = re.search(r"bak_live_[0-9A-Za-z]{49}", shown.content.decode())
    assert secret
    assert shown.headers["Cache-Control"].count("no-store") == 1
    assert secret[0] not in str(shown.headers)
    again = client.post(reverse("billing_access:key-create", args=[acme.slug]), data, follow=True)
    assert secret[0] not in again.content.decode()
    key_id = acme.api_keys.get().pk
    for path in (
        reverse("billing_access:keys", args=[acme.slug]),
        reverse("billing_access:key", args=[acme.slug, key_id]),
        reverse("billing_access:billing-reads", args=[acme.slug]),
        reverse("billing_orgs:audit-log", args=[acme.slug]),
    ):
        page = client.get(path)
        assert page.status_code == 200
        assert secret[0] not in page.content.decode()
        assert key_format.digest(secret[0]).hex() not in page.content.decode()
    assert [table for piece in _pieces(secret[0]) for table in _tables_that_hold(piece)] == []


def test_the_stored_digest_is_not_a_key(acme, make_key, api, opt_in):
    opt_in(acme)
    stored = make_key(acme).key.digest
    for presented in (bytes(stored).hex(), f"bak_live_{bytes(stored).hex()[:49]}"):
        assert api("/v1/billing/state", presented).status_code == 401


def test_an_error_report_does_not_print_an_issued_key(acme, make_key):
    issued = make_key(acme)
    assert issued.secret not in repr(issued)
    assert issued.secret not in f"{issued} {issued.key!r} {issued.key.__dict__}"


def _live(issued, api) -> list:
    answers = [api(path, issued.secret) for path in (*BILLING, "/v1/key", "/v1/runs/x", "/docs")]
    change_scopes(issued.key, actor=SYSTEM, scopes=["runs:read"], reason="narrowed")
    answers.append(api("/v1/billing/state", issued.secret))
    revoke_key(issued.key, actor=SYSTEM, reason="done")
    answers.append(api("/v1/billing/state", issued.secret))
    return answers


def _pieces(secret: str) -> list[str]:
    """Return the parts of the secret that may appear nowhere: those that no hint shows, as text and in hexadecimal."""
    plain = [secret[start : start + 11] for start in (12, 23, 34, 43)]
    return [*plain, *(piece.encode().hex() for piece in plain)]


def _tables_that_hold(text: str) -> list[str]:
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            quoted = connection.ops.quote_name(table)
            cursor.execute(f"SELECT count(*) FROM {quoted} t WHERE position(%s::text in t::text) > 0", [text])
            if cursor.fetchone()[0]:
                found.append(table)
    return sorted(found)
