"""Receivers of webhooks on this machine: real sockets with certificates of an authority of their own.

A receiver answers as a function says that gets the connection, so that it can dribble, lie and flood.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
_FROM, _UNTIL = datetime.now(UTC) - timedelta(days=1), datetime.now(UTC) + timedelta(days=30)


class Authority:
    """A certificate authority, whose own certificate is in ``ca_file``."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._key = folder, ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Authority of the tests")])
        usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
        builder = self._builder(self._name, self._key).add_extension(usage, critical=True)
        certificate = builder.add_extension(x509.BasicConstraints(True, 0), critical=True).sign(
            self._key, hashes.SHA256()
        )
        self.ca_file = folder / "authority.pem"
        self.ca_file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))

    def certificate(self, *names: str) -> Path:
        """Return a file with a new key and a certificate for these names."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, names[0])])
        issuer_key = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        certificate = (
            self._builder(subject, key)
            .add_extension(x509.SubjectAlternativeName(list(map(x509.DNSName, names))), critical=False)
            .add_extension(issuer_key, critical=False)
            .sign(self._key, hashes.SHA256())
        )
        path = self.folder / f"{names[0]}.pem"
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
        return path

    def _builder(self, subject: x509.Name, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder(self._name, subject, key.public_key(), x509.random_serial_number(), _FROM, _UNTIL)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        )  # fmt: skip


@dataclass
class Received:
    """A request as it came."""

    sni: str | None
    session_reused: bool | None
    head: str
    body: bytes

    def header(self, name: str) -> list[str]:
        lines = (line.partition(":") for line in self.head.splitlines()[1:])
        return [value.strip() for key, _, value in lines if key.lower() == name.lower()]


@dataclass
class Receiver:
    """What the receiver has seen, and how it answers: ``answer(connection)`` once a request is there."""

    port: int
    answer: Callable[[Any], None]
    # False: it takes the connection, and nothing that is sent over it.
    reads: bool = True
    connections: int = 0
    handshakes: list[str | None] = field(default_factory=list)
    requests: list[Received] = field(default_factory=list)


def ok(connection: Any) -> None:
    connection.sendall(OK)


@contextmanager
def receiving(certificate: Path | None, answer: Callable[[Any], None] = ok) -> Iterator[Receiver]:
    """Run a receiver on 127.0.0.1: with TLS, or without a certificate over plain HTTP."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        receiver = Receiver(server.getsockname()[1], answer)
        context = _context(certificate, receiver) if certificate else None
        threading.Thread(target=_accept, args=(server, context, receiver), daemon=True).start()
        yield receiver


def _context(certificate: Path, receiver: Receiver) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.sni_callback = lambda _socket, name, _context: receiver.handshakes.append(name)
    return context


def _accept(server: socket.socket, context: ssl.SSLContext | None, receiver: Receiver) -> None:
    while True:
        try:
            connection, _ = server.accept()
        except OSError:  # the test is over
            return
        receiver.connections += 1
        threading.Thread(target=_serve, args=(connection, context, receiver), daemon=True).start()


def _serve(raw: socket.socket, context: ssl.SSLContext | None, receiver: Receiver) -> None:
    # Clients that refuse the certificate, or go away early, are what is tested.
    with suppress(OSError), raw:
        raw.settimeout(20)
        with context.wrap_socket(raw, server_side=True) if context else raw as connection:
            if not receiver.reads:
                time.sleep(15)
                return
            head = _head(connection)
            name = receiver.handshakes[-1] if receiver.handshakes else None
            received = Received(name, getattr(connection, "session_reused", None), head.decode(), b"")
            length = int(received.header("Content-Length")[0])
            while len(received.body) < length:
                received.body += connection.recv(65536)
            receiver.requests.append(received)
            receiver.answer(connection)


def _head(connection: socket.socket) -> bytes:
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        byte = connection.recv(1)
        if not byte:
            raise ConnectionResetError
        head += byte
    return head


@dataclass
class ForwardProxy:
    """A forward proxy on 127.0.0.1 that leads every CONNECT to one port, or answers it with ``refusal``."""

    port: int
    leads_to: int
    refusal: bytes = b""
    asked: list[str] = field(default_factory=list)


@contextmanager
def proxying(leads_to: int) -> Iterator[ForwardProxy]:
    """Run a forward proxy that answers CONNECT."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        proxy = ForwardProxy(server.getsockname()[1], leads_to)
        threading.Thread(target=_tunnel, args=(server, proxy), daemon=True).start()
        yield proxy


def _tunnel(server: socket.socket, proxy: ForwardProxy) -> None:
    while True:
        try:
            client, _ = server.accept()
        except OSError:  # the test is over
            return
        with suppress(OSError):
            proxy.asked.append(_head(client).decode())
            if proxy.refusal:
                client.sendall(proxy.refusal)
                client.close()
                continue
            upstream = socket.socket()
            # Not by create_connection, which would ask the resolver that a test replaces.
            upstream.connect(("127.0.0.1", proxy.leads_to))
            client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            for source, sink in ((client, upstream), (upstream, client)):
                threading.Thread(target=_copy, args=(source, sink), daemon=True).start()


def _copy(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while part := source.recv(65536):
            sink.sendall(part)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_WR)
