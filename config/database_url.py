"""Reads DATABASE_URL as PostgreSQL's own library does, so that psql and the site take the same text."""

import re
from typing import Any, Final

import psycopg
from psycopg.conninfo import conninfo_to_dict

ACCEPTED: Final = (
    "postgresql://user:password@host:5432/name, in which special characters are percent-encoded (@ as %40, / as %2F, "
    "% as %25); several hosts as in postgresql://user:password@host1:5432,host2:5432/name?target_session_attrs=read-write"
)
_TARGETS: Final = ("any", "read-write", "read-only", "primary", "standby", "prefer-standby")
_SCHEMES: Final = ("postgresql://", "postgres://")
# Django's settings by the names of PostgreSQL's library.
_SETTINGS: Final = {"user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT", "dbname": "NAME"}
# A connection to a machine that is gone ends after a minute without traffic, and after 30 s if something was sent.
_OPTIONS: Final = {
    # In seconds, for each host: a server that is stopped takes connections and never answers.
    "connect_timeout": 5,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}


class MalformedUrl(ValueError):
    """The URL cannot be used. The message says why without repeating any of it, since it may hold a password."""


def parse(url: str) -> dict[str, str]:
    """Return the URL's parts by the names of PostgreSQL's library: host, port, dbname, … Raises MalformedUrl."""
    if not url.startswith(_SCHEMES):
        raise MalformedUrl("it does not begin with postgresql://")
    if re.search(r"%(?![0-9a-fA-F]{2})", url):
        raise MalformedUrl("it has a % that begins no percent-encoded character")
    if re.search(r"\s", url):
        raise MalformedUrl("it has a space that is not percent-encoded")
    try:
        parts = {name: str(value) for name, value in conninfo_to_dict(url).items()}
    except psycopg.Error:
        raise MalformedUrl("PostgreSQL's library cannot read it, or does not know an option after the ?") from None
    if fault := _fault(parts):
        raise MalformedUrl(fault)
    return parts


def _fault(parts: dict[str, str]) -> str:
    """Return what is wrong with the parts. Empty: nothing."""
    if "@" in parts.get("host", "") + parts.get("dbname", ""):
        return "the user or the password has an @ or a / that is not percent-encoded"
    hosts, ports = parts.get("host", "").split(","), parts.get("port", "").split(",")
    if not all(port == "" or (port.isdecimal() and 1 <= int(port) <= 65535) for port in ports):
        return "a port is not a number from 1 to 65535"
    if len(ports) not in {1, len(hosts)}:
        return "it has more ports than hosts, or fewer"
    if not parts.get("dbname"):
        return "it names no database"
    if parts.get("target_session_attrs", "any") not in _TARGETS:
        return f"target_session_attrs is none of {', '.join(_TARGETS)}"
    if not parts.get("connect_timeout", "0").isdecimal():
        return "connect_timeout is not in whole seconds"
    return ""


def django_settings(url: str) -> dict[str, Any]:
    """Return what the URL means in Django's DATABASES. Its own options replace those given here for each connection."""
    parts = parse(url)
    named = {setting: parts.pop(name, "") for name, setting in _SETTINGS.items()}
    return {**named, "OPTIONS": {**_OPTIONS, **parts}}
