"""Reads the site's environment variables. A malformed value stops start-up; the message says what is accepted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from email.utils import getaddresses
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, TypeVar
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email
from dotenv import dotenv_values

from config import database_url

T = TypeVar("T")
DOTENV: Final = Path(__file__).resolve().parent.parent / ".env"
_TRUE: Final = frozenset({"on", "true", "yes", "1"})
_FALSE: Final = frozenset({"off", "false", "no", "0"})
_EMAIL_URLS: Final = (
    "console:, smtp://user:password@host:587 (STARTTLS), smtps://user:password@host:465 or "
    "smtp+plain://host:25 (no encryption)"
)
_EMAIL_PORTS: Final = {"smtp": 587, "smtps": 465, "smtp+plain": 25}
# Messages do not repeat the values of these: each may contain a password or key.
_SECRETS: Final = frozenset(
    {
        "SECRET_KEY",
        "DATABASE_URL",
        "EMAIL_URL",
        "OIDC_CLIENT_SECRET",
    }
)
_PROVIDERS: Final = "an https address such as https://id.example.com, or http on localhost"
_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
_LOG_FORMATS: Final = ("text", "json")


# Variables that the setting BILLING_ACCESS passes to the apps as text: each app parses and checks its own.
APP_SETTINGS: Final = (
    "AUDIT_ACCEPTED_RESTORES", "AUDIT_PUSH_SECRET", "AUDIT_PUSH_SHAPE", "AUDIT_PUSH_URL",
    "AUDIT_CHECKPOINTS", "AUDIT_ORIGIN", "AUDIT_RETENTION_DAYS", "AUDIT_SIGNING_KEY", "AUDIT_STATEMENT_KEY",
    "AUDIT_STATEMENT_VERIFIERS", "AUDIT_VERIFIERS", "BASE_URL", "DATABASE_FAILOVER", "MFA_ENCRYPTION_KEYS",
    "PLATFORM_KEYS", "RATE_LIMITS", "RATE_LIMIT_STORAGE", "TRUSTED_PROXIES", "WEBHOOK_ALLOWED_NETWORKS",
    "WEBHOOK_CA_FILE", "WEBHOOK_DENIED_NETWORKS", "WEBHOOK_ENCRYPTION_KEYS", "WEBHOOK_PORTS", "WEBHOOK_PROXY",
    "WEBHOOK_SENDERS", "WEB_CONCURRENCY", "WEB_THREADS", "WORK_AT_ONCE",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EmailUrl:
    """How e-mail is sent: the module of Django's e-mail backend, and the mail server."""

    backend: str
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    use_ssl: bool = False
    use_starttls: bool = False

    def __repr__(self) -> str:
        return "EmailUrl(...)"

    def options(self, *, timeout: int) -> dict[str, Any]:
        """Return the OPTIONS of Django's setting MAILERS, with the timeout in seconds. Only the mail server has any."""
        if not self.host:
            return {}
        server = {"host": self.host, "port": self.port, "username": self.user, "password": self.password}
        return {**server, "use_ssl": self.use_ssl, "use_tls": self.use_starttls, "timeout": timeout}


@dataclass(frozen=True, slots=True)
class Environment:
    """The value of every variable, under its name in lower case. ``.env.example`` explains each.

    ``billing_access`` holds the texts of those of ``APP_SETTINGS`` that are set.
    """

    secret_key: str
    database_url: str
    debug: bool
    demo: bool
    allowed_hosts: tuple[str, ...]
    csrf_trusted_origins: tuple[str, ...]
    secure_cookies: bool
    # None: nobody has decided, which `check --deploy` refuses.
    hsts_seconds: int | None
    ssl_redirect: bool | None
    # Whether a pooler in transaction mode stands between the process and PostgreSQL.
    database_pooling: bool
    database_conn_max_age: int
    log_level: str
    log_format: str
    # Where the web processes count, for `manage.py serve_metrics`; empty: nobody reads their counts.
    metrics_folder: str
    oidc_server_url: str
    oidc_client_id: str
    oidc_client_secret: str
    oidc_name: str
    email_url: EmailUrl
    default_from_email: str
    billing_access: dict[str, str]

    def __repr__(self) -> str:
        return "Environment(...)"

    @property
    def oidc_origins(self) -> tuple[str, ...]:
        """The origin of the OpenID Connect provider; empty without a provider."""
        parts = urlsplit(self.oidc_server_url)
        return (f"{parts.scheme}://{parts.netloc}",) if self.oidc_server_url else ()


