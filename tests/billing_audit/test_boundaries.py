"""billing_audit names nothing of the apps that write to it, so that other projects could use it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from accounts import event_types as of_accounts
from billing_access import event_types as of_billing
from orgs import event_types as of_orgs
from orgs.roles import PERMISSIONS

RECORD = settings.BASE_DIR / "billing_audit"
FILES = sorted(RECORD.rglob("*.py"))
# The apps above the record: package and label.
APPS = {"accounts": "billing_accounts", "billing_access": "billing_access", "orgs": "billing_orgs"}
# A kind of actor, whatever the table of the keys is called.
KINDS = {"api_key"}


def _named_elsewhere() -> Iterator[str]:
    for label in APPS.values():
        for model in apps.get_app_config(label).get_models(include_auto_created=True):
            yield model._meta.db_table
            yield from (f"{action}_{model._meta.model_name}" for action in ("add", "change", "delete", "view"))
    yield from (codename for codename, _ in PERMISSIONS)
    for module in (of_accounts, of_billing, of_orgs):
        yield from (each.action for each in module.EVENT_TYPES)


WORDS = sorted(set(_named_elsewhere()) - KINDS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(RECORD)))
def test_no_table_permission_event_or_module_of_another_app_is_named(path: Path) -> None:
    assert len(WORDS) > 80
    text = path.read_text()
    words = "|".join(map(re.escape, WORDS))
    assert re.findall(rf"\b(?:{words})\b|\b(?:{'|'.join({*APPS, *APPS.values()})})[./]", text) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(RECORD)))
def test_no_page_or_template_is_named(path: Path) -> None:
    """billing_audit has no pages except in the Django admin."""
    text = path.read_text()
    assert re.findall(r"django\.(?:urls|shortcuts|template)|\.html\b|\.txt\b|\breverse\(", text) == []
