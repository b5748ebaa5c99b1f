"""An OpenID Connect provider for tests: a real server on this machine, which gives false answers on demand."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client
from jwt.algorithms import RSAAlgorithm

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
START = "/sign-in/oidc/platform/login/"
BACK = "/sign-in/oidc/platform/login/callback/"


class Provider:
    """The provider's answers, and the requests that it has received."""

    claims: dict[str, Any]
    token_claims: dict[str, Any]
    challenge = ""
    # The parameters of the last request to authenticate somebody.
    asked: dict[str, str]
    url = ""
    sign: Callable[[dict[str, Any]], str]

    def __init__(self) -> None:
        self.claims = {"sub": "42", "email": "alice@example.com", "email_verified": True}
        self.token_claims = {}
        self.asked = {}
        self.sign = lambda claims: jwt.encode(claims, KEY, "RS256", headers={"kid": "1"})

    def answer(self, path: str, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        if path == "/.well-known/openid-configuration":
            return 200, {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/authorize",
                "token_endpoint": f"{self.url}/token",
                "userinfo_endpoint": f"{self.url}/userinfo",
                "jwks_uri": f"{self.url}/jwks",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            }
        if path == "/token":
            proof = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
            if proof.rstrip(b"=").decode() != self.challenge or form.get("client_secret") != "s" * 32:
                return 400, {"error": "invalid_grant"}
            claims = {"iss": self.url, "aud": "client", "sub": "42", "iat": time.time(), "exp": time.time() + 60}
            token = self.sign({**claims, **self.token_claims})
            return 200, {"access_token": "opaque", "token_type": "Bearer", **({"id_token": token} if token else {})}
        if path == "/jwks":
            return 200, {"keys": [{**RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True), "kid": "1"}]}
        return 200, self.claims

    def app(self) -> dict[str, Any]:
        """Return the settings of the site's app at this provider."""
        return {
            "provider_id": "platform",
            "name": "Example ID",
            "client_id": "client",
            "secret": "s" * 32,
            "settings": {"server_url": self.url, "oauth_pkce_enabled": True},
        }


@contextmanager
def serve() -> Iterator[Provider]:
    """Run a provider in a thread."""
    told = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            form = {name: values[0] for name, values in parse_qs(self.rfile.read(length).decode()).items()}
            status, body = told.answer(urlsplit(self.path).path, form)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(body).encode())

        do_POST = do_GET  # noqa: N815 (the name that http.server asks for)

        def log_message(self, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield told
    server.shutdown()
    server.server_close()


def walk(provider: Provider, client: Client, **changes: str) -> Any:
    """Press the sign-in button, agree at the provider, come back; return the site's answer to the return."""
    return come_back(provider, client, client.post(START, {"next": "/o/acme/billing-reads/"}), **changes)


def come_back(provider: Provider, client: Client, sent: Any, **changes: str) -> Any:
    """Follow the site's redirect to the provider, and come back; return the site's answer to the return."""
    assert sent.status_code == 302
    assert sent.headers["Location"].startswith(provider.url + "/authorize?")
    provider.asked = {name: values[0] for name, values in parse_qs(urlsplit(sent.headers["Location"]).query).items()}
    assert provider.asked["redirect_uri"] == f"http://testserver{BACK}"
    assert provider.asked["code_challenge_method"] == "S256"
    provider.challenge = provider.asked["code_challenge"]
    return client.get(BACK, {"code": "c", "state": provider.asked["state"], **changes})
