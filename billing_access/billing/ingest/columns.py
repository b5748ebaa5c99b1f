"""Decides which columns of a file of runs are read, which are misspelled, and which are foreign and ignored."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from billing_access.billing.ingest.cost_validation import CREDITED, EXPORTED, UNIT_COUNTS
from billing_access.billing.ingest.run_validation import RunInput
from billing_access.billing.tokens import TOKEN_ALIASES

COST: Final = "total_cost_usd"
CURRENCY: Final = "currency"
# These fields of a run come from prices and --tag-column, not from columns of their own.
_NO_COLUMNS: Final = frozenset({"unit_price_usd", "cached_unit_price_usd", "tag_columns"})
RUN_COLUMNS: Final = (*(name for name in RunInput._fields if name not in _NO_COLUMNS), CURRENCY)
# What other systems call these columns, without case, blanks, hyphens and underscores.
_ALIASES: Final = {
    alias.replace("_", ""): name
    for name, aliases in {
        "run_id": "id run task_id job_id workflow_run_id task_run_id execution_id run_uuid",
        "run_type": "type task_type workflow_type",
        "status": "state run_status run_state task_status",
        "created_at": "created created_on created_time create_time creation_time date_created",
        "modified_at": "modified modified_on modified_time updated updated_at updated_on update_time last_modified "
        "last_modified_at last_updated",
        "queued_at": "queued queued_time queue_time enqueued_at",
        "started_at": "started start start_at start_time start_date started_on started_time begin begin_at begin_time "
        "began_at",
        "finished_at": "finished finish finish_at finish_time finished_on finished_time end ended ended_at end_at "
        "end_time end_date completed_at stopped_at",
        COST: "cost costs cost_usd usd_cost usd total total_cost total_usd total_price total_amount price price_usd "
        "amount amount_usd charge charge_usd",
        "cost_status": "cost_state price_status",
        **TOKEN_ALIASES,
        "tags": "tag label labels",
        CURRENCY: "currency_code cost_currency currency_iso iso_currency ccy curr",
    }.items()
    for alias in aliases.split()
}
# In shorter names one edit makes another word.
_SHORTEST_MISSPELLED: Final = 4
_TWO_EDITS_FROM: Final = 8
_LONGEST_SHOWN: Final = 60


class UnusableFile(ValueError):
    """The file cannot be read at all; the message says why and what is accepted."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns an import accepts in addition to those of a run.

    ``named`` are those that the import's options read; a CSV header must have them. ``ignored`` are known to be foreign
    and must occur. ``without_costs`` accepts a file that has no column of costs or units.
    """

    named: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    without_costs: bool = False

    @property
    def accepted(self) -> tuple[str, ...]:
        """The columns that the import reads."""
        return tuple(dict.fromkeys((*RUN_COLUMNS, *self.named)))

    def is_known(self, name: str) -> bool:
        """Return whether the import reads the column, or ignores it without saying so."""
        return name in RUN_COLUMNS or name in self.named or name in self.ignored or name == EXPORTED

    def meant_by(self, name: str) -> str | None:
        """Return the accepted column that an unknown name resembles; None if it resembles none or is known."""
        if self.is_known(name):
            return None
        plain = _plain(name)
        for column in self.accepted:
            if _plain(column) == plain:
                return column
        if plain in _ALIASES:
            return _ALIASES[plain]
        edits = {column: found for column in self.accepted if (found := _edits_within_limit(name, column)) is not None}
        return min(edits, key=edits.__getitem__, default=None)


class SeenColumns:
    """The names of a file's columns: those of a CSV header, or those of the NDJSON rows that were read so far."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        # Each name with the accepted column that it resembles, if any.
        self._meant: dict[str, str | None] = {}
        self._settled: set[str] = set()

    @property
    def foreign(self) -> list[str]:
        """The names that the import ignores and was not told to ignore, in the order in which they were seen."""
        foreign = [name for name in self._meant if not self._columns.is_known(name)]
        return [name for name in foreign if name != CREDITED or EXPORTED not in self._meant]

    def add(self, names: Collection[str]) -> None:
        """Add the names of a header or row. Raises UnusableFile if one resembles an accepted column that is missing."""
        if self._settled.issuperset(names):
            return
        for name in names:
            if name not in self._meant:
                self._meant[name] = self._columns.meant_by(name)
        misspelled = {name: meant for name in names if (meant := self._meant[name]) is not None and meant not in names}
        if misspelled:
            raise UnusableFile(self._did_you_mean(misspelled))
        self._settled.update(name for name in names if self._meant[name] is None)

    def refuse_missing(self) -> None:
        """Raise UnusableFile if a column in ``ignored`` is missing, or costs and units without ``without_costs``."""
        absent = [name for name in self._columns.ignored if name not in self._meant]
        if absent:
            raise UnusableFile(f"--ignore-column {listed(absent)}: there is no such column. {self._has()}")
        if self._meant.keys().isdisjoint((COST, *UNIT_COUNTS)) and not self._columns.without_costs:
            raise UnusableFile(
                f"There is no column {COST} and none of units, so no run would have a cost. {self._has()} "
                "If that is right, add --without-costs."
            )

    def _has(self) -> str:
        return f"The file has: {listed(self._meant)}."

    def _did_you_mean(self, misspelled: Mapping[str, str]) -> str:
        pairs = [f"{listed([name])} (did you mean {listed([meant])}?)" for name, meant in misspelled.items()]
        return (
            f"Columns that are not accepted: {', '.join(pairs)}. Rename them, or add --ignore-column NAME for each "
            f"that is something else. Accepted: {listed(self._columns.accepted, most=None)}."
        )


def listed(names: Iterable[str], most: int | None = 20) -> str:
    """Return names of columns for a message in ASCII: shortened, without control characters, and ``most`` of them."""
    shown = [ascii(name[:_LONGEST_SHOWN])[1:-1] or "''" for name in names]
    more = f" and {len(shown) - most} more" if most is not None and len(shown) > most else ""
    return ", ".join(shown[:most]) + more


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]", "", name).casefold()


def _edits_within_limit(name: str, column: str) -> int | None:
    """Return by how many edits the names differ; None if by too many for one to be the other misspelled."""
    limit = 0 if len(column) < _SHORTEST_MISSPELLED else 1 if len(column) < _TWO_EDITS_FROM else 2
    if not limit or abs(len(name) - len(column)) > limit:
        return None
    edits = _edits(name.casefold(), column.casefold())
    return edits if edits <= limit else None


def _edits(one: str, other: str) -> int:
    """Return the fewest insertions, deletions, replacements and swaps of neighbors that turn one into the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, start=1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                row[j] = min(row[j], earlier[j - 2] + 1)
    return row[-1]
