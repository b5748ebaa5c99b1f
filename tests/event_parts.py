"""Checks the parts of an event as a reader of the API or an export can, with nothing of the project."""

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any


def opened(body: str, parts: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """Return the data of the parts by kind, each of which must match its commitment in the event's sealed text."""
    commitments = json.loads(body)["commitments"]
    for kind, part in parts.items():
        salted = base64.b64decode(part["salt"], validate=True) + part["data"].encode()
        assert hashlib.sha256(salted).hexdigest() == commitments[kind]
    return {kind: json.loads(part["data"]) for kind, part in parts.items()}
