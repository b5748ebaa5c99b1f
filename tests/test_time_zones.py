"""Time zones come from the pinned package ``tzdata`` alone, never from the machine's tables or PostgreSQL's."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfoNotFoundError

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from billing_access.access.services import issue_key, turn_on_billing_reads
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Organization
from orgs.time_zones import time_zone, time_zone_names

BASE: Final = Path(settings.BASE_DIR)
SYSTEM: Final = actors.command("tests")
LOADER: Final = "orgs/time_zones.py"
# The scripts in examples/ run on customers' machines with nothing but Python, so they use those machines' tables.
PACKAGES: Final = ("accounts", "benchmarks", "billing_access", "billing_audit", "config", "dev", "orgs")
PYTHON: Final = [BASE / "manage.py", *(path for package in PACKAGES for path in sorted((BASE / package).rglob("*.py")))]
TEMPLATES: Final = [path for path in sorted((BASE / "templates").rglob("*.*")) if path.suffix in {".html", ".txt"}]


def test_every_zone_is_the_packages() -> None:
    names = files("tzdata").joinpath("zones").read_text().split()
    assert time_zone_names() == {*names} - {"Factory"}
    assert len(time_zone_names()) > 590
    for name in time_zone_names():
        zone = time_zone(name)
        assert (zone.key, time_zone(name)) == (name, zone)
    assert datetime(2026, 7, 1, tzinfo=UTC).astimezone(time_zone("Asia/Kathmandu")).utcoffset() == timedelta(hours=5.75)


@pytest.mark.parametrize(
    "name", ["", "utc", "localtime", "Factory", "posix/UTC", "America", "../zones", "/etc/localtime", "UTC\0", "zones"]
)
def test_what_is_no_zone_is_refused(name: str) -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        time_zone(name)


OFFSETS: Final = """
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, available_timezones
from orgs.time_zones import time_zone, time_zone_names
noon = datetime(2026, 12, 1, 12, tzinfo=UTC)
for zone in (ZoneInfo("America/Edmonton"), time_zone("America/Edmonton")):
    print(noon.astimezone(zone).isoformat())
print("Mars/Olympus" in available_timezones(), "Mars/Olympus" in time_zone_names())
"""


def test_a_machine_with_other_tables_has_the_same_days(tmp_path: Path) -> None:
    tokyo = files("tzdata").joinpath("zoneinfo", "Asia", "Tokyo").read_bytes()
    for name in ("America/Edmonton", "Mars/Olympus"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(tokyo)
    done = subprocess.run(
        [sys.executable, "-c", OFFSETS],
        cwd=BASE,
        env={**os.environ, "PYTHONTZPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split("\n") == [
        "2026-12-01T21:00:00+09:00",  # the machine's
        "2026-12-01T06:00:00-06:00",
        "True False",
        "",
    ]


def test_pages_and_the_api_have_the_packages_days(acme: Organization, alice: User, sign_in: Any, api: Any) -> None:
    """Edmonton stays at six hours behind UTC in the winter of 2026; older tables move it to seven."""
    Organization.objects.update(time_zone="America/Edmonton")
    turn_on_billing_reads(acme, actor=SYSTEM)
    secret = issue_key(acme, actor=SYSTEM, name="a", scopes=["billing.usage:read"], lifetime_days=1).secret
    begin, end = "2026-11-10T06:00:00Z", "2026-11-11T06:00:00Z"
    with CaptureQueriesContext(connection) as queries:
        body = api(
            "/v1/billing/usage/summary", secret, timezone="America/Edmonton",
            **{"from": "2026-11-10T00:00:00Z", "to": "2026-11-12T00:00:00Z"},
        ).json()  # fmt: skip
        assert [each["start"] for each in body["buckets"]][1:] == [begin, end]
        client = sign_in(alice)
        client.get("/o/acme/overview/?from=2026-11-10&to=2026-11-10")
        viewed = AuditEvent.objects.get(action="billing.viewed").details
        assert (viewed["from"], viewed["to"]) == (begin, end)
        client.get("/o/acme/audit-log/?from=2026-11-10&to=2026-11-10")
        viewed = AuditEvent.objects.get(action="audit_log.viewed").details
        assert (viewed["from"], viewed["to"]) == (begin, end)
    assert not [query["sql"] for query in queries if re.search(r"(AT TIME ZONE|date_trunc)[^)]*Edmonton", query["sql"])]


def test_the_database_is_asked_in_utc(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('TimeZone')")
        assert cursor.fetchone() == ("UTC",)


# Of these only the class is imported, and only to annotate with it.
OF_THE_MACHINE: Final = {"ZoneInfo", "zoneinfo", "available_timezones", "reset_tzpath", "tzset", "PYTHONTZPATH"}
# The place of the time zone among the arguments of PostgreSQL's functions.
ZONE_ARGUMENT: Final = {
    "timezone": 0, "date_trunc": 2, "date_add": 2, "date_subtract": 2, "generate_series": 3, "make_timestamptz": 6,
}  # fmt: skip
# Django computes these in SQL that names the zone of the page or of the settings.
DJANGO: Final = re.compile(
    r"\b(Trunc|Extract)[A-Z]?[A-Za-z]*\b|\bdate_hierarchy\b"
    r"|__(date|(iso_)?year|quarter|month|week|(iso_)?week_day|day|time|hour|minute|second)\b"
)


def zones_made(source: str) -> list[int]:
    """Return the lines of Python code that make a zone, list zones or change where they are read."""
    tree = ast.parse(source)
    annotated = [getattr(node, field, None) for node in ast.walk(tree) for field in ("annotation", "returns")]
    annotations = {part for annotation in annotated if annotation for part in ast.walk(annotation)}
    lines = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            of_zoneinfo = "zoneinfo" in {getattr(node, "module", None), *(alias.name for alias in node.names)}
            if of_zoneinfo and [(alias.name, alias.asname) for alias in node.names] != [("ZoneInfo", None)]:
                lines.add(node.lineno)
        elif node not in annotations and OF_THE_MACHINE & {getattr(node, at, None) for at in ("id", "attr", "value")}:
            lines.add(node.lineno)  # type: ignore[attr-defined]
    return sorted(lines)


def zones_in_sql(text: str) -> list[str]:
    """Return the parts of SQL that compute in a time zone other than 'UTC'."""
    found = re.findall(r"\bAT\s+TIME\s+ZONE\s+(?!'UTC')\S*|\bAT\s+LOCAL\b|\bSET\s+(?:\w+\s+)?TIME\s*ZONE\b", text, re.I)
    for call in re.finditer(rf"\b({'|'.join(ZONE_ARGUMENT)})\(", text, re.I):
        arguments = _arguments(text[call.end() :])
        zone = arguments[place] if len(arguments) > (place := ZONE_ARGUMENT[call[1].lower()]) else "'UTC'"
        if zone != "'UTC'":
            found.append(f"{call[0]}{', '.join(arguments)})")
    return found


def _arguments(text: str) -> list[str]:
    """Split the arguments of a call, whose opening parenthesis is left out. One that is cut off has an end too."""
    depth, parts = 0, [""]
    for character in text:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            break
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]


def _texts(source: str) -> Iterator[tuple[int, str]]:
    """Yield the strings of Python code with their lines; {} is what an f-string inserts."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            parts = (str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
            yield node.lineno, "".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def test_zones_are_made_in_one_module() -> None:
    assert len(PYTHON) > 200
    made = [f"{_path(path)}:{line}" for path in PYTHON for line in zones_made(path.read_text())]
    assert {place.partition(":")[0] for place in made} == {LOADER}


