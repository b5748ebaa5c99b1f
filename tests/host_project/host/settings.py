"""A project with its own everything, and the lines with which it takes Billing Access in.

It imports nothing of the checkout: the database comes from libpq's own variables (PGHOST and the like).
"""

import os
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SECRET_KEY = "only-for-the-tests-of-the-host-project"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "host.urls"
AUTH_USER_MODEL = "host.Person"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "Europe/Berlin"
STATIC_URL = "assets/"
SESSION_COOKIE_NAME = "host_session"
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEFAULT_FROM_EMAIL = "Host <host@example.com>"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
DATABASES: dict[str, Any] = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ.get("PGDATABASE", "host"),
        "TEST": {"NAME": os.environ.get("HOST_TEST_DATABASE")},
    }
}
INSTALLED_APPS = [
    "host",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "host.middleware.WhoMiddleware",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
# Open, and of another format than the API of Billing Access.
REST_FRAMEWORK = {
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_RENDERER_CLASSES": [
        "rest_framework.renderers.BrowsableAPIRenderer",
        "rest_framework.renderers.JSONRenderer",
    ],
    "DEFAULT_VERSIONING_CLASS": "rest_framework.versioning.AcceptHeaderVersioning",
}
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "guardian.backends.ObjectPermissionBackend",
]
# The project uses guardian itself, with its anonymous user.
SILENCED_SYSTEM_CHECKS = ["billing_access.W008"]

# Billing Access: begin
INSTALLED_APPS += ["billing_access", "orgs", "billing_audit"]
INSTALLED_APPS += ["guardian", "procrastinate.contrib.django", "django.contrib.postgres"]
MIDDLEWARE += ["billing_access.middleware.BillingAccessMiddleware"]
BILLING_ACCESS: dict[str, Any] = {
    "AUDIT_ORIGIN": "host.example.com/audit",
    "BASE_URL": "https://host.example.com",
    "TRUSTED_PROXIES": 0,
}
# Billing Access: end
