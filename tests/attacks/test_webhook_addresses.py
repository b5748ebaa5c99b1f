"""A webhook's URL is a customer's: it reaches nothing inside, reads nobody else's answer, and holds nobody up.

Real sockets on loopback stand for the receivers; the resolver is replaced, so that names lead where an attacker wants.
"""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from billing_access.webhooks.outbound import lookups
from billing_access.webhooks.outbound.addresses import DENIED, parsed, why_not
from billing_access.webhooks.outbound.not_sent import SENTENCES
from billing_access.webhooks.outbound.posting import MAX_ANSWER_BYTES, Answer, NotSent, post, post_for_operators
from billing_access.webhooks.outbound.urls import InvalidUrl, checked_url
from tests.app_settings import configured
from tests.receivers import Authority, Receiver, ok, proxying, receiving

NAMES = ("receiver.example", "first.example", "second.example", "localhost")
PUBLIC = "8.8.8.8"
# Addresses inside, the first and last of each network, with the reason that operators read.
INSIDE = {
    "0.0.0.1": "unspecified", "0.255.255.255": "unspecified",
    "10.0.0.0": "private", "10.255.255.255": "private", "172.16.0.0": "private", "172.31.255.255": "private",
    "192.168.0.1": "private", "192.168.255.255": "private",
    "127.0.0.1": "loopback", "127.255.255.255": "loopback",
    "100.64.0.0": "shared", "100.127.255.255": "shared", "100.100.100.200": "metadata",
    "168.63.129.16": "metadata", "169.254.0.0": "metadata", "169.254.169.254": "metadata", "169.254.170.2": "metadata",
    "192.0.0.0": "metadata", "192.0.0.192": "metadata", "192.0.0.255": "protocol",
    "192.0.2.1": "documentation", "198.51.100.1": "documentation", "203.0.113.255": "documentation",
    "192.88.99.1": "6to4", "198.18.0.0": "benchmarking", "198.19.255.255": "benchmarking",
    "224.0.0.1": "multicast", "239.255.255.255": "multicast", "240.0.0.1": "reserved", "255.255.255.255": "broadcast",
    "::": "unspecified", "::1": "loopback", "::8.8.8.8": "IPv4-compatible", "::10.0.0.1": "IPv4-compatible",
    "::ffff:10.0.0.1": "private", "::ffff:127.0.0.1": "loopback", "::ffff:169.254.169.254": "metadata",
    "::ffff:0:8.8.8.8": "translated", "64:ff9b::10.0.0.1": "private", "64:ff9b::127.0.0.1": "loopback",
    "64:ff9b::169.254.169.254": "metadata", "64:ff9b:1::8.8.8.8": "NAT64", "64:ff9b:1:ffff::10.0.0.1": "NAT64",
    "100::1": "discarded", "1000::1": "reserved", "2001::1": "Teredo", "2001:0:4136:e378:8000:63bf:3fff:fdd2": "Teredo",
    "2001:2::1": "benchmarking", "2001:20::1": "protocol", "2001:1ff::1": "protocol", "2001:db8::1": "documentation",
    "3fff::1": "documentation", "2002:a00:1::1": "6to4", "2002:7f00:1::": "6to4", "2002:808:808::1": "6to4",
    "fc00::1": "private", "fdff::1": "private", "fd00:ec2::254": "metadata", "fd00:ec2::253": "metadata",
    "fd20:ce::254": "metadata", "fd00:c1::a9fe:a9fe": "metadata",
    "fe80::1": "link-local", "fe80::1%eth0": "link-local", "febf::1": "link-local", "fec0::1": "site-local",
    "feff::1": "site-local", "ff02::1": "multicast", "ff0e::1": "multicast", "4000::1": "reserved",
    "8000::1": "reserved",
}  # fmt: skip
OUTSIDE = (
    "1.1.1.1", PUBLIC, "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1",
    "172.15.255.255", "172.32.0.0", "192.0.1.1", "198.17.255.255", "198.20.0.0", "223.255.255.255", "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8", "2001:4860:4860::8888", "2003::1", "2606:4700::1111", "2a00::1", "3ffe::1",
)  # fmt: skip
# One address in every spelling that resolvers and clients take for it, and what hides another host.
SPELLINGS = (
    "https://127.0.0.1/", "https://127.1/", "https://127.0.1/", "https://2130706433/", "https://0x7f000001/",
    "https://0x7f.0.0.1/", "https://0177.0.0.1/", "https://017700000001/", "https://0x7F.1/", "https://127.0.0.1./",
    "https://127.0.0.1:443/", "https://127.0.0.1:0443/", "https://127\u30020\u30020\u30021/",
    "https://127\uff0e0\uff0e0\uff0e1/", "https://0/",
    "https://\uff11\uff12\uff17.0.0.1/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/",
    "https://[0:0:0:0:0:0:0:1]/", "https://[64:ff9b::7f00:1]/", "https://[fe80::1%25eth0]/", "https://[fe80::1%eth0]/",
    "https://10.0.0.1/", "https://169.254.169.254/latest/meta-data/", "https://0251.0376.0251.0376/",
    "https://user@receiver.example/", "https://user:word@receiver.example/", "https://@receiver.example/",
    "https://receiver.example@127.0.0.1/", "https://receiver.example:443@127.0.0.1/",
    "https://receiver.example/\\inside", "https://receiver.example\\@127.0.0.1/",
    "https://127.0.0.1\\receiver.example/", "https://receiver.example#/",
    "https://receiver.example/#a", "https://127.0.0.1%2f.receiver.example/", "https://%31%32%37.0.0.1/",
    "https://receiver.example/\r\nHost: inside", "https://receiver.example\r\n/", "https://receiver.example/a b",
    "https://receiver.example/\x00", "https://receiver.example/\u202e", "https://receiver.example\u00ad\t/",
    "http://receiver.example/", "ftp://receiver.example/", "file:///etc/passwd", "gopher://127.0.0.1:443/",
    "https:receiver.example", "https:///receiver.example", "//receiver.example/", "receiver.example", "",
    "https://receiver.example:22/", "https://receiver.example:0/", "https://receiver.example:65979/",
    "https://receiver.example:-443/", "https://receiver.example:\uff14\uff14\uff13/", "https://receiver.example:4_43/",
    "https://receiver.example:+443/", "https://.receiver.example/", "https://receiver..example/", "https://-a.example/",
    "https://receiver.example../", "https://[::1/", "https://::1/", "https://[receiver.example]/", "https://[v1.a]/",
    "https://1.2.3.4.5/", "https://256.0.0.1/", "https://receiver.0x7f/", f"https://{'a' * 64}.example/",
    f"https://{'a.' * 130}example/", f"https://receiver.example/{'a' * 2000}", f"https://receiver.example/{'é' * 400}",
    "https://receiver.example/\ud800",
)  # fmt: skip


