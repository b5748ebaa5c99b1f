"""Django settings of the stand-alone site. What differs between sites comes from ``config/environment.py``."""

import os
from pathlib import Path
from typing import Any

import django
from csp.constants import NONE, SELF

from billing_access.api.body_limit import BODY_LIMIT
from config import database_url, environment

BASE_DIR = Path(__file__).resolve().parent.parent
ENV = environment.load(os.environ)

SECRET_KEY = ENV.secret_key
DEBUG = ENV.debug
# People with published passwords, made by the package `dev`, which production does not install. Off on every real site.
DEMO = ENV.demo
# The settings of the project's own apps. Each app declares its names and defaults in its settings.py.
BILLING_ACCESS: dict[str, Any] = {
    **ENV.billing_access,
    "PEOPLE": "accounts.people.AccountsPeople",
    "OWN_DATABASE": True,
    "COUNTER": "config.metrics.count",
    # The platform's own OpenID Connect provider. Its app is in SOCIALACCOUNT_PROVIDERS below, not in the database.
    "OIDC": {"id": "platform", "name": ENV.oidc_name} if ENV.oidc_server_url else None,
}
ALLOWED_HOSTS = list(ENV.allowed_hosts)
CSRF_TRUSTED_ORIGINS = list(ENV.csrf_trusted_origins)

INSTALLED_APPS = [
    # These come before `accounts`, whose admin.py unregisters their models.
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    # Before `orgs`, since its `create_organization` extends that of `orgs`.
    "accounts",
    "billing_audit",
    "orgs",
    "billing_access",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "guardian",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "csp",
    # For its commands alone.
    "config",
    *(["dev"] if DEMO else []),
]

