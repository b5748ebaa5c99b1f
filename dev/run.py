"""`make run`: start PostgreSQL, migrate, make the demo data on the first start, then run web server, worker,
sealer and the sender of webhooks.

Ctrl-C stops these four and then PostgreSQL. If any of the five ends on its own, the others are stopped too.
"""

import hashlib
import io
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import django
import psycopg
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connections
from django.db.utils import OperationalError
from dotenv import dotenv_values

from billing_audit.signed_notes import Signer
from config.environment import DOTENV, variables
from dev.postgres_paths import CHECKOUT, EmbeddedPostgresError, Place, place_for
from dev.postgres_server import ends_with_starter, serve

DATA: Final = CHECKOUT / ".data"
DEMO_FILE: Final = DATA / "demo.json"
# The environment of the site while it runs, for `make manage`.
ENVIRONMENT_FILE: Final = DATA / "environment.json"
AUDIT_CHECKPOINTS: Final = DATA / "audit_checkpoints"
AUDIT_ORIGIN: Final = "billing-access-demo"
# The module that serves the site, with its arguments but for the address and the number of processes.
WEB_SERVER: Final = ("gunicorn", "--config", "python:config.web_server", "config.wsgi:application")
STATEMENT_KEY_FILE: Final = DATA / "audit_statement_key"


class CannotRun(RuntimeError):
    """`make run` cannot continue. The message says why and what to do."""


def main() -> int:
    """Run until Ctrl-C (returns 0) or a failure (returns 1)."""
    # A shell that starts `make run` in the background makes it ignore SIGINT; it must end by either signal even then.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    try:
        for name, value in dotenv_values(DOTENV).items():
            _fill_in(name, value or "")
        host, port = _address()
        _require_free(host, port)
        with _database():
            _prepare(host, port)
            return _serve(host, port)
    except (CannotRun, EmbeddedPostgresError, ImproperlyConfigured, CommandError, OperationalError) as error:
        print(f"make run: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.")
        return 0


def _fill_in(name: str, value: str) -> None:
    """Set an environment variable that is missing or empty."""
    if not os.environ.get(name):
        os.environ[name] = value


def _address() -> tuple[str, int]:
    host, port = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
    if not port.isdecimal() or not 1 <= int(port) <= 65535:
        raise CannotRun(f"PORT={port!r} is not a port. Accepted: 1 to 65535, as in `make run PORT=8123`.")
    return host, int(port)


def _require_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except socket.gaierror:
            raise CannotRun(f"HOST={host!r} is not an address of this machine. Example: 127.0.0.1.") from None
        except OSError as error:
            raise CannotRun(
                f"cannot listen on {host}:{port} ({error.strerror}). Use another port: `make run PORT=8123`."
            ) from None


@contextmanager
def _database() -> Iterator[None]:
    """Use the database that DATABASE_URL names, or run the embedded PostgreSQL and set DATABASE_URL."""
    fresh = os.environ.get("FRESH", "")
    if fresh not in {"", "1"}:
        raise CannotRun(f"FRESH={fresh!r} is not accepted. Accepted: 1, which deletes the data of earlier starts.")
    if os.environ.get("DATABASE_URL"):
        if fresh:
            raise CannotRun(
                "FRESH=1 deletes the data of the embedded PostgreSQL, but DATABASE_URL names another database. "
                "Unset one of them."
            )
        # Nothing of the demo goes into a database that somebody named: its people have published passwords.
        _fill_in("DEMO", "off")
        yield
        return
    _fill_in("DEMO", "on")
    _say("Starting the embedded PostgreSQL")
    place = place_for("data")
    is_new = bool(fresh) or not (place.data / "PG_VERSION").exists()
    with serve(place, fresh=bool(fresh)) as url:
        if is_new:
            DEMO_FILE.unlink(missing_ok=True)
            # With checkpoints of the deleted audit logs, the sealer would refuse the new ones.
            shutil.rmtree(AUDIT_CHECKPOINTS, ignore_errors=True)
        os.environ["DATABASE_URL"] = url
        _refuse_older_data(place)
        yield


