"""Which URLs webhooks may go to, and the one spelling of each."""

import re
import socket
from ipaddress import IPv4Address, IPv6Address
from typing import Final

import httpx
from django.conf import settings

from billing_access.settings import access_settings
from billing_access.webhooks.outbound.addresses import Address, parsed, why_not
from billing_access.webhooks.outbound.own_addresses import site_host

MAX_LENGTH: Final = 2000
_URL: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://([^/?]*)(.*)", re.DOTALL)
_AUTHORITY: Final = re.compile(r"(\[[^\[\]]*\]|[^:\[\]]*)(?::([0-9]{0,5}))?")
_LABEL: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
# Every resolver takes a name with such a last label for an IPv4 address, in decimal, octal or hexadecimal.
_NUMBER: Final = re.compile(r"[0-9]+|0x[0-9a-f]*")
_EXAMPLE: Final = "such as https://example.com/billing-alerts"


class InvalidUrl(ValueError):
    """The text is a sentence for people: what is wrong with the URL, and what is accepted."""


def checked_url(text: str, *, by_operators: bool = False) -> str:
    """Return the normalized URL that webhooks may be sent to: https, a public host, an accepted port.

    Where a name leads is not checked here but at each delivery, since it can change. ``by_operators``: the URL is a
    setting of the site, whose host and port are the operators' own choice. Raises InvalidUrl.
    """
    if len(text) > MAX_LENGTH:
        raise InvalidUrl(f"The URL has {len(text)} characters. At most {MAX_LENGTH} are accepted.")
    if not text.isprintable() or re.search(r"[\s\\]", text):
        raise InvalidUrl("The URL has a space, a backslash or a control character. Write it percent-encoded.")
    if "#" in text:
        raise InvalidUrl("The URL has a fragment, the part from # on, which is never sent. Leave it out.")
    parts = _URL.fullmatch(text)
    if parts is None:
        raise InvalidUrl(f"This is not a whole URL. Enter one {_EXAMPLE}.")
    scheme, authority, rest = parts[1].lower(), parts[2], parts[3]
    if "@" in authority:
        raise InvalidUrl("The URL has a user or password before the host. Leave it out: each delivery is signed.")
    if "%" in authority:
        raise InvalidUrl("The host has a percent sign. Escapes and zone ids are not accepted in a host.")
    places = _AUTHORITY.fullmatch(authority)
    if places is None:
        raise InvalidUrl(f"The host or the port of the URL is malformed. Enter a URL {_EXAMPLE}.")
    host = _host(places[1])
    port = int(places[2] or {"https": 443, "http": 80}.get(scheme, 0))
    _check_scheme(scheme, host, port, is_loopback_enough=by_operators or getattr(settings, "DEMO", False))
    if not by_operators and scheme == "https":
        _check_destination(host, port)
    path = rest if rest.startswith("/") else f"/{rest}"
    return _normalized(f"{scheme}://{host}:{places[2] or ''}{path}")


def host_of(url: httpx.URL) -> str:
    """Return the host in ASCII. ``httpx.URL.host`` would turn it into Unicode, if it can."""
    return url.raw_host.decode()


def literal(host: str) -> Address | None:
    """Return the address that a normalized host is, in brackets or without; None for a name."""
    try:
        return parsed(host.strip("[]"))
    except ValueError:
        return None


def is_loopback(host: str) -> bool:
    """Tell whether a normalized host is this machine."""
    address = literal(host)
    return address.is_loopback if address else host == "localhost"


def _host(text: str) -> str:
    """Return a host in its one spelling: lower case, ASCII, no trailing dot, an IPv4 address in four decimal parts."""
    if text.startswith("["):
        try:
            return f"[{IPv6Address(text[1:-1])}]"
        except ValueError:
            raise InvalidUrl("What is in brackets is not an IPv6 address.") from None
    host = _ascii(text).lower().removesuffix(".")
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        try:
            return str(IPv4Address(socket.inet_aton(host)))
        except OSError:
            raise InvalidUrl("The host is not an IPv4 address, though it ends as one.") from None
    if len(host) > 253 or not all(map(_LABEL.fullmatch, labels)):
        raise InvalidUrl(f"The host is not a name. Enter a URL {_EXAMPLE}.")
    return host


def _ascii(host: str) -> str:
    if host.isascii():
        return host
    try:
        return host_of(httpx.URL(f"https://{host}/"))
    except (httpx.InvalidURL, ValueError):
        raise InvalidUrl("The host is not a name that the internet's domain names (IDNA) accept.") from None


def _check_scheme(scheme: str, host: str, port: int, *, is_loopback_enough: bool) -> None:
    """Check that it is https, or http to this machine where that is enough. Raises InvalidUrl."""
    if scheme != "https" and not (scheme == "http" and is_loopback_enough and is_loopback(host)):
        raise InvalidUrl(f"Only https is accepted, {_EXAMPLE}.")
    if not 0 < port < 2**16:
        raise InvalidUrl("The port is not one. Accepted: 1 to 65535.")


def _check_destination(host: str, port: int) -> None:
    """Check the host and port that a customer chose. Raises InvalidUrl."""
    if port not in access_settings.WEBHOOK_PORTS:
        ports = " and ".join(map(str, access_settings.WEBHOOK_PORTS))
        raise InvalidUrl(f"Port {port} is not accepted. Accepted: {ports}.")
    address = literal(host)
    if host == site_host() or (address and why_not(address)):
        raise InvalidUrl("Webhooks are not sent to this host. Use the https URL of a public server of your own.")
    if access_settings.WEBHOOK_PROXY and host.startswith("["):
        raise InvalidUrl("An IPv6 address is not accepted here. Use a host name.")


def _normalized(url: str) -> str:
    """Return the URL as the client will read it: percent-encoded, no default port, no dot segments."""
    try:
        normalized = str(httpx.URL(url))
        if str(httpx.URL(normalized)) != normalized:
            raise InvalidUrl("The path or query of the URL is malformed. Percent-encode what is not plain text.")
    except (httpx.InvalidURL, UnicodeError):
        raise InvalidUrl("The path or query of the URL is malformed. Percent-encode what is not plain text.") from None
    if len(normalized) > MAX_LENGTH:
        raise InvalidUrl(f"The URL has {len(normalized)} characters when encoded. At most {MAX_LENGTH} are accepted.")
    return normalized
