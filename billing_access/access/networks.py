"""Parses and compares the networks of a key's allow-list."""

import ipaddress
from collections.abc import Collection, Sequence
from typing import Final

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_EXAMPLES: Final = "203.0.113.7, 203.0.113.0/24 or 2001:db8::/48"


class InvalidNetwork(ValueError):
    """Raised for text that is no IP address or network. The message quotes it and says what is accepted or meant."""


def parse_networks(texts: Collection[str]) -> tuple[Network, ...]:
    """Return the networks, IPv4 before IPv6, sorted, with adjacent and overlapping ones merged. Skips blank texts.

    Raises InvalidNetwork for the first text that is not valid.
    """
    parsed = [_parse(text.strip()) for text in texts if text.strip()]
    v4 = [network for network in parsed if isinstance(network, ipaddress.IPv4Network)]
    v6 = [network for network in parsed if isinstance(network, ipaddress.IPv6Network)]
    return (*ipaddress.collapse_addresses(v4), *ipaddress.collapse_addresses(v6))


def is_loosened(before: Sequence[Network], after: Sequence[Network]) -> bool:
    """Tell whether ``after`` allows an address that ``before`` refuses. An empty list allows every address.

    Both lists must come from ``parse_networks``.
    """
    if not before:
        return False
    return not after or not all(any(_contains(old, new) for old in before) for new in after)


def _parse(text: str) -> Network:
    try:
        network: Network = ipaddress.ip_network(text)
    except ValueError:
        raise InvalidNetwork(f"{text!r} is not an IP address or network. {_suggestion(text)}") from None
    if isinstance(network, ipaddress.IPv6Network) and network.network_address.ipv4_mapped and network.prefixlen >= 96:
        return ipaddress.IPv4Network((network.network_address.ipv4_mapped, network.prefixlen - 96))
    return network


def _suggestion(text: str) -> str:
    try:
        return f"Did you mean {ipaddress.ip_network(text, strict=False)}?"
    except ValueError:
        return f"Accepted: {_EXAMPLES}, one per line."


def _contains(outer: Network, inner: Network) -> bool:
    if isinstance(outer, ipaddress.IPv4Network):
        return isinstance(inner, ipaddress.IPv4Network) and inner.subnet_of(outer)
    return isinstance(inner, ipaddress.IPv6Network) and inner.subnet_of(outer)
