"""Checks a log's leaves, in their order, against the signed roots in the database and in published checkpoints."""

from collections.abc import Collection

from django.db import connection

from billing_audit.signed_notes import Checkpoint, InvalidNote, UnknownKey, Verifier, base64_of
from billing_audit.transparency import merkle
from billing_audit.transparency.checkpoints import PublishedCheckpoint
from billing_audit.transparency.restores import Remains
from billing_audit.verification.report import Report, Verdict

ROWS_AT_ONCE = 2000


class RootCheck:
    """Rebuilds a log's Merkle tree leaf by leaf, and reports where its root differs from a signed one."""

    def __init__(self, report: Report, verifiers: Collection[Verifier]) -> None:
        self.report = report
        self.verifiers = verifiers
        # Root by size, from the checkpoints in the database and from the published ones.
        self.roots: dict[int, bytes] = {}
        self.published_roots: dict[int, bytes] = {}
        # The largest size of a checkpoint that only unknown keys have signed, whose root therefore proves nothing.
        self.largest_unknown = 0
        # What a restore left of the log, as a statement that counts tells it.
        self.remains: Remains | None = None
        self.edge = merkle.Edge()
        # The event ids of the leaves since the last matching root, and the size at which a root first differed.
        self.batch: list[str] = []
        self.wrong_at: int | None = None
        self.has_gap = False

    def read_signed(self, published: Collection[PublishedCheckpoint]) -> None:
        """Read the signed roots from the database's checkpoints and from ``published``, checkpoints of this log."""
        with connection.chunked_cursor() as cursor:
            cursor.execute(
                "SELECT size, note FROM billing_audit_checkpoint WHERE log = %s ORDER BY size", [self.report.log]
            )
            while rows := cursor.fetchmany(ROWS_AT_ONCE):
                for size, note in rows:
                    self._read_checkpoint(size, note, self.roots)
        for each in published:
            self._read_checkpoint(each.size, each.note, self.published_roots)
        if self.published_roots:
            self.report.compared_size = max(self.published_roots)

    def _read_checkpoint(self, size: int, note: str, roots: dict[int, bytes]) -> None:
        what = f"the {'checkpoint' if roots is self.roots else 'published checkpoint'} of size {size}"
        try:
            point = Checkpoint.parse(note, self.report.log, self.verifiers)
        except UnknownKey as error:
            self.report.add(Verdict.UNKNOWN_KEY, f"{what}: {error}", field="checkpoint")
            if roots is self.roots:
                self.largest_unknown = max(self.largest_unknown, size)
        except InvalidNote as error:
            self.report.add(Verdict.ALTERED, f"{what}: {error}", field="checkpoint")
        else:
            if point.size == size:
                roots[size] = point.root
            else:
                self.report.add(Verdict.ALTERED, f"{what} is signed for size {point.size}", field="checkpoint")

    def leaf(self, leaf_index: int, event_id: str, leaf: bytes) -> None:
        """Append a leaf and compare the new root with the signed ones.

        Stops comparing after the first root that differs, or a gap in the leaves, since all later roots then differ.
        """
        if leaf_index != self.report.sealed:
            self.report.add(Verdict.REMOVED, f"the leaves {self.report.sealed} to {leaf_index - 1} are missing")
            self.has_gap = True
        self.report.sealed = leaf_index + 1
        if self.has_gap or self.wrong_at is not None:
            return
        self.edge = self.edge.append(leaf)
        self.batch.append(event_id)
        size = self.edge.size
        if size not in self.roots and size not in self.published_roots:
            return
        root = self.edge.root
        if self.roots.get(size, root) != root:
            self.wrong_at = size
        elif size in self.roots:
            self.batch.clear()
        is_lost = self.remains is not None and size > self.remains.lost_from
        if self.published_roots.get(size, root) != root and not is_lost:
            self.report.add(
                Verdict.ALTERED, f"the log was rewritten: the published checkpoint of {size} events has another root"
            )

    def check_end(self) -> None:
        """After the last leaf, report what the roots and sizes show."""
        add = self.report.add
        size, compared = self.report.sealed, self.report.compared_size or 0
        signed = max(self.roots, default=0)
        with connection.cursor() as cursor:
            cursor.execute("SELECT size FROM billing_audit_tree WHERE log = %s", [self.report.log])
            known = (cursor.fetchone() or (0,))[0]
        if self.wrong_at is not None:
            self._add_wrong_root(self.wrong_at, size, signed)
        elif self.has_gap:
            return
        elif size < max(signed, known):
            add(Verdict.CUT_OFF, f"{max(signed, known)} events were sealed, but only {size} leaves exist")
        elif size > (last := max(signed, self.largest_unknown)) and known >= size:
            add(Verdict.CUT_OFF, f"the checkpoints after size {last} are missing; {size} events were sealed")
        elif size > last:
            add(Verdict.INSERTED, f"{size - last} leaves come after the last checkpoint", self.batch[0])
        if self.remains is not None:
            self._check_remains(self.remains)
        if size < compared and (self.remains is None or compared > self.remains.published_size):
            add(Verdict.CUT_OFF, f"a published checkpoint has {compared} events, but only {size} exist")

    def _check_remains(self, remains: Remains) -> None:
        """Compare the log with what the statement about a restore says of it."""
        size, published = self.report.sealed, self.published_roots.get(remains.published_size)
        root = base64_of(self.edge.root) if size else ""
        if size != remains.surviving_size:
            text = f"the restore left {remains.surviving_size} events, but {size} leaves exist"
            self.report.add(Verdict.CUT_OFF if size < remains.surviving_size else Verdict.INSERTED, text)
        elif root != remains.surviving_root and self.wrong_at is None and not self.has_gap:
            self.report.add(Verdict.ALTERED, "the log's root is not the one that the restore left", field="leaf")
        if published is not None and base64_of(published) != remains.published_root:
            text = f"the statement about the restore names another root of {remains.published_size} events"
            self.report.add(Verdict.ALTERED, text, field="checkpoint")

    def _add_wrong_root(self, wrong_at: int, size: int, signed: int) -> None:
        add = self.report.add
        leaves = f"the leaves {wrong_at - len(self.batch)} to {wrong_at - 1}"
        if size < signed:
            add(Verdict.REMOVED, f"{signed - size} of the {signed} sealed events are missing, the first among {leaves}")
        elif size > signed:
            more = f"there are {size - signed} more than the {signed} sealed events"
            add(Verdict.INSERTED, f"{more}, the first among {leaves}")
        elif sorted(self.batch) != self.batch:
            add(Verdict.REORDERED, f"{leaves} are not in the order in which they were sealed")
        else:
            text = f"{leaves} are not those that were sealed: their root is not the signed one"
            add(Verdict.ALTERED, text, field="leaf")
