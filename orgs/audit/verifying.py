"""Verify the record: what is in the tables against the signed checkpoints, and those against heads kept elsewhere.

Reads only; one log is one pass over its leaves in order, each beside its event and its personal data. What a pass
cannot show: that an event was deleted before it was sealed and its row of the queue with it; and, without a head
from outside, that whoever holds the signing key has not written the whole log anew.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Final

import orjson
from django.db import connection, transaction

from orgs.audit import merkle
from orgs.audit.canonical import canonical, commitment
from orgs.audit.heads import Head
from orgs.audit.partitions import SHORTEST_RETENTION, first_id
from orgs.audit.sealing import PLATFORM
from orgs.audit.signing import Checkpoint, InvalidNote, Verifier
from orgs.audit.verdicts import Report, Verdict

ROWS_AT_ONCE: Final = 2000
_COLUMNS: Final = (
    "id", "organization_id", "recorded_at", "action", "outcome", "reason_code", "actor_kind", "actor_id",
    "target_kind", "target_id", "request_id",
)  # fmt: skip
_SQL_COLUMNS: Final = """e.id::text, e.organization_id,
    to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.action, e.outcome, e.reason_code,
    e.actor_kind, e.actor_id, e.target_kind, e.target_id, e.request_id"""
_LEAVES: Final = f"""
SELECT l.place, l.event_id::text, l.hash, e.body, p.event_id IS NOT NULL, p.salt, p.data::text, p.erased_by::text,
       {_SQL_COLUMNS}
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
    check.read_signed([head for head in heads if head.log == log])
    check.read_leaves(on_progress)
    check.judge_roots()
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
        self.verifiers = verifiers
        # Size to root: as signed inside the database, and outside of it.
        self.roots: dict[int, bytes] = {}
        self.outside: dict[int, bytes] = {}
        self.edge = merkle.Edge()
        # The ids of the leaves since the last root that was right, and the first size whose root was wrong.
        self.batch: list[str] = []
        self.wrong_at: int | None = None
        self.has_gap = False
        self.purged_before = ""
        self.purged_in_all = 0
        self.erased: Counter[str] = Counter()

    # What was signed

    def read_signed(self, heads: Collection[Head]) -> None:
        with connection.chunked_cursor() as cursor:
            cursor.execute("SELECT size, note FROM audit_checkpoint WHERE log = %s ORDER BY size", [self.report.log])
            while rows := cursor.fetchmany(ROWS_AT_ONCE):
                for size, note in rows:
                    self._signed(size, note, self.roots)
        for head in heads:
            self._signed(head.size, head.note, self.outside)
        if self.outside:
            self.report.compared_size = max(self.outside)
        else:
            self.report.add(Verdict.NO_OUTSIDE_HEAD, "no head from outside the database was given to compare")

    def _signed(self, size: int, note: str, roots: dict[int, bytes]) -> None:
        what = f"the {'checkpoint' if roots is self.roots else 'outside head'} of size {size}"
        try:
            point = Checkpoint.parse(note, self.verifiers)
        except InvalidNote as error:
            self.report.add(Verdict.ALTERED, f"{what}: {error}", field="checkpoint")
            return
        if (point.log, point.size) == (self.report.log, size):
            roots[size] = point.root
        else:
            self.report.add(Verdict.ALTERED, f"{what} is that of {point.log} at size {point.size}", field="checkpoint")

    # What is there

    def read_leaves(self, on_progress: Callable[[int], None]) -> None:
        self._read_purge()
        with connection.chunked_cursor() as cursor:
            cursor.execute(_LEAVES, [self.report.log])
            while rows := cursor.fetchmany(ROWS_AT_ONCE):
                for place, event_id, leaf, body, *rest in rows:
                    self._leaf(place, event_id, leaf, body, personal=rest[:4], columns=rest[4:])
                on_progress(self.report.sealed)

    def _leaf(self, place: int, event_id: str, leaf: Any, body: str | None, personal: Any, columns: Any) -> None:
        report = self.report
        if place != report.sealed:
            report.add(Verdict.REMOVED, f"the leaves from {report.sealed} to {place - 1} are missing")
            self.has_gap = True
        report.sealed = place + 1
        self._check_root(event_id, bytes(leaf))
        if body is not None:
            content = self._check_event(event_id, bytes(leaf), body, columns)
            self._check_personal(event_id, content, *personal)
        elif event_id < self.purged_before:
            report.purged += 1
        else:
            report.add(Verdict.REMOVED, "the event is gone; its leaf is here", event_id)

    def _check_root(self, event_id: str, leaf: bytes) -> None:
        """Append the leaf, and hold the root against what was signed; after the first wrong one all are."""
        if self.has_gap or self.wrong_at is not None:
            return
        self.edge = self.edge.append(leaf)
        self.batch.append(event_id)
        size = self.edge.size
        if size not in self.roots and size not in self.outside:
            return
        root = self.edge.root
        if self.roots.get(size, root) != root:
            self.wrong_at = size
        elif size in self.roots:
            self.batch.clear()
        if self.outside.get(size, root) != root:
            self.report.add(Verdict.ALTERED, f"it was written anew: the outside head of size {size} has another root")

    def _check_event(self, event_id: str, leaf: bytes, body: str, columns: Sequence[Any]) -> dict[str, Any]:
        try:
            content: dict[str, Any] = orjson.loads(body)
            differing = [name for name, column in zip(_COLUMNS, columns, strict=True) if content[name] != column]
        except (orjson.JSONDecodeError, KeyError, TypeError):
            content, differing = {}, []
        where = ", ".join(differing)
        if merkle.leaf_hash(body.encode()) != leaf:
            where = where or "body"
            self.report.add(Verdict.ALTERED, f"it is not what was sealed: {where}", event_id, where)
        elif differing:
            self.report.add(Verdict.ALTERED, f"its columns do not say what its body says: {where}", event_id, where)
        if content.get("organization_id") != self.organization_id:
            self.report.add(Verdict.ALTERED, "it belongs to another log", event_id, "organization_id")
        return content

    def _check_personal(
        self, event_id: str, content: dict[str, Any], is_there: bool, salt: Any, data: str | None, erased_by: str | None
    ) -> None:
        if not is_there:
            self.report.add(Verdict.REMOVED, "its personal data is gone, and no event says so", event_id, "personal")
        elif erased_by is not None:
            self.erased[erased_by] += 1
        elif commitment(bytes(salt or b""), canonical(orjson.loads(data or "null"))) != content.get(
            "personal_commitment"
        ):
            self.report.add(Verdict.ALTERED, "its personal data is not what it was", event_id, "personal")

    # What it comes to

    def judge_roots(self) -> None:
        report, size, signed = self.report, self.report.sealed, max(self.roots, default=0)
        with connection.cursor() as cursor:
            cursor.execute("SELECT size FROM audit_tree WHERE log = %s", [report.log])
            known = (cursor.fetchone() or (0,))[0]
        if self.wrong_at is not None:
            self._judge_wrong_root(self.wrong_at, size, signed)
        elif self.has_gap:
            return
        elif size < max(signed, known):
            report.add(Verdict.CUT_OFF, f"{max(signed, known)} events were sealed, and {size} leaves are here")
        elif size > signed and known >= size:
            report.add(Verdict.CUT_OFF, f"the checkpoints after size {signed} are gone; {size} events were sealed")
        elif size > signed:
            report.add(Verdict.INSERTED, f"{size - signed} leaves stand after the last checkpoint", self.batch[0])
        if size < (report.compared_size or 0):
            report.add(Verdict.CUT_OFF, f"an outside head knows {report.compared_size} events; {size} are here")

    def _judge_wrong_root(self, wrong_at: int, size: int, signed: int) -> None:
        places = f"the places from {wrong_at - len(self.batch)} to {wrong_at - 1}"
        if size < signed:
            self.report.add(
                Verdict.REMOVED, f"{signed - size} of the {signed} sealed events are gone, the first from {places}"
            )
        elif size > signed:
            self.report.add(
                Verdict.INSERTED, f"{size - signed} more than the {signed} sealed events, the first in {places}"
            )
        elif sorted(self.batch) != self.batch:
            self.report.add(Verdict.REORDERED, f"events stand in other {places} than they were sealed in")
        else:
            self.report.add(
                Verdict.ALTERED, f"the leaves in {places} are not those whose root was signed", field="leaf"
            )

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