class Names:
    """A resolver: ``names["a.example"] = [["10.0.0.1"], ["8.8.8.8"]]`` has an answer for each call."""

    def __init__(self) -> None:
        self.answers: dict[str, list[list[str]]] = {}
        self.asked: list[str] = []
        self.before: Callable[[str], None] = lambda name: None

    def __setitem__(self, name: str, addresses: list[str] | list[list[str]]) -> None:
        self.answers[name] = [each for each in addresses if isinstance(each, list)] or [list(map(str, addresses))]

    def __call__(self, host: str | bytes, port: int | None, *args: Any, **kwargs: Any) -> list[tuple[Any, ...]]:
        host = host.decode() if isinstance(host, bytes) else host
        self.asked.append(host)
        self.before(host)
        if host not in self.answers:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        times = self.answers[host]
        found = times.pop(0) if len(times) > 1 else times[0]
        return [
            (socket.AF_INET6, socket.SOCK_STREAM, 6, "", (each, port, 0, 0))
            if ":" in each
            else (socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port))
            for each in found
        ]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    resolver = Names()
    for name in NAMES:
        resolver[name] = ["127.0.0.1"]
    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    return resolver


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def certificate(authority: Authority) -> Path:
    return authority.certificate(*NAMES[:3])


@pytest.fixture
def receiver(names: Names, authority: Authority, certificate: Path) -> Iterator[Receiver]:
    """A receiver at receiver.example, where webhooks may go to loopback and nowhere else."""
    with receiving(certificate) as running, reaching(running, authority):
        yield running


