"""Presets for common kinds of keys, each with the fewest scopes that its use needs."""

from dataclasses import dataclass
from typing import Final

from billing_access.scopes import AUDIT_READ, BILLING_STATE_READ, BILLING_USAGE_READ, RUNS_READ


@dataclass(frozen=True, slots=True)
class Preset:
    """Initial values of the form for a new key: its name and its selected scopes."""

    id: str
    name: str
    scopes: tuple[str, ...]


PRESETS: Final = (
    Preset("balance-check", "Balance check", (BILLING_STATE_READ,)),
    Preset("cost-report", "Cost report", (BILLING_USAGE_READ,)),
    Preset("cost-of-runs", "Cost of each run", (BILLING_USAGE_READ, RUNS_READ)),
    Preset("audit-feed", "Audit feed", (AUDIT_READ,)),
)
BY_ID: Final = {preset.id: preset for preset in PRESETS}
