"""Time zones, from the pinned package ``tzdata`` alone, so that days begin at the same instants on every machine.

``zoneinfo`` looks in the machine's tables first, which may be years older, and PostgreSQL has others again.
"""

from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_PACKAGE: Final = files("tzdata")
# The table of a machine on which nobody has set a zone.
_NO_ZONE: Final = "Factory"


@cache
def zone_rules() -> str:
    """Return the version of the rules of all zones: an answer that depends on a zone may change with it."""
    return version("tzdata")


@cache
def time_zone_names() -> frozenset[str]:
    """Return the names of all IANA time zones, such as Europe/Berlin and UTC."""
    return frozenset(_PACKAGE.joinpath("zones").read_text("ascii").split()) - {_NO_ZONE}


@cache
def time_zone(name: str) -> ZoneInfo:
    """Return the zone with this name. Raises ZoneInfoNotFoundError unless it is one of ``time_zone_names``.

    A zone that was read from a file can be neither pickled nor copied deeply: keep its ``key`` instead.
    """
    if name not in time_zone_names():
        raise ZoneInfoNotFoundError(f"{name!r} is not an IANA time zone")
    with _PACKAGE.joinpath("zoneinfo", *name.split("/")).open("rb") as table:
        return ZoneInfo.from_file(table, key=name)
