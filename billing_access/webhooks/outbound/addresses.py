"""Which addresses webhooks may go to: none that is inside, whatever the spelling of the URL led to it.

Python's ``is_global`` is no help: it lets NAT64 prefixes, 6to4, multicast and the metadata services of clouds pass.
"""

import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final, NamedTuple

from billing_access.settings import access_settings

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


class Denied(NamedTuple):
    """A network that webhooks do not go to, and why. WEBHOOK_ALLOWED_NETWORKS opens those that ``may_be_allowed``."""

    network: Network
    why: str
    may_be_allowed: bool = False


# The first row that holds an address gives the reason, so a part of a network stands before the whole.
DENIED: Final = (
    Denied(ip_network("0.0.0.0/8"), "unspecified"),
    Denied(ip_network("10.0.0.0/8"), "private", may_be_allowed=True),
    Denied(ip_network("100.100.100.200/32"), "metadata"),  # Alibaba Cloud
    Denied(ip_network("100.64.0.0/10"), "shared with the provider's customers", may_be_allowed=True),
    Denied(ip_network("127.0.0.0/8"), "loopback", may_be_allowed=True),
    Denied(ip_network("168.63.129.16/32"), "metadata"),  # Azure
    Denied(ip_network("169.254.0.0/16"), "link-local, with the metadata of most clouds"),
    Denied(ip_network("172.16.0.0/12"), "private", may_be_allowed=True),
    Denied(ip_network("192.0.0.0/24"), "protocol assignments, with the metadata of Oracle Cloud"),
    Denied(ip_network("192.0.2.0/24"), "documentation"),
    Denied(ip_network("192.88.99.0/24"), "6to4 relays"),
    Denied(ip_network("192.168.0.0/16"), "private", may_be_allowed=True),
    Denied(ip_network("198.18.0.0/15"), "benchmarking"),
    Denied(ip_network("198.51.100.0/24"), "documentation"),
    Denied(ip_network("203.0.113.0/24"), "documentation"),
    Denied(ip_network("224.0.0.0/4"), "multicast"),
    Denied(ip_network("255.255.255.255/32"), "broadcast"),
    Denied(ip_network("240.0.0.0/4"), "reserved"),
    Denied(ip_network("::/128"), "unspecified"),
    Denied(ip_network("::1/128"), "loopback", may_be_allowed=True),
    Denied(ip_network("::/96"), "IPv4-compatible, deprecated"),
    # Translators turn these into IPv4 addresses that cannot be told from here.
    Denied(ip_network("::ffff:0:0:0/96"), "translated IPv4"),
    Denied(ip_network("64:ff9b:1::/48"), "NAT64 of a network's own"),
    Denied(ip_network("100::/64"), "discarded"),
    Denied(ip_network("::/3"), "reserved"),
    Denied(ip_network("2001::/32"), "Teredo"),
    Denied(ip_network("2001:2::/48"), "benchmarking"),
    Denied(ip_network("2001::/23"), "protocol assignments"),
    Denied(ip_network("2001:db8::/32"), "documentation"),
    Denied(ip_network("2002::/16"), "6to4"),
    Denied(ip_network("3fff::/20"), "documentation"),
    Denied(ip_network("fd00:c1::a9fe:a9fe/128"), "metadata"),  # Oracle Cloud
    Denied(ip_network("fd00:ec2::/32"), "metadata"),  # Amazon
    Denied(ip_network("fd20:ce::254/128"), "metadata"),  # Google Cloud
    Denied(ip_network("fc00::/7"), "private", may_be_allowed=True),
    Denied(ip_network("fe80::/10"), "link-local"),
    Denied(ip_network("fec0::/10"), "site-local"),
    Denied(ip_network("ff00::/8"), "multicast"),
    # What no registry has assigned: all but 2000::/3.
    Denied(ip_network("4000::/2"), "reserved"),
    Denied(ip_network("8000::/1"), "reserved"),
)
_NAT64: Final = IPv6Network("64:ff9b::/96")


def parsed(text: str) -> Address:
    """Return the address that will be connected to: an IPv4 address in IPv6's clothes is taken out of them."""
    address = ip_address(text)
    return address.ipv4_mapped or address if isinstance(address, IPv6Address) else address


def why_not(address: Address, *, own: Iterable[Address] = ()) -> str | None:
    """Return why webhooks do not go to this address, in words for operators; None: they do.

    ``own`` are addresses of the site that this machine's interfaces do not have.
    """
    leads_to = _leads_to(address)
    if any(each in network for each in (address, leads_to) for network in access_settings.WEBHOOK_DENIED_NETWORKS):
        return "in WEBHOOK_DENIED_NETWORKS"
    allowed = access_settings.WEBHOOK_ALLOWED_NETWORKS
    if allowed and not any(leads_to in network for network in allowed):
        return "not in WEBHOOK_ALLOWED_NETWORKS"
    row = next((row for row in DENIED if leads_to in row.network), None)
    if row and not (allowed and row.may_be_allowed):
        return row.why
    # Loopback has its row. The names of many development sites lead there.
    if not leads_to.is_loopback and (leads_to in own or _is_of_this_machine(leads_to)):
        return "this site's own"
    return None


def _leads_to(address: Address) -> Address:
    """Return the IPv4 address that a NAT64 translator turns an IPv6 address into; of any other, itself."""
    return (
        IPv4Address(int(address) & 0xFFFF_FFFF) if isinstance(address, IPv6Address) and address in _NAT64 else address
    )


def _is_of_this_machine(address: Address) -> bool:
    """Tell whether an interface has the address: only then the system lets a socket be bound to it.

    Where ``ip_nonlocal_bind`` lets sockets be bound to any, as a reserved address shows, it is unknown: False.
    """
    reserved = "240.0.0.1" if address.version == 4 else "100::1"
    return _can_be_bound(str(address)) and not _can_be_bound(reserved)


def _can_be_bound(address: str) -> bool:
    try:
        with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_DGRAM) as bound:
            bound.bind((address, 0))
    except OSError:
        return False
    return True
