"""Verify the record: what is in the tables against the signed checkpoints, and those against published ones.

Reads only; one log is one pass over its leaves in order, each beside its event and its personal data. What a pass
cannot show: that an event was deleted before it was sealed and its row of the queue with it; and, without a
published checkpoint, that whoever holds the signing key has not written the whole log anew.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

import orjson
from django.db import connection, transaction

from billing_audit.canonical_json import read_body
from billing_audit.event_check import SQL_COLUMNS, differences, is_personal_data_right
from billing_audit.signed_notes import Verifier
from billing_audit.storage.partitions import SHORTEST_RETENTION, first_id
from billing_audit.transparency.checkpoints import PublishedCheckpoint
from billing_audit.transparency.sealer import PLATFORM
from billing_audit.verification.report import Report, Verdict
from billing_audit.verification.roots import ROWS_AT_ONCE, RootCheck

T = TypeVar("T")
_LEAVES: Final = f"""
SELECT l.place, l.event_id::text, l.hash, e.body, p.event_id IS NOT NULL,
       p.organization_id, p.salt, p.data::text, p.erased_by::text, {SQL_COLUMNS}
FROM billing_audit_leaf l LEFT JOIN billing_audit_event e ON e.id = l.event_id
LEFT JOIN billing_audit_personal p ON p.event_id = l.event_id
WHERE l.log = %s ORDER BY l.place
"""  # noqa: S608 (constants only)
# Conditions that the index knows: with many logs each would read all events otherwise.
_OF_ORGANIZATION: Final = "o.organization_id = %(log)s"
# No organization is called so; what claims to be of one is looked at here.
_OF_PLATFORM: Final = "(o.organization_id IS NULL OR o.organization_id = %(log)s)"
_NEVER_SEALED: Final = """
SELECT o.id::text FROM billing_audit_event o
WHERE {of_log}
  AND NOT EXISTS (SELECT FROM billing_audit_leaf l WHERE l.event_id = o.id)
  AND NOT EXISTS (SELECT FROM billing_audit_unsealed u WHERE u.event_id = o.id) ORDER BY o.id
