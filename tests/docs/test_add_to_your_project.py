"""docs/add-to-your-project.md: a new Django project with the page's own lines has nothing that `check` would report."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from django.conf import settings

from billing_audit.conf import declared

PAGE: Final = (Path(settings.BASE_DIR) / "docs" / "add-to-your-project.md").read_text()
BLOCKS: Final = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
# What `django-admin startproject` writes, without comments.
PROJECT: Final = {
    "project/settings.py": """
        SECRET_KEY = "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz"
        INSTALLED_APPS = [
            "django.contrib.admin", "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions",
            "django.contrib.messages", "django.contrib.staticfiles",
        ]
        MIDDLEWARE = [
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ]
        ROOT_URLCONF = "project.urls"
        TEMPLATES = [{
            "BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
            "OPTIONS": {"context_processors": [
                "django.template.context_processors.request", "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]},
        }]
        DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "project"}}
        STATIC_URL = "static/"
        USE_TZ = True
    """,
    "project/urls.py": """
        from django.contrib import admin
        from django.urls import include, path
        urlpatterns = [path("admin/", admin.site.urls)]
    """,
}


def test_a_new_project_with_these_lines_passes_the_checks(tmp_path: Path) -> None:
    apps, configuration, addresses, _ = BLOCKS
    (tmp_path / "project").mkdir()
    for (name, text), added in zip(PROJECT.items(), (apps + configuration, addresses), strict=True):
        (tmp_path / name).write_text(re.sub(r"^ {8}", "", text, flags=re.MULTILINE) + "\n" + added)
    usual = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    checked = subprocess.run(
        [sys.executable, "-m", "django", "check", "--fail-level", "WARNING"], cwd=tmp_path, text=True, timeout=60,
        env={**usual, "DJANGO_SETTINGS_MODULE": "project.settings", "PYTHONPATH": f"{tmp_path}:{settings.BASE_DIR}"},
        capture_output=True,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_it_names_settings_that_exist() -> None:
    named = re.findall(r'^    "([A-Z_]+)":|BILLING_ACCESS\["([A-Z_]+)"\]', "".join(BLOCKS), re.MULTILINE)
    assert len(named) > 3
    assert {first or second for first, second in named} <= set(declared())


def test_it_begins_with_the_names_that_may_clash() -> None:
    first = PAGE.split("\n\n")[1]
    assert all(f"`{name}`" in first for name in ("billing_access", "orgs", "billing_audit", "import orgs"))