def _refuse_older_data(place: Place) -> None:
    """Raise CannotRun if the tables were made by migrations that have changed since or no longer exist."""
    files = sorted(CHECKOUT.glob("[!.]*/**/migrations/[0-9]*.py"))
    now = {str(file.relative_to(CHECKOUT)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    made_by = place.data.with_name(f"{place.data.name}.migrations.json")
    with psycopg.connect(place.url) as connection:
        has_tables = connection.execute("SELECT to_regclass('django_migrations')").fetchone() != (None,)
    then = json.loads(made_by.read_text()) if made_by.exists() else None
    if has_tables and (then is None or any(now.get(name) != digest for name, digest in then.items())):
        raise CannotRun(
            f"the data in {place.data} was made by older code, whose migrations have changed since. "
            "`make run FRESH=1` deletes it and starts again with new sample data."
        )
    made_by.write_text(json.dumps(now, indent=1))


def _prepare(host: str, port: int) -> None:
    DATA.mkdir(mode=0o700, exist_ok=True)
    _fill_in("DJANGO_SETTINGS_MODULE", "config.settings")
    _fill_in("SECRET_KEY", _stored_secret("secret_key", lambda: secrets.token_urlsafe(48)))
    _fill_in("AUDIT_ORIGIN", AUDIT_ORIGIN)
    _fill_in("AUDIT_SIGNING_KEY", _stored_secret("audit_signing_key", _new_audit_key))
    # Its private key stays in the file, which dev/manage.py names to the commands that need it.
    statement_key = Signer.parse(_stored_secret(STATEMENT_KEY_FILE.name, _new_audit_key))
    _fill_in("AUDIT_STATEMENT_VERIFIERS", str(statement_key.verifier))
    _fill_in("AUDIT_CHECKPOINTS", str(AUDIT_CHECKPOINTS))
    _fill_in("METRICS_FOLDER", str(DATA / "metrics"))
    # Each takes a connection, and the embedded PostgreSQL has 60.
    _fill_in("WEBHOOK_SENDERS", "4")
    shown = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::", "::1"} else host  # noqa: S104
    _fill_in("BASE_URL", f"http://{shown}:{port}")
    django.setup()
    _say("Checking the tables")
    call_command("migrate", verbosity=0, interactive=False)
    _collect_static()
    seeded = io.StringIO()
    if settings.DEMO:
        _say("Checking the sample data (the first start creates it)")
        call_command("seed_demo", "--json", "--if-empty", stdout=seeded)
    _write_private(ENVIRONMENT_FILE, json.dumps({name: os.environ[name] for name in variables() if name in os.environ}))
    _introduce(os.environ["BASE_URL"], json.loads(seeded.getvalue() or "null"))


def _new_audit_key() -> str:
    return Signer.generate(os.environ["AUDIT_ORIGIN"]).text()


def _stored_secret(name: str, make: Callable[[], str]) -> str:
    """Return the secret in the file of this name. The first start makes it."""
    file = DATA / name
    if not file.exists():
        _write_private(file, make())
    return file.read_text().strip()


def _write_private(file: Path, text: str) -> None:
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as opened:
        opened.write(text)


def _collect_static() -> None:
    sources = [path for path in (CHECKOUT / "static").rglob("*") if path.is_file()]
    # The static files of dependencies change only with the lock.
    sources.append(CHECKOUT / "requirements.lock")
    fingerprint = str([(str(path), path.stat().st_mtime_ns) for path in sorted(sources)])
    stamp = DATA / "static.stamp"
    if stamp.exists() and stamp.read_text() == fingerprint and Path(settings.STATIC_ROOT).exists():
        return
    _say("Collecting static files")
    # No page uses Redoc, whose files are a third of all.
    call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=["redoc"])
    stamp.write_text(fingerprint)


def _introduce(base: str, seeded: dict[str, Any] | None) -> None:
    """Print URLs and who can sign in, and on the first start also the keys and commands to try."""
    if seeded is not None:
        without_keys = {**seeded, "organizations": [{**each, "keys": []} for each in seeded["organizations"]]}
        _write_private(DEMO_FILE, json.dumps(without_keys, indent=1))
    demo = seeded or (json.loads(DEMO_FILE.read_text()) if settings.DEMO and DEMO_FILE.exists() else None)
    print(f"\nBilling Access   {base}\nDjango admin     {base}/admin/\nAPI reference    {base}/docs")
    print(f"API document     {base}/v1/openapi.json")
    print("Metrics          make manage ARGS=serve_metrics")
    slug = demo["organizations"][0]["slug"] if demo is not None else "SLUG"
    print(f'Any command      make manage ARGS="import_runs runs.csv --organization {slug}"\n')
    if demo is not None:
        _print_people(demo)
    if seeded is not None:
        _print_keys(seeded)
        _print_lines(base, seeded)
    else:
        print("Keys are shown only once, when they are created. Sign in as an owner or admin to create one.\n")
    print("Ctrl-C stops everything.", flush=True)


def _print_people(demo: dict[str, Any]) -> None:
    print("Demo people (the passwords are public: never expose this site to a network)")
    print(f"  {'platform staff':<28}{'admin':<10}{demo['staff']['email']:<34}{demo['staff']['password']}")
    for organization in demo["organizations"]:
        for person in organization["people"]:
            print(f"  {organization['slug']:<28}{person['role']:<10}{person['email']:<34}{person['password']}")
    print()


def _print_keys(seeded: dict[str, Any]) -> None:
    print("Demo keys (shown only once)")
    for organization in seeded["organizations"]:
        state = "opted in" if organization["opted_in"] else "not opted in"
        for key in organization["keys"]:
            print(f"  {organization['slug'] + ' (' + state + ')':<36}{key['name']:<26}{key['secret']}")
    print()


def _print_lines(base: str, seeded: dict[str, Any]) -> None:
    closed = next(each for each in seeded["organizations"] if not each["opted_in"])
    opened = next(each for each in seeded["organizations"] if each["opted_in"])
    owner = next(person for person in closed["people"] if person["role"] == "owner")
    refused, allowed = (_broadest(each) for each in (closed, opened))
    curl = 'curl -s -H "x-api-key: {}" "{}"'.format
    print("Try it. This is refused, since the organization has not opted in:")
    print("  " + curl(refused, f"{base}/v1/billing/state"))
    print(
        f"Sign in at {base}/o/{closed['slug']}/billing-reads/ as {owner['email']}, turn billing reads on, and repeat."
    )
    print("These are allowed: the balance, the latest runs, one run, and what the key can read:")
    for path in ("billing/state", "billing/usage?limit=3", f"runs/{quote(_a_run(opened['id']), safe='')}", "key"):
        print("  " + curl(allowed, f"{base}/v1/{path}"))
    print()


def _broadest(organization: dict[str, Any]) -> str:
    return str(max(organization["keys"], key=lambda key: len(key["scopes"]))["secret"])


def _a_run(organization_id: str) -> str:
    return str(
        apps.get_model("billing_access", "Run")
        .objects.filter(organization__public_id=organization_id)
        .order_by("-started_at")
        .values_list("run_id", flat=True)[0]
    )


def _serve(host: str, port: int) -> int:
    """Run the four processes, each in its own process group, until one ends or a signal arrives."""
    connections.close_all()
    bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    # Request rates that are counted in memory are exact only with one process.
    workers = "1" if os.environ.get("RATE_LIMIT_STORAGE", "memory:").startswith("memory:") else "2"
    # Less than the 10 seconds after which it is killed.
    site = [*WEB_SERVER, "--bind", bind, "--workers", workers, "--graceful-timeout", "8"]
    worker = ["django", "procrastinate", "worker", "--shutdown-graceful-timeout", "5"]
    commands = {
        "web server": site,
        "worker": worker,
        "sealer": ["django", "seal_audit"],
        "sender of webhooks": ["django", "send_webhooks"],
    }
    running: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for name, module in commands.items():
            running[name] = subprocess.Popen(
                [sys.executable, "-m", *module],
                cwd=CHECKOUT,
                process_group=0,
                preexec_fn=ends_with_starter(signal.SIGTERM),
            )
        return _watch(running)
    finally:
        # A second Ctrl-C must not interrupt the shutdown.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        ENVIRONMENT_FILE.unlink(missing_ok=True)
        _end(list(running.values()))


def _end(processes: list[subprocess.Popen[bytes]]) -> None:
    """Send SIGTERM to all, and SIGKILL to those that still run after 10 seconds."""
    alive = [process for process in processes if process.poll() is None]
    for process in alive:
        process.terminate()
    deadline = time.monotonic() + 10
    for process in alive:
        try:
            process.wait(max(deadline - time.monotonic(), 0))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _watch(running: dict[str, subprocess.Popen[bytes]]) -> int:
    while True:
        for name, process in running.items():
            if process.poll() is not None:
                raise CannotRun(f"the {name} ended with exit code {process.returncode}. See its message above.")
        time.sleep(2)
        try:
            psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=5).close()
        except psycopg.OperationalError as error:
            raise CannotRun(f"PostgreSQL has stopped: {error}") from None


def _say(step: str) -> None:
    print(f"… {step}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