def load(environ: Mapping[str, str], dotenv: Path = DOTENV) -> Environment:
    """Read these variables, and from the file ``dotenv`` those that are missing.

    Raises ImproperlyConfigured, whose one line names the variable, its value and what is accepted.
    """
    values = {**{k: v or "" for k, v in dotenv_values(dotenv).items()}, **environ}

    def read(name: str, default: str | None, parse: Callable[[str], T], accepted: str) -> T:
        text = values.get(name, "").strip() or default
        if text is None:
            raise ImproperlyConfigured(f"{name} is not set. Accepted: {accepted}.")
        try:
            return parse(text)
        except database_url.MalformedUrl as error:
            raise ImproperlyConfigured(f"{name} is not accepted: {error}. Accepted: {accepted}.") from None
        except ValueError:
            shown = "its value" if name in _SECRETS else repr(text)
            raise ImproperlyConfigured(f"{name}: {shown} is not accepted. Accepted: {accepted}.") from None

    if values.get("DATABASE_PREPARED_STATEMENTS", "").strip():
        raise ImproperlyConfigured(
            "DATABASE_PREPARED_STATEMENTS is not read any more. Remove it, and behind a pooler in transaction mode "
            "write DATABASE_POOLING=transaction, which also turns prepared statements off."
        )
    oidc_names = ("OIDC_SERVER_URL", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")
    missing = [name for name in oidc_names if not values.get(name, "").strip()]
    if len(missing) in {1, 2}:
        raise ImproperlyConfigured(
            f"{' and '.join(missing)} is not set. Set OIDC_SERVER_URL, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together, "
            "or none of them."
        )
    switch = "on or off (also true, false, yes, no, 1, 0)"
    demo = read("DEMO", "off", _switch, switch)
    if demo and find_spec("dev") is None:
        raise ImproperlyConfigured(
            "DEMO: 'on' is not accepted, since the package `dev`, which has the demo, is not installed. Accepted: off."
        )
    return Environment(
        secret_key=read("SECRET_KEY", None, _secret, "at least 32 characters of random text"),
        database_url=read("DATABASE_URL", None, _postgresql, database_url.ACCEPTED),
        debug=read("DEBUG", "off", _switch, switch),
        demo=demo,
        allowed_hosts=read("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]", _names, "host names, separated by commas"),
        csrf_trusted_origins=read("CSRF_TRUSTED_ORIGINS", "", _origins, "origins, separated by commas"),
        secure_cookies=read("SECURE_COOKIES", "off" if demo else "on", _switch, switch),
        hsts_seconds=read("HSTS_SECONDS", "", _undecided(_whole), "whole seconds, 0 (off) or more"),
        ssl_redirect=read("SSL_REDIRECT", "", _undecided(_switch), switch),
        database_pooling=read("DATABASE_POOLING", "none", _pooling, "none or transaction"),
        database_conn_max_age=read("DATABASE_CONN_MAX_AGE", "60", _whole, "whole seconds, 0 or more"),
        log_level=read("LOG_LEVEL", "INFO", _level, ", ".join(_LEVELS)),
        log_format=read("LOG_FORMAT", "text", _log_format, " or ".join(_LOG_FORMATS)),
        metrics_folder=read("METRICS_FOLDER", "", _absolute, "the absolute path of a folder"),
        oidc_server_url=read("OIDC_SERVER_URL", "", _provider, _PROVIDERS),
        oidc_client_id=read("OIDC_CLIENT_ID", "", str, "the id that the provider gave this site"),
        oidc_client_secret=read("OIDC_CLIENT_SECRET", "", str, "the secret that the provider gave this site"),
        oidc_name=read("OIDC_NAME", "your platform account", str, "the provider's name, for the button"),
        email_url=read("EMAIL_URL", "console:", _email_url, _EMAIL_URLS),
        default_from_email=read(
            "DEFAULT_FROM_EMAIL",
            "Billing Access <billing-access@localhost>",
            _mailbox,
            "one address, such as Billing Access <billing@example.com>",
        ),
        billing_access={name: text for name in APP_SETTINGS if (text := values.get(name, "").strip())},
    )


def variables() -> tuple[str, ...]:
    """Return the names of all variables that ``load`` reads."""
    parsed_here = {field.name for field in fields(Environment)} - {"billing_access"}
    return (*(name.upper() for name in parsed_here), *APP_SETTINGS)


def _switch(text: str) -> bool:
    if text.lower() not in _TRUE | _FALSE:
        raise ValueError
    return text.lower() in _TRUE


def _undecided(parse: Callable[[str], T]) -> Callable[[str], T | None]:
    """Return a parser that returns None for an empty text."""
    return lambda text: parse(text) if text else None


def _secret(text: str) -> str:
    if len(text) < 32:
        raise ValueError
    return text


def _provider(text: str) -> str:
    if not text:
        return text
    parts = urlsplit(text)
    is_local_http = parts.scheme == "http" and parts.hostname in {"localhost", "127.0.0.1", "::1"}
    if not parts.hostname or (parts.scheme != "https" and not is_local_http) or parts.query or parts.fragment:
        raise ValueError
    return text.rstrip("/")


def _postgresql(text: str) -> str:
    database_url.parse(text)
    return text


def _pooling(text: str) -> bool:
    if text not in {"none", "transaction"}:
        raise ValueError
    return text == "transaction"


def _origin(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path.strip("/") or parts.query:
        raise ValueError
    return text.rstrip("/")


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names or any("/" in name for name in names):
        raise ValueError
    return names


def _origins(text: str) -> tuple[str, ...]:
    return tuple(_origin(name.strip()) for name in text.split(",") if name.strip())


def _whole(text: str) -> int:
    if not text.isdecimal():
        raise ValueError
    return int(text)


def _level(text: str) -> Any:
    if text.upper() not in _LEVELS:
        raise ValueError
    return text.upper()


def _log_format(text: str) -> str:
    if text not in _LOG_FORMATS:
        raise ValueError
    return text


def _absolute(text: str) -> str:
    if text and not Path(text).is_absolute():
        raise ValueError
    return text


def _email_url(text: str) -> EmailUrl:
    if text == "console:":
        return EmailUrl("console")
    parts = urlsplit(text)
    if parts.scheme not in _EMAIL_PORTS or not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError
    return EmailUrl(
        "smtp",
        parts.hostname,
        parts.port or _EMAIL_PORTS[parts.scheme],
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        use_ssl=parts.scheme == "smtps",
        use_starttls=parts.scheme == "smtp",
    )


def _mailbox(text: str) -> str:
    addresses = [address for _, address in getaddresses([text])]
    try:
        for address in addresses:
            validate_email(address)
    except ValidationError:
        raise ValueError from None
    if len(addresses) != 1:
        raise ValueError
    return text
