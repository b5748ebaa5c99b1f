"""A project with people of its own: Django's sessions, no accounts app, no django-allauth, and one of two user models.

Deliberately small: what is not said here is as on the stand-alone site.
"""

import os
from pathlib import Path

from config import settings as site

globals().update({name: getattr(site, name) for name in dir(site) if name.isupper()})

_LEFT_OUT = ("accounts", "allauth")
# What the stand-alone site sets for accounts, and because it has a database of its own.
_OF_THE_SITE = ("PEOPLE", "OIDC", "MFA_ENCRYPTION_KEYS", "OWN_DATABASE")

INSTALLED_APPS = [app for app in site.INSTALLED_APPS if not app.startswith(_LEFT_OUT)] + ["host"]
MIDDLEWARE = [each for each in site.MIDDLEWARE if not each.startswith(_LEFT_OUT)]
AUTHENTICATION_BACKENDS = [each for each in site.AUTHENTICATION_BACKENDS if not each.startswith(_LEFT_OUT)]
BILLING_ACCESS = {name: value for name, value in site.BILLING_ACCESS.items() if name not in _OF_THE_SITE}
AUTH_USER_MODEL = os.environ["HOST_USER_MODEL"]
LOGIN_URL = "login"
ROOT_URLCONF = "host.urls"
TEMPLATES = [{**site.TEMPLATES[0], "DIRS": [*site.TEMPLATES[0]["DIRS"], Path(__file__).parent / "templates"]}]
DATABASES = {"default": {**site.DATABASES["default"], "TEST": {"NAME": f"test_host_project_{os.getpid()}"}}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
