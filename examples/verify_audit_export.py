#!/usr/bin/env python3
"""Check an export of the audit log offline. Exit code 0: it is valid; 1: it is not; 2: it cannot be read; 3: it is
valid, but the log was restored from a backup, as a signed statement says; 4: it is valid as far as it goes.

    verify_audit_export.py acme.ndjson @acme-keys.txt --head last_month.txt

@acme-keys.txt is a file with the platform's public keys, which the page of the audit log offers: --key=name+hash+key
for checkpoints and --statement-key=name+hash+key for statements about purged events and erased data, each on a line of
its own. Take it from a source that you trust. Without it the keys in the export are used, which proves less. --head is
a checkpoint that you kept, such as one from a weekly e-mail: the log must still begin with its events. A log that was
restored goes on under another name, such as acme#2; --accept-restore with the restore's id makes the exit code 0.

It also checks what a webhook was sent of the log: a file with the `data` of each message as a line, in the order in
which they came. --head may also be a file of published checkpoints (heads-....ndjson). Exit code 4 means that a
checkpoint has more events than the file, or that no statement about a purge or an erasure has come yet: if that stays
so, something is missing.
Needs only Python 3.11. If `cryptography` is installed, it is used to verify signatures faster.
"""

import argparse
import base64
import hashlib
import itertools
import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

HOLDS, DOES_NOT, UNREADABLE, RESTORED, BEHIND = 0, 1, 2, 3, 4
# The parts that are stored apart from an event, which holds a salted commitment to each.
PARTS = {"personal": "personal data", "texts": "typed texts", "figures": "figures"}

# What a statement about an event repeats of it, by the action of the event.
STATED = {
    "audit_log.purged": ("before", "retention_days", "events", "events_in_all"),
    "personal_data.erased": ("kinds", "rows"),
    "audit_log.restored": ("restore", "known_until", "lost_events"),
}


class Fault(Exception):
    """The export is not valid. The message says why."""


# Ed25519 (RFC 8032, section 5.1), verification only. Tested with the RFC's vectors.

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    """Return x of the curve point with this y and sign, or None if there is no such point."""
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def decompress(data):
    """Decode a point; None if the data is not a point."""
    number = int.from_bytes(data, "little")
    y, sign = number & ((1 << 255) - 1), number >> 255
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def add(p, q):
    """Add two points in extended coordinates."""
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    """Multiply a point by a number."""
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = add(result, point)
        point = add(point, point)
        number >>= 1
    return result


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y, 1, recover_x(BASE_Y, 0) * BASE_Y % P)


