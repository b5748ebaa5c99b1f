"""deploy/container: each step names what exists, the image has what the site needs and no more, and secrets are apart.

It is not built here: `make image` does that. Its commands run here without containers.
"""

import functools
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote
from urllib.request import urlopen

import psycopg
import pytest
import yaml
from django.core.management import get_commands
from django.db import connection
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from billing_audit.signed_notes import Signer
from config.web_worker import PROBES
from tests.unit_files import OF_THE_SITE
from tests.web_servers import free_port

CHECKOUT: Final = Path(__file__).parents[2]
CONTAINER: Final = CHECKOUT / "deploy" / "container"
PROJECT: Final = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
INSTRUCTIONS: Final = {
    "ARG", "FROM", "RUN", "WORKDIR", "COPY", "ENV", "USER", "EXPOSE", "HEALTHCHECK", "CMD",
}  # fmt: skip
# Containers of PostgreSQL and Valkey, and the one that runs psql.
OF_OTHERS: Final = {"database", "valkey", "roles"}


def stages() -> list[list[tuple[str, str]]]:
    """Return the instructions of each stage of the Containerfile: a word, and the rest of the line."""
    text = re.sub(r"^#.*\n", "", (CONTAINER / "Containerfile").read_text(), flags=re.MULTILINE)
    lines = [line.strip() for line in text.replace("\\\n", " ").splitlines() if line.strip()]
    found: list[list[tuple[str, str]]] = [[]]
    for line in lines:
        word, _, rest = line.partition(" ")
        if word == "FROM":
            found.append([])
        found[-1].append((word, " ".join(rest.split())))
    assert found[0] == [("ARG", "BASE=docker.io/library/debian:bookworm-slim")]
    return found[1:]


BUILD, FINAL = stages()
COMPOSE: Final[dict[str, Any]] = yaml.safe_load((CONTAINER / "compose.yaml").read_text())
SERVICES: Final[dict[str, Any]] = COMPOSE["services"]
OURS: Final = {name: each for name, each in SERVICES.items() if name not in OF_OTHERS}


def of(stage: list[tuple[str, str]], word: str) -> list[str]:
    return [rest for each, rest in stage if each == word]


def test_every_step_is_one_that_a_builder_knows_and_names_files_that_exist() -> None:
    assert {word for stage in (BUILD, FINAL) for word, _ in stage} <= INSTRUCTIONS
    copied = [word for rest in of(BUILD, "COPY") for word in rest.split()[:-1]]
    assert [name for name in copied if not (CHECKOUT / name).exists()] == []
    packages = {*PROJECT["tool"]["importlinter"]["root_packages"]} - {"dev", "benchmarks"}
    assert {*copied} == packages | {"requirements.lock", "manage.py", "LICENSE", "static", "templates"}
    assert of(FINAL, "COPY") == ["--from=build /opt/billing-access ./"]


def test_the_builder_gets_no_secret_and_nothing_else_from_the_checkout() -> None:
    ignored = (CHECKOUT / ".dockerignore").read_text().splitlines()
    kept = {line.removeprefix("!") for line in ignored if line.startswith("!")}
    assert ignored[1] == "*"
    assert kept == {word for rest in of(BUILD, "COPY") for word in rest.split()[:-1]}


def test_only_the_runtime_lock_is_installed_by_its_hashes() -> None:
    (install,) = (step for rest in of(BUILD, "RUN") for step in rest.split(" && ") if "pip install" in step)
    assert shlex.split(install)[2:] == [
        "--no-cache-dir", "--no-deps", "--only-binary", ":all:", "--require-hashes", "--requirement",
        "requirements.lock",
    ]  # fmt: skip


def needed_by_the_site() -> set[str]:
    """Return the names of the packages that pyproject.toml asks for, and of those that they ask for, on this system."""
    found: set[tuple[str, str]] = set()
    of_extras = (each for extra in PROJECT["project"]["optional-dependencies"].values() for each in extra)
    waiting = [Requirement(each) for each in (*PROJECT["project"]["dependencies"], *of_extras)]
    while waiting:
        each = waiting.pop()
        for extra in ("", *each.extras):
            key = canonicalize_name(each.name), extra
            if key in found:
                continue
            found.add(key)
            for text in requires(each.name) or ():
                further = Requirement(text)
                if further.marker is None or further.marker.evaluate({"extra": extra}):
                    waiting.append(further)
    return {name for name, _ in found}


def test_what_only_make_run_needs_is_not_in_the_image() -> None:
    (removed, tools) = (
        shlex.split(step)[3:] for rest in of(BUILD, "RUN") for step in rest.split(" && ") if "pip uninstall" in step
    )
    locked = re.findall(r"^([a-z0-9-]+)==\S+ \\$", (CHECKOUT / "requirements.lock").read_text(), re.MULTILINE)
    assert set(removed) == set(locked) - needed_by_the_site()
    assert set(tools) == {"setuptools", "pip"}


