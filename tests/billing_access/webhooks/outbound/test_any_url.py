"""Whatever is typed as a URL, and whatever a resolver or receiver answers: refused in words, or safe."""

from ipaddress import IPv4Address, IPv6Address, ip_network

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_access.webhooks.outbound.addresses import DENIED, parsed, why_not
from billing_access.webhooks.outbound.posting import MAX_ANSWER_BYTES, Answer, NotSent, post
from billing_access.webhooks.outbound.urls import InvalidUrl, checked_url, host_of, is_loopback, literal
from tests.properties import tried_on
from tests.receivers import receiving

PIECES = (
    "https", "http", "HTTPS", "://", ":", "/", "//", "\\", "?", "#", "@", "%", "%40", "%2e", "%00", "[", "]", ".", "..",
    ",", "127", "0x7f", "0177", "1", "0", "::1", "::ffff:", "fe80::1", "%eth0", "localhost", "a.example", "xn--",
    "xn--a", "-", "_", ":443", ":8443", ":80", ":", "user:word@", "é", "\u3002", "\uff11", "ß", "\u200d", "\u00ad",
    "\u202e", "\ud800", "\r\n", "\t", " ", "\x00", "a", "Z", "+", "~", "|", "{", "'", '"', "<",
)  # fmt: skip
# Networks of IPv6 whose addresses are IPv4 ones, so that the latter decide.
CARRIERS = (ip_network("::ffff:0:0/96"), ip_network("64:ff9b::/96"))
URLS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.characters()), max_size=12).map(
        lambda parts: "https://" + "".join(parts)
    ),
    st.builds(lambda host, rest: f"https://a.example{host}/{rest}", st.sampled_from(PIECES), st.text()),
)
INSIDE = (
    st.sampled_from(DENIED)
    .flatmap(lambda row: st.integers(0, row.network.num_addresses - 1).map(lambda n: row.network[n]))
    .filter(lambda each: not any(each in carrier for carrier in CARRIERS if carrier.version == each.version))
)
FOURS = st.one_of(st.integers(0, 2**32 - 1).map(IPv4Address), INSIDE.filter(lambda each: each.version == 4))
SIXES = st.one_of(
    st.integers(0, 2**128 - 1).map(IPv6Address),
    st.integers(0x2000 << 112, (0x4000 << 112) - 1).map(IPv6Address),
    INSIDE.filter(lambda each: each.version == 6),
    FOURS.map(lambda four: IPv6Address(0x64_FF9B << 96 | int(four))),
    FOURS.map(lambda four: IPv6Address(0xFFFF << 32 | int(four))),
)


@tried_on(600)
@given(URLS)
def test_any_text_is_refused_in_words_or_leads_to_one_public_place(text: str) -> None:
    try:
        url = checked_url(text)
    except InvalidUrl:
        return
    assert checked_url(url) == url
    assert url.isascii()
    assert url.isprintable()
    assert not set(" \\#") & set(url)
    read = httpx.URL(url)
    assert (read.scheme, read.userinfo, read.fragment) == ("https", b"", "")
    assert (read.port or 443) in (443, 8443)
    host = host_of(read)
    assert host
    assert url.startswith((f"https://{host}", f"https://[{host}]"))
    address = literal(host)
    assert address is None or why_not(address) is None


@tried_on(300)
@given(URLS)
def test_any_text_that_operators_set_leads_over_tls_or_to_this_machine(text: str) -> None:
    try:
        read = httpx.URL(checked_url(text, by_operators=True))
    except InvalidUrl:
        return
    assert (read.userinfo, read.fragment) == (b"", "")
    assert read.scheme == "https" or (read.scheme == "http" and is_loopback(host_of(read)))


@st.composite
def spellings(draw: st.DrawFn) -> tuple[IPv4Address, str]:
    """Draw an IPv4 address and one of its spellings, with 1 to 4 numbers in three bases."""
    address = draw(FOURS)
    packed, parts = address.packed, draw(st.integers(1, 4))
    numbers = [*packed[: parts - 1], int.from_bytes(packed[parts - 1 :])]
    spelled = [draw(st.sampled_from(["{}", "0{:o}", "{:#x}", "{:#X}"])).format(number) for number in numbers]
    return address, ".".join(spelled) + draw(st.sampled_from(["", "."]))


@tried_on(600)
@given(spellings())
def test_any_spelling_of_an_address_is_that_address(spelled: tuple[IPv4Address, str]) -> None:
    address, host = spelled
    if why_not(address) is None:
        assert checked_url(f"https://{host}/") == f"https://{address}/"
    else:
        with pytest.raises(InvalidUrl):
            checked_url(f"https://{host}/")


@tried_on(1000)
@given(st.one_of(FOURS, SIXES))
def test_what_python_takes_for_not_global_is_refused_too(address: IPv4Address | IPv6Address) -> None:
    """The table is stricter than Python's, in each of its versions."""
    found = parsed(str(address))
    if not found.is_global or found.is_multicast:
        assert why_not(found)


@tried_on(1000)
@given(INSIDE)
def test_any_address_of_a_denied_network_is_refused(address: IPv4Address | IPv6Address) -> None:
    assert why_not(parsed(str(address)))
    if address.version == 4:
        for inside in (f"::ffff:{address}", f"64:ff9b::{address}"):
            assert why_not(parsed(inside)) == why_not(address)


LINES = st.sampled_from([
    b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 101 Switch\r\n\r\n", b"HTTP/1.0 204\r\n\r\n",
    b"HTTP/1.1 ", b"200", b"\r\n", b"\r\n\r\n", b"\n", b"Content-Length: 5\r\n", b"Content-Length: 99999999999\r\n",
    b"Transfer-Encoding: chunked\r\n", b"5\r\nabcde\r\n", b"0\r\n\r\n", b"ffffffffffffffffffff\r\n",
    b"Content-Encoding: gzip\r\n", b"Connection: close\r\n", b"Upgrade: h2c\r\n", b"Location: https://127.0.0.1/\r\n",
    b": a\r\n", b" folded\r\n", b"a" * 70_000,
])  # fmt: skip


@tried_on(300)
@given(st.lists(st.one_of(LINES, st.binary(max_size=30)), max_size=8))
def test_any_bytes_of_a_receiver_are_an_answer_or_a_failure(parts: list[bytes]) -> None:
    """Over plain HTTP to loopback, as the demo has it: what comes after TLS is the same."""
    with receiving(None, lambda connection: connection.sendall(b"".join(parts))) as receiver:
        try:
            ended: Answer | str = post(f"http://127.0.0.1:{receiver.port}/", headers={}, body=b"{}", deadline=5)
        except NotSent as failure:
            ended = failure.reason
    if isinstance(ended, str):
        assert ended in {"bad_answer", "answer_too_large"}
    else:
        assert 200 <= ended.status < 1000 or ended.status == 101
        assert len(ended.body) <= MAX_ANSWER_BYTES
