"""Posts to receivers that customers name, and reaches nothing inside the site's own network.

Every delivery has a connection of its own: a client that is kept pools connections by address, so that two customers
behind one address would share one.
"""

import asyncio
import logging
import re
import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from time import monotonic
from typing import Final

import httpx

from billing_access.settings import access_settings
from billing_access.webhooks.outbound.addresses import Address, parsed, why_not
from billing_access.webhooks.outbound.lookups import resolve
from billing_access.webhooks.outbound.not_sent import NotSent
from billing_access.webhooks.outbound.own_addresses import site_addresses
from billing_access.webhooks.outbound.urls import InvalidUrl, checked_url, host_of, literal

__all__ = ["MAX_ANSWER_BYTES", "Answer", "NotSent", "post", "post_for_operators"]

LOGGER: Final = logging.getLogger(__name__)
MAX_ANSWER_BYTES: Final = 64 * 1024
# How many addresses of a receiver are tried before it counts as not reached.
_MAX_TRIED: Final = 4
_OWN_HEADERS: Final = {"Accept-Encoding": "identity", "Connection": "close", "User-Agent": "Billing-Access-Webhooks"}
_RESERVED: Final = frozenset({"content-length", "host", "transfer-encoding", *map(str.lower, _OWN_HEADERS)})


@dataclass(frozen=True, slots=True)
class Answer:
    """What the receiver answered: the HTTP status, at most MAX_ANSWER_BYTES raw bytes, and how long all of it took.

    ``seconds`` counts from the start to the answer's end. A redirect is an answer too and is not followed.
    ``retry_after``: after how many seconds the receiver wants to be asked again (the header), 0 if it does not say.
    """

    status: int
    body: bytes
    seconds: float
    retry_after: int = 0


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One address to try. ``url`` has the address in the host's place; without one, the proxy resolves the name."""

    url: httpx.URL
    seconds: float
    proxy: httpx.Proxy | None = None


def post(url: str, *, headers: Mapping[str, str], body: bytes, deadline: float = 15.0) -> Answer:
    """Post the body to the URL and return the answer, both within ``deadline`` seconds.

    The name is resolved once; each address that it has is checked, and the connection goes to a checked address. Call
    it from a thread without an event loop. Raises NotSent, and ValueError for headers that cannot be sent.
    """
    return _post(url, headers, body, deadline, by_operators=False)


def post_for_operators(url: str, *, headers: Mapping[str, str], body: bytes, deadline: float = 15.0) -> Answer:
    """Post like ``post`` to a URL that is a setting of the site: its receiver may be inside, and on any port.

    Never call it with what a customer has typed.
    """
    return _post(url, headers, body, deadline, by_operators=True)


def _post(url: str, headers: Mapping[str, str], body: bytes, deadline: float, *, by_operators: bool) -> Answer:
    started = monotonic()
    sent = _checked_headers(headers)
    try:
        target = httpx.URL(checked_url(url, by_operators=by_operators))
    except InvalidUrl:
        raise NotSent("not_allowed") from None
    attempts = _attempts(target, started + deadline, by_operators=by_operators)
    try:
        response, answer = asyncio.run(_post_to_any(target, attempts, sent, body, started + deadline))
    except TimeoutError:
        raise NotSent("timed_out") from None
    return Answer(response.status_code, answer, monotonic() - started, _retry_after(response))


def _retry_after(response: httpx.Response) -> int:
    """Return the header's seconds; 0 for a date, which depends on the receiver's clock."""
    text = response.headers.get("retry-after", "")
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else 0