def test_templates_take_the_zone_and_not_its_name() -> None:
    taken = [
        (_path(path), zone)
        for path in TEMPLATES
        for zone in re.findall(r"(?:\|timezone:|\{%\s*timezone\s+)([^\s|%}]+)", path.read_text())
    ]
    assert len(taken) >= 3
    assert [each for each in taken if not each[1].endswith(".zone")] == []


def test_sql_names_no_zone_but_utc() -> None:
    scripts = [*sorted((BASE / "examples").rglob("*.py")), *PYTHON]
    texts = [(f"{_path(path)}:{line}", text) for path in scripts for line, text in _texts(path.read_text())]
    texts += [(_path(path), path.read_text()) for path in sorted(BASE.glob("[a-z]*/**/*.sql"))]
    assert sum("'UTC'" in text for _, text in texts) > 5
    assert [(where, found) for where, text in texts for found in zones_in_sql(text)] == []
    assert [(_path(path), found[0]) for path in PYTHON if (found := DJANGO.search(path.read_text()))] == []


@pytest.mark.parametrize(
    "source",
    [
        "from zoneinfo import ZoneInfo\nx = ZoneInfo('UTC')", "import zoneinfo",
        "from zoneinfo import available_timezones", "from zoneinfo import ZoneInfo as Z",
        "from zoneinfo import ZoneInfo\nf(type=ZoneInfo)", "import zoneinfo as z",
        "from django.utils import timezone\ntimezone.zoneinfo.ZoneInfo('UTC')", "os.environ['PYTHONTZPATH'] = '/x'",
    ],
)  # fmt: skip
def test_a_zone_that_is_made_is_found(source: str) -> None:
    assert zones_made(source)
    assert zones_made("from zoneinfo import ZoneInfo\nx: ZoneInfo\ndef f(a: ZoneInfo | None) -> ZoneInfo: ...") == []


@pytest.mark.parametrize(
    ("sql", "is_named"),
    [
        ("now() AT TIME ZONE 'UTC'", False), ("now() at time zone 'utc+1'", True), ("now() AT TIME ZONE %s", True),
        ("now() AT TIME ZONE o.time_zone", True), ("x AT LOCAL", True), ("SET LOCAL TIME ZONE 'Asia/Tokyo'", True),
        ("date_trunc('day', coalesce(a, b), 'UTC')", False), ("date_trunc('day', coalesce(a, b), 'Asia/Tokyo')", True),
        ("date_trunc('day', x)", False), ("date_trunc('day', x, %(zone)s)", True), ("timezone('UTC', x)", False),
        ("timezone('Asia/Tokyo', x)", True), ("generate_series(a, b, interval '1 day', 'Asia/Tokyo')", True),
        ("generate_series(1, 10)", False), ("date_trunc('day', ", False),
        ("make_timestamptz(1, 2, 3, 4, 5, 6, zone)", True),
    ],
)  # fmt: skip
def test_a_zone_in_sql_is_found(sql: str, is_named: bool) -> None:
    assert bool(zones_in_sql(sql)) is is_named


def _path(path: Path) -> str:
    return str(path.relative_to(BASE))
