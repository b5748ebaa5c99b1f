"""Sets what an organization's units cost, from an instant on."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Final, Literal

from django.db import transaction
from django.db.models import Q

from billing_access.billing.ledger.account_lock import lock_accounts
from billing_access.billing.ledger.accounts import UNSET, Unset
from billing_access.billing.ledger.changes import InvalidChange, check_time, event_value, exact_amount, record_change
from billing_access.billing.models import Run, UnitPrice
from billing_audit.record import Actor
from orgs.access import require_platform
from orgs.models import Organization

# The first price without a time stands from here on; no run starts earlier.
_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)


@transaction.atomic
def set_unit_price(
    organization: Organization,
    *,
    actor: Actor,
    unit_price_usd: Decimal | Literal[Unset.UNSET] = UNSET,
    cached_unit_price_usd: Decimal | Literal[Unset.UNSET] = UNSET,
    valid_from: datetime | None = None,
) -> UnitPrice:
    """Set the prices for runs that start at ``valid_from`` or later, until the next price.

    What is UNSET is as in the price that stands then. Only the first price may be set without a time; it then stands
    from the beginning. Equal prices change and record nothing. Runs that have a price keep it. Raises InvalidChange and
    PermissionDenied.
    """
    require_platform(actor)
    if valid_from is not None:
        check_time(valid_from)
    lock_accounts([organization.pk])
    prices = UnitPrice.objects.filter(organization=organization).order_by("-valid_from")
    standing = (prices if valid_from is None else prices.filter(valid_from__lte=valid_from)).first()
    price = _checked(standing, unit_price_usd, cached_unit_price_usd)
    is_set = standing is not None and valid_from in (None, standing.valid_from)
    if standing is None or not is_set:
        price.organization, price.valid_from = organization, valid_from or _BEGINNING
        price.save(force_insert=True)
        record_change("account.unit_price_set", organization, actor, details=_details(price))
        return price
    if _amounts(price) == _amounts(standing):
        return standing
    raise InvalidChange(
        f"A price stands from {standing.valid_from.isoformat()} on, and is never changed; set another one "
        "with the time from which it is valid."
    )


def count_older_prices(price: UnitPrice) -> int:
    """Return how many runs that started while the price stands have another one, at which they were priced before."""
    later = UnitPrice.objects.filter(organization=price.organization, valid_from__gt=price.valid_from)
    until = later.order_by("valid_from").values_list("valid_from", flat=True).first()
    other = ~Q(unit_price_usd=price.unit_price_usd)
    if price.cached_unit_price_usd is not None:
        other |= Q(cached_units__gt=0) & ~Q(cached_unit_price_usd=price.cached_unit_price_usd)
    runs = Run.objects.filter(organization=price.organization, units__isnull=False, started_at__gte=price.valid_from)
    return (runs if until is None else runs.filter(started_at__lt=until)).filter(other).count()


def _checked(
    standing: UnitPrice | None,
    unit_price_usd: Decimal | Literal[Unset.UNSET],
    cached_unit_price_usd: Decimal | Literal[Unset.UNSET],
) -> UnitPrice:
    """Return a price with both amounts, each as given or as it stands."""
    unit, cached = _amounts(standing) if standing is not None else (None, None)
    if isinstance(unit_price_usd, Decimal):
        unit = exact_amount(unit_price_usd)
    if isinstance(cached_unit_price_usd, Decimal):
        cached = exact_amount(cached_unit_price_usd)
    if unit is None:
        raise InvalidChange("Cached units have a price only along with units; set the unit price too.")
    if unit <= 0:
        raise InvalidChange(f"A unit price is more than zero, unlike {unit}.")
    if cached is not None and cached < 0:
        raise InvalidChange(f"The price of a cached unit is zero or more, unlike {cached}.")
    return UnitPrice(unit_price_usd=unit, cached_unit_price_usd=cached)


def _amounts(price: UnitPrice) -> tuple[Decimal, Decimal | None]:
    return price.unit_price_usd, price.cached_unit_price_usd


def _details(price: UnitPrice) -> dict[str, str | int | datetime | None]:
    names = ("unit_price_usd", "cached_unit_price_usd", "valid_from")
    return {name: event_value(getattr(price, name)) for name in names}
