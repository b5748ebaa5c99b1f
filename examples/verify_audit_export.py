#!/usr/bin/env python3
"""Check an export of the audit log without asking anybody: exit code 0 it holds, 1 it does not, 2 it cannot be read.

    verify_audit_export.py acme.ndjson --key billing.example.com+1a2b3c4d+AY… --head last_month.txt

--key: the platform's public key, from where you trust it (without: the export's own, which shows less). --head: a
checkpoint that you kept, as the weekly e-mail has it: the log must still begin with what you saw then.
Python 3.11 alone; `cryptography`, where it is installed, makes nothing but the one signature faster.
"""

import argparse
import base64
import hashlib
import json
import sys
from pathlib import Path

HOLDS, DOES_NOT, UNREADABLE = 0, 1, 2


class Fault(Exception):
    """What is wrong with the export."""


# Ed25519 (RFC 8032, section 5.1), to verify only; checked against its vectors.

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    """Return x of the point, or None where there is none."""
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
    """Read a point; None for what is none."""
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
    """Multiply a point."""
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
    """Tell whether the signature holds."""
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
    """Tell whether the signature holds, by the library where it is installed."""
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
            raise Fault(f"{key} is no Ed25519 key of a note")
        known[name, bytes.fromhex(key_id)] = public[1:]
    is_signed = False
    for line in signatures.splitlines():
        dash, name, data = line.split(" ")
        signature = base64.b64decode(data)
        public = known.get((name, signature[:4]))
        if public is not None:
            if dash != "—" or not verify(public, signature[4:], text.encode()):
                raise Fault("the signature of a checkpoint does not hold")
            is_signed = True
    if not separator or not is_signed:
        raise Fault("a checkpoint is not signed by the key")
    origin, size, root, *_ = text.split("\n")
    if origin != f"billing-access/audit/{log}":
        raise Fault(f"the checkpoint is of {origin}, the export of {log}")
    return int(size), base64.b64decode(root)


# Merkle trees: RFC 6962; the checks are those of RFC 9162, sections 2.1.3.2 and 2.1.4.2.


def node(left, right):
    """Hash an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def includes(root, size, place, leaf, proof):
    """Tell whether the leaf stands at its place in the tree."""
    if not 0 <= place < size:
        return False
    at, last, found = place, size - 1, leaf
    for each in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node(each, found)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            found = node(found, each)
        at, last = at >> 1, last >> 1
    return last == 0 and found == root


def begins_with(old_root, old_size, root, size, proof):
    """Tell whether the tree begins with the whole of the old one."""
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
    """A tree that leaves are appended to; its root at any moment."""

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
        """The root so far."""
        *rest, root = self.edge
        for left in reversed(rest):
            root = node(left, root)
        return root


# The export.


def leaf_of(event, log):
    """Return the leaf hash of a line that agrees with itself, and what its body says; None where it is gone."""
    if "body" not in event:
        return base64.b64decode(event["leaf"]), None
    body = json.loads(event["body"])
    if (body["organization_id"] or "platform") != log:
        raise Fault(f"event {body['id']} is of another log")
    if "personal" in event:
        data = json.dumps(event["personal"]["data"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        salted = base64.b64decode(event["personal"]["salt"]) + data.encode()
        if hashlib.sha256(salted).hexdigest() != body["personal_commitment"]:
            raise Fault(f"the personal data of event {body['id']} is not what it was")
    return hashlib.sha256(b"\x00" + event["body"].encode()).digest(), body


class Gone:
    """What is not there any more, against the events of the log that say so."""

    def __init__(self):
        self.events = self.personal = self.purged = self.erased = self.days = 0

    def note(self, event, body):
        """Take one line and its body."""
        self.events += body is None
        self.personal += body is not None and "personal" not in event
        if body is not None and body["action"] == "audit_log.purged":
            # The newest says how many in all.
            self.purged, self.days = body["details"]["events_in_all"], body["details"]["retention_days"]
        elif body is not None and body["action"] == "personal_data.erased":
            self.erased += body["details"]["rows"]

    def said(self, whole):
        """Return it in words. Raises Fault where the whole log does not account for it."""
        if whole and self.events != self.purged:
            raise Fault(f"{self.events} events are gone, and the log's own purges say {self.purged}")
        if whole and self.personal > self.erased:
            raise Fault(
                f"the personal data of {self.personal} events is gone; the log's own erasures say {self.erased}"
            )
        why = f"purged, being older than {self.days} days" if whole else "gone; the whole log says why"
        said = [f"{self.events} of them are {why}: their hashes alone are left"] if self.events else []
        return said + ([f"the personal data of {self.personal} was erased"] if self.personal else [])


def check(lines, keys, head):
    """Return what is shown, in words. Raises Fault."""
    first = json.loads(next(lines))
    if first["format"] != "billing-access-audit-export/1":
        raise Fault(f"the format {first['format']} is unknown to this program")
    log, whole = first["log"], first["is_whole"]
    trusted = keys or first["verifiers"]
    size, root = open_checkpoint(first["checkpoint"], trusted, log)
    kept = open_checkpoint(head, trusted, log) if head else None
    tree, gone, number, last = Tree(), Gone(), 0, -1
    for line in lines:
        event = json.loads(line)
        place, (leaf, body) = event["place"], leaf_of(event, log)
        if place <= last or not includes(root, size, place, leaf, [base64.b64decode(each) for each in event["proof"]]):
            raise Fault(f"the event at place {place} is not in the log that was signed")
        last, number = place, number + 1
        gone.note(event, body)
        if whole:
            if place != tree.size:
                raise Fault(f"the events from place {tree.size} to {place - 1} are left out")
            tree.append(leaf)
            if kept and kept[0] == tree.size and kept[1] != tree.root:
                raise Fault("the log was written anew since the checkpoint that you kept")
    if whole and tree.size != size:
        raise Fault(f"the events from place {tree.size} to {size - 1} are left out")
    if kept:
        if kept[0] > size:
            raise Fault(f"you kept a checkpoint of {kept[0]} events; the log has {size}")
        since = first.get("since", {})
        if not whole and since.get("size") != kept[0]:
            raise Fault(f"the export does not say how the log began; ask for one with --since-size {kept[0]}")
        if not whole and not begins_with(kept[1], kept[0], root, size, [base64.b64decode(p) for p in since["proof"]]):
            raise Fault("the log was written anew since the checkpoint that you kept")
    said = [f"{number} events of {log} are as they were sealed, of {size} in all"]
    said += [] if whole else [f"it is a part, and {size - number} are not in it"]
    said += gone.said(whole)
    said += [f"the log begins with the {kept[0]} that you knew"] if kept else []
    said += [] if keys else ["the key is the export's own: compare it with the platform's"]
    return "; ".join(said)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export")
    parser.add_argument("--key", action="append", help="name+hash+key; may repeat, for keys that were rotated")
    parser.add_argument("--head", metavar="FILE", help="a checkpoint that you kept")
    options = parser.parse_args()
    try:
        head = Path(options.head).read_text(encoding="utf-8") if options.head else None
        with open(options.export, encoding="utf-8", newline="\n") as lines:
            print("It holds:", check(lines, options.key, head))
    except Fault as fault:
        print("It does not hold:", fault, file=sys.stderr)
        return DOES_NOT
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, StopIteration) as error:
        print(f"It cannot be read: {type(error).__name__}: {error}", file=sys.stderr)
        return UNREADABLE
    return HOLDS


if __name__ == "__main__":
    sys.exit(main())
