"""What import-linter cannot see: a lower app does not name anything of an upper one in its code or templates.

An app names another by an import of a library that is the other's alone, a table, a URL, a template or an event.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.urls import URLPattern

from accounts.ui.urls import urlpatterns as accounts_urls

BASE = Path(settings.BASE_DIR)
BELOW_ACCOUNTS = ("billing_access", "orgs", "billing_audit")
# The people of the demo are people of the stand-alone site.
# What accounts records. Proving again who one is, and failing to, are recorded by orgs for everybody.
ACCOUNTS_EVENTS = {
    "user.created", "user.changed", "user.renamed", "user.password_set", "user.signed_in", "user.signed_out",
    "user.provider_linked", "user.provider_unlinked",
    "user.second_factor_changed", "user.recovery_code_used", "second_factors.encrypted",
}  # fmt: skip


def _code(app: str) -> Iterator[Path]:
    yield from (BASE / app).rglob("*.py")


def _texts(app: str) -> Iterator[tuple[str, str]]:
    """The app's code and templates, by their paths; the registry of events, which names all, is another test's."""
    for file in (*_code(app), *(BASE / "templates" / app).rglob("*.*"), *(BASE / "templates/admin" / app).rglob("*.*")):
        path = str(file.relative_to(BASE))
        if path != "billing_audit/event_types.py":
            yield path, file.read_text()


def _named(names: set[str], app: str) -> list[str]:
    """Where the app's texts have one of these names, whole and in quotation marks; a related_name is no URL."""
    pattern = re.compile(rf"""(?<!related_name=)["'](?:{"|".join(map(re.escape, sorted(names)))})["']""")
    return [f"{path}: {found}" for path, text in _texts(app) for found in pattern.findall(text)]


@pytest.mark.parametrize("app", BELOW_ACCOUNTS)
def test_only_accounts_imports_what_signs_people_in(app: str) -> None:
    imported = {
        (str(file.relative_to(BASE)), name)
        for file in _code(app)
        for node in ast.walk(ast.parse(file.read_text()))
        for name in (
            [alias.name for alias in node.names] if isinstance(node, ast.Import)
            else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        )
    }  # fmt: skip
    assert not {found for found in imported if found[1].partition(".")[0] in {"accounts", "allauth"}}


@pytest.mark.parametrize("app", BELOW_ACCOUNTS)
def test_nothing_of_accounts_is_named_below_it(app: str) -> None:
    urls = {str(each.name) for each in accounts_urls if isinstance(each, URLPattern)}
    templates = {str(file.relative_to(BASE / "templates")) for file in (BASE / "templates/accounts").rglob("*.*")}
    assert {"sign-in", "mfa_index"} <= urls
    assert not _named(urls | templates | ACCOUNTS_EVENTS, app)
    for path, text in _texts(app):
        for model in apps.get_app_config("billing_accounts").get_models(include_auto_created=True):
            assert not re.search(rf"\b{model._meta.db_table}\b", text), path
        for library in ("account", "mfa", "socialaccount"):
            for model in apps.get_app_config(library).get_models():
                assert not re.search(rf"\b{model._meta.db_table}\b", text), path
