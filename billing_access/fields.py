"""The fields of billing. Migrations import them from here for good: this path and these names stay."""

from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


class CidrField(models.Field):  # type: ignore[type-arg]
    """A network: ``cidr`` in PostgreSQL, ``ipaddress.IPv4Network`` or ``IPv6Network`` in Python."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """Return the type of the column."""
        return "cidr"

    def from_db_value(self, value: str | None, *args: object) -> IPv4Network | IPv6Network | None:
        """Return the network of a column's text."""
        return None if value is None else ip_network(value)


class MoneyField(models.DecimalField):  # type: ignore[type-arg]
    """An exact amount of US dollars with ten decimals."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "max_digits": 20, "decimal_places": 10})


class UnitsField(models.DecimalField):  # type: ignore[type-arg]
    """An exact number of the units that a platform bills in, with ten decimals."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "max_digits": 20, "decimal_places": 10})


class TotalField(models.DecimalField):  # type: ignore[type-arg]
    """A sum of US dollars; wider than one amount, so that sums do not overflow."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "max_digits": 30, "decimal_places": 10})


class TokensField(models.DecimalField):  # type: ignore[type-arg]
    """A sum of token counts; wider than 64 bits, so that sums do not overflow."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "max_digits": 30, "decimal_places": 0})
