#!/usr/bin/env python3
"""Verify an export of the audit log offline: exit code 0 it is valid, 1 it is not, 2 it cannot be read.

    verify_audit_export.py acme.ndjson --key billing.example.com+1a2b3c4d+AY… --head last_month.txt

--key is the platform's public key, from a source that you trust; without it the key in the export is used, which
proves less. --head is a checkpoint that you kept, for example from the weekly e-mail: the log must still begin with the
events of that checkpoint.
Needs only Python 3.11. If `cryptography` is installed, it verifies the signatures faster.
"""

import argparse
import base64
import hashlib
import json
import sys
from pathlib import Path

VALID, INVALID, UNREADABLE = 0, 1, 2


class Fault(Exception):
    """The export is not valid; the message says why."""


# Ed25519 (RFC 8032, section 5.1), verification only; tested with the vectors of the RFC.

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    """Return the x coordinate of the point; None if there is no such point."""
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
    """Return the point that these 32 bytes encode; None if they encode none."""
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
    """Return whether the signature is valid; uses `cryptography` if it is installed."""
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


# Checkpoints: C2SP signed notes.


def open_checkpoint(note, keys, log):
    """Return (size, root) of a checkpoint of this log that one of the keys has signed."""
    text, separator, signatures = note.rpartition("\n\n")
    text += "\n"
    known = {}
    for key in keys:
        name, key_id, data = key.split("+", 2)
        public = base64.b64decode(data)
        if hashlib.sha256(name.encode() + b"\n" + public).hexdigest()[:8] != key_id or public[:1] != b"\x01":
            raise Fault(f"{key} is not an Ed25519 key of the form name+hash+key")
        known[name, bytes.fromhex(key_id)] = public[1:]
    is_signed = False
    for line in signatures.splitlines():
        dash, name, data = line.split(" ")
        signature = base64.b64decode(data)
        public = known.get((name, signature[:4]))
        if public is not None:
            if dash != "—" or not verify(public, signature[4:], text.encode()):
                raise Fault("the signature of a checkpoint is not valid")
            is_signed = True
    if not separator or not is_signed:
        raise Fault("a checkpoint is not signed by the key")
    origin, size, root, *_ = text.split("\n")
    if origin != f"billing-access/audit/{log}":
        raise Fault(f"the checkpoint is of {origin}, but the export is of {log}")
    return int(size), base64.b64decode(root)


# Merkle trees (RFC 6962); proofs are verified as in RFC 9162, sections 2.1.3.2 and 2.1.4.2.


