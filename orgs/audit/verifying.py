"""Verify the record: what is in the tables against the signed checkpoints, and those against heads kept elsewhere.

Reads only; one log is one pass over its leaves in order, each beside its event and its personal data. What a pass
cannot show: that an event was deleted before it was sealed and its row of the queue with it; and, without a head
from outside, that whoever holds the signing key has not written the whole log anew.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Final

import orjson
from django.db import connection, transaction

from orgs.audit.event_check import SQL_COLUMNS, differences, is_personal_data_right, read_body
from orgs.audit.heads import Head
from orgs.audit.partitions import SHORTEST_RETENTION, first_id
from orgs.audit.root_check import ROWS_AT_ONCE, RootCheck
from orgs.audit.sealing import PLATFORM
from orgs.audit.signing import Verifier
from orgs.audit.verdicts import Report, Verdict

_LEAVES: Final = f"""
SELECT l.place, l.event_id::text, l.hash, e.body, p.event_id IS NOT NULL, p.salt, p.data::text, p.erased_by::text,
       {SQL_COLUMNS}
FROM audit_leaf l LEFT JOIN audit_event e ON e.id = l.event_id LEFT JOIN audit_personal p ON p.event_id = l.event_id
WHERE l.log = %s ORDER BY l.place
"""  # noqa: S608 (constants only)
_NEVER_SEALED: Final = """
SELECT e.id::text FROM audit_event e
WHERE e.organization_id IS NOT DISTINCT FROM %s
  AND NOT EXISTS (SELECT FROM audit_leaf l WHERE l.event_id = e.id)
  AND NOT EXISTS (SELECT FROM audit_unsealed u WHERE u.event_id = e.id) ORDER BY e.id
"""
_UNSEALED: Final = """
SELECT u.event_id::text, e.id IS NOT NULL, extract(epoch FROM statement_timestamp() - e.recorded_at)::float
FROM audit_unsealed u LEFT JOIN audit_event e ON e.id = u.event_id
WHERE u.organization_id IS NOT DISTINCT FROM %s ORDER BY u.event_id
"""
_SAID: Final = """
SELECT body FROM audit_event WHERE organization_id IS NOT DISTINCT FROM %s AND action = %s ORDER BY id DESC
"""
_LOGS: Final = """
SELECT log FROM audit_tree UNION SELECT DISTINCT log FROM audit_checkpoint
UNION SELECT DISTINCT coalesce(organization_id, 'platform') FROM audit_unsealed
UNION SELECT DISTINCT coalesce(organization_id, 'platform') FROM audit_event ORDER BY 1
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
    heads: Collection[Head] = (),
    unsealed_limit: timedelta = timedelta(seconds=60),
    is_known: bool = False,
    on_progress: Callable[[int], None] = lambda done: None,
) -> Report:
    """Verify one log and return what was found. Call it inside ``one_moment``.

    ``heads`` are checkpoints from outside the database, of this log or of others; ``unsealed_limit`` is how long the
    sealer may take; ``is_known``: the log's organization exists, so that its log cannot be empty.
    """
    check = _LogCheck(log, verifiers)
    check.roots.read_signed([head for head in heads if head.log == log])
    check.read_leaves(on_progress)
    check.roots.judge()
    check.judge_purge_and_erasures()
    check.judge_unsealed(unsealed_limit)
    report = check.report
    if is_known and not report.sealed and not report.unsealed:
        report.add(Verdict.CUT_OFF, "it is empty, and every organization's log begins with an event")
    return report


class _LogCheck:
    """One pass over one log."""

    def __init__(self, log: str, verifiers: Collection[Verifier]) -> None:
        self.report = Report(log)
        self.organization_id = None if log == PLATFORM else log
        self.roots = RootCheck(self.report, verifiers)
        self.purged_before = ""
        self.purged_in_all = 0
        self.erased: Counter[str] = Counter()

    def read_leaves(self, on_progress: Callable[[int], None]) -> None:
        self._read_purge()
        with connection.chunked_cursor() as cursor:
            cursor.execute(_LEAVES, [self.report.log])
            while rows := cursor.fetchmany(ROWS_AT_ONCE):
                for place, event_id, leaf, body, *rest in rows:
                    self._leaf(place, event_id, leaf, body, personal=rest[:4], columns=rest[4:])
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

    def _check_personal(
        self, event_id: str, content: dict[str, Any], is_there: bool, salt: Any, data: str | None, erased_by: str | None
    ) -> None:
        if not is_there:
            self.report.add(Verdict.REMOVED, "its personal data is gone, and no event says so", event_id, "personal")
        elif erased_by is not None:
            self.erased[erased_by] += 1
        elif not is_personal_data_right(content, salt, data):
            self.report.add(Verdict.ALTERED, "its personal data is not what it was", event_id, "personal")

    # What it comes to

    def _said(self, action: str) -> list[dict[str, Any]]:
        """The events of one kind in this log, the newest first."""
        with connection.cursor() as cursor:
            cursor.execute(_SAID, [self.organization_id, action])
            return [orjson.loads(body) for (body,) in cursor.fetchall()]

    def _read_purge(self) -> None:
        """Take the newest purge at its word where it dropped nothing younger than the record allows at all."""
        for content in self._said("audit_log.purged")[:1]:
            details = content["details"]
            before = datetime.fromisoformat(details["before"])
            age = datetime.fromisoformat(content["recorded_at"]) - before
            if age < max(timedelta(days=details["retention_days"]), SHORTEST_RETENTION):
                self.report.add(
                    Verdict.REMOVED, "a purge says that it took events younger than the policy's", content["id"]
                )
                continue
            self.purged_before = str(first_id(before))
            self.purged_in_all = details["events_in_all"]

    def judge_purge_and_erasures(self) -> None:
        report = self.report
        if report.purged != self.purged_in_all:
            text = f"purges say that they took {self.purged_in_all} events; {report.purged} are gone"
            report.add(Verdict.REMOVED, text)
        elif report.purged:
            report.add(Verdict.PURGED, f"{report.purged} events were dropped when their time was over")
        said = {content["id"]: content["details"]["rows"] for content in self._said("personal_data.erased")}
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
        with connection.cursor() as cursor:
            cursor.execute(_UNSEALED, [self.organization_id])
            for event_id, is_there, seconds in cursor.fetchall():
                report.unsealed += 1
                report.oldest_unsealed_seconds = max(report.oldest_unsealed_seconds, seconds or 0.0)
                if not is_there:
                    report.add(Verdict.REMOVED, "the event was gone before it was sealed", event_id)
            cursor.execute(_NEVER_SEALED, [self.organization_id])
            for (event_id,) in cursor.fetchall():
                report.add(Verdict.INSERTED, "it was neither sealed nor queued to be", event_id)
        for content in self._said("audit_log.event_missing"):
            report.add(Verdict.REMOVED, "the event was gone before it was sealed", content["details"]["event_id"])
        if report.oldest_unsealed_seconds > limit.total_seconds():
            text = f"{report.unsealed} events, the oldest for {report.oldest_unsealed_seconds:.0f} seconds"
            report.add(Verdict.UNSEALED, text)