def test_the_final_layer_has_no_tools_to_build_with_and_is_not_root() -> None:
    assert not re.search(r"venv|pip|gcc|build-essential|-dev\b", " ".join(of(FINAL, "RUN")))
    (user,) = of(FINAL, "USER")
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user)
    words = [word for word, _ in FINAL]
    assert words.index("USER") > words.index("COPY")
    assert "RUN" not in words[words.index("USER") :]


def test_the_image_serves_on_the_port_that_its_health_check_asks() -> None:
    (serves,), (checks,), (port,) = of(FINAL, "CMD"), of(FINAL, "HEALTHCHECK"), of(FINAL, "EXPOSE")
    command = json.loads(serves)
    assert command[0] == "gunicorn"
    assert command[1:3] + command[-1:] == shlex.split(OF_THE_SITE["billing-access-site"]["ExecStart"])[1:]
    assert f"0.0.0.0:{port}" in command
    asked = re.search(r"http://127\.0\.0\.1:(\d+)(/\w+)", checks)
    assert asked
    assert (asked[1], asked[2] in PROBES) == (port, True)


@pytest.mark.parametrize("name", OURS)
def test_each_process_is_confined_and_has_one_environment_of_its_own(name: str) -> None:
    service = SERVICES[name]
    assert service["image"] == "localhost/billing-access"
    assert (service["read_only"], service["cap_drop"], service["tmpfs"]) == (True, ["ALL"], ["/tmp"])  # noqa: S108
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "environment" not in service
    assert service["env_file"] == [f"env/{'owner' if name == 'migrations' else name}.env"]


def test_every_name_in_the_compose_file_leads_somewhere() -> None:
    for name, service in SERVICES.items():
        for file in service.get("env_file", []):
            assert (CONTAINER.parent / file).is_file(), name
        assert set(service.get("depends_on", {})) <= set(SERVICES)
        assert set(service["networks"]) <= set(COMPOSE["networks"])
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            assert source in COMPOSE["volumes"] or (CONTAINER / source).is_file(), volume


def test_every_command_is_the_units_own() -> None:
    served = {"metrics": ["--address", "0.0.0.0"]}  # noqa: S104
    for name, more in {"worker": [], "sealer": [], "webhooks": [], **served}.items():
        command = shlex.split(OF_THE_SITE[f"billing-access-{name}"]["ExecStart"])[1:]
        assert SERVICES[name]["command"] == ["python", *command, *more]
    assert "command" not in SERVICES["site"]
    named = set(re.findall(r"manage\.py (\w+)", " ".join(SERVICES["migrations"]["command"])))
    assert named == {"migrate", "audit_partitions", "database_roles"}
    assert named <= set(get_commands())
    for name in ("site", "worker", "sealer", "webhooks"):
        unit = OF_THE_SITE[f"billing-access-{name}"]
        assert SERVICES[name]["stop_grace_period"] == f"{unit['TimeoutStopSec']}s"


def test_nothing_starts_before_the_roles_have_their_rights() -> None:
    for name in set(OURS) - {"migrations"}:
        assert SERVICES[name]["depends_on"] == {"roles": {"condition": "service_completed_successfully"}}
    assert SERVICES["roles"]["depends_on"] == {"migrations": {"condition": "service_completed_successfully"}}


def test_the_web_server_counts_where_the_metrics_read() -> None:
    folder = re.search(r"^METRICS_FOLDER=(.*)$", (CONTAINER.parent / "env" / "site.env").read_text(), re.MULTILINE)
    assert folder
    assert SERVICES["site"]["volumes"] == [f"metrics:{folder[1]}"]
    assert SERVICES["metrics"]["volumes"] == [f"metrics:{folder[1]}:ro"]
    assert f"chown 10001:10001 /roles {folder[1]}" in " ".join(of(FINAL, "RUN"))
    assert folder[1] == f"/run/{OF_THE_SITE['billing-access-site']['RuntimeDirectory']}"


def test_every_password_of_a_role_has_a_variable() -> None:
    script = (CONTAINER / "passwords.sql").read_text()
    read = dict(re.findall(r"^\\getenv (\w+) (\w+)$", script, re.MULTILINE))
    used = dict(re.findall(r"^ALTER ROLE billing_access_(\w+) PASSWORD :'(\w+)';$", script, re.MULTILINE))
    assert set(used) == {"app", "worker", "sealer", "auditor"}
    assert all(role == variable for role, variable in used.items())
    assert set(used.values()) == set(read)
    example = (CONTAINER.parent / "env" / "roles.env").read_text()
    assert set(re.findall(r"^(\w+_PASSWORD)=$", example, re.MULTILINE)) == set(read.values())


def filled_in(name: str, **values: str) -> dict[str, str]:
    """Return the variables of an example, with these in place of what is empty or of this machine."""
    text = (CONTAINER.parent / "env" / f"{name}.env").read_text()
    return {**dict(re.findall(r"^([A-Z_]+)=(.*)$", text, re.MULTILINE)), **values}


