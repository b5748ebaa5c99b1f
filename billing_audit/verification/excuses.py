"""Which absences a log's own events excuse: only those that a signed statement of the operator accounts for."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from django.db import connection

from billing_audit.canonical_json import read_body
from billing_audit.signed_notes import InvalidNote, Verifier
from billing_audit.storage.partitions import SHORTEST_RETENTION, first_id
from billing_audit.transparency.checkpoints import PublishedStatement
from billing_audit.transparency.log_names import first_name, names_of, number_of
from billing_audit.transparency.restores import Remains, Restore
from billing_audit.transparency.statements import RESTORED, Statement, statement_about, stored_notes
from billing_audit.verification.report import Report, Verdict

# Events that a purge left, although they had been sealed before it. Later ones may have an older time by a wrong clock.
_LEFT_BY_PURGE: Final = """
SELECT count(*) FROM billing_audit_event e JOIN billing_audit_leaf l ON l.event_id = e.id
WHERE l.log = %(log)s AND e.id < %(bound)s
  AND NOT EXISTS (
    SELECT FROM billing_audit_leaf p WHERE p.event_id = %(purge)s AND p.log = l.log AND l.place >= p.place
  )
"""
# The events with which the names of a log begin, but for its first name.
_FIRST_EVENTS: Final = """
SELECT l.log, l.event_id::text, e.body FROM billing_audit_leaf l LEFT JOIN billing_audit_event e ON e.id = l.event_id
WHERE l.log = ANY(%s) AND l.place = 0 ORDER BY length(l.log), l.log
"""


@dataclass(frozen=True, slots=True)
class StatementPolicy:
    """What statements must fulfill to count.

    ``verifiers`` are the public keys of their signers. ``published`` are the statements that lie where checkpoints are
    published; without it (None), those in the database count. ``retention`` is the age that events must have had when
    they were purged. ``accepted_restores`` are the ids of the restores that the verifier accepts.
    """

    verifiers: Collection[Verifier] = ()
    published: Collection[PublishedStatement] | None = None
    retention: timedelta = SHORTEST_RETENTION
    accepted_restores: Collection[str] = ()


# No signer is known, so that no statement counts.
NO_STATEMENTS: Final = StatementPolicy()


@dataclass(frozen=True, slots=True)
class _Purge:
    """What the statement about a purge states: it dropped all events ``before`` a time, ``total`` up to now."""

    event_id: str
    stated_at: datetime
    before: datetime
    days: int
    total: int

    @classmethod
    def of(cls, statement: Statement) -> "_Purge":
        before, facts = datetime.fromisoformat(statement.facts["before"]), statement.facts
        # A statement of the future would make young events look old.
        stated_at = min(statement.time, datetime.now(UTC))
        return cls(
            statement.event_id,
            stated_at,
            before.astimezone(UTC),
            int(facts["retention_days"]),
            int(facts["events_in_all"]),
        )


class Excuses:
    """The absences that one log's events excuse. Findings about events that excuse nothing go to the report."""

    def __init__(self, report: Report, policy: StatementPolicy) -> None:
        self.report = report
        self.policy = policy
        self._purge: _Purge | None = None
        # The restore that this log begins with, and the newest one of the log's later names.
        self.begins_with: Restore | None = None
        self._restore: Restore | None = None
        # Events with an id below this were purged.
        self.purged_before = ""
        # By the id of the event about an erasure: the parts that are to be erased, as pairs (event id, kind), and the
        # number of parts that refer to it.
        self._erased: dict[str, set[tuple[str, str]]] = {}
        self._counts: defaultdict[str, int] = defaultdict(int)

    @property
    def remains(self) -> Remains | None:
        """What the newest restore left of this log; None if it was not restored under this name."""
        return self._restore.logs[self.report.log] if self._restore else None

    def read(self, purges: Mapping[str, Mapping[str, Any]], erasures: Mapping[str, Mapping[str, Any]]) -> None:
        """Read the statements about these events of the log: their parsed bodies by id, the newest first.

        Those about restores are read with the first leaf of each of the log's later names.
        """
        for statement in [each for each in self._stated(purges, "dropped events") if self._is_of_this(each)][:1]:
            self._accept_purge(statement)
        for statement in filter(self._is_of_this, self._stated(erasures, "erased data")):
            erased = statement.facts.get("erased")
            pairs = erased.items() if isinstance(erased, dict) else ()
            self._erased[statement.event_id] = {(str(each), kind) for kind, ids in pairs for each in ids}
        self._read_restores()

    def is_erased(self, event_id: str, kind: str, erased_by: str) -> bool:
        """Return whether the statement about the event ``erased_by`` names this part of an event, and count it."""
        self._counts[erased_by] += 1
        self.report.erased += 1
        return (event_id, kind) in self._erased.get(erased_by, ())

    def check_end(self) -> None:
        """After the last leaf, compare what is missing with what the statements say."""
        report, purge = self.report, self._purge
        stated = purge.total if purge else 0
        if report.purged != stated:
            text = f"the statements about purges account for {stated} dropped events; {report.purged} are missing"
            report.add(Verdict.REMOVED, text)
        elif purge and report.purged:
            report.add(Verdict.PURGED, f"{report.purged} events older than {purge.days} days were dropped")
        for event_id, pairs in self._erased.items():
            # What was purged after the erasure is not there any more.
            expected = sum(each >= self.purged_before for each, _ in pairs)
            if self._counts[event_id] < expected:
                text = f"an erasure states {expected} parts of events; {self._counts[event_id]} refer to it"
                report.add(Verdict.REMOVED, text, event_id)
        if report.erased:
            report.add(Verdict.ERASED, f"{report.erased} parts of events were erased on request")
        if restore := self._restore:
            is_accepted = restore.id in self.policy.accepted_restores
            text = (
                f"{restore.logs[report.log].description}, and nothing is known after {restore.known_until}; the log"
                f" goes on as {restore.log}. The id of the restore is {restore.id}"
            )
            report.add(Verdict.RESTORE_ACCEPTED if is_accepted else Verdict.RESTORED, text, restore.event_id)

    def _stated(self, events: Mapping[str, Mapping[str, Any]], what: str) -> Iterator[Statement]:
        """Yield the statement about each event, and report the events without a valid one."""
        notes = self._notes(events)
        for event_id, content in events.items():
            try:
                event = {**content, "id": event_id}
                yield statement_about(event, notes.get(event_id, ()), self.report.log, self.policy.verifiers)
            except InvalidNote as error:
                self.report.add(Verdict.INSERTED, f"it does not account for {what}: {error}", event_id)

    def _notes(self, event_ids: Collection[str]) -> Mapping[str, list[str]]:
        if self.policy.published is None:
            return {event_id: [note] for event_id, note in stored_notes(event_ids).items()}
        notes = defaultdict(list)
        for each in self.policy.published:
            if first_name(each.log) == first_name(self.report.log):
                notes[each.event_id].append(each.note)
        return notes

    def _is_of_this(self, statement: Statement) -> bool:
        return statement.log == self.report.log

    def _read_restores(self) -> None:
        """Accept the restore that this log begins with, and the newest one of its later names, which tells of all."""
        this = self.report.log
        later = [log for log in names_of(first_name(this)) if number_of(log) > 1]
        if not later:
            return
        with connection.cursor() as cursor:
            cursor.execute(_FIRST_EVENTS, [later])
            rows = cursor.fetchall()
        notes = self._notes([event_id for _, event_id, _ in rows])
        for log, event_id, body in rows:
            if (restore := self._restore_of(log, event_id, body, notes.get(event_id, ()))) is None:
                continue
            if log == this:
                self.begins_with = restore
            if number_of(log) > number_of(this) and this in restore.logs:
                self._restore = restore

    def _restore_of(self, log: str, event_id: str, body: str | None, notes: Collection[str]) -> Restore | None:
        """Return the restore that a log's first event is about; None without a statement that counts.

        The event itself may have been purged since.
        """
        for note in notes:
            try:
                statement = Statement.parse(note, log, self.policy.verifiers)
                is_about = statement.is_about(read_body(body)) if body else event_id < self.purged_before
                if statement.action == RESTORED and statement.event_id == event_id and is_about:
                    return Restore.of(statement)
            except InvalidNote:
                continue
        return None

    def _accept_purge(self, statement: Statement) -> None:
        """Accept the newest purge, unless it dropped events that were too young, or left some."""
        try:
            purge = _Purge.of(statement)
            bound = str(first_id(purge.before))
        except (ValueError, KeyError, TypeError, OverflowError):
            self.report.add(Verdict.INSERTED, "the statement about the purge lacks its facts", statement.event_id)
            return
        days = max(self.policy.retention, SHORTEST_RETENTION)
        with connection.cursor() as cursor:
            cursor.execute(_LEFT_BY_PURGE, {"log": self.report.log, "bound": bound, "purge": purge.event_id})
            left = cursor.fetchone()[0]
        if purge.stated_at - purge.before < days:
            text = f"a purge dropped events that were younger than {days.days} days"
            self.report.add(Verdict.REMOVED, text, purge.event_id)
        elif left:
            text = f"a purge states that all events before {purge.before:%Y-%m-%d} were dropped, but {left} are there"
            self.report.add(Verdict.REMOVED, text, purge.event_id)
        else:
            self._purge, self.purged_before = purge, bound