def reaching(running: Receiver, authority: Authority, **settings: str) -> Any:
    return configured(**{
        "WEBHOOK_ALLOWED_NETWORKS": "127.0.0.0/8", "WEBHOOK_PORTS": str(running.port),
        "WEBHOOK_CA_FILE": str(authority.ca_file), **settings,
    })  # fmt: skip


def send(to: Receiver, name: str = "receiver.example", path: str = "/hook", **kwargs: Any) -> Answer:
    return post(f"https://{name}:{to.port}{path}", headers={"webhook-id": "msg_1"}, body=b'{"a":1}', **kwargs)


def not_sent(to: Receiver, name: str = "receiver.example", **kwargs: Any) -> str:
    """Send in vain, and return the reason."""
    with pytest.raises(NotSent) as caught:
        send(to, name, **kwargs)
    return caught.value.reason


# Where it may go.


@pytest.mark.parametrize(("address", "reason"), INSIDE.items())
def test_no_name_leads_to_an_address_inside(names: Names, address: str, reason: str) -> None:
    assert reason in str(why_not(parsed(address)))
    names["inside.example"] = [address]
    with pytest.raises(NotSent) as caught:
        post("https://inside.example/", headers={}, body=b"")
    assert caught.value.reason == "not_allowed"


def test_every_row_of_the_table_is_attacked() -> None:
    attacked = set()
    for address in INSIDE:
        found = parsed(address)
        plain = parsed(address.removeprefix("64:ff9b::")) if address.startswith("64:ff9b::") else found
        attacked |= {next(row for row in DENIED if plain in row.network)}
    assert attacked == set(DENIED)


@pytest.mark.parametrize("address", OUTSIDE)
def test_addresses_next_to_those_inside_are_allowed(address: str) -> None:
    assert why_not(parsed(address)) is None


@pytest.mark.parametrize("url", SPELLINGS)
def test_no_spelling_of_a_url_leads_inside(names: Names, url: str) -> None:
    with pytest.raises(InvalidUrl) as told:
        checked_url(url)
    assert str(told.value).endswith(".")
    with override_settings(DEMO=False), pytest.raises(NotSent) as caught:
        post(url, headers={}, body=b"")
    assert caught.value.reason == "not_allowed"
    assert names.asked == []


def test_one_address_inside_among_several_refuses_them_all(receiver: Receiver, names: Names) -> None:
    for inside in ("10.0.0.1", "::1", "169.254.169.254", PUBLIC):
        for addresses in (["127.0.0.1", inside], [inside, "127.0.0.1"], ["127.0.0.1"] * 9 + [inside]):
            names["receiver.example"] = addresses
            assert not_sent(receiver) == "not_allowed"
    assert receiver.connections == 0


def test_a_name_that_leads_elsewhere_after_the_check_is_not_asked_again(receiver: Receiver, names: Names) -> None:
    """DNS rebinding: the first answer is allowed, the next would be inside."""
    with configured(WEBHOOK_ALLOWED_NETWORKS="127.0.0.1/32"):
        names["receiver.example"] = [["127.0.0.1"], ["127.0.0.2"]]
        assert send(receiver).status == 200
        assert names.asked.count("receiver.example") == 1
        assert names.asked.count("127.0.0.1") == 0
        assert receiver.connections == 1
        assert not_sent(receiver) == "not_allowed"


