"""Lets a host count what the apps notice and operators watch: refusals, wrong keys, records that failed.

``BILLING_ACCESS["COUNTER"]`` is the dotted path of a function ``count(name, kind)``; docs/operations.md lists the
names. Without it nothing is counted. The apps do not know what counts.
"""

from collections.abc import Callable
from functools import cache
from typing import cast

from django.utils.module_loading import import_string

from billing_audit.settings import audit_settings


def count(name: str, kind: str = "") -> None:
    """Have the host count one more of this name; ``kind`` tells apart what it counts under the name."""
    if path := audit_settings.COUNTER:
        _counter(path)(name, kind)


@cache
def _counter(path: str) -> Callable[[str, str], None]:
    return cast(Callable[[str, str], None], import_string(path))
