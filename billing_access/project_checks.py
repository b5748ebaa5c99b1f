"""System checks of what a project must write to use the apps. Each error says what that is."""

from collections.abc import Iterator, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.db import DEFAULT_DB_ALIAS, connections
from django.shortcuts import resolve_url
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils.module_loading import import_string

# One page of each include; a project may include the modules of billing_access.urls one by one.
_PAGES: Final = (
    ("billing_orgs:organizations", ()), ("billing_access:keys", ("any",)), ("billing_api:key", ()),
)  # fmt: skip
_PROCESSORS: Final = (
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
)
# In the order in which MIDDLEWARE needs them. On the stand-alone site the last one's parts are apart.
_MIDDLEWARE: Final = (
    ("django.contrib.sessions.middleware.SessionMiddleware",),
    ("django.middleware.csrf.CsrfViewMiddleware",),
    ("django.contrib.auth.middleware.AuthenticationMiddleware",),
    ("django.contrib.messages.middleware.MessageMiddleware",),
    ("billing_access.middleware.BillingAccessMiddleware", "orgs.reauthentication.ReauthenticationMiddleware"),
)


def check_middleware(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that MIDDLEWARE has what the pages need. A class derived from one counts as that one."""
    lacks = [wanted[0] for wanted in _MIDDLEWARE if not any(_is_one(path, wanted) for path in settings.MIDDLEWARE)]
    if not lacks:
        return []
    hint = f"Add to MIDDLEWARE what is missing: {', '.join(lacks)}."
    return [Error("MIDDLEWARE lacks what the pages need.", hint=hint, id="billing_access.E022")]


def check_templates(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that Django's templates find the apps' own, and know the request, the user and the messages."""
    engines = [each for each in settings.TEMPLATES if each["BACKEND"].endswith("django.DjangoTemplates")]
    options: dict[str, Any] = engines[0].get("OPTIONS", {}) if engines else {}
    lacks = [each for each in _PROCESSORS if each not in options.get("context_processors", [])]
    if not engines or not (engines[0].get("APP_DIRS") or options.get("loaders")):
        lacks = ["APP_DIRS: True", *lacks]
    if not lacks:
        return []
    hint = f"Add to TEMPLATES (OPTIONS has the list context_processors): {', '.join(lacks)}."
    return [Error("TEMPLATES lacks what the pages need.", hint=hint, id="billing_access.E023")]


def check_urls(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that the project serves the apps' URLs, and that LOGIN_URL leads somewhere."""
    return list(_url_faults())


def check_database_settings(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that the database is PostgreSQL, and that times have a zone."""
    found: list[CheckMessage] = []
    if (vendor := connections[DEFAULT_DB_ALIAS].vendor) != "postgresql":
        hint = 'Set DATABASES["default"]["ENGINE"] = "django.db.backends.postgresql".'
        found.append(Error(f"The default database is {vendor}, not PostgreSQL.", hint=hint, id="billing_access.E026"))
    if not settings.USE_TZ:
        found.append(
            Error("USE_TZ is off.", hint="Set USE_TZ = True: every time here has a zone.", id="billing_access.E027")
        )
    return found


def _is_one(path: str, wanted: Sequence[str]) -> bool:
    try:
        listed = import_string(path)
    except ImportError:  # Django says so once a request comes.
        return False
    return any(isinstance(listed, type) and issubclass(listed, import_string(each)) for each in wanted)


def _url_faults() -> Iterator[CheckMessage]:
    try:
        for name, arguments in _PAGES:
            reverse(name, args=arguments)
    except NoReverseMatch as error:
        hint = f'Write path("billing/", include("billing_access.urls")) in urlpatterns of {settings.ROOT_URLCONF}.'
        yield Error(f"The project does not serve all URLs of the apps: {error}", hint=hint, id="billing_access.E024")
    url = str(settings.LOGIN_URL)
    try:
        url = resolve_url(settings.LOGIN_URL)
        if url.startswith("/"):
            resolve(urlsplit(url).path)
    except (NoReverseMatch, Resolver404):
        hint = "Set LOGIN_URL to the path, or the URL name, of the page on which people sign in."
        yield Error(f"LOGIN_URL is {url!r}, where there is no page.", hint=hint, id="billing_access.E025")
