"""The page for projects shows the lines that the tested project has (``tests/host_project``), and no others.

It names whatever `manage.py check` says about them in a new project.
"""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from django.conf import settings

PAGE: Final = settings.BASE_DIR / "docs" / "add-to-your-project.md"
HOST: Final = settings.BASE_DIR / "tests" / "host_project" / "host"
# What `django-admin startproject` writes, without comments, and a page to sign in on.
NEW_SETTINGS: Final = f"""
SECRET_KEY = "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz"
INSTALLED_APPS = [
    *(f"django.contrib.{{app}}" for app in ("admin", "auth", "contenttypes", "sessions", "messages", "staticfiles")),
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
ROOT_URLCONF, LOGIN_URL, STATIC_URL, USE_TZ = "project.urls", "admin:login", "static/", True
TEMPLATES = [{{
    "BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
    "DIRS": [{str(settings.BASE_DIR / "templates")!r}],  # the wheel has them in its apps
    "OPTIONS": {{"context_processors": [
        "django.template.context_processors.request", "django.contrib.auth.context_processors.auth",
        "django.contrib.messages.context_processors.messages",
    ]}},
}}]
DATABASES = {{"default": {{"ENGINE": "django.db.backends.postgresql", "NAME": "project"}}}}
"""
NEW_URLS: Final = """
from django.contrib import admin
from django.urls import include, path
urlpatterns = [path("admin/", admin.site.urls)]
"""


def blocks() -> list[str]:
    """Return the Python blocks of the page, in order."""
    return re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(), re.DOTALL | re.MULTILINE)


def test_the_settings_are_those_of_the_tested_project() -> None:
    written = (HOST / "settings.py").read_text()
    (lines,) = re.findall(r"^# Billing Access: begin\n(.*?)^# Billing Access: end$", written, re.DOTALL | re.MULTILINE)
    lines = lines.replace(": dict[str, Any]", "")  # for mypy alone
    assert blocks()[0] == lines
    assert len(lines.splitlines()) <= 10


def test_the_address_is_that_of_the_tested_project() -> None:
    (line,) = [each.strip() for each in (HOST / "urls.py").read_text().splitlines() if "billing_access.urls" in each]
    assert blocks()[1].splitlines() == ["urlpatterns += [", f"    {line}", "]"]


def test_it_names_what_check_says_about_a_new_project_with_these_lines(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "settings.py").write_text(NEW_SETTINGS + blocks()[0])
    (tmp_path / "project" / "urls.py").write_text(NEW_URLS + blocks()[1])
    usual = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    folders = f"{tmp_path}{os.pathsep}{settings.BASE_DIR}"
    checked = subprocess.run(
        [sys.executable, "-m", "django", "check"], cwd=tmp_path, capture_output=True, text=True, timeout=60,
        env={**usual, "DJANGO_SETTINGS_MODULE": "project.settings", "PYTHONPATH": folders},
    )  # fmt: skip
    assert checked.returncode == 0, checked.stderr
    found = set(re.findall(r"^\?: \(([\w.]+)\)", checked.stderr, re.MULTILINE))
    assert found
    assert {name for name in found if f"`{name}`" not in PAGE.read_text()} == set()