def node(left, right):
    """Hash an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def includes(root, size, place, leaf, proof):
    """Return whether the proof shows that the leaf is at this place in the tree."""
    if not 0 <= place < size:
        return False
    at, last, result = place, size - 1, leaf
    for each in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            result = node(each, result)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            result = node(result, each)
        at, last = at >> 1, last >> 1
    return last == 0 and result == root


def begins_with(old_root, old_size, root, size, proof):
    """Return whether the proof shows that the tree begins with all leaves of the old tree."""
    if not 0 < old_size < size:
        return old_size == size and old_root == root and not proof
    path = [old_root, *proof] if old_size & (old_size - 1) == 0 else list(proof)
    if not path:
        return False
    at, last = old_size - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = path[0]
    for each in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old, new = node(each, old), node(each, new)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            new = node(new, each)
        at, last = at >> 1, last >> 1
    return last == 0 and old == old_root and new == root


class Tree:
    """A tree to which leaves are appended, with the root of the leaves so far."""

    def __init__(self):
        self.size, self.edge = 0, []

    def append(self, leaf):
        """Append one leaf."""
        self.edge.append(leaf)
        size = self.size
        while size & 1:
            right = self.edge.pop()
            self.edge.append(node(self.edge.pop(), right))
            size >>= 1
        self.size += 1

    @property
    def root(self):
        """The root of the leaves so far."""
        *rest, root = self.edge
        for left in reversed(rest):
            root = node(left, root)
        return root


# The export.


def leaf_of(event, log):
    """Return the leaf hash of a line and its parsed body, None if it was purged. Raises Fault if they do not match."""
    if "body" not in event:
        return base64.b64decode(event["leaf"]), None
    body = json.loads(event["body"])
    if (body["organization_id"] or "platform") != log:
        raise Fault(f"event {body['id']} is of another log")
    if "personal" in event:
        data = json.dumps(event["personal"]["data"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        salted = base64.b64decode(event["personal"]["salt"]) + data.encode()
        if hashlib.sha256(salted).hexdigest() != body["personal_commitment"]:
            raise Fault(f"the personal data of event {body['id']} does not match its commitment")
    return hashlib.sha256(b"\x00" + event["body"].encode()).digest(), body


class Missing:
    """Counts missing events and personal data, and those that the log itself records as purged or erased."""

    def __init__(self):
        self.events = self.personal = self.purged = self.erased = self.days = 0

    def count(self, event, body):
        """Count one line and its body."""
        self.events += body is None
        self.personal += body is not None and "personal" not in event
        if body is not None and body["action"] == "audit_log.purged":
            # The newest of these events has the total.
            self.purged, self.days = body["details"]["events_in_all"], body["details"]["retention_days"]
        elif body is not None and body["action"] == "personal_data.erased":
            self.erased += body["details"]["rows"]

    def report(self, whole):
        """Return sentences for the report. Raises Fault if a whole log does not account for what is missing."""
        if whole and self.events != self.purged:
            raise Fault(f"{self.events} events are missing, but the log records {self.purged} as purged")
        if whole and self.personal > self.erased:
            raise Fault(
                f"the personal data of {self.personal} events is missing, but the log records {self.erased} as erased"
            )
        why = f"were purged after {self.days} days" if whole else "are missing, as explained by a whole export"
        lines = [f"{self.events} of them {why}: only their hashes are left"] if self.events else []
        return lines + ([f"the personal data of {self.personal} events was erased"] if self.personal else [])


def check(lines, keys, head):
    """Verify an export; return what was proved, in words. Raises Fault."""
    first = json.loads(next(lines))
    if first["format"] != "billing-access-audit-export/1":
        raise Fault(f"the format {first['format']} is unknown to this program")
    log, whole = first["log"], first["is_whole"]
    trusted = keys or first["verifiers"]
    size, root = open_checkpoint(first["checkpoint"], trusted, log)
    known_size, known_root = open_checkpoint(head, trusted, log) if head else (0, None)
    tree, missing, number, last = Tree(), Missing(), 0, -1
    for line in lines:
        event = json.loads(line)
        place, (leaf, body) = event["place"], leaf_of(event, log)
        if place <= last or not includes(root, size, place, leaf, [base64.b64decode(each) for each in event["proof"]]):
            raise Fault(f"the event at place {place} is not in the log that was signed")
        last, number = place, number + 1
        missing.count(event, body)
        if whole:
            if place != tree.size:
                raise Fault(f"the events from place {tree.size} to {place - 1} are missing")
            tree.append(leaf)
            if known_size == tree.size and known_root != tree.root:
                raise Fault("the log was rewritten since the checkpoint that you kept")
    if whole and tree.size != size:
        raise Fault(f"the events from place {tree.size} to {size - 1} are missing")
    if head:
        if known_size > size:
            raise Fault(f"your checkpoint is of {known_size} events, but the log has {size}")
        since = first.get("since", {})
        if not whole and since.get("size") != known_size:
            raise Fault(f"the export has no proof for your checkpoint; ask for one with --since-size {known_size}")
        if not whole and not begins_with(
            known_root, known_size, root, size, [base64.b64decode(each) for each in since["proof"]]
        ):
            raise Fault("the log was rewritten since the checkpoint that you kept")
    lines = [f"{number} of {size} events of {log} are unchanged since they were sealed"]
    lines += [] if whole else [f"the export is a part of the log, without {size - number} events"]
    lines += missing.report(whole)
    lines += [f"the log begins with the {known_size} events of your checkpoint"] if head else []
    lines += [] if keys else ["the key is the one in the export: compare it with the platform's key"]
    return "; ".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export")
    parser.add_argument("--key", action="append", help="name+hash+key; repeat it for rotated keys")
    parser.add_argument("--head", metavar="FILE", help="a checkpoint that you kept")
    options = parser.parse_args()
    try:
        head = Path(options.head).read_text(encoding="utf-8") if options.head else None
        with open(options.export, encoding="utf-8", newline="\n") as lines:
            print("The export is valid:", check(lines, options.key, head))
    except Fault as fault:
        print("The export is not valid:", fault, file=sys.stderr)
        return INVALID
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, StopIteration) as error:
        print(f"The export cannot be read: {type(error).__name__}: {error}", file=sys.stderr)
        return UNREADABLE
    return VALID


if __name__ == "__main__":
    sys.exit(main())