def test_an_allow_list_opens_private_networks_and_no_metadata(names: Names) -> None:
    with configured(
        WEBHOOK_ALLOWED_NETWORKS="0.0.0.0/0,::/0", WEBHOOK_DENIED_NETWORKS="10.9.0.0/16,9.9.9.0/24,fd09::/16"
    ):
        allowed = {address for address, reason in INSIDE.items() if why_not(parsed(address)) is None}
        assert {INSIDE[address].partition(" ")[0] for address in allowed} == {"private", "loopback", "shared"}
        assert {"10.0.0.0", "172.16.0.0", "192.168.0.1", "100.64.0.0", "fc00::1", "64:ff9b::10.0.0.1"} <= allowed
        for denied in ("10.9.0.1", "::ffff:10.9.0.1", "64:ff9b::10.9.0.1", "9.9.9.9", "64:ff9b::9.9.9.9", "fd09::1"):
            assert why_not(parsed(denied)) == "in WEBHOOK_DENIED_NETWORKS"
    with configured(WEBHOOK_ALLOWED_NETWORKS="10.1.0.0/16"):
        assert why_not(parsed("10.1.2.3")) is None
        for other in ("10.2.0.1", PUBLIC, "2606:4700::1111", "127.0.0.1"):
            assert why_not(parsed(other)) == "not in WEBHOOK_ALLOWED_NETWORKS"
    with configured(WEBHOOK_DENIED_NETWORKS="64:ff9b::/96"):
        assert why_not(parsed("64:ff9b::8.8.8.8")) == "in WEBHOOK_DENIED_NETWORKS"


def test_the_site_does_not_send_to_its_own_public_address(names: Names) -> None:
    names["billing.example"] = ["9.9.9.9", "2606:4700::1"]
    names["hook.example"] = [PUBLIC, "2606:4700::1"]
    names["mapped.example"] = ["64:ff9b::9.9.9.9"]
    with configured(BASE_URL="https://billing.example"):
        for host in ("hook.example", "mapped.example"):
            with pytest.raises(NotSent) as caught:
                post(f"https://{host}/", headers={}, body=b"")
            assert caught.value.reason == "not_allowed"
        assert names.asked.count("billing.example") == 1
        with pytest.raises(InvalidUrl, match="not sent to this host"):
            checked_url("https://Billing.example./hook")


def test_the_site_does_not_send_to_an_interface_of_its_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interface(socket.socket):
        """This machine has the addresses 9.9.9.9 and, where sockets may be bound to any, 240.0.0.1."""

        own = ("9.9.9.9",)

        def bind(self, address: Any) -> None:
            if address[0] not in self.own:
                raise OSError

    monkeypatch.setattr(socket, "socket", Interface)
    assert why_not(parsed("9.9.9.9")) == why_not(parsed("::ffff:9.9.9.9")) == "this site's own"
    assert why_not(parsed(PUBLIC)) is None
    with configured(WEBHOOK_ALLOWED_NETWORKS="9.0.0.0/8"):
        assert why_not(parsed("9.9.9.9")) == "this site's own"
    Interface.own = ("9.9.9.9", PUBLIC, "240.0.0.1")
    assert why_not(parsed(PUBLIC)) is None


def test_an_outage_of_the_sites_own_name_stops_no_webhook(receiver: Receiver) -> None:
    with configured(BASE_URL="https://unknown.example"):
        assert send(receiver).status == 200


def test_without_the_demo_plain_http_goes_nowhere(names: Names) -> None:
    with receiving(None) as plain:
        with override_settings(DEMO=True):
            names["localhost"] = ["127.0.0.1"]
            sent = {"headers": {}, "body": b""}
            assert post(f"http://localhost:{plain.port}/", **sent).status == 200  # type: ignore[arg-type]
            assert post(f"http://127.0.0.1:{plain.port}/", **sent).status == 200  # type: ignore[arg-type]
            for url in (f"http://receiver.example:{plain.port}/", "http://10.0.0.1/", "http://localhost.example/"):
                with pytest.raises(InvalidUrl, match="Only https"):
                    checked_url(url)
            names["localhost"] = ["127.0.0.1", "10.0.0.1"]
            with pytest.raises(NotSent, match="not sent to this address"):
                post(f"http://localhost:{plain.port}/", **sent)  # type: ignore[arg-type]
        with override_settings(DEMO=False), pytest.raises(NotSent, match="not sent to this address"):
            post(f"http://127.0.0.1:{plain.port}/", **sent)  # type: ignore[arg-type]
        assert plain.connections == 2


