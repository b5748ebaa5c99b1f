"""The parts of an event, which are stored apart from it: personal data, texts and figures. Each can be withheld or
erased without the others.

An event's body holds a commitment to each of its parts: SHA-256 over a random salt and the part's canonical JSON. So
the body verifies without its parts, and a part verifies against the body. Anyone who has the salt could guess a part of
few possible values, so the salt is handed out only with the part.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple, get_args

import orjson

from billing_audit.canonical_json import canonical, commitment, read_body
from billing_audit.event_types import EventType
from billing_audit.signed_notes import base64_of

Kind = Literal["personal", "texts", "figures"]
# personal: names at the time of the event, IP address, user agent; every event has it.
# texts and figures: {"changes": ..., "details": ...} with the fields that the event's type lists as such.
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
# The length of a salt is fixed, so that no byte of a part can pass for one of its salt.
SALT_BYTES: Final = 16
ERASABLE: Final[frozenset[str]] = frozenset({"personal", "texts"})
NAMES: Final[Mapping[str, str]] = {"personal": "personal data", "texts": "text", "figures": "set of figures"}
# The columns of a row ``{0}`` of billing_audit_part, as ``Part`` takes them.
SQL_COLUMNS: Final = "{0}.organization_id, {0}.salt, {0}.data::text, {0}.erased_by::text"
# For a statement on all leaves ``l`` of a log: the columns of the parts, as ``read_parts`` takes them, and the joins.
SQL_OF_KINDS: Final = ", ".join(f"{kind}.event_id IS NOT NULL, {SQL_COLUMNS.format(kind)}" for kind in KINDS)
SQL_JOINS: Final = " ".join(
    f"LEFT JOIN billing_audit_part {kind} ON {kind}.event_id = l.event_id AND {kind}.kind = '{kind}'" for kind in KINDS
)

_EMPTY: Final[tuple[object, ...]] = (None, "", [])
# The changes and the details, under these names.
Fields = Mapping[str, Mapping[str, Any]]


class Part(NamedTuple):
    """One row of a part: ``data`` is JSON text. After an erasure ``erased_by`` is the event that recorded it."""

    organization_id: str | None
    salt: bytes | None
    data: str | None
    erased_by: str | None

    @property
    def text(self) -> str:
        """The canonical JSON of the data, over which the commitment is computed; empty once it was erased.

        Data that this project never writes, such as a fraction, is returned as it is, and so matches no commitment.
        """
        try:
            return canonical(orjson.loads(self.data)) if self.data else ""
        except (TypeError, ValueError):
            return self.data or ""

    @property
    def content(self) -> dict[str, Any]:
        """The parsed data; an empty dict if it was erased or someone corrupted it."""
        return {} if self.erased_by is not None else read_body(self.data or "")

    @property
    def names(self) -> set[str]:
        """The names of the changes and details in the data."""
        return {*merged(self.content, (), "changes"), *merged(self.content, (), "details")}


def split_fields(event_type: EventType, given: Fields) -> tuple[Fields, Mapping[str, Fields]]:
    """Return the changes and details that stay in a new event's body, and those of its parts by kind.

    A field without a value tells nothing, so it stays in the body whatever it is.
    """
    if not event_type.texts and not event_type.figures:  # the most frequent event, a read of the balance
        return given, {}
    body: dict[str, dict[str, Any]] = {"changes": {}, "details": {}}
    parts: dict[str, dict[str, dict[str, Any]]] = {}
    for where, values in given.items():
        for name, value in values.items():
            if name in event_type.texts and value not in _EMPTY:
                parts.setdefault("texts", {}).setdefault(where, {})[name] = value
            elif name in event_type.figures and value not in _EMPTY:
                parts.setdefault("figures", {}).setdefault(where, {})[name] = value
            else:
                body[where][name] = value
    return body, parts


def read_parts(columns: Sequence[Any]) -> dict[str, Part]:
    """Return an event's parts by kind from the columns of ``SQL_OF_KINDS``."""
    width = len(Part._fields) + 1
    rows = {kind: columns[at * width : (at + 1) * width] for at, kind in enumerate(KINDS)}
    return {kind: Part(*part) for kind, (exists, *part) in rows.items() if exists}


def part_faults(content: Mapping[str, Any], parts: Mapping[str, Part]) -> Iterator[tuple[str, str]]:
    """Yield each difference between an event's parts and the commitments in its body: the part's kind, and a text.

    ``content`` is the body as ``read_body`` returns it; ``parts`` are all rows of the event by kind.
    """
    commitments = content.get("commitments")
    commitments = commitments if isinstance(commitments, dict) else {}
    for kind in sorted({*commitments, *parts}):
        name = NAMES.get(kind, kind)
        if kind not in parts:
            yield kind, f"its {name} is missing, and no event recorded an erasure"
        elif not _is_right(kind, parts[kind], content, commitments.get(kind)):
            yield kind, f"its {name} differs from what was sealed"


def _is_right(kind: str, part: Part, content: Mapping[str, Any], expected: Any) -> bool:
    # Searches use the column organization_id, so it must be the event's.
    if part.organization_id != content.get("organization_id") or expected is None:
        return False
    if part.erased_by is not None:
        return kind in ERASABLE and part.salt is None and part.data is None
    salt = bytes(part.salt or b"")
    return len(salt) == SALT_BYTES and commitment(salt, part.text) == str(expected)


def parts_body(parts: Mapping[str, Part]) -> dict[str, dict[str, str]]:
    """Return parts as anyone can check them: by kind, the salt (base64) and the canonical JSON as text.

    Erased parts are left out.
    """
    return {
        kind: {"salt": base64_of(bytes(part.salt or b"")), "data": part.text}
        for kind, part in parts.items()
        if part.data is not None
    }


def merged(content: Mapping[str, Any], parts: Iterable[Mapping[str, Any]], name: str) -> dict[str, Any]:
    """Return the ``changes`` or ``details`` of a body together with those of its parts. Malformed ones are left out."""
    found = [each.get(name) for each in (content, *parts)]
    return {field: value for each in found if isinstance(each, dict) for field, value in each.items()}
