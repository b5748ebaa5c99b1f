"""Restores: what the database lost, stated for each log before the log goes on under a new name.

Signed logs do not heal: after a restore, customers and files hold checkpoints of events that are gone. So each log
ends where the restore left it, and goes on under its next name (``log_names``), whose first leaf is an event that a
signed statement is about. The statement's facts are, next to the details of its event:

- ``operator``: who ran the command, and where;
- ``logs``: by name, what is left of the log under each name that it has had (``Remains``);
- ``index``, ``count``, ``path``: the proof that these facts are among those of the restore. Its id is the root of a
  Merkle tree over the facts of every log, so that somebody who accepts the id accepts exactly what was stated.
"""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final

from django.db import connection, transaction
from django.utils import timezone

from billing_audit.canonical_json import canonical, write_time
from billing_audit.record import Actor, Json, Target, record
from billing_audit.signed_notes import Checkpoint, InvalidNote, Verifier, base64_of
from billing_audit.transparency import merkle
from billing_audit.transparency.checkpoints import PublishedCheckpoint
from billing_audit.transparency.log_names import first_name, next_name, number_of, organization_of
from billing_audit.transparency.statements import RESTORED, Statement, StatementWriter

_TREES: Final = "SELECT log, size, edge FROM billing_audit_tree"
_WAITING: Final = "SELECT DISTINCT coalesce(organization_id, 'platform') FROM billing_audit_unsealed"
_CHECKPOINTS: Final = "SELECT size, note FROM billing_audit_checkpoint WHERE log = %s AND size = ANY(%s)"
_TIME: Final = """
SELECT e.recorded_at FROM billing_audit_leaf l JOIN billing_audit_event e ON e.id = l.event_id
WHERE l.log = %s AND l.place < %s ORDER BY l.place DESC LIMIT 1
"""
_FIRST_LEAF: Final = """
WITH queued AS (DELETE FROM billing_audit_unsealed WHERE event_id = %(id)s),
tree AS (INSERT INTO billing_audit_tree (log, size, edge) VALUES (%(log)s, 1, %(leaf)s))
INSERT INTO billing_audit_leaf (log, place, event_id, hash) VALUES (%(log)s, 0, %(id)s, %(leaf)s)
"""


@dataclass(frozen=True, slots=True)
class Remains:
    """What is left of a log under one of its names. Roots are in base64, empty for a size of 0.

    ``lost_from`` is the first leaf that may be lost. It is below ``surviving_size`` if the log went on before the
    restore was stated, so that its last leaves are others than those that were published.
    """

    published_size: int
    published_root: str
    surviving_size: int
    surviving_root: str
    lost_from: int

    @property
    def lost_events(self) -> int:
        """The number of published events that are lost."""
        return max(self.published_size - self.lost_from, 0)

    @property
    def description(self) -> str:
        """Which events are lost, as a clause."""
        if not self.lost_events:
            return f"all {self.published_size} published events are there"
        return f"the events at places {self.lost_from} to {self.published_size - 1} are lost"


@dataclass(frozen=True, slots=True)
class Restore:
    """A restore as the statement about it in one log tells it. ``log`` is the name under which that log goes on."""

    id: str
    log: str
    event_id: str
    known_until: str
    logs: Mapping[str, Remains]

    @property
    def organization_id(self) -> str | None:
        """The public id of the organization whose log it is; None for the platform's own."""
        return organization_of(self.log)

    @classmethod
    def of(cls, statement: Statement) -> "Restore":
        """Return what a statement about a restore tells. Raises InvalidNote if its facts are not those of its id."""
        facts = statement.facts
        try:
            leaf = merkle.leaf_hash(_leaf(statement.log, statement.reason, facts).encode())
            path = [bytes.fromhex(each) for each in facts["path"]]
            if not merkle.includes(bytes.fromhex(facts["restore"]), facts["count"], facts["index"], leaf, path):
                raise InvalidNote("the facts of the restore are not those of its id")
            logs = {log: Remains(**remains) for log, remains in facts["logs"].items()}
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InvalidNote("the statement about the restore lacks its facts") from error
        return cls(facts["restore"], statement.log, statement.event_id, facts["known_until"], logs)


@transaction.atomic
def state_restore(
    *,
    actor: Actor,
    statements: StatementWriter,
    published: Collection[PublishedCheckpoint],
    verifiers: Collection[Verifier],
) -> list[Restore]:
    """State for every log what a restore left of it, and let the log go on under its next name. The logs by name.

    ``published`` are the checkpoints that were published, signed by ``verifiers``. The statements are published before
    anything is stored. Only the owner of the tables may do this, while no sealer runs. Raises InvalidNote for a
    published checkpoint that does not count, and the errors of ``StatementWriter.write``.
    """
    with connection.cursor() as cursor:
        # A sealer that runs all the same appends before this or to the new names.
        cursor.execute("LOCK TABLE billing_audit_tree IN EXCLUSIVE MODE")
    families = _remains(published, verifiers)
    known_until = _known_until(families)
    facts = {
        next_name(max(logs, key=number_of)): {
            "known_until": known_until,
            "lost_events": sum(remains.lost_events for remains in logs.values()),
            "operator": actor.name,
            "logs": {log: asdict(remains) for log, remains in logs.items()},
        }
        for _, logs in sorted(families.items())
    }
    stated = [
        _record(log, {**each, **proof}, actor, statements.reason)
        for (log, each), proof in zip(facts.items(), _proofs(facts, statements.reason), strict=True)
    ]
    statements.write(stated)
    return [Restore.of(statement) for statement in stated]