"""
_UNSEALED: Final = """
SELECT o.event_id::text, e.id IS NOT NULL, extract(epoch FROM statement_timestamp() - e.recorded_at)::float
FROM billing_audit_unsealed o LEFT JOIN billing_audit_event e ON e.id = o.event_id
WHERE {of_log} ORDER BY o.event_id
"""
_SAID: Final = """
SELECT o.id::text, o.body FROM billing_audit_event o WHERE {of_log} AND o.action = %(action)s ORDER BY o.id DESC
"""
_LOGS: Final = """
SELECT log FROM billing_audit_tree UNION SELECT DISTINCT log FROM billing_audit_checkpoint
UNION SELECT DISTINCT coalesce(organization_id, 'platform') FROM billing_audit_unsealed
UNION SELECT DISTINCT coalesce(organization_id, 'platform') FROM billing_audit_event ORDER BY 1
"""


@contextmanager
def one_moment() -> Iterator[None]:
    """Let everything inside see the record as it is at one moment, whatever is written and sealed meanwhile.

    Inside a transaction that has begun it is the caller's business.
    """
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def logs() -> list[str]:
    """Return the names of all logs that left a trace."""
    with connection.cursor() as cursor:
        cursor.execute(_LOGS)
        return [log for (log,) in cursor.fetchall()]


def verify_log(
    log: str,
    *,
    verifiers: Collection[Verifier],
    published: Collection[PublishedCheckpoint] = (),
    unsealed_limit: timedelta = timedelta(seconds=60),
    is_known: bool = False,
    on_progress: Callable[[int], None] = lambda done: None,
) -> Report:
    """Verify one log and return what was found. Call it inside ``one_moment``.

    ``published`` are checkpoints from outside the database, of this log or of others; ``unsealed_limit`` is how long
    the sealer may take; ``is_known``: the log's organization exists, so that its log cannot be empty.
    """
    check = _LogCheck(log, verifiers)
    check.roots.read_signed([each for each in published if each.log == log])
    check.read_leaves(on_progress)
    check.roots.judge()
    check.judge_purge_and_erasures()
    check.judge_unsealed(unsealed_limit)
    report = check.report
    if is_known and not report.sealed and not report.unsealed:
        report.add(Verdict.CUT_OFF, "it is empty, and every organization's log begins with an event")
    return report


@dataclass(frozen=True, slots=True)
class _Purge:
    """What a purge says: it dropped all before a time, by a policy, and so many events in all so far."""

    event_id: str
    recorded_at: datetime
    before: datetime
    retention: timedelta
    in_all: int

    @classmethod
    def of(cls, content: dict[str, Any]) -> "_Purge":
        details = content["details"]
        recorded_at, before = map(datetime.fromisoformat, (content["recorded_at"], details["before"]))
        if recorded_at.tzinfo is None or before.tzinfo is None:
            raise ValueError("a time without a zone")
        days = timedelta(days=details["retention_days"])
        return cls(content["id"], recorded_at, before, days, int(details["events_in_all"]))


class _LogCheck:
    """One pass over one log."""

    def __init__(self, log: str, verifiers: Collection[Verifier]) -> None:
        self.report = Report(log)
        self.organization_id = None if log == PLATFORM else log
        self.roots = RootCheck(self.report, verifiers)
        self.purge: _Purge | None = None
        self.purged_before = ""
        self.erased: Counter[str] = Counter()

    def read_leaves(self, on_progress: Callable[[int], None]) -> None:
        self._read_purge()
        with connection.chunked_cursor() as cursor:
            cursor.execute(_LEAVES, [self.report.log])
            while rows := cursor.fetchmany(ROWS_AT_ONCE):
                for place, event_id, leaf, body, *rest in rows:
                    self._leaf(place, event_id, leaf, body, personal=rest[:5], columns=rest[5:])
                on_progress(self.report.sealed)

    def _leaf(self, place: int, event_id: str, leaf: Any, body: str | None, personal: Any, columns: Any) -> None:
        self.roots.leaf(place, event_id, bytes(leaf))
        if body is not None:
            log, content = self.organization_id, read_body(body)
            for each in differences(body, content, leaf=bytes(leaf), columns=columns, organization_id=log):
                self.report.add(Verdict.ALTERED, each.text, event_id, each.field)
            self._check_personal(event_id, content, *personal)
        elif event_id < self.purged_before:
            self.report.purged += 1
        else:
            self.report.add(Verdict.REMOVED, "the event is gone; its leaf is here", event_id)

    def _check_personal(self, event_id: str, content: dict[str, Any], is_there: bool, *personal: Any) -> None:
        if not is_there:
            self.report.add(Verdict.REMOVED, "its personal data is gone, and no event says so", event_id, "personal")
            return
        if (erased_by := personal[-1]) is not None:
            self.erased[erased_by] += 1
        if not is_personal_data_right(content, *personal):
            self.report.add(Verdict.ALTERED, "its personal data is not what it was", event_id, "personal")

    # What it comes to

    def _ask(self, statement: str, **parameters: str) -> list[tuple[Any, ...]]:
        """Ask about the events of this log, or about what is queued of them."""
        of_log = _OF_PLATFORM if self.organization_id is None else _OF_ORGANIZATION
        with connection.cursor() as cursor:
            cursor.execute(statement.format(of_log=of_log), {"log": self.report.log, **parameters})
            return list(cursor.fetchall())

    def _said(self, action: str, read: Callable[[dict[str, Any]], T]) -> list[T]:
        """What is read of the events of one kind in this log, the newest first."""
        found = []
        for event_id, body in self._ask(_SAID, action=action):
            try:
                found.append(read(orjson.loads(body)))
            except (ValueError, KeyError, TypeError, OverflowError):
                self.report.add(Verdict.ALTERED, f"it does not say what {action} says", event_id, "body")
        return found

    def _read_purge(self) -> None:
        """Take the newest purge at its word where it dropped nothing younger than the record allows at all."""
        for purge in self._said("audit_log.purged", _Purge.of)[:1]:
            if purge.recorded_at - purge.before < max(purge.retention, SHORTEST_RETENTION):
                text = "a purge says that it took events younger than the policy's"
                self.report.add(Verdict.REMOVED, text, purge.event_id)
            else:
                self.purge = purge
                self.purged_before = str(first_id(purge.before))

    def judge_purge_and_erasures(self) -> None:
        report = self.report
        said_purged = self.purge.in_all if self.purge else 0
        if report.purged != said_purged:
            report.add(Verdict.REMOVED, f"purges say that they took {said_purged} events; {report.purged} are gone")
        elif self.purge and report.purged:
            days = self.purge.retention.days
            report.add(Verdict.PURGED, f"{report.purged} events were dropped, which were older than {days} days")
        said = dict(self._said("personal_data.erased", lambda said: (said["id"], int(said["details"]["rows"]))))
        for event_id, rows in self.erased.items():
            # What was purged since is no longer counted.
            if rows > said.get(event_id, 0) or (rows < said[event_id] and not report.purged):
                text = f"an erasure says {said.get(event_id, 0)} rows of personal data; {rows} name it"
                report.add(Verdict.REMOVED, text, event_id, "personal")
        report.erased = self.erased.total()
        if report.erased:
            report.add(Verdict.ERASED, f"the personal data of {report.erased} events was erased on request")

    def judge_unsealed(self, limit: timedelta) -> None:
        report = self.report
        for event_id, is_there, seconds in self._ask(_UNSEALED):
            report.unsealed += 1
            report.oldest_unsealed_seconds = max(report.oldest_unsealed_seconds, seconds or 0.0)
            if not is_there:
                report.add(Verdict.REMOVED, "the event was gone before it was sealed", event_id)
        for (event_id,) in self._ask(_NEVER_SEALED):
            report.add(Verdict.INSERTED, "it was neither sealed nor queued to be", event_id)
        for event_id in self._said("audit_log.event_missing", lambda said: str(said["details"]["event_id"])):
            report.add(Verdict.REMOVED, "the event was gone before it was sealed", event_id)
        if report.oldest_unsealed_seconds > limit.total_seconds():
            text = f"{report.unsealed} events, the oldest for {report.oldest_unsealed_seconds:.0f} seconds"
            report.add(Verdict.UNSEALED, text)
