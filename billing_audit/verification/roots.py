"""A log's leaves, in their order, against the roots that were signed of it, inside the database and outside of it."""

from collections.abc import Collection, Iterator

from django.db import connection

from billing_audit.signed_notes import Checkpoint, InvalidNote, Verifier
from billing_audit.transparency import merkle
from billing_audit.transparency.checkpoints import PublishedCheckpoint
from billing_audit.verification.report import Report, Verdict

ROWS_AT_ONCE = 2000


class RootCheck:
    """Reads what was signed of a log, takes its leaves one by one, and says what does not fit."""

    def __init__(self, report: Report, verifiers: Collection[Verifier]) -> None:
        self.report = report
        self.verifiers = verifiers
        # Size to root: as signed inside the database, and outside of it.
        self.roots: dict[int, bytes] = {}
        self.outside: dict[int, bytes] = {}
        self.edge = merkle.Edge()
        # The ids of the leaves since the last root that was right, and the first size whose root was wrong.
        self.batch: list[str] = []
        self.wrong_at: int | None = None
        self.has_gap = False

    def read_signed(self, published: Collection[PublishedCheckpoint]) -> None:
        """Read the checkpoints of the database, and take the published ones of this log."""
        with connection.chunked_cursor() as cursor:
            cursor.execute(
                "SELECT size, note FROM billing_audit_checkpoint WHERE log = %s ORDER BY size", [self.report.log]
            )
            while rows := cursor.fetchmany(ROWS_AT_ONCE):
                for size, note in rows:
                    self._signed(size, note, self.roots)
        for each in published:
            self._signed(each.size, each.note, self.outside)
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

    def leaf(self, place: int, event_id: str, leaf: bytes) -> None:
        """Append a leaf, and hold the root against what was signed; after the first wrong one all are."""
        if place != self.report.sealed:
            self.report.add(Verdict.REMOVED, f"the leaves from {self.report.sealed} to {place - 1} are missing")
            self.has_gap = True
        self.report.sealed = place + 1
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

    def judge(self) -> None:
        """Say what the roots come to, after the last leaf."""
        for verdict, text, event_id, field in self._judgments():
            self.report.add(verdict, text, event_id, field)

    def _judgments(self) -> Iterator[tuple[Verdict, str, str | None, str | None]]:
        size, signed, compared = self.report.sealed, max(self.roots, default=0), self.report.compared_size or 0
        with connection.cursor() as cursor:
            cursor.execute("SELECT size FROM billing_audit_tree WHERE log = %s", [self.report.log])
            known = (cursor.fetchone() or (0,))[0]
        if self.wrong_at is not None:
            yield self._wrong_root(self.wrong_at, size, signed)
        elif self.has_gap:
            return
        elif size < max(signed, known):
            yield Verdict.CUT_OFF, f"{max(signed, known)} events were sealed, and {size} leaves are here", None, None
        elif size > signed and known >= size:
            text = f"the checkpoints after size {signed} are gone; {size} events were sealed"
            yield Verdict.CUT_OFF, text, None, None
        elif size > signed:
            yield Verdict.INSERTED, f"{size - signed} leaves stand after the last checkpoint", self.batch[0], None
        if size < compared:
            yield Verdict.CUT_OFF, f"an outside head knows {compared} events; {size} are here", None, None

    def _wrong_root(self, wrong_at: int, size: int, signed: int) -> tuple[Verdict, str, str | None, str | None]:
        places = f"the places from {wrong_at - len(self.batch)} to {wrong_at - 1}"
        if size < signed:
            text = f"{signed - size} of the {signed} sealed events are gone, the first from {places}"
            return Verdict.REMOVED, text, None, None
        if size > signed:
            text = f"{size - signed} more than the {signed} sealed events, the first in {places}"
            return Verdict.INSERTED, text, None, None
        if sorted(self.batch) != self.batch:
            return Verdict.REORDERED, f"events stand in other {places} than they were sealed in", None, None
        return Verdict.ALTERED, f"the leaves in {places} are not those whose root was signed", None, "leaf"
