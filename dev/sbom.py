"""`make sbom`: write what the site is installed with as a CycloneDX 1.6 document (a software bill of materials).

It is made of requirements.lock and pyproject.toml alone, so that the same two files give the same bytes. It names
neither a folder nor a registry: the purl of a package says PyPI, and the lock has the hashes of its files.
"""

import json
import re
import sys
import tomllib
import uuid
from pathlib import Path
from typing import Any, Final

from dev.postgres_paths import CHECKOUT

TO: Final = CHECKOUT / "billing-access.cdx.json"
_LOCKED: Final = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>.+?))?(?: \\)?$", re.MULTILINE
)


def document(lock: str, project: dict[str, Any]) -> dict[str, Any]:
    """Return the document about the text of a lock and the parsed pyproject.toml.

    A package with a marker is installed where that holds. One of the group ``run``, which `make run` needs and the site
    does not, is optional.
    """
    of_run = {re.split(r"[\[<>=~! ]", each)[0].lower() for each in project["dependency-groups"]["run"]}
    named = project["project"]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        # The same for the same content.
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, named['version'] + lock)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": named["name"],
                "name": named["name"],
                "version": named["version"],
                "description": named["description"],
                "licenses": [{"license": {"id": named["license"]}}],
            }
        },
        "components": [_component(each, of_run) for each in _LOCKED.finditer(lock)],
    }


def _component(locked: re.Match[str], of_run: set[str]) -> dict[str, Any]:
    purl = f"pkg:pypi/{locked['name']}@{locked['version']}"
    marker = locked["marker"]
    return {
        "type": "library",
        "bom-ref": purl,
        "name": locked["name"],
        "version": locked["version"],
        "scope": "optional" if marker or locked["name"] in of_run else "required",
        "purl": purl,
        **({"properties": [{"name": "billing-access:marker", "value": marker}]} if marker else {}),
    }


def text(checkout: Path = CHECKOUT) -> str:
    """Return the document of a checkout as JSON."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text())
    return json.dumps(document((checkout / "requirements.lock").read_text(), project), indent=1) + "\n"


if __name__ == "__main__":
    TO.write_text(text())
    sys.stdout.write(f"{TO.name}\n")