MIDDLEWARE = [
    "billing_audit.request_context.RequestIdMiddleware",
    "config.access_log.AccessLogMiddleware",
    "config.middleware.WatchdogMiddleware",
    "orgs.work_at_once.WorkAtOnceMiddleware",
    "config.middleware.TextEncodingMiddleware",
    "django.middleware.security.SecurityMiddleware",
    # It answers API requests itself; what follows it is for pages alone.
    "config.data_middleware.DataMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.ContentSecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Before everything that reads a body.
    "config.middleware.BodyLimitMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "orgs.reauthentication.ReauthenticationMiddleware",
    "orgs.unavailable.UnavailableMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "accounts.preset_password.PresetPasswordMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
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

DATABASES: dict[str, Any] = {
    "default": {
        **database_url.django_settings(ENV.database_url),
        "ENGINE": "config.database",
        "CONN_MAX_AGE": ENV.database_conn_max_age,
        "CONN_HEALTH_CHECKS": True,
        # An event recorded before a request is refused must not be rolled back with it.
        "ATOMIC_REQUESTS": False,
        # `.iterator()` outside a transaction would leave its cursor in a session that the pooler gives to others.
        "DISABLE_SERVER_SIDE_CURSORS": ENV.database_pooling,
    }
}
# With server-side binding and a threshold psycopg prepares frequent statements; with Django's defaults it never does.
DATABASES["default"]["OPTIONS"].update(
    {"server_side_binding": True, "prepare_threshold": None if ENV.database_pooling else 5}
)
# LISTEN belongs to a session too. Behind a pooler the worker looks for new jobs every 5 s.
PROCRASTINATE_WORKER_DEFAULTS = {"listen_notify": not ENV.database_pooling}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "billing_accounts.User"
AUTHENTICATION_BACKENDS = [
    # First, since it refuses some whom the next would accept.
    "accounts.demo_people.SignInBackend",
    "django.contrib.auth.backends.ModelBackend",
    "guardian.backends.ObjectPermissionBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ANONYMOUS_USER_NAME = None
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "billing_orgs:organizations"
LOGOUT_REDIRECT_URL = "sign-in"

# The scheme of the URL to which the provider sends people back.
ACCOUNT_DEFAULT_HTTP_PROTOCOL = BILLING_ACCESS.get("BASE_URL", "http:").partition(":")[0]
ACCOUNT_ADAPTER = "accounts.account_adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
# Addresses need no verification: they come from accepted invitations or from staff.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
MFA_ADAPTER = "accounts.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Billing Access"
# A code is valid for 30 seconds, and one period before and after that for clocks that are wrong.
MFA_TOTP_PERIOD = 30
MFA_TOTP_TOLERANCE = 1
SOCIALACCOUNT_ADAPTER = "accounts.oidc.ProviderAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {"openid_connect": {"APPS": []}}
if ENV.oidc_server_url:
    SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"].append(
        {
            "provider_id": BILLING_ACCESS["OIDC"]["id"],
            "name": BILLING_ACCESS["OIDC"]["name"],
            "client_id": ENV.oidc_client_id,
            "secret": ENV.oidc_client_secret,
            "settings": {"server_url": ENV.oidc_server_url, "oauth_pkce_enabled": True},
        }
    )

# In the database, since all processes share it: it counts failed sign-ins and remembers used second-factor codes.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "billing_accounts_cache",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

_backend = f"django.core.mail.backends.{ENV.email_url.backend}.EmailBackend"
# In seconds. It is short because a transaction is open while the mail server answers.
_timeout = 10
# Django 6.1 deprecates the settings that begin with EMAIL_, and takes either them or MAILERS.
if django.VERSION >= (6, 1):
    MAILERS = {"default": {"BACKEND": _backend, "OPTIONS": ENV.email_url.options(timeout=_timeout)}}
else:
    EMAIL_BACKEND, EMAIL_TIMEOUT = _backend, _timeout
    EMAIL_HOST, EMAIL_PORT = ENV.email_url.host, ENV.email_url.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = ENV.email_url.user, ENV.email_url.password
    EMAIL_USE_SSL, EMAIL_USE_TLS = ENV.email_url.use_ssl, ENV.email_url.use_starttls
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENV.default_from_email

LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_I18N = False
USE_TZ = True

METRICS_FOLDER = ENV.metrics_folder

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / ".data" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = ENV.secure_cookies
CSRF_COOKIE_SECURE = ENV.secure_cookies
# Because of the prefix, browsers refuse a cookie of this name that another host of the domain sets.
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = ("__Host-session", "__Host-csrf") if ENV.secure_cookies else ("session", "csrf")
# None, which Django takes for off: nobody has decided, and `check --deploy` fails.
SECURE_HSTS_SECONDS, SECURE_SSL_REDIRECT = ENV.hsts_seconds, ENV.ssl_redirect
# Probes call the process directly, without TLS.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
if BILLING_ACCESS.get("TRUSTED_PROXIES", "0") != "0":
    # The site is reachable only through proxies that end TLS and set this header. Without it every request would look
    # like one without TLS, and be redirected forever.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_AGE = 24 * 60 * 60
CSRF_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = BODY_LIMIT
# No form takes a file. Django's own handlers would write one to the disk before any view refuses it.
FILE_UPLOAD_HANDLERS: list[str] = []
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        # The sign-in button submits a form that redirects to the provider, and browsers apply this to the redirect too.
        "form-action": [SELF, *ENV.oidc_origins],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}

# The API's views set everything themselves. A view that somebody forgets to derive from them refuses everybody.
REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["billing_access.api.authentication.ApiKeyAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["billing_access.api.permissions.Nobody"],
    "DEFAULT_RENDERER_CLASSES": ["billing_access.api.renderers.JsonRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    # Clients choose the format by the Accept header, not by a `format` parameter.
    "URL_FORMAT_OVERRIDE": None,
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "billing_access.api.renderers.Negotiation",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "billing_access.api.problems.handle_exception",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Billing Access API",
    "DESCRIPTION": "Read an organization's balance, usage and cost per run with a scoped key.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "ENABLE_DJANGO_DEPLOY_CHECK": False,
    "SCHEMA_PATH_PREFIX": "/v1",
    # The name that clients generated from the document of 0.9.0 have for it.
    "ENUM_NAME_OVERRIDES": {"KindEnum": "billing_access.billing.models.EntryKind"},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "config.log_lines.LineFormatter",
            "format": "{asctime} {levelname} {request_id} {name} {message}",
            "style": "{",
        },
        "json": {"()": "config.log_lines.JsonLineFormatter"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "json" if ENV.log_format == "json" else "line"}
    },
    "root": {"handlers": ["console"], "level": ENV.log_level},
    "loggers": {
        # Its INFO lines contain the arguments of every job.
        "procrastinate": {"level": "WARNING"},
        # Its lines about answers that break off contain the path. The access log has them, with the route.
        "waitress": {"level": "CRITICAL"},
    },
}
