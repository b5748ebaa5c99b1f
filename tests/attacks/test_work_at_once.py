"""One key or organization cannot keep all threads of a web process: over its share it is 429, others are served."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from billing_access.access.services import IssuedKey
from billing_access.api.problems import RETRY_SECONDS
from billing_access.billing.reports.state import read_state
from billing_audit.models import AuditEvent
from orgs import work_at_once
from orgs.models import Organization

pytestmark = pytest.mark.django_db(transaction=True)
STATE = "/v1/billing/state"
EXPORT = "/o/acme/audit-log/export.csv"


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Keep requests of these keys at work inside the block; at its end they must all have been served."""
    held, entered, go_on = threading.local(), threading.Semaphore(0), threading.Event()

    def slow(*arguments: Any) -> Any:
        if getattr(held, "waits", False):
            entered.release()
            assert go_on.wait(60)
        return read_state(*arguments)

    monkeypatch.setattr("billing_access.api.views.read_state", slow)

    @contextmanager
    def keep(*secrets: str) -> Iterator[None]:
        statuses: list[int] = []
        go_on.clear()

        def ask(secret: str) -> None:
            held.waits = True
            statuses.append(Client().get(STATE, headers={"x-api-key": secret}).status_code)
            connection.close()

        threads = [threading.Thread(target=ask, args=(secret,)) for secret in secrets]
        for thread in threads:
            thread.start()
        for _ in threads:
            assert entered.acquire(timeout=60)
        try:
            yield
        finally:
            go_on.set()
            for thread in threads:
                thread.join()
        assert statuses == [200] * len(secrets)

    return keep


@pytest.fixture
def keys(acme: Organization, opt_in: Any, make_key: Any) -> list[IssuedKey]:
    """Two keys of Acme, which has opted in."""
    opt_in(acme)
    return [make_key(acme), make_key(acme)]


def test_the_fifth_request_of_a_key_at_once_is_429_with_the_reason_and_recorded(
    keys: list[IssuedKey], busy: Any, api: Any, configure: Any
) -> None:
    configure(WORK_AT_ONCE="organization=9")
    secret = keys[0].secret
    with busy(*[secret] * 4):
        answer = api(STATE, secret)
        assert (answer.status_code, answer.json()["code"]) == (429, "rate_limited")
        assert "4 requests of this key are being answered at this moment" in answer.json()["detail"]
        assert answer.headers["Retry-After"] == str(RETRY_SECONDS)
        assert AuditEvent.objects.get(reason_code="rate_limited").request_id == answer.headers["X-Request-ID"]
        assert api(STATE, keys[1].secret).status_code == 200
        assert api("/healthz").status_code == 200
    assert api(STATE, secret).status_code == 200


def test_an_organizations_keys_pages_and_exports_share_its_slots_and_another_is_served(
    keys: list[IssuedKey],
    other: Organization,
    make_key: Any,
    alice: Any,
    charlie: Any,
    sign_in: Any,
    busy: Any,
    api: Any,
) -> None:
    owner, outsider = sign_in(alice), sign_in(charlie)
    with busy(keys[0].secret, keys[0].secret, keys[1].secret, keys[1].secret):
        answer = api(STATE, keys[0].secret)
        assert (answer.status_code, answer.json()["code"]) == (429, "rate_limited")
        for path in ("/o/acme/overview/", "/o/acme/", EXPORT):
            page = owner.get(path)
            assert (page.status_code, page.headers["Retry-After"]) == (429, str(RETRY_SECONDS)), path
        assert "4 requests of this organization are being answered" in page.content.decode()
        assert outsider.get("/o/acme/overview/").status_code == 404
        assert outsider.get("/o/other/overview/").status_code == 200
        assert api(STATE, make_key(other).secret).status_code == 200
    assert owner.get("/o/acme/overview/").status_code == 200


def test_an_export_keeps_its_slot_until_it_is_closed(
    keys: list[IssuedKey], alice: Any, sign_in: Any, api: Any, configure: Any
) -> None:
    configure(WORK_AT_ONCE="organization=1")
    client = sign_in(alice)
    export = client.get(EXPORT)
    next(iter(export.streaming_content))
    assert api(STATE, keys[0].secret).status_code == 429
    export.close()
    assert api(STATE, keys[0].secret).status_code == 200


def test_a_slot_that_is_never_given_back_ends_by_itself(
    keys: list[IssuedKey], alice: Any, sign_in: Any, api: Any, configure: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(WORK_AT_ONCE="organization=1")
    client = sign_in(alice)
    export = client.get(EXPORT)
    assert api(STATE, keys[0].secret).status_code == 429
    now = work_at_once.time.monotonic()
    monkeypatch.setattr(work_at_once.time, "monotonic", lambda: now + work_at_once.LEASE_SECONDS + 1)
    assert api(STATE, keys[0].secret).status_code == 200
    monkeypatch.undo()
    export.close()


def test_a_request_that_fails_gives_its_slots_back(
    keys: list[IssuedKey], alice: Any, sign_in: Any, api: Any, configure: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(WORK_AT_ONCE="organization=1,key=1")

    def fail(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr("billing_access.api.views.read_state", fail)
        patched.setattr("billing_access.ui.overview.read_state", fail)
        assert api(STATE, keys[0].secret).status_code == 500
        client = sign_in(alice)
        client.raise_request_exception = False
        assert client.get("/o/acme/overview/").status_code == 500
        assert api("/v1/runs/none", keys[0].secret).status_code == 404
    assert api(STATE, keys[0].secret).status_code == 200


def test_a_quarter_of_the_threads_stream_and_who_finds_none_is_refused_unrecorded(
    acme: Organization, other: Organization, alice: Any, charlie: Any, sign_in: Any, configure: Any
) -> None:
    configure(WEB_THREADS=8, WORK_AT_ONCE="organization=9")
    owner, outsider = sign_in(alice), sign_in(charlie)
    first = owner.get(EXPORT)
    own = owner.get(EXPORT)
    assert (own.status_code, own.headers["Retry-After"]) == (429, str(RETRY_SECONDS))
    assert "1 exports of this organization are being sent" in own.content.decode()
    configure(WEB_THREADS=4)
    refused = outsider.get("/o/other/audit-log/export.csv")
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "5")
    assert "as many requests as it can" in refused.content.decode()
    assert AuditEvent.objects.filter(action="audit_log.export_begun").count() == 1
    first.close()
    assert outsider.get("/o/other/audit-log/export.csv").status_code == 200