def test_only_an_address_of_the_operators_own_setting_may_be_inside(
    names: Names, authority: Authority, certificate: Path
) -> None:
    """A SIEM inside gets the platform's log, on any port, and no customer's webhook does."""
    sent: Any = {"headers": {}, "body": b"{}"}
    with receiving(certificate) as siem, configured(WEBHOOK_CA_FILE=str(authority.ca_file)):
        url = f"https://receiver.example:{siem.port}/"
        assert post_for_operators(url, **sent).status == 200
        with configured(WEBHOOK_PORTS=str(siem.port)), pytest.raises(NotSent) as caught:
            post(url, **sent)
        assert (caught.value.reason, siem.connections) == ("not_allowed", 1)
        names["other.example"] = ["127.0.0.1"]
        with pytest.raises(NotSent) as caught:
            post_for_operators(f"https://other.example:{siem.port}/", **sent)
        assert caught.value.reason == "tls"
    with receiving(None) as collector, override_settings(DEMO=False):
        assert post_for_operators(f"http://localhost:{collector.port}/", **sent).status == 200
        names["localhost"] = ["10.0.0.1"]
        for plain in (f"http://localhost:{collector.port}/", "http://receiver.example/", "http://10.0.0.1/"):
            with pytest.raises(NotSent) as caught:
                post_for_operators(plain, **sent)
            assert caught.value.reason == "not_allowed"


# What a receiver answers.


def test_a_redirect_is_an_answer_and_is_not_followed(receiver: Receiver) -> None:
    for status in (301, 302, 303, 307, 308):
        location = f"Location: https://first.example:{receiver.port}/inside"
        redirect = f"HTTP/1.1 {status} Go\r\n{location}\r\nContent-Length: 0\r\n\r\n".encode()
        receiver.answer = lambda connection, redirect=redirect: connection.sendall(redirect)
        assert send(receiver).status == status
    assert [request.head.split()[1] for request in receiver.requests] == ["/hook"] * 5


def dribble(connection: Any, beginning: bytes, part: bytes) -> None:
    connection.sendall(beginning)
    while True:
        time.sleep(0.05)
        connection.sendall(part)


SLOW: dict[str, Callable[[Any], None]] = {
    "nothing": lambda connection: time.sleep(15),
    "headers": lambda connection: dribble(connection, b"HTTP/1.1 200 OK\r\nX-Slow: ", b"a"),
    "more headers": lambda connection: dribble(connection, b"HTTP/1.1 200 OK\r\n", b"X-Slow: a\r\n"),
    "interim answers": lambda connection: dribble(connection, b"", b"HTTP/1.1 102 Processing\r\n\r\n"),
    "body": lambda connection: dribble(connection, b"HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n", b"a"),
    "chunks": lambda connection: dribble(
        connection, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"
    ),
    "a chunk's extension": lambda connection: dribble(
        connection, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;a=", b"a"
    ),
}


@pytest.mark.parametrize("what", SLOW)
def test_one_deadline_ends_every_slow_answer(receiver: Receiver, what: str) -> None:
    receiver.answer = SLOW[what]
    begun = time.monotonic()
    assert not_sent(receiver, deadline=0.5) == "timed_out"
    assert time.monotonic() - begun < 5


def test_one_deadline_ends_a_handshake_that_never_comes(names: Names, authority: Authority) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        with reaching(Receiver(silent.getsockname()[1], ok), authority):
            begun = time.monotonic()
            assert not_sent(Receiver(silent.getsockname()[1], ok), deadline=0.5) == "timed_out"
        assert time.monotonic() - begun < 5


def test_one_deadline_ends_a_body_that_nobody_reads(receiver: Receiver) -> None:
    receiver.reads = False
    begun = time.monotonic()
    with pytest.raises(NotSent) as caught:
        # More than the sockets' buffers take.
        post(f"https://receiver.example:{receiver.port}/", headers={}, body=bytes(20_000_000), deadline=0.5)
    assert caught.value.reason == "timed_out"
    assert time.monotonic() - begun < 5


def flood(connection: Any, beginning: bytes, seen: list[int]) -> None:
    connection.sendall(beginning)
    while True:
        seen[0] += connection.send(b"a" * 65_536)


