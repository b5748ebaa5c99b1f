"""Promise 10: the checks after the chaos are silent where nothing was lost, and find each kind of loss.

`make test` runs these. The chaos itself is test_10_nothing_is_lost.py, which `make soak` runs.
"""

import io
import time
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from billing_access.access import key_format
from billing_access.access.models import ApiKey, OptIn
from billing_access.access.services import (
    change_scopes,
    issue_key,
    revoke_key,
    rotate_key,
    turn_off_billing_reads,
    turn_on_billing_reads,
)
from billing_access.access.services.keys import make_key as make_row
from billing_access.routes import BILLING_STATE, RUN
from billing_audit.record import Target, record
from orgs.models import Organization
from tests.chaos.book import NOTHING, OFF, ON, SERVED, WITHHELD, Book, Change, Import, Key, Read
from tests.chaos.checks import breaches
from tests.conftest import SYSTEM

pytestmark = pytest.mark.django_db
COST_USD = "0.1"
STATE = frozenset({"billing.state:read"})
BOTH = STATE | {"runs:read"}


class Noted:
    """Makes each kind of change and each kind of read once, and notes them truly."""

    def __init__(self, organization: Organization, api: Callable[..., Any], folder: Path) -> None:
        self.book, self.organization, self._api = Book(), organization, api
        self._change(organization.public_id, "on", ON, lambda: turn_on_billing_reads(organization, actor=SYSTEM))
        self.kept, self.narrowed, self.ended = (self._issue() for _ in range(3))
        self._import(folder / "runs.csv")
        self.served = self.read(self.kept)
        self._change(
            self.narrowed.id,
            "scopes",
            STATE,
            lambda: change_scopes(self._row(self.narrowed), actor=SYSTEM, scopes=STATE),
        )
        self.lacking = self.read(self.narrowed, RUN)
        self._rotate()
        self._change(self.ended.id, "revoke", OFF, lambda: revoke_key(self._row(self.ended), actor=SYSTEM))
        self.refused = self.read(self.ended)
        self._change(organization.public_id, "off", OFF, lambda: turn_off_billing_reads(organization, actor=SYSTEM))
        self.withheld = self.read(self.kept, RUN)
        assert [self.served.outcome, self.lacking.outcome, self.refused.outcome, self.withheld.outcome] == [
            SERVED, "insufficient_scope", "key_revoked", WITHHELD,
        ]  # fmt: skip
        self.rows = {name: self._row(key) for name, key in {"kept": self.kept, "ended": self.ended}.items()}

    def read(self, key: Key, route: Any = BILLING_STATE) -> Read:
        began = time.monotonic()
        answer = self._api(route.path.replace("{run_id}", "r-0"), key.secret)
        served = WITHHELD if "X-Cost-Withheld" in answer.headers else SERVED
        outcome = served if answer.status_code == 200 else answer.json()["code"]
        self.book.reads.append(Read(key, route, began, time.monotonic(), outcome, answer.headers["X-Request-ID"]))
        return self.book.reads[-1]

    def _row(self, key: Key) -> ApiKey:
        return ApiKey.objects.select_related("organization").get(pk=key.id)

    def _change(self, subject: str, verb: str, leaves: frozenset[str], change: Callable[[], Any]) -> Any:
        began = time.monotonic()
        result = change()
        self.book.note(Change(subject, verb, leaves, began, time.monotonic()))
        return result

    def _take(self, issued: Any, began: float) -> Key:
        key = Key(str(issued.key.pk), self.organization.public_id, str(issued.secret))
        self.book.note(Change(key.id, "create", frozenset(issued.key.scopes), began, time.monotonic()))
        self.book.keys.append(key)
        return key

    def _issue(self) -> Key:
        began = time.monotonic()
        return self._take(issue_key(self.organization, actor=SYSTEM, name="Key", scopes=BOTH), began)

    def _rotate(self) -> None:
        began = time.monotonic()
        old = self._issue()
        issued = self._change(old.id, "rotate", OFF, lambda: rotate_key(self._row(old), actor=SYSTEM, overlap_hours=0))
        self._take(issued, began)

    def _import(self, file: Path) -> None:
        ids = [f"r-{number}" for number in range(3)]
        file.write_text(
            "run_id,started_at,total_cost_usd\n" + "".join(f"{each},2026-04-01T00:00:00Z,0.1\n" for each in ids)
        )
        call_command("import_runs", str(file), "--organization", "acme", stdout=io.StringIO())
        self.book.imports.append(Import(self.organization.public_id, ids, is_acknowledged=True))


@pytest.fixture
def noted(acme: Organization, api: Callable[..., Any], tmp_path: Path) -> Noted:
    """What a client of Acme noted, of which nothing is lost."""
    return Noted(acme, api, tmp_path)


def test_where_nothing_is_lost_nothing_is_found(noted: Noted) -> None:
    assert breaches(noted.book, COST_USD) == []