def _remains(
    published: Collection[PublishedCheckpoint], verifiers: Collection[Verifier]
) -> dict[str, dict[str, Remains]]:
    """Return what is left of each log, by its first name and then by each name that it has had."""
    roots: dict[str, dict[int, bytes]] = {}
    # A log that rests is published every hour with the same checkpoint.
    for each in set(published):
        point = Checkpoint.parse(each.note, each.log, verifiers)
        roots.setdefault(each.log, {})[point.size] = point.root
    with connection.cursor() as cursor:
        cursor.execute(_TREES)
        trees = {log: merkle.Edge.of(size, bytes(edge)) for log, size, edge in cursor.fetchall()}
        cursor.execute(_WAITING)
        waiting = [log for (log,) in cursor.fetchall()]
    families: dict[str, dict[str, Remains]] = {}
    for log in sorted({*roots, *trees, *waiting}):
        remains = _remains_of(log, trees.get(log, merkle.Edge()), roots.get(log, {}), verifiers)
        families.setdefault(first_name(log), {})[log] = remains
    return families


def _remains_of(
    log: str, edge: merkle.Edge, published: Mapping[int, bytes], verifiers: Collection[Verifier]
) -> Remains:
    with connection.cursor() as cursor:
        cursor.execute(_CHECKPOINTS, [log, list(published)])
        stored = {size: Checkpoint.parse(note, log, verifiers).root for size, note in cursor.fetchall()}
    known = [size for size in sorted(published) if size <= edge.size]
    wrong = next((size for size in known if stored.get(size) != published[size]), None)
    lost_from = edge.size if wrong is None else max((size for size in known if size < wrong), default=0)
    size = max(published, default=0)
    return Remains(
        published_size=size,
        published_root=base64_of(published[size]) if size else "",
        surviving_size=edge.size,
        surviving_root=base64_of(edge.root) if edge.size else "",
        lost_from=lost_from,
    )


def _known_until(families: Mapping[str, Mapping[str, Remains]]) -> str:
    """Return the time of the newest event that surely was there before: nothing after it is known of any log."""
    times = []
    with connection.cursor() as cursor:
        for logs in families.values():
            for log, remains in logs.items():
                cursor.execute(_TIME, [log, remains.lost_from])
                times += [time for (time,) in cursor.fetchall()]
    return write_time(max(times, default=datetime.fromtimestamp(0, UTC)))


def _proofs(facts: Mapping[str, Mapping[str, Any]], reason: str) -> list[dict[str, Any]]:
    """Return for each log the restore's id, and the proof that the log's facts are among those that make it."""
    leaves = [merkle.leaf_hash(_leaf(log, reason, each).encode()) for log, each in facts.items()]
    root = merkle.Edge().extend(leaves)[0].root.hex()

    @cache
    def node(level: int, index: int) -> bytes:
        if not level:
            return leaves[index]
        return merkle.node_hash(node(level - 1, 2 * index), node(level - 1, 2 * index + 1))

    paths = [merkle.inclusion_proof(node, index, len(leaves)) for index in range(len(leaves))]
    return [
        {"restore": root, "index": index, "count": len(leaves), "path": [each.hex() for each in path]}
        for index, path in enumerate(paths)
    ]


def _leaf(log: str, reason: str, facts: Mapping[str, Any]) -> str:
    stated = {name: facts[name] for name in ("known_until", "lost_events", "operator", "logs")}
    return canonical({"log": log, "reason": reason, **stated})


def _record(log: str, facts: Mapping[str, Any], actor: Actor, reason: str) -> Statement:
    """Record the restore as the first leaf of the log's next name, and return the statement about it."""
    details: dict[str, Json] = {name: facts[name] for name in ("restore", "known_until", "lost_events")}
    organization_id = organization_of(log)
    event_id = record(
        RESTORED,
        organization_id=organization_id,
        actor=actor,
        target=Target("organization", organization_id) if organization_id else Target("platform", ""),
        details={**details, "reason": reason},
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM billing_audit_event WHERE id = %s", [event_id])
        leaf = merkle.leaf_hash(cursor.fetchone()[0].encode())
        cursor.execute(_FIRST_LEAF, {"id": event_id, "log": log, "leaf": leaf})
    return Statement(log, RESTORED, str(event_id), timezone.now(), reason, facts)