@pytest.mark.parametrize(
    ("beginning", "reason"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n", "answer_too_large"),
        (b"HTTP/1.1 200 OK\r\n\r\n", "answer_too_large"),
        (b"HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n3b9aca00\r\n", "answer_too_large"),
        (b"HTTP/1.1 200 OK\r\nX-Huge: ", "bad_answer"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", "bad_answer"),
        (b"", "bad_answer"),
    ],
)
def test_an_endless_answer_is_cut_off(receiver: Receiver, beginning: bytes, reason: str) -> None:
    seen = [0]
    receiver.answer = lambda connection: flood(connection, beginning, seen)
    assert not_sent(receiver, deadline=5) == reason
    time.sleep(0.1)
    # What the sockets' buffers took in between counts too.
    assert seen[0] < 8_000_000


def test_an_answer_of_64_kb_is_read_and_a_byte_more_is_not(receiver: Receiver) -> None:
    def long(length: int) -> Callable[[Any], None]:
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n".encode()
        return lambda connection: connection.sendall(head + b"a" * length)

    receiver.answer = long(MAX_ANSWER_BYTES)
    assert len(send(receiver).body) == MAX_ANSWER_BYTES == 65_536
    receiver.answer = long(MAX_ANSWER_BYTES + 1)
    assert not_sent(receiver) == "answer_too_large"


def test_a_compressed_answer_is_not_unpacked(receiver: Receiver) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    assert len(bomb) < MAX_ANSWER_BYTES
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(bomb)}\r\n\r\n".encode()
    receiver.answer = lambda connection: connection.sendall(head + bomb)
    assert send(receiver).body == bomb
    assert receiver.requests[0].header("Accept-Encoding") == ["identity"]


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"HTTP/1.1 99999 OK\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"220 mail.example ESMTP\r\n",
        b"\x00\xff" * 100,
    ],
)
def test_what_is_no_answer_is_a_failure_and_no_error_of_the_sender(receiver: Receiver, answer: bytes) -> None:
    receiver.answer = lambda connection: connection.sendall(answer)
    assert not_sent(receiver) == "bad_answer"


# Over which connection.


def test_two_organizations_behind_one_address_share_no_connection(receiver: Receiver) -> None:
    receiver.answer = lambda connection: [ok(connection), time.sleep(1)][0]  # it would keep the connection open
    for name in ("first.example", "second.example", "first.example"):
        assert send(receiver, name).status == 200
    assert receiver.connections == 3
    assert receiver.handshakes == ["first.example", "second.example", "first.example"]
    assert [request.session_reused for request in receiver.requests] == [False] * 3
    hosts = [request.header("Host") for request in receiver.requests]
    assert hosts == [[f"{name}.example:{receiver.port}"] for name in ("first", "second", "first")]


def test_the_request_is_what_was_asked_for_and_tells_nothing_more(receiver: Receiver) -> None:
    answer = send(receiver, path="/hook?a=%2f&b=é")
    assert (answer.status, answer.body) == (200, b"ok")
    assert 0 < answer.seconds < 15
    (request,) = receiver.requests
    assert request.body == b'{"a":1}'
    assert sorted(request.head.splitlines()) == sorted([
        "POST /hook?a=%2f&b=%C3%A9 HTTP/1.1", f"Host: receiver.example:{receiver.port}", "webhook-id: msg_1",
        "Accept-Encoding: identity", "Connection: close", "User-Agent: Billing-Access-Webhooks", "Content-Length: 7",
        "",
    ])  # fmt: skip


def test_a_second_address_is_tried_where_the_first_takes_no_connection(receiver: Receiver, names: Names) -> None:
    names["receiver.example"] = ["127.0.0.2", "127.0.0.1"]
    assert send(receiver).status == 200
    names["receiver.example"] = ["127.0.0.2", "127.0.0.3"]
    assert not_sent(receiver) == "not_connected"
    assert len(receiver.requests) == 1