def test_what_nobody_can_know_is_no_loss(noted: Noted) -> None:
    """A change without an answer may have happened or not, and a read without one may have been served."""
    began = time.monotonic()
    book = noted.book
    book.note(Change(noted.kept.id, "revoke", OFF, began))
    book.note(Change(noted.organization.public_id, "on", ON, began))
    noted.read(noted.kept)
    book.reads.append(replace(noted.served, outcome=NOTHING, request_id=""))
    assert breaches(book, COST_USD) == []
    book.note(Change(noted.kept.id, "scopes", BOTH, time.monotonic(), time.monotonic()))
    assert noted.book.state(noted.kept.id) == BOTH


def _key_without_event(noted: Noted) -> None:
    make_row(
        noted.organization, SYSTEM, name="Half", scopes=["runs:read"], lifetime=timedelta(days=1), allowed_networks=()
    )


def _event_without_key(noted: Noted) -> None:
    target = Target("api_key", str(uuid.uuid4()), "Half")
    record(
        "api_key.created", organization_id=noted.organization.public_id, actor=SYSTEM, target=target,
        changes={"scopes": ([], ["runs:read"])},
    )  # fmt: skip


def _scopes_change_without_its_change(noted: Noted) -> None:
    target = Target("api_key", noted.kept.id, "Half")
    record(
        "api_key.scopes_changed", organization_id=noted.organization.public_id, actor=SYSTEM, target=target,
        changes={"scopes": (sorted(BOTH), ["runs:read"])},
    )  # fmt: skip


def _email_of_another_key(noted: Noted) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET args = jsonb_set(args, '{context,key_id}', '\"half\"')"
            " WHERE args->'context'->>'key_id' = %s AND args->>'template' LIKE '%%created%%'", [noted.kept.id],
        )  # fmt: skip
        assert cursor.rowcount == 1


def _rows(noted: Noted, key: Key, **values: object) -> None:
    assert ApiKey.objects.filter(pk=key.id).update(**values) == 1


def _import_again_under_other_ids(noted: Noted) -> None:
    file = noted.book.imports[0]
    file.run_ids = [*file.run_ids[:2], "r-3"]


# What is done to the tables or the notes, and a part of the sentence that tells it.
LOSSES: dict[str, tuple[Callable[[Noted], object], str]] = {
    "served, no event": (
        lambda c: c.book.reads.append(replace(c.served, request_id="req_lost")),
        "was served, and its events are []",
    ),
    "served to another": (
        lambda c: c.book.reads.append(replace(c.served, key=c.narrowed)),
        "was served, and its events are [[",
    ),
    "refused, not counted": (
        lambda c: c.book.reads.append(replace(c.refused, request_id="")),
        "2 times, and 1 are counted",
    ),
    "served after the revocation": (
        lambda c: c.book.reads.append(replace(c.refused, outcome=SERVED)),
        "possible was {'key_revoked'}",
    ),
    "served with the cost after the opt-out": (
        lambda c: c.book.reads.append(replace(c.withheld, outcome=SERVED)),
        "possible was {'served without its cost'}",
    ),
    "served after the scope was taken": (
        lambda c: c.book.reads.append(replace(c.lacking, outcome=WITHHELD)),
        "possible was {'insufficient_scope'}",
    ),
    "refused though it may read": (
        lambda c: c.book.reads.append(replace(c.served, outcome="org_opt_in_required")),
        "possible was {'served'}",
    ),
    "an acknowledged key is not there": (
        lambda c: c.book.note(Change("k", "create", BOTH, 0, 1)),
        "create of k was acknowledged 1 times",
    ),
    "a secret that was shown is not stored": (
        lambda c: c.book.keys.append(Key("k", "o", str(key_format.new_secret()))),
        "the secret of k was shown",
    ),
    "the revocation is lost, its event is not": (
        lambda c: _rows(c, c.ended, revoked_at=None),
        "and now it is frozenset({",
    ),
    "revoked without an event": (lambda c: _rows(c, c.kept, revoked_at="2026-01-01T00:00:00Z"), "and its log says"),
    "other scopes than acknowledged": (lambda c: _rows(c, c.kept, scopes=["audit:read"]), "and its log says"),
    "a key without its event": (_key_without_event, "and its log says None"),
    "an event without its key": (_event_without_key, "which does not exist"),
    "an event without its change": (_scopes_change_without_its_change, "and its log says"),
    "an opt-in without its event": (
        lambda c: OptIn.objects.update(enabled=True, version=3),
        "its log has 2 changes",
    ),
    "an e-mail without its change": (_email_of_another_key, "events without an e-mail: Counter({("),
    "a run is missing, another too many": (_import_again_under_other_ids, "1 runs are missing, 1 too many"),
    "an import that never succeeded": (
        lambda c: setattr(c.book.imports[0], "is_acknowledged", False),
        "never succeeded",
    ),
}


@pytest.mark.parametrize(("lose", "sentence"), LOSSES.values(), ids=LOSSES)
def test_each_loss_is_found(noted: Noted, lose: Callable[[Noted], object], sentence: str) -> None:
    lose(noted)
    found = breaches(noted.book, COST_USD)
    assert [breach for breach in found if sentence in breach], found