def _checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return the headers to send. Raises ValueError if one could end early or is for the connection."""
    for name, value in headers.items():
        if not re.fullmatch(r"[A-Za-z0-9-]+", name) or name.lower() in _RESERVED:
            raise ValueError(f"The header {name!r} cannot be set.")
        if not re.fullmatch(r"[!-~](?:[ -~]*[!-~])?", value):
            raise ValueError(f"The value of the header {name} is not printable ASCII.")
    return {**headers, **_OWN_HEADERS}


def _attempts(target: httpx.URL, ends: float, *, by_operators: bool) -> list[_Attempt]:
    """Return what to try in turn. Raises NotSent."""
    if access_settings.WEBHOOK_PROXY and target.scheme == "https":
        return [_Attempt(target, max(ends - monotonic(), 0), _proxy(access_settings.WEBHOOK_PROXY))]
    found = _checked_addresses(target, ends, by_operators=by_operators)[:_MAX_TRIED]
    share = max(ends - monotonic(), 0) / len(found)
    return [_Attempt(target.copy_with(host=str(address)), share) for address in found]


def _checked_addresses(target: httpx.URL, ends: float, *, by_operators: bool) -> Sequence[Address]:
    """Return all addresses of the receiver. Raises NotSent if one of them is not allowed, or none is found.

    Over http, which ``checked_url`` accepts for this machine alone, all must be loopback.
    """
    host = host_of(target)
    given = literal(host)
    texts = [str(given)] if given else resolve(host, seconds=ends - monotonic())
    addresses = [parsed(text) for text in texts]
    if target.scheme == "http":
        reasons = [None if address.is_loopback else "not loopback" for address in addresses]
    elif by_operators:
        reasons = [None for _ in addresses]
    else:
        own = site_addresses(seconds=ends - monotonic())
        reasons = [why_not(address, own=own) for address in addresses]
    for address, why in zip(addresses, reasons, strict=True):
        if why:
            LOGGER.info("Webhook not sent: %s leads to %s (%s)", host, address, why)
            raise NotSent("not_allowed")
    if not addresses:
        raise NotSent("not_resolved")
    return addresses


async def _post_to_any(
    target: httpx.URL, attempts: Sequence[_Attempt], headers: Mapping[str, str], body: bytes, ends: float
) -> tuple[httpx.Response, bytes]:
    """Post to the first address that takes a connection. Raises NotSent, and TimeoutError after ``ends``."""
    last = "not_connected"
    async with asyncio.timeout(ends - monotonic()):
        for attempt in attempts:
            try:
                return await _post_to(target, attempt, headers, body)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                # Nothing was sent yet, so that another address may be tried.
                if _is_about_tls(error):
                    raise NotSent("tls") from None
                last = "timed_out" if isinstance(error, httpx.ConnectTimeout) else "not_connected"
            except httpx.ProxyError:
                last = "not_connected"
            except ssl.SSLError:
                raise NotSent("tls") from None
            except (httpx.TransportError, OSError):
                raise NotSent("bad_answer") from None
    raise NotSent(last)


async def _post_to(
    target: httpx.URL, attempt: _Attempt, headers: Mapping[str, str], body: bytes
) -> tuple[httpx.Response, bytes]:
    """Post to one address, over a connection of its own, and read the raw answer. A transport follows nothing."""
    tls = _tls(access_settings.WEBHOOK_CA_FILE)
    # The proxy's own connection would take the name for its own.
    names = {} if attempt.proxy else {"sni_hostname": host_of(target)}
    request = httpx.Request(
        "POST", attempt.url, headers={"Host": target.netloc.decode(), **headers}, content=body,
        extensions={"timeout": {"connect": attempt.seconds}, **names},
    )  # fmt: skip
    async with httpx.AsyncHTTPTransport(verify=tls, trust_env=False, proxy=attempt.proxy) as transport:
        response = await transport.handle_async_request(request)
        answer = bytearray()
        try:
            async for part in response.aiter_raw():
                answer += part
                if len(answer) > MAX_ANSWER_BYTES:
                    raise NotSent("answer_too_large")
        finally:
            await response.aclose()
        return response, bytes(answer)


def _proxy(url: str) -> httpx.Proxy:
    tls = _tls(access_settings.WEBHOOK_CA_FILE) if url.startswith("https:") else None
    return httpx.Proxy(url, ssl_context=tls)


def _is_about_tls(error: BaseException | None) -> bool:
    """Tell whether an error of TLS led to this one. The client's pool takes the cause away, so the context counts."""
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False


@lru_cache(maxsize=4)
def _tls(ca_file: str) -> ssl.SSLContext:
    """Return what receivers' certificates are checked with: the public authorities, and those of WEBHOOK_CA_FILE.

    Loading them takes 20 ms. No session is kept in it.
    """
    context = httpx.create_ssl_context(trust_env=False)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca_file:
        context.load_verify_locations(cafile=ca_file)
    return context
