"""Verifies the audit log: the tables against their signed checkpoints, and the checkpoints against published ones.

It only reads: one pass over each log's leaves in order, joined with events and their parts. It cannot detect that an
event was deleted together with its row in the sealer's queue before it was sealed; nor, without a published checkpoint,
that the holder of the signing key rewrote the whole log.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, Final

from django.db import connection, transaction
from django.utils import timezone

from billing_audit.canonical_json import read_body
from billing_audit.event_parts import KINDS, NAMES, SQL_JOINS, SQL_OF_KINDS, Part, part_faults, read_parts
from billing_audit.signed_notes import Verifier
from billing_audit.storage.partitions import first_id
from billing_audit.transparency.checkpoints import PublishedCheckpoint
from billing_audit.transparency.event_check import COLUMNS, SQL_COLUMNS, differences
from billing_audit.transparency.log_names import first_name, newest_name, number_of, organization_of
from billing_audit.transparency.statements import ERASED, PURGED
from billing_audit.verification.excuses import NO_STATEMENTS, Excuses, StatementPolicy
from billing_audit.verification.report import Report, Verdict
from billing_audit.verification.roots import ROWS_AT_ONCE, RootCheck

# Checkpoints are published every hour, so the first one of a log is there before its oldest event is this old.
PUBLISHED_WITHIN: Final = timedelta(hours=2)
_LEAVES: Final = f"""
SELECT l.place, l.event_id::text, l.hash, e.body, {SQL_COLUMNS}, {SQL_OF_KINDS}
FROM billing_audit_leaf l LEFT JOIN billing_audit_event e ON e.id = l.event_id {SQL_JOINS}
WHERE l.log = %s ORDER BY l.place
"""  # noqa: S608 (constants only)
# The application's role may insert rows of any kind.
_UNKNOWN_PARTS: Final = """
SELECT event_id::text, kind FROM billing_audit_part WHERE event_id = ANY(%s::uuid[]) AND kind <> ALL(%s) ORDER BY 1, 2
"""
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
    statements: StatementPolicy = NO_STATEMENTS,
    unsealed_limit: timedelta = timedelta(seconds=60),
    is_known: bool = False,
    on_progress: Callable[[int], object] = lambda done: None,
) -> Report:
    """Verify one log and return the report. Call it inside ``one_moment``.

    ``published`` are published checkpoints of all logs. A log that none of them is of needs none yet if it is young
    (``PUBLISHED_WITHIN``) and others are there: else nothing shows that checkpoints are published. ``statements`` says
    which statements about purged events and erased data count. ``unsealed_limit`` is how long an event may wait for the
    sealer. ``is_known`` means that the log's organization exists, so that its log cannot be empty. ``on_progress`` is
    called with the number of leaves that were read since its last call.
    """
    check = _LogCheck(log, verifiers, statements)
    check.roots.read_signed([each for each in published if each.log == log])
    check.read_leaves(on_progress)
    check.roots.check_end()
    check.excuses.check_end()
    if log == newest_name(first_name(log)):
        check.check_unsealed(unsealed_limit)
    report = check.report
    if report.compared_size is None and not (published and check.is_young()):
        report.add(Verdict.NO_OUTSIDE_HEAD, "there is no published checkpoint to compare with")
    if is_known and not report.sealed and not report.unsealed and not check.excuses.remains:
        report.add(Verdict.CUT_OFF, "the log is empty, although every organization's log begins with an event")
    return report


class _LogCheck:
    """The verification of one log, in one pass over its leaves."""

    def __init__(self, log: str, verifiers: Collection[Verifier], statements: StatementPolicy) -> None:
        self.report = Report(log)
        self.organization_id = organization_of(log)
        self.roots = RootCheck(self.report, verifiers)
        self.excuses = Excuses(self.report, statements)
        self.oldest_event: str | None = None

    def read_leaves(self, on_progress: Callable[[int], object]) -> None:
        self.excuses.read(self._events(PURGED), self._events(ERASED))
        self.roots.remains = self.excuses.remains
        with connection.chunked_cursor() as cursor:
            cursor.execute(_LEAVES, [self.report.log])
            while rows := cursor.fetchmany(ROWS_AT_ONCE):
                for leaf_index, event_id, leaf, body, *rest in rows:
                    columns, parts = rest[: len(COLUMNS)], rest[len(COLUMNS) :]
                    self._leaf(leaf_index, event_id, leaf, body, columns, read_parts(parts))
                event_ids = [event_id for _, event_id, *_ in rows]
                self._note_oldest(event_ids)
                self._check_kinds(event_ids)
                on_progress(len(rows))

    def is_young(self) -> bool:
        """Return whether the oldest event, sealed or not, is so recent that no checkpoint may be published yet.

        Not only the first event's time counts, nor a time to come: a log could be young for good by either.
        """
        now, oldest = timezone.now(), self.oldest_event
        earliest, latest = (str(first_id(now + offset)) for offset in (-PUBLISHED_WITHIN, PUBLISHED_WITHIN))
        return oldest is not None and earliest <= oldest < latest

    def _note_oldest(self, event_ids: list[str]) -> None:
        known = [] if self.oldest_event is None else [self.oldest_event]
        self.oldest_event = min(known + event_ids, default=None)

    def _leaf(
        self, leaf_index: int, event_id: str, leaf: Any, body: str | None, columns: Any, parts: dict[str, Part]
    ) -> None:
        self.roots.leaf(leaf_index, event_id, bytes(leaf))
        self._check_first(leaf_index, event_id)
        if body is not None:
            log, content = self.organization_id, read_body(body)
            for field, text in differences(body, content, leaf=bytes(leaf), columns=columns, organization_id=log):
                self.report.add(Verdict.ALTERED, text, event_id, field)
            self._check_parts(event_id, content, parts)
        elif event_id < self.excuses.purged_before:
            self.report.purged += 1
        else:
            self.report.add(Verdict.REMOVED, "the event is missing; only its leaf is left", event_id)

    def _check_first(self, leaf_index: int, event_id: str) -> None:
        """Check that a log's second name, and each later one, begins with a restore that a statement is about."""
        begins_with = self.excuses.begins_with
        is_first = leaf_index == 0 and number_of(self.report.log) > 1
        if is_first and (begins_with is None or begins_with.event_id != event_id):
            text = "the log goes on after a restore that no statement is about"
            self.report.add(Verdict.INSERTED, text, event_id)

    def _check_parts(self, event_id: str, content: dict[str, Any], parts: dict[str, Part]) -> None:
        for kind, part in parts.items():
            if part.erased_by is not None and not self.excuses.is_erased(event_id, kind, part.erased_by):
                text = f"its {NAMES[kind]} was erased, and no statement about event {part.erased_by} names it"
                self.report.add(Verdict.REMOVED, text, event_id, kind)
        for kind, text in part_faults(content, parts):
            self.report.add(Verdict.ALTERED if kind in parts else Verdict.REMOVED, text, event_id, kind)

    def _check_kinds(self, event_ids: list[str]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(_UNKNOWN_PARTS, [event_ids, list(KINDS)])
            for event_id, kind in cursor.fetchall():
                self.report.add(Verdict.INSERTED, "it has a part of an unknown kind", event_id, kind)

    def _select(self, statement: str, **parameters: str) -> list[tuple[Any, ...]]:
        """Run a SELECT of this log's events or of its rows in the sealer's queue."""
        of_log = _OF_PLATFORM if self.organization_id is None else _OF_ORGANIZATION
        with connection.cursor() as cursor:
            cursor.execute(statement.format(of_log=of_log), {"log": first_name(self.report.log), **parameters})
            return list(cursor.fetchall())

    def _events(self, action: str) -> dict[str, dict[str, Any]]:
        """Return the parsed bodies of this log's events with one action by id, newest first."""
        return {event_id: read_body(body) for event_id, body in self._select(_EVENTS_OF_ACTION, action=action)}

    def check_unsealed(self, limit: timedelta) -> None:
        report = self.report
        rows = self._select(_UNSEALED)
        self._note_oldest([event_id for event_id, *_ in rows])
        for event_id, exists, seconds in rows:
            report.unsealed += 1
            report.oldest_unsealed_seconds = max(report.oldest_unsealed_seconds, seconds or 0.0)
            if not exists:
                report.add(Verdict.REMOVED, "the event was deleted before it was sealed", event_id)
        for (event_id,) in self._select(_NEVER_SEALED):
            report.add(Verdict.INSERTED, "it is neither sealed nor in the sealer's queue", event_id)
        for event_id, content in self._events("audit_log.event_missing").items():
            match content:
                case {"details": {"event_id": str(missing)}}:
                    report.add(Verdict.REMOVED, "the event was deleted before it was sealed", missing)
                case _:
                    report.add(Verdict.ALTERED, "its body lacks the id of the missing event", event_id, "body")
        if report.oldest_unsealed_seconds > limit.total_seconds():
            oldest = f"{report.oldest_unsealed_seconds:.0f} seconds"
            text = f"{report.unsealed} events wait for the sealer, the oldest for {oldest}"
            report.add(Verdict.UNSEALED, text)
