"""Statements: signed notes in which an operator states what a purge, an erasure or a restore took from a log.

An event of an action in ``EXCUSING`` explains why other events, or parts of them, are missing. Everyone who may insert
events could write one, so it counts only with a statement that AUDIT_STATEMENT_KEY has signed for this event. Neither
the site nor the sealer has that key. A statement is first written to where checkpoints are published, then stored in
the database, in the transaction that takes the rows.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from django.db import connection

from billing_audit.canonical_json import canonical, read_body
from billing_audit.settings import audit_settings
from billing_audit.signed_notes import InvalidNote, Signer, Verifier, open_note_of_log
from billing_audit.transparency.checkpoints import PublishedStatement, write_statements
from billing_audit.transparency.log_names import first_name
from billing_audit.transparency.object_store import StoreError

PURGED: Final = "audit_log.purged"
ERASED: Final = "personal_data.erased"
RESTORED: Final = "audit_log.restored"
# The actions that excuse an absence, each with the details of its event that the statement repeats.
EXCUSING: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        PURGED: ("before", "retention_days", "events", "events_in_all"),
        ERASED: ("kinds", "rows"),
        RESTORED: ("restore", "known_until", "lost_events"),
    }
)
_INSERT: Final = "INSERT INTO billing_audit_statement (event_id, log, action, note) VALUES (%s, %s, %s, %s)"
_NEWEST: Final = """
SELECT note FROM billing_audit_statement WHERE log = %s AND action = %s ORDER BY event_id DESC LIMIT 1
"""


class CannotState(RuntimeError):
    """There is no key to sign statements with, or they could not be published. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one event of an action in ``EXCUSING`` excuses.

    ``facts`` are the details of the event that ``EXCUSING`` names. Those of an erasure also have ``erased``, the
    parts that were erased, as {kind of part: [event ids]}; those of a restore have what ``transparency.restores`` says.
    ``reason`` is a reference, such as a ticket.
    """

    log: str
    action: str
    event_id: str
    time: datetime
    reason: str
    facts: Mapping[str, Any]

    def note(self, signer: Signer) -> str:
        """Return the statement as a signed note: the log's origin, and a line of canonical JSON."""
        content = {"action": self.action, "event_id": self.event_id, "facts": self.facts, "reason": self.reason}
        return signer.sign_for_log(self.log, canonical({**content, "time": self.time}) + "\n")

    @classmethod
    def parse(cls, note: str, log: str, verifiers: Collection[Verifier]) -> "Statement":
        """Parse a statement about the log. Raises InvalidNote, or UnknownKey, as ``open_note_of_log``."""
        content = read_body(open_note_of_log(note, log, verifiers))
        try:
            time = datetime.fromisoformat(content["time"])
            statement = cls(log, content["action"], content["event_id"], time, content["reason"], content["facts"])
        except (KeyError, TypeError, ValueError):
            raise InvalidNote("the note is signed, but it is not a statement") from None
        if time.tzinfo is None or not isinstance(statement.facts, dict) or statement.action not in EXCUSING:
            raise InvalidNote("the note is signed, but it is not a statement")
        return statement

    def is_about(self, event: Mapping[str, Any]) -> bool:
        """Return whether this states what the event, a parsed body, says: its id, action and details."""
        details = event.get("details")
        if (event.get("id"), event.get("action")) != (self.event_id, self.action) or not isinstance(details, dict):
            return False
        return all(details.get(name, ()) == self.facts.get(name) for name in EXCUSING[self.action])


def statement_about(
    event: Mapping[str, Any], notes: Collection[str], log: str, keys: Collection[Verifier]
) -> Statement:
    """Return the statement about an event, a parsed body, among these notes. Raises InvalidNote if there is none.

    The message says why the last note does not count. ``log`` is any name of the event's log: a statement about what
    was sealed before a restore is made for the name that the log had then.
    """
    fault = InvalidNote("there is no statement about it")
    for note in notes:
        named = note.partition("\n")[0].rpartition("/")[2]
        try:
            statement = Statement.parse(note, named if first_name(named) == first_name(log) else log, keys)
        except InvalidNote as error:
            fault = error
            continue
        if statement.is_about(event):
            return statement
        fault = InvalidNote("the statement is about something else")
    raise fault


@dataclass(frozen=True, slots=True)
class StatementWriter:
    """Signs statements, publishes them in a folder or object store, and stores them in the database."""

    signer: Signer
    to: str
    reason: str

    @classmethod
    def from_settings(cls, reason: str) -> "StatementWriter":
        """Return a writer with the key and the place of the settings. Raises CannotState."""
        key, to = audit_settings.AUDIT_STATEMENT_KEY, audit_settings.AUDIT_CHECKPOINTS
        if key is None:
            raise CannotState(
                "AUDIT_STATEMENT_KEY is not set. Set it for this command alone; `manage.py audit_key` makes one."
            )
        if key.verifier not in audit_settings.AUDIT_STATEMENT_VERIFIERS:
            raise CannotState(
                f"AUDIT_STATEMENT_VERIFIERS does not have the public key of AUDIT_STATEMENT_KEY, {key.verifier}."
                " Without it the sealer refuses what this command records. Set it for every process."
            )
        if not to:
            raise CannotState("AUDIT_CHECKPOINTS is not set. Name the place where checkpoints are published.")
        return cls(key, to, reason)

    def write(self, statements: Sequence[Statement]) -> None:
        """Publish the statements in one file, then store them. Raises CannotState if they cannot be published."""
        notes = [statement.note(self.signer) for statement in statements]
        if not notes:
            return
        rows = list(zip(statements, notes, strict=True))
        try:
            write_statements([PublishedStatement(each.log, each.event_id, note) for each, note in rows], self.to)
        except (OSError, StoreError) as error:
            raise CannotState(
                f"The statements could not be written to AUDIT_CHECKPOINTS, {self.to}: {error}. Nothing was dropped or"
                " erased for them."
            ) from None
        with connection.cursor() as cursor:
            cursor.executemany(_INSERT, [(each.event_id, each.log, each.action, note) for each, note in rows])


def newest_statement(log: str, action: str, verifiers: Collection[Verifier]) -> Statement | None:
    """Return the newest stored statement of an action about the log, None if there is none. Raises InvalidNote."""
    with connection.cursor() as cursor:
        cursor.execute(_NEWEST, [log, action])
        row = cursor.fetchone()
    return Statement.parse(row[0], log, verifiers) if row else None


def stored_notes(event_ids: Collection[Any]) -> dict[str, str]:
    """Return the stored notes of the statements about these events, by event id. One query, none without events."""
    if not event_ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT event_id::text, note FROM billing_audit_statement WHERE event_id = ANY(%s::uuid[])",
            [list(event_ids)],
        )
        return dict(cursor.fetchall())