@pytest.fixture
def empty_database(db: None) -> Iterator[str]:
    """A database without a table on the tests' server; its name."""
    name = f"compose_{os.getpid()}"
    at = {key: connection.settings_dict[key.upper()] for key in ("host", "port", "user")}
    with psycopg.connect(**at, dbname="postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield name
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")
            for role in ("app", "worker", "sealer", "auditor"):
                server.execute(f"ALTER ROLE billing_access_{role} PASSWORD NULL")


@pytest.mark.soak
@pytest.mark.skipif(
    not (shutil.which("psql") and shutil.which("pg_isready")), reason="psql is not installed (.ci/run installs it)"
)
def test_its_commands_lead_from_an_empty_database_to_a_doctor_that_finds_no_fault(
    empty_database: str, tmp_path: Path, within: Any
) -> None:
    """What compose runs in containers, run in its order as processes, each with its own environment alone."""
    facts = connection.settings_dict
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"

    def run(command: list[str], environ: dict[str, str], **replaced: str) -> subprocess.Popen[str]:
        words = [functools.reduce(lambda word, each: word.replace(*each), replaced.items(), word) for word in command]
        return subprocess.Popen(
            words, cwd=CHECKOUT, env={"PATH": path, **environ}, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def succeeds(command: list[str], environ: dict[str, str], **replaced: str) -> None:
        process = run(command, environ, **replaced)
        output, _ = process.communicate(timeout=300)
        assert process.returncode == 0, output

    def url(role: str) -> str:
        return f"postgresql://{role}@{quote(facts['HOST'], safe='')}:{facts['PORT']}/{empty_database}"

    health = SERVICES["database"]["healthcheck"]["test"][1].replace("$$", "$").replace("127.0.0.1", facts["HOST"])
    of_database = filled_in("database", PGPORT=str(facts["PORT"]))
    succeeds(["sh", "-c", health], of_database)
    here = {"/roles/": f"{tmp_path}/", "/passwords.sql": f"{CONTAINER}/passwords.sql"}
    owner = filled_in("owner", SECRET_KEY="o" * 50, DATABASE_URL=url(facts["USER"]))
    succeeds(SERVICES["migrations"]["command"], owner, **here)
    passwords = dict.fromkeys(filled_in("roles"), "only-for-this-test")
    at = {"PGHOST": facts["HOST"], "PGPORT": str(facts["PORT"]), "PGUSER": facts["USER"], "PGDATABASE": empty_database}
    succeeds(SERVICES["roles"]["command"], {**passwords, **at}, **here)

    signer, statements = (Signer.generate("billing.example.com") for _ in range(2))
    usual = {
        "SECRET_KEY": "s" * 50, "MFA_ENCRYPTION_KEYS": "m" * 50, "WEBHOOK_ENCRYPTION_KEYS": "w" * 50,
        "RATE_LIMIT_STORAGE": "redis://127.0.0.1:1/0",
        "AUDIT_SIGNING_KEY": signer.text(), "AUDIT_VERIFIERS": str(signer.verifier),
        "AUDIT_STATEMENT_VERIFIERS": str(statements.verifier), "AUDIT_CHECKPOINTS": str(tmp_path / "checkpoints"),
        "METRICS_FOLDER": str(tmp_path / "metrics"), "EMAIL_URL": "smtp://127.0.0.1:1", "WEB_CONCURRENCY": "1",
    }  # fmt: skip

    def environment(name: str, role: str) -> dict[str, str]:
        filled = filled_in(name, DATABASE_URL=url(role))
        return {each: usual.get(each, text) for each, text in filled.items()}

    port, site = str(free_port()), environment("site", "billing_access_app")
    (serves,), (checks,) = of(FINAL, "CMD"), of(FINAL, "HEALTHCHECK")
    served = {**site, "DJANGO_SETTINGS_MODULE": "tests.server_settings"}
    server = run(json.loads(serves), served, **{"0.0.0.0:8000": f"127.0.0.1:{port}"})
    others = [
        run(SERVICES[name]["command"], environment(name, f"billing_access_{role}"))
        for name, role in (("worker", "worker"), ("sealer", "sealer"), ("webhooks", "app"))
    ]
    check = json.loads(checks.partition("CMD ")[2])

    def is_healthy() -> bool:
        asked = run(check, {}, **{":8000": f":{port}"})
        asked.communicate(timeout=60)
        return asked.returncode == 0

    def says_doctor() -> str:
        asked = run(["python", "manage.py", "doctor"], site)
        output, _ = asked.communicate(timeout=60)
        return "" if asked.returncode == 0 else output

    try:
        assert within(60, is_healthy)
        with urlopen(f"http://127.0.0.1:{port}/readyz", timeout=20) as answer:
            assert answer.status == 200
        assert within(60, lambda: not says_doctor()), says_doctor()
    finally:
        for each in (server, *others):
            each.terminate()
            each.communicate(timeout=60)
    assert not is_healthy()
