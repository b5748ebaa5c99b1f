"""Verifies the audit log: the tables against their signed checkpoints, and the checkpoints against published ones.

It only reads: one pass over each log's leaves in order, joined with events and their parts. It cannot detect that an
event was deleted together with its row in the sealer's queue before it was sealed; nor, without a published checkpoint,
that the holder of the signing key rewrote the whole log.
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
from billing_audit.event_check import COLUMNS, SQL_COLUMNS, differences
from billing_audit.event_parts import KINDS, NAMES, SQL_JOINS, SQL_OF_KINDS, Part, part_faults, read_parts
from billing_audit.signed_notes import Verifier
from billing_audit.storage.partitions import SHORTEST_RETENTION, first_id
from billing_audit.transparency.checkpoints import PublishedCheckpoint
from billing_audit.transparency.sealer import PLATFORM
from billing_audit.verification.report import Report, Verdict
from billing_audit.verification.roots import ROWS_AT_ONCE, RootCheck

T = TypeVar("T")
_LEAVES: Final = f"""
SELECT l.place, l.event_id::text, l.hash, e.body, {SQL_COLUMNS}, {SQL_OF_KINDS}
FROM billing_audit_leaf l LEFT JOIN billing_audit_event e ON e.id = l.event_id {SQL_JOINS}
WHERE l.log = %s ORDER BY l.place
"""  # noqa: S608 (constants only)
# Conditions that an index on organization_id serves. coalesce(organization_id, 'platform') = ... would read all logs'
# events for each log.
_OF_ORGANIZATION: Final = "o.organization_id = %(log)s"
# No organization has the id 'platform'. Events that claim it are checked with the platform's log, and found altered.
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
_EVENTS_OF_ACTION: Final = """
SELECT o.id::text, o.body FROM billing_audit_event o WHERE {of_log} AND o.action = %(action)s ORDER BY o.id DESC
"""
_LOGS: Final = """
SELECT log FROM billing_audit_tree UNION SELECT DISTINCT log FROM billing_audit_checkpoint
UNION SELECT DISTINCT coalesce(organization_id, 'platform') FROM billing_audit_unsealed
UNION SELECT DISTINCT coalesce(organization_id, 'platform') FROM billing_audit_event ORDER BY 1
"""


@contextmanager
def one_moment() -> Iterator[None]:
    """Run the queries inside on one snapshot of the database, whatever is written and sealed meanwhile.

    Inside a transaction that has already begun it does nothing: the caller has chosen its isolation level.
    """
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def logs() -> list[str]:
    """Return the names of all logs that have a tree, a checkpoint or an event."""
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
    on_progress: Callable[[int], object] = lambda done: None,
) -> Report:
    """Verify one log and return the report. Call it inside ``one_moment``.

    ``published`` are published checkpoints; those of other logs are ignored. ``unsealed_limit`` is how long an event
    may wait for the sealer. ``is_known`` means that the log's organization exists, so that its log cannot be empty.
    ``on_progress`` is called with the number of leaves that were read since its last call.
    """
    check = _LogCheck(log, verifiers)
    check.roots.read_signed([each for each in published if each.log == log])
    check.read_leaves(on_progress)
    check.roots.check_end()
    check.check_purge_and_erasures()
    check.check_unsealed(unsealed_limit)
    report = check.report
    if is_known and not report.sealed and not report.unsealed:
        report.add(Verdict.CUT_OFF, "the log is empty, although every organization's log begins with an event")
    return report


@dataclass(frozen=True, slots=True)
class _Purge:
    """What an event about a purge states: it dropped all events ``before`` a time, ``total_events`` up to now."""

    event_id: str
    recorded_at: datetime
    before: datetime
    retention: timedelta
    total_events: int

    @classmethod
    def of(cls, content: dict[str, Any]) -> "_Purge":
        details = content["details"]
        recorded_at, before = map(datetime.fromisoformat, (content["recorded_at"], details["before"]))
        if recorded_at.tzinfo is None or before.tzinfo is None:
            raise ValueError("a time without a zone")
        days = timedelta(days=details["retention_days"])
        return cls(content["id"], recorded_at, before, days, int(details["events_in_all"]))


def _erasure(body: dict[str, Any]) -> tuple[str, tuple[frozenset[str], int]]:
    """Return the id of an event about an erasure, the kinds of parts that it states, and their number."""
    details = body["details"]
    return body["id"], (frozenset(details["kinds"]), int(details["rows"]))


class _LogCheck:
    """The verification of one log, in one pass over its leaves."""

    def __init__(self, log: str, verifiers: Collection[Verifier]) -> None:
        self.report = Report(log)
        self.organization_id = None if log == PLATFORM else log
        self.roots = RootCheck(self.report, verifiers)
        self.purge: _Purge | None = None
        self.purged_before = ""
        # The number of erased parts by the event that they refer to and by kind.
        self.erased: Counter[tuple[str, str]] = Counter()

    def read_leaves(self, on_progress: Callable[[int], object]) -> None:
        self._read_purge()
        with connection.chunked_cursor() as cursor:
            cursor.execute(_LEAVES, [self.report.log])
            while rows := cursor.fetchmany(ROWS_AT_ONCE):
                for leaf_index, event_id, leaf, body, *rest in rows:
                    columns, parts = rest[: len(COLUMNS)], rest[len(COLUMNS) :]
                    self._leaf(leaf_index, event_id, leaf, body, columns, read_parts(parts))
                on_progress(len(rows))

    def _leaf(
        self, leaf_index: int, event_id: str, leaf: Any, body: str | None, columns: Any, parts: dict[str, Part]
    ) -> None:
        self.roots.leaf(leaf_index, event_id, bytes(leaf))
        if body is not None:
            log, content = self.organization_id, read_body(body)
            for field, text in differences(body, content, leaf=bytes(leaf), columns=columns, organization_id=log):
                self.report.add(Verdict.ALTERED, text, event_id, field)
            self._check_parts(event_id, content, parts)
        elif event_id < self.purged_before:
            self.report.purged += 1
        else:
            self.report.add(Verdict.REMOVED, "the event is missing; only its leaf is left", event_id)

    def _check_parts(self, event_id: str, content: dict[str, Any], parts: dict[str, Part]) -> None:
        for kind, part in parts.items():
            if part.erased_by is not None:
                self.erased[part.erased_by, kind] += 1
        for kind, text in part_faults(content, parts):
            self.report.add(Verdict.ALTERED if kind in parts else Verdict.REMOVED, text, event_id, kind)

    def _select(self, statement: str, **parameters: str) -> list[tuple[Any, ...]]:
        """Run a SELECT of this log's events or of its rows in the sealer's queue."""
        of_log = _OF_PLATFORM if self.organization_id is None else _OF_ORGANIZATION
        with connection.cursor() as cursor:
            cursor.execute(statement.format(of_log=of_log), {"log": self.report.log, **parameters})
            return list(cursor.fetchall())

    def _read_events(self, action: str, parse: Callable[[dict[str, Any]], T]) -> list[T]:
        """Return the parsed bodies of this log's events with one action, newest first. Reports malformed ones."""
        parsed = []
        for event_id, body in self._select(_EVENTS_OF_ACTION, action=action):
            try:
                parsed.append(parse(orjson.loads(body)))
            except (ValueError, KeyError, TypeError, OverflowError):
                self.report.add(Verdict.ALTERED, f"its body lacks the fields of {action}", event_id, "body")
        return parsed

    def _read_purge(self) -> None:
        """Accept the newest purge, unless it dropped events younger than its policy or any policy may drop."""
        for purge in self._read_events("audit_log.purged", _Purge.of)[:1]:
            if purge.recorded_at - purge.before < max(purge.retention, SHORTEST_RETENTION):
                text = "a purge dropped events that were younger than its policy allows"
                self.report.add(Verdict.REMOVED, text, purge.event_id)
            else:
                self.purge = purge
                self.purged_before = str(first_id(purge.before))

    def check_purge_and_erasures(self) -> None:
        report = self.report
        recorded = self.purge.total_events if self.purge else 0
        if report.purged != recorded:
            text = f"the events about purges state that {recorded} events were dropped; {report.purged} are missing"
            report.add(Verdict.REMOVED, text)
        elif self.purge and report.purged:
            days = self.purge.retention.days
            report.add(Verdict.PURGED, f"{report.purged} events older than {days} days were dropped")
        self._check_erasures()

    def _check_erasures(self) -> None:
        report = self.report
        recorded = dict(self._read_events("personal_data.erased", _erasure))
        for event_id in {event_id for event_id, _ in self.erased}:
            kinds, stated = recorded.get(event_id, (frozenset(), 0))
            rows = sum(self.erased[event_id, kind] for kind in KINDS)
            # Parts that were purged after the erasure are missing from ``rows``, so fewer are then right.
            if rows > stated or (rows < stated and not report.purged):
                text = f"an erasure states {stated} parts of events; {rows} refer to it"
                report.add(Verdict.REMOVED, text, event_id, "personal")
            for kind in sorted({kind for by, kind in self.erased if by == event_id} - kinds):
                report.add(Verdict.REMOVED, f"an erasure does not name the erased {NAMES[kind]}", event_id, kind)
        report.erased = self.erased.total()
        if report.erased:
            report.add(Verdict.ERASED, f"{report.erased} parts of events were erased on request")

    def check_unsealed(self, limit: timedelta) -> None:
        report = self.report
        for event_id, exists, seconds in self._select(_UNSEALED):
            report.unsealed += 1
            report.oldest_unsealed_seconds = max(report.oldest_unsealed_seconds, seconds or 0.0)
            if not exists:
                report.add(Verdict.REMOVED, "the event was deleted before it was sealed", event_id)
        for (event_id,) in self._select(_NEVER_SEALED):
            report.add(Verdict.INSERTED, "it is neither sealed nor in the sealer's queue", event_id)
        for event_id in self._read_events("audit_log.event_missing", lambda body: str(body["details"]["event_id"])):
            report.add(Verdict.REMOVED, "the event was deleted before it was sealed", event_id)
        if report.oldest_unsealed_seconds > limit.total_seconds():
            oldest = f"{report.oldest_unsealed_seconds:.0f} seconds"
            text = f"{report.unsealed} events wait for the sealer, the oldest for {oldest}"
            report.add(Verdict.UNSEALED, text)
