"""Template filters that format amounts and counts."""

from decimal import Decimal

from django import template

from billing_access.billing.money import usd_text

register = template.Library()

_CENT = Decimal("0.01")


@register.filter
def usd(amount: Decimal) -> str:
    """Format US dollars to the cent: ``$3,742.69``, ``−$12.00``; less than a cent with two digits: ``$0.0031``."""
    size = abs(amount)
    digits = 2 if not size or size >= _CENT else 1 - size.adjusted()
    return f"{'−' if amount < 0 else ''}${size:,.{digits}f}"


@register.filter
def exact(amount: Decimal) -> str:
    """Format US dollars with every decimal: ``$3,742.6915``, ``−$12.00``."""
    return usd_text(amount)


@register.filter
def count(number: int) -> str:
    """Format a whole number with commas."""
    return f"{number:,}"