def test_nothing_is_sent_twice_where_the_connection_breaks_off(receiver: Receiver, names: Names) -> None:
    names["receiver.example"] = ["127.0.0.1", "127.0.0.2"]
    receiver.answer = lambda connection: connection.close()
    with socket.create_server(("127.0.0.2", receiver.port)) as second:
        second.setblocking(False)
        assert not_sent(receiver) == "bad_answer"
        with pytest.raises(BlockingIOError):
            second.accept()
    assert receiver.connections == 1


def test_the_certificate_must_be_for_the_name(receiver: Receiver, names: Names, authority: Authority) -> None:
    names["other.example"] = ["127.0.0.1"]
    assert not_sent(receiver, "other.example") == "tls"
    # Nor does the address that was connected to count as the name.
    assert not_sent(receiver, "127.0.0.1") == "tls"
    assert receiver.requests == []


def test_the_certificate_must_be_of_a_trusted_authority(
    receiver: Receiver, authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the environment trusts does not count."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.ca_file))
    # A file that no test had before: what is trusted is loaded once for each.
    with configured(WEBHOOK_CA_FILE=str(Authority(tmp_path).ca_file)):
        assert not_sent(receiver) == "tls"
    assert receiver.requests == []


def test_plain_http_on_the_port_is_no_secure_connection(names: Names, authority: Authority) -> None:
    def plain(server: socket.socket) -> None:
        connection, _ = server.accept()
        with connection:
            connection.recv(10)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as server:
        to = Receiver(server.getsockname()[1], ok)
        threading.Thread(target=plain, args=(server,), daemon=True).start()
        with reaching(to, authority):
            assert not_sent(to) == "tls"


def test_no_proxy_of_the_environment_is_used(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    with proxying(receiver.port) as proxy:
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            for spelling in (name, name.upper()):
                monkeypatch.setenv(spelling, f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("no_proxy", "")
        monkeypatch.setenv("NO_PROXY", "")
        assert send(receiver).status == 200
        assert proxy.asked == []


def test_headers_end_where_they_should(receiver: Receiver) -> None:
    for name, value in [
        ("webhook-id", "a\r\nHost: inside"), ("webhook-id", "a\n"), ("webhook-id", "a\x00"), ("webhook-id", "é"),
        ("a\r\nb", "c"), ("a: b", "c"), ("", "a"), ("Host", "inside"), ("content-length", "0"),
        ("Transfer-Encoding", "chunked"), ("Connection", "keep-alive"), ("accept-encoding", "gzip"),
        ("User-agent", "a"),
    ]:  # fmt: skip
        with pytest.raises(ValueError, match="header"):
            post(f"https://receiver.example:{receiver.port}/", headers={name: value}, body=b"")
    assert receiver.connections == 0


# A proxy that operators set.


def test_a_proxy_by_setting_gets_the_name_and_sees_nothing_inside(receiver: Receiver, names: Names) -> None:
    with proxying(receiver.port) as proxy, configured(WEBHOOK_PROXY=f"http://me:word@127.0.0.1:{proxy.port}"):
        assert send(receiver).status == 200
        (asked,) = proxy.asked
        assert asked.startswith(f"CONNECT receiver.example:{receiver.port} HTTP/1.1\r\n")
        assert "Proxy-Authorization: Basic bWU6d29yZA==\r\n" in asked
        assert "webhook-id" not in asked
        assert "receiver.example" not in names.asked
        assert receiver.handshakes == ["receiver.example"]
        assert "Proxy-Authorization" not in receiver.requests[0].head
        with pytest.raises(InvalidUrl):
            checked_url(f"https://10.0.0.1:{receiver.port}/")
        with pytest.raises(InvalidUrl, match="IPv6"), configured(WEBHOOK_ALLOWED_NETWORKS=""):
            checked_url(f"https://[2606:4700::1111]:{receiver.port}/")


def test_a_proxy_that_refuses_or_hangs_is_a_failure(receiver: Receiver) -> None:
    with proxying(receiver.port) as proxy, configured(WEBHOOK_PROXY=f"http://127.0.0.1:{proxy.port}"):
        for refusal in (
            b"HTTP/1.1 403 No\r\n\r\n",
            b"HTTP/1.1 407 Who\r\n\r\n",
            b"HTTP/1.1 302 Go\r\nLocation: /\r\n\r\n",
        ):
            proxy.refusal = refusal
            assert not_sent(receiver) == "not_connected"
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        configured(WEBHOOK_PROXY=f"http://127.0.0.1:{silent.getsockname()[1]}"),
    ):
        assert not_sent(receiver, deadline=0.5) == "timed_out"
    with configured(WEBHOOK_PROXY="http://127.0.0.1:1"):
        assert not_sent(receiver) == "not_connected"
    assert receiver.connections == 0


# A resolver that hangs.


@pytest.fixture
def stuck(names: Names) -> Iterator[None]:
    """Names that begin with ``stuck`` have no answer before the test is over."""
    released = threading.Event()
    names.before = lambda name: [released.wait(20) for _ in "1" if name.startswith("stuck")]  # type: ignore[assignment]
    yield
    released.set()
    while any(thread.name == "webhook-lookup" for thread in threading.enumerate()):
        time.sleep(0.01)


def is_sent_at_once(to: Receiver) -> bool:
    begun = time.monotonic()
    return send(to).status == 200 and time.monotonic() - begun < 2.5


def test_a_resolver_that_hangs_holds_up_nobody_else(receiver: Receiver, stuck: None) -> None:
    with ThreadPoolExecutor(lookups.AT_ONCE) as crowd:
        some = [crowd.submit(not_sent, receiver, f"stuck{n}.example", deadline=0.5) for n in range(lookups.AT_ONCE - 2)]
        assert is_sent_at_once(receiver)
        assert {each.result() for each in some} == {"not_resolved"}
        # Every thread is stuck now: the next look-up fails.
        last = [crowd.submit(not_sent, receiver, f"stuck-{n}.example", deadline=0.2) for n in range(2)]
        assert {each.result() for each in last} == {"not_resolved"}
    begun = time.monotonic()
    assert not_sent(receiver, deadline=15) == "not_resolved"
    assert time.monotonic() - begun < 2.5


def test_one_name_takes_one_thread_however_often_it_hangs(receiver: Receiver, names: Names, stuck: None) -> None:
    for _ in range(lookups.AT_ONCE + 1):
        assert not_sent(receiver, "stuck.example", deadline=0.001) == "not_resolved"
    assert names.asked.count("stuck.example") == 1
    assert is_sent_at_once(receiver)


def test_a_look_up_ends_before_the_deadline_does(
    receiver: Receiver, stuck: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookups, "SECONDS", 0.2)
    begun = time.monotonic()
    assert not_sent(receiver, "stuck.example", deadline=15) == "not_resolved"
    assert time.monotonic() - begun < 4


def test_a_name_that_no_resolver_knows_is_not_resolved(receiver: Receiver, names: Names) -> None:
    assert not_sent(receiver, "unknown.example") == "not_resolved"
    names["empty.example"] = [[]]
    assert not_sent(receiver, "empty.example") == "not_resolved"


# What people of the organization are told.


def test_a_reason_tells_nothing_of_the_network_inside() -> None:
    assert set(SENTENCES) == {
        "not_allowed", "not_resolved", "not_connected", "tls", "timed_out", "answer_too_large", "bad_answer",
    }  # fmt: skip
    for reason in SENTENCES:
        told = NotSent(reason)
        assert told.reason == reason
        assert str(told).endswith(".")


def test_what_is_refused_is_logged_for_operators_without_the_path(
    names: Names, caplog: pytest.LogCaptureFixture
) -> None:
    names["inside.example"] = ["10.1.2.3"]
    with caplog.at_level("DEBUG"), pytest.raises(NotSent) as caught:
        post("https://inside.example/secret", headers={}, body=b"")
    assert caplog.messages == ["Webhook not sent: inside.example leads to 10.1.2.3 (private)"]
    assert "10." not in str(caught.value)


def test_a_delivery_is_not_logged_with_its_url(receiver: Receiver, caplog: pytest.LogCaptureFixture) -> None:
    """Many receivers take a secret path for their password."""
    with caplog.at_level("DEBUG"):
        assert send(receiver, path="/secret").status == 200
    assert "secret" not in caplog.text