def verify_in_python(public, signature, message):
    """Return whether the signature is valid."""
    if len(public) != 32 or len(signature) != 64:
        return False
    a, r = decompress(public), decompress(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return not ((left[0] * right[2] - right[0] * left[2]) % P or (left[1] * right[2] - right[1] * left[2]) % P)


def verify(public, signature, message):
    """Return whether the signature is valid, using `cryptography` if it is installed."""
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        return verify_in_python(public, signature, message)
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


# C2SP signed notes: checkpoints and statements.


def key_hash(name, public):
    """Return the four bytes that tell keys of one name apart."""
    return hashlib.sha256(name.encode() + b"\n" + public).digest()[:4]


def log_of(note):
    """Return the log that a note is about: the end of its origin."""
    return note.partition("\n")[0].rpartition("/")[2]


def open_note(note, keys, log, what):
    """Return the lines after the origin of a note of this log. Raises Fault unless one of the keys has signed it."""
    text, separator, signatures = note.rpartition("\n\n")
    text += "\n"
    origin, *lines = text.split("\n")
    if not origin.endswith(f"/{log}"):
        raise Fault(f"the {what} is of {origin}, but the export is of the log {log}")
    known = {}
    for key in keys:
        name, key_id, data = key.split("+", 2)
        public = base64.b64decode(data)
        if key_hash(name, public).hex() != key_id or public[:1] != b"\x01":
            raise Fault(f"{key} is not an Ed25519 key written as name+hash+key")
        known[name, bytes.fromhex(key_id)] = public[1:]
        # The same key signs for the log under the names that it has after a restore.
        if name.partition("#")[0] == origin.partition("#")[0]:
            known[origin, key_hash(origin, public)] = public[1:]
    is_signed, signers = False, []
    for line in signatures.splitlines():
        dash, name, data = line.split(" ")
        signature = base64.b64decode(data)
        public = known.get((name, signature[:4]))
        signers.append(f"{name}+{signature[:4].hex()}")
        if public is not None and name == origin:
            if dash != "—" or not verify(public, signature[4:], text.encode()):
                raise Fault(f"the signature of a {what} is not valid")
            is_signed = True
    if not separator or not is_signed:
        raise Fault(f"a {what} is not signed by a given key, only by {', '.join(signers) or 'nobody'}")
    return lines


def open_checkpoint(note, keys, log):
    """Return (size, root, time of the seal) of a checkpoint of this log. Raises Fault unless a key has signed it.

    The time is None if the checkpoint does not tell it.
    """
    size, root, *lines = open_note(note, keys, log, "checkpoint")
    times = [datetime.fromisoformat(line.removeprefix("sealed ")) for line in lines if line.startswith("sealed ")]
    return int(size), base64.b64decode(root), next(iter(times), None)


def open_statement(note, body, keys, log):
    """Return the facts that a statement about an event states. Raises Fault unless one of the keys has signed it.

    Without a body the event was purged. Only a statement about a restore is of use then.
    """
    stated = json.loads(open_note(note, keys, log, "statement")[0])
    facts = stated["facts"]
    if body is None:
        if stated["action"] != "audit_log.restored":
            raise Fault(f"a statement of {log} is not about a restore")
        return facts | {"reason": stated["reason"]}
    is_same = all(facts[name] == body["details"][name] for name in STATED[body["action"]])
    if (stated["event_id"], stated["action"]) != (body["id"], body["action"]) or not is_same:
        raise Fault(f"the statement of event {body['id']} is about something else")
    return facts | {"time": stated["time"], "reason": stated["reason"]}


# Merkle trees as in RFC 6962, verified as in RFC 9162, sections 2.1.3.2 and 2.1.4.2.


def node(left, right):
    """Hash an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def includes(root, size, index, leaf, proof):
    """Return whether the proof shows that the tree has this leaf at this index."""
    if not 0 <= index < size:
        return False
    last, computed = size - 1, leaf
    for each in proof:
        if last == 0:
            return False
        if index & 1 or index == last:
            computed = node(each, computed)
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            computed = node(computed, each)
        index, last = index >> 1, last >> 1
    return last == 0 and computed == root


def begins_with(old_root, old_size, root, size, proof):
    """Return whether the proof shows that the tree begins with the whole old tree."""
    if not 0 < old_size < size:
        return old_size == size and old_root == root and not proof
    path = [old_root, *proof] if old_size & (old_size - 1) == 0 else list(proof)
    if not path:
        return False
    index, last = old_size - 1, size - 1
    while index & 1:
        index, last = index >> 1, last >> 1
    old = new = path[0]
    for each in path[1:]:
        if last == 0:
            return False
        if index & 1 or index == last:
            old, new = node(each, old), node(each, new)
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            new = node(new, each)
        index, last = index >> 1, last >> 1
    return last == 0 and old == old_root and new == root


def edge_before(index, size, proof):
    """Return the edge (``Tree``) of the leaves before this one: the hashes of its inclusion proof on its left."""
    last, edge = size - 1, []
    for each in proof:
        if index & 1 or index == last:
            edge.append(each)
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        index, last = index >> 1, last >> 1
    return edge[::-1]


def subtrees(start, end):
    """Yield the levels of the largest full subtrees that make up the leaves from ``start`` to before ``end``."""
    while start < end:
        level = (end - start).bit_length() - 1
        level = min(level, (start & -start).bit_length() - 1) if start else level
        yield level
        start += 1 << level


class Tree:
    """A tree that is built leaf by leaf. ``edge``: the roots of its full subtrees, the largest first."""

    def __init__(self, size=0, edge=()):
        self.size, self.edge = size, list(edge)

    def append(self, root, level=0):
        """Append one leaf, or the root of a full subtree of 2**level leaves."""
        self.edge.append(root)
        size = self.size >> level
        while size & 1:
            right = self.edge.pop()
            self.edge.append(node(self.edge.pop(), right))
            size >>= 1
        self.size += 1 << level

    @property
    def root(self):
        """The root of the leaves that were appended so far."""
        *rest, root = self.edge
        for left in reversed(rest):
            root = node(left, root)
        return root


# The export.


def leaf_of(event, log):
    """Return the leaf hash and the parsed body of a line; None as the body if the event is missing. Raises Fault."""
    if "body" not in event:
        return base64.b64decode(event["leaf"]), None
    body = json.loads(event["body"])
    if (body["organization_id"] or "platform") != log:
        raise Fault(f"event {body['id']} belongs to another log")
    if body["version"] != 2:
        raise Fault(f"event {body['id']} has the version {body['version']}, which is unknown to this program")
    for kind, part in event["parts"].items():
        salt = base64.b64decode(part["salt"])
        committed = hashlib.sha256(salt + part["data"].encode()).hexdigest()
        # Several texts decode to the same salt; only the one that the platform writes is accepted. A longer salt could
        # hide the beginning of the part.
        is_salt = len(salt) == 16 and base64.b64encode(salt).decode() == part["salt"]
        if not is_salt or committed != body["commitments"].get(kind):
            raise Fault(f"the {PARTS.get(kind, kind)} of event {body['id']} differs from what was sealed")
    return hashlib.sha256(b"\x00" + event["body"].encode()).digest(), body


class Missing:
    """Counts missing events and parts, and what signed statements about purges and erasures account for.

    ``withheld`` are the kinds of parts that the export says it leaves out.
    """

    def __init__(self, withheld, days):
        self.withheld, self.days = withheld, days
        self.events, self.purge, self.earliest = 0, {"events_in_all": 0}, None
        # Parts as (id of the event, kind): those that are missing, are withheld, and that statements name as erased.
        self.parts, self.hidden, self.erased = set(), set(), set()

    def note(self, event, body):
        """Count one line, given with its parsed body."""
        if body is None:
            self.events += 1
            return
        for kind in body["commitments"].keys() - event["parts"].keys():
            (self.hidden if kind in self.withheld else self.parts).add((body["id"], kind))
        self.earliest = min(self.earliest or body["id"], body["id"])

    def accept(self, action, facts):
        """Let the facts of a statement account for what is missing. Raises Fault if they do not."""
        if action == "audit_log.purged":
            self.accept_purge(facts)
        else:
            self.erased.update((each, kind) for kind, ids in facts["erased"].items() for each in ids)

    def accept_purge(self, facts):
        """Let the facts of a purge account for events. Raises Fault if they were too young, or if it left some."""
        bound, time = datetime.fromisoformat(facts["before"]), datetime.fromisoformat(facts["time"])
        # A statement of the future would make young events look old.
        if min(time, datetime.now(UTC)) - bound < timedelta(days=self.days):
            raise Fault(f"a purge dropped events that were younger than {self.days} days")
        # An id begins with its time in milliseconds, as 12 hex digits.
        if self.earliest and int(self.earliest.replace("-", "")[:12], 16) < bound.timestamp() * 1000:
            raise Fault(f"a purge states that all events before {facts['before']} were dropped, but some are there")
        self.purge = facts

    def explain(self, whole):
        """Return sentences about what is missing. Raises Fault if the whole log does not account for it."""
        purged = self.purge["events_in_all"]
        if whole and self.events != purged:
            raise Fault(f"{self.events} events are missing, but signed statements account for {purged}")
        why = "are missing, and only the whole log shows why"
        why = f"were purged after {self.purge['retention_days']} days" if whole and self.events else why
        sentences = [f"{self.events} of them {why}: only their hashes are left"] if self.events else []
        self.check_figures()
        for kind in PARTS:
            if whole and (unexplained := {part for part in self.parts - self.erased if part[1] == kind}):
                raise Fault(f"the {PARTS[kind]} of {len(unexplained)} events is missing, and no statement names it")
        how = "was erased" if whole else "is missing, and only the whole log shows why"
        return [*sentences, *count_parts(self.parts, how), *count_parts(self.hidden, "is withheld")]

    def check_figures(self):
        """Check that no figures are missing. Raises Fault."""
        if figures := {part for part in self.parts if part[1] == "figures"}:
            raise Fault(f"the figures of {len(figures)} events are missing; they are never erased")


def count_parts(parts, how):
    """Yield a sentence for each kind among these parts, given as (id of the event, kind)."""
    for kind, name in PARTS.items():
        if number := sum(each == kind for _, each in parts):
            yield f"the {name} of {number} events {how}"


class Log:
    """The log under one of its names. ``kept`` is what ``open_checkpoint`` returns for the checkpoint that you kept."""

    def __init__(self, first, keys, days, heads):
        if first["format"] != "billing-access-audit-export/2":
            raise Fault(f"the format {first['format']} is unknown to this program")
        self.name, self.whole, self.first = first["log"], first["is_whole"], first
        trusted = keys or first["verifiers"]
        self.size, self.root, _ = open_checkpoint(first["checkpoint"], trusted, self.name)
        kept = [open_checkpoint(head, trusted, self.name) for head in heads if log_of(head) == self.name]
        self.kept = max(kept, key=lambda each: each[0], default=None)
        self.missing = Missing(first["withheld"], days)
        self.tree, self.number, self.last, self.is_rewritten = Tree(), 0, -1, False

    def add(self, event):
        """Check the line of one event, and return its parsed body; None if the event is missing. Raises Fault."""
        index, (leaf, body) = event["place"], leaf_of(event, self.name.partition("#")[0])
        proof = [base64.b64decode(each) for each in event["proof"]]
        if index <= self.last or not includes(self.root, self.size, index, leaf, proof):
            raise Fault(f"the event at place {index} is not in the signed log")
        self.last, self.number = index, self.number + 1
        self.missing.note(event, body)
        if self.whole:
            if index != self.tree.size:
                raise Fault(f"the events at places {self.tree.size} to {index - 1} are left out")
            self.tree.append(leaf)
            if self.kept and self.kept[0] == self.tree.size and self.kept[1] != self.tree.root:
                self.is_rewritten = True
        return body

    def check_end(self, remains):
        """Check what the whole shows. ``remains`` is what a restore left of the log, or None. Raises Fault."""
        if self.whole and self.tree.size != self.size:
            raise Fault(f"the events at places {self.tree.size} to {self.size - 1} are left out")
        left = remains and (remains["surviving_size"], base64.b64decode(remains["surviving_root"]))
        if left and left != (self.size, self.root):
            raise Fault(f"the restore left {remains['surviving_size']} other events of {self.name}")
        if not self.kept:
            return
        size, root, _ = self.kept
        if self.is_lost(remains):
            if size == remains["published_size"] and base64.b64encode(root).decode() != remains["published_root"]:
                raise Fault("the restore lost another log than that of the checkpoint that you kept")
            return
        if size > self.size:
            raise Fault(f"you kept a checkpoint of {size} events, but the log has only {self.size}")
        since = self.first.get("since", {})
        if not self.whole and since.get("size") != size:
            raise Fault(f"the export does not prove how the log began; ask for one with --since-size {size}")
        proof = [] if self.whole else [base64.b64decode(each) for each in since["proof"]]
        if self.is_rewritten or (not self.whole and not begins_with(root, size, self.root, self.size, proof)):
            raise Fault("the log was rewritten after the checkpoint that you kept")

    def is_lost(self, remains):
        """Return whether the restore lost what the kept checkpoint has: it states that, or was sealed later."""
        if not remains or self.kept[0] <= remains["lost_from"]:
            return False
        known_until, sealed_at = datetime.fromisoformat(remains["known_until"]), self.kept[2]
        return self.kept[0] <= remains["published_size"] or (sealed_at is not None and sealed_at > known_until)

    def explain(self, remains):
        """Return sentences about the log. Raises Fault if the whole log does not account for what is missing."""
        sentences = [f"{self.number} of the {self.size} sealed events of {self.name} are in it, unchanged"]
        sentences += [] if self.whole else [f"it is a part of the log, without {self.size - self.number} events"]
        sentences += self.missing.explain(self.whole)
        if self.kept and self.is_lost(remains):
            sentences.append(f"of the {self.kept[0]} events of the checkpoint that you kept, a restore lost the last")
        elif self.kept:
            sentences.append(f"the log begins with the {self.kept[0]} events of the checkpoint that you kept")
        return sentences


def read_restore(event, body, log, keys):
    """Return the facts of the restore with which a log's later name begins. Raises Fault without a valid statement.

    The event itself may have been purged since. ``body`` is then None.
    """
    if "statement" not in event or (body is not None and body["action"] != "audit_log.restored"):
        raise Fault(f"the log goes on as {log} after a restore that no statement is about")
    facts = open_statement(event["statement"], body, keys, log)
    stated = {name: facts[name] for name in ("known_until", "lost_events", "operator", "logs")}
    stated |= {"log": log, "reason": facts["reason"]}
    text = json.dumps(stated, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    leaf = hashlib.sha256(b"\x00" + text.encode()).digest()
    path = [bytes.fromhex(each) for each in facts["path"]]
    if not includes(bytes.fromhex(facts["restore"]), facts["count"], facts["index"], leaf, path):
        raise Fault("the facts of the restore are not those of its id")
    return facts


def account(event, body, name, logs, signers):
    """Let the statement about an event account for what is missing. Returns the facts of a restore, or None.

    ``name`` is that of the log that has the event. Raises Fault if there is no valid statement where one is needed.
    """
    if event["place"] == 0 and "#" in name:
        return read_restore(event, body, name, signers)
    if body is not None and body["action"] in STATED:
        if "statement" not in event:
            raise Fault(f"event {body['id']} accounts for missing data, but has no signed statement")
        about = log_of(event["statement"])
        facts = open_statement(event["statement"], body, signers, about if about in logs else name)
        logs[about if about in logs else name].missing.accept(body["action"], facts)
    return None


def check(lines, keys, statement_keys, days, heads):
    """Return what the export proves, in words, and the facts of the last restore, or None. Raises Fault."""
    logs, restore = {}, None
    for number, line in enumerate(lines):
        event = json.loads(line)
        if number == 0 or "format" in event:
            log = Log(event, keys, days, heads)
            signers = statement_keys or event["statement_verifiers"]
            if log.name in logs:
                raise Fault(f"the export has {log.name} twice")
            logs[log.name] = log
            continue
        body = log.add(event)
        restore = account(event, body, log.name, logs, signers) or restore
    if not logs:
        raise StopIteration
    check_names(logs, restore)
    if heads and not any(each.kept for each in logs.values()):
        raise Fault(f"the checkpoint is of {log_of(heads[0])}, but the export is of the log {log.name}")
    sentences = []
    for each in logs.values():
        remains = restore["logs"].get(each.name) if restore else None
        remains = remains and {**remains, "known_until": restore["known_until"]}
        each.check_end(remains)
        sentences += each.explain(remains)
    if not keys or not statement_keys:
        sentences.append("the keys are the export's own: compare them with the platform's public keys")
    return "; ".join(sentences), restore


def check_names(logs, restore):
    """Check that what the last restore left of each former name is in the export. Raises Fault."""
    former = list(logs)[:-1]
    left = {name for name, remains in restore["logs"].items() if remains["surviving_size"]} if restore else set()
    if set(former) != left or ("#" in list(logs)[-1] and not restore):
        raise Fault(f"the export has the former names {sorted(former)}, but a restore left {sorted(left)}")


# What a webhook was sent.

PUSHED = "billing-access-audit-push/1"


class Received(Missing):
    """Counts the same in what a webhook was sent, where an event that came before it was purged is not missing."""

    def note(self, event, body):
        """Count one event, given with its parsed body."""
        super().note(event, body)
        self.earliest = None

    def explain(self):
        """Return sentences about what is missing. Raises Fault for figures."""
        self.check_figures()
        sentences = [f"{self.events} of them were purged before they were sent"] if self.events else []
        sentences += count_parts(self.parts & self.erased, "was erased before they were sent")
        sentences += count_parts(self.hidden, "is withheld")
        if self.unexplained_events:
            sentences.append(f"for {self.unexplained_events} purged events no statement has come yet")
        return [*sentences, *count_parts(self.unexplained_parts, "is missing, and no statement has come yet")]

    @property
    def unexplained_events(self):
        """How many events are missing for which no statement about a purge has come."""
        return max(self.events - self.purge["events_in_all"], 0)

    @property
    def unexplained_parts(self):
        """The parts that are missing, and that no statement about an erasure names."""
        return self.parts - self.erased


class Stream:
    """What a webhook was sent of the log under one of its names.

    ``heads`` are checkpoints of it from elsewhere, as (size, root, time of the seal). Each proof of an event shows the
    edge of the tree before it, which must be that of the leaves that came: so no proof is needed between checkpoints.
    """

    def __init__(self, name, days, heads):
        self.name, self.heads = name, {size: root for size, root, _ in heads}
        self.missing, self.first, self.tree, self.leaves, self.compared = Received((), days), 0, None, {}, 0

    def open(self, message, keys):
        """Check the checkpoint and the range of a message. Raises Fault."""
        first, end = message["first_leaf"], message["next_leaf"]
        self.size, self.root, _ = open_checkpoint(message["checkpoint"], keys, self.name)
        if self.tree and first > self.tree.size:
            raise Fault(f"the events at places {self.tree.size} to {first - 1} of {self.name} are left out")
        if self.tree and first < self.first:
            raise Fault(f"the events from place {first} of {self.name} come after those from place {self.first}")
        whole = [] if "hashes" in message else list(range(first, end))
        if not 0 <= first < end <= self.size or [event["place"] for event in message["events"]] != whole:
            raise Fault(f"the message from place {first} of {self.name} does not have the events up to {end - 1}")
        self.missing.withheld = set(message["withheld"])

    def add(self, event):
        """Check one event, and return its parsed body; None if it was purged, or came before. Raises Fault."""
        place, (leaf, body) = event["place"], leaf_of(event, self.name.partition("#")[0])
        proof = [base64.b64decode(each) for each in event["proof"]]
        if not includes(self.root, self.size, place, leaf, proof):
            raise Fault(f"the event at place {place} is not in the signed log")
        edge = edge_before(place, self.size, proof)
        if self.tree is None:
            self.first, self.tree = place, Tree(place, edge)
        if place < self.tree.size:
            if self.leaves.get(place, leaf) != leaf:
                raise Fault(f"two different events were sent as the one at place {place} of {self.name}")
            return None
        if edge != self.tree.edge:
            raise Fault(f"the log was rewritten before place {place}")
        self.missing.note(event, body)
        self.leaves[place] = leaf
        self.grow(leaf)
        return body

    def skip(self, message):
        """Take the hashes of a range that was purged. Raises Fault."""
        first, end = message["first_leaf"], message["next_leaf"]
        levels = list(subtrees(first, end))
        if len(levels) != len(message["hashes"]):
            raise Fault(f"the hashes of the purged events from place {first} are not complete")
        if self.tree is None and first == 0:
            self.tree = Tree()
        if self.tree is None or end <= self.tree.size:
            return
        if first != self.tree.size:
            raise Fault(f"the purged events from place {first} came before, as others")
        self.missing.events += end - first
        for level, each in zip(levels, message["hashes"], strict=True):
            self.grow(base64.b64decode(each), level)

    def grow(self, root, level=0):
        """Append a leaf or a subtree, and compare the tree with checkpoints of its size. Raises Fault."""
        self.tree.append(root, level)
        if self.tree.size == self.size and self.tree.root != self.root:
            raise Fault(f"the events are not those of the checkpoint of {self.size} events that came with them")
        head = self.heads.get(self.tree.size)
        if head is not None and head != self.tree.root:
            raise Fault(f"the events are not those of the checkpoint of {self.tree.size} events that you gave")
        self.compared = self.tree.size if head is not None else self.compared

    def check_end(self, remains):
        """Compare the end with what a restore left of the log under this name. Raises Fault."""
        left, size = remains["surviving_size"], self.end
        if size < left:
            raise Fault(f"the events at places {size} to {left - 1} of {self.name} are left out")
        if (
            size == left
            and size <= remains["lost_from"]
            and base64.b64encode(self.tree.root).decode() != remains["surviving_root"]
        ):
            raise Fault(f"the restore left {left} other events of {self.name}")

    @property
    def end(self):
        """The place after the last event."""
        return self.tree.size if self.tree else self.first

    @property
    def behind(self):
        """How many events of the largest checkpoint have not come."""
        return max(max(self.heads, default=0) - self.end, 0)

    def explain(self, remains):
        """Return sentences about the log."""
        number, end = self.end - self.first, self.end
        sentences = [f"{number} sealed events of {self.name} are in it, from place {self.first} on, unchanged"]
        sentences += self.missing.explain()
        if self.compared:
            sentences.append(f"the log agrees with the checkpoint of {self.compared} events that you gave")
        if remains and end > remains["lost_from"]:
            sentences.append(f"a restore lost the events from place {remains['lost_from']} on: keep this file")
        elif not remains and self.behind:
            sentences.append(f"{self.behind} events of the checkpoint of {max(self.heads)} events have not come yet")
        return sentences


def check_pushed(lines, keys, statement_keys, days, heads):
    """Return what the messages prove, in words, the facts of the last restore or None, and whether more must come.

    Raises Fault.
    """
    streams, restore = {}, None
    for message in map(json.loads, lines):
        name = message["log"]
        if message["format"] != PUSHED:
            raise Fault(f"the format {message['format']} is unknown to this program")
        if name not in streams:
            if streams and (name.partition("#")[0] != list(streams)[-1].partition("#")[0] or message["first_leaf"]):
                raise Fault(f"the messages about {name} do not go on from those about {list(streams)[-1]}")
            kept = [open_checkpoint(head, keys, name) for head in heads if log_of(head) == name]
            streams[name] = Stream(name, days, kept)
        elif name != list(streams)[-1]:
            raise Fault(f"the messages about {name} come after those about {list(streams)[-1]}")
        stream = streams[name]
        stream.open(message, keys)
        if "hashes" in message:
            stream.skip(message)
        for event in message["events"]:
            body = stream.add(event)
            if stream.end == event["place"] + 1:
                restore = account(event, body, name, streams, statement_keys) or restore
    sentences, is_behind = [], False
    for name, stream in streams.items():
        remains = restore["logs"].get(name) if restore else None
        if remains:
            stream.check_end(remains)
        sentences += stream.explain(remains)
        is_behind |= bool(stream.missing.unexplained_events or stream.missing.unexplained_parts)
        is_behind |= bool(stream.behind and not remains)
    return "; ".join(sentences), restore, is_behind


def lost(restore):
    """Return sentences about what a restore lost."""
    for name, remains in restore["logs"].items():
        first, size = remains["lost_from"], remains["published_size"]
        lost_events = f"the events at places {first} to {size - 1} are lost"
        yield f"{name}: {lost_events if first < size else f'all {size} published events are there'}"
    yield f"nothing is known after {restore['known_until']}"


def read_heads(path):
    """Return the checkpoints in a file: one that was kept, or published ones, each in a line of JSON."""
    text = Path(path).read_text(encoding="utf-8")
    return [json.loads(line)["note"] for line in text.splitlines()] if text.startswith("{") else [text]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, fromfile_prefix_chars="@"
    )
    parser.add_argument("export", help="the file that the platform gave you")
    parser.add_argument("--key", action="append", help="name+hash+key; may be repeated, if the key was rotated")
    parser.add_argument("--statement-key", action="append", help="the same, for statements")
    parser.add_argument(
        "--retention-days",
        type=int,
        default=31,
        metavar="N",
        help="how old purged events must have been; default 31",
    )
    parser.add_argument(
        "--head",
        metavar="FILE",
        action="append",
        default=[],
        help="a checkpoint that you kept, or a file of published ones; may be repeated: of those of one log the largest"
        " counts, and for what a webhook was sent each",
    )
    parser.add_argument(
        "--accept-restore", action="append", default=[], metavar="ID", help="a restore that you accept; may be repeated"
    )
    options = parser.parse_args()
    try:
        heads = [note for path in options.head for note in read_heads(path)]
        with open(options.export, encoding="utf-8", newline="\n") as lines:
            first = next(lines)
            is_pushed, is_behind = json.loads(first)["format"] == PUSHED, False
            given = [itertools.chain([first], lines), options.key, options.statement_key, options.retention_days, heads]
            if is_pushed and not (options.key and options.statement_key):
                parser.error("for what a webhook was sent, give the platform's keys: --key and --statement-key")
            if is_pushed:
                said, restore, is_behind = check_pushed(*given)
            else:
                said, restore = check(*given)
            print("What the webhook was sent" if is_pushed else "The export", "is valid:", said)
    except Fault as fault:
        print("The export is not valid:", fault, file=sys.stderr)
        return DOES_NOT
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, StopIteration) as error:
        print(f"The export cannot be read: {type(error).__name__}: {error}", file=sys.stderr)
        return UNREADABLE
    if restore is None:
        return BEHIND if is_behind else HOLDS
    print(f"The log was restored from a backup (id {restore['restore']}):", "; ".join(lost(restore)))
    if restore["restore"] not in options.accept_restore:
        return RESTORED
    return BEHIND if is_behind else HOLDS


if __name__ == "__main__":
    sys.exit(main())
